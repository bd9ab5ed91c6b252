import { describe, expect, it } from 'vitest';
import { type Action, type ActionName, type Actor, theDesk } from '../../../src/core/card/actions.js';
import type { Card, CardState, Reply } from '../../../src/core/card/card.js';
import { decide } from '../../../src/core/card/decide.js';
import { isRefusal } from '../../../src/core/card/refusal.js';
import { everyState } from '../../../src/core/card/rules.js';
import { newestAct, unanswered } from '../../../src/core/card/select.js';
import { aFollow, minutes, tuesday } from '../../build.js';
import {
  aCardIn,
  anAction,
  asAna,
  asBen,
  asCarla,
  asDora,
  asEli,
  asStranger,
  later,
  saidNotThere,
  theToken,
} from './card-in.js';
import { actions, expected, type Situation, states } from './legal-moves.js';

type Staff = Extract<Actor, { kind: 'staff' }>;

interface Person {
  readonly actor: Actor;
  /** Who has the card, where somebody does. */
  readonly holder: Staff;
  /** Who checks it, while it is in review. */
  readonly reviewer?: Staff;
  /** Who approved the answer; in review, unless it is the holder. */
  readonly approver: Staff;
}

const anasCard = { holder: asAna, approver: asAna };
const bensCard = { holder: asBen, reviewer: asEli, approver: asEli };

const people: Readonly<Record<string, Person>> = {
  'an outsider': { actor: asStranger, ...anasCard },
  'the holder': { actor: asAna, ...anasCard, reviewer: asEli },
  'a colleague': { actor: asEli, ...anasCard },
  'a colleague while another one checks': { actor: asAna, ...bensCard },
  'a trainee': { actor: asBen, ...anasCard },
  'the trainee who has it': { actor: asBen, ...bensCard },
  'the reviewer who approved it': { actor: asEli, ...bensCard },
  'the lead': { actor: asCarla, ...anasCard },
  'the holder without X sign-in': { actor: asDora, holder: asDora, approver: asDora },
  'the reviewer without X sign-in': { actor: asDora, holder: asBen, reviewer: asDora, approver: asDora },
  'a colleague without X sign-in': { actor: asDora, ...anasCard },
  'the desk': { actor: theDesk, ...anasCard },
  'the desk after a review': { actor: theDesk, ...bensCard },
};

const isHeld = (state: CardState) =>
  ['claimed', 'in-review', 'sending', 'posting', 'unsure', 'handed-off'].includes(state);

/** The card as it is for one person, with a call that may still come back where one can be. */
function cardFor(action: ActionName, state: CardState, person: Person, flagged: boolean): Card {
  const { holder, reviewer, approver } = person;
  const approvedIn = approver === holder ? 'claimed' : 'in-review';
  const base = aCardIn(state, {}, holder.id);
  const known = action === 'publish' && state !== 'sending' ? saidNotThere().reply : base.reply;
  const reply: Reply | undefined = known && {
    ...known,
    approvedBy: approver.id,
    approvedIn,
    covers: base.acts.map(({ id }) => id),
  };
  const isReviewed = state === 'in-review' || (approvedIn === 'in-review' && reply && isHeld(state));
  const { review: _, ...rest } = base;
  return {
    ...rest,
    ...(isReviewed ? { review: { askedAt: tuesday, ...(reviewer ? { reviewer: reviewer.id } : {}) } } : {}),
    ...(reply ? { reply } : {}),
    ...(base.handOff ? { handOff: { ...base.handOff, lookedAt: tuesday + minutes(6) } } : {}),
    ...(action === 'expire' && state === 'open' ? { acts: [aFollow()] } : {}),
    answers: base.answers.map((answer) => ({ ...answer, by: approver.id })),
    ...(flagged ? { flag: { by: asCarla.id, at: tuesday } } : {}),
  };
}

/** The action as it is meant for a card. */
const meantFor = (card: Card, action: ActionName): Action =>
  action === 'withdraw' ? { do: 'withdraw', act: newestAct(card).id } : anAction[action];

function situationOf(card: Card, { approver, holder }: Person): Situation {
  return {
    state: card.state,
    holder: card.holder?.id,
    reviewer: card.review?.reviewer,
    approvedIn: approver === holder ? 'claimed' : 'in-review',
    answeredBy: approver.id,
    flagged: card.flag !== undefined,
  };
}

function found(action: ActionName, card: Card, actor: Actor): string {
  const result = decide(card, meantFor(card, action), actor, later);
  return isRefusal(result) ? `refused: ${result.refused}` : result.card.state;
}

/** A flag is set only where somebody could still answer. */
const canBeFlagged = (state: CardState) => ['open', 'claimed', 'in-review', 'handed-off'].includes(state);

function tableOf(action: ActionName, cell: (card: Card, person: Person) => string): string[] {
  return states.flatMap((state) =>
    Object.entries(people).flatMap(([name, person]) =>
      (canBeFlagged(state) ? [false, true] : [false]).map((flagged) => {
        const card = cardFor(action, state, person, flagged);
        return `${flagged ? 'flagged, ' : ''}${state}, ${name}: ${cell(card, person)}`;
      }),
    ),
  );
}

describe('the table of the card', () => {
  it('has every state', () => {
    expect([...states].sort()).toEqual([...everyState].sort());
  });

  it.each(actions)('%s is legal exactly from where and for whom it should be', (action) => {
    const shouldBe = tableOf(action, (card, person) =>
      expected(action, person.actor, situationOf(card, person)),
    );
    expect(tableOf(action, (card, { actor }) => found(action, card, actor))).toEqual(shouldBe);
  });

  it.each(actions)('%s leaves no card where nothing can be done', (action) => {
    tableOf(action, (card, { actor }) => {
      const result = decide(card, meantFor(card, action), actor, later);
      if (!isRefusal(result)) expectSound(result.card);
      return '';
    });
  });

  it.each(actions)('%s done twice changes nothing more', (action) => {
    tableOf(action, (card, { actor }) => {
      const once = decide(card, meantFor(card, action), actor, later);
      if (isRefusal(once)) return '';
      const twice = decide(once.card, meantFor(card, action), actor, later);
      if (!isRefusal(twice)) expect(withoutTime(twice.card), action).toEqual(withoutTime(once.card));
      return '';
    });
  });

  it.each(['it-is-there', 'not-there'] as const)('%s is believed of any staff who looked', (name) => {
    for (const state of ['unsure', 'handed-off'] as const) {
      for (const person of Object.values(people)) {
        const card = cardFor(name, state, person, false);
        const result = decide(card, { do: name, confirmed: true }, person.actor, later);
        const led = isRefusal(result) ? `refused: ${result.refused}` : result.card.state;
        expect(led, state).toBe(expected(name, person.actor, situationOf(card, person), true));
      }
    }
  });
});

/** What holds of every card, whatever was done with it. */
function expectSound(card: Card): void {
  const { state, holder, review, handOff, flag, snoozedUntil } = card;
  expect(holder !== undefined, `${state} has a holder`).toBe(isHeld(state));
  expect(handOff !== undefined, `${state} has a hand-off`).toBe(state === 'handed-off');
  if (state === 'in-review') expect(review).toBeDefined();
  if (flag) expect(canBeFlagged(state), `${state} is flagged`).toBe(true);
  if (snoozedUntil !== undefined) expect(['open', 'claimed']).toContain(state);
  if (state !== 'posting') {
    const isOver = state === 'sent' || state === 'withdrawn';
    expect(unanswered(card).length === 0, `nothing waits on ${state}`).toBe(isOver);
  }
  if (state === 'posting') expect(card.reply?.token).toBe(theToken);
}

/** When somebody looked last is no news. */
function withoutTime({ handOff, ...card }: Card): Partial<Card> {
  return { ...card, ...(handOff ? { handOff: { ...handOff, lookedAt: 0 } } : {}) };
}
