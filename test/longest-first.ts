import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Parts of paths, slowest first. Files that mostly wait begin first, and the many quick ones come at the end. */
const longest = ['/chaos/chaos', '/chaos/breaks', '/e2e/failover', '/cli/', '/page/', '/e2e/', '/flows/'];

/** Runs slow files first. Vitest itself goes by earlier runs on this machine, and on a fresh one by file size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const at = longest.findIndex((part) => moduleId.includes(part));
  return at < 0 ? longest.length : at;
}
