import { expect, it } from 'vitest';
import { readDeskFile } from '../../../src/config/desk-file.js';
import { changedDeskText, presentDesks } from '../../../src/config/setup/changed-desk.js';
import { type DeskAnswers, deskIdFrom, freshDeskText } from '../../../src/config/setup/fresh-desk.js';

const x = { practice: true, handle: '0123', secrets: 'MAIN', plan: 'self-serve', ownsApp: true } as const;
const answers: DeskAnswers = {
  channel: 'C0XDESK01',
  account: { x },
  timeZone: 'Europe/London',
  openHours: { mon: ['09:00-13:00', '14:00-17:00'], sat: ['22:00-02:00'] },
  staff: [
    { key: '007', slackId: 'U0JAMES01', name: 'no: # "James"', signature: '07', lead: false, xSignIn: true },
    { key: 'zoe', slackId: 'U0ZOE0001', name: 'Zoë', signature: 'ZÖ', lead: true, xSignIn: true },
  ],
};
const live = { ...x, practice: false, governmentUse: 'linkOnly', ownsApp: false, monthlyUsd: 30 } as const;

it.each([
  ['practice', x],
  ['the real X', live],
])('a new file for %s can be used as it is, without a warning', (_what, account) => {
  const { desks, warnings } = readDeskFile(
    freshDeskText('x-desk', { ...answers, account: { x: account } }),
    'desk.yaml',
  );
  expect(warnings).toEqual([]);
  expect(desks[0]?.account).toMatchObject({ handle: '0123', ownsApp: account.ownsApp });
  expect(desks[0]?.rota.staff.map(({ name, signature }) => `${name} ^${signature}`)).toEqual([
    'no: # "James" ^07',
    'Zoë ^ZÖ',
  ]);
});

it('a new file with the same answers once more is not changed', () => {
  const text = freshDeskText('x-desk', answers);
  const [desk] = presentDesks(text, 'desk.yaml');
  expect(desk && changedDeskText(text, desk, answers)).toBe(text);
});

it('a desk that goes live has all that the real X needs, and no practice page any more', () => {
  const text = freshDeskText('x-desk', answers).replace(
    'practice: true\n',
    'practice: true\n      practicePage: https://practice.library.example\n',
  );
  const [desk] = presentDesks(text, 'desk.yaml');
  const changed = desk ? changedDeskText(text, desk, { ...answers, account: { x: live } }) : '';
  expect(changed).toContain('      # practicePage: https://practice.library.example\n');
  const [read] = readDeskFile(changed, 'desk.yaml').desks;
  expect(read?.account).toMatchObject({ governmentUse: 'linkOnly', ownsApp: false });
  expect(read?.account.practice).toBeUndefined();
  expect(read?.budget).toEqual({ monthlyUsd: 30 });
});

it.each([
  ['X-Desk_2', 'x-desk-2'],
  ['bücher', 'b-cher'],
  ['図書館', 'central'],
  ['a'.repeat(80), 'a'.repeat(30)],
])('a channel called %s gives the desk the id %s', (name, id) => {
  expect(deskIdFrom(name)).toBe(id);
});
