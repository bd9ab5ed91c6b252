import { type LookupAddress, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, fetch, type Response } from 'undici';
import { textOf } from './bytes.js';
import { isPrivateAddress } from './private-addresses.js';
import { Unreadable } from './unreadable.js';

interface DownloadLimits {
  /** Of all of it: the connection, redirects and the last byte. */
  readonly deadlineMs: number;
  /** Whether the calendar may stand on this machine or its own network. */
  readonly mayBePrivate: boolean;
}

const MOST_REDIRECTS = 5;

/**
 * The text of a calendar at an address (http or https), unpacked. Throws Unreadable when it can't be had, is late or too
 * large, or leads to where it may not.
 */
export async function downloadCalendar(address: string, limits: DownloadLimits): Promise<string> {
  const agent = new Agent({ connect: limits.mayBePrivate ? {} : connectOutside });
  const signal = AbortSignal.timeout(limits.deadlineMs);
  try {
    return await textAt(address, agent, signal);
  } catch (fault) {
    if (fault instanceof Unreadable) throw fault;
    // What happened to a connection is the cause of what fetch says.
    if (fault instanceof Error && fault.cause instanceof Unreadable) throw fault.cause;
    throw new Unreadable(signal.aborted ? 'it does not answer in time' : "it can't be reached");
  } finally {
    await agent.destroy();
  }
}

async function textAt(address: string, dispatcher: Agent, signal: AbortSignal): Promise<string> {
  let url = new URL(address);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await fetch(url.href, { redirect: 'manual', dispatcher, signal });
    const next = redirectOf(response, url);
    if (!next) {
      if (!response.ok) throw new Unreadable(`it answers ${response.status}`);
      return response.body ? await textOf(response.body) : '';
    }
    url = next;
  }
  throw new Unreadable('it leads in a circle');
}

/** Where a response leads to, on the same host; undefined when it leads nowhere else. Throws Unreadable. */
function redirectOf({ status, headers }: Response, from: URL): URL | undefined {
  const location = headers.get('location');
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return undefined;
  if (!URL.canParse(location, from.href)) throw new Unreadable('it leads to an address that is none');
  const next = new URL(location, from.href);
  // The host of https://a.example is that of http://a.example; another port is another host.
  if (next.host !== from.host) {
    throw new Unreadable(
      `it leads to another host, ${next.host} (if that is right, put its address in rota.ics)`,
    );
  }
  // The secret in an address stays encrypted.
  if (next.protocol !== 'https:' && next.protocol !== from.protocol) {
    throw new Unreadable('it leads to an address that is not encrypted');
  }
  return next;
}

const refused = () =>
  new Unreadable('its address is on this network (set rota.privateAddress: true if the calendar is yours)');

/** Looks a name up once, and the connection is made to what was found: a second answer of the DNS can't change it. */
const lookupOutside: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const [first] = found ?? [];
    if (error || !first) return callback(error ?? new Error(`No address for ${hostname}.`), []);
    if (found.some(({ address }) => isPrivateAddress(address))) return callback(refused(), []);
    if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};

const connect = buildConnector({ lookup: lookupOutside });

/** Connects to addresses in the internet alone. Nothing is looked up where the host is an address already. */
const connectOutside: buildConnector.connector = (options, callback) => {
  const host = options.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && isPrivateAddress(host)) callback(refused(), null);
  else connect(options, callback);
};
