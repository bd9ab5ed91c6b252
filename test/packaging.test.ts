import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadDeskFile } from '../src/config/desk-file.js';
import { readEnv } from '../src/config/env.js';
import { deskJsonSchema } from '../src/config/schema/schema.js';

const root = new URL('../', import.meta.url);
const read = (name: string) => readFile(new URL(name, root), 'utf8');

describe('docker compose', async () => {
  const service = z.object({
    command: z.string().optional(),
    env_file: z.string().optional(),
    environment: z.record(z.string(), z.string()).optional(),
    read_only: z.boolean().optional(),
    volumes: z.array(z.string()),
    healthcheck: z.object({ test: z.array(z.string()) }).optional(),
    depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
    restart: z.string(),
  });
  const compose = z.object({ services: z.object({ redis: service, desk: service }) });
  const { redis, desk } = compose.parse(parse(await read('docker-compose.yml'))).services;

  test('Redis loses no write and evicts nothing, also across restarts', () => {
    expect(redis.command).toContain('--appendonly yes');
    expect(redis.command).toContain('--appendfsync always');
    expect(redis.command).toContain('--maxmemory-policy noeviction');
    expect(redis.volumes).toContain('redis-data:/data');
  });

  test('the desk waits until Redis answers', () => {
    expect(redis.healthcheck?.test).toEqual(['CMD', 'redis-cli', 'ping']);
    expect(desk.depends_on).toEqual({ redis: { condition: 'service_healthy' } });
    expect(desk.environment).toMatchObject({ REDIS_URL: 'redis://redis:6379' });
  });

  test('the desk reads .env and desk.yaml, and comes back after a crash', () => {
    expect(desk.env_file).toBe('.env');
    expect(desk.volumes).toContain('./desk.yaml:/app/desk.yaml:ro');
    expect(desk.restart).toBe('unless-stopped');
  });

  test('the desk answers its health check inside the container, and writes to no disk', () => {
    expect(desk.environment).toMatchObject({ HEALTH_PORT: '8080', HEALTH_HOST: '0.0.0.0' });
    expect(desk.read_only).toBe(true);
  });
});

describe('the image', async () => {
  const lines = (await read('Dockerfile')).split('\n');
  const argumentsOf = (word: string) =>
    lines
      .filter((line) => line.startsWith(`${word} `))
      .at(-1)
      ?.slice(word.length + 1);

  test('runs the bin of package.json where compose mounts desk.yaml, and not as root', async () => {
    const { bin } = JSON.parse(await read('package.json'));
    expect(JSON.parse(argumentsOf('CMD') ?? '')).toEqual(['node', bin['greeting-desk'], 'run']);
    expect(argumentsOf('WORKDIR')).toBe('/app');
    expect(argumentsOf('USER')).toBe('node');
  });

  test('stands on Node 24, lets no package run a script while it is installed, and says the lines of src', () => {
    expect(lines.filter((line) => line.startsWith('FROM '))).toEqual([
      'FROM node:24-slim AS build',
      'FROM node:24-slim',
    ]);
    const installs = lines.filter((line) => /npm (ci|install|prune)/.test(line));
    expect(installs.length).toBeGreaterThan(0);
    expect(installs.filter((line) => !line.includes('--ignore-scripts'))).toEqual([]);
    expect(lines.join('\n')).toContain('NODE_OPTIONS=--enable-source-maps');
    expect(JSON.parse(argumentsOf('HEALTHCHECK')?.split(' CMD ')[1] ?? '[]')).toHaveLength(3);
  });

  test('is built from files that its context holds', async () => {
    const held = (await read('.dockerignore')).split('\n').filter((line) => line.startsWith('!'));
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(held.map((line) => line.slice(1)).sort()).toEqual(copied.sort());
  });
});

describe('the examples', () => {
  test('desk.example.yaml passes without a warning and names its schema first', async () => {
    const { desks, warnings } = await loadDeskFile('desk.example.yaml');
    expect(desks.map((desk) => desk.id)).toEqual(['central']);
    expect(warnings).toEqual([]);
    expect(await read('desk.example.yaml')).toMatch(
      /^# yaml-language-server: \$schema=\.\/desk\.schema\.json\n/,
    );
  });

  test('desk.schema.json is what the program checks (npm run schema)', async () => {
    expect(JSON.parse(await read('desk.schema.json'))).toEqual(deskJsonSchema());
  });

  test('.env.example, once filled in, is all that the example desk needs', async () => {
    const example = parseEnv(await read('.env.example'));
    const { desks } = await loadDeskFile('desk.example.yaml');
    const names = desks.map((desk) => desk.account.secrets);
    const filled = Object.entries(example).map(([name, value]) => {
      if (value || ['HEALTH_PORT', 'HEALTH_HOST', 'LOG_LEVEL'].includes(name) || name.endsWith('_URL'))
        return [name, value];
      return [name, { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }[name] ?? 'filled'];
    });
    expect(() => readEnv(example, names)).toThrow('SLACK_BOT_TOKEN is not set');
    expect(() => readEnv(Object.fromEntries(filled), names)).not.toThrow();
  });
});
