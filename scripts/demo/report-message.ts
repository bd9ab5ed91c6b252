import type { Locator, Page } from 'playwright-core';

/** Asks for the report of the last quarter as a lead, who is on the page; gives its message, with all its charts drawn. */
export async function reportMessage(page: Page): Promise<Locator> {
  await page.getByRole('combobox', { name: /^Message to/ }).fill('/greet report quarter');
  await page.keyboard.press('Enter');
  await page.locator('.whisper', { hasText: 'comes in a private message' }).first().waitFor();
  // A phone shows the list of places behind a button of its own.
  const menu = page.getByRole('button', { name: /places|menu|channels/i });
  if (await menu.first().isVisible()) await menu.first().click();
  await page.getByRole('button', { name: 'Greeting Desk' }).first().click();
  const message = page.locator('.place-view .message', { hasText: 'Report for' }).last();
  await message.locator('img').nth(2).waitFor();
  await page.waitForFunction(
    '[...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0)',
  );
  return message;
}
