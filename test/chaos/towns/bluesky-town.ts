import { accountIdOf, postIdOf, postUri, refOf, refOfUri } from '../../../src/core/network/bluesky-ids.js';
import type { Act } from '../stage.js';
import type { Town } from './town.js';

/** The town on Bluesky. `service` is the server of all accounts, as an origin. */
export function openBlueskyTown(bluesky: Act, service: string): Town {
  const idOf = async (handle: string) => accountIdOf(String((await bluesky('account', { handle })).did));
  const uriOf = (id: string) => postUri(refOf(id));
  return {
    network: 'bluesky',
    libraryHandle: (n) => `library${n}.test`,
    async openLibrary({ id, handle, name }) {
      const password = passwordOf(handle);
      await bluesky('addAccount', { handle, name, password });
      const secrets = id.toUpperCase();
      return {
        entry: { bluesky: { handle, secrets, service } },
        env: { [`BLUESKY_${secrets}_APP_PASSWORD`]: password },
      };
    },
    async join(handle, name) {
      await bluesky('addAccount', { handle, name });
    },
    async post(by, text, under) {
      const reply = under === undefined ? {} : { reply_to: uriOf(under) };
      return idOfPost(await bluesky('post', { by, text, ...reply }));
    },
    async edit(id, text) {
      const { cid } = await bluesky('edit', { uri: uriOf(id), text });
      return postIdOf({ ...refOf(id), cid: String(cid) });
    },
    async remove(id) {
      await bluesky('delete', { uri: uriOf(id) });
    },
    async close(id) {
      await bluesky('gate', { uri: uriOf(id), allow: [] });
    },
    async follow(by, whom) {
      await bluesky('follow', { by, whom });
      return idOf(by);
    },
    leavings: ['suspend', 'deactivate', 'block'],
    async leave(how, by, whom) {
      const id = await idOf(by);
      await bluesky(how, how === 'block' ? { by, whom } : { handle: by });
      return id;
    },
    editableMs: Number.POSITIVE_INFINITY,
    async ours(handle) {
      const { posts } = await bluesky('timeline', { handle });
      return (posts as { uri: string; root?: string; text: string; at: number }[]).map(
        ({ at, root, text, uri }) => ({
          id: idOfPost({ uri }),
          text,
          ...(root !== undefined && { begunBy: idOfPost({ uri: root }) }),
          at,
        }),
      );
    },
  };
}

/** The app password of a library: the same one after its sessions were ended. */
export const passwordOf = (handle: string): string =>
  `aaaa-bbbb-cccc-${handle.replace(/\D/gu, '').padStart(4, 'd')}`;

/** The desk's id of the post at an address. Throws a RangeError for another address. */
export function idOfPost({ uri }: { readonly uri?: unknown }): string {
  const ref = refOfUri(String(uri));
  if (!ref) throw new RangeError(`${uri} is no post.`);
  return postIdOf(ref);
}
