import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { actId, cardId, postId } from '../../../src/core/ids.js';
import { checkView } from '../../../src/sandbox/slack/blocks/view.js';
import { editorView } from '../../../src/slack/editor/editor.js';
import { finishView } from '../../../src/slack/editor/finish-view.js';
import { askedView } from '../../../src/slack/editor/outgoing-view.js';
import { warningView } from '../../../src/slack/editor/warning-view.js';
import { deleteView } from '../../../src/slack/screens/confirm-views.js';
import { historyView } from '../../../src/slack/screens/history-view.js';
import { homeView, strangerHomeView } from '../../../src/slack/screens/home-view.js';
import { moreView } from '../../../src/slack/screens/more-view.js';
import { noteView } from '../../../src/slack/screens/note-view.js';
import { filledIn, passView, sendBackView } from '../../../src/slack/screens/pass-views.js';
import { snoozedUntil, snoozeView } from '../../../src/slack/screens/snooze-view.js';
import { decodeRef, decodeWriting } from '../../../src/slack/values.js';
import {
  aCard,
  aDesk,
  aMention,
  ana,
  aPatron,
  aRota,
  ben,
  carla,
  minutes,
  stranger,
  tuesday,
} from '../../build.js';
import { aHello, aNewFollower, checked, everyCard, flagged, inState, noted, notSeen } from '../cards.js';
import { buttonsIn, elementsIn, expectOpens, linksIn, screen, textsIn } from '../seen.js';

const desk = aDesk();
const now = tuesday + minutes(8);
const everybody = [ana, ben, carla, stranger].map((id) => actorFor(desk, id));
const moreFor = (card: Card, id: string) => moreView({ card, desk, actor: actorFor(desk, id), now });
const nasty = '<!channel> <@U0ANA0001> *bold* \u202e 🏳️‍🌈 '.repeat(300);

describe('More…', () => {
  it('opens on every card, for everybody', () => {
    for (const card of everyCard)
      for (const actor of everybody) expectOpens(moreView({ card, desk, actor, now }));
  });

  it('offers what this person may do now', () => {
    expect(buttonsIn(moreFor(inState.open, ben))).toEqual(['Flag to Ana…', 'Mute conversation', 'History']);
    expect(buttonsIn(moreFor(inState.claimed, ana))).toEqual(['Flag to Carla…', 'Put back', 'History']);
    expect(buttonsIn(moreFor(inState.claimed, carla))).toEqual(['Flag to Ana…', 'Take over', 'History']);
    expect(buttonsIn(moreFor(inState.claimed, stranger))).toEqual(['History']);
    expect(buttonsIn(moreFor(inState.sent, ben))).toEqual(['History']);
    expect(buttonsIn(moreFor(inState.sent, carla))).toEqual(['Delete from X…', 'Keep until…', 'History']);
  });

  it('lets a lead mute the patron, but not where a word is urgent', () => {
    const { open } = inState;
    const urgent = { ...open, acts: open.acts.map((act) => ({ ...act, urgent: 'fire' })) };
    expect(buttonsIn(moreFor(open, ana))).toContain('Mute this person…');
    expect(buttonsIn(moreFor(open, ana))).toContain('Mute Maya for 30 days?');
    expect(buttonsIn(moreFor(urgent, ana))).not.toContain('Mute this person…');
  });

  it('lets the reviewer send words back, and only the lead lift a flag', () => {
    expect(buttonsIn(moreFor(checked, carla))).toContain('Send back…');
    expect(buttonsIn(moreFor(checked, ana))).not.toContain('Send back…');
    expect(buttonsIn(moreFor(flagged.claimed, carla))).toEqual(['Lift', 'History']);
    expect(buttonsIn(moreFor(flagged.claimed, ben))).toEqual(['History']);
  });

  it("asks those who don't have the answer whether they looked, before they say what became of it", () => {
    const asked = (card: Card, id: string) =>
      elementsIn(moreFor(card, id)).filter(({ confirm }) => confirm !== undefined);
    expect(asked(notSeen, carla).map(({ action_id }) => action_id)).toEqual([
      'more-it-is-there',
      'more-not-there',
    ]);
    expect(asked(inState['handed-off'], carla)).toHaveLength(2);
    expect(asked(notSeen, ana)).toEqual([]);
    expect(asked(inState.unsure, carla)).toEqual([]);
  });
});

describe('passing on and sending back', () => {
  it('offers the colleagues of the rota but oneself and who has it, and takes a note', () => {
    for (const card of everyCard) expectOpens(passView(card, desk, carla, now));
    const options = JSON.stringify(passView(inState.claimed, desk, ana, now).blocks);
    expect(options).not.toContain(`"value":"${ana}"`);
    expect(options).toContain(`"value":"${ben}"`);
    expect(options).toContain(`"value":"${carla}"`);
  });

  it('says when there is nobody to pass to', () => {
    const [only] = desk.rota.staff;
    const alone = aDesk({ rota: aRota({ staff: only ? [only] : [] }) });
    const view = passView(inState.claimed, alone, ana, now);
    expectOpens(view);
    expect(view.submit).toBeUndefined();
    expect(screen(view.blocks)).toContain('There is no other colleague on the rota.');
  });

  it('asks what should change, by the name of the writer', () => {
    for (const card of everyCard) expectOpens(sendBackView(card, desk, now));
    expect(JSON.stringify(sendBackView(checked, desk, now))).toContain('What should Ben change?');
  });

  it('reads the form back', () => {
    const values = {
      colleague: { colleague: { selected_option: { value: ben } } },
      note: { note: { value: ' you know her ' } },
    };
    expect(filledIn(values)).toEqual({ colleague: ben, note: 'you know her' });
    expect(filledIn({ note: { note: { value: null } } })).toEqual({ colleague: undefined, note: '' });
  });
});

describe('Not now…', () => {
  it('offers half an hour, one, three, and when the library opens next', () => {
    expectOpens(snoozeView(inState.open, desk, now));
    expect(buttonsIn(snoozeView(inState.open, desk, now))).toEqual([
      'In 30 minutes',
      'In 1 hour',
      'In 3 hours',
      'When we open: Wed 25 Nov 09:00',
    ]);
    expect(snoozedUntil('60', desk, now)).toBe(now + minutes(60));
  });

  it('passes over days that are closed, and offers no opening when there is none', () => {
    const saturday = tuesday + minutes(4 * 24 * 60);
    expect(buttonsIn(snoozeView(inState.open, desk, saturday)).at(-1)).toBe('When we open: Mon 30 Nov 09:00');
    const shut = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    const closed = aDesk({ rota: aRota({ openHours: shut }) });
    expect(buttonsIn(snoozeView(inState.open, closed, now))).toHaveLength(3);
  });
});

describe('Finish in X…', () => {
  const finish = (text?: string, stop?: string) =>
    finishView({ card: inState.claimed, desk, text, stop, now });

  it('shows exactly the words, and one link with them in it', () => {
    const view = finish('Hi Maya, yes. ^AK');
    expectOpens(view);
    expect(screen(view.blocks)).toContain('Hi Maya, yes. ^AK Open in X');
    const [link, ...more] = elementsIn(view);
    expect(more).toEqual([]);
    expect(link?.url).toBe('https://x.com/intent/tweet?in_reply_to=5001&text=Hi%20Maya%2C%20yes.%20%5EAK');
    expect(decodeRef(link?.value)?.extra).toBe('5001 Hi Maya, yes. ^AK');
  });

  it('leaves words out of a link that they would make too long, and says so', () => {
    const view = finish('👩‍👩‍👧‍👦'.repeat(100));
    expectOpens(view);
    expect(screen(view.blocks)).toContain('They are too long for a link: copy them, then open X.');
    expect(elementsIn(view)[0]?.url).toBe('https://x.com/intent/tweet?in_reply_to=5001');
  });

  it('opens an empty reply while nothing is written, and nothing where the words must not go out', () => {
    expect(screen(finish().blocks)).toContain('Nothing is written yet.');
    expect(buttonsIn(finish())).toEqual(['Open in X']);
    expect(buttonsIn(finish('too long', '12 characters too long.'))).toEqual([]);
    expect(screen(finish('too long', '12 characters too long.').blocks)).toContain('12 characters too long.');
  });
});

describe('checking what a colleague wrote', () => {
  const view = editorView({ card: checked, desk, by: carla, opening: '', now });

  it('is the editor with the writer in its title, their words and their signature', () => {
    expectOpens(view);
    expect([view.title.text, view.submit?.text, view.close?.text]).toEqual([
      "Check Ben's answer",
      'Send',
      'Close',
    ]);
    expect(buttonsIn(view)).toEqual(['Look it over', 'Send back…']);
    expect(JSON.stringify(view)).toContain('Hi Maya, yes.');
    expect(JSON.stringify(view)).toContain('^BO is added');
  });

  it('says after Ask for a check what happens now', () => {
    const asked = askedView({ card: inState['in-review'], desk, waiting: 1, now });
    expectOpens(asked);
    expect(screen(asked.blocks)).toBe(
      'Ana or another colleague checks this first. It goes out when they press Send. Hi Maya, yes. Next: 1 waiting',
    );
  });
});

describe('the editor', () => {
  it('shows what Check found above the input that stands', () => {
    const found = '280 characters in all: 112 left.';
    const view = editorView({
      card: inState.claimed,
      desk,
      by: ana,
      opening: '',
      draft: 'Hi',
      block: 'b7',
      found,
      now,
    });
    expectOpens(view);
    expect(screen(view.blocks)).toContain(found);
    expect(view.blocks.at(-1)?.block_id).toBe('b7');
  });

  it('shows the note of a colleague', () => {
    const said = screen(editorView({ card: noted, desk, by: ana, opening: '', now }).blocks);
    expect(said).toContain('Ben noted at 10:43: She asked at the desk, too.');
  });

  it('of a hello has its own title and an example', () => {
    const view = editorView({ card: aHello, desk, by: ana, opening: '', now });
    expectOpens(view);
    expect(view.title.text).toBe('Say hello to all');
    expect(JSON.stringify(view)).toContain('New here? Tell us the last book');
  });
});

it('a warning shows the words again, with the way back to them', () => {
  const view = warningView(
    aNewFollower,
    desk,
    [{ check: 'thanksForFollowing' }],
    'Thanks for following!',
    now,
  );
  expectOpens(view);
  expect(view.submit?.text).toBe('Send anyway');
  expect(screen(view.blocks)).toContain('reads like a machine');
  expect(buttonsIn(view)).toEqual(['Change the words']);
  expect(decodeWriting(decodeRef(view.private_metadata)?.extra)?.opening).toBe('Thanks for following!');
});

it('Delete from X shows which answer goes, and Slack asks once more', () => {
  const view = deleteView(inState.sent, desk);
  expectOpens(view);
  expect(screen(view.blocks)).toContain('Hi Maya, yes: 40 at Central. ^AK');
  expect(elementsIn(view)).toMatchObject([{ action_id: 'delete-now', style: 'danger', confirm: {} }]);
});

it('History names who did what, in the order of the day, and knows no action of another version', () => {
  const history = [
    { at: tuesday, action: 'claim', by: ben },
    { at: tuesday + minutes(1), action: 'ask-review', by: ben },
    { at: tuesday + minutes(2), action: 'check', by: carla },
    { at: tuesday + minutes(3), action: 'approve', by: carla },
    { at: tuesday + minutes(4), action: 'teleport', by: carla },
    { at: tuesday + minutes(5), action: 'release' },
  ];
  const view = historyView({ ...inState.sent, history }, desk, now);
  expectOpens(view);
  expect(screen(view.blocks)).toContain(
    '10:42 Ben took this 10:43 Ben asked for a check 10:44 Carla began to check 10:45 Carla pressed Send 10:47 Back to everybody',
  );
  const long = Array.from({ length: 100 }, (_, at) => ({ at: tuesday + at, action: 'claim', by: ben }));
  expectOpens(historyView({ ...inState.sent, history: long }, desk, now));
  expectOpens(historyView(inState.open, desk, now));
});

it('History leads to the posts, and says to whom a card was passed', () => {
  const at = (minute: number) => tuesday + minutes(minute);
  const card = {
    ...inState.sent,
    acts: [...inState.sent.acts, aMention({ id: actId('5002'), versions: [postId('5002')], at: at(9) })],
    passes: [{ from: ana, to: ben, at: at(1) }],
    history: [
      { at: at(1), action: 'pass', by: ana },
      { at: at(2), action: 'publish' },
      { at: at(9), action: 'another-act' },
    ],
  };
  const { blocks } = historyView(card, desk, at(10));
  expect(screen(blocks)).toContain(
    '10:43 Ana passed this to Ben 10:44 It is on X · View on X 10:51 Maya wrote again · View on X',
  );
  expect(linksIn(blocks)).toEqual(['https://x.com/i/status/6001', 'https://x.com/i/status/5002']);
  expect(textsIn(blocks).filter((text) => /\d{4}|mention-|another-act/u.test(text))).toEqual([]);
});

it('History shows what an earlier version noted under a former name, also in words of the desk', () => {
  const history = ['lose-sight', 'look-in-vain', 'looked'].map((action, at) => ({
    at: tuesday + at,
    action,
  }));
  const words = { 'history.not-found': 'X did not show it' };
  const view = historyView({ ...inState.sent, history }, { ...desk, words }, now);
  expect(screen(view.blocks)).toContain('10:42 X did not say what became of it 10:42 X did not show it');
});

describe('the App Home', () => {
  const home = (given: Partial<Parameters<typeof homeView>[0][number]> = {}) =>
    homeView([{ desk, user: ana, waiting: [], drafts: [], now, ...given }]);
  const expectHome = (view: unknown) => expect(checkView(view, '/view', ['home'])).toEqual([]);

  it('says until when one is on shift, what waits, what is to check, what one began, and this week', () => {
    const drafts = [{ ...inState.claimed, draft: { text: 'Hi Maya, yes', by: ana, at: now } }];
    const waiting = [inState.open, aNewFollower];
    const view = home({ waiting, toCheck: [inState['in-review'], notSeen], drafts, flagged: [flagged.open] });
    expectHome(view);
    const says = "Do you have large-print crime novels? My mum can't get out.";
    expect(screen(view.blocks)).toContain(
      [
        'On shift until 13:00 Answer next (2)',
        `Waiting Question · Maya Ortiz · please answer by 14:42 ${says} Answer New follower · Sam Okafor Greet`,
        `To check Maya Ortiz · ✏️ Ben's answer is ready for a colleague. ${says} → Hi Maya, yes. Check`,
        `Maya Ortiz · ❗ Ana's answer isn't on our timeline. Look there once. ${says}`,
        '→ Hi Maya, yes: 40 at Central. ^AK More…',
        `Your drafts Maya Ortiz ${says} → Hi Maya, yes Open`,
        `1 is flagged: Maya Ortiz · ✋ Don't answer yet: Carla is looking · since 10:45 ${says} Open`,
        'Find cover This week Mon 9–13 Ana',
      ].join(' '),
    );
  });

  it('says what is late, and our question above the answer to it', () => {
    const asked = aMention({ text: 'Rebecca, twice.', ours: { answered: 'What are you reading?' } });
    const card = aCard({ acts: [{ ...asked, repliedTo: postId('7001') }] });
    const late = tuesday + minutes(5 * 60);
    const said =
      'Question · Maya Ortiz · ⏰ late since 14:42 In answer to us: What are you reading? Rebecca, twice. Answer';
    expect(screen(home({ waiting: [card], now: late }).blocks)).toContain(said);
    expect(screen(home({ drafts: [card] }).blocks)).toContain(
      'Maya Ortiz In answer to us: What are you reading?',
    );
  });

  it('says who is on when it is somebody else, and that sending is paused', () => {
    const view = home({ user: ben, pause: { by: carla, at: now, reason: 'statement coming' } });
    expectHome(view);
    expect(screen(view.blocks)).toContain(
      "Now: Ana until 13:00 Carla paused sending at 10:50: 'statement coming'. Your drafts are kept. Nothing is waiting.",
    );
  });

  it('names the accounts of several desks, and says to strangers whom to ask', () => {
    const other = aDesk({ account: { handle: 'branchlibrary', plan: 'self-serve', longPosts: false } });
    const both = [desk, other].map((one) => ({ desk: one, user: ana, waiting: [], drafts: [], now }));
    const view = homeView(both);
    expectHome(view);
    expect(screen(view.blocks)).toContain('@branchlibrary On shift until 13:00');
    expectHome(strangerHomeView(desk, { refused: 'not-staff' }));
    expect(screen(strangerHomeView(desk, { refused: 'not-staff' }).blocks)).toContain('Ask Ana to add you.');
  });

  it('says how many drafts it leaves out, and cuts none within a character', () => {
    const draft = { text: `${'a'.repeat(118)}😀😀`, by: ana, at: now };
    const drafts = Array.from({ length: 12 }, () => ({ ...inState.claimed, draft }));
    const shown = screen(home({ drafts }).blocks);
    expect(shown).toContain('Open and 2 more Find cover');
    expect(shown).toContain(`${'a'.repeat(118)}😀😀 Open`);
    const longer = { ...inState.claimed, draft: { ...draft, text: `${'a'.repeat(118)}😀😀😀` } };
    expect(screen(home({ drafts: [longer] }).blocks)).toContain(`${'a'.repeat(118)}😀…`);
  });

  it('stays within what Slack takes', () => {
    const drafts = Array.from({ length: 60 }, (_, at) => ({
      ...inState.claimed,
      id: cardId(`mention-${at}-1`),
      patron: aPatron({ name: nasty }),
      draft: { text: nasty, by: ana, at: now },
    }));
    const most = { drafts, waiting: drafts, toCheck: drafts, flagged: drafts };
    expectHome(home(most));
    const view = homeView(Array.from({ length: 6 }, () => ({ desk, user: ana, now, ...most })));
    expectHome(view);
    expect(JSON.stringify(view)).not.toMatch(/"type":"(?:user|broadcast|mrkdwn)"/);
  });
});

it('whatever strangers and colleagues write stays text, on every screen', () => {
  const patron = aPatron({ name: nasty });
  const card: Card = {
    ...aCard({ patron, acts: [aMention({ text: nasty })] }),
    holder: { id: ben, since: tuesday },
    draft: { text: nasty, by: ben, at: now },
    note: { by: ben, at: now, text: nasty },
    answers: inState.sent.answers.map((answer) => ({ ...answer, text: nasty })),
  };
  const actor = actorFor(desk, carla);
  for (const view of [
    moreView({ card, desk, actor, now }),
    passView(card, desk, carla, now),
    sendBackView(card, desk, now),
    snoozeView(card, desk, now),
    finishView({ card, desk, text: nasty.slice(0, 1500), now }),
    deleteView(card, desk),
    historyView(card, desk, now),
    noteView(desk, nasty.slice(0, 3000), card),
  ]) {
    expectOpens(view);
    expect(JSON.stringify(view)).not.toMatch(/"type":"(?:user|broadcast|mrkdwn)"/);
  }
});
