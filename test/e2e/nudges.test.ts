import { expect, it } from 'vitest';
import { ana, ben, carla, channel, wordsOf } from './desk.js';
import { aDayAt, type Day } from './library-day.js';
import { hands } from './scene.js';

let day: Day;
const comes = (time: string) => day.until(`2026-11-24T${time}`);

async function begins(time: string, more?: string): Promise<void> {
  day = await aDayAt(`2026-11-24T${time}`, more);
}

async function takes(name: string, words: string): Promise<void> {
  await hands.writes(ana, name, 'Answer', words);
  await hands.close(ana);
}

it('two workers, one of which ends and another begins, send one reminder for a stage; Not now brings the next', async () => {
  await begins('09:30', 'standards: { question: 1h }');
  const second = day.another({ roles: ['worker'] });
  await second.start();
  await day.writes('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
  await day.writes('tom_h', 'Tom Hale', '@centrallibrary Is the lift working?');
  await comes('10:35');
  await second.close();
  await day.another({ roles: ['worker'] }).start();
  await comes('11:40');
  const reminders = () => day.notified(ana).filter((said) => said.includes(' late.'));
  expect(reminders()).toEqual([expect.stringContaining('private: 2 are late. Oldest: ')]);

  await day.pressPrivately(ana, 'Not now');
  expect((await day.privately(ana)).at(-1)).toBe('Not now: back at 12:40.');
  await hands.pick(ana, 'Tom Hale', 'No reply needed');
  await comes('12:50');
  expect(reminders()).toHaveLength(2);
  expect(reminders().at(-1)).toContain("private: 1 is late. Maya, 'Do you have large print?' As of 12:4");
  expect(day.notified(carla)).toEqual([]);
}, 90_000);

it('what somebody has at the end of their shift they keep, hand over, or leave to be put back', async () => {
  await begins('12:25');
  await day.writes('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
  await day.writes('tom_h', 'Tom Hale', '@centrallibrary Is the lift working?');
  await day.writes('li_wen', 'Li Wen', '@centrallibrary Are you open on Sunday?');
  await day.writes('joe_b', 'Joe Brand', '@centrallibrary Where is the microfilm reader?');
  await comes('12:40');
  await takes('Maya Ortiz', 'Hi Maya, yes');
  await takes('Tom Hale', 'Hi Tom, not');
  await takes('Li Wen', 'Hi Li, from');
  await takes('Joe Brand', 'Hi Joe, on');
  await comes('13:01');
  const list = async () => (await day.privately(ana)).at(-1) ?? '';
  expect(await list()).toContain('You still have 4. What you leave is put back at 13:15');
  expect(await list()).toContain('Keep Hand to Ben Put back');

  await day.pressPrivately(ana, 'Keep');
  await day.pressPrivately(ana, 'Hand to Ben');
  await day.pressPrivately(ana, 'Put back');
  expect(await list()).toContain('You still have 1.');
  expect(await list()).toContain('You are still on it.');
  expect(await list()).toContain('Ben is answering · since 13:01');
  expect(await list()).toContain('Back with the shift; your draft is kept.');
  await comes('13:16');
  expect(await list()).toContain('This is what became of what you had.');
  const { messages } = (await day.slack('messages', { channel })) as { messages: { blocks: unknown }[] };
  const cards = messages.map(({ blocks }) => wordsOf(blocks));
  expect(cards.filter((words) => words.includes('Ana is answering'))).toHaveLength(1);
  expect(cards.filter((words) => words.includes('Ben is answering'))).toHaveLength(1);
  expect(cards.filter((words) => words.includes('Ask back'))).toHaveLength(2);
  expect(day.notified(ben).filter((said) => said.includes('Ana passed this on to you'))).toHaveLength(1);
}, 90_000);

it('a button of a message that Slack could not bring up to date says why not', async () => {
  await begins('10:00');
  await day.writes('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
  await comes('10:12');
  await takes('Maya Ortiz', 'Hi Maya, yes');
  await comes('10:43');
  const [asked = ''] = await day.privately(ana);
  expect(asked).toContain("Still on it? Maya, 'Do you have large print?'");
  expect(asked).toContain('It goes back to the shift at 10:57; your draft is kept.');
  day.sandbox.faults.plan({
    side: 'slack',
    call: 'chat.update',
    when: 'before',
    how: 'status',
    status: 500,
    times: 2,
  });
  await hands.more(ben, 'Maya Ortiz', 'Take over');
  await day.pressPrivately(ana, 'Put back');
  expect(await hands.told(ana)).toBe('Ben has this. Take it over first.');
}, 90_000);
