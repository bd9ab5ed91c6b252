import { createRotaFeed } from '../config/calendar/rota-feed.js';
import type { DeskConfig } from '../config/desk-file.js';
import type { Env } from '../config/env.js';
import type { Logger } from '../log.js';
import { note, type Probe, type Section, unknown } from '../ops/doctor/probe.js';
import { rotaChecks } from '../ops/doctor/rota-checks.js';
import { pressId, pressNotTried } from '../ops/doctor/slack-press.js';
import { blueskyProbes } from './doctor-bluesky.js';
import { tryPresses } from './doctor-press.js';
import { lookAtSlack, type SlackLook } from './doctor-slack.js';
import { storeProbes } from './doctor-store.js';
import { networkProbes } from './doctor-x.js';

export interface Examined {
  readonly env: Env;
  readonly desks: readonly DeskConfig[];
}

export interface Examining {
  readonly log: Logger;
  /** Whoever runs it has Slack at hand and presses what they are asked to, within so long (ms); nobody is asked unless told. */
  readonly pressWithinMs?: number;
  /** One post may be written on each account and deleted, when whoever runs it agrees; by default none. */
  readonly sends?: boolean;
}

/** All that `doctor` looks at, in the order in which it is shown; nothing is asked before a probe runs. X bills one look at each account. */
export function sectionsOf(examined: Examined, examining: Examining): readonly Section[] {
  const { env, desks } = examined;
  const { log, sends = false } = examining;
  const slack = lookAtSlack(env, desks, log);
  return [
    { title: 'Slack', probes: [...slack.installation, pressProbe(examined, examining, slack)] },
    { title: 'Redis', probes: storeProbes({ env, log }, desks) },
    ...desks.map((desk) => {
      const { probes, deskWithStaff } = slack.desk(desk);
      const feed = desk.feed && createRotaFeed(desk.feed);
      const rota: Probe = {
        id: 'rota',
        what: 'The rota',
        run: async () => {
          const staffed = await deskWithStaff();
          return staffed
            ? rotaChecks(staffed, feed, Date.now())
            : [unknown('rota', 'The rota is not known without the people in the channel: see Slack.')];
        },
      };
      const title = `${desk.id}: @${desk.account.handle}`;
      return {
        desk: desk.id,
        title,
        probes: [...probes, rota, ...accountProbes({ env, log, sends }, desk)],
      };
    }),
  ];
}

/** The account of a desk. One that practises has a network of its own, which is there only while the desk runs. */
export function accountProbes(
  given: Parameters<typeof networkProbes>[0] & Parameters<typeof blueskyProbes>[0],
  desk: DeskConfig,
): readonly Probe[] {
  const { account, network } = desk;
  if (!account.practice) return (network.id === 'x' ? networkProbes : blueskyProbes)(given, desk);
  const id = `${network.id}.practice`;
  const found = `People practise here, on the desk's own ${network.name}, which \`greeting-desk run\` brings: nothing of it was looked at.`;
  return [{ id, what: network.name, run: async () => [note(id, found)] }];
}

/** Whether what people do in Slack is answered, tried in the channel of the first desk. */
function pressProbe(
  { env, desks: [desk] }: Examined,
  { log, pressWithinMs: withinMs }: Examining,
  slack: SlackLook,
): Probe {
  return slack.ifIn({
    id: pressId,
    what: 'Commands, buttons and the Home tab',
    undoes: true,
    run: async (talk) =>
      desk && withinMs !== undefined
        ? tryPresses({ env, desk, log, slack, withinMs }, talk)
        : [pressNotTried],
  });
}
