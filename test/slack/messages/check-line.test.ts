import { expect, it } from 'vitest';
import { actId, cardId, panelId } from '../../../src/core/ids.js';
import { cardMessage } from '../../../src/slack/messages/card-message.js';
import { threadLine } from '../../../src/slack/messages/thread-line.js';
import { aCard, aDesk, ana, ben, carla, minutes, tuesday } from '../../build.js';
import { twoNames } from '../cards.js';
import { expectTaken, screen } from '../seen.js';

const desk = aDesk();
const asked = aCard({
  state: 'in-review',
  holder: { id: ben, since: tuesday },
  review: { askedAt: 7 },
});
const line = (card: typeof asked, key: string, to = ana) => {
  const shown = threadLine(card, key, desk, tuesday, to);
  expectTaken(shown);
  return shown.text;
};

it('calls the colleague on shift to check', () => {
  expect(line(asked, 'check-7')).toBe(
    `<@${ana}>, Ben's answer to Maya is ready for a check. To check it, press Check above. What you type here stays in Slack.`,
  );
});

it('tells whoever is not on shift why they are asked', () => {
  expect(line(asked, 'check-7', carla)).toContain(
    `<@${carla}>, nobody on shift can check Ben's answer to Maya.`,
  );
});

it('of a hello does not say that it is an answer', () => {
  const act = {
    kind: 'hello' as const,
    id: actId('hello-digest-7'),
    at: tuesday,
    answered: false,
    digest: panelId('digest-7'),
    greets: 2,
  };
  const hello = aCard({ ...asked, id: cardId('hello-digest-7'), acts: [act] });
  expect(line(hello, 'check-7')).toContain("Ben's hello to everybody new is ready for a check.");
});

it('names nobody any more once somebody took it, or nobody has to', () => {
  expect(line({ ...asked, review: { askedAt: 7, reviewer: carla } }, 'check-7')).toBe(
    'Carla took this to check.',
  );
  expect(line({ ...asked, review: { askedAt: 12 } }, 'check-7')).toBe(
    'There is nothing to check here any more.',
  );
});

it('once the answer is on its way, and sent, its card has both names', () => {
  const shown = (card: typeof asked) => screen(cardMessage(card, desk, tuesday + minutes(10)).blocks);
  expect(shown(twoNames.sending)).toContain("Ben's answer, checked by Carla, goes out at");
  expect(shown(twoNames.sent)).toContain('✅ Maya Ortiz · Ben answered at 10:44 · checked by Carla');
});
