import type { Desk } from '../../core/desk/desk.js';
import type { Check } from '../../core/doctor/check.js';
import { localTime } from '../../core/rota/local-time.js';
import { Busy, isRemoteFault, OutcomeUnknown } from '../../errors.js';
import type { Heard, Network } from '../../ports/network.js';
import { note, ok, unknown, wrong } from './probe.js';

type OnNetwork = Pick<Desk, 'network' | 'rota'>;
export type Us = Awaited<ReturnType<Network['me']>>;
export type Asked = { readonly us: Us } | { readonly fault: Error };

/** Times in answers are whole seconds, and an answer takes a while (ms). */
const mostApartMs = 5_000;

/** Who we are there, or why that is not known. */
export async function ask(network: Pick<Network, 'me'>): Promise<Asked> {
  try {
    return { us: await network.me() };
  } catch (fault) {
    if (!isRemoteFault(fault)) throw fault;
    return { fault };
  }
}

/** What was answered, to stand within a sentence. */
export const reason = ({ message }: Error): string => message.replace(/\.$/u, '');

/** A network that gave no answer, or that is not there. */
export const awayCheck = (id: string, name: string, address: string, fault: Error): Check =>
  fault instanceof OutcomeUnknown
    ? wrong(id, `${name} gives no answer.`, `Look again later; this machine must reach ${address}.`)
    : wrong(id, `${name} can't be reached.`, `Let this machine reach ${address}; look again later.`);

/** What is left of the limits of the one call that was made. */
export function limitChecks(
  { network: { id: network, name }, rota }: OnNetwork,
  asked: Asked,
  heard: Heard | undefined,
): readonly Check[] {
  const id = `${network}.limits`;
  const limits = heard?.limits ?? [];
  const usedUp = limits.find(({ left }) => left === 0)?.resetAt;
  const until = 'fault' in asked && asked.fault instanceof Busy ? asked.fault.retryAt : usedUp;
  if (until !== undefined) {
    const fix = `Wait until ${localTime(rota, until)}; see what else uses ${network === 'x' ? 'these keys' : 'this address'}.`;
    return [wrong(id, `${name}: no look at our own account is left for a while.`, fix)];
  }
  if (!heard || 'fault' in asked) return [];
  const left = limits.map(({ left, length, most }) => `${left} of ${most} in ${length}`).join(', ');
  return left === ''
    ? [unknown(id, `${name} does not say which of its limits are left.`)]
    : [ok(id, `${name}: looks at our own account left: ${left}.`)];
}

/** Whether this machine's clock is that of the network; `why` says what another time would come to. */
export function clockCheck(
  { network: { id: network, name } }: OnNetwork,
  { at, networkTime }: Heard,
  why: string,
): Check {
  const id = `${network}.clock`;
  if (networkTime === undefined) return unknown(id, `${name} does not say its time.`);
  const behindMs = networkTime - at;
  if (Math.abs(behindMs) <= mostApartMs) return ok(id, `${name}: this machine's clock is right.`);
  const apart = `${Math.round(Math.abs(behindMs) / 1000)} seconds ${behindMs > 0 ? 'behind' : 'ahead of'}`;
  const found = `This machine's clock is ${apart} that of ${name}, ${why}.`;
  return wrong(id, found, "Set this machine's clock by NTP (timedatectl).");
}

/** Nobody is welcomed by a program; a pinned post greets whoever comes, and nobody has to send it. */
export function pinnedCheck(
  { network: { id: network, name } }: OnNetwork,
  { handle, pinned, pinnedUnknown }: Us,
): Check {
  const id = `${network}.pinned`;
  if (pinned) return ok(id, `${name}: the profile of @${handle} has a pinned post.`);
  const found = pinnedUnknown
    ? `${name} does not tell whether @${handle} has a pinned post.`
    : `@${handle} has no pinned post on ${name}.`;
  const fix = `Pin a welcome, which greets every new follower by itself: on ${name}, the post's ···, Pin to your profile.`;
  return note(id, found, fix);
}
