import twitter from 'twitter-text';

/** X's price list in millionths of a dollar. https://docs.x.com/x-api/getting-started/pricing */
export const prices = {
  post: 5_000,
  user: 10_000,
  /** A follower, a mention or a post of the account that owns the developer app. */
  owned: 1_000,
  create: 15_000,
  createSummoned: 10_000,
  createWithLink: 200_000,
  delete: 10_000,
} as const;

/** The price of publishing a text, in millionths of a dollar; `summoned`: it answers somebody who mentioned us. A bare domain is a link. */
export function postPrice(text: string, summoned: boolean): number {
  if (twitter.extractUrls(text).length > 0) return prices.createWithLink;
  return summoned ? prices.createSummoned : prices.create;
}

/** Millionths of a dollar as whole cents: "$0.20". */
export const usd = (microUsd: number): string => `$${(microUsd / 1_000_000).toFixed(2)}`;

/** Millionths of a dollar as a price, which may have a part of a cent: "$0.20", "$0.015". */
export const priceText = (microUsd: number): string =>
  microUsd % 10_000 === 0 ? usd(microUsd) : `$${(microUsd / 1_000_000).toFixed(3)}`;
