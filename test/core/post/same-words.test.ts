import { describe, expect, it } from 'vitest';
import { sameWords } from '../../../src/core/post/same-words.js';

const shown = 'library.org/f…';
const url = 'https://t.co/Ab3dE5fG7h';
/** A text in which `shown` stands for a link. */
function linked(text: string, expanded: string) {
  const start = text.indexOf(shown);
  return { text, links: [{ start, end: start + shown.length, url, expanded }] };
}
const plain = (text: string) => ({ text, links: [] });

describe('as approved', () => {
  it.each([
    ['letter by letter', 'Hi Maya, yes. ^AK', plain('Hi Maya, yes. ^AK')],
    ['names that X puts in front', 'Hi Maya, yes.', plain('@maya_reads @sam Hi Maya, yes.')],
    ['signs that X escapes', 'Tea & books, 1 < 2 > 0', plain('Tea & books, 1 < 2 > 0')],
    ['an escape that was typed', 'write &amp; here', plain('write &amp; here')],
    ['one accent, two spellings', 'caf\u0065\u0301', plain('caf\u00e9')],
    ['white space', 'Hi  Maya,\n\nyes. ', plain('Hi Maya,\nyes.')],
    ['a link', 'See https://library.org/forms', linked(`See ${shown}`, 'https://library.org/forms')],
    ['a link without a scheme', 'See library.org', linked(`See ${shown}`, 'http://library.org')],
    ['http and https', 'See http://library.org', linked(`See ${shown}`, 'https://library.org')],
    ['a closing slash', 'See library.org, or ask', linked(`See ${shown}, or ask`, 'https://library.org/')],
    ['capitals in a host', 'See Library.org/Forms', linked(`See ${shown}`, 'http://library.org/Forms')],
    ['a query with an &', 'library.org/?a=1&b=2', linked(shown, 'http://library.org/?a=1&b=2')],
    ['a $ in a link', 'library.org/?a=$&b', linked(shown, 'http://library.org/?a=$&b')],
  ])('%s', (_, approved, published) => {
    expect(sameWords(approved, published)).toBe(true);
  });

  it('every link is expanded', () => {
    const published = {
      text: 'one… and two…',
      links: [
        { start: 0, end: 4, url, expanded: 'http://one.org/' },
        { start: 9, end: 13, url, expanded: 'https://two.org/' },
      ],
    };
    expect(sameWords('one.org and two.org', published)).toBe(true);
  });
});

describe('changed in X', () => {
  it.each([
    ['a word', 'Hi Maya, yes.', plain('Hi Maya, no.')],
    ['a capital', 'Hi Maya', plain('hi Maya')],
    ['a stop', 'Hi Maya.', plain('Hi Maya')],
    ['a missing signature', 'Hi Maya ^AK', plain('Hi Maya')],
    ['a name in the words', 'ask @sam', plain('ask')],
    ['another page', 'See library.org/a', linked(`See ${shown}`, 'http://library.org/b')],
    ['capitals in a path', 'See library.org/A', linked(`See ${shown}`, 'http://library.org/a')],
    ['a link that was not approved', 'See', linked(`See ${shown}`, 'http://library.org')],
    ['a slash in the words', 'he/ she', plain('he she')],
  ])('%s', (_, approved, published) => {
    expect(sameWords(approved, published)).toBe(false);
  });
});
