import { allSources, findSource } from '@samenbeeld/answers';
import { openEngine } from '@samenbeeld/engine';
import {
  type Anomaly,
  anomalyNames,
  findAnomalies as find,
  loadAnomalyInput,
  withDecisions,
} from '@samenbeeld/harmonise';
import { type IngestResult, ingest } from '@samenbeeld/ingest';
import { type Cell, paragraph, table } from '@samenbeeld/page';
import { recordedDecisions } from '@samenbeeld/recipes';
import type { Language } from '@samenbeeld/schema';
import { type Marking, output } from './cell.ts';
import type { Bundle } from './kernel.ts';
import { markingOf } from './marking-of.ts';
import { presentFiles } from './present-files.ts';
import { awaited, plainly } from './show.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

const shownAtMost = 20;

function lines(...given: readonly string[]): string {
  return given.filter(Boolean).join('\n');
}

function proposal({ correction, open, alternatives }: Anomaly, language: Language): string {
  if (correction === null) {
    const others =
      alternatives.length > 0 ? `${words.alternatives[language]} ${alternatives.join(', ')}` : '';
    return lines(words.noCorrection[language], open?.[language] ?? '', others);
  }
  const rows = Object.entries(correction.where).map(([name, condition]) =>
    'texts' in condition
      ? `${name} ${condition.texts.join(', ')}`
      : `${name} ${[condition.match, ...(condition.not ? [`≠ ${JSON.stringify(condition.not)}`] : [])].join(' ').trim()}`,
  );
  return lines(`“${correction.from}” → “${correction.to}”`, ...rows);
}

function cells(anomaly: Anomaly, number: number, language: Language): readonly Cell[] {
  const { kind, where, cause, evidence, rivals, score, threshold } = anomaly;
  const place = where.sheet === null ? where.file : `${where.file}, ${where.sheet}`;
  const others =
    rivals.length > 0
      ? `${words.alternatives[language]}: ${rivals.map((rival) => rival[language]).join('; ')}`
      : '';
  return [
    String(number),
    anomalyNames[kind],
    lines(`“${where.raw.trim()}”`, `${place}:${where.line}`, where.column),
    lines(cause[language], ...evidence.map((one) => one[language]), others),
    `${score} (≥ ${threshold})`,
    proposal(anomaly, language),
  ];
}

/** What a person should look at, as a cell shows it. */
function anomaliesOutputs({ anomalies, marking }: Anomalies): readonly Bundle[] {
  const { language } = marking;
  if (anomalies.length === 0) return [output(marking, [paragraph(words.nothingFound)])];
  const more = anomalies.length - shownAtMost;
  return [
    output(marking, [
      table(
        `${anomalies.length} ${words.toLookAt[language]}`,
        [
          ['number', words.reference],
          ['label', words.problem],
          ['words', words.cell],
          ['words', words.evidence],
          ['number', words.score],
          ['words', words.proposed],
        ],
        anomalies.slice(0, shownAtMost).map((one, at) => cells(one, at + 1, language)),
        more > 0 ? [`… ${more} ${words.more[language]}`] : [],
      ),
    ]),
  ];
}

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
    throw plainly(error, options.language);
  });
  return awaited('findAnomalies(…)', made);
}
