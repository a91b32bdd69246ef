import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allCrosswalks, allSources, findSource } from '@samenbeeld/answers';
import {
  addToCrosswalk,
  type ClusterMethod,
  columnClusters,
  confirmLabel,
  decidedRows,
  parseMeaning,
  replayReport,
  type UndecidedLabel,
} from '@samenbeeld/harmonise';
import type { SourceDescription } from '@samenbeeld/ingest';
import { type Decision, inFour, shellWord, wrongUse } from '@samenbeeld/schema';
import { catalogue } from '@samenbeeld/sources';
import { readDecisions } from '@samenbeeld/store';
import { checkFiles } from '../check-files.ts';
import { sameDecisions } from '../decisions-file.ts';
import { correctedCell } from '../harmonise/corrected-cell.ts';
import { showClusters, showReport } from '../harmonise/show-labels.ts';
import { type Options, textOption } from '../options.ts';
import { recordDecisions, recordedLine, reopened } from '../record-decisions.ts';
import { openTerminal, type Terminal, told } from '../terminal.ts';

/** A label with what a person says it means. */
interface ConfirmedLabel {
  readonly label: UndecidedLabel;
  readonly meaning: ReturnType<typeof parseMeaning>;
}

function proposed({ proposal, label }: UndecidedLabel): ConfirmedLabel['meaning'] {
  if (!proposal?.to)
    throw wrongUse(
      'Voor "{label}" is niets voorgesteld. Geef --as exact:CODE, of --as none.',
      'Rien n’est proposé pour « {label} ». Donnez --as exact:CODE, ou --as none.',
      'Für „{label}“ ist nichts vorgeschlagen. Geben Sie --as exact:CODE oder --as none an.',
      'Nothing is proposed for "{label}". Say --as exact:CODE, or --as none.',
      { label },
    );
  return { match: proposal.match, to: proposal.to };
}

/** The labels that --confirm names: one label as it stands, or numbers and ranges of the list. */
function named(text: string, labels: readonly UndecidedLabel[]): readonly UndecidedLabel[] {
  const whole = labels.filter(({ label }) => label === text);
  if (whole.length > 1) {
    const places = whole.map(
      (label) => `${labels.indexOf(label) + 1} (${label.column} → ${label.field})`,
    );
    throw wrongUse(
      '"{text}" staat in {n} velden: {places}. Geef --confirm het nummer van het bedoelde veld, of meer nummers met komma’s.',
      '« {text} » figure dans {n} champs : {places}. Donnez à --confirm le numéro du champ visé, ou plusieurs séparés par des virgules.',
      '„{text}“ steht in {n} Feldern: {places}. Geben Sie --confirm die Nummer des gemeinten Felds, oder mehrere mit Kommas.',
      '"{text}" stands in {n} fields: {places}. Give --confirm the number of the one you mean, or several with commas.',
      { text, n: whole.length, places: places.join(', ') },
    );
  }
  if (whole.length === 1) return whole;
  return text.split(',').flatMap((part) => {
    const [, first = '', last = first] = /^(\d+)(?:-(\d+))?$/u.exec(part.trim()) ?? [];
    const found = first === '' ? [] : labels.slice(Number(first) - 1, Number(last));
    if (Number(first) > 0 && found.length === Number(last) - Number(first) + 1) return found;
    throw labels.length === 0
      ? wrongUse(
          'Over elk label is beslist.',
          'Aucun libellé n’est en suspens.',
          'Über jede Bezeichnung ist entschieden.',
          'No label is undecided.',
        )
      : wrongUse(
          '--confirm vraagt nummers van de lijst (1 tot {n}), reeksen of één label, niet "{part}".',
          '--confirm demande des numéros de la liste (1 à {n}), des plages ou un libellé, et non « {part} ».',
          '--confirm verlangt Nummern der Liste (1 bis {n}), Bereiche oder eine Bezeichnung, nicht „{part}“.',
          '--confirm takes numbers of the list (1 to {n}), ranges, or one label, not "{part}".',
          { n: labels.length, part: part.trim() },
        );
  });
}

function inBulk(text: string, labels: readonly UndecidedLabel[]): readonly ConfirmedLabel[] {
  const least = Number(text.replace(',', '.'));
  if (!(least > 0 && least <= 1))
    throw wrongUse(
      '--accept-above vraagt een zekerheid van 0 tot 1, niet "{text}".',
      '--accept-above demande une confiance de 0 à 1, et non « {text} ».',
      '--accept-above verlangt eine Sicherheit von 0 bis 1, nicht „{text}“.',
      '--accept-above takes a confidence from 0 to 1, not "{text}".',
      { text: String(text) },
    );
  return labels.flatMap((label) =>
    label.proposal?.match === 'exact' && label.proposal.to && label.proposal.confidence >= least
      ? [{ label, meaning: proposed(label) }]
      : [],
  );
}

/** What --confirm or --accept-above say; null where neither is given. Throws UsageError for what cannot be meant. */
export function confirmedLabels(
  options: Options,
  labels: readonly UndecidedLabel[],
): readonly ConfirmedLabel[] | null {
  const above = textOption(options, 'acceptAbove');
  if (above) return inBulk(above, labels);
  const [one, as] = [textOption(options, 'confirm'), textOption(options, 'as')];
  if (!one && as)
    throw wrongUse(
      '--as hoort bij --confirm NUMMER.',
      '--as va avec --confirm NUMÉRO.',
      '--as gehört zu --confirm NUMMER.',
      '--as goes with --confirm NUMBER.',
    );
  if (!one) return null;
  if (!as)
    throw wrongUse(
      'Zeg wat het betekent: --as exact:CODE, narrower:CODE, broader:CODE, overlap:CODE, none of proposed.',
      'Dites ce que cela signifie : --as exact:CODE, narrower:CODE, broader:CODE, overlap:CODE, none ou proposed.',
      'Sagen Sie, was es bedeutet: --as exact:CODE, narrower:CODE, broader:CODE, overlap:CODE, none oder proposed.',
      'Say what it means: --as exact:CODE, narrower:CODE, broader:CODE, overlap:CODE, none, or proposed.',
    );
  return named(one, labels).map((label) => ({
    label,
    meaning: as === 'proposed' ? proposed(label) : parseMeaning(as),
  }));
}

/** The folder of a source that is given by path; null for one of the catalogue. */
function folderOf(name: string): string | null {
  if (catalogue().includes(name)) return null;
  return statSync(name).isDirectory() ? name : dirname(name);
}

const rowWords = {
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
function writeRows(
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
      [fresh, rowWords.added],
      [written - fresh, rowWords.answered],
    ] as const;
    const said = counts.flatMap(([n, what]) => (n > 0 ? [told(what, language, { n })] : []));
    terminal.print(`  ${path}: ${said.join(', ') || rowWords.nothingToAdd[language]}`);
  }
  for (const { id, subject } of homeless)
    terminal.print(`  ${told(rowWords.homeless, language, { id, subject })}`);
  if (Object.keys(rows).length === 0 && homeless.length === 0)
    terminal.print(`  ${rowWords.nothing[language]}`);
  return added;
}

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
