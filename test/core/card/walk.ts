import { expect } from 'vitest';
import { type Action, type Actor, theDesk } from '../../../src/core/card/actions.js';
import type { Card } from '../../../src/core/card/card.js';
import { isRefusal } from '../../../src/core/card/refusal.js';
import { lastAnswer } from '../../../src/core/card/select.js';
import { dueEntries } from '../../../src/core/due/due-entries.js';
import { timings } from '../../../src/core/due/timings.js';
import type { ActId, PostId, SlackUserId, Token } from '../../../src/core/ids.js';
import { unsigned } from '../../../src/core/post/signature.js';
import { act } from '../../../src/flows/act.js';
import type { Cards } from '../../../src/ports/documents.js';
import { aDesk } from '../../build.js';
import type { FakeClock } from '../../fakes/clock.js';
import type { Situation } from './legal-moves.js';
import { foresee, isAnswering, isSecondPress, stateAfterAnswer, waitingFor } from './walk-foresee.js';
import { remember } from './walk-memory.js';

/** The program: one card in a store, with what it has to do, and the time. */
export interface Real {
  readonly cards: Cards;
  due(): Promise<readonly string[]>;
  readonly clock: FakeClock;
  readonly id: Card['id'];
}

interface Approval {
  readonly n: number;
  readonly text: string;
  readonly replyTo: PostId | undefined;
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

/** A post of ours on X; without `n` a person wrote it there. */
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
  is: Situation;
  snoozedUntil: number | undefined;
  /** The words that the card must not lose. */
  words: string | undefined;
  /** Something was removed since they were written. */
  mayQuote?: boolean;
  /** Words of people who lost it. */
  readonly kept: Map<SlackUserId, string>;
  handOff: { readonly openedAt: number; readonly lookedAt?: number } | undefined;
  /** Each post of the patron's, and whose act it is a version of. */
  readonly posts: { readonly act: ActId; readonly post: PostId }[];
  readonly gone: Set<ActId>;
  answered: ReadonlySet<ActId>;
  approval: Approval | undefined;
  /** The patron changed or removed something since the call began. */
  changed: boolean;
  /** The token of the call that may still say what became of the approval. */
  fence: Token | undefined;
  /** What the newest entry of the history came of. */
  newest: Action | undefined;
  readonly calls: Call[];
  readonly onX: OurPost[];
  /** All that was tried so far, for the reader of a failure. */
  readonly story: string[];
}

/** Does it to the stored card twice over, and holds what comes of it against what a bystander expects. */
export async function step(model: Model, real: Real, action: Action, actor: Actor = theDesk): Promise<Card> {
  const foreseen = foresee(model, real.clock.now(), action, actor);
  const result = await act(real, real.id, action, actor);
  const card = (await real.cards.get(real.id)) ?? model.card;
  const led = isRefusal(result)
    ? `refused: ${sameRefusal[result.refused] ?? result.refused}`
    : result.card.state;
  model.story.push(`${actor.kind === 'desk' ? 'desk' : actor.id} ${action.do}: ${led}`);

  const answers = isAnswering(action) && !foreseen.startsWith('refused');
  if (answers) expectRightActs(model, card, action);
  else expect(answeredActs(card), 'acts that are answered').toEqual(model.answered);
  expect(led).toBe(answers ? stateAfterAnswer(model, card, action) : foreseen);
  if (action.do === 'approve' && !isRefusal(result))
    expect(new Set(card.reply?.covers), 'what it answers').toEqual(new Set(waitingFor(model)));
  const second = card.version === model.card.version && isSecondPress(model, real.clock.now(), action, actor);
  if (!isRefusal(result) && !second) remember(model, real.clock.now(), action, actor, card);
  model.answered = answeredActs(card);
  expectSound(model, card);
  await expectDue(real, card);
  if (card.version !== model.card.version) model.newest = action;
  model.card = card;

  if (isRefusal(result)) return card;
  await act(real, real.id, action, actor);
  expect(await real.cards.get(real.id), 'once more changes nothing').toEqual(card);
  return card;
}

/** Refusals that say the same more exactly. */
const sameRefusal: Readonly<Record<string, string>> = { elsewhere: 'answered', lost: 'taken' };

const answeredActs = (card: Card): ReadonlySet<ActId> =>
  new Set(card.acts.filter(({ answered }) => answered).map(({ id }) => id));

/** An answer covers what was approved, or what it replies to and before; one that is deleted gives back what only it covered. */
function expectRightActs(
  { answered, approval, card: before, fence, posts }: Model,
  card: Card,
  action: Action,
) {
  const order = card.acts.map(({ id }) => id);
  const now = answeredActs(card);
  const newly = order.filter((id) => now.has(id) && !answered.has(id));
  const again = order.filter((id) => answered.has(id) && !now.has(id));
  if (action.do === 'delete-from-x') {
    const others = card.answers.flatMap(({ covers }) => covers);
    const deleted = before.answers.find(({ postId }) => postId === action.postId);
    expect(newly).toEqual([]);
    expect(again).toEqual(order.filter((id) => deleted?.covers.includes(id) && !others.includes(id)));
    return;
  }
  expect(again, 'answered no more').toEqual([]);
  const covers = approval?.covers ?? [];
  if (action.do === 'publish' && action.token === fence) {
    expect(
      covers.every((id) => now.has(id)),
      'what was approved is answered',
    ).toBe(true);
    expect(lastAnswer(card)?.by, 'who answered').toBe(approval?.by);
  }
  const under =
    action.do === 'seen' ? posts.find(({ post }) => post === action.post.repliedTo)?.act : undefined;
  const upTo = under ? order.slice(0, order.indexOf(under) + 1) : [];
  const handedOff = before.handOff ? order : [];
  expect([...covers, ...upTo, ...handedOff], 'acts answered by nobody').toEqual(
    expect.arrayContaining(newly),
  );
  const isKnown = action.do === 'seen' && before.answers.some(({ postId }) => postId === action.post.postId);
  if (under && !isKnown) expect(now.has(under), 'what the post answers').toBe(true);
}

/** What holds of the card after every step. */
function expectSound(model: Model, card: Card): void {
  const { state, holder, review, flag, reply } = card;
  expect(state, 'state').toBe(model.is.state);
  expect(holder?.id, 'holder').toBe(model.is.holder);
  expect(review?.reviewer, 'reviewer').toBe(model.is.reviewer);
  expect(flag !== undefined, 'flagged').toBe(model.is.flagged);
  expect(reply?.approvedBy, 'approver').toBe(model.approval?.by);
  expect(card.snoozedUntil, 'snoozed').toBe(model.snoozedUntil);
  expect(card.handOff?.openedAt, 'hand-off').toBe(model.handOff?.openedAt);
  expect(new Set(card.acts.map(({ id }) => id)), 'acts').toEqual(new Set(model.posts.map((one) => one.act)));
  expect(new Set(card.acts.filter(({ gone }) => gone).map(({ id }) => id)), 'gone').toEqual(model.gone);
  for (const one of card.acts) if (one.gone) expect(one, 'blanked').toMatchObject({ text: '', links: [] });
  const kept = new Map(card.keptWords.map(({ by, text }) => [by, text]));
  expect(kept, 'kept words').toEqual(model.kept);
  // Words that came back or changed hands have lost their signature.
  if (model.words !== undefined)
    expect(unsigned(card.draft?.text ?? ''), 'words').toBe(unsigned(model.words));

  const isOver = state === 'sent' || state === 'withdrawn';
  if (state !== 'posting') expect(waitingFor(model).length === 0, `nothing waits on ${state}`).toBe(isOver);
  const posts = card.answers.flatMap(({ postId }) => postId ?? []);
  expect(new Set(posts).size, 'answers counted once').toBe(posts.length);
  for (const { n } of model.onX) {
    const posted = model.onX.filter((post) => n !== undefined && post.n === n);
    expect(posted.length, `posts of approval ${n}`).toBeLessThanOrEqual(1);
  }
  const changed = JSON.stringify(shownOf(card)) !== JSON.stringify(shownOf(model.card));
  expect(card.version, 'version').toBe(model.card.version + (changed ? 1 : 0));
  expect(card.history.length).toBeLessThanOrEqual(100);
}

/** What a card's message can show of it. */
function shownOf({ version: _v, changedAt: _c, history: _h, draft: _d, keptWords: _k, ...rest }: Card) {
  const { looks: _looks, ...reply } = rest.reply ?? { looks: 0 };
  const { lookedAt: _lookedAt, ...handOff } = rest.handOff ?? { openedAt: 0 };
  return { ...rest, messages: undefined, reply, handOff };
}

async function expectDue(real: Real, card: Card): Promise<void> {
  const due = dueEntries(card, timings, aDesk()).map(({ job, id, at }) => `${job}:${id} ${at}`);
  expect(new Set(await real.due()), 'due list').toEqual(new Set(due));
}
