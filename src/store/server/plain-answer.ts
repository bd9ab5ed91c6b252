import { connect } from 'node:net';

/**
 * The first line that a server sends over a plain connection, over which no password goes: an answer to `asked`, or what
 * it says by itself, as a Redis that takes no more connections does. Undefined when nothing comes within `timeoutMs`.
 */
export function plainAnswer(
  { host, port }: { readonly host: string; readonly port: number },
  timeoutMs: number,
  asked?: string,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, host, () => {
      if (asked !== undefined) socket.write(`${asked}\r\n`);
    });
    const end = (answer?: string) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => end());
    socket.on('data', (said) => end(String(said).split('\r\n')[0]));
    socket.on('error', () => end());
    socket.on('close', () => end());
  });
}
