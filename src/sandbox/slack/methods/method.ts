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

export interface MethodResult {
  /** The fields of the answer beside `ok: true`. */
  readonly body: Fields;
  /** What the journal says of the call. By default its arguments. */
  readonly did?: Fields;
}

/** One method of the Web API. `run` throws Refused or RateLimited before it changes anything. */
export interface Method {
  readonly tier: Tier;
  readonly token: 'bot' | 'app' | 'any';
  /** Whether it takes a JSON body. All methods take a form. */
  readonly json: boolean;
  /** The scope that the token needs whatever the arguments are. */
  readonly scopes: readonly string[];
  run(call: Call): MethodResult;
}

/** Throws Refused when the manifest lacks this scope. */
export function requireScope({ state }: Workspace, needed: string): void {
  const { scopes } = state.manifest;
  if (scopes.includes(needed)) return;
  throw new Refused('missing_scope', [], { needed, provided: scopes.join(',') });
}

/** Throws Refused without the scope for this kind of conversation, such as `channels:read` or `groups:history`. */
export function requireChannelScope(slack: Workspace, { kind }: Channel, what: 'read' | 'history'): void {
  const family = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' }[kind];
  requireScope(slack, `${family}:${what}`);
}
