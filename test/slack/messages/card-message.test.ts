import { describe, expect, it } from 'vitest';
import type { ActionName } from '../../../src/core/card/actions.js';
import type { Card, CardState } from '../../../src/core/card/card.js';
import { isLegal, rules } from '../../../src/core/card/rules.js';
import { actId, postId } from '../../../src/core/ids.js';
import { cardMessage } from '../../../src/slack/messages/card-message.js';
import { askLine } from '../../../src/slack/messages/thread-line.js';
import { draftView } from '../../../src/slack/screens/draft-view.js';
import { decodeRef } from '../../../src/slack/values.js';
import { aCard, aDesk, aFollow, aMention, ana, aPatron, minutes, tuesday } from '../../build.js';
import {
  again,
  aHello,
  aNewFollower,
  anAnswer,
  aReply,
  checked,
  closed,
  everyCard,
  flagged,
  inState,
  noticed,
  notSeen,
  snoozed,
  waitingForX,
} from '../cards.js';
import { actionIdsIn, buttonsIn, elementsIn, expectTaken, linksIn, screen } from '../seen.js';

const desk = aDesk();
const now = tuesday + minutes(8);
const shown = (card: Card, at = now) => cardMessage(card, desk, at);
const seen = (card: Card, at = now) => screen(shown(card, at).blocks);

describe('a card in Slack', () => {
  it('is a message that Slack takes, whatever its state', () => {
    for (const card of everyCard) expectTaken(shown(card));
  });

  it('shows who asks, when and what, with links to X, and nothing of who is on shift', () => {
    const { blocks } = shown(aCard());
    expect(screen(blocks)).toBe(
      "Picture of Maya Ortiz Question · please answer by 14:42 Maya Ortiz @maya_reads · 10:42 · View on X Do you have large-print crime novels? My mum can't get out. Answer Ask back Pass to a colleague… No reply needed Not now… Finish in X… More…",
    );
    expect(linksIn(blocks)).toEqual(['https://x.com/maya_reads', 'https://x.com/i/status/5001']);
  });

  it('asks for no answer by a time when nothing on it has a standard, and while somebody set it aside', () => {
    const praise = aCard({ acts: [aMention({ topic: 'praise' })] });
    const none = aDesk({ responseTargets: {} });
    expect(seen(praise)).not.toContain('please answer');
    expect(screen(cardMessage(aCard(), none, now).blocks)).not.toContain('please answer');
    for (const card of [snoozed, flagged.open]) expect(seen(card)).not.toContain('please answer');
  });

  it('offers the starters, and the rest in the overflow menu', () => {
    expect(buttonsIn(shown(aCard()).blocks)).toEqual([
      'Answer',
      'Ask back',
      '··· Pass to a colleague…',
      '··· No reply needed',
      '··· Not now…',
      '··· Finish in X…',
      '··· More…',
    ]);
    expect(actionIdsIn(shown(aCard()).blocks)).toEqual(['answer-answer', 'answer-ask-back', 'more']);
  });

  it('says since when it is late, and no longer by when to answer', () => {
    const late = tuesday + minutes(4 * 60);
    expect(seen(aCard(), late - 1)).toContain('please answer by 14:42');
    const message = shown(aCard(), late);
    expect(screen(message.blocks)).toMatch(/ Question Maya Ortiz .* ⏰ late since 14:42 Answer /u);
    expect(message.text).toMatch(/' ⏰ late since 14:42$/u);
    expect(seen(aCard(), late + minutes(24 * 60))).toContain('⏰ late since Tue 24 Nov 14:42');
    for (const card of [snoozed, flagged.open, inState.claimed])
      expect(seen(card, late)).not.toContain('late since');
  });

  it('says of a new follower that no answer is fine', () => {
    const { blocks, text } = shown(aNewFollower);
    expect(screen(blocks)).toBe(
      'Picture of Sam Okafor New follower Sam Okafor @samokafor followed us · 10:42 · View on X No answer is fine. Greet only if you have something to say about what Sam posts. Greet Skip Pass to a colleague… Not now… More…',
    );
    expect(linksIn(blocks)).toEqual(['https://x.com/samokafor', 'https://x.com/samokafor']);
    expect(actionIdsIn(blocks)).toEqual(['greet', 'skip', 'more']);
    expect(text).toBe('Sam Okafor followed us at 10:42.');
  });

  it.each<[CardState, string, string[]]>([
    [
      'claimed',
      '💬 Ana is answering · since 10:43',
      [
        'Open',
        '··· Pass to a colleague…',
        '··· No reply needed',
        '··· Not now…',
        '··· Finish in X…',
        '··· More…',
      ],
    ],
    [
      'in-review',
      "✏️ Ben's answer is ready for a colleague.",
      ['Check', '··· Open', '··· Pass to a colleague…', '··· Finish in X…', '··· More…'],
    ],
    ['sending', "📤 Ana's answer goes out at 10:44:30. Hi Maya, yes: 40 at Central. ^AK", ['Undo']],
    ['posting', "📤 Ana's answer is going out now. Hi Maya, yes: 40 at Central. ^AK", []],
    [
      'sent',
      '✅ Maya Ortiz · Ana answered at 10:44 · View reply on X Show all',
      ['··· Show all', '··· Save as starter', '··· Delete from X…', '··· More…', '··· History'],
    ],
    [
      'unsure',
      "🔎 We don't know yet whether X took Ana's answer. Looking until 10:50. Please don't send it again.",
      ['··· More…'],
    ],
    [
      'handed-off',
      '↗️ Ana is finishing this in X · since 10:44.',
      ["It's there", '··· Not there', '··· Pass to a colleague…', '··· Put back', '··· More…'],
    ],
    [
      'dismissed',
      '▫️ Maya Ortiz · Ana closed this: no reply needed · 10:50',
      ['··· Show all', '··· More…', '··· History', '··· Reopen'],
    ],
    ['expired', '▫️ Sam Okafor · followed us', ['··· Show all', '··· More…', '··· History', '··· Reopen']],
    ['withdrawn', '▫️ Maya Ortiz · Removed on X · 10:49', ['··· Show all', '··· More…', '··· History']],
  ])('says how it stands when it is %s', (state, says, buttons) => {
    expect(seen(inState[state])).toContain(says);
    expect(buttonsIn(shown(inState[state]).blocks)).toEqual(buttons);
  });

  it('asks a person to look when the answer was not seen', () => {
    expect(seen(notSeen)).toContain(
      "❗ Ana's answer isn't on our timeline. Look there once. · Our posts on X Hi Maya, yes",
    );
    expect(buttonsIn(shown(notSeen).blocks)).toEqual(["It's there", 'Not there', '··· More…']);
    expect(linksIn(shown(notSeen).blocks)).toContain('https://x.com/centrallibrary/with_replies');
  });

  it('offers no button for what the rules forbid', () => {
    const leadsTo: Readonly<Record<string, ActionName>> = {
      'answer-answer': 'claim',
      'answer-ask-back': 'claim',
      'answer-thank': 'claim',
      'answer-hello': 'claim',
      greet: 'claim',
      skip: 'dismiss',
      check: 'check',
      undo: 'undo',
      'it-is-there': 'it-is-there',
      'not-there': 'not-there',
      pass: 'pass',
      dismiss: 'dismiss',
      release: 'release',
      reopen: 'reopen',
      snooze: 'snooze',
      wake: 'wake',
      finish: 'hand-off',
      unflag: 'unflag',
      delete: 'delete-from-x',
    };
    const shows = ['open', 'show-all', 'more', 'history', 'save-starter'];
    for (const card of everyCard) {
      const { blocks } = shown(card);
      const pressed = elementsIn(blocks).flatMap(({ type, action_id, options }) =>
        type === 'overflow' && Array.isArray(options)
          ? options.map(({ value }) => decodeRef(value)?.extra)
          : [action_id],
      );
      for (const id of pressed.map(String).filter((one) => !shows.includes(one))) {
        const action = leadsTo[id];
        const legal = action && isLegal(action, card.state) && (!card.flag || rules[action].flagged);
        expect(legal, `${id} on a card that is ${card.state}`).toBe(true);
      }
    }
  });

  it('has five options in its menu at most', () => {
    for (const card of everyCard) {
      expect(buttonsIn(shown(card).blocks).filter((one) => one.startsWith('···')).length).toBeLessThan(6);
    }
  });

  it('gives every button and every option its desk and card', () => {
    const { blocks } = shown(inState['handed-off']);
    const values = elementsIn(blocks).flatMap(({ value, options }) =>
      Array.isArray(options) ? options.map((option) => option.value) : [value],
    );
    expect(values.map(decodeRef)).toEqual(
      [undefined, 'not-there', 'pass', 'release', 'more'].map((extra) => ({
        desk: 'central',
        card: 'mention-5001-2001',
        ...(extra ? { extra } : {}),
      })),
    );
  });

  it('tells the holder what became of the last approval, in plain words', () => {
    const said = noticed.map((card) => seen(card));
    expect(said[0]).toContain("❗ X couldn't take this by 10:59. Still true? Press Send again. Open");
    expect(said[1]).toContain('Maya changed the post at 10:49. Read it again, then press Send.');
    expect(said[2]).toContain('Maya removed a post at 10:49. Read what is left, then press Send.');
    expect(said[3]).toContain("Carla paused sending at 09:05: 'statement coming'. The words are kept.");
    expect(said[4]).toContain("X won't take this from us, because Maya didn't mention us.");
    expect(said.at(-1)).toContain('X said no: 451. The words are kept.');
    expect(seen(waitingForX)).toContain(
      'X asks us to wait until 10:52. It goes out then; after 10:59 it comes back to Ana. Undo stops it.',
    );
    expect(seen(waitingForX)).not.toContain('goes out at');
  });

  it('says how an answer came to X', () => {
    const sent = (given: Parameters<typeof anAnswer>[0]) =>
      seen({ ...inState.sent, answers: [anAnswer(given)] });
    expect(sent({ how: 'changed-in-x' })).toContain('answered at 10:44 · changed in X Show all');
    expect(sent({ how: 'in-x' })).toContain('Ana answered in X at 10:44 · View reply on X');
    const { by: _, ...nobody } = anAnswer({ how: 'in-x' });
    expect(seen({ ...inState.sent, answers: [nobody] })).toContain('Someone answered in the X app at 10:44');
    const { postId: __, ...unlinked } = anAnswer({ how: 'in-x', text: '' });
    expect(seen({ ...inState.sent, answers: [unlinked] })).toMatch(
      /Ana answered in X at 10:44 Show all More… History “Do you have/u,
    );
  });

  it('shows a link of ours as it was written, not as X shortened it', () => {
    const reply = aReply({ text: 'Hi Maya, see example.org/parking ^AK' });
    const answers = [anAnswer({ n: 1, text: 'Hi Maya, see https://t.co/abc ^AK' })];
    expect(seen({ ...inState.sent, reply, answers })).toContain('→ “Hi Maya, see example.org/pa…”');
  });

  it('shows with a later post what was said before it, our answer too', () => {
    expect(seen(again, tuesday + minutes(10))).toContain(
      "· 10:51 · View on X 10:42 Maya Ortiz: Do you have large-print crime novels? My mum can't get out. 10:44 Ana answered: Hi Maya, yes: 40 at Central. ^AK thank you!! Thank ",
    );
  });

  it('does not let a question hide behind a later thank-you', () => {
    const both = aCard({ acts: [aMention(), ...again.acts.slice(1)] });
    expect(buttonsIn(shown(both).blocks)).toContain('Answer');
    expect(seen(both)).toContain('Question · please answer by');
  });

  it('tells the second answer of a card from its first', () => {
    const twice: Card = {
      ...again,
      state: 'sent',
      acts: again.acts.map((act) => ({ ...act, answered: true })),
      answers: [
        anAnswer(),
        anAnswer({
          at: tuesday + minutes(12),
          text: 'A pleasure! ^AK',
          covers: again.acts.slice(1).map(({ id }) => id),
        }),
      ],
    };
    expect(seen(twice, tuesday + minutes(13))).toContain('Ana answered at 10:54 · View reply');
    expect(seen(twice, tuesday + minutes(13))).toContain('“thank you!!” → “A pleasure! ^AK”');
    const inFull = (card: Card) => screen(draftView({ card, desk, now: tuesday + minutes(13) }));
    expect(inFull(twice)).toMatch(
      /10:44 Ana answered: Hi Maya.* thank you!! Ana answered at 10:54, after 3 minutes · View reply/,
    );
    // What X shows late of the time between changes nothing of it.
    const late = aMention({ id: actId('4999'), at: tuesday + minutes(3) });
    const acts = [...twice.acts.slice(0, 1), late, ...twice.acts.slice(1)];
    expect(inFull({ ...twice, acts })).toContain('answered at 10:54, after 3 minutes');
  });

  it('says who checks', () => {
    expect(seen(checked)).toContain("Carla is checking Ben's answer.");
    expect(buttonsIn(shown(checked).blocks)).toContain('Open');
    expect(buttonsIn(shown(checked).blocks)).not.toContain('Check');
  });

  it('is left alone while it is flagged, but for looking at it and lifting the flag', () => {
    expect(seen(flagged.open)).toContain("Don't answer yet: Carla is looking · since 10:45");
    for (const card of Object.values(flagged)) {
      expect(buttonsIn(shown(card).blocks)).toEqual(['Open', '··· Lift', '··· More…']);
    }
    expect(shown(flagged.open).text).toContain("Don't answer yet: Carla is looking");
  });

  it('says until when it is set aside, and comes back by hand', () => {
    expect(seen(snoozed)).toContain('Not now: back at 11:12');
    expect(buttonsIn(shown(snoozed).blocks)).toContain('··· Back now');
    expect(buttonsIn(shown(snoozed).blocks)).not.toContain('··· Not now…');
  });

  it('says why it was closed', () => {
    expect(seen(closed.muted)).toContain('Ana muted this conversation · 10:50');
    expect(seen(closed.mutedByDesk)).toContain('This conversation is muted · 10:50');
    expect(seen(closed.greeted)).toContain('Greeted by our hello to everybody new · 10:50');
  });

  it('of a hello says whom it greets', () => {
    expect(seen({ ...aHello, state: 'open' })).toContain(
      'One public post that names nobody. It greets 2 new followers. A hello to everybody new',
    );
    expect(buttonsIn(shown({ ...aHello, state: 'open' }).blocks)[0]).toBe('Write');
    expect(shown(aHello).text).toBe('A hello to everybody new 💬 Ana is answering · since 10:42');
  });

  it('says of a post that was removed on X only that', () => {
    const gone = aMention({ gone: true, text: '' });
    const left = aMention({ id: actId('5002'), at: tuesday + minutes(1), text: 'and on tape?' });
    expect(seen(aCard({ acts: [gone, left] }))).toContain('10:42 Maya Ortiz: removed on X and on tape?');
    expect(seen(aCard({ acts: [left, { ...gone, at: tuesday + minutes(2) }] }))).toContain('removed on X');
  });

  it('names the day of what is not of today', () => {
    expect(seen(aCard(), tuesday + minutes(24 * 60))).toContain('@maya_reads · Tue 24 Nov 10:42 · View on X');
  });

  it('stays within what Slack takes, however long the history is', () => {
    const long = 'ab '.repeat(1000);
    const link = (at: number) => ({
      start: at * 201,
      end: at * 201 + 200,
      url: `https://t.co/${at}aaaaaaaaa`,
      expanded: 'https://example.org',
    });
    const links = Array.from({ length: 400 }, (_, at) => link(at));
    const full: Card = {
      ...notSeen,
      acts: Array.from({ length: 60 }, (_, at) =>
        aMention({ id: actId(String(7000 + at)), text: links.map(() => 'e'.repeat(200)).join(' '), links }),
      ),
      answers: Array.from({ length: 60 }, (_, at) =>
        anAnswer({ postId: postId(String(8000 + at)), text: long }),
      ),
      reply: aReply({ text: long, notSeen: true }),
    };
    expectTaken(shown(full));
    expect(seen(full)).toContain('115 earlier posts');
  });

  it('follows links only where X itself has them, shown as X shows them', () => {
    const text = '@centrallibrary see a.org/long and https://evil.example & <https://other.example|here>';
    const links = [{ start: 20, end: 30, url: 'https://t.co/abc', expanded: 'https://a.org/long' }];
    const { blocks } = shown(aCard({ acts: [aMention({ text, links })] }));
    expect(linksIn(blocks).slice(2)).toEqual(['https://t.co/abc']);
    expect(screen(blocks)).toContain(
      'see a.org/long and https://evil.example & <https://other.example|here>',
    );
  });

  it('takes no other address than one of the web for a link', () => {
    const links = [{ start: 4, end: 8, url: 'javascript:alert(1)' }];
    const message = shown(aCard({ acts: [aMention({ text: 'see this', links })] }));
    expectTaken(message);
    expect(linksIn(message.blocks).slice(2)).toEqual([]);
    expect(screen(message.blocks)).toContain('see this');
  });

  it('leaves our name at the front away, and nothing else', () => {
    const said = (text: string) => seen(aCard({ acts: [aMention({ text })] }));
    expect(said('@CentralLibrary  hello')).toContain('View on X hello Answer');
    expect(said("@centrallibrary's staff")).toContain("View on X @centrallibrary's staff Answer");
    expect(said('@bbc @centrallibrary look')).toContain('View on X @bbc @centrallibrary look Answer');
    expect(said('@centrallibrary')).toContain('View on X @centrallibrary Answer');
  });

  it('counts photos of which only that is known, and says of no other that it has no description', () => {
    const counted = seen(aCard({ acts: [aMention({ media: [{ kind: 'photo' }, { kind: 'photo' }] })] }));
    expect(counted).toContain('2 photos Answer');
    expect(counted).not.toContain('no description');
  });

  it('says of a post that is only a picture what the picture shows, on the screen and aloud', () => {
    const media = [
      { kind: 'photo', alt: 'A shelf of books', preview: 'https://pbs.twimg.com/media/1.jpg' },
      { kind: 'photo', preview: 'https://pbs.twimg.com/media/2.jpg' },
    ] as const;
    const message = shown(aCard({ acts: [aMention({ text: '@centrallibrary', topic: 'other', media })] }));
    expectTaken(message);
    expect(screen(message.blocks)).toContain(
      '[photo] "A shelf of books" [photo] no description photo: A shelf of books 1 more',
    );
    expect(screen(message.blocks)).not.toContain('@centrallibrary');
    expect(message.text).toContain('Maya Ortiz wrote at 10:42: \'[photo] "A shelf of books" · 1 more\'');
  });

  it.each(['javascript:alert(1)', 'https://evil.example/a.jpg', 'https://pbs.twimg.com@evil.example/a.jpg'])(
    'does without a picture that X does not keep: %s',
    (avatarUrl) => {
      expect(seen(aCard({ patron: aPatron({ avatarUrl }) }))).not.toContain('Picture');
    },
  );

  it.each(['pbs', 'abs'])('shows a picture that X keeps at %s.twimg.com', (host) => {
    const avatarUrl = `https://${host}.twimg.com/profile_images/2001/maya.jpg`;
    expect(seen(aCard({ patron: aPatron({ avatarUrl }) }))).toMatch(/^Picture of Maya Ortiz/);
  });

  it('reads well aloud', () => {
    expect(shown(aCard()).text).toBe(
      "Question from Maya Ortiz at 10:42: 'Do you have large-print crime novels? My mum can't get out.'",
    );
    expect(shown(inState.claimed).text).toMatch(/' 💬 Ana is answering · since 10:43$/);
  });

  it('speaks the words that the desk chose', () => {
    const words = {
      'card.answer-by': 'until {time}',
      'starter.answer.label': 'Reply',
      'topic.question': 'Q',
    };
    const { blocks } = cardMessage(aCard(), aDesk({ words }), now);
    expect(screen(blocks)).toContain('Q · until 14:42 Maya Ortiz');
  });
});

describe('a line in the thread', () => {
  const line = (card: Card, act = aMention()) => askLine(card, act, desk, ana);

  it('pings one colleague, and says where to answer', () => {
    const { text, blocks } = line(aCard());
    expect(text).toBe(
      "<@U0ANA0001>, question from Maya: 'Do you have large-print crime novels? My mum can't get out.' To answer, press Answer above. What you type here stays in Slack.",
    );
    expect(JSON.stringify(blocks)).toContain('{"type":"user","user_id":"U0ANA0001"}');
    expectTaken({ text, blocks });
  });

  it('says what kind of post came', () => {
    const topics = ['praise', 'complaint', 'other'] as const;
    const said = topics.map((topic) => line(aCard(), aMention({ topic })).text.slice(0, 36));
    expect(said[0]).toContain('thanks from Maya');
    expect(said[1]).toContain('complaint from Maya');
    expect(said[2]).toContain('Maya wrote');
  });

  it('points to the button that the card has now', () => {
    const thanks = aMention({ topic: 'praise' });
    expect(line(aCard({ acts: [thanks] }), thanks).text).toContain('press Thank above');
    expect(line(inState.claimed).text).toContain('press Open above');
  });
});

describe('a hostile patron', () => {
  const nasty = '<!channel> <@U0ANA0001> *bold* _it_ `code` & <https://evil.example|x> \u202eevil\u202c 🏳️‍🌈 ';
  const name = nasty.repeat(40);
  const text = nasty.repeat(40);
  const patron = aPatron({ name, handle: '_x_' });

  it('pings nobody, formats nothing, and breaks no limit', () => {
    for (const act of [aMention({ text }), aFollow()]) {
      for (const state of Object.keys(inState) as CardState[]) {
        const card = { ...inState[state], patron, acts: [act, { ...act, id: actId('5002') }] };
        expectTaken(shown(card));
        expect(shown(card).text).not.toMatch(/[<>]/);
        expect(JSON.stringify(shown(card).blocks)).not.toMatch(/"type":"(?:user|broadcast)"/);
      }
    }
    const { text: spoken, blocks } = askLine(aCard({ patron }), aMention({ text }), desk, ana);
    expectTaken({ text: spoken, blocks });
    expect(spoken.match(/<[^>]*>/g)).toEqual(['<@U0ANA0001>']);
    expect(JSON.stringify(blocks).match(/"type":"user"/g)).toHaveLength(1);
  });

  it('cannot turn our own words around', () => {
    const { text: spoken } = askLine(aCard({ patron }), aMention({ text }), desk, ana);
    expect(spoken).not.toContain('\u202e');
    expect(shown(aCard({ patron, acts: [aFollow()] })).text).not.toContain('\u202e');
  });

  it('is still shown as they wrote', () => {
    const card = aCard({ patron, acts: [aMention({ text })] });
    expect(seen(card)).toContain('<!channel> <@U0ANA0001> *bold* _it_ `code` & <https://evil.example|x>');
  });

  it('is called by their handle when the name is none', () => {
    expect(seen(aCard({ patron: aPatron({ name: '\u202e \u2066' }) }))).toContain('@maya_reads @maya_reads');
  });
});
