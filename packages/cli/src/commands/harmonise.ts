import { allCrosswalks, allSources, findSource } from '@samenbeeld/answers';
import {
  type ClusterMethod,
  columnClusters,
  confirmLabel,
  replayReport,
} from '@samenbeeld/harmonise';
import { inFour, shellWord } from '@samenbeeld/schema';
import { readDecisions } from '@samenbeeld/store';
import { checkFiles } from '../check-files.ts';
import { sameDecisions } from '../decisions-file.ts';
import { confirmedLabels } from '../harmonise/confirmed-labels.ts';
import { correctedCell } from '../harmonise/corrected-cell.ts';
import { showClusters, showReport } from '../harmonise/show-labels.ts';
import { writeRows } from '../harmonise/write-rows.ts';
import { type Options, textOption } from '../options.ts';
import { recordDecisions, recordedLine, reopened } from '../record-decisions.ts';
import { openTerminal } from '../terminal.ts';

const words = {
  noneSure: inFour(
    'Geen exact voorstel is zo zeker: er is niets vastgelegd.',
    'Aucune proposition exacte n’est aussi sûre : rien n’est enregistré.',
    'Kein genauer Vorschlag ist so sicher: nichts ist festgehalten.',
    'No exact proposal is as sure as that: nothing is recorded.',
  ),
  listAgain: inFour(
    'De nummers van de lijst zijn veranderd: vraag haar opnieuw op voor de volgende.',
    'Les numéros de la liste ont changé : affichez-la de nouveau avant la suivante.',
    'Die Nummern der Liste haben sich geändert: rufen Sie sie vor der nächsten neu auf.',
    'The numbers of the list have changed: list it again before the next one.',
  ),
};

/** `samenbeeld harmonise`: labels that nothing explains, with proposals; a person's word on them, or on a slip, recorded. */
export async function harmonise(
  options: Options,
  name: string | readonly string[],
  files: string | readonly string[],
): Promise<undefined> {
  const terminal = openTerminal(options);
  const source = findSource(String(name));
  const paths = Array.isArray(files) ? files.map(String) : [String(files)];
  checkFiles(paths);
  if (options['cluster'] !== undefined) {
    const by = textOption(options, 'cluster') ?? 'fingerprint';
    const clusters = await columnClusters(source, paths, by as ClusterMethod);
    showClusters(clusters, by, terminal);
    terminal.result({ source: source.id, by, clusters });
    return;
  }
  const path = textOption(options, 'decisions') ?? 'decisions.jsonl';
  const decisions = await readDecisions(path);
  const report = await replayReport(source, decisions, paths, {
    crosswalks: allCrosswalks,
    catalogue: allSources,
  });
  const labels = confirmedLabels(options, report.undecided);
  const slip = await correctedCell(options, source, paths);
  const undo = textOption(options, 'reopen');
  // All are checked before the first is written.
  const drafts = [
    ...(labels ?? []).map(({ label, meaning }) => confirmLabel(source, label, meaning)),
    ...(slip ? [slip] : []),
    ...(undo ? [reopened(undo, decisions)] : []),
  ];
  const recorded = await recordDecisions(path, drafts, options);
  for (const decision of recorded) terminal.print(`  ${recordedLine(decision, terminal.language)}`);
  if (labels?.length === 0) terminal.print(`  ${words.noneSure[terminal.language]}`);
  const written =
    options['write'] === true
      ? writeRows(String(name), source, await readDecisions(path), terminal)
      : null;
  if (labels && labels.length > 0 && !written)
    terminal.print(`  ${words.listAgain[terminal.language]}`);
  if (!labels && recorded.length === 0 && !written)
    showReport(
      report,
      [String(name), ...paths].map(shellWord).join(' ') + sameDecisions(options),
      terminal,
    );
  terminal.result({ ...report, recorded, written });
}
