import { createApp } from '../../../src/app.js';
import { loadDeskFile } from '../../../src/config/desk-file.js';
import { readEnv } from '../../../src/config/env.js';
import { addAct, mentionAct } from '../../../src/core/card/join.js';
import { mentionCardId } from '../../../src/core/card/select.js';
import type { Timings } from '../../../src/core/due/timings.js';
import { accountId, postId } from '../../../src/core/ids.js';
import { createLog } from '../../../src/log.js';
import type { Ports } from '../../../src/ports.js';
import { ready } from './ready.js';

// The whole desk in one process, on a clock that its parent moves. Its log goes to stderr.

/** How many cards are written at once. */
const atOnce = 50;

const { desks } = await loadDeskFile(process.env.DESK_FILE ?? 'desk.yaml');
const env = readEnv(process.env, ['SANDBOX']);
const timings = JSON.parse(process.env.TIMINGS ?? '{}') as Partial<Timings>;
let nowMs = Number(process.env.STARTS_AT);
/** While it rests, nothing that is due is begun. */
let rests = false;
let main: Ports | undefined;

const app = createApp(
  { env, desks },
  {
    clock: { now: () => nowMs, monotonic: () => performance.now() },
    timings,
    log: createLog('warn'),
    ports: (ports) => {
      main ??= ports;
      const { due } = ports;
      return { ...ports, due: { ...due, take: async (...args) => (rests ? [] : due.take(...args)) } };
    },
  },
);
await app.start();

/** A question that somebody asked at a time (Unix ms). */
async function ask({ cards }: Ports, number: number, at: number): Promise<string> {
  const post = postId(String(2_000_000_000_000_000_000n + BigInt(number)));
  const id = accountId(String(1_300_000_000_000_000_000n + BigInt(number)));
  const card = mentionCardId(post, id);
  const asked = {
    ...{ id: post, versions: [post], authorId: id, conversationId: post, at },
    ...{ text: `Do you have book number ${number}?`, links: [], names: [], media: [] },
  };
  const patron = { id, handle: `patron_${number}`, name: `Patron ${number}` };
  await cards.change(card, (known) => ({
    next: addAct(known, card, mentionAct(asked), patron, nowMs).card,
    result: undefined,
  }));
  return card;
}

ready({
  idle: () => app.idle(),
  moveTo: ({ at }: { at: number }) => {
    nowMs = at;
  },
  rest: ({ on }: { on: boolean }) => {
    rests = on;
  },
  /** Lets questions wait, from one number to before another; gives the ids of their cards. */
  ask: async ({ from, to, at }: { from: number; to: number; at: number }) => {
    const ids: string[] = [];
    for (let first = from; first < to; first += atOnce) {
      const some = Array.from({ length: Math.min(atOnce, to - first) }, (_, n) => first + n);
      if (main) ids.push(...(await Promise.all(some.map((number) => ask(main as Ports, number, at)))));
    }
    return ids;
  },
  /** Says that a card has waited as long as it may. */
  late: async ({ id }: { id: string }) => main?.due.put({ job: 'remind', id, at: nowMs }),
});
