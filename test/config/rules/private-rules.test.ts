import { describe, expect, test } from 'vitest';
import { readDeskFile } from '../../../src/config/desk-file.js';
import { stopWords } from '../../../src/core/private/stop-words.js';
import { deskText, secondDesk } from '../desk-text.js';
import { problemsOf } from '../problems.js';

const account = 'governmentUse: notGovernment }';
const watching = (more: string) =>
  [account, `governmentUse: notGovernment, privateMessages: { ${more} } }`] as const;
const policy = '    privacyPolicy: https://library.example/privacy\n';
const read = (text: string) => readDeskFile(text, 'desk.yaml');

describe('private messages', () => {
  test('are watched in a channel of their own, with the usual words that end them', () => {
    const { desks, warnings } = read(deskText(watching('channel: C0PRIVATE1')) + policy);
    expect(desks[0]?.privateMessages).toEqual({
      channel: 'C0PRIVATE1',
      stopWords,
      privacyPolicy: 'https://library.example/privacy',
    });
    expect(warnings).toEqual([]);
  });

  test('end with the words of desk.yaml alone, where it has some', () => {
    const { desks } = read(deskText(watching('channel: C0PRIVATE1, stopWords: [halt]')) + policy);
    expect(desks[0]?.privateMessages?.stopWords).toEqual(['halt']);
  });

  test.each([
    [
      'need the privacy policy',
      deskText(watching('channel: C0PRIVATE1')),
      'desks.central.x.privateMessages: private messages without privacyPolicy; allowed: with privacyPolicy: https://…, which X wants in private answers',
    ],
    [
      'have no link but a safe one',
      `${deskText()}    privacyPolicy: http://library.example\n`,
      'desks.central.privacyPolicy: "http://library.example"; allowed: an address such as https://library.example/privacy',
    ],
    [
      "are not shown in a desk's own channel",
      deskText(watching('channel: C0XDESK01')) + policy,
      'desks.central.x.privateMessages.channel: "C0XDESK01"; allowed: a channel for private messages alone',
    ],
    [
      'have the id of their side to themselves',
      deskText(watching('channel: C0PRIVATE1')) +
        policy +
        secondDesk(
          'central-private',
          ['C0XDESK02', 'C0XDESK03'],
          ['central-privatelibrary', 'otherlibrary'],
          ['CENTRAL-PRIVATE', 'OTHER'],
        ),
      'desks.central-private: "central-private"; allowed: another id: this one is for the private messages of central',
    ],
  ])('%s', (_name, text, problem) => {
    expect(problemsOf(text).map((line) => line.replace(/^desk\.yaml:\d+:\d+: /, ''))).toEqual([problem]);
  });
});

test('following back is offered only where somebody reads what those whom we follow write', () => {
  const greetings = '    greetings: { followBack: true }\n';
  const without = read(deskText() + greetings);
  expect(without.desks[0]?.greetings.followBack).toBe(false);
  expect(without.warnings).toEqual([
    expect.stringContaining('desks.central.greetings.followBack: true, without x.privateMessages'),
  ]);
  const { desks, warnings } = read(deskText(watching('channel: C0PRIVATE1')) + policy + greetings);
  expect([desks[0]?.greetings.followBack, warnings]).toEqual([true, []]);
});
