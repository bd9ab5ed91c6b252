import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptySettings } from '../../src/core/desk/desk-settings.js';
import { cardId, postId } from '../../src/core/ids.js';
import type { DeskKeys } from '../../src/store/keys.js';
import type { Store } from '../../src/store/redis.js';
import { aCard, carla, tuesday } from '../build.js';
import { aPanel, kinds } from '../contracts/documents.js';
import { aPrefix, type OpenStore, openStore } from './open-store.js';
import { isWrite, overheard } from './overheard.js';

let store: OpenStore;
/** The newest write, as it was sent. */
let sent: readonly unknown[];
let scripts: number;
beforeEach(async () => {
  const through = (connection: Store) =>
    overheard(connection, async (words) => {
      scripts += 1;
      if (isWrite(words)) sent = words;
    });
  store = await openStore(aPrefix(), undefined, { through });
});
afterEach(() => store.close());

const arriveAgain = (words: readonly unknown[]) =>
  store.redis.call('EVAL', ...words.map((word) => String(word)));

const keyOf: Readonly<Record<string, (keys: DeskKeys) => string>> = {
  'a card': (keys) => keys.card('mention-5001-2001'),
  'a panel': (keys) => keys.panel('fold-5001'),
  'the settings': (keys) => keys.settings,
};

/** The format that this version writes. */
const formatOf: Readonly<Record<string, number>> = { 'a card': 2, 'a panel': 1, 'the settings': 1 };

describe.each(kinds)('%s', (kind, { named, raise, refuse, count }) => {
  const key = () => keyOf[kind]?.(store.keys) ?? '';

  it('takes no write twice that arrives again after 15 others, and knows its newest 16 alone', async () => {
    await raise(store);
    const first = sent;
    for (let others = 0; others < 15; others++) await raise(store);
    // As if nobody else had written: it is known by its id.
    const rev = await store.redis.hget(key(), 'rev');
    await store.redis.hset(key(), 'rev', '0');
    expect(await arriveAgain(first)).toEqual(['done']);
    await store.redis.hset(key(), 'rev', String(rev));
    expect(await count(store)).toBe(16);
    await raise(store);
    const ops = (await store.redis.hget(key(), 'ops'))?.split(' ') ?? [];
    expect(new Set(ops).size).toBe(16);
    expect(first).not.toContain(ops[0]);
    expect((await arriveAgain(first)) as unknown[]).toEqual(expect.arrayContaining(['stale', '17']));
    expect(await count(store)).toBe(17);
  });

  it('of a newer format is not touched, and the message says what was found and what is read', async () => {
    await raise(store);
    const text = (await store.redis.hget(key(), 'doc')) ?? '';
    const foreign = JSON.stringify({ ...JSON.parse(text), format: 7 });
    // Whoever writes a document counts its revision.
    await store.redis.hset(key(), 'doc', foreign, 'rev', '2');
    const message = `${named} has format 7; this version reads format ${formatOf[kind]}.`;
    await expect(count(store)).rejects.toThrow(message);
    await expect(raise(store)).rejects.toThrow(message);
    await expect(refuse(store)).rejects.toThrow(message);
    expect(await store.redis.hget(key(), 'doc')).toBe(foreign);
  });

  it('that names no format is of the first, and names it from the next write on', async () => {
    await raise(store);
    const text = (await store.redis.hget(key(), 'doc')) ?? '';
    const { format: _unnamed, ...before } = JSON.parse(text);
    await store.redis.hset(key(), 'doc', JSON.stringify(before));
    expect(await count(store)).toBe(1);
    expect(await raise(store)).toBe(2);
    expect(JSON.parse((await store.redis.hget(key(), 'doc')) ?? '')).toMatchObject({
      format: formatOf[kind],
    });
  });
});

it('what is only read is read without a script', async () => {
  const ids = Array.from({ length: 3 }, (_, n) => cardId(`mention-${6001 + n}-2001`));
  for (const id of ids) await store.cards.change(id, () => ({ next: aCard({ id }), result: undefined }));
  await store.panels.change(aPanel.id, () => ({ next: aPanel, result: undefined }));
  scripts = 0;
  expect((await store.cards.waiting(100)).first.map(({ id }) => id)).toEqual(ids);
  expect(await store.cards.heldBy(carla)).toEqual([]);
  expect(await store.cards.get(ids[0] ?? cardId(''))).toMatchObject({ id: ids[0] });
  expect(await store.panels.current({ kind: 'fold', conversation: postId('5001') })).toEqual(aPanel);
  expect(await store.settings.get()).toEqual(emptySettings);
  expect(scripts).toBe(0);
});

describe('what this process wrote a moment ago', () => {
  const draft = (text: string) => ({ text, by: carla, at: tuesday });
  let other: OpenStore;
  beforeEach(async () => {
    other = await openStore(store.prefix);
    await store.cards.change(aCard().id, () => ({ next: aCard(), result: undefined }));
    scripts = 0;
  });
  afterEach(() => other.close());

  const wordsFrom = ({ cards }: OpenStore, word: string) =>
    cards.change(aCard().id, (card) => {
      if (card?.draft) return { refused: 'gone' };
      return { next: card && { ...card, draft: draft(word) }, result: word };
    });

  it('is changed again without a read', async () => {
    expect(await wordsFrom(store, 'ours')).toBe('ours');
    expect(scripts).toBe(1);
  });

  it('is not written over what another process wrote since', async () => {
    await wordsFrom(other, 'theirs');
    expect(await wordsFrom(store, 'ours')).toEqual({ refused: 'gone' });
    expect((await store.cards.get(aCard().id))?.draft?.text).toBe('theirs');
  });

  it('refuses nobody where another process undid it', async () => {
    await wordsFrom(store, 'ours');
    await other.cards.change(aCard().id, () => ({ next: aCard(), result: undefined }));
    expect(await wordsFrom(store, 'ours again')).toBe('ours again');
  });

  /** Redis answers in order. */
  const readAhead = async (): Promise<void> => {
    store.cards.expect(aCard().id);
    await store.redis.ping();
  };

  it('or is expected to be changed is changed without a further read', async () => {
    await wordsFrom(store, 'ours');
    await store.cards.change(aCard().id, () => ({ refused: 'gone' }));
    await readAhead();
    scripts = 0;
    await store.cards.change(aCard().id, () => ({ next: aCard(), result: undefined }));
    expect(scripts).toBe(1);
  });

  it('or expected to be changed refuses nobody, and is not written over what came since', async () => {
    await wordsFrom(other, 'theirs');
    await store.cards.change(aCard().id, () => ({ refused: 'gone' }));
    await readAhead();
    await other.cards.change(aCard().id, () => ({ next: aCard(), result: undefined }));
    expect(await wordsFrom(store, 'ours')).toBe('ours');
    await store.cards.change(aCard().id, () => ({ refused: 'gone' }));
    await other.cards.change(aCard().id, () => ({ next: aCard(), result: undefined }));
    await readAhead();
    await wordsFrom(other, 'theirs');
    expect(await wordsFrom(store, 'ours')).toEqual({ refused: 'gone' });
  });

  it('does not come back where another process removed the card and began it anew', async () => {
    await other.cards.change(aCard().id, () => ({ next: undefined, result: undefined }));
    await wordsFrom(other, 'theirs');
    await other.cards.change(aCard().id, () => ({ next: undefined, result: undefined }));
    const anew = aCard({ draft: draft('anew') });
    await other.cards.change(aCard().id, () => ({ next: anew, result: undefined }));
    expect(await wordsFrom(store, 'ours')).toEqual({ refused: 'gone' });
  });
});

it('settings that a version before this one wrote are read on, and their pause holds', async () => {
  const pause = { by: carla, at: tuesday, reason: 'statement coming' };
  const covers = [
    {
      id: '1',
      whose: carla,
      fromMs: tuesday,
      toMs: tuesday + 1,
      askedBy: carla,
      askedAt: 1,
      version: 1,
      told: 1,
    },
  ];
  await store.redis.hset(store.keys.settings, {
    rev: '3',
    op: '5c1ee0d5-1b0c-4b53-a9b4-f6b7f0a8d5f1',
    doc: JSON.stringify({ pause, covers }),
    pause: JSON.stringify(pause),
  });
  expect(await store.settings.get()).toEqual({ ...emptySettings, pause, covers });
  const worldOf = () => store.cards.change(aCard().id, (next, world) => ({ next, result: world }));
  expect(await worldOf()).toMatchObject({ pause });
  await store.settings.change(({ pause: _over, ...rest }) => ({ next: rest, result: undefined }));
  expect(await worldOf()).not.toHaveProperty('pause');
  expect(await store.settings.get()).toEqual({ ...emptySettings, covers });
  expect(await store.redis.hget(store.keys.settings, 'rev')).toBe('4');
});
