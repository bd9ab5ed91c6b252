import type { Button, KnownBlock, ModalView } from '@slack/web-api';
import type { Panel } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import { isLegal } from '../../core/card/rules.js';
import { isFollow } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import type { PanelId } from '../../core/ids.js';
import { isPurged } from '../../core/keeping/purged-card.js';
import { keptOutcome, keptWhat } from '../../core/sentences/kept-sentences.js';
import { momentText, profileUrl } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { actionIds, callbackIds, starterActionId } from '../ids.js';
import { actions, bold, button, line, link, note, rich } from '../parts/blocks.js';
import { panelButton, panelRef, refTo, startersOf } from '../parts/buttons.js';
import { contextLines } from '../parts/context.js';
import { modal } from '../parts/modal.js';
import { aboutLine, postLines, shownName } from '../parts/patron.js';
import { pictureBlocks } from '../parts/pictures.js';
import { statusOf } from '../parts/status.js';

/** Four blocks each at most: a modal takes a hundred. */
export const peopleOnPage = 20;
const MAX_QUOTE = 300;

interface PeopleContent {
  readonly panel: Panel;
  /** The cards of this page. */
  readonly cards: readonly Card[];
  readonly page: number;
  /** How many cards there are on all pages. */
  readonly count: number;
  readonly desk: Desk;
  readonly now: number;
}

/** *Show* and *Choose people*: the cards of a fold or digest, each with its status and its buttons. */
export function peopleView({ panel, cards, page, count, desk, now }: PeopleContent): ModalView {
  const { words } = desk;
  const from = page * peopleOnPage;
  const left = Math.min(peopleOnPage, count - from - cards.length);
  const turns = [
    ...(page > 0 ? [panelButton('back', say(words, 'button.back'), panel, desk, String(page - 1))] : []),
    ...(left > 0
      ? [
          panelButton(
            'next',
            say(words, 'button.next-people', { count: left }),
            panel,
            desk,
            String(page + 1),
          ),
        ]
      : []),
  ];
  return modal({
    callbackId: callbackIds.people,
    ref: panelRef(panel, desk, String(page)),
    desk,
    title: panel.kind === 'digest' ? 'people.followers-title' : 'people.replies-title',
    close: 'draft.close',
    blocks: [
      ...(cards.length === 0 ? [rich(line(say(words, 'people.nobody')))] : []),
      ...cards.flatMap((card) => personBlocks(card, panel.id, page, desk, now)),
      ...(turns.length > 0
        ? [note(say(words, 'people.page', { from: from + 1, to: from + cards.length, count }))]
        : []),
      ...actions(...turns),
    ],
  });
}

/** One card: the patron, their words, its status and its buttons. */
function personBlocks(card: Card, panel: PanelId, page: number, desk: Desk, now: number): KnownBlock[] {
  if (isPurged(card)) return [rich(line(`${keptWhat(card, desk)} · ${keptOutcome(card, desk)}`))];
  const act = card.acts.findLast((one) => one.kind === 'mention' && !one.gone);
  const status = statusOf(card, desk, now)?.sentence;
  return [
    rich(
      line(
        bold(shownName(card.patron)),
        ' ',
        link(profileUrl(desk, card.patron.handle), `@${card.patron.handle}`),
        ` · ${momentText(desk, (act ?? card.acts[0])?.at ?? card.changedAt, now)}`,
      ),
      isFollow(card) ? aboutLine(card.patron, desk) : undefined,
      ...(act?.kind === 'mention'
        ? [
            ...contextLines(act, card.patron.id, { desk, isShown: () => false, max: MAX_QUOTE }),
            ...postLines(act, desk, now, MAX_QUOTE),
          ]
        : []),
      status === undefined ? undefined : line(status),
    ),
    ...(act ? pictureBlocks(card, act, desk) : []),
    ...actions(...personButtons(card, `${panel} ${page}`, desk)),
  ];
}

/** How a card in a list is answered, or opened where somebody has it. `from`: the list, to show it again. */
export function personButtons(card: Card, from: string, desk: Desk): Button[] {
  const { words } = desk;
  const ref = refTo(card, desk);
  if (!isLegal('claim', card.state)) {
    return [button({ id: actionIds.open, label: say(words, 'button.open'), ref })];
  }
  const [starter] = startersOf(card, desk);
  const id = isFollow(card) ? actionIds.greet : starterActionId(starter?.id ?? 'answer');
  return [
    button({ id, label: starter?.label ?? say(words, 'button.open'), ref }),
    ...(isFollow(card)
      ? [button({ id: actionIds.skipListed, label: say(words, 'button.skip'), ref: refTo(card, desk, from) })]
      : []),
  ];
}
