import type { Desk } from './desk.js';

type Served = Pick<Desk, 'account'>;

/** Whether a person is told of two desks together, and what calls them is counted together. Practice stands apart. */
export const areTogether = ({ account: one }: Served, { account: other }: Served): boolean =>
  (one.practice ?? false) === (other.practice ?? false);
