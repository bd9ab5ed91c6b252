import { expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { hourMs } from '../../../src/core/durations.js';
import { act } from '../../../src/flows/act.js';
import { claim, takeOver } from '../../../src/flows/answer/claim.js';
import { closeEditor, saveDraft } from '../../../src/flows/answer/edit.js';
import { submit } from '../../../src/flows/answer/submit.js';
import { aCard, carla, tuesday } from '../../build.js';
import { asAna, asCarla, asDora } from '../../core/card/card-in.js';
import { fakePorts } from '../../fakes/ports.js';

const card = aCard();

async function desk() {
  const ports = fakePorts();
  await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
  return { ports, now: async () => (await ports.cards.get(card.id)) as Card };
}

it('words of somebody who lost the card are kept, also when it went on to a third person', async () => {
  const { ports, now } = await desk();
  await claim(ports, card.id, asAna);
  await takeOver(ports, card.id, asCarla);
  await takeOver(ports, card.id, asDora);
  const { outcome } = await submit(ports, card.id, asAna, { text: 'Hi Maya, yes, 40 of them.' });
  expect(outcome).toBe('refused');
  expect((await now()).keptWords).toMatchObject([{ text: 'Hi Maya, yes, 40 of them.' }]);
});

it('what is typed on after the card was put back is kept', async () => {
  const { ports, now } = await desk();
  await claim(ports, card.id, asAna);
  await act(ports, card.id, { do: 'release' }, asAna);
  await saveDraft(ports, card.id, asAna, 'Hi Maya, yes', tuesday);
  expect((await now()).keptWords).toMatchObject([{ text: 'Hi Maya, yes' }]);
});

it('an editor closed without a word gives the card back, also when a colleague’s old draft lies on it', async () => {
  const { ports, now } = await desk();
  await claim(ports, card.id, asAna);
  await saveDraft(ports, card.id, asAna, 'Hi Maya, yes', tuesday);
  await act(ports, card.id, { do: 'release' }, asAna);
  await claim(ports, card.id, asCarla);
  await closeEditor(ports, card.id, asCarla, 'Hi Maya, ');
  expect(await now()).toMatchObject({ state: 'open', draft: { text: 'Hi Maya, yes' } });
});

it('whoever took over a draft keeps the card when the editor is closed', async () => {
  const { ports, now } = await desk();
  await claim(ports, card.id, asAna);
  await saveDraft(ports, card.id, asAna, 'Hi Maya, yes', tuesday);
  await takeOver(ports, card.id, asCarla);
  await closeEditor(ports, card.id, asCarla, '');
  expect(await now()).toMatchObject({ state: 'claimed', holder: { id: carla } });
});

it('an editor closed with words of one’s own keeps card and words', async () => {
  const { ports, now } = await desk();
  await claim(ports, card.id, asAna);
  await saveDraft(ports, card.id, asAna, 'Hi Maya, yes', tuesday);
  await closeEditor(ports, card.id, asAna, 'Hi Maya, ');
  expect(await now()).toMatchObject({ state: 'claimed', draft: { text: 'Hi Maya, yes' } });
});

it('words that were sent are not replaced by a key stroke that arrives late', async () => {
  const { ports, now } = await desk();
  await claim(ports, card.id, asAna);
  await saveDraft(ports, card.id, asAna, 'Hi Maya, y', tuesday - 2);
  await saveDraft(ports, card.id, asAna, 'Hi Maya, yes, 40 of them.');
  await saveDraft(ports, card.id, asAna, 'Hi Maya, yes, 4', tuesday - 1);
  expect((await now()).draft).toMatchObject({ text: 'Hi Maya, yes, 40 of them.' });
});

it('words that are sent replace a key stroke of a faster clock', async () => {
  const { ports, now } = await desk();
  await claim(ports, card.id, asAna);
  await saveDraft(ports, card.id, asAna, 'Hi Maya, y', tuesday + hourMs);
  await saveDraft(ports, card.id, asAna, 'Hi Maya, yes, 40 of them.');
  expect((await now()).draft).toMatchObject({ text: 'Hi Maya, yes, 40 of them.' });
});
