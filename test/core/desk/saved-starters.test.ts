import { describe, expect, it } from 'vitest';
import { emptySettings } from '../../../src/core/desk/desk-settings.js';
import { openingFrom, withStarter } from '../../../src/core/desk/saved-starters.js';
import { aCard, ana, aPatron, ben, tuesday } from '../../build.js';
import { anAnswer, aReply } from '../../slack/cards.js';

describe('what an answer leaves for the next time', () => {
  it.each([
    ['Hi Maya, park behind the baths. ^AK', 'Hi {first}, park behind the baths.'],
    ['Hi Maya, yes & no. ^AK', 'Hi {first}, yes & no.'],
    ['Mayall, Maya: @Maya knows', 'Mayall, {first}: @… knows'],
    ['Dear Ms Ortiz (maya_reads)', 'Dear Ms … (…)'],
    ['Park behind the baths.', 'Park behind the baths.'],
  ])('"%s" leaves "%s"', (text, opening) => {
    expect(openingFrom(aCard(), anAnswer({ text, how: 'in-x' }))).toBe(opening);
  });

  it('names nobody, whatever the name is', () => {
    const patron = aPatron({ name: '', handle: 'a.b(c' });
    const answer = anAnswer({ text: 'Hi a.b(c, yes', how: 'in-x' });
    expect(openingFrom(aCard({ patron }), answer)).toBe('Hi {first}, yes');
  });

  it('has links as they were written, not as X shortened them', () => {
    const reply = aReply({ text: 'Hi Maya, see example.org/parking ^AK' });
    const answer = anAnswer({ n: 1, text: 'Hi Maya, see https://t.co/abc ^AK' });
    expect(openingFrom(aCard({ reply }), answer)).toBe('Hi {first}, see example.org/parking');
  });
});

describe('one more starter', () => {
  const parking = { id: 'saved-1', label: 'Parking', opening: 'Hi {first}, park ', by: ana, at: tuesday };

  it('stands after the others', () => {
    const one = withStarter(emptySettings, parking);
    const two = { ...parking, id: 'saved-2', label: 'Prams', by: ben };
    expect(withStarter('refused' in one ? emptySettings : one, two)).toMatchObject({
      starters: [parking, two],
    });
  });

  it('needs a name of its own, in whatever capitals', () => {
    const settings = { ...emptySettings, starters: [parking] };
    const again = { ...parking, id: 'saved-2', label: 'PARKING', opening: 'Other words' };
    expect(withStarter(settings, again)).toEqual({ refused: 'same-starter', label: 'PARKING' });
  });

  it('that is there already, pressed twice, is one', () => {
    const settings = { ...emptySettings, starters: [parking] };
    expect(withStarter(settings, { ...parking, id: 'saved-2' })).toBe(settings);
  });

  it('finds room for thirty', () => {
    const starters = Array.from({ length: 30 }, (_, at) => ({ ...parking, id: `${at}`, label: `${at}` }));
    expect(withStarter({ ...emptySettings, starters }, parking)).toEqual({
      refused: 'many-starters',
      count: 30,
    });
  });
});
