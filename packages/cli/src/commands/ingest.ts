import { findSource } from '@samenbeeld/answers';
import { correctsFigures, type IngestPhase, type IngestProgress } from '@samenbeeld/ingest';
import { ingestPicture } from '@samenbeeld/recipes';
import { inFour, type Language, type Text } from '@samenbeeld/schema';
import { checkFiles } from '../check-files.ts';
import { issueLines } from '../issue-lines.ts';
import { openTerminal, told } from '../terminal.ts';

const doing: Readonly<Record<IngestPhase, Text>> = {
  reading: inFour('lezen', 'lecture', 'lesen', 'reading'),
  mapping: inFour('omzetten', 'mise en correspondance', 'zuordnen', 'mapping'),
  writing: inFour(
    'records schrijven',
    'écriture des enregistrements',
    'Datensätze schreiben',
    'writing records',
  ),
};

const every = 2_000;

const left = inFour(', nog {time}', ', encore {time}', ', noch {time}', ', {time} left');

function timeLeft(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

/** How far an ingest is, in a line: what it does, to which file, and how long it may take. */
export function progressLine(
  { phase, file, share, secondsLeft }: IngestProgress,
  language: Language,
): string {
  const time = secondsLeft === null ? '' : told(left, language, { time: timeLeft(secondsLeft) });
  return `${Math.floor(share * 100)} %: ${doing[phase][language]}${file === null ? '' : ` ${file}`}${time}`;
}

/** Prints how far an ingest is every two seconds; one that is done sooner prints nothing. */
export function showProgress(
  print: (line: string) => void,
  language: Language,
  clock: () => number = () => performance.now(),
): (progress: IngestProgress) => void {
  let last = clock();
  return (progress) => {
    const now = clock();
    if (now - last < every) return;
    last = now;
    print(progressLine(progress, language));
  };
}

const words = {
  draft: inFour(
    'CONCEPT: {n:# vraag is|# vragen zijn} open in {file}; het beeld zegt het.',
    'PROJET : {n:# question est ouverte|# questions sont ouvertes} dans {file} ; le tableau le dit.',
    'ENTWURF: {n:# Frage ist|# Fragen sind} offen in {file}; das Lagebild sagt es.',
    'DRAFT: {n:# question is|# questions are} open in {file}; the picture says so.',
  ),
  lines: inFour(
    '{file}: {total} {total:regel|regels} = {title} titel + {header} kop + {data} gegevens + {blank} leeg + {footer} voet',
    '{file} : {total} {total:ligne|lignes} = {title} de titre + {header} d’en-tête + {data} de données + {blank} {blank:vide|vides} + {footer} de pied',
    '{file}: {total} {total:Zeile|Zeilen} = {title} Titel + {header} Kopf + {data} Daten + {blank} leer + {footer} Fuß',
    '{file}: {total} {total:line|lines} = {title} title + {header} header + {data} data + {blank} blank + {footer} footer',
  ),
  items: inFour(
    '{rows} {rows:rij|rijen}, {items:# gegeven|# gegevens} = {accepted} aanvaard + {excluded} uitgesloten + {rejected} geweigerd; {records:# record|# records}, {notes:# opmerking|# opmerkingen}',
    '{rows} {rows:ligne|lignes}, {items:# donnée|# données} = {accepted} {accepted:acceptée|acceptées} + {excluded} {excluded:exclue|exclues} + {rejected} {rejected:rejetée|rejetées} ; {records:# enregistrement|# enregistrements}, {notes:# remarque|# remarques}',
    '{rows} {rows:Zeile|Zeilen}, {items:# Angabe|# Angaben} = {accepted} angenommen + {excluded} ausgeschlossen + {rejected} abgewiesen; {records:# Datensatz|# Datensätze}, {notes:# Anmerkung|# Anmerkungen}',
    '{rows} {rows:row|rows}, {items:# item|# items} = {accepted} accepted + {excluded} excluded + {rejected} rejected; {records:# record|# records}, {notes:# note|# notes}',
  ),
  excluded: inFour(
    'uitgesloten {n}: {rule}',
    '{n} {n:exclue|exclues} : {rule}',
    'ausgeschlossen {n}: {rule}',
    'excluded {n}: {rule}',
  ),
  sum: inFour(
    'som in {unit}: {raw} in het bestand{corrected}{without}, {records} in de records',
    'somme en {unit} : {raw} dans le fichier{corrected}{without}, {records} dans les enregistrements',
    'Summe in {unit}: {raw} in der Datei{corrected}{without}, {records} in den Datensätzen',
    'sum in {unit}: {raw} in the file{corrected}{without}, {records} in the records',
  ),
  corrected: inFour(
    ' zoals verbeterd',
    ' tel que corrigé',
    ' in berichtigter Form',
    ' as corrected',
  ),
  without: inFour(
    ' zonder wat is uitgesloten of geweigerd',
    ' sans ce qui est exclu ou rejeté',
    ' ohne Ausgeschlossenes und Abgewiesenes',
    ' without what is excluded or rejected',
  ),
  decisions: inFour(
    'Beslissingen in {path}:',
    'Décisions dans {path} :',
    'Entscheidungen in {path}:',
    'Decisions in {path}:',
  ),
  noneHere: inFour(
    'geen over deze bron',
    'aucune sur cette source',
    'keine zu dieser Quelle',
    'none on this source',
  ),
  notes: inFour(
    '{n} {n:opmerking staat|opmerkingen staan} in {path}; --notes toont {n:ze|ze} hier',
    '{n} {n:remarque figure|remarques figurent} dans {path} ; --notes {n:la|les} montre ici',
    '{n} {n:Anmerkung steht|Anmerkungen stehen} in {path}; --notes zeigt sie hier',
    '{n} {n:note is|notes are} in {path}; --notes shows {n:it|them} here',
  ),
  picture: inFour('Beeld', 'Tableau', 'Lagebild', 'Picture'),
};

/** A sum as a number, where that holds all its digits. */
const asNumber = (digits: string): number | string =>
  String(Number(digits)) === digits ? Number(digits) : digits;

/** `samenbeeld ingest`: files of one source into a picture; exit 1 where an item was rejected. */
export async function ingestFiles(
  options: Readonly<Record<string, unknown>>,
  name: string | readonly string[],
  files: string | readonly string[],
): Promise<number> {
  const terminal = openTerminal(options);
  const { language } = terminal;
  const paths = Array.isArray(files) ? files.map(String) : [String(files)];
  const source = findSource(String(name));
  checkFiles(paths);
  const text = (option: string): string | undefined =>
    typeof options[option] === 'string' ? options[option] : undefined;
  const out = String(options['out']);
  if (source.open.length > 0 && options['draft'] === true)
    terminal.print(
      `  ${told(words.draft, language, { n: source.open.length, file: source.file })}`,
    );
  const {
    source: used,
    result,
    replay,
  } = await ingestPicture(String(name), paths, {
    out,
    audience: String(options['audience']),
    decisions: text('decisions'),
    draft: options['draft'] === true,
    resume: text('resume'),
    onProgress: showProgress(terminal.progress, language),
  });
  const corrected = correctsFigures(used) ? words.corrected[language] : '';
  for (const file of result.conservation) {
    const { lines, rows, items, accepted, excluded, rejected, records, notes } = file;
    terminal.print(
      `  ${told(words.lines, language, { ...lines, file: file.file })}`,
      `    ${told(words.items, language, { rows, items, accepted, excluded, rejected, records, notes })}`,
    );
    for (const [rule, n] of Object.entries(file.exclusions))
      terminal.print(`    ${told(words.excluded, language, { n, rule })}`);
    const without = excluded + rejected > 0 ? words.without[language] : '';
    for (const { unit, raw, records } of file.quantities)
      terminal.print(
        `    ${told(words.sum, language, {
          ...{ unit, corrected, without },
          raw: asNumber(raw),
          records: asNumber(records),
        })}`,
      );
  }
  if (replay) {
    const path = String(options['decisions']);
    terminal.print('', `  ${told(words.decisions, language, { path })}`);
    for (const line of replay.says) terminal.print(`    ${line[language]}`);
    if (replay.says.length === 0) terminal.print(`    ${words.noneHere[language]}`);
    terminal.print();
  }
  const notes = result.issues.filter(({ severity }) => severity === 'note');
  const shown = result.issues.filter(({ severity }) => severity !== 'note');
  for (const line of issueLines(shown, language)) terminal.print(`  ${line}`);
  if (options['notes'] === true)
    for (const line of issueLines(notes, language)) terminal.print(`  ${line}`);
  else if (notes.length > 0)
    terminal.print(
      `  ${told(words.notes, language, { n: notes.length, path: `${out}/data/issue.csv` })}`,
    );
  terminal.print('', `  ${words.picture[language]}  ${out}/data/datapackage.json`);
  terminal.result({
    out,
    records: result.records,
    conservation: result.conservation,
    issues: result.issues,
    ...(replay && { replay }),
  });
  return result.issues.some((issue) => issue.severity === 'rejection') ? 1 : 0;
}
