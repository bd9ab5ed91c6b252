import { compareIds } from '../ids.js';
import { omit } from '../omit.js';
import type { Transition, Transitions } from './actions.js';
import { emptied, returnedToWriter } from './answered.js';
import type { Act, Card } from './card.js';
import { unanswered } from './select.js';

/** What X brings to a card: more acts, changes, removals; and what becomes of it by itself. */
export const inboundTransitions: Transitions<
  'another-act' | 'edited' | 'withdraw' | 'scrub' | 'expire' | 'greeted'
> = {
  'another-act': (card, { act, patron, muted }, _who, now) => {
    if (card.acts.some(({ id }) => id === act.id)) return { card };
    const acts = [...card.acts, act].sort((a, b) => a.at - b.at || compareIds(a.id, b.id));
    const known = omit(card, 'onlyByHand');
    const joined = { ...(asks(act) ? omit(known, 'snoozedUntil') : known), acts, patron };
    if (!reopening.includes(card.state)) return { card: joined };
    const open = { ...omit(joined, 'closed', 'notice'), state: 'open' } as const;
    return { card: muted ? { ...open, state: 'dismissed', closed: { at: now, reason: 'muted' } } : open };
  },

  edited: (card, { act, mention }, _who, now) => {
    const known = card.acts.find(({ id }) => id === act);
    if (known?.kind !== 'mention' || known.gone) return { card };
    if (known.versions.length >= mention.versions.length) return { card };
    const { id, at, answered } = known;
    const acts = card.acts.map((one) => (one.id === act ? { ...known, ...mention, id, at, answered } : one));
    return news({ ...card, acts }, 'changed', now);
  },

  withdraw: (card, { act }, _who, now) => {
    const known = card.acts.find(({ id }) => id === act);
    if (!known || known.gone) return { card };
    const acts = card.acts.map((one) => (one.id === act ? scrubbed({ ...one, gone: true }) : one));
    return news({ ...card, acts }, 'removed', now);
  },

  scrub: (card) => {
    const acts = card.acts.map(scrubbed);
    const isClean = acts.every((one, index) => one === card.acts[index]);
    const clean = { ...omit(card, 'draft'), acts, keptWords: [] };
    return { card: clean, ...(isClean ? { quiet: true } : {}) };
  },

  expire: (card) =>
    card.acts.every(({ kind }) => kind === 'follow')
      ? { card: { ...omit(card, 'snoozedUntil'), state: 'expired' } }
      : { card },

  greeted: (card, _action, _who, now) => ({
    card: {
      ...omit(card, 'snoozedUntil'),
      state: 'dismissed',
      closed: { at: now, reason: 'hello' },
    },
  }),
};

/**
 * The patron changed or removed a post: whoever has the card is told. An answer that waits to go out goes back, for it
 * may be to what is gone; of one that X is being asked to take it is noted, for when X does not.
 */
function news(card: Card, kind: 'changed' | 'removed', now: number): Transition {
  const told = card.holder ? { events: [{ event: kind, to: card.holder.id } as const] } : {};
  const notice = { kind, at: now } as const;
  if (card.state === 'posting') return { card: { ...card, notice }, ...told };
  if (unanswered(card).length === 0)
    return { card: isOver.includes(card.state) ? card : emptied(card), ...told };
  if (card.state === 'unsure') return { card: { ...card, notice }, ...told };
  return { card: card.state === 'sending' ? returnedToWriter(card, notice) : card, ...told };
}

const isOver: readonly Card['state'][] = ['sent', 'withdrawn'];
/** From these an act that is new makes a card wait again. */
const reopening: readonly Card['state'][] = [...isOver, 'dismissed', 'expired'];

const asks = (act: Act): boolean => act.kind === 'mention' && act.topic === 'question';

/** Without what its writer wrote; the same act when nothing is left of it. */
function scrubbed(act: Act): Act {
  if (act.kind !== 'mention' || (act.text === '' && act.links.length === 0 && act.photos === 0)) return act;
  return { ...act, text: '', links: [], photos: 0 };
}
