import { type AddressInfo, createServer } from 'node:net';

export type LetterReceived = { readonly messageId: string; readonly to: string };
export type MailReceiver = {
  /** smtp://127.0.0.1:PORT, without TLS. */
  readonly url: string;
  /** Every letter that was taken, those that came twice included. */
  readonly letters: readonly LetterReceived[];
  close(): Promise<void>;
};

/** A mail server on this machine that takes everything: as much of RFC 5321 as one sender speaks. */
export async function startMailReceiver(): Promise<MailReceiver> {
  const letters: LetterReceived[] = [];
  const server = createServer((socket) => {
    let text = '';
    let to = '';
    let isData = false;
    const say = (line: string) => void socket.write(`${line}\r\n`);
    say('220 test');
    socket.on('error', () => {});
    socket.on('data', (bytes: Buffer) => {
      text += bytes.toString('utf8');
      for (;;) {
        const end = isData ? text.indexOf('\r\n.\r\n') : text.indexOf('\r\n');
        if (end < 0) return;
        const part = text.slice(0, end);
        text = text.slice(end + (isData ? 5 : 2));
        if (isData) {
          isData = false;
          letters.push({ messageId: /^Message-ID: <([^@>]+)@/im.exec(part)?.[1] ?? '', to });
          say('250 taken');
        } else if (/^DATA/i.test(part)) {
          isData = true;
          say('354 go on');
        } else {
          to = /^RCPT TO:<([^>]+)>/i.exec(part)?.[1] ?? to;
          say('250 ok');
        }
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
