import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { networkPolls } from '../../../src/core/due/due-entries.js';
import { accountId, boot, type CardId, compareIds, deskId, panelId } from '../../../src/core/ids.js';
import { claim } from '../../../src/flows/answer/claim.js';
import { watch } from '../../../src/flows/watch/watch.js';
import type { Update } from '../../../src/ports/documents.js';
import type { Watermarks } from '../../../src/ports/network.js';
import { aDesk, ana, aPatron, minutes, tuesday } from '../../build.js';
import { fakeLedger } from '../../fakes/ledger.js';
import { us } from '../../fakes/network.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { doWhatFollows } from '../due-work.js';
import { cardOf, idAt, mayasPostAt } from '../on-x.js';

const maya = aPatron();
const bystander = aPatron({ id: accountId('2003'), handle: 'dee' });

/** A desk that has read mentions once, a minute ago. */
async function watching(): Promise<FakePorts> {
  const ports = fakePorts();
  await watch(ports, 'mentions');
  ports.clock.pass(minutes(1));
  return ports;
}

it('a mention becomes a card, and the next look is put down', async () => {
  const ports = await watching();
  const post = mayasPostAt(ports.clock.now());
  ports.network.arrives(post, maya);
  await watch(ports, 'mentions');
  expect(await ports.cards.get(cardOf(post))).toMatchObject({ state: 'open', acts: [{ id: post.id }] });
  expect(ports.due.all()).toContainEqual({ job: 'poll', id: 'mentions', at: ports.clock.now() + 60_000 });
});

it('asking twice changes nothing', async () => {
  const ports = await watching();
  const post = mayasPostAt(ports.clock.now());
  ports.network.arrives(post, maya);
  await watch(ports, 'mentions');
  const once = await ports.cards.get(cardOf(post));
  await watch(ports, 'mentions');
  expect(await ports.cards.get(cardOf(post))).toEqual(once);
});

it('what was there before the desk began makes no card', async () => {
  const ports = fakePorts();
  const old = mayasPostAt(tuesday - 1);
  ports.network.arrives(old, maya);
  await watch(ports, 'mentions');
  expect(await ports.cards.get(cardOf(old))).toBeUndefined();
});

it('a mention that X shows late, with a smaller id than one that was read, still becomes a card', async () => {
  const ports = await watching();
  const late = mayasPostAt(tuesday + 1_000);
  ports.network.arrives(mayasPostAt(tuesday + 2_000), maya);
  await watch(ports, 'mentions');
  ports.network.arrives(late, maya);
  await watch(ports, 'mentions');
  expect(await ports.cards.get(cardOf(late))).toBeDefined();
});

it('so does one that X showed late while nobody watched for hours', async () => {
  const ports = await watching();
  const late = mayasPostAt(tuesday + 1_000);
  ports.network.arrives(mayasPostAt(tuesday + 2_000), maya);
  await watch(ports, 'mentions');
  ports.network.arrives(late, maya);
  ports.clock.pass(minutes(180));
  await watch(ports, 'mentions');
  expect(await ports.cards.get(cardOf(late))).toBeDefined();
});

it('so does the first of all, when it came while nobody watched for hours', async () => {
  const ports = await watching();
  const first = mayasPostAt(tuesday + minutes(2));
  ports.network.arrives(first, maya);
  ports.clock.pass(minutes(180));
  await watch(ports, 'mentions');
  expect(await ports.cards.get(cardOf(first))).toBeDefined();
});

it('bystanders who carry our name along make no card, nor do we ourselves', async () => {
  const ports = await watching();
  const now = ports.clock.now();
  const chat = mayasPostAt(now, {
    authorId: bystander.id,
    text: 'lovely!',
    repliedToAccount: maya.id,
    names: [],
    carried: [maya.id, us.id],
  });
  const own = mayasPostAt(now, { id: idAt(now, 2), authorId: us.id, text: '@centrallibrary is us' });
  ports.network.arrives(chat, bystander);
  ports.network.arrives(own, { ...maya, id: us.id });
  await watch(ports, 'mentions');
  expect((await ports.cards.waiting(100)).first).toEqual([]);
});

it('a second post in the conversation joins its card', async () => {
  const ports = await watching();
  const first = mayasPostAt(ports.clock.now());
  const thanks = mayasPostAt(ports.clock.now() + 5, {
    conversationId: first.id,
    text: '@centrallibrary thanks',
  });
  ports.network.arrives(first, maya);
  ports.network.arrives(thanks, maya);
  await watch(ports, 'mentions');
  expect((await ports.cards.get(cardOf(first)))?.acts.map(({ id }) => id)).toEqual([first.id, thanks.id]);
});

it('the mark moves only after the acts are stored', async () => {
  const ports = await watching();
  const post = mayasPostAt(ports.clock.now());
  ports.network.arrives(post, maya);
  const failing = { ...ports.cards, change: () => Promise.reject(new Error('storage down')) };
  await expect(watch({ ...ports, cards: failing }, 'mentions')).rejects.toThrow('storage down');
  expect((await ports.watermarks.newest('mentions')).at).toBeUndefined();
  await watch(ports, 'mentions');
  expect((await ports.watermarks.newest('mentions')).at).toBe(post.at);
  expect(await ports.cards.get(cardOf(post))).toBeDefined();
});

it('a read that ends under another boot than it began under moves no mark', async () => {
  const ports = await watching();
  ports.network.arrives(mayasPostAt(ports.clock.now()), maya);
  ports.network.weAnswer({ text: 'About opening hours' });
  const begun: Watermarks = {
    ...ports.watermarks,
    newest: async (poll) => ({ ...(await ports.watermarks.newest(poll)), boot: boot('the one before') }),
  };
  for (const poll of ['mentions', 'own-posts'] as const) {
    await watch({ ...ports, watermarks: begun }, poll);
    expect((await ports.watermarks.newest(poll)).at, poll).toBeUndefined();
    await watch(ports, poll);
    expect((await ports.watermarks.newest(poll)).at, poll).toBeDefined();
  }
});

it('an answer that a colleague gave in the X app while nobody watched for hours is noticed', async () => {
  const ports = await watching();
  await watch(ports, 'own-posts');
  const post = mayasPostAt(ports.clock.now());
  ports.network.arrives(post, maya);
  await watch(ports, 'mentions');
  const before = ports.network.weAnswer({ text: 'About opening hours' });
  await watch(ports, 'own-posts');
  expect((await ports.watermarks.newest('own-posts')).at).toBe(before.at);
  ports.clock.pass(minutes(1));
  const answer = ports.network.weAnswer({ text: 'Yes, 40!', repliedTo: post.id });
  ports.clock.pass(minutes(180));
  await watch(ports, 'own-posts');
  expect(await ports.cards.get(cardOf(post))).toMatchObject({
    state: 'sent',
    answers: [{ postId: answer.id, how: 'in-x' }],
  });
});

it('a patron who goes on in her own thread gets what she adds onto her card', async () => {
  const ports = await watching();
  const first = mayasPostAt(ports.clock.now());
  const more = mayasPostAt(ports.clock.now() + 5, {
    conversationId: first.id,
    text: '@centrallibrary and on Sundays?',
    repliedToAccount: maya.id,
  });
  ports.network.arrives(first, maya);
  ports.network.arrives(more, maya);
  await watch(ports, 'mentions');
  expect((await ports.cards.get(cardOf(first)))?.acts.map(({ id }) => id)).toEqual([first.id, more.id]);
});

it('an edited post updates its card, and whoever has it is told', async () => {
  const ports = await watching();
  const first = mayasPostAt(ports.clock.now());
  ports.network.arrives(first, maya);
  await watch(ports, 'mentions');
  await claim(ports, cardOf(first), { kind: 'staff', id: ana, lead: false, trainee: false, xSignIn: true });
  const told: [string, string][] = [];
  ports.board.whisper = async (to, text) => void told.push([to, text]);
  const id = idAt(ports.clock.now() + 5);
  ports.network.arrives(
    { ...first, id, versions: [first.id, id], text: '@centrallibrary Large print?' },
    maya,
  );
  await watch(ports, 'mentions');
  await watch(ports, 'mentions');
  expect(await ports.cards.get(cardOf(first))).toMatchObject({
    acts: [{ id: first.id, versions: [first.id, id], text: '@centrallibrary Large print?' }],
  });
  await doWhatFollows(ports);
  expect(told).toEqual([[ana, expect.stringContaining('Somebody changed the post you are answering')]]);
});

it('in a muted conversation a mention waits for nobody', async () => {
  const ports = await watching();
  const first = mayasPostAt(ports.clock.now());
  await ports.settings.change((settings) => ({
    next: { ...settings, muted: [{ conversation: first.id, by: ana, at: tuesday }] },
    result: undefined,
  }));
  ports.network.arrives(first, maya);
  await watch(ports, 'mentions');
  expect(await ports.cards.get(cardOf(first))).toMatchObject({
    state: 'dismissed',
    closed: { reason: 'muted' },
  });
});

describe('many mentions of one patron', () => {
  /** How often the store is asked for what cards say, and how often it is asked to write one. */
  async function asked(count: number) {
    const ports = await watching();
    const at = ports.clock.now();
    for (let n = 1; n <= count; n++) ports.network.arrives(mayasPostAt(at, { id: idAt(at, n) }), maya);
    const asks = { read: 0, written: 0 };
    const counted = {
      ...ports.cards,
      get: (id: CardId) => {
        asks.read += 1;
        return ports.cards.get(id);
      },
      change: <T>(id: CardId, update: Update<Card, T>) => {
        asks.written += 1;
        return ports.cards.change(id, update);
      },
    };
    const look = async () => {
      Object.assign(asks, { read: 0, written: 0 });
      await watch({ ...ports, cards: counted }, 'mentions');
      return { ...asks };
    };
    const first = await look();
    expect((await ports.cards.waiting(100)).first).toHaveLength(count);
    return { ports, first, again: await look(), look };
  }

  it('cost twice as much when there are twice as many', async () => {
    const [few, many] = [await asked(20), await asked(40)];
    expect(many.first.read).toBeLessThanOrEqual(2 * few.first.read);
    expect(many.first.written).toBeLessThanOrEqual(2 * few.first.written);
  });

  it('that are known already cost no card a read or write', async () => {
    expect((await asked(20)).again).toEqual({ read: 0, written: 0 });
  });

  it('cost what is new of them', async () => {
    const { ports, look } = await asked(20);
    const [card] = (await ports.cards.waiting(100)).first;
    const [first] = (card?.acts ?? []).flatMap((act) => (act.kind === 'mention' ? act.versions : []));
    if (!card || !first) throw new Error('No mention is stored.');
    const id = idAt(ports.clock.now() + 5);
    const edited = { id, conversationId: first, versions: [first, id], text: '@centrallibrary Large print?' };
    ports.network.arrives(mayasPostAt(ports.clock.now(), edited), maya);
    expect((await look()).written).toBe(1);
    expect(await ports.cards.get(card.id)).toMatchObject({ acts: [{ text: edited.text }] });
    expect(await look()).toEqual({ read: 0, written: 0 });
  });

  it('that come in one read still know each other', async () => {
    const { ports } = await asked(3);
    const acts = (await ports.cards.waiting(100)).first.flatMap((card) => card.acts);
    expect(acts.toSorted((a, b) => compareIds(a.id, b.id))).toMatchObject([
      { first: true },
      { nthQuestion: 2 },
      { nthQuestion: 3 },
    ]);
  });
});

describe("X's newest 800 mentions", () => {
  const flood = (ports: FakePorts, count: number) => {
    for (let n = 1; n <= count; n++) {
      const id = idAt(ports.clock.now() + 1_000, n);
      ports.network.arrives(
        mayasPostAt(ports.clock.now() + 1_000, { id, authorId: accountId(`3${n}`) }),
        maya,
      );
    }
  };
  const hasRead = async () => {
    const ports = await watching();
    const known = mayasPostAt(ports.clock.now());
    ports.network.arrives(known, maya);
    await watch(ports, 'mentions');
    return { ports, said: () => ports.panels.get(panelId(`notice-mentions-${known.at}`)) };
  };

  it('may leave out older ones: it is said once that they are missing', async () => {
    const { ports, said } = await hasRead();
    flood(ports, 801);
    await watch(ports, 'mentions');
    expect((await said())?.text).toContain(
      'X shows only its newest 800 mentions. Those before 10:43 may be missing',
    );
    const once = await said();
    await watch(ports, 'mentions');
    expect(await said()).toEqual(once);
  });

  it('leave out nothing when they reach back to what was read before', async () => {
    const { ports, said } = await hasRead();
    flood(ports, 799);
    await watch(ports, 'mentions');
    expect(await said()).toBeUndefined();
  });
});

describe('the budget', () => {
  const spent = async (usd: number) => {
    const ports = fakePorts({ desk: aDesk({ budget: { monthlyUsd: 50 } }) });
    const charge = { call: 'read', priceMicroUsd: usd * 1_000_000, count: 1, at: tuesday };
    await ports.ledger.charge(charge);
    let reads = 0;
    ports.network.beforeRead = () => {
      reads += 1;
    };
    for (const poll of networkPolls) await watch(ports, poll);
    const everyMs = Object.fromEntries(ports.due.all().map(({ id, at }) => [id, at - tuesday]));
    return { ports, everyMs, reads: () => reads };
  };
  const said = async (ports: FakePorts, key: string) =>
    (await ports.panels.get(panelId(`notice-budget-${key}-2026-11`)))?.text;

  it('far away slows nothing', async () => {
    const { ports, everyMs } = await spent(39);
    expect(everyMs).toMatchObject({ mentions: minutes(1), followers: minutes(5), 'own-posts': minutes(1) });
    expect(await said(ports, 'slow')).toBeUndefined();
  });

  it.each([
    [40, 2],
    [48, 5],
  ])('of 50 dollars near at %d makes reading slower, and it is said', async (usd, times) => {
    const { ports, everyMs, reads } = await spent(usd);
    expect(everyMs).toMatchObject({
      mentions: times * minutes(1),
      followers: times * minutes(5),
      'own-posts': times * minutes(1),
    });
    expect(reads()).toBe(3);
    expect(await said(ports, 'slow')).toContain("80% of this month's X budget of $50 is used up.");
    expect(await said(ports, 'stopped')).toBeUndefined();
  });

  it.each([40, 48, 50])(
    'of 50 dollars at %d: what was removed on X is looked for as often as ever',
    async (usd) => {
      const { everyMs } = await spent(usd);
      expect(everyMs).toMatchObject({ recheck: minutes(360) });
    },
  );

  it.each([
    [46, 'slow', 2, 3],
    [49, 'slow', 5, 3],
    [50, 'stopped', 5, 1],
  ] as const)(
    'of all desks together, near at %d dollars, makes every desk slower and is told once as %s',
    async (usd, key, times, mayRead) => {
      const branch = fakeLedger();
      const charge = { call: 'read', priceMicroUsd: 45 * 1_000_000, count: 1, at: tuesday };
      await branch.charge(charge);
      const budgetTogether = { monthlyUsd: 50, desks: [deskId('central'), deskId('branch')] };
      const ports: FakePorts = {
        ...fakePorts({ desk: aDesk({ budget: { monthlyUsd: 20 }, budgetTogether }) }),
        ledger: fakeLedger([branch]),
      };
      await ports.ledger.charge({ ...charge, priceMicroUsd: (usd - 45) * 1_000_000 });
      let reads = 0;
      ports.network.beforeRead = () => {
        reads += 1;
      };
      for (const poll of networkPolls) await watch(ports, poll);
      expect(Object.fromEntries(ports.due.all().map(({ id, at }) => [id, at - tuesday]))).toMatchObject({
        mentions: times * minutes(1),
        followers: times * minutes(5),
      });
      expect(reads).toBe(mayRead);
      expect(await said(ports, `${key}-together`)).toContain('of $50 for all desks together is used up.');
      expect(await said(ports, key)).toBeUndefined();
    },
  );

  it('that is used up leaves only our own timeline to read, and it is said', async () => {
    const { ports, reads } = await spent(50);
    expect(reads()).toBe(1);
    expect(await said(ports, 'stopped')).toContain("This month's X budget of $50 is used up.");
  });
});
