import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { type Anomaly, findAnomalies, loadAnomalyInput } from '@samenbeeld/harmonise';
import { type Correction, ingest, loadSource, type SourceDescription } from '@samenbeeld/ingest';
import { afterAll, describe, expect, it } from 'vitest';
import { type LostCell, loseZeros, type MarkStyle } from './lose-zeros.ts';

const root = `${import.meta.dirname}/../../../..`;
const real = `${root}/../shared/data/de/bka_pks_zeitreihe_1987_2023_ZR-F-01-T01.csv`;
const present = existsSync(real);
if (!present) console.log(`the PKS time series is not at ${real}: its tests are skipped`);

/** Cases, attempts, threatened, shot, suspects, non-German suspects. */
const counts = [3, 5, 7, 8, 10, 11];
const folder = mkdtempSync(join(tmpdir(), 'pks-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Cells of a line; labels in quotes may hold the separator. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|;)("(?:[^"]|"")*"|[^;]*)/g)].map(([, cell = '']) => cell);
}

function withMark(source: SourceDescription, mark: string): SourceDescription {
  const columns = source.columns.map((rule) => ({
    ...rule,
    mappings: rule.mappings.map((mapping) =>
      mapping.to === 'value' ? { ...mapping, groupChar: mark } : mapping,
    ),
  }));
  return { ...source, columns };
}

async function found(source: SourceDescription, path: string): Promise<readonly Anomaly[]> {
  const engine = await openEngine({ threads: 1 });
  try {
    const result = await ingest(engine, source, [path]);
    return findAnomalies(await loadAnomalyInput(engine, [{ result, files: [path] }]));
  } finally {
    await engine.close();
  }
}

const placeOf = ({ where }: Anomaly): string => `${where.line} ${where.column.split(' ')[0]}`;

/**
 * Whether a reader could tell: a short group shows by its form. What is left of whole thousands looks like any small
 * number; it is told only by the rate or share beside it, or by neighbours thirty times as large on either side.
 */
function isTold(
  { line, column, left, truth }: LostCell,
  rows: readonly (readonly string[])[],
): boolean {
  if (/[.,]/.test(left)) return true;
  const number = (cell: string | undefined): number => Number((cell ?? '').replaceAll(',', ''));
  if (column === 3) return number(rows[line]?.[4]) >= 0.2;
  if ([5, 10, 11].includes(column)) return true;
  const key = rows[line]?.[0];
  const around = [-2, -1, 1, 2].flatMap((step) => {
    const other = rows[line + step];
    return other?.[0] === key ? [number(other?.[column])] : [];
  });
  return around.length === 4 && Math.min(...around) * 30 > truth;
}

describe.runIf(present)('the PKS time series', () => {
  const source = loadSource(`${root}/packages/sources/catalogue/bka-pks-zeitreihe`);
  const rows = present
    ? readFileSync(real, 'latin1')
        .split('\r\n')
        .filter((line) => line !== '')
        .map(cellsOf)
    : [];

  /** Every fourth offence, whole: each is judged by its own years, and only one way of damage is tried on all of them. */
  const keys = [...new Set(rows.slice(1).map(([key]) => key))];
  const chosen = new Set(keys.filter((_, at) => at % 4 === 0));
  const some = rows.filter(([key], at) => at === 0 || chosen.has(key));
  const sound = join(folder, 'bka_pks_zeitreihe_0.csv');

  function write(path: string, lines: readonly (readonly string[])[]): void {
    const text = lines.map((row) => `${row.join(';')}\r\n`).join('');
    writeFileSync(path, Buffer.from(text, 'latin1'));
  }

  it('raises no false alarm of lost zeros, slips or marks as it is published', async () => {
    const kinds = (await found(source, real)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== 'level_shift')).toEqual([]);
    expect(kinds.length).toBeLessThanOrEqual(40);
  }, 120_000);

  const cases: readonly (readonly [MarkStyle, number, number, string])[] = [
    ['point', 1, 2, '.'],
    ['mixed', 0.5, 3, ','],
    ['comma', 0.05, 4, ','],
  ];

  const seen = new Map<number, ReturnType<typeof damagedAnew>>();

  /** The series with zeros lost, and what is found in it; each is looked at once. */
  async function damagedAnew(style: MarkStyle, share: number, seed: number, mark: string) {
    const { rows: damaged, lost } = loseZeros(style === 'mixed' ? rows : some, counts, {
      style,
      share,
      seed,
    });
    const path = join(folder, `bka_pks_zeitreihe_${seed}.csv`);
    write(path, damaged);
    return { path, lost, all: await found(withMark(source, mark), path) };
  }

  function damagedBy(style: MarkStyle, share: number, seed: number, mark: string) {
    const looked = seen.get(seed) ?? damagedAnew(style, share, seed, mark);
    seen.set(seed, looked);
    return looked;
  }

  it.each(cases)(
    'names the cells that lost zeros: marks %s, share %d, seed %d',
    async (style, share, seed, mark) => {
      const { lost, all } = await damagedBy(style, share, seed, mark);
      const zeros = all.filter(({ kind }) => kind === 'lost_zeros');
      const named = new Map(zeros.map((anomaly) => [placeOf(anomaly), anomaly]));
      const truth = new Map(
        lost.map((cell) => [`${cell.line + 1} ${String.fromCharCode(65 + cell.column)}`, cell]),
      );
      const told = [...truth].filter(([, cell]) => isTold(cell, style === 'mixed' ? rows : some));
      const right = told.filter(
        ([place, cell]) => Number(named.get(place)?.alternatives[0]) === cell.truth,
      );
      const alarms = [...named.keys()].filter((place) => !truth.has(place));
      const others = all.filter(({ kind }) => kind !== 'lost_zeros' && kind !== 'level_shift');
      console.log(
        `${style} ${share}: ${lost.length} cells lost zeros, ${told.length} can be told, ${right.length} named with the right figure; ${alarms.length} false; ${others.length} of other kinds`,
      );
      expect(right.length / told.length).toBeGreaterThanOrEqual(0.95);
      expect(alarms.length / named.size).toBeLessThanOrEqual(0.05);
      expect(others.length).toBeLessThanOrEqual(5);
      const corrected = zeros.filter(({ counts: used }) => used);
      expect(corrected.filter(({ correction }) => correction).length).toBe(corrected.length);
      for (const { correction, where } of corrected) {
        expect(correction?.from).toBe(where.raw.trim());
        expect(Object.keys(correction?.where ?? {}).sort()).toEqual(['Jahr', 'Schluessel']);
      }
    },
    120_000,
  );

  // In plain digits nothing but the rate, the shares and the other years of a row tells that 117 was 1170.
  it.each([
    ['plain', 0.1, 5, 0.95],
    ['few', 1, 6, 0.95],
  ] as const)(
    'names zeros lost from plain digits, and proposes only what is pinned: %s, share %d, seed %d',
    async (style, share, seed, least) => {
      const { path, lost, all } = await damagedBy(style, share, seed, ',');
      const truth = new Map(
        lost.map((cell) => [`${cell.line + 1} ${String.fromCharCode(65 + cell.column)}`, cell]),
      );
      const named = all.filter(({ kind }) => kind === 'lost_zeros');
      const right = named.filter(
        (anomaly) => Number(anomaly.alternatives[0]) === truth.get(placeOf(anomaly))?.truth,
      );
      const used = lost.filter(({ column }) => column === 3 || column === 10);
      const corrections = all.flatMap(({ correction }) => correction ?? []);
      console.log(
        `${style} ${share}: ${lost.length} cells lost zeros, ${named.length} named, ${right.length} with the right figure; ${used.length} count, ${corrections.length} of these can be accepted`,
      );
      expect(named.length).toBe(right.length);
      expect(right.length / lost.length).toBeGreaterThanOrEqual(least);
      expect(corrections.length / used.length).toBeGreaterThanOrEqual(0.9);
      for (const { correction, open, counts: isUsed, evidence } of named) {
        if (correction) expect(evidence.length).toBeGreaterThanOrEqual(3);
        else if (isUsed)
          expect(open?.en).toMatch(/^no rate, share or total|^the other cells admit/);
      }
      const wrong = all.filter(
        ({ correction, ...anomaly }) =>
          correction &&
          Number(correction.to) !== truth.get(placeOf({ correction, ...anomaly }))?.truth,
      );
      expect(wrong).toEqual([]);
      const sum = async (with_: readonly Correction[], file: string) => {
        const engine = await openEngine({ threads: 1 });
        const put = { ...source, corrections: [...source.corrections, ...with_] };
        await ingest(engine, put, [file]);
        const [total] = await engine.rows<{ n: number }>('select sum(value) as n from observation');
        await engine.close();
        return Number(total?.n);
      };
      write(sound, some);
      const left = used.filter(
        (cell) => !named.some((a) => a.correction && truth.get(placeOf(a)) === cell),
      );
      const missing = left.reduce(
        (so, cell) => so + cell.truth - (/\./.test(cell.left) ? 0 : Number(cell.left)),
        0,
      );
      expect((await sum(corrections, path)) + missing).toBe(await sum([], sound));
    },
    120_000,
  );

  it('takes no sheet that lost its last digits, whatever they were, for one that lost zeros', async () => {
    const { lost, all } = await damagedBy('cut', 0.1, 7, ',');
    const cut = lost.filter(({ column }) => column === 3 || column === 10);
    const told = all.filter(({ kind }) => kind === 'decimal_slip');
    console.log(`cut 0.1: ${cut.length} cells that count lost a digit, ${told.length} are told`);
    expect(all.filter(({ kind }) => kind === 'lost_zeros')).toEqual([]);
    expect(told.length).toBeGreaterThan(0.7 * cut.length);
    const places = new Set(cut.map(({ line, column }) => `${line + 1} ${'ABCDEFGHIJK'[column]}`));
    expect(told.filter((one) => places.has(placeOf(one)) && one.correction)).toEqual([]);
  }, 120_000);

  it('reads every corrected cell once its corrections are in the description', async () => {
    const { path, lost, all } = await damagedBy('comma', 0.05, 4, ',');
    const corrections = all.flatMap(({ correction }) => correction ?? []);
    expect(corrections.length).toBe(
      lost.filter(({ column }) => column === 3 || column === 10).length,
    );
    const engine = await openEngine({ threads: 1 });
    const put = { ...source, corrections: [...source.corrections, ...corrections] };
    const after = await ingest(engine, put, [path]);
    const [total] = await engine.rows<{ n: number }>('select sum(value) as n from observation');
    await engine.run('drop table observation');
    write(sound, some);
    await ingest(engine, source, [sound]);
    const [whole] = await engine.rows<{ n: number }>('select sum(value) as n from observation');
    await engine.close();
    expect(after.conservation[0]?.rejected).toBe(0);
    expect(total?.n).toBe(whole?.n);
  }, 120_000);
});
