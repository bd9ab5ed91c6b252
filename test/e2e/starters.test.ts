import { expect, it } from 'vitest';
import { ana, ben, channel } from './desk.js';
import { hands, openScene, scene } from './scene.js';

const { reads, shown, title } = hands;

it('an answer is saved as a starter, begins the next one, and is removed again', async () => {
  await openScene();
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Where can I park?');
  await hands.writes(
    ana,
    'Maya Ortiz',
    'Answer',
    'Hi Maya, park behind the old baths, it is free on Sundays.',
  );
  await hands.submit(ana);
  await hands.close(ana);
  await scene.pass(10_000);

  await hands.pick(ana, 'Maya Ortiz', 'Save as starter');
  expect(await reads(ana)).toContain('Hi {first}, park behind the old baths, it is free on Sundays.');
  await hands.type(ana, 'Parking', 'starter-label');
  await hands.submit(ana);
  expect(await reads(ana)).toBe("'Parking' stands under Other starters now, for everybody.");
  await hands.close(ana);

  await scene.mention('leo_b', 'Leo Brandt', '@centrallibrary Is there parking at Central?');
  await scene.press(ben, 'Leo Brandt', 'Answer');
  await scene.slack('press', { user: ben, action_id: 'starters', option: 'Parking' });
  await scene.app.idle();
  expect(await reads(ben)).toContain('Hi Leo, park behind the old baths, it is free on Sundays.');
  const { errors } = await hands.submit(ben);
  expect(Object.values(errors ?? {}).join()).toContain("Add your own words after 'Hi Leo, park behind");
  await hands.close(ben);

  await hands.pick(ben, 'Maya Ortiz', 'Save as starter');
  await hands.type(ben, 'parking', 'starter-label');
  await hands.type(ben, 'Hi {first}, there is no parking ', 'starter-words');
  expect((await hands.submit(ben)).errors).toEqual({
    'starter-label': "There is a starter 'parking' already. Choose another name, or remove that one.",
  });
  await hands.inModal(ben, 'Remove');
  expect(await title(ben)).toBe('Save as starter');
  expect(await reads(ben)).not.toContain('Saved before');
  await hands.close(ben);
});

it('the starters of desk.yaml come first where the post says one of their words, in any language', async () => {
  const own = `
    topicWords: { praise: ["danke*"] }
    starters:
      hours: { label: Öffnungszeiten, for: [question], when: ["offen", "öffn*"], opening: "Hallo {first}, wir haben " }
      bitte: { label: Gern geschehen, for: [praise], opening: "Gern, {first}! " }
`;
  await openScene({ desk: (text) => text + own });
  await scene.mention('jo_s', 'Jörg Sander', '@centrallibrary Wann öffnet ihr am Montag?');
  expect(await shown('Jörg Sander')).toContain('Öffnungszeiten Answer Ask back');
  await scene.press(ana, 'Jörg Sander', 'Öffnungszeiten');
  expect(await reads(ana)).toContain('Hallo Jörg, wir haben ');
  await hands.close(ana);

  await scene.mention('uta_k', 'Uta Kern', '@centrallibrary Dankeschön für den Tipp');
  expect(await shown('Uta Kern')).toContain('Thanks');
  const { ts } = await scene.card('Uta Kern');
  await scene.slack('press', { user: ana, channel, ts, label: 'Gern geschehen' });
  await scene.app.idle();
  expect(await reads(ana)).toContain('Gern, Uta! ');
  await hands.close(ana);
});
