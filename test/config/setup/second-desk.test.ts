import { expect, it } from 'vitest';
import { readDeskFile } from '../../../src/config/desk-file.js';
import { presentDesks } from '../../../src/config/setup/changed-desk.js';
import type { AccountAnswers } from '../../../src/config/setup/fresh-desk.js';
import { withSecondDesk } from '../../../src/config/setup/second-desk.js';
import { deskText } from '../desk-text.js';

const practising = deskText(['plan: self-serve', 'plan: self-serve, practice: true']);
const service = 'https://bsky.social';
const sky: AccountAnswers = {
  bluesky: { handle: 'library.example.org', secrets: 'MAIN', practice: false, service },
};

const idsWith = (text: string, channelName: string) => {
  const answers = { channel: 'C0SKY0001', account: sky };
  const changed = withSecondDesk(text, presentDesks(text, 'desk.yaml'), 'central', { answers, channelName });
  return readDeskFile(changed, 'desk.yaml').desks.map(({ id, like = '' }) => [id, like]);
};

it.each([
  ['sky', 'sky'],
  // The id that names of other scripts give is that of the desk which is there.
  ['図書館', 'bluesky'],
  ['central', 'bluesky'],
])('a second desk for the channel %s is called %s, and has the people of the first', (channel, id) => {
  expect(idsWith(deskText(), channel)).toEqual([
    ['central', ''],
    [id, 'central'],
  ]);
});

it('its id is not that by which people practise at the first', () => {
  expect(idsWith(practising, 'central-practice')).toEqual([
    ['central-practice', ''],
    ['bluesky', ''],
  ]);
});
