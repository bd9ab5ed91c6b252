import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { deskId, type PanelId, slackUserId } from '../../../src/core/ids.js';
import type { Ports } from '../../../src/ports.js';
import { actionIds } from '../../../src/slack/ids.js';
import { encodeRef } from '../../../src/slack/values.js';
import { aDesk, ana, stranger, tuesday } from '../../build.js';
import { fakePorts } from '../../fakes/ports.js';
import { aStoredCard } from '../../flows/on-x.js';
import { useListeners } from './bolt-app.js';

let desks: readonly Ports[];
let asked: string[];
const { called, faults, process, responseUrl } = useListeners({
  now: async (id) => desks.find(({ desk }) => desk.id === id),
  all: async () => desks,
});

beforeEach(() => {
  const ports = fakePorts({ desk: aDesk() });
  asked = [];
  const person = async (handle: string) => void asked.push(handle);
  desks = [{ ...ports, network: { ...ports.network, person } }];
});

const shown = () => called.map(({ method, body }) => `${method} ${body}`).join('\n');

async function press(action_id: string, value: string, user: string = ana): Promise<void> {
  await process({
    body: {
      type: 'block_actions',
      team: { id: 'T1', domain: 'library' },
      user: { id: slackUserId(user) },
      trigger_id: '1.1',
      actions: [{ type: 'button', action_id, value, block_id: 'b', action_ts: '1.1' }],
      channel: { id: 'C1' },
    },
    ack: async () => {},
  });
}

async function greets(text: string, user: string = ana): Promise<void> {
  const { channel } = aDesk();
  const who = { user_id: user, channel_id: channel, trigger_id: '1.1', team_id: 'T1' };
  await process({ body: { command: '/greet', text, ...who }, ack: async () => {} });
}

describe('Look on X', () => {
  it.each([
    'central @Maya',
    'central @maya ortiz',
    'central @maya-reads',
    'central @',
    `central @${'m'.repeat(99)}`,
  ])('asks nobody about "%s"', async (value) => {
    await press(actionIds.lookOnX, value);
    expect(asked).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('asks about a possible name, for those who answer', async () => {
    const value = encodeRef({ desk: deskId('central'), handle: 'maya_reads' });
    await press(actionIds.lookOnX, value, stranger);
    expect(asked).toEqual([]);
    expect(shown()).toContain('answer for the library');
    await press(actionIds.lookOnX, value);
    expect(asked).toEqual(['maya_reads']);
    expect(shown()).toContain("@maya_reads hasn't written to us");
  });
});

describe('/greet @handle', () => {
  const stored = async (state: Card['state']) => {
    const [ports] = desks;
    if (!ports) throw new Error('There is a desk.');
    return aStoredCard(ports, state, { closed: { by: ana, at: tuesday, reason: 'no-reply' } });
  };

  it('asks X about nobody: it shows whom the desk knows, or leads on to their open card', async () => {
    await greets('@nina_new');
    expect(shown()).toContain('The desk has nothing from anybody called @nina_new.');
    await stored('dismissed');
    await greets('@Maya_Reads');
    expect(shown()).toContain('About Maya');
    await stored('open');
    await greets('@maya_reads');
    expect(shown()).toContain('Answer Maya');
    expect(asked).toEqual([]);
  });

  it('does not show what somebody removed', async () => {
    await stored('withdrawn');
    await greets('@maya_reads');
    expect(shown()).not.toContain('About Maya');
    expect(shown()).toContain('The desk has nothing');
  });
});

describe('/greet report in the conversation with the app', () => {
  const said = async (text: string, user: string) => {
    const who = { user_id: user, channel_id: 'D0APP', trigger_id: '1.1', team_id: 'T1' };
    const response_url = responseUrl();
    await process({ body: { command: '/greet', text, response_url, ...who }, ack: async () => {} });
  };
  const reported = async () =>
    Promise.all(
      desks.map(async ({ due, panels }) => {
        const entries = (due as ReturnType<typeof fakePorts>['due']).all();
        const ids = entries.flatMap(({ job, id }) => (job === 'panel' ? [id as PanelId] : []));
        return Promise.all(ids.map(async (id) => (await panels.get(id))?.to));
      }),
    );

  it('comes from each of the person’s desks, and from none to a stranger', async () => {
    desks = [...desks, fakePorts({ desk: aDesk({ id: deskId('town') }) })];
    await said('report week', stranger);
    expect(await reported()).toEqual([[], []]);
    await said('report week', ana);
    expect(called.filter(({ body }) => body.includes('comes in a private message'))).toHaveLength(2);
    expect(await reported()).toEqual([[ana], [ana]]);
  });

  it('is made of no other word there', async () => {
    await said('week', ana);
    await said('next', ana);
    expect(await reported()).toEqual([[]]);
  });
});

describe('Practise', () => {
  const practises = () => press(actionIds.practise, 'central');
  const practice = {
    id: deskId('town'),
    account: { handle: 'townpractice', plan: 'self-serve', longPosts: false, practice: true },
  } as const;

  it('says that there is no channel for it, and what can be tried here', async () => {
    await practises();
    expect(shown()).toContain('There is no channel for practising yet.');
    expect(shown()).toContain('nothing leaves before Send');
  });

  it('names the channel of a desk that practises', async () => {
    desks = [...desks, fakePorts({ desk: aDesk({ ...practice, channelName: 'x-practice' }) })];
    await practises();
    expect(shown()).toContain('Practise in #x-practice');
  });

  it('says whom to ask where Slack was not asked for its name yet', async () => {
    desks = [...desks, fakePorts({ desk: aDesk(practice) })];
    await practises();
    expect(shown()).toContain('for @townpractice');
  });

  it('says that this is the place, where it is', async () => {
    desks = [fakePorts({ desk: aDesk({ ...practice, id: deskId('central') }) })];
    await practises();
    expect(shown()).toContain('This channel is for practising');
  });
});
