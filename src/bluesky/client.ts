import type {} from '@atcute/atproto';
import type {} from '@atcute/bluesky';
import { Client } from '@atcute/client';
import type { Timings } from '../core/due/timings.js';
import { type CallResult, Rejected } from '../errors.js';
import type { Heard, Network } from '../ports/network.js';
import type { Sessions } from '../ports/sessions.js';
import { createCaller } from './call.js';
import { createReading } from './reading.js';
import { createSignedCaller } from './session.js';
import { createWriting } from './writing.js';

interface NetworkOptions {
  readonly handle: string;
  /** An app password of the account. */
  readonly password: string;
  /** The server that holds the account, as an origin. */
  readonly service: string;
  readonly sessions: Sessions;
  readonly timings: Pick<Timings, 'readDeadlineMs' | 'writeDeadlineMs'>;
  readonly now: () => number;
  /** Aborted when the process must end: cuts off the calls under way and lets none begin. */
  readonly ending?: AbortSignal | undefined;
  /** Told how each call ended, by its route; must not throw. */
  readonly called?: (route: string, result: CallResult) => void;
  /** Told what each answer says besides; must not throw. */
  readonly heard?: (heard: Heard) => void;
}

/** Calls of one deadline (ms), by default that of a read; the last check before the request leaves belongs to writes. */
export type Rpc = (deadlineMs?: number, mayStillSend?: () => boolean) => Client;

/** The port to Bluesky, as the account of these credentials. https://docs.bsky.app */
export function createNetwork(options: NetworkOptions): Required<Network> {
  const { handle, password, service, sessions, timings, now, ending, called, heard } = options;
  const callBluesky = createCaller({ service, now, ending, called, heard });
  const deadlineMs = timings.readDeadlineMs;
  const { account, callSigned } = createSignedCaller({ callBluesky, sessions, handle, password, deadlineMs });
  const rpc: Rpc = (ms, mayStillSend) =>
    new Client({
      handler: (path, init) =>
        callSigned({
          path,
          init,
          deadlineMs: ms ?? (mayStillSend ? timings.writeDeadlineMs : timings.readDeadlineMs),
          ...(mayStillSend && { mayStillSend }),
        }),
    });
  return {
    ...createReading(rpc, account, now),
    ...createWriting(rpc, account),
    privateMessages: async () => ({ found: [], odd: [] }),
    sendPrivate: async () => {
      throw new Rejected('private-closed', 'The desk sends no private messages on Bluesky.');
    },
  };
}
