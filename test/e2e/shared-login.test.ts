import { expect, it } from 'vitest';
import { ben } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene({ desk: (text) => text.replace('name: Ben, signature: BO', 'name: Desk tablet, shared: true') });

it("who answers at the help desk's tablet is asked for a signature, and colleagues see which account it was", async () => {
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary are you open late?');
  await hands.writes(ben, 'Maya Ortiz', 'Answer', 'Hi Maya, until eight on Thursdays.');
  expect(JSON.stringify((await scene.view(ben)).blocks)).toContain(
    'End with your own signature, such as ^AK.',
  );
  await hands.submit(ben);
  expect(await hands.title(ben)).toBe('Before you send');
  expect(await hands.reads(ben)).toContain('Several people write from here');
  await hands.inModal(ben, 'Change the words');
  await hands.type(ben, 'Hi Maya, until eight on Thursdays. ^EL');
  await hands.submit(ben);
  expect(await hands.title(ben)).toBe('On its way');
  await hands.close(ben);
  await scene.pass(10_000);
  expect(scene.published('Hi Maya')).toMatchObject([{ text: expect.stringMatching(/Thursdays\. \^EL$/) }]);
  expect(await hands.shown('Maya Ortiz')).toContain('Desk tablet answered');
});
