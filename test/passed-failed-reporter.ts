import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Closes a run with one plain line: `N passed, N failed`. A file that cannot be loaded counts as a failed test. */
export class PassedFailedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const count = (state: string) => states.filter((one) => one === state).length;
    const broken = modules.flatMap((module) => module.errors()).length + unhandledErrors.length;
    const skipped = count('skipped') ? `, ${count('skipped')} skipped` : '';
    console.log(`${count('passed')} passed, ${count('failed') + broken} failed${skipped}`);
  }
}
