import type { Check } from '../../core/doctor/check.js';
import { priceText } from '../../core/money/bill.js';
import { Busy, KeysRefused, Rejected } from '../../errors.js';
import type { Heard, Network } from '../../ports/network.js';
import {
  type Asked,
  ask,
  awayCheck,
  clockCheck,
  limitChecks,
  pinnedCheck,
  reason,
  type Us,
} from './account-checks.js';
import { ok, unknown, wrong } from './probe.js';
import { type DeskOnNetwork, howToPermit } from './x-desk.js';

interface Patient {
  readonly desk: DeskOnNetwork;
  readonly network: Pick<Network, 'me'>;
  /** What the network said besides its last answer; undefined when it gave none. */
  readonly heard: () => Heard | undefined;
  /** Where the network is, for whoever has to let this machine reach it. */
  readonly address: string;
}

/**
 * Looks at the account once, which may have a price, and at what the answer says besides: what the keys may do, which limits
 * are left, what time it is there.
 */
export async function networkChecks(patient: Patient): Promise<readonly Check[]> {
  const { desk } = patient;
  const asked = await ask(patient.network);
  const heard = patient.heard();
  return [
    ...accountChecks(patient, asked),
    // Of a network that does not take the keys, only what it says all the same is known.
    ...(heard && ('us' in asked || heard.access) ? rightChecks(desk, heard) : []),
    ...planChecks(desk, asked),
    ...limitChecks(desk, asked, heard),
    ...(heard ? [clockCheck(desk, heard, 'which refuses calls of another time')] : []),
    ...('us' in asked ? [pinnedCheck(desk, asked.us)] : []),
  ];
}

/** Whose keys they are; nothing where the plan or the limits, which have lines of their own, are why it is not known. */
function accountChecks({ address, desk }: Patient, asked: Asked): readonly Check[] {
  if ('us' in asked) return [ownerCheck(desk, asked.us)];
  if (isAboutMoney(asked.fault) || asked.fault instanceof Busy) return [];
  return [keysCheck({ address, desk }, asked.fault)];
}

function ownerCheck({ network }: DeskOnNetwork, { handle }: Us): Check {
  const price = network.prices?.user;
  const bill = price ? ` ${network.name} bills ${priceText(price)} for this look, once a day.` : '';
  return ok('x.account', `${network.name}: the keys are @${handle}'s.${bill}`);
}

function keysCheck({ address, desk }: Pick<Patient, 'address' | 'desk'>, fault: Error): Check {
  const id = 'x.account';
  const { account, network } = desk;
  const { name } = network;
  const keys = `X_${account.secrets}_APP_KEY, _APP_SECRET, _ACCESS_TOKEN and _ACCESS_SECRET`;
  if (fault instanceof KeysRefused && fault.detail.includes('signs us in')) {
    const fix = `Set ${keys} to those of @${account.handle}, or correct desks.${desk.id}.x.handle in desk.yaml.`;
    return wrong(id, `${fault.detail}.`, fix);
  }
  if (fault instanceof KeysRefused && /suspend/iu.test(fault.detail)) {
    const found = `${name} has suspended the account of the keys X_${account.secrets}_… (${reason(fault)}).`;
    return wrong(id, found, `Sign in to ${name} as @${account.handle}: it says there what to do.`);
  }
  if (fault instanceof KeysRefused) {
    const found = `${name} doesn't take the keys X_${account.secrets}_… (${reason(fault)}).`;
    const fix = `Set ${keys} to those that ${name}'s console gives for the library's account: all four belong together.`;
    return wrong(id, found, fix);
  }
  if (fault instanceof Rejected) {
    const fix = `Look at the app in ${name}'s console: whether it is active, and in a project with a plan.`;
    return wrong(id, `${name} refuses to say whose keys they are (${reason(fault)}).`, fix);
  }
  return awayCheck(id, name, address, fault);
}

/** What the access token may do, where the network says it. */
function rightChecks(desk: DeskOnNetwork, { access }: Heard): readonly Check[] {
  const { account, network, privateMessages } = desk;
  const token = `${network.name}: the access token`;
  return [
    account.linkOnly
      ? ok('x.right', `${token} may read, and this desk never writes there.`)
      : writeCheck(desk, token, access),
    ...(privateMessages ? [privateCheck(desk, token, access)] : []),
  ];
}

function writeCheck(desk: DeskOnNetwork, token: string, access: Heard['access']): Check {
  const id = 'x.right';
  if (access === 'read') return wrong(id, `${token} may only read.`, howToPermit(desk, 'read and write'));
  if (access) return ok(id, `${token} may read and write.`);
  const found = `${desk.network.name} does not say whether the access token may write: not known without --send.`;
  return unknown(id, found, '`greeting-desk doctor --send` writes one post and deletes it.');
}

function privateCheck(desk: DeskOnNetwork, token: string, access: Heard['access']): Check {
  const id = 'x.private';
  if (access === 'private-messages') return ok(id, `${token} may read and write private messages.`);
  if (access) {
    const fix = howToPermit(desk, 'read and write and direct message');
    return wrong(id, `${token} may not read private messages.`, fix);
  }
  const found = `${desk.network.name} does not say whether the access token may read private messages.`;
  return unknown(id, found, 'Its console says it; a desk that may not tells its channel.');
}

/** The network says nothing of its plan; but one without credit answers nothing. */
function planChecks({ account, network: { name } }: DeskOnNetwork, asked: Asked): readonly Check[] {
  const id = 'x.plan';
  if ('us' in asked) {
    const plan = `Its plan it does not say; desk.yaml has ${account.plan}.`;
    return [ok(id, `${name} answers, so there is credit. ${plan}`)];
  }
  if (!isAboutMoney(asked.fault)) return [];
  const found = `${name} answers nothing more for money (${reason(asked.fault)}).`;
  return [wrong(id, found, `In ${name}'s console, buy credits or raise the spend cap.`)];
}

const isAboutMoney = (fault: Error): boolean => fault instanceof Rejected && fault.reason === 'budget';
