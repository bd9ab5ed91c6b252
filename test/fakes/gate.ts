import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Gate {
  /** Always the same origin. */
  readonly url: string;
  /** From now on what connects is brought there. */
  open(to: string): Promise<void>;
  /** From now on nobody listens: connections are refused. */
  shut(): Promise<void>;
}

/** An address behind which a server is, or not. It is shut at first. */
export async function createGate(): Promise<Gate> {
  const sockets = new Set<Socket>();
  let target = new URL('http://127.0.0.1:1');
  let server: Server | undefined;

  function bring(client: Socket): void {
    const there = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [client, there],
      [there, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy()).on('close', () => sockets.delete(one));
      one.pipe(other);
    }
  }

  async function listen(port: number): Promise<number> {
    server = createServer(bring).listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address ? address.port : port;
  }

  async function shut(): Promise<void> {
    const closing = server && once(server, 'close');
    server?.close();
    server = undefined;
    for (const socket of sockets) socket.destroy();
    await closing;
  }

  const port = await listen(0);
  await shut();
  return {
    url: `http://127.0.0.1:${port}`,
    open: async (to) => {
      target = new URL(to);
      await listen(port);
    },
    shut,
  };
}
