import type { Button, KnownBlock, ModalView } from '@slack/web-api';
import type { Actor } from '../../core/card/actions.js';
import type { Answer, Card } from '../../core/card/card.js';
import { isDone } from '../../core/card/message.js';
import { isLegal, refusalFor } from '../../core/card/rules.js';
import { isFollow, isHello, lastAnswer, writerOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { actorFor } from '../../core/desk/desk-now.js';
import type { SlackUserId } from '../../core/ids.js';
import { firstOf, momentText, nameOf, timeWithSeconds } from '../../core/sentences/phrases.js';
import { noticeSentence, refusalSentence } from '../../core/sentences/sentences.js';
import { say, type WordKey } from '../../core/words/words.js';
import { greetLabel } from '../../core/writing/starters.js';
import { actionIds, callbackIds } from '../ids.js';
import { actions, button, cut, type Inline, line, link, quoted, rich } from '../parts/blocks.js';
import { refTo } from '../parts/buttons.js';
import { pauseBlocks } from '../parts/desk-notes.js';
import { modal } from '../parts/modal.js';
import { answerText } from '../parts/patron.js';
import { answerUrl, lookForMs, noteBlocks, statusBlocks, statusOf } from '../parts/status.js';
import { askedView, nextButton, outgoingView } from './outgoing-view.js';

const MAX_WORDS = 1000;

interface OutcomeContent {
  readonly card: Card;
  readonly desk: Desk;
  /** Who reads it. */
  readonly user: SlackUserId;
  /** How many other cards wait that this person can take. */
  readonly waiting: number;
  readonly now: number;
}

/**
 * What became of an answer, for somebody who sent it, or who had a screen open that is no more true: when it goes out,
 * that it is sent or was refused, who has it now. Each state has its next step as a button.
 */
export function outcomeView(content: OutcomeContent): ModalView {
  const { card, desk, user, waiting, now } = content;
  if (card.state === 'sending') return outgoingView(content);
  const isAsked = card.state === 'in-review' && card.holder?.id === user && !card.review?.reviewer;
  if (isAsked) return askedView(content);
  const steps = nextSteps(content);
  return modal({
    callbackId: callbackIds.going,
    ref: refTo(card, desk),
    desk,
    title: titleOf(card, user),
    about: firstOf(card.patron),
    // The button of *On its way* stays as it is when the answer is sent.
    close: isDone(card) ? 'going.close' : 'draft.close',
    blocks: [
      ...(isDone(card) || card.notice?.kind === 'paused' ? [] : pauseBlocks(desk, now)),
      ...outcomeBlocks(content),
      ...(isDone(card) ? [] : noteBlocks(card, desk, now)),
      ...actions(...steps, ...nextButton(card, desk, waiting, steps.length === 0)),
    ],
  });
}

const isHolder = ({ holder }: Card, user: SlackUserId): boolean => holder?.id === user;
const isTheirs = (answer: Answer, user: SlackUserId): boolean => [answer.by, writerOf(answer)].includes(user);

/** Whether nobody began another answer since the last one: the patron may have written again, and the card is open. */
function isNewest({ history, state }: Card): boolean {
  const last = (...actions: readonly string[]) =>
    history.findLastIndex(({ action }) => actions.includes(action));
  return (
    state === 'sent' || last('publish', 'seen', 'it-is-there') > last('claim', 'take-over', 'pass', 'start')
  );
}

function titleOf(card: Card, user: SlackUserId): WordKey {
  const answer = lastAnswer(card);
  switch (card.state) {
    case 'posting':
      return 'going.title';
    case 'unsure':
      return 'outcome.looking-title';
    case 'sent':
    case 'open':
      return answer && isTheirs(answer, user) && isNewest(card) ? 'outcome.sent-title' : 'note.title';
    case 'claimed':
      return isHolder(card, user) && (card.notice || undoneBy(card))
        ? 'outcome.not-sent-title'
        : 'note.title';
    default:
      return isHello(card) ? 'draft.hello-title' : 'note.title';
  }
}

function outcomeBlocks(content: OutcomeContent): KnownBlock[] {
  const { card, desk, user, now } = content;
  const sentence = ownSentence(content);
  if (sentence) return [rich(line(...sentence), ...wordsOf(card, user).map((words) => quoted(words)))];
  const status = statusOf(card, desk, now);
  if (status) return [statusBlocks(status)];
  const key = card.state === 'expired' ? 'refused.expired' : 'draft.nobody';
  return [rich(line(say(desk.words, key)))];
}

/** What the status of the card does not say, or says of this person by name. */
function ownSentence({ card, desk, user, now }: OutcomeContent): readonly (Inline | string)[] | undefined {
  const { words, rota } = desk;
  const { reply, state } = card;
  if (state === 'sent' || state === 'open') return sentSentence(card, desk, user);
  if (state === 'posting') return [say(words, 'going.now')];
  if (state === 'unsure' && !reply?.notSeen) {
    const until = (reply?.unsureSince ?? card.changedAt) + lookForMs;
    return [say(words, 'outcome.unsure', { time: momentText(desk, until, now) })];
  }
  if (state !== 'claimed') return undefined;
  if (!isHolder(card, user)) return othersSentence(card, desk, actorFor(desk, user), now);
  const notice = noticeSentence(desk, card, now);
  if (notice !== undefined) return [notice];
  const by = undoneBy(card);
  if (by === undefined) return undefined;
  const fill = { name: nameOf(desk, by), time: timeWithSeconds(rota, card.changedAt) };
  return [by === user ? say(words, 'outcome.undone') : say(words, 'outcome.undone-by', fill)];
}

function sentSentence(card: Card, desk: Desk, user: SlackUserId): readonly (Inline | string)[] | undefined {
  const answer = lastAnswer(card);
  if (!answer || !isTheirs(answer, user) || !isNewest(card)) return undefined;
  const time = timeWithSeconds(desk.rota, answer.at);
  const said = say(desk.words, answer.n === undefined ? 'outcome.seen' : 'outcome.sent', { time });
  if (!answer.postId) return [said];
  return [said, ' · ', link(answerUrl(card, answer.postId, desk), say(desk.words, 'state.view-reply'))];
}

/** Why somebody who does not have the card reads of it: they lost it, or undid a colleague's answer. */
function othersSentence(card: Card, desk: Desk, actor: Actor, now: number): readonly string[] | undefined {
  const refusal = refusalFor(card, { do: 'approve' }, actor, now);
  if (refusal?.refused === 'lost') return [refusalSentence(desk, refusal, now)];
  if (actor.kind !== 'staff' || undoneBy(card) !== actor.id) return undefined;
  return [say(desk.words, 'outcome.undone-theirs', { name: nameOf(desk, card.holder?.id ?? '') })];
}

/** Who undid the answer, where that was the last thing that happened to the card. */
function undoneBy({ history }: Card): SlackUserId | undefined {
  const last = history.at(-1);
  return last?.action === 'undo' ? last.by : undefined;
}

/** Our words that the sentence is about. */
function wordsOf(card: Card, user: SlackUserId): readonly string[] {
  const answer = lastAnswer(card);
  if (card.state === 'sent' || card.state === 'open') return answer ? [answerText(card, answer)] : [];
  if (card.state === 'claimed' && !isHolder(card, user)) return [];
  const words = card.state === 'claimed' ? card.draft?.text : card.reply?.text;
  return words ? [cut(words, MAX_WORDS)] : [];
}

function nextSteps({ card, desk, user }: OutcomeContent): Button[] {
  const { words } = desk;
  const ref = refTo(card, desk);
  const isMine = isHolder(card, user);
  const open = button({ id: actionIds.open, label: say(words, 'button.open'), ref, primary: isMine });
  const reports = [
    button({ id: actionIds.itIsThere, label: say(words, 'button.it-is-there'), ref }),
    button({ id: actionIds.notThere, label: say(words, 'button.not-there'), ref }),
  ];
  switch (card.state) {
    case 'claimed':
    case 'in-review':
      return [open];
    case 'unsure':
      return isMine && card.reply?.notSeen ? reports : [];
    case 'handed-off':
      return isMine ? reports : [open];
    case 'open':
      return isFollow(card) && isLegal('claim', card.state)
        ? [button({ id: actionIds.greet, label: greetLabel(desk), ref })]
        : [];
    default:
      return [];
  }
}
