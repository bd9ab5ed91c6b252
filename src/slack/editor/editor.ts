import type { Button, InputBlock, KnownBlock, ModalView, StaticSelect } from '@slack/web-api';
import type { Card } from '../../core/card/card.js';
import { refusalFor } from '../../core/card/rules.js';
import { isFollow, isHello, newestAct, reachOf, replyTarget } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { actorFor, memberOf } from '../../core/desk/desk-now.js';
import type { SlackUserId } from '../../core/ids.js';
import type { ScarceBudget } from '../../core/money/budget-use.js';
import { omit } from '../../core/omit.js';
import type { Patron } from '../../core/post/post.js';
import { exampleSignature, firstOf, nameOf, policyLineOf } from '../../core/sentences/phrases.js';
import { slackRoom } from '../../core/words/screen-room.js';
import { say } from '../../core/words/words.js';
import { mostCharacters } from '../../core/writing/post-text.js';
import { allStarters } from '../../core/writing/starters.js';
import { actionIds, callbackIds, moreActionId } from '../ids.js';
import { bullets, button, cut, line, note, plain, quoted, rich } from '../parts/blocks.js';
import { optionLabel, refTo } from '../parts/buttons.js';
import { earlierBlocks } from '../parts/earlier.js';
import { greetsBlock, isGreetsCut, seeAllButton } from '../parts/hello.js';
import { modal } from '../parts/modal.js';
import { scarceBlocks } from '../parts/patron.js';
import { encodeWriting } from '../values.js';
import { aboveId, aboveInput, digest, greetsId } from './editor-above.js';

/** Slack takes 3,000 characters in an input, and as many with a modal: a warning carries the words beside its ref. */
const MAX_INPUT = 2800;
const MAX_OPENING = 500;

/** What the editor shows. */
export interface Editing {
  readonly card: Card;
  readonly desk: Desk;
  /** The person who writes, or who checks a colleague's words. */
  readonly by: SlackUserId;
  /** The words that the answer begins with; they travel with the view. */
  readonly opening: string;
  /** The words in the input; the card's draft, or else the opening, unless given. */
  readonly draft?: string;
  /** The block id of the open input: Slack keeps what was typed into it. */
  readonly block?: string;
  /** A sentence above the input: why the words were not sent, or what was done before. */
  readonly found?: string;
  /** The words that the checks looked over, and all that they found. */
  readonly looked?: { readonly words: string; readonly found: readonly string[] } | undefined;
  readonly now: number;
  /** The patron's other cards, oldest first. */
  readonly others?: readonly Card[];
  /** What the newest post answers or quotes, where it was read for this person. */
  readonly context?: KnownBlock | undefined;
  /** The month's budget of which little is left. */
  readonly scarce?: ScarceBudget;
  /** Of a hello: whom it greets, and whether all of them are named. */
  readonly greets?: readonly Patron[];
  readonly showsAll?: boolean;
}

/** The editor, in which the holder writes or a colleague checks: the patron's words above, one input below. */
export function editorView(editing: Editing): ModalView {
  const { card, desk, by, opening, now, found, looked, others = [], scarce, greets } = editing;
  const checks = isReviewer(card, by);
  const { news, patron, around } = aboveInput(editing);
  return {
    ...modal({
      callbackId: callbackIds.editor,
      ref: refTo(
        card,
        desk,
        encodeWriting({ opening: cut(opening, MAX_OPENING), shownPost: replyTarget(card) }),
      ),
      desk,
      ...titleOf(card, desk, checks),
      submit: asksForCheck(card, desk, by, now) ? 'editor.ask' : 'editor.send',
      close: checks ? 'draft.close' : 'editor.keep',
      blocks: [
        ...news,
        ...earlierBlocks(others, newestAct(card).at, desk, now),
        ...patron,
        ...(greets ? [{ ...greetsBlock(greets, desk, editing.showsAll), block_id: greetsId(greets) }] : []),
        ...scarceBlocks(card, desk, scarce),
        ...around,
        { type: 'actions', block_id: aboveId(editing), elements: editorButtons(editing, checks) },
        ...(looked ? lookedBlocks(looked, desk) : []),
        ...(found ? [note(found)] : []),
        ...(desk.inPrivate
          ? [rich(line(say(desk.words, 'private.ends-with')), quoted(policyLineOf(desk)))]
          : []),
        input(editing),
      ],
    }),
    notify_on_close: true,
  };
}

/** The words as they were looked over, and what was found: all of it, so that it is put right at once. */
const lookedBlocks = ({ words, found }: NonNullable<Editing['looked']>, desk: Desk): KnownBlock[] => [
  rich(
    ...(words ? [line(say(desk.words, 'look-over.words')), quoted(words)] : []),
    bullets(found.map((one) => line(one))),
  ),
];

const isReviewer = (card: Card, by: SlackUserId): boolean =>
  card.state === 'in-review' && card.review?.reviewer === by;

/** Whether *Send* is *Ask for a check* for this person, also while the card is flagged. */
function asksForCheck(card: Card, desk: Desk, by: SlackUserId, now: number): boolean {
  return refusalFor(omit(card, 'flag'), { do: 'approve' }, actorFor(desk, by), now)?.refused === 'trainee';
}

function titleOf(card: Card, desk: Desk, checks: boolean) {
  if (checks) return { title: 'editor.check-title', about: nameOf(desk, card.holder?.id ?? '') } as const;
  if (isHello(card)) return { title: 'editor.hello-title' } as const;
  const title = isFollow(card) ? 'editor.greet-title' : 'editor.title';
  return { title, about: firstOf(card.patron) } as const;
}

function editorButtons(
  { card, desk, greets = [], showsAll }: Editing,
  checks: boolean,
): (Button | StaticSelect)[] {
  const ref = refTo(card, desk);
  return [
    button({ id: actionIds.tryOut, label: say(desk.words, 'button.look-over'), ref }),
    ...(checks || isHello(card) ? [] : [otherStarters(card, desk)]),
    ...(isGreetsCut(greets) && !showsAll ? [seeAllButton(card, greets, desk)] : []),
    ...(checks
      ? [
          button({
            id: moreActionId('send-back'),
            label: optionLabel('send-back', desk),
            ref: refTo(card, desk, 'send-back'),
          }),
        ]
      : []),
  ];
}

function otherStarters(card: Card, desk: Desk): StaticSelect {
  return {
    type: 'static_select',
    action_id: actionIds.starters,
    placeholder: plain(say(desk.words, 'editor.other-starters'), slackRoom.placeholder),
    options: allStarters(isFollow(card) ? 'greeting' : 'answer', desk).map(({ id, label }) => ({
      text: plain(label, slackRoom.option),
      value: id,
    })),
  };
}

function input({ card, desk, by, opening, draft, block, now }: Editing): InputBlock {
  const words = draft ?? card.draft?.text ?? opening;
  return {
    type: 'input',
    // Slack keeps what was typed into a block that it knows, so other words to begin with need another block id.
    block_id: block ?? `words-${digest(words)}`,
    label: plain(say(desk.words, 'editor.label'), slackRoom.line),
    hint: plain(hint(card, desk, by, now), slackRoom.line),
    dispatch_action: true,
    element: {
      type: 'plain_text_input',
      action_id: actionIds.words,
      multiline: true,
      focus_on_load: true,
      initial_value: cut(words, MAX_INPUT),
      max_length: MAX_INPUT,
      dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
      ...(isHello(card)
        ? { placeholder: plain(say(desk.words, 'editor.hello-example'), slackRoom.placeholder) }
        : {}),
    },
  };
}

/** The hint under the input. An answer is signed by its writer, also when a colleague checks it. */
function hint(card: Card, desk: Desk, by: SlackUserId, now: number): string {
  const writer = memberOf(desk, card.lostBy?.from === by ? by : (card.holder?.id ?? by));
  const usual = usualHint(card, desk, by, writer?.signature, now);
  if (!writer?.shared) return usual;
  return `${usual} ${say(desk.words, 'editor.sign-by-hand', { example: exampleSignature(desk) })}`;
}

function usualHint(
  card: Card,
  desk: Desk,
  by: SlackUserId,
  signature: string | undefined,
  now: number,
): string {
  if (asksForCheck(card, desk, by, now)) return say(desk.words, 'editor.trainee-hint');
  if (reachOf(card, desk) === 'hand-off') {
    return say(desk.words, 'editor.hand-hint', {
      most: mostCharacters(desk.network, desk.account.longPosts),
    });
  }
  const most = desk.inPrivate
    ? Math.min(MAX_INPUT, desk.network.characters.inPrivate)
    : mostCharacters(desk.network, desk.account.longPosts);
  const fill = { most, seconds: Math.round(desk.send.undoMs / 1000) };
  const [signed, unsigned] = desk.inPrivate
    ? (['private.hint', 'private.hint-unsigned'] as const)
    : (['editor.hint', 'editor.hint-unsigned'] as const);
  return signature ? say(desk.words, signed, { ...fill, signature }) : say(desk.words, unsigned, fill);
}

/** The words in the editor's input, and the id of its block, under which an error is shown; undefined without input. */
export function wordsIn(
  values: Readonly<Record<string, Readonly<Record<string, { readonly value?: string | null }>>>>,
): { readonly block: string; readonly text: string } | undefined {
  for (const [block, inputs] of Object.entries(values)) {
    const typed = inputs[actionIds.words];
    if (typed) return { block, text: typed.value ?? '' };
  }
  return undefined;
}
