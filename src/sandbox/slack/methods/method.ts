import type { Fields } from '../blocks/json.js';
import type { Args } from '../model/args.js';
import type { Tier } from '../model/rates.js';
import { Refused } from '../model/refused.js';
import type { Channel } from '../model/state.js';
import type { Workspace } from '../model/workspace.js';

export interface Call {
  readonly slack: Workspace;
  readonly args: Args;
}

export interface Done {
  /** What stands beside `ok: true`. */
  readonly body: Fields;
  /** What the journal says of the call; its arguments unless told. */
  readonly did?: Fields;
}

/** One Web API method. `run` is its whole effect; it throws Refused or RateLimited before it has any. */
export interface Method {
  readonly tier: Tier;
  readonly token: 'bot' | 'app' | 'any';
  /** Whether it takes a JSON body; form bodies always pass. */
  readonly json: boolean;
  /** What the token must be allowed, whatever the arguments. */
  readonly scopes: readonly string[];
  run(call: Call): Done;
}

export function requireScope({ state }: Workspace, needed: string): void {
  const { scopes } = state.manifest;
  if (scopes.includes(needed)) return;
  throw new Refused('missing_scope', [], { needed, provided: scopes.join(',') });
}

/** `channels:read`, `groups:history` and so on: reading is allowed by kind of conversation. */
export function requireChannelScope(slack: Workspace, { kind }: Channel, what: 'read' | 'history'): void {
  const family = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' }[kind];
  requireScope(slack, `${family}:${what}`);
}
