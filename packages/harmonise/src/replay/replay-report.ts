import { namedFiles, type SourceDescription } from '@samenbeeld/ingest';
import type { Decision } from '@samenbeeld/schema';
import type { KnownCrosswalk } from '../name-index.ts';
import { type UndecidedLabel, undecidedLabels } from '../undecided-labels.ts';
import { cellUse } from './cell-use.ts';
import type { Inapplicable } from './inapplicable.ts';
import { correctionOutcome, labelOutcome, type Replayed } from './outcome.ts';
import { replaySentences } from './replay-sentences.ts';
import { takeUp } from './with-decisions.ts';

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
