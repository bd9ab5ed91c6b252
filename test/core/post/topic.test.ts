import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topicWords } from '../../../src/core/languages/languages.js';
import { type Topic, topicOf } from '../../../src/core/post/topic.js';

const posts: Record<Topic, string[]> = {
  question: [
    "Do you have large-print crime novels? My mum can't get out.",
    '@centrallibrary is the café open today',
    '@centrallibrary hi there, can I renew over the phone',
    'Hello @centrallibrary! What time do you close on Saturdays',
    'Is this the one you mean? https://t.co/Ab3dE5fG7h',
    'Is it on https://t.co/Ab3dE5fG7h?',
    '@centrallibrary wondering if story time is on this week',
    'Please can someone tell me where the maps are',
    "I'd like to know whether you take book donations.",
    'Love the new building! How do I book a study room',
    'The lift is broken again. When will it be mended?',
    "Still waiting for my reservation, what's happening",
    'Any chance you stock the new Osman',
    'Good morning, do I need a card to use the printers',
    'my daughter left a blue coat on Friday, can you check',
    '¿Tienen libros en español?',
    '你们周日开门吗？',
    'So how much is a lost ticket these days…',
    'Quick question about the fines',
  ],
  praise: [
    'thank you!!',
    'Thanks @centrallibrary, the form arrived today 🙏',
    'Big shout out to the team at @centrallibrary',
    "The children's corner is lovely",
    'What a brilliant talk last night',
    'How kind of you! Made my day',
    'Best library in the county, hands down',
    "Can't wait for tomorrow, I love your quiz nights",
    'When I was a child I loved this place',
    'New opening hours from Monday, which is great',
    '@centrallibrary ❤️❤️',
    'So grateful for the home delivery',
    'Thanks! https://example.org/search?q=is+it+open',
  ],
  complaint: [
    'The self-service machine is broken',
    'Came all the way and you were closed',
    'The man at the desk was so rude to my son',
    "Very disappointed, the app doesn't work",
    'Still waiting for a reply after two weeks',
    'Thanks for nothing',
    'Love the library but the toilets are filthy',
    'Not happy with the new booking system.',
    'The website crashes on every search 😡',
    'Fed up with the noise. I left.',
    'Your heating is out of order again',
    "It isn’t working, I've tried three times",
  ],
  other: [
    'Finally finished Middlemarch',
    '@centrallibrary @maya_reads',
    'I am in the reading room',
    'https://t.co/Ab3dE5fG7h',
    'See you on Thursday',
    'Heartbroken by the ending of this one',
    '@love_books_closed ok',
    'Reading https://example.org/why/broken?page=2 tonight',
    '',
  ],
};

describe.each(Object.entries(posts))('%s', (topic, texts) => {
  it.each(texts)('"%s"', (text) => {
    expect(topicOf(text)).toBe(topic);
  });
});

describe('the order of the rule', () => {
  const question = 'Do you open at nine?';

  it('a question wins over all else, so that it is never hidden', () => {
    expect(topicOf(`Thank you, lovely place. ${question}`)).toBe('question');
    expect(topicOf(`Terrible, rude and dirty. ${question}`)).toBe('question');
  });

  it('a complaint wins over praise', () => {
    expect(topicOf('Thank you for the books, but the lift is broken')).toBe('complaint');
  });

  it('whatever stands around it, a question mark makes a question', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        expect(topicOf(`${before} ? ${after}`)).toBe('question');
      }),
    );
  });
});

it('a library can bring its own words', () => {
  const polish = { ...topicWords, praise: [...topicWords.praise, 'dziękuj*'], openers: ['czy macie'] };
  expect(topicOf('Dziękuję bardzo', polish)).toBe('praise');
  expect(topicOf('Czy macie książki po angielsku', polish)).toBe('question');
  expect(topicOf('Dziękuję bardzo')).toBe('other');
});

describe('how a sentence begins', () => {
  it.each([
    [
      'a question word asks at the start, and after a comma tells more',
      'Who runs the choir',
      'Ben, who runs it',
    ],
    [
      'after a call or thanks it is the start',
      'Hello dear team, who runs the choir',
      'I saw Ben run, who is six',
    ],
    ['a verb in front asks, unless the sentence complains', 'Funktioniert das WLAN', 'Funktioniert nie'],
    ['a saying asks nothing', 'Who draws your posters', 'Who knew that a mop could sing'],
    ['an opener with nothing behind it asks nothing', 'Oes lle i fwyta', 'Oes'],
    ['an accent makes a question word', 'Cuándo ensayan', 'Cuando ensayan'],
    ['a mutated verb asks', 'Fydd y drws ar agor', 'Bydd y drws ar agor'],
    ['a word of one language is none of another', 'Was kostet das', 'Was in the reading room'],
    ['a name is no question word', 'Beth yw hwn', 'Beth said so'],
  ])('%s', (_, asks, tells) => {
    expect([asks, topicOf(asks)]).toEqual([asks, 'question']);
    expect([tells, topicOf(tells) === 'question']).toEqual([tells, false]);
  });

  it('accents that a phone left out change nothing', () => {
    expect(topicOf('necesito saber cuando abris')).toBe('question');
    expect(topicOf('El baño está sucio, qué vergüenza')).toBe('complaint');
    expect(topicOf('El bano esta sucio, que verguenza')).toBe('complaint');
  });
});

it('the longest post takes no time, whatever it repeats', () => {
  const begun = process.cpuUsage();
  for (const part of [
    'hi ',
    'is. ',
    ' - ',
    'who knew ',
    'é, ',
    'disappoint',
    '\u0301',
    ' ',
    'how is ',
    '👍 ',
  ])
    topicOf(part.repeat(25_000 / part.length));
  const { user } = process.cpuUsage(begun);
  // About half a second on a quiet machine; patterns that try again from each place take minutes.
  expect(user / 1_000_000).toBeLessThan(15);
});

it('a word with signs in it is taken as it is written', () => {
  expect(topicOf('c++ (beta)', { ...topicWords, complaint: ['c++ (beta)'] })).toBe('complaint');
});
