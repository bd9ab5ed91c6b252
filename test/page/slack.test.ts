import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { ana, ben, channel } from '../e2e/desk.js';
import { button, input, modal, plain } from '../sandbox/slack/acts/view-scene.js';
import { startApp } from '../sandbox/slack/desk-app.js';
import { clientOf } from '../sandbox/slack/workspace.js';
import { type Looking, sees, seesNoMore, useBrowser, type Visitor, visit } from './browser.js';

useBrowser();

const general = 'C0GENERAL';
let sandbox: Sandbox;
let web: WebClient;
let stop: () => Promise<void>;
let visitor: Visitor;

type Args = Record<string, unknown>;
const act = async (name: string, args: Args) => (await sandbox.slack.acts[name]?.(args)) as Args;
const say = async (user: string, text: string, more: Args = {}) =>
  String((await act('say', { user, channel, text, ...more })).ts);

/** A card whose button opens a modal, and which changes as it is pressed. */
const card = (label: string) => [
  { type: 'section', text: plain('Do you lend ukuleles?') },
  { type: 'actions', elements: [{ ...button, action_id: label.toLowerCase(), text: plain(label) }] },
];

async function post(text: string, blocks: object[] = []): Promise<string> {
  sandbox.clock.advance(1100);
  return String((await web.chat.postMessage({ channel, text, blocks: blocks as never })).ts);
}

function listen(app: App): void {
  app.action('open', async ({ ack, body, client }) => {
    await ack();
    const { trigger_id, message } = body as unknown as { trigger_id: string; message: { ts: string } };
    await client.views.open({ trigger_id, view: modal() });
    const blocks = card('Taken');
    await client.chat.update({ channel, ts: message.ts, text: 'Taken', blocks: blocks as never });
  });
  app.action('next', async ({ ack, body, client }) => {
    await ack();
    const { trigger_id } = body as unknown as { trigger_id: string };
    const view = modal({ title: plain('Are you sure?'), blocks: [input('why')] });
    await client.views.push({ trigger_id, view });
  });
  app.action('look', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({
      trigger_id: (body as unknown as { trigger_id: string }).trigger_id,
      view: modal(),
    });
  });
  app.command('/rota', ({ ack }) => ack({ text: 'Ana is on shift.' }));
}

beforeAll(async () => {
  // A browser at work may hold up a press for seconds; that triggers expire is held elsewhere.
  sandbox = await createSandbox({ wire: { triggerMs: 15_000 } });
  web = clientOf(sandbox.slackUrl);
  ({ stop } = await startApp({ slackApiUrl: sandbox.slackUrl }, listen));
  // Higher than the window, so that people scroll.
  await say('carla', Array.from({ length: 60 }, (_, n) => `Line ${n}`).join('\n'));
  visitor = await visit({ sandbox });
});
beforeEach(async () => {
  await visitor.page.keyboard.press('Escape');
  await place(/x-desk/).click();
});
afterAll(async () => {
  await stop();
  await sandbox.close();
});

const message = (text: string) => visitor.card(text).last();
const place = (name: RegExp) => visitor.slack.getByRole('navigation').getByRole('button', { name });
const scroller = () => visitor.page.locator('.place-view .scroller').first();
/** A number or condition of what scrolls the channel's messages. */
const scroll = (of: string) =>
  visitor.page.evaluate(
    `(({ scrollTop, scrollHeight, clientHeight }) => ${of})(document.querySelector('.place-view .scroller'))`,
  );
const isAtEnd = () => expect.poll(() => scroll('scrollHeight - scrollTop - clientHeight < 80')).toBe(true);
/** Scrolls to the first message from the end, where a channel stands once it is shown, and waits until the page has heard of it. */
async function goUp(): Promise<void> {
  await sees(visitor.page.locator('.place-view .bar').getByText('x-desk'));
  await isAtEnd();
  await visitor.page.evaluate(`new Promise((done) => {
    document.querySelector('.place-view .scroller').scrollTop = 0;
    requestAnimationFrame(() => requestAnimationFrame(done));
  })`);
}
/** How a part of the last message with a text is drawn. */
const styleOf = (text: string, part: string, property: string) =>
  visitor.page.evaluate(`getComputedStyle(
    [...document.querySelectorAll('.message')]
      .findLast(({ textContent }) => textContent.includes('${text}'))
      .querySelector('${part}')
  ).${property}`);
/** The words of the message or button that has focus. */
const focused = () =>
  visitor.page.evaluate(
    "(({ activeElement: at }) => (at.matches('.message, button') ? at.textContent.trim() : ''))(document)",
  ) as Promise<string>;

it('messages of one author within five minutes stand under one head, with the time where one looks', async () => {
  await say(ben, 'Morning, all');
  await say(ben, 'The lift is out');
  sandbox.clock.advance(6 * 60_000);
  await say(ben, 'It works again');
  await sees(message('It works again'));
  const heads = async (text: string) => message(text).locator('.who').count();
  expect(await Promise.all(['Morning, all', 'The lift is out', 'It works again'].map(heads))).toEqual([
    1, 0, 1,
  ]);
  const opacity = () => styleOf('The lift is out', 'time', 'opacity');
  expect(await opacity()).toBe('0');
  await message('The lift is out').hover();
  expect(await opacity()).toBe('1');
});

it('context is small and grey, and what stands beside a section is beside its words', async () => {
  await post('A card', [
    { type: 'section', text: plain('Answered'), accessory: { ...button, text: plain('Beside') } },
    { type: 'context', elements: [plain('first time')] },
  ]);
  const box = async (text: string) =>
    (await message('Answered').getByText(text).boundingBox()) ?? expect.fail();
  const [words, beside] = [await box('Answered'), await box('Beside')];
  expect(beside.x).toBeGreaterThan(words.x + words.width);
  expect(beside.y).toBeLessThan(words.y + words.height);
  const drawn = (property: string) =>
    Promise.all(['.section p', '.context'].map((part) => styleOf('Answered', part, property)));
  expect(await drawn('fontSize')).toEqual(['15px', '12px']);
  const [ink, muted] = await drawn('color');
  expect(muted).not.toBe(ink);
});

it('an ephemeral message is there until it is dismissed or the window is opened anew', async () => {
  const whisper = (text: string) => web.chat.postEphemeral({ channel, user: ana, text });
  await whisper('Ben has it');
  await whisper('And Carla too');
  await sees(message('And Carla too').getByText('Only visible to you'));
  await message('Ben has it').getByRole('button', { name: 'Dismiss' }).click();
  await seesNoMore(visitor.card('Ben has it'));
  await visitor.page.reload();
  await sees(message('It works again'));
  expect(await visitor.card('And Carla too').count()).toBe(0);
});

it('what is unread makes a channel bold, what calls one counts, and a line stands above it in the channel', async () => {
  await say(ben, 'Old news', { channel: general });
  await place(/general/).click();
  await place(/x-desk/).click();
  await say(ben, 'Cake in the kitchen', { channel: general });
  await sees(place(/general ?unread/));
  await say(ben, `For <@${ana}> most of all`, { channel: general });
  await sees(place(/general ?1 new/));
  await place(/general/).click();
  await seesNoMore(place(/general ?1 new/));
  const lines = () => visitor.page.locator('.messages > *').allInnerTexts();
  const at = (await lines()).indexOf('New');
  expect((await lines()).slice(at - 1).join(' ')).toMatch(/^.*Old news.*New.*Cake in the kitchen/su);
  await place(/x-desk/).click();
  await place(/general/).click();
  expect(await lines()).not.toContain('New');
});

it('whoever reads further up stays there, is told how many are new, and goes to the end with what they send', async () => {
  await goUp();
  await say(ben, 'Anybody there?');
  const jump = visitor.slack.getByRole('button', { name: '1 new message' });
  await sees(jump);
  expect(await scroll('scrollTop')).toBe(0);
  await jump.click();
  await seesNoMore(jump);
  await sees(visitor.page.locator('.new-line'));
  await goUp();
  await visitor.command('/rota');
  await sees(message('Ana is on shift.'));
  await isAtEnd();
});

it('what was edited says so, what an admin deleted over a thread too, and a card that its app changed does not', async () => {
  const typo = await say(ben, 'Enginer at 11');
  await act('edit', { user: ben, channel, ts: typo, text: 'Engineer at 11' });
  await sees(message('Engineer at 11').getByText('(edited)'));
  const wrong = await say(ben, 'Wrong channel');
  await say(ana, 'Oops', { thread_ts: wrong });
  await act('delete', { user: 'carla', channel, ts: wrong });
  await sees(message('This message was deleted.').getByRole('button', { name: /^1 reply/ }));
  const lonely = await say(ben, 'Never mind');
  await sees(message('Never mind'));
  await act('delete', { user: 'carla', channel, ts: lonely });
  await seesNoMore(visitor.card('Never mind'));
  const ts = await post('Card', card('Look'));
  await web.chat.update({ channel, ts, text: 'Card', blocks: card('Seen') as never });
  await sees(message('ukuleles').getByRole('button', { name: 'Seen' }));
  expect(await message('ukuleles').getByText('(edited)').count()).toBe(0);
});

it('a thread says who answered last and when, and stands beside the channel with how many replies it has', async () => {
  const parent = await say(ben, 'Who is in on Saturday?');
  await say('carla', 'I am', { thread_ts: parent });
  await say(ana, 'Me too', { thread_ts: parent });
  const bar = message('Who is in on Saturday?').getByRole('button', {
    name: /^2 replies Last reply today at \d\d:\d\d$/,
  });
  await bar.click();
  const thread = visitor.page.getByRole('region', { name: 'Thread', exact: true });
  await sees(thread.getByText('Me too'));
  expect(await thread.locator('.messages > *').allInnerTexts()).toEqual([
    expect.stringContaining('Who is in on Saturday?'),
    '2 replies',
    expect.stringContaining('I am'),
    expect.stringContaining('Me too'),
  ]);
  await visitor.page.keyboard.press('Escape');
  await seesNoMore(thread);
  expect(await focused()).toMatch(/^2 replies/u);
});

it('a renamed channel has its new name wherever it is named, and an archived one takes no words', async () => {
  const { channel: made } = await act('addChannel', { name: 'summer', members: [ana, ben] });
  await say(ben, `See <#${made}>`);
  await sees(message('See #summer'));
  await act('rename', { channel: made, name: 'summer-reading', user: ben });
  await sees(message('See #summer-reading'));
  await act('archive', { channel: made, user: ben });
  await place(/summer-reading.*archived/).click();
  await sees(visitor.slack.getByText('You are viewing #summer-reading, an archived channel.'));
  await sees(visitor.slack.getByText('renamed the channel from "summer" to "summer-reading"'));
  expect(await visitor.slack.getByRole('combobox', { name: /^Message to/ }).isVisible()).toBe(false);
});

it('a picture that Slack can not load is a broken one with its words', async () => {
  const image_url = 'https://pictures.example/gone.jpg';
  const accessory = { type: 'image', image_url, alt_text: 'A shelf of ukuleles' };
  await post('Shelf', [{ type: 'section', text: plain('On the shelf'), accessory }]);
  await sees(message('On the shelf').getByRole('img', { name: 'A shelf of ukuleles' }));
  expect(await message('On the shelf').getByText('A shelf of ukuleles').count()).toBe(0);
  await act('brokenImages', { urls: [image_url] });
  await say(ben, 'Is it gone?');
  await sees(message('On the shelf').getByText('A shelf of ukuleles'));
});

it('arrow keys go from message to message, Home and End to the ends, and F6 to the next part', async () => {
  const { page } = visitor;
  await scroller().focus();
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toContain('Is it gone?');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toContain('On the shelf');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toContain('Is it gone?');
  await page.keyboard.press('Home');
  expect(await focused()).toContain('Line 0');
  await page.keyboard.press('End');
  expect(await focused()).toContain('Is it gone?');
  await page.keyboard.press('F6');
  expect(await page.evaluate("document.activeElement.matches('.composer input')")).toBe(true);
});

it('Tab stays in a modal; after it focus is on what was pressed, or on its message when that is gone', async () => {
  const { page } = visitor;
  for (const [label, back] of [
    ['Look', 'Look'],
    ['Open', 'Do you lend ukuleles?'],
  ] as const) {
    await post(label, card(label));
    await message('ukuleles').getByRole('button', { name: label, exact: true }).click();
    await sees(visitor.modal);
    const isInside = () => page.evaluate("document.activeElement.closest('[role=dialog]') !== null");
    for (const key of [...Array(6).fill('Tab'), ...Array(8).fill('Shift+Tab')]) {
      await page.keyboard.press(key);
      expect(await isInside(), key).toBe(true);
    }
    if (label === 'Open') await sees(page.locator('.message', { hasText: 'Taken' }));
    await page.keyboard.press('Escape');
    await seesNoMore(visitor.modal);
    await expect.poll(focused).toContain(back);
  }
});

it('when the button that has focus is gone, its message has it, and no other button', async () => {
  const ts = await post('Look', card('Look'));
  await message('ukuleles').getByRole('button', { name: 'Look', exact: true }).focus();
  await web.chat.update({ channel, ts, text: 'Seen', blocks: card('Seen') as never });
  await sees(message('ukuleles').getByRole('button', { name: 'Seen' }));
  expect(await focused()).toContain('Do you lend ukuleles?');
});

it('from a modal above another one comes back to what opened it', async () => {
  const { modal: over, page } = visitor;
  await post('Look', card('Look'));
  await message('ukuleles').getByRole('button', { name: 'Look', exact: true }).click();
  await over.getByRole('button', { name: 'Next' }).click();
  await sees(over.getByRole('heading', { name: 'Are you sure?' }));
  await over.getByRole('button', { name: 'Close' }).last().click();
  await sees(over.getByRole('heading', { name: 'Answer Maya' }));
  expect(await focused()).toBe('Next');
  await page.keyboard.press('Escape');
  await seesNoMore(over);
});

const looks: [string, Looking][] = [
  ['on a wide screen', {}],
  ['at 200 %', { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }],
  ['on a phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
];
it.each(looks)('axe finds nothing on what only Slack shows, %s', async (_, looking) => {
  const shown = await visit({ sandbox }, looking);
  const slack = '#workspace';
  const go = (name: RegExp) => shown.slack.getByRole('navigation').getByRole('button', { name }).click();
  await go(/general/);
  await web.chat.postEphemeral({ channel, user: ana, text: 'Psst' });
  await say(ben, `<@${ana}>, come`);
  await sees(shown.page.locator('.badge'));
  await go(/x-desk/);
  await sees(shown.page.locator('.new-line'));
  await sees(shown.card('Psst'));
  await shown.isAccessible('New, ephemeral, deleted, edited and grouped messages', slack);
  await shown.slack.getByRole('button', { name: /^2 replies/ }).click();
  await shown.isAccessible('a thread', slack);
  await shown.page.keyboard.press('Escape');
  await go(/archived/);
  await shown.isAccessible('an archived channel', slack);
  await go(/x-desk/);
  await shown.card('ukuleles').last().getByRole('button', { name: 'Look', exact: true }).click();
  await shown.modal.getByRole('button', { name: 'Next' }).click();
  await sees(shown.modal.getByRole('heading', { name: 'Are you sure?' }));
  await shown.isAccessible('a modal above another', slack);
  await shown.page.keyboard.press('Escape');
  await seesNoMore(shown.modal);
  await shown.page.context().close();
});
