import { cp, readFile, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

// `npm run build` bundles the program into `dist`, with the packages that it uses. A process of some files starts in half the
// time that it takes with a thousand, and needs a tenth less memory. `npm run types` checks the types.

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = `${root}dist`;

/** What is found at run time: a program for the machine, data of a package, or what need not be there. */
const external = [
  ...['@resvg/resvg-js', '@expo-google-fonts/open-sans'],
  ...['bufferutil', 'msgpackr-extract', 'utf-8-validate'],
];

/**
 * The end of a package's file that says of all of it that it is the first line: maps of each place in each package would take
 * 15 MB in a process that reads them.
 */
function mapped(path: string): string {
  const map = JSON.stringify({ version: 3, sources: [basename(path)], mappings: 'AAAA' });
  return `\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}`;
}

/**
 * A file with escapes for all but ASCII: V8 keeps it in two bytes a character as soon as one of them is no Latin letter. A backslash
 * before such a character means nothing, and would take the escape for itself.
 */
const inAscii = (text: string): string =>
  text.replace(
    /(\\*)([^\0-\x7f])/g,
    (_, before: string, unit: string) =>
      `${before.slice(before.length % 2)}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Files as they are bundled: in ASCII, and only our own with a map of each place in them. */
const sources: Plugin = {
  name: 'sources',
  setup({ onLoad }) {
    onLoad({ filter: /\.(?:ts|m?js|cjs)$/ }, async ({ path }) => {
      const text = inAscii(await readFile(path, 'utf8'));
      return path.endsWith('.ts')
        ? { contents: text, loader: 'ts' }
        : { contents: text + mapped(path), loader: 'js' };
    });
  },
};

/** A package with the name of a module of Node, which Node has deprecated and warns of outside of packages. */
const ownPunycode: Plugin = {
  name: 'own-punycode',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^punycode$/ }, ({ kind, resolveDir }) => resolve('punycode/', { kind, resolveDir }));
  },
};

/** What Bolt needs to take events over HTTP, a web server of sixty packages: the desk hears Slack over Socket Mode alone. */
const withoutWebServer: Plugin = {
  name: 'without-web-server',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^(?:express|raw-body)$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: `module.exports = () => { throw new Error('${path} is left out of this program'); };`,
    }));
  },
};

await rm(outdir, { recursive: true, force: true });
await build({
  // Threads and processes of their own are started by their files.
  entryPoints: {
    cli: 'src/cli.ts',
    'calendar-worker': 'src/config/calendar/calendar-worker.ts',
    'chart-program': 'src/charts/chart-program.ts',
  },
  absWorkingDir: root,
  outdir,
  external,
  plugins: [sources, ownPunycode, withoutWebServer],
  ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20.19' },
  // Names stay, because errors name them.
  ...{ minifyWhitespace: true, minifySyntax: true },
  ...{ sourcemap: 'linked', sourcesContent: false, legalComments: 'linked', logLevel: 'warning' },
  // CommonJS packages call `require` for what belongs to Node.
  banner: {
    js: "import{createRequire as requireOf}from'node:module';const require=requireOf(import.meta.url);",
  },
});
await cp(`${root}src/sandbox/page`, `${outdir}/page`, { recursive: true });
