import { WebAPIPlatformError } from '@slack/web-api';
import { expect, it } from 'vitest';
import { ChannelRefused, Gone, MessageRefused, OutcomeUnknown } from '../../../src/errors.js';
import { isPictureRefused, slackFault } from '../../../src/slack/connect/faults.js';

it('a mistake of ours in a call to Slack shows as what it is', () => {
  const mistake = new TypeError('no such field');
  expect(slackFault(mistake, 'chat.update', 0)).toBe(mistake);
});

it('what nobody foresaw of Slack leaves open what became of the call', () => {
  expect(slackFault(new Error('strange'), 'chat.update', 0)).toBeInstanceOf(OutcomeUnknown);
});

const answered = (error: string, ...messages: string[]) =>
  slackFault(
    new WebAPIPlatformError({
      ok: false,
      error,
      ...(messages.length > 0 ? { response_metadata: { messages } } : {}),
    }),
    'chat.postMessage',
    0,
  );

it.each([
  ...['not_in_channel', 'channel_not_found', 'is_archived', 'is_inactive', 'missing_scope'],
  ...['restricted_action', 'restricted_action_read_only_channel', 'restricted_action_thread_only_channel'],
])('%s refuses the whole channel, and is known by that name', (code) => {
  expect(answered(code)).toMatchObject({ constructor: ChannelRefused, code });
});

it.each<[string, MessageRefused['what']]>([
  ['msg_too_long', 'content'],
  ['msg_blocks_too_long', 'content'],
  ['invalid_blocks', 'content'],
  ['edit_window_closed', 'edit'],
  ['cant_update_message', 'edit'],
  ['thread_not_found', 'thread'],
  ['restricted_action_thread_locked', 'thread'],
])('%s refuses one message alone: its %s', (code, what) => {
  expect(answered(code)).toMatchObject({ constructor: MessageRefused, what });
});

it('a message that somebody deleted is gone', () => {
  expect(answered('message_not_found')).toBeInstanceOf(Gone);
});

it('a picture that Slack could not load is told from other blocks that it does not take', () => {
  expect(
    isPictureRefused(answered('invalid_blocks', '[ERROR] downloading image failed [json-pointer:/blocks/0]')),
  ).toBe(true);
  expect(
    isPictureRefused(answered('invalid_blocks', '[ERROR] invalid url [json-pointer:/blocks/2/image_url]')),
  ).toBe(true);
  expect(isPictureRefused(answered('invalid_blocks', '[ERROR] must be less than 3001 characters'))).toBe(
    false,
  );
});
