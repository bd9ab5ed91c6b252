import type { Button, KnownBlock, RichTextSection } from '@slack/web-api';
import type { Panel } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import { isFollow, waitingAct } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { linkedUrl, linkedWhat } from '../../core/sentences/link-only-sentences.js';
import { momentText, topicText } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { actionIds } from '../ids.js';
import { bold, button, line, rich } from './blocks.js';
import { panelRef, refTo } from './buttons.js';
import { shownName } from './patron.js';

/** Who it is, in a list: of somebody whom the desk does not know what they did. */
export const listedName = (card: Card, desk: Desk): string =>
  card.linkOnly ? linkedWhat(card, desk) : shownName(card.patron);

/** "Somebody mentioned us · 10:42 · Question", and what else there is to be known. */
export const linkedLine = (
  card: Card,
  desk: Desk,
  now: number,
  ...more: readonly string[]
): RichTextSection =>
  line(bold(linkedWhat(card, desk)), ` · ${linkedDetails(card, desk, now, more).join(' · ')}`);

/** The same in a text without formats. */
export const linkedText = (card: Card, desk: Desk, now: number, ...more: readonly string[]): string =>
  [linkedWhat(card, desk), ...linkedDetails(card, desk, now, more)].join(' · ');

function linkedDetails(card: Card, desk: Desk, now: number, more: readonly string[]): readonly string[] {
  const act = waitingAct(card);
  const topic = topicText(desk, act);
  return [momentText(desk, act.at, now), ...(topic ? [topic] : []), ...more];
}

/** The same above a form. */
export const linkedBlocks = (card: Card, desk: Desk, now: number): KnownBlock[] => [
  rich(linkedLine(card, desk, now)),
];

/** A link to what somebody wrote, or to whoever followed us. The desk need not know of the press. */
export const openThere = (card: Card, desk: Desk): Button =>
  button({
    id: actionIds.openThere,
    label: say(desk.words, 'button.open-in-x'),
    ref: refTo(card, desk),
    url: linkedUrl(card, desk),
    primary: card.state === 'open' && !card.flag && !isFollow(card),
  });

/** The same for several cards. */
export const openAllThere = (panel: Panel, desk: Desk, url: string): Button =>
  button({
    id: actionIds.openThere,
    label: say(desk.words, 'button.open-in-x'),
    ref: panelRef(panel, desk),
    url,
    primary: panel.kind !== 'digest',
  });
