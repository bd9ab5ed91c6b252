import type { CardEvent } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { localTime } from '../../core/rota/local-time.js';
import { findingSentence } from '../../core/sentences/finding-sentences.js';
import { nameOf } from '../../core/sentences/phrases.js';
import { say, type Words } from '../../core/words/words.js';
import { checkWords } from '../../core/writing/check-words.js';
import { isRemoteFault, undefinedIf } from '../../errors.js';
import type { Ports } from '../../ports.js';

type Event<Name extends CardEvent['event']> = Extract<CardEvent, { event: Name }>;
type Whispering = Pick<Ports, 'board' | 'desk'>;

/** Whispers to the person who lost a card who has it now. */
export async function tellWhoLost(
  ports: Whispering,
  _card: Card,
  { from, by, at }: Event<'taken-over'>,
): Promise<void> {
  const { rota, words } = ports.desk;
  const fill = { name: nameOf(ports.desk, by), first: within(words), time: localTime(rota, at) };
  await whisper(ports, from, say(words, 'told.taken-over', fill));
}

/** Whispers to the person who has a card that the patron changed or removed their post. */
export async function tellHolder(
  ports: Whispering,
  _card: Card,
  { event, to, at }: Event<'changed' | 'removed'>,
): Promise<void> {
  const { rota, words } = ports.desk;
  await whisper(
    ports,
    to,
    say(words, `told.${event}`, { first: say(words, 'kept.somebody'), time: localTime(rota, at) }),
  );
}

/**
 * Whispers the warnings about a greeting to its writer once our timeline shows it: they wrote it in X, where nothing
 * checks words before they go out.
 */
export async function tellGreeter(
  { board, clock, desk, ourPosts }: Pick<Ports, 'board' | 'clock' | 'desk' | 'ourPosts'>,
  card: Card,
  { postId }: Event<'greeting-seen'>,
): Promise<void> {
  const greeting = card.answers.find((answer) => answer.postId === postId);
  if (!greeting?.by) return;
  const said = await ourPosts.recent(clock.now());
  const { warnings } = checkWords({
    card,
    text: greeting.text,
    signature: '',
    openings: [],
    checks: { ...desk.checks, settings: { ...desk.checks.settings, ...onlyBefore } },
    said: said.filter(({ at }) => at < greeting.at),
    helpDesk: desk.voice.helpDesk,
    us: desk.account.handle,
    longPosts: true,
    network: desk.network,
    reach: 'hand-off',
  });
  if (warnings.length === 0) return;
  const first = within(desk.words);
  const nameless = { ...card, patron: { ...card.patron, name: first, handle: first } };
  const found = warnings
    .map((one) => findingSentence(desk, 'found' in one ? { ...one, found: '…' } : one, nameless))
    .join(' ');
  const text = say(desk.words, 'told.greeting-seen', { first, found });
  await whisper({ board, desk }, greeting.by, text);
}

/** Checks that help only before a post goes out. A signature in X is typed by hand. */
const onlyBefore = { signature: 'off', links: 'off', others: 'off' } as const;

/** A patron within a sentence. What is whispered can't be taken back, so it names nobody. */
const within = (words: Words): string => say(words, 'kept.somebody-within');

/** Tells one person in the channel. Slack refuses that for somebody who left it: they are not told. */
async function whisper({ board }: Whispering, ...said: Parameters<Ports['board']['whisper']>): Promise<void> {
  await board.whisper(...said).catch(undefinedIf(isRemoteFault));
}
