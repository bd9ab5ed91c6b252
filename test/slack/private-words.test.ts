import { expect, it } from 'vitest';
import { everyState } from '../../src/core/card/rules.js';
import { privateCardId } from '../../src/core/card/select.js';
import { postId } from '../../src/core/ids.js';
import { editorView } from '../../src/slack/editor/editor.js';
import { urgentMessage } from '../../src/slack/messages/call-messages.js';
import { cardMessage } from '../../src/slack/messages/card-message.js';
import { waitingMessage } from '../../src/slack/messages/command-answers.js';
import { aboutCard, summaryMessage } from '../../src/slack/messages/staff-messages.js';
import { askLine, threadLine } from '../../src/slack/messages/thread-line.js';
import { toldMessage } from '../../src/slack/messages/told-message.js';
import { homeView } from '../../src/slack/screens/home-view.js';
import { ana, aPrivateMessage, aPrivateSide, minutes, tuesday } from '../build.js';
import { inState, toldOf } from './cards.js';

const desk = aPrivateSide();
const now = tuesday + minutes(8);
const asked = aPrivateMessage({ text: 'Is my hold on SECRET in?', urgent: 'SECRET' });
const cards = everyState.map((state) => ({
  ...inState[state],
  id: privateCardId(postId('1000_2001')),
  acts: inState[state].acts.map(({ answered, gone }) => ({ ...asked, answered, ...(gone && { gone }) })),
}));

it.each(cards.map((card) => [card.state, card] as const))(
  'what notifies or lists a private message that is %s has none of its words',
  (_state, card) => {
    const shown = [
      cardMessage(card, desk, now).text,
      askLine(card, asked, desk, ana),
      threadLine(card, 'line-7001', desk, now, ana),
      toldMessage([card], toldOf(card), ana, desk, now),
      urgentMessage(card, desk, now),
      aboutCard(card, desk),
      summaryMessage([card], desk, ana, now),
      waitingMessage([card], desk, now, {}, [{ ...card, flag: { by: ana, at: now } }]),
      homeView([{ desk, user: ana, waiting: [card], flagged: [], drafts: [card], now }]),
    ];
    expect(JSON.stringify(shown)).not.toContain('SECRET');
  },
);

it('its card and its editor have them, with a link to its conversation and the line about privacy', () => {
  const [card] = cards.filter(({ state }) => state === 'open');
  if (!card) throw new Error('no open card');
  expect(JSON.stringify(cardMessage(card, desk, now).blocks)).toContain('SECRET');
  const editor = JSON.stringify(editorView({ card, desk, by: ana, opening: '', now }));
  for (const part of ['SECRET', 'https://x.com/messages/1000-2001', 'https://library.example/privacy'])
    expect(editor).toContain(part);
  for (const never of ['Finish in X', 'Mute conversation', 'Delete from X'])
    expect(JSON.stringify(cards.map((one) => cardMessage(one, desk, now)))).not.toContain(never);
});
