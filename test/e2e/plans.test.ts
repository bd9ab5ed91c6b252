import { expect, it } from 'vitest';
import { ana, ben, wordsOf } from './desk.js';
import { hands, openScene, scene } from './scene.js';

/** Sam has a card; gives the post that he wrote before he followed. */
async function samFollowsOnEnterprise(): Promise<unknown> {
  await openScene({ desk: (text) => text.replace('plan: self-serve', 'plan: enterprise') });
  await scene.x('plan', { plan: 'enterprise' });
  await scene.x('addAccount', { handle: 'samokafor', name: 'Sam Okafor' });
  const { id } = await scene.x('post', { by: 'samokafor', text: 'Any good allotment books?' });
  await scene.x('follow', { by: 'samokafor' });
  await scene.pass(310_000);
  return id;
}

it('on an Enterprise plan a greeting is written in the editor and goes out by API, under the picked post', async () => {
  const id = await samFollowsOnEnterprise();

  await scene.press(ana, 'Sam Okafor', 'Greet');
  await scene.slack('press', { user: ana, label: 'Answer this' });
  await scene.app.idle();
  expect((await scene.view(ana)).title.text).toBe('Greet Sam');
  await scene.slack('type', { user: ana, text: 'Hi Sam, the allotment shelf is by the window.' });
  await scene.slack('submit', { user: ana });
  await scene.pass(6_000);
  expect(scene.published('allotment shelf')).toMatchObject([{ in_reply_to: id }]);
  expect(wordsOf((await scene.card('Sam Okafor')).blocks)).toContain('Ana answered at');
});

it('on an Enterprise plan a greeting that was passed on begins with the choice of a post too', async () => {
  const id = await samFollowsOnEnterprise();
  await hands.pick(ana, 'Sam Okafor', 'Pass to a colleague…');
  await scene.slack('press', { user: ana, action_id: 'colleague', option: 'Ben' });
  await hands.submit(ana);
  await scene.press(ben, 'Sam Okafor', 'Open');
  await hands.inModal(ben, 'Answer this');
  await hands.type(ben, 'Hi Sam, the allotment shelf is by the window.');
  await hands.submit(ben);
  await scene.pass(6_000);
  expect(scene.published('allotment shelf')).toMatchObject([{ in_reply_to: id }]);
});

it('when X does not take a reply because it was not summoned, the words are ready to finish in X', async () => {
  // The desk file says more than the plan allows: X has the last word.
  await openScene({ desk: (text) => text.replace('plan: self-serve', 'plan: enterprise') });
  await scene.x('addAccount', { handle: 'samokafor', name: 'Sam Okafor' });
  await scene.x('post', { by: 'samokafor', text: 'Any good allotment books?' });
  await scene.x('follow', { by: 'samokafor' });
  await scene.pass(310_000);
  await scene.press(ana, 'Sam Okafor', 'Greet');
  await scene.slack('press', { user: ana, label: 'Answer this' });
  await scene.app.idle();
  await scene.slack('type', { user: ana, text: 'Hi Sam, the allotment shelf is by the window.' });
  await scene.slack('submit', { user: ana });
  await scene.slack('close', { user: ana });
  await scene.pass(6_000);
  expect(scene.published('allotment shelf')).toEqual([]);
  expect(wordsOf((await scene.card('Sam Okafor')).blocks)).toContain("X won't take this from us");

  await scene.press(ana, 'Sam Okafor', 'Open');
  const { url } = await scene.slack('press', { user: ana, label: 'Open in X' });
  await scene.app.idle();
  await scene.x('signIn', { browser: 'phone', as: 'centrallibrary' });
  await scene.x('intent', { browser: 'phone', url });
  await scene.pass(62_000);
  expect(wordsOf((await scene.card('Sam Okafor')).blocks)).toContain('Ana answered at');
});

it('a plain answer to our post is finished in X where it summons nobody, and goes out by API where it does', async () => {
  await openScene();
  await scene.x('addAccount', { handle: 'maya_reads', name: 'Maya Ortiz' });
  await scene.x('addAccount', { handle: 'leo_on_wheels', name: 'Leo Brandt' });
  const { posts } = await scene.x('timeline', { handle: 'centrallibrary' });
  const [ours] = posts as { id: string }[];
  const answers = { maya_reads: 'The Dispossessed', leo_on_wheels: 'Piranesi, to my brother' };
  for (const [by, text] of Object.entries(answers))
    await scene.x('post', { by, text, in_reply_to: ours?.id });
  await scene.pass(310_000);
  const answer = async (name: string, text: string) => {
    await scene.press(ana, name, 'Answer');
    await hands.type(ana, text);
    await hands.submit(ana);
    await scene.pass(6_000);
  };

  await answer('Maya Ortiz', 'A fine choice, Maya.');
  expect(scene.published('A fine choice')).toEqual([]);
  const refused = wordsOf((await scene.card('Maya Ortiz')).blocks);
  expect(refused).toContain("X won't take this from us");
  await scene.slack('close', { user: ana, all: true });
  await scene.press(ana, 'Maya Ortiz', 'Open');
  const { url } = await scene.slack('press', { user: ana, label: 'Open in X' });
  await scene.app.idle();
  await scene.x('signIn', { browser: 'phone', as: 'centrallibrary' });
  await scene.x('intent', { browser: 'phone', url });
  await scene.pass(62_000);
  expect(wordsOf((await scene.card('Maya Ortiz')).blocks)).toContain('Ana answered at');

  await scene.x('summons', { plainReply: true });
  await answer('Leo Brandt', 'A fine choice, Leo.');
  expect(scene.published('A fine choice, Leo')).toHaveLength(1);
  expect(wordsOf((await scene.card('Leo Brandt')).blocks)).toContain('Ana answered at');
});

it('several desks in one deployment keep to their own channel, account and secrets', async () => {
  const second = `
  branch:
    channel: C0BRANCH1
    x: { handle: branchlibrary, secrets: BRANCH, plan: self-serve }
    timeZone: Europe/London
    openHours: { mon: ["09:00-17:00"] }
    staff: { ben: { slack: U0BEN0002, name: Ben, signature: BO, lead: true, xSignIn: true } }
    shifts: [{ days: [mon, tue, wed, thu, fri, sat, sun], at: ["00:00-24:00"], who: [ben] }]
`;
  const keys = { appKey: 'k', appSecret: 's', accessToken: 't', accessSecret: 'u' };
  await openScene({
    desk: (text) => text.trimEnd() + second,
    env: {
      X_BRANCH_APP_KEY: keys.appKey,
      X_BRANCH_APP_SECRET: keys.appSecret,
      X_BRANCH_ACCESS_TOKEN: keys.accessToken,
      X_BRANCH_ACCESS_SECRET: keys.accessSecret,
    },
    prepare: async ({ slack, x }) => {
      await x.acts.addAccount?.({ handle: 'branchlibrary', name: 'Branch Library', credentials: keys });
      await slack.acts.addChannel?.({ name: 'x-branch', id: 'C0BRANCH1', members: ['ben'], bot: true });
    },
  });
  await scene.mention('maya_reads', 'Maya Ortiz', '@branchlibrary Do you have large print?');
  await scene.mention('leo_on_wheels', 'Leo Brandt', '@centrallibrary Is the lift working?');
  const shown = async (channel: string) =>
    wordsOf(((await scene.slack('messages', { channel })) as { messages: unknown[] }).messages);
  expect(await shown('C0BRANCH1')).toContain('Maya Ortiz');
  expect(await shown('C0BRANCH1')).not.toContain('Leo Brandt');
  expect(await shown('C0XDESK01')).toContain('Leo Brandt');
  expect(await shown('C0XDESK01')).not.toContain('Maya Ortiz');
});
