import { grouped } from '../grouped.js';
import { type History, type LineOf, ofKind } from '../history.js';
import type { Invariant, Offence } from '../offence.js';

type Held = LineOf<'held'>;

/**
 * One person at a time has a card: between the editors of two people lies something that may have ended the first one's
 * claim. An older copy that comes back may do that too, and so do days in which nobody wrote.
 */
export const claimsApart: Invariant = (history) => {
  const byCard = grouped(ofKind(history, 'held'), ({ desk, card }) => `${desk} ${card}`);
  return [...byCard.values()].flatMap((held) => {
    const inOrder = held.toSorted((a, b) => a.until - b.until);
    return inOrder.flatMap((later, at): Offence[] => {
      const before = inOrder.slice(0, at).findLast(({ who }) => who !== later.who);
      const between = before && mayEnd(history, before, later);
      if (!before || between) return [];
      const what = `${before.who} and ${later.who} both have ${later.card}.`;
      return [{ fault: 'doubled', at: later.until, what, story: [before, later] }];
    });
  });
};

function mayEnd(history: History, first: Held, second: Held): boolean {
  return history.some((one) => {
    if (one.line === 'trouble')
      return ['restore', 'away'].includes(one.kind) && one.until >= first.at && one.at <= second.until;
    const sameDesk = 'desk' in one && one.desk === first.desk;
    // The patron goes on, changes or removes: all that may open the card again for everybody.
    if (one.line === 'acted') return sameDesk && one.at >= first.at - seenLateMs && one.at <= second.until;
    const sameCard = sameDesk && 'card' in one && one.card === first.card;
    if (!sameCard) return false;
    if (one.line === 'stored')
      return one.history.some(
        ({ action, at }) => passesOn.includes(action) && at >= first.at && at <= second.until,
      );
    if (one.line !== 'let-go' && one.line !== 'submitted') return false;
    return one.until >= first.at && one.at <= second.until;
  });
}

/** What ends one person's claim, by the history of the card: it may happen long after the press, as where a process was frozen. */
const passesOn: readonly string[] = ['take-over', 'release', 'pass'];

/** What happens on X is known this much later (desk ms). */
const seenLateMs = 60_000;

/** What was last typed by whoever has the card is the draft, where Slack took it and nothing stood in its way. */
export const lastDraftWins: Invariant = (history) => {
  const cards = ofKind(history, 'stored').filter(({ state }) => state === 'claimed');
  return cards.flatMap((card): Offence[] => {
    const isOf = (one: { desk: string; card: string }) => one.desk === card.desk && one.card === card.card;
    const drafts = ofKind(history, 'drafted').filter(isOf);
    const last = drafts.at(-1);
    if (!last?.kept || last.who !== card.holder || last.text === card.draft) return [];
    const others = [...ofKind(history, 'submitted'), ...ofKind(history, 'held')].filter(isOf);
    if (others.some(({ until }) => until > last.at)) return [];
    const troubled = ofKind(history, 'trouble').some(
      ({ kind, at, until }) =>
        (['restore', 'away'].includes(kind) && until >= last.at) ||
        (kind !== 'x' && until >= last.at && at <= last.until + keptWithinMs),
    );
    if (troubled) return [];
    const what = `${card.card} has the draft "${card.draft ?? ''}", after ${last.who} wrote "${last.text}".`;
    return [{ fault: 'lost', at: last.at, what, story: [...drafts, card] }];
  });
};

/** Words are kept right after Slack was told that they had arrived (desk ms). */
const keptWithinMs = 60_000;
