/** For `scripts/three-processes.mjs`: starts them, says where they are, and stops them when told to. */
import { startThree } from './start-three.ts';

const three = await startThree();
const webs = three.webs.map(({ url, process: { pid } }) => `${url} (process ${pid})`).join(' and ');
console.log(
  `Two web processes, ${webs}, and a worker (process ${three.worker.process.pid}) on ${three.databaseUrl}`,
);
console.log(`Testamur is ready: ${three.url}/`);
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void three.stop().then(() => process.exit(0));
  });
