import type { ReadTable } from '@samenbeeld/read';
import { type Issue, ownValue } from '@samenbeeld/schema';

/** A fault of one row. */
interface ClaimFault {
  readonly line: number;
  readonly column: string;
  readonly value: string | null;
  readonly rule: string;
  readonly severity: Issue['severity'];
  readonly message: string;
  readonly repair: string;
}

/** Cells of a row by header, empty ones as '', and what is wrong with them. */
type ClaimRule = (
  cells: Readonly<Record<string, string>>,
) => Omit<ClaimFault, 'line' | 'value'> | false;

/** What a row of the claim sheet may not lack or contradict, beyond codes, figures and periods. */
const claimRules: readonly ClaimRule[] = [
  ({ claim }) =>
    !claim && {
      column: 'claim',
      rule: 'claim.no-number',
      severity: 'rejection',
      message: 'the claim has no number',
      repair: 'give it a short number that no other row of the sheet has',
    },
  ({ contains_own: own, basis }) =>
    Boolean(own) &&
    basis !== 'entered_via_port' && {
      column: 'contains_own',
      rule: 'claim.own-without-via',
      severity: 'warning',
      message: 'only a figure "entered via the port" can contain the port’s own seizures',
      repair: 'empty the cell, or correct the basis',
    },
  ({ published_on: published = '', period_from: from = '' }) =>
    published !== '' &&
    from !== '' &&
    published < from.slice(0, published.length) && {
      column: 'published_on',
      rule: 'claim.published-before',
      severity: 'warning',
      message: `published before its period begins (${from})`,
      repair: 'correct the date or the period',
    },
];

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
