import { networks } from '../../core/network/networks.js';

const { name } = networks.bluesky;

/** What stands beside `x` and has no meaning beside `bluesky`, and why. */
export const besideX = {
  budget: `beside x alone: ${name} bills nothing`,
  privacyPolicy: 'beside x alone: it belongs to private messages, which exist only under x',
} as const;

/** What only `x` may contain, and why; what stands beside it is looked for here, too. */
export const underX: ReadonlyMap<string, string> = new Map(
  Object.entries({
    plan: `under x alone: ${name} has no plans`,
    governmentUse: `under x alone: ${name} wants no plan for it`,
    privateMessages: `under x alone: the desk reads no private messages on ${name}`,
    longPosts: `under x alone: ${name} takes 300 characters from everybody`,
    ownsApp: `under x alone: ${name} has no developer apps`,
    readContext: `under x alone: reading costs nothing on ${name}`,
    includesBilled: `under x alone: ${name} bills nothing`,
    ...besideX,
  }),
);
