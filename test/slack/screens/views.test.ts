import type { InputBlock } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { postId, slackUserId } from '../../../src/core/ids.js';
import { openingText } from '../../../src/core/writing/starters.js';
import { editorView, wordsIn } from '../../../src/slack/editor/editor.js';
import { greetFailedView, greetView, readingView } from '../../../src/slack/editor/greet-view.js';
import { outgoingView } from '../../../src/slack/editor/outgoing-view.js';
import { draftView } from '../../../src/slack/screens/draft-view.js';
import { decodeRef, decodeWriting } from '../../../src/slack/values.js';
import { aCard, aDesk, ana, aPatron, aPost, ben, carla, minutes, tuesday } from '../../build.js';
import { again, aNewFollower, aReply, everyCard, inState, noticed } from '../cards.js';
import { actionIdsIn, buttonsIn, elementsIn, expectOpens, screen } from '../seen.js';

const desk = aDesk();
const now = tuesday + minutes(8);
const begun = openingText('answer', 'Maya', aDesk());
const edit = (card: Card = inState.claimed, by = ana, draft?: string) =>
  editorView({ card, desk, by, opening: begun, now, ...(draft === undefined ? {} : { draft }) });

function inputIn(view: ReturnType<typeof edit>) {
  const block = view.blocks.find((one): one is InputBlock => one.type === 'input');
  if (block?.element.type !== 'plain_text_input') throw new Error('There is no input.');
  return { id: block.block_id, hint: block.hint?.text, ...block.element };
}

describe('the editor', () => {
  it('opens on every card, for everybody', () => {
    for (const card of everyCard) for (const by of [ana, ben]) expectOpens(edit(card, by));
  });

  it('has the words of the patron above, and the opening to go on from', () => {
    const view = edit();
    expect([view.title.text, view.submit?.text, view.close?.text]).toEqual([
      'Answer Maya',
      'Send',
      'Keep draft',
    ]);
    expect(screen(view.blocks)).toContain('Do you have large-print crime novels?');
    expect(inputIn(view)).toMatchObject({
      initial_value: 'Hi Maya, ',
      focus_on_load: true,
      multiline: true,
      hint: 'Public. ^AK is added. 280 characters in all. You can undo for 20 seconds.',
      dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
    });
    expect(view.notify_on_close).toBe(true);
  });

  it('of somebody who lost the card says so at the top, with their own signature and not their words twice', () => {
    const kept = [{ text: 'I was writing this', by: ana, at: now }];
    const bens = {
      holder: { id: ben, since: now },
      lostBy: { from: ana, to: ben, at: now },
      keptWords: kept,
    };
    const view = edit({ ...inState.claimed, ...bens }, ana, 'I was writing this');
    expect(screen(view.blocks)).toMatch(/^Ben took this over at 10:50\. Nothing was sent;/);
    expect(screen(view.blocks)).not.toContain('Ana wrote');
    expect(inputIn(view).hint).toContain('^AK is added');
  });

  it('says at the top that sending is paused, once', () => {
    const pause = { by: carla, at: tuesday, reason: 'statement coming' };
    const stopped: Card = { ...inState.claimed, notice: { kind: 'paused', pause } };
    const said = screen(
      editorView({ card: stopped, desk: aDesk({ pause }), by: ana, opening: begun, now }).blocks,
    );
    expect(said).toMatch(/^Carla paused sending at 10:42: 'statement coming'\. Your draft is kept\./);
    expect(said.match(/paused sending/gu)).toHaveLength(1);
  });

  it('remembers what it is about and what it began with', () => {
    const ref = decodeRef(edit().private_metadata);
    expect(ref).toMatchObject({ desk: 'central', card: 'mention-5001-2001' });
    expect(decodeWriting(ref?.extra)).toEqual({ shownPost: '5001', opening: 'Hi Maya, ' });
  });

  it('goes on from the draft', () => {
    const drafted = { ...inState.claimed, draft: { text: 'Hi Maya, yes', by: ana, at: now } };
    expect(inputIn(edit(drafted)).initial_value).toBe('Hi Maya, yes');
    expect(inputIn(edit(drafted, ana, 'other')).initial_value).toBe('other');
  });

  it('has another input for other words to start from, and the same for the same', () => {
    expect(inputIn(edit(inState.claimed, ana, 'one')).id).not.toBe(
      inputIn(edit(inState.claimed, ana, 'two')).id,
    );
    expect(inputIn(edit()).id).toBe(inputIn(edit()).id);
  });

  it('tells a trainee that a colleague checks first', () => {
    const bens = { ...inState.claimed, holder: { id: ben, since: tuesday } };
    expect(inputIn(edit(bens, ben)).hint).toBe('A colleague checks first.');
    expect(edit(bens, ben).submit?.text).toBe('Ask for a check');
  });

  it('shows earlier answers, and the words of colleagues who lost it', () => {
    const kept = [{ text: 'I was writing this', by: ben, at: tuesday + minutes(3) }];
    const said = screen(edit({ ...again, state: 'claimed', keptWords: kept }).blocks);
    expect(said).toContain('10:44 Ana answered: Hi Maya, yes: 40 at Central. ^AK');
    expect(said).toContain('Ben wrote at 10:45: I was writing this');
  });

  it('says what became of the last approval', () => {
    const said = noticed.map((card) => screen(edit(card).blocks));
    expect(said[0]).toContain('Still true? Press Send again.');
    expect(said[5]).toContain("X won't take the same words twice.");
  });

  it('opens the approved words in X where only a person may post them', () => {
    const [, , , , notSummoned = aCard()] = noticed;
    const view = edit(notSummoned);
    expect(screen(view.blocks)).toContain('Finish in X; your words are ready. X must show @centrallibrary');
    const [open] = elementsIn(view).filter(({ url }) => url !== undefined);
    expect(open?.url).toBe(
      `https://x.com/intent/tweet?in_reply_to=5001&text=${encodeURIComponent(aReply().text)}`,
    );
    expect(decodeRef(open?.value)?.extra).toBe(`5001 ${aReply().text}`);
    expect(buttonsIn(edit(notSummoned, ben))).toEqual(['Look it over']);
    expect(buttonsIn(edit(notSummoned, slackUserId('U0NOBODY9')))).toEqual(['Look it over']);
  });

  it('keeps its title within what Slack takes', () => {
    const long = { ...inState.claimed, patron: aPatron({ name: 'Bartholomew-Maximilian-Alexander' }) };
    expect(edit(long).title.text).toBe('Answer Bartholomew-Maxi…');
    expectOpens(edit(long));
  });

  it('reads the typed words back, wherever their block is', () => {
    const values = { 'words-1': { words: { value: 'Hi' } }, other: { thing: { value: 'x' } } };
    expect(wordsIn(values)).toEqual({ block: 'words-1', text: 'Hi' });
    expect(wordsIn({ 'words-1': { words: { value: null } } })).toEqual({ block: 'words-1', text: '' });
    expect(wordsIn({})).toBeUndefined();
  });
});

describe("somebody else's draft", () => {
  const draft = (card: Card) => draftView({ card, desk, now });

  it('is shown with who writes it, and can be taken over', () => {
    const drafted = { ...inState.claimed, draft: { text: 'Hi Maya, yes', by: ana, at: now } };
    const view = draft(drafted);
    expect(view.title.text).toBe('Draft for Maya');
    expect(screen(view.blocks)).toContain('Ana is answering · since 10:43 Hi Maya, yes Take over');
    expect(actionIdsIn(view)).toEqual(['take-over']);
  });

  it('says when nothing is written', () => {
    expect(screen(draft(inState.claimed).blocks)).toContain('Nothing is written yet.');
  });

  it('opens whatever became of the card, and offers only what is legal', () => {
    for (const card of everyCard) expectOpens(draft(card));
    expect(buttonsIn(draft(inState.sending))).toEqual([]);
    expect(buttonsIn(draft(inState.open))).toEqual([]);
    expect(screen(draft(inState.open).blocks)).toContain('Nobody is answering this now.');
  });

  it('cannot be typed into', () => {
    expect(draft(inState.claimed).blocks.map(({ type }) => type)).not.toContain('input');
    expect(draft(inState.claimed).submit).toBeUndefined();
  });
});

describe('after Send', () => {
  const going = (waiting: number, card: Card = inState.sending) => outgoingView({ card, desk, waiting, now });

  it('says when it goes out, and offers to undo it and to go on', () => {
    expectOpens(going(2));
    expect(screen(going(2).blocks)).toBe(
      'Going out at 10:44:30. Hi Maya, yes: 40 at Central. ^AK Undo Next: 2 waiting',
    );
    expect(actionIdsIn(going(2))).toEqual(['undo', 'next']);
  });

  it('offers nothing next when nothing waits, and no undo when it is too late', () => {
    expect(buttonsIn(going(0))).toEqual(['Undo']);
    expect(buttonsIn(going(0, inState.posting))).toEqual([]);
    expectOpens(going(0, inState.posting));
  });

  it('offers no undo of words that go out again: they may stand there', () => {
    const { sending } = inState;
    const again = { ...sending, reply: sending.reply && { ...sending.reply, unsureSince: now } };
    expect(buttonsIn(going(0, again as Card))).toEqual([]);
  });
});

describe('greeting a new follower', () => {
  const posts = [
    aPost({ id: postId('7001'), at: now - minutes(120) }),
    aPost({ id: postId('7002'), text: 'Any good allotment books?', at: now - minutes(26 * 60) }),
  ];
  const greet = (given: Partial<Parameters<typeof greetView>[0]> = {}) =>
    greetView({ card: aNewFollower, desk, posts, reach: 'hand-off', now, ...given });

  it('says at once that it reads', () => {
    expectOpens(readingView({ card: aNewFollower, desk, now }));
    expect(screen(readingView({ card: aNewFollower, desk, now }).blocks)).toContain(
      'Reading what Sam posted lately…',
    );
  });

  it('shows each post with a link that opens X with a reply begun', () => {
    const view = greet();
    expectOpens(view);
    expect(view.title.text).toBe('Greet Sam');
    expect(screen(view.blocks)).toContain(
      'Pick a post. X opens with your reply begun; X must show @centrallibrary at the top. If not, switch account first. Finally finished Middlemarch 2 h Open in X Ask about it Recommend Any good allotment books? yesterday Open in X Ask about it Recommend',
    );
    const links = elementsIn(view).map(({ url }) => decodeURIComponent(String(url)));
    expect(links.slice(0, 3)).toEqual([
      'https://x.com/intent/tweet?in_reply_to=7001&text=Hi Sam, ',
      'https://x.com/intent/tweet?in_reply_to=7001&text=Hi Sam, what did you think of ',
      'https://x.com/intent/tweet?in_reply_to=7001&text=Hi Sam, if you liked that, try ',
    ]);
    const picked = elementsIn(view).map(({ value }) => decodeRef(value)?.extra);
    expect(picked).toEqual(['7001', '7001', '7001', '7002', '7002', '7002']);
  });

  it('answers here where X takes it from us', () => {
    const view = greet({ reach: 'api' });
    expectOpens(view);
    expect(actionIdsIn(view)).toEqual([
      ...['greet-here-greet', 'greet-here-ask-about', 'greet-here-recommend'],
      ...['greet-here-greet', 'greet-here-ask-about', 'greet-here-recommend'],
    ]);
    expect(elementsIn(view).every(({ url }) => url === undefined)).toBe(true);
    expect(screen(view.blocks)).toContain('Pick a post to answer.');
  });

  it('shows five posts at most', () => {
    const many = Array.from({ length: 9 }, (_, at) => aPost({ id: postId(String(7000 + at)) }));
    const links = buttonsIn(greet({ posts: many })).filter((label) => label === 'Open in X');
    expect(links).toHaveLength(5);
  });

  it('whoever practises never follows back in the real X', () => {
    const followsAt = (account: typeof desk.account) => {
      const inDesk = { ...desk, account, greetings: { ...desk.greetings, followBack: true } };
      const shown = JSON.stringify(greet({ desk: inDesk, posts: [] }).blocks);
      return shown.match(/https?:[^"]+follow\?user_id=\d+/g);
    };
    const follows = `/intent/follow?user_id=${aNewFollower.patron.id}`;
    const practice = { ...desk.account, practice: true, page: 'http://127.0.0.1:4000' } as const;
    expect(followsAt(practice)).toEqual([`http://127.0.0.1:4000${follows}`]);
    expect(followsAt(desk.account)).toEqual([`https://x.com${follows}`]);
  });

  it('says that there is nothing to answer, and that this is fine', () => {
    const view = greet({ posts: [] });
    expectOpens(view);
    expect(screen(view.blocks)).toContain("Sam hasn't posted lately. Nothing to answer. Skip");
  });

  it('offers nothing on a card that is settled', () => {
    const sent: Card = { ...aNewFollower, state: 'sent' };
    expect(buttonsIn(greet({ card: sent }))).toEqual([]);
    expect(buttonsIn(greet({ card: sent, posts: [] }))).toEqual([]);
  });

  it('says when X cannot be read', () => {
    expectOpens(greetFailedView({ card: aNewFollower, desk, now }));
    expect(screen(greetFailedView({ card: aNewFollower, desk, now }).blocks)).toContain(
      "X couldn't be read just now.",
    );
  });

  it('holds whatever strangers write', () => {
    const nasty = '&lt;!channel&gt; *x* \u202e 🏳️‍🌈'.repeat(300);
    expectOpens(greet({ posts: Array.from({ length: 5 }, () => aPost({ text: nasty })) }));
    const patron = aPatron({ name: 'a'.repeat(3000) });
    expectOpens(greet({ card: { ...aNewFollower, patron } }));
    const kept = [ana, ben, carla].map((by) => ({ text: nasty, by, at: now }));
    expectOpens(
      editorView({
        card: { ...inState.claimed, patron, keptWords: kept, draft: { text: nasty, by: ana, at: now } },
        desk,
        by: ana,
        opening: openingText('answer', 'a'.repeat(3000), aDesk()),
        now,
      }),
    );
  });
});
