import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.js';

const folder = new URL('../../../src/sandbox/page/', import.meta.url);
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(fileURLToPath(folder), join(entry.parentPath, entry.name)).split(sep).join('/'));

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox();
});
afterAll(() => sandbox.close());

test('every file of the page is served as it is, and all together stay under 300 KB compressed', async () => {
  const sizes = await Promise.all(
    files.map(async (file) => {
      const response = await fetch(`${sandbox.controlUrl}/page/${file}`);
      const text = await response.text();
      expect([file, response.status, text]).toEqual([file, 200, readFileSync(new URL(file, folder), 'utf8')]);
      return gzipSync(text).length;
    }),
  );
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(300_000);
});

test('the address itself is the page, which may ask for nothing from elsewhere', async () => {
  const response = await fetch(sandbox.controlUrl);
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
});

test.each(['/page/../control.ts', '/page/%2e%2e/control.ts', '/page/nothing.js', '/page/style', '/page/'])(
  '%s is no file of the page',
  async (path) => {
    expect((await fetch(`${sandbox.controlUrl}${path}`)).status).toBe(404);
  },
);

test('the modules of the page import only each other', () => {
  const modules = files.filter((file) => file.endsWith('.js'));
  const imported = modules.flatMap((file) => {
    const source = readFileSync(new URL(file, folder), 'utf8');
    return [...source.matchAll(/from '([^']+)'/g)].map(
      ([, from = '']) => new URL(from, new URL(file, folder)).pathname,
    );
  });
  const known = modules.map((file) => new URL(file, folder).pathname);
  expect(imported.filter((path) => !known.includes(path))).toEqual([]);
});
