import { expect, it } from 'vitest';
import { ana, carla, channel, type ShownMessage, wordsOf } from './desk.js';
import { aDayAt } from './library-day.js';
import { hands, scene } from './scene.js';

it('a lead asks for the week, sees its charts, takes its numbers along, and shares it once', async () => {
  const day = await aDayAt('2026-11-22T23:30', 'standards: { question: off }');
  for (const [handle, name] of people)
    await day.writes(handle, name, '@centrallibrary Are you open tomorrow?');
  await day.until('2026-11-23T00:10');

  await hands.command(ana, '/greet', 'report');
  expect(await hands.told(ana)).toBe('Only Carla can do that.');
  await hands.command(carla, '/greet', 'report week');
  expect(await hands.told(carla)).toBe(
    'The report for the week from 16 November to 22 November comes in a private message.',
  );
  // A slow machine draws for longer than a message may take: it is posted ten seconds later, with what was drawn.
  await scene.pass(30_000);
  const [report] = (await day.privately(carla)).slice(-1);
  expect(report).toContain('Report for the week from 16 November to 22 November');
  expect(report).toContain('6 things came: 6 questions.');
  expect(report).toContain('The desk began on 22 November: nothing before that is counted.');
  expect(report).not.toMatch(/Maya|maya_reads|open tomorrow|Ana|There are no charts/u);

  await day.pressPrivately(carla, 'Share in the channel');
  await day.pressPrivately(carla, 'CSV');
  await scene.app.idle();
  const inChannel = async () =>
    ((await scene.slack('messages', { channel })) as { messages: ShownMessage[] }).messages.filter((one) =>
      wordsOf(one).includes('Report for the week'),
    );
  const [shared, ...more] = await inChannel();
  expect(more).toEqual([]);
  expect(wordsOf(shared)).toContain('Carla shared this report.');
  expect(((shared?.blocks ?? []) as { type: string }[]).filter(({ type }) => type === 'image')).toHaveLength(
    3,
  );
  expect((await day.privately(carla)).join('\n')).toContain('Carla shared this in the channel at 00:1');
  const files = scene.sandbox.journal.read().filter(({ kind }) => kind === 'files.getUploadURLExternal');
  expect(files.map(({ filename }) => filename)).toEqual([
    ...['report-1.png', 'report-2.png', 'report-3.png'],
    'report-central-week-2026-11-16.csv',
  ]);
}, 120_000);

const people = [
  ['maya_reads', 'Maya Ortiz'],
  ['tom_h', 'Tom Hale'],
  ['li_wen', 'Li Wen'],
  ['sam_o', 'Sam Okafor'],
  ['ines_d', 'Ines Duarte'],
  ['noor_k', 'Noor Khan'],
] as const;
