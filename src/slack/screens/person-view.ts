import type { KnownBlock, ModalView, RichTextSection } from '@slack/web-api';
import type { Actor } from '../../core/card/actions.js';
import type { Act, Answer, Card } from '../../core/card/card.js';
import { refusalFor } from '../../core/card/rules.js';
import { newestAct, writerOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import type { PostId } from '../../core/ids.js';
import { priceText } from '../../core/money/bill.js';
import { quote } from '../../core/post/plain.js';
import { firstOf, momentText, nameOf, postUrl, profileUrl } from '../../core/sentences/phrases.js';
import { refusalSentence } from '../../core/sentences/sentences.js';
import { say, sayCount, type WordKey } from '../../core/words/words.js';
import { actionIds, callbackIds, moreActionId } from '../ids.js';
import { actions, bold, button, line, link, note, rich } from '../parts/blocks.js';
import { optionLabel, refTo } from '../parts/buttons.js';
import { oursBehind } from '../parts/context.js';
import { modal } from '../parts/modal.js';
import { answerText, nameBlocks, shortText, shownName } from '../parts/patron.js';
import { statusOf } from '../parts/status.js';

const SHOWN = 12;
const MAX_LINE = 300;

interface PersonContent {
  /** The card that *Write* takes up. */
  readonly card: Card;
  /** The person's other cards. */
  readonly others: readonly Card[];
  readonly desk: Desk;
  readonly actor: Actor;
  readonly now: number;
}

/**
 * Who somebody is and what we said to each other, from what is kept, with *Write* where this person may: it reads nothing
 * from the network. Where the words of a post are not kept any more, its time and a link to it stand for them.
 */
export function personView({ card, others, desk, actor, now }: PersonContent): ModalView {
  const { words } = desk;
  const { patron } = card;
  const status = card.state === 'dismissed' ? statusOf(card, desk, now)?.sentence : undefined;
  return modal({
    callbackId: callbackIds.person,
    ref: refTo(card, desk),
    desk,
    title: 'who.title',
    about: firstOf(patron),
    close: 'draft.close',
    blocks: [
      ...nameBlocks(patron, desk),
      rich(line(link(profileUrl(desk, patron.handle), `@${patron.handle}`), knownText(card, desk, now))),
      rich(
        line(bold(say(words, 'who.said'))),
        ...saidLines([card, ...others], desk, now),
        status === undefined ? undefined : line(status),
      ),
      note(say(words, 'who.kept')),
      ...wayOn(card, desk, actor, now),
    ],
  });
}

/** " · follows us · as of Tue 24 Nov 10:42": X said so when they last did something. */
function knownText({ patron, ...card }: Card, desk: Desk, now: number): string {
  const { words } = desk;
  const what = [
    ...(patron.followsUs ? [say(words, 'who.follows-us')] : []),
    ...(patron.weFollow ? [say(words, 'who.we-follow')] : []),
  ].join(' · ');
  if (what === '') return '';
  const time = momentText(desk, newestAct({ patron, ...card }).at, now);
  return ` · ${say(words, 'who.as-of', { what, time })}`;
}

/** What was said on all cards of a person, oldest first; of more than twelve the newest. */
function saidLines(cards: readonly Card[], desk: Desk, now: number): RichTextSection[] {
  const answers = new Set(cards.flatMap((card) => card.answers.map(({ postId }) => postId)));
  const all = cards
    .flatMap((card) => [
      ...card.acts.map((act) => ({ at: act.at, section: () => actLine(act, card, desk, now, answers) })),
      ...card.answers.map((answer) => ({
        at: answer.at,
        section: () => answerLine(answer, card, desk, now),
      })),
    ])
    .sort((a, b) => a.at - b.at);
  const skipped = all.length - SHOWN;
  return [
    ...(skipped > 0 ? [line(sayCount(desk, 'card.earlier', skipped))] : []),
    ...all.slice(-SHOWN).map(({ section }) => section()),
  ];
}

function actLine(
  act: Act,
  { patron }: Card,
  desk: Desk,
  now: number,
  shown: ReadonlySet<PostId | undefined>,
): RichTextSection {
  const { words } = desk;
  const fill = { time: momentText(desk, act.at, now), name: shownName(patron) };
  if (act.kind !== 'mention') return line(say(words, 'who.followed', fill));
  if (act.gone) return line(say(words, 'card.said', fill), say(words, 'card.removed'));
  const said = shortText(act, desk, MAX_LINE);
  const behind = act.repliedTo && shown.has(act.repliedTo) ? '' : oursBehind(act, desk);
  const lead = said === '' ? say(words, 'who.wrote', fill) : `${say(words, 'card.said', fill)}${said}`;
  return line(`${lead}${behind}`, ...viewPost(act.versions.at(-1), 'card.view', desk));
}

function answerLine(answer: Answer, card: Card, desk: Desk, now: number): RichTextSection {
  const { words } = desk;
  const fill = { time: momentText(desk, answer.at, now), name: nameOf(desk, writerOf(answer) ?? '') };
  const said = quote(answerText(card, answer), MAX_LINE);
  const lead =
    said === '' ? say(words, 'who.answered', fill) : `${say(words, 'card.said-by-us', fill)}${said}`;
  return line(lead, ...viewPost(answer.postId, 'state.view-reply', desk));
}

const viewPost = (post: PostId | undefined, label: WordKey, desk: Desk) =>
  post ? [' · ', link(postUrl(desk, post), say(desk.words, label))] : [];

/** *Write*, or why not; and *History*. */
function wayOn(card: Card, desk: Desk, actor: Actor, now: number): KnownBlock[] {
  const { words } = desk;
  const ref = refTo(card, desk);
  const refusal = refusalFor(card, { do: 'start' }, actor, now);
  const why = card.state === 'sent' ? ({ refused: 'second-reply' } as const) : refusal;
  const write = button({ id: actionIds.writeTo, label: say(words, 'button.write'), ref, primary: true });
  return [
    ...(refusal && why ? [rich(line(refusalSentence(desk, why, now)))] : []),
    ...actions(
      ...(refusal ? [] : [write]),
      button({ id: moreActionId('history'), label: optionLabel('history', desk), ref }),
    ),
  ];
}

/** Somebody of whom the desk knows nothing: the network can be asked, at its price. */
export function unknownPersonView(handle: string, desk: Desk): ModalView {
  const { network, words } = desk;
  const price = network.prices && priceText(network.prices.user);
  const label = price ? say(words, 'who.look-for', { price }) : say(words, 'who.look');
  return modal({
    callbackId: callbackIds.note,
    desk,
    title: 'note.plain-title',
    close: 'draft.close',
    blocks: [
      rich(
        line(
          `${say(words, 'who.unknown', { handle })} `,
          link(profileUrl(desk, handle), say(words, 'card.view')),
        ),
      ),
      ...actions(button({ id: actionIds.lookOnX, label, ref: { desk: desk.id, handle } })),
    ],
  });
}
