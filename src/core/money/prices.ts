import twitter from 'twitter-text';

/** X's price list in millionths of a dollar. https://docs.x.com/x-api/getting-started/pricing */
export const prices = {
  post: 5_000,
  user: 10_000,
  /** What belongs to the account that owns the app: its followers, its mentions, its own posts. */
  owned: 1_000,
  create: 15_000,
  createSummoned: 10_000,
  createWithLink: 200_000,
  delete: 10_000,
} as const;

/** The price of a post of ours; *summoned* answers somebody who named us. A bare domain in it counts as a link. */
export function postPrice(text: string, summoned: boolean): number {
  if (twitter.extractUrls(text).length > 0) return prices.createWithLink;
  return summoned ? prices.createSummoned : prices.create;
}

/** "$0.20": cents, as people have them. */
export const usd = (microUsd: number): string => `$${(microUsd / 1_000_000).toFixed(2)}`;

/** "$0.015": a price may have a part of a cent. */
export const priceText = (microUsd: number): string =>
  microUsd % 10_000 === 0 ? usd(microUsd) : `$${(microUsd / 1_000_000).toFixed(3)}`;
