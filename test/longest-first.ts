import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Parts of paths, the longest runs first. What waits most begins first, and the many short files fill the gaps. */
const longest = ['/chaos/chaos', '/chaos/breaks', '/e2e/failover', '/cli/', '/page/', '/e2e/', '/flows/'];

/** Vitest knows how long a file takes once it has run it here; on a fresh machine it would go by size. */
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
