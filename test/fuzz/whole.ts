import { pino } from 'pino';
import { wellFormed } from '../../src/core/one-line.js';
import type { Entry } from '../../src/sandbox/world/journal.js';
import { ana, carla, channel, type Scene, startScene } from '../e2e/desk.js';
import type { Case } from './case.js';
import { type Fault, faultsOf, type Screen } from './judge.js';

type Args = Record<string, unknown>;
type Fields = Readonly<Record<string, unknown>>;

/** Slack waits so long for the acknowledgement of what a person did (ms). */
const ackWithinMs = 3_000;
/** X takes 25,000 characters with Premium, and most scripts count twice. */
const mostOfPost = 12_000;
/** A desk's notes and panels pile up: after so many cases another one begins. */
const casesOfDesk = 25;

/** Cases through a desk on real Redis between both sandboxes, one after the other. */
export interface WholeDesk {
  faultsOf(drawn: Case): Promise<Fault[]>;
  close(): Promise<void>;
}

export function wholeDesk(redisUrl: string): WholeDesk {
  let begun: Begun | undefined;
  let count = 0;
  const end = async () => {
    const last = begun;
    begun = undefined;
    await last?.scene.end();
  };
  return {
    async faultsOf(drawn) {
      if (count++ % casesOfDesk === 0) await end();
      begun ??= await begin(redisUrl);
      return play(begun, drawn, `patron_${count}`);
    },
    close: end,
  };
}

interface Begun {
  readonly scene: Scene;
  /** What the desk logged as failed since it was last asked. */
  readonly failures: string[];
}

async function begin(redisUrl: string): Promise<Begun> {
  const failures: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void failures.push(line) });
  return { scene: await startScene({ redisUrl, overrides: { log } }), failures };
}

/** A patron writes and follows, Ana answers, and types what the case has for her to type. */
async function play({ scene, failures }: Begun, drawn: Case, handle: string): Promise<Fault[]> {
  const from = scene.sandbox.journal.read().length;
  const written = wellFormed(drawn);
  const found: Fault[] = [];
  try {
    await arrive(scene, drawn, handle);
    const card = await cardOf(scene, handle);
    if (!card) found.push({ kind: 'lost', what: `no card of ${handle}` });
    else found.push(...(await answer(scene, card, drawn, written)));
    for (const text of [drawn.command, `note ${drawn.note}`, `pause ${drawn.passNote}`]) {
      await scene.slack('command', { user: ana, channel, command: '/greet', text });
      await scene.app.idle();
      await scene.slack('reload', { user: ana });
    }
    await scene.slack('command', { user: carla, channel, command: '/greet', text: 'resume' });
    await scene.app.idle();
    if (card) await dismiss(scene, card.ts);
  } catch (error) {
    found.push({
      kind: 'lost',
      what: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
  const entries = scene.sandbox.journal.read(from).filter(({ side }) => side === 'slack');
  const logged = failures.splice(0).map((what): Fault => ({ kind: 'refused messages', what }));
  return [...found, ...entries.flatMap(seenIn), ...logged];
}

/** The post comes with the follow; what X takes from nobody is written without its words. */
async function arrive(scene: Scene, { bio, name, post }: Case, handle: string): Promise<void> {
  await scene.x('addAccount', { handle, name, description: bio, location: bio });
  await scene.x('premium', { handle });
  await scene.x('follow', { by: handle });
  await scene.mention(handle, name, `@centrallibrary ${post}`.slice(0, mostOfPost));
}

interface CardShown extends Fields {
  readonly ts: string;
  readonly blocks: readonly Fields[];
}

/** The card is known by its link to the patron: a name may be any other's. */
async function cardOf(scene: Scene, handle: string): Promise<CardShown | undefined> {
  const { messages } = (await scene.slack('messages', { channel })) as { messages: CardShown[] };
  const links = (shown: CardShown) => JSON.stringify(shown.blocks);
  return messages.find(
    (shown) => links(shown).includes(`"https://x.com/${handle}"`) && links(shown).includes('/i/status/'),
  );
}

/** *Answer*, a draft, the modal closed and opened again, and *Send*. */
async function answer(scene: Scene, card: CardShown, drawn: Case, written: Case): Promise<Fault[]> {
  const found = faultsOf({ name: 'the card', shown: card, says: [written.name], spoken: [written.name] });
  const [starter] = elementsOf(card).filter(({ action_id: id }) => String(id).startsWith('answer-'));
  if (!starter) return [...found, { kind: 'lost', what: 'a card without a button' }];
  await press(scene, card.ts, String(starter.action_id));
  const opening = await typed(scene);
  if (opening === undefined) return [...found, { kind: 'lost', what: 'no editor opened' }];
  await scene.slack('type', { user: ana, text: drawn.draft });
  await scene.app.idle();
  await scene.slack('close', { user: ana });
  await scene.app.idle();
  // Closed without a word of her own, the card goes back.
  const isHers = written.draft.trim() !== '' && written.draft.trim() !== opening.trim();
  await press(scene, card.ts, isHers ? 'open' : String(starter.action_id));
  const kept = await typed(scene);
  if (isHers && kept !== written.draft) found.push({ kind: 'lost', what: `of a draft was left: ${kept}` });
  await scene.slack('submit', { user: ana });
  await scene.app.idle();
  await scene.slack('reload', { user: ana });
  return found;
}

const elementsOf = ({ blocks }: CardShown): Fields[] =>
  blocks.flatMap(({ elements }) => (Array.isArray(elements) ? (elements as Fields[]) : []));

async function press(scene: Scene, ts: string, actionId: string, more: Args = {}): Promise<void> {
  await scene.slack('press', { user: ana, channel, ts, action_id: actionId, ...more });
  await scene.app.idle();
}

/** What stands in the editor's input; undefined when none is open. */
async function typed(scene: Scene): Promise<string | undefined> {
  const { views } = (await scene.slack('views', { user: ana })) as { views: { values: Fields }[] };
  const inputs = Object.values(views.at(-1)?.values ?? {}).map(
    (row) => (row as Fields).words as Fields | undefined,
  );
  const [words] = inputs.filter((one) => one !== undefined);
  return words && String(words.value ?? '');
}

/** Nothing waits any more when the next case comes. */
async function dismiss(scene: Scene, ts: string): Promise<void> {
  const { messages } = (await scene.slack('messages', { channel })) as { messages: CardShown[] };
  const card = messages.find((one) => one.ts === ts);
  const options = card
    ? elementsOf(card).flatMap(({ options: all }) => (all as Fields[] | undefined) ?? [])
    : [];
  const option = options.find(({ value }) => String(value).endsWith(' dismiss'))?.value;
  if (option) await press(scene, ts, 'more', { option });
}

/** What Slack saw: who was called, what it refused, what it was to show, and how long it waited for an acknowledgement. */
function seenIn(entry: Entry): Fault[] {
  const { acked, error, errors, kind, ms, notified, view } = entry as Entry & Fields;
  // Slack itself keeps back a form whose field is empty: the desk was not asked.
  const isKeptBack = acked === false && error === undefined && errors !== undefined;
  if (kind === 'refused') {
    // Only by this answer does an app learn that a modal was closed.
    const isUsual = error === 'ratelimited' || (entry.method === 'views.update' && error === 'not_found');
    return isUsual ? [] : [{ kind: 'refused messages', what: `${entry.method}: ${error}` }];
  }
  // What a person did says what the app answered as Slack keeps it, with ids of its own.
  const isSaid = kind.includes('.') || kind.startsWith('response_');
  const shown = isSaid ? (view ?? ('blocks' in entry || 'text' in entry ? entry : undefined)) : undefined;
  const isLine = typeof entry.thread_ts === 'string';
  const isPrivate = String(entry.channel).startsWith('D');
  const called =
    Array.isArray(notified) && !isPrivate ? notified.filter((one) => !isLine || one !== ana) : [];
  const screen: Screen = { name: kind, shown, names: isLine ? [ana] : [] };
  return [
    ...(shown === undefined ? [] : faultsOf(screen)),
    ...called.map((one): Fault => ({ kind: 'pings', what: `${kind} called ${one}` })),
    ...((acked === false && !isKeptBack) || Number(ms) > ackWithinMs
      ? [{ kind: 'late acks', what: `${kind}: ${error ?? `${ms} ms`}` } as const]
      : []),
  ];
}
