import { countUnread } from '../../core/board/gathered.js';
import type { Panel, PanelCards } from '../../core/board/panel.js';
import type { Desk } from '../../core/desk/desk.js';
import { onOneLine } from '../../core/one-line.js';
import { quote } from '../../core/post/plain.js';
import { momentText, nameOf, postUrl } from '../../core/sentences/phrases.js';
import { say, sayCount } from '../../core/words/words.js';
import { panelActionId } from '../ids.js';
import { actions, bold, escapeText, line, link, type Message, overflow, rich } from '../parts/blocks.js';
import { panelButton, panelRef } from '../parts/buttons.js';

const MAX_QUESTION = 120;

/** The answers to a question of ours: "“What are you reading?” · 12 answers · 9 since Ana read them at 10:40". */
export function askedMessage(panel: Panel, inPanel: PanelCards, desk: Desk, now: number): Message {
  const { words } = desk;
  const { conversation, outcome } = panel;
  const question = questionText(panel, desk);
  const isMuted = outcome?.how === 'muted';
  // What was done with all of them begins the line, as on every message that waits for nobody.
  const closing = closingOf(panel, inPanel, desk, now);
  const lead = closing === '' ? '' : `${closing} · `;
  const parts = [
    sayCount(desk, 'answers.count', inPanel.all.length),
    closing === '' ? newsOf(panel, inPanel, desk, now) : '',
  ].filter((part) => part !== '');
  const view = conversation ? [' · ', link(postUrl(desk, conversation), say(words, 'panel.view'))] : [];
  return {
    text: escapeText(`${lead}${[question, ...parts].join(' · ')}`),
    blocks: [
      rich(line(lead, bold(question), ` · ${parts.join(' · ')}`, ...view)),
      ...(isMuted ? [rich(line(say(words, 'panel.muted-hint')))] : []),
      ...actions(
        panelButton('read', say(words, 'button.read-them'), panel, desk),
        ...(isMuted
          ? [panelButton('unmute', say(words, 'button.unmute'), panel, desk)]
          : [overflow(panelActionId('menu'), menu(panel, inPanel, desk))]),
      ),
    ],
  };
}

/** Our question as a quote on one line. */
export const questionText = ({ question = '' }: Panel, { words }: Desk): string =>
  say(words, 'answers.question', { question: quote(onOneLine(question), MAX_QUESTION) });

/** Who closed all of them, while none waits; else "". */
function closingOf({ outcome }: Panel, { open }: PanelCards, desk: Desk, now: number): string {
  if (outcome?.how === 'muted') return saidOf('panel.muted', outcome, desk, now);
  return outcome?.how === 'rest' && open.length === 0 ? saidOf('answers.rest', outcome, desk, now) : '';
}

/** What is new since somebody looked: answers that nobody read, or who read them all. */
function newsOf(panel: Panel, inPanel: PanelCards, desk: Desk, now: number): string {
  const { read } = panel;
  if (!read) return '';
  const unread = countUnread(panel, inPanel);
  const fill = { name: nameOf(desk, read.by), time: momentText(desk, read.at, now) };
  return unread > 0 ? sayCount(desk, 'answers.since', unread, fill) : say(desk.words, 'answers.read', fill);
}

const saidOf = (
  key: 'answers.rest' | 'panel.muted',
  { by = '', at }: { readonly by?: string; readonly at: number },
  desk: Desk,
  now: number,
): string => say(desk.words, key, { name: nameOf(desk, by), time: momentText(desk, at, now) });

function menu(panel: Panel, { open }: PanelCards, desk: Desk) {
  const option = (name: 'rest' | 'mute', label: string) => ({ label, ref: panelRef(panel, desk, name) });
  return [
    ...(open.length > 0 ? [option('rest', say(desk.words, 'button.rest'))] : []),
    option('mute', say(desk.words, 'button.mute')),
  ];
}
