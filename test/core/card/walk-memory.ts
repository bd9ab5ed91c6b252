import type { Action, Actor } from '../../../src/core/card/actions.js';
import type { Act, Card, Mention } from '../../../src/core/card/card.js';
import { lastAnswer } from '../../../src/core/card/select.js';
import type { ActId, SlackUserId } from '../../../src/core/ids.js';
import type { Situation } from './legal-moves.js';
import type { Model } from './walk.js';

const takes: readonly Action['do'][] = [
  'claim',
  'start',
  'take-over',
  'hand-off',
  'not-there',
  'delete-from-x',
];
const isHeld = ({ state }: Situation) =>
  ['claimed', 'in-review', 'sending', 'posting', 'unsure', 'handed-off'].includes(state);
const isUnderWay = ({ state }: Situation) => ['sending', 'posting', 'unsure'].includes(state);

/** What a bystander remembers of an action that was accepted. */
export function remember(model: Model, now: number, action: Action, actor: Actor, card: Card): void {
  const before = model.is;
  model.words = wordsAfter(model, action, card);
  rememberKept(model, action, actor, card);
  forgetQuotes(model, action, card);
  if (action.do === 'claim' && actor.kind === 'staff') rememberOwn(model, actor.id);
  model.is = situationAfter(before, action, actor, card);
  model.snoozedUntil = snoozeAfter(model, before, action, now);
  model.handOff = handOffAfter(model, before, action, now);
  rememberCall(model, before, action, card);
  if (action.do === 'withdraw') model.gone.add(action.act);
  if (action.do === 'another-act') rememberPost(model, action.act.id, action.act);
  if (action.do === 'edited' && !model.gone.has(action.act)) rememberPost(model, action.act, action.mention);
}

function rememberPost({ posts }: Model, act: ActId, shown: Pick<Mention, 'versions'> | Act): void {
  const post = 'versions' in shown ? shown.versions.at(-1) : undefined;
  if (post && !posts.some((one) => one.post === post)) posts.push({ act, post });
}

function situationAfter(before: Situation, action: Action, actor: Actor, card: Card): Situation {
  const by = actor.kind === 'staff' ? actor.id : undefined;
  const is = { ...before, state: card.state };
  const taken = takes.includes(action.do) && by !== before.holder;
  const given = action.do === 'pass' ? action.to : taken ? by : before.holder;
  const newHolder = given !== before.holder;
  const checks = is.state === 'in-review' || (isUnderWay(is) && !newHolder);
  const asked = action.do === 'check' ? by : before.reviewer;
  return {
    state: card.state,
    holder: isHeld(is) ? given : undefined,
    reviewer: checks && action.do !== 'ask-review' ? asked : undefined,
    approvedIn: approvedIn(before, action, newHolder),
    answeredBy: lastAnswer(card)?.by,
    flagged: action.do === 'flag' || (before.flagged && action.do !== 'unflag' && !isOver(card)),
  };
}

function approvedIn(before: Situation, action: Action, newHolder: boolean): Situation['approvedIn'] {
  if (action.do === 'approve') return before.state === 'in-review' ? 'in-review' : 'claimed';
  return newHolder ? 'claimed' : before.approvedIn;
}

const isOver = ({ state }: Card) => state === 'sent' || state === 'withdrawn';

/** Not now ends when somebody goes on with the card, or the patron asks something. */
function snoozeAfter({ is, posts, snoozedUntil }: Model, before: Situation, action: Action, now: number) {
  if (action.do === 'snooze' && action.until > now) return action.until;
  const { act } = action.do === 'another-act' ? action : { act: undefined };
  const asks =
    act?.kind === 'mention' && act.topic === 'question' && !posts.some((one) => one.act === act.id);
  const goesOn = ['wake', 'claim', 'start', 'approve', 'hand-off', 'ask-review'].includes(action.do);
  const changesHands = is.holder !== undefined && is.holder !== before.holder;
  const isOpen = is.state === 'open' || is.state === 'claimed';
  return asks || goesOn || changesHands || !isOpen ? undefined : snoozedUntil;
}

function handOffAfter(
  { card, handOff, is }: Model,
  before: Situation,
  action: Action,
  now: number,
): Model['handOff'] {
  if (is.state !== 'handed-off') return undefined;
  const again =
    action.do === 'hand-off' && (action.text !== undefined || action.replyTo !== card.handOff?.replyTo);
  if (before.state !== 'handed-off' || again) return { openedAt: now };
  return action.do === 'timeline-checked' && handOff ? { ...handOff, lookedAt: now } : handOff;
}

/** Their own words of the holder and the reviewer are the draft. */
function rememberKept({ answered, is, kept }: Model, action: Action, actor: Actor, card: Card): void {
  const by =
    actor.kind === 'staff' && actor.id !== is.holder && actor.id !== is.reviewer ? actor.id : undefined;
  if (action.do === 'keep-words' && by) kept.set(by, action.text);
  const isAnswered = card.acts.some((one) => one.answered && !answered.has(one.id));
  if (isAnswered && card.state === 'sent') kept.clear();
}

/** Words stay until others take their place, they went out, or nobody needs them. */
/** Whoever takes a card goes on with what they wrote last, unless a colleague's words stand there. */
function rememberOwn(model: Model, by: SlackUserId): void {
  const { draft, keptWords } = model.card;
  const own = keptWords.find((one) => one.by === by);
  if (!own || (draft && (draft.by !== by || draft.at > own.at))) return;
  model.kept.delete(by);
  model.words = own.text;
}

/** Words that may quote what was removed go once nobody goes on with the card. */
function forgetQuotes(model: Model, action: Action, { state, version }: Card): void {
  const { draft, flag, note } = model.card;
  const isWritten = model.kept.size > 0 || [draft?.text, flag?.note, note?.text].some((text) => text);
  if (action.do === 'withdraw' && version > model.card.version && isWritten) model.mayQuote = true;
  if (!model.mayQuote || !['sent', 'withdrawn', 'dismissed', 'expired'].includes(state)) return;
  model.mayQuote = false;
  model.words = undefined;
  model.kept.clear();
}

function wordsAfter({ answered, is, onX, words }: Model, action: Action, card: Card): string | undefined {
  if (action.do === 'save-draft' || action.do === 'approve') return action.text;
  if (action.do === 'hand-off') return action.text ?? words;
  if (action.do === 'delete-from-x')
    return card.state === 'claimed' ? deletedWords(onX, action.postId) : words;
  const wentOut = ['posting', 'unsure', 'handed-off'].includes(is.state) && is.state !== card.state;
  const isAnswered = card.acts.some((one) => one.answered && !answered.has(one.id));
  return isAnswered && (wentOut || card.state === 'sent') ? undefined : words;
}

const deletedWords = (onX: Model['onX'], id: string) => onX.find((post) => post.id === id)?.text;

function rememberCall(
  model: Model,
  before: Situation,
  action: Action,
  { reply, state, version }: Card,
): void {
  if (action.do === 'approve' && reply) {
    const { n, replyTo, covers, dueAt, goodUntil, approvedBy: by } = reply;
    model.approval = { n, text: action.text, replyTo, covers, by, dueAt, goodUntil };
    model.fence = undefined;
  }
  if (action.do === 'begin' && state === 'posting' && model.approval) {
    model.fence = action.token;
    model.changed = false;
    model.calls.push({ token: action.token, approval: model.approval });
  }
  const news = action.do === 'edited' || action.do === 'withdraw';
  if (news && version > model.card.version) model.changed = true;
  const ended = (action.do === 'put-back' || action.do === 'reject') && action.token === model.fence;
  if (!ended) return;
  model.fence = undefined;
  if (before.state !== 'posting' || state !== 'sending' || !model.approval || action.do !== 'put-back')
    return;
  model.approval = { ...model.approval, dueAt: Math.min(action.until, model.approval.goodUntil) };
}
