import { expect, it } from 'vitest';
import { checkMessage } from '../../src/core/message.js';
import type { Refusal } from '../../src/core/refusal.js';
import { rules } from '../../src/core/rules.js';
import { sentence } from '../../src/core/sentences.js';
import { whoIs } from '../../src/core/who.js';
import { defaultWords } from '../../src/core/words.js';
import { budgetMessage } from '../../src/slack/budget-message.js';
import { cardMessage } from '../../src/slack/card-message.js';
import { deleteView } from '../../src/slack/delete-view.js';
import { deskNotes, notesMessage } from '../../src/slack/desk-notes.js';
import { draftView } from '../../src/slack/draft-view.js';
import { editorView } from '../../src/slack/editor.js';
import { findCoverView } from '../../src/slack/find-cover-view.js';
import { finishView } from '../../src/slack/finish-view.js';
import { passView, sendBackView } from '../../src/slack/forms.js';
import { askedView, goingView } from '../../src/slack/going-view.js';
import { greetFailedView, greetView, readingView } from '../../src/slack/greet-view.js';
import { helpMessage } from '../../src/slack/help-message.js';
import { historyView } from '../../src/slack/history-view.js';
import { homeView, strangerHomeView } from '../../src/slack/home-view.js';
import { lookView } from '../../src/slack/look-view.js';
import { moreView, settlements } from '../../src/slack/more-view.js';
import { noteView } from '../../src/slack/note-view.js';
import { rotaMessage } from '../../src/slack/rota-lines.js';
import { snoozeView } from '../../src/slack/snooze-view.js';
import { starterView } from '../../src/slack/starter-view.js';
import { askLine, threadLine } from '../../src/slack/thread-line.js';
import { waitingMessage } from '../../src/slack/waiting.js';
import { warningView } from '../../src/slack/warning-view.js';
import {
  aDesk,
  aMention,
  ana,
  aPatron,
  aPost,
  aRota,
  ben,
  carla,
  minutes,
  staff,
  tuesday,
} from '../build.js';
import { anAnswer, everyCard } from './cards.js';
import { textsIn } from './seen.js';

/** Each letter of the desk's own words becomes a mark; people and patrons are numbers. */
const marked = Object.fromEntries(
  Object.entries(defaultWords).map(([key, said]) => [
    key,
    said
      .split(/(\{\w+\})/u)
      .map((part) => (part.startsWith('{') ? part : part.replaceAll(/\p{L}/gu, '§')))
      .join(''),
  ]),
);
const numbered = staff.map((member, at) => ({ ...member, name: `${at}`, signature: `${at}` }));
const desk = aDesk({
  words: marked,
  rota: aRota({ staff: numbered }),
  x: { handle: '77', plan: 'self-serve', longPosts: false },
});
const now = tuesday + minutes(8);

const cards = everyCard.map((card) => ({
  ...card,
  patron: aPatron({ name: '222', handle: '333' }),
  acts: card.acts.map((act) => (act.kind === 'mention' ? { ...act, text: '444', photos: 2 } : act)),
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

it('every word on the screen can be changed by the desk', () => {
  const shown = cards.flatMap((card) => [
    cardMessage(card, desk, now),
    askLine(card, aMention({ text: '444' }), desk, ana),
    threadLine(card, checkMessage(card.review ?? { askedAt: 1 }), desk, now, ana),
    threadLine(card, checkMessage(card.review ?? { askedAt: 1 }), desk, now, ben),
    editorView({ card, desk, by: ana, opening: '', now }),
    editorView({ card, desk, by: ben, opening: '', now }),
    draftView({ card, desk, now }),
    editorView({ card, desk, by: carla, opening: '', now }),
    askedView({ card, desk, waiting: 1, now }),
    ...[ana, ben, carla].map((by) => moreView({ card, desk, who: whoIs(desk, by), now })),
    passView(card, desk, ana, now),
    sendBackView(card, desk, now),
    snoozeView(card, desk, now),
    finishView({ card, desk, now }),
    finishView({ card, desk, text: '999', now }),
    lookView(card, desk, settlements(card, desk, whoIs(desk, carla), now)),
    deleteView(card, desk),
    starterView(card, {
      ...desk,
      saved: [{ id: 'saved-1', label: '555', opening: '666', by: ana, at: now }],
    }),
    historyView(card, desk, now),
    warningView(card, desk, [{ check: 'thanksForFollowing' }], '999'),
    noteView(desk, '999', card),
    noteView(desk, '999'),
    findCoverView(desk, ana, now),
    findCoverView({ ...desk, rota: { ...desk.rota, shifts: [] } }, ana, now),
    goingView({ card, desk, waiting: 2 }),
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
    rotaMessage(desk, now),
    homeView([{ desk, user: ana, waiting: cards, drafts: cards.slice(0, 2), now }]),
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
  const texts = [...shown, ...lists].flatMap(textsIn);
  expect(texts.length).toBeGreaterThan(500);
  const pings = /<@U0(?:ANA0001|BEN0002)>/gu;
  expect(texts.filter((text) => /\p{L}/u.test(text.replaceAll(pings, '').replaceAll('{first}', '')))).toEqual(
    [],
  );
});

it('so can every refusal', () => {
  const at = now;
  const by = ana;
  const refusals: Readonly<Record<Refusal['refused'], Refusal>> = {
    taken: { refused: 'taken', by, at },
    lost: { refused: 'lost', by, at },
    'not-yours': { refused: 'not-yours', by },
    'nobody-answers': { refused: 'nobody-answers' },
    answered: { refused: 'answered', by, at },
    elsewhere: { refused: 'elsewhere', at },
    closed: { refused: 'closed' },
    expired: { refused: 'expired' },
    removed: { refused: 'removed', first: '222' },
    'in-review': { refused: 'in-review', by, reviewer: carla },
    'own-check': { refused: 'own-check' },
    flagged: { refused: 'flagged', by, at },
    'lead-only': { refused: 'lead-only' },
    'not-deleter': { refused: 'not-deleter', by },
    paused: { refused: 'paused', by, at, reason: '777' },
    changed: { refused: 'changed', first: '222', at },
    'wrote-again': { refused: 'wrote-again', first: '222', at },
    budget: { refused: 'budget' },
    stranger: { refused: 'stranger', handle: '333' },
    going: { refused: 'going', by, dueAt: at },
    checking: { refused: 'checking', by },
    finishing: { refused: 'finishing', by, openedAt: at, until: at },
    'too-late': { refused: 'too-late', at },
    'second-reply': { refused: 'second-reply' },
    'no-post': { refused: 'no-post' },
    'not-staff': { refused: 'not-staff' },
    guest: { refused: 'guest' },
    'trainee-greets': { refused: 'trainee-greets' },
    'trainee-check': { refused: 'trainee-check' },
    'long-note': { refused: 'long-note', over: 7 },
    'many-notes': { refused: 'many-notes', count: 7 },
    trainee: { refused: 'trainee' },
    'no-sign-in': { refused: 'no-sign-in' },
    'not-their-shift': { refused: 'not-their-shift', whose: by, fromMs: at, toMs: at, theirs: [], at },
    'cover-taken': { refused: 'cover-taken', by },
    'cover-over': { refused: 'cover-over' },
    'cover-own': { refused: 'cover-own' },
    'cover-asked': { refused: 'cover-asked' },
    'cover-not-yours': { refused: 'cover-not-yours', people: [by] },
    'enough-greetings': { refused: 'enough-greetings', count: 7 },
    'same-starter': { refused: 'same-starter', label: '555' },
    'many-starters': { refused: 'many-starters', count: 7 },
    'empty-starter': { refused: 'empty-starter' },
    'desk-only': { refused: 'desk-only' },
    gone: { refused: 'gone' },
  };
  for (const refusal of Object.values(refusals)) {
    const said = sentence(desk, refusal);
    expect(said, refusal.refused).not.toMatch(/\p{L}|undefined/u);
    expect(said).not.toBe('');
  }
});
