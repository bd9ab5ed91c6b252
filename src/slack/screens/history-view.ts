import type { ModalView, RichTextSection } from '@slack/web-api';
import type { Card, HistoryEntry } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import { secondMs } from '../../core/durations.js';
import type { PostId } from '../../core/ids.js';
import { isPurged } from '../../core/keeping/purged-card.js';
import { whoOf } from '../../core/sentences/kept-sentences.js';
import { momentText, nameOf, postUrl } from '../../core/sentences/phrases.js';
import { currentKey } from '../../core/words/former-keys.js';
import { historyWords } from '../../core/words/history-words.js';
import { say, type WordKey } from '../../core/words/words.js';
import { callbackIds } from '../ids.js';
import { bullets, line, link, rich } from '../parts/blocks.js';
import { refTo } from '../parts/buttons.js';
import { modal } from '../parts/modal.js';
import { nameBlocks } from '../parts/patron.js';

const SHOWN = 40;

/** *History*: who did what, and when; newest last. */
export function historyView(card: Card, desk: Desk, now: number): ModalView {
  const isNamed = !isPurged(card) && !card.linkOnly;
  const entries = card.history.slice(-SHOWN).flatMap((entry) => historyLine(entry, card, desk, now) ?? []);
  return modal({
    callbackId: callbackIds.history,
    ref: refTo(card, desk),
    desk,
    title: 'history.title',
    about: whoOf(card, desk),
    close: 'draft.close',
    blocks: [
      ...(isNamed ? nameBlocks(card.patron, desk) : []),
      rich(entries.length > 0 ? bullets(entries) : line(say(desk.words, 'history.nothing'))),
    ],
  });
}

function historyLine(entry: HistoryEntry, card: Card, desk: Desk, now: number): RichTextSection | undefined {
  const key = keyOf(entry);
  if (!key) return undefined;
  const { words } = desk;
  const pass = entry.action === 'pass' ? card.passes.find(({ at }) => at === entry.at) : undefined;
  const fill = { name: nameOf(desk, entry.by ?? ''), first: whoOf(card, desk) };
  const what = pass
    ? say(words, 'history.pass-to', { ...fill, to: nameOf(desk, pass.to) })
    : say(words, key, fill);
  const post = postOf(entry, card);
  return line(
    say(words, 'history.line', { time: momentText(desk, entry.at, now), what }),
    ...(post ? [' · ', link(postUrl(desk, post), say(words, 'card.view'))] : []),
  );
}

/** Steps that came with an answer of ours on the network, and with a post of the patron's. */
const withAnswer: readonly string[] = ['publish', 'seen', 'it-is-there'];
const withPost: readonly string[] = ['another-act', 'edited'];
/** X gives the time of some posts in whole seconds, and may be a moment ahead of us (ms). */
const clockSkewMs = 2 * secondMs;

/** The post that a step is about, where the card has it: the newest one that there was at the time. */
function postOf({ action, at }: HistoryEntry, { acts, answers }: Card): PostId | undefined {
  const wasThere = (one: { readonly at: number }) => one.at <= at + clockSkewMs;
  if (withAnswer.includes(action)) return answers.findLast(wasThere)?.postId;
  if (!withPost.includes(action)) return undefined;
  const act = acts.findLast((one) => one.kind === 'mention' && !one.gone && wasThere(one));
  return act?.kind === 'mention' ? act.versions.at(-1) : undefined;
}

/** Undefined for an action that no screen shows, as of an earlier version that this one does not have. */
function keyOf({ action, by }: HistoryEntry): WordKey | undefined {
  const keys = [...(by ? [] : [`history.${action}-by-desk`]), currentKey(`history.${action}`)];
  return keys.find(isHistoryKey);
}

const isHistoryKey = (key: string | undefined): key is keyof typeof historyWords =>
  key !== undefined && Object.hasOwn(historyWords, key);
