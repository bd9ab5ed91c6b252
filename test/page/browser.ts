import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { findBrowser } from '../../scripts/browser.js';
import { ana, channel, type Scene } from '../e2e/desk.js';

const patienceMs = 25_000;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;

/** Starts Chromium for the file that calls this. Each person in it has a browser context of their own. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
}

async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) {
    throw new Error('There is no Chromium: set CHROMIUM_BIN, or run npm test, which says what to install.');
  }
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const names = `--host-resolver-rules=MAP ${reboundName} 127.0.0.1`;
  return chromium.launch({ executablePath, args: [...args, names] });
}

/** A name that leads to this machine, in this browser, as an attacker's does after DNS rebinding. */
export const reboundName = 'rebound.example';

/** A new person's browser with one address open, whatever it shows. */
export async function openAddress(url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 900, height: 600 } });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

export interface Looking extends BrowserContextOptions {
  readonly as?: string;
  readonly side?: 'slack' | 'x';
  /** Whether the tour is open. By default not. */
  readonly tour?: boolean;
}

/** What one person sees on the page and does there. */
export interface Visitor {
  readonly page: Page;
  readonly slack: Locator;
  readonly x: Locator;
  readonly bluesky: Locator;
  readonly modal: Locator;
  /** The notes at the bottom, which disappear after seconds. */
  readonly toasts: Locator;
  /** The message of somebody's card. */
  card(name: string): Locator;
  /** Presses a button of a card. */
  press(name: string, label: string): Promise<void>;
  pick(name: string, option: string): Promise<void>;
  /** Types at the caret. */
  type(words: string): Promise<void>;
  command(typed: string): Promise<void>;
  /** Fails when axe finds a problem on the page as it is now, or in the part of it that has changed, in light or dark. */
  isAccessible(what: string, part?: string): Promise<void>;
}

/** Opens the page as somebody. `isAccessible` also fails for errors in the page's console. */
export async function visit(
  { sandbox }: Pick<Scene, 'sandbox'>,
  { as = ana, side = 'slack', tour = false, ...context }: Looking = {},
): Promise<Visitor> {
  const opened = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...context,
  });
  opened.setDefaultTimeout(patienceMs);
  const page = await opened.newPage();
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(String(error.stack ?? error)));
  page.on('console', (said) => {
    // The page shows what a control refuses; the browser logs the same as an error.
    if (said.type() === 'error' && !said.text().includes('Failed to load resource')) wrong.push(said.text());
  });
  if (!tour) await page.addInitScript("localStorage.setItem('greeting-desk-tour', 'yes')");
  await page.goto(`${sandbox.controlUrl}/#as=${as}&at=${channel}&side=${side}`);
  await page.locator('body[data-ready]').waitFor();

  const slack = page.getByRole('region', { name: 'Slack', exact: true });
  const modal = slack.getByRole('dialog');
  const card = (name: string) => slack.locator('.place-view .message', { hasText: name });
  return {
    page,
    slack,
    modal,
    x: page.getByRole('region', { name: 'X', exact: true }),
    bluesky: page.getByRole('region', { name: 'Bluesky', exact: true }),
    toasts: page.locator('#toasts'),
    card,
    press: (name, label) => card(name).getByRole('button', { name: label, exact: true }).click(),
    async pick(name, option) {
      await card(name).getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: option }).click();
    },
    type: (words) => page.keyboard.insertText(words),
    async command(typed) {
      await slack.getByRole('combobox', { name: /^Message to/ }).fill(typed);
      await page.keyboard.press('Enter');
    },
    async isAccessible(what, part = 'html') {
      expect(wrong, `errors of the page: ${what}`).toEqual([]);
      if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
      const found = [];
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        // The dark theme differs only in its colours.
        const only = colorScheme === 'dark' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {};
        const how = JSON.stringify({ ...only, resultTypes: ['violations'] });
        const { violations } = (await page.evaluate(`axe.run(${JSON.stringify(part)}, ${how})`)) as {
          violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
        };
        for (const { id, nodes } of violations) {
          const where = nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`);
          found.push({ id, colorScheme, where });
        }
      }
      expect(found, `axe on ${what}`).toEqual([]);
    },
  };
}

/** Waits until it is visible. */
export const sees = (what: Locator): Promise<void> => what.first().waitFor({ timeout: patienceMs });
export const seesNoMore = (what: Locator): Promise<void> =>
  what.first().waitFor({ state: 'hidden', timeout: patienceMs });
