import type { Panel } from '../../src/core/board/panel.js';
import type { Card } from '../../src/core/card/card.js';
import { isRefusal, type Refusal } from '../../src/core/card/refusal.js';
import { parseCommand } from '../../src/core/command-text.js';
import type { Desk } from '../../src/core/desk/desk.js';
import { withNote } from '../../src/core/desk/desk-notes.js';
import { emptySettings } from '../../src/core/desk/desk-settings.js';
import { feedFinding, personFinding } from '../../src/core/doctor/findings.js';
import { cardId, panelId, postId, slackUserId } from '../../src/core/ids.js';
import { plainText } from '../../src/core/post/plain.js';
import { firstOf } from '../../src/core/sentences/phrases.js';
import { refusalSentence } from '../../src/core/sentences/sentences.js';
import { say } from '../../src/core/words/words.js';
import { pauseReason } from '../../src/flows/team/pause.js';
import { helpMessage, waitingMessage } from '../../src/slack/messages/command-answers.js';
import { panelMessage } from '../../src/slack/messages/panel-message.js';
import { cut, sentenceMessage } from '../../src/slack/parts/blocks.js';
import { notesMessage } from '../../src/slack/parts/desk-notes.js';
import { rotaMessage } from '../../src/slack/parts/rota-lines.js';
import { answersView } from '../../src/slack/screens/answers-view.js';
import { findCoverView } from '../../src/slack/screens/find-cover-view.js';
import { homeView, strangerHomeView } from '../../src/slack/screens/home-view.js';
import { noteView } from '../../src/slack/screens/note-view.js';
import { peopleView } from '../../src/slack/screens/people-view.js';
import { ana, ben, minutes, tuesday } from '../build.js';
import { type Drawn, now } from './drawn.js';
import { type Sight, sight } from './sight.js';

const aPanel = (kind: Panel['kind'], given: Partial<Panel> = {}): Panel => ({
  id: panelId(`${kind}-5001`),
  format: 1,
  kind,
  version: 1,
  startedAt: tuesday,
  closed: false,
  ...given,
});

const ids = [cardId('mention-5001-2001'), cardId('follow-2002')];

function shownBy(panel: Panel, card: Card): Parameters<typeof panelMessage>[0] {
  return {
    panel,
    inPanel: { all: ids, open: ids, automated: 1 },
    newest: card,
    named: [card.patron],
    cards: [card, card],
  };
}

/** Messages and modals that show several cards. */
export function ofPanels({ card, desk, elsewhere, said }: Drawn): readonly Sight[] {
  const request = {
    ...{ id: '1', whose: ana, asked: ben, askedBy: ana, askedAt: tuesday, version: 1, told: 0 },
    ...{ fromMs: tuesday, toMs: tuesday + minutes(60) },
  };
  const panels: readonly Panel[] = [
    aPanel('digest'),
    aPanel('digest', { outcome: { how: 'greeted', by: slackUserId('U0NOBODY9'), at: tuesday } }),
    aPanel('fold', { conversation: postId('5001') }),
    aPanel('asked', {
      conversation: postId('5001'),
      question: said.note,
      read: { by: ana, at: tuesday, cards: [] },
    }),
    aPanel('cover', { cover: { request, part: 'asked' } }),
    aPanel('shift-start', { to: ana }),
    aPanel('reminder', { to: ana }),
    aPanel('idle', { to: ana }),
    aPanel('shift-end', { to: ana, endsAt: now + 1 }),
  ];
  const waiting = [card, elsewhere];
  return [
    ...panels.map((panel) => sight(panel.kind, () => panelMessage(shownBy(panel, card), desk, now))),
    sight('people', () =>
      peopleView({ panel: aPanel('digest'), cards: waiting, page: 0, count: 30, desk, now }),
    ),
    sight('answers', () =>
      answersView({ panel: aPanel('asked'), cards: waiting, page: 0, count: 30, desk, now }),
    ),
    sight('waiting', () => waitingMessage(waiting, desk, now, {})),
    sight('home', () =>
      homeView([
        {
          desk,
          user: ana,
          waiting,
          toCheck: waiting,
          flagged: waiting,
          drafts: waiting,
          asked: [request],
          now,
        },
        { desk, user: ben, waiting: [], drafts: [], now, pause: { by: ana, at: now, reason: said.passNote } },
      ]),
    ),
  ];
}

/** What a desk shows without a card. */
export function ofDesk({ desk, said }: Drawn): readonly Sight[] {
  return [
    sight('findings', () => notice(told(desk, said), desk)),
    sight('notes', () => notesMessage(desk, now), { says: [said.note] }),
    sight('rota', () => rotaMessage(desk, now)),
    sight('help', () => helpMessage(desk)),
    sight('find cover', () => findCoverView(desk, ana, now)),
    sight('a stranger’s home', () => strangerHomeView(desk, { refused: 'not-staff' })),
  ];
}

/** What the desk tells of a calendar and of a colleague. */
function told(desk: Desk, said: Drawn['said']): string {
  const event = said.title;
  const findings = [
    feedFinding(desk, { kind: 'nobody-of-that-name', event, name: event, atMs: tuesday }),
    feedFinding(desk, { kind: 'unknown-zone', event, zone: event }),
    feedFinding(desk, { kind: 'not-understood', event, detail: event }),
    personFinding(
      desk,
      { ...aMember(desk), unsaid: ['name'] },
      {
        person: { id: ana, name: said.colleague, guest: true, deactivated: false },
        inChannel: true,
      },
    ),
  ];
  return findings.map((finding) => `• ${finding?.said}`).join('\n');
}

const aMember = (desk: Desk) => {
  const [member] = desk.rota.staff;
  if (!member) throw new Error('A desk has somebody.');
  return member;
};

const notice = (text: string, desk: Desk) =>
  panelMessage(shownBy(aPanel('notice', { text }), { acts: [] } as unknown as Card), desk, now);

const escapedBySlack = (typed: string) =>
  typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What `/greet` answers; Slack escapes what is typed. */
function commandAnswer(desk: Desk, words: string): string {
  const typed = parseCommand(plainText(escapedBySlack(words)), desk.network);
  switch (typed.kind) {
    case 'unknown':
      return say(desk.words, 'command.unknown', { typed: cut(typed.typed, 40), command: typed.meant });
    case 'handle':
      return say(desk.words, 'start.looking', { handle: typed.handle });
    case 'pause':
      return refusalSentence(
        desk,
        { refused: 'paused', by: ana, at: tuesday, reason: pauseReason(typed.reason) },
        now,
      );
    case 'note': {
      const kept = withNote(emptySettings, { text: typed.note, by: ana, at: tuesday, until: now });
      if (isRefusal(kept)) return refusalSentence(desk, kept, now);
      return say(desk.words, 'note.kept', { note: typed.note, time: '17:00' });
    }
    default:
      return say(desk.words, 'command.colleague', { handle: desk.network.exampleHandle });
  }
}

/** What a person reads who typed a command, or was refused something. */
export function answers({ card, desk, said }: Drawn): readonly Sight[] {
  const pause = { by: ana, at: tuesday, reason: said.passNote };
  const refusals: readonly Refusal[] = [
    { refused: 'paused', ...pause },
    { refused: 'stranger', handle: said.handle },
    { refused: 'same-starter', label: said.label },
    { refused: 'removed', first: firstOf(card.patron) },
    { refused: 'taken', by: slackUserId('U0NOBODY9'), at: tuesday },
    { refused: 'elsewhere', at: tuesday, postId: postId('5001') },
  ];
  const sentences: readonly (() => string)[] = [
    ...refusals.map((refusal) => () => refusalSentence(desk, refusal, now)),
    ...[said.command, `note ${said.command}`, `pause ${said.command}`].map(
      (typed) => () => commandAnswer(desk, typed),
    ),
    () =>
      say(desk.words, 'told.taken-over', {
        name: said.colleague,
        first: firstOf(card.patron),
        time: '10:42',
      }),
    () => say(desk.words, 'starter.kept', { label: said.label }),
  ];
  return sentences.flatMap((one) => [
    sight('an answer', () => sentenceMessage(one(), desk)),
    sight('an answer in a modal', () => noteView(desk, one(), card)),
    sight('a notice', () => notice(one(), desk)),
  ]);
}
