import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayMs } from '../../src/core/durations.js';
import { ana } from './desk.js';
import { openCount, type Ran } from './ran.js';
import { hands, scene, useScene } from './scene.js';

/** Files and functions of src that a journey passes at the most: a little above what it does today, with what else runs. */
const most = {
  'mention → card': { files: 140, functions: 730 },
  'Answer → posted': { files: 165, functions: 970 },
  'follow → greeted': { files: 185, functions: 1080 },
} as const;

// Each kind of poll comes at a time of its own, and none in between that belongs to no journey.
useScene({
  overrides: {
    timings: {
      pollColleaguesMs: dayMs,
      pollShiftsMs: dayMs,
      pollOutlookMs: dayMs,
      recheckMs: dayMs,
      pollOwnPostsMs: 61_000,
      pollFollowersMs: 302_000,
    },
  },
});

let count: Awaited<ReturnType<typeof openCount>>;
beforeAll(async () => {
  // What is due once after a start is over.
  await scene.pass(60_000);
  count = await openCount();
});
afterAll(() => count.close());

function expectWithin(journey: keyof typeof most, ran: Ran): void {
  const functions = [...ran.values()].flat().length;
  console.log(`${journey}: ${ran.size} files, ${functions} functions`);
  if (process.env.JOURNEY)
    for (const [file, names] of [...ran].sort()) console.log(`  ${file}: ${names.join(' ')}`);
  expect(ran.size).toBeLessThanOrEqual(most[journey].files);
  expect(functions).toBeLessThanOrEqual(most[journey].functions);
}

/** Moves the clock to when an entry of the due list comes, and lets everything that is due then end. */
async function untilDue(entry: string): Promise<void> {
  const due = (await scene.due()).find((one) => one.entry.startsWith(entry));
  if (!due) throw new Error(`Nothing is due as ${entry}.`);
  const { clock } = scene.sandbox;
  clock.advance(Math.max(0, due.at - clock.now()));
  await scene.app.idle();
}

it('mention → card', async () => {
  await scene.x('addAccount', { handle: 'maya_reads', name: 'Maya Ortiz' });
  await scene.x('post', { by: 'maya_reads', text: '@centrallibrary Do you have large print?' });
  expectWithin('mention → card', await count.during(() => untilDue('poll:mentions')));
  expect(await hands.shown('Maya Ortiz')).toContain('Do you have large print?');
});

it('Answer → posted', async () => {
  const ran = await count.during(async () => {
    await hands.writes(ana, 'Maya Ortiz', 'Answer', 'Hi Maya, yes: 40 at Central.');
    await hands.submit(ana);
    await untilDue('send:');
  });
  expectWithin('Answer → posted', ran);
  expect(await hands.shown('Maya Ortiz')).toContain('Ana answered at');
});

it('follow → greeted', async () => {
  await scene.x('addAccount', { handle: 'samokafor', name: 'Sam Okafor' });
  await scene.x('post', { by: 'samokafor', text: 'Finally finished Middlemarch.' });
  await scene.x('follow', { by: 'samokafor' });
  await scene.x('signIn', { browser: 'phone', as: 'centrallibrary' });
  const ran = await count.during(async () => {
    await untilDue('poll:followers');
    await scene.press(ana, 'Sam Okafor', 'Greet');
    const [, value] = JSON.stringify((await scene.view(ana)).blocks).match(/"value":"([^"]+)"/) ?? [];
    const { url } = await scene.slack('press', { user: ana, action_id: 'open-in-x', value });
    await scene.app.idle();
    await scene.x('intent', { browser: 'phone', url, text: 'Hi Sam, what did you think of Dorothea?' });
    await untilDue('poll:own-posts');
  });
  expectWithin('follow → greeted', ran);
  expect(await hands.shown('Sam Okafor')).toContain('Ana answered in X at');
});
