import type { ComAtprotoLabelDefs } from '@atcute/atproto';
import { type Suspect, suspects } from '../core/post/post.js';

type Label = Pick<ComAtprotoLabelDefs.Label, 'neg' | 'src' | 'val'>;

/** What Bluesky itself covers, or warns of. https://docs.bsky.app/docs/advanced-guides/moderation */
const disturbing = ['!hide', '!warn', 'porn', 'sexual', 'nudity', 'graphic-media', 'gore'];

/** What moderators say that labels take something for, the worst of it. What an account says of itself is not theirs. */
export const suspectOf = (labels: readonly Label[], did: string): Suspect | undefined =>
  suspects.find((one) => labels.some(({ neg, src, val }) => !neg && src !== did && val === one));

/** Whether labels say that what stands there may disturb people. */
export const isDisturbing = (labels: readonly Label[]): boolean =>
  labels.some(({ neg, val }) => !neg && disturbing.includes(val));

/** Whether an account says of itself that a program writes there. */
export const saysAutomated = (labels: readonly Label[], did: string): boolean =>
  labels.some(({ neg, src, val }) => !neg && src === did && val === 'bot');
