import type { Card, RejectReason } from '../../core/card/card.js';
import { isHello } from '../../core/card/select.js';
import { slackUserId } from '../../core/ids.js';
import { firstOf, nameOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { isTheirFault, undefinedIf } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { announce } from './announce.js';

/** One whisper about the same trouble is enough for so long (ms). */
const onceInMs = 24 * 60 * 60_000;

/** Only the owner can put these right: keys that X does not take, and money. */
const owners: readonly RejectReason[] = ['sign-in', 'budget'];

/** Tells the leads why X takes no answers at all from us, once a day and reason. */
export async function tellLeads(
  { board, desk, due }: Pick<Ports, 'board' | 'desk' | 'due'>,
  { reason, detail }: { readonly reason: RejectReason; readonly detail: string },
): Promise<void> {
  if (!owners.includes(reason) || (await due.count(`told-${reason}`, onceInMs)) > 1) return;
  const fill = { account: desk.x.handle, detail: detail.replace(/\.$/, '') };
  const text = say(desk.words, 'told.no-answers', fill);
  for (const { lead, slackId } of desk.rota.staff) {
    // The card says it too, so a whisper that Slack does not take is no loss.
    if (lead) await board.whisper(slackUserId(slackId), text).catch(undefinedIf(isTheirFault));
  }
}

/** Tells the leads in private, with the way to it, of what waits until they lift a colleague's flag. May be done again. */
export async function tellFlagged(
  ports: Pick<Ports, 'clock' | 'desk' | 'panels'>,
  card: Card,
): Promise<void> {
  const { flag, id, patron } = card;
  const { rota, words } = ports.desk;
  const leads = rota.staff.filter(({ lead }) => lead).map(({ slackId }) => slackUserId(slackId));
  if (!flag || leads.includes(flag.by)) return;
  const about = isHello(card) ? say(words, 'about.hello') : firstOf(patron);
  const text = say(words, 'told.flagged', { name: nameOf(ports.desk, flag.by), about });
  for (const lead of leads) await announce(ports, `flag-${flag.at}-${id}`, text, lead, id);
}

/** Tells the writer of words that a colleague sent back, in private and with the way to them. May be done again. */
export async function tellWriter(ports: Pick<Ports, 'clock' | 'desk' | 'panels'>, card: Card): Promise<void> {
  const { holder, id, note, patron } = card;
  if (!holder || !note) return;
  const { words } = ports.desk;
  const what = say(words, isHello(card) ? 'told.your-hello' : 'told.your-answer', { first: firstOf(patron) });
  const fill = { name: nameOf(ports.desk, note.by), what, note: note.text };
  const text = say(words, note.text ? 'told.sent-back' : 'told.sent-back-bare', fill);
  await announce(ports, `back-${note.at}-${id}`, text, holder.id, id);
}
