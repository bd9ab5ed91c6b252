import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { channel } from '../e2e/desk.js';
import { sees, useBrowser, visit } from './browser.js';

let sandbox: Sandbox;
let slack: WebClient;
beforeAll(async () => {
  sandbox = await createSandbox();
  slack = new WebClient('xoxb-sandbox', { slackApiUrl: sandbox.slackUrl });
});
afterAll(() => sandbox?.close());
useBrowser();

/** As big as a card of the desk gets: who, head, quote, line, three buttons and a menu. */
const card = (number: number) => [
  {
    type: 'context',
    elements: [
      {
        type: 'image',
        image_url: `https://pbs.twimg.com/profile_images/${number}/a.jpg`,
        alt_text: 'A face',
      },
      { type: 'plain_text', text: `Patron ${number}` },
    ],
  },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'link', url: 'https://x.com/patron', text: '@patron' },
          { type: 'text', text: ' · 10:42 · ' },
          { type: 'link', url: 'https://x.com/i/status/1', text: 'View on X' },
        ],
      },
      {
        type: 'rich_text_quote',
        elements: [{ type: 'text', text: 'Do you have large-print crime novels?' }],
      },
    ],
  },
  { type: 'context', elements: [{ type: 'plain_text', text: 'Question · Ana is on shift' }] },
  {
    type: 'actions',
    elements: [
      ...['Answer', 'Ask back', 'Point to the help desk'].map((text) => ({
        type: 'button',
        action_id: text,
        text: { type: 'plain_text', text },
      })),
      {
        type: 'overflow',
        action_id: 'more',
        options: [{ text: { type: 'plain_text', text: 'More…' }, value: 'more' }],
      },
    ],
  },
];

async function post(number: number): Promise<void> {
  // Slack takes one message a second and channel.
  sandbox.clock.advance(1_001);
  const { ts } = await slack.chat.postMessage({ channel, text: `Patron ${number}`, blocks: card(number) });
  sandbox.clock.advance(1_001);
  await slack.chat.postMessage({
    channel,
    thread_ts: String(ts),
    text: 'A question. To answer, press Answer above.',
  });
}

const nodes = "document.evaluate('count(//node())', document, null, XPathResult.NUMBER_TYPE).numberValue";

interface Held {
  readonly messages: Record<string, { ts: string; threadTs?: string; text: string }[]>;
}

/** A channel with so many cards, each with its line in the thread: the first one again and again, a minute apart. */
async function fill(count: number): Promise<void> {
  await post(1);
  const held = sandbox.slack.snapshot() as Held;
  const [first, line] = held.messages[channel] ?? [];
  if (!first || !line) throw new Error('There is no card.');
  const later = ({ ts }: { ts: string }, minutes: number) => (Number(ts) + minutes * 60).toFixed(6);
  held.messages[channel] = Array.from({ length: count }, (_, index) => [
    { ...first, ts: later(first, index), blocks: card(index + 1) },
    { ...line, ts: later(line, index), threadTs: later(first, index) },
  ]).flat();
  sandbox.slack.restore(held);
  sandbox.clock.advance(count * 60_000);
}

it('500 cards stay under 20,000 nodes, and a new one changes at most 200', async () => {
  await fill(500);
  const { page, ...visitor } = await visit({ sandbox });
  await sees(visitor.card('Patron 500'));
  for (const earlier of [400, 300]) {
    await page.locator('.earlier button', { hasText: `(${earlier})` }).click();
  }
  await sees(page.locator('.earlier', { hasText: '200 earlier messages are not drawn' }));
  const before = Number(await page.evaluate(nodes));
  expect(before).toBeLessThan(20_000);

  await page.evaluate(`
    window.changed = 0;
    const count = (node) => 1 + [...node.childNodes].reduce((sum, one) => sum + count(one), 0);
    new MutationObserver((records) => {
      for (const { type, addedNodes, removedNodes } of records) {
        if (type !== 'childList') changed += 1;
        for (const node of [...addedNodes, ...removedNodes]) changed += count(node);
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  `);
  await post(501);
  await sees(visitor.card('Patron 501').locator('.replies'));
  const changed = Number(await page.evaluate('changed'));
  console.log(`500 cards: ${before} nodes; a new card and its line in the thread changed ${changed}`);
  expect(changed).toBeLessThanOrEqual(200);
});
