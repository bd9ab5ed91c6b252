import { expect, it } from 'vitest';
import { cardId, deskId, panelId, postId } from '../../src/core/ids.js';
import { maxDeskIdLength, slackRoom } from '../../src/core/words/screen-room.js';
import { moreOptions, panelOptions, starterActionId, starterActionPattern } from '../../src/slack/ids.js';
import {
  decodePanelRef,
  decodeRef,
  decodeWriting,
  encodeRef,
  encodeWriting,
} from '../../src/slack/values.js';

const ref = { desk: deskId('central'), card: cardId('mention-1930000000000000001-1930000000000000002') };

it('a ref comes back from a button as it went', () => {
  for (const extra of ['take-over', '1930000000000000003', 'Hi Maya, ', 'two\nlines', '']) {
    expect(decodeRef(encodeRef({ ...ref, extra }))).toEqual({ ...ref, extra });
  }
  expect(decodeRef(encodeRef(ref))).toEqual(ref);
});

it('a ref to a panel comes back as it went, and is none to a card', () => {
  for (const id of ['digest-2026-11-24', 'digest-2026-11-24-2', 'fold-1930000000000000001']) {
    const about = { desk: deskId('central'), panel: panelId(id), extra: 'skip-all' };
    expect(decodePanelRef(encodeRef(about))).toEqual(about);
    expect(decodeRef(encodeRef(about))).toBeUndefined();
  }
  expect(decodePanelRef(encodeRef(ref))).toBeUndefined();
});

it('the longest desk id that `check` takes leaves room for every option of a menu, and no longer one does', () => {
  const ids = { mention: `mention-${'9'.repeat(20)}-${'9'.repeat(20)}`, hello: 'hello-digest-2026-11-24-12' };
  const longest = (desk: string) =>
    Math.max(
      ...moreOptions.flatMap((extra) =>
        [ids.mention, ids.hello].map(
          (id) => encodeRef({ desk: deskId(desk), card: cardId(id), extra }).length,
        ),
      ),
      ...['digest-2026-11-24-12', 'cover-1793955600000'].flatMap((id) =>
        [...panelOptions, '1793955600000'].map(
          (extra) => encodeRef({ desk: deskId(desk), panel: panelId(id), extra }).length,
        ),
      ),
    );
  expect(longest('d'.repeat(maxDeskIdLength))).toBe(slackRoom.optionValue);
  expect(longest('d'.repeat(maxDeskIdLength + 1))).toBeGreaterThan(slackRoom.optionValue);
});

it('an editor’s writing comes back as it went, and nothing else is one', () => {
  for (const writing of [
    { opening: '' },
    { opening: 'Hi Maya,\n ' },
    { shownPost: postId('5001'), opening: 'Hi -' },
  ]) {
    expect(decodeWriting(encodeWriting(writing))).toEqual(writing);
  }
  expect(decodeWriting(undefined)).toEqual({ opening: '' });
  for (const extra of ['', '5001-x Hi', '../5001 Hi', `${'1'.repeat(201)} Hi`])
    expect(decodeWriting(extra)).toBeUndefined();
});

it('what is no ref is none', () => {
  const garbage = [undefined, null, 7, {}, '', 'central', 'central ', 'Central follow-1', 'central other-1'];
  for (const value of [...garbage, `central follow-1 ${'x'.repeat(3000)}`]) {
    expect(decodeRef(value)).toBeUndefined();
  }
});

it('a starter is known by its action id', () => {
  expect(starterActionPattern.exec(starterActionId('ask-back'))?.[1]).toBe('ask-back');
  expect(starterActionPattern.test('open')).toBe(false);
});
