import { channel, type Stage } from './stage.js';

/** How long all that is waited for may take, on a machine that does much else (ms). */
const patienceMs = 120_000;

/** So many patrons ask something, all before anybody reads it. Gives the ids of their posts. */
export async function ask(stage: Stage, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const handle = `patron_${crypto.randomUUID().slice(0, 8)}`;
    await stage.x('addAccount', { handle, name: `Patron ${n}` });
    const text = `@centrallibrary Do you have book ${crypto.randomUUID().slice(0, 6)}?`;
    ids.push(String((await stage.x('post', { by: handle, text })).id));
  }
  return ids;
}

/** Resolves with the `ts` of the next so many cards in the channel, when the last of them stands there. */
export function nextCards(stage: Stage, count: number): Promise<readonly string[]> {
  const found: string[] = [];
  return until(stage, `${count} cards`, ({ kind, channel: where, thread_ts, ts, blocks }) => {
    if (kind === 'chat.postMessage' && where === channel && !thread_ts && isCard(blocks))
      found.push(String(ts));
    return found.length === count ? found : undefined;
  });
}

/** The desk tells of other things in the channel too, such as posts that X does not list any more. */
const isCard = (blocks: unknown): boolean => JSON.stringify(blocks ?? []).includes('"Answer"');

/** Resolves with what `look` makes of an entry of the sandboxes. Throws an Error that names `what` when nothing comes. */
export function until<T>(
  { watch }: Pick<Stage, 'watch'>,
  what: string,
  look: (entry: Parameters<Parameters<Stage['watch']>[0]>[0]) => T | undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = watch((entry) => {
      const seen = look(entry);
      if (seen === undefined) return;
      clearTimeout(patience);
      end();
      resolve(seen);
    });
    const patience = setTimeout(() => {
      end();
      reject(new Error(`No ${what} within ${patienceMs / 1_000} s.`));
    }, patienceMs);
    // Nobody waits here for what comes after another failure.
    patience.unref();
  });
}
