import { afterAll, beforeAll, expect, it } from 'vitest';
import { Rejected, Unreachable } from '../../src/errors.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { createLibrary, createPerson, eventually, idOf } from './town.js';

type Library = Awaited<ReturnType<typeof createLibrary>>;
type Person = Awaited<ReturnType<typeof createPerson>>;

let sandbox: Sandbox;
let library: Library;
let maya: Person;

beforeAll(async () => {
  sandbox = await createSandbox();
  const server = { service: sandbox.blueskyUrl, domain: 'test' };
  library = await createLibrary(server);
  maya = await createPerson(server, 'maya');
});
afterAll(() => sandbox.close());

const answers = async (to: Awaited<ReturnType<Person['post']>>) =>
  library.network.publish('Yes.', idOf(to), () => true, `card.1.${sandbox.clock.now()}`);
const asks = async () => {
  const asked = await maya.post('Are you open?');
  await eventually(async () => (await library.network.posts([idOf(asked)])).found[0], 'The question');
  return asked;
};
const ours = async () => (await library.network.ownPosts(0)).found;

it('what is answered can not be read: the answer did not leave, and nothing of it is unknown', async () => {
  const asked = await asks();
  sandbox.faults.plan({
    side: 'bluesky',
    call: 'GET app.bsky.feed.getPosts',
    when: 'before',
    how: 'status',
    status: 502,
  });
  await expect(answers(asked)).rejects.toBeInstanceOf(Unreachable);
  expect(await ours()).toEqual([]);
});

it('a session that can not be renewed is the same', async () => {
  const asked = await asks();
  const put = { side: 'bluesky', call: 'POST com.atproto.repo.putRecord', when: 'before' } as const;
  const body = { error: 'ExpiredToken', message: 'Token has expired' };
  sandbox.faults.plan({ ...put, how: 'status', status: 400, body });
  sandbox.faults.plan({
    side: 'bluesky',
    call: 'POST com.atproto.server.refreshSession',
    when: 'before',
    how: 'reset',
  });
  await expect(answers(asked)).rejects.toBeInstanceOf(Unreachable);
  expect(await ours()).toEqual([]);
});

it('what was deleted is not answered', async () => {
  const asked = await asks();
  await maya.delete(asked);
  await eventually(async () => (await library.network.posts([idOf(asked)])).gone[0], 'The deletion');
  const refused = await answers(asked).catch((fault: unknown) => fault);
  expect(refused).toBeInstanceOf(Rejected);
  expect(refused).toMatchObject({ reason: 'gone' });
  expect(await ours()).toEqual([]);
});
