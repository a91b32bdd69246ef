import { relative } from 'node:path';
import { defineConfig, type UserWorkspaceConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { doctest, documented, roomsInOrder } from './doctest.ts';

const source = {
  resolve: { conditions: ['@samenbeeld/source'] },
  ssr: { resolve: { conditions: ['@samenbeeld/source'] } },
};

/** Tests of the house that take a room apart, or put something in the place of one. */
const takesApart = /^test\/(?:release|trust\/cache\.slow)\.test\.ts$/u;

/**
 * Tests of the house load rooms as users do: compiled, which `test/build-pictures.ts` sees to. To load their sources anew for
 * each of these files takes longer than many a test. Tests that lie in a room load sources.
 */
const compiled: UserWorkspaceConfig = {
  plugins: [
    {
      name: 'compiled',
      enforce: 'pre',
      resolveId(name, importer = '') {
        const [, named] =
          /^(?:@samenbeeld\/|(?:\.\.\/)+packages\/)([\w-]+)(?:\/src\/index\.ts)?$/u.exec(name) ??
          [];
        const room = name === 'samenbeeld' ? 'cli' : named;
        if (room === undefined) return null;
        const from = relative(import.meta.dirname, importer).replaceAll('\\', '/');
        const isCompiled = from.startsWith('test/') && !takesApart.test(from);
        return `${import.meta.dirname}/packages/${room}/${isCompiled ? 'dist/index.js' : 'src/index.ts'}`;
      },
    },
  ],
};
/** What is compiled is loaded by Node itself. */
const server = { deps: { external: [/\/packages\/[\w-]+\/dist\//u] } };

/** Proofs that take a minute and more, the longest first. */
const longest: readonly string[] = [
  'installs',
  'notebook',
  'judgements',
  'trust/cache',
  'test/decisions',
  'trust/hostile',
  'test/exercise',
  'test/describe',
  'trust/output',
  'ingest-hostile',
  'anomalies/exercise',
  'anomalies/pks-lost-zeros',
  'real-files',
  'determinism',
  'cross-checks',
];

/**
 * Rooms first, each behind those that it loads: files share their worker's modules, and a table of contents that something
 * else has loaded before its turn is not read again as a test.
 */
class RoomsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = roomsInOrder.indexOf(
        relative(import.meta.dirname, moduleId).replaceAll('\\', '/'),
      );
      // What takes longest begins first, so that nothing long is left when all else has ended.
      const first = longest.findIndex((name) => moduleId.endsWith(`/${name}.slow.test.ts`));
      if (first >= 0) return first - longest.length;
      return at < 0 ? roomsInOrder.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/** Proofs that take long: `npm run test:slow`. What they hold is held for each change, but not while one waits for it. */
const slow = '**/*.slow.test.ts';

export default defineConfig({
  test: {
    // Most house tests wait for the command they started.
    maxWorkers: 2,
    sequence: { sequencer: RoomsFirst },
    projects: [
      {
        ...source,
        test: {
          name: 'unit',
          // Files share their worker's modules: to load them anew for each takes longer than the tests themselves.
          isolate: false,
          include: ['packages/*/test/**/*.test.ts'],
          exclude: [slow],
          expect: { requireAssertions: true },
          benchmark: { include: ['packages/*/test/**/*.bench.ts'] },
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        ...compiled,
        test: {
          name: 'house',
          server,
          include: ['test/**/*.test.ts'],
          exclude: [slow],
          globalSetup: ['test/build-pictures.ts'],
          expect: { requireAssertions: true },
          benchmark: { include: ['test/**/*.bench.ts'] },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        ...compiled,
        test: {
          name: 'slow',
          server,
          include: [slow],
          exclude: ['**/node_modules/**'],
          globalSetup: ['test/build-pictures.ts'],
          expect: { requireAssertions: true },
          testTimeout: 300_000,
          hookTimeout: 300_000,
          benchmark: { include: [] },
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
