import { expect } from 'vitest';
import type { Fault } from '../../src/sandbox/world/faults.js';
import { ana, type Scene, wordsOf } from './desk.js';

/** How long an approved answer can be undone on the desk of the tests (ms). */
export const undoMs = 5_000;

/** Answers that Ana sends, and what becomes of them on X. */
export function answersIn(scene: () => Scene) {
  async function submit(): Promise<void> {
    await scene().slack('submit', { user: ana });
    await scene().slack('close', { user: ana });
  }

  const answers = {
    shown: async (name: string) => wordsOf((await scene().card(name)).blocks),

    /** A new patron asks and Ana sends an answer. Gives the id of the question and the text of the answer. */
    async sends(name: string): Promise<{ id: string; words: string }> {
      const handle = name.toLowerCase().replace(/\W+/g, '').slice(0, 15);
      const words = `Yes ${name}, until eight.`;
      const id = await scene().mention(handle, name, `@centrallibrary Are you open tonight? ${name}`);
      await scene().press(ana, name, 'Answer');
      // Another process than the one that `idle` waited for may have the job.
      await expect.poll(() => scene().view(ana)).toBeDefined();
      await scene().slack('type', { user: ana, text: words });
      await submit();
      return { id, words };
    },

    async sendsAgain(name: string): Promise<void> {
      await scene().press(ana, name, 'Open');
      await submit();
    },

    failPost: (fault: Partial<Fault>) =>
      scene().sandbox.faults.plan({
        side: 'x',
        call: 'POST /2/tweets',
        when: 'before',
        how: 'reset',
        ...fault,
      }),

    /** The answer to a new patron meets a fault on its way to X. Gives the text of the answer. */
    async answered(name: string, fault: Partial<Fault>): Promise<string> {
      const { words } = await answers.sends(name);
      answers.failPost(fault);
      await scene().pass(undoMs + 1_000);
      return words;
    },
  };
  return answers;
}

export const answersNo = (status: number, body: unknown): Partial<Fault> => ({ how: 'status', status, body });
