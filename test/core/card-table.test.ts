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
import { actions, expected, states } from './legal-moves.js';

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
    expect(tableOf(action, found)).toEqual(
      tableOf(action, (_, state, { who, holder }) => expected(action, state, who, who === holder)),
    );
  });
});
