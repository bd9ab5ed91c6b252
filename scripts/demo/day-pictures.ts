import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { ana, channel, type Scene } from '../../test/e2e/desk.js';

const screens: readonly { readonly name: string; readonly how: BrowserContextOptions }[] = [
  { name: '', how: { viewport: { width: 1280, height: 800 } } },
  { name: '-phone', how: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } },
];
const sheetWidth = 1280;
/** One screen of the channel on the sheet is this wide (pixels). */
const shownWidth = 196;

/** The list of the channel's messages, in the page. */
export const listNode = "document.querySelector('.scroller:has(.message)')";

/**
 * Pictures of a day's channel at 1280 × 800 and 390 × 844, each twice: as one sees it, scrolled to the middle of the day, and
 * as a sheet of all its screens, one beside the other. `save` is given the name of each.
 */
export async function drawDay(
  { sandbox }: Pick<Scene, 'sandbox'>,
  browser: Browser,
  save: (name: string, png: Buffer) => Promise<void>,
): Promise<void> {
  for (const { name, how } of screens) {
    const { page, list } = await openDay(browser, sandbox.controlUrl, how);
    await page.evaluate(`(${listNode}).scrollTop = (${listNode}).scrollHeight / 2`);
    await save(`screen${name}`, await page.screenshot());
    await save(`sheet${name}`, await sheetOf(browser, page, list));
    await page.context().close();
  }
}

/** The channel as Ana sees it, with all its messages drawn. */
export async function openDay(
  browser: Browser,
  url: string,
  how: BrowserContextOptions,
): Promise<{ readonly page: Page; readonly list: Locator }> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...how });
  const page = await context.newPage();
  await page.addInitScript("localStorage.setItem('greeting-desk-tour', 'yes')");
  await page.goto(`${url}/#as=${ana}&at=${channel}&side=slack`);
  await page.locator('body[data-ready]').waitFor();
  const list = page.locator('.scroller:has(.message)');
  await list.waitFor();
  return { page, list };
}

/** All screens of a list, small, in rows. */
async function sheetOf(browser: Browser, page: Page, list: Locator): Promise<Buffer> {
  const { width, height } = (await list.boundingBox()) ?? { width: 1, height: 1 };
  const shown: string[] = [];
  const all = Number(await page.evaluate(`(${listNode}).scrollHeight`));
  for (let top = 0; top < all; top += height) {
    await page.evaluate(`(${listNode}).scrollTop = ${top}`);
    // The last screen can't be scrolled to its top: what it shows again is cut off above.
    const over = Math.max(0, top + height - all);
    const png = await list.screenshot();
    shown.push(
      `<i><img src="data:image/png;base64,${png.toString('base64')}" style="margin-top:${-over}px"></i>`,
    );
  }
  const zoom = shownWidth / width;
  const sheet = await browser.newPage({ viewport: { width: sheetWidth, height: 100 } });
  await sheet.setContent(`<style>
    body { margin: 0; padding: 14px; background: #dddbd4; display: flex; flex-wrap: wrap; gap: 14px; }
    i { display: block; overflow: hidden; background: #fff; zoom: ${zoom}; width: ${width}px; height: ${height}px; }
    img { display: block; width: ${width}px; }
  </style>${shown.join('')}`);
  const png = await sheet.screenshot({ fullPage: true });
  await sheet.close();
  return png;
}
