import { isGathered } from '../../src/core/board/gathered.js';
import { isSetAside } from '../../src/core/card/card-clock.js';
import { isViewKind } from '../../src/core/card/open-views.js';
import { answerBy } from '../../src/core/due/deadlines.js';
import { deskName } from '../../src/core/sentences/desk-names.js';
import { firstOf, nameOf } from '../../src/core/sentences/phrases.js';
import { withDeskNow } from '../../src/flows/desk-now.js';
import type { Ports } from '../../src/ports.js';
import { type RenderedDesk, renderedDesk, renderedHomes, together } from './rendered.js';
import { type CardFact, type Facts, saidWrong } from './said.js';
import { type Screen, screensIn, wordsOf } from './screens.js';

/** Something in Slack that is not so. */
export interface Untruth {
  /** Whose message, modal or Home it is. */
  readonly where: string;
  readonly desk?: string;
  readonly of?: string;
  /** What is not so; then what Slack shows. */
  readonly what: string;
}

/**
 * All that Slack shows and that is not so: what the desks would show otherwise now by their own renderers, and what a
 * judge of its own finds in the sentences. To be asked while nothing is under way. `snapshot` is of the Slack sandbox.
 */
export async function untruths(served: readonly Ports[], snapshot: unknown): Promise<readonly Untruth[]> {
  const { team } = snapshot as { team: { domain: string } };
  const permalink = (channel: string, ts: string) =>
    `https://${team.domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
  const desks = new Map<string, RenderedDesk>();
  for (const ports of served)
    desks.set(ports.desk.id, await renderedDesk(ports, permalink, together(served)));
  const homes = await renderedHomes(served);
  const views = new Map(
    (await Promise.all([...desks.values()].map((desk) => desk.views()))).flatMap((found) => [...found]),
  );
  const facts = await Promise.all(served.map(factsOf));
  const found: Untruth[] = [];
  for (const screen of screensIn(snapshot)) {
    const told = { where: whereOf(screen), ...about(screen) };
    const differs = await differenceOf(screen);
    if (differs) found.push({ ...told, what: differs });
    for (const wrong of saidWrong(screen, joined(facts))) {
      found.push({ ...told, what: `${wrong}: "${wordsOf(screen.blocks)}"` });
    }
  }
  return found;

  /** How a screen differs from what its desk would show now; undefined where it does not, or where it may. */
  async function differenceOf(screen: Screen): Promise<string | undefined> {
    const { callback, externalId = '', key = '', of = '', to = '', what } = screen;
    if (what === 'message') {
      const desk = desks.get(screen.desk ?? '');
      if (!desk) return undefined;
      if (isOfItsTime(screen)) return undefined;
      const now = await desk.message(of, key);
      if (now && isDated(screen) && isDated(now)) return undefined;
      const differs = now && difference(screen, now);
      const read = differs ? await desk.message(of, key, true) : undefined;
      if (read && !difference(screen, read)) return undefined;
      return now ? differs : `nothing that is stored has it: "${wordsOf(screen.blocks)}"`;
    }
    if (what === 'home') {
      const now = homes.get(to);
      return now && difference(screen, now);
    }
    // One with an input keeps what is typed, and says what is new at the next key.
    if (!isViewKind(callback)) return undefined;
    if (!views.has(externalId)) return `nobody keeps it up to date: "${wordsOf(screen.blocks)}"`;
    const now = views.get(externalId);
    return now && difference(screen, { text: now.title.text, blocks: now.blocks });
  }
}

/** What is late is counted as of a time that the message says. */
const isDated = ({ blocks }: { readonly blocks?: unknown }): boolean =>
  /\d (?:is|are) late.* As of \d\d:\d\d\./u.test(wordsOf(blocks));

/** The list at the begin of a shift is not edited: it says of which time it is. */
const isOfItsTime = ({ blocks, of = '' }: Screen): boolean =>
  of.startsWith('shift-start-') && /As of \d\d:\d\d\./u.test(wordsOf(blocks));

const whereOf = ({ callback, key, of, to, what }: Screen): string =>
  [what, of, key, callback, to].filter((part) => part !== undefined).join(' ');

const about = ({ desk, of }: Screen) => ({ ...(desk ? { desk } : {}), ...(of ? { of } : {}) });

/** The first block in which what Slack shows is not what the desk would make. Slack may add to a block, as an id. */
function difference(
  shown: { readonly text?: unknown; readonly blocks?: unknown },
  now: { readonly text?: unknown; readonly blocks?: unknown },
): string | undefined {
  const [there, made] = [listOf(shown.blocks), listOf(now.blocks)].map((all) => all.map(withoutFaces));
  const count = Math.max(there?.length ?? 0, made?.length ?? 0);
  for (let n = 0; n < count; n++) {
    if (isWithin(made?.[n], there?.[n])) continue;
    const [is, should] = [saysOf(there?.[n]), saysOf(made?.[n])];
    return `it shows ${is}, and would show ${should} now: "${wordsOf(shown.blocks)}"`;
  }
  if (now.text !== undefined && unnamed(String(shown.text)) !== unnamed(String(now.text))) {
    return `its text is "${shown.text}", and would be "${now.text}" now`;
  }
  return undefined;
}

/** Without the button that a line names: a line is not edited because that button has another name by now. */
const unnamed = (text: string): string => text.replace(/To answer, press [^.]* above\./gu, '');

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? JSON.parse(unnamed(JSON.stringify(value))) : [];

/** Slack may not have been able to load the face beside a name: that is not tried again by itself, and not remembered. */
function withoutFaces(block: unknown): unknown {
  const { elements, type } = block as {
    readonly elements?: readonly { readonly type?: string }[];
    type?: string;
  };
  if (type !== 'context' || !elements) return block;
  return { ...(block as object), elements: elements.filter((one) => one.type !== 'image') };
}

function saysOf(block: unknown): string {
  if (block === undefined) return 'no more';
  return wordsOf(block) === '' ? JSON.stringify(block) : `"${wordsOf(block)}"`;
}

/** Whether all that is in `part` is in `whole` as well. */
function isWithin(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part)) {
    return (
      Array.isArray(whole) && part.length === whole.length && part.every((one, n) => isWithin(one, whole[n]))
    );
  }
  if (typeof part !== 'object' || part === null) return part === whole;
  if (typeof whole !== 'object' || whole === null) return false;
  return Object.entries(part).every(
    ([name, one]) => one === undefined || isWithin(one, (whole as Record<string, unknown>)[name]),
  );
}

async function factsOf(served: Ports): Promise<Facts> {
  const ports = await withDeskNow(served);
  const { cards, clock, desk, settings } = ports;
  const now = clock.now();
  const all = await Promise.all((await cards.withActsSince(0)).map((id) => cards.get(id)));
  const known = all.filter((card) => card !== undefined);
  const set = await settings.get();
  const failing = Object.keys(set.failing ?? {});
  return {
    ...(desk.amongSeveral ? { names: { [desk.id]: deskName(desk) } } : {}),
    cards: known.map((card): CardFact => {
      const deadline = card.state === 'open' && !isSetAside(card) ? answerBy(desk, card) : undefined;
      return {
        desk: desk.id,
        id: card.id,
        // A title may cut a long handle, and a Home has the name: all have what a handle begins with.
        first: firstOf(card.patron).replace(/(?<=\w)\..*$/u, ''),
        state: card.state,
        ...(card.holder ? { holder: nameOf(desk, card.holder.id) } : {}),
        flagged: card.flag !== undefined,
        snoozed: (card.snoozedUntil ?? 0) > now,
        ...(isGathered(card) ? { gathered: true as const } : {}),
        late: deadline !== undefined && deadline <= now,
        answers: card.answers.length,
        isPost: card.acts.some(({ kind }) => kind === 'mention'),
      };
    }),
    networkAnswers: !failing.some((look) => ['mentions', 'followers', 'own-posts', 'recheck'].includes(look)),
    paused: set.pause !== undefined,
  };
}

const joined = (all: readonly Facts[]): Facts => ({
  cards: all.flatMap(({ cards }) => cards),
  names: Object.assign({}, ...all.map(({ names }) => names)),
  networkAnswers: all.every(({ networkAnswers }) => networkAnswers),
  paused: all.some(({ paused }) => paused),
});
