import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createRotaFeed } from '../../../src/config/calendar/rota-feed.js';
import { aRota } from '../../build.js';
import { calendar } from './calendar-text.js';

const text = calendar(['SUMMARY:Ana', 'DTSTART:20261124T090000Z', 'DTEND:20261124T130000Z']);
const window = { fromMs: Date.UTC(2026, 10, 1), toMs: Date.UTC(2026, 11, 1) };
const shift = { fromMs: Date.UTC(2026, 10, 24, 9), toMs: Date.UTC(2026, 10, 24, 13), who: ['ana'] };
const read = (from: string) => createRotaFeed(from).read(aRota(), window);

async function served(status: number, body: string): Promise<string> {
  const server = createServer((_request, response) => {
    response.statusCode = status;
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/private-token/rota.ics`;
}

it('an address and a file are read alike', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'greeting-desk-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'rota.ics');
  await writeFile(file, text);
  for (const from of [file, await served(200, text)]) {
    expect(await read(from)).toEqual({ shifts: [shift], problems: [] });
  }
});

it('a feed that is down says so in a sentence, without the secret in its address', async () => {
  const sentence = (why: string) => new RegExp(`^The rota at 127\\.0\\.0\\.1:\\d+ can't be read: ${why}\\.$`);
  await expect(read(await served(503, ''))).rejects.toThrow(sentence('it answers 503'));
  await expect(read(await served(200, '<html>Sign in</html>'))).rejects.toThrow(
    sentence('it is no calendar'),
  );
  await expect(read('http://127.0.0.1:1/x.ics')).rejects.toThrow(sentence("it can't be reached"));
  await expect(read('/nowhere/rota.ics')).rejects.toThrow(
    "The rota at /nowhere/rota.ics can't be read: there is no such file.",
  );
});
