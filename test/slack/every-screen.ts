import { checkKey } from '../../src/core/card/message.js';
import { rules } from '../../src/core/card/rules.js';
import type { Desk } from '../../src/core/desk/desk.js';
import { actorFor } from '../../src/core/desk/desk-now.js';
import { cardMessage } from '../../src/slack/messages/card-message.js';
import { budgetMessage, helpMessage, waitingMessage } from '../../src/slack/messages/command-answers.js';
import { flagsMessage } from '../../src/slack/messages/flags-message.js';
import { askLine, threadLine } from '../../src/slack/messages/thread-line.js';
import { restMessage, toldMessage } from '../../src/slack/messages/told-message.js';
import { deskNotes, notesMessage } from '../../src/slack/parts/desk-notes.js';
import { rotaMessage } from '../../src/slack/parts/rota-lines.js';
import { deleteView, lookView } from '../../src/slack/screens/confirm-views.js';
import { draftView } from '../../src/slack/screens/draft-view.js';
import { editorView } from '../../src/slack/screens/editor.js';
import { findCoverView } from '../../src/slack/screens/find-cover-view.js';
import { finishingView, finishView } from '../../src/slack/screens/finish-view.js';
import { greetFailedView, greetView, readingView } from '../../src/slack/screens/greet-view.js';
import { historyView } from '../../src/slack/screens/history-view.js';
import { homeView, strangerHomeView } from '../../src/slack/screens/home-view.js';
import { moreView, outcomeReports } from '../../src/slack/screens/more-view.js';
import { noteView } from '../../src/slack/screens/note-view.js';
import { outcomeView } from '../../src/slack/screens/outcome-view.js';
import { askedView, outgoingView } from '../../src/slack/screens/outgoing-view.js';
import { flagView, passView, sendBackView } from '../../src/slack/screens/pass-views.js';
import { snoozeView } from '../../src/slack/screens/snooze-view.js';
import { starterView } from '../../src/slack/screens/starter-view.js';
import { warningView } from '../../src/slack/screens/warning-view.js';
import { aMention, ana, aPatron, aPost, ben, carla, minutes, tuesday } from '../build.js';
import { anAnswer, everyCard, toldOf } from './cards.js';

const now = tuesday + minutes(8);

const cards = everyCard.map((card) => ({
  ...card,
  patron: aPatron({ name: '222', handle: '333' }),
  acts: card.acts.map((act) =>
    act.kind === 'mention'
      ? { ...act, text: '444', media: [{ kind: 'photo' as const }, { kind: 'photo' as const }] }
      : act,
  ),
  answers: card.answers.map((answer) => ({ ...anAnswer(), how: answer.how, text: '555' })),
  keptWords: [{ text: '666', by: ben, at: now }],
  ...(card.draft ? { draft: { ...card.draft, text: '666' } } : {}),
  ...(card.note ? { note: { ...card.note, text: '777' } } : {}),
  ...(card.notice?.kind === 'paused'
    ? { notice: { ...card.notice, pause: { ...card.notice.pause, reason: '777' } } }
    : {}),
  history: Object.keys(rules).flatMap((action) => [
    { at: now, action },
    { at: now, action, by: ana },
  ]),
  ...(card.reply ? { reply: { ...card.reply, text: '555' } } : {}),
}));

/** A card for each sentence about a flag. */
const everyFlag = cards.slice(0, 3).map((card, at) => ({
  ...card,
  flag: { by: at === 2 ? carla : ben, at: now, ...(at > 0 ? { to: carla } : {}), note: '777' },
}));
const thanked = cards.map((card) => ({ ...card, acts: [aMention({ topic: 'other' })] }));

/** What the desk shows of its cards, its rota, its notes and its bill: messages, modals and Homes. */
export function everyScreen(desk: Desk): unknown[] {
  const shown = cards.flatMap((card) => [
    cardMessage(card, desk, now),
    askLine(card, aMention({ text: '444' }), desk, ana),
    threadLine(card, checkKey(card.review ?? { askedAt: 1 }), desk, now, ana),
    threadLine(card, checkKey(card.review ?? { askedAt: 1 }), desk, now, ben),
    ...[ana, ben, carla].map((to) => toldMessage([card], toldOf(card), to, desk, now)),
    editorView({ card, desk, by: ana, opening: '', now }),
    editorView({ card, desk, by: ben, opening: '', now }),
    draftView({ card, desk, now }),
    editorView({ card, desk, by: carla, opening: '', now }),
    askedView({ card, desk, waiting: 1, now }),
    ...[ana, ben, carla].map((by) => moreView({ card, desk, actor: actorFor(desk, by), now })),
    passView(card, desk, ana, now),
    sendBackView(card, desk, now),
    flagView(card, desk, ana, now),
    snoozeView(card, desk, now),
    finishView({ card, desk, now }),
    finishView({ card, desk, text: '999', now }),
    lookView(card, desk, outcomeReports(card, desk, actorFor(desk, carla), now)),
    deleteView(card, desk),
    starterView(card, {
      ...desk,
      savedStarters: [{ id: 'saved-1', label: '555', opening: '666', by: ana, at: now }],
    }),
    historyView(card, desk, now),
    warningView(card, desk, [{ check: 'thanksForFollowing' }], '999', now),
    noteView(desk, '999', card),
    noteView(desk, '999'),
    findCoverView(desk, ana, now),
    findCoverView({ ...desk, rota: { ...desk.rota, shifts: [] } }, ana, now),
    outgoingView({ card, desk, waiting: 2, now }),
    ...[ana, ben, carla].map((user) => outcomeView({ card, desk, user, waiting: 2, now })),
    finishingView(card, desk, now),
    readingView(card, desk),
    greetFailedView(card, desk),
    ...(['api', 'hand-off'] as const).flatMap((reach) =>
      [[], [aPost({ text: '888', at: now })]].map((posts) => greetView({ card, desk, posts, reach, now })),
    ),
  ]);
  const notes = [{ text: '777', by: ana, at: tuesday, until: now + 1 }];
  const calls = ['mentions', 'followers', 'tweets'].map((list) => `GET /2/users/:id/${list}`);
  const byCall = Object.fromEntries(
    [...calls, 'GET /2/tweets', 'GET /2/users/me', 'POST /2/tweets', 'DELETE /2/tweets/:id', 'else'].map(
      (call, n) => [call, { charged: n + 1, microUsd: 1 + n * 10_000 }],
    ),
  );
  const bill = { microUsd: 1_000_000, byCall };
  const lists = [
    waitingMessage(cards, desk, now, { [cards[0]?.id ?? '']: 'https://x.org' }),
    waitingMessage([], desk, now),
    waitingMessage([], desk, now, {}, everyFlag),
    ...[cards, cards.slice(0, 1), cards.slice(1, 2), thanked].map((some) => restMessage(some, desk)),
    rotaMessage(desk, now),
    homeView([{ desk, user: ana, waiting: cards, flagged: everyFlag, drafts: cards.slice(0, 2), now }]),
    ...[false, true].map((closed) => flagsMessage([...everyFlag, ...cards], { closed }, carla, desk, now)),
    homeView([
      { desk, user: ben, waiting: [], drafts: [], now, pause: { by: ana, at: now, reason: '777' } },
      { desk: { ...desk, rota: { ...desk.rota, shifts: [] } }, user: ben, waiting: [], drafts: [], now },
    ]),
    strangerHomeView(desk, { refused: 'guest' }),
    notesMessage(desk, now),
    notesMessage({ ...desk, notes }, now),
    { blocks: deskNotes({ ...desk, notes }, now) },
    helpMessage(desk),
    budgetMessage(desk, { microUsd: 0, byCall: {} }),
    budgetMessage({ ...desk, budget: { monthlyUsd: 50 } }, bill),
    budgetMessage(desk, bill),
    rotaMessage({ ...desk, rota: { ...desk.rota, shifts: [] } }, now),
  ];
  return [...shown, ...lists];
}
