import type { Desk } from './desk.js';

/**
 * The id of a desk of desk.yaml while people practise there. It is another desk than the live one of that entry: what was
 * practised never comes along when the entry goes live, and what is live is never taken for practice.
 */
export const practiceId = (entry: string): string => `${entry}${suffix}`;

/** The entry of desk.yaml that a desk is of: what it says of itself stands below `desks.<entry>`. */
export const entryOf = ({ account, id }: Pick<Desk, 'account' | 'id'>): string =>
  account.practice ? id.slice(0, -suffix.length) : id;

const suffix = '-practice';
