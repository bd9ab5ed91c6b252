import { until } from './patrons.js';
import { channel, type Stage } from './stage.js';

/** What people saw who pressed at once (times in ms). */
export interface Pressed {
  /** For each of them, from when Slack sent the press until it had the acknowledgement. */
  readonly acks: readonly number[];
  /** For each card, from the press until it showed one of them as its holder. */
  readonly shown: readonly number[];
  /** How many were told that somebody else has a card, before any card showed who. */
  readonly toldBefore: number;
}

/** People press *Answer* in the same moment, each on the card of their place in the list; the last on all that are left. */
export async function pressAtOnce(
  stage: Stage,
  users: readonly string[],
  cards: readonly string[],
): Promise<Pressed> {
  const begunAt = performance.now();
  const since = () => performance.now() - begunAt;
  let told = 0;
  const noLonger = stage.watch(({ kind }) => {
    if (kind === 'chat.postEphemeral') told += 1;
  });
  const each = cards.map((ts) => holderShown(stage, ts));
  const toldBefore = Promise.race(each).then(() => told);
  const shown = Promise.all(each.map((one) => one.then(since)));
  const acks = Promise.all(
    users.map(async (user, n) => {
      const ts = cards[Math.min(n, cards.length - 1)];
      const { acked, error, ms } = await stage.slack('press', { user, channel, ts, label: 'Answer' });
      if (!acked) throw new Error(`A press was not acknowledged: ${error}`);
      return Number(ms);
    }),
  );
  try {
    const [acked, shownAfter, toldFirst] = await Promise.all([acks, shown, toldBefore]);
    return { acks: acked, shown: shownAfter, toldBefore: toldFirst };
  } finally {
    noLonger();
  }
}

/** The message that shows a card names somebody who pressed: by a mention, or by the name on the staff list. */
const holderShown = (stage: Stage, ts: string): Promise<true> =>
  until(stage, `holder on the card ${ts}`, (entry) => {
    if (entry.kind !== 'chat.update' || entry.ts !== ts) return undefined;
    return /U0PRESS\d|Presser \d/.test(JSON.stringify([entry.text, entry.blocks])) ? true : undefined;
  });

/** Everybody closes what has opened for them. */
export async function putAway({ pressers, slack }: Stage): Promise<void> {
  await Promise.all(
    pressers.map(async (user) => {
      const { views } = (await slack('views', { user })) as { views: readonly unknown[] };
      if (views.length > 0) await slack('close', { user, all: true });
    }),
  );
}
