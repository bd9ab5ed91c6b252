import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../src/core/card/refusal.js';
import { postId, slackUserId } from '../../../src/core/ids.js';
import { weekdays } from '../../../src/core/rota/local-time.js';
import {
  ageText,
  dateText,
  durationText,
  listOf,
  momentText,
  nameOf,
  replyUrl,
  weekdayText,
} from '../../../src/core/sentences/phrases.js';
import { refusalKeys, refusalSentence } from '../../../src/core/sentences/sentences.js';
import { pluralForms } from '../../../src/core/words/language.js';
import { defaultWords, say, sayCount, type Words, wordProblems } from '../../../src/core/words/words.js';
import { aDesk, ana, aRota, ben, carla, minutes, staff, stranger, tuesday } from '../../build.js';

const desk = aDesk();
const numbers = [0, 1, 2, 3, 5, 11, 100];
/** Forms of one text. */
const own = (forms: Words): Words =>
  Object.fromEntries(Object.entries(forms).map(([form, said]) => [`waiting.title.${form}`, said]));

describe('the words', () => {
  it('are filled in', () => {
    expect(say({}, 'card.picture', { name: 'Ana' })).toBe('Picture of Ana');
  });

  it('give way to those of the desk', () => {
    expect(say({ 'card.picture': 'Bild: {name}' }, 'card.picture', { name: 'Ana' })).toBe('Bild: Ana');
  });

  it('never show a placeholder', () => {
    expect(() => say({}, 'card.picture')).toThrow('The text "card.picture" lacks a value for {name}.');
  });

  it('take a value as it stands, braces and dollars too', () => {
    expect(say({}, 'card.picture', { name: '{time} $&' })).toBe('Picture of {time} $&');
  });

  it('have a form for one and a form for others', () => {
    expect([1, 0, 3].map((count) => sayCount(desk, 'waiting.title', count))).toEqual([
      '1 is waiting.',
      '0 are waiting.',
      '3 are waiting.',
    ]);
  });

  it.each([
    ['pl', 'many one few few many many many'],
    ['cy', 'zero one two few other other other'],
    ['ar', 'zero one two few few many other'],
    ['en-GB', 'other one other other other other other'],
    ['ja', 'other other other other other other other'],
  ])('have the forms of the language %s for 0, 1, 2, 3, 5, 11 and 100', (language, forms) => {
    const words = Object.fromEntries(pluralForms.map((form) => [`waiting.title.${form}`, `${form} {count}`]));
    const said = numbers.map((count) => sayCount({ language, words }, 'waiting.title', count));
    expect(said).toEqual(forms.split(' ').map((form, at) => `${form} ${numbers[at]}`));
  });

  it('of an older file say .many for all that is not one, until .other is there', () => {
    const said = (language: string, words: Words) =>
      numbers.map((count) => sayCount({ language, words: own(words) }, 'waiting.title', count)).join(' ');
    const old = { one: 'one', many: 'many' };
    expect(said('en-GB', old)).toBe('many one many many many many many');
    expect(said('en-GB', { ...old, other: 'other' })).toBe('other one other other other other other');
    expect(said('ar', old)).toBe('many one many many many many many');
    expect(said('ar', { ...old, other: 'other' })).toBe('other one other other other many other');
    expect(said('pl', { ...old, few: 'few' })).toBe('many one few few many many many');
    // Whoever changed only the plural keeps our singular, in the form that English has for the number.
    expect(said('en-GB', { many: 'many' })).toBe('many 1 is waiting. many many many many many');
    expect(sayCount({ language: 'ru', words: own({ many: 'many' }) }, 'waiting.title', 21)).toBe(
      '21 are waiting.',
    );
  });

  it('with a key that had no forms once are still read', () => {
    const old = {
      language: 'en-GB',
      words: { 'card.nth-question': 'Frage {count}', 'age.days': 'vor {count} T' },
    };
    expect(sayCount(old, 'card.nth-question', 12)).toBe('Frage 12');
    expect(ageText({ ...desk, ...old }, tuesday - 72 * minutes(60), tuesday)).toBe('vor 3 T');
    // A key that is a text of its own is no form of another.
    const title = { 'note.title': 'Für {first}' };
    expect(wordProblems(title)).toEqual([]);
    expect(sayCount({ ...old, words: title }, 'note.title', 2)).toBe('These stand above every answer today:');
  });

  it('in English stay English where the desk says none, in the form that English has', () => {
    const said = [0, 1, 2, 21].map((count) => sayCount({ language: 'pl', words: {} }, 'card.photos', count));
    expect(said).toEqual(['0 photos', '1 photo', '2 photos', '21 photos']);
  });

  it('never speak of how the desk works inside', () => {
    for (const said of Object.values(defaultWords)) {
      expect(said).not.toMatch(/\b(?:claim|card|attempt|API|message id|token|null)\b/i);
    }
  });

  it('have no guess at who somebody is', () => {
    for (const said of Object.values(defaultWords)) {
      expect(said.replaceAll(/\{\w+\}/g, '')).not.toMatch(/\b(?:he|she|his|her|him|hers)\b/i);
    }
  });
});

describe('words of a desk', () => {
  it('are fine with known keys and known placeholders, in any order or left out', () => {
    expect(
      wordProblems({ 'state.claimed': 'seit {time}', 'starter.answer.opening': 'Hallo {first}, ' }),
    ).toEqual([]);
  });

  it('are refused with an unknown key, with the keys that may have been meant', () => {
    expect(wordProblems({ 'card.photos.two': '{count}' })).toEqual([]);
    expect(wordProblems({ 'card.photos.twelve': 'x' })).toEqual([
      {
        key: 'card.photos.twelve',
        found: 'not known',
        allowed:
          'card.photos.zero, card.photos.one, card.photos.two, card.photos.few, card.photos.many, card.photos.other',
      },
    ]);
    expect(wordProblems({ 'draft.one': 'x' })).toEqual([
      {
        key: 'draft.one',
        found: 'not known',
        allowed: 'draft.title, draft.all-title, draft.close, draft.hello-title, draft.nothing, draft.nobody',
      },
    ]);
    expect(wordProblems({ constructor: 'x' })[0]?.allowed).toMatch(/^network\.…, card\.…, context\.…/);
  });

  it('are refused with a placeholder that nobody fills in', () => {
    expect(wordProblems({ 'state.claimed': '{nmae} {time}', 'button.open': '{x}' })).toEqual([
      { key: 'state.claimed', found: '{nmae}', allowed: '{name}, {time}' },
      { key: 'button.open', found: '{x}', allowed: 'no placeholder' },
    ]);
  });
});

describe('a refusal', () => {
  const at = tuesday + minutes(1);
  const said: readonly (readonly [Refusal, string])[] = [
    [{ refused: 'taken', by: ana, at }, 'Ana took this at 10:43. Press Open to see the draft.'],
    [
      { refused: 'lost', by: ben, at },
      'Ben took this over at 10:43. Nothing was sent; your words are in the draft that Ben sees.',
    ],
    [{ refused: 'not-yours', by: ana }, 'Ana has this. Take it over first.'],
    [{ refused: 'nobody-answers' }, 'This is open, and nobody has it. Take it first, then go on.'],
    [{ refused: 'answered', by: ana, at }, 'Ana answered this at 10:43.'],
    [
      { refused: 'answered', by: ana, at, postId: postId('6001') },
      'Ana answered this at 10:43. View it on X: https://x.com/i/status/6001',
    ],
    [{ refused: 'elsewhere', at }, 'Someone answered in the X app at 10:43.'],
    [
      { refused: 'elsewhere', at, postId: postId('6001') },
      'Someone answered in the X app at 10:43. View it on X: https://x.com/i/status/6001',
    ],
    [{ refused: 'closed', by: ben }, 'Ben closed this: no reply needed. Press Reopen first.'],
    [{ refused: 'closed' }, 'This is closed. Press Reopen first.'],
    [{ refused: 'expired' }, 'This was folded away. Press Reopen first.'],
    [{ refused: 'removed', first: 'Maya Ortiz' }, 'The post was removed. There is nothing to answer.'],
    [
      { refused: 'stopped', first: 'Maya Ortiz' },
      'Maya wants no messages from us. Nothing can be sent here until Maya writes again.',
    ],
    [
      { refused: 'not-in-private', first: 'Maya Ortiz' },
      "Maya hasn't written to us in private, so we can't write there first. Ask Maya in public to write to us.",
    ],
    [
      { refused: 'changed', first: 'Maya', at },
      'Maya changed the post at 10:43. Read it again, then press Send.',
    ],
    [{ refused: 'wrote-again', first: 'Maya', at }, 'Maya wrote again at 10:43. Read it, then press Send.'],
    [{ refused: 'in-review', by: ben }, "Ben's answer waits for a colleague's check."],
    [{ refused: 'in-review', by: ben, reviewer: carla }, "Carla is checking Ben's answer."],
    [{ refused: 'own-check' }, 'Someone else has to check your words.'],
    [{ refused: 'flagged', by: carla }, "Don't answer yet: Carla is looking."],
    [{ refused: 'lead-only' }, 'Only Ana can do that.'],
    [{ refused: 'not-deleter', by: ben }, 'Only Ben or Ana can delete this from X.'],
    [{ refused: 'not-deleter' }, 'Only Ana can delete this from X.'],
    [
      { refused: 'paused', by: carla, at, reason: 'statement coming' },
      "Carla paused sending at 10:43: 'statement coming'. Your draft is kept.",
    ],
    [
      { refused: 'budget', of: 'desk' },
      "This month's X budget is used up. Your words are kept. Finish in X, or ask Ana.",
    ],
    [
      { refused: 'stranger', handle: 'maya_reads' },
      "@maya_reads hasn't written to us or followed us, so writing first would be unsolicited.",
    ],
    [
      { refused: 'going', by: ana, dueAt: at + 30_000 },
      "Ana's answer goes out at 10:43:30. Until then, Undo stops it.",
    ],
    [
      { refused: 'checking', by: ana },
      "We don't know yet whether X took Ana's answer. We are looking. Please don't send it again.",
    ],
    [{ refused: 'finishing', by: ana, openedAt: at }, 'Ana is finishing this in X · since 10:43.'],
    [
      { refused: 'finishing', by: ana, openedAt: at, until: at + minutes(5) },
      'Ana opened X at 10:43 and may be posting. Try again at 10:48.',
    ],
    [{ refused: 'too-late', at }, 'It went out at 10:43:00. To remove it: ··· → Delete from X.'],
    [
      { refused: 'second-reply' },
      'We have answered this once. Wait until there is something new, or add more in X.',
    ],
    [{ refused: 'no-post' }, 'Pick a post to answer first.'],
    [
      { refused: 'not-staff' },
      "Only members of the desk's channel answer for the library. Ask Ana to add you.",
    ],
    [
      { refused: 'not-staff', inChannel: true },
      'Only colleagues on the rota answer for the library. Ask Ana to add you.',
    ],
    [{ refused: 'guest' }, "Guests can't answer for the library."],
    [
      { refused: 'trainee-greets' },
      'A greeting is posted in X, where no colleague checks it first. Pass this one to somebody.',
    ],
    [
      { refused: 'shared-check' },
      'Several people use this login, so nobody could say who checked. Check it from your own.',
    ],
    [{ refused: 'trainee-check' }, 'Words are checked by somebody who is not in training. Ask Ana.'],
    [
      { refused: 'long-note', over: 12 },
      'This note is 12 characters too long. It stands above every answer: say it in a sentence.',
    ],
    [{ refused: 'many-notes', count: 5 }, '5 notes stand already. Take one down first: /greet note'],
    [{ refused: 'trainee' }, 'A colleague checks first. Press Ask for a check.'],
    [{ refused: 'no-hand-off' }, 'Answers on X are written and sent from here. Press Open, then Send.'],
    [
      { refused: 'takes-no-reply', first: 'Maya Ortiz' },
      'Maya lets only some people reply to this post, and we are not among them. Ask a colleague whom Maya follows, or press No reply needed.',
    ],
    [
      { refused: 'not-followed' },
      "X didn't take that just now. Press it again in a minute: nobody is followed twice.",
    ],
    [{ refused: 'not-colleague', by: ana }, "Ana doesn't answer for the library now. Choose somebody else."],
    [
      { refused: 'no-sign-in' },
      'This is posted in X by someone signed in as @centrallibrary. Pass it to Ana or Carla?',
    ],
    [
      {
        refused: 'not-their-shift',
        whose: ana,
        fromMs: Date.UTC(2026, 10, 24, 13),
        toMs: Date.UTC(2026, 10, 24, 17),
        theirs: [{ fromMs: Date.UTC(2026, 10, 24, 9), toMs: Date.UTC(2026, 10, 24, 13) }],
        at,
      },
      "13:00–17:00 isn't Ana's shift today. Ana's is 9:00–13:00.",
    ],
    [{ refused: 'cover-taken', by: ben }, 'Ben has already taken it.'],
    [{ refused: 'cover-over' }, "This isn't asked any more."],
    [{ refused: 'cover-own' }, 'Somebody else has to take it.'],
    [{ refused: 'cover-asked' }, 'This is asked already.'],
    [{ refused: 'cover-not-yours', people: [ana, ben] }, 'Only Ana or Ben can do that.'],
    [
      { refused: 'enough-greetings', count: 20 },
      'We have greeted as many people today as we want to (20). Greet again tomorrow.',
    ],
    [
      { refused: 'same-starter', label: 'Parking' },
      "There is a starter 'Parking' already. Choose another name, or remove that one.",
    ],
    [{ refused: 'many-starters', count: 30 }, 'There are 30 saved starters. Remove one first.'],
    [{ refused: 'empty-starter' }, 'Give it a name and words.'],
    [{ refused: 'desk-only' }, 'The desk does that by itself.'],
    [{ refused: 'purged' }, 'What was written here is no longer kept. View it on X.'],
    [
      { refused: 'not-there-again' },
      "The post isn't on X any more, and it is no longer kept. There is nothing to reopen.",
    ],
    [
      { refused: 'not-read-again' },
      "This is no longer kept, and X didn't show it again just now. Press Reopen once more in a minute.",
    ],
    [{ refused: 'no-reason' }, 'Say why it should be kept.'],
    [
      { refused: 'link-only' },
      'X wants an Enterprise plan before a public body reads here what people write, so this desk only links to it. Press Open in X and answer there.',
    ],
    [{ refused: 'gone' }, 'This is gone. Nothing was sent.'],
  ];

  it.each(said)('$refused is said in full', (refusal, words) => {
    expect(refusalSentence(desk, refusal, at)).toBe(words);
  });

  it('is known for every reason', () => {
    expect(new Set(said.map(([{ refused }]) => refused))).toEqual(new Set(Object.keys(refusalKeys)));
  });

  it('calls somebody who is not on the list a colleague', () => {
    expect(refusalSentence(desk, { refused: 'answered', by: stranger, at }, at)).toBe(
      'A colleague answered this at 10:43.',
    );
    expect(nameOf(desk, slackUserId(''))).toBe('A colleague');
  });

  it('says the name of the channel once it is known', () => {
    expect(refusalSentence(aDesk({ channelName: 'x-desk' }), { refused: 'not-staff' }, at)).toBe(
      'Only members of #x-desk answer for the library. Ask Ana to add you.',
    );
  });

  it('asks the lead where there is nobody to name', () => {
    const nobody = aDesk({ rota: aRota({ staff: [] }) });
    expect(refusalSentence(nobody, { refused: 'no-sign-in' }, at)).toMatch(/Pass it to your lead\?$/);
    expect(refusalSentence(nobody, { refused: 'not-staff' }, at)).toMatch(/Ask your lead to add you\.$/);
  });

  it('names the day of a time that is not of today', () => {
    const said = (refusal: Refusal) => refusalSentence(desk, refusal, at + 24 * 60 * 60_000);
    expect(said({ refused: 'answered', by: ana, at })).toBe('Ana answered this at Tue 24 Nov 10:43.');
    expect(said({ refused: 'paused', by: ana, at, reason: 'no' })).toContain('at Tue 24 Nov 10:43');
  });

  it('tells the time of the library', () => {
    const newYork = aDesk({ rota: aRota({ timeZone: 'America/New_York' }) });
    expect(refusalSentence(newYork, { refused: 'answered', by: ana, at }, at)).toBe(
      'Ana answered this at 05:43.',
    );
  });
});

describe('phrases', () => {
  it('list names as people say them', () => {
    const names = staff.map(({ name }) => name);
    expect([0, 1, 2, 3].map((count) => listOf(desk, names.slice(0, count)))).toEqual([
      '',
      'Ana',
      'Ana and Ben',
      'Ana, Ben and Carla',
    ]);
  });

  it('say how long in one unit', () => {
    const said = [0, 59, 60, 119, 120, 3599, 3600, 7200, 86_400, 200_000].map((s) =>
      durationText(desk, s * 1000),
    );
    expect(said.slice(0, 5)).toEqual([
      'less than a minute',
      'less than a minute',
      '1 minute',
      '1 minute',
      '2 minutes',
    ]);
    expect(said.slice(5)).toEqual(['59 minutes', '1 hour', '2 hours', '1 day', '2 days']);
  });

  it('say how old by the calendar of the library', () => {
    const ago = (hours: number) => ageText(desk, tuesday - hours * minutes(60), tuesday);
    expect([0.2, 2, 10, 11, 25, 47, 72].map(ago)).toEqual([
      '12 min',
      '2 h',
      '10 h',
      'yesterday',
      'yesterday',
      '2 days ago',
      '3 days ago',
    ]);
  });

  it('list, count and date as the desk’s language does', () => {
    const polish = aDesk({ language: 'pl' });
    const welsh = aDesk({ language: 'cy' });
    const arabic = aDesk({ language: 'ar' });
    expect(listOf(polish, ['Ana', 'Ben', 'Carla'])).toBe('Ana, Ben i Carla');
    expect(listOf(welsh, ['Ana', 'Ben'], 'or')).toBe('Ana neu Ben');
    expect([1, 2, 5].map((count) => durationText(polish, minutes(count)))).toEqual([
      '1 minuta',
      '2 minuty',
      '5 minut',
    ]);
    expect([2, 11].map((count) => durationText(arabic, minutes(count * 60)))).toEqual(['ساعتان', '11 ساعة']);
    expect(dateText(polish, tuesday)).toBe('24 listopada');
    expect(momentText(welsh, tuesday, tuesday + minutes(24 * 60))).toBe('Maw 24 Tach 10:42');
    expect(ageText(polish, tuesday - 48 * minutes(60), tuesday)).toBe('przedwczoraj');
  });

  it('give way to the desk’s own days, months, lists and durations', () => {
    const words = {
      'list.comma': '; ',
      'list.and': ' & ',
      'month.11': 'XI',
      'long-month.11': 'xi',
      'day.tue': 'D',
      'weekday.tue': 'Di',
      'duration.minutes.many': '{count} Min.',
      'age.yesterday': 'gestern',
    };
    const own = aDesk({ words });
    expect(listOf(own, ['Ana', 'Ben', 'Carla'])).toBe('Ana; Ben & Carla');
    expect(momentText(own, tuesday, tuesday + minutes(24 * 60))).toBe('D 24 XI 10:42');
    expect(`${weekdayText(own, 'tue', 'long')} ${dateText(own, tuesday)}`).toBe('Di 24 xi');
    expect(durationText(own, minutes(1)) + durationText(own, minutes(2))).toBe('1 minute2 Min.');
    expect(ageText(own, tuesday - 25 * minutes(60), tuesday)).toBe('gestern');
  });

  it('are in English what they were before Intl said them', () => {
    const year = Array.from({ length: 12 }, (_, month) =>
      momentText(desk, Date.UTC(2026, month, 1, 12), 0).slice(6, 9),
    );
    expect(year.join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
    const long = Array.from({ length: 12 }, (_, month) => dateText(desk, Date.UTC(2026, month, 3, 12)));
    expect(long.slice(0, 3)).toEqual(['3 January', '3 February', '3 March']);
    expect(weekdays.map((day) => weekdayText(desk, day, 'short')).join(' ')).toBe(
      'Mon Tue Wed Thu Fri Sat Sun',
    );
    expect(weekdayText(desk, 'sun', 'long')).toBe('Sunday');
    expect(listOf(desk, ['Ana', 'Ben', 'Carla'], 'comma')).toBe('Ana, Ben, Carla');
    expect(defaultWords).toMatchObject({
      'list.comma': ', ',
      'list.and': ' and ',
      'list.or': ' or ',
      'duration.minutes.one': '1 minute',
      'duration.hours.other': '{count} hours',
      'age.days.other': '{count} days ago',
    });
  });

  it('name the day of another day only', () => {
    expect(momentText(desk, tuesday, tuesday + minutes(60))).toBe('10:42');
    expect(momentText(desk, tuesday, tuesday + minutes(24 * 60))).toBe('Tue 24 Nov 10:42');
  });
});

describe("a link to X's composer", () => {
  it('carries the post and the words', () => {
    expect(replyUrl(aDesk(), postId('7001'), 'Hi & hello?')).toBe(
      'https://x.com/intent/tweet?in_reply_to=7001&text=Hi%20%26%20hello%3F',
    );
  });

  it('leaves the words away rather than exceed what Slack takes', () => {
    expect(replyUrl(aDesk(), postId('7001'), '図'.repeat(400))).toBe(
      'https://x.com/intent/tweet?in_reply_to=7001',
    );
  });
});
