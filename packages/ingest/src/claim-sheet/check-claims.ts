import type { ReadTable } from '@samenbeeld/read';
import { type Issue, ownValue } from '@samenbeeld/schema';
import { type ClaimFault, claimRules } from './claim-rules.ts';

/** A row of a claim sheet: its cells by header ('' where empty), and its line. */
interface Claim {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

function repeated(
  claims: readonly Claim[],
  keyOf: (cells: Claim['cells']) => string | null,
  fault: (first: Claim) => Omit<ClaimFault, 'line' | 'value'>,
): readonly ClaimFault[] {
  const firsts = new Map<string, Claim>();
  return claims.flatMap((claim) => {
    const key = keyOf(claim.cells);
    const first = key === null ? undefined : firsts.get(key);
    if (key !== null && !first) firsts.set(key, claim);
    if (!first) return [];
    const found = fault(first);
    return { ...found, line: claim.line, value: ownValue(claim.cells, found.column) ?? null };
  });
}

/** The publication and everything that makes a scope; equal ones are one claim typed twice. */
const same =
  'url place basis agency substance offence metric stat value unit period_from period_to level national_code';

function claimsOf({ columns, rows }: ReadTable): readonly Claim[] {
  return rows.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(
      columns.map(({ headers, index }) => [headers.at(-1) ?? '', (cells[index] ?? '').trim()]),
    ),
  }));
}

/**
 * What is wrong with a claim sheet beyond what `ingest` finds: no number, a number given twice, a scope that
 * contradicts itself, the same claim twice. Takes the CSV or the Excel form as `readTable` gives it; issues are in the
 * order of the rows. Unknown codes, unreadable figures and periods, and claims without a source, a unit, or a value and
 * a reason for its absence are rejected by `ingest`.
 *
 * @example
 * ```ts
 * import { checkClaims } from '@samenbeeld/ingest';
 * import { readTable } from '@samenbeeld/read';
 * const [table] = await readTable('fixtures/published/claims.csv', { format: 'csv' });
 * checkClaims(table).filter(({ severity }) => severity !== 'note') // => []
 * ```
 */
export function checkClaims(table: ReadTable): readonly Issue[] {
  const claims = claimsOf(table);
  const single = claims.flatMap(({ line, cells }) =>
    claimRules.flatMap((rule): readonly ClaimFault[] => {
      const fault = rule(cells);
      return fault ? [{ ...fault, line, value: ownValue(cells, fault.column) || null }] : [];
    }),
  );
  const numbers = repeated(
    claims,
    ({ claim }) => claim || null,
    (first) => ({
      column: 'claim',
      rule: 'claim.number-twice',
      severity: 'rejection',
      message: `line ${first.line} has the same number`,
      repair: 'give each row a number of its own',
    }),
  );
  const doubles = repeated(
    claims,
    (cells) =>
      cells['url']
        ? same
            .split(' ')
            .map((name) => ownValue(cells, name) ?? '')
            .join('\u001f')
        : null,
    (first) => ({
      column: 'url',
      rule: 'claim.same-twice',
      severity: 'note',
      message: `the same claim of the same publication as line ${first.line} (${first.cells['claim']})`,
      repair: 'remove one, unless two people transcribed it independently',
    }),
  );
  const { file, sheet } = table;
  return [...single, ...numbers, ...doubles]
    .sort((a, b) => a.line - b.line)
    .map((fault) => ({ file, sheet, ...fault }));
}
