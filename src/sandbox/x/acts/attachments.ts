import { readArguments, whole } from '../../world/arguments.js';
import { nextId } from '../model/ids.js';
import type { Medium, Poll, X } from '../model/state.js';

const mostMedia = 4;
const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** What an act attaches to a post: an alt text for each medium, "" for none; a poll with its options. */
interface Wanted {
  readonly photos?: readonly string[] | undefined;
  readonly videos?: readonly string[] | undefined;
  readonly gifs?: readonly string[] | undefined;
  readonly poll?: Readonly<Record<string, unknown>> | undefined;
}

/** Makes what is attached. Throws an Error for more than X takes. */
export function attach(
  x: X,
  { photos = [], videos = [], gifs = [], poll }: Wanted,
): { media?: Medium[]; poll?: Poll } {
  const media = [
    ...photos.map((altText) => makePhoto(x, altText)),
    ...videos.map((altText) => makeVideo(x, altText)),
    ...gifs.map((altText) => makeGif(x, altText)),
  ];
  if (media.length > mostMedia)
    throw new Error(`post: X takes ${mostMedia} photos and films, not ${media.length}.`);
  if (poll && media.length > 0) throw new Error('post: X takes a poll or photos and films, not both.');
  return { ...(media.length > 0 && { media }), ...(poll && { poll: makePoll(x, poll) }) };
}

const longestPollMinutes = 7 * 24 * 60;

function makePoll(x: X, given: Readonly<Record<string, unknown>>): Poll {
  const read = readArguments('post poll', given, { options: 'strings', minutes: 'number?' });
  const { length } = read.options;
  if (length < 2 || length > 4) throw new Error(`post poll: 'options' are 2 to 4, not ${length}.`);
  const long = read.options.find((label) => label === '' || [...label].length > 25);
  if (long !== undefined) throw new Error(`post poll: the option '${long}' has not 1 to 25 characters.`);
  const minutes = whole('post poll', 'minutes', read.minutes, 5, longestPollMinutes) ?? 24 * 60;
  return {
    id: nextId(x),
    options: read.options.map((label) => ({ label, votes: 0 })),
    minutes,
    endsAt: x.world.clock.now() + minutes * 60_000,
  };
}

function makePhoto(x: X, altText: string): Medium {
  const pictureUrl = `https://pbs.twimg.com/media/${name(x)}.jpg`;
  return { key: `3_${number(x)}`, kind: 'photo', pictureUrl, altText, variants: [] };
}

function makeVideo(x: X, altText: string): Medium {
  const id = number(x);
  const film = `https://video.twimg.com/ext_tw_video/${id}/pu`;
  return {
    key: `7_${id}`,
    kind: 'video',
    pictureUrl: `https://pbs.twimg.com/ext_tw_video_thumb/${id}/pu/img/${name(x)}.jpg`,
    altText,
    variants: [
      { url: `${film}/pl/${name(x)}.m3u8`, type: 'application/x-mpegURL' },
      { url: `${film}/vid/480x320/${name(x)}.mp4`, type: 'video/mp4', bitRate: 256_000 },
      { url: `${film}/vid/1200x800/${name(x)}.mp4`, type: 'video/mp4', bitRate: 2_176_000 },
    ],
    durationMs: 34_875,
  };
}

function makeGif(x: X, altText: string): Medium {
  const film = name(x);
  return {
    key: `16_${number(x)}`,
    kind: 'animated_gif',
    pictureUrl: `https://pbs.twimg.com/tweet_video_thumb/${film}.jpg`,
    altText,
    variants: [{ url: `https://video.twimg.com/tweet_video/${film}.mp4`, type: 'video/mp4', bitRate: 0 }],
  };
}

const number = (x: X) => `1${x.world.random.text(18, digits)}`;
const name = (x: X) => x.world.random.text(15, letters);
