import type { Card } from '../../core/card/card.js';
import { isLegal } from '../../core/card/rules.js';
import { isFollow, lastAnswer, newestAct } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { hasNothingLeft } from '../../core/keeping/keeping-times.js';
import { keptOutcome, keptWhat } from '../../core/sentences/kept-sentences.js';
import { accountUrl, postUrl } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { actionIds } from '../ids.js';
import {
  actions,
  escapeText,
  type Inline,
  line,
  link,
  type Message,
  overflow,
  rich,
} from '../parts/blocks.js';
import { optionLabel, refTo } from '../parts/buttons.js';

/**
 * The message of a card of which nothing is kept that a patron wrote: "A question · Ana answered · 3 March · View on X · View
 * reply". Its links lead by ids.
 */
export function purgedMessage(card: Card, desk: Desk): Message {
  const options =
    isLegal('reopen', card.state) && !isFollow(card)
      ? (['reopen', 'history'] as const)
      : (['history'] as const);
  const menu = options.map((option) => ({
    label: optionLabel(option, desk),
    ref: refTo(card, desk, option),
  }));
  return {
    text: escapeText(summary(card, desk)),
    blocks: [
      rich(line(summary(card, desk), ...linksOf(card, desk).flatMap((one) => [' · ', one]))),
      ...actions(overflow(actionIds.more, menu)),
    ],
  };
}

/** The same for a line in its thread, or a message that stands where it was shown before. */
export function purgedLine(card: Card, desk: Desk): Message {
  const said = summary(card, desk);
  return { text: escapeText(said), blocks: [rich(line(said))] };
}

/** What it was, and what became of it. */
export const purgedLines = (card: Card, desk: Desk) =>
  rich(
    line(summary(card, desk), ...linksOf(card, desk).flatMap((one) => [' · ', one])),
    line(say(desk.words, hasNothingLeft(card) ? 'kept.said-removed' : 'kept.said')),
  );

const summary = (card: Card, desk: Desk): string =>
  [keptWhat(card, desk), keptOutcome(card, desk)].join(' · ');

function linksOf(card: Card, desk: Desk): Inline[] {
  const act = newestAct(card);
  const post = act.kind === 'mention' ? act.versions.at(-1) : undefined;
  const there = post
    ? postUrl(desk, post)
    : act.kind === 'follow'
      ? accountUrl(desk, card.patron.id)
      : undefined;
  const answer = lastAnswer(card)?.postId;
  return [
    ...(there && !act.gone ? [link(there, say(desk.words, 'card.view'))] : []),
    ...(answer ? [link(postUrl(desk, answer), say(desk.words, 'kept.view-reply'))] : []),
  ];
}
