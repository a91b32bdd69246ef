import { type Decision, detectPersonalData, isDay } from '@samenbeeld/schema';
import { sha256 } from './data-package.ts';
import { mappingProblem } from './mapping-decision.ts';

/** A decision that is not recorded yet. */
export type DecisionDraft = Omit<Decision, 'id'>;

const kinds: readonly Decision['kind'][] = [
  'conflict',
  'same-seizure',
  'same-measure',
  'crosswalk',
  'correction',
  'override',
  'release',
  'ceiling',
];
const fields = ['kind', 'subject', 'verdict', 'role', 'time', 'reason', 'evidence', 'supersedes'];
const optional = new Set(['evidence', 'supersedes']);
const sameSeizureVerdicts: readonly string[] = ['same', 'different', 'unsure', 'reopen'];
const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

// Digits of a badge or case number, an address, a title before a name: no role holds those.
const person =
  /\d{4,}|@|(^|\W)(mr|mrs|ms|dr|dhr|mevr|mw|mme|mlle|herr|frau|monsieur|madame|meneer|mevrouw)\.?\s+\p{L}/iu;

/** The first field that holds personal data, and which kind; the value itself is never repeated. */
function personalData(value: Readonly<Record<string, unknown>>): string | null {
  for (const field of ['subject', 'verdict', 'role', 'reason', 'evidence']) {
    const [found] = detectPersonalData(String(value[field] ?? ''));
    if (found) return `"${field}" looks like personal data (${found.detector})`;
  }
  return person.test(String(value['role']))
    ? '"role" looks like personal data; expected a role ("analyst, Benelux secretariat")'
    : null;
}

/** The id of a decision: the first 12 digits of the SHA-256 of what it says. */
export function decisionId(draft: DecisionDraft): string {
  const record: Readonly<Record<string, unknown>> = { ...draft };
  return sha256(JSON.stringify(fields.map((field) => record[field] ?? null))).slice(0, 12);
}

/** A decision as one line of JSON. */
export function decisionLine(decision: Decision): string {
  const record: Readonly<Record<string, unknown>> = { ...decision };
  return JSON.stringify(
    Object.fromEntries(['id', ...fields].map((field) => [field, record[field] ?? null])),
  );
}

/** What is wrong with the fields of a decision, in words; null where nothing is. */
export function decisionProblem(value: Readonly<Record<string, unknown>>): string | null {
  const unknown = Object.keys(value).filter((key) => key !== 'id' && !fields.includes(key));
  if (unknown.length > 0) return `unknown field "${unknown[0]}"`;
  for (const field of fields) {
    const content = value[field] ?? null;
    if (content === null && optional.has(field)) continue;
    if (typeof content !== 'string' || content.trim() === '') return `"${field}" is empty`;
    if (content !== content.trim() || /[\r\n]/.test(content))
      return `"${field}" has blanks around it or a line break`;
  }
  const { kind, time, verdict, supersedes } = value as unknown as Decision;
  if (!kinds.includes(kind)) return `"kind" is "${kind}"; expected one of ${kinds.join(', ')}`;
  if (!instant.test(time) || !isDay(time.slice(0, 10)) || Number.isNaN(Date.parse(time)))
    return `"time" is "${time}"; expected an ISO day or an ISO time with its zone`;
  if (verdict === 'reopen' && (supersedes ?? null) === null)
    return '"reopen" must supersede the decision it undoes';
  if (kind === 'same-seizure' && !sameSeizureVerdicts.includes(verdict))
    return `"verdict" is "${verdict}"; expected one of ${sameSeizureVerdicts.join(', ')}`;
  return mappingProblem(value as unknown as Decision) ?? personalData(value);
}
