import { describe, expect, it, test } from 'vitest';
import { readDeskFile } from '../../../src/config/desk-file.js';
import { deskText } from '../desk-text.js';
import { problemsOf } from '../problems.js';

const bensLine = 'ben: { slack: U0BEN0001, name: Ben, signature: BT, trainee: true }';
const aTablet = 'ben: { slack: U0BEN0001, name: Desk tablet, shared: true }';
const channelText = (...changes: readonly (readonly [from: string, to: string])[]) =>
  deskText(['    staff:\n', '    staff: channel\n    people:\n'], ...changes);

function personIn(text: string, key: string) {
  const [desk] = readDeskFile(text, 'desk.yaml').desks;
  return desk?.rota.staff.find((member) => member.key === key);
}

test('a shared login has a name and no signature', () => {
  expect(personIn(deskText([bensLine, aTablet]), 'ben')).toEqual({
    key: 'ben',
    slackId: 'U0BEN0001',
    name: 'Desk tablet',
    signature: '',
    shared: true,
    lead: false,
    trainee: false,
    xSignIn: false,
  });
});

test("of a channel's members the list leaves name and signature to Slack", () => {
  const text = channelText([bensLine, 'ben: { slack: U0BEN0001, trainee: true }']);
  expect(personIn(text, 'ben')).toMatchObject({
    name: 'ben',
    signature: '',
    trainee: true,
    unsaid: ['name', 'signature'],
  });
  expect(personIn(text, 'ana')).not.toHaveProperty('unsaid');
});

test('in a channel whoever is listed may be named as the fallback by their Slack id', () => {
  const [desk] = readDeskFile(`${channelText()}    fallback: U0ANA0001\n`, 'desk.yaml').desks;
  expect(desk?.fallback).toBe('ana');
});

describe('each is told with its place:', () => {
  it.each([
    [
      'a shared login with a signature',
      deskText([bensLine, aTablet.replace('shared', 'signature: DT, shared')]),
      '11:62: desks.central.staff.ben.signature: "DT", with shared: true; allowed: no signature: several people use this account, and each ends with their own',
    ],
    [
      'a shared login that leads',
      deskText([bensLine, aTablet.replace('true', 'true, lead: true')]),
      '11:71: desks.central.staff.ben.lead: lead, with shared: true; allowed: one person: nobody in particular would be asked',
    ],
    [
      'a shared login that is asked when nobody is on shift',
      `${deskText([bensLine, aTablet])}    fallback: ben\n`,
      '15:15: desks.central.fallback: "ben" is a shared login; allowed: one person: nobody in particular would be asked',
    ],
    [
      'the same, named by its Slack id',
      `${channelText([bensLine, aTablet])}    fallback: U0BEN0001\n`,
      '16:15: desks.central.fallback: "U0BEN0001" is a shared login; allowed: one person: nobody in particular would be asked',
    ],
    [
      'somebody of a closed list without a signature',
      deskText(['signature: BT, ', '']),
      '11:7: desks.central.staff.ben.signature: missing; allowed: one to five letters or digits, such as AK (answers end with ^AK); or shared: true',
    ],
    [
      'somebody of a closed list without a name',
      deskText(['name: Ben, ', '']),
      '11:7: desks.central.staff.ben.name: missing; allowed: the name that colleagues see: 1 to 75 characters in one line, without control characters and direction marks',
    ],
  ])('%s', (_name, text, problem) => {
    expect(problemsOf(text)).toEqual([`desk.yaml:${problem}`]);
  });
});
