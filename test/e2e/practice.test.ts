import { expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.js';
import { screensIn, wordsOf } from '../truth/screens.js';
import { ana, ben, carla, channel } from './desk.js';
import { aDayAt } from './library-day.js';
import { accountText, type NetworkId, ourHandle } from './patrons.js';
import { hands, scene } from './scene.js';

const branchChannel = 'C0BRANCH1';

/** A second desk that practises: what its people are told at the same moment stands in one message. */
const branch = (network: NetworkId) => `
  branch:
    channel: ${branchChannel}
    like: central
    ${accountText(network, practisesAt(4401), 'branchlibrary', 'BRANCH')}
`;
const practisesAt = (port: number) => `, practice: true, practicePage: "http://127.0.0.1:${port}"`;

const keys = { appKey: 'k', appSecret: 's', accessToken: 't', accessSecret: 'u' };
const appPassword = 'bran-bran-bran-bran';
/** The secrets of the second desk, for either network. */
const env = {
  X_BRANCH_APP_KEY: keys.appKey,
  X_BRANCH_APP_SECRET: keys.appSecret,
  X_BRANCH_ACCESS_TOKEN: keys.accessToken,
  X_BRANCH_ACCESS_SECRET: keys.accessSecret,
  BLUESKY_BRANCH_APP_PASSWORD: appPassword,
};

/** Makes the account of the second desk, and its channel. */
async function openBranch({ bluesky, slack, x }: Sandbox, network: NetworkId): Promise<void> {
  const account = { handle: ourHandle(network, 'branchlibrary'), name: 'Branch Library' };
  if (network === 'x') await x.acts.addAccount?.({ ...account, credentials: keys });
  else {
    await bluesky.acts.addAccount?.(account);
    await bluesky.acts.appPassword?.({ handle: account.handle, password: appPassword });
  }
  const members = ['ana', 'ben', 'carla'];
  await slack.acts.addChannel?.({ name: 'branch', id: branchChannel, members, bot: true });
}

interface Shown {
  readonly what: string;
  /** What a notification shows; a modal and a Home have none. */
  readonly text?: string;
  readonly words: string;
}

/** All that the app shows anybody, also what one person alone is told until they reload. */
function everythingShown(snapshot: unknown): readonly Shown[] {
  const { ephemerals } = snapshot as { ephemerals: { text: string; blocks?: unknown }[] };
  const standing = screensIn(snapshot).map(({ what, key, of = '', callback, text, blocks }): Shown => {
    const kind = key === 'panel' ? of.replace(/-[\dCU].*/u, '') : (key ?? callback ?? '').replace(/-.*/u, '');
    return {
      what: `${what} ${kind}`.trim(),
      ...(what === 'message' && { text: String(text) }),
      words: wordsOf(blocks),
    };
  });
  return [
    ...standing,
    ...ephemerals.map(({ text, blocks }) => ({ what: 'whisper', text, words: wordsOf(blocks) })),
  ];
}

const times = (said: string, part: string) => said.split(part).length - 1;

it.each([
  ['x', 'X'],
  ['bluesky', 'Bluesky'],
] as const)(
  'all that a practice desk shows in a day on %s says once that it is practice, and so does what is notified',
  {
    timeout: 60_000,
  },
  async (network, networkName) => {
    const mark = `Practice: nobody on the real ${networkName} sees this.`;
    const [ours, theirs] = [ourHandle(network), ourHandle(network, 'branchlibrary')];
    const day = await aDayAt('2026-11-24T08:20', '\n    standards: { question: 1h }', {
      network,
      account: practisesAt(4400),
      others: branch(network),
      env,
      prepare: (sandbox) => openBranch(sandbox, network),
      mayLoseBooks: network !== 'x',
    });
    const asks = (first: string, text: string) =>
      day.writes(first.toLowerCase(), `${first} Reader`, `@${ours} ${text}`);
    const comes = (time: string) => day.until(`2026-11-24T${time}`);

    const answers = async (words: string, firsts: readonly string[]) => {
      const id = await day.writes('centrallibrary', 'Central Library', words);
      for (const first of firsts)
        await day.writes(first.toLowerCase(), `${first} Reader`, `@${ours} A book on bees.`, id);
    };

    await day.slack('leave', { channel, bot: true });
    await day.slack('join', { channel, bot: true });
    for (const n of [1, 2, 3]) await day.follows(`new_${n}`, `New Number${n}`);
    await answers('What are you reading?', ['Ada', 'Bea', 'Cat', 'Dan']);
    await answers('Our window shows what we read.', ['Eve', 'Fay', 'Gus']);
    await day.writes('tom_h', 'Tom Hale', `@${theirs} Is the lift working?`);
    await asks('Ida', 'Do you have large print?');
    await asks('Jon', 'Is the lift working again?');
    await day.slack('openHome', { user: ana });
    await comes('09:25');
    await hands.writes(ana, 'Ida Reader', 'Answer', 'Hi Ida, yes, forty at Central.');
    // Somebody else has it: a whisper.
    await scene.press(ben, 'Ida Reader', 'Open');
    await hands.submit(ana);
    await hands.writes(ana, 'Jon Reader', 'Answer', 'Hi Jon, it');
    await hands.close(ana);
    await asks('Kim', 'Can I renew by phone?');
    await comes('09:40');
    await hands.flags(ben, 'Kim Reader', 'needs the director');
    for (const text of ['', 'help', 'budget', 'note Closed at four', 'note', 'nonsense'])
      await hands.command(carla, '/greet', text);
    await hands.command(ben, '/rota');
    await day.slack('openHome', { user: 'U0EDITH05' });
    await hands.command(ben, '/greet', 'pause A fire drill');
    await comes('10:20');
    await hands.command(carla, '/greet', 'resume');
    await asks('Lea', 'Where do I return a film?');
    await comes('13:20');
    await scene.press(ben, 'Lea Reader', 'Answer');

    const shown = everythingShown(scene.sandbox.slack.snapshot());
    /** A Home says it of each desk, below its name. */
    const parts = (words: string) =>
      words.split(/@(?:central|branch)library(?:\.test)? Practice:/u).length - 1;
    const isMarked = ({ text = 'Practice: ', what, words }: Shown) =>
      times(words, mark) === (what === 'home' ? Math.max(1, parts(words)) : 1) &&
      text.startsWith('Practice: ') &&
      times(text, 'Practice:') === 1;
    expect(shown.filter((one) => !isMarked(one))).toEqual([]);
    const kinds =
      'asked card digest fold idle line notice-findings notice-first-words notice-paused notice-resumed reminder shift-start';
    const messages = `${kinds} told-flagged`.split(' ').map((kind) => `message ${kind}`);
    // What answers `/greet budget`, where there are prices, stands in the place of what waits.
    const modal = network === 'x' ? 'modal note' : 'modal waiting';
    const all = [...messages, 'home', 'modal editor', modal, 'whisper'];
    // Whether a card stood alone before it was gathered with others, so that a link to them stays, is for the order of two looks.
    const found = new Set(shown.map(({ what }) => what).filter((what) => what !== 'message former'));
    expect([...found].toSorted()).toEqual(all.toSorted());
    const together = shown.filter(({ words }) => words.split(`@${ours}`).at(-1)?.includes(`@${theirs}`));
    expect(new Set(together.map(({ what }) => what))).toContain('message shift-start');
  },
);
