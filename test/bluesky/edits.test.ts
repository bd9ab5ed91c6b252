import { expect, it } from 'vitest';
import type { Mention } from '../../src/core/card/card.js';
import { watch } from '../../src/flows/watch/watch.js';
import { watchingDesk } from './desk-ports.js';
import { useServer } from './server.js';
import { createLibrary, createPerson, eventually, type Person, type Strong } from './town.js';

const server = useServer();

/** A desk with the card of a question of Maya's. */
async function asked() {
  let passed = 0;
  const library = await createLibrary(server(), () => Date.now() + passed);
  const maya = await createPerson(server(), 'maya');
  const ports = await watchingDesk(library.network);
  const createdAt = new Date().toISOString();
  const naming = (words: string) => `@${library.handle} ${words}`;
  const post = await maya.post(naming('Do you open at nine?'), { createdAt }, [library]);
  /** The post under the same address, with other words and the same time. */
  const edit = (words: string): Promise<Strong> =>
    maya.post(naming(words), { createdAt }, [library], post.uri.split('/').at(-1));
  const words = async () => {
    const [id] = await ports.cards.ofPatron(maya.id);
    const act = (id && (await ports.cards.get(id)))?.acts[0];
    return act?.kind === 'mention' ? act : undefined;
  };
  /** Looks once a minute, as the desk does in that time, until the card says something. */
  const looksUntil = (isSaid: (act: Mention) => boolean, what: string) =>
    eventually(async () => {
      ports.clock.pass(ports.timings.openLookMs);
      passed += ports.timings.openLookMs;
      await watch(ports, 'mentions');
      const act = await words();
      return act && isSaid(act) ? act : undefined;
    }, what);
  await looksUntil(() => true, 'the card');
  return { library, maya, ports, post, edit, looksUntil };
}

it('what was changed stands on the open card at the next look, and what it was before too, when it is that again', async () => {
  const { edit, looksUntil, post } = await asked();
  const other = await edit('Do you open at ten?');
  const changed = await looksUntil(({ text }) => text.includes('ten'), 'the change');
  expect(other.uri).toBe(post.uri);
  expect(other.cid).not.toBe(post.cid);
  const again = await edit('Do you open at nine?');
  expect(again.cid).toBe(post.cid);
  const now = await looksUntil(({ text }) => text.includes('nine'), 'the first words');
  // The first id of the post, then each version as it was seen.
  const [first, nine, ten] = changed.versions;
  expect(now.versions).toEqual([first, nine, ten, nine]);
}, 60_000);

it('a post that names us no more since it was changed stays, and says so', async () => {
  const { looksUntil, maya, post } = await asked();
  const rkey = post.uri.split('/').at(-1);
  await maya.post('Never mind.', {}, [], rkey);
  expect(await looksUntil(({ text }) => text === 'Never mind.', 'the change')).toMatchObject({
    unnamed: true,
  });
}, 60_000);

it('what an account is called since it wrote stands on its open card', async () => {
  const { looksUntil, maya } = await asked();
  const labelled = (person: Person, val: string | undefined) =>
    person.write(
      'app.bsky.actor.profile',
      {
        displayName: 'Maya',
        ...(val && {
          labels: { $type: 'com.atproto.label.defs#selfLabels', values: [{ val }] },
        }),
      },
      'self',
    );
  await labelled(maya, 'porn');
  await looksUntil(({ sensitive }) => sensitive === true, 'the label');
  await labelled(maya, undefined);
  await looksUntil(({ sensitive }) => !sensitive, 'the end of the label');
}, 60_000);
