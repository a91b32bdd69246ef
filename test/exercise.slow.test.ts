import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, openEngine } from '@samenbeeld/engine';
import {
  type ExerciseWorld,
  generateExercise,
  type Truth,
  writeExerciseFiles,
} from '@samenbeeld/exercise';
import { type IngestResult, ingest, loadSource } from '@samenbeeld/ingest';
import { type DoubleReport, eventTotals, findDoubleReports } from '@samenbeeld/merge';
import {
  type Decision,
  type JointTotal,
  type MemberTotal,
  missingHasReason,
  type Seizure,
  seizureFromRow,
  type TableRow,
} from '@samenbeeld/schema';
import { catalogueFolder } from '@samenbeeld/sources';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nspCocaine } from '../packages/merge/test/nsp-cocaine.ts';

interface Read {
  readonly world: ExerciseWorld;
  readonly results: readonly IngestResult[];
  readonly seizures: readonly Seizure[];
  /** Those registered by the picture's date, and the pairs among them that may be one find. */
  readonly known: readonly Seizure[];
  readonly pairs: readonly DoubleReport[];
}

/** What the sources declare, as a build hands it to the linkage. */
function declaredBy(results: readonly IngestResult[]) {
  return {
    definitions: results.flatMap(({ source }) => source.definitions),
    declared: results.flatMap(({ source }) => source.doubleCounts ?? []),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'exercise-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A world through the catalogue: its files written, read and kept as seizures. */
async function readWorld(seed: number, engine: Engine): Promise<Read> {
  const world = generateExercise({ seed });
  const files = await writeExerciseFiles(world);
  const results: IngestResult[] = [];
  await engine.run('drop table if exists seizure');
  for (const { name, office } of world.files) {
    const path = join(folder, name);
    writeFileSync(path, files[name] as Uint8Array);
    const source = loadSource(catalogueFolder(`exercise-${office}`));
    results.push(await ingest(engine, source, [path]));
  }
  const rows = await engine.rows<TableRow>('select * from seizure order by id');
  const seizures = rows.map(seizureFromRow);
  const known = seizures.filter(
    ({ registeredOn, date }) => (registeredOn ?? date) <= world.truth.asOf,
  );
  const pairs = await findDoubleReports(engine, known, declaredBy(results));
  return { world, results, seizures, known, pairs };
}

async function withEngine<T>(use: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openEngine({ threads: 1 });
  try {
    return await use(engine);
  } finally {
    await engine.close();
  }
}

const placeOf = ({ origin }: Seizure): string => `${origin.file} ${origin.line}`;
const pairOf = (a: string, b: string): string => [a, b].sort().join(' | ');

/** Pairs of rows, by file and line, that are one find; those that cannot be read are left out. */
function truePairs({ doubles }: Truth): ReadonlySet<string> {
  return new Set(
    doubles
      .filter(({ readable }) => readable)
      .map(({ a, b }) => pairOf(`${a.file} ${a.line}`, `${b.file} ${b.line}`)),
  );
}

function foundPairs({ known, pairs }: Read): ReadonlySet<string> {
  const places = new Map(known.map((seizure) => [seizure.id, placeOf(seizure)]));
  return new Set(
    pairs
      .filter(({ verdict }) => verdict === 'same')
      .map(({ a, b }) => pairOf(places.get(a) ?? '', places.get(b) ?? '')),
  );
}

interface Figure {
  readonly where: string;
  /** What the files can tell: above the threshold and registered by the picture's date. */
  readonly truth: number;
  readonly isMissing: boolean;
  readonly member: MemberTotal;
}

function totalsOf({ results, known, pairs }: Read): readonly JointTotal[] {
  return eventTotals(known, {
    ...nspCocaine,
    years: [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025],
    coverage: results.flatMap(({ source }) => source.coverage),
    pairs,
  });
}

const known = new Map<Read, readonly Figure[]>();

/** Every port and year of a world with the true total. */
function figures(read: Read): readonly Figure[] {
  const found = known.get(read) ?? figuresOf(read);
  known.set(read, found);
  return found;
}

function figuresOf(read: Read): readonly Figure[] {
  const { truth } = read.world;
  const totals = totalsOf(read);
  return truth.totals.map(({ place, year, asOfKg, missing }) => {
    const total = totals.find(({ period }) => period === String(year));
    const member = total?.members.find((each) => each.place === place) as MemberTotal;
    return {
      where: `seed ${truth.seed} ${place} ${year}`,
      truth: asOfKg,
      isMissing: missing > 0,
      member,
    };
  });
}

function holds(kg: number, low: number, high: number | null): boolean {
  return low <= kg + 1e-6 && (high === null || high >= kg - 1e-6);
}

describe('the exercise of seed 1, through the catalogue', () => {
  let read: Read;
  let everything = '';

  beforeAll(async () => {
    await withEngine(async (engine) => {
      read = await readWorld(1, engine);
      const tables = await engine.rows<{ name: string }>(
        "select table_name as name from information_schema.tables where table_schema = 'main'",
      );
      const contents: unknown[] = [];
      for (const { name } of tables) contents.push(await engine.rows(`select * from "${name}"`));
      everything = JSON.stringify([contents, read.results]);
    });
  });

  it('conserves every line and item of the six files', () => {
    const files = read.results.flatMap(({ conservation }) => conservation);
    expect(files).toHaveLength(6);
    for (const { lines, rows, items, accepted, excluded, rejected, records, quantities } of files) {
      const { total, ...parts } = lines;
      expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(total);
      expect(items).toBe(rows);
      expect(accepted + excluded + rejected).toBe(items);
      expect(records).toBe(accepted);
      for (const { raw, records: made } of quantities) expect(made).toBe(raw);
    }
  });

  it('rejects exactly the rows that the truth foretells, by rule and by line', () => {
    const { truth } = read.world;
    for (const { conservation, issues } of read.results)
      for (const { file, rejections } of conservation) {
        expect([file, rejections]).toEqual([file, truth.rejections[file]]);
        const lines = issues
          .filter(({ severity }) => severity === 'rejection')
          .map(({ line, rule }) => `${line} ${rule}`);
        const planted = truth.defects
          .filter((defect) => defect.file === file && defect.rule !== null)
          .map(({ line, rule }) => `${line} ${rule}`);
        expect(lines.sort()).toEqual(planted.sort());
      }
  });

  it('rejects what the picture file expects', () => {
    const text = readFileSync('fixtures/exercise/exercise.picture.yaml', 'utf8');
    for (const { conservation } of read.results)
      for (const { sha256, rejections } of conservation) {
        expect(text).toContain(sha256);
        const expected = Object.entries(rejections)
          .sort()
          .map(([rule, count]) => `${rule}: ${count}`);
        expect(text).toContain(`rejected: { ${expected.join(', ')} }`);
      }
  });

  it('lets no planted personal datum into a table or a message', () => {
    const planted = read.world.truth.defects.flatMap(({ value }) => value ?? []);
    expect(planted).toHaveLength(15);
    expect(everything.length).toBeGreaterThan(100_000);
    for (const value of planted) expect(everything).not.toContain(value);
    for (const digits of planted.map((value) => value.replace(/\D/g, '')))
      if (digits.length >= 8) expect(everything.replace(/[ .-]/g, '')).not.toContain(digits);
  });

  it('keeps references and container numbers as hashes only', () => {
    const containers = read.world.truth.seizures.flatMap(({ container }) => container ?? []);
    for (const container of containers) expect(everything).not.toContain(container);
    expect(everything).not.toMatch(/(?:OEF-NL|EXE-BE|EXE-LUP|EXE-LUD|EXE-FR|UEB-NRW)-\d{4}/);
  });

  it('reads what each office wrote, in its own unit', () => {
    const reports = new Map(
      read.world.truth.seizures.flatMap((find) =>
        find.reports.map(
          (report) => [`${report.file} ${report.line}` as string, { find, report }] as const,
        ),
      ),
    );
    for (const seizure of read.seizures) {
      const { find, report } = reports.get(placeOf(seizure)) ?? {};
      const grams = seizure.unit === 'g' ? 0.001 : 1;
      const quantity = seizure.quantity === null ? null : seizure.quantity * grams;
      expect([quantity === null, seizure.missing]).toEqual(
        report?.quantity === null ? [true, 'not_reported'] : [false, null],
      );
      expect(quantity ?? 0).toBeCloseTo(report?.quantity ?? 0, 9);
      expect(seizure.unit === 'tablet').toBe(report?.unit === 'tablet');
      expect([seizure.date, seizure.registeredOn]).toEqual([report?.date, report?.registeredOn]);
      expect([seizure.place, seizure.basis, seizure.substance, seizure.seizingCountry]).toEqual([
        find?.place,
        find?.basis,
        find?.substance,
        find?.seizingCountry,
      ]);
      expect(missingHasReason.check([seizure])).toEqual([]);
    }
  });

  it('leaves every planted look-alike open for a person, so that totals of 2019 and 2024 rest on several pairs', () => {
    const { lookAlikes, doubles, totals } = read.world.truth;
    const idAt = new Map(read.known.map((seizure) => [placeOf(seizure), seizure.id]));
    const verdictOf = ({ a, b }: Truth['lookAlikes'][number] | Truth['doubles'][number]) => {
      const ids = [a, b].map(({ file, line }) => idAt.get(`${file} ${line}`) ?? '').sort();
      return read.pairs.find((pair) => `${pair.a} ${pair.b}` === ids.join(' '))?.verdict;
    };
    expect(lookAlikes.map(verdictOf)).toEqual(lookAlikes.map(() => 'candidate'));
    expect(lookAlikes).toHaveLength(4);
    const badlyTold = doubles.filter(({ differs }) => differs === 'reweighed');
    expect(badlyTold.map(verdictOf)).toEqual(['candidate']);
    for (const year of ['2019', '2024']) {
      const total = totalsOf(read).find(({ period }) => period === year);
      const truth = totals
        .filter((one) => String(one.year) === year)
        .reduce((sum, { asOfKg }) => sum + asOfKg, 0);
      expect(total?.stakes?.length).toBeGreaterThanOrEqual(2);
      expect(total?.reported.lowest).toBeLessThan(total?.reported.highest ?? 0);
      expect(holds(truth, total?.reported.lowest ?? 0, total?.reported.highest ?? null)).toBe(true);
    }
  });

  it('declares the changes of counting unit and threshold, and every source as synthetic', () => {
    const breaks = read.results.flatMap(({ source }) => source.breaks);
    expect(breaks.map(({ source, on, kind }) => `${source} ${on} ${kind}`)).toEqual([
      'exercise-be-customs 2021-01-01 threshold',
      'exercise-nl-harc 2021-01-01 definition',
      'exercise-nl-harc 2021-01-01 definition',
    ]);
    expect(read.results.every(({ source }) => source.source.synthetic)).toBe(true);
    const definitions = new Set(
      read.seizures
        .filter(({ source }) => source === 'exercise-nl-harc')
        .map(({ date, definition }) => `${date < '2021' ? 'before' : 'after'} ${definition}`),
    );
    expect([...definitions].sort()).toEqual(['after investigations', 'before batches']);
  });

  it('gives one container the same key in two files', () => {
    const keys = new Map<string, Set<string>>();
    for (const { containerKey, source } of read.seizures)
      if (containerKey) keys.set(containerKey, (keys.get(containerKey) ?? new Set()).add(source));
    expect([...keys.values()].filter(({ size }) => size === 2).length).toBeGreaterThan(0);
  });
});

describe('double reports and totals in 20 worlds', () => {
  const reads: Read[] = [];

  beforeAll(async () => {
    await withEngine(async (engine) => {
      for (let seed = 1; seed <= 20; seed += 1) reads.push(await readWorld(seed, engine));
    });
  });

  it('finds at least 95 % of the double reports and merges nothing that is not one', () => {
    const counts = { right: 0, wrong: 0, missed: 0 };
    for (const read of reads) {
      const [truth, found] = [truePairs(read.world.truth), foundPairs(read)];
      for (const pair of found) counts[truth.has(pair) ? 'right' : 'wrong'] += 1;
      for (const pair of truth) if (!found.has(pair)) counts.missed += 1;
    }
    const { right, wrong, missed } = counts;
    const f1 = (2 * right) / (2 * right + wrong + missed);
    console.log(
      `double reports in 20 worlds: ${right} right, ${wrong} wrong, ${missed} missed, F1 ${f1.toFixed(3)}`,
    );
    expect(wrong).toBe(0);
    expect(right / (right + missed)).toBeGreaterThanOrEqual(0.95);
    expect(f1).toBeGreaterThanOrEqual(0.95);
  });

  it('states a middle 90 % that holds the true total of a port and year in at least 88 % of cases', () => {
    const all = reads.flatMap(figures);
    const isRight = ({ truth, member: { interval90 } }: Figure): boolean =>
      interval90 !== undefined && holds(truth, interval90.low, interval90.high);
    const widths = all
      .map(({ member: { interval90, likely } }) =>
        interval90?.high == null || typeof likely !== 'number'
          ? Number.POSITIVE_INFINITY
          : likely > 0
            ? (interval90.high - interval90.low) / likely
            : 0,
      )
      .sort((a, b) => a - b);
    const share = all.filter(isRight).length / all.length;
    const median = widths[Math.floor(widths.length / 2)] ?? Number.NaN;
    console.log(
      `totals of ports and years in 20 worlds: ${all.length}, of which ${(100 * share).toFixed(1)} % inside their 90 % interval; median width ${(100 * median).toFixed(1)} %`,
    );
    expect(all).toHaveLength(480);
    expect(share).toBeGreaterThanOrEqual(0.88);
    expect(median).toBeLessThanOrEqual(0.1);
  });

  it('has no upper end wherever a weight stands in no readable row, and says why', () => {
    const missing = reads.flatMap(figures).filter(({ isMissing }) => isMissing);
    expect(missing.length).toBeGreaterThan(20);
    for (const { where, member } of missing)
      expect([where, member.highest, member.interval90?.high]).toEqual([where, null, null]);
  });

  it('holds the true total of every port and year between lowest and highest', () => {
    const wrong = reads
      .flatMap(figures)
      .filter(({ truth, member }) => !holds(truth, member.lowest ?? 0, member.highest))
      .map(({ where, truth, member }) => `${where}: ${truth}, ${member.lowest}–${member.highest}`);
    expect(wrong).toEqual([]);
  });

  it('changes its figures by a decision on a pair at stake, and has them back once it is superseded', async () => {
    const found = reads.flatMap((read) =>
      totalsOf(read).flatMap(({ stakes = [] }) => stakes.map((stake) => ({ read, stake }))),
    );
    expect(found.length).toBeGreaterThan(0);
    await withEngine(async (engine) => {
      for (const { read, stake } of found.slice(0, 3)) {
        const decided = async (verdict: string): Promise<readonly JointTotal[]> => {
          const decision = { id: 'D1', kind: 'same-seizure', subject: stake.pair, verdict };
          const decisions = new Map([[stake.pair, decision as Decision]]);
          const options = { ...declaredBy(read.results), decisions };
          return totalsOf({
            ...read,
            pairs: await findDoubleReports(engine, read.known, options),
          });
        };
        const before = totalsOf(read);
        const [same, different] = [await decided('same'), await decided('different')];
        expect(same).not.toEqual(before);
        expect(different).not.toEqual(before);
        expect(same.flatMap(({ stakes = [] }) => stakes.map(({ pair }) => pair))).not.toContain(
          stake.pair,
        );
        expect(await decided('reopen')).toEqual(before);
      }
    });
  });

  it('rejects in every world what its truth foretells', () => {
    for (const { world, results } of reads)
      for (const { file, rejections } of results.flatMap(({ conservation }) => conservation))
        expect([world.truth.seed, file, rejections]).toEqual([
          world.truth.seed,
          file,
          world.truth.rejections[file],
        ]);
  });

  it('does not depend on the order of the records', async () => {
    await withEngine(async (engine) => {
      for (const { known, results, pairs } of reads.slice(0, 3))
        expect(await findDoubleReports(engine, [...known].reverse(), declaredBy(results))).toEqual(
          pairs,
        );
    });
  });
});
