import type { Env } from '../config/env.js';
import { timings } from '../core/due/timings.js';
import { parseRedisAddress, redisAddressForms } from '../core/redis-address.js';
import { type Proposal, type ProposedMember, proposedStaff } from '../core/setup/proposed-staff.js';
import { ChannelRefused, KeysRefused } from '../errors.js';
import type { Logger } from '../log.js';
import { neededScopes } from '../ops/doctor/slack-scopes.js';
import type { Heard } from '../ports/network.js';
import { backgroundClient } from '../slack/connect/client.js';
import { candidatesIn } from '../slack/inspect/candidates.js';
import { channelFacts, personFacts } from '../slack/inspect/channel.js';
import { appIn, appOf, installationOf } from '../slack/inspect/installation.js';
import { type JoinedChannel, joinedChannels } from '../slack/inspect/joined-channels.js';
import { askForSocket } from '../slack/inspect/socket-address.js';
import { createRedisState } from '../store/server/redis-state.js';
import { createNetwork } from '../x/client.js';
import { type Answer, answer as answerOr } from './setup-answer.js';
import { type BlueskySetup, createBlueskySetup } from './setup-bluesky.js';

export type { Answer } from './setup-answer.js';

/** Asks Slack, the networks and Redis whether what somebody typed is good. Changes nothing anywhere, and connects to no socket of Slack. */
export interface Setup {
  /** Whose bot token it is. */
  installation(botToken: string): Promise<Answer<FoundApp>>;
  /** Whether presses for an app can arrive by an app-level token. */
  socket(appToken: string, app: FoundApp): Promise<Answer<true>>;
  /** The channels that the app was invited to. */
  channels(botToken: string): Promise<Answer<readonly JoinedChannel[]>>;
  /** A channel by its id; refused where the app can't post. */
  channel(botToken: string, id: string): Promise<Answer<JoinedChannel>>;
  /** Who of a channel may answer and is not `listed` yet, and the time zone that most of its people have. */
  people(botToken: string, channel: string, listed: readonly ProposedMember[]): Promise<Answer<FoundPeople>>;
  /** Whose keys of X they are; refused where X says that they may not write. X bills one look at our own account. */
  account(keys: XKeys): Promise<Answer<{ readonly handle: string }>>;
  readonly bluesky: BlueskySetup;
  /** What the desk can live with in a Redis; refused where it can't work. */
  redis(url: string): Promise<Answer<readonly string[]>>;
}

export interface FoundApp {
  /** The workspace's name. */
  readonly team: string;
  /** What the app is called there. */
  readonly name: string;
  /** The app's id, where Slack says it. */
  readonly id?: string;
}

interface FoundPeople {
  readonly proposed: readonly Proposal[];
  readonly timeZone?: string;
}

/** The four keys of an account of X. */
export type XKeys = Env['x']['secrets'][string];

interface SetupOptions {
  readonly slackApiUrl?: string | undefined;
  readonly xApiUrl?: string | undefined;
  readonly blueskyUrl?: string | undefined;
  readonly redisPrefix: string;
  readonly log: Logger;
}

/** A set-up against Slack, X and Bluesky, or against others at these addresses. */
export function createSetup({ blueskyUrl, slackApiUrl, xApiUrl, redisPrefix, log }: SetupOptions): Setup {
  const clientOf = (token: string) =>
    backgroundClient(
      { botToken: token, ...(slackApiUrl === undefined ? {} : { apiUrl: slackApiUrl }) },
      timings.slackCallMs,
      log,
    );

  return {
    installation: (botToken) =>
      answer(async () => {
        const client = clientOf(botToken);
        const { botUserId, scopes, team } = await installationOf(client);
        const missing = Object.keys(neededScopes).filter((scope) => !scopes.includes(scope));
        if (missing.length > 0) return { refused: lacking(missing) };
        const [bot, id] = [await personFacts(client, botUserId), await appOf(client, botUserId)];
        return { found: { team, name: bot?.name ?? 'Greeting Desk', ...(id === undefined ? {} : { id }) } };
      }),
    socket: (appToken, app) =>
      answer(async () => {
        const other = appIn(appToken);
        if (app.id !== undefined && other !== undefined && other !== app.id) {
          return {
            refused: `This token is of another app (${other}) than the bot token (${app.id}). Take both from one app.`,
          };
        }
        const said = await askForSocket(clientOf(appToken));
        return said === 'works' ? { found: true } : { refused: noSocket[said] };
      }),
    channels: (botToken) => answer(async () => ({ found: await joinedChannels(clientOf(botToken)) })),
    channel: (botToken, id) => answer(() => usableChannel(clientOf(botToken), id)),
    people: (botToken, channel, listed) =>
      answer(async () => {
        const candidates = await candidatesIn(clientOf(botToken), channel);
        const timeZone = mostUsual(candidates.flatMap((one) => one.timeZone ?? []));
        const proposed = proposedStaff(candidates, listed);
        return { found: { proposed, ...(timeZone === undefined ? {} : { timeZone }) } };
      }),
    account: (keys) =>
      answer(async () => {
        let access: Heard['access'];
        const network = createNetwork({
          credentials: keys,
          heard: (said) => {
            access = said.access;
          },
          ...(xApiUrl === undefined ? {} : { origin: xApiUrl }),
          timings,
          now: () => Date.now(),
        });
        const { handle } = await network.me();
        return access === 'read' ? { refused: mayOnlyRead } : { found: { handle } };
      }),
    bluesky: createBlueskySetup(blueskyUrl),
    redis: async (url) => {
      if (!parseRedisAddress(url)) return { refused: `That is no address; allowed: ${redisAddressForms}.` };
      const state = createRedisState(url, redisPrefix);
      try {
        const found = await state.look();
        const serious = found.find((one) => one.serious);
        return serious ? { refused: serious.line } : { found: found.map(({ line }) => line) };
      } finally {
        state.end();
      }
    },
  };
}

async function usableChannel(
  client: ReturnType<typeof backgroundClient>,
  id: string,
): Promise<Answer<JoinedChannel>> {
  const channel = await channelFacts(client, id);
  if (!channel) {
    return {
      refused: `Slack shows the app no channel ${id}. Check the id; in a private channel, invite the app first.`,
    };
  }
  const { isArchived, isMember, isPrivate, name } = channel;
  if (isArchived)
    return { refused: `#${name} is archived. Open it again in Slack, or take another channel.` };
  if (!isMember)
    return { refused: `The app is not in #${name}. Type the /invite there, then press Enter here.` };
  return { found: { id, name, isPrivate: isPrivate === true } };
}

/** What most of a list are; undefined for an empty one. */
function mostUsual(all: readonly string[]): string | undefined {
  const count = (one: string) => all.filter((other) => other === one).length;
  return [...all].sort((a, b) => count(b) - count(a))[0];
}

const answer = <T>(ask: () => Promise<Answer<T>>) => answerOr(ask, refusal);

const lacking = (scopes: readonly string[]): string =>
  `The app lacks ${scopes.join(', ')}. Open App Manifest, paste slack-manifest.yaml as it is, save, and press Reinstall at Install App. Then press Enter here.`;

/** X says so in a header that it does not document; where it says nothing, doctor's --send finds out. */
const mayOnlyRead =
  'These keys may read, but not write. In X: User authentication settings, "Read and write"; then make the access token anew: an old one keeps its rights.';

const newToken =
  'Make one: Basic Information, App-Level Tokens, Generate Token and Scopes, add connections:write.';

type SocketAnswer = Awaited<ReturnType<typeof askForSocket>>;

const noSocket: Readonly<Record<Exclude<SocketAnswer, 'works'>, string>> = {
  'wrong-token': `Slack doesn't know this app-level token. ${newToken}`,
  'no-scope': `This token lacks connections:write, and a token's scopes can't be changed. ${newToken}`,
  'no-socket-mode': 'Socket Mode is off. In the app: Socket Mode, Enable Socket Mode. Then press Enter here.',
};

function refusal(fault: Error): string | undefined {
  if (fault instanceof KeysRefused && fault.side === 'Slack') {
    return "Slack doesn't take this token. Copy it again: OAuth & Permissions, Bot User OAuth Token. If it is gone, install the app anew.";
  }
  if (fault instanceof KeysRefused) {
    return `X doesn't take these keys (${fault.detail.replace(/\.$/u, '')}). Copy all four again; a token that was made before "Read and write" was set has to be made anew.`;
  }
  if (fault instanceof ChannelRefused && fault.code === 'missing_scope') {
    return 'The app lacks a scope. Take slack-manifest.yaml as it is (App Manifest), and install the app anew.';
  }
  return undefined;
}
