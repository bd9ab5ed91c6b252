import { describe, expect, it } from 'vitest';
import { begunWith, firstName, opening, startersFor, starterWords } from '../../src/core/starters.js';
import type { Topic } from '../../src/core/topic.js';

const labels = (kind: 'mention' | 'follow', topic?: Topic) =>
  startersFor(kind, topic).map(({ label }) => label);

describe('starters', () => {
  it.each<[Topic, string[]]>([
    ['question', ['Answer', 'Ask back']],
    ['praise', ['Thank']],
    ['complaint', ['Apologise and ask']],
    ['other', ['Answer']],
  ])('of a mention that is a %s: %j', (topic, expected) => {
    expect(labels('mention', topic)).toEqual(expected);
  });

  it('of a new follower: a greeting, whatever the topic', () => {
    expect(labels('follow')).toEqual(['Greet']);
    expect(labels('follow', 'question')).toEqual(['Greet']);
  });

  it('each has a label and an opening', () => {
    const topics: Topic[] = ['question', 'praise', 'complaint', 'other'];
    const all = [...startersFor('follow'), ...topics.flatMap((topic) => startersFor('mention', topic))];
    for (const { id, label } of all) {
      expect(label).not.toBe('');
      expect(opening(id, 'Maya')).toContain('Maya');
    }
    expect(Object.keys(starterWords)).toHaveLength(2 * new Set(all.map(({ id }) => id)).size);
  });
});

describe('the opening', () => {
  it.each([
    ['answer', 'Hi Maya, '],
    ['ask-back', 'Hi Maya, could you tell us '],
    ['thank', 'Thank you, Maya! '],
    ['apologise', 'Sorry about that, Maya. Could you tell us '],
    ['greet', 'Hi Maya, '],
    ['long-gone', ''],
  ])('of %s is "%s"', (id, expected) => {
    expect(opening(id, 'Maya')).toBe(expected);
  });

  it('is overridden word by word', () => {
    const words = { 'starter.answer.opening': 'Hello {first}! ', 'starter.thank.label': 'Say thanks' };
    expect(opening('answer', 'Maya', words)).toBe('Hello Maya! ');
    expect(opening('thank', 'Maya', words)).toBe('Thank you, Maya! ');
    expect(startersFor('mention', 'praise', words)).toEqual([{ id: 'thank', label: 'Say thanks' }]);
  });

  it('takes a name as it is', () => {
    expect(opening('answer', '$& {first}')).toBe('Hi $& {first}, ');
  });
});

describe('the first name', () => {
  it.each([
    ['Maya Ortiz', 'Maya'],
    ['  Maya   Ortiz ', 'Maya'],
    ['📚 Maya 🌻', 'Maya'],
    ['Maya📚', 'Maya'],
    ['🏳️‍🌈Maya', 'Maya'],
    ['👍🏽 Maya', 'Maya'],
    ['Anne-Marie O’Neil', 'Anne-Marie'],
    ["D'Arcy Bell", "D'Arcy"],
    ['Zoe\u0308 Kay', 'Zoe\u0308'],
    ['Łukasz', 'Łukasz'],
    ['山田 太郎', '山田'],
    ['Dr Maya Ortiz', 'maya_reads'],
    ['The Book Club', 'maya_reads'],
    ['M. Ortiz', 'maya_reads'],
    ['M Ortiz', 'maya_reads'],
    ['maya_2001', 'maya_reads'],
    ['"Maya"', 'maya_reads'],
    ['<!channel>', 'maya_reads'],
    ['🌻🌻', 'maya_reads'],
    ['', 'maya_reads'],
  ])('of "%s" is %s', (displayName, expected) => {
    expect(firstName(displayName, '@maya_reads')).toBe(expected);
  });

  it('is the handle without its @', () => {
    expect(firstName('', 'maya_reads')).toBe('maya_reads');
  });
});

describe('another starter', () => {
  it.each([
    ['thank', 'Hi Maya, ', 'Thank you, Maya! '],
    ['thank', '', 'Thank you, Maya! '],
    ['answer', 'Thank you, Maya! The group meets on Saturdays.', 'Hi Maya, The group meets on Saturdays.'],
    ['answer', 'Hi Maya, could you tell us which one?', 'Hi Maya, which one?'],
    ['apologise', 'We open at nine.', 'Sorry about that, Maya. Could you tell us We open at nine.'],
  ])('%s takes the place of the opening of "%s", and keeps what was added', (starter, said, begun) => {
    expect(begunWith(starter, said, 'Maya')).toBe(begun);
  });
});
