import type { Reporter, TestModule } from 'vitest/node';

/** Closes the run with one plain line that scripts can read: `N passed, N failed, N skipped`. A run of no test at all has failed. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
      if (module.state() === 'failed' && [...module.children.allTests()].every((test) => test.result().state !== 'failed')) counts.failed += 1;
    }
    const failed = counts.failed + counts.pending + unhandled.length;
    if (counts.passed + failed === 0) process.exitCode = 1;
    console.log(`\n${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`);
  }
}
