import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { findBrowser } from '../../scripts/browser.js';
import { ana, channel, type Scene } from '../e2e/desk.js';

const patienceMs = 15_000;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;

/** The machine's own Chromium; one for the file that calls this, whose people each have a context of their own. */
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
  return chromium.launch({ executablePath, args });
}

export interface Looking extends BrowserContextOptions {
  readonly as?: string;
  readonly side?: 'slack' | 'x';
  /** Whether the tour stands in the way; it does not unless told. */
  readonly tour?: boolean;
}

/** What one person sees of the page, and what they do there. */
export interface Visitor {
  readonly page: Page;
  readonly slack: Locator;
  readonly x: Locator;
  readonly modal: Locator;
  /** What stands at the bottom for a while. */
  readonly toasts: Locator;
  /** The message of somebody's card. */
  card(name: string): Locator;
  /** Presses a button of a card. */
  press(name: string, label: string): Promise<void>;
  pick(name: string, option: string): Promise<void>;
  /** Types where the caret is. */
  type(words: string): Promise<void>;
  command(typed: string): Promise<void>;
  /** Holds that axe finds nothing on what is shown now. */
  isAccessible(what: string): Promise<void>;
}

/** Opens the page as somebody; errors of the page fail whatever waits for it next. */
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
    // What a control refuses is said on the page; the browser notes it as well.
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
    async isAccessible(what) {
      expect(wrong, `errors of the page: ${what}`).toEqual([]);
      await page.evaluate(axe);
      // In the dark only the colours are others.
      const only =
        context.colorScheme === 'dark' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {};
      const how = JSON.stringify({ ...only, resultTypes: ['violations'] });
      const { violations } = (await page.evaluate(`axe.run(${how})`)) as {
        violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
      };
      const found = violations.map(({ id, nodes }) => ({
        id,
        where: nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`),
      }));
      expect(found, `axe on ${what}`).toEqual([]);
    },
  };
}

/** Waits until it is there to be seen. */
export const sees = (what: Locator): Promise<void> => what.first().waitFor({ timeout: patienceMs });
export const seesNoMore = (what: Locator): Promise<void> =>
  what.first().waitFor({ state: 'hidden', timeout: patienceMs });
