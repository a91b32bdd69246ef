import { createHash } from 'node:crypto';
import {
  codedMappings,
  fields,
  type Mapping,
  namedFiles,
  type SourceDescription,
} from '@samenbeeld/ingest';
import { type Decision, editDistance, foldText, ownValue } from '@samenbeeld/schema';
import type { KnownCrosswalk } from '../name-index.ts';
import { type UndecidedLabel, undecidedLabels } from '../undecided-labels.ts';
import { type CellUse, cellUse } from './corrected-cells.ts';
import { type DecidedCorrection, decidedCorrections } from './decided-corrections.ts';
import { addLabels, type DecidedLabel, decidedLabels } from './decided-labels.ts';
import type { CellAt, Inapplicable } from './inapplicable.ts';

/** A decision that changed cells of the files. */
export interface Replayed {
  readonly decision: Decision;
  readonly cells: number;
  readonly says: string;
  /** The first cell that a correction changes. */
  readonly at?: CellAt;
}

function counted(cells: number): string {
  return `${cells} cell${cells === 1 ? '' : 's'}`;
}

/** A new label of the column that looks like the one that is gone. */
function renamed(
  label: string,
  column: string,
  undecided: readonly UndecidedLabel[],
): string | null {
  const wanted = foldText(label);
  const near = undecided
    .filter((other) => other.column === column)
    .map((other) => ({ other, folded: foldText(other.label) }))
    .filter(({ folded }) => {
      const longer = Math.max(wanted.length, folded.length);
      const held = Math.min(wanted.length, folded.length) > 3;
      return (
        editDistance(wanted, folded) <= longer / 3 ||
        (held && (wanted.includes(folded) || folded.includes(wanted)))
      );
    })
    .sort((a, b) => editDistance(wanted, a.folded) - editDistance(wanted, b.folded));
  return near[0]?.other.label ?? null;
}

function mappingOf({ says }: DecidedLabel, source: SourceDescription): Mapping | undefined {
  return codedMappings(source).find(
    ([column, { to }]) => column === says.column && to === says.field,
  )?.[1];
}

/** What a relation that the description does not accept does to the records, as in a crosswalk. */
function consequence({ says }: DecidedLabel, source: SourceDescription, mapping?: Mapping): string {
  if (!mapping || (says.to !== null && mapping.accept.includes(says.match))) return '';
  const accepted = `the column accepts ${mapping.accept.join(', ')} only`;
  return ownValue(fields[source.record], says.field)?.required
    ? `; ${accepted} and ${says.field} may not be empty, so they are rejected`
    : `; ${says.to === null ? '' : `${accepted}, so `}${says.field} is left empty`;
}

/** Cells that hold the label, or a part that is the label where the column holds several. */
function cellsWith(decided: DecidedLabel, source: SourceDescription, use: CellUse): number {
  const { says } = decided;
  const split = mappingOf(decided, source)?.split ?? null;
  let cells = 0;
  for (const { label, cells: own } of use.labels.get(says.column)?.values() ?? []) {
    const parts =
      split === null ? [label] : [label, ...label.split(split).map((part) => part.trim())];
    if (parts.includes(says.label)) cells += own;
  }
  return cells;
}

/** What became of a decision on a label. */
function labelOutcome(
  decided: DecidedLabel,
  source: SourceDescription,
  use: CellUse,
  undecided: readonly UndecidedLabel[],
): Replayed | Inapplicable {
  const { decision, says } = decided;
  const cells = cellsWith(decided, source, use);
  if (cells > 0)
    return {
      decision,
      cells,
      says: `"${says.label}" in "${says.column}" is read as ${decision.verdict} for ${says.field}: ${counted(cells)}${consequence(decided, source, mappingOf(decided, source))}`,
    };
  const now = renamed(says.label, says.column, undecided);
  return {
    decision,
    why: 'label-gone',
    says: `no cell of "${says.column}" says "${says.label}" any more${now === null ? '' : `; perhaps it is "${now}" now`}`,
  };
}

/** What became of a decision on a slip. */
function correctionOutcome(
  { decision, says }: DecidedCorrection,
  use: CellUse,
): Replayed | Inapplicable {
  const found = use.slips.get(decision);
  const { column, from, to, where } = says;
  const rows = Object.entries(where)
    .map(([heading, condition]) => `"${heading}" ${JSON.stringify(condition)}`)
    .join(' and ');
  const of = rows === '' ? '' : ` of the rows with ${rows}`;
  if (!found)
    return {
      decision,
      why: 'row-gone',
      says: `there are no rows with ${rows || 'cells'} any more`,
    };
  if (found.from > 0)
    return {
      decision,
      cells: found.from,
      at: found.at,
      says: `"${from}" in "${column}"${of} is read as "${to}": ${counted(found.from)}`,
    };
  const [first] = found.others;
  if (rows === '' && found.to === 0)
    return { decision, why: 'put-right', says: `no cell of "${column}" says "${from}" any more` };
  if (rows === '' || first === undefined)
    return {
      decision,
      why: 'put-right',
      at: found.at,
      says: `"${column}"${of} says "${to}" by now: the publisher has put it right`,
    };
  const others = found.others.map((text) => `"${text}"`).join(', ');
  return {
    decision,
    why: 'value-changed',
    at: found.at,
    says: `"${column}"${of} says neither "${from}" nor "${to}" but ${others}: look again`,
  };
}

/** A description with what people decided of it. */
export interface WithDecisions {
  readonly source: SourceDescription;
  /** Decisions that the description takes up; whether a file still has such cells is for `replayReport`. */
  readonly applied: readonly Decision[];
  readonly inapplicable: readonly Inapplicable[];
}

/**
 * Adds decisions of kind `crosswalk` and `correction` to a description: labels that it does not know get their code,
 * slips are put right. Decisions on other sources are passed over. What the description itself says holds against a
 * decision; a word that only the code list has gained does not. The ids of the records do not change, the description's
 * `sha256` does.
 *
 * @example
 * ```ts
 * import { loadSource } from '@samenbeeld/ingest';
 * import { withDecisions } from '@samenbeeld/harmonise';
 * import { catalogueFolder } from '@samenbeeld/sources';
 * const source = loadSource(catalogueFolder('exercise-nl-harc'));
 * const decision = { id: 'd1', kind: 'crosswalk', subject: 'crosswalk exercise-nl-harc substance "Middel" "blokken coke"', verdict: 'exact COC', role: 'analyst', time: '2026-01-01', reason: 'the team says so', evidence: null, supersedes: null } as const;
 * const unknown = { ...decision, id: 'd2', subject: 'crosswalk exercise-nl-harc substance "Middel" "spul"', verdict: 'exact COCA' } as const;
 * const { applied, inapplicable } = withDecisions(source, [decision, unknown]);
 * applied.length // => 1
 * inapplicable[0].why // => 'code-unknown'
 * ```
 */
export function withDecisions(
  source: SourceDescription,
  decisions: readonly Decision[],
): WithDecisions {
  const { source: extended, applied, inapplicable } = takeUp(source, decisions);
  return { source: extended, applied, inapplicable };
}

/** `withDecisions`, with the labels and slips that the description takes up. */
function takeUp(
  source: SourceDescription,
  decisions: readonly Decision[],
): WithDecisions & {
  readonly labels: readonly DecidedLabel[];
  readonly corrections: readonly DecidedCorrection[];
} {
  const labels = decidedLabels(source, decisions);
  const slips = decidedCorrections(source, decisions);
  const taken = { labels: labels.labels, corrections: slips.corrections };
  const applied = [...labels.labels, ...slips.corrections].map(({ decision }) => decision);
  const inapplicable = [...labels.inapplicable, ...slips.inapplicable];
  if (applied.length === 0) return { source, applied, inapplicable, ...taken };
  const ids = applied.map(({ id }) => id).sort();
  const sha256 = createHash('sha256')
    .update([source.sha256, ...ids].join(' '))
    .digest('hex');
  const extended = addLabels(source, labels.labels);
  return {
    source: {
      ...extended,
      corrections: [
        ...source.corrections,
        ...slips.corrections.map(({ correction }) => correction),
      ],
      sha256,
    },
    applied,
    inapplicable,
    ...taken,
  };
}

function dot(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

/** What is proposed for a label, in a few words. */
function proposalWords({ proposal }: UndecidedLabel): string {
  if (proposal === null) return 'any code may stand there';
  const others = proposal.alternatives.map(({ to, match }) => `${match} ${to}`);
  const rest = others.length > 0 ? `; or ${others.join(', ')}` : '';
  if (proposal.to === null) return `${proposal.reason.en}${rest}`;
  return `perhaps ${proposal.match} ${proposal.to} (${proposal.confidence.toFixed(2)}: ${proposal.reason.en})${rest}`;
}

/** A replay in plain English, a sentence for each thing to know. */
function replaySentences({
  applied,
  inapplicable,
  undecided,
}: Omit<ReplayReport, 'says'>): readonly string[] {
  return [
    ...applied.map(({ decision, says }) => dot(`Decision ${decision.id} applies: ${says}`)),
    ...inapplicable.map(({ decision, why, says }) =>
      dot(
        `Decision ${decision.id} ${why === 'already-said' ? 'is superfluous' : 'no longer applies'}: ${says}`,
      ),
    ),
    ...undecided.map((label) =>
      dot(
        `New and undecided: "${label.label}" in "${label.column}" for ${label.field}, ${label.cells} cell${label.cells === 1 ? '' : 's'}, first in ${label.file}${label.line === null ? '' : `, line ${label.line}`}; ${proposalWords(label)}`,
      ),
    ),
  ];
}

/** What became of last month's decisions in this month's files. */
export interface ReplayReport {
  readonly source: string;
  readonly files: readonly string[];
  /** Decisions that changed something, and how many cells. */
  readonly applied: readonly Replayed[];
  /** Decisions that no longer fit, and why. */
  readonly inapplicable: readonly Inapplicable[];
  /** Labels that are new and that nobody has decided, each with a proposal. */
  readonly undecided: readonly UndecidedLabel[];
  /** All of it in plain English, a sentence each. */
  readonly says: readonly string[];
}

/** What may help a replay. */
export interface ReplayOptions {
  /** Crosswalks of other sources, asked for only when there is something to propose. */
  readonly crosswalks?: () => readonly KnownCrosswalk[];
  /** Other sources, asked for only when a file does not fit. */
  readonly catalogue?: () => readonly SourceDescription[];
}

/**
 * Replays decisions on files of a source: which changed how many cells, which no longer fit and why (label, row or column
 * gone, put right by the publisher, said by the description, contradicted, code unknown), and which labels are new.
 * `source` is the description without the decisions. The files are read, nothing is written. Throws InputError where a
 * file is not of this source.
 *
 * @example
 * ```ts
 * import { loadSource } from '@samenbeeld/ingest';
 * import { replayReport } from '@samenbeeld/harmonise';
 * import { catalogueFolder, sampleFile } from '@samenbeeld/sources';
 * const source = loadSource(catalogueFolder('exercise-nl-harc'));
 * const report = await replayReport(source, [], [sampleFile('exercise-nl-harc')]);
 * report.undecided.map(({ label }) => label) // => ['wit poeder (n.n.b.)']
 * report.says.length // => 1
 * ```
 */
export async function replayReport(
  source: SourceDescription,
  decisions: readonly Decision[],
  files: readonly string[],
  { crosswalks = () => [], catalogue = () => [] }: ReplayOptions = {},
): Promise<ReplayReport> {
  const { source: extended, inapplicable, labels, corrections } = takeUp(source, decisions);
  const use = await cellUse(extended, files, corrections, catalogue);
  const undecided = undecidedLabels(extended, use.labels, crosswalks);
  const outcomes = [
    ...labels.map((decided) => labelOutcome(decided, extended, use, undecided)),
    ...corrections.map((decided) => correctionOutcome(decided, use)),
  ];
  const record = {
    source: source.id,
    files: namedFiles(files).map(({ name }) => name),
    applied: outcomes.flatMap((outcome) => ('cells' in outcome ? [outcome] : [])),
    inapplicable: [
      ...inapplicable,
      ...outcomes.flatMap((outcome) => ('cells' in outcome ? [] : [outcome])),
    ],
    undecided,
  };
  return { ...record, says: replaySentences(record) };
}
