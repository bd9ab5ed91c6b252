import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import type { StaffMember } from '../../../src/core/rota/rota.js';
import { editorView } from '../../../src/slack/editor/editor.js';
import { aDesk, ana, aRota, ben, minutes, staff, tuesday } from '../../build.js';
import { checked, inState } from '../cards.js';

const now = tuesday + minutes(8);

/** The desk whose Ana, or Ben, is a tablet. */
function deskWith(slackId: string) {
  const shared = (member: StaffMember): StaffMember =>
    member.slackId === slackId ? { ...member, name: 'Desk tablet', signature: '', shared: true } : member;
  return aDesk({ rota: aRota({ staff: staff.map(shared) }) });
}

function hintFor(card: Card, desk = deskWith(ana), by = ana): string {
  const { blocks } = editorView({ card, desk, by, opening: '', now });
  const input = blocks.find((block) => block.type === 'input');
  return input && 'hint' in input ? (input.hint?.text ?? '') : '';
}

describe('the editor of a shared login', () => {
  it('asks for a signature as others have it, for nothing is added', () => {
    expect(hintFor(inState.claimed)).toBe(
      'Public. 280 characters in all. You can undo for 20 seconds. End with your own signature, such as ^BO.',
    );
  });

  it('asks for it too where a colleague checks first, and where a person posts in X', () => {
    const { holder, ...open } = inState.claimed;
    expect(holder?.id).toBe(ana);
    expect(hintFor(open, deskWith(ben), ben)).toMatch(/^A colleague checks first\. End with your own/);
    expect(hintFor({ ...inState.claimed, onlyByHand: true })).toMatch(/opens it there\. End with your own/);
  });

  it('is the same for the colleague who checks its words, and usual for what others wrote', () => {
    expect(hintFor(checked, deskWith(ben))).toContain('End with your own signature');
    expect(hintFor(checked)).toContain('^BO is added');
  });
});
