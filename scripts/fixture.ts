import { readFile } from 'node:fs/promises';
import { newFixtureFolder } from '../test/fixtures/version.js';

// Saves what this version of the desk stores, for the tests of all later versions. CONTRIBUTING.md says when.
// `npm run fixture`, or `npm run fixture -- 0.2.0`.

try {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  const folder = newFixtureFolder(process.argv.slice(2), version);
  // After the checks, because loading the desk takes a second.
  const { startRedis } = await import('./redis.js');
  const { writeFixture } = await import('../test/fixtures/write.js');
  const redis = await startRedis();
  try {
    await writeFixture(folder, redis.url);
    console.log(`${folder} is written.`);
  } finally {
    await redis.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
