import { connect } from 'node:net';

/**
 * The first line that a server says over a plain connection, in which no password is sent: by itself, as a Redis that
 * takes no more connections does, or to `asked`. Undefined when it says nothing within `timeoutMs`.
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
