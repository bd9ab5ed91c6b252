import { expect, it } from 'vitest';
import { busyDayOptions, playBusyDay } from '../../scripts/demo/busy-day.js';
import type { Ports } from '../../src/ports.js';
import { scene, useScene } from '../e2e/scene.js';
import { untruths } from '../truth/truth.js';
import { sees, useBrowser, visit } from './browser.js';

const served = new Map<string, Ports>();
useScene({
  ...busyDayOptions,
  overrides: {
    ...busyDayOptions.overrides,
    ports: (own) => {
      served.set(own.desk.id, own);
      return own;
    },
  },
});
useBrowser();

interface Measured {
  /** How many messages the channel has, and how high all of them are together (pixels). */
  readonly messages: number;
  readonly height: number;
  /** The part of the window in which the channel is seen. */
  readonly seen: number;
  /** Of each finished card: its name and state, its height in the channel, and in how many lines its text is drawn. */
  readonly finished: readonly {
    readonly said: string;
    readonly height: number;
    readonly lines: readonly number[];
  }[];
  /** The heights of the blocks of finished cards and of open ones. */
  readonly blocks: { readonly finished: readonly number[]; readonly open: readonly number[] };
}

/** Runs in the page. A finished card is known by what it begins with, or says that its post was removed. */
const measure = `(() => {
  const list = document.querySelector('.scroller:has(.message)');
  const all = [...list.querySelectorAll('.message')];
  const textIn = (one) => [...one.querySelectorAll('.section-words > p, .rich > *')];
  const isFinished = (one) => /^(?:✅|▫️) |^A post · removed on X/u.test(textIn(one)[0]?.textContent ?? '');
  const linesOf = (one) => one.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(one).lineHeight);
  const blocks = (one) => [...one.querySelectorAll('.said > :not(.who, .replies)')];
  const heightOf = (one) => {
    const drawn = blocks(one).map((block) => block.getBoundingClientRect());
    return Math.max(...drawn.map(({ bottom }) => bottom)) - Math.min(...drawn.map(({ top }) => top));
  };
  return {
    messages: all.length,
    height: list.scrollHeight,
    seen: list.clientHeight,
    finished: all.filter(isFinished).map((one) => ({
      said: textIn(one)[0].textContent,
      height: one.getBoundingClientRect().height,
      lines: textIn(one).map((text) => Math.round(linesOf(text))),
    })),
    blocks: {
      finished: all.filter(isFinished).map(heightOf),
      open: all.filter((one) => !isFinished(one) && one.querySelector('.context')).map(heightOf),
    },
  };
})()`;

/** Before it was so: 65 messages, 18.2 windows of 800 pixels and 23.8 views of the channel; on the phone 21.3 and 30.8. */
it('a day of 60 mentions, 40 follows and 41 answers is read in ten screens, twenty on a phone', {
  timeout: 240_000,
}, async () => {
  await playBusyDay(scene);
  expect(scene.published('')).toHaveLength(41);
  expect(await untruths([...served.values()], scene.sandbox.slack.snapshot())).toEqual([]);
  for (const { name, width, height, atMost } of [
    { name: '1280 × 800', width: 1280, height: 800, atMost: 10 },
    { name: '390 × 844', width: 390, height: 844, atMost: 20 },
  ]) {
    const isMobile = width < 500;
    const { page, card } = await visit(scene, { viewport: { width, height }, isMobile, hasTouch: isMobile });
    await sees(card('Maya Ortiz'));
    const measured = (await page.evaluate(measure)) as Measured;
    const { finished, blocks } = measured;
    const each = finished.reduce((sum, one) => sum + one.height, 0) / finished.length;
    const screens = measured.height / height;
    console.log(
      `${name}: ${measured.messages} messages in ${screens.toFixed(1)} screens (${(measured.height / measured.seen).toFixed(1)} views of the channel); ` +
        `${finished.length} finished cards, ${(height / each).toFixed(1)} to a screen`,
    );
    expect(finished).toHaveLength(52);
    expect(screens).toBeLessThanOrEqual(atMost);
    expect(Math.min(...blocks.open)).toBeGreaterThan(Math.max(...blocks.finished));
    if (isMobile) continue;
    expect(height / each).toBeGreaterThanOrEqual(8);
    expect(finished.filter(({ lines }) => lines.some((count) => count > 1) || lines.length > 2)).toEqual([]);
  }
});
