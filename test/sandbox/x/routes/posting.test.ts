import { describe, expect, test } from 'vitest';
import { built, library, refusal, useX } from '../build.js';

useX();

const reply = (text: string, to: string) => built.client().v2.reply(text, to);
const detailOf = async (call: Promise<unknown>) => {
  const { code, data } = await refusal(call);
  return `${code} ${data.detail}`;
};

describe('an answer by API', () => {
  test('to somebody who mentioned us is published, with their name in front and signs escaped', async () => {
    built.person('maya_reads');
    const asked = built.post('maya_reads', 'Any large print, @centrallibrary?');
    const made = await reply('Yes: 40 at Central & more <soon>', asked);
    expect(made.data.text).toBe('@maya_reads Yes: 40 at Central &amp; more &lt;soon&gt;');
    expect(built.journal('POST /2/tweets')).toMatchObject([
      {
        caller: 'centrallibrary',
        status: 201,
        tookEffect: true,
        id: made.data.id,
        text: 'Yes: 40 at Central & more <soon>',
        in_reply_to: asked,
        conversation_id: asked,
      },
    ]);
  });

  test('to somebody who never mentioned us is refused on a self-serve plan and taken on Enterprise', async () => {
    built.person('sam');
    const said = built.post('sam', 'Finally finished Middlemarch');
    expect(await detailOf(reply('Well done', said))).toBe(
      '403 Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
    );
    expect(built.journal('POST /2/tweets')).toMatchObject([{ status: 403, tookEffect: false }]);
    built.act('plan', { plan: 'enterprise' });
    expect((await reply('Well done', said)).data.id).toMatch(/^\d{19}$/);
  });

  test('is allowed by a quote of our post, and by an answer to it that types our name', async () => {
    built.person('sam');
    const [ours = ''] = (built.act('timeline', { handle: 'centrallibrary' }).posts as { id: string }[]).map(
      ({ id }) => id,
    );
    const quote = built.post('sam', 'This is lovely', { quotes: ours });
    const answer = built.post('sam', '@centrallibrary agreed', { in_reply_to: ours });
    await reply('Thank you', quote);
    await reply('So do we', answer);
    expect(built.journal('POST /2/tweets').map(({ status }) => status)).toEqual([201, 201]);
  });

  test('is not allowed by an answer to us that only carries our name, unless plain replies summon', async () => {
    built.person('sam');
    const [ours] = built.act('timeline', { handle: 'centrallibrary' }).posts as { id: string }[];
    const plain = built.act('post', { by: 'sam', text: 'Agreed', in_reply_to: ours?.id });
    expect(plain.text).toBe('@centrallibrary Agreed');
    expect(await detailOf(reply('So do we', String(plain.id)))).toMatch(/^403 Reply to this conversation/);
    built.act('summons', { plainReply: true });
    await reply('So do we', String(plain.id));
    built.act('summons', { plainReply: false });
    expect(await detailOf(reply('We do', String(plain.id)))).toMatch(/^403 Reply to this conversation/);
  });

  test('is not allowed by our name in the run that X itself put in front of a bystander’s reply', async () => {
    built.person('maya_reads');
    built.person('lee');
    const asked = built.post('maya_reads', 'Any large print, @centrallibrary?');
    const aside = built.post('lee', 'They have lots!', { in_reply_to: asked });
    expect(await detailOf(reply('Thanks Lee', aside))).toMatch(/^403 Reply to this conversation/);
  });

  test('to a post that is deleted, hidden or protected is refused', async () => {
    built.person('maya_reads');
    const asked = built.post('maya_reads', '@centrallibrary hello');
    built.act('protect', { handle: 'maya_reads' });
    const gone = '403 You attempted to reply to a Tweet that is deleted or not visible to you.';
    expect(await detailOf(reply('Hello Maya', asked))).toBe(gone);
    built.act('protect', { handle: 'maya_reads', on: false });
    built.act('delete', { id: asked });
    expect(await detailOf(reply('Hello Maya', asked))).toBe(gone);
    expect(await detailOf(reply('Hello nobody', '1'))).toBe(gone);
  });

  test('respects who may reply, set at the beginning of the conversation', async () => {
    built.act('plan', { plan: 'enterprise' });
    built.person('maya_reads');
    const closed = built.post('maya_reads', 'Only for friends', { reply_settings: 'following' });
    expect(await detailOf(reply('Hello', closed))).toMatch(/^403 Reply to this conversation/);
    built.act('follow', { by: 'maya_reads' });
    await reply('Hello', closed);
    const open = await built.client().v2.tweet('A question for Maya', { reply_settings: 'mentionedUsers' });
    expect(() => built.post('maya_reads', 'Me!', { in_reply_to: open.data.id })).toThrow('not allowed');
  });

  test('with the same words to the same person is a duplicate for a day, unless the first was deleted', async () => {
    built.person('maya_reads');
    const first = built.post('maya_reads', '@centrallibrary one');
    const second = built.post('maya_reads', '@centrallibrary two');
    const made = await reply('Of course', first);
    expect(await detailOf(reply('Of course', second))).toBe(
      '403 You are not allowed to create a Tweet with duplicate content.',
    );
    await built.client().v2.deleteTweet(made.data.id);
    await reply('Of course', second);
    built.world.clock.advance(24 * 3_600_000);
    await reply('Of course', second);
  });

  test('may mention those who are in the conversation and nobody else', async () => {
    built.person('maya_reads');
    built.person('lee');
    built.person('stranger');
    const asked = built.post('maya_reads', '@centrallibrary @lee shall we?');
    await reply('Do, @lee', asked);
    expect(await detailOf(reply('Do, @stranger', asked))).toMatch(/^403 You are not allowed to mention/);
  });
});

describe('the text of a post', () => {
  const post = (text: string) => built.client().v2.tweet(text);

  test.each([
    ['plain letters count 1', 'a'.repeat(280), 'a'.repeat(281)],
    ['wide ones count 2', '字'.repeat(140), '字'.repeat(141)],
    ['an emoji counts 2 however it is joined', '👨‍👩‍👧'.repeat(140), '👨‍👩‍👧'.repeat(141)],
    [
      'a link counts 23',
      `${'a'.repeat(256)} https://library.org/${'b'.repeat(200)}`,
      `${'a'.repeat(257)} https://library.org/${'b'.repeat(200)}`,
    ],
  ])('has 280 weighted characters: %s', async (_name, fits, over) => {
    await post(fits);
    expect(await detailOf(post(over))).toBe('403 Your Tweet text is too long.');
  });

  test('does not count the names that X puts in front', async () => {
    built.person('maya_reads');
    const asked = built.post('maya_reads', '@centrallibrary hello');
    expect((await reply('a'.repeat(280), asked)).data.text).toHaveLength('@maya_reads '.length + 280);
  });

  test('gets its links rewritten to t.co, also those without https://', async () => {
    const { data } = await post('See library.org/opening-hours-of-the-branches & come');
    const [, link] = /^See (https:\/\/t\.co\/\w{10}) &amp; come$/.exec(data.text) ?? [];
    const read = await built.client().v2.tweets([data.id], { 'tweet.fields': ['entities'] });
    expect(read.data[0]?.entities?.urls).toEqual([
      {
        start: 4,
        end: 27,
        url: link,
        expanded_url: 'http://library.org/opening-hours-of-the-branches',
        display_url: 'library.org/opening-hours-…',
      },
    ]);
  });

  test('has entities counted in code points of what X shows', async () => {
    built.person('maya_reads');
    const id = built.post('maya_reads', '📚 & @CentralLibrary #books');
    const read = await built.client().v2.tweets([id], { 'tweet.fields': ['entities'] });
    const { text = '', entities } = read.data[0] ?? {};
    const cut = ({ start, end }: { start: number; end: number }) => [...text].slice(start, end).join('');
    expect(entities?.mentions?.map(cut)).toEqual(['@CentralLibrary']);
    expect(entities?.mentions).toMatchObject([{ id: library.id, username: library.handle }]);
    expect(entities?.hashtags?.map(cut)).toEqual(['#books']);
  });

  test.each([
    ['nothing', { text: ' ' }],
    ['an unknown field', { text: 'a', in_reply_to: '1' }],
    ['a number', { text: 5 }],
    ['an id that is none', { text: 'a', reply: { in_reply_to_tweet_id: 'abc' } }],
    ['a poll, which this sandbox lacks', { text: 'a', poll: { options: ['b', 'c'], duration_minutes: 5 } }],
  ])('is refused with 400 when the body has %s', async (_name, body) => {
    const { code, data } = await refusal(built.client().v2.post('tweets', body));
    expect([code, data.title]).toEqual([400, 'Invalid Request']);
  });
});

describe('other writing', () => {
  test('a quote needs Enterprise', async () => {
    built.person('sam');
    const said = built.post('sam', '@centrallibrary you are great');
    expect(await detailOf(built.client().v2.quote('Blush', said))).toMatch(
      /^403 You can only reply to or quote/,
    );
    built.act('plan', { plan: 'enterprise' });
    expect((await built.client().v2.quote('Blush', said)).data.text).toMatch(
      /^Blush https:\/\/t\.co\/\w{10}$/,
    );
  });

  test('deleting takes all versions of our own post, and nobody else’s', async () => {
    built.person('sam');
    const theirs = built.post('sam', 'Mine');
    const { v2 } = built.client();
    expect(await detailOf(v2.deleteTweet(theirs))).toBe('403 You are not authorized to delete this Tweet.');
    const { data } = await v2.tweet('Open tody');
    const edited = built.act('edit', { id: data.id, text: 'Open today' });
    expect((await v2.deleteTweet(data.id)).data).toEqual({ deleted: true });
    const read = await v2.tweets([data.id, String(edited.id)]);
    expect(read.data).toBeUndefined();
    expect((await refusal(v2.deleteTweet(data.id))).code).toBe(404);
  });

  test('following is Enterprise only, and a request where the account is protected', async () => {
    const sam = built.person('sam');
    const lee = built.person('lee', { protected: true });
    const { v2 } = built.client();
    const refused = await refusal(v2.follow(library.id, sam));
    expect([refused.code, refused.data.title]).toEqual([403, 'Client Forbidden']);
    built.act('plan', { plan: 'enterprise' });
    expect((await v2.follow(library.id, sam)).data).toEqual({ following: true, pending_follow: false });
    expect((await v2.follow(library.id, lee)).data).toEqual({ following: false, pending_follow: true });
    expect((await refusal(v2.follow(sam, lee))).code).toBe(400);
  });
});
