import type { ModalView } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import type { SlackUserId } from '../../../src/core/ids.js';
import type { Ports } from '../../../src/ports.js';
import { editorView } from '../../../src/slack/editor/editor.js';
import { actionIds, callbackIds, starterActionId } from '../../../src/slack/ids.js';
import { encodeRef } from '../../../src/slack/values.js';
import { aFollow, aFollower, ana, aPatron, aPost, ben, carla, tuesday } from '../../build.js';
import { mayasPost } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { aStoredCard } from '../../flows/on-x.js';
import { useListeners } from './bolt-app.js';

/** How often something was asked of the ports. */
interface Counts {
  readonly cardReads: number;
  readonly cardWrites: number;
  readonly ourPosts: number;
  readonly x: number;
  readonly othersOfPatron: number;
  readonly waiting: number;
}

const words = 'Hi Maya, yes: 40 at Central.';
let ports: FakePorts;
let card: Card;
let counts: Counts;

const counted = (): Ports => countedPorts(ports);
const { faults, process } = useListeners({ now: async () => counted(), all: async () => [counted()] });
afterEach(() => expect(faults).toEqual([]));

beforeEach(async () => {
  ports = fakePorts();
  ports.network.arrives(aPost({ id: mayasPost }), aPatron());
  card = await aStoredCard(ports, 'claimed');
  counts = { cardReads: 0, cardWrites: 0, ourPosts: 0, x: 0, othersOfPatron: 0, waiting: 0 };
});

function countedPorts(of: Ports): Ports {
  const count =
    <Args extends unknown[], T>(what: keyof Counts, call: (...args: Args) => T) =>
    (...args: Args): T => {
      counts = { ...counts, [what]: counts[what] + 1 };
      return call(...args);
    };
  const { cards, ourPosts, network } = of;
  return {
    ...of,
    cards: {
      ...cards,
      get: count('cardReads', cards.get),
      // Nobody waits for the record of what they were shown: it is written when they see it.
      change: async (id, update) => {
        let isRecord = false;
        const result = await cards.change(id, (card, world) => {
          const updated = update(card, world);
          isRecord = 'next' in updated && updated.next?.openViews !== card?.openViews;
          return updated;
        });
        if (!isRecord) counts = { ...counts, cardWrites: counts.cardWrites + 1 };
        return result;
      },
      ofPatron: count('othersOfPatron', cards.ofPatron),
      waiting: count('waiting', cards.waiting),
    },
    ourPosts: { ...ourPosts, recent: count('ourPosts', ourPosts.recent) },
    network: {
      ...network,
      posts: count('x', network.posts),
      recentPosts: count('x', network.recentPosts),
    },
  };
}

const stored = async () => (await ports.cards.get(card.id)) ?? card;
const editor = (by: SlackUserId, of: Card) =>
  editorView({ card: of, desk: ports.desk, by, opening: 'Hi Maya, ', now: tuesday });
const values = { words: { [actionIds.words]: { type: 'plain_text_input', value: words } } };

/** Presses the button at the foot of a modal; gives what Slack is answered. */
async function submit(user: SlackUserId, view: ModalView, text = words): Promise<{ view?: ModalView }> {
  let answered = {};
  const typed = { words: { [actionIds.words]: { type: 'plain_text_input', value: text } } };
  await process({
    body: {
      type: 'view_submission',
      team: { id: 'T1', domain: 'library' },
      user: { id: user },
      view: { ...view, id: 'V1', hash: '1', state: { values: typed } },
    },
    ack: async (answer) => {
      answered = answer ?? {};
    },
  });
  return answered;
}

/** Presses a button: in the editor where its view is given, else on the card's message. */
async function press(user: SlackUserId, action_id: string, view?: ModalView): Promise<void> {
  const value = encodeRef({ desk: ports.desk.id, card: card.id });
  await process({
    body: {
      type: 'block_actions',
      team: { id: 'T1', domain: 'library' },
      user: { id: user },
      trigger_id: '1.1',
      actions: [{ type: 'button', action_id, value, block_id: 'b', action_ts: '1.1' }],
      ...(view ? { view: { ...view, id: 'V1', hash: '1', state: { values } } } : { channel: { id: 'C1' } }),
    },
    ack: async () => {},
  });
}

describe('one press reads nothing twice, and writes the card once', () => {
  it('Send: the card, our recent posts and the post on X', async () => {
    await submit(ana, editor(ana, card));
    expect((await stored()).state).toBe('sending');
    expect(counts).toEqual({ cardReads: 1, cardWrites: 1, ourPosts: 1, x: 1, othersOfPatron: 0, waiting: 1 });
  });

  it('Send that is held up by a warning reads nothing on X, and Send anyway is one Send', async () => {
    const { view } = await submit(ana, editor(ana, card), `${words} See example.org`);
    expect(view?.callback_id).toBe(callbackIds.warning);
    expect(counts).toMatchObject({ cardReads: 1, cardWrites: 1, ourPosts: 1, x: 0 });
    if (view) await submit(ana, view);
    expect((await stored()).state).toBe('sending');
    expect(counts).toMatchObject({ cardReads: 2, cardWrites: 2, ourPosts: 2, x: 1 });
  });

  it('Send that is refused keeps the words by its one write', async () => {
    await submit(carla, editor(carla, card));
    expect(await stored()).toMatchObject({ state: 'claimed', keptWords: [{ text: words, by: carla }] });
    expect(counts).toMatchObject({ cardReads: 1, cardWrites: 1, ourPosts: 0, x: 0 });
  });

  it('Send by hand-off: the card, our recent posts and the post', async () => {
    card = await aStoredCard(ports, 'claimed', { onlyByHand: true });
    const { view } = await submit(ana, editor(ana, card));
    expect(view?.callback_id).toBe(callbackIds.finish);
    expect(counts).toEqual({ cardReads: 1, cardWrites: 1, ourPosts: 1, x: 1, othersOfPatron: 0, waiting: 1 });
  });

  it('Ask for a check: the card and our recent posts', async () => {
    card = await aStoredCard(ports, 'claimed', { holder: { id: ben, since: tuesday } });
    await submit(ben, editor(ben, card));
    expect(await stored()).toMatchObject({ state: 'in-review', draft: { text: words } });
    expect(counts).toMatchObject({ cardReads: 1, cardWrites: 1, ourPosts: 1, x: 0 });
  });

  it('Check in the editor: our recent posts, and the other cards of the person', async () => {
    await press(ana, actionIds.tryOut, editor(ana, card));
    expect((await stored()).draft?.text).toBe(words);
    expect(counts).toEqual({ cardReads: 0, cardWrites: 1, ourPosts: 1, x: 0, othersOfPatron: 1, waiting: 0 });
  });

  it('Answer: the post on X, and the other cards of the person', async () => {
    card = await aStoredCard(ports, 'open');
    await press(ana, starterActionId('answer'));
    expect((await stored()).state).toBe('claimed');
    expect(counts).toEqual({ cardReads: 0, cardWrites: 1, ourPosts: 0, x: 1, othersOfPatron: 1, waiting: 0 });
  });

  it('Greet: the card, and the posts of the follower', async () => {
    card = await aStoredCard(ports, 'open', { acts: [aFollow()], patron: aFollower() });
    await press(ana, actionIds.greet);
    expect(counts).toEqual({ cardReads: 1, cardWrites: 0, ourPosts: 0, x: 1, othersOfPatron: 0, waiting: 0 });
  });
});
