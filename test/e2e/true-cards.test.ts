import { describe, expect, it } from 'vitest';
import { ana, ben, channel, type ShownMessage } from './desk.js';
import { aDayAt, type Day } from './library-day.js';
import { hands, scene } from './scene.js';

/** What stands in the thread of somebody's card. */
async function thread(name: string): Promise<readonly string[]> {
  const { ts } = await scene.card(name);
  const { messages } = (await scene.slack('thread', { channel, ts })) as { messages: ShownMessage[] };
  return messages.slice(1).map(({ text }) => text);
}

async function question(day: Day): Promise<void> {
  await day.writes('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large-print crime novels?');
}

const shows = (day: Day) => day.due().then((all) => all.filter(({ entry }) => entry.startsWith('show:')));

describe('while nothing happens to it', () => {
  it('an open card says that it is late, its line calls whoever is on shift, and yesterday has its day', {
    timeout: 60_000,
  }, async () => {
    const day = await aDayAt('2026-11-24T10:35', 'standards: { question: 4h }');
    await question(day);
    await day.until('2026-11-24T12:59');
    const first = await hands.shown('Maya Ortiz');
    expect(first).toContain('· 10:35 ·');
    expect(first).toContain('please answer by 14:35');
    expect(await thread('Maya Ortiz')).toEqual([expect.stringContaining(`<@${ana}>, question from Maya`)]);

    const bens = day.notified(ben).length;
    await day.until('2026-11-24T13:01');
    expect(await thread('Maya Ortiz')).toEqual([expect.stringContaining(`<@${ben}>, question from Maya`)]);
    expect(day.notified(ben).slice(bens)).toEqual([expect.stringContaining('private: Good afternoon, Ben.')]);

    await day.until('2026-11-24T14:34');
    expect(await hands.shown('Maya Ortiz')).toContain('please answer by 14:35');
    await day.until('2026-11-24T14:36');
    const late = await hands.shown('Maya Ortiz');
    expect(late).toContain('⏰ late since 14:35');
    expect(late).not.toContain('please answer');

    await day.until('2026-11-25T00:01');
    const next = await hands.shown('Maya Ortiz');
    expect(next).toContain('· Tue 24 Nov 10:35 ·');
    expect(next).toContain('⏰ late since Tue 24 Nov 14:35');
    expect(await shows(day)).toEqual([]);
  });

  it('a finished card names the day of its answer from the next midnight on, and is left alone after that', {
    timeout: 60_000,
  }, async () => {
    const day = await aDayAt('2026-11-24T10:35');
    await question(day);
    await day.until('2026-11-24T11:00');
    await hands.writes(ana, 'Maya Ortiz', 'Answer', 'Hi Maya, yes: forty at Central.');
    await hands.submit(ana);
    await hands.close(ana);
    await day.until('2026-11-24T11:05');
    expect(await hands.shown('Maya Ortiz')).toContain('Ana answered at 11:00');
    expect(await shows(day)).toHaveLength(1);
    await day.until('2026-11-25T00:01');
    expect(await hands.shown('Maya Ortiz')).toContain('Ana answered at Tue 24 Nov 11:00');
    expect(await thread('Maya Ortiz')).toEqual([]);
    expect(await shows(day)).toEqual([]);
  });
});
