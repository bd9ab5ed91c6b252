import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ConfigError } from '../../../src/errors.js';
import { forgetChecks } from '../../../src/ops/doctor/forget-checks.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greeting-desk-erasures-'));
});
afterEach(() => rm(folder, { recursive: true }));

const examine = (given: Partial<Parameters<typeof forgetChecks>[0]> = {}) =>
  forgetChecks({ hasKey: true, path: join(folder, 'erasures.txt'), checkKey: [], ...given });

it('without a key nobody can be forgotten, which is worth a thought', async () => {
  expect(await examine({ hasKey: false })).toMatchObject([
    { id: 'forget.key', mark: 'note', fix: expect.stringContaining('Set FORGET_KEY in .env') },
  ]);
});

it('a file that is not there yet is fine, and is not made', async () => {
  expect((await examine()).map(({ id, mark }) => `${id} ${mark}`)).toEqual([
    'forget.key ok',
    'forget.file ok',
  ]);
  expect(await readdir(folder)).toEqual([]);
});

it('a file that is there is fine', async () => {
  await writeFile(join(folder, 'erasures.txt'), '');
  expect((await examine())[1]).toMatchObject({
    mark: 'ok',
    found: expect.stringContaining('read and written'),
  });
});

it.each([
  ['in a folder that is not there', 'none/erasures.txt', 'its folder is not there'],
  ['that is a folder', 'erasures', 'it is a folder'],
])('a file %s is wrong', async (_what, name, code) => {
  await mkdir(join(folder, 'erasures'));
  expect((await examine({ path: join(folder, name) }))[1]).toMatchObject({
    id: 'forget.file',
    mark: 'wrong',
    found: expect.stringContaining(`cannot be written (${code})`),
  });
});

it('another key than the one under which people were forgotten is wrong', async () => {
  const another = async () => {
    throw new ConfigError(['People asked to be forgotten by desk central, and FORGET_KEY is another one.']);
  };
  expect(await examine({ checkKey: [async () => {}, another] })).toMatchObject([
    { id: 'forget.key', mark: 'wrong', found: expect.stringContaining('is another one') },
  ]);
});

it('a Redis that is away says nothing of the key', async () => {
  const away = async () => {
    throw new Error('Connection is closed.');
  };
  expect((await examine({ checkKey: [away] }))[0]).toMatchObject({ id: 'forget.key', mark: 'ok' });
});
