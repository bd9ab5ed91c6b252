import { fromRounds } from '../ratio.js';
import type { BenchContext, Round, Row } from '../row.js';
import { ana, channel, type MovedDesk, patienceMs, startMovedDesk } from './moved-desk.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const sizes = { few: 100, many: 10_000 } as const;
const atMost = { atMost: 3 };
/** Slack's own three seconds would leave what is slow without a figure. */
const wire = { triggerMs: minuteMs, ackMs: minuteMs };

/** What one look takes. */
interface Taken {
  readonly ms: number;
  readonly commands: number;
  /** Nobody waited for it to the end. */
  readonly cutShort?: true;
}

const looks = ['a reminder sent', '/greet answered', 'Home shown'] as const;
type Look = (typeof looks)[number];
type Rounds = Readonly<Record<Look, readonly Taken[]>>;

/** Home, `/greet` and a reminder with few and with many cards waiting. */
export async function waitingRows({ quick, say }: BenchContext): Promise<readonly Row[]> {
  const rounds = quick ? 3 : 7;
  say(`${sizes.few} waiting cards`);
  const few = await lookedAt(sizes.few, rounds);
  say(`${sizes.many} waiting cards`);
  const many = await lookedAt(sizes.many, rounds);
  return looks.flatMap((look) => rowsOf(look, few[look], many[look]));
}

/** What was not measured, because something before it was not seen in time, has no row. */
function rowsOf(look: string, few: readonly Taken[], many: readonly Taken[]): readonly Row[] {
  if (few.length === 0 || many.length === 0) return [];
  const row = `${look} with ${sizes.many.toLocaleString('en')} waiting cards`;
  const beside = (of: (one: Taken) => number): Pick<Row, 'measured' | 'rounds' | 'baseline'> => {
    const rounds = many.map((one, n): Round => {
      const baseline = few[Math.min(n, few.length - 1)];
      return { measured: of(one), ...(baseline && { baseline: of(baseline) }) };
    });
    return fromRounds(rounds, `with ${sizes.few}`);
  };
  const note = [...few, ...many].some(({ cutShort }) => cutShort)
    ? { note: `nobody waited for it longer than ${patienceMs / 1_000} s: it takes at least that` }
    : {};
  return [
    { group: 'scale', row, unit: 'ms', ...beside(({ ms }) => ms), goal: atMost, ...note },
    {
      ...{ group: 'scale', row: `… and commands of Redis for it: ${row}`, unit: 'count' },
      ...{ ...beside(({ commands }) => commands), goal: atMost, ...note },
    },
  ];
}

async function lookedAt(cards: number, rounds: number): Promise<Rounds> {
  const desk = await startMovedDesk({ sandbox: { wire } });
  try {
    const now = desk.sandbox.clock.now();
    await desk.ask('rest', { on: true });
    // As many late ones as there are rounds, and one to begin with; the others have just come.
    const late = await desk.ask<string[]>('ask', { from: 0, to: rounds + 1, at: now - 20 * hourMs });
    await desk.ask('ask', { from: rounds + 1, to: cards, at: now });
    // Their messages would take Slack hours: one a second.
    await desk.redis.del(desk.keys.due);
    await desk.ask('rest', { on: false });
    const all: Record<Look, Taken[]> = { 'a reminder sent': [], '/greet answered': [], 'Home shown': [] };
    for (const id of late) {
      for (const look of looks) {
        const one = await ways[look](desk, id);
        all[look].push(one);
        // What goes on in the desk then would be in the next figure.
        if (one.cutShort) return all;
      }
      // A person is reminded again after hours, and Home is kept up to date no more.
      await desk.redis.del(desk.keys.due, desk.keys.homes);
      await desk.moveBy(6 * hourMs);
    }
    // The first of each warms up.
    return Object.fromEntries(looks.map((look) => [look, all[look].slice(1)])) as Record<Look, Taken[]>;
  } finally {
    await desk.close();
  }
}

async function taken(desk: MovedDesk, kind: string, begin: () => Promise<unknown>): Promise<Taken> {
  const before = await desk.commands();
  const seen = desk.next((entry) => entry.kind === kind);
  const from = performance.now();
  // What was seen is what counts: Slack's own answer may come later.
  const begun = begin();
  begun.catch(() => {});
  const found = await seen;
  const ms = performance.now() - from;
  const commands = (await desk.commands()) - before;
  if (!found) return { ms, commands, cutShort: true };
  await begun;
  return { ms, commands };
}

/** Somebody is told that a card has waited for too long: it joins a list, and a minute later that is sent. */
async function reminder(desk: MovedDesk, id: string): Promise<Taken> {
  await desk.ask('late', { id });
  await desk.ask('idle');
  return taken(desk, 'chat.postMessage', () => desk.moveBy(2 * minuteMs));
}

async function greet(desk: MovedDesk): Promise<Taken> {
  const typed = { user: ana, channel, command: '/greet', text: '' };
  const one = await taken(desk, 'views.open', () => desk.act('slack', 'command', typed));
  if (one.cutShort) return one;
  await desk.ask('idle');
  await desk.act('slack', 'close', { user: ana, all: true });
  await desk.ask('idle');
  return one;
}

const home = (desk: MovedDesk): Promise<Taken> =>
  taken(desk, 'views.publish', () => desk.act('slack', 'openHome', { user: ana }));

const ways: Readonly<Record<Look, (desk: MovedDesk, late: string) => Promise<Taken>>> = {
  'a reminder sent': reminder,
  '/greet answered': greet,
  'Home shown': home,
};
