import { beforeEach, expect, it } from 'vitest';
import { withDeskNow } from '../../../src/flows/desk-now.js';
import { removeStarter, saveStarter } from '../../../src/flows/team/saved-starters.js';
import { aCard, ana, tuesday } from '../../build.js';
import { asAna, asBen, asStranger } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

let ports: FakePorts;
beforeEach(() => {
  ports = fakePorts();
});

const parking = { label: 'Parking', opening: 'Hi {first}, park behind ' };
const saved = async () => (await withDeskNow(ports)).desk.savedStarters ?? [];

it('a starter that somebody saves stands for everybody from then on, until somebody removes it', async () => {
  expect(await saveStarter(ports, aCard().id, asAna, parking)).toBeUndefined();
  expect(await saved()).toMatchObject([{ ...parking, by: ana, at: tuesday }]);
  for (const { id } of await saved()) await removeStarter(ports, asBen, id);
  expect(await saved()).toEqual([]);
});

it('a name that stays in the words does not get into it', async () => {
  await ports.cards.change(aCard().id, () => ({ next: aCard(), result: undefined }));
  await saveStarter(ports, aCard().id, asAna, { label: 'For Maya', opening: 'Hi Maya Ortiz, park behind ' });
  expect(await saved()).toMatchObject([{ label: 'For …', opening: 'Hi {first} …, park behind ' }]);
});

it('it needs a name and words, and one of the staff', async () => {
  expect(await saveStarter(ports, aCard().id, asAna, { ...parking, label: '' })).toEqual({
    refused: 'empty-starter',
  });
  expect(await saveStarter(ports, aCard().id, asAna, { ...parking, opening: ' ' })).toEqual({
    refused: 'empty-starter',
  });
  expect(await saveStarter(ports, aCard().id, asStranger, parking)).toMatchObject({ refused: 'not-staff' });
  expect(await removeStarter(ports, asStranger, 'saved-1')).toMatchObject({ refused: 'not-staff' });
  expect(await saved()).toEqual([]);
});

it('two people who save at once both find theirs', async () => {
  await Promise.all([
    saveStarter(ports, aCard().id, asAna, parking),
    saveStarter(ports, aCard().id, asBen, { ...parking, label: 'Prams' }),
  ]);
  expect((await saved()).map(({ label }) => label).sort()).toEqual(['Parking', 'Prams']);
});
