import type { ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import {
  heard,
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

  test('keeps to real time, whatever the clock says', async () => {
    const trigger_id = await trigger();
    slack.world.clock.advance(3_600_000);
    await expect(slack.web.views.open({ trigger_id, view: modal() })).resolves.toMatchObject({ ok: true });
  });

  test('outlives a picture that can not be loaded, in a view of any method', async () => {
    const image_url = 'https://pictures.example/gone.jpg';
    await slack.act('brokenImages', { urls: [image_url] });
    const blocks = [{ type: 'image' as const, image_url, alt_text: 'A shelf' }];
    const trigger_id = await trigger();
    const messages = ['[ERROR] downloading image failed [json-pointer:/view/blocks/0/image_url]'];
    const refused = { error: 'invalid_arguments', messages };
    const broken = modal({ blocks });
    expect(await refusal(slack.web.views.open({ trigger_id, view: broken }))).toMatchObject(refused);
    const { view } = await slack.web.views.open({ trigger_id, view: modal() });
    const again = slack.web.views.update({ view_id: view?.id ?? '', view: broken });
    expect(await refusal(again)).toMatchObject(refused);
    await slack.act('brokenImages', { urls: [] });
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
