import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** What becomes of a write on its way: it never arrives; its answer is lost; it arrives after its caller gave up. */
export type Trouble = 'none' | 'cut before' | 'cut after' | 'delayed';

/** A way to a server on which writes meet trouble. */
export interface CuttingProxy {
  /** An origin, in place of the server's. */
  readonly url: string;
  /** How many writes met each trouble. */
  readonly met: Readonly<Record<Trouble, number>>;
  /** Ends once every delayed write has arrived. */
  arrived(): Promise<void>;
}

/** Stands before `service`; `next` says what the next write meets. Closes with the test. */
export async function cuttingProxy(service: string, next: () => Trouble): Promise<CuttingProxy> {
  const met: Record<Trouble, number> = { none: 0, 'cut before': 0, 'cut after': 0, delayed: 0 };
  const late = new Set<Promise<unknown>>();
  const server = createServer((asked, answer) => {
    void pass(asked, answer).catch(() => answer.destroy());
  });

  async function pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await text(asked);
    const trouble = asked.url?.includes('putRecord') ? next() : 'none';
    met[trouble] += 1;
    if (trouble === 'cut before') {
      answer.destroy();
      return;
    }
    if (trouble === 'delayed') {
      answer.destroy();
      const arriving = new Promise((resolve) => setTimeout(resolve, 20)).then(() => forward(asked, body));
      late.add(arriving);
      return;
    }
    const { status, headers, said } = await forward(asked, body);
    if (trouble === 'cut after') answer.destroy();
    else
      answer.writeHead(status, { 'content-type': headers['content-type'] ?? 'application/json' }).end(said);
  }

  const forward = (asked: IncomingMessage, body: string) =>
    new Promise<{ status: number; headers: IncomingMessage['headers']; said: string }>((resolve, reject) => {
      const headers = { ...asked.headers, host: new URL(service).host };
      const call = request(new URL(asked.url ?? '/', service), { method: asked.method, headers }, (got) => {
        text(got).then(
          (said) => resolve({ status: got.statusCode ?? 0, headers: got.headers, said }),
          reject,
        );
      });
      call.on('error', reject).end(body);
    });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    await Promise.allSettled(late);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    met,
    arrived: async () => {
      await Promise.allSettled(late);
    },
  };
}
