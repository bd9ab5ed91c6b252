import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal, type Started, startSlack } from '../workspace.js';
import { actions, button, letters, plain, times } from './block-samples.js';

type Fields = Record<string, unknown>;

let slack: Started;
beforeAll(async () => {
  slack = await startSlack();
});
afterAll(() => slack.close());

const overflow = (count: number) => ({
  type: 'overflow',
  action_id: 'more',
  options: times(count, (index) => ({ text: plain(`Option ${index}`), value: `${index}` })),
});
const option = { text: plain('A'), value: 'a' };
const confirm = (sizes: { title?: number; text?: number; confirm?: number; deny?: number }) => ({
  title: plain(letters(sizes.title ?? 5)),
  text: plain(letters(sizes.text ?? 5)),
  confirm: plain(letters(sizes.confirm ?? 5)),
  deny: plain(letters(sizes.deny ?? 5)),
});
const input = (element: Fields, more: Fields = {}) => ({
  type: 'input',
  label: plain('Words'),
  element: { type: 'plain_text_input', action_id: 'words', ...element },
  ...more,
});
const validate = (blocks: unknown) =>
  slack.web.apiCall('blocks.validate', { blocks: JSON.stringify(blocks) });

/** Name, the largest that passes, how blocks of that size look, and where Slack points when it is one more. */
const limits: [string, number, (size: number) => unknown[], string][] = [
  ['blocks of a message', 50, (size) => times(size, () => ({ type: 'divider' })), ''],
  [
    'characters of a section',
    3000,
    (size) => [{ type: 'section', text: plain(letters(size)) }],
    '/0/text/text',
  ],
  [
    'fields of a section',
    10,
    (size) => [{ type: 'section', fields: times(size, () => plain('a')) }],
    '/0/fields',
  ],
  [
    'characters of a field',
    2000,
    (size) => [{ type: 'section', fields: [plain(letters(size))] }],
    '/0/fields/0/text',
  ],
  ['characters of a header', 150, (size) => [{ type: 'header', text: plain(letters(size)) }], '/0/text/text'],
  [
    'elements of a context',
    10,
    (size) => [{ type: 'context', elements: times(size, () => plain('a')) }],
    '/0/elements',
  ],
  [
    'elements of actions',
    25,
    (size) => [actions(...times(size, (index) => button({ action_id: `go-${index}` })))],
    '/0/elements',
  ],
  [
    'characters on a button',
    75,
    (size) => [actions(button({ text: plain(letters(size)) }))],
    '/0/elements/0/text/text',
  ],
  ["a button's value", 2000, (size) => [actions(button({ value: letters(size) }))], '/0/elements/0/value'],
  [
    "a button's url",
    3000,
    (size) => [actions(button({ url: `https://x.com/${letters(size - 14)}` }))],
    '/0/elements/0/url',
  ],
  ['an action_id', 255, (size) => [actions(button({ action_id: letters(size) }))], '/0/elements/0/action_id'],
  ['a block_id', 255, (size) => [{ type: 'divider', block_id: letters(size) }], '/0/block_id'],
  [
    "a dialog's title",
    100,
    (size) => [actions(button({ confirm: confirm({ title: size }) }))],
    '/0/elements/0/confirm/title/text',
  ],
  [
    "a dialog's text",
    300,
    (size) => [actions(button({ confirm: confirm({ text: size }) }))],
    '/0/elements/0/confirm/text/text',
  ],
  [
    "a dialog's yes",
    30,
    (size) => [actions(button({ confirm: confirm({ confirm: size }) }))],
    '/0/elements/0/confirm/confirm/text',
  ],
  [
    "a dialog's no",
    30,
    (size) => [actions(button({ confirm: confirm({ deny: size }) }))],
    '/0/elements/0/confirm/deny/text',
  ],
  ['options of an overflow menu', 5, (size) => [actions(overflow(size))], '/0/elements/0/options'],
  [
    "an image's alt text",
    2000,
    (size) => [{ type: 'image', image_url: 'https://x.com/a.png', alt_text: letters(size) }],
    '/0/alt_text',
  ],
  ["an input's label", 2000, (size) => [input({}, { label: plain(letters(size)) })], '/0/label/text'],
  ["an input's hint", 2000, (size) => [input({}, { hint: plain(letters(size)) })], '/0/hint/text'],
  [
    "an input's first words",
    3000,
    (size) => [input({ initial_value: letters(size) })],
    '/0/element/initial_value',
  ],
  ["an input's own limit", 3000, (size) => [input({ max_length: size })], '/0/element/max_length'],
];

describe('blocks.validate', () => {
  test.each(limits)('takes %s up to %i and points at one more', async (_name, max, make, pointer) => {
    slack.world.clock.advance(60_000);
    await expect(validate(make(max))).resolves.toMatchObject({ ok: true });
    const refused = await refusal(validate(make(max + 1)));
    expect(refused).toMatchObject({
      error: 'invalid_blocks',
      errors: [{ code: 'failed_constraint', pointer }],
    });
  });

  const wrong: [string, unknown, Fields][] = [
    ['an unknown block', [{ type: 'alert' }], { message: 'unsupported type: alert', pointer: '/0/type' }],
    [
      'an unknown kind of text, in the words of the documentation',
      [{ type: 'section', text: { type: 'invalid', text: 'a' } }],
      {
        code: 'failed_constraint',
        message: 'unsupported type: invalid',
        pointer: '/0/text/type',
        constraint: { type: 'enum', expected: ['plain_text', 'mrkdwn'] },
      },
    ],
    ['a missing field', [{ type: 'header' }], { message: 'missing required field: text', pointer: '/0' }],
    [
      'a field too many',
      [{ type: 'divider', text: 'a' }],
      { message: 'invalid additional property: text', pointer: '/0' },
    ],
    ['an empty text', [{ type: 'header', text: plain('') }], { message: 'must be more than 0 characters' }],
    [
      'mrkdwn in a header',
      [{ type: 'header', text: { type: 'mrkdwn', text: 'a' } }],
      { pointer: '/0/text/type' },
    ],
    [
      'emoji in mrkdwn',
      [{ type: 'section', text: { type: 'mrkdwn', text: 'a', emoji: true } }],
      { pointer: '/0/text' },
    ],
    ['a section without words', [{ type: 'section' }], { pointer: '/0' }],
    ['a button in a context', [{ type: 'context', elements: [button()] }], { pointer: '/0/elements/0/type' }],
    [
      'an input as accessory',
      [{ type: 'section', text: plain('a'), accessory: input({}).element }],
      { pointer: '/0/accessory/type' },
    ],
    [
      'twice the same block_id',
      times(2, () => ({ type: 'divider', block_id: 'a' })),
      { pointer: '/1/block_id' },
    ],
    ['twice the same action_id in a block', [actions(button(), button())], { pointer: '/0' }],
    ['an unknown style', [actions(button({ style: 'default' }))], { pointer: '/0/elements/0/style' }],
    ['no url', [actions(button({ url: 'x dot com' }))], { pointer: '/0/elements/0/url' }],
    [
      'an image that Slack cannot fetch',
      [{ type: 'image', image_url: 'http://127.0.0.1:8080/a.png', alt_text: 'a' }],
      { message: 'downloading image failed', pointer: '/0/image_url' },
    ],
    [
      'an empty rich text element',
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }],
        },
      ],
      { pointer: '/0/elements/0/elements/0/text' },
    ],
    ['a rich text with nothing in it', [{ type: 'rich_text', elements: [] }], { pointer: '/0/elements' }],
    [
      'a line of rich text with nothing in it',
      [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [] }] }],
      { pointer: '/0/elements/0/elements' },
    ],
    [
      'an initial option that is no option to the letter',
      [input({ type: 'static_select', options: [option], initial_option: { ...option, text: plain('B') } })],
      { message: 'the initial option must be one of the options', pointer: '/0/element' },
    ],
    ['a list of no list', { type: 'divider' }, { message: 'must provide an array', pointer: '' }],
  ];
  test.each(wrong)('refuses %s', async (_name, blocks, problem) => {
    slack.world.clock.advance(60_000);
    expect(await refusal(validate(blocks))).toMatchObject({ error: 'invalid_blocks', errors: [problem] });
  });

  test('wants exactly one of blocks, view and message', async () => {
    expect(await refusal(slack.web.apiCall('blocks.validate'))).toMatchObject({
      error: 'invalid_arguments',
      messages: ['must provide exactly one of `blocks`, `view`, or `message`'],
    });
  });

  test('judges a message and a view with the same rules', async () => {
    const header = { type: 'header', text: plain(letters(151)) };
    const message = slack.web.apiCall('blocks.validate', { message: JSON.stringify({ blocks: [header] }) });
    expect(await refusal(message)).toMatchObject({
      error: 'invalid_message',
      errors: [{ pointer: '/blocks/0/text/text' }],
    });
    const view = slack.web.apiCall('blocks.validate', {
      view: JSON.stringify({ type: 'home', blocks: [header] }),
    });
    expect(await refusal(view)).toMatchObject({
      error: 'invalid_view',
      errors: [{ pointer: '/blocks/0/text/text' }],
    });
  });
});
