import { expect, test } from 'vitest';
import { deskText } from '../desk-text.js';
import { problemsOf } from '../problems.js';

const linking = (more: string) =>
  deskText(['governmentUse: notGovernment }', `governmentUse: linkOnly, ${more} }`]);
const without = 'without it: with governmentUse: linkOnly nothing of what people write is shown';

test.each([
  [
    'watches no private messages',
    `${linking('privateMessages: { channel: C0PRIVATE1 }')}    privacyPolicy: https://library.example/privacy\n`,
    `desks.central.x.privateMessages: private messages; allowed: ${without}`,
  ],
  [
    'reads no strangers’ posts for its cards',
    linking('readContext: always'),
    `desks.central.x.readContext: always; allowed: ${without}`,
  ],
])('a desk that only links %s', (_name, text, problem) => {
  expect(problemsOf(text).map((line) => line.replace(/^desk\.yaml:\d+:\d+: /, ''))).toEqual([problem]);
});
