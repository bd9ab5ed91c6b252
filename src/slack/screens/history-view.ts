import type { ModalView } from '@slack/web-api';
import type { Card, HistoryEntry } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import { firstOf, momentText, nameOf } from '../../core/sentences/phrases.js';
import { currentKey } from '../../core/words/former-keys.js';
import { historyWords } from '../../core/words/history-words.js';
import { say, type WordKey } from '../../core/words/words.js';
import { callbackIds } from '../ids.js';
import { bullets, line, rich } from '../parts/blocks.js';
import { refTo } from '../parts/buttons.js';
import { modal } from '../parts/modal.js';
import { nameBlock } from '../parts/patron.js';

const SHOWN = 40;

/** *History*: who did what, and when; newest last. */
export function historyView(card: Card, desk: Desk, now: number): ModalView {
  const entries = card.history.slice(-SHOWN).flatMap((entry) => historyLine(entry, card, desk, now) ?? []);
  return modal({
    callbackId: callbackIds.history,
    ref: refTo(card, desk),
    desk,
    title: 'history.title',
    about: firstOf(card.patron),
    close: 'draft.close',
    blocks: [
      nameBlock(card.patron, desk),
      rich(
        entries.length > 0
          ? bullets(entries.map((entry) => line(entry)))
          : line(say(desk.words, 'history.nothing')),
      ),
    ],
  });
}

function historyLine(entry: HistoryEntry, card: Card, desk: Desk, now: number): string | undefined {
  const key = keyOf(entry);
  if (!key) return undefined;
  const what = say(desk.words, key, { name: nameOf(desk, entry.by ?? ''), first: firstOf(card.patron) });
  return say(desk.words, 'history.line', { time: momentText(desk, entry.at, now), what });
}

/** Undefined for an action that no screen shows, as of an earlier version that this one does not have. */
function keyOf({ action, by }: HistoryEntry): WordKey | undefined {
  const keys = [...(by ? [] : [`history.${action}-by-desk`]), currentKey(`history.${action}`)];
  return keys.find(isHistoryKey);
}

const isHistoryKey = (key: string | undefined): key is keyof typeof historyWords =>
  key !== undefined && Object.hasOwn(historyWords, key);
