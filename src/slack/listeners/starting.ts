import { isRefusal } from '../../core/card/refusal.js';
import { isFollow } from '../../core/card/select.js';
import { leadOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { Rejected } from '../../errors.js';
import { start } from '../../flows/answer/start.js';
import { noteView } from '../screens/note-view.js';
import { begin, pickPost } from './answering.js';
import type { Screen } from './press.js';

/**
 * `/greet @handle`: takes up somebody by their X name. X is asked who that is, and a modal must open within 3 s: it opens
 * first, and the rest goes on in it.
 */
export async function startWith(
  screen: Screen,
  handle: string,
  inModal: (viewId: string) => Screen,
): Promise<void> {
  const { desk, ports, actor } = screen;
  const shown = await screen.show(noteView(desk, say(desk.words, 'start.looking', { handle })));
  if (!shown) return;
  const modal = inModal(shown.id);
  let found: Awaited<ReturnType<typeof start>>;
  try {
    found = await start(ports, handle, actor);
  } catch (fault) {
    const isSpent = fault instanceof Rejected && fault.reason === 'budget';
    const fill = { handle, lead: leadOf(desk) };
    await modal.tell(say(desk.words, isSpent ? 'start.budget' : 'start.failed', fill));
    if (isSpent) return;
    throw fault;
  }
  if (isRefusal(found)) return modal.refuse(found);
  await (isFollow(found) ? pickPost(modal, found) : begin(modal, found, 'answer'));
}
