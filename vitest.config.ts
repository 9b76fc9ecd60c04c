import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/closing-line.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Two cores: files run beside each other, but a browser, a JVM and a host each want one.
    maxWorkers: 2,
    expect: { requireAssertions: false },
  },
});
