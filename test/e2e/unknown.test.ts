import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/sandbox/world/faults.js';
import { answersIn, answersNo, undoMs } from './answers.js';
import { ana } from './desk.js';
import { scene, useScene } from './scene.js';

const minutes = (count: number) => count * 60_000;

useScene({ overrides: { timings: { writeDeadlineMs: 400 } } });

const answers = answersIn(() => scene);
const { answered, sends, sendsAgain, shown } = answers;

describe('when X does not say what became of an answer', () => {
  it.each<[string, Partial<Fault>]>([
    ['a timeout', { how: 'hang' }],
    ['a reset', { how: 'reset' }],
    ['a cut-off', { how: 'cut' }],
    ['a trickle', { how: 'trickle', ms: 50 }],
    ['a redirect', { ...answersNo(302, ''), headers: { location: 'https://x.com/' } }],
    ['a 408', answersNo(408, { title: 'Request Timeout', status: 408 })],
    ['a 500', answersNo(500, '<html>Something went wrong</html>')],
    ['a 503', answersNo(503, '')],
    ['an idless 201', answersNo(201, { data: { text: 'Yes.' } })],
    ['an empty 200', answersNo(200, '')],
  ])('%s is settled by looking, and nothing is posted again', async (what, fault) => {
    const name = `Pat ${what.replace(/^an? /, '')}`;
    const words = await answered(name, { ...fault, when: 'after' });
    await expect.poll(() => scene.published(words).length).toBe(1);
    await scene.pass(70_000);
    expect(await shown(name)).toContain('Ana answered at');
    expect(await shown(name)).toContain('View reply on X');
    expect(scene.published(words)).toHaveLength(1);
  });

  it('and takes it a while after the connection broke, that is settled too', async () => {
    const words = await answered('Sol Bay', { when: 'late', how: 'reset', lateMs: 50 });
    await expect.poll(() => scene.published(words).length).toBe(1);
    await scene.pass(70_000);
    expect(await shown('Sol Bay')).toContain('Ana answered at');
  });

  it('and shows it late, the card says so until then', async () => {
    await scene.x('lag', { timelineMs: 30_000 });
    const words = await answered('Maya Ortiz', { when: 'after', how: 'hang' });
    expect(await shown('Maya Ortiz')).toContain("We don't know yet whether X took Ana's answer.");
    await scene.pass(60_000);
    await scene.x('lag', { timelineMs: 0 });
    expect(await shown('Maya Ortiz')).toContain('Ana answered at');
    expect(scene.published(words)).toHaveLength(1);
  });

  it('and the patron edits the question meanwhile, it is found under the version that it answers', async () => {
    await scene.x('lag', { timelineMs: minutes(4) });
    const { id, words } = await sends('Rae Mott');
    answers.failPost({ when: 'after', how: 'hang' });
    await scene.pass(undoMs + 1_000);
    await scene.x('edit', { id, text: '@centrallibrary Are you open tomorrow?' });
    await scene.pass(minutes(2));
    expect(await shown('Rae Mott')).toContain('Are you open tomorrow?');
    await scene.x('lag', { timelineMs: 0 });
    await scene.pass(minutes(3));
    expect(await shown('Rae Mott')).toContain('Ana answered at');
    expect(scene.published(words)).toMatchObject([{ in_reply_to: id }]);
  });

  it('and somebody posts it in X in other words, the card says so', async () => {
    const { id } = await sends('Jo Finch');
    answers.failPost({ how: 'hang' });
    await scene.pass(undoMs + 1_000);
    await scene.x('post', { by: 'centrallibrary', text: 'Yes Jo, until nine today.', in_reply_to: id });
    await scene.pass(60_000);
    expect(await shown('Jo Finch')).toContain('changed in X');
    expect(await shown('Jo Finch')).toContain('→ “Yes Jo, until');
  });

  it('and did not take it, the desk looks for five minutes, then asks a person, and Not there lets it go again', async () => {
    const words = await answered('Leo Brandt', { how: 'reset' });
    await scene.pass(240_000);
    expect(await shown('Leo Brandt')).toContain("We don't know yet");
    await scene.pass(70_000);
    expect(await shown('Leo Brandt')).toContain("Ana's answer isn't on our timeline. Look there once.");
    expect(scene.published(words)).toEqual([]);
    await scene.press(ana, 'Leo Brandt', 'Not there');
    await sendsAgain('Leo Brandt');
    await scene.pass(undoMs + 1_000);
    expect(scene.published(words)).toHaveLength(1);
    expect(await shown('Leo Brandt')).toContain('Ana answered at');
  });

  it("It's there ends the looking, on a person's word", async () => {
    await answered('Ann Lee', { how: 'hang' });
    await scene.pass(310_000);
    await scene.press(ana, 'Ann Lee', "It's there");
    expect(await shown('Ann Lee')).toContain('Ana answered');
  });

  it('and then calls the same words a duplicate, the first try is looked for', async () => {
    await scene.x('lag', { timelineMs: minutes(8) });
    const words = await answered('Flo Ames', { when: 'after', how: 'hang' });
    await scene.pass(minutes(6));
    await scene.press(ana, 'Flo Ames', 'Not there');
    await sendsAgain('Flo Ames');
    await scene.pass(undoMs + 1_000);
    expect(await shown('Flo Ames')).toContain("We don't know yet whether X took Ana's answer.");
    await scene.x('lag', { timelineMs: 0 });
    await scene.pass(minutes(3));
    expect(await shown('Flo Ames')).toContain('Ana answered at');
    expect(scene.published(words)).toHaveLength(1);
  });

  it('nor what any post of ours answers, an answer is known by its words', async () => {
    await scene.x('settings', { ownPostsOmit: ['replied_to'] });
    await answered('Nan Oak', { when: 'after', how: 'hang' });
    await scene.pass(70_000);
    await scene.x('settings', { ownPostsOmit: [] });
    expect(await shown('Nan Oak')).toContain('Ana answered at');
    expect(await shown('Nan Oak')).toContain('View reply on X');
  });
});
