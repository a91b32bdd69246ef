import { defineConfig } from 'vitest/config';
import { doctest, documented } from './doctest.ts';

const source = {
  resolve: { conditions: ['@samenbeeld/source'] },
  ssr: { resolve: { conditions: ['@samenbeeld/source'] } },
};

export default defineConfig({
  test: {
    // Most house tests wait for the command they started.
    maxWorkers: 2,
    projects: [
      {
        ...source,
        test: {
          name: 'unit',
          // Files share their worker's modules: to load them anew for each takes longer than the tests themselves.
          isolate: false,
          include: ['packages/*/test/**/*.test.ts'],
          expect: { requireAssertions: true },
          benchmark: { include: ['packages/*/test/**/*.bench.ts'] },
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        ...source,
        test: {
          name: 'house',
          include: ['test/**/*.test.ts'],
          globalSetup: ['test/build-pictures.ts'],
          expect: { requireAssertions: true },
          benchmark: { include: ['test/**/*.bench.ts'] },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        ...source,
        plugins: [doctest()],
        test: {
          name: 'docs',
          isolate: false,
          include: documented,
          testTimeout: 30_000,
          benchmark: { include: [] },
        },
      },
    ],
  },
});
