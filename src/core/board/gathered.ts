import type { Act, Card } from '../card/card.js';
import { answersUs, postsOf, unanswered } from '../card/select.js';
import type { PanelId } from '../ids.js';
import type { Panel, PanelCards, Reading } from './panel.js';

/** From this number on, answers to one question of ours share a message. */
export const gatherFromAnswers = 4;

/** Whether a panel gathers answers to a question of ours. */
export const isAskedPanel = (panel: PanelId | undefined): boolean => panel?.startsWith('asked-') === true;

/**
 * Whether all that a patron wrote in a conversation plainly answers our question that began it: nothing else is asked or
 * complained of, nobody else is answered or named, and we did not answer them there, because then they talk to us.
 */
export function isPlainAnswer(card: Card): boolean {
  const waiting = unanswered(card);
  if (waiting.length === 0 || card.answers.length > 0) return false;
  const own = postsOf(card);
  return answersUs(card) && waiting.every((act) => isAnswerAct(act, own));
}

/** Whether an act answers our question, or goes on with such an answer in a post below one of the patron's `own`. */
function isAnswerAct(act: Act, own: readonly string[]): boolean {
  if (act.kind !== 'mention' || act.partial || act.urgent !== undefined) return false;
  if (act.topic !== 'praise' && act.topic !== 'other') return false;
  if (act.ours?.asked) return !act.ours.namesOthers;
  return act.repliedTo !== undefined && own.includes(act.repliedTo);
}

/** The words of our question that a card answers; '' for other cards. */
export function questionOf({ acts }: Card): string {
  const act = acts.find((one) => one.kind === 'mention' && one.ours?.asked);
  return act?.kind === 'mention' ? (act.ours?.answered ?? '') : '';
}

/** Whether a card stands among the gathered answers to a question of ours: nobody is late with it, and silence is fine. */
export const isGathered = (card: Card): boolean =>
  card.state === 'open' && isAskedPanel(card.panel) && isPlainAnswer(card);

/** The panel that shows a card. An answer that was removed leaves those that were gathered; what is erased leaves any. */
export const shownBy = ({ erased, panel, state }: Card): PanelId | undefined =>
  erased || (state === 'withdrawn' && isAskedPanel(panel)) ? undefined : panel;

/** The panel when somebody has read all answers that are in it, at a time (Unix ms). */
export const withReading = (panel: Panel, read: Reading): Panel => ({
  ...panel,
  read,
  version: panel.version + 1,
});

/** How many answers of a panel came after somebody last read them; all of them when nobody did. */
export function countUnread({ read }: Panel, { all }: PanelCards): number {
  const known = new Set(read?.cards);
  return all.filter((card) => !known.has(card)).length;
}
