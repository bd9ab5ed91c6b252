import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser, needBrowser } from '../scripts/browser.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greeting-desk-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('the browser is what CHROMIUM_BIN names, else the first that PATH has', async () => {
  const chrome = join(folder, 'google-chrome');
  await writeFile(chrome, '#!/bin/sh\n');
  await chmod(chrome, 0o755);
  expect(findBrowser({ PATH: `/nowhere:${folder}` })).toBe(chrome);
  expect(findBrowser({ PATH: folder, CHROMIUM_BIN: '/opt/chromium' })).toBe('/opt/chromium');
  expect(await needBrowser({ PATH: folder })).toBe(chrome);
});

it('where there is none and none can be installed, one line says what to install', async () => {
  const failing = async () => {
    throw new Error('only root on Debian or Ubuntu can');
  };
  await expect(needBrowser({ PATH: '/nowhere' }, failing)).rejects.toThrow(
    /^There is no Chromium: set CHROMIUM_BIN, or install one \(macOS: .*; Debian, Ubuntu: apt-get install chromium .*\)\. Installing one failed: only root on Debian or Ubuntu can$/,
  );
});
