import { beforeEach, describe, expect, it } from 'vitest';
import { theDesk } from '../../../src/core/card/actions.js';
import type { Card, Mention } from '../../../src/core/card/card.js';
import { addAct, followAct } from '../../../src/core/card/join.js';
import { followCardId, mentionCardId } from '../../../src/core/card/select.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { accountId, actId, type CardId, cardId, panelId, postId, token } from '../../../src/core/ids.js';
import { act } from '../../../src/flows/act.js';
import { beginHello, skipAll } from '../../../src/flows/answer/hello.js';
import { closeRest } from '../../../src/flows/answer/read-answers.js';
import { showPanel } from '../../../src/flows/show/panel.js';
import { show } from '../../../src/flows/show/show.js';
import { muteConversation, unmute } from '../../../src/flows/team/mute.js';
import { aMention, ana, aPatron, ben, minutes, tuesday } from '../../build.js';
import { fakeClock } from '../../fakes/clock.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { doWhatFollows } from '../due-work.js';

const digest = panelId('digest-2026-11-24');
const fold = panelId('fold-5000');
const conversation = postId('5000');

let ports: FakePorts;
let as: (id: string) => ReturnType<typeof actorFor>;
beforeEach(() => {
  ports = fakePorts();
  as = (id) => actorFor(ports.desk, id);
});

const shown = () => ports.board.channel.map(({ key, of }) => (key === 'card' ? of : key));

/** Works until nothing but polls and expiry is due, as the tick does. */
async function showAll(): Promise<void> {
  const next = () => ports.due.all().find(({ job }) => job === 'show' || job === 'panel');
  await doWhatFollows(ports);
  for (let due = next(); due; due = next()) {
    ports.clock.pass(Math.max(0, due.at - ports.clock.now()));
    await (due.job === 'show' ? show(ports, cardId(due.id)) : showPanel(ports, panelId(due.id)));
  }
}

async function joins(card: Card): Promise<CardId> {
  await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
  await showAll();
  return card.id;
}

const follows = (n: number) => {
  const patron = aPatron({ id: accountId(`${n}`) });
  const id = followCardId(patron.id);
  const now = ports.clock.now();
  return joins(addAct(undefined, id, followAct(patron, now), patron, now).card);
};

const replies = (n: number, topic: 'question' | 'other' = 'other', muted = false) => {
  const patron = aPatron({ id: accountId(`${n}`) });
  const mention = aMention({ id: actId(`${5000 + n}`), topic, at: ports.clock.now() });
  const id = mentionCardId(conversation, patron.id);
  return joins(addAct(undefined, id, mention, patron, ports.clock.now(), muted ? 'muted' : undefined).card);
};

const stateOf = async (id: CardId) => (await ports.cards.get(id))?.state;

/** What is due some days later anyway. */
const later: readonly string[] = ['expire', 'purge', 'purge-panel'];

describe('new followers', () => {
  it('have a message of their own twice a shift, the others share the digest', async () => {
    for (let n = 1; n <= 5; n++) await follows(n);
    expect(shown()).toEqual(['follow-1', 'follow-2', 'panel']);
    expect(await ports.cards.inPanel(digest)).toMatchObject({ open: ['follow-3', 'follow-4', 'follow-5'] });
  });

  it('come to the digest at once when nobody is on shift', async () => {
    ports = fakePorts({ clock: fakeClock(Date.UTC(2026, 10, 22, 12)) });
    await follows(1);
    expect(shown()).toEqual(['panel']);
  });

  it('find a new digest on the next day that the library opens, not before', async () => {
    ports = fakePorts({ clock: fakeClock(Date.UTC(2026, 10, 21, 20)) });
    await follows(1);
    ports.clock.pass(minutes(15 * 60));
    await follows(2);
    expect(shown()).toEqual(['panel']);
    ports.clock.pass(minutes(24 * 60));
    for (let n = 3; n <= 5; n++) await follows(n);
    expect(shown()).toEqual(['panel', 'follow-3', 'follow-4', 'panel']);
    expect((await ports.panels.get(panelId('digest-2026-11-21')))?.closed).toBe(true);
  });

  it('make the digest show each change of theirs, a few seconds apart', async () => {
    for (let n = 1; n <= 4; n++) await follows(n);
    const before = ports.board.channel.at(-1)?.version ?? 0;
    const at = ports.clock.now();
    await act(ports, cardId('follow-4'), { do: 'dismiss' }, as(ana));
    await showAll();
    expect(ports.board.channel.at(-1)?.version).toBeGreaterThan(before);
    expect(ports.clock.now() - at).toBeLessThanOrEqual(ports.timings.panelEveryMs);
    expect(ports.due.all().filter(({ job }) => !later.includes(job))).toEqual([]);
  });

  it('who join while the digest is brought up to date are shown by the next time', async () => {
    for (let n = 1; n <= 3; n++) await follows(n);
    const patron = aPatron({ id: accountId('4') });
    const { card } = addAct(undefined, followCardId('4'), followAct(patron, tuesday), patron, tuesday);
    const dismissed = await act(ports, cardId('follow-3'), { do: 'dismiss' }, as(ana));
    if ('refused' in dismissed) throw new Error('refused');
    await show(ports, cardId('follow-3'));
    ports.clock.pass(ports.timings.panelEveryMs);
    ports.board.meanwhile = async () => {
      ports.board.meanwhile = async () => {};
      await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
      await show(ports, card.id);
    };
    await showPanel(ports, digest);
    const { updates } = ports.board.channel.at(-1) ?? {};
    await showAll();
    expect(ports.board.channel.at(-1)?.updates).toBe((updates ?? 0) + 1);
  });

  it('whoever joins while the digest is closed is not left behind in it', async () => {
    for (let n = 1; n <= 3; n++) await follows(n);
    const patron = aPatron({ id: accountId('4') });
    const joined = addAct(undefined, followCardId('4'), followAct(patron, tuesday), patron, tuesday).card;
    await ports.cards.change(joined.id, () => ({ next: { ...joined, panel: digest }, result: undefined }));
    await ports.panels.change(digest, (panel) => ({
      next: panel && { ...panel, closed: true },
      result: undefined,
    }));
    await showAll();
    expect((await ports.cards.get(joined.id))?.panel).toBe('digest-2026-11-24-2');
  });
});

describe('Say hello to all', () => {
  const hello = async () => {
    for (let n = 1; n <= 4; n++) await follows(n);
    return beginHello(ports, digest, as(ana));
  };

  it('is a card of its own, of whoever begins it', async () => {
    expect(await hello()).toMatchObject({
      id: `hello-${digest}`,
      state: 'claimed',
      holder: { id: ana },
      acts: [{ kind: 'hello', digest, greets: 2 }],
    });
    expect(await beginHello(ports, digest, as(ben))).toMatchObject({ refused: 'taken', by: ana });
  });

  it('can be begun again after somebody closed it', async () => {
    const card = await hello();
    if ('refused' in card) throw new Error('refused');
    await act(ports, card.id, { do: 'dismiss' }, as(ana));
    expect(await beginHello(ports, digest, as(ana))).toMatchObject({ state: 'claimed' });
  });

  it('once it is on X, however that became known, greets everybody who is in the digest then', async () => {
    const card = await hello();
    if ('refused' in card) throw new Error('refused');
    await follows(5);
    const words = 'Which book do you give away most?';
    await act(
      ports,
      card.id,
      ({ boot }) => ({ do: 'approve', text: words, undoMs: 0, goodForMs: 1, goodAtLeastMs: 1, boot }),
      as(ana),
    );
    await showAll();
    expect(await stateOf(cardId('follow-3'))).toBe('open');
    const post = { postId: postId('9001'), at: ports.clock.now(), text: words, asApproved: true };
    const { reply } = (await ports.cards.get(card.id)) ?? {};
    await act(
      ports,
      card.id,
      ({ boot }) => ({ do: 'begin', token: reply?.token ?? ('t' as never), leaseMs: 1, boot }),
      theDesk,
    );
    await act(ports, card.id, { do: 'seen', post }, theDesk);
    await showAll();
    expect(await stateOf(card.id)).toBe('sent');
    for (const id of ['follow-3', 'follow-4', 'follow-5']) {
      expect((await ports.cards.get(cardId(id)))?.closed).toMatchObject({ reason: 'hello' });
    }
    expect(await stateOf(cardId('follow-1'))).toBe('open');
    expect(await ports.panels.get(digest)).toMatchObject({
      closed: true,
      outcome: { how: 'greeted', by: ana },
    });
    expect(await beginHello(ports, digest, as(ben))).toMatchObject({ refused: 'answered', by: ana });
  });
});

it('Skip all closes everybody in the digest, and is for staff', async () => {
  for (let n = 1; n <= 4; n++) await follows(n);
  expect(await skipAll(ports, digest, as('U0NOBODY9'))).toEqual({ refused: 'not-staff' });
  expect(await skipAll(ports, digest, as(ben))).toBeUndefined();
  expect(await stateOf(cardId('follow-4'))).toBe('dismissed');
  expect(await stateOf(cardId('follow-1'))).toBe('open');
  await follows(5);
  expect((await ports.cards.get(cardId('follow-5')))?.panel).toBe('digest-2026-11-24-2');
});

describe('people who wait in one conversation', () => {
  it('fold into one message from the third on; what stood before leads there', async () => {
    for (let n = 1; n <= 4; n++) await replies(n);
    expect(shown().filter((key) => !key.startsWith('line'))).toEqual([
      expect.stringMatching(/^former-/u),
      expect.stringMatching(/^former-/u),
      'panel',
    ]);
    expect((await ports.cards.inPanel(fold)).open).toHaveLength(4);
    expect(ports.due.all().filter(({ job }) => !later.includes(job))).toEqual([]);
  });

  it('a question has a message of its own, also when its writer stood in the fold before', async () => {
    for (let n = 1; n <= 3; n++) await replies(n);
    await replies(4, 'question');
    const asks = aMention({ id: actId('5999'), at: ports.clock.now() });
    const id = mentionCardId(conversation, '1');
    await act(ports, id, { do: 'another-act', act: asks, patron: aPatron({ id: accountId('1') }) }, theDesk);
    await showAll();
    expect(shown()).toContain(mentionCardId(conversation, '4'));
    expect(shown()).toContain(id);
    expect((await ports.cards.inPanel(fold)).open).toHaveLength(2);
  });

  it('questions alone never fold', async () => {
    for (let n = 1; n <= 5; n++) await replies(n, 'question');
    expect(shown()).not.toContain('panel');
  });

  it('one of whom somebody has taken up stays where it is', async () => {
    const first = await replies(1);
    await act(ports, first, { do: 'claim' }, as(ana));
    for (let n = 2; n <= 4; n++) await replies(n);
    expect((await ports.cards.get(first))?.panel).toBeUndefined();
    expect((await ports.cards.inPanel(fold)).all).toHaveLength(3);
  });

  it('one that is passed on gets a message of its own', async () => {
    for (let n = 1; n <= 3; n++) await replies(n);
    const id = mentionCardId(conversation, '3');
    await act(ports, id, { do: 'pass', to: ben, note: '' }, as(ana));
    await showAll();
    expect(shown().slice(-2)).toEqual([id, 'panel']);
  });
});

describe('a muted conversation', () => {
  it('is closed, with all that comes later, in its fold', async () => {
    const first = await replies(1, 'question');
    expect(await muteConversation(ports, conversation, as(ana))).toBeUndefined();
    expect(await stateOf(first)).toBe('dismissed');
    expect((await ports.settings.get()).muted).toMatchObject([{ conversation, by: ana }]);
    await replies(2, 'question', true);
    expect((await ports.cards.inPanel(fold)).all).toEqual([mentionCardId(conversation, '2')]);
    expect(await ports.panels.get(fold)).toMatchObject({ outcome: { how: 'muted', by: ana } });
  });

  it('is open again after Unmute, and what was closed stays closed', async () => {
    const first = await replies(1);
    await muteConversation(ports, conversation, as(ana));
    await unmute(ports, conversation, as(ben));
    expect((await ports.settings.get()).muted).toEqual([]);
    expect((await ports.panels.get(fold))?.outcome).toBeUndefined();
    expect(await stateOf(first)).toBe('dismissed');
  });

  it('is a matter of staff', async () => {
    expect(await muteConversation(ports, conversation, as('U0NOBODY9'))).toEqual({ refused: 'not-staff' });
    expect(await unmute(ports, conversation, as('U0NOBODY9'))).toEqual({ refused: 'not-staff' });
  });
});

describe('answers to our question', () => {
  const asked = panelId('asked-5000');
  const answers = (n: number, given: Partial<Mention> = {}, muted = false) => {
    const patron = aPatron({ id: accountId(`${n}`) });
    const ours = { answered: 'What are you reading?', asked: true } as const;
    const at = ports.clock.now();
    const mention = aMention({ id: actId(`${5000 + n}`), topic: 'other', at, ours, ...given });
    const id = mentionCardId(conversation, patron.id);
    return joins(addAct(undefined, id, mention, patron, at, muted ? 'muted' : undefined).card);
  };

  it('share a message from the fourth on, and those that somebody has stay where they are', async () => {
    const [first = cardId('')] = [await answers(1), await answers(2), await answers(3)];
    await act(ports, first, { do: 'claim' }, as(ana));
    await answers(4);
    expect(await ports.panels.get(asked)).toMatchObject({ kind: 'asked', question: 'What are you reading?' });
    expect((await ports.cards.inPanel(asked)).all).toHaveLength(3);
    expect((await ports.cards.get(first))?.panel).toBeUndefined();
  });

  it('share it from the fourth on also when the first three are answered already', async () => {
    for (const n of [1, 2, 3]) await act(ports, await answers(n), { do: 'dismiss' }, as(ana));
    await answers(4);
    expect((await ports.cards.inPanel(asked)).all).toHaveLength(1);
  });

  it('do not count towards a fold of what else is said there', async () => {
    for (const n of [1, 2]) await answers(n);
    for (const n of [3, 4]) await replies(n);
    expect(await ports.panels.get(fold)).toBeUndefined();
    await replies(5);
    expect((await ports.cards.inPanel(fold)).all).toHaveLength(3);
  });

  it('find their message in Slack when the store comes back without its record', async () => {
    for (const n of [1, 2, 3]) await answers(n);
    const panel = { id: asked, format: 1, kind: 'asked', version: 1, startedAt: 1, closed: false } as const;
    const message = { token: token('t'), slotAt: 0, shown: 0 };
    const content = { panel, inPanel: { all: [], open: [] } };
    const { ts } = await ports.board.post(content, message, () => true);
    await ports.recovery.keep({ of: asked, key: 'panel', token: message.token, ts });
    await answers(4);
    expect((await ports.panels.get(asked))?.message).toMatchObject({ ts });
    expect(shown().filter((key) => key === 'panel')).toHaveLength(1);
  });

  it('of a muted conversation arrive closed in their message, and Unmute ends that', async () => {
    for (const n of [1, 2, 3, 4]) await answers(n);
    await muteConversation(ports, conversation, as(ana));
    await showAll();
    expect(await ports.panels.get(asked)).toMatchObject({ outcome: { how: 'muted', by: ana } });
    expect(await ports.panels.get(fold)).toBeUndefined();
    await answers(5, {}, true);
    expect((await ports.cards.inPanel(asked)).all).toHaveLength(5);
    await unmute(ports, conversation, as(ana));
    expect((await ports.panels.get(asked))?.outcome).toBeUndefined();
  });

  it('that are closed by No reply needed to the rest leave those that somebody has', async () => {
    const ids = [await answers(1), await answers(2), await answers(3), await answers(4)];
    const [first = cardId('')] = ids;
    await act(ports, first, { do: 'claim' }, as(ben));
    expect(await closeRest(ports, asked, as(ana))).toBeUndefined();
    expect(await Promise.all(ids.map(stateOf))).toEqual(['claimed', 'dismissed', 'dismissed', 'dismissed']);
    expect(await ports.panels.get(asked)).toMatchObject({ read: { by: ana }, outcome: { how: 'rest' } });
    expect(await closeRest(ports, asked, { kind: 'outsider', id: ana })).toEqual({ refused: 'not-staff' });
  });
});
