import { expect, it, onTestFinished } from 'vitest';
import { createServedDesks } from '../../src/app/served-desks.js';
import { readDeskFile } from '../../src/config/desk-file.js';
import { readEnv } from '../../src/config/env.js';
import { timings } from '../../src/core/due/timings.js';
import { secondMs } from '../../src/core/durations.js';
import { createLog } from '../../src/log.js';
import { backgroundClient } from '../../src/slack/connect/client.js';
import { connectStore } from '../../src/store/redis.js';
import { deskText } from '../config/desk-text.js';
import { fakeClock } from '../fakes/clock.js';

const log = createLog('silent');

/** A desk on Bluesky with the people of another one. */
const sky = (n: number, service = 'https://bsky.social') => `  sky-${n}:
    channel: C0SKY${String(n).padStart(4, '0')}
    like: central
    bluesky: { handle: "library-${n}.example.org", secrets: SKY_${n}, service: "${service}" }
`;

it('desks on Bluesky look every 15 seconds, and less often the more of them ask one server', () => {
  const apart = 'https://pds.example.org';
  const many = Array.from({ length: 50 }, (_, n) => sky(n));
  const { desks } = readDeskFile(deskText() + many.join('') + sky(50, apart), 'desk.yaml');
  const secrets = (network: 'x' | 'bluesky') =>
    desks.filter((desk) => desk.network.id === network).map(({ account }) => account.secrets);
  const given = {
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    ...Object.fromEntries(
      ['APP_KEY', 'APP_SECRET', 'ACCESS_TOKEN', 'ACCESS_SECRET'].map((key) => [`X_MAIN_${key}`, '1']),
    ),
    ...Object.fromEntries(secrets('bluesky').map((name) => [`BLUESKY_${name}_APP_PASSWORD`, '1'])),
  };
  const env = readEnv(given, secrets('x'), secrets('bluesky'));
  // Nothing is asked of it: no desk starts.
  const store = connectStore('redis://127.0.0.1:1', log);
  onTestFinished(() => store.disconnect());
  const shared = {
    ...{ env, store, clock: fakeClock(), timings, log },
    isKnownIncident: () => false,
    ending: new AbortController().signal,
  };
  const { mains } = createServedDesks(desks, shared, backgroundClient(env.slack, timings.slackCallMs, log));
  const everyMs = (id: string) => mains.get(id)?.timings.pollMentionsMs;
  expect(everyMs('central')).toBe(60 * secondMs);
  expect(everyMs('sky-0')).toBe(30 * secondMs);
  expect(everyMs('sky-50')).toBe(15 * secondMs);
});
