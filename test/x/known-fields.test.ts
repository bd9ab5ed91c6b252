import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followerFields, postQuery, userFields } from '../../src/x/wire.js';
import { createXWorld, type XWorld } from './x-world.js';

let x: XWorld;
let start: number;
let refused: string[];
beforeEach(async () => {
  x = await createXWorld();
  start = x.clock.now() - 1000;
  refused = [];
});
afterEach(() => x.close());

const connect = () => x.connect({ fieldRefused: (field) => refused.push(field) });
const fieldsOf = (list: string) => list.split(',');
/** What the desk asks for, with the parameter in which it does. */
const asked = [
  ...Object.entries(postQuery).flatMap(([name, list]) =>
    fieldsOf(list).map((field) => [name, field] as const),
  ),
  ...fieldsOf(followerFields).map((field) => ['user.fields', field] as const),
];

/** Every read of the desk, once; gives how many things each brought. */
async function readAll(network = connect()) {
  const question = x.post('maya_reads', '@centrallibrary Large print?', { photos: ['A shelf'] });
  x.post('maya_reads', '@centrallibrary Tea or coffee?', { poll: { options: ['Tea', 'Coffee'] } });
  x.post('centrallibrary', 'We are open.');
  x.act('follow', { by: 'samokafor' });
  x.post('samokafor', 'My allotment blooms.');
  const followers = [];
  for await (const page of network.followers()) followers.push(...page);
  const mentions = await network.mentions(start);
  const posts = await network.posts([question]);
  return {
    me: (await network.me()).handle,
    mentions: mentions.found.length + mentions.odd.length,
    posts: posts.found.length + posts.odd.length,
    ownPosts: (await network.ownPosts(start)).found.length,
    recentPosts: (await network.recentPosts(x.sam, start))?.length,
    followers: followers.length,
    person: (await network.person('maya_reads'))?.name,
  };
}

const all = {
  me: 'centrallibrary',
  mentions: 2,
  posts: 1,
  ownPosts: 1,
  recentPosts: 1,
  followers: 1,
  person: 'Maya Ortiz',
};

describe('a field that X refuses', () => {
  it.each(asked)('in %s, %s, is named once, and everything is read without it', async (parameter, field) => {
    x.refuse(field);
    const network = connect();
    expect(await readAll(network)).toEqual(all);
    // What is asked for of posts and of people is refused of both.
    const alike = asked.filter(([, name]) => name === field).map((one) => one.join(' '));
    expect([...refused].sort()).toEqual(alike.sort());
    expect(alike).toContain(`${parameter} ${field}`);
  });

  it('is asked for no more', async () => {
    x.refuse('possibly_sensitive');
    const network = connect();
    for (const _ of [1, 2, 3]) await network.mentions(start);
    expect(x.calls('GET /2/users/:id/mentions').map(({ status }) => status)).toEqual([400, 200, 200, 200]);
  });

  it('is missed one by one, down to none', async () => {
    for (const [, field] of asked) x.refuse(field);
    expect(await readAll()).toMatchObject({ me: 'centrallibrary', mentions: 2, followers: 1 });
    expect([...refused].sort()).toEqual(asked.map((one) => one.join(' ')).sort());
  });

  it('that is no field of ours is X refusing something else', async () => {
    const body = {
      title: 'Invalid Request',
      type: 'https://api.x.com/2/problems/invalid-request',
      errors: [{ message: 'The `max_results` query parameter value [100] is not between 5 and 50' }],
    };
    x.fail('GET /2/users/:id/mentions', { when: 'before', how: 'status', status: 400, body });
    await expect(connect().mentions(start)).rejects.toMatchObject({ name: 'Rejected' });
    expect(refused).toEqual([]);
  });
});

describe.each(['old', 'new', 'both'])('where X takes the %s names', (takes) => {
  it.each(['asked', 'old', 'new'])(
    'and answers in those that are %s, everything is read',
    async (answers) => {
      x.act('spelling', { takes, answers });
      const pinned = x.post('centrallibrary', 'New here?');
      x.act('pin', { by: 'centrallibrary', id: pinned });
      const network = connect();
      expect(await network.me()).toMatchObject({ pinned });
      expect(await readAll(network)).toEqual({ ...all, ownPosts: 2 });
      // Among the new names what can be expanded is no field.
      const others = ['author_id', 'in_reply_to_user_id', 'referenced_tweets', 'edit_history_tweet_ids'];
      const expanded = ['expansions pinned_tweet_id', ...others.map((field) => `tweet.fields ${field}`)];
      expect(refused).toEqual(takes === 'new' ? expanded : []);
      const [, question] = (await network.mentions(start)).found;
      const sent = await network.publish('Yes: 40.', question?.post.id, () => true, 'a-key');
      const { found } = await network.ownPosts(start);
      expect(found.find(({ id }) => id === sent.id)).toMatchObject({ repliedTo: question?.post.id });
      await network.remove(sent.id);
    },
  );
});

it('whether a post is pinned is not known where X gives no such thing under any name', async () => {
  x.act('pin', { by: 'centrallibrary', id: x.post('centrallibrary', 'New here?') });
  for (const name of ['pinned_tweet_id', 'pinned_post_id']) {
    const message = `The \`expansions\` query parameter value [${name}] is not one of [affiliation]`;
    const body = { title: 'Invalid Request', type: 'about:blank', errors: [{ message }] };
    x.fail('GET /2/users/me', { when: 'before', how: 'status', status: 400, body });
  }
  const me = await connect().me();
  expect(me).toMatchObject({ handle: 'centrallibrary', pinnedUnknown: true });
  expect(me).not.toHaveProperty('pinned');
});

it('asks of people no more than of followers', () => {
  expect(fieldsOf(followerFields)).toEqual(expect.arrayContaining(fieldsOf(userFields)));
});
