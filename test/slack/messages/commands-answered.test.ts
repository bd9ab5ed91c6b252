import { describe, expect, it } from 'vitest';
import type { Note } from '../../../src/core/desk/desk-settings.js';
import { deskId } from '../../../src/core/ids.js';
import { editorView } from '../../../src/slack/editor/editor.js';
import { budgetMessage, helpMessage } from '../../../src/slack/messages/command-answers.js';
import { notesMessage } from '../../../src/slack/parts/desk-notes.js';
import { aDesk, ana, ben, minutes, tuesday } from '../../build.js';
import { inState } from '../cards.js';
import { actionIdsIn, buttonsIn, expectOpens, expectTaken, screen } from '../seen.js';

const desk = aDesk();
const now = tuesday + minutes(12);

describe('/greet note', () => {
  const notes: readonly Note[] = [
    { text: 'Central closes at 16:00 <!here>', by: ana, at: tuesday, until: tuesday + minutes(318) },
    { text: 'Over', by: ben, at: tuesday - minutes(60), until: now },
  ];

  it('lists the notes that stand, who left them and until when, each with the way to take it down', () => {
    const message = notesMessage({ ...desk, notes }, now);
    expectTaken(message);
    expect(screen(message.blocks)).toBe(
      'This stands above every answer today: Central closes at 16:00 <!here> · Ana at 10:42 · until 16:00 Remove',
    );
    expect(actionIdsIn(message.blocks)).toEqual(['remove-note']);
  });

  it('says how to leave one when there is none', () => {
    const message = notesMessage(desk, now);
    expectTaken(message);
    expect(screen(message.blocks)).toBe(
      'There is no note today. To leave one: /greet note Central closes at 16:00 today',
    );
  });

  it('stands above the words of every editor, until it is over', () => {
    const editor = (at: number) =>
      editorView({ card: inState.claimed, desk: { ...desk, notes }, by: ana, opening: '', now: at });
    expectOpens(editor(now));
    const seen = screen(editor(now).blocks);
    expect(seen).toContain('Today: Central closes at 16:00 <!here> · Ana');
    expect(seen).not.toContain('Over');
    expect(seen.indexOf('Today:')).toBeLessThan(seen.indexOf('Your answer'));
    expect(screen(editor(tuesday + minutes(318)).blocks)).not.toContain('Today:');
  });
});

describe('/greet budget', () => {
  const bill = {
    microUsd: 12_414_000,
    byCall: {
      'GET /2/users/:id/mentions': { charged: 12_001, microUsd: 12_001_000 },
      'POST /2/tweets': { charged: 20, microUsd: 390_000 },
      'GET /2/users/me': { charged: 1, microUsd: 10_000 },
      'GET /2/users/:id/tweets': { charged: 4, microUsd: 4_000 },
    },
  };

  it('says what the month has cost, against the budget, and for what', () => {
    const message = budgetMessage({ ...desk, budget: { monthlyUsd: 50 } }, bill);
    expectTaken(message);
    expect(screen(message.blocks)).toBe(
      'X has cost $12.41 of $50 this month: 24%. What people write to us: $12.00 (12001 posts) Answers and other posts of ours: $0.39 (20 posts) People looked up: $0.01 (1 person) Our own posts, and what new followers posted: less than $0.01 (4 posts) At 80% the desk begins to look at X less often. At 100% it reads and sends nothing until next month.',
    );
    expect(message.text).toBe('X has cost $12.41 of $50 this month: 24%.');
  });

  it('says what all desks together have cost, beside the desk', () => {
    const budgetTogether = { monthlyUsd: 90, desks: [deskId('central'), deskId('branch')] };
    const all = { microUsd: 45_900_000, byCall: {} };
    const message = budgetMessage({ ...desk, budget: { monthlyUsd: 50 }, budgetTogether }, bill, all);
    expectTaken(message);
    expect(message.text).toBe(
      'X has cost $12.41 of $50 this month: 24%. All desks together: $45.90 of $90 this month: 51%.',
    );
    const unlimited = budgetMessage({ ...desk, budgetTogether }, { microUsd: 0, byCall: {} }, all);
    expect(unlimited.text).toBe(
      'X has cost nothing yet this month. All desks together: $45.90 of $90 this month: 51%.',
    );
    expect(screen(unlimited.blocks)).toContain('At 100% it reads and sends nothing');
  });

  it('says it without a budget, too, and when nothing was spent', () => {
    expect(budgetMessage(desk, bill).text).toBe('X has cost $12.41 this month.');
    const nothing = budgetMessage(desk, { microUsd: 0, byCall: {} });
    expectTaken(nothing);
    expect(screen(nothing.blocks)).toBe(
      'X has cost nothing yet this month. No budget is set. One can be set in desk.yaml: budget.monthlyUsd.',
    );
    expect(buttonsIn(nothing.blocks)).toEqual([]);
  });
});

it('/greet help has a line for each command, and none for others', () => {
  const message = helpMessage(desk);
  expectTaken(message);
  const lines = message.text.split('\n');
  expect(lines.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
    '/greet shows',
    '/greet next',
    '/greet maya_reads',
    '/greet note',
    '/greet note',
    '/greet pause',
    '/greet resume',
    '/greet budget',
    '/greet report',
    '/greet forget',
    '/rota shows',
  ]);
  expect(lines[6]).toBe('/greet resume lets sending go on (Ana)');
});
