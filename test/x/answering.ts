import { expect } from 'vitest';
import type { Network } from '../../src/ports/network.js';
import { createXWorld } from './x-world.js';

export const write = 'POST /2/tweets';

export const problem = (status: number, detail: string) => ({
  title: 'Forbidden',
  type: 'about:blank',
  status,
  detail,
});

/** An X in which Maya has asked the library a question. */
export async function createQuestion() {
  const x = await createXWorld();
  const question = x.post('maya_reads', '@centrallibrary Do you have large-print crime novels?');
  return {
    ...x,
    question,

    /** Sends one answer, and gives what was thrown. */
    async failure(network: Network = x.network, to = question, text = 'Yes: 40 at Central.') {
      const outcome = await network.publish(text, to, () => true, 'a-key').catch((error: unknown) => error);
      expect(outcome).toBeInstanceOf(Error);
      return outcome;
    },

    /** One call reached X, which published or not, and none followed. */
    expectOneCall({ published }: { published: boolean }) {
      expect(x.calls(write)).toMatchObject([{ tookEffect: published }]);
      expect(x.repliesTo(question)).toHaveLength(published ? 1 : 0);
    },
  };
}
