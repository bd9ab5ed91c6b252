import type { Who } from '../core/actions.js';
import type { Card } from '../core/card.js';
import { checkAnswer, type Stop, weighLength, withSignature } from '../core/checks.js';
import { waitsWith } from '../core/next.js';
import { firstName, opening, startersFor } from '../core/starters.js';
import { type Warning, warningsFor } from '../core/warnings.js';
import { memberOf } from '../core/who.js';
import type { Ports } from '../ports.js';

export interface Checked {
  /** The words exactly as X would get them, signed. */
  readonly text: string;
  /** The first reason why they can't go out. */
  readonly stop?: Stop;
  readonly warnings: readonly Warning[];
  /** How many of X's characters are left; negative when it is too long. */
  readonly left: number;
}

/** What can be said of somebody's words for a card before they are sent; nothing is written. */
export function check({ desk }: Pick<Ports, 'desk'>, card: Card, who: Who, words: string): Checked {
  const signature = signatureFor(desk, card, who);
  const text = withSignature(words, signature);
  const stop = stopOf(card, words, signature, desk.words);
  return {
    text,
    ...(stop ? { stop } : {}),
    warnings: warningsFor(card, words),
    left: weighLength(text).left,
  };
}

/** An answer is signed by its writer, also when a colleague checks it. */
function signatureFor(desk: Ports['desk'], card: Card, who: Who): string {
  const writer = card.holder?.id ?? (who.kind === 'staff' ? who.id : '');
  const member = memberOf(desk, writer);
  return member?.signature ? `^${member.signature}` : '';
}

function stopOf(
  card: Card,
  text: string,
  signature: string,
  words: Ports['desk']['words'],
): Stop | undefined {
  const first = firstName(card.patron.name, card.patron.handle);
  const act = waitsWith(card);
  const openings = startersFor(act.kind, act.kind === 'mention' ? act.topic : undefined, words).map(
    ({ id }) => opening(id, first, words),
  );
  for (const begun of openings.length > 0 ? openings : ['']) {
    const stop = checkAnswer(text, { opening: begun, signature });
    if (stop) return stop;
  }
  return undefined;
}
