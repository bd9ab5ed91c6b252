import { expect } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.js';
import { ana, channel, type ShownMessage, wordsOf } from '../e2e/desk.js';
import { pollNow } from './poll-now.js';

type Fields = Record<string, unknown>;

/** What people do and see on both sides while the desk runs as processes of its own. */
export function peopleOn(sandbox: () => Sandbox) {
  const act = async (side: 'slack' | 'x', name: string, args: Fields) =>
    (await sandbox()[side].acts[name]?.(args)) as Fields;

  /** What stands in the channel below the desk's first words. */
  async function cards(): Promise<ShownMessage[]> {
    const { messages } = await act('slack', 'messages', { channel });
    return (messages as ShownMessage[]).filter(
      ({ text, thread_ts }) => !thread_ts && !text.startsWith('I look after'),
    );
  }

  const did = (kind: string) =>
    sandbox()
      .journal.read()
      .filter((entry) => entry.kind === kind);

  return {
    act,
    cards,
    /** What the sandboxes have in their journal of one kind. */
    did,
    /** All the words of the first card. */
    shown: async () => wordsOf((await cards())[0]?.blocks),

    /** Maya asks something, and Ana sends her these words; gives what became of the submission. */
    async anaSends(words: string, prefix: string): Promise<Fields> {
      await act('x', 'addAccount', { handle: 'maya_reads', name: 'Maya Ortiz' });
      await expect.poll(() => did('GET /2/users/:id/mentions').length).toBeGreaterThan(0);
      await act('x', 'post', { by: 'maya_reads', text: '@centrallibrary Do you have large print?' });
      // A read that is still under way says at its end when the next one comes: only then can it be told to come now.
      await expect
        .poll(
          async () => {
            await pollNow(prefix, 'mentions');
            return (await cards()).length;
          },
          { interval: 500 },
        )
        .toBe(1);
      const [card] = await cards();
      await act('slack', 'press', { user: ana, channel, ts: card?.ts, label: 'Answer' });
      const views = async () => (await act('slack', 'views', { user: ana })).views;
      await expect.poll(views).toHaveLength(1);
      await act('slack', 'type', { user: ana, text: words });
      return act('slack', 'submit', { user: ana });
    },
  };
}
