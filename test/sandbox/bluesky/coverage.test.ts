import { expect, test } from 'vitest';
import { methods } from '../../../src/sandbox/bluesky/api.js';
import { built, useBluesky } from './build.js';

useBluesky();

test('the coverage list names every method there is, and no other as present', () => {
  const present = built.bluesky.coverage.filter(({ level }) => level !== 'missing').map(({ route }) => route);
  expect(present.sort()).toEqual(methods.map(({ call }) => call).sort());
});

test('every gap has a note', () => {
  const silent = built.bluesky.coverage.filter(({ level, note }) => level !== 'supported' && !note);
  expect(silent).toEqual([]);
});

test('what is listed as missing is not there', async () => {
  const library = await built.signIn();
  for (const { level, route } of built.bluesky.coverage) {
    const [verb, nsid = ''] = route.split(' ');
    const { status } = await (verb === 'GET' ? library.get(nsid) : library.post(nsid, {}));
    expect([route, status === 501]).toEqual([route, level === 'missing']);
  }
});

test('a method with the other verb is refused, and one that nobody knows asks who calls', async () => {
  const { body } = await built.as().get('com.atproto.repo.putRecord');
  expect(body.message).toBe('Incorrect HTTP method (GET) expected POST');
  expect((await built.as().get('com.example.nothing')).body.error).toBe('AuthMissing');
});
