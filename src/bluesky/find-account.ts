import type {} from '@atcute/atproto';
import { Client, ok } from '@atcute/client';
import { fetch } from 'undici';
import * as z from 'zod';
import { createCaller } from './call.js';
import { isNotThere } from './faults.js';

interface Places {
  /** A server that resolves all handles, as an origin. */
  readonly service: string;
  /** The directory of accounts, as an origin. https://web.plc.directory */
  readonly directory: string;
  readonly deadlineMs: number;
  readonly now: () => number;
}

/** The id of the account that has a handle; undefined where nobody has it. Throws the faults of a call. */
export async function resolveHandle(
  handle: string,
  { deadlineMs, now, service }: Omit<Places, 'directory'>,
): Promise<string | undefined> {
  const call = createCaller({ service, now });
  const rpc = new Client({ handler: (path, init) => call({ path, init, deadlineMs }) });
  const params = { handle: handle as `${string}.${string}` };
  try {
    return (await ok(rpc.get('com.atproto.identity.resolveHandle', { params }))).did;
  } catch (fault) {
    if (isNotThere(fault)) return undefined;
    throw fault;
  }
}

/**
 * The account of a handle and the server that takes its sign-in (an origin), where its DID document says it. Undefined where nobody
 * has the handle. Throws the faults of a call for what the handle resolves to alone.
 */
export async function findAccount(
  handle: string,
  places: Places,
): Promise<{ readonly did: string; readonly server?: string } | undefined> {
  const did = await resolveHandle(handle, places);
  if (did === undefined) return undefined;
  const server = await serverOf(did, places);
  return { did, ...(server !== undefined && { server }) };
}

/** https://atproto.com/specs/did#did-documents */
const didDocument = z.object({
  service: z.array(
    z.object({ id: z.string(), serviceEndpoint: z.unknown() }).transform(({ id, serviceEndpoint }) => ({
      isServer: id.endsWith('#atproto_pds'),
      at: String(serviceEndpoint),
    })),
  ),
});

async function serverOf(did: string, { deadlineMs, directory }: Places): Promise<string | undefined> {
  const [, host] = /^did:web:([a-z0-9.-]+)$/u.exec(did) ?? [];
  const address = host ? `https://${host}/.well-known/did.json` : `${directory}/${did}`;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(deadlineMs) });
    const { service } = didDocument.parse(await response.json());
    const { origin } = new URL(service.find(({ isServer }) => isServer)?.at ?? '');
    return isOfBskySocial.test(origin) ? 'https://bsky.social' : origin;
  } catch {
    // Whoever sets the desk up is asked.
    return undefined;
  }
}

/** Bluesky's own servers share one place to sign in. */
const isOfBskySocial = /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*\.host\.bsky\.network$/u;
