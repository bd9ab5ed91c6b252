import { describe, expect, test } from 'vitest';
import {
  acks,
  heard,
  input,
  modal,
  open,
  plain,
  pushFromTop,
  slack,
  stack,
  trigger,
  useWorkspace,
} from '../acts/view-scene.js';
import { refusal } from '../workspace.js';

useWorkspace();

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

  test('by external id is for the view that has it now, closed or under others, and never by both ids', async () => {
    const view = await open(modal({ external_id: 'ana-1' }));
    await pushFromTop(modal());
    const update = (external_id: string) =>
      slack.web.views.update({ external_id, view: modal({ external_id: 'ana-2' }) });
    expect((await update('ana-1')).view).toMatchObject({ id: view?.id, external_id: 'ana-2' });
    expect(await refusal(update('ana-1'))).toMatchObject({ error: 'not_found' });
    const both = { view_id: String(view?.id), external_id: 'ana-2', view: modal() };
    expect(await refusal(slack.web.views.update(both as never))).toMatchObject({
      error: 'invalid_arguments',
    });
    await slack.act('close', { user: 'ana', all: true });
    expect(await refusal(update('ana-2'))).toMatchObject({ error: 'not_found' });
    const again = slack.web.views.open({
      trigger_id: await trigger(),
      view: modal({ external_id: 'ana-2' }),
    });
    expect(await refusal(again)).toMatchObject({ error: 'duplicate_external_id' });
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
    acks.push(
      { response_action: 'errors', errors: { answer: 'Too short.' } },
      { response_action: 'update', view: modal({ title: plain('Are you sure?') }) },
      { response_action: 'push', view: modal({ title: plain('Really?'), blocks: [] }) },
      { response_action: 'clear' },
    );
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
    acks.push(
      { response_action: 'errors', errors: { next: 'no input' } },
      { response_action: 'update', view: modal({ title: plain('a'.repeat(25)) }) },
      { response_action: 'reload' },
    );
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
