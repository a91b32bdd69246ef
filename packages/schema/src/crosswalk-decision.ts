import type { Decision } from './decision.ts';
import { wrongUse } from './errors.ts';
import { quoted } from './sentence.ts';

/** Which label of which source a decision of kind `crosswalk` is about. */
export interface CrosswalkSubject {
  readonly source: string;
  /** The field of the record that the code fills ("substance"). */
  readonly field: string;
  /** The heading as the description writes it; `fold:NAME` for a group of a fold. */
  readonly column: string;
  /** The label, letter for letter. */
  readonly label: string;
}

/** What a person decided that a label means. */
export interface CrosswalkDecision extends CrosswalkSubject {
  /** How the label relates to the code. */
  readonly match: 'exact' | 'narrower' | 'broader' | 'overlap' | 'none';
  /** The code; null for `none`. */
  readonly to: string | null;
}

/** A text in quotes, as JSON writes it. */
const inQuotes = '"(?:[^"\\\\]|\\\\.)*"';
const subjectForm = new RegExp(`^crosswalk (\\S+) ([A-Za-z]+) (${inQuotes}) (${inQuotes})$`, 'u');
const verdictForm = /^(?:(exact|narrower|broader|overlap) (\S(?:.*\S)?)|none)$/u;

function text(json: string | undefined): string | null {
  try {
    return JSON.parse(json ?? '') as string;
  } catch {
    return null;
  }
}

/**
 * The subject of a decision on a label: `crosswalk SOURCE FIELD "COLUMN" "LABEL"`, quotes as in JSON.
 *
 * @example
 * ```ts
 * import { crosswalkSubject } from '@samenbeeld/schema';
 * crosswalkSubject({ source: 's', field: 'substance', column: 'Middel', label: 'coke' }) // => 'crosswalk s substance "Middel" "coke"'
 * ```
 */
export function crosswalkSubject({ source, field, column, label }: CrosswalkSubject): string {
  return `crosswalk ${source} ${field} ${JSON.stringify(column)} ${JSON.stringify(label)}`;
}

/**
 * The verdict of a decision on a label: `exact CODE`, `narrower CODE`, `broader CODE`, `overlap CODE` or `none`.
 *
 * @example
 * ```ts
 * import { crosswalkVerdict } from '@samenbeeld/schema';
 * crosswalkVerdict({ match: 'narrower', to: 'CAN' }) // => 'narrower CAN'
 * ```
 */
export function crosswalkVerdict({ match, to }: Pick<CrosswalkDecision, 'match' | 'to'>): string {
  return match === 'none' ? 'none' : `${match} ${to}`;
}

/**
 * Reads a decision of kind `crosswalk`: subject `crosswalk SOURCE FIELD "COLUMN" "LABEL"`, verdict `exact CODE`,
 * `narrower CODE` (the label is narrower than the code), `broader CODE`, `overlap CODE` or `none`. Whether the code
 * exists is for whoever applies it. Throws UsageError where it is written otherwise.
 *
 * @example
 * ```ts
 * import { parseCrosswalkDecision } from '@samenbeeld/schema';
 * const subject = 'crosswalk exercise-nl-harc substance "Middel" "coke (blok)"';
 * const { column, field, label, match, to } = parseCrosswalkDecision({ subject, verdict: 'narrower COC' });
 * [column, field, label] // => ['Middel', 'substance', 'coke (blok)']
 * [match, to] // => ['narrower', 'COC']
 * ```
 */
export function parseCrosswalkDecision({
  subject,
  verdict,
}: Pick<Decision, 'subject' | 'verdict'>): CrosswalkDecision {
  const [, source, field, column, label] = subjectForm.exec(subject) ?? [];
  const [columnText, labelText] = [text(column), text(label)];
  if (!source || !field || !columnText || !labelText)
    throw wrongUse(
      'Het onderwerp van een beslissing over een label is `{form}`, met aanhalingstekens als in JSON; niet {subject}.',
      'L’objet d’une décision sur un libellé est `{form}`, avec les guillemets de JSON ; et non {subject}.',
      'Der Gegenstand einer Entscheidung über eine Bezeichnung ist `{form}`, mit Anführungszeichen wie in JSON; nicht {subject}.',
      'The subject of a crosswalk decision is: {form}, quotes as in JSON; not {subject}.',
      { form: 'crosswalk SOURCE FIELD "COLUMN" "LABEL"', subject },
    );
  const found = verdictForm.exec(verdict);
  if (!found)
    throw wrongUse(
      'Het oordeel over een label is `exact CODE`, `narrower CODE`, `broader CODE`, `overlap CODE` of `none`; niet {verdict}.',
      'Le verdict sur un libellé est `exact CODE`, `narrower CODE`, `broader CODE`, `overlap CODE` ou `none` ; et non {verdict}.',
      'Das Urteil über eine Bezeichnung ist `exact CODE`, `narrower CODE`, `broader CODE`, `overlap CODE` oder `none`; nicht {verdict}.',
      'The verdict of a crosswalk decision is exact CODE, narrower CODE, broader CODE, overlap CODE or none; not {verdict}.',
      { verdict: quoted(verdict) },
    );
  return {
    source,
    field,
    column: columnText,
    label: labelText,
    match: (found[1] ?? 'none') as CrosswalkDecision['match'],
    to: found[2] ?? null,
  };
}
