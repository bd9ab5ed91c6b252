import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { networks } from '../../src/core/network/networks.js';
import { type DeskProcess, startDeskProcess } from './desk-process.js';
import { type History, type Line, ofKind, writeLine } from './history.js';
import { createNights, type Nights } from './nights.js';
import { createOnlooker } from './onlooker.js';
import { createPatrons } from './patrons.js';
import { createDice } from './random.js';
import { placesInSlack, placesInStore, wordsIn, wordsOf } from './remains.js';
import { createRobot, type RobotStaff } from './robot.js';
import { keptMs, type Placement, type Stage, send, setStage } from './stage.js';
import { watchStalls } from './stalls.js';
import { type Look, lookIntoStore } from './stored.js';
import { quick, restMs, roundMs, slow, speed, timingsFor, wireMs } from './timings.js';
import { lagMs, lateMs } from './towns/town.js';
import { createWeather, type Weather } from './weather.js';
import { seenThere, standingInSlack } from './witnessed.js';

export interface RunOptions {
  readonly seed: number;
  /** How long there are faults (real s). */
  readonly seconds: number;
  readonly desks: number;
  readonly staff: number;
  /** Where the desks are. By default all on X. */
  readonly network?: Placement;
  /** How many acts patrons do in that time. By default as many as there is time for. */
  readonly acts?: number;
  readonly break?: string;
  readonly say?: (line: string) => void;
}

export interface Ran {
  readonly history: History;
  /** The file of the history. */
  readonly file: string;
}

/** Between two faults, two acts and two visits of a robot (real ms). */
const troubleEveryMs = slow * 450;
const actEveryMs = slow * 300;
const visitEveryMs = slow * 60;
const lookEveryMs = slow * 700;
/** The last faults that were planned may still come (real ms). */
const plannedMs = slow * 4_000;
/** How long the first answer may take (real ms). */
const calmMs = slow * 180_000;
const markEveryMs = 100;

/** Runs desks under faults. Gives what patrons, staff, the networks, Slack and the store saw. */
export async function runChaos(options: RunOptions): Promise<Ran> {
  const { seed, say = () => {} } = options;
  const dice = createDice(seed);
  const folder = mkdtempSync(join(tmpdir(), 'greeting-desk-chaos-history-'));
  const file = join(folder, 'history.jsonl');
  const logFile = join(folder, 'desk.log');
  const log = openSync(logFile, 'a');
  const history: Line[] = [];
  const write = (line: Line) => {
    history.push(line);
    writeLine(file, line);
  };
  const stage = await setStage(seed, speed, options);
  const processes: DeskProcess[] = [];
  const endWatch = watchStalls((ms) => stalled(stage, 'the sandbox', ms, write));
  let works = true;
  try {
    begin(stage, options, write);
    const nights = createNights(stage, processes, write);
    const weather = startProcesses(stage, processes, nights, options, log, dice, write);
    await until(() => processes.every((one) => one.isUp()), 300_000);
    say(`history: ${file}`);

    const look = await lookIntoStore(stage, timingsFor(options.desks));
    // The desk ignores what is older than its first read.
    await until(look.begun, 300_000);
    const approved = new Map<string, string>();
    const robots = stage.staff.map((one, n) =>
      createRobot(stage, one, createDice(seed * 1_000 + n), approved, write),
    );
    const visit = (robot: RobotStaff) => repeat(() => works, visitEveryMs, robot.step);
    const onlooker = createOnlooker(stage, createDice(seed * 1_000 + 999));
    const looking = repeat(() => works, lookEveryMs, onlooker.step);
    const staff = [
      ...robots.map(visit),
      looking,
      repeat(() => works, lookEveryMs, watchWords(stage, history, write)),
      repeat(() => works, markEveryMs, watchMarks(look, stage, write)),
    ];
    await storm(stage, weather, options, write, nights);

    say('healing');
    await delay(plannedMs);
    await weather.clear();
    // Staff go on for a while without faults.
    await delay((options.seconds * slow * 1_000) / 2);
    for (const robot of robots) robot.calm();
    onlooker.calm();
    await rest(look, processes, weather, options.desks);
    works = false;
    await Promise.all(staff);
    await rest(look, processes, weather, options.desks);
    look.stopClock();
    await Promise.all(processes.map((one) => one.end()));
    for (const line of seenThere(stage)) write(line);
    for (const line of standingInSlack(stage)) write(line);
    const places = [...placesInSlack(stage), ...(await placesInStore(stage))];
    places.push({ where: 'the log', seenBy: 'everybody', text: readFileSync(logFile, 'utf8') });
    const words = wordsOf(ofKind(history, 'acted'));
    for (const line of wordsIn(places, words, stage.sandbox.clock.now(), true)) write(line);
    for (const line of await look.lines()) write(line);
    await look.close();
  } finally {
    works = false;
    endWatch();
    await Promise.all(processes.map((one) => one.end()));
    await stage.close();
    closeSync(log);
  }
  return { history, file };
}

/** Patrons act all the time. Faults begin after the first answer is posted, when the desk is at work. */
async function storm(
  stage: Stage,
  weather: Weather,
  { acts: most, seconds, seed }: RunOptions,
  write: (line: Line) => void,
  nights: Nights,
): Promise<void> {
  const patrons = createPatrons(stage, createDice(seed + 7), write);
  const everyMs = most === undefined ? actEveryMs : (seconds * slow * 1_000) / most;
  let acts = 0;
  let goesOn = true;
  const act = () => patrons.act().finally(() => acts++);
  const living = repeat(
    () => goesOn,
    everyMs,
    async () => {
      if (acts < (most ?? Number.POSITIVE_INFINITY)) await act();
    },
  );
  await until(() => seenThere(stage).some(({ line }) => line === 'posted'), calmMs).catch(() => {});
  const storming = repeat(
    () => goesOn,
    troubleEveryMs,
    async () => void weather.strike().catch(() => {}),
  );
  await delay((seconds * slow * 1_000) / 2);
  await nights.pass();
  await delay((seconds * slow * 1_000) / 2);
  if (most !== undefined) await until(() => acts >= most, seconds * slow * 3_000);
  weather.killOne();
  goesOn = false;
  await Promise.all([living, storming]);
}

function stalled({ sandbox }: Stage, name: string, ms: number, write: (line: Line) => void): void {
  const until = sandbox.clock.now();
  const what = `${name} did not run for ${ms} ms`;
  write({ line: 'trouble', at: until - ms * speed, until, kind: 'stall', what });
}

function begin(stage: Stage, { seed }: RunOptions, write: (line: Line) => void): void {
  const limits = {
    ...send,
    goodAtLeastMs: quick.goodAtLeastMs,
    settleMs: quick.settleLooksMs.at(-1) ?? 0,
    wireMs,
    lateMs,
    keptMs,
    exposedMs: quick.privateChannelMs + wireMs,
    shownMs: lagMs + 2 * wireMs,
  };
  const desks = stage.desks.map(({ id }) => id);
  const once = stage.desks.filter(({ network }) => networks[network].once).map(({ id }) => id);
  write({ line: 'begun', at: stage.sandbox.clock.now(), seed, desks, once, limits });
}

function startProcesses(
  stage: Stage,
  processes: DeskProcess[],
  nights: Nights,
  { break: broken, desks }: RunOptions,
  log: number,
  dice: ReturnType<typeof createDice>,
  write: (line: Line) => void,
) {
  const weather = createWeather(stage, processes, dice, write);
  for (const role of ['slack', 'worker', 'slack', 'worker'] as const) {
    const name = `${role} ${processes.length + 1}`;
    const told = () => ({
      deskFile: stage.deskFile,
      role,
      timings: timingsFor(desks),
      clock: nights.clock(),
      ...(broken ? { break: broken } : {}),
    });
    const cameTo = ({ point, how }: Parameters<Parameters<typeof startDeskProcess>[0]['cameTo']>[0]) =>
      weather.cameTo(name, point, how);
    processes.push(
      startDeskProcess({
        name,
        role,
        told,
        mayStart: nights.over,
        env: stage.env,
        log,
        cameTo,
        stalled: (ms) => stalled(stage, name, ms, write),
      }),
    );
  }
  return weather;
}

/** Waits until nothing is due twice in a row, with a read of all of X's lists in between, or until the time is over. */
async function rest(
  look: Look,
  processes: readonly DeskProcess[],
  weather: Weather,
  desks: number,
): Promise<void> {
  const begun = performance.now();
  let quietSince: number | undefined;
  while (performance.now() - begun < restMs(desks)) {
    const due = processes.every((one) => one.isUp()) ? await look.due() : undefined;
    if (!due || due.length > 0) quietSince = undefined;
    else quietSince ??= performance.now();
    if (quietSince !== undefined && performance.now() - quietSince > roundMs(desks)) return;
    // An order for a point or a planned fault may be left.
    await weather.clear();
    await delay(100);
  }
}

/** Writes each new watermark to the history. */
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

/** Writes to the history where a word that was written in private stands in front of others, once for each place. */
function watchWords(
  stage: Stage,
  history: readonly Line[],
  write: (line: Line) => void,
): () => Promise<void> {
  const known = new Set<string>();
  return async () => {
    const words = wordsOf(ofKind(history, 'acted').filter(({ kind }) => kind === 'private'));
    for (const found of wordsIn(placesInSlack(stage), words, stage.sandbox.clock.now(), false)) {
      const name = `${found.word} ${found.where} ${found.seenBy}`;
      if (found.seenBy === 'insiders' || known.has(name)) continue;
      known.add(name);
      write(found);
    }
  };
}

async function repeat(goesOn: () => boolean, everyMs: number, work: () => Promise<unknown>): Promise<void> {
  while (goesOn()) {
    await work();
    await delay(everyMs);
  }
}

async function until(holds: () => boolean | Promise<boolean>, mostMs: number): Promise<void> {
  const begun = performance.now();
  while (!(await holds())) {
    if (performance.now() - begun > mostMs) throw new Error('What was waited for did not come.');
    await delay(50);
  }
}
