import { readFile } from 'node:fs/promises';
import { newFixtureFolder } from '../test/fixtures/version.js';

// Keeps what this version of the desk leaves behind, for all later ones to start over: CONTRIBUTING.md says when.
// `npm run fixture`, or `npm run fixture -- 0.2.0`.

try {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  const folder = newFixtureFolder(process.argv.slice(2), version);
  // Loading the desk takes longer than a refusal.
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
