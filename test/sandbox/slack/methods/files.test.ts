import { describe, expect, test } from 'vitest';
import { refusal, slack, startSlack, useSlack } from '../workspace.js';

type Fields = Record<string, unknown>;

useSlack();

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]);
const desk = 'C0XDESK01';
const later = (id: string) => ({ type: 'image', slack_file: { id }, alt_text: 'A chart' });

const begin = async (more: Fields = {}, web = slack.web) =>
  (await web.apiCall('files.getUploadURLExternal', {
    filename: 'a.png',
    length: png.length,
    ...more,
  })) as unknown as {
    file_id: string;
    upload_url: string;
  };
const put = (url: string, body: Buffer | FormData = png) =>
  fetch(url, { method: 'POST', body: body instanceof FormData ? body : new Uint8Array(body) });
const complete = (id: string, more: Fields = {}, web = slack.web) =>
  web.apiCall('files.completeUploadExternal', { files: [{ id, title: 'A chart' }], ...more });
const post = (blocks: unknown[], web = slack.web) =>
  web.apiCall('chat.postMessage', { channel: desk, text: 'a', blocks });

async function uploaded(more: Fields = {}) {
  const { file_id, upload_url } = await begin();
  await put(upload_url);
  await complete(file_id, more);
  return file_id;
}

describe('an upload', () => {
  test('begins with a name and a length, and words of at most 1,000 characters', async () => {
    const ask = (args: Fields) => refusal(slack.web.apiCall('files.getUploadURLExternal', args));
    expect(await ask({ length: 3 })).toMatchObject({ error: 'missing_argument' });
    expect(await ask({ filename: 'a.png', length: 0 })).toMatchObject({ error: 'missing_argument' });
    expect(await ask({ filename: 'a.png', length: 1.5 })).toMatchObject({ error: 'invalid_arguments' });
    expect(await ask({ filename: 'a.png', length: 3, alt_txt: 'x'.repeat(1001) })).toMatchObject({
      error: 'alt_txt_too_large',
    });
  });

  test('takes exactly as many bytes as were promised, once, raw or as a form', async () => {
    const { upload_url } = await begin();
    expect((await put(upload_url, png.subarray(1))).status).toBe(400);
    expect((await put(upload_url)).status).toBe(200);
    expect((await put(upload_url)).status).toBe(404);
    const form = new FormData();
    form.append('filename', new Blob([new Uint8Array(png)]), 'a.png');
    expect((await put((await begin()).upload_url, form)).status).toBe(200);
  });

  test('has an address that gets too old', async () => {
    const { file_id, upload_url } = await begin();
    slack.world.clock.advance(11 * 60_000);
    expect((await put(upload_url)).status).toBe(404);
    expect(await refusal(complete(file_id))).toMatchObject({ error: 'file_not_found' });
  });

  test('is completed once, when its bytes are there', async () => {
    const { file_id, upload_url } = await begin();
    expect(await refusal(complete(file_id))).toMatchObject({ error: 'file_not_found' });
    await put(upload_url);
    expect(await complete(file_id)).toMatchObject({
      files: [{ id: file_id, title: 'A chart', mimetype: '' }],
    });
    expect(await refusal(complete(file_id))).toMatchObject({ error: 'file_not_found' });
    expect(await refusal(complete(file_id, { files: [] }))).toMatchObject({ error: 'invalid_arguments' });
  });

  test('needs its scope', async () => {
    await slack.act('manifest', { scopes: ['chat:write'] });
    expect(await refusal(begin())).toMatchObject({ error: 'missing_scope', needed: 'files:write' });
    expect(await refusal(complete('F0123456789'))).toMatchObject({ error: 'missing_scope' });
  });

  test('into a channel is a message there, if the app is in it', async () => {
    await uploaded({ channel_id: desk, initial_comment: 'The numbers' });
    const { messages } = await slack.web.conversations.history({ channel: desk });
    expect(messages).toMatchObject([
      { text: 'The numbers', subtype: 'file_share', files: [{ title: 'A chart' }] },
    ]);
    const { file_id, upload_url } = await begin();
    await put(upload_url);
    expect(await refusal(complete(file_id, { channel_id: 'C0GENERAL' }))).toMatchObject({
      error: 'not_in_channel',
    });
    expect(await refusal(complete(file_id, { channel_id: 'x-desk-2' }))).toMatchObject({
      error: 'channel_not_found',
    });
  });
});

describe('an image of a Slack file', () => {
  test('is not shown before Slack has looked the file through', async () => {
    const slow = await startSlack(undefined, { fileMs: 600_000 });
    try {
      const { file_id, upload_url } = await begin({}, slow.web);
      await put(upload_url);
      await complete(file_id, {}, slow.web);
      expect(await refusal(post([later(file_id)], slow.web))).toMatchObject({
        error: 'invalid_blocks',
        messages: ['[ERROR] invalid slack file [json-pointer:/blocks/0/slack_file]'],
      });
    } finally {
      await slow.close();
    }
  });

  test('is shown when Slack has looked the file through', async () => {
    const quick = await startSlack(undefined, { fileMs: 50 });
    try {
      const { file_id, upload_url } = await begin({}, quick.web);
      await put(upload_url);
      await complete(file_id, {}, quick.web);
      await expect
        .poll(
          () =>
            post([later(file_id)], quick.web).then(
              () => true,
              () => false,
            ),
          { interval: 100 },
        )
        .toBe(true);
    } finally {
      await quick.close();
    }
  });

  test('names one that is there and is an image, by an id or an address', async () => {
    const at = (file: Fields) => refusal(post([{ ...later(''), slack_file: file }]));
    expect(await at({ id: 'F0123456789' })).toMatchObject({
      messages: [expect.stringContaining('invalid slack file')],
    });
    expect(await at({ id: 'nothing' })).toMatchObject({
      messages: [expect.stringContaining('input must match regex pattern')],
    });
    expect(await at({})).toMatchObject({
      messages: [expect.stringContaining('must define either `id` or `url`')],
    });
    expect(await at({ id: 'F0123456789', url: 'https://files.slack.com/a' })).toMatchObject({
      messages: [expect.stringContaining('must define either `id` or `url`')],
    });
    const both = { ...later('F0123456789'), image_url: 'https://x.com/a.png' };
    expect(await refusal(post([both]))).toMatchObject({
      messages: [expect.stringContaining('must define either `image_url` or `slack_file`')],
    });
    const accessory = later('F0123456789');
    const section = { type: 'section', text: { type: 'plain_text', text: 'a' }, accessory };
    expect(await refusal(post([section]))).toMatchObject({
      messages: [expect.stringContaining('invalid slack file')],
    });
  });
});
