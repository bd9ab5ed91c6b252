import { isDeepStrictEqual } from 'node:util';
import type { Action, Actor } from '../../../src/core/card/actions.js';
import type { Card, CardState } from '../../../src/core/card/card.js';
import type { ActId } from '../../../src/core/ids.js';
import { minutes } from '../../build.js';
import { expected } from './legal-moves.js';
import type { Model } from './walk.js';

/** The acts that wait for an answer. */
export const waitingFor = ({ answered, gone, posts }: Model): readonly ActId[] =>
  [...new Set(posts.map(({ act }) => act))].filter((act) => !answered.has(act) && !gone.has(act));

/** What these lead to depends on the acts that they answer, or give back. */
export const isAnswering = (action: Action): boolean =>
  ['publish', 'seen', 'it-is-there', 'delete-from-x'].includes(action.do);

/** The state that should come of it, or `refused: …`. */
export function foresee(model: Model, now: number, action: Action, actor: Actor): string {
  const { state, holder } = model.is;
  const looked = 'confirmed' in action && action.confirmed === true;
  const led = expected(action.do, actor, model.is, looked);
  if (led.startsWith('refused')) return isSecondPress(model, now, action, actor) ? state : led;
  if ('token' in action && action.do !== 'begin' && action.token !== model.fence) return state;
  const back = waitingFor(model).length > 0 ? model.is.approvedIn : emptied(model);
  switch (action.do) {
    case 'take-over':
      return actor.kind === 'staff' && actor.id !== holder && isInX(model, now) ? 'refused: finishing' : led;
    case 'release':
      return actor.kind === 'desk' && model.handOff && model.handOff.lookedAt === undefined ? state : led;
    case 'pass':
      return action.to === holder ? state : led;
    case 'begin':
      if (action.boot !== model.card.reply?.boot) return 'unsure';
      if (now < (model.approval?.dueAt ?? 0)) return state;
      return action.pause || now > (model.approval?.goodUntil ?? 0) ? back : led;
    case 'put-back':
      return model.changed ? back : led;
    case 'reject':
      return back;
    case 'mark-unknown':
      return waitingFor(model).length > 0 ? led : emptied(model);
    case 'another-act':
      if (model.posts.some(({ act }) => act === action.act.id)) return state;
      return action.muted && led === 'open' && state !== 'open' ? 'dismissed' : led;
    case 'edited': {
      const isKnown = model.posts.some(({ post }) => post === action.mention.versions.at(-1));
      return isKnown || model.gone.has(action.act) ? state : led;
    }
    case 'withdraw':
      return model.gone.has(action.act) ? state : stateAfterRemoval(model, action.act);
    case 'expire':
      return state;
    default:
      return led;
  }
}

/** The same person did the very same a moment ago, and nothing happened since. */
export function isSecondPress({ card, newest }: Model, now: number, action: Action, actor: Actor): boolean {
  const last = card.history.at(-1);
  if (!last || actor.kind !== 'staff' || last.by !== actor.id) return false;
  return isDeepStrictEqual(newest, action) && now - last.at < 5_000;
}

/** Somebody may be posting it in X: for five minutes from the press on, and until our timeline was read after that. */
function isInX({ handOff, is }: Model, now: number): boolean {
  if (is.state !== 'handed-off' || !handOff) return false;
  const until = handOff.openedAt + minutes(5);
  return now < until || (handOff.lookedAt ?? 0) < until;
}

/** Nothing waits any more: a card that was answered before is that, another one is removed. */
const emptied = ({ answered }: Model): CardState => (answered.size > 0 ? 'sent' : 'withdrawn');

function stateAfterRemoval(model: Model, act: ActId): CardState {
  const { state, approvedIn } = model.is;
  const isLast = waitingFor(model).every((one) => one === act);
  if (state === 'posting' || state === 'sent' || state === 'withdrawn') return state;
  if (isLast) return emptied(model);
  return state === 'sending' ? approvedIn : state;
}

/**
 * An answer makes the card sent, or open for the act that it leaves out; it leaves it to whoever writes, to our own
 * call, or to the composer that is open in X, and where it was closed.
 */
export function stateAfterAnswer(model: Model, card: Card, action: Action): CardState {
  const { answered, approval, is } = model;
  const after = new Set(card.acts.filter((act) => act.answered).map(({ id }) => id));
  const waiting = waitingFor({ ...model, answered: after });
  if (action.do === 'delete-from-x') {
    if (!model.card.answers.some(({ postId }) => postId === action.postId)) return is.state;
    return waiting.length > 0 ? 'claimed' : emptied({ ...model, answered: after });
  }
  // A hand-off of what was answered meanwhile is over once its holder says that it is there.
  if (action.do === 'it-is-there' && after.size === answered.size)
    return waiting.length > 0 ? 'open' : 'sent';
  if (after.size === answered.size || is.state === 'withdrawn') return is.state;
  if (waiting.length === 0) return 'sent';
  const order = card.acts.map(({ id }) => id);
  const composed = model.posts.find(({ post }) => post === model.card.handOff?.replyTo)?.act;
  if (is.state === 'sending') return is.approvedIn;
  const goesOnFor: Partial<Record<CardState, readonly ActId[]>> = {
    dismissed: order,
    claimed: order,
    'in-review': order,
    posting: approval?.covers ?? [],
    unsure: approval?.covers ?? [],
    'handed-off': composed ? order.slice(0, order.indexOf(composed) + 1) : [],
  };
  return waiting.some((id) => goesOnFor[is.state]?.includes(id)) ? is.state : 'open';
}
