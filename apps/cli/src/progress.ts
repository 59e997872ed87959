/** A sign on standard error that something is being worked on, for whoever watches; nothing for programs. */
import type { Host } from './host.ts';

export type Progress = { readonly tell: (message: string) => Promise<void>; readonly stop: () => void };

const SILENT: Progress = { tell: async () => undefined, stop: () => undefined };

export async function startProgress(host: Host, message: string): Promise<Progress> {
  if (!host.watched) return SILENT;
  const { spinner } = await import('@clack/prompts');
  const shown = spinner({ output: process.stderr, withGuide: false });
  shown.start(message);
  const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
  // The work that follows blocks: the sign is drawn before it begins.
  await turn();
  return {
    tell: async (next) => {
      shown.message(next);
      await turn();
    },
    stop: () => shown.clear(),
  };
}
