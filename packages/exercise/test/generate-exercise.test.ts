import { containerCheckDigit, generateExercise, type Truth } from '@samenbeeld/exercise';
import { detectPersonalData } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';

const seeds = Array.from({ length: 20 }, (_, at) => at + 1);
const worlds = seeds.map((seed) => generateExercise({ seed }));
const reportsOf = ({ seizures }: Truth) => seizures.flatMap(({ reports }) => reports);

describe('generateExercise(options)', () => {
  it('gives the same world for the same seed, and another for another', () => {
    expect(generateExercise({ seed: 1 })).toEqual(worlds[0]);
    expect(worlds[1]?.files).not.toEqual(worlds[0]?.files);
  });

  it('has a few hundred finds in 20 worlds, a find of tons among them, and most of them small', () => {
    for (const { truth } of worlds) {
      expect(truth.seizures.length).toBeGreaterThan(330);
      expect(truth.seizures.length).toBeLessThan(560);
      const ports = truth.seizures.filter(
        ({ basis, kg }) => basis === 'seized_in_port' && kg !== null,
      );
      const masses = ports.map(({ kg }) => kg ?? 0).sort((a, b) => a - b);
      const total = masses.reduce((sum, kg) => sum + kg, 0);
      expect(masses.at(-1)).toBeGreaterThanOrEqual(3180);
      expect(masses[Math.floor(masses.length / 2)]).toBeLessThan(0.5 * (total / masses.length));
    }
  });

  it('writes each row of each file once into the truth, line for line', () => {
    for (const { truth, files } of worlds) {
      const lines = reportsOf(truth).map(({ file, line }) => `${file} ${line}`);
      const written = files.flatMap(({ name, title, header, rows }) =>
        rows.map((_, at) => `${name} ${title.length + header.length + at + 1}`),
      );
      expect([...lines].sort()).toEqual([...written].sort());
    }
  });

  it('gives each row as many cells as there are headings', () => {
    for (const { files } of worlds)
      for (const { header, rows } of files) {
        const width = header[0]?.length;
        expect(header.every((line) => line.length === width)).toBe(true);
        expect(rows.filter((row) => row.length !== width)).toEqual([]);
      }
  });

  it('reports no find below the threshold, and every other at least once', () => {
    for (const { truth } of worlds) {
      for (const { belowThreshold, reports } of truth.seizures)
        expect(reports.length > 0).toBe(!belowThreshold);
    }
    const below = worlds.filter(({ truth }) =>
      truth.seizures.some(({ belowThreshold }) => belowThreshold),
    );
    expect(below).toContain(worlds[0]);
    expect(below.length).toBeGreaterThan(15);
  });

  it('tells a double report in every way there is, between all pairs of offices that share finds', () => {
    for (const { truth } of worlds) {
      const ways = new Set(truth.doubles.map(({ differs }) => differs));
      expect(ways).toContain('same');
      for (const way of ['gross', 'factor_10', 'factor_1000', 'missing'])
        expect(ways).toContain(way);
      const offices = truth.doubles.map(({ a, b }) =>
        [a.file, b.file]
          .map((name) => name.replace(/-\d.*/, ''))
          .sort()
          .join(' '),
      );
      expect([...new Set(offices)].sort()).toEqual([
        'be-douane nl-harc',
        'lu-douanes lu-police',
        'nl-harc nrw',
      ]);
    }
    const all = worlds.flatMap(({ truth }) => truth.doubles.map(({ differs }) => differs));
    expect(all.filter((way) => way === 'transposed').length).toBeGreaterThan(20);
  });

  it('plants finds that look like another of the other file, in years of the ports that hold one that fits', () => {
    for (const { truth } of worlds) {
      const byId = new Map(truth.seizures.map((seizure) => [seizure.id, seizure]));
      for (const { seizures, a, b } of truth.lookAlikes) {
        const [one, other] = seizures.map((id) => byId.get(id));
        expect([one?.place, one?.date.slice(0, 4)]).toEqual([
          other?.place,
          other?.date.slice(0, 4),
        ]);
        const [x, y] = [one?.kg ?? 0, other?.kg ?? 0];
        expect(Math.abs(x - y) / Math.max(x, y)).toBeGreaterThan(0.01);
        expect(Math.abs(x - y) / Math.max(x, y)).toBeLessThan(0.05);
        expect(one?.container).not.toBe(other?.container);
        expect(a.file).not.toBe(b.file);
        expect([one?.reports.length, other?.reports.length]).toEqual([1, 1]);
        expect([one?.reports[0], other?.reports[0]]).toMatchObject([a, b]);
        expect([one?.reports[0]?.rejected, other?.reports[0]?.rejected]).toEqual([null, null]);
      }
    }
    expect(worlds[0]?.truth.lookAlikes).toHaveLength(4);
    expect(worlds.flatMap(({ truth }) => truth.lookAlikes).length).toBeGreaterThan(50);
    const told = worlds.flatMap(({ truth }) =>
      truth.doubles.filter(({ differs }) => differs === 'reweighed'),
    );
    expect(told.length).toBeGreaterThan(10);
    expect(told.every(({ readable }) => readable)).toBe(true);
  });

  it('shares finds with North Rhine-Westphalia only on another basis', () => {
    for (const { truth } of worlds) {
      const shared = truth.doubles.filter(({ a, b }) => `${a.file} ${b.file}`.includes('nrw'));
      const bases = shared.map(
        ({ seizure }) => truth.seizures.find(({ id }) => id === seizure)?.basis,
      );
      expect([...new Set(bases)]).toEqual(['entered_via_port']);
    }
  });

  it('foretells the rejections that its defects cause', () => {
    for (const { truth } of worlds) {
      const rows = new Map(
        truth.defects.flatMap(({ file, line, rule }) =>
          rule ? [[`${file} ${line}`, { file, rule }]] : [],
        ),
      );
      const counts: Record<string, Record<string, number>> = Object.fromEntries(
        Object.keys(truth.rejections).map((file) => [file, {}]),
      );
      for (const { file, rule } of rows.values()) {
        const own = counts[file] as Record<string, number>;
        own[rule] = (own[rule] ?? 0) + 1;
      }
      expect(truth.rejections).toEqual(counts);
    }
  });

  it('plants personal data where it says, and nowhere else', () => {
    for (const { truth, files } of worlds) {
      const planted = truth.defects.filter(({ kind }) => kind === 'personal-data');
      expect(planted.length).toBe(15);
      const hits = files.flatMap(({ name, title, header, rows }) =>
        rows.flatMap((row, at) =>
          row.some((cell) => typeof cell === 'string' && detectPersonalData(cell).length > 0)
            ? [`${name} ${title.length + header.length + at + 1}`]
            : [],
        ),
      );
      expect(hits.sort()).toEqual(planted.map(({ file, line }) => `${file} ${line}`).sort());
    }
  });

  it('plants what was asked for', () => {
    for (const { truth } of worlds) {
      const kinds = (kind: string) => truth.defects.filter((defect) => defect.kind === kind).length;
      expect(kinds('unknown-label')).toBe(3);
      expect(kinds('ambiguous-number')).toBe(1);
      expect(kinds('invalid-number')).toBe(1);
      expect(kinds('missing-quantity')).toBe(8);
      expect(kinds('unit-slip')).toBe(5);
      expect(kinds('after-as-of')).toBe(3);
      expect(kinds('late-registration')).toBeGreaterThan(5);
    }
  });

  it('registers no row before its day, and three of 2025 after the day of the picture', () => {
    for (const { truth } of worlds) {
      const reports = reportsOf(truth);
      expect(reports.filter(({ date, registeredOn }) => registeredOn <= date)).toEqual([]);
      const late = reports.filter(({ registeredOn }) => registeredOn > truth.asOf);
      expect(late.map(({ date }) => date.slice(0, 4))).toEqual(['2025', '2025', '2025']);
    }
  });

  it('gives containers valid check digits, each to one find', () => {
    for (const { truth } of worlds) {
      const containers = truth.seizures.flatMap(({ container }) => container ?? []);
      expect(new Set(containers).size).toBe(containers.length);
      for (const number of containers)
        expect(containerCheckDigit(number.slice(0, 10))).toBe(Number(number.slice(10)));
    }
  });

  it('counts tablets as tablets and never as kilograms', () => {
    const all = worlds.flatMap(({ truth }) => truth.seizures);
    const tablets = all.filter(({ substance }) => substance === 'MDMA_TAB');
    expect(tablets.length).toBeGreaterThan(100);
    expect(
      tablets.filter(
        ({ kg, reports }) => kg !== null || reports.some(({ unit }) => unit !== 'tablet'),
      ),
    ).toEqual([]);
  });

  it('splits a find into two batches until 2020, and their sum is the find', () => {
    const split = worlds
      .flatMap(({ truth }) => truth.seizures)
      .filter(({ reports }) => reports.some(({ batch }) => batch !== null));
    expect(split.length).toBeGreaterThan(20);
    for (const { kg, date, reports } of split) {
      expect(date < '2021').toBe(true);
      expect(Math.round(10 * reports.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0))).toBe(
        Math.round(10 * (kg ?? 0)),
      );
    }
  });

  it('has more and smaller finds in later years', () => {
    const finds = worlds
      .flatMap(({ truth }) => truth.seizures)
      .filter(({ basis, substance }) => basis === 'seized_in_port' && substance === 'COC');
    const of = (from: string, to: string) =>
      finds
        .filter(({ date }) => date >= from && date < to)
        .map(({ kg }) => kg ?? 0)
        .sort((a, b) => a - b);
    const [early, late] = [of('2018', '2020'), of('2024', '2026')];
    expect(late.length).toBeGreaterThan(1.2 * early.length);
    expect(late[late.length >> 1]).toBeLessThan(0.8 * (early[early.length >> 1] ?? 0));
  });

  it('refuses a seed that is no whole number, and years without finds', () => {
    expect(() => generateExercise({ seed: 1.5 })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: seed must be a whole number, found 1.5]`,
    );
    expect(() =>
      generateExercise({ seed: 1, years: [2016, 2020] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: years must lie in 2018 to 2025 in order, found 2016 to 2020]`,
    );
  });
});
