import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addToCrosswalk, decidedRows } from '@samenbeeld/harmonise';
import type { SourceDescription } from '@samenbeeld/ingest';
import { wrongUse } from '@samenbeeld/merge';
import { type Decision, inFour } from '@samenbeeld/schema';
import { folderOf } from '../source-folder.ts';
import { type Terminal, told } from '../terminal.ts';

const words = {
  added: inFour(
    '{n} {n:rij|rijen} toegevoegd',
    '{n} {n:ligne ajoutée|lignes ajoutées}',
    '{n} {n:Zeile|Zeilen} hinzugefügt',
    '{n} {n:row|rows} added',
  ),
  answered: inFour(
    '{n} {n:rij|rijen} ter plaatse beantwoord',
    '{n} {n:ligne répondue|lignes répondues} sur place',
    '{n} {n:Zeile|Zeilen} an Ort und Stelle beantwortet',
    '{n} {n:row|rows} answered where it stood',
  ),
  nothingToAdd: inFour(
    'niets toe te voegen',
    'rien à ajouter',
    'nichts hinzuzufügen',
    'nothing to add',
  ),
  homeless: inFour(
    'Niet geschreven: beslissing {id} over "{subject}": haar kolom heeft geen omzettabel. Ze geldt toch, vanuit de beslissingen.',
    'Non écrite : décision {id} sur « {subject} » : sa colonne n’a pas de table de correspondance. Elle vaut quand même, depuis les décisions.',
    'Nicht geschrieben: Entscheidung {id} zu „{subject}“: Ihre Spalte hat keine Umschlüsselung. Sie gilt trotzdem, aus den Entscheidungen.',
    'Not written: decision {id} on "{subject}": its column has no crosswalk. It applies from the decisions all the same.',
  ),
  nothing: inFour(
    'Niets te schrijven: geen beslissing vult een omzettabel aan.',
    'Rien à écrire : aucune décision ne complète une table de correspondance.',
    'Nichts zu schreiben: keine Entscheidung ergänzt eine Umschlüsselung.',
    'Nothing to write: no decision adds to a crosswalk.',
  ),
};

/** A crosswalk has one line a label. */
const linesOf = (path: string): number =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '').length;

/** Adds decided labels to the crosswalks beside a source.yaml; returns how many rows each got. */
export function writeRows(
  name: string,
  source: SourceDescription,
  decisions: readonly Decision[],
  terminal: Terminal,
): Readonly<Record<string, number>> {
  const folder = folderOf(name);
  if (folder === null)
    throw wrongUse(
      '--write vult de omzettabellen naast een eigen source.yaml aan; {name} is van de catalogus. Kopieer de map en geef het pad, of bewaar de beslissingen: die gelden ook zonder.',
      '--write complète les tables de correspondance à côté d’un source.yaml à vous ; {name} est celui du catalogue. Copiez son dossier et donnez le chemin, ou gardez les décisions, qui valent sans cela.',
      '--write ergänzt die Umschlüsselungen neben einer eigenen source.yaml; {name} gehört zum Katalog. Kopieren Sie den Ordner und geben Sie den Pfad an, oder behalten Sie die Entscheidungen, die auch so gelten.',
      '--write adds to the crosswalks beside a source.yaml of yours; {name} is that of the catalogue. Copy its folder and give the path, or keep the decisions, which apply without it.',
      { name: String(name) },
    );
  const { language } = terminal;
  const { rows, homeless } = decidedRows(source, decisions);
  const added: Record<string, number> = Object.create(null);
  for (const [file, own] of Object.entries(rows)) {
    const path = join(folder, file);
    const before = linesOf(path);
    const written = addToCrosswalk(path, own).length;
    added[file] = written;
    const fresh = linesOf(path) - before;
    const counts = [
      [fresh, words.added],
      [written - fresh, words.answered],
    ] as const;
    const said = counts.flatMap(([n, what]) => (n > 0 ? [told(what, language, { n })] : []));
    terminal.print(`  ${path}: ${said.join(', ') || words.nothingToAdd[language]}`);
  }
  for (const { id, subject } of homeless)
    terminal.print(`  ${told(words.homeless, language, { id, subject })}`);
  if (Object.keys(rows).length === 0 && homeless.length === 0)
    terminal.print(`  ${words.nothing[language]}`);
  return added;
}
