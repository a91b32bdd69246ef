import type { Decision } from './decision.ts';
import { wrongUse } from './errors.ts';

/** A cell that is this text, one of these texts, or that a regular expression (RE2) finds; `not` says which it is not. */
export type CorrectionCondition =
  | string
  | readonly string[]
  | { readonly match?: string; readonly not?: CorrectionCondition };

/** Which cells of which source a decision of kind `correction` is about. */
export interface CorrectionSubject {
  readonly source: string;
  /** The heading as the description writes it. */
  readonly column: string;
  /** What the cell says, letter for letter. */
  readonly from: string;
  /** Conditions on the other cells of the row, by heading; all must hold. */
  readonly where: Readonly<Record<string, CorrectionCondition>>;
}

/** A slip of the publisher that a person decided to put right. */
export interface CorrectionDecision extends CorrectionSubject {
  readonly to: string;
}

const quoted = '"(?:[^"\\\\]|\\\\.)*"';
const subjectForm = new RegExp(
  `^correction (\\S+) (${quoted}) (${quoted})(?: where (\\{.+\\}))?$`,
  'su',
);
const verdictForm = new RegExp(`^(${quoted}) → (${quoted})$`, 'su');

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return null;
  }
}

/** Whether it is an expression at all; that it can be matched in linear time is looked at where it is matched. */
function isExpression(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    new RegExp(value.replace(/^\(\?[ims]+\)/, ''), 'u');
    return true;
  } catch {
    return false;
  }
}

function isCondition(value: unknown): value is CorrectionCondition {
  if (typeof value === 'string') return true;
  if (Array.isArray(value))
    return value.length > 0 && value.every((text) => typeof text === 'string');
  if (typeof value !== 'object' || value === null) return false;
  const { match, not, ...others } = value as Readonly<Record<string, unknown>>;
  if (Object.keys(others).length > 0 || (match === undefined && not === undefined)) return false;
  return (match === undefined || isExpression(match)) && (not === undefined || isCondition(not));
}

function whereOf(json: string | undefined): CorrectionSubject['where'] | null {
  if (json === undefined) return {};
  const value = parsed(json);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([, condition]) => isCondition(condition))
    ? (value as CorrectionSubject['where'])
    : null;
}

/**
 * The subject of a decision on a slip: `correction SOURCE "COLUMN" "FROM"`, and `where {…}` as JSON, its headings in
 * order, where it is about certain rows only.
 *
 * @example
 * ```ts
 * import { correctionSubject } from '@samenbeeld/schema';
 * const slip = { source: 's', column: 'Aantal', from: '1638', where: { Jaar: '2022' } };
 * correctionSubject(slip) // => 'correction s "Aantal" "1638" where {"Jaar":"2022"}'
 * ```
 */
export function correctionSubject({ source, column, from, where }: CorrectionSubject): string {
  const ordered = Object.entries(where).sort(([a], [b]) => (a < b ? -1 : 1));
  const conditions =
    ordered.length > 0 ? ` where ${JSON.stringify(Object.fromEntries(ordered))}` : '';
  return `correction ${source} ${JSON.stringify(column)} ${JSON.stringify(from)}${conditions}`;
}

/**
 * The verdict of a decision on a slip: `"FROM" → "TO"`.
 *
 * @example
 * ```ts
 * import { correctionVerdict } from '@samenbeeld/schema';
 * correctionVerdict({ from: '1638', to: '163,8' }) // => '"1638" → "163,8"'
 * ```
 */
export function correctionVerdict({ from, to }: Pick<CorrectionDecision, 'from' | 'to'>): string {
  return `${JSON.stringify(from)} → ${JSON.stringify(to)}`;
}

/**
 * Reads a decision of kind `correction`: subject `correction SOURCE "COLUMN" "FROM"`, with `where {"HEADING":"TEXT"}`
 * behind it for certain rows only (a text, a list of texts or `{"match":"…"}` a heading), verdict `"FROM" → "TO"`.
 * Throws UsageError where it is written otherwise, or its two FROM differ.
 *
 * @example
 * ```ts
 * import { parseCorrectionDecision } from '@samenbeeld/schema';
 * const subject = 'correction exercise-nl-harc "Hoeveelheid" "1.638" where {"Datum":"16-09-2023"}';
 * const { column, from, to, where } = parseCorrectionDecision({ subject, verdict: '"1.638" → "163,8"' });
 * [column, from, to, where] // => ['Hoeveelheid', '1.638', '163,8', { Datum: '16-09-2023' }]
 * ```
 */
export function parseCorrectionDecision({
  subject,
  verdict,
}: Pick<Decision, 'subject' | 'verdict'>): CorrectionDecision {
  const found = subjectForm.exec(subject);
  const [column, from] = [parsed(found?.[2]), parsed(found?.[3])];
  const where = whereOf(found?.[4]);
  if (
    !found?.[1] ||
    typeof column !== 'string' ||
    typeof from !== 'string' ||
    !column ||
    !from ||
    !where
  )
    throw wrongUse(
      'Het onderwerp van een verbetering is `{form}`, of hetzelfde met `{where}` erachter, als JSON; niet {subject}.',
      'L’objet d’une correction est `{form}`, ou le même suivi de `{where}`, en JSON ; et non {subject}.',
      'Der Gegenstand einer Berichtigung ist `{form}`, oder derselbe mit `{where}` dahinter, als JSON; nicht {subject}.',
      'The subject of a correction is: {form}, or the same with {where}, as JSON; not {subject}.',
      {
        form: 'correction SOURCE "COLUMN" "FROM"',
        where: 'where {"HEADING":"TEXT"}',
        subject,
      },
    );
  const change = verdictForm.exec(verdict);
  const [before, to] = [parsed(change?.[1]), parsed(change?.[2])];
  if (typeof to !== 'string' || to.trim() === '' || before !== from || to === from)
    throw wrongUse(
      'Het oordeel van een verbetering is `"FROM" → "TO"`, met de FROM van het onderwerp ({from}) en een andere TO, die niet leeg is; niet {verdict}.',
      'Le verdict d’une correction est `"FROM" → "TO"`, avec le FROM de son objet ({from}) et un autre TO, non vide ; et non {verdict}.',
      'Das Urteil einer Berichtigung ist `"FROM" → "TO"`, mit dem FROM des Gegenstands ({from}) und einem anderen TO, das nicht leer ist; nicht {verdict}.',
      'The verdict of a correction is "FROM" → "TO", with the FROM of its subject ({from}) and another TO that is not empty; not {verdict}.',
      { from: JSON.stringify(from), verdict },
    );
  return { source: found[1], column, from, to, where };
}
