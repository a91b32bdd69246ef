import { type ReplayReport, replayReport, type UndecidedLabel } from '@samenbeeld/harmonise';
import type { SourceDescription } from '@samenbeeld/ingest';
import { allCrosswalks, allSources, findSource, recordedDecisions } from '@samenbeeld/recipes';
import type { Language } from '@samenbeeld/schema';
import { grid, heading, list, type Marking, output, type Part } from './html.ts';
import { markingOf } from './marking-of.ts';
import { presentFiles } from './present-files.ts';
import { proposalCells, proposalHeadings } from './proposal-rows.ts';
import { awaited, plainly } from './show.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

/** Labels of files that nothing explains, with proposals, and what became of the decisions taken before. */
export interface Harmonised extends View {
  readonly kind: 'harmonised';
  readonly source: SourceDescription;
  /** In the order shown; the first is number 1. */
  readonly labels: readonly UndecidedLabel[];
  readonly report: ReplayReport;
  /** The marking of what is shown of the source. */
  readonly marking: Marking;
}

/** Options of `harmonise`. */
export interface HarmoniseOptions {
  /** Decisions taken before, a decisions.jsonl. */
  readonly decisions?: string;
  readonly language?: Language;
}

function parts({ labels, report, marking: { language } }: Harmonised): readonly Part[] {
  const told = report.says.slice(0, report.applied.length + report.inapplicable.length);
  const table = grid({
    headings: [
      { label: '', number: true },
      { label: words.label[language] },
      { label: words.cells[language], number: true },
      { label: `${words.column[language]} → ${words.field[language]}`, tight: true },
      ...proposalHeadings(language),
    ],
    rows: labels.map(({ label, cells, column, field, proposal }, at) => [
      String(at + 1),
      label,
      String(cells),
      `${column} → ${field}`,
      ...proposalCells(proposal, language),
    ]),
  });
  return [
    heading(`${words.undecidedLabels[language]}: ${labels.length}`),
    ...(labels.length > 0 ? [table] : []),
    list(told),
  ];
}

async function look(
  name: string,
  files: string | readonly string[],
  { decisions, language = 'en' }: HarmoniseOptions,
): Promise<Harmonised> {
  const source = findSource(name);
  const report = await replayReport(
    source,
    await recordedDecisions(decisions),
    presentFiles(files),
    { crosswalks: allCrosswalks, catalogue: allSources },
  );
  const marking = markingOf(source, language);
  return view<Harmonised>(
    { kind: 'harmonised', source, labels: report.undecided, report, marking },
    (value) => [output(marking, parts(value))],
  );
}

/**
 * The labels of files that neither the description of their source nor a decision explains, each with a proposal; and which
 * decisions applied, or no longer fit. Nothing is decided: `confirmLabel` records what a person says. Throws as `ingest`.
 *
 * @param source id in the catalogue, or path of a source.yaml
 * @example
 * ```ts
 * import { harmonise } from '@samenbeeld/notebook';
 * const { labels } = await harmonise('exercise-nl-harc', 'fixtures/exercise/nl-harc-2018-2025.csv');
 * labels.map(({ label }) => label) // => ['wit poeder (n.n.b.)']
 * ```
 */
export function harmonise(
  source: string,
  files: string | readonly string[],
  options: HarmoniseOptions = {},
): Promise<Harmonised> {
  const made = look(source, files, options).catch((error: unknown) => {
    throw plainly(error);
  });
  return awaited('harmonise(…)', made);
}
