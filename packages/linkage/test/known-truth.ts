import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '@samenbeeld/engine';
import {
  type BlockingRule,
  type Comparison,
  dateDifference,
  exact,
  jaroWinkler,
  levenshtein,
  linkRecords,
} from '@samenbeeld/linkage';

const folder: string = join(import.meta.dirname, '../../../../shared/data/linkage');
type Row = Readonly<Record<string, string>>;

/** A file others measure against, with who is who, and how it is linked here: nothing in it was fitted to the answers. */
export interface KnownTruth {
  readonly name: string;
  readonly says: string;
  readonly entity: (row: Row) => string;
  readonly blocking: readonly BlockingRule[];
  readonly comparisons: readonly Comparison[];
  /** F1 that must be reached, at probability 0.5 and at the best threshold. */
  readonly atHalf: number;
  readonly best: number;
}

export const knownTruth: readonly KnownTruth[] = [
  {
    name: 'splink_fake_1000',
    says: '1,000 hard records, rules and comparisons as in splink’s own demonstration (0.806 and 0.862)',
    entity: (row) => row['cluster'] ?? '',
    blocking: [
      'l.first_name = r.first_name',
      'l.surname = r.surname',
      'l.dob = r.dob',
      'l.email = r.email',
    ],
    comparisons: [
      jaroWinkler('first_name', { termFrequency: true }),
      jaroWinkler('surname', { termFrequency: true }),
      dateDifference('dob', { format: 'yyyy-mm-dd', typos: 1, within: [0, 31, 366, 3660] }),
      exact('city', { termFrequency: true }),
      jaroWinkler('email', { termFrequency: true }),
    ],
    atHalf: 0.85,
    best: 0.862,
  },
  {
    name: 'febrl_dataset1',
    says: '1,000 Australian records, 500 of them twice',
    entity: (row) => row['rec_id']?.split('-')[1] ?? '',
    blocking: [
      ['given_name'],
      ['surname'],
      ['date_of_birth'],
      ['soc_sec_id'],
      ['postcode', 'street_number'],
    ],
    comparisons: [
      jaroWinkler('given_name', { termFrequency: true }),
      jaroWinkler('surname', { termFrequency: true }),
      levenshtein('date_of_birth', { transpositions: true }),
      levenshtein('soc_sec_id'),
      exact('street_number', { termFrequency: true }),
      levenshtein('postcode', { distances: [1], termFrequency: true }),
      jaroWinkler('address_1', { termFrequency: true }),
      exact('state'),
    ],
    atHalf: 0.995,
    best: 0.998,
  },
  {
    name: 'RLdata500',
    says: '500 German names, 50 of them twice',
    entity: (row) => row['identity'] ?? '',
    blocking: [['fname_c1'], ['lname_c1'], ['by', 'bm'], ['by', 'bd'], ['bm', 'bd']],
    comparisons: [
      jaroWinkler('fname_c1', { termFrequency: true }),
      jaroWinkler('lname_c1', { termFrequency: true }),
      levenshtein('by', { distances: [1], termFrequency: true }),
      levenshtein('bm', { distances: [1] }),
      levenshtein('bd', { distances: [1] }),
    ],
    atHalf: 0.98,
    best: 0.98,
  },
];

/** Where the files are, or undefined: they stay outside the repository. */
export const knownFolder: string | undefined = existsSync(folder) ? folder : undefined;

/** Comma-separated, with blanks after the comma or quotes, never a comma in a cell. */
async function read(engine: Engine, name: string): Promise<readonly Row[]> {
  const text = readFileSync(join(folder, `${name}.csv`), 'utf8');
  const [head = [], ...lines] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')));
  const names = ['row', ...head];
  const rows = lines.map((cells, at) => [String(at + 1).padStart(5, '0'), ...cells]);
  await engine.insert(
    name,
    names.map((column) => ({ name: column, type: 'VARCHAR' })),
    rows,
  );
  return rows.map((row) => Object.fromEntries(names.map((column, at) => [column, row[at] ?? ''])));
}

/** How well a file is linked: F1 over all true pairs, also those no rule brings together. */
export async function scoreKnown(
  engine: Engine,
  known: KnownTruth,
): Promise<{ readonly atHalf: number; readonly best: number }> {
  const rows = await read(engine, known.name);
  const links = await linkRecords(engine, {
    tables: [{ table: known.name, id: 'row' }],
    blocking: known.blocking,
    comparisons: known.comparisons,
    threshold: 0.0001,
  });
  const truth = new Map(rows.map((row) => [row['row'], known.entity(row)]));
  const sizes = new Map<string, number>();
  for (const one of truth.values()) sizes.set(one, (sizes.get(one) ?? 0) + 1);
  const all = [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const pairs = await links.pairs();
  let right = 0;
  let best = 0;
  let atHalf = 0;
  for (const [at, { a, b, weight, probability }] of pairs.entries()) {
    if (truth.get(a) === truth.get(b)) right++;
    // Pairs of one weight come in or stay out together.
    if (pairs[at + 1]?.weight === weight) continue;
    const f1 = (2 * right) / (at + 1 + all);
    best = Math.max(best, f1);
    if (probability >= 0.5) atHalf = f1;
  }
  await links.drop();
  return { atHalf, best };
}
