import { expect, it } from 'vitest';
import { linkPanel } from '../../../src/core/board/panel.js';
import { panelId } from '../../../src/core/ids.js';
import { aCard } from '../../build.js';

const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, n) => panelId(`${name}-${n + 1}`));

it('a card keeps its newest private messages true, and however many reminders name it, also the others', () => {
  const handover = panelId('handover-1');
  const reminders = numbered('reminder-U1', 30);
  const card = [handover, ...reminders].reduce(linkPanel, aCard());
  expect(card.listed?.in).toEqual([handover, ...reminders.slice(-20)]);
  const flags = numbered('flags-U1', 20);
  expect(flags.reduce(linkPanel, card).listed?.in).toEqual([...reminders.slice(-20), ...flags]);
});
