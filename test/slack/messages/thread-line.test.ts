import { describe, expect, it } from 'vitest';
import { actId } from '../../../src/core/ids.js';
import { movedLine, threadLine } from '../../../src/slack/messages/thread-line.js';
import { aCard, aDesk, aMention, ana, aPatron, ben, minutes, tuesday } from '../../build.js';
import { anAnswer, closed, inState } from '../cards.js';
import { expectTaken, linksIn, screen } from '../seen.js';

const desk = aDesk();
const now = tuesday + minutes(10);
const thanks = aMention({
  id: actId('5002'),
  at: tuesday + minutes(5),
  topic: 'praise',
  text: 'thank you!!',
});

describe('a line', () => {
  it('whose card waits names a colleague', () => {
    expect(threadLine(aCard(), 'line-5001', desk, now, ana).text).toContain(`<@${ana}>, question from Maya`);
  });

  it('whose question was answered says by whom, and names nobody', () => {
    const line = threadLine(inState.sent, 'line-5001', desk, now, ana);
    expect(line.text).toBe('Ana answered at 10:44, after 2 minutes');
    expectTaken(line);
  });

  it('keeps the answer to its own question when more is said', () => {
    const acts = [aMention({ answered: true }), thanks];
    const card = aCard({ acts, answers: [anAnswer({ covers: [actId('5001')] })] });
    expect(threadLine(card, 'line-5001', desk, now, ana).text).toContain('Ana answered at 10:44');
    expect(threadLine(card, 'line-5002', desk, now, ana).text).toContain(`<@${ana}>, thanks from Maya`);
  });

  it('whose card was closed says so', () => {
    expect(threadLine(closed.muted, 'line-5001', desk, now, ana).text).toBe(
      'Ana muted this conversation · 10:50',
    );
  });

  it('whose post was removed says so, whatever becomes of the card', () => {
    const acts = [aMention({ gone: true }), thanks];
    const card = aCard({ acts, state: 'claimed', holder: { id: ana, since: now } });
    expect(threadLine(card, 'line-5001', desk, now, ana).text).toBe('Maya removed this on X.');
  });

  it('for a pass names the colleague, by whom, and the note of that pass alone', () => {
    const held = { state: 'claimed', holder: { id: ben, since: now } } as const;
    const passes = [{ from: ana, to: ben, at: now }];
    const note = { by: ana, at: now, text: '<!channel> She asked at the desk, too.' };
    const passed = threadLine(aCard({ ...held, passes, note }), 'pass-0', desk, now, ben);
    expect(passed.text).toBe(
      `<@${ben}>, Ana passed this on to you: '&lt;!channel&gt; She asked at the desk, too.' To answer, press Open above. What you type here stays in Slack.`,
    );
    expectTaken(passed);
    const older = { ...note, at: tuesday };
    expect(threadLine(aCard({ ...held, passes, note: older }), 'pass-0', desk, now, ben).text).toContain(
      'Ana passed this on to you. To answer',
    );
  });
});

it('where a card stood before is the way to where it stands now', () => {
  const moved = movedLine(aCard({ patron: aPatron({ name: 'Maya <3' }) }), desk, 'https://slack.example/p1');
  expect(moved.text).toBe('Maya &lt;3 is shown further down now.');
  expect(screen(moved.blocks)).toContain('Maya <3 is shown further down now.');
  expect(linksIn(moved.blocks)).toEqual(['https://slack.example/p1']);
  expectTaken(moved);
});
