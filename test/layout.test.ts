import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder, importsOf, read, sources } from './sources.js';

const MOST_LINES = 250;
/** Tables and sentences, which are read line by line and may be as long as they are. */
const tables = [
  'scripts/ops/grafana-dashboard.json',
  'src/core/sentences/sentences.ts',
  'src/core/words/dictionary.ts',
  'src/core/words/screen-words.ts',
  'src/sandbox/README.md',
];
const MOST_FILES = 20;
const emptyNames = /^(utils?|helpers?|common|managers?|services?)$/;

const folderOf = (file: string) => posix.dirname(file);

/** The folder of a file of src; a file that stands in src itself counts as a folder of its own. */
const partOf = (file: string) => (folderOf(file) === '.' ? file : folderOf(file));

/** Every circle of folders, as the folders that it passes; `imports` gives the paths that a file imports. */
function circles(files: readonly string[], imports: (file: string) => readonly string[]): string[] {
  const to = new Map<string, Set<string>>();
  for (const file of files) {
    const from = partOf(file);
    const known = to.get(from) ?? new Set();
    for (const one of imports(file)) if (partOf(one) !== from) known.add(partOf(one));
    to.set(from, known);
  }
  const reached = (start: string) => {
    const seen = new Set<string>();
    const next = [start];
    for (let at = next.pop(); at !== undefined; at = next.pop()) {
      for (const one of to.get(at) ?? []) if (!seen.has(one)) next.push(one) && seen.add(one);
    }
    return seen;
  };
  const reach = new Map([...to.keys()].map((part) => [part, reached(part)]));
  const inCircle = [...to.keys()].filter((part) => reach.get(part)?.has(part));
  const groups = inCircle.map((part) =>
    inCircle
      .filter((other) => reach.get(part)?.has(other) && reach.get(other)?.has(part))
      .sort()
      .join(' '),
  );
  return [...new Set(groups)];
}

/** What a file of src imports from src. */
const ours = (file: string) =>
  importsOf(read(`src/${file}`))
    .filter(({ from }) => from.startsWith('.'))
    .map(({ from }) => posix.join(folderOf(file), from).replace(/\.js$/, '.ts'));

/** The folders of src, but for those of the sandbox's page, which is no TypeScript. */
const folders = [...new Set(sources.map(folderOf))].filter((folder) => folder !== '.').sort();

describe('folders', () => {
  it('none of src imports another in a circle, types included', () => {
    expect(circles(sources, ours)).toEqual([]);
  });

  it(`none of src has more than ${MOST_FILES} files`, () => {
    const full = folders
      .map((folder) => ({ folder, files: sources.filter((file) => folderOf(file) === folder).length }))
      .filter(({ files }) => files > MOST_FILES);
    expect(full).toEqual([]);
  });

  it('a test lies where its subject does', () => {
    const rooms = ['charts', 'config', 'core', 'flows', 'ops', 'queue', 'slack', 'store', 'x'];
    const tests = filesUnder('test')
      .map((file) => file.slice('test/'.length))
      .filter((file) => rooms.some((room) => file.startsWith(`${room}/`)));
    const subjectsOf = (test: string) =>
      sources.filter(
        (file) =>
          file.split('/')[0] === test.split('/')[0] &&
          posix.basename(file, '.ts') === posix.basename(test, '.test.ts'),
      );
    const misplaced = tests.filter((test) => {
      const subjects = subjectsOf(test).map(folderOf);
      const isElsewhere = subjects.length > 0 && !subjects.includes(folderOf(test));
      return isElsewhere || !folders.includes(folderOf(test));
    });
    expect(tests.length).toBeGreaterThan(0);
    expect(misplaced).toEqual([]);
  });

  it("CONTRIBUTING's map is the tree as it is", () => {
    const map = read('CONTRIBUTING.md').split('## Where things are')[1]?.split('\n## ')[0] ?? '';
    const named = [...map.matchAll(/^\s*(\S+)\/ {2,}\S/gm)].map(([, folder]) => folder);
    expect(named.toSorted()).toEqual(folders.filter((folder) => !/^sandbox\//.test(folder)));
  });
});

/** What stands in the root because a tool looks for it there, or a reader. */
const rootFiles = [
  ...['.dockerignore', '.env.example', '.git-blame-ignore-revs', '.gitignore', 'Dockerfile', 'LICENSE'],
  ...['CONTRIBUTING.md', 'INSTALL.md', 'OPERATE.md', 'README.md'],
  ...['biome.json', 'package-lock.json', 'package.json', 'tsconfig.json'],
  ...[
    'desk.example.yaml',
    'desk.schema.json',
    'docker-compose.yml',
    'slack-manifest.yaml',
    'vitest.config.ts',
  ],
];

describe('files', () => {
  it('the root has those that a tool or a reader looks for there, and none that a program left', () => {
    const kept = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trimEnd().split('\n');
    expect(kept.filter((file) => !file.includes('/')).toSorted()).toEqual(rootFiles.toSorted());
  });

  it(`none of src or scripts is above ${MOST_LINES} lines, but for tables`, () => {
    const long = [...filesUnder('src'), ...filesUnder('scripts')]
      .filter((file) => !file.endsWith('.png') && !tables.includes(file))
      .map((file) => ({ file, lines: read(file).trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > MOST_LINES)
      .map(({ file, lines }) => `${file} has ${lines} lines`);
    expect(long).toEqual([]);
  });

  it('none has a name that says nothing', () => {
    // The units of systemd have to be called so.
    const says = (path: string) =>
      !path
        .replace(/\.service$/u, '')
        .split(/[/.-]/)
        .some((word) => emptyNames.test(word));
    const files = ['src', 'scripts', 'test'].flatMap(filesUnder);
    expect(files.filter((file) => !says(file))).toEqual([]);
  });
});

describe('the search for circles', () => {
  const found = (graph: Readonly<Record<string, readonly string[]>>) =>
    circles(Object.keys(graph), (file) => graph[file] ?? []);

  it('finds one of two folders, and one over a third', () => {
    expect(found({ 'a/one.ts': ['b/one.ts'], 'b/two.ts': ['a/two.ts'] })).toEqual(['a b']);
    expect(found({ 'a/1.ts': ['b/1.ts'], 'b/1.ts': ['a/c/1.ts'], 'a/c/1.ts': ['a/2.ts'] })).toEqual([
      'a a/c b',
    ]);
  });

  it('lets files of one folder import each other, and a folder import another one', () => {
    expect(found({ 'a/one.ts': ['a/two.ts', 'b/one.ts'], 'a/two.ts': ['a/one.ts'], 'b/one.ts': [] })).toEqual(
      [],
    );
  });
});
