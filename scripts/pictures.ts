import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { startScene } from '../test/e2e/desk.js';
import { needBrowser } from './browser.js';
import { blueskyChannel } from './demo/bluesky-town.js';
import { busyDayOptions, playBusyDay } from './demo/busy-day.js';
import { drawDay } from './demo/day-pictures.js';
import { type Page as Demo, startPage } from './demo/page.js';
import { reportMessage } from './demo/report-message.js';
import { startRedis } from './redis.js';

// `npm run pictures` saves screenshots of the main screens in scripts/pictures, and of the channel after a busy day. The
// pictures named `day-before-…` are of the same day as the desk showed it when each card kept its height to the end: they are
// kept, because the code that drew them is gone.

const folder = fileURLToPath(new URL('pictures/', import.meta.url));
const wide: BrowserContextOptions = { viewport: { width: 1280, height: 760 } };
const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 780 },
  isMobile: true,
  hasTouch: true,
};
const polls = { pollMentionsMs: 500, pollFollowersMs: 500, pollOwnPostsMs: 500 };
const undoMs = 11_000;
const [ana, ben, carla] = ['U0ANA0001', 'U0BEN0002', 'U0CARLA03'];

async function pictures(): Promise<void> {
  const executablePath = await needBrowser();
  await mkdir(folder, { recursive: true });
  const redis = await startRedis();
  const demo = await startPage({
    redisUrl: redis.url,
    prefix: `pictures-${process.pid}`,
    timings: polls,
    from: Date.UTC(2026, 2, 10, 9),
    port: 0,
  });
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    await play(demo, browser);
    await playOnBluesky(demo, browser);
    // As high as the message: what is scrolled away is not drawn.
    for (const [name, how] of [
      ['report', { viewport: { width: 1280, height: 2200 } }],
      ['report-phone', { ...phone, viewport: { width: 390, height: 2600 } }],
    ] as const) {
      const page = await open(browser, demo, carla, how);
      await shoot(page, name, await reportMessage(page));
    }
    await playDay(redis.url, browser);
  } finally {
    await browser.close();
    await demo.close();
    await redis.close();
  }
}

/** The channel after 60 mentions, 40 follows and 41 answers. */
async function playDay(redisUrl: string, browser: Browser): Promise<void> {
  const scene = await startScene({ redisUrl, prefix: `pictures-day-${process.pid}`, ...busyDayOptions });
  try {
    await playBusyDay(scene);
    await drawDay(scene, browser, async (name, png) => {
      await writeFile(`${folder}day-${name}.png`, png);
      console.log(`scripts/pictures/day-${name}.png`);
    });
  } finally {
    await scene.end();
  }
}

/** A morning at the desk, one picture after the other. */
async function play(demo: Demo, browser: Browser): Promise<void> {
  const act = (name: string, args: Record<string, unknown>) => demo.sandbox.x.acts[name]?.(args);
  const asked = {
    by: 'maya_reads',
    text: '@centrallibrary Do you have large-print crime novels? My mum can’t get out.',
  };

  const bens = await open(browser, demo, ben, wide);
  await card(bens, 'Leo Brandt').getByRole('button', { name: 'Apologise and ask' }).click();
  await write(bens, 'which lift it was? The part for the big one comes on Thursday.');
  await bens.getByRole('button', { name: 'Send', exact: true }).last().click();
  await bens.getByRole('button', { name: 'Done' }).click();
  await demo.settled();
  demo.sandbox.clock.advance(undoMs);
  await card(bens, 'Leo Brandt').getByText('Ben answered').waitFor();
  await act('post', asked);

  const anas = await open(browser, demo, ana, wide);
  await card(anas, 'Maya Ortiz').getByRole('button', { name: 'Answer', exact: true }).waitFor();
  await shoot(anas, 'card');
  await shoot(await open(browser, demo, ana, { ...wide, colorScheme: 'dark' }), 'card-dark');
  await shoot(await open(browser, demo, ana, phone), 'card-phone');

  await card(anas, 'Maya Ortiz').getByRole('button', { name: 'Answer', exact: true }).click();
  await write(anas, 'yes: 40 at Central, and we post them to people at home. Shall I send the form?');
  await demo.settled();
  await shoot(anas, 'editor');
  await shoot(await open(browser, demo, ana, phone), 'editor-phone');
  await anas.getByRole('button', { name: 'Send', exact: true }).last().click();
  await anas.getByText('Going out at').last().waitFor();
  await shoot(anas, 'undo');
  await anas.getByRole('button', { name: 'Done' }).click();
  await demo.settled();
  demo.sandbox.clock.advance(undoMs);
  await card(anas, 'Maya Ortiz').getByText('Ana answered').waitFor();

  await card(anas, 'Sam Okafor').getByRole('button', { name: 'Greet', exact: true }).click();
  await anas.getByRole('button', { name: 'Open in X' }).first().click();
  await anas
    .getByRole('textbox', { name: 'Your post' })
    .fill('Hi Sam, slugs hate copper tape. The allotment shelf is by the window.');
  await shoot(anas, 'greeting');
  await anas.getByRole('button', { name: 'Close' }).first().click();

  const home = await open(browser, demo, ana, wide);
  await home.getByRole('button', { name: 'Home', exact: true }).click();
  await home.getByText('This week').waitFor();
  await shoot(home, 'home');
  const town = await open(browser, demo, ana, wide);
  await town.getByRole('banner').getByRole('button', { name: 'Outages' }).click();
  await shoot(town, 'outages');
}

/** A question on Bluesky is answered, beside the posts there. */
async function playOnBluesky(demo: Demo, browser: Browser): Promise<void> {
  const onBluesky = async (how: BrowserContextOptions): Promise<Page> => {
    const page = await open(browser, demo, ana, how, `&at=${blueskyChannel.id}&side=x&bluesky=posts`);
    await page.getByRole('region', { name: 'Bluesky' }).getByText('Hi Noor').first().waitFor();
    return page;
  };
  const anas = await open(browser, demo, ana, wide, `&at=${blueskyChannel.id}`);
  await card(anas, 'Noor Haddad').getByRole('button', { name: 'Answer', exact: true }).click();
  await write(anas, 'until midnight from Monday to Thursday, and there is tea.');
  await anas.getByRole('button', { name: 'Send', exact: true }).last().click();
  await anas.getByRole('button', { name: 'Done' }).click();
  await demo.settled();
  demo.sandbox.clock.advance(undoMs);
  await card(anas, 'Noor Haddad').getByText('Ana answered').waitFor();
  await card(anas, 'Noor Haddad').getByText('View reply on Bluesky').click();
  await anas.getByRole('region', { name: 'Bluesky' }).getByText('Hi Noor').first().waitFor();
  await shoot(anas, 'bluesky');
  await shoot(await onBluesky(phone), 'bluesky-phone');
}

const card = (page: Page, name: string) => page.locator('.place-view .message', { hasText: name });

async function write(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your answer' }).waitFor();
  await page.keyboard.insertText(words);
}

/** `more`: what else the address says of what is looked at. */
async function open(
  browser: Browser,
  demo: Demo,
  as: string,
  how: BrowserContextOptions,
  more = '',
): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...how });
  const page = await context.newPage();
  await page.addInitScript("localStorage.setItem('greeting-desk-tour', 'yes')");
  await page.goto(`${demo.url}/#as=${as}${more}`);
  await page.locator('body[data-ready]').waitFor();
  return page;
}

async function shoot(page: Page, name: string, what: Locator | Page = page): Promise<void> {
  // A toast, which disappears after seconds, would stay in the picture.
  await page.evaluate("document.getElementById('toasts').replaceChildren()");
  await what.screenshot({ path: `${folder}${name}.png` });
  console.log(`scripts/pictures/${name}.png`);
}

process.exitCode = await pictures().then(
  () => 0,
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  },
);
