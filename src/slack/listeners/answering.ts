import { notStaff, refusalFor } from '../../core/card/authorize.js';
import type { Card } from '../../core/card/card.js';
import { reachOf } from '../../core/card/reach.js';
import { isRefusal } from '../../core/card/refusal.js';
import { isFollow, isHello, replyTarget } from '../../core/card/select.js';
import { postId } from '../../core/ids.js';
import { firstName } from '../../core/post/names.js';
import { sentence } from '../../core/sentences/sentences.js';
import { say } from '../../core/words/words.js';
import { opening } from '../../core/writing/starters.js';
import { act } from '../../flows/act.js';
import { claim, claimNext, takeOver } from '../../flows/answer/claim.js';
import { mayGreet, readFollower } from '../../flows/answer/greet.js';
import { reread } from '../../flows/answer/reread.js';
import { budgetLeft, surroundingsOf } from '../../flows/answer/surroundings.js';
import { draftView } from '../screens/draft-view.js';
import { editorView } from '../screens/editor.js';
import { greetFailedView, greetView, readingView } from '../screens/greet-view.js';
import { noteView } from '../screens/note-view.js';
import type { Press, Screen } from './press.js';

/** A starter: the card is the presser's, and the editor opens with its words. */
export async function answer(press: Press, starter: string): Promise<void> {
  const claimed = await claim(press.ports, press.card, press.actor);
  if (isRefusal(claimed)) return press.refuse(claimed);
  await begin(press, claimed, starter);
}

/** Opens the editor, then reads on X whether the patron changed or removed the post. */
export async function begin(screen: Screen, card: Card, starter: string): Promise<void> {
  const { desk, ports, user, actor } = screen;
  const first = firstName(card.patron.name, card.patron.handle);
  const begun = isHello(card) ? '' : opening(starter, first, desk);
  const around = await surroundingsOf(ports, card);
  const editing = { desk, by: user, opening: begun, now: ports.clock.now(), around };
  const shown = await screen.show(editorView({ ...editing, card }));
  const news = shown && (await reread(ports, card, actor));
  if (!news) return;
  const found = sentence(desk, news.refusal);
  const mayWrite = !refusalFor(news.card, { do: 'save-draft' }, actor, ports.clock.now());
  const next = mayWrite
    ? editorView({ ...editing, card: news.card, found })
    : noteView(desk, found, news.card);
  await screen.change(shown, next);
}

/** Opens the editor again on the words that are there; `found` is what there is to say of them. */
export async function edit(screen: Screen, card: Card, found?: string): Promise<void> {
  const { desk, ports, user } = screen;
  const around = await surroundingsOf(ports, card);
  const said = { around, ...(found ? { found } : {}) };
  await screen.show(editorView({ card, desk, by: user, opening: '', now: ports.clock.now(), ...said }));
}

/** The editor for whoever writes or checks; for everybody else the draft, to read. */
export async function open(press: Press): Promise<void> {
  const { desk, ports, user, actor } = press;
  const card = await ports.cards.get(press.card);
  if (!card) return press.refuse({ refused: 'gone' });
  if (actor.kind !== 'staff') return press.refuse(notStaff(actor), card);
  if (isTheirs(card, user)) return goOn(press, card);
  await press.show(draftView({ card, desk, now: ports.clock.now() }));
}

/** Where somebody goes on with what is theirs. A greeting without a post to answer begins with the choice of one. */
async function goOn(press: Press, card: Card): Promise<void> {
  const { desk, ports, actor } = press;
  const reach = reachOf(card, desk.x.plan);
  const isBegun = replyTarget(card) !== undefined && (reach === 'api' || card.draft !== undefined);
  if (!isFollow(card) || isBegun) return edit(press, card);
  // A greeting by API is claimed with the post that is picked: until then it only has to be open.
  const open = reach === 'api' ? await act(ports, card.id, { do: 'release' }, actor) : { card };
  await (isRefusal(open) ? press.refuse(open, card) : pickPost(press, open.card));
}

/** Whose words they are now: the holder's, and while a colleague checks them the colleague's. */
export function isTheirs({ state, holder, review }: Card, user: string): boolean {
  return state === 'claimed' ? holder?.id === user : state === 'in-review' && review?.reviewer === user;
}

/** Shows what a new follower posted lately. A modal must open within 3 s, so it opens before X is read. */
export async function greet(press: Press): Promise<void> {
  const card = await press.ports.cards.get(press.card);
  if (!card) return press.refuse({ refused: 'gone' });
  await pickPost(press, card);
}

export async function pickPost(screen: Screen, card: Card): Promise<void> {
  const { desk, ports, actor } = screen;
  const reach = reachOf(card, desk.x.plan);
  const refusal = refusalFor(card, { do: reach === 'api' ? 'claim' : 'hand-off' }, actor, ports.clock.now());
  const enough = refusal ?? (await mayGreet(ports, card));
  if (enough) return screen.refuse(enough, card);
  const shown = await screen.show(readingView(card, desk));
  if (!shown) return;
  try {
    const posts = await readFollower(ports, card);
    const now = ports.clock.now();
    const leftMicroUsd = await budgetLeft(ports);
    await screen.change(shown, greetView({ card, desk, posts, reach, now, leftMicroUsd }));
  } catch (fault) {
    await screen.change(shown, greetFailedView(card, desk));
    throw fault;
  }
}

/** Picks the follower's post that is answered by API. */
export async function greetHere(press: Press, starter: string): Promise<void> {
  const claimed = await claim(press.ports, press.card, press.actor, postId(press.extra ?? ''));
  if (isRefusal(claimed)) return press.refuse(claimed, await press.ports.cards.get(press.card));
  await begin(press, claimed, starter);
}

/** *Next*: what waits first, in the place of what stands. */
export async function answerNext(press: Press): Promise<void> {
  await startNext(press, await press.ports.cards.get(press.card));
}

/** Opens what waits first; `standing` is the card that the person's modal shows, if there is one. */
export async function startNext(screen: Screen, standing?: Card): Promise<void> {
  const { desk, ports, actor } = screen;
  const found = await claimNext(ports, actor);
  if (!found) return screen.tell(say(desk.words, 'waiting.nothing'), standing);
  if (isRefusal(found)) return screen.refuse(found, standing);
  if (isFollow(found)) return pickPost(screen, found);
  await begin(screen, found, 'answer');
}

/** The card changes hands. */
export async function takeOverCard(press: Press): Promise<void> {
  const { desk, ports } = press;
  const card = await takeOver(ports, press.card, press.actor);
  if (isRefusal(card)) return press.refuse(card, await ports.cards.get(press.card));
  const now = ports.clock.now();
  await (card.state === 'claimed' ? goOn(press, card) : press.show(draftView({ card, desk, now })));
}

/** Back to the words: for whoever approved them in the editor, and on the card for everybody. */
export async function undo(press: Press): Promise<void> {
  const result = await act(press.ports, press.card, { do: 'undo' }, press.actor);
  if (isRefusal(result)) return press.refuse(result, await press.ports.cards.get(press.card));
  if (isTheirs(result.card, press.user)) await edit(press, result.card);
}
