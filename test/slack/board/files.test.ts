import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { timings } from '../../../src/core/due/timings.js';
import { slackUserId } from '../../../src/core/ids.js';
import { Busy, Rejected } from '../../../src/errors.js';
import type { Board } from '../../../src/ports/board.js';
import { createBoard } from '../../../src/slack/board/board.js';
import { backgroundClient } from '../../../src/slack/connect/client.js';
import { withPictures } from '../../../src/slack/connect/with-pictures.js';
import { aDesk } from '../../build.js';
import { fakeClock } from '../../fakes/clock.js';
import { type Started, startSlack } from '../../sandbox/slack/workspace.js';
import { silent } from '../../store/open-store.js';

/** The first bytes of a PNG image: Slack looks no further here. */
const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const picture = { name: 'report-1.png', title: 'What came', alt: 'A chart of what came.', bytes };
const table = {
  ...picture,
  name: 'report.csv',
  title: 'All <numbers>',
  bytes: new TextEncoder().encode('a;b\n1;2\n'),
};
const ana = slackUserId('U0ANA0001');

let slack: Started;
let board: Board;
beforeEach(async () => {
  slack = await startSlack(undefined, { fileMs: 0 });
  const client = backgroundClient(
    { botToken: 'xoxb-sandbox', apiUrl: `${slack.url}/api/` },
    timings.slackCallMs,
    silent,
  );
  board = createBoard(client, aDesk, fakeClock(slack.world.clock.now()));
});
afterEach(() => slack.close());

const image = (id: string) => ({ type: 'image', slack_file: { id }, alt_text: 'A chart' }) as const;
const post = (id: string) =>
  withPictures({ blocks: [image(id)] }, ({ blocks }) =>
    slack.web.chat.postMessage({ channel: 'C0XDESK01', text: 'A report', blocks }),
  );
const scopes = (...left: string[]) => slack.act('manifest', { scopes: left });

describe('a file that is uploaded', () => {
  it('is seen by nobody until a message shows it, with its title and its words for whoever does not see it', async () => {
    const id = await board.upload(picture);
    expect(slack.did('files.getUploadURLExternal')).toMatchObject([
      { filename: 'report-1.png', length: 8, alt_txt: 'A chart of what came.' },
    ]);
    expect((await slack.act('messages', { channel: 'C0XDESK01' })).messages).toEqual([]);
    expect(await post(id)).not.toHaveProperty('picturesRefused');
  });

  it('has no more words than Slack keeps', async () => {
    await board.upload({ ...picture, alt: 'x'.repeat(2000) });
    const [begun] = slack.did('files.getUploadURLExternal') as { alt_txt?: string }[];
    expect(begun?.alt_txt).toHaveLength(1000);
  });

  it('is refused without the scope, which the fault names, and the channel is not', async () => {
    await scopes('chat:write');
    const fault = await board.upload(picture).catch((one: unknown) => one);
    expect(fault).toMatchObject({ constructor: Rejected, reason: 'not-permitted' });
    expect((fault as Rejected).detail).toContain('files:write');
  });

  it.each(['before', 'after'] as const)(
    'is uploaded anew when no answer came %s its bytes arrived',
    async (when) => {
      slack.world.faults.plan({ side: 'slack', call: 'upload_url', when, how: 'reset' });
      expect(await post(await board.upload(picture))).not.toHaveProperty('picturesRefused');
    },
  );

  it('is uploaded anew when its address was too old', async () => {
    slack.world.faults.plan({
      side: 'slack',
      call: 'upload_url',
      when: 'before',
      how: 'status',
      status: 404,
    });
    expect(await post(await board.upload(picture))).not.toHaveProperty('picturesRefused');
  });

  it('waits when Slack asks to wait', async () => {
    const headers = { 'retry-after': '20' };
    slack.world.faults.plan({
      side: 'slack',
      call: 'upload_url',
      when: 'before',
      how: 'status',
      status: 429,
      headers,
    });
    await expect(board.upload(picture)).rejects.toBeInstanceOf(Busy);
  });
});

describe('a message with a file', () => {
  it('waits until Slack has looked the file through', async () => {
    await slack.close();
    slack = await startSlack(undefined, { fileMs: 300 });
    const client = backgroundClient(
      { botToken: 'xoxb-sandbox', apiUrl: `${slack.url}/api/` },
      timings.slackCallMs,
      silent,
    );
    const id = await createBoard(client, aDesk, fakeClock(slack.world.clock.now())).upload(picture);
    expect(await post(id)).not.toHaveProperty('picturesRefused');
    expect(slack.did('refused')).toMatchObject([{ error: 'invalid_blocks' }]);
  });
});

describe('a file that is sent', () => {
  it('stands in the conversation with that person, below its title', async () => {
    await board.send(table, ana);
    const { messages } = await slack.act('messages', { channel: await imWith(ana) });
    expect(messages).toMatchObject([
      { text: expect.stringContaining('All &lt;numbers&gt;'), files: [expect.any(String)] },
    ]);
  });

  it('is refused without the scope', async () => {
    await scopes('chat:write', 'im:write');
    await expect(board.send(table, ana)).rejects.toMatchObject({ reason: 'not-permitted' });
  });
});

async function imWith(person: string): Promise<string> {
  const { channel } = await slack.web.conversations.open({ users: person });
  return channel?.id ?? '';
}
