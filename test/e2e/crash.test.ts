import { expect, it } from 'vitest';
import { ana, wordsOf } from './desk.js';
import { openScene, scene } from './scene.js';
import { quickJobs, startWorkerProcess } from './worker-process.js';

const minutes = (count: number) => count * 60_000;
const words = 'Yes Maya, until eight.';
const call = 'POST /2/tweets';

/** Ana's answer is on its way in a process that is killed while it calls X; another one takes its place. */
async function killedWhileCalling(when: 'before' | 'after'): Promise<void> {
  // The clock of the worker's process goes on by itself.
  await openScene({ mayLoseBooks: true, sandbox: { speed: 1 } });
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Are you open tonight?');
  await scene.press(ana, 'Maya Ortiz', 'Answer');
  await scene.slack('type', { user: ana, text: words });
  await scene.app.close();

  await scene.another({ roles: ['slack'] }).start();
  const worker = await startWorkerProcess(scene);
  scene.sandbox.faults.plan({ side: 'x', call, when, how: 'hang' });
  await scene.slack('submit', { user: ana });
  const calls = () => scene.sandbox.journal.read().filter(({ kind }) => kind === call).length;
  await expect.poll(calls, { timeout: 15_000 }).toBe(1);
  await worker.kill();
  await scene.another({ roles: ['worker'], timings: quickJobs }).start();
}

/** Desk time passes, a little at a time, until the card says so. */
async function passesUntil(said: string): Promise<void> {
  const passed = async () => {
    scene.sandbox.clock.advance(5_000);
    return wordsOf((await scene.card('Maya Ortiz')).blocks);
  };
  await expect.poll(passed, { interval: 50, timeout: 20_000 }).toContain(said);
}

it('a process that is killed after X took the answer and before that was recorded leaves one answer, which is found', async () => {
  await killedWhileCalling('after');
  await passesUntil('Ana answered at');
  expect(scene.published(words)).toHaveLength(1);
});

it('a process that is killed between the record and the call leaves none, and nobody sends it without asking', async () => {
  await killedWhileCalling('before');
  await passesUntil("Ana's answer isn't on our timeline. Look there once.");
  scene.sandbox.clock.advance(minutes(60));
  await passesUntil('Look there once.');
  expect(scene.published(words)).toEqual([]);
});
