import { setTimeout as delay } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusal, type Started, startApp, startSlack } from './desk-app.js';

type Fields = Record<string, unknown>;

let slack: Started;
let stop: () => Promise<void>;
/** What the app has heard: presses with their trigger, submissions and closes. */
const heard: Fields[] = [];
/** What the next submission is acked with. */
let acks: Fields[] = [];

function listen(app: App) {
  app.action(/.*/, async ({ ack, body }) => {
    await ack();
    heard.push(body as unknown as Fields);
  });
  app.view({ type: 'view_submission', callback_id: /.*/ }, async ({ ack, body }) => {
    heard.push(body as unknown as Fields);
    const answer = acks.shift();
    await (answer ? ack(answer as never) : ack());
  });
  app.view({ type: 'view_closed', callback_id: /.*/ }, async ({ ack, body }) => {
    await ack();
    heard.push(body as unknown as Fields);
  });
}

beforeAll(async () => {
  slack = await startSlack();
  ({ stop } = await startApp(slack, listen));
});
afterAll(async () => {
  await stop();
  await slack.close();
});
beforeEach(() => {
  slack.reset();
  heard.length = 0;
  acks = [];
});

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const button = { type: 'button', action_id: 'next', text: plain('Next') };
const input = (block_id: string, more: Fields = {}, blockMore: Fields = {}) => ({
  type: 'input',
  block_id,
  label: plain('Words'),
  element: { type: 'plain_text_input', action_id: 'words', ...more },
  ...blockMore,
});
const modal = (more: Fields = {}) =>
  ({
    type: 'modal',
    title: plain('Answer Maya'),
    submit: plain('Send'),
    callback_id: 'editor',
    blocks: [{ type: 'actions', elements: [button] }, input('answer')],
    ...more,
  }) as unknown as ModalView;

/** A fresh trigger of Ana's, by a press on a card. */
async function trigger() {
  slack.world.clock.advance(1000);
  const blocks = [{ type: 'actions', elements: [{ ...button, action_id: 'open' }] }];
  const { ts } = await slack.web.chat.postMessage({
    channel: 'C0XDESK01',
    text: 'card',
    blocks: blocks as never,
  });
  await slack.act('press', { user: 'ana', channel: 'x-desk', ts, action_id: 'open' });
  return heardTrigger();
}
/** The trigger of Ana's last press. */
async function heardTrigger() {
  await expect.poll(() => heard.length).toBeGreaterThan(0);
  const { trigger_id } = heard.pop() ?? {};
  return String(trigger_id);
}
const open = async (view: ModalView = modal()) =>
  (await slack.web.views.open({ trigger_id: await trigger(), view })).view;
const pushFromTop = async (view: ModalView) => {
  await slack.act('press', { user: 'ana', action_id: 'next' });
  return slack.web.views.push({ trigger_id: await heardTrigger(), view });
};
const stack = async () => (await slack.act('views', { user: 'ana' })).views as Fields[];

describe('a trigger', () => {
  test('works once', async () => {
    const trigger_id = await trigger();
    const view = (await slack.web.views.open({ trigger_id, view: modal() })).view;
    expect(view).toMatchObject({
      type: 'modal',
      callback_id: 'editor',
      state: { values: { answer: { words: { type: 'plain_text_input', value: null } } } },
      root_view_id: view?.id,
      previous_view_id: null,
      app_id: 'A0DESK001',
    });
    const again = slack.web.views.open({ trigger_id, view: modal() });
    expect(await refusal(again)).toMatchObject({ error: 'exchanged_trigger_id' });
  });

  test('works for three seconds of real time, whatever the clock says', async () => {
    const trigger_id = await trigger();
    slack.world.clock.advance(3_600_000);
    await expect(slack.web.views.open({ trigger_id, view: modal() })).resolves.toMatchObject({ ok: true });
    const late = await trigger();
    await delay(3050);
    expect(await refusal(slack.web.views.open({ trigger_id: late, view: modal() }))).toMatchObject({
      error: 'expired_trigger_id',
    });
  });

  test('is refused when it is malformed or unknown, and outlives a view that is refused', async () => {
    const with_ = (trigger_id: string, view = modal()) => refusal(slack.web.views.open({ trigger_id, view }));
    expect(await with_('soon')).toMatchObject({
      error: 'invalid_arguments',
      messages: ['[ERROR] invalid `trigger_id` [json-pointer:/trigger_id]'],
    });
    expect(await with_('123.456.abc')).toMatchObject({ error: 'invalid_trigger_id' });
    const trigger_id = await trigger();
    expect(await with_(trigger_id, modal({ title: plain('a'.repeat(25)) }))).toMatchObject({
      error: 'invalid_arguments',
      messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'],
    });
    await expect(slack.web.views.open({ trigger_id, view: modal() })).resolves.toMatchObject({ ok: true });
  });
});

describe('the limits of a view', () => {
  const letters = (count: number) => 'a'.repeat(count);
  const dividers = (count: number) => ({
    blocks: Array.from({ length: count }, () => ({ type: 'divider' })),
  });
  test.each([
    ['a title', 24, (size: number) => ({ title: plain(letters(size)) }), '/view/title/text'],
    ['a submit button', 24, (size: number) => ({ submit: plain(letters(size)) }), '/view/submit/text'],
    ['a close button', 24, (size: number) => ({ close: plain(letters(size)) }), '/view/close/text'],
    [
      'private_metadata',
      3000,
      (size: number) => ({ private_metadata: letters(size) }),
      '/view/private_metadata',
    ],
    ['a callback_id', 255, (size: number) => ({ callback_id: letters(size) }), '/view/callback_id'],
    ['an external_id', 255, (size: number) => ({ external_id: letters(size) }), '/view/external_id'],
    ['blocks', 100, dividers, '/view/blocks'],
  ])('%s: %i pass, one more is pointed at', async (_name, max, make, pointer) => {
    const trigger_id = await trigger();
    const refused = await refusal(slack.web.views.open({ trigger_id, view: modal(make(max + 1)) }));
    expect(refused).toMatchObject({
      error: 'invalid_arguments',
      messages: [expect.stringContaining(`[json-pointer:${pointer}]`)],
    });
    await expect(slack.web.views.open({ trigger_id, view: modal(make(max)) })).resolves.toMatchObject({
      ok: true,
    });
  });

  test('a modal with an input needs a submit button; a home takes no title', async () => {
    const { submit: _submit, ...bare } = modal();
    const view = bare as ModalView;
    expect(await refusal(slack.web.views.open({ trigger_id: await trigger(), view }))).toMatchObject({
      messages: [expect.stringContaining('`submit` is required')],
    });
    const home = { type: 'home', title: plain('Home'), blocks: [] };
    const published = slack.web.apiCall('views.publish', { user_id: 'U0ANA0001', view: home });
    expect(await refusal(published)).toMatchObject({
      messages: ['[ERROR] invalid additional property: title [json-pointer:/view]'],
    });
  });
});

describe('the stack', () => {
  test('holds three views; pushing needs a press inside a modal', async () => {
    expect(await refusal(slack.web.views.push({ trigger_id: await trigger(), view: modal() }))).toMatchObject(
      {
        error: 'not_found',
      },
    );
    const root = await open();
    const second = (await pushFromTop(modal())).view;
    expect(second).toMatchObject({ root_view_id: root?.id, previous_view_id: root?.id });
    await pushFromTop(modal());
    expect(await refusal(pushFromTop(modal()))).toMatchObject({ error: 'push_limit_reached' });
    expect(await stack()).toHaveLength(3);
  });

  test('opening anew replaces what is open', async () => {
    await open();
    await pushFromTop(modal());
    const fresh = await open();
    expect(await stack()).toMatchObject([{ id: fresh?.id }]);
  });

  test('closing takes one view, the ✕ all of them, clear_on_close too', async () => {
    await open();
    await pushFromTop(modal());
    await slack.act('close', { user: 'ana' });
    expect(await stack()).toHaveLength(1);
    await pushFromTop(modal());
    await slack.act('close', { user: 'ana', all: true });
    expect(await stack()).toEqual([]);
    await open();
    await pushFromTop(modal({ clear_on_close: true }));
    await slack.act('close', { user: 'ana' });
    expect(await stack()).toEqual([]);
  });

  test('view_closed comes only with notify_on_close, and brings no values', async () => {
    await open();
    expect(await slack.act('close', { user: 'ana' })).toMatchObject({ told: 0 });
    await open(modal({ notify_on_close: true }));
    await slack.act('type', { user: 'ana', text: 'half a sentence' });
    expect(await slack.act('close', { user: 'ana' })).toMatchObject({ told: 1, acked: true });
    await expect.poll(() => heard).toMatchObject([{ type: 'view_closed', is_cleared: false }]);
    expect(heard[0]).toHaveProperty('view.state.values', {});
    expect(heard[0]).not.toHaveProperty('trigger_id');
  });
});

describe('updating a view', () => {
  test('keeps what was typed under the same ids; a new block_id takes the new words', async () => {
    const view = await open();
    await slack.act('type', { user: 'ana', text: 'mine' });
    const update = (block_id: string) =>
      slack.web.views.update({
        view_id: String(view?.id),
        view: modal({ blocks: [input(block_id, { initial_value: 'starter' })] }),
      });
    expect((await update('answer')).view?.state).toMatchObject({
      values: { answer: { words: { value: 'mine' } } },
    });
    expect((await update('other')).view?.state).toMatchObject({
      values: { other: { words: { value: 'starter' } } },
    });
  });

  test('is refused with an old hash, for a closed view, and for another type', async () => {
    const view = await open();
    const view_id = String(view?.id);
    const hash = String(view?.hash);
    await slack.web.views.update({ view_id, hash, view: modal() });
    expect(await refusal(slack.web.views.update({ view_id, hash, view: modal() }))).toMatchObject({
      error: 'hash_conflict',
    });
    const home = slack.web.views.update({ view_id, view: { type: 'home', blocks: [] } });
    expect(await refusal(home)).toMatchObject({ error: 'invalid_arguments' });
    await slack.act('close', { user: 'ana' });
    expect(await refusal(slack.web.views.update({ view_id, view: modal() }))).toMatchObject({
      error: 'not_found',
    });
  });

  test('finds a view by its external id, which no other view may have', async () => {
    await open(modal({ external_id: 'maya' }));
    await expect(slack.web.views.update({ external_id: 'maya', view: modal() })).resolves.toMatchObject({
      ok: true,
    });
    await slack.web.views.publish({
      user_id: 'U0ANA0001',
      view: { type: 'home', external_id: 'home', blocks: [] },
    });
    const taken = slack.web.views.open({ trigger_id: await trigger(), view: modal({ external_id: 'home' }) });
    expect(await refusal(taken)).toMatchObject({ error: 'duplicate_external_id' });
  });

  test('a home is published anew with its hash', async () => {
    const publish = (hash?: string) =>
      slack.web.views.publish({
        user_id: 'U0ANA0001',
        view: { type: 'home', blocks: [{ type: 'divider' }] },
        ...(hash && { hash }),
      });
    const first = await publish();
    const second = await publish(String(first.view?.hash));
    expect(second.view?.id).toBe(first.view?.id);
    expect(await refusal(publish(String(first.view?.hash)))).toMatchObject({ error: 'hash_conflict' });
  });
});

describe('submitting', () => {
  test('sends what was typed and closes the view on an empty ack', async () => {
    await open();
    await slack.act('type', { user: 'ana', text: 'Hi Maya & co' });
    expect(await slack.act('submit', { user: 'ana' })).toMatchObject({ acked: true, closed: true });
    expect(heard.at(-1)).toMatchObject({
      type: 'view_submission',
      user: { id: 'U0ANA0001', name: 'ana' },
      view: { state: { values: { answer: { words: { type: 'plain_text_input', value: 'Hi Maya & co' } } } } },
      response_urls: [],
    });
    expect(await stack()).toEqual([]);
  });

  test('with an empty required input never leaves the client', async () => {
    await open(
      modal({
        blocks: [input('answer'), input('note', {}, { optional: true }), input('long', { min_length: 5 })],
      }),
    );
    await slack.act('type', { user: 'ana', text: 'abc', block_id: 'long' });
    expect(await slack.act('submit', { user: 'ana' })).toMatchObject({
      acked: false,
      closed: false,
      errors: { answer: 'Please complete this required field.', long: 'Please enter at least 5 characters.' },
    });
    expect(heard).toEqual([]);
  });

  test('errors, update, push and clear do what they say', async () => {
    await open();
    await slack.act('type', { user: 'ana', text: 'a' });
    acks = [
      { response_action: 'errors', errors: { answer: 'Too short.' } },
      { response_action: 'update', view: modal({ title: plain('Are you sure?') }) },
      { response_action: 'push', view: modal({ title: plain('Really?'), blocks: [] }) },
      { response_action: 'clear' },
    ];
    const submit = () => slack.act('submit', { user: 'ana' });
    expect(await submit()).toMatchObject({ closed: false, errors: { answer: 'Too short.' } });
    expect(await submit()).toMatchObject({ closed: false, view: { title: { text: 'Are you sure?' } } });
    expect(await submit()).toMatchObject({ closed: false, view: { title: { text: 'Really?' } } });
    expect(await stack()).toHaveLength(2);
    expect(await submit()).toMatchObject({ closed: true });
    expect(await stack()).toEqual([]);
  });

  test('an answer that Slack cannot use leaves the modal open and fails for the person', async () => {
    await open();
    await slack.act('type', { user: 'ana', text: 'a' });
    acks = [
      { response_action: 'errors', errors: { next: 'no input' } },
      { response_action: 'update', view: modal({ title: plain('a'.repeat(25)) }) },
      { response_action: 'reload' },
    ];
    for (const why of ["no input block 'next'", 'must be less than 25', "'reload' is none of"]) {
      expect(await slack.act('submit', { user: 'ana' })).toMatchObject({
        closed: false,
        error: expect.stringContaining(why),
      });
    }
    expect(await stack()).toHaveLength(1);
  });
});

describe('typing', () => {
  test('tells the app only where the input dispatches it', async () => {
    const dispatch = { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } };
    await open(
      modal({
        blocks: [
          input('silent'),
          input('entered', {}, { dispatch_action: true }),
          input('typed', dispatch, { dispatch_action: true }),
        ],
      }),
    );
    const type = (block_id: string, more = {}) =>
      slack.act('type', { user: 'ana', text: 'a', block_id, ...more });
    expect(await type('silent')).toMatchObject({ sent: false });
    expect(await type('entered')).toMatchObject({ sent: false });
    expect(await type('entered', { enter: true })).not.toHaveProperty('sent');
    expect(await type('typed')).not.toHaveProperty('sent');
    await expect.poll(() => heard).toHaveLength(2);
    expect(heard[1]).toMatchObject({
      container: { type: 'view' },
      actions: [{ type: 'plain_text_input', block_id: 'typed', value: 'a' }],
      view: { state: { values: { silent: { words: { value: 'a' } }, entered: { words: { value: 'a' } } } } },
    });
  });

  test('stops at the longest that the input takes', async () => {
    await open(modal({ blocks: [input('answer', { max_length: 3 })] }));
    await expect(slack.act('type', { user: 'ana', text: 'abcd' })).rejects.toThrow(
      'at most 3 characters, not 4',
    );
  });
});

describe('choosing in a modal', () => {
  const option = (value: string) => ({ text: plain(value.toUpperCase()), value });
  test('fills the state, and tells the app unless it is an input that does not dispatch', async () => {
    const select = { type: 'static_select', action_id: 'shift', options: [option('am'), option('pm')] };
    const boxes = { type: 'checkboxes', action_id: 'days', options: [option('mon')] };
    await open(
      modal({
        blocks: [
          { type: 'section', block_id: 's', text: plain('Shift'), accessory: select },
          { type: 'input', block_id: 'd', label: plain('Days'), element: boxes },
          { type: 'actions', block_id: 'w', elements: [{ type: 'users_select', action_id: 'who' }] },
        ],
      }),
    );
    const press = (action_id: string, chosen: string) =>
      slack.act('press', { user: 'ana', action_id, option: chosen });
    expect(await press('shift', 'PM')).toMatchObject({ acked: true });
    expect(await press('days', 'mon')).toMatchObject({ sent: false });
    expect(await press('who', 'U0BEN0002')).toMatchObject({ acked: true });
    await expect(press('shift', 'night')).rejects.toThrow('There is: am [AM], pm [PM]');
    const [view] = await stack();
    expect(view?.values).toEqual({
      s: { shift: { type: 'static_select', selected_option: option('pm') } },
      d: { days: { type: 'checkboxes', selected_options: [option('mon')] } },
      w: { who: { type: 'users_select', selected_user: 'U0BEN0002' } },
    });
  });
});
