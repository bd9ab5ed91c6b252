import type { Card } from '../card/card.js';
import type { Hold } from '../card/flag.js';
import { lastAnswer, newestAct, writerOf } from '../card/select.js';
import type { Desk } from '../desk/desk.js';
import { isPurged } from '../keeping/purged-card.js';
import { say, type WordKey } from '../words/words.js';
import { dateText, firstOf, nameOf } from './phrases.js';

/** What a purged card was: "A question". */
export function keptWhat(card: Card, { words }: Desk): string {
  const act = newestAct(card);
  return say(words, `kept.${act.kind === 'mention' ? act.topic : act.kind}`);
}

/** What became of a purged card, and when: "Ana answered · 3 March". */
export function keptOutcome(card: Card, desk: Desk): string {
  const answer = card.state === 'sent' ? lastAnswer(card) : undefined;
  const by = answer ? writerOf(answer) : card.closed?.by;
  const said = say(desk.words, outcomeKey(card, by !== undefined), { name: nameOf(desk, by ?? '') });
  return `${said} · ${dateText(desk, answer?.at ?? card.closed?.at ?? card.changedAt)}`;
}

function outcomeKey({ closed, state }: Card, isByPerson: boolean): WordKey {
  if (state === 'sent') return isByPerson ? 'kept.answered' : 'kept.answered-elsewhere';
  if (state === 'withdrawn') return 'kept.withdrawn';
  if (state === 'expired') return 'kept.expired';
  if (closed?.reason === 'hello') return 'kept.greeted';
  if (closed?.reason === 'muted' || closed?.reason === 'muted-person') return 'kept.muted';
  return isByPerson ? 'kept.dismissed' : 'kept.dismissed-by-desk';
}

/** The first name of a card's patron; "Somebody" where it is not known or not kept. */
export const whoOf = (card: Card, desk: Desk): string =>
  isPurged(card) || card.linkOnly ? say(desk.words, 'kept.somebody') : firstOf(card.patron);

/** "Carla keeps this until 3 April: 'complaint to the council'". */
export const holdSentence = (desk: Desk, { by, reason, until }: Hold): string =>
  say(desk.words, 'hold.mark', { name: nameOf(desk, by), date: dateText(desk, until), reason });

/** That colleagues' words on a card may quote what was removed; nothing where none do. */
export const mayQuoteMarks = ({ mayQuote, patron }: Card, { words }: Desk): readonly string[] =>
  mayQuote ? [say(words, 'kept.may-quote', { first: firstOf(patron) })] : [];
