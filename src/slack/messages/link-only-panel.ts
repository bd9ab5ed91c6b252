import type { KnownBlock } from '@slack/web-api';
import type { Panel, PanelCards } from '../../core/board/panel.js';
import type { Desk } from '../../core/desk/desk.js';
import { ourFollowersUrl, postUrl } from '../../core/sentences/phrases.js';
import { say, sayCount } from '../../core/words/words.js';
import { panelActionId } from '../ids.js';
import { actions, bold, escapeText, line, type Message, overflow, rich } from '../parts/blocks.js';
import { panelButton, panelRef } from '../parts/buttons.js';
import { openAllThere } from '../parts/link-only.js';

/** A message for several cards, in the words of the usual one. */
export interface Counted {
  /** "7 new followers since Friday", of so many. */
  readonly counted: (waiting: number) => string;
  /** What became of it, where something did. */
  readonly outcome?: string;
}

/** Several cards of a desk that only links: how many they are, *Open in X* and *Done* for all that wait. */
export function linkOnlyPanel(
  { panel, inPanel: { all, open } }: { readonly panel: Panel; readonly inPanel: PanelCards },
  { counted, outcome }: Counted,
  desk: Desk,
): Message {
  const waits = open.length;
  const isMuted = panel.outcome?.how === 'muted';
  const over =
    outcome ?? say(desk.words, panel.kind === 'digest' ? 'panel.nobody-left' : 'panel.nobody-waits');
  const said = [
    counted(panel.kind === 'digest' && waits > 0 ? waits : all.length),
    isMuted || waits === 0 ? over : panel.kind === 'digest' ? '' : sayCount(desk, 'panel.waiting', waits),
  ].filter((part) => part !== '');
  const [first = '', ...rest] = said;
  return {
    text: escapeText(said.join(' · ')),
    blocks: [
      rich(line(bold(first), rest.map((one) => ` · ${one}`).join(''))),
      ...buttonsOf(panel, waits, isMuted, desk),
    ],
  };
}

function buttonsOf(panel: Panel, waits: number, isMuted: boolean, desk: Desk): KnownBlock[] {
  const { words } = desk;
  const { conversation, kind } = panel;
  const url = conversation ? postUrl(desk, conversation) : ourFollowersUrl(desk);
  const closes = kind === 'digest' ? 'skip-all' : 'rest';
  const muting = isMuted ? 'unmute' : 'mute';
  const menu = { label: say(words, `button.${muting}`), ref: panelRef(panel, desk, muting) };
  return actions(
    openAllThere(panel, desk, url),
    ...(waits > 0 && !isMuted ? [panelButton(closes, say(words, 'button.done'), panel, desk)] : []),
    ...(conversation ? [overflow(panelActionId('menu'), [menu])] : []),
  );
}
