import { describe, expect, it } from 'vitest';
import { type XUserId, xUserId } from '../../../src/core/ids.js';
import { isAddressedToUs } from '../../../src/core/post/post.js';

const us = { userId: xUserId('100') };
const maya = xUserId('200');
const bystander = xUserId('400');

/** A post in which every `@us` is a mention of us, placed as X counts: in code points. */
function post(text: string, inReplyToUserId?: XUserId, authorId = bystander) {
  const starts = [...text.matchAll(/@us\b/g)].map((match) => [...text.slice(0, match.index)].length);
  const mentions = starts.map((start) => ({ userId: us.userId, start }));
  return { text, authorId, mentions, ...(inReplyToUserId === undefined ? {} : { inReplyToUserId }) };
}

describe('is meant for us', () => {
  it.each<[why: string, text: string, inReplyTo?: XUserId]>([
    ['a post that begins with our name', '@us do you open on Sunday?'],
    ['a post that begins with several names', '@maya @us look at this'],
    ['a reply to us', '@us thank you!!', us.userId],
    ['a reply to somebody else that names us in its words', '@maya ask @us about it', maya],
    ['our name in the leading run and again in the words', '@maya @us ask @us about it', maya],
    ['our name after signs that count two in JavaScript', '@maya 📚📚 @us has it', maya],
    ['our name after a comma that a person typed', '@maya, @us has it', maya],
    ['our name right after the run, with a comma behind it', '@maya @us, is it in?', maya],
    ['a reply to somebody else in which the place of our name is not known', '@maya a long post…', maya],
  ])('%s: "%s"', (_, text, inReplyTo) => {
    expect(isAddressedToUs(post(text, inReplyTo), us)).toBe(true);
  });
});

it('a patron who goes on in her own thread talks to us, though we stand only in front', () => {
  expect(isAddressedToUs(post('@us and on Sundays?', maya, maya), us)).toBe(true);
});

it('a repost talks to nobody, though it names us', () => {
  expect(isAddressedToUs({ ...post('RT @us: We are open.'), repost: true }, us)).toBe(false);
});

describe('is context', () => {
  it.each([
    ['bystanders who talk on', '@maya @us I agree'],
    ['our name first in the run', '@us @maya @sam I agree'],
    ['nothing but names', '@maya @us'],
    ['names on several lines', '@maya\n@us\nyes'],
  ])('%s: "%s"', (_, text) => {
    expect(isAddressedToUs(post(text, maya), us)).toBe(false);
  });

  it('a mention of somebody else in the words makes no act for us', () => {
    const reply = post('@maya @us ask @sam', maya);
    const mentions = [...reply.mentions, { userId: xUserId('300'), start: 14 }];
    expect(isAddressedToUs({ ...reply, mentions }, us)).toBe(false);
  });
});
