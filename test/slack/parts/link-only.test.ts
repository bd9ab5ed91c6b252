import { describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/core/board/panel.js';
import type { Card } from '../../../src/core/card/card.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { panelId, postId } from '../../../src/core/ids.js';
import { asLinked } from '../../../src/core/keeping/link-only.js';
import { urgentMessage } from '../../../src/slack/messages/call-messages.js';
import { cardMessage } from '../../../src/slack/messages/card-message.js';
import { waitingMessage } from '../../../src/slack/messages/command-answers.js';
import { flagsMessage } from '../../../src/slack/messages/flags-message.js';
import { panelMessage } from '../../../src/slack/messages/panel-message.js';
import { plainMessage } from '../../../src/slack/messages/plain-message.js';
import { summaryMessage } from '../../../src/slack/messages/staff-messages.js';
import { askLine, movedLine, threadLine } from '../../../src/slack/messages/thread-line.js';
import { toldMessage } from '../../../src/slack/messages/told-message.js';
import { draftView } from '../../../src/slack/screens/draft-view.js';
import { historyView } from '../../../src/slack/screens/history-view.js';
import { homeView } from '../../../src/slack/screens/home-view.js';
import { linkedView } from '../../../src/slack/screens/linked-view.js';
import { moreView } from '../../../src/slack/screens/more-view.js';
import { noteView } from '../../../src/slack/screens/note-view.js';
import { flagView } from '../../../src/slack/screens/pass-views.js';
import { snoozeView } from '../../../src/slack/screens/snooze-view.js';
import { aCard, aDesk, aFollow, aMention, ana, aPatron, ben, carla, minutes, tuesday } from '../../build.js';
import { everyCard, toldOf } from '../cards.js';
import { textsIn } from '../seen.js';

const now = tuesday + minutes(8);
const usual = aDesk();
const desk = { ...usual, account: { ...usual.account, linkOnly: true as const } };

const secrets = {
  text: 'SECRET',
  urgent: 'SECRET',
  links: [{ start: 0, end: 6, url: 'https://t.co/SECRET' }],
  media: [{ kind: 'photo' as const, alt: 'SECRET', preview: 'https://pbs.twimg.com/SECRET.jpg' }],
  ours: { quoted: 'SECRET' },
};
const linked = (card: Card): Card =>
  asLinked(
    {
      ...card,
      patron: aPatron({ name: 'SECRET', handle: 'SECRET', bio: 'SECRET', place: 'SECRET' }),
      acts: card.acts.map((act) => (act.kind === 'mention' ? { ...act, ...secrets } : act)),
      answers: card.answers.map((answer) => ({ ...answer, text: 'SECRET' })),
    },
    desk,
  );
const cards = everyCard.map(linked);
const flagged = { by: ben, at: now, to: carla };

const panelOf = (kind: Panel['kind'], more: Partial<Panel> = {}): Panel => ({
  id: panelId(`${kind}-7`),
  format: 1,
  kind,
  version: 1,
  startedAt: now,
  closed: false,
  ...more,
});
const panels = [
  panelOf('digest'),
  panelOf('fold', { conversation: postId('7001') }),
  panelOf('asked', { conversation: postId('7001'), question: 'What do you read?' }),
];
const shownIn = (panel: Panel, open: readonly Card[]) => {
  const ids = open.map(({ id }) => id);
  const [newest] = open;
  const inPanel = { all: ids, open: ids, automated: 1 };
  return panelMessage({ panel, inPanel, newest, named: open.map(({ patron }) => patron) }, desk, now);
};

describe('no screen of a desk that only links', () => {
  const screens = [
    ...cards.flatMap((card) => [
      cardMessage(card, desk, now),
      ...card.acts.flatMap((act) => (act.kind === 'mention' ? [askLine(card, act, desk, ana)] : [])),
      threadLine(card, 'line-5001', desk, now, ana),
      movedLine(card, desk, 'https://slack.example/there'),
      plainMessage(cardMessage(card, desk, now), { card, key: 'card' }, { plain: 'short' }, desk),
      toldMessage([card], toldOf(card), ana, desk, now),
      urgentMessage(card, desk, now),
      draftView({ card, desk, now }),
      historyView(card, desk, now),
      linkedView(card, desk, now),
      moreView({ card, desk, actor: actorFor(desk, ana), now }),
      noteView(desk, 'so', card),
      flagView(card, desk, ana, now),
      snoozeView(card, desk, now),
    ]),
    ...panels.flatMap((panel) => [shownIn(panel, cards), shownIn(panel, [])]),
    flagsMessage(
      cards.map((card) => ({ ...card, flag: flagged })),
      { closed: false },
      carla,
      desk,
      now,
    ),
    summaryMessage(cards, desk, ana, now),
    waitingMessage(cards, desk, now, {}, [{ ...linked(aCard()), flag: flagged }]),
    homeView([{ desk, user: ana, waiting: cards, toCheck: cards, flagged: cards, drafts: cards, now }]),
  ];

  it('has a word, a name or a picture of anybody', () => {
    expect(JSON.stringify(screens)).not.toContain('SECRET');
    expect(JSON.stringify(screens)).not.toContain('"image"');
  });

  it('has a place where a name is missing', () => {
    const texts = screens.flatMap(textsIn);
    expect(texts.filter((said) => /“”|''|@(?![\w…])|· ·|\bx\.com\/(?:\W|$)/u.test(said))).toEqual([]);
  });
});

const said = (card: Card, at = now) => textsIn(cardMessage(linked(card), desk, at)).join('|');

describe('the card of a desk that only links', () => {
  it('says that somebody mentioned us, when, and until when to answer, with the link and Done', () => {
    const question = aCard({ acts: [aMention({ topic: 'question' })] });
    expect(said(question)).toMatch(/Somebody mentioned us.* · \d\d:\d\d.* · please answer by \d\d:\d\d/u);
    expect(said(question)).toMatch(/Open in X\|Done/u);
    expect(JSON.stringify(cardMessage(linked(question), desk, now))).toContain('https://x.com/i/status/5001');
    expect(said(question, now + minutes(600))).toContain('⏰ late since');
  });

  it('counts how often they did', () => {
    const twice = aCard({ acts: [aMention({}), aMention({ id: 'post-7002' as never, at: now })] });
    expect(said(twice)).toContain('Somebody mentioned us 2 times');
  });

  it('of a new follower leads to the account by its id', () => {
    const follow = linked(aCard({ acts: [aFollow()] }));
    const message = JSON.stringify(cardMessage(follow, desk, now));
    expect(message).toContain(`https://x.com/i/user/${follow.patron.id}`);
    expect(message).toContain('Somebody followed us');
  });

  it('is urgent without the word that says so', () => {
    expect(said(aCard())).toMatch(/^🚨 Urgent · |^🚨 Urgent\|/u);
  });
});

describe('the message for several cards of a desk that only links', () => {
  const open = cards.filter(({ state }) => state === 'open');
  const textOf = (panel: Panel | undefined, some: readonly Card[]) =>
    panel ? textsIn(shownIn(panel, some)).join('|') : '';

  it('counts, links and closes', () => {
    const [digest, fold, asked] = panels;
    expect(textOf(digest, open)).toMatch(/new followers? since \d\d:\d\d.*Open in X\|Done/u);
    expect(textOf(fold, open)).toMatch(/in one conversation.*waits?.*Open in X\|Done/u);
    expect(textOf(asked, open)).toMatch(/What do you read\?.*answers?.*Open in X\|Done/u);
  });

  it('has nothing to close when nobody waits', () => {
    expect(panels.map((panel) => textOf(panel, [])).join()).not.toContain('Done');
  });
});
