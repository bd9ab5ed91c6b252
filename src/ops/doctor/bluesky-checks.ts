import type { Desk } from '../../core/desk/desk.js';
import type { Check } from '../../core/doctor/check.js';
import { Busy, isRemoteFault, KeysRefused, Rejected, undefinedIf } from '../../errors.js';
import type { Heard, Network } from '../../ports/network.js';
import { ask, awayCheck, clockCheck, limitChecks, pinnedCheck, reason, type Us } from './account-checks.js';
import { note, ok, wrong } from './probe.js';

interface DeskThere extends Pick<Desk, 'id' | 'network' | 'rota'> {
  readonly account: { readonly handle: string; readonly secrets: string };
}

interface Patient {
  readonly desk: DeskThere;
  /** The network as the account of a handle, or of the network's own id of an account. It signs in anew. */
  readonly networkAs: (account: string) => Pick<Network, 'me' | 'person'>;
  /** The network's own id of the account that the desk signed in as before, where it did. */
  readonly knownAccount: () => Promise<string | undefined>;
  /** Whether what signed us in is the account's own password, which may do everything. */
  readonly isOwnPassword: () => boolean;
  /** What the network said besides its last answer; undefined when it gave none. */
  readonly heard: () => Heard | undefined;
  /** Where the network is, for whoever has to let this machine reach it. */
  readonly address: string;
}

const howToMake = 'on Bluesky, Settings, Privacy and security, App passwords';
const variableOf = ({ account }: DeskThere): string => `BLUESKY_${account.secrets}_APP_PASSWORD`;

/** Signs in, and looks at the account: whose it is, what it says of itself, and what the answers say besides. Costs nothing. */
export async function blueskyChecks(patient: Patient): Promise<readonly Check[]> {
  const { desk, isOwnPassword } = patient;
  const { asked, network } = await askAsEither(patient);
  if ('fault' in asked) {
    if (asked.fault instanceof Busy) return limitChecks(desk, asked, undefined);
    return [faultCheck(patient, asked.fault)];
  }
  const { us } = asked;
  const profile = await network.person(us.handle).catch(undefinedIf(isRemoteFault));
  const heard = patient.heard();
  return [
    accountCheck(desk, us),
    ...(isOwnPassword() ? [passwordCheck(desk)] : []),
    ...limitChecks(desk, asked, heard),
    ...(heard ? [clockCheck(desk, heard, 'and posts carry its time')] : []),
    ...(profile?.automated ? [botCheck(us)] : []),
    pinnedCheck(desk, us),
  ];
}

/** A handle that was changed signs nobody in: then the account is asked for by its id, which stays. */
async function askAsEither({ desk, knownAccount, networkAs }: Patient) {
  const network = networkAs(desk.account.handle);
  const asked = await ask(network);
  if ('us' in asked || !(asked.fault instanceof KeysRefused)) return { asked, network };
  const known = await knownAccount();
  if (known === undefined) return { asked, network };
  const byId = networkAs(known);
  const again = await ask(byId);
  return 'us' in again ? { asked: again, network: byId } : { asked, network };
}

function accountCheck(desk: DeskThere, { handle }: Us): Check {
  const id = 'bluesky.account';
  const { account } = desk;
  if (handle.toLowerCase() === account.handle.toLowerCase())
    return ok(id, `Bluesky: the app password is @${handle}'s.`);
  if (handle === 'handle.invalid') {
    const fix = 'On Bluesky, Settings, Account, Handle says what the domain must have for it.';
    return wrong(id, `Bluesky can't confirm the handle @${account.handle} any more.`, fix);
  }
  const fix = `Set desks.${desk.id}.bluesky.handle to ${handle} in desk.yaml, or ${variableOf(desk)} to an app password of @${account.handle}.`;
  return wrong(id, `Bluesky signs us in as @${handle}, but desk.yaml says @${account.handle}.`, fix);
}

function faultCheck({ address, desk }: Patient, fault: Error): Check {
  const id = 'bluesky.account';
  const { handle } = desk.account;
  if (fault instanceof KeysRefused && /taken? ?down|suspend|deactivat/iu.test(fault.detail)) {
    const fix = `Sign in to Bluesky as @${handle}: it says there what to do.`;
    return wrong(id, `Bluesky has closed the account of @${handle} (${reason(fault)}).`, fix);
  }
  if (fault instanceof KeysRefused) {
    const fix = `Signed in as @${handle}, make an app password (${howToMake}) and set ${variableOf(desk)} to it; or correct desks.${desk.id}.bluesky.handle in desk.yaml.`;
    return wrong(id, `Bluesky doesn't take ${variableOf(desk)} for @${handle} (${reason(fault)}).`, fix);
  }
  if (fault instanceof Rejected) {
    const fix = `See whether ${address} is the server of the account (desks.${desk.id}.bluesky.service).`;
    return wrong(id, `Bluesky refuses to say whose account it is (${reason(fault)}).`, fix);
  }
  return awayCheck(id, 'Bluesky', address, fault);
}

const passwordCheck = (desk: DeskThere): Check =>
  note(
    'bluesky.password',
    `${variableOf(desk)} is the account's own password, which may also change or delete the account.`,
    `Make an app password (${howToMake}) and set it in its place.`,
  );

/** Programs that post by themselves say so; here a person writes each word. https://docs.bsky.app/docs/starter-templates/bots */
const botCheck = ({ handle }: Us): Check =>
  note(
    'bluesky.bot',
    `@${handle} says of itself on Bluesky that a program writes there.`,
    'Take that label away, unless another program posts there: people write each answer of the desk.',
  );
