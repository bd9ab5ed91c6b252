import { expect, it } from 'vitest';
import { ana, carla, channel, wordsOf } from './desk.js';
import { aDayAt, type Day } from './library-day.js';
import { hands, scene } from './scene.js';

const branchChannel = 'C0BRANCH1';
const branch = `
  branch:
    channel: ${branchChannel}
    x: { handle: branchlibrary, secrets: BRANCH, plan: self-serve }
    timeZone: Europe/London
    openHours: { tue: ["09:00-17:00"] }
    staff:
      ana: { slack: U0ANA0001, name: Ana, signature: AK, xSignIn: true }
      carla: { slack: U0CARLA03, name: Carla, signature: CR, lead: true, xSignIn: true }
    standards: { question: 1h }
    shifts: [{ days: [tue], at: ["09:00-13:00"], who: [ana] }]
`;
const keys = { appKey: 'k', appSecret: 's', accessToken: 't', accessSecret: 'u' };

const aDayOfTwo = (time: string): Promise<Day> =>
  aDayAt(`2026-11-24T${time}`, 'standards: { question: 1h }', {
    others: branch,
    env: {
      X_BRANCH_APP_KEY: keys.appKey,
      X_BRANCH_APP_SECRET: keys.appSecret,
      X_BRANCH_ACCESS_TOKEN: keys.accessToken,
      X_BRANCH_ACCESS_SECRET: keys.accessSecret,
    },
    prepare: async ({ slack, x }) => {
      await x.acts.addAccount?.({ handle: 'branchlibrary', name: 'Branch Library', credentials: keys });
      const members = ['ana', 'carla'];
      await slack.acts.addChannel?.({ name: 'x-branch', id: branchChannel, members, bot: true });
    },
  });

/** What Slack notified a person of, by where it stands. */
function notified(user: string): {
  readonly threads: readonly string[];
  readonly privately: readonly string[];
} {
  const all = scene.sandbox.journal
    .read()
    .filter(
      ({ kind, notified: who }) => kind === 'chat.postMessage' && Array.isArray(who) && who.includes(user),
    );
  const inThread = ({ channel: where }: (typeof all)[number]) => where === channel || where === branchChannel;
  const texts = (some: typeof all) => some.map(({ text }) => String(text));
  return { threads: texts(all.filter(inThread)), privately: texts(all.filter((one) => !inThread(one))) };
}

it('a shift at two desks begins with one message, five lines an hour call in all, and one reminder an hour', async () => {
  const day = await aDayOfTwo('08:20');
  const comes = (time: string) => day.until(`2026-11-24T${time}`);
  await day.writes('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
  await day.writes('tom_h', 'Tom Hale', '@branchlibrary Is the lift working?');
  await day.writes('li_wen', 'Li Wen', '@branchlibrary Are you open on Sunday?');
  await comes('09:05');
  const [begun = '', ...more] = notified(ana).privately;
  expect(more).toEqual([]);
  expect(begun).toContain('Good morning, Ana. @');
  expect(begun).toContain('@centrallibrary: 1 waiting: 1 question.');
  expect(begun).toContain('@branchlibrary: 2 waiting: 2 questions.');
  expect((await day.privately(ana)).at(-1)?.match(/Answer next/gu)).toHaveLength(1);

  for (let n = 1; n <= 4; n++) {
    await day.writes(`patron_c${n}`, `Cy Number${n}`, `@centrallibrary Where is shelf ${n}?`);
    await day.writes(`patron_b${n}`, `Bea Number${n}`, `@branchlibrary Where is room ${n}?`);
  }
  await comes('09:50');
  expect(notified(ana).threads).toHaveLength(5);
  const rest = notified(ana).privately.filter((text) => text.includes('more question'));
  expect(rest).toHaveLength(1);
  const said = (await day.privately(ana)).at(-1) ?? '';
  expect(said).toContain('@branchlibrary');
  const counts = [...said.matchAll(/(\d+) more questions? waits?/gu)].map(([, count]) => Number(count));
  // Eight wrote since, and five of them called her.
  expect(
    counts.reduce((sum, count) => sum + count, 0),
    said,
  ).toBe(3);

  await comes('11:20');
  const late = notified(ana).privately.filter((text) => / (?:is|are) late/u.test(text));
  expect(late.slice(0, 1)).toEqual([
    expect.stringMatching(/^@\w+: \d (?:is|are) late.* @\w+: \d (?:is|are) late/u),
  ]);
  expect(late.length).toBeLessThanOrEqual(2);
  expect(await day.untrue()).toEqual([]);

  // What is due first at either desk comes first, from wherever one asks.
  await scene.slack('shortcut', { user: ana, callback_id: 'answer-next' });
  await scene.app.idle();
  const first = wordsOf((await scene.view(ana)).blocks);
  await scene.slack('openHome', { user: ana });
  await scene.app.idle();
  expect(await hands.home(ana)).toMatch(/^Answer next \(10\) @centrallibrary .*@branchlibrary/su);
  expect(first).toMatch(/^@(?:central|branch)library/u);
  await scene.slack('command', { user: ana, channel, command: '/greet', text: '' });
  await scene.app.idle();
  const listed = wordsOf((await scene.view(ana)).blocks);
  expect(listed).toContain('Bea Number4');
  expect(listed).toContain('Cy Number4');
  expect(listed.match(/Answer next/gu)).toHaveLength(1);
  expect(notified(carla).privately.filter((text) => text.startsWith('Good'))).toEqual([]);
}, 120_000);
