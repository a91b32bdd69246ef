import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { defineConfig, type UserWorkspaceConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { doctest, documented } from './doctest.ts';

const source = {
  resolve: { conditions: ['@samenbeeld/source'] },
  ssr: { resolve: { conditions: ['@samenbeeld/source'] } },
};

/**
 * Gives those files that match `who` rooms as users have them: compiled, which `scripts/build.mjs` sees to. To load their
 * sources anew takes longer than many a test. Tests that lie in a room load sources.
 */
const compiled = (who: RegExp): UserWorkspaceConfig => ({
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
        return `${import.meta.dirname}/packages/${room}/${who.test(from) ? 'dist/index.js' : 'src/index.ts'}`;
      },
    },
  ],
});
/** Tests of the house, but for one that takes rooms apart. */
const ofHouse = /^test\/(?!trust\/cache\.slow\.)/u;
const compiledFile = /\/packages\/[\w-]+\/dist\//u;
/** What is compiled is loaded by Node itself. */
const server = { deps: { external: [compiledFile] } };

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
    'trust/answers',
    'test/exercise',
    'every-command',
    'test/report',
    'test/printed',
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
  ...[
    'every-answer',
    'sheets',
    'notebook',
    'bad-input',
    'init',
    'cli',
    'changes',
    'report',
    'catalogue',
  ].map((name) => `test/${name}`),
];
/** Files of a project share their workers, so they come together. */
const projects = ['house', 'apart', 'unit', 'docs', 'slow', 'slow rooms'];

/** One project after another, and in it what takes longest, so that nothing long is left when all else has ended. */
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      const within = at >= 0 ? at : longest.length;
      return (projects.indexOf(project.name) + 1) * (longest.length + 1) + within;
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
    // One more than there are cores: tests wait for commands, browsers and kernels, and each worker loads what it tests anew (of two
    // cores, three workers took 126 s where two took 130 and four 136). Each takes up to a gigabyte.
    maxWorkers: Math.min(availableParallelism() + 1, 6),
    // What was transformed once is not again, by the next project nor in the next run.
    experimental: { fsModuleCache: true, fsModuleCachePath: 'node_modules/.cache/modules' },
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
        ...compiled(ofHouse),
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
        ...compiled(/^test\/|\/dist\//u),
        test: {
          name: 'apart',
          server: { deps: { inline: [compiledFile] } },
          include: [apart],
          expect: { requireAssertions: true },
          benchmark: { include: [] },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        ...compiled(ofHouse),
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
        plugins: [doctest(), ...(compiled(/(?:)/u).plugins ?? [])],
        test: {
          name: 'docs',
          server,
          isolate: false,
          include: documented,
          globalSetup: ['scripts/build.mjs'],
          testTimeout: 30_000,
          benchmark: { include: [] },
        },
      },
    ],
  },
});
