import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveHealth } from '../../src/ops/serve-health.js';
import { keptLog } from '../queue/open-queue.js';

const problems: string[] = [];
const notes: string[] = [];
const { log, said } = keptLog();
let breaks = false;
let server: Awaited<ReturnType<typeof serveHealth>>;
beforeAll(async () => {
  const text = async () => {
    if (breaks) throw new Error('no figures');
    return 'greeting_desk_paused 0\n';
  };
  server = await serveHealth(
    {
      health: { problems: async () => problems, notes: async () => notes },
      facts: async () => ['central: read mentions 3 s ago'],
      metrics: { contentType: 'text/plain; version=0.0.4', text },
      log,
    },
    { host: '127.0.0.1', port: 0 },
  );
});
afterAll(() => server.close());

async function ask(path: string, method = 'GET') {
  const response = await fetch(new URL(path, server.url), { method });
  return [response.status, (await response.text()).trimEnd().split('\n')];
}

it('a process that is alive says so, whatever is wrong with Slack or X', async () => {
  problems.push('no connection to Slack');
  expect(await ask('/healthz')).toEqual([200, ['ok']]);
  problems.length = 0;
});

it('it is ready while nothing is wrong, else 503 with what is wrong; how it stands follows', async () => {
  expect(await ask('/readyz')).toEqual([200, ['ok', 'central: read mentions 3 s ago']]);
  problems.push('no connection to Slack');
  expect(await ask('/readyz')).toEqual([503, ['no connection to Slack', 'central: read mentions 3 s ago']]);
  problems.length = 0;
});

it('what concerns one desk alone is named, and leaves it ready', async () => {
  notes.push('central: its channel is archived');
  expect(await ask('/')).toEqual([200, ['ok', 'central: its channel is archived']]);
  notes.length = 0;
});

it('the metrics come in the format of Prometheus', async () => {
  const response = await fetch(new URL('/metrics', server.url));
  expect(response.headers.get('content-type')).toContain('version=0.0.4');
  expect(await response.text()).toBe('greeting_desk_paused 0\n');
});

it('a page that fails says so in the log, and the others go on', async () => {
  breaks = true;
  expect(await ask('/metrics')).toEqual([500, ['This page failed; the log says why.']]);
  breaks = false;
  expect(said()).toEqual(['page failed']);
  expect(await ask('/healthz')).toEqual([200, ['ok']]);
});

it('it is read by GET and HEAD alone, and nothing else is served', async () => {
  expect(await ask('/healthz?probe=1')).toEqual([200, ['ok']]);
  expect(await ask('/readyz', 'HEAD')).toEqual([200, ['']]);
  expect((await ask('/healthz', 'POST'))[0]).toBe(405);
  for (const path of ['/healthz/', '/.env', '/constructor']) expect((await ask(path))[0]).toBe(404);
});
