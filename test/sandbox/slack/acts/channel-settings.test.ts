import { expect, test } from 'vitest';
import { slack, useSlack } from '../workspace.js';

useSlack();

const channel = 'C0XDESK01';
const post = (more: object = {}) => slack.web.chat.postMessage({ channel, text: 'Hello', ...more });
const refusedFor = (error: string) => expect.objectContaining({ data: expect.objectContaining({ error }) });

test('nothing is posted or edited in an archived channel, and the app hears that it is open again', async () => {
  const { ts = '' } = await post();
  await slack.act('archive', { channel });
  await expect(post()).rejects.toEqual(refusedFor('is_archived'));
  await expect(slack.web.chat.update({ channel, ts, text: 'Bye' })).rejects.toEqual(
    refusedFor('is_inactive'),
  );
  await slack.act('unarchive', { channel });
  await slack.web.chat.update({ channel, ts, text: 'Bye' });
  const events = slack.world.journal.read().filter(({ kind }) => kind === 'event');
  expect(events.map(({ type }) => type)).toEqual(['channel_unarchive']);
});

test('a channel where only admins post takes no post of the app, but edits', async () => {
  const { ts = '' } = await post();
  await slack.act('restrict', { channel });
  await expect(post()).rejects.toEqual(refusedFor('restricted_action'));
  await slack.web.chat.update({ channel, ts, text: 'Bye' });
  await slack.act('restrict', { channel, on: false });
});

test('a message is not edited after the time that the workspace allows', async () => {
  const { ts = '' } = await post();
  await slack.act('editWindow', { minutes: 1 });
  await slack.web.chat.update({ channel, ts, text: 'Soon' });
  slack.world.clock.advance(61_000);
  await expect(slack.web.chat.update({ channel, ts, text: 'Late' })).rejects.toEqual(
    refusedFor('edit_window_closed'),
  );
});

test('an image block whose picture can not be loaded is refused; an image element is not', async () => {
  const image_url = 'https://pictures.example/gone.jpg';
  await slack.act('brokenImages', { urls: [image_url] });
  const picture = { type: 'image', image_url, alt_text: 'A shelf' };
  await expect(post({ blocks: [picture] })).rejects.toThrow('invalid_blocks');
  await post({ blocks: [{ type: 'context', elements: [picture] }] });
  await slack.act('brokenImages', { urls: [] });
});
