import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../../src/sandbox/x/api.js';
import { signInCalls } from '../../../src/sandbox/x/sign-in.js';
import { type Built, buildX } from './build.js';

let built: Built;
beforeAll(async () => {
  built = await buildX();
});
afterAll(() => built.x.close());

test('the coverage list names every route there is, and no other as present', () => {
  const present = built.x.coverage.filter(({ level }) => level !== 'missing').map(({ route }) => route);
  expect(present.sort()).toEqual([...routes.map(({ call }) => call), ...signInCalls].sort());
});

test('every gap has a note', () => {
  const silent = built.x.coverage.filter(({ level, note }) => level !== 'supported' && !note);
  expect(silent).toEqual([]);
});

test('what is listed as missing is not there', async () => {
  for (const { route, level } of built.x.coverage) {
    const [method = '', path = ''] = route.split(' ');
    const { status } = await fetch(built.x.url + path.replace(/:\w+/g, '1'), { method });
    expect([route, status === 404 || status === 405]).toEqual([route, level === 'missing']);
  }
});

test('a known path with another method is a 405', async () => {
  expect((await fetch(`${built.x.url}/2/users/me`, { method: 'DELETE' })).status).toBe(405);
});
