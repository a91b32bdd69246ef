import { allCrosswalks, allSources, findSource } from '@samenbeeld/answers';
import {
  confirmCorrection,
  confirmLabel as meaningOf,
  parseMeaning,
  type ReplayReport,
  replayReport,
  type UndecidedLabel,
} from '@samenbeeld/harmonise';
import type { SourceDescription } from '@samenbeeld/ingest';
import { verdictText } from '@samenbeeld/merge';
import { type Block, list, paragraph, table } from '@samenbeeld/page';
import { recordedDecisions } from '@samenbeeld/recipes';
import {
  type Decision,
  foundNone,
  inEach,
  inFour,
  joinWith,
  type Language,
  listed,
  quoted,
  UsageError,
  wrongUse,
} from '@samenbeeld/schema';
import { recordDecisions } from '@samenbeeld/store';
import { type Marking, output } from './cell.ts';
import type { Anomalies } from './find-anomalies.ts';
import { awaited, plainly, showNow } from './kernel.ts';
import { markingOf } from './marking-of.ts';
import { presentFiles } from './present-files.ts';
import { proposalCells, proposalColumns } from './proposal-rows.ts';
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

function blocks({ labels, report, marking: { language } }: Harmonised): readonly Block[] {
  const told = report.says
    .slice(0, report.applied.length + report.inapplicable.length)
    .map((said) => said[language]);
  const caption = `${words.undecidedLabels[language]}: ${labels.length}`;
  const unknown = table(
    caption,
    [
      ['number', words.reference],
      ['label', words.label],
      ['number', words.cells],
      ['words', `${words.column[language]} → ${words.field[language]}`],
      ...proposalColumns,
    ],
    labels.map(({ label, cells, column, field, proposal }, at) => [
      String(at + 1),
      label,
      String(cells),
      `${column} → ${field}`,
      ...proposalCells(proposal, language),
    ]),
  );
  return [labels.length > 0 ? unknown : paragraph(caption), ...list(told)];
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
    (value) => [output(marking, blocks(value))],
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
    throw plainly(error, options.language);
  });
  return awaited('harmonise(…)', made);
}

/** A decision as it was recorded. */
export interface Recorded extends View {
  readonly kind: 'recorded';
  readonly decision: Decision;
}

/** Who decides, why, and where it is recorded. */
export interface Deciding {
  /** The decisions.jsonl; made where it is absent. */
  readonly decisions: string;
  /** A role, never a name. */
  readonly role: string;
  /** Code of the service the role belongs to ("NL_CUST"). */
  readonly agency?: string;
  readonly reason: string;
  readonly evidence?: string;
  /** ISO time; now unless said otherwise. */
  readonly time?: string;
}

/** Appends a decision; what stands on its subject is superseded. */
export async function record(
  draft: Pick<Decision, 'kind' | 'subject' | 'verdict'>,
  { decisions: path, role, agency, reason, evidence, time }: Deciding,
  marking: Marking,
): Promise<Recorded> {
  const [decision] = await recordDecisions(path, [
    {
      ...draft,
      role,
      agency: agency ?? null,
      reason,
      time: time ?? new Date().toISOString(),
      evidence: evidence ?? null,
    },
  ]);
  return recordedView(decision as Decision, marking);
}

/** A decision that was recorded, as a cell shows it. */
export function recordedView(decision: Decision, marking: Marking): Recorded {
  const { language } = marking;
  const { id, subject, verdict, role, reason } = decision;
  return view<Recorded>({ kind: 'recorded', decision }, () => [
    output(marking, [
      paragraph(`${words.recorded[language]}: ${verdictText(verdict)[language]}`),
      ...list([
        subject,
        `${words.role[language]}: ${role}`,
        `${words.reason[language]}: ${reason}`,
        `id ${id}`,
      ]),
    ]),
  ]);
}

/** Waits for a decision to be recorded and leaves its receipt in the cell; errors are told plainly. */
export function recorded(
  call: string,
  language: Language,
  made: () => Promise<Recorded>,
): Promise<Recorded> {
  const settled = Promise.resolve()
    .then(made)
    .then((receipt) => {
      showNow(receipt, () => receipt.outputs());
      return receipt;
    })
    .catch((error: unknown) => {
      throw plainly(error, language);
    });
  return awaited(`${call}(…)`, settled);
}

/**
 * Records what a label of `harmonise` means, as a decision that `ingest` applies. `meaning` is "exact:COC", "narrower:CAN",
 * "broader:…", "overlap:…" or "none"; only exact ones fill the field, unless the description accepts others. A UsageError
 * says which labels there are, that a code is not in the list, or that role or reason is missing.
 *
 * @param label as it stands in the file
 * @example
 * ```ts
 * import { confirmLabel, harmonise } from '@samenbeeld/notebook';
 * const { mkdtemp } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const decisions = `${await mkdtemp(`${tmpdir()}/decisions-`)}/decisions.jsonl`;
 * const file = 'fixtures/exercise/nl-harc-2018-2025.csv';
 * const found = await harmonise('exercise-nl-harc', file);
 * const word = { decisions, role: 'analyst, port desk', reason: 'analysed since' };
 * (await confirmLabel(found, 'wit poeder (n.n.b.)', 'exact:COC', word)).decision.verdict // => 'exact COC'
 * (await harmonise('exercise-nl-harc', file, { decisions })).labels.length // => 0
 * ```
 */
export function confirmLabel(
  { source, labels, marking }: Harmonised,
  label: string,
  meaning: string,
  deciding: Deciding,
): Promise<Recorded> {
  return recorded('confirmLabel', marking.language, () => {
    const found = labels.filter((one) => one.label === label);
    const [only] = found;
    if (!only || found.length > 1)
      throw new UsageError(
        found.length > 1
          ? inFour(
              '"{label}" staat in {columns}: bevestig het met `samenbeeld harmonise`, bij nummer.',
              '« {label} » figure dans {columns} : confirmez-le avec `samenbeeld harmonise`, par numéro.',
              '„{label}“ steht in {columns}: Bestätigen Sie es mit `samenbeeld harmonise`, nach Nummer.',
              '"{label}" stands in {columns}: confirm it with `samenbeeld harmonise`, by number.',
              {
                label,
                columns: inEach((language) =>
                  listed(
                    found.map(({ column }) => column),
                    language,
                  ),
                ),
              },
            )
          : inFour(
              '"{label}" is niet onbeslist. Onbeslist: {labels}.',
              '« {label} » n’est pas en attente de décision. En attente : {labels}.',
              '„{label}“ ist nicht unentschieden. Unentschieden: {labels}.',
              '"{label}" is not undecided. Undecided: {labels}.',
              {
                label,
                labels:
                  labels.length === 0
                    ? inFour('geen label', 'aucun libellé', 'keine Bezeichnung', 'no label')
                    : joinWith(
                        labels.map((one) => quoted(one.label)),
                        ', ',
                      ),
              },
            ),
      );
    return record(meaningOf(source, only, parseMeaning(meaning)), deciding, marking);
  });
}

/**
 * Records the correction that an anomaly proposes, as a decision that `ingest` applies; no file is changed. A UsageError says
 * that there is no such number, or why nothing is proposed for it.
 *
 * @param number of the anomaly as shown, from 1
 */
export function acceptCorrection(
  { anomalies, marking }: Anomalies,
  number: number,
  deciding: Deciding,
): Promise<Recorded> {
  return recorded('acceptCorrection', marking.language, () => {
    const found = anomalies[number - 1];
    if (!found)
      throw wrongUse(
        'Er is geen opvallend cijfer {number}; er zijn: {all}.',
        'Il n’y a pas d’anomalie {number} ; il y a : {all}.',
        'Es gibt keine Auffälligkeit {number}; es gibt: {all}.',
        'There is no anomaly {number}; there are {all}.',
        {
          number,
          all:
            anomalies.length === 0
              ? foundNone
              : inFour('1 tot en met {n}', '1 à {n}', '1 bis {n}', '1 to {n}', {
                  n: anomalies.length,
                }),
        },
      );
    if (found.correction === null)
      throw wrongUse(
        'Bij opvallend cijfer {number} valt geen verbetering te aanvaarden: {open}.',
        'Il n’y a pas de correction à accepter pour l’anomalie {number} : {open}.',
        'Zur Auffälligkeit {number} gibt es keine Berichtigung anzunehmen: {open}.',
        'There is no correction to accept for anomaly {number}: {open}.',
        { number, open: found.open ?? foundNone },
      );
    const { where, correction, evidence } = found;
    return record(
      confirmCorrection(where.source, correction),
      { evidence: evidence.map(({ en }) => en).join('; '), ...deciding },
      marking,
    );
  });
}
