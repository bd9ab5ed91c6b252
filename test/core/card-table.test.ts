import { describe, expect, it } from 'vitest';
import { type ActionName, theDesk, type Who } from '../../src/core/actions.js';
import type { CardState } from '../../src/core/card.js';
import { decide } from '../../src/core/decide.js';
import { ben } from '../build.js';
import {
  aCardIn,
  anAction,
  asAna,
  asBen,
  asCarla,
  asDora,
  asStranger,
  later,
  saidNotThere,
} from './card-in.js';
import { legalMoves, refusalIn } from './legal-moves.js';

const states = Object.keys(refusalIn) as CardState[];
const actions = Object.keys(legalMoves) as ActionName[];

interface Person {
  readonly who: Who;
  /** Who holds the card, where somebody does. */
  readonly holder: Who;
}

const people: Readonly<Record<string, Person>> = {
  outsider: { who: asStranger, holder: asAna },
  holder: { who: asAna, holder: asAna },
  colleague: { who: asCarla, holder: asAna },
  'trainee who holds it': { who: asBen, holder: asBen },
  'holder without X sign-in': { who: asDora, holder: asDora },
  'colleague without X sign-in': { who: asDora, holder: asAna },
  desk: { who: theDesk, holder: asAna },
};

const unheld: readonly CardState[] = ['open', 'dismissed', 'sent'];

function expected(action: ActionName, state: CardState, { who, holder }: Person): string {
  const { who: allowed, leads } = legalMoves[action];
  if (who.kind === 'outsider') return 'refused: not-staff';
  if (allowed === 'desk' && who.kind !== 'desk') return 'refused: desk-only';
  if (allowed !== 'desk' && who.kind === 'desk') return 'refused: not-staff';
  const to = leads[state];
  if (!to) return `refused: ${action === 'undo' && state === 'sent' ? 'too-late' : refusalIn[state]}`;
  // Who has the card has it already.
  if (action === 'take-over' && who === holder) return state;
  if (who.kind !== 'staff' || allowed === 'staff') return to;
  if (who !== holder && !unheld.includes(state)) {
    const writes = action === 'approve' || action === 'hand-off' || action === 'save-draft';
    return `refused: ${writes ? 'taken' : 'not-yours'}`;
  }
  if (allowed.includes('no trainee') && who.trainee) return 'refused: trainee';
  if (allowed.includes('signed in to X') && !who.xSignIn) return 'refused: no-sign-in';
  return to;
}

function found(action: ActionName, state: CardState, { who, holder }: Person): string {
  const given = action === 'publish' && state !== 'sending' ? saidNotThere() : {};
  const card = aCardIn(state, given, holder.kind === 'staff' ? holder.id : ben);
  const result = decide(card, anAction[action], who, later);
  return 'refused' in result ? `refused: ${result.refused}` : result.card.state;
}

function tableOf(action: ActionName, cell: (action: ActionName, state: CardState, person: Person) => string) {
  return states.flatMap((state) =>
    Object.entries(people).map(([name, person]) => `${state}, ${name}: ${cell(action, state, person)}`),
  );
}

describe('the table of the card', () => {
  it.each(actions)('%s is legal exactly from where and for whom it should be', (action) => {
    expect(tableOf(action, found)).toEqual(tableOf(action, expected));
  });
});
