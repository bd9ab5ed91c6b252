import { expect, test } from 'vitest';
import { cidOf, cidOfBlob, ordered } from '../../../../src/sandbox/bluesky/model/cid.js';
import { tidOf } from '../../../../src/sandbox/bluesky/model/tid.js';

const post = 'app.bsky.feed.post';

// Written on a real server, which gave these content ids.
test.each([
  [
    { text: 'hello', $type: post, createdAt: '2026-11-28T10:00:00.000Z' },
    'bafyreic3pwuvwls2ixhfpcygdb6wo652hehgi5vw3k4o375cxtjugy2ylu',
  ],
  [
    {
      $type: post,
      text: '@libka4x1f.test hello',
      createdAt: '2026-11-28T14:58:43.416Z',
      langs: ['en'],
      facets: [
        {
          index: { byteStart: 0, byteEnd: 15 },
          features: [{ $type: 'app.bsky.richtext.facet#mention', did: 'did:plc:xa53zuchgoeooixnihrvvgqf' }],
        },
      ],
      embed: {
        $type: 'app.bsky.embed.recordWithMedia',
        record: {
          $type: 'app.bsky.embed.record',
          record: {
            uri: 'at://did:plc:xa53zuchgoeooixnihrvvgqf/app.bsky.feed.post/3n3exouykal22',
            cid: 'bafyreifxlb5jfxkjdzmerlrsd2ebgn5ig23ysnfdlmilm56t77zwi7ao64',
          },
        },
        media: {
          $type: 'app.bsky.embed.images',
          images: [
            {
              image: {
                $type: 'blob',
                ref: { $link: 'bafkreidlp6sdj6jkroakvmbntpy2clsj77foijheae5byt3iwz7d2k542a' },
                mimeType: 'image/png',
                size: 70,
              },
              alt: 'a cat',
              aspectRatio: { width: 1, height: 1 },
            },
          ],
        },
      },
    },
    'bafyreibxev6jevijlfs7yolt6r3e4hu22hikulyn7xiepgclvvnhawvxay',
  ],
])('a record has the content id that the real server gives it', (record, cid) => {
  expect(cidOf(record)).toBe(cid);
  expect(cidOf(ordered(record))).toBe(cid);
});

test('a picture has the content id that the real server gives it', () => {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  expect(cidOfBlob(Buffer.from(png, 'base64'))).toBe(
    'bafkreidlp6sdj6jkroakvmbntpy2clsj77foijheae5byt3iwz7d2k542a',
  );
});

test('keys made later sort later', () => {
  const at = Date.UTC(2026, 10, 24) * 1_000;
  const keys = [at, at + 1, at + 1_000, at + 3_600_000_000].map(tidOf);
  expect(keys.toSorted()).toEqual(keys);
  for (const key of keys) expect(key).toMatch(/^[234567abcdefghij][2-7a-z]{12}$/);
});
