import { entryOf } from '../core/desk/practice-id.js';
import type { DeskConfig } from './desk-file.js';

export { entryOf };

/** Whether somebody means this desk: they name its entry in desk.yaml, or its id, as the log has it. */
export const isCalled = (desk: DeskConfig, name: string): boolean =>
  name === entryOf(desk) || name === desk.id;
