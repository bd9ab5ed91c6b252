import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** All files under a folder of the project, as sorted paths from its root. */
export function filesUnder(folder: string): string[] {
  return readdirSync(`${root}/${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, `${entry.parentPath}/${entry.name}`).split(sep).join('/'))
    .sort();
}

export const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');

/** The TypeScript files of src, as paths inside it. */
export const sources = filesUnder('src')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice('src/'.length));

const STATIC = /^[ \t]*(?:import|export)\s+(type\s)?[\w$\s{},*]*?\bfrom\s*['"]([^'"]+)['"]/gm;
const FOR_EFFECT = /^[ \t]*import\s*['"]([^'"]+)['"]/gm;
const CALLED = /(?<![\w$.])(?:import|require)\(\s*(?:(['"`])([^'"`$]+)\1\s*\))?/gm;

/** The imports of a source, with those of types and dynamic ones. */
export function importsOf(source: string): Import[] {
  const named = [...source.matchAll(STATIC)].map(([, type, from = '']) => ({
    from,
    typeOnly: type !== undefined,
  }));
  const forEffect = [...source.matchAll(FOR_EFFECT)].map(([, from = '']) => ({ from, typeOnly: false }));
  const called = [...source.matchAll(CALLED)].map(([, , from = 'a computed name']) => ({
    from,
    typeOnly: false,
  }));
  return [...named, ...forEffect, ...called];
}
