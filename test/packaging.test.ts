import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv, promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createCharts } from '../src/charts/charts.js';
import { loadDeskFile } from '../src/config/desk-file.js';
import { readEnv } from '../src/config/env.js';
import { deskJsonSchema } from '../src/config/schema/schema.js';
import { timings } from '../src/core/due/timings.js';
import { version } from '../src/version.js';
import { barsOf } from './charts/samples.js';

const root = new URL('../', import.meta.url);
const read = (name: string) => readFile(new URL(name, root), 'utf8');

describe('docker compose', async () => {
  const limits = z.object({ cpus: z.string(), memory: z.string(), pids: z.number() });
  const service = z.object({
    command: z.array(z.string()),
    container_name: z.undefined().optional(),
    environment: z.record(z.string(), z.string()).optional(),
    secrets: z.array(z.object({ source: z.string(), target: z.string() })).optional(),
    profiles: z.array(z.string()).optional(),
    ports: z.array(z.string()).optional(),
    read_only: z.literal(true),
    cap_drop: z.tuple([z.literal('ALL')]),
    security_opt: z.tuple([z.literal('no-new-privileges:true')]),
    volumes: z.array(z.union([z.string(), z.object({ source: z.string(), target: z.string() }).loose()])),
    healthcheck: z.object({ test: z.array(z.string()) }).optional(),
    depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
    stop_grace_period: z.string().optional(),
    deploy: z.object({ resources: z.object({ limits }) }),
    restart: z.literal('unless-stopped'),
  });
  const compose = z.object({
    services: z.object({ valkey: service, slack: service, worker: service, practice: service }).strict(),
    secrets: z.record(z.string(), z.object({ file: z.string() })),
    volumes: z.record(z.string(), z.null()),
  });
  const { services, secrets, volumes } = compose.parse(
    parse(await read('docker-compose.yml'), { merge: true }),
  );
  const { valkey, ...desks } = services;
  const places = ({ volumes: mounted }: (typeof services)['valkey']) =>
    mounted.map((one) => (typeof one === 'string' ? one : `${one.source}:${one.target}`));

  test('Valkey loses no write and evicts nothing, also across restarts', () => {
    const said = valkey.command.join(' ');
    expect(said).toContain('--appendonly yes');
    expect(said).toContain('--appendfsync always');
    expect(said).toContain('--maxmemory-policy noeviction');
    expect(places(valkey)).toContain('redis-data:/data');
    expect(Object.keys(volumes)).toEqual(['erasures', 'redis-data']);
  });

  test.each(Object.keys(desks) as (keyof typeof desks)[])(
    'the %s reads .env as a secret and desk.yaml, waits for Valkey, and writes to no disk but to the file of erasures',
    async (name) => {
      const desk = desks[name];
      expect(desk.secrets).toEqual([{ source: 'env', target: '/app/.env' }]);
      expect(secrets.env).toEqual({ file: './.env' });
      expect(places(desk)).toEqual([
        './desk.yaml:/app/desk.yaml',
        './calendars:/app/calendars:ro',
        'erasures:/erasures',
      ]);
      expect(desk.depends_on).toEqual({ valkey: { condition: 'service_healthy' } });
      expect(valkey.healthcheck?.test.join(' ')).toContain('valkey-cli ping');
      // What the environment says wins over .env: a secret there would be in every list of it.
      const known = Object.keys(parseEnv(await read('.env.example')));
      const set = Object.keys(desk.environment ?? {}).filter((one) => !one.startsWith('PRACTICE_'));
      expect(known).toEqual(expect.arrayContaining(set));
      expect(set.sort()).toEqual(['ERASURES_FILE', 'HEALTH_HOST', 'HEALTH_PORT', 'REDIS_URL']);
      expect(desk.environment).toMatchObject({
        REDIS_URL: 'redis://valkey:6379',
        ERASURES_FILE: '/erasures/erasures.txt',
      });
    },
  );

  test('both halves run unless somebody practises, and any number of each fits beside the others', () => {
    expect(desks.slack).toMatchObject({ command: ['slack'] });
    expect(desks.worker).toMatchObject({ command: ['worker'] });
    for (const half of [desks.slack, desks.worker]) expect(half).not.toHaveProperty('ports');
    expect([desks.slack.profiles, desks.worker.profiles]).toEqual([undefined, undefined]);
    expect(desks.practice).toMatchObject({ command: ['run'], profiles: ['practice'] });
    expect(desks.practice.ports).toEqual(['127.0.0.1:4400:4400']);
  });

  test('each is given longer to end than the desk takes', () => {
    for (const desk of Object.values(desks)) {
      expect(Number.parseInt(desk.stop_grace_period ?? '', 10) * 1000).toBeGreaterThan(timings.closeMs);
    }
  });
});

describe('the units of systemd', async () => {
  const names = ['greeting-desk.service', 'greeting-desk-slack@.service', 'greeting-desk-worker@.service'];
  const units = new Map(
    await Promise.all(names.map(async (name) => [name, await read(`scripts/ops/${name}`)] as const)),
  );
  const settings = (name: string, key: string) =>
    (units.get(name) ?? '')
      .split('\n')
      .flatMap((line) => (line.startsWith(`${key}=`) ? line.slice(key.length + 1) : []));

  test.each([
    ['greeting-desk.service', 'run'],
    ['greeting-desk-slack@.service', 'slack'],
    ['greeting-desk-worker@.service', 'worker'],
  ])('%s runs `%s`, with its secrets from a file of root, and comes back after every end', (name, half) => {
    expect(settings(name, 'ExecStart')).toEqual([
      `greeting-desk ${half} --desk /etc/greeting-desk/desk.yaml --env %d/env`,
    ]);
    expect(settings(name, 'LoadCredential')).toEqual(['env:/etc/greeting-desk/.env']);
    expect(settings(name, 'Restart')).toEqual(['always']);
    expect(settings(name, 'StartLimitIntervalSec')).toEqual(['0']);
    expect(Number(settings(name, 'TimeoutStopSec')[0]) * 1000).toBeGreaterThan(timings.closeMs);
  });

  test('a wrong desk.yaml is refused before anything stops', () => {
    const check = 'greeting-desk check /etc/greeting-desk/desk.yaml';
    for (const name of names) {
      expect(settings(name, 'ExecReload')).toEqual([check, 'kill -TERM $MAINPID']);
      expect(settings(name, 'ExecStartPre')).toEqual([check]);
    }
  });

  test('they differ in nothing but their names, what they run and what they stand against', () => {
    const common = [...units.values()].map((text) =>
      text
        .split('\n')
        .filter((line) => !/^(?:#.*|Description=.*|Conflicts=.*|ExecStart=.*)$/u.test(line))
        .join('\n'),
    );
    expect(new Set(common).size).toBe(1);
    expect(common[0]).toContain('ProtectSystem=strict');
    expect(common[0]).toContain('NoNewPrivileges=yes');
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
    expect(JSON.parse(argumentsOf('ENTRYPOINT') ?? '')).toEqual(['node', bin['greeting-desk']]);
    expect(JSON.parse(argumentsOf('CMD') ?? '')).toEqual(['run']);
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

describe('the package', () => {
  let folder: string;
  let files: readonly string[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'greeting-desk-package-'));
    // What `npm test` has built is packed.
    const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
    const { stdout } = await promisify(execFile)('npm', args, { maxBuffer: 10_000_000 });
    const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
    files = packed.files.map(({ path }) => path);
    await promisify(execFile)('tar', ['-xzf', join(folder, packed.filename), '-C', folder]);
    await symlink(fileURLToPath(new URL('node_modules', root)), join(folder, 'node_modules'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const runs = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['package/dist/cli.js', ...args], { cwd: folder });

  test('has what runs and what an installer copies or reads, and nothing else', async () => {
    const { files: named } = JSON.parse(await read('package.json')) as { files: string[] };
    const among = (path: string) => named.some((one) => path === one || path.startsWith(`${one}/`));
    expect(
      files.filter((path) => !among(path) && !['LICENSE', 'README.md', 'package.json'].includes(path)),
    ).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining([
        ...['.env.example', 'desk.example.yaml', 'desk.schema.json', 'slack-manifest.yaml', 'OPERATE.md'],
        ...['scripts/ops/backup.sh', 'scripts/ops/greeting-desk.service', 'dist/page/index.html'],
      ]),
    );
    expect(files.filter((path) => /^(?:src|test)\/|\.ts$|^\.env$|^desk\.yaml$/u.test(path))).toEqual([]);
  });

  test('runs where it was unpacked: its version, and the check of the example', async () => {
    expect((await runs('--version')).stdout).toBe(`${version}\n`);
    expect((await runs('check', 'package/desk.example.yaml')).stdout).toContain('central: no problems.');
  });

  const draws = (chart: object) => {
    const words = ['--enable-source-maps', 'package/dist/chart-program.js'];
    const drawing = promisify(execFile)(process.execPath, words, { cwd: folder, encoding: 'buffer' });
    drawing.child.stdin?.end(JSON.stringify(chart));
    return drawing;
  };

  test('draws charts there, in a process of its own, with its fonts', async () => {
    const { stdout } = await draws(barsOf({ Question: 3 }));
    // The same picture as from the sources.
    expect(stdout.equals(await createCharts().png(barsOf({ Question: 3 })))).toBe(true);
  });

  test('names the lines of src in its errors', async () => {
    await expect(draws({ kind: 'bars' })).rejects.toThrow(
      / at drawChart \(.*src\/charts\/draw-chart\.ts:\d+/u,
    );
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
      if (value || name === 'LOG_LEVEL' || /_(?:HOST|PORT|URL)$/.test(name)) return [name, value];
      return [name, { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }[name] ?? 'filled'.repeat(6)];
    });
    expect(() => readEnv(example, names)).toThrow('SLACK_BOT_TOKEN is not set');
    expect(() => readEnv(Object.fromEntries(filled), names)).not.toThrow();
  });
});
