import type { ColumnCluster, ReplayReport, UndecidedLabel } from '@samenbeeld/harmonise';
import { aligned } from '@samenbeeld/page';
import type { Terminal } from '../terminal.ts';

function meaning({ proposal }: UndecidedLabel): readonly [string, string] {
  if (!proposal) return ['any code', ''];
  if (proposal.to === null) return ['?', ''];
  return [`${proposal.match} ${proposal.to}`, proposal.confidence.toFixed(2)];
}

function why({ proposal }: UndecidedLabel): string {
  const others = (proposal?.alternatives ?? []).map(({ to, match }) => `${match} ${to}`);
  return [proposal?.reason, others.length > 0 ? `or ${others.join(', ')}` : null]
    .filter(Boolean)
    .join('; ');
}

function listLabels(labels: readonly UndecidedLabel[], terminal: Terminal): void {
  const rows = labels.map((label, index) => [
    `${index + 1}.`,
    label.label,
    String(label.cells),
    `${label.column} → ${label.field}`,
    ...meaning(label),
    why(label),
  ]);
  const head = ['', 'label', 'cells', 'column → field', 'proposed', '', 'why'];
  for (const line of aligned([head, ...rows], new Set([0, 2]))) terminal.print(`  ${line}`);
}

/** Prints what became of the decisions, and the labels that are left, with how to record one. */
export function showReport(report: ReplayReport, command: string, terminal: Terminal): void {
  for (const { decision, says } of report.applied)
    terminal.print(`  Applies: decision ${decision.id}: ${says}`);
  for (const { decision, why: obstacle, says } of report.inapplicable)
    terminal.print(
      `  ${obstacle === 'already-said' ? 'Superfluous' : 'No longer applies'}: decision ${decision.id}: ${says}`,
    );
  if (report.applied.length + report.inapplicable.length > 0) terminal.print();
  if (report.undecided.length === 0) {
    terminal.print('  Every label is known.');
    return;
  }
  listLabels(report.undecided, terminal);
  terminal.print(
    '',
    `  Record one: samenbeeld harmonise ${command} --confirm NUMBER --as exact:CODE --role "…" --reason "…"`,
  );
}

/** Prints clusters of variant labels, one a line. */
export function showClusters(
  found: readonly ColumnCluster[],
  by: string,
  terminal: Terminal,
): void {
  for (const { column, canonical, labels } of found)
    terminal.print(
      `  ${column}: ${labels.map(({ label, count }) => `"${label}" ${count}`).join(' · ')} → "${canonical}"`,
    );
  if (found.length === 0) terminal.print(`  No labels come together by ${by}.`);
}
