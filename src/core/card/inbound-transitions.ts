import { compareIds, type SlackUserId } from '../ids.js';
import { omit } from '../omit.js';
import { isEdited } from '../post/post.js';
import type { CardEvent, Transition, Transitions } from './actions.js';
import { finishedCard, returnedToWriter } from './answered.js';
import type { Act, Card, Mention } from './card.js';
import { closedBy } from './join.js';
import { isDone } from './message.js';
import { hasColleaguesWords } from './returned-words.js';
import { answersUs, isQuestion, isStop, isUrgent, isWritten, unanswered } from './select.js';

/** What X brings to a card: more acts, changes and removals. Also how the card of a new follower closes by itself. */
export const inboundTransitions: Transitions<'another-act' | 'edited' | 'withdraw' | 'expire' | 'greeted'> = {
  'another-act': (card, { act, patron, muted }, _actor, now) => {
    if (card.acts.some(({ id }) => id === act.id)) return { card };
    const acts = [...card.acts, act].sort((a, b) => a.at - b.at || compareIds(a.id, b.id));
    // The patron mentions us again, so X may take an answer by API now.
    const known = omit(card, 'onlyByHand', 'purgedAt');
    // A new question ends "not now", and so does an urgent word.
    const endsSnooze = isQuestion(act) || isUrgent(act);
    const joined = { ...(endsSnooze ? omit(known, 'snoozedUntil') : known), acts, patron };
    if (isStop(act)) return { card: { ...finishedCard(joined), ...closedBy('stop', now) } };
    const told = isUrgent(act) ? { events: [urgentEvent(act, now)] } : {};
    // A new act opens a closed card again.
    if (!isDone(card)) return { card: joined, ...told };
    const open = { ...omit(joined, 'closed', 'notice'), state: 'open' } as const;
    return muted && !isUrgent(act) ? { card: { ...open, ...closedBy(muted, now) } } : { card: open, ...told };
  },

  edited: (card, { act, mention, patron, knows }, _actor, now) => {
    const known = card.acts.find(({ id }) => id === act);
    if (known?.kind !== 'mention' || known.gone || known.purged) return { card };
    const isWholeNow = known.partial && !mention.partial;
    const isNewer = isEdited(mention, known);
    if (!isNewer && !isWholeNow) return { card };
    const { id, at, answered } = known;
    // An answer of ours may name a version that the network does not list any more. One that its writer went back to is there twice.
    const newest = isNewer ? mention.versions.at(-1) : undefined;
    const more = mention.versions.filter((one) => one === newest || !known.versions.includes(one));
    const versions = [...known.versions, ...more];
    const next: Mention = { ...omit(known, ...ofOneVersion), ...mention, id, at, answered, versions };
    const acts = card.acts.map((one) => (one.id === act ? next : one));
    // Nobody has an empty handle but whom the network did not name.
    const named = patron && card.patron.handle === '' ? { ...card, patron } : card;
    const changed = afterPatronChange({ ...named, acts }, 'changed', now, knows);
    const isNewlyUrgent = isUrgent(next) && !isUrgent(known) && !answered;
    return isNewlyUrgent
      ? { ...changed, events: [...(changed.events ?? []), urgentEvent(next, now)] }
      : changed;
  },

  withdraw: (card, { act, knows }, _actor, now) => {
    const known = card.acts.find(({ id }) => id === act);
    if (!known || known.gone) return { card };
    const acts = card.acts.map((one) => (one.id === act ? withoutContent({ ...one, gone: true }) : one));
    // With the last of it goes what they say of themselves.
    const patron = acts.every(({ gone }) => gone) ? omit(card.patron, 'bio', 'place') : card.patron;
    const quoting = hasColleaguesWords(card) ? { mayQuote: true as const } : {};
    return afterPatronChange({ ...card, ...quoting, acts, patron, removedAt: now }, 'removed', now, knows);
  },

  expire: (card) =>
    card.acts.every(({ kind }) => kind === 'follow') || isOnlyAnswer(card)
      ? { card: { ...omit(card, 'snoozedUntil'), state: 'expired' } }
      : { card },

  greeted: (card, _action, _actor, now) => ({
    card: {
      ...omit(card, 'snoozedUntil'),
      state: 'dismissed',
      closed: { at: now, reason: 'hello' },
    },
  }),
};

/** Whether nothing waits but answers to a question of ours: something else may have joined since the card was due to expire. */
const isOnlyAnswer = (card: Card): boolean =>
  answersUs(card) && !unanswered(card).some((act) => isQuestion(act) || isUrgent(act));

/** The event of an act with an urgent word. */
export const urgentEvent = ({ id }: Act, at: number): CardEvent => ({ event: 'urgent', act: id, at });

/** The event of a card that is among the answers to a question of ours from now on, or no longer. */
export const answerEvents = (before: Card | undefined, after: Card, at: number): readonly CardEvent[] =>
  (before !== undefined && answersUs(before)) === answersUs(after) ? [] : [{ event: 'answers-changed', at }];

/** What may be true of one version of a post and not of the next. */
const ofOneVersion = [
  'closed',
  'partial',
  'sensitive',
  'suspect',
  'unloadable',
  'unnamed',
  'urgent',
] as const;

/**
 * The patron changed or removed a post: the holder is told, unless they know. An answer that waits to go out goes back to
 * its writer, because it may answer what is gone. While X may be publishing the answer the card only notes the change, in
 * case X does not publish it.
 */
function afterPatronChange(
  card: Card,
  kind: 'changed' | 'removed',
  now: number,
  knows?: SlackUserId,
): Transition {
  const to = card.holder?.id;
  const told = to && to !== knows ? { events: [{ event: kind, to, at: now } as const] } : {};
  const notice = { kind, at: now } as const;
  if (card.state === 'posting') return { card: { ...card, notice }, ...told };
  if (unanswered(card).length === 0)
    return { card: finalStates.includes(card.state) ? card : finishedCard(card), ...told };
  if (card.state === 'unsure') return { card: { ...card, notice }, ...told };
  return { card: card.state === 'sending' ? returnedToWriter(card, notice) : card, ...told };
}

const finalStates: readonly Card['state'][] = ['sent', 'withdrawn'];

/** The act without what its writer wrote: X wants removed content gone here too. */
const withoutContent = (act: Act): Act =>
  isWritten(act)
    ? {
        ...omit(
          act,
          'ours',
          'quoted',
          'repliedTo',
          'repliedToAccount',
          'sensitive',
          'suspect',
          'unloadable',
          'urgent',
        ),
        text: '',
        links: [],
        media: [],
      }
    : act;
