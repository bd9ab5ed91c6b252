import type { Queue } from 'bullmq';
import { createSides } from '../../src/app/desk-ports.js';
import { secretNames } from '../../src/config/account.js';
import { loadDeskFile } from '../../src/config/desk-file.js';
import { readEnv } from '../../src/config/env.js';
import type { Card } from '../../src/core/card/card.js';
import { cardKey, isFormerKey, type Message, staleMessage } from '../../src/core/card/message.js';
import { timings as defaultTimings, type Timings } from '../../src/core/due/timings.js';
import { cardId, panelId } from '../../src/core/ids.js';
import { isPurged } from '../../src/core/keeping/purged-card.js';
import { withDeskNow } from '../../src/flows/desk-now.js';
import { sharedContent } from '../../src/flows/show/panel.js';
import { contextOf } from '../../src/flows/show/show.js';
import { createLog } from '../../src/log.js';
import type { Ports } from '../../src/ports.js';
import { createQueue, pendingJobs } from '../../src/queue/queue.js';
import { createBoard } from '../../src/slack/board/board.js';
import { backgroundClient } from '../../src/slack/connect/client.js';
import { cardMessage } from '../../src/slack/messages/card-message.js';
import { panelMessage } from '../../src/slack/messages/panel-message.js';
import { purgedLine, purgedMessage } from '../../src/slack/messages/purged-card.js';
import { threadLine } from '../../src/slack/messages/thread-line.js';
import { deskKeys, personKeys } from '../../src/store/keys.js';
import { deploymentKeys } from '../../src/store/presses.js';
import { connectQueue, type Store } from '../../src/store/redis.js';
import { polls, timeField } from '../../src/store/x-records.js';
import { connect, keysOf as keysMatching } from '../store/connect.js';
import { untruths } from '../truth/truth.js';
import type { Line } from './history.js';
import { recordsOf } from './records.js';
import { messageWords } from './screen.js';
import type { Witnesses } from './stage.js';

export interface Look {
  /** What the desks still have to do now; undefined while Redis does not answer. */
  due(): Promise<readonly string[] | undefined>;
  /** Whether every desk has read X for the first time. */
  begun(): Promise<boolean>;
  /** How far each desk has read X, by poll. */
  marks(): Promise<readonly { readonly desk: string; readonly poll: string; readonly id: string }[]>;
  /** The content of the store, the texts that Slack should show for it, and what Slack shows that is not so. */
  lines(): Promise<Line[]>;
  /** From now on the clock stands still: the desks ended, and show nothing new. */
  stopClock(): void;
  close(): Promise<void>;
}

/** Reads the desks' store by the desk's own ports, without a running desk. `given` are the timings of the desks. */
export async function lookIntoStore(stage: Witnesses, given: Partial<Timings> = {}): Promise<Look> {
  const timings: Timings = { ...defaultTimings, ...given };
  let stoppedAt: number | undefined;
  let lookedAt: number | undefined;
  const { desks } = await loadDeskFile(stage.deskFile);
  const environment = { ...stage.env, REDIS_URL: stage.redisUrl };
  const env = readEnv(environment, secretNames(desks, 'x'), secretNames(desks, 'bluesky'));
  const clock = { now: () => stoppedAt ?? stage.sandbox.clock.now(), monotonic: () => performance.now() };
  const log = createLog('silent');
  const redis = connect(stage.redisUrl);
  const client = backgroundClient(env.slack, timings.slackCallMs, log);
  const shared = {
    env,
    store: redis,
    clock,
    timings,
    log,
    isKnownIncident: () => false,
    ending: new AbortController().signal,
  };
  const mains = desks.map((desk) =>
    createSides(desk, shared, (side) => createBoard(client, () => side, clock)),
  );
  const ports = mains.flatMap((own) => (own.inPrivate ? [own, own.inPrivate] : [own]));
  const queueConnection = connectQueue(stage.redisUrl, log);
  const queue = createQueue(queueConnection, stage.prefix, log);

  const ofPersons = patternsOf(personKeys(stage.prefix, '*'));
  const isOfPerson = (key: string) => ofPersons.some((pattern) => pattern.test(key));
  const keysOf = (id: string) => deskKeys(stage.prefix, id);
  const keysOfSide = ({ desk }: Ports) =>
    desk.inPrivate ? deskKeys(stage.prefix, desk.inPrivate.of, 'private') : keysOf(desk.id);
  const entries = async (): Promise<string[]> => {
    const all = ports.map(async (own) => {
      const list = await redis.zrange(keysOfSide(own).due, '0', '-1', 'WITHSCORES');
      const left = stillDue(list, clock.now());
      const areLater = await Promise.all(left.map((entry) => isForLater(own, entry)));
      const isSoon = (entry: string) => Number(list[list.indexOf(entry) + 1]) < clock.now() + longAgoMs;
      return left.filter((entry, at) => !areLater[at] || isSoon(entry));
    });
    return (await Promise.all(all)).flat();
  };

  return {
    async due() {
      lookedAt = clock.now();
      const [due, jobs] = await Promise.all([entries(), otherJobs(queue)]).catch(() => []);
      return due && [...due, ...(jobs ?? [])];
    },
    async begun() {
      const all = ports.map((own) => {
        const { watermarks } = keysOfSide(own);
        return redis.hmget(watermarks, 'begun-at', ...(own.desk.inPrivate ? [] : ['followers']));
      });
      return (await Promise.all(all)).every((found) => found.every((one) => one !== null));
    },
    async marks() {
      const all = stage.desks.map(async ({ id: desk }) => {
        const found = await redis.hmget(keysOf(desk).watermarks, ...polls.map(timeField)).catch(() => []);
        return polls.flatMap((poll, n) => (found[n] ? [{ desk, poll, id: found[n] }] : []));
      });
      return (await Promise.all(all)).flat();
    },
    async lines() {
      const at = clock.now();
      const all = await keysIn(redis, `{${stage.prefix}`);
      const known = [
        ...ports.flatMap((own) => patternsOf(keysOfSide(own))),
        ...patternsOf(deploymentKeys(stage.prefix)),
      ];
      const lasting = await lastingOf(redis, all.filter(isOfPerson));
      const polling = (await pendingJobs(queue)) > 0;
      const isKnown = (key: string) => known.some((pattern) => pattern.test(key)) || isQueues(key, polling);
      // What counts for a person ends by itself.
      const strange = all.filter((key) => (isOfPerson(key) ? lasting.has(key) : !isKnown(key)));
      const lines: Line[] = [
        {
          line: 'left',
          at,
          due: await entries(),
          jobs: (await otherJobs(queue)).length,
          keys: all.length,
          strange,
        },
      ];
      for (const own of ports) {
        const desk = await withDeskNow(own);
        const keys = keysOfSide(own);
        for (const key of all) {
          const [card, panel] = [keys.card(''), keys.panel('')];
          if (key.startsWith(card)) lines.push(...(await storedCard(desk, key.slice(card.length), at)));
          if (key.startsWith(panel)) lines.push(...(await storedPanel(desk, key.slice(panel.length), at)));
        }
      }
      for (const one of await untruths(ports, stage.sandbox.slack.snapshot())) {
        lines.push({ line: 'untrue', at, ...one, records: await recordsOf(ports, one) });
      }
      return lines;
    },
    stopClock() {
      // What became due since nothing was is nobody's fault: the desk is ending.
      stoppedAt = lookedAt ?? clock.now();
    },
    async close() {
      await queue.close();
      queueConnection.disconnect();
      redis.disconnect();
    },
  };
}

const keysIn = async (redis: Store, begin: string): Promise<string[]> =>
  (await keysMatching(redis, `${begin}*`)).sort();

/** Those of these keys that no time ends. */
async function lastingOf(redis: Store, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const lasting = await Promise.all(keys.map(async (key) => ((await redis.pttl(key)) === -1 ? [key] : [])));
  return new Set(lasting.flat());
}

/** The keys of these kinds. */
function patternsOf(keys: Readonly<Record<string, string | ((id: string) => string)>>): RegExp[] {
  return Object.values(keys).map((name) => {
    const text = typeof name === 'string' ? name : name('*');
    return new RegExp(`^${text.replace(/[{}:]/g, '\\$&').replaceAll('*', '.+')}$`);
  });
}

/** What Slack or X must still get at any time, and what should have happened long ago. */
function stillDue(list: readonly string[], now: number): string[] {
  return list.filter((entry, at) => {
    if (at % 2 === 1) return false;
    const dueAt = Number(list[at + 1]);
    if (/^(?:show|panel|after|views|send|settle|recover|adopt):/.test(entry)) return true;
    return /^home:/.test(entry) ? dueAt <= now : dueAt < now - longAgoMs;
  });
}

/** Whether only a text that changes with the time is shown anew, at a deadline or at midnight, or a reminder waits for its hour. */
async function isForLater({ cards, panels }: Ports, entry: string): Promise<boolean> {
  const [, job, id = ''] = /^(show|panel):(.*)$/.exec(entry) ?? [];
  if (job === 'show') {
    const card = await cards.get(cardId(id));
    return card !== undefined && staleMessage(card)?.refresh === true;
  }
  const panel = job === 'panel' ? await panels.get(panelId(id)) : undefined;
  if (panel?.kind === 'reminder' && panel.message?.ts === undefined) return true;
  return panel?.message !== undefined && panel.message.shown >= panel.version;
}

/** All due work is taken much sooner (desk ms). */
const longAgoMs = 120_000;

/** The next reads of X are always due. */
async function otherJobs(queue: Queue): Promise<string[]> {
  const jobs = await queue.getJobs(['active', 'waiting', 'delayed', 'prioritized']);
  return jobs.flatMap((job) => (!job || job.name === 'poll' ? [] : [`a job to ${job.name}`]));
}

/** Whether BullMQ keeps a key without any job or, while it has the job of a poll, for that job. */
const isQueues = (key: string, polling: boolean): boolean =>
  /:desk-jobs:(?:meta|id|events|marker|stalled-check|stalled|wait|active|pc|de:[^/]+\/poll\/.+)$/.test(key) ||
  (polling && /:desk-jobs:(?:\d+|de:)/.test(key));

async function storedCard(ports: Ports, id: string, at: number): Promise<Line[]> {
  const card = await ports.cards.get(cardId(id));
  if (!card) return [];
  const { desk } = ports;
  const { reply } = card;
  const { context } = await contextOf(ports, card);
  const read = context && !isPurged(card) && messageWords(cardMessage(card, desk, at, undefined, context));
  const messages = Object.entries(card.messages).map(([key, message]) => [
    key,
    {
      ...(message.ts ? { ts: message.ts } : {}),
      words: wordsFor(ports, card, key, message, at),
      ...(key === cardKey && read && { read }),
    },
  ]);
  return [
    {
      line: 'stored',
      at,
      desk: desk.id,
      card: id,
      state: card.state,
      changedAt: card.changedAt,
      flagged: card.flag !== undefined,
      ...(card.holder ? { holder: card.holder.id } : {}),
      ...(card.draft ? { draft: card.draft.text } : {}),
      ...(card.panel ? { panel: card.panel } : {}),
      acts: card.acts.map((act) => ({ id: act.id, gone: act.gone === true })),
      ...(reply
        ? {
            reply: {
              text: reply.text,
              approvedAt: reply.approvedAt,
              ...(reply.unsureSince === undefined ? {} : { unsureSince: reply.unsureSince }),
              notSeen: reply.notSeen === true,
            },
          }
        : {}),
      history: card.history.map(({ at: when, action, by }) => ({ at: when, action, ...(by ? { by } : {}) })),
      messages: Object.fromEntries(messages),
    },
  ];
}

/** A message that only links to a card's new place has no text of the card. */
function wordsFor({ desk }: Ports, card: Card, key: string, message: Message, at: number): string {
  if (isFormerKey(key) || message.quiet) return '';
  if (isPurged(card))
    return messageWords(key === cardKey ? purgedMessage(card, desk) : purgedLine(card, desk));
  return messageWords(
    key === cardKey ? cardMessage(card, desk, at) : threadLine(card, key, desk, at, message.to),
  );
}

async function storedPanel({ cards, desk, panels }: Ports, id: string, at: number): Promise<Line[]> {
  const panel = await panels.get(panelId(id));
  if (!panel) return [];
  const { ts } = panel.message ?? {};
  // A message to one person is about one time, and is not kept up to date.
  const words = panel.to ? '' : messageWords(panelMessage(await sharedContent(cards, panel), desk, at));
  return [{ line: 'panel', at, desk: desk.id, panel: id, message: { ...(ts ? { ts } : {}), words } }];
}
