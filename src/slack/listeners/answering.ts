import { type Card, isFollow } from '../../core/card.js';
import { mayNot } from '../../core/decide.js';
import { postId } from '../../core/ids.js';
import { firstOf, nameOf } from '../../core/phrases.js';
import { reachOf } from '../../core/reach.js';
import { isRefusal } from '../../core/refusal.js';
import { localTime } from '../../core/rota.js';
import { opening } from '../../core/starters.js';
import { say } from '../../core/words.js';
import { act } from '../../flows/act.js';
import { claim, takeOver } from '../../flows/claim.js';
import { handOff, readFollower } from '../../flows/greet.js';
import { claimNext } from '../../flows/next.js';
import { draftView, editorView } from '../editor.js';
import { greetFailedView, greetView, readingView } from '../greet-view.js';
import type { Press, Screen } from '../press.js';

/** A starter: the card is the presser's, and the editor opens with its words. */
export async function answer(press: Press, starter: string): Promise<void> {
  const claimed = await claim(press.ports, press.card, press.who);
  if (isRefusal(claimed)) return press.refuse(claimed);
  await edit(press, claimed, starter);
}

async function edit(screen: Screen, card: Card, starter?: string): Promise<void> {
  const { desk, ports, user } = screen;
  const first = firstOf(card.patron);
  const begun = starter ? opening(starter, first, desk.words) : '';
  await screen.show(editorView({ card, desk, by: user, opening: begun, now: ports.clock.now() }));
}

/** The editor for the holder; for everybody else the draft, to read. */
export async function open(press: Press): Promise<void> {
  const { desk, ports, who } = press;
  const card = await ports.cards.get(press.card);
  if (!card) return press.refuse({ refused: 'gone' });
  const refusal = mayNot(card, { do: 'save-draft' }, who, ports.clock.now());
  if (!refusal) return edit(press, card);
  if (refusal.refused === 'not-staff') return press.refuse(refusal);
  await press.show(draftView({ card, desk, now: ports.clock.now() }));
}

/** Shows what a new follower posted lately. A modal must open within 3 s, so it opens before X is read. */
export async function greet(press: Press): Promise<void> {
  const card = await press.ports.cards.get(press.card);
  if (!card) return press.refuse({ refused: 'gone' });
  await pickPost(press, card);
}

async function pickPost(screen: Screen, card: Card): Promise<void> {
  const { desk, ports, who } = screen;
  const reach = reachOf(card, desk.x.plan);
  const refusal = mayNot(card, { do: reach === 'api' ? 'claim' : 'hand-off' }, who, ports.clock.now());
  if (refusal?.refused === 'trainee') return screen.tell(say(desk.words, 'refused.trainee-greets'), card);
  if (refusal) return screen.refuse(refusal, card);
  const view = await screen.show(readingView(card, desk));
  if (!view) return;
  const first = firstOf(card.patron);
  const begun = opening('greet', first, desk.words);
  try {
    const posts = await readFollower(ports, card.id);
    const now = ports.clock.now();
    await screen.change(view, greetView({ card, desk, posts, reach, opening: begun, now }));
  } catch (fault) {
    await screen.change(view, greetFailedView(card, desk));
    throw fault;
  }
}

/** Picks the follower's post that is answered by API. */
export async function greetHere(press: Press): Promise<void> {
  const claimed = await claim(press.ports, press.card, press.who, postId(press.extra ?? ''));
  if (isRefusal(claimed)) return press.refuse(claimed, await press.ports.cards.get(press.card));
  await edit(press, claimed, 'greet');
}

/** The press on the link: the person is in X now. */
export async function openInX(press: Press): Promise<void> {
  const result = await handOff(press.ports, press.card, press.who, postId(press.extra ?? ''));
  if (isRefusal(result)) await press.refuse(result, await press.ports.cards.get(press.card));
}

/** *Next*: what waits first, in the place of what stands. */
export async function answerNext(press: Press): Promise<void> {
  await startNext(press, await press.ports.cards.get(press.card));
}

/** Opens what waits first; `standing` is the card that the person's modal shows, if there is one. */
export async function startNext(screen: Screen, standing?: Card): Promise<void> {
  const { desk, ports, who } = screen;
  const found = await claimNext(ports, who);
  if (!found) return screen.tell(say(desk.words, 'waiting.nothing'), standing);
  if (isRefusal(found)) return screen.refuse(found, standing);
  if (isFollow(found)) return pickPost(screen, found);
  await edit(screen, found, 'answer');
}

/** The card changes hands, and whoever lost it is told. */
export async function takeOverCard(press: Press): Promise<void> {
  const { desk, ports, user } = press;
  const result = await takeOver(ports, press.card, press.who);
  if (isRefusal(result)) return press.refuse(result, await ports.cards.get(press.card));
  const { card, lostBy } = result;
  if (card.state === 'claimed') await edit(press, card);
  if (!lostBy) return;
  const now = ports.clock.now();
  const fill = {
    name: nameOf(desk, user),
    first: firstOf(card.patron),
    time: localTime(desk.rota, now),
  };
  // Whoever left the channel can't be told there; the card has changed hands all the same.
  await ports.board.whisper(lostBy, say(desk.words, 'told.taken-over', fill)).catch(() => undefined);
}

/** Back to the words: for whoever wrote them in the editor, and on the card for everybody. */
export async function undo(press: Press): Promise<void> {
  const result = await act(press.ports, press.card, { do: 'undo' }, press.who);
  if (isRefusal(result)) return press.refuse(result, await press.ports.cards.get(press.card));
  if (result.card.holder?.id === press.user) await edit(press, result.card);
}
