import { beforeAll, describe, expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox/sandbox.js';
import { ben, channel } from '../e2e/desk.js';
import { scene, useScene } from '../e2e/scene.js';
import { control } from '../sandbox/control/controls.js';
import { type Looking, sees, seesNoMore, useBrowser, type Visitor, visit } from './browser.js';

// On the page people see time pass.
useScene({ sandbox: { speed: 1 } });
useBrowser();
beforeAll(async () => {
  await scene.x('addAccount', { handle: 'samokafor', name: 'Sam Okafor' });
  await scene.x('post', { by: 'samokafor', text: 'Any good allotment books?' });
  await scene.x('follow', { by: 'samokafor' });
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large-print crime novels?');
  await scene.x('message', {
    by: 'maya_reads',
    to: 'centrallibrary',
    text: 'And could you look at my account?',
  });
  await scene.pass(310_000);
  await scene.slack('say', { user: ben, channel, text: 'Morning, all' });
});

/** Walks through every screen of both sides, and holds each against axe. */
async function walk(visitor: Visitor, isNarrow: boolean): Promise<void> {
  const { page, slack, x, modal } = visitor;
  const look = (side: 'Slack' | 'X') =>
    isNarrow
      ? page.getByRole('navigation', { name: 'Sides' }).getByRole('button', { name: side }).click()
      : undefined;
  const closed = async () => {
    await page.keyboard.press('Escape');
    await seesNoMore(modal);
  };
  // Each screen alone: what stands around it was looked at before.
  const [inSlack, over] = ['#workspace', '.veil'];
  await sees(visitor.card('Maya Ortiz'));
  await visitor.command('/greet');
  await sees(modal.getByRole('link', { name: 'Go there' }));
  await visitor.isAccessible('what waits', over);
  await closed();
  await visitor.command('/greet help');
  await sees(slack.locator('.whisper'));
  await visitor.isAccessible('the channel');
  await visitor.card('Maya Ortiz').getByRole('button', { name: 'More actions' }).click();
  await visitor.isAccessible('a menu of a card', '.menu');
  await page.getByRole('menuitem', { name: 'More…' }).click();
  await sees(modal);
  await visitor.isAccessible('More…', over);
  await closed();

  await visitor.press('Maya Ortiz', 'Answer');
  await sees(modal.getByRole('textbox'));
  await visitor.isAccessible('the editor', over);
  await modal.getByRole('button', { name: 'Send', exact: true }).click();
  await sees(modal.getByText('Add your own words'));
  await visitor.isAccessible('the editor with an error', over);
  await closed();

  await visitor
    .card('Maya Ortiz')
    .getByRole('button', { name: /1 reply/ })
    .click();
  await visitor.isAccessible('a thread', '.thread-view');
  await page.getByRole('button', { name: 'Close the thread' }).click();
  await slack.getByRole('combobox', { name: /^Message to/ }).fill('/');
  await visitor.isAccessible('the completion of commands', '.below');
  await slack.getByRole('combobox', { name: /^Message to/ }).fill('');
  await slack.getByRole('button', { name: 'Home' }).click();
  await sees(slack.getByText('This week', { exact: true }));
  await visitor.isAccessible("the app's home", inSlack);
  await slack.getByRole('button', { name: 'Greeting Desk' }).click();
  await visitor.isAccessible('the private conversation with the app', inSlack);
  await slack.getByRole('button', { name: 'x-desk' }).click();

  await visitor.press('Sam Okafor', 'Greet');
  await sees(modal.getByRole('button', { name: 'Open in X' }));
  await visitor.isAccessible('posts to greet under', over);
  await modal.getByRole('button', { name: 'Open in X' }).click();
  await sees(x.getByRole('textbox', { name: 'Your post' }));
  await visitor.isAccessible("X's composer", '#x');
  await x.getByRole('button', { name: 'Not now' }).click();
  for (const tab of ['Mentions', 'Posts', 'Town', 'Followers', 'Private']) {
    await x.getByRole('tab', { name: tab }).click();
    await visitor.isAccessible(`X: ${tab}`, '#x');
  }
  await look('Slack');
  await modal.getByRole('button', { name: 'Close' }).last().click();
  await seesNoMore(modal);
  for (const name of ['happen', 'Outages', 'Clock']) {
    const button = page.getByRole('banner').getByRole('button', { name: new RegExp(name, 'i') });
    await button.first().click();
    await sees(page.locator('.panel:popover-open'));
    await visitor.isAccessible(`the panel ${name}`, '.panel:popover-open');
    await page.keyboard.press('Escape');
  }
  await page.getByRole('banner').getByRole('button', { name: 'Reset' }).click();
  await visitor.isAccessible('the question before a reset', 'dialog');
  await page.getByRole('button', { name: 'Stay here' }).click();
  // The greeting is put back, so that the next walk finds it.
  await visitor.pick('Sam Okafor', 'Put back');
  await sees(visitor.card('Sam Okafor').getByRole('button', { name: 'Greet', exact: true }));
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** What a window of 1440 × 900 shows at 200 %. */
const zoomed = { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 };
describe('axe finds nothing on any screen', () => {
  it.each<[string, Looking]>([
    ['on a wide screen', {}],
    ['at 200 %', zoomed],
    ['on a phone', phone],
  ])('%s', async (_, looking) => {
    const visitor = await visit(scene, looking);
    await walk(visitor, 'viewport' in looking);
    await visitor.page.context().close();
  });
});

it('who practises has X alone, opened at what a link names, and axe finds nothing there either', async () => {
  const sandbox = await createSandbox({ library: { handle: 'millpond_lib', name: 'Millpond Library' } });
  try {
    sandbox.direct({ alone: 'x', notice: 'Practice' });
    await control(sandbox, 'POST', '/x/addAccount', { handle: 'maya_reads', name: 'Maya Ortiz' });
    const said = { by: 'maya_reads', text: '@millpond_lib Hello?' };
    const { id } = (await control(sandbox, 'POST', '/x/post', said)).body;
    const visitor = await visit({ sandbox });
    await visitor.page.goto(`${sandbox.controlUrl}/intent/tweet?in_reply_to=${id}&text=Hi%20Maya`);
    const composer = visitor.x.getByRole('textbox', { name: 'Your post' });
    expect(await composer.inputValue()).toBe('Hi Maya');
    expect(await visitor.slack.isVisible()).toBe(false);
    await visitor.isAccessible('X alone');
    await visitor.page.getByRole('button', { name: 'Make something happen' }).click();
    await visitor.page.getByRole('button', { name: 'A few posts' }).click();
    await sees(visitor.x.getByRole('tab', { name: /^Mentions ?3$/ }));
    await sees(visitor.x.getByRole('tab', { name: /^Followers ?1$/ }));
    await visitor.page.goto(`${sandbox.controlUrl}/i/status/1`);
    await sees(visitor.x.getByText('This X begins anew each time that the desk starts'));
    await visitor.page.context().close();
  } finally {
    await sandbox.close();
  }
});

it('who practises on Bluesky has that alone, opened at what a link names', async () => {
  const sandbox = await createSandbox();
  try {
    sandbox.direct({ alone: 'bluesky', notice: 'Practice' });
    const maya = await control(sandbox, 'POST', '/bluesky/addAccount', { handle: 'maya.test', name: 'Maya' });
    const said = { by: 'maya.test', text: '@centrallibrary.test Hello?' };
    const { uri } = (await control(sandbox, 'POST', '/bluesky/post', said)).body;
    const profile = `${sandbox.controlUrl}/profile/${encodeURIComponent(String(maya.body.did))}`;
    const visitor = await visit({ sandbox });
    await visitor.page.goto(`${profile}/post/${String(uri).split('/').at(-1)}`);
    await sees(visitor.bluesky.getByText('Hello?'));
    expect([await visitor.slack.isVisible(), await visitor.x.isVisible()]).toEqual([false, false]);
    await visitor.isAccessible('Bluesky alone');
    await visitor.page.goto(profile);
    await sees(visitor.bluesky.getByText('Hello?'));
    await sees(visitor.bluesky.getByText('@maya.test').first());
    await visitor.page.goto(`${profile}/post/3kaaaaaaaaa2a`);
    await sees(visitor.bluesky.getByText('This Bluesky begins anew each time that the desk starts'));
    await visitor.page.getByRole('button', { name: 'Make something happen' }).click();
    await visitor.page.getByRole('button', { name: 'A few posts' }).click();
    await sees(visitor.bluesky.getByRole('tab', { name: /^Mentions ?3$/ }));
    await visitor.page.context().close();
  } finally {
    await sandbox.close();
  }
});

it('a phone never scrolls sideways, and everything to press is big enough for a thumb', async () => {
  const { page, ...visitor } = await visit(scene, phone);
  await sees(visitor.card('Maya Ortiz'));
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  const heights = (await page.evaluate(
    "[...document.querySelectorAll('.message .button, .message .replies, .message .reply')].map((one) => one.getBoundingClientRect().height)",
  )) as number[];
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(40);
  await page.context().close();
});

it('with the keyboard alone a question is taken, answered and sent, and focus is never lost', async () => {
  await scene.mention('leo_on_wheels', 'Leo Brandt', '@centrallibrary Is the lift at Central working today?');
  const visitor = await visit(scene);
  const { page } = visitor;
  await sees(visitor.card('Leo Brandt'));
  const focused = () => page.evaluate('document.activeElement?.textContent?.trim()');
  const toButton = async (label: string) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await focused()) === label) return;
    }
    throw new Error(`Tab never came to ${label}.`);
  };
  await page.getByRole('combobox', { name: /^Message to/ }).focus();
  await page.keyboard.type('/gre');
  await page.keyboard.press('Tab');
  await page.keyboard.type('next');
  await page.keyboard.press('Enter');
  await sees(visitor.modal.getByRole('textbox'));
  await page.keyboard.press('Escape');
  await seesNoMore(visitor.modal);
  // The card shows by now that it is free again.
  await scene.pass(2_000);
  await page.locator('body').evaluate('document.activeElement.blur()');
  await toButton('Answer');
  const card = () => page.evaluate("document.activeElement.closest('.message')?.dataset.ts");
  const pressed = await card();
  await page.keyboard.press('Enter');
  await sees(visitor.modal.getByRole('textbox'));
  await page.keyboard.type('yes, all day.');
  await toButton('Send');
  await page.keyboard.press('Enter');
  await sees(visitor.modal.getByText('Going out at'));
  expect(await page.evaluate("document.activeElement.closest('[role=dialog]') !== null")).toBe(true);
  await toButton('Done');
  await page.keyboard.press('Enter');
  await seesNoMore(visitor.modal);
  await expect.poll(card).toBe(pressed);
  await page.context().close();
});

it('a press counts, also when the card is drawn anew under it; then the card shows what is new', async () => {
  const post = await scene.mention('ines_h', 'Ines Hall', '@centrallibrary Do you have ukuleles?');
  const visitor = await visit(scene);
  const card = visitor.card('Ines Hall');
  await card.getByRole('button', { name: 'Answer', exact: true }).hover();
  await visitor.page.mouse.down();
  await scene.mention('ines_h', 'Ines Hall', 'And banjos?', { in_reply_to: post });
  // The page knows of it, and waits.
  const knows =
    "({ all }) => all('slack/message/').some(({ seen }) => !seen.thread_ts && JSON.stringify(seen).includes('And banjos?'))";
  await visitor.page.waitForFunction(`import('/page/scene.js').then(${knows})`);
  expect(await card.textContent()).not.toContain('And banjos?');
  await visitor.page.mouse.up();
  await sees(visitor.modal.getByRole('textbox'));
  await sees(card.getByText('And banjos?'));
  await visitor.page.context().close();
});

it('a block that the page cannot draw is a visible warning', async () => {
  const visitor = await visit(scene);
  await visitor.page.evaluate(
    "import('/page/blocks/blocks.js').then(({ drawBlock }) => document.querySelector('.messages li:last-child .said').append(drawBlock({ type: 'video' }, {})))",
  );
  await sees(visitor.slack.getByText('This page cannot draw the block “video” yet.'));
  await visitor.page.context().close();
});
