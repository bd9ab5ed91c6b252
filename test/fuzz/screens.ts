import type { Card } from '../../src/core/card/card.js';
import { checkKey, isDone, lineKey, passKey } from '../../src/core/card/message.js';
import { actorFor } from '../../src/core/desk/desk-now.js';
import { postId } from '../../src/core/ids.js';
import { givenName } from '../../src/core/post/given-name.js';
import { findingSentence, lookedOver } from '../../src/core/sentences/finding-sentences.js';
import { checkWords } from '../../src/core/writing/check-words.js';
import { openingsFor, replaceOpening } from '../../src/core/writing/starters.js';
import { editorView } from '../../src/slack/editor/editor.js';
import { finishView } from '../../src/slack/editor/finish-view.js';
import { greetView, readingView } from '../../src/slack/editor/greet-view.js';
import { outcomeView } from '../../src/slack/editor/outcome-view.js';
import { askedView, outgoingView } from '../../src/slack/editor/outgoing-view.js';
import { warningView } from '../../src/slack/editor/warning-view.js';
import { cardMessage } from '../../src/slack/messages/card-message.js';
import { askLine, movedLine, threadLine } from '../../src/slack/messages/thread-line.js';
import { toldMessage } from '../../src/slack/messages/told-message.js';
import { deleteView, lookView } from '../../src/slack/screens/confirm-views.js';
import { draftView } from '../../src/slack/screens/draft-view.js';
import { historyView } from '../../src/slack/screens/history-view.js';
import { moreView, outcomeReports } from '../../src/slack/screens/more-view.js';
import { noteView } from '../../src/slack/screens/note-view.js';
import { passView, sendBackView } from '../../src/slack/screens/pass-views.js';
import { personView } from '../../src/slack/screens/person-view.js';
import { pictureView } from '../../src/slack/screens/picture-view.js';
import { snoozeView } from '../../src/slack/screens/snooze-view.js';
import { starterView } from '../../src/slack/screens/starter-view.js';
import { aMention, ana, ben, carla, minutes, tuesday } from '../build.js';
import { toldOf } from '../slack/cards.js';
import { answers, ofDesk, ofPanels } from './desk-screens.js';
import { type Drawn, now } from './drawn.js';
import { type Sight, sight } from './sight.js';

/** Every screen that shows a case: the card's, those of several cards, and what a typed command is answered. */
export const sightsOf = (drawn: Drawn): readonly Sight[] => [
  ...ofCard(drawn),
  ...ofPanels(drawn),
  ...ofDesk(drawn),
  ...answers(drawn),
];

/** As much of a text as no screen cuts. */
const start = (words: string, units: number): readonly string[] => [words.slice(0, units)];

/**
 * What a post's reader has to see: not our own name in front, but where the post is nothing else; and what X's link says in
 * place of the link.
 */
function postSays(card: Card, written: string, units: number): readonly string[] {
  const newest = card.acts.at(-1);
  return newest?.kind !== 'mention' || newest.gone
    ? []
    : postStart(written, units, newest.media.length > 0 ? '' : written);
}

function postStart(written: string, units: number, nameAlone = written): readonly string[] {
  if (written.includes('https://t.co/')) return [];
  const rest = written.replace(/^\s*(?:[@＠]centrallibrary(?:\s+|$))+/i, '');
  return start(rest || nameAlone, units);
}

const scarce = { of: 'together', monthlyUsd: 50, leftMicroUsd: 1000 } as const;

function ofCard({ card, desk, elsewhere, posts, said }: Drawn): readonly Sight[] {
  const named = card.acts.at(-1)?.kind === 'hello' ? [] : [said.name];
  // A finished card is two lines, in which a name may be cut, also among marks: all of it stands behind *Show all*.
  const briefly = named.flatMap((name) => /^\P{M}{0,8}(?!\p{M})/u.exec(name) ?? []);
  const post = postSays(card, said.post, 1400);
  const first = givenName(card.patron.name, card.patron.handle);
  const around = { others: [elsewhere, elsewhere], scarce };
  const draft = replaceOpening('hours', said.draft, first, desk);
  const written = card.draft?.text ?? said.opening;
  const editing = { card, desk, now, around, opening: said.opening };
  const check = checkKey(card.review ?? { askedAt: 1 });
  const passed = { ...card, passes: [{ from: ben, to: ana, at: tuesday + minutes(1) }] };
  const checked = () =>
    checkWords({
      ...{
        card,
        text: said.draft,
        signature: '^AK',
        openings: openingsFor(first, desk),
        checks: desk.checks,
        helpDesk: desk.voice.helpDesk,
      },
      ...{
        said: [{ id: postId('6001'), text: said.kept, at: tuesday }],
        us: desk.account.handle,
        longPosts: false,
        network: desk.network,
        reach: 'api' as const,
      },
    });
  const stopped = () => {
    const { stop } = checked();
    return stop && findingSentence(desk, stop, card);
  };
  return [
    sight('card', () => cardMessage(card, desk, now), {
      says: isDone(card) ? briefly : [...named, ...post],
      spoken: isDone(card) ? briefly : named,
    }),
    sight(
      'line',
      () =>
        askLine(card, aMention({ text: card.acts.at(-1)?.kind === 'mention' ? said.post : '' }), desk, ana),
      { names: [ana] },
    ),
    sight('check line', () => threadLine(card, check, desk, now, ana), { names: [ana] }),
    ...card.acts.flatMap((act) =>
      act.kind === 'mention'
        ? [sight('act line', () => threadLine(card, lineKey(act), desk, now, ana), { names: [ana] })]
        : [],
    ),
    sight('pass line', () => threadLine(passed, passKey(0), desk, now, ana), { names: [ana] }),
    ...[card, passed].map((one) =>
      sight('told', () => toldMessage([one], toldOf(one), ana, desk, now), { names: [] }),
    ),
    sight('moved line', () => movedLine(card, desk, '')),
    sight('editor', () => editorView({ ...editing, by: ana }), {
      says: [...named, ...post, written.slice(0, 2700), said.note],
    }),
    sight(
      'editor of draft',
      () =>
        editorView({
          ...editing,
          by: ben,
          draft,
          looked: { words: checked().text, found: lookedOver(desk, checked(), card) },
        }),
      { says: draft.length > 2700 ? [] : [draft] },
    ),
    sight('draft', () => draftView({ card, desk, now }), {
      says: [...start(said.kept, 400), ...(isDone(card) ? [...named, ...post] : [])],
    }),
    sight('asked', () => askedView({ card, desk, waiting: 1, now }), {
      says: card.draft ? [card.draft.text] : [],
    }),
    ...[ana, ben, carla].map((by) =>
      sight(`more of ${by}`, () => moreView({ card, desk, actor: actorFor(desk, by), now })),
    ),
    sight('pass', () => passView(card, desk, ben, now), { says: post }),
    sight('send back', () => sendBackView(card, desk, now), { says: post }),
    sight('snooze', () => snoozeView(card, desk, now)),
    sight(
      'finish',
      () =>
        finishView({
          card,
          desk,
          now,
          text: said.draft,
          warnings: checked().warnings.map((one) => findingSentence(desk, one, card)),
        }),
      { says: [...post, said.draft] },
    ),
    sight('finish, stopped', () => finishView({ card, desk, now, stop: stopped() ?? '.' })),
    sight('look', () => lookView(card, desk, outcomeReports(card, desk, actorFor(desk, carla), now))),
    sight('delete', () => deleteView(card, desk)),
    sight('starter', () => starterView(card, desk), { says: [said.label, said.opening.slice(0, 100)] }),
    sight('picture', () => pictureView(card, postId('5001'), desk)),
    sight('history', () => historyView(card, desk, now), { says: named }),
    sight('person', () => personView({ card, others: [elsewhere], desk, actor: actorFor(desk, ana), now }), {
      says: named,
    }),
    sight('warning', () => warningView(card, desk, checked().warnings, said.draft || 'Yes.', now), {
      says: [said.draft],
    }),
    sight('note', () => noteView(desk, said.detail, card)),
    ...[ana, ben].map((user) =>
      sight(`outcome for ${user}`, () => outcomeView({ card, desk, user, waiting: 2, now })),
    ),
    sight('outgoing', () => outgoingView({ card, desk, waiting: 2, now }), {
      says: card.reply ? [card.reply.text] : [],
    }),
    sight('reading', () => readingView({ card, desk, now })),
    ...(['api', 'hand-off'] as const).map((reach) =>
      sight(`greet by ${reach}`, () => greetView({ card, desk, posts, reach, now, scarce }), {
        says: postStart(said.quoted, 300),
      }),
    ),
  ];
}
