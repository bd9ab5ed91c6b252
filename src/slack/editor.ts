import type { InputBlock, KnownBlock, ModalView } from '@slack/web-api';
import { isLegal, rules } from '../core/actions.js';
import { type Card, isFollow, replyTarget } from '../core/card.js';
import type { Desk } from '../core/desk.js';
import type { SlackUserId } from '../core/ids.js';
import { firstOf, moment, nameOf, toTheSecond } from '../core/phrases.js';
import { noticeSentence } from '../core/sentences.js';
import { memberOf } from '../core/who.js';
import { say } from '../core/words.js';
import { replyUrl } from '../core/x-links.js';
import { actions, button, cut, line, plain, quoted, rich } from './blocks.js';
import { refTo } from './card-buttons.js';
import { actionIds, callbackIds } from './ids.js';
import { showStanding, standing } from './standing.js';
import { modal, patronBlocks } from './views.js';
import { encodeWriting } from './writing.js';

/** Slack's limit for an input. */
const MAX_INPUT = 3000;
const MAX_KEPT = 500;
const SHOWN_KEPT = 3;

export interface Editing {
  readonly card: Card;
  readonly desk: Desk;
  /** Who writes. */
  readonly by: SlackUserId;
  /** What the answer begins with; it travels with the view. */
  readonly opening: string;
  /** What the writer must know before going on. */
  readonly said?: string;
  /** The words to go on from: the card's draft, or else the opening, unless told. */
  readonly draft?: string;
  readonly now: number;
}

/** Where the holder writes: the patron's words above, one input below. */
export function editorView({ card, desk, by, opening, draft, said, now }: Editing): ModalView {
  const { patron } = card;
  return {
    ...modal({
      callbackId: callbackIds.editor,
      ref: refTo(card, desk, encodeWriting({ opening: cut(opening, MAX_KEPT), shown: replyTarget(card) })),
      desk,
      title: isFollow(card) ? 'editor.greet-title' : 'editor.title',
      patron,
      submit: 'editor.send',
      close: 'editor.keep',
      blocks: [
        ...(said ? [rich(line(said))] : []),
        ...patronBlocks(card, desk, now),
        ...noticeBlocks(card, desk, by),
        ...keptWords(card, desk, now),
        input(draft ?? card.draft?.text ?? opening, desk, by),
      ],
    }),
    notify_on_close: true,
  };
}

function input(words: string, desk: Desk, by: SlackUserId): InputBlock {
  return {
    type: 'input',
    // Slack keeps what was typed into a block it knows: other words to start from need another block.
    block_id: `words-${digest(words)}`,
    label: plain(say(desk.words, 'editor.label'), 2000),
    hint: plain(hint(desk, by), 2000),
    dispatch_action: true,
    element: {
      type: 'plain_text_input',
      action_id: actionIds.words,
      multiline: true,
      focus_on_load: true,
      initial_value: cut(words, MAX_INPUT),
      max_length: MAX_INPUT,
      dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
    },
  };
}

function hint(desk: Desk, by: SlackUserId): string {
  const member = memberOf(desk, by);
  if (rules.approve.noTrainee && member?.trainee) return say(desk.words, 'editor.trainee-hint');
  return say(desk.words, 'editor.hint', {
    signature: member?.signature ?? '',
    seconds: Math.round(desk.send.undoMs / 1000),
  });
}

/** What became of the last approval; where X takes it from a person only, the same words open there. */
function noticeBlocks(card: Card, desk: Desk, by: SlackUserId): KnownBlock[] {
  const said = noticeSentence(desk, card);
  if (said === undefined) return [];
  const { notice, reply, patron } = card;
  const notSummoned = notice?.kind === 'rejected' && notice.reason === 'not-summoned';
  if (!notSummoned || !reply || !mayHandOff(card, desk, by)) return [rich(line(said))];
  const fill = { first: firstOf(patron), account: desk.x.handle };
  return [
    rich(line(say(desk.words, 'editor.finish-in-x', fill)), quoted(reply.text)),
    ...actions(
      button({
        id: actionIds.openInX,
        label: say(desk.words, 'button.open-in-x'),
        ref: refTo(card, desk, reply.replyTo),
        url: replyUrl(reply.replyTo, reply.text),
      }),
    ),
  ];
}

function mayHandOff(card: Card, desk: Desk, by: SlackUserId): boolean {
  const member = memberOf(desk, by);
  const { noTrainee, needsXSignIn } = rules['hand-off'];
  return (
    isLegal('hand-off', card.state) &&
    member !== undefined &&
    !(noTrainee && member.trainee) &&
    !(needsXSignIn && !member.xSignIn)
  );
}

/** Words of colleagues who lost the card, under their names. */
function keptWords(card: Card, desk: Desk, now: number): KnownBlock[] {
  return card.keptWords.slice(-SHOWN_KEPT).map(({ by, at, text: words }) => {
    const when = { name: nameOf(desk, by), time: moment(desk.rota, at, now) };
    return rich(line(say(desk.words, 'editor.kept', when)), quoted(cut(words, MAX_KEPT)));
  });
}

/** Somebody else's draft, to read, with the way to take it over. */
export function draftView({ card, desk, now }: Omit<Editing, 'by' | 'opening' | 'draft'>): ModalView {
  const { words } = desk;
  const stands = standing(card, desk, now);
  const draft = card.draft?.text ?? '';
  return modal({
    callbackId: callbackIds.draft,
    ref: refTo(card, desk),
    desk,
    title: 'draft.title',
    patron: card.patron,
    close: 'draft.close',
    blocks: [
      ...patronBlocks(card, desk, now),
      stands ? showStanding(stands) : rich(line(say(words, 'draft.nobody'))),
      ...(isLegal('save-draft', card.state)
        ? [rich(quoted(draft) ?? line(say(words, 'draft.nothing')))]
        : []),
      ...keptWords(card, desk, now),
      ...(isLegal('take-over', card.state)
        ? actions(
            button({ id: actionIds.takeOver, label: say(words, 'button.take-over'), ref: refTo(card, desk) }),
          )
        : []),
    ],
  });
}

/** After *Send*: when the approved words go out, *Undo*, and the next that waits. */
export function goingView({ card, desk, waiting }: { card: Card; desk: Desk; waiting: number }): ModalView {
  const { words, rota } = desk;
  const ref = refTo(card, desk);
  const { reply } = card;
  return modal({
    callbackId: callbackIds.going,
    ref,
    desk,
    title: 'going.title',
    patron: card.patron,
    close: 'going.close',
    blocks: [
      rich(
        line(say(words, 'going.at', { time: toTheSecond(rota, reply?.dueAt ?? card.changedAt) })),
        quoted(reply?.text ?? ''),
      ),
      ...actions(
        ...(isLegal('undo', card.state)
          ? [button({ id: actionIds.undo, label: say(words, 'button.undo'), ref })]
          : []),
        ...(waiting > 0
          ? [
              button({
                id: actionIds.next,
                label: say(words, 'button.next-waiting', { count: waiting }),
                ref,
                primary: true,
              }),
            ]
          : []),
      ),
    ],
  });
}

/** The words that stand in the editor, and the block that an error about them attaches to. */
export function wordsIn(
  values: Readonly<Record<string, Readonly<Record<string, { readonly value?: string | null }>>>>,
): { readonly block: string; readonly text: string } | undefined {
  for (const [block, inputs] of Object.entries(values)) {
    const typed = inputs[actionIds.words];
    if (typed) return { block, text: typed.value ?? '' };
  }
  return undefined;
}

/** FNV-1a: short, and different for different words. */
function digest(words: string): string {
  let hash = 0x811c9dc5;
  for (const char of words) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}
