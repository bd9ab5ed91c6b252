import { expect, test } from 'vitest';
import { built, library, refusal, useX } from '../build.js';

useX();

test('a time before the 6th of November 2010 is refused in X’s words, and that moment itself is taken', async () => {
  const read = (start_time: string) => built.client().v2.get(`users/${library.id}/mentions`, { start_time });
  const { code, data } = await refusal(read('2010-11-05T23:59:59Z'));
  expect([code, data.errors]).toEqual([
    400,
    [
      {
        parameters: { start_time: ['2010-11-05T23:59Z'] },
        message:
          "Invalid 'start_time':'2010-11-05T23:59Z'. 'start_time' must be on or after 2010-11-06T00:00Z",
      },
    ],
  ]);
  await read('2010-11-06T00:00:00Z');
});
