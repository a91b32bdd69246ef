import { anomaliesOf, anomaliesPage, type FoundAnomalies, findSource } from '@samenbeeld/answers';
import { withDecisions } from '@samenbeeld/harmonise';
import { recordedDecisions } from '@samenbeeld/recipes';
import type { Language } from '@samenbeeld/schema';
import { type Marking, output } from './cell.ts';
import { awaited, plainly } from './kernel.ts';
import { markingOf } from './marking-of.ts';
import { presentFiles } from './present-files.ts';
import { type View, view } from './view.ts';

/** Figures that may be wrong, in the order shown: the first is number 1. Nothing is applied. */
export interface Anomalies extends View, FoundAnomalies {
  readonly kind: 'anomalies';
  /** The marking of what is shown of the source. */
  readonly marking: Marking;
}

/** Options of `findAnomalies`. */
export interface FindAnomaliesOptions {
  /** Decisions on labels and slips to apply first, a decisions.jsonl. */
  readonly decisions?: string;
  /** Files of other sources whose figures are only compared with. */
  readonly against?: Readonly<Record<string, string | readonly string[]>>;
  /** Takes a description with open questions. */
  readonly draft?: boolean;
  readonly language?: Language;
}

async function search(
  name: string,
  files: string | readonly string[],
  { decisions, against = {}, draft = false, language = 'en' }: FindAnomaliesOptions,
): Promise<Anomalies> {
  const paths = presentFiles(files);
  const { source } = withDecisions(findSource(name), await recordedDecisions(decisions));
  const others = Object.entries(against).map(
    ([other, compared]) => [other, presentFiles(compared)] as const,
  );
  const found = await anomaliesOf(source, paths, { against: others, draft });
  const marking = markingOf(source, language);
  return view<Anomalies>({ kind: 'anomalies', ...found, marking }, () => [
    output(marking, anomaliesPage(found)),
  ]);
}

/**
 * Looks for figures that may be wrong in files of a source: slips of unit or decimal, lost zeros, swapped digits, copied
 * years, parts above their whole, and so on, as docs/methods/anomalies.md defines them. Each comes with its cell, evidence,
 * what else it may be, and a correction where exactly one is determined. `acceptCorrection` records one. Throws as `ingest`.
 *
 * @param source id in the catalogue, or path of a source.yaml
 * @example
 * ```ts
 * import { findAnomalies } from '@samenbeeld/notebook';
 * const { anomalies } = await findAnomalies('exercise-nl-harc', 'fixtures/exercise/nl-harc-2018-2025.csv');
 * anomalies.length // => 0
 * ```
 */
export function findAnomalies(
  source: string,
  files: string | readonly string[],
  options: FindAnomaliesOptions = {},
): Promise<Anomalies> {
  const made = search(source, files, options).catch((error: unknown) => {
    throw plainly(error, options.language);
  });
  return awaited('findAnomalies(…)', made);
}
