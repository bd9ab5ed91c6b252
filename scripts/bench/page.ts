import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { needBrowser } from '../browser.js';
import { fromRounds } from './ratio.js';
import type { BenchContext, Round, Row } from './row.js';

const ana = 'U0ANA0001';
const channel = 'C0XDESK01';
/** How many messages are there when the page is opened: about a day's. */
const messages = 50;

/** The sandboxes' page in Chromium: how soon it is there, and how soon it shows what has happened. */
export async function pageRows({ quick, say }: BenchContext): Promise<readonly Row[]> {
  const executablePath = await needBrowser();
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  const sandbox = await createSandbox();
  const bare = await servePage(bareText);
  try {
    for (let n = 1; n <= messages; n++) await write(sandbox, `Note ${n} for whoever is on shift`);
    const rounds = quick ? 5 : 15;
    const [paints, updates]: [Round[], Round[]] = [[], []];
    // The first of each warms the browser up.
    for (let round = 0; round <= rounds; round++) {
      say(`round ${round} of ${rounds}`);
      const paint = {
        measured: await firstPaint(browser, pageOf(sandbox)),
        baseline: await firstPaint(browser, bare.url),
      };
      const update = {
        measured: await untilShown(browser, pageOf(sandbox)),
        baseline: await untilShown(browser, `${sandbox.controlUrl}/bare`, bareFeed),
      };
      if (round > 0) paints.push(paint) && updates.push(update);
    }
    return [
      {
        ...{
          group: 'page',
          row: 'the page of the sandboxes: opened until the first paint (FCP)',
          unit: 'ms',
        },
        ...fromRounds(paints, 'a page of one sentence'),
      },
      {
        ...{ group: 'page', row: '… a message is sent until it stands on the page', unit: 'ms' },
        ...fromRounds(updates, 'the same event on a bare page'),
      },
    ];
  } finally {
    await browser.close();
    await sandbox.close();
    await bare.close();
  }
}

const pageOf = ({ controlUrl }: Sandbox) => `${controlUrl}/#as=${ana}&at=${channel}&side=slack`;

const write = async ({ slack }: Sandbox, text: string) => slack.acts.say?.({ user: ana, channel, text });

const head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title>';
const bareText = `${head}<p>The library is open.</p></html>`;
/** The least that shows what the feed of the sandboxes brings. */
const bareFeed = `${head}<body><pre></pre><script>
new EventSource('/scene').onmessage = ({ data }) => {
  document.querySelector('pre').textContent = data;
  document.body.dataset.ready = 'yes';
};
</script></body></html>`;

async function servePage(html: string) {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** From the beginning of the navigation, in a browser context without a cache (ms). */
const firstPaint = (browser: Browser, url: string): Promise<number> =>
  inNewPage(browser, url, undefined, (page) =>
    page.evaluate<number>(`new Promise((painted) => new PerformanceObserver((list, observer) => {
      const [first] = list.getEntriesByName('first-contentful-paint');
      if (first) { observer.disconnect(); painted(first.startTime); }
    }).observe({ type: 'paint', buffered: true }))`),
  );

/** From a person's act, in the page itself, until the words of it are in the page's document (ms). */
const untilShown = (browser: Browser, url: string, html?: string): Promise<number> =>
  inNewPage(browser, url, html, async (page) => {
    await page.locator('body[data-ready]').waitFor();
    const words = `Seen at ${performance.now()}?`;
    const body = JSON.stringify({ user: ana, channel, text: words });
    return page.evaluate<number>(`new Promise((shown) => {
      const from = performance.now();
      const observer = new MutationObserver(() => {
        if (!document.body.textContent.includes(${JSON.stringify(words)})) return;
        observer.disconnect();
        shown(performance.now() - from);
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      fetch('/slack/say', { method: 'POST', body: ${JSON.stringify(body)} });
    })`);
  });

/** Opens an address in a context of its own; where `html` is given, that stands there. */
async function inNewPage<T>(
  browser: Browser,
  url: string,
  html: string | undefined,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.addInitScript("localStorage.setItem('greeting-desk-tour', 'yes')");
    if (html !== undefined)
      await page.route(url, (route) => route.fulfill({ body: html, contentType: 'text/html' }));
    await page.goto(url);
    return await look(page);
  } finally {
    await context.close();
  }
}
