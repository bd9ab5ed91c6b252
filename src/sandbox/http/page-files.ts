import { readFile } from 'node:fs/promises';
import type { Answer } from './http.js';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json; charset=utf-8',
};

/** The page asks for nothing from elsewhere, and nobody may frame it. */
const policy =
  "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A file of the page by its path in the page's folder; undefined when there is none. */
export async function pageFile(folder: URL, path: string): Promise<Answer | undefined> {
  const [, extension = ''] = /^(?:[a-z0-9-]+\/)*[a-z0-9-]+\.([a-z]+)$/.exec(path) ?? [];
  const type = types[extension];
  if (!type) return undefined;
  try {
    const body = await readFile(new URL(path, folder), 'utf8');
    const headers = { 'content-type': type, 'cache-control': 'no-cache', 'content-security-policy': policy };
    return { status: 200, headers, body };
  } catch {
    return undefined;
  }
}
