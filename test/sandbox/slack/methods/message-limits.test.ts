import { describe, expect, test } from 'vitest';
import { actions, button, letters, plain, times } from '../blocks/block-samples.js';
import { refusal, slack, useSlack } from '../workspace.js';

type Fields = Record<string, unknown>;

useSlack();

describe('a message', () => {
  const post = (more: Fields) =>
    slack.web.apiCall('chat.postMessage', { channel: 'C0XDESK01', text: 'a', ...more });

  test('is refused for the same reasons, in words with a pointer', async () => {
    const refused = await refusal(
      post({ blocks: [actions(...times(26, (index) => button({ action_id: `${index}` })))] }),
    );
    expect(refused).toMatchObject({
      error: 'invalid_blocks',
      errors: ['no more than 25 items allowed [json-pointer:/blocks/0/elements]'],
      messages: ['[ERROR] no more than 25 items allowed [json-pointer:/blocks/0/elements]'],
    });
  });

  test('holds 4,000 characters of text and about 11,000 in its blocks', async () => {
    expect(await refusal(post({ text: letters(4001) }))).toMatchObject({
      error: 'msg_too_long',
      messages: ['[ERROR] must be less than 4001 characters [json-pointer:/text]'],
    });
    const long = times(4, () => ({ type: 'section', text: plain(letters(2800)) }));
    expect(await refusal(post({ blocks: long }))).toMatchObject({ error: 'msg_blocks_too_long' });
    await expect(post({ text: letters(4000), blocks: long.slice(1) })).resolves.toMatchObject({ ok: true });
  });

  test('is refused when its blocks are no JSON list, and when it says nothing', async () => {
    expect(await refusal(post({ blocks: '{"type":' }))).toMatchObject({ error: 'invalid_blocks_format' });
    const halved = [{ type: 'section', text: plain('Books 📚'.slice(0, -1)) }];
    expect(await refusal(post({ blocks: halved }))).toMatchObject({ error: 'invalid_blocks_format' });
    expect(await refusal(post({ blocks: '{}' }))).toMatchObject({ error: 'invalid_blocks_format' });
    expect(await refusal(post({ text: '' }))).toMatchObject({ error: 'no_text' });
  });
});
