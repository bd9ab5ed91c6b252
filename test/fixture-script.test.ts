import { describe, expect, it } from 'vitest';
import { newFixtureFolder } from './fixtures/version.js';

describe('npm run fixture', () => {
  it.each([
    [['9.8.7'], '9.8.7'],
    [[], '9.9.9'],
  ])('with %j writes a folder of its own, by default for the version of package.json', (words, version) => {
    expect(newFixtureFolder(words, '9.9.9')).toBe(`test/fixtures/${version}`);
  });

  it.each([[['0.1.0']], [[]]])('with %j never writes a fixture again', (words) => {
    expect(() => newFixtureFolder(words, '0.1.0')).toThrow('test/fixtures/0.1.0 is there already');
  });

  it.each([[['v0.2']], [['../0.2.0']], [['']], [['0.2.0', '0.3.0']]])('refuses %j', (words) => {
    expect(() => newFixtureFolder(words, '9.9.9')).toThrow(
      `Found '${words.join(' ')}'; allowed: one version of three numbers, as in npm run fixture -- 9.9.9.`,
    );
  });
});
