import { expect, it } from 'vitest';
import { ana, ben, carla } from './desk.js';
import { aDayAt, type Day } from './library-day.js';
import { hands } from './scene.js';

let day: Day;

async function answers(name: string, starter: string, text: string, person = ana): Promise<void> {
  await hands.writes(person, name, starter, text);
  await hands.submit(person);
  await hands.close(person);
}

const comes = (time: string) => day.until(`2026-11-24T${time}`);

/** Six mentions and five new followers in four hours; one more of each came before. */
async function anasShift(): Promise<void> {
  await day.writes('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large-print crime novels?');
  await day.follows('samokafor', 'Sam Okafor');
  await comes('09:02');
  for (const n of [1, 2, 3, 4, 5]) await day.follows(`reader_${n}`, `Reader Number${n}`);
  await day.writes('priya_knits', 'Priya Nair', '@centrallibrary Thank you for the knitting group!');
  await comes('09:20');
  await answers('Priya Nair', 'Thank', 'Hi Priya, see you next Tuesday.');
  await day.writes('tom_h', 'Tom Hale', '@centrallibrary Is the lift working again?');
  await comes('09:50');
  await answers('Tom Hale', 'Answer', 'Hi Tom, yes, since this morning.');
  await day.writes('li_wen', 'Li Wen', '@centrallibrary Are you open on Sunday?');
  await comes('10:10');
  await hands.writes(ana, 'Li Wen', 'Answer', 'Hi Li, no, but');
  await hands.close(ana);
  await comes('10:50');
  await day.pressPrivately(ana, 'Open');
  await hands.submit(ana);
  await hands.close(ana);
  await day.writes('joe_b', 'Joe Brand', '@centrallibrary Where is the microfilm reader?');
  await comes('11:05');
  await day.pressPrivately(ana, 'Answer next');
  await hands.type(ana, 'Hi Maya, yes: forty at Central.');
  await hands.submit(ana);
  await hands.close(ana);
  await answers('Joe Brand', 'Answer', 'Hi Joe, on the second floor.');
  await day.writes('ada_k', 'Ada King', '@centrallibrary Your staff were lovely today');
  await comes('11:30');
  await hands.pick(ana, 'Ada King', 'No reply needed');
  await comes('12:30');
  await day.writes('nina_p', 'Nina Patel', '@centrallibrary Can I bring my own lunch?');
  await comes('12:50');
  await hands.writes(ana, 'Nina Patel', 'Answer', 'Hi Nina, in the');
  await hands.close(ana);
  await comes('13:20');
}

it('a shift of four hours with six mentions and five new followers notifies Ana eight times, of these, and nothing that Slack shows is untrue', {
  timeout: 120_000,
}, async () => {
  day = await aDayAt('2026-11-24T08:20', 'standards: { question: 2h }');
  await anasShift();
  expect(day.notified(ana)).toEqual([
    'private: Good morning, Ana. 1 waiting: 1 question. 1 new follower can wait.',
    expect.stringContaining("thread: <@U0ANA0001>, question from Tom: 'Is the lift working again?'"),
    expect.stringContaining("thread: <@U0ANA0001>, question from Li: 'Are you open on Sunday?'"),
    "private: Still on it? Li, 'Are you open on Sunday?' It goes back to the shift at 10:55; your draft is kept.",
    expect.stringContaining("thread: <@U0ANA0001>, question from Joe: 'Where is the microfilm reader?'"),
    expect.stringContaining("private: 1 is late. Maya, 'Do you have large-print crime novels?' As of "),
    expect.stringContaining("thread: <@U0ANA0001>, question from Nina: 'Can I bring my own lunch?'"),
    'private: Your shift is over. You still have 1. What you leave is put back at 13:15; drafts are kept.',
  ]);
  expect([...day.notified(ben), ...day.notified(carla)]).toEqual([]);
  expect(await day.untrue()).toEqual([]);
  // Also the list of what Ana left stays true.
  await answers('Nina Patel', 'Answer', 'Hi Nina, in the garden.', ben);
  await comes('13:30');
  expect(await day.untrue()).toEqual([]);
});
