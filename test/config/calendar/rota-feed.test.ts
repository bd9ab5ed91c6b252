import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRotaFeed } from '../../../src/config/calendar/rota-feed.js';
import { aRota } from '../../build.js';
import { calendar } from './calendar-text.js';
import { freezing, hostileAnswers } from './hostile.js';
import { served } from './served.js';

const event = ['SUMMARY:Ana', 'DTSTART:20261124T090000Z', 'DTEND:20261124T130000Z'];
const text = calendar(event);
const window = { fromMs: Date.UTC(2026, 10, 1), toMs: Date.UTC(2026, 11, 1) };
const shift = { fromMs: Date.UTC(2026, 10, 24, 9), toMs: Date.UTC(2026, 10, 24, 13), who: ['ana'] };
const read = (from: string, { mayBePrivate = true, deadlineMs = 20_000 } = {}) =>
  createRotaFeed({ from, mayBePrivate }, deadlineMs).read(aRota(), window);

/** The address of a calendar that a server has. */
const address = async (body: string, status = 200) =>
  `${await served((_request, response) => response.writeHead(status).end(body))}/private-token/rota.ics`;

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'greeting-desk-'));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

it('an address and a file are read alike', async () => {
  const file = join(await folder(), 'rota.ics');
  await writeFile(file, text);
  for (const from of [file, await address(text)]) {
    expect(await read(from)).toEqual({ shifts: [shift], problems: [] });
  }
});

it('a feed that is down says so in a sentence, without the secret in its address', async () => {
  const sentence = (why: string) => new RegExp(`^The rota at 127\\.0\\.0\\.1:\\d+ can't be read: ${why}\\.$`);
  await expect(read(await address('', 503))).rejects.toThrow(sentence('it answers 503'));
  await expect(read(await address('<html>Sign in</html>'))).rejects.toThrow(sentence('it is no calendar'));
  await expect(read('http://127.0.0.1:1/x.ics')).rejects.toThrow(sentence("it can't be reached"));
  await expect(read('/nowhere/rota.ics')).rejects.toThrow(
    "The rota at /nowhere/rota.ics can't be read: there is no such file.",
  );
});

describe('what takes too long', () => {
  it('an event that can never be read is left out by its title, and the others count', async () => {
    const never = ['SUMMARY:Ben', 'DTSTART:20261101T090000Z', 'DURATION:PT1H', freezing];
    expect(await read(await address(calendar(never, event)))).toEqual({
      shifts: [shift],
      problems: [{ kind: 'not-understood', event: 'Ben', detail: 'its repetition finds no day' }],
    });
  });

  it('a calendar that is not read by the deadline is given up, and this thread works meanwhile', async () => {
    const never = [...event, freezing];
    let turns = 0;
    const turning = setInterval(() => turns++, 5);
    onTestFinished(() => clearInterval(turning));
    const from = await address(calendar(...Array.from({ length: 100 }, () => never)));
    await expect(read(from, { deadlineMs: 1_000 })).rejects.toThrow('it takes too long to read');
    expect(turns).toBeGreaterThan(20);
  });

  it('an answer that drips is given up at the deadline', async () => {
    const from = await served((_request, response) => hostileAnswers['a slow drip']?.(response));
    await expect(read(from, { deadlineMs: 200 })).rejects.toThrow('it does not answer in time');
  });
});

describe('what is too large', () => {
  it.each(['a gzip of 700 MB', 'one without end'])('%s is left at 2 MB', async (name) => {
    let left = false;
    const from = await served((_request, response) => {
      response.on('close', () => {
        left = !response.writableFinished;
      });
      hostileAnswers[name]?.(response);
    });
    await expect(read(from)).rejects.toThrow('it is larger than 2 MB');
    await expect.poll(() => left).toBe(true);
  });

  it('2 MB unpacked is the most, of an address and of a file', async () => {
    const fitting = text + ' '.repeat(2_000_000 - text.length);
    const file = join(await folder(), 'rota.ics');
    await writeFile(file, `${fitting} `);
    expect((await read(await address(fitting))).shifts).toEqual([shift]);
    await expect(read(await address(`${fitting} `))).rejects.toThrow('it is larger than 2 MB');
    await expect(read(file)).rejects.toThrow('it is larger than 2 MB');
  });

  it('a pipe and a device are no file', async () => {
    const pipe = join(await folder(), 'rota.ics');
    await promisify(execFile)('mkfifo', [pipe]);
    for (const from of [pipe, '/dev/zero', tmpdir()]) {
      await expect(read(from)).rejects.toThrow('it is no file');
    }
  });
});

describe('where it may lead', () => {
  const redirecting = (to: (origin: string) => string) => {
    let origin = '';
    const answer = served((request, response) => {
      if (request.url === '/rota.ics') response.end(text);
      else response.writeHead(302, { location: to(origin) }).end();
    });
    return answer.then((found) => {
      origin = found;
      return `${found}/private-token`;
    });
  };

  it('to another address of its host', async () => {
    const relative = await redirecting(() => '/rota.ics');
    const absolute = await redirecting((origin) => `${origin}/rota.ics`);
    for (const from of [relative, absolute]) expect((await read(from)).shifts).toEqual([shift]);
  });

  it('to no other host, whatever its name is, and in no circle', async () => {
    const other = await address(text);
    const { host, port } = new URL(other);
    await expect(read(await redirecting(() => other))).rejects.toThrow(
      `it leads to another host, ${host} (if that is right, put its address in rota.ics).`,
    );
    const named = await redirecting(() => `http://localhost:${port}/`);
    await expect(read(named)).rejects.toThrow('it leads to another host, localhost');
    await expect(read(await redirecting(() => 'file:///etc/passwd'))).rejects.toThrow(
      'it leads to another host',
    );
    await expect(read(await redirecting(() => 'http://'))).rejects.toThrow(
      'it leads to an address that is none',
    );
    await expect(read(await redirecting(() => '/again'))).rejects.toThrow('it leads in a circle');
  });

  it.each(['127.0.0.1', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433', 'localhost', '0.0.0.0'])(
    'to no address of this network, unless that is allowed: %s',
    async (host) => {
      const asked: boolean[] = [];
      const origin = await served((_request, response) => {
        asked.push(true);
        response.writeHead(503).end();
      });
      const from = origin.replace('127.0.0.1', host);
      await expect(read(from, { mayBePrivate: false })).rejects.toThrow(
        "can't be read: its address is on this network (set rota.privateAddress: true if the calendar is yours).",
      );
      expect(asked).toEqual([]);
      await expect(read(from)).rejects.toThrow('it answers 503');
    },
  );
});
