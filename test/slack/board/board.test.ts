import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import type { MessageContent } from '../../../src/core/board/panel.js';
import type { Card } from '../../../src/core/card/card.js';
import { cardKey, lineKey } from '../../../src/core/card/message.js';
import { panelId, token } from '../../../src/core/ids.js';
import { createBoard } from '../../../src/slack/board/board.js';
import { aDesk, aMention, ana, ben, minutes, tuesday } from '../../build.js';
import { fakeClock } from '../../fakes/clock.js';
import { inState } from '../cards.js';

const aClient = (given: object) => given as WebClient;
const message = { token: token('t'), slotAt: 0, shown: 1, to: ana };
const midnight = Date.UTC(2026, 10, 25);

/** When a message changes by itself that is posted at a time. */
async function changesFrom(now: number, content: MessageContent): Promise<number> {
  const client = aClient({ chat: { postMessage: async () => ({ ok: true, ts: '1.2' }) } });
  const conversations = new Map([[ana, 'D1']]);
  const board = createBoard(client, aDesk, fakeClock(now), conversations);
  return (await board.post(content, message, () => true)).changesAt;
}

/** The same of the message of a card. */
const changesAt = (card: Card, now: number, key = cardKey) => changesFrom(now, { card, key });

describe('what Slack shows changes by itself', () => {
  it('of an open question when it becomes late, then at midnight, and then no more', async () => {
    const late = tuesday + minutes(4 * 60);
    expect(await changesAt(inState.open, tuesday)).toBe(late);
    expect(await changesAt(inState.open, late)).toBe(midnight);
    expect(await changesAt(inState.open, midnight)).toBe(0);
  });

  it.each(['claimed', 'sent', 'dismissed', 'handed-off', 'withdrawn'] as const)(
    'of a card that is %s at the midnight after it, and then no more, however old it gets',
    async (state) => {
      expect(await changesAt(inState[state], tuesday + minutes(9))).toBe(midnight);
      for (const days of [0, 1, 30, 400]) {
        expect(await changesAt(inState[state], midnight + minutes(days * 24 * 60))).toBe(0);
      }
    },
  );

  it('of a line in a thread only where it says a time', async () => {
    const key = lineKey(aMention());
    expect(await changesAt(inState.open, tuesday, key)).toBe(0);
    expect(await changesAt(inState.sent, tuesday, key)).toBe(midnight);
  });

  it('of a digest at midnight, and when a week is over', async () => {
    const panel = {
      id: panelId('digest-7'),
      format: 1,
      kind: 'digest',
      version: 1,
      startedAt: tuesday,
      closed: false,
    } as const;
    const seenAt = (now: number) => changesFrom(now, { panel, inPanel: { all: [], open: [] } });
    expect(await seenAt(tuesday)).toBe(midnight);
    expect(await seenAt(midnight)).toBe(midnight + minutes(6 * 24 * 60));
    expect(await seenAt(midnight + minutes(6 * 24 * 60))).toBe(0);
  });
});

it('a name that Slack keeps with half a character is mended when it is read', async () => {
  const user = { id: ben, profile: { real_name: 'Ben \ud83d' } };
  const board = createBoard(
    aClient({ users: { info: async () => ({ ok: true, user }) } }),
    aDesk,
    fakeClock(tuesday),
  );
  expect(await board.colleague(ben)).toMatchObject({ name: 'Ben \ufffd' });
});

describe('a picture that Slack can not load', () => {
  const messages = ['[ERROR] downloading image failed [json-pointer:/view/blocks/0/image_url]'];
  const refusal = new WebAPIPlatformError({
    ok: false,
    error: 'invalid_arguments',
    response_metadata: { messages },
  });
  const hasPicture = (args: unknown) => JSON.stringify(args).includes('image_url');
  /** A Slack that loads no picture; `taken` is what it shows. */
  const blind = (taken: unknown[]) => async (args: unknown) => {
    if (hasPicture(args)) throw refusal;
    taken.push(args);
    return { ok: true, ts: '1.1' };
  };
  const media = [{ kind: 'photo', preview: 'https://pbs.twimg.com/media/1.jpg' }] as const;
  const card = { ...inState.open, acts: [aMention({ media })] };

  it('is left out of a message and of an open modal, and the message is said to have none', async () => {
    const taken: unknown[] = [];
    const call = blind(taken);
    const client = aClient({ chat: { postMessage: call, update: call }, views: { update: call } });
    const board = createBoard(client, aDesk, fakeClock(tuesday));
    const content = { card, key: cardKey };
    const always = () => true;
    expect(await board.post(content, message, always)).toMatchObject({ ts: '1.1', picturesRefused: true });
    expect(await board.update(content, message, '2.2', always)).toMatchObject({
      ts: '2.2',
      picturesRefused: true,
    });
    const view = {
      id: 'x',
      modal: 'V1',
      kind: 'draft',
      user: ana,
      at: tuesday,
      shown: 1,
      shows: '',
    } as const;
    const open = board.openView({ card, view, waiting: 0 });
    expect(await open?.update(view, always)).toMatchObject({ outcome: 'shown' });
    expect(taken).toHaveLength(3);
  });
});
