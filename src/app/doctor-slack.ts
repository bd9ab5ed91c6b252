import type { DeskConfig } from '../config/desk-file.js';
import type { Env } from '../config/env.js';
import type { Desk } from '../core/desk/desk.js';
import { type Colleague, isColleague, staffOf } from '../core/desk/desk-now.js';
import { entryOf } from '../core/desk/practice-id.js';
import { secondMs } from '../core/durations.js';
import type { SlackUserId } from '../core/ids.js';
import { privateSideOf } from '../core/private/private-desk.js';
import { isRemoteFault, undefinedIf } from '../errors.js';
import { peopleFindings } from '../flows/team/outlook.js';
import type { Logger } from '../log.js';
import { type Probe, unknown } from '../ops/doctor/probe.js';
import { cardChecks } from '../ops/doctor/slack-card.js';
import { channelChecks, type NamedChannel, privateChannelChecks } from '../ops/doctor/slack-channel.js';
import { peopleChecks } from '../ops/doctor/slack-people.js';
import { scopeChecks } from '../ops/doctor/slack-scopes.js';
import { appTokenChecks, botTokenChecks } from '../ops/doctor/slack-tokens.js';
import { backgroundClient } from '../slack/connect/client.js';
import { channelFacts, idsInChannel, personFacts } from '../slack/inspect/channel.js';
import { appIn, appOf, installationOf } from '../slack/inspect/installation.js';
import { askForSocket } from '../slack/inspect/socket-address.js';
import { postTestCard } from '../slack/inspect/test-card.js';
import { testMessage } from '../slack/inspect/test-message.js';

export type SlackLook = ReturnType<typeof lookAtSlack>;

/** Somebody waits at a terminal: Slack usually answers within a second (ms). */
const answersWithinMs = 8 * secondMs;
const realSlack = 'https://slack.com';

/** What `doctor` asks Slack, each thing once. */
export function lookAtSlack(env: Env, desks: readonly DeskConfig[], log: Logger) {
  const bot = backgroundClient(env.slack, answersWithinMs, log);
  const asApp = backgroundClient({ ...env.slack, botToken: env.slack.appToken }, answersWithinMs, log);
  const installed = once(() => installationOf(bot));
  const isIn = () =>
    installed().then(
      () => true,
      () => false,
    );
  const socket = once(() => askForSocket(asApp));
  const appOfToken = appIn(env.slack.appToken);
  /** By the bot's profile alone, to hold the app token against; undefined where Slack does not say it. */
  const appOfBot = once(async () =>
    appOf(bot, (await installed()).botUserId).catch(undefinedIf(isRemoteFault)),
  );
  const app = async () => (await appOfBot()) ?? appOfToken;
  const person = onceEach((id: SlackUserId) => personFacts(bot, id));
  const appName = async () => {
    const itself = await person((await installed()).botUserId).catch(undefinedIf(isRemoteFault));
    return itself?.name ?? 'Greeting Desk';
  };
  const facts = onceEach((channel: string) => channelFacts(bot, channel));
  const idsIn = onceEach((channel: string) => idsInChannel(bot, channel));
  const peopleIn = onceEach(async (channel: string) => {
    const people = new Map<SlackUserId, Colleague | undefined>();
    for (const id of await idsIn(channel)) people.set(id, await person(id));
    return people;
  });

  /** Without a bot token that works, the one check about it says all. */
  const ifIn = (probe: Probe): Probe => ({
    ...probe,
    run: async (talk) => ((await isIn()) ? probe.run(talk) : []),
  });

  /** Whether a channel can be worked in, tried out. `as` is what the ids of its checks begin with. */
  function channelProbes(desk: Desk, place: string, as: string): readonly Probe[] {
    const { channel } = desk;
    const checked = async () => {
      const found = await facts(channel);
      const isIn = found?.isMember && !found.isArchived;
      // Only whoever has to invite the app needs its name.
      const named: NamedChannel = { channel, place, appName: isIn ? '' : await appName() };
      return channelChecks(`${as}channel`, named, found);
    };
    const card = `${as}card`;
    const messages = {
      posted: testMessage(desk, 'test.posted'),
      edited: testMessage(desk, 'test.edited'),
    };
    return [
      { id: `${as}channel`, what: `The channel ${channel}`, run: checked },
      {
        id: card,
        what: `A test message in ${channel}`,
        undoes: true,
        run: async () => {
          // Where the channel can't be looked at, trying it says more.
          const seen = await checked().catch(undefinedIf(isRemoteFault));
          if (seen?.some(({ mark }) => mark !== 'ok'))
            return [unknown(card, 'No test message was posted: see the channel.')];
          return cardChecks(card, await nameOf(channel), () => postTestCard(bot, channel, messages));
        },
      },
    ];
  }

  /** "#x-desk", or the id where Slack does not say the name. */
  async function nameOf(channel: string): Promise<string> {
    const found = await facts(channel).catch(undefinedIf(isRemoteFault));
    return found ? `#${found.name}` : channel;
  }

  function privateProbes(side: Desk, place: string): readonly Probe[] {
    const id = 'slack.private.guests';
    return [
      ...channelProbes(side, place, 'slack.private.'),
      {
        id,
        what: 'The channel for private messages',
        run: async () => {
          const found = await facts(side.channel);
          if (!found?.isMember) return [];
          // Of whom Slack says nothing, nothing is known.
          const guests = [...(await peopleIn(side.channel))].filter(
            ([, one]) => !one || (one.guest && !one.deactivated),
          );
          const names = guests.map(([user, one]) => one?.name ?? user);
          return privateChannelChecks(id, found, { guests: names, place });
        },
      },
    ];
  }

  return {
    bot,
    nameOf,
    /** Slack gives the app token an address at which presses arrive. */
    takesPresses: async () => {
      const ofBot = await appOfBot();
      const isOneApp = !ofBot || !appOfToken || ofBot === appOfToken;
      return isOneApp && (await socket().catch(undefinedIf(isRemoteFault))) === 'works';
    },
    /** The id of the app, where Slack says it. */
    app,
    /** What all desks share. */
    installation: [
      {
        id: 'slack.bot-token',
        what: 'The bot token',
        run: () => botTokenChecks(installed, { app: appOfToken, address: env.slack.apiUrl ?? realSlack }),
      },
      ifIn({
        id: 'slack.app-token',
        what: 'The app token',
        run: async () => {
          const apps = { tokenOf: appOfToken, installed: await appOfBot() };
          return appTokenChecks(await socket(), apps);
        },
      }),
      ifIn({
        id: 'slack.scopes',
        what: 'The scopes',
        run: async () => {
          const hasCalendar = desks.some(({ feed }) => feed !== undefined);
          return scopeChecks((await installed()).scopes, { app: await app(), hasCalendar });
        },
      }),
    ],
    isIn,
    ifIn,

    /** One desk: its channel, its people and its private channel; and the desk with the staff that Slack knows. */
    desk(desk: DeskConfig) {
      const { channel } = desk;
      const place = `desks.${entryOf(desk)}`;
      const members = async () =>
        [...(await peopleIn(channel)).values()].flatMap((one) => (one && isColleague(one) ? one : []));
      const board = {
        members: async () => {
          // Where only its name is not known, the people are.
          const found = await facts(channel).catch(undefinedIf(isRemoteFault));
          return { channel: found ?? { name: channel }, ids: await idsIn(channel) };
        },
        colleague: person,
      };
      /** Slack shows the app the channel, or does not say. */
      const isThere = async () => {
        const seen = await facts(channel).then((found) => ({ found }), undefinedIf(isRemoteFault));
        return !seen || seen.found !== undefined;
      };
      const people: Probe = {
        id: 'slack.people',
        what: 'The people',
        run: async () => {
          if (!(await isThere()))
            return [unknown('slack.people', 'Who may answer is not known: see the channel.')];
          const names = desk.membership === 'list' ? [] : (await members()).map(({ name }) => name);
          return peopleChecks(desk, place, await peopleFindings({ board, desk }), names);
        },
      };
      const side = privateSideOf(desk);
      return {
        probes: [
          ...channelProbes(desk, `${place}.channel`, 'slack.'),
          people,
          ...(side ? privateProbes(side, `${place}.x.privateMessages.channel`) : []),
        ].map(ifIn),
        /** Undefined where Slack does not say who the staff are; its own checks say why. */
        deskWithStaff: async (): Promise<Desk | undefined> => {
          if (desk.membership === 'list') return desk;
          if (!(await isIn())) return undefined;
          const staff = await members().catch(undefinedIf(isRemoteFault));
          return staff && { ...desk, rota: { ...desk.rota, staff: staffOf(desk, staff) } };
        },
      };
    },
  };
}

/** Asks when it is first needed, and then no more. */
function once<T>(askFor: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= askFor();
    return asked;
  };
}

/** The same for each of several. */
function onceEach<Key, T>(askFor: (key: Key) => Promise<T>): (key: Key) => Promise<T> {
  const asked = new Map<Key, Promise<T>>();
  return (key) => {
    const known = asked.get(key) ?? askFor(key);
    asked.set(key, known);
    return known;
  };
}
