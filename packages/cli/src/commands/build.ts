import { createRequire } from 'node:module';
import {
  anew,
  besideTotals,
  bestKnown,
  commandFor,
  give,
  pairsToDecide,
} from '@samenbeeld/answers';
import { decideFirst, say } from '@samenbeeld/merge';
import { aligned, type Block, renderTerminal } from '@samenbeeld/page';
import { type BuiltAnalysis, type BuiltPicture, toldBuild } from '@samenbeeld/recipes';
import {
  colonAfter,
  inFour,
  type Language,
  shellWord,
  type Text,
  wrongUse,
} from '@samenbeeld/schema';
import { afterBuild, changeLines } from '../changes-view/change-lines.ts';
import { decideWords } from '../decide-view/decide-words.ts';
import { decisionTrouble } from '../decide-view/decision-trouble.ts';
import { countConflicts } from '../decide-view/open-matters.ts';
import { issueLines } from '../issue-lines.ts';
import { openTerminal } from '../terminal.ts';

type BuildWord =
  | 'exercise'
  | 'rows'
  | 'items'
  | 'became'
  | 'byRules'
  | 'warnings'
  | 'later'
  | 'withheld'
  | 'contradict'
  | 'notCounted'
  | 'whichPairs'
  | 'report'
  | 'opensOffline'
  | 'data'
  | 'workbook'
  | 'why'
  | 'differ';

/** What `samenbeeld build` says, in the reader's language. */
export const buildWords: Readonly<Record<BuildWord, Text>> = {
  exercise: inFour(
    'OEFENING: synthetische vangsten, geen echte inbeslagnames',
    'EXERCICE : saisies synthétiques, aucune saisie réelle',
    'ÜBUNG: synthetische Funde, keine echten Sicherstellungen',
    'EXERCISE: synthetic events, no real seizures',
  ),
  rows: inFour(
    '{n} {n:rij|rijen}',
    '{n} {n:ligne|lignes}',
    '{n} {n:Zeile|Zeilen}',
    '{n} {n:row|rows}',
  ),
  items: inFour(
    '{n} {n:gegeven|gegevens}',
    '{n} {n:donnée|données}',
    '{n} {n:Angabe|Angaben}',
    '{n} {n:item|items}',
  ),
  became: inFour(
    '{accepted} aanvaard · {excluded} uitgesloten{why} · {rejected} geweigerd{whyNot} · {notes:# opmerking|# opmerkingen}',
    '{accepted} {accepted:acceptée|acceptées} · {excluded} {excluded:exclue|exclues}{why} · {rejected} {rejected:rejetée|rejetées}{whyNot} · {notes:# remarque|# remarques}',
    '{accepted} angenommen · {excluded} ausgeschlossen{why} · {rejected} abgewiesen{whyNot} · {notes:# Anmerkung|# Anmerkungen}',
    '{accepted} accepted · {excluded} excluded{why} · {rejected} rejected{whyNot} · {notes:# note|# notes}',
  ),
  byRules: inFour(
    ' ({n:# regel|# regels})',
    ' ({n:# règle|# règles})',
    ' ({n:# Regel|# Regeln})',
    ' ({n:# rule|# rules})',
  ),
  warnings: inFour(
    '{n} {n:waarschuwing staat|waarschuwingen staan} in {path}; --notes toont {n:ze|ze} hier, met de opmerkingen',
    '{n} {n:avertissement figure|avertissements figurent} dans {path} ; --notes {n:le|les} montre ici, avec les remarques',
    '{n} {n:Warnung steht|Warnungen stehen} in {path}; --notes zeigt sie hier, mit den Anmerkungen',
    '{n} {n:warning is|warnings are} in {path}; --notes shows {n:it|them} here, with the notes',
  ),
  later: inFour(
    '{n} {n:cijfer is|cijfers zijn} gepubliceerd na {on}: in de tabel, in geen totaal',
    '{n} {n:chiffre a été publié|chiffres ont été publiés} après le {on} : dans la table, dans aucun total',
    '{n} {n:Angabe wurde|Angaben wurden} nach dem {on} veröffentlicht: in der Tabelle, in keiner Summe',
    '{n} {n:claim was|claims were} published after {on}: in the table, in no total',
  ),
  withheld: inFour(
    '{n:# rij|# rijen} van {source} {n:staat|staan} niet in dit beeld, en het beeld zegt dat niet. {why}',
    '{n:Une ligne|# lignes} de {source} {n:ne figure|ne figurent} pas dans ce tableau, qui ne le dit pas. {why}',
    '{n:Eine Zeile|# Zeilen} aus {source} {n:steht|stehen} nicht in diesem Lagebild, und das Lagebild sagt es nicht. {why}',
    '{n:# row|# rows} of {source} {n:is|are} not in this picture, and the picture does not say so. {why}',
  ),
  contradict: inFour(
    'Beslissingen die elkaar tegenspreken: {says}',
    'Décisions qui se contredisent : {says}',
    'Entscheidungen, die einander widersprechen: {says}',
    'Decisions that contradict each other: {says}',
  ),
  notCounted: inFour(
    'Nog niet meegeteld: "{subject}": {says}',
    'Pas encore pris en compte : « {subject} » : {says}',
    'Noch nicht gezählt: „{subject}“: {says}',
    'Not counted yet: "{subject}": {says}',
  ),
  whichPairs: inFour(
    'Welke paren: {command}',
    'Quelles paires : {command}',
    'Welche Paare: {command}',
    'Which pairs: {command}',
  ),
  report: inFour('Rapport', 'Rapport', 'Bericht', 'Report'),
  opensOffline: inFour(
    '(nl fr de en, opent zonder internet)',
    '(nl fr de en, s’ouvre hors ligne)',
    '(nl fr de en, öffnet ohne Internet)',
    '(nl fr de en, opens offline)',
  ),
  data: inFour('Gegevens', 'Données', 'Daten', 'Data'),
  workbook: inFour('Werkmap', 'Classeur', 'Arbeitsmappe', 'Workbook'),
  why: inFour('Waarom?', 'Pourquoi ?', 'Warum?', 'Why?'),
  differ: inFour(
    'Van {of} cijfers die twee bronnen geven, {n:verschilt #|verschillen #}: {command} noemt ze',
    'Sur {of} chiffres donnés par deux sources, {n:# diffère|# diffèrent} : {command} les nomme',
    'Von {of} Zahlen, die zwei Quellen nennen, {n:weicht # ab|weichen # ab}: {command} nennt sie',
    '{n} of {of} figures that two sources give {n:differs|differ}: {command} names them',
  ),
};

const require = createRequire(import.meta.url);

function conservation(built: BuiltPicture, language: Language): readonly string[] {
  const rules = (record: Readonly<Record<string, number>>) => {
    const n = Object.keys(record).length;
    return n === 0 ? '' : say(buildWords.byRules, { n });
  };
  return aligned(
    built.conservation.map(({ file, rows, items, accepted, excluded, rejected, notes, ...by }) => [
      `  ${file}`,
      say(buildWords.rows, { n: rows })[language],
      say(buildWords.items, { n: items })[language],
      say(buildWords.became, {
        accepted,
        excluded,
        why: rules(by.exclusions),
        rejected,
        whyNot: rules(by.rejections),
        notes,
      })[language],
    ]),
    new Set([1, 2]),
  );
}

/** Of the workbooks, one a language, the reader's. */
const workbookIn = (path: string, language: Language): string =>
  path.replace(/-en\.xlsx$/u, `-${language}.xlsx`);

function conflicts({ analysis }: BuiltPicture, language: Language): string | null {
  if (analysis.conflicts.length === 0) return null;
  const counts = countConflicts(analysis.conflicts);
  const { decisions: file } = analysis.picture;
  return [
    `  ${say(decideWords.summary, { ...counts, file })[language]}`,
    ...(counts.apart > 0 ? [say(decideWords.countedApart, counts)[language]] : []),
  ].join('; ');
}

/** What a person is told of a build, with every issue of its files where they are wanted. */
function linesOf(built: BuiltPicture, language: Language, notes: boolean): readonly string[] {
  const told: string[] = [];
  const print = (...lines: readonly string[]): void => {
    told.push(...lines);
  };
  const { analysis, out } = built;
  const known = bestKnown(analysis.totals) ?? analysis.totals.at(-1);
  if (analysis.synthetic) print(buildWords.exercise[language], '');
  for (const line of conservation(built, language)) print(line);
  const { issues } = analysis.gathered;
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  const shown = notes ? issueLines(issues, language).map((line) => `  ${line}`) : [];
  if (shown.length > 0) print('', ...shown);
  else if (warnings.length > 0)
    print(
      '',
      ...issueLines(warnings, language, { byRule: true }).map((line) => `  ${line}`),
      `  ${say(buildWords.warnings, { n: warnings.length, path: `${out}/data/issue.csv` })[language]}`,
    );
  if (analysis.later > 0)
    print(
      '',
      `  ${say(buildWords.later, { n: analysis.later, on: { date: analysis.picture.asOf } })[language]}`,
    );
  for (const { count, source = '', why } of analysis.gathered.sheets.withheld)
    print('', `  ${say(buildWords.withheld, { n: count, source, why })[language]}`);
  const summary = conflicts(built, language);
  if (summary) print('', summary);
  for (const { source, says } of analysis.gathered.replays)
    for (const sentence of says) print(`  ${source}${colonAfter[language]} ${sentence[language]}`);
  const { decisions } = analysis.picture;
  for (const id of built.vanished)
    print(`  ${say(decideWords.vanished, { id, out, file: decisions })[language]}`);
  for (const line of decisionTrouble(analysis, language)) print(line);
  for (const { says } of analysis.judged.conflicts)
    print(`  ${say(buildWords.contradict, { says })[language]}`);
  for (const pair of analysis.judged.judged.filter(
    ({ because }) => because === 'awaiting' || because === 'disagreed',
  ))
    print(`  ${say(buildWords.notCounted, { subject: pair.subject, says: pair.says })[language]}`);
  if (analysis.doubleReports.length > 0) {
    const same = analysis.doubleReports.filter(({ verdict }) => verdict === 'same').length;
    const counts = { same, open: pairsToDecide(analysis) };
    print('', `  ${say(decideWords.doubles, counts)[language]}`);
  }
  for (const line of answerLines(analysis, language)) print(line);
  const where = { folder: out, file: analysis.picture.path, most: afterBuild };
  print('', ...changeLines(built.changes, where, language), '');
  for (const line of aligned([
    [`  ${buildWords.report[language]}`, `${built.report}  ${buildWords.opensOffline[language]}`],
    [`  ${buildWords.data[language]}`, built.dataPackage],
    [`  ${buildWords.workbook[language]}`, workbookIn(built.workbook, language)],
    ...(known
      ? [[`  ${buildWords.why[language]}`, commandFor(out, known, analysis.question)]]
      : []),
  ]))
    print(line);
  const pairs = built.betweenSources.flatMap((checked) => checked.pairs);
  const differ = pairs.filter(({ holds }) => !holds);
  if (differ.length > 0)
    print(
      '',
      `  ${
        say(buildWords.differ, {
          n: differ.length,
          of: pairs.length,
          command: `samenbeeld check-sources ${out}`,
        })[language]
      }`,
    );
  return told;
}

/** Each question with its totals; what stands under several of them is said once. */
function answerLines(analysis: BuiltAnalysis, language: Language): readonly string[] {
  const said = new Set<string>();
  const once = (block: Block): Block => {
    if (block.kind !== 'table') return block;
    const notes = (block.notes ?? []).filter((note) => !said.has(note.en));
    for (const { en } of notes) said.add(en);
    return { ...block, notes };
  };
  return analysis.answers.flatMap((one): readonly string[] => {
    const giving = give(analysis, { answer: 'total' }, one, anew);
    if (giving.kind === 'unanswered') return ['', `  ${giving.says[language]}`];
    const notAdded = one.settled.notAdded.filter(({ kind }) => kind === 'basis');
    const blocks = [
      ...giving.given.blocks,
      ...besideTotals({ ...one.settled, notAdded, conflicts: [] }),
    ];
    const toDecide = one.settled.totals.some((total) => decideFirst(total).length > 0);
    const command = `samenbeeld link ${shellWord(analysis.picture.path)}`;
    return [
      '',
      ...renderTerminal(blocks.map(once), { language }).map((line) => (line ? `  ${line}` : '')),
      ...(toDecide ? [`  ${say(buildWords.whichPairs, { command })[language]}`] : []),
    ];
  });
}

/** The same for a machine, as plain data. */
function resultOf(built: BuiltPicture): unknown {
  const { analysis, conservation: files, betweenSources, ...paths } = built;
  const pairs = betweenSources.flatMap((checked) => checked.pairs);
  return {
    ...paths,
    synthetic: analysis.synthetic,
    totals: analysis.whole.totals,
    conflicts: analysis.conflicts,
    notAdded: analysis.whole.notAdded,
    doubleReports: analysis.doubleReports,
    stale: analysis.stale,
    lapsed: Object.fromEntries(analysis.lapsed),
    disagreed: analysis.disagreed,
    outside: analysis.outside,
    judged: { ...analysis.judged, inForce: [...analysis.judged.inForce.values()] },
    replays: analysis.gathered.replays,
    conservation: files,
    betweenSources: { compared: pairs.length, differ: pairs.filter(({ holds }) => !holds) },
  };
}

/** `samenbeeld build`: a picture and its report, from a picture file. */
export async function build(
  options: Readonly<Record<string, unknown>>,
  picture: string | readonly string[],
): Promise<undefined> {
  const terminal = openTerminal(options);
  const threads = options['threads'] === undefined ? undefined : Number(options['threads']);
  if (threads !== undefined && !(Number.isInteger(threads) && threads > 0))
    throw wrongUse(
      '--threads vraagt een geheel getal boven nul, niet "{given}".',
      '--threads demande un nombre entier supérieur à zéro, et non « {given} ».',
      '--threads verlangt eine ganze Zahl über null, nicht „{given}“.',
      '--threads takes a whole number above zero, not "{given}".',
      { given: String(options['threads']) },
    );
  const { language, json } = terminal;
  const notes = options['notes'] === true;
  const told = await toldBuild(
    String(picture),
    {
      out: String(options['out']),
      threads,
      onFile: (file) => terminal.progress(`read ${file.file}: ${file.items} items`),
      onStep: (step) => terminal.progress(step),
    },
    {
      manifest: require.resolve('samenbeeld/package.json'),
      form: { language, json, notes },
      tell: (built) =>
        json ? { result: resultOf(built) } : { lines: linesOf(built, language, notes) },
    },
  );
  if ('lines' in told) for (const line of told.lines) terminal.print(line);
  else terminal.result(told.result);
}
