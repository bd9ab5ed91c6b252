import { beforeEach, describe, expect, it } from 'vitest';
import { type Actor, theDesk } from '../../../src/core/card/actions.js';
import type { Card } from '../../../src/core/card/card.js';
import { isRefusal } from '../../../src/core/card/refusal.js';
import { actId, token as asToken, postId } from '../../../src/core/ids.js';
import { Unreachable } from '../../../src/errors.js';
import { act } from '../../../src/flows/act.js';
import { submit } from '../../../src/flows/answer/submit.js';
import { pause, resume } from '../../../src/flows/team/pause.js';
import { aBoot, aMention, ana, aPatron, aPost, ben, carla, minutes, tuesday } from '../../build.js';
import { asAna, asBen, asCarla, asDora, mayasPost } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { aStoredCard, idAt, mayasPostAt } from '../on-x.js';

const words = 'Hi Maya, yes: 40 at Central.';

let ports: FakePorts;
let card: Card;
beforeEach(async () => {
  ports = fakePorts();
  ports.network.arrives(aPost({ id: mayasPost }), aPatron());
  card = await aStoredCard(ports, 'claimed');
});

/** Sends words; gives why they were refused or stopped, and the stored card when they were not. */
async function send(actor: Actor, text: string) {
  const submitted = await submit(ports, card.id, actor, { text });
  if ('refusal' in submitted) return submitted.refusal;
  return 'stop' in submitted ? submitted.stop : submitted.card;
}

const now = async () => (await ports.cards.get(card.id)) ?? card;
const takeOver = (who: typeof asAna) => act(ports, card.id, { do: 'take-over', handOffQuietMs: 0 }, who);

it('records exactly the words, signed, good for a quarter of an hour', async () => {
  await send(asAna, words);
  const goodUntil = tuesday + minutes(15);
  expect(await now()).toMatchObject({
    state: 'sending',
    reply: {
      n: 1,
      text: `${words} ^AK`,
      replyTo: mayasPost,
      approvedBy: ana,
      approvedAt: tuesday,
      goodUntil,
    },
  });
  expect(ports.due.all()).toContainEqual({ job: 'send', id: card.id, at: tuesday + 20_000 });
});

it('records what became of the starter, and the answer that X shows keeps it', async () => {
  await submit(ports, card.id, asAna, { text: words, begun: 'Hi Maya, could you tell us ' });
  expect((await now()).reply?.opening).toBe('rewritten');
  const token = asToken('t');
  ports.clock.pass(minutes(1));
  await act(ports, card.id, { do: 'begin', token, leaseMs: minutes(1), boot: aBoot }, theDesk);
  await act(ports, card.id, { do: 'publish', token, postId: postId('9001'), text: words }, theDesk);
  expect((await now()).answers.map(({ opening }) => opening)).toEqual(['rewritten']);
});

it('is good until the library closes, but always long enough to be sent', async () => {
  ports.clock.pass(Date.UTC(2026, 10, 24, 16, 55) - tuesday);
  await send(asAna, words);
  expect((await now()).reply?.goodUntil).toBe(Date.UTC(2026, 10, 24, 17));
  await act(ports, card.id, { do: 'undo' }, asAna);
  ports.clock.pass(minutes(4.9));
  await send(asAna, words);
  const { reply } = await now();
  expect(reply?.goodUntil).toBe((reply?.dueAt ?? 0) + minutes(2));
});

it('by a reviewer carries the signature of the writer', async () => {
  const held = { holder: { id: ben, since: tuesday } };
  await aStoredCard(ports, 'in-review', { ...held, review: { askedAt: tuesday, reviewer: carla } });
  await send(asCarla, words);
  expect((await now()).reply).toMatchObject({
    text: `${words} ^BO`,
    approvedBy: carla,
    approvedIn: 'in-review',
  });
});

it('stops words that say nothing, and leaves the card', async () => {
  expect(await send(asAna, 'Hi Maya,')).toMatchObject({ check: 'nothingAdded' });
  expect((await now()).state).toBe('claimed');
});

it('by a trainee asks a colleague for a check, and approves nothing', async () => {
  await aStoredCard(ports, 'claimed', { holder: { id: ben, since: tuesday } });
  await send(asBen, words);
  expect(await now()).toMatchObject({ state: 'in-review', draft: { text: words, by: ben } });
  expect((await now()).reply).toBeUndefined();
});

describe('refused words', () => {
  it('of somebody who lost the card are kept beside the draft', async () => {
    await takeOver(asCarla);
    expect(await send(asAna, words)).toMatchObject({ refused: 'lost', by: carla });
    expect((await now()).keptWords).toMatchObject([{ text: words, by: ana }]);
  });

  it('are kept also after two take-overs', async () => {
    await takeOver(asCarla);
    await takeOver(asDora);
    expect(await send(asAna, words)).toMatchObject({ refused: 'taken' });
    await send(asCarla, `${words} Carla`);
    expect((await now()).keptWords).toMatchObject([{ by: ana }, { by: carla }]);
  });

  it('of a writer whose card a colleague checks by now are kept', async () => {
    await aStoredCard(ports, 'in-review', { holder: { id: ben, since: tuesday } });
    expect(await send(asAna, words)).toMatchObject({ refused: 'in-review' });
    expect((await now()).keptWords).toMatchObject([{ text: words, by: ana }]);
  });

  it('of the holder are the draft', async () => {
    await pause(ports, asCarla, 'statement coming');
    await send(asAna, words);
    expect(await now()).toMatchObject({ draft: { text: words, by: ana }, keptWords: [] });
  });

  it('to what was answered meanwhile are not needed any more', async () => {
    await aStoredCard(ports, 'sent');
    expect(await send(asDora, words)).toMatchObject({ refused: 'answered' });
    expect((await now()).keptWords).toEqual([]);
  });
});

describe('while sending is paused', () => {
  it('is refused with who, when and why; after it was resumed it is not', async () => {
    await pause(ports, asDora, 'statement coming');
    expect(await send(asAna, words)).toEqual({
      refused: 'paused',
      by: asDora.kind === 'staff' ? asDora.id : '',
      at: tuesday,
      reason: 'statement coming',
    });
    expect(await resume(ports, asAna)).toEqual({ refused: 'lead-only' });
    await resume(ports, asCarla);
    expect(isRefusal(await send(asAna, words))).toBe(false);
  });
});

describe('what was asked is read again', () => {
  it('and when it was changed, the person reads it first', async () => {
    const newer = idAt(tuesday);
    ports.network.arrives(aPost({ id: newer, versions: [mayasPost, newer], text: 'In Braille?' }), aPatron());
    expect(await send(asAna, words)).toMatchObject({ refused: 'changed' });
    expect(await now()).toMatchObject({ state: 'claimed', draft: { text: words } });
    await send(asAna, words);
    expect((await now()).reply?.replyTo).toBe(newer);
  });

  it('and when it was removed, there is nothing to answer', async () => {
    ports.network.disappears(mayasPost);
    expect(await send(asAna, words)).toMatchObject({ refused: 'removed' });
    expect((await now()).state).toBe('withdrawn');
  });

  it('and when X cannot be read, the person goes on', async () => {
    ports.network.beforeRead = () => {
      throw new Unreachable('X', 'down');
    };
    await send(asAna, words);
    expect((await now()).state).toBe('sending');
  });

  it('but not for somebody who may not answer: reading costs money', async () => {
    let reads = 0;
    ports.network.beforeRead = () => void reads++;
    await takeOver(asCarla);
    await send(asAna, words);
    expect(reads).toBe(0);
  });
});

it('is refused when no act is newer than the last one answered', async () => {
  await aStoredCard(ports, 'claimed', { acts: [aMention({ answered: true })] });
  expect(await send(asAna, words)).toEqual({ refused: 'second-reply' });
});

describe('what happens while the post is read again on X', () => {
  it('a card that changes hands is not answered by who had it, whose words are kept', async () => {
    ports.network.beforeRead = () => void takeOver(asCarla);
    expect(await send(asAna, words)).toMatchObject({ refused: 'lost', by: carla });
    expect(await now()).toMatchObject({ state: 'claimed', keptWords: [{ text: words, by: ana }] });
  });

  it('another post of the patron is not answered unread', async () => {
    const thanks = mayasPostAt(tuesday + 5, { conversationId: mayasPost });
    const { id, ...more } = aMention({ id: actId(thanks.id), versions: [thanks.id], at: thanks.at });
    ports.network.beforeRead = () =>
      void act(ports, card.id, { do: 'another-act', act: { id, ...more }, patron: aPatron() }, theDesk);
    const submitted = await submit(ports, card.id, asAna, { text: words, shownPost: mayasPost });
    expect(submitted).toMatchObject({ refusal: { refused: 'wrote-again' }, card: { acts: [{}, { id }] } });
    expect(await now()).toMatchObject({ state: 'claimed', draft: { text: words } });
  });
});

describe('where X takes an answer from a person only', () => {
  beforeEach(async () => {
    card = await aStoredCard(ports, 'claimed', { onlyByHand: true });
  });

  it('the words are saved and given back signed, to be posted by the link', async () => {
    const submitted = await submit(ports, card.id, asAna, { text: words });
    expect(submitted).toMatchObject({ outcome: 'hand-off', checked: { text: `${words} ^AK` } });
    expect(await now()).toMatchObject({ state: 'claimed', draft: { text: words, by: ana } });
  });

  it('a pause is told, and the words are saved', async () => {
    await pause(ports, asCarla, 'statement coming');
    expect(await send(asAna, words)).toMatchObject({ refused: 'paused', reason: 'statement coming' });
    expect((await now()).draft?.text).toBe(words);
  });
});

it('a card that went back to everybody while the editor was open is taken again by who sends', async () => {
  await act(ports, card.id, { do: 'release' }, asAna);
  await send(asAna, words);
  expect(await now()).toMatchObject({ state: 'sending', holder: { id: ana } });
});

it('words that were held up by a warning are saved, and approved when they are sent anyway', async () => {
  const text = `${words} See example.org`;
  expect(await submit(ports, card.id, asAna, { text })).toMatchObject({
    outcome: 'warned',
    warnings: [{ check: 'links' }],
    card: { state: 'claimed', draft: { text } },
  });
  expect((await submit(ports, card.id, asAna, { text, warned: true })).outcome).toBe('approved');
});
