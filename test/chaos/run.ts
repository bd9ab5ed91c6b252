import { closeSync, mkdtempSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type DeskProcess, startDeskProcess } from './desk-process.js';
import type { History, Line } from './history.js';
import { writeLine } from './history.js';
import { createPatrons } from './patrons.js';
import { createDice } from './random.js';
import { createRobot } from './robot.js';
import { type Stage, send, setStage } from './stage.js';
import { type Look, lookIntoStore } from './stored.js';
import { quick, speed, wireMs } from './timings.js';
import { createWeather, lateMs } from './weather.js';
import { seenByX, standingInSlack } from './witnessed.js';

export interface RunOptions {
  readonly seed: number;
  /** How long trouble lasts (real s). */
  readonly seconds: number;
  readonly desks: number;
  readonly staff: number;
  /** Acts that patrons do in that time; as many as fit unless told. */
  readonly acts?: number;
  readonly break?: string;
  readonly say?: (line: string) => void;
}

export interface Ran {
  readonly history: History;
  /** Where it is kept. */
  readonly file: string;
}

/** Waits between two troubles, two acts, two visits of a robot (real ms). */
const troubleEveryMs = 450;
const actEveryMs = 300;
const visitEveryMs = 60;
const markEveryMs = 100;
/** How long everything has to come to rest after the last trouble (real ms). */
const restMs = 60_000;

/** Desks under fire: what happened, as patrons, staff, X, Slack and the store saw it. */
export async function runChaos(options: RunOptions): Promise<Ran> {
  const { seed, seconds, say = () => {} } = options;
  const dice = createDice(seed);
  const folder = mkdtempSync(join(tmpdir(), 'greeting-desk-chaos-history-'));
  const file = join(folder, 'history.jsonl');
  const log = openSync(join(folder, 'desk.log'), 'a');
  const history: Line[] = [];
  const write = (line: Line) => {
    history.push(line);
    writeLine(file, line);
  };
  const stage = await setStage(seed, speed, options);
  const processes: DeskProcess[] = [];
  try {
    begin(stage, options, write);
    const weather = startProcesses(stage, processes, options, log, dice, write);
    await until(() => processes.every((one) => one.isUp()), 90_000);
    say(`history: ${file}`);

    const look = await lookIntoStore(stage);
    let storms = true;
    const approved = new Map<string, string>();
    const robots = stage.staff.map((one, n) =>
      createRobot(stage, one, createDice(seed * 1_000 + n), approved, write),
    );
    const patrons = createPatrons(stage, createDice(seed + 7), write);
    let acts = 0;
    const most = options.acts ?? Number.POSITIVE_INFINITY;
    const everyMs = options.acts === undefined ? actEveryMs : (seconds * 1_000) / options.acts;
    const loops = [
      repeat(
        () => storms && acts < most,
        everyMs,
        () => patrons.act().finally(() => acts++),
      ),
      repeat(
        () => storms,
        troubleEveryMs,
        async () => void weather.strike().catch(() => {}),
      ),
    ];
    let works = true;
    const marks = repeat(() => works, markEveryMs, watchMarks(look, stage, write));
    const staff = robots.map((robot) =>
      repeat(
        () => works,
        visitEveryMs,
        () => robot.step(),
      ),
    );
    await delay(seconds * 1_000);
    storms = false;
    await Promise.all(loops);

    say('healing');
    await delay(4_000);
    await weather.clear();
    for (const robot of robots) robot.calm();
    await rest(look, processes, weather);
    works = false;
    await Promise.all([...staff, marks]);
    await rest(look, processes, weather);
    await Promise.all(processes.map((one) => one.end()));
    for (const line of seenByX(stage)) write(line);
    for (const line of standingInSlack(stage)) write(line);
    for (const line of await look.lines()) write(line);
    await look.close();
  } finally {
    await Promise.all(processes.map((one) => one.end()));
    await stage.close();
    closeSync(log);
  }
  return { history, file };
}

function begin(stage: Stage, { seed }: RunOptions, write: (line: Line) => void): void {
  const limits = {
    ...send,
    goodAtLeastMs: quick.goodAtLeastMs,
    settleMs: quick.settleLooksMs.at(-1) ?? 0,
    wireMs,
    lateMs,
  };
  const desks = stage.desks.map(({ id }) => id);
  write({ line: 'begun', at: stage.sandbox.clock.now(), seed, desks, limits });
}

function startProcesses(
  stage: Stage,
  processes: DeskProcess[],
  { break: broken }: RunOptions,
  log: number,
  dice: ReturnType<typeof createDice>,
  write: (line: Line) => void,
) {
  const weather = createWeather(stage, processes, dice, write);
  const clock = { deskAt: stage.sandbox.clock.now(), realAt: Date.now(), speed };
  for (const role of ['slack', 'worker', 'slack', 'worker'] as const) {
    const name = `${role} ${processes.length + 1}`;
    const told = {
      deskFile: stage.deskFile,
      role,
      timings: quick,
      clock,
      ...(broken ? { break: broken } : {}),
    };
    const cameTo = ({ point, how }: Parameters<Parameters<typeof startDeskProcess>[0]['cameTo']>[0]) =>
      weather.cameTo(name, point, how);
    processes.push(startDeskProcess({ name, told, env: stage.env, log, cameTo }));
  }
  return weather;
}

/** Until nothing is due, twice in a row with a look at all of X's lists in between, or for as long as is fair. */
async function rest(
  look: Look,
  processes: readonly DeskProcess[],
  weather: ReturnType<typeof createWeather>,
): Promise<void> {
  const begun = performance.now();
  let quietSince: number | undefined;
  while (performance.now() - begun < restMs) {
    const due = processes.every((one) => one.isUp()) ? await look.due() : undefined;
    if (!due || due.length > 0) quietSince = undefined;
    else quietSince ??= performance.now();
    if (quietSince !== undefined && performance.now() - quietSince > roundMs) return;
    // What a point or a planned trouble left behind.
    await weather.clear();
    await delay(100);
  }
}

/** In this time each of X's lists is read (real ms). */
const roundMs = (Math.max(quick.recheckMs, quick.pollFollowersMs) * 1.3) / speed;

/** Writes down each mark that is another one. */
function watchMarks(look: Look, stage: Stage, write: (line: Line) => void): () => Promise<void> {
  const known = new Map<string, string>();
  return async () => {
    for (const { desk, poll, id } of await look.marks()) {
      if (known.get(`${desk} ${poll}`) === id) continue;
      known.set(`${desk} ${poll}`, id);
      write({ line: 'mark', at: stage.sandbox.clock.now(), desk, poll, id });
    }
  };
}

async function repeat(goesOn: () => boolean, everyMs: number, work: () => Promise<unknown>): Promise<void> {
  while (goesOn()) {
    await work();
    await delay(everyMs);
  }
}

async function until(holds: () => boolean, mostMs: number): Promise<void> {
  const begun = performance.now();
  while (!holds()) {
    if (performance.now() - begun > mostMs) throw new Error('The desk did not come up.');
    await delay(20);
  }
}
