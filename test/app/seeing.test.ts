import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../scripts/redis-process.js';
import { createSeeing } from '../../src/app/seeing.js';
import { timings } from '../../src/core/due/timings.js';
import { fakePorts } from '../fakes/ports.js';
import { keptLog } from '../queue/open-queue.js';

it('a process that only answers people says it, too, when nothing is read of X because no worker runs', async () => {
  const ports = fakePorts({ timings: { ...timings, pollMentionsMs: 0 } });
  const seeing = createSeeing({
    log: keptLog().log,
    sides: () => new Map([[ports.desk.id, ports]]),
    jobs: async () => ({ waiting: 0 }),
    slackConnections: () => 2,
    problems: () => [],
  });
  onTestFinished(() => seeing.close());
  const port = await freePort();
  await seeing.serve({ host: '127.0.0.1', port });
  const ready = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`);
    return [response.status, (await response.text()).split('\n', 1)[0]];
  };
  await expect.poll(ready).toEqual([503, expect.stringMatching(/^central: mentions not read since 20.*Z$/u)]);
});
