import type { Desk } from '../desk/desk.js';
import { secondMs } from '../durations.js';
import { onOneLine } from '../one-line.js';
import { quote } from '../post/plain.js';
import type { Media } from '../post/post.js';
import { say, sayCount } from '../words/words.js';
import { momentText } from './phrases.js';

type Shown = Exclude<Media, { readonly kind: 'poll' }>;

/** In characters: X allows 25 for an option, and 1,000 for a description. */
const MAX_OPTION = 40;

/**
 * What a post shows besides its text, in lines: `[photo] "A shelf of books"`, "no description" where its writer gave none, a
 * film with its length, a poll with its options and until when (Unix ms) it can be answered. What the network did not
 * describe is only counted. Each description has at most `max` characters.
 */
export function mediaLines(media: readonly Media[], desk: Desk, now: number, max: number): readonly string[] {
  return [
    ...media.filter(isDescribed).map((one) => {
      const said = mediumText(one, desk, max);
      const until = one.kind === 'poll' && one.endsAt !== undefined ? momentText(desk, one.endsAt, now) : '';
      return until ? say(desk.words, 'media.until', { said, time: until }) : said;
    }),
    ...countedOnly(media, desk),
  ];
}

/** The same in one line: the first thing, and how many more there are; "" for a post that shows nothing. */
export function mediaBrief(media: readonly Media[], desk: Desk, max: number): string {
  const described = media.filter(isDescribed);
  const [first, ...more] = described;
  return [
    ...(first ? [mediumText(first, desk, max)] : []),
    ...(more.length > 0 ? [sayCount(desk, 'media.more', more.length)] : []),
    ...countedOnly(media, desk),
  ].join(' · ');
}

/**
 * Whether the network said what it is, and so also whether its writer described it. An earlier version only counted photos,
 * and a network that gives nothing but an address names only the kind.
 */
const isDescribed = (one: Media): boolean =>
  one.kind === 'poll' || one.alt !== undefined || one.preview !== undefined || one.durationMs !== undefined;

function mediumText(one: Media, desk: Desk, max: number): string {
  const { words } = desk;
  if (one.kind === 'poll') {
    const about = one.options.map((option) => `"${quote(onOneLine(option), MAX_OPTION)}"`).join(' / ');
    return say(words, 'media.line', { kind: say(words, 'media.poll'), about }).trim();
  }
  const alt = onOneLine(one.alt ?? '');
  const about = alt === '' ? say(words, 'media.no-alt') : `"${quote(alt, max)}"`;
  return say(words, 'media.line', { kind: pictureKind(one, desk), about });
}

/** "photo: A shelf of books", for a picture that stands there: its alt text, and what is read above it. */
export const pictureText = (one: Shown, desk: Desk, max: number): string =>
  say(desk.words, 'picture.text', {
    kind: pictureKind(one, desk),
    about: quote(onOneLine(one.alt ?? ''), max) || say(desk.words, 'media.no-alt'),
  });

/** "photo", "film, 1:05". */
export function pictureKind({ kind, durationMs }: Shown, { words }: Desk): string {
  const name = say(words, `media.${kind}`);
  return durationMs === undefined
    ? name
    : say(words, 'media.with-length', { kind: name, length: lengthText(durationMs) });
}

/** A length as players show it: "1:05". */
function lengthText(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / secondMs));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** "2 photos", of what the network did not describe. */
function countedOnly(media: readonly Media[], desk: Desk): readonly string[] {
  const unknown = media.filter((one) => !isDescribed(one));
  return (['photo', 'film', 'gif'] as const).flatMap((kind) => {
    const count = unknown.filter((one) => one.kind === kind).length;
    return count > 0 ? [sayCount(desk, countKeys[kind], count)] : [];
  });
}

const countKeys = { photo: 'card.photos', film: 'media.films', gif: 'media.gifs' } as const;
