import { expect, it } from 'vitest';
import { type Action, type Actor, theDesk } from '../../src/core/card/actions.js';
import type { Card } from '../../src/core/card/card.js';
import { decide } from '../../src/core/card/decide.js';
import { emptySettings } from '../../src/core/desk/desk-settings.js';
import { timings } from '../../src/core/due/timings.js';
import { erasedCard } from '../../src/core/keeping/erased.js';
import { purgedCard } from '../../src/core/keeping/purged-card.js';
import { type Decision, decisionsOf, withDecisions, withPauses } from '../../src/ops/decisions.js';
import type { Cards } from '../../src/ports/documents.js';
import { aBoot, aCard, aFollow, aMention, ana, carla, minutes, tuesday } from '../build.js';
import { aCardIn, aReply, asAna, later, theToken } from '../core/card/card-in.js';
import { fakeCards } from '../fakes/cards.js';
import { fakeDue } from '../fakes/due.js';
import { fakeSettings } from '../fakes/settings.js';

const of = (before: Card | undefined, after: Card | undefined) => decisionsOf('central', before, after);

/** What is said of an action on a card. */
function said(card: Card, action: Action, actor: Actor = theDesk, now = later): readonly Decision[] {
  const result = decide(card, action, actor, now);
  if ('refused' in result) throw new Error(result.refused);
  return of(card, result.card);
}

const posting = () => aCardIn('posting', { reply: aReply({ n: 3, token: theToken }) });

it('a step names its desk, its card, where that is now and who did it', () => {
  expect(said(aCard(), { do: 'claim' }, asAna)).toEqual([
    { desk: 'central', card: aCard().id, state: 'claimed', action: 'claim', by: ana },
  ]);
});

it('the end of a send says of which approval it is, and what became of it', () => {
  const refused = {
    do: 'reject',
    token: theToken,
    reason: 'duplicate',
    detail: "Maya's words again",
  } as const;
  expect(said(posting(), refused)).toEqual([
    {
      desk: 'central',
      card: posting().id,
      state: 'claimed',
      action: 'reject',
      attempt: 3,
      outcome: 'refused',
      reason: 'duplicate',
    },
  ]);
  expect(said(posting(), { do: 'mark-unknown', token: theToken })).toMatchObject([
    { state: 'unsure', attempt: 3, outcome: 'unsure' },
  ]);
  const begin: Action = { do: 'begin', token: theToken, leaseMs: minutes(1), boot: aBoot };
  expect(said(aCardIn('sending', { reply: aReply() }), begin, theDesk, tuesday + minutes(60))).toMatchObject([
    { action: 'lapse', attempt: 1, outcome: 'lapsed' },
  ]);
});

it('an answer that was looked for and found is not one that was posted by hand', () => {
  const there = { do: 'it-is-there', confirmed: true } as const;
  expect(said(aCardIn('unsure'), there, asAna)).toMatchObject([{ outcome: 'found' }]);
  expect(said(aCardIn('handed-off'), there, asAna)).toMatchObject([{ outcome: 'by-hand' }]);
});

it('a new card, a purge, an erasure and the end of the record are each one line', () => {
  const follow = aCard({ acts: [aFollow()] });
  expect(of(undefined, follow)).toMatchObject([
    { action: 'arrive', acts: [{ kind: 'follow', topic: 'none' }] },
  ]);
  const sent = aCardIn('sent');
  const purged = purgedCard(sent, later);
  expect(of(sent, purged)).toMatchObject([{ action: 'purge', state: 'sent' }]);
  expect(of(purged, { ...purged, version: purged.version + 1 })).toEqual([]);
  expect(of(purged, erasedCard(purged, later))).toMatchObject([{ action: 'erase' }]);
  expect(of(purged, undefined)).toEqual([{ desk: 'central', card: sent.id, action: 'end' }]);
});

it('what only its messages or modals show is no decision', () => {
  expect(of(aCard(), aCard({ messages: {}, openViews: [] }))).toEqual([]);
});

it('nothing that a patron or a colleague wrote is in it', () => {
  const card = aCardIn('claimed', {
    acts: [aMention({ text: 'xylograph' })],
    patron: { ...aCard().patron, name: 'Quilla' },
  });
  const lines = [
    ...of(undefined, card),
    ...said(card, { do: 'flag', note: 'xylograph', to: carla }, asAna),
    ...said(card, { do: 'pass', to: carla, note: 'xylograph' }, asAna),
  ];
  expect(lines).toHaveLength(3);
  expect(JSON.stringify(lines)).not.toMatch(/xylograph|Quilla|maya_reads/u);
});

it('a write that was run again, because another one came first, is told of once, and a refused one not at all', async () => {
  const seen: Decision[] = [];
  const stored = fakeCards(fakeDue(), timings);
  const twice: Cards = {
    ...stored,
    change: (id, update) => {
      update(aCard(), { boot: aBoot });
      return stored.change(id, update);
    },
  };
  const cards = withDecisions(twice, 'central', (decision) => seen.push(decision));
  const { id } = aCard();
  await cards.change(id, () => ({ next: aCard(), result: undefined }));
  await cards.change(id, () => ({ refused: 'gone' }));
  await cards.change(id, (card) => ({ next: card, result: undefined }));
  expect(seen.map(({ action }) => action)).toEqual(['arrive']);
});

it('a pause and its end are told of with who it was', async () => {
  const seen: Decision[] = [];
  const settings = withPauses(fakeSettings(), 'central', (decision) => seen.push(decision));
  const pause = { by: ana, at: tuesday, reason: 'xylograph' };
  const put = (next: object) =>
    settings.change(() => ({ next: { ...emptySettings, ...next }, result: undefined }));
  await put({ pause });
  await put({ pause, lookedInX: tuesday });
  await put({ pausesToTell: [{ pause, ended: { by: carla, at: later } }] });
  expect(seen).toEqual([
    { desk: 'central', action: 'pause', by: ana },
    { desk: 'central', action: 'resume', by: carla },
  ]);
});
