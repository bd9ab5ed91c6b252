import { Session } from 'node:inspector/promises';

/** The functions that ran, by file of src, with those that have no name. */
export type Ran = ReadonlyMap<string, readonly string[]>;

/** How the test runner hands out an export: a function that only returns it. */
const emptyExport = /^\(\)\s*=>\s*\{\s*(?:try\s*\{\s*)?return [\w$.]+;?\s*\}/;

/**
 * Finds by V8's coverage which files and functions of src run during a journey, without the sandbox and without code at
 * the top of a file.
 */
export async function openCount(): Promise<{
  during(journey: () => Promise<void>): Promise<Ran>;
  close(): Promise<void>;
}> {
  const session = new Session();
  session.connect();
  await session.post('Debugger.enable');
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });

  return {
    async during(journey) {
      await session.post('Profiler.takePreciseCoverage');
      await journey();
      const { result } = await session.post('Profiler.takePreciseCoverage');
      const ran = new Map<string, readonly string[]>();
      for (const { url, scriptId, functions } of result) {
        const [, file] = /\/src\/(?!sandbox\/)(.+\.ts)$/.exec(url) ?? [];
        if (!file) continue;
        const { scriptSource } = await session.post('Debugger.getScriptSource', { scriptId });
        const called = functions.flatMap(({ functionName, ranges: [range] }) => {
          if (!range || range.count === 0 || range.startOffset === 0) return [];
          // Vitest's own getter of an export.
          if (emptyExport.test(scriptSource.slice(range.startOffset, range.endOffset))) return [];
          return [functionName];
        });
        if (called.length > 0) ran.set(file, called);
      }
      return ran;
    },

    async close() {
      await session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}
