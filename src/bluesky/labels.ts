import type { ComAtprotoLabelDefs } from '@atcute/atproto';

type Label = Pick<ComAtprotoLabelDefs.Label, 'neg' | 'src' | 'val'>;

/** What Bluesky itself covers, or warns of. https://docs.bsky.app/docs/advanced-guides/moderation */
const disturbing = ['!hide', '!warn', 'porn', 'sexual', 'nudity', 'graphic-media', 'gore'];

/** Whether labels say that what stands there may disturb people. */
export const isDisturbing = (labels: readonly Label[]): boolean =>
  labels.some(({ neg, val }) => !neg && disturbing.includes(val));

/** Whether an account says of itself that a program writes there. */
export const saysAutomated = (labels: readonly Label[], did: string): boolean =>
  labels.some(({ neg, src, val }) => !neg && src === did && val === 'bot');
