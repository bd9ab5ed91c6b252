import { networks } from '../../core/network/networks.js';
import type { ProposedMember } from '../../core/setup/proposed-staff.js';
import { idPattern } from '../schema/schema.js';
import type { WeekHours } from './hours-line.js';
import { inFlow } from './yaml-edit.js';

/** How the account of X is worked with. Practising needs none of the rest. */
export interface XAnswers {
  readonly practice: boolean;
  readonly handle: string;
  /** NAME in X_NAME_APP_KEY. */
  readonly secrets: string;
  readonly plan: 'self-serve' | 'enterprise';
  readonly ownsApp: boolean;
  readonly governmentUse?: 'enterprise' | 'notGovernment' | 'linkOnly';
  readonly monthlyUsd?: number;
}

/** How the account of Bluesky is worked with. Practising needs no app password. */
export interface BlueskyAnswers {
  readonly practice: boolean;
  readonly handle: string;
  /** NAME in BLUESKY_NAME_APP_PASSWORD. */
  readonly secrets: string;
  /** The server that holds it, as an origin. */
  readonly service: string;
}

/** The account of a desk, on its network. */
export type AccountAnswers =
  | { readonly x: XAnswers; readonly bluesky?: undefined }
  | { readonly bluesky: BlueskyAnswers; readonly x?: undefined };

/** The network of an account, as people read it. */
export const networkName = ({ x }: AccountAnswers): string => (x ? networks.x : networks.bluesky).name;

/** Somebody who answers, as the file has them. */
export interface MemberAnswers extends ProposedMember {
  readonly lead: boolean;
  readonly xSignIn: boolean;
}

/** All that a new desk.yaml needs to be told. */
export interface DeskAnswers {
  readonly channel: string;
  readonly account: AccountAnswers;
  readonly timeZone: string;
  readonly openHours: WeekHours;
  readonly staff: readonly MemberAnswers[];
}

/** The server that desk.yaml means where it names none. */
const usualService = 'https://bsky.social';

/** The id of a new desk, which its records in Redis carry for good. */
const usualId = 'central';

/** A desk's id from the name of its channel, as far as one may look so. */
export function deskIdFrom(channelName: string): string {
  const id = channelName
    .toLowerCase()
    .replace(/[^a-z0-9-]+/gu, '-')
    .slice(0, mostOfId)
    .replace(/^-+|-+$/gu, '');
  return idPattern.test(id) ? id : usualId;
}

const mostOfId = 30;

/** A new desk.yaml. `id` is the desk's. */
export function freshDeskText(id: string, answers: DeskAnswers): string {
  const { account, channel, timeZone, openHours, staff } = answers;
  const lead = staff.find((one) => one.lead)?.key ?? '';
  const days = Object.entries(openHours);
  return `# The desk and its people. Secrets do not belong here; they are in .env.
# Every setting with its meaning is in desk.example.yaml. After a change: greeting-desk check

desks:
  ${inFlow(id)}:
    # The channel's id. Its name may change.
    channel: ${channel}

${accountLines(account)}
    # All hours below are in this zone.
    timeZone: ${timeZone}

    # When the library answers. A day may have several spans; a day left out is closed.
    openHours:
${days.map(([day, spans]) => `      ${day}: ${inFlow(spans)}`).join('\n')}

    # Days on which nobody answers.
    # closures:
    #   - { on: 2026-12-25, name: Christmas Day }

    # Who answers. An answer ends with the signature of who wrote it, such as ^AK. The lead has the last word; there may be
    # several. ${account.x ? 'xSignIn: is signed in to X as the library; for practice everybody is. ' : ''}trainee: true has a colleague check.
    staff:
${staff.map((one) => `      ${inFlow(one.key)}: ${inFlow(entryOf(one))}`).join('\n')}

    # Who is on shift. Each post asks these people first. Make a line for each shift, or keep the rota in a calendar.
    shifts:
${shiftsOf(openHours, staff)
  .map((shift) => `      - ${inFlow(shift)}`)
  .join('\n')}

    # Who is asked when nobody is on shift.
    fallback: ${inFlow(lead)}
${account.x?.monthlyUsd === undefined ? '' : budgetOf(account.x.monthlyUsd)}`;
}

const accountLines = ({ bluesky, x }: AccountAnswers): string =>
  x
    ? `    x:
      handle: ${inFlow(x.handle)}
${practiceLines(x.practice, 'an X')}
      # MAIN stands for X_MAIN_APP_KEY and its three siblings in .env.
      secrets: ${x.secrets}
      plan: ${x.plan}
${liveLines(x)}`
    : `    bluesky:
      handle: ${inFlow(bluesky.handle)}
${practiceLines(bluesky.practice, 'a Bluesky')}
      # MAIN stands for BLUESKY_MAIN_APP_PASSWORD in .env.
      secrets: ${bluesky.secrets}
${bluesky.service === usualService ? '' : `      service: ${inFlow(bluesky.service)}\n`}`;

const practiceLines = (practice: boolean, network: string): string =>
  `      # true: ${network} of the desk's own to try it out and to train people. Nothing goes to the real one. \`greeting-desk init\`
      # asks for what the real one needs.
      practice: ${practice}`;

/** What only the real X has to be told. */
const liveLines = ({ governmentUse, ownsApp }: XAnswers): string =>
  `${governmentUse ? `      governmentUse: ${governmentUse}\n` : ''}${ownsApp ? '' : '      ownsApp: false\n'}`;

const budgetOf = (monthlyUsd: number): string => `
    # What X may bill in a month, in dollars. At 80 % the desk looks less often, at 100 % it stops and says so.
    budget: { monthlyUsd: ${monthlyUsd} }
`;

/** A person as the file has them: what is usual is left out. */
export function entryOf({ slackId, name, signature, lead, xSignIn }: MemberAnswers) {
  return {
    slack: slackId,
    name,
    signature,
    ...(lead ? { lead } : {}),
    ...(xSignIn ? { xSignIn } : {}),
  };
}

/** Everybody in all open hours: a line for each run of days with equal hours. */
function shiftsOf(openHours: WeekHours, staff: readonly MemberAnswers[]) {
  const who = staff.map(({ key }) => key);
  const byHours = new Map<string, { days: string[]; at: readonly string[]; who: string[] }>();
  for (const [day, at] of Object.entries(openHours)) {
    const known = byHours.get(at.join(' '));
    if (known) known.days.push(day);
    else byHours.set(at.join(' '), { days: [day], at, who });
  }
  return [...byHours.values()];
}
