import type { Budget } from './budget.js';
import type { DeskId } from './ids.js';
import type { Rota } from './rota.js';

/** What an X account's plan lets us post by API. */
export type Plan = 'self-serve' | 'enterprise';

/** One X account, its Slack channel and its rota. */
export interface Desk {
  readonly id: DeskId;
  /** Slack channel id. */
  readonly channel: string;
  readonly x: { readonly handle: string; readonly plan: Plan };
  readonly rota: Rota;
  readonly send: { readonly undoMs: number; readonly goodForMs: number };
  readonly budget?: Budget;
  /** Overrides of the default microcopy, by key. */
  readonly words: Readonly<Record<string, string>>;
}
