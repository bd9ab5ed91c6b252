import { expect, it } from 'vitest';
import { answersIn, answersNo } from './answers.js';
import { ana, ben, carla, channel, dev } from './desk.js';
import { aDayAt, type Day } from './library-day.js';
import { hands, scene } from './scene.js';

const answers = answersIn(() => scene);
const minutes = (count: number) => count * 60_000;

let day: Day;
const comes = (time: string) => day.until(`2026-11-24T${time}`);

async function answersTo(person: string, name: string, text: string, starter = 'Answer'): Promise<void> {
  await hands.writes(person, name, starter, text);
  await hands.submit(person);
  await hands.close(person);
}

/** Somebody begins an answer and leaves it. */
async function begins(person: string, name: string, text: string): Promise<void> {
  await hands.writes(person, name, 'Answer', text);
  await hands.close(person);
}

const asks = (first: string, text: string) =>
  day.writes(first.toLowerCase(), `${first} Reader`, `@centrallibrary ${text}`);

/** X answers no read for as long. */
async function xIsDown(ms: number): Promise<void> {
  for (const list of ['mentions', 'followers', 'tweets']) {
    const call = `GET /2/users/:id/${list}`;
    const fault = { side: 'x', call, when: 'before', how: 'status', status: 503, body: 'down' } as const;
    scene.sandbox.faults.plan({ ...fault, times: 10_000 });
  }
  await day.pass(ms);
  await scene.sandbox.faults.clear();
}

const xRefusesNext = () =>
  answers.failPost(answersNo(403, { title: 'Forbidden', status: 403, detail: 'Nope.' }));

/** Twenty posts, ten new followers, two refusals by X, a trainee's check, an outage of X, four cards left idle. */
async function anasHardShift(): Promise<void> {
  for (const n of [1, 2, 3]) await day.follows(`early_${n}`, `Early Number${n}`);
  await asks('Ida', 'Do you have large print?');
  await asks('Jon', 'Is the lift working again?');
  await comes('09:05');
  await asks('Kim', 'Can I renew by phone?');
  await asks('Lea', 'Thank you for the story hour!');
  await asks('Max', 'Where do I return a film?');
  await comes('09:21');
  await answersTo(ana, 'Lea Reader', 'Hi Lea, see you on Tuesday.', 'Thank');
  xRefusesNext();
  await answersTo(ana, 'Ida Reader', 'Hi Ida, yes, forty at Central.');
  await day.pass(30_000);
  await begins(ana, 'Kim Reader', 'Hi Kim, you');
  await begins(ana, 'Jon Reader', 'Hi Jon, the');
  await asks('Nia', 'Is there a quiet room?');
  await asks('Oto', 'How much is a new card?');
  await asks('Pia', 'Are dogs allowed?');
  await comes('09:35');
  await answersTo(dev, 'Max Reader', 'Hi Max, at any desk.');
  await asks('Quin', 'Your new chairs are lovely');
  await comes('09:40');
  await day.pressPrivately(ana, 'Check');
  await hands.submit(ana);
  await hands.close(ana);
  await comes('10:01');
  await answersTo(ana, 'Kim Reader', 'Hi Kim, you can, at any time.', 'Open');
  await answersTo(ana, 'Nia Reader', 'Hi Nia, yes, on the third floor.');
  for (const n of [1, 2, 3, 4]) await day.follows(`late_${n}`, `Late Number${n}`);
  await asks('Rui', 'Do you lend out umbrellas?');
  await asks('Sol', 'Is the cafe open?');
  await asks('Tia', 'What time is the reading group?');
  await comes('10:15');
  xRefusesNext();
  await answersTo(ana, 'Rui Reader', 'Hi Rui, we do, at the desk.');
  await day.pass(30_000);
  await begins(ana, 'Sol Reader', 'Hi Sol, it is');
  await xIsDown(minutes(15));
  await asks('Ugo', 'Can I print here?');
  await asks('Val', 'I waited an hour and nobody helped me. Terrible.');
  await comes('10:45');
  await asks('Wim', 'Where is the microfilm reader?');
  await comes('11:05');
  await answersTo(ana, 'Tia Reader', 'Hi Tia, at six.');
  await answersTo(ana, 'Ugo Reader', 'Hi Ugo, yes, from ten pence a page.');
  await begins(ana, 'Wim Reader', 'Hi Wim, on');
  await asks('Xan', 'Is there parking?');
  await asks('Yao', 'Do you take old books?');
  for (const n of [5, 6, 7]) await day.follows(`late_${n}`, `Late Number${n}`);
  await comes('11:40');
  await answersTo(ana, 'Val Reader', 'Hi Val, I am sorry. Please write to us.', 'Apologise and ask');
  await hands.pick(ana, 'Quin Reader', 'No reply needed');
  await asks('Zoe', 'Is my card still valid?');
  await asks('Amy', 'Thanks for finding my scarf!');
  await comes('12:20');
  await asks('Bob', 'Are you open on Sunday?');
  await comes('12:45');
  await answersTo(ana, 'Zoe Reader', 'Hi Zoe, it is, until June.');
  await comes('13:20');
}

const trainee = '  dev: { slack: U0DEV0004, name: Dev, signature: DP, trainee: true }';

/** Why somebody was notified, in the order of the alphabet: several posts of one read are shown in any order. */
const reasons = (said: readonly string[]): readonly string[] =>
  said.map((one) => one.replace(/^thread: <@\w+>, (.+?): '.*$/u, '$1').replace(/^private: /u, '')).toSorted();

const left = (first: string, asked: string, back: string) =>
  `Still on it? ${first}, '${asked}' It goes back to the shift at ${back}; your draft is kept.`;

it('a hard shift notifies Ana twenty-four times, of these, and then nothing that Slack shows is untrue', {
  timeout: 120_000,
}, async () => {
  day = await aDayAt('2026-11-24T08:20', `${trainee}\n    standards: { question: 2h }`);
  await anasHardShift();
  const ida = left('Ida', 'Do you have large print?', '10:06');
  const jon = left('Jon', 'Is the lift working again?', '10:06');
  const kim = left('Kim', 'Can I renew by phone?', '10:06');
  const rui = left('Rui', 'Do you lend out umbrellas?', '11:00');
  const sol = left('Sol', 'Is the cafe open?', '11:00');
  expect(reasons(day.notified(ana))).toEqual(
    [
      'Good morning, Ana. 2 waiting: 2 questions. 3 new followers can wait.',
      'question from Kim',
      'question from Max',
      'Not sent: your answer to Ida. X said no: Nope. The words are kept.',
      'question from Nia',
      'question from Oto',
      'question from Pia',
      "Dev's answer to Max is ready for a check.",
      `${ida} · ${jon} · ${kim}`,
      'question from Rui',
      'question from Sol',
      'question from Tia',
      'Not sent: your answer to Rui. X said no: Nope. The words are kept.',
      'question from Ugo',
      'complaint from Val',
      `${rui} · ${sol}`,
      '1 more question waits.',
      "2 are late. Oldest: Ida, 'Do you have large print?' As of 11:01.",
      'question from Xan',
      'question from Yao',
      left('Wim', 'Where is the microfilm reader?', '11:50'),
      'question from Zoe',
      "6 are late, 2 of them new. Oldest: Ida, 'Do you have large print?' As of 12:01.",
      'question from Bob',
    ].toSorted(),
  );
  expect(await day.untrue()).toEqual([]);
});

it("a lead's worst day tells her eight things, of these, and nothing that Slack shows then is untrue", {
  timeout: 120_000,
}, async () => {
  const more = [trainee, 'urgentWords: ["collapsed"]', 'fallback: ben', 'standards: { question: 2h }'];
  day = await aDayAt('2026-11-23T15:30', more.join('\n    '));
  await asks('Abe', 'Do you keep old maps?');
  await day.until('2026-11-23T15:41');
  await hands.flags(ben, 'Abe Reader', 'needs the director');
  await comes('08:50');
  const before = day.notified(carla).length;
  await carlasWorstDay();
  expect([...day.notified(carla).slice(before), ...(await day.whispers(carla))]).toEqual([
    expect.stringMatching('^private: 1 waits for your word\\. .* Abe, '),
    expect.stringMatching(
      "^private: Ana asks you to look at Ida: 'is this a threat\\?' .* Ana asks you to look at Jon\\. ",
    ),
    "private: 🚨 Urgent: 'collapsed' Val, 'Somebody collapsed on your stairs'",
    expect.stringMatching("^private: We can't read all of X \\(X doesn't answer\\): what people write to us"),
    expect.stringMatching('^private: Ben does not answer any more and stands under fallback'),
    expect.stringMatching("^private: Ana asks you to look at Lea: 'X says no'"),
    expect.stringMatching("^private: 1 is late\\. Kim, 'Is Kim allowed in\\?'"),
    expect.stringMatching('^X takes no answers from @centrallibrary'),
  ]);
  expect(await day.untrue()).toEqual([]);
});

/** Flags of yesterday and today, an urgent word, an outage of X, a fallback person who left, keys that X refuses. */
async function carlasWorstDay(): Promise<void> {
  for (const first of ['Ida', 'Jon', 'Kim', 'Lea']) await asks(first, `Is ${first} allowed in?`);
  await comes('09:15');
  await hands.flags(ana, 'Ida Reader', 'is this a threat?');
  await hands.flags(ana, 'Jon Reader');
  await comes('09:45');
  await asks('Val', 'Somebody collapsed on your stairs');
  await comes('10:01');
  await answersTo(ana, 'Val Reader', 'Hi Val, help is on its way.');
  await comes('10:05');
  await xIsDown(minutes(25));
  await day.slack('leave', { user: ben, channel });
  await comes('11:00');
  answers.failPost(answersNo(401, { title: 'Unauthorized', status: 401, detail: 'Unauthorized' }));
  await answersTo(ana, 'Kim Reader', 'Hi Kim, of course you are.');
  await comes('11:20');
  await hands.flags(ana, 'Lea Reader', 'X says no');
  await comes('16:00');
}
