import { confirmCorrection, confirmLabel as meaningOf, parseMeaning } from '@samenbeeld/harmonise';
import { type Decision, UsageError } from '@samenbeeld/schema';
import { recordDecisions } from '@samenbeeld/store';
import type { Anomalies } from './find-anomalies.ts';
import type { Harmonised } from './harmonise.ts';
import { heading, list, type Marking, output } from './html.ts';
import { awaited, plainly, showNow } from './show.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

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
      heading(`${words.recorded[language]}: ${verdict}`),
      list([
        subject,
        `${words.role[language]}: ${role}`,
        `${words.reason[language]}: ${reason}`,
        `id ${id}`,
      ]),
    ]),
  ]);
}

/** Waits for a decision to be recorded and leaves its receipt in the cell; errors are told plainly. */
export function recorded(call: string, made: () => Promise<Recorded>): Promise<Recorded> {
  const settled = Promise.resolve()
    .then(made)
    .then((receipt) => {
      showNow(receipt, () => receipt.outputs());
      return receipt;
    })
    .catch((error: unknown) => {
      throw plainly(error);
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
  return recorded('confirmLabel', () => {
    const found = labels.filter((one) => one.label === label);
    const [only] = found;
    if (!only || found.length > 1)
      throw new UsageError(
        found.length > 1
          ? `"${label}" stands in ${found.map(({ column }) => column).join(' and ')}: confirm it with \`samenbeeld harmonise\`, by number.`
          : `"${label}" is not undecided. Undecided: ${labels.map((one) => `"${one.label}"`).join(', ') || 'no label'}.`,
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
  return recorded('acceptCorrection', () => {
    const found = anomalies[number - 1];
    if (!found)
      throw new UsageError(
        `There is no anomaly ${number}; there are ${anomalies.length === 0 ? 'none' : `1 to ${anomalies.length}`}.`,
      );
    if (found.correction === null)
      throw new UsageError(
        `There is no correction to accept for anomaly ${number}: ${found.open}.`,
      );
    const { where, correction, evidence } = found;
    return record(
      confirmCorrection(where.source, correction),
      { evidence: evidence.join('; '), ...deciding },
      marking,
    );
  });
}
