import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { costRows } from './bench/costs.js';
import { holds, tableOf } from './bench/table.js';
import { startRedis } from './redis.js';

// `npm run bench` measures what the desk costs, against the sandboxes, and says what is promised. The figures of money are
// those of the X sandbox's meter, at X's prices.

const { values: given } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
});

const startedAt = performance.now();
const redis = await startRedis(process.env, { outlives: 'kill' });
try {
  const rows = await costRows(redis.url, given);
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  const [cpu] = cpus();
  const machine = {
    node: process.version,
    cores: cpus().length,
    cpu: cpu?.model ?? '',
    memoryBytes: totalmem(),
  };
  console.log(tableOf(rows));
  console.log(`\n${machine.cores} cores (${machine.cpu}), Node ${machine.node}, ${seconds} s`);
  if (given.json) {
    const all = rows.map((one) => ({ ...one, holds: holds(one) }));
    await writeFile(
      given.json,
      `${JSON.stringify({ machine, quick: given.quick, seconds, rows: all }, null, 2)}\n`,
    );
  }
  if (rows.some((one) => holds(one) === false)) process.exitCode = 1;
} finally {
  await redis.close();
}
