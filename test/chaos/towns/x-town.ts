import type { Act } from '../stage.js';
import type { OurPost, Town } from './town.js';

const secretNames = {
  appKey: 'APP_KEY',
  appSecret: 'APP_SECRET',
  accessToken: 'ACCESS_TOKEN',
  accessSecret: 'ACCESS_SECRET',
};

/** The town on X. With an odd seed a plain reply to us summons: X's documents leave it open. */
export async function openXTown(x: Act, seed: number): Promise<Town> {
  // X would refuse the same words, which would hide a call that was made twice.
  await x('duplicates', { taken: true });
  await x('summons', { plainReply: seed % 2 === 1 });
  const idOf = async (handle: string) => String((await x('account', { handle })).id);
  return {
    network: 'x',
    libraryHandle: (n) => `library${n}`,
    async openLibrary({ id, handle, name }) {
      const parts = Object.keys(secretNames);
      const credentials = Object.fromEntries(parts.map((part) => [part, `${id}-${part}`]));
      await x('addAccount', { handle, name, messagesFrom: 'everyone', credentials });
      const secrets = id.toUpperCase();
      const env = Object.entries(secretNames).map(([part, of]) => [`X_${secrets}_${of}`, `${id}-${part}`]);
      return { entry: { x: { handle, secrets, plan: 'self-serve' } }, env: Object.fromEntries(env) };
    },
    async join(handle, name) {
      await x('addAccount', { handle, name });
    },
    async post(by, text, under) {
      return String((await x('post', { by, text, ...(under && { in_reply_to: under }) })).id);
    },
    edit: async (id, text) => String((await x('edit', { id, text })).id),
    async remove(id) {
      await x('delete', { id });
    },
    async follow(by, whom) {
      await x('follow', { by, whom });
      return idOf(by);
    },
    leavings: ['suspend', 'protect'],
    async leave(how, by) {
      await x(how, { handle: by });
      return idOf(by);
    },
    // X takes edits for an hour.
    editableMs: 50 * 60_000,
    ours: async (handle) => (await x('timeline', { handle })).posts as OurPost[],
  };
}
