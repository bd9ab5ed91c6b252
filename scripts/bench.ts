import { writeFile } from 'node:fs/promises';
import { readArguments, usage } from './bench/arguments.js';
import { buildAll } from './bench/build.js';
import { measured, stagesOf } from './bench/groups.js';
import { load, machineOf, saying } from './bench/machine.js';
import { holds, ratioOf, spreadOf } from './bench/ratio.js';
import type { BenchContext, Row } from './bench/row.js';
import { contradictions } from './bench/said.js';
import { tableOf } from './bench/table.js';
import { startRedis } from './redis.js';

// `npm run bench` measures what the desk takes and costs, against the sandboxes, beside the simplest program that does the
// same. The figures of money are those of the X sandbox's meter, at X's prices.

try {
  process.exitCode = await bench();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function bench(): Promise<number> {
  const given = readArguments(process.argv.slice(2));
  if (given.help) {
    console.log(usage);
    return 0;
  }
  const before = load();
  const startedAt = performance.now();
  await buildAll();
  const redis = await startRedis(process.env, { outlives: 'kill' });
  try {
    const machine = await machineOf(redis.url);
    const rows: Row[] = [];
    for (const stage of stagesOf(given.only)) {
      const found = stage.map((group) => measured(group, contextOf(group, redis.url)));
      rows.push(...(await Promise.all(found)).flat());
    }
    const after = load();
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    console.log(`${tableOf(rows)}\n\n${saying(machine, seconds, before, after)}`);
    if (given.json) {
      const all = rows.map((row) => ({
        ...row,
        ratio: ratioOf(row),
        spread: spreadOf(row),
        holds: holds(row),
      }));
      const { quick } = given;
      const everything = { machine: { ...machine, load: { before, after } }, quick, seconds, rows: all };
      await writeFile(given.json, `${JSON.stringify(everything, null, 2)}\n`);
    }
    // The short year has other days than the one that the guides tell of.
    const wrong = given.quick ? [] : contradictions(rows);
    for (const line of wrong) console.log(line);
    return wrong.length > 0 || rows.some((row) => holds(row) === false) ? 1 : 0;
  } finally {
    await redis.close();
  }

  function contextOf(group: string, redisUrl: string): BenchContext {
    const say = (progress: string) => {
      // Only for somebody who waits: in a file it would stand among what matters.
      if (process.stderr.isTTY) process.stderr.write(`${group}: ${progress}\n`);
    };
    return { redisUrl, quick: given.quick, say };
  }
}
