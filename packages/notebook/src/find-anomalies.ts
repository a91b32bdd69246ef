import { openEngine } from '@samenbeeld/engine';
import {
  type Anomaly,
  findAnomalies as find,
  loadAnomalyInput,
  withDecisions,
} from '@samenbeeld/harmonise';
import { type IngestResult, ingest } from '@samenbeeld/ingest';
import { allSources, findSource, recordedDecisions } from '@samenbeeld/recipes';
import type { Language } from '@samenbeeld/schema';
import { anomaliesOutputs } from './anomalies-view.ts';
import type { Marking } from './html.ts';
import { markingOf } from './marking-of.ts';
import { presentFiles } from './present-files.ts';
import { awaited, plainly } from './show.ts';
import { type View, view } from './view.ts';

/** Figures that may be wrong, the likeliest first. Nothing is applied. */
export interface Anomalies extends View {
  readonly kind: 'anomalies';
  /** In the order shown; the first is number 1. */
  readonly anomalies: readonly Anomaly[];
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
  const engine = await openEngine();
  try {
    const result = await ingest(engine, source, paths, { catalogue: allSources, draft });
    const others: IngestResult[] = [];
    for (const [other, compared] of Object.entries(against))
      others.push(await ingest(engine, findSource(other), presentFiles(compared)));
    const input = await loadAnomalyInput(engine, [{ result, files: paths }], others);
    const marking = markingOf(source, language);
    return view<Anomalies>(
      { kind: 'anomalies', anomalies: find(input), marking },
      anomaliesOutputs,
    );
  } finally {
    await engine.close();
  }
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
    throw plainly(error);
  });
  return awaited('findAnomalies(…)', made);
}
