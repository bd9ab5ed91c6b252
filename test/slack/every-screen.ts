import type { OutcomeFigures } from '../../src/core/board/outcome-report.js';
import type { Report, ReportMessage } from '../../src/core/board/report.js';
import type { Card } from '../../src/core/card/card.js';
import { checkKey } from '../../src/core/card/message.js';
import { rules } from '../../src/core/card/rules.js';
import { hasHandOff } from '../../src/core/card/select.js';
import type { Desk } from '../../src/core/desk/desk.js';
import { actorFor } from '../../src/core/desk/desk-now.js';
import { fileId, panelId, postId, type SlackUserId } from '../../src/core/ids.js';
import { editorView } from '../../src/slack/editor/editor.js';
import { finishingView, finishView } from '../../src/slack/editor/finish-view.js';
import { greetFailedView, greetView, readingView } from '../../src/slack/editor/greet-view.js';
import { outcomeView } from '../../src/slack/editor/outcome-view.js';
import { askedView, outgoingView } from '../../src/slack/editor/outgoing-view.js';
import { warningView } from '../../src/slack/editor/warning-view.js';
import { testMessage } from '../../src/slack/inspect/test-message.js';
import { cardMessage } from '../../src/slack/messages/card-message.js';
import { budgetMessage, helpMessage, waitingMessage } from '../../src/slack/messages/command-answers.js';
import { firstWordsMessage } from '../../src/slack/messages/first-words-message.js';
import { flagsMessage } from '../../src/slack/messages/flags-message.js';
import { panelMessage } from '../../src/slack/messages/panel-message.js';
import { askLine, threadLine } from '../../src/slack/messages/thread-line.js';
import { restMessage, toldMessage } from '../../src/slack/messages/told-message.js';
import { deskNotes, notesMessage } from '../../src/slack/parts/desk-notes.js';
import { rotaMessage } from '../../src/slack/parts/rota-lines.js';
import { deleteView, lookView } from '../../src/slack/screens/confirm-views.js';
import { draftView } from '../../src/slack/screens/draft-view.js';
import { findCoverView } from '../../src/slack/screens/find-cover-view.js';
import { historyView } from '../../src/slack/screens/history-view.js';
import { homeView, strangerHomeView } from '../../src/slack/screens/home-view.js';
import { moreView, outcomeReports } from '../../src/slack/screens/more-view.js';
import { noteView, practiseView } from '../../src/slack/screens/note-view.js';
import { flagView, passView, sendBackView } from '../../src/slack/screens/pass-views.js';
import { peopleView } from '../../src/slack/screens/people-view.js';
import { personView, unknownPersonView } from '../../src/slack/screens/person-view.js';
import { pictureView } from '../../src/slack/screens/picture-view.js';
import { snoozeView } from '../../src/slack/screens/snooze-view.js';
import { starterView } from '../../src/slack/screens/starter-view.js';
import { aCard, aMention, ana, aPatron, aPost, ben, carla, minutes, tuesday } from '../build.js';
import { anAnswer, everyCard, toldOf } from './cards.js';

const now = tuesday + minutes(8);

const pictures = ['1', '2'].map((alt) => ({
  kind: 'film' as const,
  alt,
  preview: `https://pbs.twimg.com/media/${alt}.jpg`,
  durationMs: 42_000,
}));

const allCards = everyCard.map((card) => ({
  ...card,
  patron: aPatron({ name: '222', handle: '333', bio: '111', place: '222' }),
  acts: card.acts.map((act) => (act.kind === 'mention' ? { ...act, text: '444', media: pictures } : act)),
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
const everyFlag = allCards.slice(0, 3).map((card, at) => ({
  ...card,
  flag: { by: at === 2 ? carla : ben, at: now, ...(at > 0 ? { to: carla } : {}), note: '777' },
}));
/** A picture for each reason why it waits for a press. */
const onPress = aCard({
  patron: aPatron({ name: '222', handle: '333' }),
  acts: [aMention({ text: '444', media: pictures })],
});
const hidden = (['sensitive', 'first', 'unloadable'] as const).map((why) => ({
  ...onPress,
  acts: onPress.acts.map((act) => ({ ...act, [why]: true })),
}));
const aPicture = postId('5001');
/** What answers or quotes us, with our words and without. */
const toOurs = [{ answered: '888' }, { answered: '' }, { quoted: '888' }, { quoted: '' }].map((ours) => ({
  ...aCard({ acts: [aMention({ text: '444', ours, repliedTo: postId('7001'), quoted: postId('7002') })] }),
  patron: aPatron({ name: '222', handle: '333' }),
}));
const thanked = allCards.map((card) => ({ ...card, acts: [aMention({ topic: 'other' })] }));

const digestOf = (some: readonly Card[]) => {
  const open = some.map(({ id }) => id);
  return {
    panel: {
      id: panelId('digest-7'),
      format: 1,
      kind: 'digest',
      version: 1,
      startedAt: now,
      closed: false,
    } as const,
    inPanel: { all: open, open, automated: 1 },
    named: some.slice(0, 1).map(({ patron }) => patron),
  };
};

const share = { of: 70, count: 55, range: { low: 0.67, high: 0.86 } };
const someOutcomes: OutcomeFigures = {
  months: ['2026-11'],
  people: 77,
  groups: {
    greeted: { after7: share, after30: share, wrote: { of: 70 } },
    hello: { after7: { of: 7 }, after30: {}, wrote: {} },
    alone: { after7: share, after30: share, wrote: share },
  },
  reasons: { skipped: 7, expired: 7 },
  gone: 7,
  notKnown: 7,
  against: { greeted: 'cannot-tell' },
};

/** Reports with all that they can say, as their lead and the channel see them, and those of a time without anything. */
function reportsOf(desk: Desk) {
  const shared = { by: ana, at: now };
  const hours = {
    byHour: [{ hour: 10, came: 7, late: 5 }],
    byWeekHour: [{ weekday: 'mon', hour: 10, came: 7 }],
  } as const;
  const some: Report = {
    ...{
      period: { kind: 'week', fromMs: now - days(7), toMs: now },
      madeAt: now,
      begunAt: now - days(1),
      all: 77,
    },
    byKind: { question: 70, follow: 7 },
    byOutcome: { 'in-desk': 60, 'by-hand': 10, waiting: 7 },
    waited: { half: minutes(7), nineInTen: minutes(700) },
    standard: { of: 70, kept: 55 },
    late: 15,
    slipped: ['7', '8'].map((post, at) => ({
      ...{
        at: now - days(2),
        topic: 'question',
        post: postId(post),
        waitedMs: minutes(700),
        isAnswered: at > 0,
      },
    })),
    ...hours,
    openings: { kept: 7, rewritten: 7 },
    hellos: { count: 2, greeted: 7 },
    ...(desk.network.prices ? { outcomes: someOutcomes } : {}),
    ...(desk.network.prices ? { bill: [{ month: '2026-11', microUsd: 777 }] } : {}),
  };
  const none: Report = {
    ...some,
    all: 0,
    byHour: [],
    byWeekHour: [],
    late: 0,
    slipped: [],
    hellos: { count: 0 },
  };
  const { standard: _, waited: __, all: ___, ...few } = some;
  const pictures = ['F00000001', 'F00000002', 'F00000003'].map(fileId);
  const messages: readonly (readonly [ReportMessage, SlackUserId?])[] = [
    [{ figures: some, pictures }, ana],
    [{ figures: some, pictures: [], noPictures: 'not-permitted', weekly: true, shared }, ana],
    [{ figures: few, pictures: [], noPictures: 'failed' }, ana],
    [{ figures: none, pictures: [], noPictures: 'refused', shared }],
  ];
  return messages.map(([report, to]) => {
    const panel = {
      id: panelId('report-week-7'),
      format: 1,
      kind: 'report',
      version: 1,
      startedAt: now,
      closed: true,
    } as const;
    return panelMessage(
      { panel: { ...panel, report, ...(to ? { to } : {}) }, inPanel: { all: [], open: [] } },
      desk,
      now,
    );
  });
}
const days = (count: number) => minutes(count * 24 * 60);
/** Whether a card can come to be so on the network of a desk: what is handed off, and what costs money, is not everywhere. */
function canBe({ notice, state }: Card, desk: Desk): boolean {
  if (state === 'handed-off') return hasHandOff(desk);
  return (
    !(notice?.kind === 'rejected' && notice.reason.startsWith('budget')) || desk.network.prices !== undefined
  );
}

/** What the desk shows of its cards, its rota, its notes and its bill: messages, modals and Homes. */
export function everyScreen(desk: Desk): unknown[] {
  const cards = allCards.filter((card) => canBe(card, desk));
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
    ...(hasHandOff(desk)
      ? [finishView({ card, desk, now }), finishView({ card, desk, text: '999', now })]
      : []),
    lookView(card, desk, outcomeReports(card, desk, actorFor(desk, carla), now)),
    deleteView(card, desk),
    starterView(card, {
      ...desk,
      savedStarters: [{ id: 'saved-1', label: '555', opening: '666', by: ana, at: now }],
    }),
    historyView(card, desk, now),
    pictureView(card, aPicture, desk),
    personView({ card, others: cards.slice(0, 1), desk, actor: actorFor(desk, ana), now }),
    warningView(card, desk, [{ check: 'thanksForFollowing' }], '999', now),
    noteView(desk, '999', card),
    noteView(desk, '999'),
    findCoverView(desk, ana, now),
    findCoverView({ ...desk, rota: { ...desk.rota, shifts: [] } }, ana, now),
    outgoingView({ card, desk, waiting: 2, now }),
    ...[ana, ben, carla].map((user) => outcomeView({ card, desk, user, waiting: 2, now })),
    ...(hasHandOff(desk) ? [finishingView(card, desk, now)] : []),
    readingView({ card, desk, now }),
    greetFailedView({ card, desk, now }),
    ...(hasHandOff(desk) ? (['api', 'hand-off'] as const) : (['api'] as const)).flatMap((reach) =>
      [[], [aPost({ text: '888', at: now })], [aPost({ text: '888', at: now, closed: true })]].map((posts) =>
        greetView({ card, desk, posts, reach, followsByApi: !hasHandOff(desk), now }),
      ),
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
    ...hidden.flatMap((card) => [cardMessage(card, desk, now), pictureView(card, aPicture, desk, true)]),
    cardMessage(onPress, { ...desk, picturesOnPress: true }, now),
    panelMessage(digestOf(cards.slice(0, 2)), desk, now),
    ...reportsOf(desk),
    peopleView({ panel: digestOf([]).panel, cards: cards.slice(0, 20), page: 0, count: 30, desk, now }),
    waitingMessage(cards, desk, now, { [cards[0]?.id ?? '']: 'https://x.org' }),
    waitingMessage([], desk, now),
    waitingMessage([], desk, now, {}, everyFlag),
    ...[cards, cards.slice(0, 1), cards.slice(1, 2), thanked].map((some) => restMessage(some, desk)),
    rotaMessage(desk, now),
    unknownPersonView('333', desk),
    firstWordsMessage('777', desk),
    ...(['test.posted', 'test.edited', 'test.please', 'test.answered'] as const).map((said) =>
      testMessage(desk, said),
    ),
    practiseView(desk, ['777'], '777'),
    homeView([{ desk, user: ana, waiting: cards, flagged: everyFlag, drafts: cards.slice(0, 2), now }]),
    homeView([{ desk, user: ana, waiting: toOurs, toCheck: cards, drafts: [], now }]),
    ...toOurs.map((card) => cardMessage(card, desk, now)),
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
    budgetMessage({ ...desk, budgetTogether: { monthlyUsd: 90, desks: [] } }, bill, bill),
    rotaMessage({ ...desk, rota: { ...desk.rota, shifts: [] } }, now),
  ];
  return [...shown, ...lists];
}
