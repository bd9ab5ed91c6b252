import { readFileSync } from 'node:fs';

/** Licences that let a library run the desk, and change and pass it on, with what each asks of whoever passes it on. */
const accepted: Readonly<Record<string, string>> = {
  '0BSD': 'nothing',
  MIT: 'its notice',
  ISC: 'its notice',
  'BSD-3-Clause': 'its notice',
  'Apache-2.0': 'its notice, and a word on what was changed',
  'OFL-1.1': 'its notice; a changed font gets another name, and no font is sold by itself',
  'MPL-2.0': 'its notice, and the source of its files where they were changed',
};

interface Licensed {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** Licences that stand in the LICENSE file of a package, but not in its package.json. */
const licenceInFile: Readonly<Record<string, string>> = { 'twitter-text': 'Apache-2.0' };

/** The packages that run with the desk, as package-lock.json pins them, by name. */
function runningPackages(lockFile: string): readonly Licensed[] {
  const { packages } = JSON.parse(lockFile) as {
    packages: Record<string, { version?: string; license?: string; dev?: boolean }>;
  };
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version = '', license }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { name, version, licence: license ?? licenceInFile[name] ?? 'none' };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

const packages = runningPackages(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
for (const { name, version, licence } of packages) console.log(`${licence.padEnd(15)} ${name} ${version}`);
/** One licence, or several that all apply. */
const isAccepted = (licence: string) => licence.split(' AND ').every((one) => one in accepted);
const others = packages.filter(({ licence }) => !isAccepted(licence));
for (const { name, licence } of others) {
  console.error(`${name}: its licence is ${licence}; accepted: ${Object.keys(accepted).join(', ')}.`);
}
console.log(`licences: ${packages.length} packages, ${others.length} not accepted`);
if (others.length > 0) process.exitCode = 1;
