import { expect, it } from 'vitest';
import type { DeskConfig } from '../../../src/config/desk-file.js';
import { examine, sandbox, useSandbox } from './scene.js';

const practising = {
  change: (desk: DeskConfig) => ({ ...desk, account: { ...desk.account, practice: true } }),
};

useSandbox();

it('its test message says that it is practice, also when it is edited', async () => {
  const journal = sandbox.journal.read();
  await examine('', practising);
  const posted = sandbox.journal
    .read()
    .slice(journal.length)
    .filter(({ kind }) => kind === 'chat.postMessage' || kind === 'chat.update');
  expect(posted).toHaveLength(2);
  for (const { text, blocks } of posted)
    expect([text, JSON.stringify(blocks)]).toEqual([
      expect.stringMatching(/^Practice: Test/u),
      expect.stringContaining('Practice: nobody on the real X sees this.'),
    ]);
});

it('of a desk that practises Slack and the rota are looked at, and X is not', async () => {
  const ids = (await examine('', practising)).map(({ id, mark }) => `${id} ${mark}`);
  expect(ids).toEqual(
    expect.arrayContaining(['slack.channel ok', 'slack.card ok', 'slack.people ok', 'rota.staffed ok']),
  );
  expect(ids.filter((id) => id.startsWith('x.'))).toEqual(['x.practice note']);
  expect(sandbox.journal.read().filter(({ side }) => side === 'x')).toEqual([]);
});
