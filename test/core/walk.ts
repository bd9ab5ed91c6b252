import { expect } from 'vitest';
import { type Action, theDesk, type Who } from '../../src/core/actions.js';
import type { Card, CardState } from '../../src/core/card.js';
import { dueEntries } from '../../src/core/due-entries.js';
import type { ActId, PostId, SlackUserId, Token } from '../../src/core/ids.js';
import { timings } from '../../src/core/timings.js';
import { act } from '../../src/flows/act.js';
import type { FakeClock } from '../fakes/clock.js';
import type { OpenStore } from '../store/open-store.js';
import { expected } from './legal-moves.js';

/** The program: one card in Redis, and the time. */
export interface Real {
  readonly store: OpenStore;
  readonly clock: FakeClock;
  readonly id: Card['id'];
}

interface Approval {
  readonly n: number;
  readonly text: string;
  readonly replyTo: PostId;
  readonly covers: readonly ActId[];
  readonly by: SlackUserId;
  readonly dueAt: number;
  readonly goodUntil: number;
}

/** A call to X that did not come back yet. */
export interface Call {
  readonly token: Token;
  readonly approval: Approval;
}

/** A post of ours on X; without `n` a colleague wrote it there. */
export interface OurPost {
  readonly id: PostId;
  readonly under: PostId;
  readonly at: number;
  readonly text: string;
  readonly n?: number;
}

/** What a bystander knows who saw everything that people, the desk and X did. */
export interface Model {
  card: Card;
  state: CardState;
  holder: SlackUserId | undefined;
  /** Each post of the patron's, and whose act it is a version of. */
  readonly posts: { readonly act: ActId; readonly post: PostId }[];
  readonly answered: Set<ActId>;
  approval: Approval | undefined;
  /** The token of the call that may still say what became of the approval. */
  fence: Token | undefined;
  readonly calls: Call[];
  readonly onX: OurPost[];
  /** All that was tried so far, for the reader of a failure. */
  readonly story: string[];
}

/** Does it to the stored card, and holds what comes of it against what a bystander expects. */
export async function step(model: Model, real: Real, action: Action, who: Who = theDesk): Promise<Card> {
  const { cards } = real.store;
  const result = await act({ cards, clock: real.clock }, real.id, action, who);
  const card = (await cards.get(real.id)) ?? model.card;
  const led =
    'refused' in result ? `refused: ${sameRefusal[result.refused] ?? result.refused}` : result.card.state;
  model.story.push(`${who.kind === 'desk' ? 'desk' : who.id} ${action.do}: ${led}`);
  const answers = action.do === 'publish' || action.do === 'seen' || action.do === 'it-is-there';
  const foreseen = foresee(model, real, action, who);
  if (answers && !foreseen.startsWith('refused')) expect(led).toBe(stateAfterAnswer(model, card));
  else expect(led).toBe(foreseen);

  const newly = card.acts.filter(({ id, answered }) => answered && !model.answered.has(id));
  if (!answers) expect(newly, 'acts answered by nobody').toEqual([]);
  const second = card.version === model.card.version && isSecondPress(model, real.clock, action, who);
  if (!('refused' in result) && !second) remember(model, real, action, who, card);
  await holds(model, real, card);
  model.card = card;
  for (const { id } of newly) model.answered.add(id);
  return card;
}

/** Refusals that say the same more exactly. */
const sameRefusal: Readonly<Record<string, string>> = { elsewhere: 'answered', lost: 'taken' };

/** The state that should come of it. */
function foresee(model: Model, { clock }: Real, action: Action, who: Who): string {
  const { state, approval, fence, holder } = model;
  const led = expected(action.do, state, who, who.kind === 'staff' && who.id === holder);
  if (led.startsWith('refused')) return isSecondPress(model, clock, action, who) ? state : led;
  if ('token' in action && action.do !== 'begin' && action.token !== fence) return state;
  switch (action.do) {
    case 'hand-off':
      if (state === 'handed-off' && model.card.handOff?.replyTo === action.replyTo) return state;
      return model.posts.every(({ act }) => model.answered.has(act)) ? 'refused: second-reply' : led;
    case 'approve':
      return model.posts.every(({ act }) => model.answered.has(act)) ? 'refused: second-reply' : led;
    case 'begin':
      if (!approval || clock.now() < approval.dueAt) return state;
      if (action.boot !== model.card.reply?.boot) return 'unsure';
      return clock.now() > approval.goodUntil ? 'claimed' : led;
    case 'edited':
      return model.posts.some(({ post }) => post === action.mention.versions.at(-1)) ? state : led;
    default:
      return led;
  }
}

/** The same person did the same a moment ago, and nothing happened since. */
function isSecondPress({ card }: Model, clock: FakeClock, action: Action, who: Who): boolean {
  const last = card.history.at(-1);
  const same = who.kind === 'staff' && last?.action === action.do && last.by === who.id;
  return same && clock.now() - last.at < 5_000;
}

/** An answer makes the card sent, or leaves it for the act that it does not cover, to its writer, or for our own call. */
function stateAfterAnswer({ state, answered, approval }: Model, card: Card): CardState {
  if (card.acts.every((one) => one.answered === answered.has(one.id))) return state;
  if (card.acts.every((one) => one.answered)) return 'sent';
  const stillOurs = card.acts.some((one) => !one.answered && approval?.covers.includes(one.id));
  const underWay = state === 'posting' || state === 'unsure';
  if (state === 'sending') return 'claimed';
  return state === 'dismissed' || state === 'claimed' || (underWay && stillOurs) ? state : 'open';
}

function remember(model: Model, { clock }: Real, action: Action, who: Who, card: Card): void {
  const before = model.state;
  model.state = card.state;
  const by = who.kind === 'staff' ? who.id : undefined;
  const takes = ['claim', 'take-over', 'hand-off', 'not-there'].includes(action.do);
  if (takes) model.holder = by;
  if (['open', 'sent', 'dismissed'].includes(card.state)) model.holder = undefined;
  if (action.do === 'approve' && by && card.reply) {
    const { n, replyTo, covers, dueAt, goodUntil } = card.reply;
    model.approval = { n, text: action.text, replyTo, covers, by, dueAt, goodUntil };
    model.fence = undefined;
  }
  if (action.do === 'begin' && card.state === 'posting' && model.approval) {
    model.fence = action.token;
    model.calls.push({ token: action.token, approval: model.approval });
  }
  if (action.do === 'put-back' && before === 'posting' && card.state === 'sending') {
    model.fence = undefined;
    if (model.approval)
      model.approval = { ...model.approval, dueAt: Math.min(action.until, model.approval.goodUntil) };
  }
  if (action.do === 'reject' && card.state === 'claimed') model.fence = undefined;
  expect(card.changedAt).toBeLessThanOrEqual(clock.now());
}

/** What holds of the card after every step. */
async function holds(model: Model, { store, id }: Real, card: Card): Promise<void> {
  expect(card.state, 'state').toBe(model.state);
  expect(card.holder?.id, 'holder').toBe(model.holder);
  expect(new Set(card.acts.map((one) => one.id)), 'acts').toEqual(new Set(model.posts.map(({ act }) => act)));
  for (const one of card.acts) if (model.answered.has(one.id)) expect(one.answered, one.id).toBe(true);
  if (card.state === 'sent') expect(card.acts.every(({ answered }) => answered)).toBe(true);

  const changed = JSON.stringify(shownOf(card)) !== JSON.stringify(shownOf(model.card));
  expect(card.version, 'version').toBe(model.card.version + (changed ? 1 : 0));
  expect(card.history.length).toBeLessThanOrEqual(100);

  for (const { n } of model.onX) {
    const posted = model.onX.filter((post) => n !== undefined && post.n === n);
    expect(posted.length, `posts of approval ${n}`).toBeLessThanOrEqual(1);
  }
  const list = await store.redis.zrange(store.keys.due, '0', '-1', 'WITHSCORES');
  const due = dueEntries(card, timings).flatMap(({ job, at }) => [`${job}:${id}`, String(at)]);
  expect(new Set(list), 'due list').toEqual(new Set(due));
}

/** What a card's message can show of it. */
function shownOf({
  version: _v,
  changedAt: _c,
  history: _h,
  draft: _d,
  keptWords: _k,
  messages: _m,
  ...rest
}: Card) {
  const { looks: _looks, ...reply } = rest.reply ?? { looks: 0 };
  return { ...rest, reply };
}
