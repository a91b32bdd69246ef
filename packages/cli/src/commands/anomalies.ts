import { allSources, findSource } from '@samenbeeld/answers';
import { openEngine } from '@samenbeeld/engine';
import {
  type Anomaly,
  anomalyId,
  anomalyThresholds,
  findAnomalies,
  type JudgedSeries,
  judgedSeries,
  loadAnomalyInput,
  withDecisions,
} from '@samenbeeld/harmonise';
import { type IngestResult, ingest } from '@samenbeeld/ingest';
import { wrongUse } from '@samenbeeld/merge';
import { shellWord } from '@samenbeeld/schema';
import { acceptedCorrections, chosen } from '../anomalies-view/accept-corrections.ts';
import { anomalyLines, shortLine, tallyLine } from '../anomalies-view/anomaly-lines.ts';
import { checkFiles } from '../check-files.ts';
import { decisionsOf, sameDecisions } from '../decisions-file.ts';
import { type Options, textOption } from '../options.ts';
import { recordDecisions } from '../record-decisions.ts';
import { openTerminal, type Terminal } from '../terminal.ts';

const shownAtMost = 20;
const anomalyKinds = Object.keys(anomalyThresholds);

/** Other sources to compare with, each `SOURCE:FILE[,FILE…]`. */
function comparedWith(options: Options): readonly (readonly [string, readonly string[]])[] {
  const against = options['against'];
  const named = Array.isArray(against) ? against.map(String) : [];
  return named.map((text) => {
    const at = text.indexOf(':');
    const paths = text.slice(at + 1).split(',');
    if (at < 1 || paths.some((path) => path === ''))
      throw wrongUse(
        '--against vraagt BRON:BESTAND, niet "{text}".',
        '--against demande SOURCE:FICHIER, et non « {text} ».',
        '--against verlangt QUELLE:DATEI, nicht „{text}“.',
        '--against takes SOURCE:FILE, not "{text}".',
        { text },
      );
    checkFiles(paths);
    return [text.slice(0, at), paths] as const;
  });
}

/** The options that decide what is found, for a hint that is copied; with a blank before. */
function repeatedOptions(options: Options): string {
  const against = Array.isArray(options['against']) ? options['against'].map(String) : [];
  return [
    options['draft'] === true ? ' --draft' : '',
    against.length > 0 ? ` --against ${against.map(shellWord).join(' ')}` : '',
    sameDecisions(options),
  ].join('');
}

async function search(
  options: Options,
  name: string,
  paths: readonly string[],
  terminal: Terminal,
): Promise<{ readonly found: readonly Anomaly[]; readonly judged: JudgedSeries }> {
  const decisions = await decisionsOf(options, terminal);
  const { source } = withDecisions(findSource(name), decisions);
  const engine = await openEngine();
  try {
    const draft = options['draft'] === true;
    const result = await ingest(engine, source, paths, { catalogue: allSources, draft });
    const against: IngestResult[] = [];
    for (const [other, files] of comparedWith(options))
      against.push(await ingest(engine, findSource(other), files));
    const input = await loadAnomalyInput(engine, [{ result, files: paths }], against);
    return { found: findAnomalies(input), judged: judgedSeries(input) };
  } finally {
    await engine.close();
  }
}

/** `samenbeeld anomalies`: what may be wrong in files of a source, and the corrections that a person accepts. */
export async function anomalies(
  options: Options,
  name: string | readonly string[],
  files: string | readonly string[],
): Promise<undefined> {
  const terminal = openTerminal(options);
  const paths = Array.isArray(files) ? files.map(String) : [String(files)];
  checkFiles(paths);
  const kind = textOption(options, 'kind');
  if (kind !== null && !anomalyKinds.some((known) => known === kind))
    throw wrongUse(
      'Er is geen soort "{kind}". Soorten: {kinds}.',
      'Il n’y a pas de type « {kind} ». Types : {kinds}.',
      'Es gibt keine Art „{kind}“. Arten: {kinds}.',
      'There is no kind "{kind}". Kinds: {kinds}.',
      { kind, kinds: anomalyKinds.join(', ') },
    );
  const { found, judged } = await search(options, String(name), paths, terminal);
  const accept = textOption(options, 'accept');
  if (accept !== null) {
    const path = String(options['decisions']);
    const drafts = acceptedCorrections(chosen(accept, found), textOption(options, 'evidence'));
    const recorded = await recordDecisions(path, drafts, options);
    for (const { id, verdict, subject } of recorded.slice(0, shownAtMost))
      terminal.print(`  Recorded ${id}: ${verdict} on ${subject}`);
    if (recorded.length > shownAtMost)
      terminal.print(`  … and ${recorded.length - shownAtMost} more`);
    terminal.print(
      `  ${recorded.length} in ${path}. They apply with --decisions ${path}; no file was changed. What is left is numbered anew: the ids stay.`,
    );
    terminal.result({ recorded });
    return;
  }
  const numbered = found
    .map((anomaly, at) => ({ anomaly, number: at + 1 }))
    .filter(({ anomaly }) => kind === null || anomaly.kind === kind);
  const shown = options['all'] === true ? numbered : numbered.slice(0, shownAtMost);
  for (const { anomaly, number } of shown) {
    for (const line of anomalyLines(anomaly, number)) terminal.print(`  ${line}`);
    terminal.print();
  }
  if (shown.length < numbered.length)
    terminal.print(`  … and ${numbered.length - shown.length} more; --all shows them.`);
  terminal.print(
    found.length === 0
      ? '  Nothing stands out.'
      : `  ${found.length} to look at: ${tallyLine(found)}`,
  );
  if (judged.tooShort > 0) terminal.print(`  ${shortLine(judged)}`);
  if (found.some(({ correction }) => correction !== null))
    terminal.print(
      `  Nothing is changed. Accept one: samenbeeld anomalies ${[String(name), ...paths].map(shellWord).join(' ')}${repeatedOptions(options)} --accept ID --role "…" --reason "…"`,
    );
  terminal.result({
    anomalies: found.map((anomaly) => ({ id: anomalyId(anomaly), ...anomaly })),
    series: judged,
  });
}
