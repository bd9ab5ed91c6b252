import { setTimeout as wait } from 'node:timers/promises';
import type { Block } from '@slack/web-api';
import { secondMs } from '../../core/durations.js';
import { withoutPictures } from '../parts/pictures.js';
import { isFileRefused, isPictureRefused } from './faults.js';

/**
 * How long to wait before each further try to show a file that was uploaded (ms). Slack looks it through first, and says
 * nothing but that the file is invalid; to ask for its state would need another scope.
 * https://github.com/slackapi/java-slack-sdk/issues/1349
 */
const fileWaitsMs: readonly number[] = [0.5, 1, 2, 4].map((seconds) => seconds * secondMs);

/**
 * Makes a call that shows something; again while Slack still looks an uploaded picture through, and at last without pictures
 * where Slack can't load one of them: each call before took no effect. `picturesRefused` says that it was so.
 */
export async function withPictures<Shown extends { readonly blocks: readonly Block[] }, Answer>(
  shown: Shown,
  call: (shown: Shown) => Promise<Answer>,
): Promise<{ readonly answer: Answer; readonly picturesRefused?: true }> {
  for (const waitMs of [...fileWaitsMs, 0]) {
    try {
      return { answer: await call(shown) };
    } catch (fault) {
      if (!isFileRefused(fault)) {
        if (!isPictureRefused(fault)) throw fault;
        break;
      }
    }
    await wait(waitMs);
  }
  return { answer: await call(withoutPictures(shown)), picturesRefused: true };
}
