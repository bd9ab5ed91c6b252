import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { actId, cardId, postId } from '../../../src/core/ids.js';
import { personView, unknownPersonView } from '../../../src/slack/screens/person-view.js';
import { aCard, aDesk, aFollow, aMention, ana, aPatron, minutes, tuesday } from '../../build.js';
import { anAnswer, everyCard, inState } from '../cards.js';
import { buttonsIn, expectOpens, linksIn, screen } from '../seen.js';

const desk = aDesk();
const now = tuesday + minutes(24 * 60);
const view = (card: Card, others: readonly Card[] = []) =>
  personView({ card, others, desk, actor: actorFor(desk, ana), now });
const shown = (card: Card, others?: readonly Card[]) => screen(view(card, others).blocks);

describe('a look at a person', () => {
  it('says who they are, and what was said on all their cards, in its order and with its day', () => {
    const patron = aPatron({ followsUs: true, weFollow: true });
    const followed = aCard({
      ...{ id: cardId('follow-2001'), state: 'expired', patron },
      acts: [{ ...aFollow(), at: tuesday - minutes(5) }],
    });
    const asked = { ...inState.sent, patron };
    expect(shown(asked, [followed])).toContain(
      [
        '@maya_reads · follows us · we follow them · as of Tue 24 Nov 10:42',
        'What we said to each other Tue 24 Nov 10:37 Maya Ortiz followed us',
        "Tue 24 Nov 10:42 Maya Ortiz: Do you have large-print crime novels? My mum can't get out. · View on X",
        'Tue 24 Nov 10:44 Ana answered: Hi Maya, yes: 40 at Central. ^AK · View reply on X',
        'From what the desk keeps.',
      ].join(' '),
    );
    expectOpens(view(asked, [followed]));
  });

  it('has the time of what is not kept any more, and a link to it', () => {
    const acts = [aMention({ text: '', media: [] })];
    const card = { ...inState.sent, acts, answers: [anAnswer({ text: '', how: 'in-x' })] };
    expect(shown(card)).toContain(
      'Tue 24 Nov 10:42 Maya Ortiz wrote · View on X Tue 24 Nov 10:44 Ana answered · View reply on X',
    );
    expect(linksIn(view(card).blocks)).toEqual(
      expect.arrayContaining(['https://x.com/i/status/5001', 'https://x.com/i/status/6001']),
    );
  });

  it('has our question with the answer to it, once', () => {
    const act = aMention({ text: 'Rebecca, twice.', ours: { answered: 'What are you reading?' } });
    expect(shown({ ...inState.dismissed, acts: [act] })).toContain(
      "Rebecca, twice. (in answer to us: 'What are you reading?') · View on X Ana closed this: no reply needed",
    );
    const thanks = aMention({
      ...{ id: actId('5002'), text: 'thanks', at: tuesday + minutes(9) },
      ...{ repliedTo: postId('6001'), ours: { answered: 'Hi Maya, yes' } },
    });
    expect(shown({ ...inState.sent, acts: [...inState.sent.acts, thanks] })).not.toContain('in answer to');
  });

  it('says how much more there is, and opens for every card', () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      aMention({ id: actId(`7${n}`), text: 'x'.repeat(900) }),
    );
    const card = { ...inState.dismissed, acts: many };
    expect(shown(card)).toContain('18 earlier posts');
    for (const one of [card, ...everyCard]) expectOpens(view(one));
  });

  it('leads on to writing where that may be, else it says why not', () => {
    expect(buttonsIn(view(inState.dismissed))).toEqual(['Write', 'History']);
    expect(buttonsIn(view(inState.sent))).toEqual(['History']);
    expect(shown(inState.sent)).toContain('We have answered this once.');
  });
});

it('somebody whom the desk does not know is looked up for what that costs', () => {
  const unknown = unknownPersonView('nina_new', desk);
  expectOpens(unknown);
  expect(buttonsIn(unknown)).toEqual(['Look on X · $0.01']);
  expect(linksIn(unknown.blocks)).toEqual(['https://x.com/nina_new']);
});
