import { expect, it } from 'vitest';
import { ana, carla, channel, type ShownMessage, wordsOf } from './desk.js';
import { aDayAt, type Day } from './library-day.js';
import { hands } from './scene.js';

let day: Day;
/** Pat's cards in the channel. */
const inChannel = async () =>
  ((await day.slack('messages', { channel })) as { messages: ShownMessage[] }).messages
    .map(({ blocks }) => wordsOf(blocks))
    .filter((words) => words.includes('Pat Pest'));

it('the lead mutes somebody who will not stop, for 30 days; urgent words still come through', async () => {
  day = await aDayAt('2026-11-24T09:30', 'urgentWords: ["collapsed"]');
  await day.writes('pest', 'Pat Pest', '@centrallibrary Why is your carpet green?');
  await day.until('2026-11-24T09:41');
  await day.writes('pest', 'Pat Pest', '@centrallibrary And why is the door brown?');
  await day.until('2026-11-24T09:51');
  await hands.pick(ana, 'carpet', 'More…');
  expect(await hands.reads(ana)).not.toContain('Mute this person');
  await hands.close(ana);

  await hands.more(carla, 'carpet', 'Mute this person…');
  expect(await hands.reads(carla)).toBe(
    'Pat is muted until 24 December. Posts with urgent words still arrive. Unmute is on Home.',
  );
  await hands.close(carla);
  await day.until('2026-11-24T09:53');
  for (const about of ['carpet', 'door'])
    expect(await hands.shown(about)).toContain('Carla muted Pat · 09:51');
  await hands.pick(ana, 'carpet', 'History');
  expect(await hands.reads(ana)).toContain('Carla muted Pat for 30 days');
  await hands.close(ana);

  await day.writes('pest', 'Pat Pest', '@centrallibrary Is anybody there?');
  await day.follows('pest', 'Pat Pest');
  await day.until('2026-11-24T10:25');
  expect(await inChannel()).toHaveLength(2);
  expect(day.notified(ana).join()).not.toContain('anybody there');
  await day.writes('pest', 'Pat Pest', '@centrallibrary Somebody collapsed!');
  await day.until('2026-11-24T10:35');
  expect(await hands.shown('Somebody collapsed')).toContain("🚨 Urgent: 'collapsed'");
  expect(day.notified(carla).at(-1)).toContain('🚨');
});

it('a muted person stands on Home until Unmute, or until 30 days are over', async () => {
  day = await aDayAt('2026-11-24T09:30');
  for (const user of [ana, carla]) await day.slack('openHome', { user });
  await day.writes('pest', 'Pat Pest', '@centrallibrary Why is your carpet green?');
  await day.until('2026-11-24T09:41');
  await hands.more(carla, 'carpet', 'Mute this person…');
  await hands.close(carla);
  await day.until('2026-11-24T09:42');
  expect(await hands.home(ana)).toContain('@pest is muted until 24 December · Carla');
  expect(await hands.home(ana)).not.toContain('Unmute');
  await hands.onHome(carla, 'Unmute');
  await day.until('2026-11-24T09:43');
  expect(await hands.home(carla)).not.toContain('@pest');
  await day.writes('pest', 'Pat Pest', '@centrallibrary Why is the door brown?');
  await day.until('2026-11-24T09:51');
  await hands.more(carla, 'door', 'Mute this person…');
  await hands.close(carla);

  day.sandbox.clock.advance(30 * 24 * 60 * 60_000);
  await day.app.idle();
  for (const user of [ana, carla]) await day.slack('openHome', { user });
  await day.app.idle();
  expect(await hands.home(carla)).not.toContain('@pest');
  await day.writes('pest', 'Pat Pest', '@centrallibrary Is the window blue?');
  await day.pass(11 * 60_000);
  expect(await hands.shown('window')).toContain('Answer');
});
