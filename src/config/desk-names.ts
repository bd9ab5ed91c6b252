import { entryOf } from '../core/desk/practice-id.js';
import { canBeOn, typedAccount } from '../core/typed-account.js';
import type { DeskConfig } from './desk-file.js';

export { entryOf };

/** Whether somebody means this desk: they name its entry in desk.yaml, or its id, as the log has it. */
export const isCalled = (desk: DeskConfig, name: string): boolean =>
  name === entryOf(desk) || name === desk.id;

/** Whether what somebody typed, a handle or the id of an account, can be somebody's on the network of a desk. */
export const canKnow = ({ network }: Pick<DeskConfig, 'network'>, typed: string): boolean =>
  canBeOn(network, typed);

/** Whether somebody typed the id of an account, and not a handle. */
export const isAccountId = (typed: string): boolean => typedAccount(typed) !== undefined;
