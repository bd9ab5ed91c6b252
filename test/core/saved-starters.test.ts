import { describe, expect, it } from 'vitest';
import { noSettings } from '../../src/core/desk-settings.js';
import { openingFrom, withStarter } from '../../src/core/saved-starters.js';
import { ana, aPatron, ben, tuesday } from '../build.js';

describe('what an answer leaves for the next time', () => {
  it.each([
    ['Hi Maya, park behind the baths. ^AK', 'Hi {first}, park behind the baths.'],
    ['@maya_reads @leo Hi Maya, yes &amp; no. ^AK', 'Hi {first}, yes & no.'],
    ['Mayall, Maya: @Maya knows', 'Mayall, {first}: @Maya knows'],
    ['Park behind the baths.', 'Park behind the baths.'],
  ])('"%s" leaves "%s"', (text, opening) => {
    expect(openingFrom({ text }, aPatron())).toBe(opening);
  });

  it('names nobody, whatever the name is', () => {
    const patron = aPatron({ name: '', handle: 'a.b(c' });
    expect(openingFrom({ text: 'Hi a.b(c, yes' }, patron)).toBe('Hi {first}, yes');
  });
});

describe('one more starter', () => {
  const parking = { id: 'saved-1', label: 'Parking', opening: 'Hi {first}, park ', by: ana, at: tuesday };

  it('stands after the others', () => {
    const one = withStarter(noSettings, parking);
    const two = { ...parking, id: 'saved-2', label: 'Prams', by: ben };
    expect(withStarter('refused' in one ? noSettings : one, two)).toMatchObject({ starters: [parking, two] });
  });

  it('needs a name of its own, in whatever capitals', () => {
    const settings = { ...noSettings, starters: [parking] };
    const again = { ...parking, id: 'saved-2', label: 'PARKING', opening: 'Other words' };
    expect(withStarter(settings, again)).toEqual({ refused: 'same-starter', label: 'PARKING' });
  });

  it('that is there already, pressed twice, is one', () => {
    const settings = { ...noSettings, starters: [parking] };
    expect(withStarter(settings, { ...parking, id: 'saved-2' })).toBe(settings);
  });

  it('finds room for thirty', () => {
    const starters = Array.from({ length: 30 }, (_, at) => ({ ...parking, id: `${at}`, label: `${at}` }));
    expect(withStarter({ ...noSettings, starters }, parking)).toEqual({
      refused: 'many-starters',
      count: 30,
    });
  });
});
