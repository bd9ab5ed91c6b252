import { expect, it } from 'vitest';
import { answersIn, answersNo } from './answers.js';
import { ana, ben, carla, dev } from './desk.js';
import { aDayAt, type Day } from './library-day.js';
import { hands, scene } from './scene.js';

const trainee = 'dev: { slack: U0DEV0004, name: Dev, signature: DP, trainee: true }';
const tablet = 'desk: { slack: U0EDITH05, name: Help desk, shared: true }';
/** They are on the staff list, and on no shift. */
const both = `  ${trainee}\n      ${tablet}`;
const answers = answersIn(() => scene);

let day: Day;
const comes = (time: string) => day.until(`2026-11-24T${time}`);

async function begins(time: string, more = both): Promise<void> {
  day = await aDayAt(`2026-11-24T${time}`, more);
}

/** A question that stands in Slack. */
async function asks(handle: string, name: string): Promise<string> {
  const id = await day.writes(handle, name, '@centrallibrary Do you have large print?');
  const now = day.sandbox.clock.now();
  await day.pass(11 * 60_000 - (now % 60_000));
  return id;
}

async function sends(name: string, words: string): Promise<void> {
  await hands.writes(ana, name, 'Answer', words);
  await hands.submit(ana);
  await hands.close(ana);
}

const privately = (person: string) => day.notified(person).filter((said) => said.startsWith('private: '));
const last = async (person: string) => (await day.privately(person)).at(-1);

it('two answers that X refuses are told in one message, with the reason, and it says when that is settled', async () => {
  await begins('09:02');
  await asks('maya_reads', 'Maya Ortiz');
  await asks('tom_h', 'Tom Hale');
  const before = privately(ana).length;
  answers.failPost(answersNo(403, { title: 'Forbidden', status: 403, detail: 'Nope.' }));
  await sends('Maya Ortiz', 'Hi Maya, yes, at Central.');
  await day.pass(30_000);
  answers.failPost(answersNo(403, { title: 'Forbidden', status: 403, detail: 'Nope.' }));
  await sends('Tom Hale', 'Hi Tom, we do, at Park.');
  await day.pass(3 * 60_000);
  expect(privately(ana).slice(before)).toEqual([
    expect.stringMatching(
      /^private: Not sent: your answer to Maya\. X .+ · Not sent: your answer to Tom\. X .+/u,
    ),
  ]);
  await day.pressPrivately(ana, 'Open', 1);
  expect(await hands.title(ana)).toBe('Answer Tom');
  await hands.submit(ana);
  await hands.close(ana);
  await day.pass(30_000);
  expect(await last(ana)).toMatch(/Not sent: your answer to Maya\..*Tom, .* · Done: Ana answered at/u);
  expect(privately(ana).slice(before)).toHaveLength(1);
}, 60_000);

it('an answer that did not go out in time, and one that is not on our timeline, are told to whoever sent them', async () => {
  await begins('09:02');
  await asks('maya_reads', 'Maya Ortiz');
  await asks('tom_h', 'Tom Hale');
  const before = privately(ana).length;
  await sends('Maya Ortiz', 'Hi Maya, yes, at Central.');
  // The program stood still meanwhile.
  scene.sandbox.clock.advance(16 * 60_000);
  await scene.app.idle();
  await day.pass(3 * 60_000);
  expect(privately(ana).slice(before)).toEqual([
    expect.stringMatching(/^private: Not sent: your answer to Maya\. X couldn't take this by 09:\d\d\./u),
  ]);
  answers.failPost({ how: 'reset' });
  await sends('Tom Hale', 'Hi Tom, we do, at Park.');
  await day.pass(10 * 60_000);
  expect(privately(ana).at(-1)).toMatch(/^private: Not on our timeline: your answer to Tom\./u);
  await day.pressPrivately(ana, 'Not there');
  expect(await last(ana)).not.toContain('Not on our timeline');
}, 60_000);

it("what needs a check, a look or a colleague reaches them outside the hour's five lines, and stays true", async () => {
  await begins('09:02');
  for (const name of ['Ida', 'Jon', 'Kim', 'Lea', 'Max', 'Nia', 'Oto']) {
    await day.writes(name.toLowerCase(), `${name} Reader`, `@centrallibrary Is ${name} allowed in?`);
  }
  await comes('09:14');
  expect(day.notified(ana).filter((said) => said.startsWith('thread: '))).toHaveLength(5);
  const rest = () => privately(ana).filter((said) => said.includes('more question'));
  expect(rest()).toEqual([expect.stringContaining('1 more question waits.')]);
  expect(await last(ana)).toContain('2 more questions wait.');
  expect(await last(ana)).toContain('Answer next');

  await hands.writes(dev, 'Ida Reader', 'Answer', 'Hi Ida, of course you are.');
  await hands.submit(dev);
  await hands.close(dev);
  await hands.flags(ben, 'Jon Reader');
  await hands.pick(ana, 'Kim Reader', 'Pass to a colleague…');
  await scene.slack('press', { user: ana, action_id: 'colleague', option: 'Ben' });
  await hands.type(ana, 'You know Kim.');
  await hands.submit(ana);
  await comes('09:18');
  expect(privately(ana).at(-1)).toBe("private: Dev's answer to Ida is ready for a check.");
  expect(privately(carla)).toEqual([
    'private: Ben asks you to look at Jon. Nobody answers until you press Lift.',
  ]);
  expect(day.notified(ben)).toEqual([
    "private: Ana passed this on to you: 'You know Kim.' · Kim, 'Is Kim allowed in?'",
  ]);

  const checks = privately(ana).length;
  await day.pressPrivately(ana, 'Check');
  expect(await hands.title(ana)).toBe("Check Dev's answer");
  await hands.close(ana);
  await hands.pick(ana, 'Oto Reader', 'No reply needed');
  await comes('09:20');
  expect(await last(ana)).toContain('Ida');
  expect(await last(ana)).not.toContain('ready for a check');
  expect((await day.privately(ana)).at(-2)).toContain('1 more question waits.');
  expect(privately(ana)).toHaveLength(checks);
}, 60_000);

it('thanks call nobody; what happens after closing is said at opening, if it still holds, to whoever is there', async () => {
  await begins('16:40');
  await day.writes('maya_reads', 'Maya Ortiz', '@centrallibrary thank you, you are wonderful');
  await asks('tom_h', 'Tom Hale');
  await comes('17:01');
  const before = [ana, ben, carla].map((person) => day.notified(person).length);
  await hands.writes(dev, 'Tom Hale', 'Answer', 'Hi Tom, yes we have.');
  await hands.submit(dev);
  await hands.close(dev);
  await hands.flags(ben, 'Maya Ortiz');
  await day.until('2026-11-25T08:59');
  await hands.more(carla, 'Maya Ortiz', 'Lift');
  expect([ana, ben, carla].map((person) => day.notified(person).length)).toEqual(before);
  await day.until('2026-11-25T09:03');
  expect(day.notified(ana).slice(before[0])).toEqual(["private: Dev's answer to Tom is ready for a check."]);
  expect(day.notified(carla)).toEqual([]);
  expect([ana, ben, carla].flatMap((one) => day.notified(one)).join()).not.toContain('thank');
}, 60_000);

it('two workers tell each thing once, and nobody waits for a colleague to whom Slack takes no message', async () => {
  await begins('09:02');
  await day.another({ roles: ['worker'] }).start();
  await asks('maya_reads', 'Maya Ortiz');
  await asks('tom_h', 'Tom Hale');
  await hands.flags(ben, 'Maya Ortiz');
  await scene.slack('deactivate', { user: carla });
  await hands.writes(dev, 'Tom Hale', 'Answer', 'Hi Tom, yes we have.');
  await hands.submit(dev);
  await hands.close(dev);
  await day.pass(5 * 60_000);
  expect(privately(ana)).toEqual(["private: Dev's answer to Tom is ready for a check."]);
  expect(day.notified(carla)).toEqual([]);
  const now = scene.sandbox.clock.now();
  const waits = (await scene.due()).filter(({ entry, at }) => entry.startsWith('panel:') && at <= now);
  expect(waits).toEqual([]);
}, 60_000);
