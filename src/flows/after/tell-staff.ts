import type { CardEvent } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { isHello } from '../../core/card/select.js';
import { slackUserId } from '../../core/ids.js';
import { localTime } from '../../core/rota/local-time.js';
import { firstOf, nameOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { isRemoteFault, undefinedIf } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { announce } from '../tell/announce.js';

type Event<Name extends CardEvent['event']> = Extract<CardEvent, { event: Name }>;
type Announcing = Pick<Ports, 'clock' | 'desk' | 'panels'>;
type Whispering = Pick<Ports, 'board' | 'desk'>;

/** Tells the leads in private, with the way to it, of what waits until they lift a colleague's flag. May be done again. */
export async function tellFlagged(
  ports: Announcing,
  card: Card,
  { by, at }: Event<'flagged'>,
): Promise<void> {
  const { rota, words } = ports.desk;
  const leads = rota.staff.filter(({ lead }) => lead).map(({ slackId }) => slackUserId(slackId));
  if (card.flag?.at !== at || leads.includes(by)) return;
  const about = isHello(card) ? say(words, 'about.hello') : firstOf(card.patron);
  const text = say(words, 'told.flagged', { name: nameOf(ports.desk, by), about });
  for (const lead of leads) await announce(ports, `flag-${at}-${card.id}`, text, lead, card.id);
}

/**
 * Tells the writer of words that a colleague sent back, in private and with the way to them, unless they or somebody else
 * went on with the card meanwhile. May be done again.
 */
export async function tellWriter(
  ports: Announcing,
  card: Card,
  { to, at }: Event<'sent-back'>,
): Promise<void> {
  const { holder, id, note, patron } = card;
  if (note?.at !== at || holder?.id !== to) return;
  const { words } = ports.desk;
  const what = say(words, isHello(card) ? 'told.your-hello' : 'told.your-answer', { first: firstOf(patron) });
  const fill = { name: nameOf(ports.desk, note.by), what, note: note.text };
  const text = say(words, note.text ? 'told.sent-back' : 'told.sent-back-bare', fill);
  await announce(ports, `back-${at}-${id}`, text, to, id);
}

/** Whispers to whoever lost a card to whom. */
export async function tellWhoLost(
  ports: Whispering,
  { patron }: Card,
  { from, by, at }: Event<'taken-over'>,
): Promise<void> {
  const { rota, words } = ports.desk;
  const fill = { name: nameOf(ports.desk, by), first: firstOf(patron), time: localTime(rota, at) };
  await whisper(ports, from, say(words, 'told.taken-over', fill));
}

/** Whispers to whoever has a card that the patron changed or removed what it is about. */
export async function tellHolder(
  ports: Whispering,
  { patron }: Card,
  { event, to, at }: Event<'changed' | 'removed'>,
): Promise<void> {
  const { rota, words } = ports.desk;
  await whisper(
    ports,
    to,
    say(words, `told.${event}`, { first: firstOf(patron), time: localTime(rota, at) }),
  );
}

/** Whoever left the channel can't be told there. */
async function whisper({ board }: Whispering, ...said: Parameters<Ports['board']['whisper']>): Promise<void> {
  await board.whisper(...said).catch(undefinedIf(isRemoteFault));
}
