import { describe, expect, it } from 'vitest';
import { ana, ben, dev, edith } from './desk.js';
import { hands, openScene, scene, useScene } from './scene.js';

useScene();
const { reads, shown, title } = hands;

async function comesHome(user: string): Promise<string> {
  await scene.slack('openHome', { user });
  await scene.app.idle();
  return hands.home(user);
}

async function shortcut(user: string): Promise<void> {
  await scene.slack('shortcut', { user, callback_id: 'answer-next' });
  await scene.app.idle();
}

describe('the App Home', () => {
  it('says until when one is on shift, or who is, and that nothing waits', async () => {
    expect(await comesHome(ana)).toContain('On shift until');
    expect(await hands.home(ana)).toContain('Nothing is waiting.');
    expect(await hands.home(ana)).toContain('This week');
    expect(await comesHome(ben)).toContain('Now: Ana until');
  });

  it('tells somebody who is not on the staff list whom to ask', async () => {
    expect(await comesHome(edith)).toBe(
      'Only colleagues on the rota answer for the library. Ask Carla to add you.',
    );
  });

  it('counts what waits, and opens the first of it', async () => {
    await scene.mention('priya_knits', 'Priya Nair', '@centrallibrary Thank you for the knitting group!');
    await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
    expect(await comesHome(ana)).toContain('Answer next (2)');
    await hands.onHome(ana, 'Answer next (2)');
    await hands.writesTo(ana, 'Answer Maya');
  });

  it('is up to date after what one does, and leads back to a draft', async () => {
    expect(await hands.home(ana)).toContain('Answer next (1)');
    await hands.type(ana, 'Hi Maya, yes, at Central');
    await hands.close(ana);
    expect(await hands.home(ana)).toContain(
      'Your drafts Maya Ortiz\nDo you have large print?\n→ Hi Maya, yes, at Central',
    );
    await hands.onHome(ana, 'Open');
    expect(await reads(ana)).toContain('Hi Maya, yes, at Central');
    await hands.submit(ana);
    await hands.close(ana);
    await scene.pass(6_000);
    expect(await comesHome(ana)).not.toContain('Your drafts');
  });

  it('loses a draft by the press of a colleague, though nobody comes to it and no time passes', async () => {
    await scene.mention('tom_h', 'Tom Hale', '@centrallibrary Is Central open on Sunday?');
    await comesHome(ben);
    expect(await hands.home(ben)).toContain('Answer next (2)');
    await hands.writes(ben, 'Tom Hale', 'Answer', 'Hi Tom');
    await hands.close(ben);
    expect(await hands.home(ben)).toContain('Your drafts Tom Hale\nIs Central open on Sunday?\n→ Hi Tom');
    await scene.press(ana, 'Tom Hale', 'Open');
    await scene.slack('press', { user: ana, label: 'Take over' });
    await expect.poll(() => hands.home(ben), { interval: 20 }).not.toContain('Tom Hale');
    await hands.close(ana);
  });

  it('finds cover from there', async () => {
    await hands.onHome(ben, 'Find cover');
    expect(await title(ben)).toBe('Find cover');
    await hands.close(ben);
  });

  it('says that sending is paused', async () => {
    await hands.command(ben, '/greet', 'pause statement coming');
    expect(await comesHome(ana)).toMatch(/Ben paused sending at \d\d:\d\d: 'statement coming'/);
  });
});

describe('the shortcut Answer next', () => {
  it('opens what waits, from anywhere', async () => {
    await shortcut(dev);
    await hands.writesTo(dev, 'Answer Priya');
    expect(await shown('Priya Nair')).toContain('Dev is answering');
    await hands.type(dev, 'Thank you, Priya! Come again.');
    await hands.close(dev);
  });

  it('says in a modal that nothing waits, and to a stranger whom to ask', async () => {
    await shortcut(ben);
    expect(await reads(ben)).toBe('Nothing is waiting. Next check in a minute.');
    await scene.mention('zoe_w', 'Zoe Wild', '@centrallibrary Do you lend ukuleles?');
    await shortcut(edith);
    expect(await reads(edith)).toContain('Only colleagues on the rota');
  });
});

it('a trainee is not offered greetings that are posted in X, and is told so where they are all that waits', async () => {
  await openScene();
  await scene.x('addAccount', { handle: 'samokafor', name: 'Sam Okafor' });
  await scene.x('follow', { by: 'samokafor' });
  await scene.pass(310_000);
  expect(await comesHome(ana)).toContain('Answer next (1)');
  expect(await comesHome(dev)).not.toContain('Answer next');
  await shortcut(dev);
  expect(await reads(dev)).toBe(
    'A greeting is posted in X, where no colleague checks it first. Pass this one to somebody.',
  );
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
  expect(await comesHome(dev)).toContain('Answer next (1)');
});
