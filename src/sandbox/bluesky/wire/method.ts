import type { Schema } from '../lexicon/schema.js';
import type { Account, Sky } from '../model/state.js';
import type { Looking } from '../views/profile.js';
import type { Limit } from './limits.js';

type ObjectSchema = Extract<Schema, { type: 'object' }>;

/** What a method knows of its call. What `params` and `input` hold fits their schemas. */
export interface Call {
  readonly sky: Sky;
  readonly params: Readonly<Record<string, unknown>>;
  readonly input: Readonly<Record<string, unknown>>;
  /** The body as it came, for a method that takes files. */
  readonly bytes: Buffer;
  readonly contentType: string;
  /** Whoever is signed in. Throws Refused when nobody is. */
  caller(): Account;
  /** The id of the refresh token that signs the call. */
  tokenId(): string;
  /** The AppView as the caller sees it. */
  looking(): Looking;
}

export interface Outcome {
  /** Without it the answer has no body. */
  readonly body?: unknown;
  readonly journal?: Readonly<Record<string, unknown>>;
}

/**
 * Who may call: everybody; whoever is signed in, by an app password too; by the account's own password alone; or who brings the
 * token that renews a session.
 */
export type Auth = 'none' | 'access' | 'full' | 'refresh';

/** One method of XRPC. https://atproto.com/specs/xrpc */
export interface Method {
  /** `GET` of a query or `POST` of a procedure, and its name. */
  readonly call: string;
  readonly auth: Auth;
  /** Whether the account's server only passes it on. */
  readonly isOfAppView?: boolean;
  readonly params?: ObjectSchema;
  /** Of a JSON body; `bytes` is any file. */
  readonly input?: ObjectSchema | 'bytes';
  /** Besides the one of every call; `address` is where the call comes from. */
  limits?(call: Call, address: string): readonly Limit[];
  answer(call: Call): Outcome;
}
