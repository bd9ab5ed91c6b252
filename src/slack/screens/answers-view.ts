import type { KnownBlock, ModalView } from '@slack/web-api';
import type { Panel } from '../../core/board/panel.js';
import type { Card, Mention } from '../../core/card/card.js';
import type { Desk } from '../../core/desk/desk.js';
import { momentText, postUrl, profileUrl } from '../../core/sentences/phrases.js';
import { say, sayCount } from '../../core/words/words.js';
import { callbackIds } from '../ids.js';
import { questionText } from '../messages/asked-message.js';
import { actions, bold, line, link, note, rich } from '../parts/blocks.js';
import { panelButton, panelRef } from '../parts/buttons.js';
import { modal } from '../parts/modal.js';
import { postLines, shownName } from '../parts/patron.js';
import { statusOf } from '../parts/status.js';
import { personButtons } from './people-view.js';

/** Three blocks each: a modal takes a hundred, and nobody reads more than twenty answers at a time. */
export const answersOnPage = 20;
/** In characters: a post of 280 is there in full. */
const MAX_POST = 1000;

interface AnswersContent {
  readonly panel: Panel;
  /** The cards of this page. */
  readonly cards: readonly Card[];
  readonly page: number;
  /** How many cards there are on all pages. */
  readonly count: number;
  readonly desk: Desk;
  readonly now: number;
}

/** *Read them*: the answers to a question of ours, newest first, each in full with its status and its buttons. */
export function answersView({ panel, cards, page, count, desk, now }: AnswersContent): ModalView {
  const { words } = desk;
  const { conversation } = panel;
  const left = Math.max(0, count - page * answersOnPage - cards.length);
  const view = conversation ? [' · ', link(postUrl(desk, conversation), say(words, 'panel.view'))] : [];
  const turn = (to: number, label: string) => panelButton('next', label, panel, desk, String(to));
  const back = panelButton('back', say(words, 'button.back'), panel, desk, String(page - 1));
  const next = say(words, 'button.next-people', { count: Math.min(answersOnPage, left) });
  return modal({
    callbackId: callbackIds.answers,
    ref: panelRef(panel, desk, String(page)),
    desk,
    title: 'answers.title',
    close: 'draft.close',
    blocks: [
      rich(line(bold(questionText(panel, desk)), ` · ${sayCount(desk, 'answers.count', count)}`, ...view)),
      ...(count === 0 ? [note(say(words, 'answers.nobody'))] : []),
      ...cards.flatMap((card) => answerBlocks(card, panel, page, desk, now)),
      ...(left > 0 ? [note(sayCount(desk, 'answers.more', left))] : []),
      ...actions(...(page > 0 ? [back] : []), ...(left > 0 ? [turn(page + 1, next)] : [])),
    ],
  });
}

/** One patron: who they are, all that they wrote, what became of it, and the way to answer. */
function answerBlocks(card: Card, panel: Panel, page: number, desk: Desk, now: number): KnownBlock[] {
  const { handle } = card.patron;
  const posts = card.acts.filter((act): act is Mention => act.kind === 'mention' && !act.gone);
  const newest = posts.at(-1);
  const status = statusOf(card, desk, now)?.sentence;
  return [
    { type: 'divider' },
    rich(
      line(
        bold(shownName(card.patron)),
        ...(handle === '' ? [] : [' ', link(profileUrl(desk, handle), `@${handle}`)]),
        ...(newest ? [` · ${momentText(desk, newest.at, now)} · `, viewLink(newest, desk)] : []),
      ),
      ...posts.flatMap((post) => postLines(post, desk, now, MAX_POST)),
      status === undefined ? undefined : line(status),
    ),
    ...actions(...personButtons(card, `${panel.id} ${page}`, desk)),
  ];
}

const viewLink = (post: Mention, desk: Desk) =>
  link(postUrl(desk, post.versions.at(-1) ?? post.id), say(desk.words, 'card.view'));
