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

test('an archived channel takes no ephemeral, no deletion and no command', async () => {
  const { ts = '' } = await post();
  await slack.act('archive', { channel });
  const whispered = slack.web.chat.postEphemeral({ channel, user: 'U0ANA0001', text: 'Psst' });
  await expect(whispered).rejects.toEqual(refusedFor('is_archived'));
  await expect(slack.web.chat.delete({ channel, ts })).rejects.toEqual(refusedFor('cant_delete_message'));
  const typed = slack.act('command', { user: 'ana', channel, command: '/rota' });
  await expect(typed).rejects.toThrow('#x-desk is archived');
  await expect(slack.act('delete', { user: 'carla', channel, ts })).rejects.toThrow('#x-desk is archived');
});

test('a renamed channel keeps its id and is found by its new name, and Slack says so in it', async () => {
  await slack.act('manifest', { events: ['channel_rename'] });
  await slack.act('rename', { channel, name: 'library-desk', user: 'carla' });
  const { channel: shown } = await slack.web.conversations.info({ channel });
  expect(shown).toMatchObject({ id: channel, name: 'library-desk', previous_names: ['x-desk'] });
  await slack.web.chat.postMessage({ channel: '#library-desk', text: 'Hello' });
  await expect(slack.web.chat.postMessage({ channel: '#x-desk', text: 'Hello' })).rejects.toEqual(
    refusedFor('channel_not_found'),
  );
  const { messages } = await slack.web.conversations.history({ channel });
  expect(messages?.at(-1)).toMatchObject({ subtype: 'channel_name', user: 'U0CARLA03' });
  expect(slack.did('event').map(({ type }) => type)).toEqual(['channel_rename']);
  await expect(slack.act('rename', { channel, name: 'general' })).rejects.toThrow('#general is here already');
  await expect(slack.act('rename', { channel, name: 'Our Desk' })).rejects.toThrow('is no channel name');
});

test('a channel where only admins post takes no post of the app, but edits', async () => {
  const { ts = '' } = await post();
  await slack.act('restrict', { channel });
  await expect(post()).rejects.toEqual(refusedFor('restricted_action'));
  await slack.web.chat.update({ channel, ts, text: 'Bye' });
  await expect(slack.act('say', { user: 'ana', channel, text: 'Hello' })).rejects.toThrow('only admins post');
  await slack.act('say', { user: 'carla', channel, text: 'Hello' });
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
  await slack.act('brokenImages', { urls: ['https://pictures.example/*'] });
  await expect(post({ blocks: [picture] })).rejects.toThrow('invalid_blocks');
  await slack.act('brokenImages', { urls: [] });
});

test('a channel that was made public, or shared, says so at the next look', async () => {
  const seen = async () => (await slack.web.conversations.info({ channel })).channel;
  await slack.act('convert', { channel, kind: 'private' });
  expect(await seen()).toMatchObject({ is_private: true, is_shared: false });
  await slack.act('convert', { channel });
  await slack.act('share', { channel, shared_with: 'T0COUNTY1' });
  expect(await seen()).toMatchObject({ is_private: false, is_shared: true, is_ext_shared: true });
});
