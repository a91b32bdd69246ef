import type { LinkedRecord, RecordPair } from '@samenbeeld/merge';
import fc from 'fast-check';

const odds = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(0, 0.001, 0.005, Number.POSITIVE_INFINITY, 2000) },
  { weight: 4, arbitrary: fc.double({ min: 0.02, max: 50, noNaN: true }) },
);
const decided = fc.oneof(
  { weight: 7, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.constantFrom('same', 'different') },
);
const said = fc.option(fc.record({ odds, decided }), { nil: null, freq: 2 });

/** Two to four files of one to three records, pairs of rows and of batches, some of them decided. */
export const judgedBatches: fc.Arbitrary<{
  readonly records: readonly LinkedRecord[];
  readonly pairs: readonly RecordPair[];
}> = fc
  .record({
    files: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 }),
    batched: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
    said: fc.array(said, { minLength: 97, maxLength: 97 }),
  })
  .map(({ files, batched, said: all }) => {
    const records = files.flatMap((count, file) =>
      Array.from({ length: count }, (_, at) => {
        const source = 'abcd'.charAt(file);
        return { id: `${source}${at + 1}`, source };
      }),
    );
    const sides = files.flatMap((count, file) => {
      const source = 'abcd'.charAt(file);
      const rows = records.filter((record) => record.source === source).map(({ id }) => id);
      const size = Math.min(batched[file] ?? 0, count);
      return [...rows, ...(size >= 2 ? [rows.slice(0, size).join('+')] : [])];
    });
    let next = 0;
    const pairs = sides.flatMap((a, i) =>
      sides.slice(i + 1).flatMap((b) => {
        if (a.charAt(0) === b.charAt(0)) return [];
        next += 1;
        const one = all[next % all.length] ?? null;
        return one ? [{ a, b, ...one }] : [];
      }),
    );
    return { records, pairs };
  });
