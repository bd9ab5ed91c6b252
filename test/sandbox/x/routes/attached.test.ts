import { beforeEach, describe, expect, test } from 'vitest';
import { built, library, useX } from '../build.js';

useX();

type Fields = Record<string, unknown>;
interface Read {
  readonly data: Fields[];
  readonly includes?: Record<string, Fields[]>;
}

const mentions = (query: Record<string, string>): Promise<Read> =>
  built.client().v2.get(`users/${library.id}/mentions`, query);

beforeEach(() => {
  built.person('maya_reads');
});

describe('photos and films', () => {
  const everything = {
    expansions: 'attachments.media_keys',
    'media.fields': 'alt_text,duration_ms,height,preview_image_url,public_metrics,type,url,variants,width',
  };

  test('have what belongs to their kind, and an alt text only where the writer gave one', async () => {
    built.post('maya_reads', '@centrallibrary Whose?', {
      photos: ['A red scarf', ''],
      videos: [''],
      gifs: ['A cat'],
    });
    const { data, includes } = await mentions(everything);
    const keys = includes?.media?.map(({ media_key }) => media_key);
    expect(data).toMatchObject([{ attachments: { media_keys: keys } }]);
    const size = { width: 1200, height: 800 };
    expect(includes?.media).toEqual([
      {
        media_key: expect.stringMatching(/^3_\d+$/),
        type: 'photo',
        url: expect.stringMatching(/^https:\/\/pbs\.twimg\.com\/media\/[\w-]{15}\.jpg$/),
        alt_text: 'A red scarf',
        ...size,
      },
      { media_key: expect.any(String), type: 'photo', url: expect.any(String), ...size },
      {
        media_key: expect.stringMatching(/^7_\d+$/),
        type: 'video',
        preview_image_url: expect.stringMatching(/^https:\/\/pbs\.twimg\.com\/ext_tw_video_thumb\//),
        duration_ms: 34_875,
        public_metrics: { view_count: 0 },
        variants: [
          { content_type: 'application/x-mpegURL', url: expect.stringMatching(/\.m3u8$/) },
          { content_type: 'video/mp4', bit_rate: 256_000, url: expect.stringMatching(/\.mp4$/) },
          { content_type: 'video/mp4', bit_rate: 2_176_000, url: expect.stringMatching(/\.mp4$/) },
        ],
        ...size,
      },
      {
        media_key: expect.stringMatching(/^16_\d+$/),
        type: 'animated_gif',
        alt_text: 'A cat',
        preview_image_url: expect.stringMatching(/^https:\/\/pbs\.twimg\.com\/tweet_video_thumb\//),
        variants: [{ content_type: 'video/mp4', bit_rate: 0, url: expect.stringMatching(/\.mp4$/) }],
        ...size,
      },
    ]);
  });

  test('come only when asked for: their keys, then kinds, then fields', async () => {
    built.post('maya_reads', '@centrallibrary Look', { photos: ['A shelf'] });
    const bare = await mentions({});
    expect(bare.data[0]).not.toHaveProperty('attachments');
    const keys = await mentions({ 'tweet.fields': 'attachments', 'media.fields': 'url' });
    expect(keys.data[0]).toHaveProperty('attachments.media_keys');
    expect(keys.includes).toBeUndefined();
    const kinds = await mentions({ expansions: 'attachments.media_keys' });
    expect(kinds.includes?.media).toEqual([{ media_key: expect.any(String), type: 'photo' }]);
  });

  test('share one link at the end, outside the words, with an entity for each', async () => {
    built.post('maya_reads', '@centrallibrary Look', { photos: ['One', 'Two'] });
    built.post('maya_reads', '', {
      photos: ['Three'],
      in_reply_to: built.post('centrallibrary', 'Show us your shelves'),
    });
    const { data } = await mentions({ 'tweet.fields': 'display_text_range,entities,media_metadata' });
    const [alone, both] = data;
    expect(both?.text).toMatch(/^@centrallibrary Look https:\/\/t\.co\/\w{10}$/);
    expect(both).toMatchObject({
      display_text_range: [0, 20],
      media_metadata: [{ alt_text: 'One' }, { alt_text: 'Two' }],
    });
    const { urls } = (both?.entities ?? { urls: [] }) as { urls: Fields[] };
    expect(urls.map(({ start, end }) => [start, end])).toEqual([
      [21, 44],
      [21, 44],
    ]);
    expect(new Set(urls.map(({ media_key }) => media_key)).size).toBe(2);
    expect(alone).toMatchObject({ display_text_range: [16, 16] });
  });

  test('stay through an edit, and are at most four', async () => {
    const id = built.post('maya_reads', '@centrallibrary Look', { videos: ['A bus'] });
    built.act('edit', { id, text: '@centrallibrary Look here' });
    const { data, includes } = await mentions({
      'tweet.fields': 'entities',
      expansions: 'attachments.media_keys',
    });
    expect(includes?.media).toMatchObject([{ type: 'video' }]);
    const expanded_url = expect.stringMatching(/\/video\/1$/);
    expect(data[0]).toMatchObject({ entities: { urls: [{ expanded_url }] } });
    expect(() => built.post('maya_reads', 'Many', { photos: ['', '', ''], gifs: ['', ''] })).toThrow(
      'takes 4',
    );
  });
});

describe('a poll', () => {
  const minutes = 10;
  const everything = {
    expansions: 'attachments.poll_ids',
    'poll.fields': 'duration_minutes,end_datetime,voting_status',
  };
  const ask = () =>
    built.post('maya_reads', '@centrallibrary When?', {
      poll: { options: ['Mornings', 'Evenings'], minutes },
    });

  test('has its options and votes, and closes at its time', async () => {
    const id = ask();
    built.act('vote', { id, option: 2 });
    built.act('vote', { id, option: 2, votes: 3 });
    const { data, includes } = await mentions(everything);
    const [poll] = includes?.polls ?? [];
    expect(data).toMatchObject([{ attachments: { poll_ids: [poll?.id] } }]);
    const { created_at } = (await mentions({ 'tweet.fields': 'created_at' })).data[0] ?? {};
    const end = Date.parse(String(created_at)) + minutes * 60_000;
    expect(poll).toEqual({
      id: expect.any(String),
      options: [
        { position: 1, label: 'Mornings', votes: 0 },
        { position: 2, label: 'Evenings', votes: 4 },
      ],
      duration_minutes: minutes,
      end_datetime: expect.any(String),
      voting_status: 'open',
    });
    expect(Math.abs(Date.parse(String(poll?.end_datetime)) - end)).toBeLessThanOrEqual(1000);
    built.world.clock.advance(minutes * 60_000);
    expect((await mentions(everything)).includes?.polls).toMatchObject([{ voting_status: 'closed' }]);
    expect(() => built.act('vote', { id, option: 1 })).toThrow('is closed');
  });

  test('comes only when asked for', async () => {
    ask();
    expect((await mentions({ 'poll.fields': 'voting_status' })).includes).toBeUndefined();
    const { includes } = await mentions({ expansions: 'attachments.poll_ids' });
    expect(Object.keys(includes?.polls?.[0] ?? {}).sort()).toEqual(['id', 'options']);
  });

  test.each([
    ['with one option', { poll: { options: ['Yes'] } }, "'options' are 2 to 4, not 1"],
    ['with a long option', { poll: { options: ['Yes', 'N'.repeat(26)] } }, 'has not 1 to 25 characters'],
    ['for a minute', { poll: { options: ['Yes', 'No'], minutes: 1 } }, "'minutes' is 1"],
    ['with a photo', { poll: { options: ['Yes', 'No'] }, photos: [''] }, 'not both'],
  ])('%s is refused', (_name, more, message) => {
    expect(() => built.post('maya_reads', 'Well?', more)).toThrow(message);
  });

  test('takes no edits, and X says so', async () => {
    const id = ask();
    expect(() => built.act('edit', { id, text: 'When then?' })).toThrow('no edits of a post with a poll');
    const { data } = await mentions({ 'tweet.fields': 'edit_controls' });
    expect(data).toMatchObject([{ edit_controls: { is_edit_eligible: false } }]);
  });
});

test('a post may be sensitive, and withheld in some countries until it is not', async () => {
  const id = built.post('maya_reads', '@centrallibrary Look', { sensitive: true });
  built.act('withhold', { id, countries: ['DE', 'FR'], copyright: true });
  const fields = { 'tweet.fields': 'possibly_sensitive,withheld' };
  expect((await mentions(fields)).data).toMatchObject([
    { id, possibly_sensitive: true, withheld: { copyright: true, country_codes: ['DE', 'FR'] } },
  ]);
  built.act('withhold', { id, countries: [] });
  expect((await mentions(fields)).data[0]).not.toHaveProperty('withheld');
  expect(() => built.act('withhold', { id, countries: ['Germany'] })).toThrow("'Germany' is no code");
});

test('the page sees what is attached', () => {
  const id = built.post('maya_reads', 'Look', { photos: ['A shelf'] });
  const asked = built.post('maya_reads', 'When?', { poll: { options: ['Now', 'Later'] } });
  const seen = Object.fromEntries(built.x.sights());
  expect(seen[`x/post/${id}`]).toMatchObject({ media: [{ kind: 'photo', alt: 'A shelf' }] });
  expect(seen[`x/post/${asked}`]).toMatchObject({
    poll: { options: [{ label: 'Now' }, { label: 'Later' }] },
  });
});
