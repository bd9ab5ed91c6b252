import { expect, it } from 'vitest';
import { sentenceMessage } from '../../../src/slack/parts/blocks.js';
import { aDesk } from '../../build.js';
import { linksIn, screen } from '../seen.js';

const desk = aDesk();

it('a sentence links the address of a post on X', () => {
  const { blocks } = sentenceMessage('It is there: https://x.com/i/status/17', desk);
  expect(linksIn(blocks)).toEqual(['https://x.com/i/status/17']);
});

it.each([
  'https://evil.example/i/status/17',
  'https://x.com.evil.example/i/status/17',
  'https://x.com@evil.example/i/status/17',
  'http://x.com/i/status/17',
])('a sentence shows %s, which somebody typed, without a link', (typed) => {
  const { blocks } = sentenceMessage(`I don't know '${typed}'.`, desk);
  expect(linksIn(blocks)).toEqual([]);
  expect(screen(blocks)).toContain(typed);
});

it('where people practise, only their own X is linked', () => {
  const practice = aDesk({ account: { ...desk.account, practice: true, page: 'http://127.0.0.1:4000' } });
  const said = 'https://x.com/i/status/1 http://127.0.0.1:4000/i/status/17';
  expect(linksIn(sentenceMessage(said, practice).blocks)).toEqual(['http://127.0.0.1:4000/i/status/17']);
});
