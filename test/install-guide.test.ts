import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const root = new URL('../', import.meta.url);
const read = (file: string | URL) => readFile(new URL(file, root), 'utf8');

const guide = await read('INSTALL.md');
const [, chapter = ''] =
  /\n## From nothing to the first practice card\n([\s\S]*?)(?:\n## |$)/.exec(guide) ?? [];
const steps = [...chapter.matchAll(/^(\d+)\. (.*)$/gm)].map(([, number, step = '']) => ({
  number: Number(number),
  step,
}));
const pasted = [...chapter.matchAll(/\(Pasted: (\d+)\)/g)].map(([, number]) => Number(number));
const upTo = (most: number) => Array.from({ length: most }, (_, at) => at + 1);

it('the first practice card is at most 40 clicks and 8 pasted values away, each of them numbered', () => {
  expect(steps.map(({ number }) => number)).toEqual(upTo(steps.length));
  expect(steps.length).toBeLessThanOrEqual(40);
  expect(pasted).toEqual(upTo(pasted.length));
  expect(pasted.length).toBeLessThanOrEqual(8);
  expect(chapter).toContain(`${steps.length} clicks or keys and ${pasted.length} pasted values`);
});

it('what the guide says of a question of init is what init asks, on Bluesky too', async () => {
  const [, onBluesky = ''] = /\n## Bluesky\n([\s\S]*?)\n\*\*Beside a desk on X/.exec(guide) ?? [];
  const live = [...onBluesky.matchAll(/^(\d+)\. (.*)$/gm)].map(([, number, step = '']) => ({
    number: Number(number),
    step,
  }));
  expect(live.map(({ number }) => number)).toEqual(upTo(12));
  const asked = [...steps.slice(25, 35), ...live.slice(7, 10)].flatMap(({ step }) =>
    [...step.matchAll(/\*([^*]+)\*/g)].map(([, words = '']) => words),
  );
  expect(asked).toContain('Which network is the desk for?');
  expect(asked).toContain('App password');
  const folder = new URL('src/cli/init/', root);
  const files = (await readdir(folder)).map((name) => read(new URL(name, folder)));
  const said = (await Promise.all(files)).join('').replaceAll('${network}', 'Bluesky');
  expect(asked.filter((words) => !said.includes(words))).toEqual([]);
});

/** The anchors of a guide's headings, as GitHub makes them. */
const anchorsOf = (text: string) =>
  [...text.replaceAll(/```.*?```/gs, '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );

it.each(['README.md', 'INSTALL.md', 'OPERATE.md', 'CONTRIBUTING.md', 'src/sandbox/README.md'])(
  'each link and picture of %s leads to a file, and to a heading, that is there',
  async (name) => {
    const here = new URL(name, root);
    const text = await read(here);
    const links = [...text.matchAll(/\]\((?!https?:)([^)]+)\)|src="([^"]+)"/g)].map(
      ([, link, picture]) => link ?? picture ?? '',
    );
    const broken = links.map(async (link) => {
      const { hash, pathname } = new URL(link, here);
      const file = new URL(pathname, root);
      if (!existsSync(file)) return [link];
      return hash === '' || anchorsOf(await read(file)).includes(hash.slice(1)) ? [] : [link];
    });
    expect((await Promise.all(broken)).flat()).toEqual([]);
  },
);
