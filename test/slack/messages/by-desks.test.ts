import { expect, it } from 'vitest';
import { deskId } from '../../../src/core/ids.js';
import { actionIds, panelActionId } from '../../../src/slack/ids.js';
import { byDesks } from '../../../src/slack/messages/by-desks.js';
import { actions, button, line, note, rich } from '../../../src/slack/parts/blocks.js';
import { refTo } from '../../../src/slack/parts/buttons.js';
import { aCard, aDesk, aPrivateSide } from '../../build.js';
import { buttonsIn, expectTaken, screen } from '../seen.js';

const account = (handle: string) => ({ handle, plan: 'self-serve', longPosts: false }) as const;
const central = aDesk({ account: account('centrallibrary'), amongSeveral: true });
const branch = aDesk({ id: deskId('branch'), account: account('branchlibrary'), amongSeveral: true });

const says = (words: string, desk = central, ...ids: readonly string[]) => ({
  text: words,
  blocks: [
    rich(line(words)),
    note('As of 14:42.'),
    ...actions(...ids.map((id) => button({ id, label: id, ref: refTo(aCard(), desk) }))),
  ],
});

it('each desk says its own under its name, and what is for all stands once below', () => {
  const shared = [actionIds.next, panelActionId('not-now')];
  const message = byDesks(
    [
      { desk: central, message: says('2 are late.', central, ...shared) },
      { desk: branch, message: says('1 is late.', branch, actionIds.open, ...shared) },
    ],
    'Good morning, Ana.',
  );
  expectTaken(message);
  expect(message.text).toBe('Good morning, Ana. @centrallibrary: 2 are late. @branchlibrary: 1 is late.');
  expect(screen(message.blocks)).toBe(
    'Good morning, Ana. @centrallibrary 2 are late. @branchlibrary 1 is late. As of 14:42. open next panel-not-now',
  );
  expect(buttonsIn(message.blocks)).toEqual(['open', 'next', 'panel-not-now']);
});

it('what all say in the same words is said once, for none by name', () => {
  const message = says('Nothing waits any more.');
  expect(
    byDesks([
      { desk: central, message },
      { desk: branch, message },
    ]),
  ).toEqual(message);
});

it('private messages are named as such', () => {
  const side = aPrivateSide({ account: account('centrallibrary'), amongSeveral: true });
  const { text } = byDesks([
    { desk: central, message: says('1 is late.') },
    { desk: side, message: says('2 are late.') },
  ]);
  expect(text).toBe('@centrallibrary: 1 is late. Private messages to @centrallibrary: 2 are late.');
});
