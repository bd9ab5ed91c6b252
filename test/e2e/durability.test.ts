import { Redis } from 'ioredis';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { ana, ben } from './desk.js';
import { hands, openScene, scene } from './scene.js';

const words = 'Yes Maya, until eight.';
const minutes = (count: number) => count * 60_000;

let redis: OwnRedis;

/** A desk over a Redis that keeps what it knows in one of the README's ways; Maya and Leo have asked something. */
async function open(...options: string[]): Promise<void> {
  redis = await startOwnRedis({ options });
  onTestFinished(() => redis.close());
  await openScene({ redisUrl: redis.url, mayLoseBooks: true });
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Are you open tonight?');
  await scene.mention('leo_b', 'Leo Brandt', '@centrallibrary Is the lift working?');
}

async function snapshot(): Promise<void> {
  const client = new Redis(redis.url);
  await client.save();
  client.disconnect();
}

/** Redis is killed and comes back, and the desk has read what Slack and X have. */
async function crash(): Promise<void> {
  await redis.restart();
  const connected = () =>
    scene.app.idle().then(
      () => true,
      () => false,
    );
  await expect.poll(connected).toBe(true);
  await scene.pass(minutes(2));
}

/** Ana's answer to Leo is out, one to Maya is being written. */
async function anaWorks(): Promise<void> {
  await hands.writes(ana, 'Leo Brandt', 'Answer', 'It works again, Leo.');
  await hands.submit(ana);
  await hands.close(ana);
  await scene.pass(6_000);
  await hands.writes(ana, 'Maya Ortiz', 'Answer', words);
  await hands.close(ana);
}

/** How many messages about a question were ever posted: its card, and a line in the card's thread. */
const posted = (question: string) =>
  scene.sandbox.journal
    .read()
    .filter((entry) => entry.kind === 'chat.postMessage' && String(entry.text).includes(question)).length;

function nothingIsDoubled(): void {
  expect(scene.published('It works again, Leo.')).toHaveLength(1);
  expect(scene.published(words)).toEqual([]);
  for (const question of ['Are you open tonight?', 'Is the lift working?']) {
    expect(posted(question), question).toBe(2);
  }
}

describe.each(['always', 'everysec'])('an append-only file, fsync %s', (fsync) => {
  beforeEach(() => open('--appendonly', 'yes', '--appendfsync', fsync));

  it('a killed Redis comes back with all that people were told is saved', async () => {
    await anaWorks();
    await crash();
    nothingIsDoubled();
    expect(await hands.shown('Leo Brandt')).toContain('Ana answered at');
    expect(await hands.shown('Maya Ortiz')).toContain('Ana is answering');
    await scene.press(ana, 'Maya Ortiz', 'Open');
    expect(await hands.reads(ana)).toContain(words);
  });
});

describe('no append-only file', () => {
  beforeEach(() => open('--appendonly', 'no'));

  it('a crash loses claims and drafts since the last snapshot, and nothing else', async () => {
    await snapshot();
    await anaWorks();
    await scene.mention('zoe_w', 'Zoe Wild', '@centrallibrary Do you lend ukuleles?');
    await crash();
    nothingIsDoubled();
    expect(posted('Do you lend ukuleles?')).toBe(2);
    // What X has is read from X.
    expect(await hands.shown('Leo Brandt')).toContain('answered in the X app at');
    await scene.press(ben, 'Maya Ortiz', 'Answer');
    expect(await hands.shown('Maya Ortiz')).toContain('Ben is answering');
    expect(await hands.reads(ben)).not.toContain(words);
  });

  it('without any snapshot the desk begins anew, and answers nothing twice', async () => {
    await anaWorks();
    await crash();
    nothingIsDoubled();
    await scene.mention('zoe_w', 'Zoe Wild', '@centrallibrary Do you lend ukuleles?');
    expect(posted('Do you lend ukuleles?')).toBe(2);
  });
});
