import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../log.js';
import type { Health } from './health.js';
import type { Metrics } from './metrics.js';

interface Served {
  readonly health: Pick<Health, 'problems' | 'notes'>;
  /** How it stands, a line each, whether it is well or not. */
  readonly facts: () => Promise<readonly string[]>;
  readonly metrics: Pick<Metrics, 'contentType' | 'text'>;
  readonly log: Logger;
}

interface Page {
  readonly status: number;
  readonly text: string;
  readonly type?: string;
}

/**
 * Serves three pages at a port, to whoever asks; they name no host, no secret and no person.
 * - `/healthz`: 200 `ok` from a process whose event loop turns. A start anew repairs one that doesn't answer, and only that.
 * - `/readyz`: 200 `ok`, or 503 with what is wrong; then notes, which concern one desk alone and leave it at 200; then how it
 *   stands. `/` is the same without the last.
 * - `/metrics`: for Prometheus.
 * Rejects when the port can't be used. `url` is where to ask.
 */
export async function serveHealth(
  { health, facts, metrics, log }: Served,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ url: string; close(): Promise<void> }> {
  async function readiness(more: readonly string[]): Promise<Page> {
    const [problems, notes] = await Promise.all([health.problems(), health.notes()]);
    const isReady = problems.length === 0;
    const lines = [...(isReady ? ['ok'] : problems), ...notes, ...more];
    return { status: isReady ? 200 : 503, text: lines.join('\n') };
  }

  const pages: Readonly<Record<string, () => Promise<Page>>> = {
    '/healthz': async () => ({ status: 200, text: 'ok' }),
    '/readyz': async () => readiness(await facts()),
    '/': () => readiness([]),
    '/metrics': async () => ({ status: 200, text: await metrics.text(), type: metrics.contentType }),
  };

  async function pageOf(method: string, path: string): Promise<Page> {
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    if (!page) return { status: 404, text: 'Ask /healthz, /readyz or /metrics.' };
    if (method !== 'GET' && method !== 'HEAD') return { status: 405, text: 'Ask by GET.' };
    return page().catch((fault: Error) => {
      log.error({ path, error: fault.message }, 'page failed');
      return { status: 500, text: 'This page failed; the log says why.' };
    });
  }

  const server = createServer(async ({ method = '', url = '' }, response) => {
    const {
      status,
      text,
      type = 'text/plain; charset=utf-8',
    } = await pageOf(method, url.split('?', 1)[0] ?? '');
    response.writeHead(status, { 'content-type': type, ...(status === 405 && { allow: 'GET, HEAD' }) });
    response.end(method === 'HEAD' ? '' : `${text.trimEnd()}\n`);
  });
  await new Promise<void>((resolve, reject) => {
    const refused = ({ message }: Error) =>
      reject(new Error(`HEALTH_PORT ${port} at HEALTH_HOST ${host} can't be used: ${message}`));
    server.once('error', refused);
    server.listen(port, host, resolve);
  });
  const { address, family, port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
