import { type Card, isHello } from '../../core/card/card.js';
import { slackUserId } from '../../core/ids.js';
import { firstOf, nameOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import type { Ports } from '../../ports.js';
import { notice } from './announce.js';

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
  for (const lead of leads) await notice(ports, `flag-${flag.at}-${id}`, text, lead, id);
}
