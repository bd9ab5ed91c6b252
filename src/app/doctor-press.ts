import { setTimeout as delay } from 'node:timers/promises';
import type { DeskConfig } from '../config/desk-file.js';
import type { Env } from '../config/env.js';
import type { Check } from '../core/doctor/check.js';
import { minuteMs } from '../core/durations.js';
import { isRemoteFault, isStorageFault, undefinedIf } from '../errors.js';
import type { Logger } from '../log.js';
import type { Talk } from '../ops/doctor/probe.js';
import { removed } from '../ops/doctor/slack-card.js';
import {
  answeredElsewhere,
  arrivedText,
  notAsked,
  pressChecks,
  pressId,
  pressRequest,
} from '../ops/doctor/slack-press.js';
import { type Presses, type PressKind, pressKinds } from '../ports/presses.js';
import { takePresses } from '../slack/inspect/take-presses.js';
import { postTestCard } from '../slack/inspect/test-card.js';
import { testMessage } from '../slack/inspect/test-message.js';
import { createPresses } from '../store/presses.js';
import type { Store } from '../store/redis.js';
import type { SlackLook } from './doctor-slack.js';
import { overStore } from './doctor-store.js';

/** How often it is looked whether a press arrived (ms). */
const everyMs = 250;

interface Pressing {
  readonly env: Env;
  readonly desk: DeskConfig;
  readonly log: Logger;
  readonly slack: Pick<SlackLook, 'app' | 'bot' | 'nameOf' | 'takesPresses'>;
  readonly withinMs: number;
}

/** Asks whoever runs `doctor` to press, type and look in the channel of a desk, and waits for what arrives. */
export async function tryPresses(pressing: Pressing, talk: Talk): Promise<readonly Check[]> {
  const { env, desk, log, slack } = pressing;
  // Its own line says what is wrong with it.
  if (!(await slack.takesPresses())) return [notAsked('no press would arrive: see the app token.')];
  const work = async (store: Store) => {
    const listening = await listenFor(createPresses(store, env.redisPrefix), { env, desk, log });
    if (!listening) return [answeredElsewhere];
    return askAndWait(pressing, listening, talk).finally(listening.stop);
  };
  try {
    return await overStore({ env, log }, work);
  } catch (fault) {
    if (!isStorageFault(fault)) throw fault;
    return [notAsked('without Redis it is not known whether a desk runs.')];
  }
}

async function askAndWait(
  { desk, slack, withinMs }: Pressing,
  { answeredBy, seen }: Listening,
  talk: Talk,
): Promise<readonly Check[]> {
  const messages = { posted: testMessage(desk, 'test.please'), edited: testMessage(desk, 'test.edited') };
  const where = await slack.nameOf(desk.channel);
  const posted = await postTestCard(slack.bot, desk.channel, messages).catch(undefinedIf(isRemoteFault));
  if (!posted) return [notAsked(`no test message can be posted in ${where}: see the channel below.`)];
  const minutes = withinMs / minuteMs;
  talk.tell(pressRequest(minutes, where));
  const found = await untilAll(seen, withinMs, (kind) => talk.tell(arrivedText(kind)), talk.stopped);
  const left = await removed(pressId, where, posted);
  const checks = talk.stopped?.aborted
    ? []
    : pressChecks(found, { answeredBy, app: await slack.app(), minutes });
  return left ? [...checks, left] : checks;
}

interface Listening {
  readonly answeredBy: 'desk' | 'doctor';
  readonly seen: () => Promise<readonly PressKind[]>;
  readonly stop: () => Promise<void>;
}

/**
 * Through the desk that runs on this store, which a connection of ours would take presses from; where none runs, over a
 * connection of our own. Undefined where a desk answers that stores elsewhere.
 */
async function listenFor(
  presses: Presses,
  { env, desk, log }: Pick<Pressing, 'env' | 'desk' | 'log'>,
): Promise<Listening | undefined> {
  if (!(await presses.isAlive())) {
    const taken = new Set<PressKind>();
    const taking = await takePresses(env.slack, desk, (kind) => taken.add(kind), log);
    return taking && { answeredBy: 'doctor', seen: async () => [...taken], stop: taking.stop };
  }
  const before = await presses.counts();
  const seen = async () => {
    const now = await presses.counts();
    return pressKinds.filter((kind) => now[kind] > before[kind]);
  };
  return { answeredBy: 'desk', seen, stop: async () => {} };
}

/** Waits until each kind was seen, the time is over, or somebody ends `doctor`. `heard` is told of each as it arrives. */
async function untilAll(
  seen: () => Promise<readonly PressKind[]>,
  withinMs: number,
  heard: (kind: PressKind) => void,
  stopped: AbortSignal | undefined,
): Promise<ReadonlySet<PressKind>> {
  const found = new Set<PressKind>();
  const endsAt = performance.now() + withinMs;
  for (;;) {
    for (const kind of await seen()) {
      if (!found.has(kind)) heard(kind);
      found.add(kind);
    }
    if (found.size === pressKinds.length || performance.now() >= endsAt || stopped?.aborted) return found;
    await delay(everyMs);
  }
}
