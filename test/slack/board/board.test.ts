import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
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

/** When the message of a card changes by itself, as seen at a time. */
const changesAt = (card: Card, now: number, key = cardKey) =>
  createBoard(aClient({}), aDesk, fakeClock(now)).changesAt({ card, key }, message, now);

describe('what Slack shows changes by itself', () => {
  it('of an open question when it becomes late, then at midnight, and then no more', () => {
    const late = tuesday + minutes(4 * 60);
    expect(changesAt(inState.open, tuesday)).toBe(late);
    expect(changesAt(inState.open, late)).toBe(midnight);
    expect(changesAt(inState.open, midnight)).toBe(0);
  });

  it.each(['claimed', 'sent', 'dismissed', 'handed-off', 'withdrawn'] as const)(
    'of a card that is %s at the midnight after it, and then no more, however old it gets',
    (state) => {
      expect(changesAt(inState[state], tuesday + minutes(9))).toBe(midnight);
      for (const days of [0, 1, 30, 400]) {
        expect(changesAt(inState[state], midnight + minutes(days * 24 * 60))).toBe(0);
      }
    },
  );

  it('of a line in a thread only where it says a time', () => {
    const key = lineKey(aMention());
    expect(changesAt(inState.open, tuesday, key)).toBe(0);
    expect(changesAt(inState.sent, tuesday, key)).toBe(midnight);
  });

  it('of a digest at midnight, and when a week is over', () => {
    const panel = {
      id: panelId('digest-7'),
      format: 1,
      kind: 'digest',
      version: 1,
      startedAt: tuesday,
      closed: false,
    } as const;
    const seenAt = (now: number) =>
      createBoard(aClient({}), aDesk, fakeClock(now)).changesAt(
        { panel, inPanel: { all: [], open: [] } },
        message,
        now,
      );
    expect(seenAt(tuesday)).toBe(midnight);
    expect(seenAt(midnight)).toBe(midnight + minutes(6 * 24 * 60));
    expect(seenAt(midnight + minutes(6 * 24 * 60))).toBe(0);
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
    expect(await board.post(content, message, always)).toEqual({ ts: '1.1', picturesRefused: true });
    expect(await board.update(content, message, '2.2', always)).toEqual({ ts: '2.2', picturesRefused: true });
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
