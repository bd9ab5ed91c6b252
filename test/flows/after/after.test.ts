import { beforeEach, describe, expect, it } from 'vitest';
import { linkPanel } from '../../../src/core/board/panel.js';
import { type Action, theDesk } from '../../../src/core/card/actions.js';
import type { Card } from '../../../src/core/card/card.js';
import { pendingEvents } from '../../../src/core/card/decide.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { panelId, type SlackUserId } from '../../../src/core/ids.js';
import { Rejected } from '../../../src/errors.js';
import { act } from '../../../src/flows/act.js';
import { followUp } from '../../../src/flows/after/after.js';
import { takeOver } from '../../../src/flows/answer/claim.js';
import { show } from '../../../src/flows/show/show.js';
import { aCard, ana, ben, carla, minutes } from '../../build.js';
import { aCardIn } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { doWhatFollows } from '../due-work.js';

let ports: FakePorts;
beforeEach(() => {
  ports = fakePorts();
});

const as = (id: string) => actorFor(ports.desk, id);
const stored = (card: Card) => ports.cards.get(card.id);
const keeps = async (card: Card): Promise<Card> => {
  await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
  return card;
};
const does = (card: Card, by: string, action: Action) => act(ports, card.id, action, as(by));
/** Who was told that a card was flagged at a time, in the message that began with it. */
const told = async (card: Card, at: number, to = ana) => {
  const panel = await ports.panels.get(panelId(`told-flagged-${at}-${card.id}-${to}`));
  return panel?.lists?.map((listed) => listed.telling?.what);
};
const isDue = () => ports.due.all().some(({ job }) => job === 'after');

/** The process dies at its n-th write of a card from now. */
function diesAtWrite(n: number): FakePorts {
  let left = n;
  const change: FakePorts['cards']['change'] = (id, update) => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error('died')) : ports.cards.change(id, update);
  };
  return { ...ports, cards: { ...ports.cards, change } };
}

/** Works as long as it is due, and dies once at each write of a card on the way. */
async function diesAtEachWrite(card: Card): Promise<void> {
  for (let n = 0; isDue(); n++) {
    await followUp(diesAtWrite(n), card.id).catch((error: Error) => expect(error.message).toBe('died'));
  }
}

describe('a flag', () => {
  it('is told to the lead on shift once, whoever shows the card, and nothing is due then', async () => {
    const card = await keeps(aCardIn('claimed', {}, ben));
    const at = ports.clock.now();
    await does(card, ben, { do: 'flag' });
    expect(isDue()).toBe(true);
    await show(ports, card.id);
    expect(await told(card, at)).toBeUndefined();
    await Promise.all([followUp(ports, card.id), followUp(ports, card.id)]);
    expect(await told(card, at)).toEqual(['flagged']);
    expect(await told(card, at, carla)).toBeUndefined();
    expect(pendingEvents((await stored(card)) ?? card)).toEqual([]);
    expect(isDue()).toBe(false);
  });

  it('that was lifted before anybody was told is told to nobody', async () => {
    const card = await keeps(aCardIn('claimed', {}, ben));
    const at = ports.clock.now();
    await does(card, ben, { do: 'flag' });
    await does(card, ana, { do: 'unflag' });
    await doWhatFollows(ports);
    expect(await told(card, at)).toBeUndefined();
  });

  it('is told also when the process dies at any moment in between', async () => {
    const card = await keeps(aCardIn('claimed', {}, ben));
    const at = ports.clock.now();
    await does(card, ben, { do: 'flag' });
    await diesAtEachWrite(card);
    expect(await told(card, at)).toEqual(['flagged']);
  });

  it('that comes while another is being told is told as well', async () => {
    const card = await keeps(aCardIn('claimed', {}, ben));
    await does(card, ben, { do: 'flag' });
    await does(card, ana, { do: 'unflag' });
    ports.clock.pass(minutes(1));
    const at = ports.clock.now();
    const { change } = ports.cards;
    let writes = 0;
    const second: FakePorts['cards']['change'] = async (id, update) => {
      writes += 1;
      // The last write drops what was read before it.
      if (writes === 2) await does(card, ben, { do: 'flag' });
      return change(id, update);
    };
    await followUp({ ...ports, cards: { ...ports.cards, change: second } }, card.id);
    expect(isDue()).toBe(true);
    await doWhatFollows(ports);
    expect(await told(card, at)).toEqual(['flagged']);
  });
});

describe('a card that changes hands', () => {
  it('is whispered to whoever lost it, once, with the time at which it happened', async () => {
    const card = await keeps(aCardIn('claimed', {}, ana));
    await takeOver(ports, card.id, as(carla));
    ports.clock.pass(minutes(5));
    await Promise.all([doWhatFollows(ports), doWhatFollows(ports)]);
    expect(ports.board.whispers).toEqual([{ to: ana, text: expect.stringContaining('10:42') }]);
  });

  it('is whispered once at most when the process dies in between', async () => {
    const card = await keeps(aCardIn('claimed', {}, ana));
    await takeOver(ports, card.id, as(carla));
    await diesAtEachWrite(card);
    expect(ports.board.whispers).toHaveLength(1);
  });

  it('changes hands all the same when Slack takes no whisper', async () => {
    const card = await keeps(aCardIn('claimed', {}, ana));
    await takeOver(ports, card.id, as(carla));
    ports.board.whisper = () => Promise.reject(new Rejected('other', 'user_not_in_channel'));
    await doWhatFollows(ports);
    expect(isDue()).toBe(false);
  });
});

it('the private messages about a card are told of its newest version, also when the process dies in between', async () => {
  const panel = panelId('idle-1');
  const begun = {
    id: panel,
    format: 1,
    kind: 'idle',
    to: ana,
    version: 1,
    startedAt: 1,
    closed: false,
  } as const;
  await ports.panels.change(panel, () => ({ next: begun, result: undefined }));
  const card = await keeps(linkPanel(aCardIn('claimed', {}, ana), panel));
  expect(isDue()).toBe(false);
  await does(card, ana, { do: 'release' });
  expect(isDue()).toBe(true);
  await diesAtEachWrite(card);
  expect((await ports.panels.get(panel))?.version).toBeGreaterThan(1);
});

describe('a card that version 0.1.0 left', () => {
  const note = { by: carla, at: 5, text: 'Shorter.', back: true } as const;

  const asked = { state: 'in-review', review: { askedAt: 5 } } as const;
  const passed = { passes: [{ from: carla, to: ben, at: 5 }], holder: { id: ben, since: 5 } } as const;

  it.each<[string, string, Partial<Card>, SlackUserId]>([
    ['flagged', 'flagged', { flag: { by: ben, at: 5 } }, ana],
    ['sent back', 'sent-back', { note }, ben],
    ['in need of a check', 'check-asked', asked, ana],
    ['passed on', 'passed', passed, ben],
  ])('%s and not yet told is told once it is due to be shown', async (_, what, left, to) => {
    const old = aCardIn('claimed', left, ben);
    const { pending: _none, ...card } = old;
    // Its card stands in Slack as it is: nothing has to be shown.
    const message = { token: 't' as never, ts: '1.1', slotAt: 0, shown: card.version };
    await keeps({ ...card, messages: { card: message } });
    // That version had no such job.
    ports.due.remove({ job: 'after', id: card.id });
    await show(ports, card.id);
    await doWhatFollows(ports);
    const panel = await ports.panels.get(panelId(`told-${what}-5-${card.id}-${to}`));
    expect(panel).toMatchObject({ to, lists: [{ card: card.id, telling: { what, of: 5 } }] });
    expect(isDue()).toBe(false);
  });

  it('is told to nobody whom a line in its thread named', async () => {
    const { pending: _none, ...card } = aCardIn('in-review', asked, ben);
    await keeps({
      ...card,
      messages: { 'check-5': { token: 't' as never, slotAt: 0, begunAt: 1, shown: 0 } },
    });
    expect(isDue()).toBe(false);
  });
});

it('what happens by itself to a card that nobody has is followed by nothing', async () => {
  const card = await keeps(aCard());
  await act(ports, card.id, { do: 'withdraw', act: card.acts[0]?.id ?? ('' as never) }, theDesk);
  expect(isDue()).toBe(false);
});
