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

/** The longest first: proofs that take a minute and more, and tests of the house that take half of one. */
const longest: readonly string[] = [
  ...[
    'installs',
    'notebook',
    'every-answer',
    'determinism',
    'trust/cache',
    'ingest-hostile',
    'judgements',
    'trust/hostile',
    'test/exercise',
    'every-command',
    'test/report',
    'test/decisions',
    'trust/output',
    'test/describe',
    'drafts',
    'anomalies/exercise',
    'anomalies/pks-lost-zeros',
    'real-files',
    'test/resume',
    'trust/load',
    'test/killed',
    'register-worlds',
    'cross-checks',
  ].map((name) => `${name}.slow`),
  ...['every-answer', 'notebook', 'bad-input', 'init', 'cli', 'changes', 'report', 'catalogue'].map(
    (name) => `test/${name}`,
  ),
];
/** Files of a project share their workers, so they come together. */
const projects = ['house', 'apart', 'unit', 'docs', 'slow', 'slow rooms'];

/**
 * One project after another, and in it what takes longest, so that nothing long is left when all else has ended. Of the
 * documented files rooms come first, each behind those that it loads: files share their worker's modules, and a table of
 * contents that something else has loaded before its turn is not read again as a test.
 */
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const most = longest.length + roomsInOrder.length;
    const place = ({ moduleId, project }: TestSpecification): number => {
      const at = roomsInOrder.indexOf(
        relative(import.meta.dirname, moduleId).replaceAll('\\', '/'),
      );
      const first = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      const within = first >= 0 ? first : at >= 0 ? longest.length + at : most;
      return (projects.indexOf(project.name) + 1) * (most + 1) + within;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/** Proofs that take long: `npm run test:slow`. What they hold is held for each change, but not while one waits for it. */
const slow = '**/*.slow.test.ts';
/** Puts something in the place of a room, so that it shares its worker with no other. */
const apart = 'test/release.test.ts';

export default defineConfig({
  test: {
    // Most house tests wait for the command they started.
    maxWorkers: 2,
    sequence: { sequencer: InOrder },
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
          // Files share the modules and the processes that run commands.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [slow, apart],
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
          name: 'apart',
          include: [apart],
          expect: { requireAssertions: true },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        ...compiled,
        test: {
          name: 'slow',
          server,
          // As those of `house`.
          isolate: false,
          include: [`test/${slow}`],
          globalSetup: ['test/build-pictures.ts'],
          expect: { requireAssertions: true },
          testTimeout: 300_000,
          hookTimeout: 300_000,
          benchmark: { include: [] },
        },
      },
      {
        ...source,
        test: {
          name: 'slow rooms',
          // As those of `unit`.
          isolate: false,
          include: [`packages/*/test/${slow}`],
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
