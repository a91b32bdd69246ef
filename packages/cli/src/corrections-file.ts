import { basename } from 'node:path';
import { type Inapplicable, replayReport } from '@samenbeeld/harmonise';
import type { SourceDescription } from '@samenbeeld/ingest';
import { fileHash, readTable } from '@samenbeeld/read';
import {
  type CorrectionDecision,
  correctionSubject,
  correctionVerdict,
  type Decision,
  errorWords,
  inFour,
  type Language,
  parseCorrectionDecision,
  plainText,
  UsageError,
  wrongUse,
} from '@samenbeeld/schema';
import { clearance, csvLines, currentDecisions, writeThrough } from '@samenbeeld/store';
import type { Drafted } from './record-decisions.ts';
import { told } from './terminal.ts';

/** The columns of a corrections file, in their order. */
const columns = [
  'source',
  'file',
  'sha256',
  'sheet',
  'line',
  'cell',
  'column',
  'where',
  'printed',
  'corrected',
  'reason',
  'evidence',
  'role',
  'agency',
  'decided',
  'marking',
] as const;

type Row = Readonly<Record<(typeof columns)[number], string>>;

/** The corrections of a source that are decided, by subject. */
function standing(
  source: SourceDescription,
  decisions: readonly Decision[],
): ReadonlyMap<string, Decision> {
  const mine = [...currentDecisions(decisions, 'correction')].filter(([, { verdict, subject }]) => {
    try {
      return parseCorrectionDecision({ subject, verdict }).source === source.id;
    } catch (error) {
      if (error instanceof UsageError) return false;
      throw error;
    }
  });
  return new Map(mine);
}

/**
 * Writes the corrections that are decided for a source as a file that others can take: a row each, with the cell, what it
 * prints, what it is corrected to, on what evidence, and which role decided when. Only those whose cell is in the files.
 *
 * @returns how many were written, and how many decided ones have no such cell in the files
 */
export async function writeCorrections(
  out: string,
  source: SourceDescription,
  files: readonly string[],
  decisions: readonly Decision[],
): Promise<{ readonly written: number; readonly elsewhere: number }> {
  if (!out.endsWith('.csv'))
    throw wrongUse(
      '--write-corrections vraagt een bestand .csv, niet "{out}".',
      '--write-corrections demande un fichier .csv, et non « {out} ».',
      '--write-corrections verlangt eine Datei .csv, nicht „{out}“.',
      '--write-corrections takes a .csv file, not "{out}".',
      { out },
    );
  const own = standing(source, decisions);
  const { applied } = await replayReport(source, [...own.values()], files);
  if (applied.length === 0)
    throw wrongUse(
      'Er is niets te schrijven: geen vastgelegde verbetering gaat over een cel van deze bestanden.',
      'Rien à écrire : aucune correction enregistrée ne porte sur une cellule de ces fichiers.',
      'Es gibt nichts zu schreiben: Keine festgehaltene Berichtigung betrifft eine Zelle dieser Dateien.',
      'There is nothing to write: no recorded correction is about a cell of these files.',
    );
  const hashes = new Map<string, string>();
  for (const path of files) hashes.set(basename(path), await fileHash(path));
  const { handling, synthetic } = source.source;
  const audience = handling.tlp === 'CLEAR' ? 'public' : 'internal';
  const cleared = clearance(handling, audience, { synthetic });
  const marking = cleared.banner.en.replaceAll('\n', ' · ');
  const rows = applied.map(({ decision, at }): Row => {
    const { column, from, to, where } = parseCorrectionDecision(decision);
    return {
      source: source.id,
      file: at?.file ?? '',
      sha256: hashes.get(basename(at?.file ?? '')) ?? '',
      sheet: at?.sheet ?? '',
      line: String(at?.line ?? ''),
      cell: at ? `${at.column}${at.line}` : '',
      column,
      where: JSON.stringify(where),
      printed: from,
      corrected: to,
      reason: decision.reason,
      evidence: decision.evidence ?? '',
      role: decision.role,
      agency: decision.agency ?? '',
      decided: decision.time,
      marking,
    };
  });
  const lines = csvLines([columns, ...rows.map((row) => columns.map((name) => row[name]))]);
  await writeThrough(out, lines, cleared, { replace: false });
  return { written: rows.length, elsewhere: own.size - rows.length };
}

const refusals = {
  changed: inFour(
    'verwacht “{from}”, gevonden “{found}” in {file}, cel {cell}. Ga het cijfer zelf na: deze editie is een andere, of de rij is veranderd',
    'attendu « {from} », trouvé « {found} » dans {file}, cellule {cell}. Vérifiez vous-même le chiffre : cette édition est une autre, ou la ligne a changé',
    'erwartet „{from}“, gefunden „{found}“ in {file}, Zelle {cell}. Prüfen Sie die Zahl selbst: Diese Ausgabe ist eine andere, oder die Zeile ist geändert',
    'expected “{from}”, found “{found}” in {file}, cell {cell}. Check the figure yourself: this edition is another one, or the row was changed',
  ),
  right: inFour(
    'verwacht “{from}”, gevonden “{to}” in {file}, cel {cell}: de uitgever heeft het zelf verbeterd. Laat de rij weg',
    'attendu « {from} », trouvé « {to} » dans {file}, cellule {cell} : l’éditeur l’a corrigé lui-même. Retirez la ligne',
    'erwartet „{from}“, gefunden „{to}“ in {file}, Zelle {cell}: Die herausgebende Stelle hat es selbst berichtigt. Lassen Sie die Zeile weg',
    'expected “{from}”, found “{to}” in {file}, cell {cell}: the publisher put it right. Leave the row out',
  ),
  gone: inFour(
    'verwacht “{from}” in een rij met {where}, en geen rij van {files} heeft die cellen. Noem het bestand waarop de verbetering berust ({file})',
    'attendu « {from} » dans une ligne avec {where}, et aucune ligne de {files} n’a ces cellules. Nommez le fichier sur lequel repose la correction ({file})',
    'erwartet „{from}“ in einer Zeile mit {where}, und keine Zeile von {files} hat diese Zellen. Nennen Sie die Datei, auf der die Berichtigung beruht ({file})',
    'expected “{from}” in a row with {where}, and no row of {files} has these cells. Name the file that the correction rests on ({file})',
  ),
  source: inFour(
    'verwacht de bron {own}, gevonden “{source}”. Neem de rij op met de bestanden van die bron',
    'attendu la source {own}, trouvé « {source} ». Reprenez la ligne avec les fichiers de cette source',
    'erwartet die Quelle {own}, gefunden „{source}“. Übernehmen Sie die Zeile mit den Dateien jener Quelle',
    'expected the source {own}, found “{source}”. Take the row with the files of that source',
  ),
  otherwise: inFour(
    'u besliste zelf anders over deze cel: {verdict} ({id}). Herroep dat eerst, als de rij gelijk heeft',
    'vous avez décidé autrement de cette cellule : {verdict} ({id}). Annulez d’abord cette décision, si la ligne a raison',
    'Sie haben über diese Zelle anders entschieden: {verdict} ({id}). Nehmen Sie das zuerst zurück, wenn die Zeile recht hat',
    'you decided otherwise on this cell: {verdict} ({id}). Reopen that first, if the row is right',
  ),
  unreadable: inFour(
    'de rij is niet te lezen als verbetering. Verwacht: een kolom, het gedrukte en een ander cijfer, en voorwaarden als {"KOP":"TEKST"} ({says})',
    'la ligne ne se lit pas comme une correction. Attendu : une colonne, le chiffre imprimé et un autre, et des conditions comme {"EN-TÊTE":"TEXTE"} ({says})',
    'die Zeile ist nicht als Berichtigung zu lesen. Erwartet: eine Spalte, die gedruckte und eine andere Zahl, und Bedingungen wie {"KOPF":"TEXT"} ({says})',
    'the row cannot be read as a correction. Expected: a column, the printed figure and another one, and conditions such as {"HEADING":"TEXT"} ({says})',
  ),
  unfit: inFour(
    'de beschrijving van {own} neemt de rij niet aan: {says}',
    'la description de {own} n’accepte pas la ligne : {says}',
    'die Beschreibung von {own} nimmt die Zeile nicht an: {says}',
    'the description of {own} does not take the row: {says}',
  ),
};

/** A row of a colleague's file that does not hold for one's own files, and why. */
export interface RefusedRow {
  /** Its line in the corrections file. */
  readonly line: number;
  readonly says: string;
}

/** What becomes of a colleague's corrections beside one's own files. Nothing is recorded yet. */
export interface TakenCorrections {
  readonly proposed: readonly Drafted[];
  readonly refused: readonly RefusedRow[];
  /** Rows that one had decided alike before. */
  readonly known: number;
}

async function rowsOf(
  path: string,
): Promise<readonly { readonly line: number; readonly row: Row }[]> {
  const tables = await readTable(path, {
    format: 'csv',
    header: 1,
    encoding: 'utf-8',
    delimiter: ',',
  });
  return tables.flatMap(({ columns: found, rows }) => {
    const at = new Map(found.map(({ index, headers }) => [headers[0] ?? '', index]));
    const missing = columns.filter((name) => !at.has(name));
    if (missing.length > 0)
      throw wrongUse(
        '{path} is geen bestand met verbeteringen: verwacht de kolommen {columns}; {missing} ontbreekt. Laat het schrijven met --write-corrections.',
        '{path} n’est pas un fichier de corrections : attendu les colonnes {columns} ; il manque {missing}. Faites-le écrire avec --write-corrections.',
        '{path} ist keine Datei mit Berichtigungen: erwartet die Spalten {columns}; es fehlt {missing}. Lassen Sie sie mit --write-corrections schreiben.',
        '{path} is no corrections file: expected the columns {columns}; {missing} is missing. Have it written with --write-corrections.',
        { path, columns: columns.join(', '), missing: missing.join(', ') },
      );
    return rows.map(({ line, cells }) => ({
      line,
      row: Object.fromEntries(
        columns.map((name) => [name, plainText(String(cells[at.get(name) ?? -1] ?? ''))]),
      ) as Row,
    }));
  });
}

/** A row as the decision it proposes; throws UsageError where it is none. */
function draftOf(path: string, row: Row): Drafted {
  let where: CorrectionDecision['where'];
  try {
    where = JSON.parse(row.where || '{}') as CorrectionDecision['where'];
  } catch {
    throw wrongUse(
      '"{where}" is geen JSON',
      '« {where} » n’est pas du JSON',
      '„{where}“ ist kein JSON',
      '"{where}" is no JSON',
      { where: row.where },
    );
  }
  const { source, column, printed: from, corrected: to } = row;
  const subject = correctionSubject({ source, column, from, where });
  const verdict = correctionVerdict({ from, to });
  parseCorrectionDecision({ subject, verdict });
  const by = [row.role, row.agency].filter(Boolean).join(', ');
  const evidence = [
    `taken from ${basename(path)}, decided by ${by} on ${row.decided}: ${row.reason}`,
    row.evidence,
  ];
  return { kind: 'correction', subject, verdict, evidence: evidence.filter(Boolean).join('; ') };
}

/** Why a row does not hold, in the reader's language. */
function refusal(
  { why, says, at }: Inapplicable,
  row: Row,
  {
    own,
    files,
    language,
  }: { readonly own: string; readonly files: string; readonly language: Language },
): string {
  const where = at ? { file: at.file, cell: `${at.column}${at.line}`, found: at.text } : {};
  const words = {
    from: row.printed,
    to: row.corrected,
    own,
    files,
    says: says[language],
    where: row.where,
  };
  if (why === 'value-changed') return told(refusals.changed, language, { ...words, ...where });
  if (why === 'put-right' && at) return told(refusals.right, language, { ...words, ...where });
  if (why === 'row-gone' || why === 'put-right')
    return told(refusals.gone, language, { ...words, file: row.file });
  return told(refusals.unfit, language, words);
}

/**
 * Tries each row of a colleague's corrections file on one's own files, as if it were proposed anew: a row holds only where
 * the cell it names says what it prints.
 */
export async function takeCorrections(
  path: string,
  source: SourceDescription,
  files: readonly string[],
  decisions: readonly Decision[],
  language: Language,
): Promise<TakenCorrections> {
  const own = standing(source, decisions);
  const refused: RefusedRow[] = [];
  let known = 0;
  const tried = (await rowsOf(path)).flatMap(({ line, row }) => {
    const refuse = (says: string): [] => {
      refused.push({ line, says });
      return [];
    };
    if (row.source !== source.id)
      return refuse(told(refusals.source, language, { own: source.id, source: row.source }));
    try {
      const draft = draftOf(path, row);
      const mine = own.get(draft.subject);
      if (mine?.verdict === draft.verdict) {
        known += 1;
        return [];
      }
      if (mine)
        return refuse(
          told(refusals.otherwise, language, { verdict: mine.verdict, id: mine.id.slice(0, 12) }),
        );
      const decision: Decision = {
        ...draft,
        id: `row ${line}`,
        role: row.role,
        time: row.decided,
        reason: row.reason,
        evidence: null,
        supersedes: null,
      };
      return [{ line, row, draft, decision }];
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return refuse(told(refusals.unreadable, language, { says: errorWords(error)[language] }));
    }
  });
  const report = await replayReport(
    source,
    tried.map(({ decision }) => decision),
    files,
  );
  const holds = new Set(report.applied.map(({ decision }) => decision));
  const names = files.map((file) => basename(file)).join(', ');
  const byDecision = new Map(tried.map((one) => [one.decision, one]));
  for (const one of report.inapplicable) {
    const row = byDecision.get(one.decision);
    if (row)
      refused.push({
        line: row.line,
        says: refusal(one, row.row, { own: source.id, files: names, language }),
      });
  }
  return {
    proposed: tried.filter(({ decision }) => holds.has(decision)).map(({ draft }) => draft),
    refused: refused.sort((a, b) => a.line - b.line),
    known,
  };
}
