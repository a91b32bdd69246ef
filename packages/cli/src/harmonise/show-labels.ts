import type { ColumnCluster, ReplayReport, UndecidedLabel } from '@samenbeeld/harmonise';
import { aligned } from '@samenbeeld/page';
import { formatNumber, inFour, type Language } from '@samenbeeld/schema';
import { slots } from '../options.ts';
import { type Terminal, told } from '../terminal.ts';

const words = {
  anyCode: inFour('welke code ook', 'un code quelconque', 'irgendein Code', 'any code'),
  or: inFour('of', 'ou', 'oder', 'or'),
  label: inFour('label', 'libellé', 'Bezeichnung', 'label'),
  cells: inFour('cellen', 'cellules', 'Zellen', 'cells'),
  column: inFour('kolom → veld', 'colonne → champ', 'Spalte → Feld', 'column → field'),
  proposed: inFour('voorstel', 'proposition', 'Vorschlag', 'proposed'),
  why: inFour('waarom', 'pourquoi', 'warum', 'why'),
  applies: inFour(
    'Geldt: beslissing {id}: {says}',
    'Valable : décision {id} : {says}',
    'Gilt: Entscheidung {id}: {says}',
    'Applies: decision {id}: {says}',
  ),
  superfluous: inFour(
    'Overbodig: beslissing {id}: {says}',
    'Superflue : décision {id} : {says}',
    'Überflüssig: Entscheidung {id}: {says}',
    'Superfluous: decision {id}: {says}',
  ),
  lapsed: inFour(
    'Geldt niet meer: beslissing {id}: {says}',
    'Sans objet : décision {id} : {says}',
    'Gilt nicht mehr: Entscheidung {id}: {says}',
    'No longer applies: decision {id}: {says}',
  ),
  known: inFour(
    'Elk label is bekend.',
    'Tous les libellés sont connus.',
    'Jede Bezeichnung ist bekannt.',
    'Every label is known.',
  ),
  record: inFour(
    'Zo legt u er een vast: {command}',
    'Pour en enregistrer un : {command}',
    'So halten Sie eine fest: {command}',
    'Record one: {command}',
  ),
  none: inFour(
    'Met {by} komen geen labels bijeen.',
    'Aucun libellé ne se regroupe par {by}.',
    'Nach {by} gehören keine Bezeichnungen zusammen.',
    'No labels come together by {by}.',
  ),
};

function meaning({ proposal }: UndecidedLabel, language: Language): readonly [string, string] {
  if (!proposal) return [words.anyCode[language], ''];
  if (proposal.to === null) return ['?', ''];
  return [`${proposal.match} ${proposal.to}`, formatNumber(proposal.confidence, language, 2)];
}

function why({ proposal }: UndecidedLabel, language: Language): string {
  const others = (proposal?.alternatives ?? []).map(({ to, match }) => `${match} ${to}`);
  return [
    proposal?.reason[language],
    others.length > 0 ? `${words.or[language]} ${others.join(', ')}` : null,
  ]
    .filter(Boolean)
    .join('; ');
}

function listLabels(labels: readonly UndecidedLabel[], terminal: Terminal): void {
  const { language } = terminal;
  const rows = labels.map((label, index) => [
    `${index + 1}.`,
    label.label,
    String(label.cells),
    `${label.column} → ${label.field}`,
    ...meaning(label, language),
    why(label, language),
  ]);
  const { label, cells, column, proposed, why: because } = words;
  const [one, two, three, four, six] = [label, cells, column, proposed, because].map(
    (text) => text[language],
  );
  const head = ['', one, two, three, four, '', six].map(String);
  for (const line of aligned([head, ...rows], new Set([0, 2]))) terminal.print(`  ${line}`);
}

/** Prints what became of the decisions, and the labels that are left, with how to record one. */
export function showReport(report: ReplayReport, command: string, terminal: Terminal): void {
  const { language } = terminal;
  for (const { decision, says } of report.applied)
    terminal.print(`  ${told(words.applies, language, { id: decision.id, says: says[language] })}`);
  for (const { decision, why: obstacle, says } of report.inapplicable)
    terminal.print(
      `  ${told(obstacle === 'already-said' ? words.superfluous : words.lapsed, language, { id: decision.id, says: says[language] })}`,
    );
  if (report.applied.length + report.inapplicable.length > 0) terminal.print();
  if (report.undecided.length === 0) {
    terminal.print(`  ${words.known[language]}`);
    return;
  }
  listLabels(report.undecided, terminal);
  terminal.print(
    '',
    `  ${told(words.record, language, { command: `samenbeeld harmonise ${command} --confirm ${slots.number[language]} --as exact:CODE --role "…" --reason "…"` })}`,
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
  if (found.length === 0) terminal.print(`  ${told(words.none, terminal.language, { by })}`);
}
