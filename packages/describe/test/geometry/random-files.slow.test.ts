import { sniffGeometry } from '@samenbeeld/describe';
import { readTable } from '@samenbeeld/read';
import { InputError } from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tempFile } from '../../../read/test/temp-file.ts';
import { type RandomFile, randomFile } from './random-file.ts';
import { workbook } from './sniffed.ts';

const runs = Number(process.env['GEOMETRY_RUNS'] ?? 200);

interface Outcome {
  readonly wrong: readonly string[];
  /** Wrong guesses with a confidence of 0.95 or more. */
  readonly certain: readonly string[];
}

// A workbook stores a number, not how it was written.
const same = (cells: readonly (string | null)[], wanted: readonly string[]): boolean =>
  wanted.every((text, at) => {
    const cell = (cells[at] ?? '').trim();
    return cell === text.trim() || (cell !== '' && Number(cell) === Number(text));
  });

async function outcome(file: RandomFile, path: string): Promise<Outcome> {
  const [found] = await sniffGeometry(path);
  if (!found) throw new Error('no geometry');
  const [table] = await readTable(path, found.shape);
  const rows = table?.rows ?? [];
  const texts =
    rows.length === file.rows.length &&
    rows.every(({ cells }, at) => same(cells, file.rows[at] ?? []));
  const aligned = found.header.value === file.header && found.footerLines.length === file.footer;
  const checks: Readonly<Record<string, readonly [boolean, number]>> = {
    title: [found.title.value === file.title, found.title.confidence],
    header: [found.header.value === file.header, found.header.confidence],
    footer: [found.footerLines.length === file.footer, found.footer.confidence],
    ...(found.delimiter && {
      delimiter: [found.delimiter.value === file.delimiter, found.delimiter.confidence],
    }),
    // The name may differ where the text that results does not.
    ...(found.encoding && {
      encoding: [
        texts || !aligned || found.encoding.value === file.encoding,
        found.encoding.confidence,
      ],
    }),
  };
  const wrong = Object.entries(checks).filter(([, [good]]) => !good);
  return {
    wrong: wrong.length === 0 && !texts ? ['rows'] : wrong.map(([name]) => name),
    certain: wrong.filter(([, [, confidence]]) => confidence >= 0.95).map(([name]) => name),
  };
}

/** Share of the files whose layout is recovered whole, and what was stated with confidence and wrong. */
async function recovered(
  files: readonly RandomFile[],
  write: (file: RandomFile) => string,
): Promise<{ readonly share: number; readonly certain: readonly string[] }> {
  let good = 0;
  const misses: string[] = [];
  const certain: string[] = [];
  for (const file of files) {
    const { wrong, certain: sure } = await outcome(file, write(file));
    const lines = file.text.split(/\r?\n/);
    const layout = `${file.encoding} title ${file.title} header ${file.header} footer ${file.footer}`;
    const said = [
      `${wrong.join(', ')} of ${layout}:`,
      ...lines.slice(0, 12),
      '...',
      ...lines.slice(-6),
    ].join('\n');
    if (wrong.length === 0) good++;
    else misses.push(said);
    if (sure.length > 0) certain.push(`${sure.join(', ')}: ${said}`);
  }
  const shown = Number(process.env['GEOMETRY_SAY'] ?? 0);
  if (shown > 0)
    console.log(misses.slice(0, shown).join('\n=======\n'), `\n${good} of ${files.length}`);
  return { share: good / files.length, certain };
}

const sampled = (): readonly RandomFile[] =>
  fc.sample(randomFile, {
    numRuns: runs,
    seed: Number(process.env['GEOMETRY_SEED'] ?? 20_240_301),
  });

test(`the layout of ${runs} random texts is recovered in at least 98 %, and never wrong with confidence`, async () => {
  const { share, certain } = await recovered(sampled(), ({ bytes }) =>
    tempFile('random.txt', bytes),
  );
  expect(certain).toEqual([]);
  expect(share).toBeGreaterThanOrEqual(0.98);
}, 120_000);

const asCell = (text: string): string | number | null =>
  text === '' ? null : /^\d{1,9}(?:\.\d+)?$/.test(text) && !/^0\d/.test(text) ? Number(text) : text;

test(`the layout of ${runs} random sheets is recovered in at least 98 %, and never wrong with confidence`, async () => {
  const { share, certain } = await recovered(sampled(), ({ grid }) =>
    tempFile(
      'random.xlsx',
      workbook({
        Info: { rows: [['Toelichting']] },
        Data: { rows: grid.map((row) => row.map(asCell)) },
      }),
    ),
  );
  expect(certain).toEqual([]);
  expect(share).toBeGreaterThanOrEqual(0.98);
}, 120_000);

test('bytes that were damaged lead to a geometry or to an error that says where and how to repair', async () => {
  const damaged = fc.record({
    file: randomFile,
    cut: fc.double({ min: 0.02, max: 1, noNaN: true }),
    flips: fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { maxLength: 12 }),
    sheet: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(damaged, async ({ file, cut, flips, sheet }) => {
      const whole = sheet ? workbook({ Data: { rows: file.grid } }) : file.bytes;
      const bytes = Buffer.from(whole.subarray(0, Math.ceil(whole.length * cut)));
      for (const [at, value] of flips) bytes[at % bytes.length] = value;
      const path = tempFile(sheet ? 'damaged.xlsx' : 'damaged.csv', bytes);
      const found = await sniffGeometry(path).catch((error: Error) => error);
      if (found instanceof Error) expect(found).toBeInstanceOf(InputError);
      else expect(found.length).toBeGreaterThan(0);
    }),
    { numRuns: Math.min(400, runs) },
  );
}, 120_000);
