import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFile, type FileDescription } from '@samenbeeld/describe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ColumnGuess } from '../../src/column.ts';
import { beneluxFiles } from './benelux-files.ts';
import { europeanFiles } from './european-files.ts';
import { type ExamFile, writeExam } from './exam-file.ts';
import { frenchFiles } from './french-files.ts';
import { furtherFiles } from './further-files.ts';
import { germanFiles } from './german-files.ts';
import { unFiles } from './un-files.ts';

const sets = [germanFiles, frenchFiles, beneluxFiles, europeanFiles, unFiles, furtherFiles];
/** Of each set the first, and of the largest two another: the quick tests have these, the slow ones all others. */
const quick = new Set([...sets.map(([first]) => first), beneluxFiles[5], furtherFiles[7]]);
export const quickFiles: readonly ExamFile[] = sets.flat().filter((file) => quick.has(file));
export const otherFiles: readonly ExamFile[] = sets.flat().filter((file) => !quick.has(file));

interface Mark {
  readonly right: boolean;
  readonly sure: boolean;
  readonly told: string;
}

function metricOf({ written }: ColumnGuess, found: FileDescription): string | undefined {
  const mapping = written as {
    readonly set?: { readonly metric?: string };
    readonly value?: { readonly set?: { readonly metric?: string } };
  } | null;
  return mapping?.set?.metric ?? mapping?.value?.set?.metric ?? found.constants['metric']?.value;
}

/** One mark a column that matters. */
function marksOf(
  found: FileDescription,
  { columns, fold = [], constants = {} }: ExamFile,
): readonly Mark[] {
  const guesses = [...found.columns, ...found.folds];
  const marks: Mark[] = [];
  for (const [key, { to, metric }] of Object.entries(columns)) {
    const pattern = key.startsWith('/') ? new RegExp(key.slice(1, -1), 'u') : null;
    const own = guesses.filter(({ headings }) =>
      headings.some((heading) => (pattern ? pattern.test(heading) : heading === key)),
    );
    if (own.length === 0) marks.push({ right: false, sure: false, told: `${key}: not found` });
    for (const column of own) {
      const is = column.written === null ? 'open' : (column.to ?? '-');
      const measured = metricOf(column, found);
      const right = to.includes(is) && (metric === undefined || measured === metric || is === '-');
      marks.push({
        right,
        sure: column.confidence >= 0.9,
        told: `${column.headings[0]}: ${is}${metric ? ` of ${measured}` : ''} ${column.confidence}, not ${to.join(' or ')}${metric ? ` of ${metric}` : ''}`,
      });
    }
  }
  const groups = found.folds.flatMap(({ written }) =>
    Object.values(
      (written as { readonly groups: Readonly<Record<string, { readonly to?: string }>> }).groups,
    ).flatMap((group) => [group].flat().map(({ to }) => to)),
  );
  for (const field of fold)
    marks.push({ right: groups.includes(field), sure: false, told: `no fold by ${field}` });
  for (const [field, value] of Object.entries(constants))
    marks.push({
      right: found.constants[field]?.value === value,
      sure: (found.constants[field]?.confidence ?? 0) >= 0.9,
      told: `constant ${field}: ${found.constants[field]?.value} ${found.constants[field]?.confidence}, not ${value}`,
    });
  return marks;
}

function layoutErrors(
  found: FileDescription,
  { layout, record, language }: ExamFile,
): readonly string[] {
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['delimiter', found.delimiter?.value, layout.delimiter],
    ['sheet', found.sheet?.value, layout.sheet],
    ['lines above', found.title.value, layout.title],
    ['header rows', found.header.value, layout.header],
    ['record', found.record.value, record],
    ['language', found.language.value, language],
  ];
  const wrong = pairs.flatMap(([what, is, should]) =>
    should === undefined || is === should ? [] : [`${what}: ${is}, not ${should}`],
  );
  const foot = layout.footer !== undefined && found.footer.value === null;
  return foot ? [...wrong, 'no footer'] : wrong;
}

/** Describes each file as if nobody had before, and holds it against what a person found in it. */
export function examine(files: readonly ExamFile[], fewestMarks: number): void {
  describe('a file that no source knows', () => {
    const folder = mkdtempSync(join(tmpdir(), 'examiner-'));
    const all = new Map<ExamFile, FileDescription>();
    beforeAll(async () => {
      for (const file of files) {
        const path = join(folder, file.file);
        writeExam(file, path);
        all.set(file, await describeFile(path));
      }
    }, 240_000);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const describedAs = (file: ExamFile): FileDescription => {
      const found = all.get(file);
      if (!found) throw new Error(`${file.file} was not described`);
      return found;
    };

    test.each(files)('$name: its layout, and nothing wrong that is called sure', (file) => {
      const found = describedAs(file);
      const wrong = marksOf(found, file).filter(({ right }) => !right);
      expect(layoutErrors(found, file), 'layout').toEqual([]);
      expect(wrong.filter(({ sure }) => sure).map(({ told }) => told)).toEqual([]);
      expect(wrong.map(({ told }) => told)).toEqual([]);
    });

    test('of the columns that matter nine in ten need no edit', () => {
      const marks = files.flatMap((file) => marksOf(describedAs(file), file));
      expect(marks.length).toBeGreaterThan(fewestMarks);
      expect(marks.filter(({ right }) => right).length / marks.length).toBeGreaterThanOrEqual(0.9);
    });
  });
}
