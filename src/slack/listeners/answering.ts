import type { Card } from '../../core/card/card.js';
import { isRefusal } from '../../core/card/refusal.js';
import { notStaffRefusal, refusalFor } from '../../core/card/rules.js';
import { isFollow, isHello, reachOf, replyTarget } from '../../core/card/select.js';
import type { SlackUserId } from '../../core/ids.js';
import { givenName } from '../../core/post/given-name.js';
import { nameOf } from '../../core/sentences/phrases.js';
import { refusalSentence } from '../../core/sentences/sentences.js';
import { say } from '../../core/words/words.js';
import { openingText, starterOrUsual } from '../../core/writing/starters.js';
import { act } from '../../flows/act.js';
import { claim, claimForPost, claimNext, takeOver } from '../../flows/answer/claim.js';
import { followBack, followsByApi } from '../../flows/answer/follow-back.js';
import { readFollower, refusalForGreeting } from '../../flows/answer/greet.js';
import { readAround, readForAnswer } from '../../flows/answer/reread.js';
import { scarceBudget, surroundingsOf } from '../../flows/answer/surroundings.js';
import { theirDesks } from '../../flows/their-desks.js';
import type { Desks } from '../../ports.js';
import { type Editing, editorView } from '../editor/editor.js';
import { greetFailedView, greetView, readingView } from '../editor/greet-view.js';
import { outcomeView } from '../editor/outcome-view.js';
import { contextBlock } from '../parts/context.js';
import { followedText } from '../parts/follow-back.js';
import { draftView } from '../screens/draft-view.js';
import { linkedView } from '../screens/linked-view.js';
import { noteView } from '../screens/note-view.js';
import { readPost } from '../values.js';
import type { Press, Screen } from './press.js';

/** A starter: the presser gets the card, and the editor opens with the starter's words. */
export async function answer(press: Press, starter: string): Promise<void> {
  const claimed = await claim(press.ports, press.card, press.actor);
  if (isRefusal(claimed)) return press.refuse(claimed);
  await begin(press, claimed, starter);
}

/** Opens the editor, then reads on X whether the patron changed or removed the post, and what it answers or quotes. */
export async function begin(screen: Screen, card: Card, starter: string): Promise<void> {
  const { desk, ports, user, actor } = screen;
  const first = givenName(card.patron.name, card.patron.handle);
  const known = starterOrUsual(starter, isFollow(card) ? 'greeting' : 'answer', desk);
  const begun = isHello(card) ? '' : openingText(known, first, desk);
  const around = await surroundingsOf(ports, card);
  const editing = { desk, by: user, opening: begun, now: ports.clock.now(), ...around };
  const shown = await screen.show(editorView({ ...editing, card }), card, around.others);
  if (!shown) return;
  const { context: read, news } = await readForAnswer(ports, card, actor);
  const context = contextBlock(news?.card ?? card, desk, read);
  if (!news) {
    if (context) await screen.change(shown, editorView({ ...editing, card, context }), card, around.others);
    return;
  }
  const found = refusalSentence(desk, news.refusal, ports.clock.now());
  const mayWrite = !refusalFor(news.card, { do: 'save-draft' }, actor, ports.clock.now());
  const next = mayWrite
    ? editorView({ ...editing, card: news.card, found, context })
    : noteView(desk, found, news.card);
  await screen.change(shown, next, news.card, around.others);
}

/**
 * Opens the editor on the draft of a card, then reads on X what its newest post answers or quotes: who goes on writing, or
 * checks the words, needs that as much as who began. `more` is what the editor says about the words.
 */
export async function edit(
  screen: Screen,
  card: Card,
  more: Pick<Editing, 'found' | 'looked'> = {},
): Promise<void> {
  const { desk, ports, user } = screen;
  const around = await surroundingsOf(ports, card);
  const editing = { card, desk, by: user, opening: '', now: ports.clock.now(), ...around, ...more };
  const shown = await screen.show(editorView(editing), card, around.others);
  const context = shown && contextBlock(card, desk, await readAround(ports, card));
  if (shown && context) await screen.change(shown, editorView({ ...editing, context }), card, around.others);
}

/** *Open*: the editor for the person who writes or checks, the draft to read for everybody else. */
export async function open(press: Press): Promise<void> {
  const { desk, ports, user, actor } = press;
  const card = await ports.cards.get(press.card);
  if (!card) return press.refuse({ refused: 'gone' });
  if (actor.kind !== 'staff') return press.refuse(notStaffRefusal(actor), card);
  if (card.linkOnly) return press.refuse({ refused: 'link-only' }, card);
  if (worksOn(user, card)) return goOn(press, card);
  await press.show(draftView({ card, desk, now: ports.clock.now() }), card);
}

/** Opens what a person works on. A greeting without a post to answer begins with the choice of one. */
async function goOn(press: Press, card: Card): Promise<void> {
  const { desk, ports, actor } = press;
  const reach = reachOf(card, desk);
  const isBegun = replyTarget(card) !== undefined && (reach === 'api' || card.draft !== undefined);
  if (!isFollow(card) || isBegun) return edit(press, card);
  if (reach === 'hand-off') return pickPost(press, card);
  // A greeting by API is claimed together with the post that is picked, and until then it is open.
  const released = await act(ports, card.id, { do: 'release' }, actor);
  await (isRefusal(released) ? press.refuse(released, card) : pickPost(press, released.card));
}

/** Whether a person works on a card's words now: its holder, or the reviewer while a colleague checks them. */
function worksOn(user: SlackUserId, { state, holder, review }: Card): boolean {
  return state === 'claimed' ? holder?.id === user : state === 'in-review' && review?.reviewer === user;
}

/** *Greet*: shows what a new follower posted lately. */
export async function greet(press: Press): Promise<void> {
  const card = await press.ports.cards.get(press.card);
  if (!card) return press.refuse({ refused: 'gone' });
  await pickPost(press, card);
}

/** Lets a person pick the post of a follower to answer. A modal must open within 3 s, so it opens before X is read. */
export async function pickPost(screen: Screen, card: Card): Promise<void> {
  const { desk, ports, actor } = screen;
  const reach = reachOf(card, desk);
  const refusal = refusalFor(card, { do: reach === 'api' ? 'claim' : 'hand-off' }, actor, ports.clock.now());
  const tooMany = refusal ?? (await refusalForGreeting(ports, card));
  if (tooMany) return screen.refuse(tooMany, card);
  const about = { card, desk, followsByApi: followsByApi(ports), now: ports.clock.now() };
  const shown = await screen.show(readingView(about), card);
  if (!shown) return;
  try {
    const posts = await readFollower(ports, card, actor);
    const now = ports.clock.now();
    if (isRefusal(posts))
      return await screen.change(shown, noteView(desk, refusalSentence(desk, posts, now), card), card);
    const scarce = await scarceBudget(ports);
    await screen.change(shown, greetView({ ...about, posts, reach, now, scarce }), card);
  } catch (fault) {
    await screen.change(shown, greetFailedView(about), card);
    throw fault;
  }
}

/** *Follow back*: we follow the new follower, and the presser goes on with the choice of a post where they may. */
export async function followThem(press: Press): Promise<void> {
  const { desk, ports } = press;
  const card = await followBack(ports, press.card, press.actor);
  if (isRefusal(card)) return press.refuse(card);
  if (card.state === 'open') return pickPost(press, card);
  await press.show(noteView(desk, followedText(card, desk, ports.clock.now()), card), card);
}

/** Picks the post of a follower to answer where the desk posts the answer by API, and opens the editor. */
export async function greetHere(press: Press, starter: string): Promise<void> {
  const { ports, card, actor, offered } = press;
  const claimed = await claimForPost(ports, card, actor, { post: readPost(press.extra), shown: offered });
  if (isRefusal(claimed)) return press.refuse(claimed);
  await begin(press, claimed, starter);
}

/** *Answer next*: opens the card that comes first among those that wait, over all desks of the person. */
export async function answerNext(screen: Screen, desks: Desks): Promise<void> {
  const { desk, ports, user } = screen;
  const theirs = await theirDesks(desks, desk, user);
  const found = await claimNext(theirs.length > 0 ? theirs : [ports], user);
  if (!found) return screen.tell(say(desk.words, 'waiting.nothing'));
  const { next } = found;
  const there = found.ports.desk.id === desk.id ? screen : screen.onSide(found.ports);
  if (isRefusal(next)) return there.refuse(next);
  if (there.desk.account.linkOnly)
    return void (await there.show(linkedView(next, there.desk, ports.clock.now())));
  await (isFollow(next) ? pickPost(there, next) : begin(there, next, 'answer'));
}

/** The card changes hands. */
export async function takeOverCard(press: Press): Promise<void> {
  const { desk, ports } = press;
  const card = await takeOver(ports, press.card, press.actor);
  if (isRefusal(card)) return press.refuse(card, await ports.cards.get(press.card));
  const now = ports.clock.now();
  await (card.state === 'claimed' ? goOn(press, card) : press.show(draftView({ card, desk, now }), card));
}

/** *Undo*: the answer does not go out, and the presser reads so; from the card, its writer goes on in the editor. */
export async function undo(press: Press): Promise<void> {
  const result = await act(press.ports, press.card, { do: 'undo' }, press.actor);
  if (isRefusal(result)) return press.refuse(result);
  const { card } = result;
  const { desk, ports, user } = press;
  if (press.inModal) {
    const undone = outcomeView({ card, desk, user, waiting: 0, now: ports.clock.now() });
    return void (await press.show(undone, card));
  }
  if (worksOn(user, card)) return edit(press, card, { found: say(desk.words, 'outcome.undone') });
  const name = nameOf(desk, card.holder?.id ?? '');
  await press.tell(say(desk.words, 'outcome.undone-theirs', { name }));
}
