import { afterEach, beforeEach, expect, it } from 'vitest';
import { timings } from '../../../src/core/due/timings.js';
import { dayMs } from '../../../src/core/durations.js';
import { panelId } from '../../../src/core/ids.js';
import { showPanel } from '../../../src/flows/show/panel.js';
import { announce } from '../../../src/flows/tell/announce.js';
import type { Ports } from '../../../src/ports.js';
import { createBoard } from '../../../src/slack/board/board.js';
import { backgroundClient } from '../../../src/slack/connect/client.js';
import { aDesk, ana, ben, minutes } from '../../build.js';
import { type FakeClock, fakeClock } from '../../fakes/clock.js';
import { type FakeDue, fakeDue } from '../../fakes/due.js';
import { fakePorts } from '../../fakes/ports.js';
import { type Started, startSlack } from '../../sandbox/slack/workspace.js';
import { silent } from '../../store/open-store.js';

const id = panelId(`notice-cover-${ana}`);

let slack: Started;
let clock: FakeClock;
let due: FakeDue;
beforeEach(async () => {
  slack = await startSlack();
  clock = fakeClock(slack.world.clock.now());
  due = fakeDue();
});
afterEach(() => slack.close());

/** A desk that writes in the sandbox's Slack; each one has a store of its own, and knows nothing yet. */
function aDeskThere(): Ports {
  const address = { botToken: 'xoxb-sandbox', apiUrl: `${slack.url}/api/` };
  const client = backgroundClient(address, timings.slackCallMs, silent);
  const ports = fakePorts({ clock, due });
  return { ...ports, board: { ...ports.board, ...createBoard(client, aDesk, clock) } };
}

function pass(ms: number): void {
  clock.pass(ms);
  slack.world.clock.advance(ms);
}

/** Works at the message until nothing is left to do. */
async function showAll(ports: Ports): Promise<void> {
  const waiting = () => due.all().filter(({ job }) => job === 'panel');
  for (let [next] = waiting(); next; [next] = waiting()) {
    pass(Math.max(0, next.at - clock.now()));
    await showPanel(ports, id).catch(() => {});
  }
}

const said = (ports: Ports) => announce(ports, 'cover', 'Ben takes your shift.', ana);
const posted = () => slack.did('chat.postMessage');

it('words for one person are said once, in their private conversation, and notify them alone', async () => {
  const ports = aDeskThere();
  await said(ports);
  await said(ports);
  await showAll(ports);
  expect(posted()).toMatchObject([{ text: 'Ben takes your shift.', notified: [ana] }]);
  expect(posted()[0]?.channel).toMatch(/^D/u);
});

it('two people can be told in the same second', async () => {
  const ports = aDeskThere();
  await said(ports);
  await announce(ports, 'cover', 'You take it.', ben);
  await showPanel(ports, id);
  await showPanel(ports, panelId(`notice-cover-${ben}`));
  expect(posted().map(({ notified }) => notified)).toEqual([[ana], [ben]]);
});

it('a post of which Slack gave no answer is found there, not made again', async () => {
  slack.world.faults.plan({ side: 'slack', call: 'chat.postMessage', when: 'after', how: 'reset' });
  const ports = aDeskThere();
  await said(ports);
  await showAll(ports);
  expect(posted()).toHaveLength(1);
  expect((await ports.panels.get(id))?.message).toMatchObject({ ts: posted()[0]?.ts, shown: 1 });
});

it('a post of which Slack gave no answer is found there days later, when the desk comes back', async () => {
  slack.world.faults.plan({ side: 'slack', call: 'chat.postMessage', when: 'after', how: 'reset' });
  const ports = aDeskThere();
  await said(ports);
  await showPanel(ports, id).catch(() => {});
  expect((await ports.panels.get(id))?.message).not.toHaveProperty('ts');
  pass(4 * dayMs);
  await showAll(ports);
  expect(posted()).toHaveLength(1);
});

it('a store that lost the record finds the message by what it shows, however short the pages of Slack are', async () => {
  const before = aDeskThere();
  await said(before);
  await showAll(before);
  const channel = posted()[0]?.channel;
  await slack.act('say', { user: 'ana', channel, text: 'Thanks' });
  await slack.act('shortPages', { max: 1 });
  const after = aDeskThere();
  pass(minutes(30));
  await said(after);
  await showAll(after);
  expect(posted()).toHaveLength(1);
});

it('somebody whom Slack does not let us write to is not asked for again', async () => {
  await slack.act('manifest', { messagesTab: false });
  const ports = aDeskThere();
  await said(ports);
  await expect(showPanel(ports, id)).rejects.toThrow('messages_tab_disabled');
  expect(due.all().map(({ job }) => job)).toEqual(['purge-panel']);
  expect((await ports.panels.get(id))?.message).toMatchObject({ quiet: true });
});
