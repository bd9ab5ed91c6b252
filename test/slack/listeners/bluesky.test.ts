import { beforeEach, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { type CardId, cardId, panelId, postId, type SlackUserId } from '../../../src/core/ids.js';
import { networks } from '../../../src/core/network/networks.js';
import { deliver } from '../../../src/flows/send/send.js';
import { editorView } from '../../../src/slack/editor/editor.js';
import { greetView } from '../../../src/slack/editor/greet-view.js';
import {
  actionIds,
  greetHereId,
  moreActionId,
  openInXId,
  panelActionId,
  starterActionId,
} from '../../../src/slack/ids.js';
import { encodeRef } from '../../../src/slack/values.js';
import {
  aDesk,
  aFollow,
  aFollower,
  aMention,
  ana,
  aPost,
  ben,
  carla,
  minutes,
  tuesday,
} from '../../build.js';
import { mayasPost } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { aStoredCard } from '../../flows/on-x.js';
import { useListeners } from './bolt-app.js';

const digest = panelId('digest-2026-11-24');
const samsPost = postId('7001');
const words = 'The allotment shelf is by the window.';
let ports: FakePorts;
let sam: Card;
/** Whom we follow. */
let follows: string[];

const { called, faults, process } = useListeners({
  now: async (id) => (id === ports.desk.id ? ports : undefined),
  all: async () => [ports],
});

beforeEach(async () => {
  const desk = aDesk({
    network: networks.bluesky,
    words: { 'network.name': 'Bluesky' },
    greetings: { perDay: 20, followBack: true },
  });
  const fakes = fakePorts({ desk });
  follows = [];
  const follow = async (id: string) => void follows.push(id);
  ports = { ...fakes, network: { ...fakes.network, follow } };
  ports.network.arrives(
    aPost({
      id: samsPost,
      versions: [samsPost],
      authorId: aFollower().id,
      text: 'Any good allotment books?',
    }),
    aFollower(),
  );
  sam = await aStoredCard(ports, 'open', { acts: [aFollow()], patron: aFollower() });
});

const stored = async (id: CardId = sam.id) => (await ports.cards.get(id)) ?? sam;
/** What Slack was told to show or say, in one text. */
const shown = () => called.map(({ body }) => body).join('\n');

/** Presses a button: in the choice of Sam's posts, or on a message. */
async function press(action_id: string, extra?: string, user: SlackUserId = ana, panel?: typeof digest) {
  called.length = 0;
  const ref = panel ? { desk: ports.desk.id, panel } : { desk: ports.desk.id, card: sam.id };
  const value = encodeRef({ ...ref, ...(extra === undefined ? {} : { extra }) });
  const posts = [aPost({ id: samsPost, authorId: aFollower().id })];
  const { blocks } = greetView({ card: sam, desk: ports.desk, posts, reach: 'api', now: tuesday });
  const view = { id: 'V1', hash: '1', type: 'modal', private_metadata: '', blocks, state: { values: {} } };
  await process({
    body: {
      type: 'block_actions',
      team: { id: 'T1', domain: 'library' },
      user: { id: user },
      trigger_id: '1.1',
      actions: [{ type: 'button', action_id, value, block_id: 'b', action_ts: '1.1' }],
      ...(extra === samsPost ? { view } : { channel: { id: 'C1' } }),
    },
    ack: async () => {},
  });
  expect(faults).toEqual([]);
}

/** *Send* in the editor of a card, and what follows until it is out. */
async function send(user: SlackUserId, text: string, id: CardId = sam.id) {
  const card = await stored(id);
  const editor = editorView({ card, desk: ports.desk, by: user, opening: '', now: tuesday });
  const values = { words: { [actionIds.words]: { type: 'plain_text_input', value: text } } };
  let answered: { errors?: Readonly<Record<string, string>> } = {};
  await process({
    body: {
      type: 'view_submission',
      team: { id: 'T1', domain: 'library' },
      user: { id: user },
      view: { ...editor, id: 'V1', hash: '1', state: { values } },
    },
    ack: async (answer) => {
      answered = answer ?? {};
    },
  });
  expect(faults).toEqual([]);
  ports.clock.pass(minutes(1));
  await deliver(ports, id);
  return Object.values(answered.errors ?? {});
}

it('a new follower is greeted from the first press to the reply without leaving Slack', async () => {
  await press(actionIds.greet);
  expect(shown()).toContain('Any good allotment books?');
  expect(shown()).toContain('Answer this');
  await press(greetHereId('greet'), samsPost);
  expect(await send(ana, words)).toEqual([]);
  expect(ports.network.ours()).toMatchObject([{ text: `${words} ^AK`, repliedTo: samsPost }]);
  expect((await stored()).state).toBe('sent');
});

it('a trainee greets, and the words go out when a colleague has checked them', async () => {
  await press(greetHereId('greet'), samsPost, ben);
  await send(ben, words);
  expect((await stored()).state).toBe('in-review');
  expect(ports.network.ours()).toEqual([]);
  await press(actionIds.check, undefined, carla);
  await send(carla, words);
  expect(ports.network.ours()).toMatchObject([{ text: `${words} ^BO`, repliedTo: samsPost }]);
});

it('Say hello to all is one post, and greets whoever waits in the digest', async () => {
  await ports.panels.change(digest, () => ({
    next: { id: digest, format: 1, kind: 'digest', version: 1, startedAt: tuesday, closed: false },
    result: undefined,
  }));
  await press(panelActionId('say-hello'), undefined, ana, digest);
  const hello = cardId(`hello-${digest}`);
  expect(await send(ana, 'New here? Tell us the last book you could not put down.', hello)).toEqual([]);
  expect(ports.network.ours()).toMatchObject([{ text: expect.stringContaining('New here?') }]);
  expect(ports.network.ours()[0]?.repliedTo).toBeUndefined();
});

it('Follow back is a press: it says who did it, and is not offered again', async () => {
  await press(actionIds.greet);
  expect(shown()).toContain(`"action_id":"${actionIds.followBack}"`);
  await press(actionIds.followBack, undefined, carla);
  expect(follows).toEqual([sam.patron.id]);
  expect(shown()).toContain('Carla followed Sam back at 10:42.');
  expect(shown()).not.toContain('Follow Sam back');
  await press(actionIds.followBack);
  expect(follows).toEqual([sam.patron.id]);
});

it.each([
  ['Finish in…', moreActionId('finish'), 'finish'],
  ['Open in…', openInXId('greet'), samsPost],
])('a press that no screen offers here hands nothing off: %s', async (_what, id, extra) => {
  await press(id, extra);
  expect(shown()).toContain('Answers on Bluesky are written and sent from here.');
  expect((await stored()).state).toBe('open');
});

it('who opens a post that takes no reply of ours reads so before they write', async () => {
  ports.network.arrives(aPost({ id: mayasPost, versions: [mayasPost], closed: true }), aFollower());
  sam = await aStoredCard(ports, 'open', { acts: [aMention()] });
  await press(starterActionId('answer'));
  expect(shown()).toContain('lets only some people reply');
  expect(await send(ana, 'Yes, 40 at Central.')).toEqual([
    expect.stringContaining('lets only some people reply to this post'),
  ]);
  expect(ports.network.ours()).toEqual([]);
});
