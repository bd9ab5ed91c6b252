import type { Medium, Poll, X } from '../model/state.js';
import { isoSeconds } from './show-post.js';

/** A photo or a film with the requested fields. Only photos have an address of their own, only films the other ones. */
export function showMedium(medium: Medium, asked: ReadonlySet<string>): Record<string, unknown> {
  const { key, kind, pictureUrl, altText, variants, durationMs } = medium;
  const isPhoto = kind === 'photo';
  const all: Record<string, unknown> = {
    alt_text: altText === '' ? undefined : altText,
    duration_ms: durationMs,
    height: 800,
    preview_image_url: isPhoto ? undefined : pictureUrl,
    public_metrics: kind === 'video' ? { view_count: 0 } : undefined,
    url: isPhoto ? pictureUrl : undefined,
    variants: isPhoto
      ? undefined
      : variants.map(({ url, type, bitRate }) => ({
          ...(bitRate !== undefined && { bit_rate: bitRate }),
          content_type: type,
          url,
        })),
    width: 1200,
  };
  return { media_key: key, type: kind, ...onlyAsked(all, asked) };
}

/** A poll with the requested fields. It is closed once its time is over. */
export function showPoll(x: X, poll: Poll, asked: ReadonlySet<string>): Record<string, unknown> {
  const all: Record<string, unknown> = {
    duration_minutes: poll.minutes,
    end_datetime: isoSeconds(poll.endsAt),
    voting_status: isOpen(x, poll) ? 'open' : 'closed',
  };
  const options = poll.options.map(({ label, votes }, index) => ({ position: index + 1, label, votes }));
  return { id: poll.id, options, ...onlyAsked(all, asked) };
}

/** Whether people can vote. */
export function isOpen(x: X, poll: Poll): boolean {
  return x.world.clock.now() < poll.endsAt;
}

function onlyAsked(all: Record<string, unknown>, asked: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(all).filter(([name, value]) => asked.has(name) && value !== undefined),
  );
}
