import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNetwork } from '../../src/bluesky/client.js';
import { accountIdOf } from '../../src/bluesky/ids.js';
import { recordKey } from '../../src/bluesky/record-key.js';
import { KeysRefused, Rejected } from '../../src/errors.js';
import type { AuthoredPost } from '../../src/ports/network.js';
import { useServer } from './server.js';
import { createLibrary, createPerson, eventually, idOf, type Person, type Strong } from './town.js';

// One suite over our sandbox and over the real servers: where they differ, the sandbox is wrong.

const server = useServer();
let library: Awaited<ReturnType<typeof createLibrary>>;
let maya: Person;
let sam: Person;
beforeAll(async () => {
  library = await createLibrary(server());
  maya = await createPerson(server(), 'maya');
  sam = await createPerson(server(), 'sam');
}, 60_000);

const minuteAgo = () => Date.now() - 60_000;
const always = () => true;
const newKey = () => `mention-${randomUUID()}.1.${Date.now()}`;
const naming = (words: string) => `@${library.handle} ${words}`;
const asks = (by: Person, words: string, given = {}) => by.post(naming(words), given, [library]);

const mentionOf = (post: Strong): Promise<AuthoredPost> =>
  eventually(
    async () =>
      (await library.network.mentions(minuteAgo())).found.find((one) => one.post.versions[0] === idOf(post)),
    'the mention',
  );
const shown = async (post: Strong) => (await library.network.posts([idOf(post)])).found[0];
const isGone = async (post: Strong) => (await library.network.posts([idOf(post)])).gone.length === 1;

describe('signing in', () => {
  it('takes an app password, and says who we are', async () => {
    expect(await library.network.me()).toEqual({ id: library.id, handle: library.handle });
  });

  it('refuses another password', async () => {
    const stranger = createNetwork({
      ...library.options,
      password: 'aaaa-bbbb-cccc-dddd',
      sessions: (await createLibrary(server())).sessions,
    });
    await expect(stranger.me()).rejects.toThrow(KeysRefused);
  });

  it('renews a session whose access token the server does not know', async () => {
    const session = library.sessions.current();
    if (!session) throw new Error('no session');
    library.sessions.set({ ...session, access: 'no-token' });
    const again = createNetwork(library.options);
    expect((await again.me()).id).toBe(library.id);
    expect(library.sessions.current()?.access).not.toBe('no-token');
  });

  it('gives two processes that renew at once one session', async () => {
    const session = library.sessions.current();
    if (!session) throw new Error('no session');
    library.sessions.set({ ...session, access: 'no-token' });
    const two = [createNetwork(library.options), createNetwork(library.options)];
    const found = await Promise.all(two.map((one) => one.me()));
    expect(found.map(({ id }) => id)).toEqual([library.id, library.id]);
  });
});

describe('what people write to us', () => {
  it('a post that names us arrives, with its words, names and writer', async () => {
    const asked = await asks(maya, 'Is the lift working? 🙂');
    const { author, post } = await mentionOf(asked);
    expect(author).toMatchObject({ id: maya.id, handle: maya.handle });
    expect(post).toMatchObject({
      authorId: maya.id,
      conversationId: idOf(asked),
      text: naming('Is the lift working? 🙂'),
      names: [{ start: 0, end: library.handle.length + 1, account: library.id }],
    });
    expect(post.id).toBe(idOf(asked, true));
  });

  it('a name without a facet is words', async () => {
    const said = await maya.post(naming('I only typed your name'));
    const asked = await asks(maya, 'and now I named you');
    await mentionOf(asked);
    const { found } = await library.network.mentions(minuteAgo());
    expect(found.map(({ post }) => post.versions[0])).not.toContain(idOf(said));
  });

  it('an answer to us arrives, and a quote of us, and an answer to an answer belongs to its conversation', async () => {
    const ours = await library.network.publish('What are you reading?', undefined, always, newKey());
    const [own] = (await library.network.ownPosts(minuteAgo())).found.filter(
      ({ versions }) => versions[0] === ours.id,
    );
    if (!own) throw new Error('our post');
    // People answer a post of ours by its address, in whatever version it is.
    expect(own.id).toBe(ours.id);
    const root = await eventually(() => shownUs(ours.id), 'our post');
    const answered = await maya.post('Middlemarch!', { reply: { root, parent: root } });
    const quoted = await sam.post('Tell them', { embed: { $type: 'app.bsky.embed.record', record: root } });
    expect((await mentionOf(answered)).post).toMatchObject({
      repliedTo: ours.id,
      repliedToAccount: library.id,
      conversationId: ours.id,
    });
    expect((await mentionOf(quoted)).post).toMatchObject({ quoted: ours.id });
  });

  it('pictures come with their descriptions', async () => {
    const image = await maya.blob(png, 'image/png');
    const embed = { $type: 'app.bsky.embed.images', images: [{ image, alt: 'A tired cat' }] };
    const asked = await asks(maya, 'whose is this?', { embed });
    expect((await mentionOf(asked)).post.media).toMatchObject([{ kind: 'photo', alt: 'A tired cat' }]);
  });

  it('what says of itself that a program writes it is known as automated', async () => {
    const bot = await createPerson(server(), 'bot');
    await bot.write(
      'app.bsky.actor.profile',
      {
        displayName: 'Bot',
        labels: { $type: 'com.atproto.label.defs#selfLabels', values: [{ val: 'bot' }] },
      },
      'self',
    );
    await eventually(async () => (await library.network.person(bot.handle))?.name === 'Bot', 'the profile');
    expect(await library.network.person(bot.handle)).toMatchObject({ automated: true });
  });
});

describe('what changes', () => {
  it('a post that was written over has another version, under the same first id', async () => {
    const asked = await asks(maya, 'Do you open at nine?');
    const { post } = await mentionOf(asked);
    await maya.write(
      'app.bsky.feed.post',
      { text: naming('Do you open at ten?'), createdAt: new Date().toISOString() },
      asked.uri.split('/').at(-1),
    );
    const changed = await eventually(async () => {
      const now = await shown(asked);
      return now?.post.text.includes('ten') && now.post;
    }, 'the change');
    expect(changed.versions[0]).toBe(post.versions[0]);
    expect(changed.id).not.toBe(post.id);
    const { found } = await library.network.mentions(minuteAgo());
    // It has no facet of our name any more: nobody is told of it.
    expect(found.filter((one) => one.post.versions[0] === idOf(asked))).toEqual([]);
  });

  it('a deleted post is gone, and no answer to it leaves', async () => {
    const asked = await asks(maya, 'never mind');
    const { post } = await mentionOf(asked);
    await maya.delete(asked);
    await eventually(() => isGone(asked), 'the deletion');
    await expect(library.network.publish('Hello', post.id, always, newKey())).rejects.toMatchObject({
      reason: 'gone',
    });
  });

  it('a post that takes no answer of ours says so, and none leaves', async () => {
    const asked = await asks(sam, 'only my friends may answer');
    const { post } = await mentionOf(asked);
    await sam.write(
      'app.bsky.feed.threadgate',
      { post: asked.uri, allow: [], createdAt: new Date().toISOString() },
      asked.uri.split('/').at(-1),
    );
    await eventually(async () => (await shown(asked))?.post.closed, 'the gate');
    await expect(library.network.publish('Hello', post.id, always, newKey())).rejects.toMatchObject({
      reason: 'closed',
    });
  });

  it('whoever blocks us is not shown, and their posts are hidden', async () => {
    const kim = await createPerson(server(), 'kim');
    const asked = await asks(kim, 'are you open?');
    await mentionOf(asked);
    await kim.block(library.did);
    await eventually(async () => (await library.network.peopleAgain([kim.id])).includes(kim.id), 'the block');
    await eventually(async () => {
      const { hidden = [] } = await library.network.posts([idOf(asked)]);
      return hidden.includes(idOf(asked));
    }, 'the hidden post');
    expect(await library.network.recentPosts(kim.id, 0)).toBeUndefined();
  });

  it('an account that was deactivated is gone, with what it wrote', async () => {
    const lee = await createPerson(server(), 'lee');
    const asked = await asks(lee, 'goodbye');
    await mentionOf(asked);
    await lee.deactivate();
    await eventually(() => isGone(asked), 'the deactivation');
    expect(await library.network.peopleAgain([lee.id])).toEqual([lee.id]);
  });

  it('somebody with another name is the same account', async () => {
    const ari = await createPerson(server(), 'ari');
    const asked = await asks(ari, 'hello');
    await mentionOf(asked);
    const renamed = `ari-${randomUUID().slice(0, 6)}.${ari.handle.split('.').slice(1).join('.')}`;
    await ari.rename(renamed);
    await eventually(async () => (await library.network.person(renamed))?.id === ari.id, 'the new name');
    expect((await shown(asked))?.author).toMatchObject({ id: ari.id, handle: renamed });
    expect(await library.network.person(ari.handle)).toBeUndefined();
  });
});

describe('who follows us', () => {
  it('is listed newest first, and following back is a call that may be repeated', async () => {
    const [first, second] = [await createPerson(server(), 'ann'), await createPerson(server(), 'bob')];
    await first.follow(library.did);
    await eventually(async () => (await followers()).includes(first.id), 'the first follower');
    await second.follow(library.did);
    const all = await eventually(async () => {
      const found = await followers();
      return found.includes(second.id) && found;
    }, 'the second follower');
    expect(all.indexOf(second.id)).toBeLessThan(all.indexOf(first.id));
    const { follows } = await library.network.mentions(minuteAgo());
    const heard = follows?.found.filter(({ patron }) => [first.id, second.id].includes(patron.id)) ?? [];
    expect(heard.map(({ patron }) => patron.handle)).toEqual([second.handle, first.handle]);
    for (const { at } of heard) expect(at).toBeGreaterThan(minuteAgo());
    const key = `follow-${second.id}.1.${Date.now()}`;
    await library.network.follow(second.id, always, key);
    await library.network.follow(second.id, always, key);
    await eventually(async () => (await library.network.person(second.handle))?.weFollow, 'our follow');
    const { records } = await library.records('app.bsky.graph.follow');
    expect(records).toHaveLength(1);
  });
});

describe('sending', () => {
  it('answers with links and names that lead somewhere, counted in bytes', async () => {
    const asked = await asks(maya, 'when?');
    const { post } = await mentionOf(asked);
    const words = `Täglich 📚 ab zehn: https://library.example.org/hours – frag @${sam.handle}`;
    const { id } = await library.network.publish(words, post.id, always, newKey());
    const { found } = await library.network.ownPosts(minuteAgo());
    const ours = found.find(({ versions }) => versions[0] === id);
    const [link] = ours?.links ?? [];
    const [name] = ours?.names ?? [];
    expect(ours?.text.slice(link?.start, link?.end)).toBe('https://library.example.org/hours');
    expect(ours?.text.slice(name?.start, name?.end)).toBe(`@${sam.handle}`);
    expect(name?.account).toBe(accountIdOf(sam.did));
    expect(ours).toMatchObject({ repliedTo: idOf(asked), conversationId: idOf(asked) });
  });

  it('the same key posts once, and says the same both times; other words under it are refused', async () => {
    const asked = await asks(maya, 'twice?');
    const { post } = await mentionOf(asked);
    const key = newKey();
    const say = (words: string) => library.network.publish(words, post.id, always, key);
    const both = await Promise.all([say('Once.'), say('Once.')]);
    expect(both[0]).toEqual(both[1]);
    expect(await say('Once.')).toEqual(both[0]);
    await expect(say('Other words.')).rejects.toThrow(Rejected);
    const { found } = await library.network.ownPosts(minuteAgo());
    expect(found.filter(({ repliedTo }) => repliedTo === idOf(asked)).map(({ text }) => text)).toEqual([
      'Once.',
    ]);
  });

  it('refuses more than 300 characters as people count them, and more than 3,000 bytes', async () => {
    const family = '👨‍👩‍👧‍👦';
    const say = (words: string) => library.network.publish(words, undefined, always, newKey());
    await expect(say('a'.repeat(301))).rejects.toMatchObject({ reason: 'too-long' });
    await expect(say(family.repeat(130))).rejects.toMatchObject({ reason: 'too-long' });
    await expect(say(family.repeat(100))).resolves.toMatchObject({ id: expect.any(String) });
  });

  it('removes a post of ours, and may do so again', async () => {
    const { id } = await library.network.publish('A hello.', undefined, always, newKey());
    await library.network.remove(id);
    await library.network.remove(id);
    const { found } = await library.network.ownPosts(minuteAgo());
    expect(found.map(({ versions }) => versions[0])).not.toContain(id);
  });

  it('takes a time-ordered key for each approval, and another for each other one', () => {
    const at = Date.now();
    expect(recordKey('a.1', at)).toBe(recordKey('a.1', at));
    expect(recordKey('a.1', at)).not.toBe(recordKey('a.2', at));
    expect(recordKey('a.1', at) < recordKey('a.1', at + 1)).toBe(true);
  });
});

async function followers() {
  const all = [];
  for await (const page of library.network.followers()) all.push(...page.map(({ id }) => id));
  return all;
}

/** Our post as others name it; undefined until they see it. */
async function shownUs(id: Parameters<typeof library.network.posts>[0][number]) {
  const { found } = await library.network.posts([id]);
  return found[0] && library.strongRef(found[0].post.id);
}

/** A picture of one point. */
const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
