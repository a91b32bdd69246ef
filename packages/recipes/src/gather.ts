import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import {
  allSources,
  catalogueSource,
  type Held,
  type Remarks,
  remarksIn,
} from '@samenbeeld/answers';
import { type Engine, fileProblem, openEngine } from '@samenbeeld/engine';
import { type ReplayReport, replayReport, withDecisions } from '@samenbeeld/harmonise';
import {
  appendRecords,
  ingest,
  issueWords,
  loadSource,
  namedFiles,
  readRemarks,
  type SourceDescription,
} from '@samenbeeld/ingest';
import {
  type Conservation,
  type Decision,
  englishQuoted,
  expectedFound,
  foundNone,
  InputError,
  type Issue,
  inEach,
  inFour,
  languages,
  type Observation,
  observationFromRow,
  ownValue,
  placeIn,
  quoted,
  RefusalError,
  seizureFromRow,
  type TableRow,
  type Text,
  withheldText,
  withRepair,
} from '@samenbeeld/schema';
import { catalogue } from '@samenbeeld/sources';
import { mayDecide, type PictureReads, readDecisions } from '@samenbeeld/store';
import { type GatheredSheets, gatherSheets } from './gather-sheets.ts';
import { inputSourceFiles, readOnce, readOnceLater, sha256Of } from './kept-build.ts';
import { moneyAskedOf } from './money/money-asked.ts';
import { movedTo } from './moved-input.ts';
import {
  alsoIn,
  besidePicture,
  buildExerciseApart,
  correctPath,
  isOwnSource,
  oneOfNames,
  type PictureFileDescription,
  type PictureInputFile,
  unreadable,
} from './picture-file.ts';
import { barriersOf } from './read-barriers.ts';
import { prioritiesOf } from './read-priorities.ts';
import type { StepCache } from './step-cache.ts';

/** Everything that a picture's inputs hold, with what became of every item. */
export interface Gathered extends Held {
  readonly engine: Engine;
  /** The records of a kind, which come into the engine once a query asks for them. */
  readonly reads: Readonly<Record<SourceDescription['record'], PictureReads>>;
  readonly sources: readonly SourceDescription[];
  readonly issues: readonly Issue[];
  /** What became of decisions on labels and slips; one a source that there are any of. */
  readonly replays: readonly ReplayReport[];
  readonly sheets: GatheredSheets;
}

/** What reading the files of one source gave, as it is kept between builds. */
interface ReadSource {
  readonly rows: readonly TableRow[];
  readonly issues: readonly Issue[];
  readonly conservation: readonly Conservation[];
}

/** What is told while gathering: one line a file. */
export type OnFile = (conservation: Conservation, source: SourceDescription) => void;

/** What to do about an input that cannot be read: where a file with its content stands now, else to correct the path. */
function whereNow(
  picture: PictureFileDescription,
  { sha256 }: PictureInputFile,
  path: string,
): Text {
  const moved = sha256 === null ? null : movedTo(path, sha256, dirname(picture.path));
  if (moved === null) return correctPath;
  return inFour(
    'het is verplaatst of hernoemd: hetzelfde bestand staat nu in {moved}; schrijf `file: {moved}` in {picture}',
    'il a été déplacé ou renommé : le même fichier se trouve maintenant dans {moved} ; écrivez `file: {moved}` dans {picture}',
    'sie wurde verschoben oder umbenannt: Dieselbe Datei steht jetzt unter {moved}; schreiben Sie `file: {moved}` in {picture}',
    'it was moved or renamed: the same file now stands at {moved}; write `file: {moved}` in {picture}',
    { moved: withheldText(moved), picture: basename(picture.path) },
  );
}

function checkInput(picture: PictureFileDescription, input: PictureInputFile): string {
  const path = besidePicture(picture, input.file);
  const problem = fileProblem(path);
  if (problem !== null)
    throw new InputError(
      expectedFound(
        inFour(
          'het bestand {file} van {source}',
          'le fichier {file} de {source}',
          'die Datei {file} von {source}',
          'the file {file} of {source}',
          { file: input.file, source: input.source },
        ),
        existsSync(path) ? unreadable(problem) : foundNone,
      ),
      { place: { file: picture.path }, repair: whereNow(picture, input, path) },
    );
  const found = sha256Of(path);
  if (input.sha256 !== null && input.sha256 !== found) {
    throw new InputError(
      inFour(
        '{fault}; het bestand is veranderd sinds het beeld is beschreven',
        '{fault} ; le fichier a changé depuis que le tableau a été décrit',
        '{fault}; die Datei hat sich geändert, seit das Lagebild beschrieben wurde',
        '{fault}: the file has changed since the picture was described',
        {
          fault: expectedFound(`sha256 ${input.sha256.slice(0, 12)}…`, `${found.slice(0, 12)}…`),
        },
      ),
      {
        place: { file: input.file },
        repair: inFour(
          'kijk wat er is veranderd; klopt het, schrijf dan `sha256: {found}` in {picture}',
          'regardez ce qui a changé ; si c’est juste, écrivez `sha256: {found}` dans {picture}',
          'ansehen, was sich geändert hat; stimmt es, `sha256: {found}` in {picture} schreiben',
          'look at what changed; if it is right, write `sha256: {found}` in {picture}',
          { found, picture: basename(picture.path) },
        ),
      },
    );
  }
  return path;
}

function describe(issue: Issue): Text {
  const { file, line, column, value, rule } = issue;
  const { message, repair } = issueWords(issue) ?? {
    message: englishQuoted(issue.message),
    repair: englishQuoted(issue.repair),
  };
  const said = withRepair(
    inEach((language) => `${message[language]} [${rule}]`),
    repair,
  );
  const place = { file, ...(line !== null && { line }), ...(column !== null && { column }) };
  return inEach((language) => {
    const cell = value === null || message[language].includes(value) ? '' : `"${value}" `;
    return `${placeIn(place, language)}${cell}${said[language]}`;
  });
}

/** Rejections that the picture file does not expect stop the build: an item must not vanish unseen. */
function checkRejections(
  picture: PictureFileDescription,
  input: PictureInputFile,
  issues: readonly Issue[],
  conservation: Conservation,
): void {
  const unexpected = Object.entries(conservation.rejections).filter(
    ([rule, count]) => count !== (ownValue(input.rejected, rule) ?? 0),
  );
  const gone = Object.keys(input.rejected).filter(
    (rule) => !Object.hasOwn(conservation.rejections, rule) && ownValue(input.rejected, rule) !== 0,
  );
  if (unexpected.length === 0 && gone.length === 0) return;
  const rules = new Set([...unexpected.map(([rule]) => rule), ...gone]);
  const shown = issues.filter((issue) => issue.severity === 'rejection' && rules.has(issue.rule));
  const lines = shown.slice(0, 12).map(describe);
  const left = shown.length - lines.length;
  const more =
    left > 0
      ? [
          inFour('… en nog {n}', '… et {n} autres', '… und {n} weitere', '… and {n} more', {
            n: left,
          }),
        ]
      : [];
  const counts = Object.entries(conservation.rejections).map(
    ([rule, count]) => `${rule}: ${count}`,
  );
  const name = basename(picture.path);
  const { rejected, items } = conservation;
  throw new InputError(
    inFour(
      '{rejected} van {items} gegevens {rejected:is|zijn} geweigerd',
      '{rejected} {rejected:donnée refusée|données refusées} sur {items}',
      '{rejected} von {items} Angaben {rejected:ist|sind} abgelehnt',
      '{rejected} of {items} items are rejected',
      { rejected, items },
    ),
    {
      faults: [...lines, ...more],
      place: { file: input.file },
      repair:
        counts.length === 0
          ? inFour(
              'elk gegeven is nu aanvaard: haal `rejected` weg bij dit bestand in {name}',
              'toutes les données sont acceptées maintenant : supprimez `rejected` de ce fichier dans {name}',
              'jede Angabe ist jetzt angenommen: `rejected` bei dieser Datei in {name} streichen',
              'every item is accepted now: take `rejected` from this input in {name}',
              { name },
            )
          : inFour(
              'herstel het bestand, de omzettabel of de uitsluitingen; om zonder deze gegevens verder te gaan: schrijf `rejected: {open}{counts}{close}` bij dit bestand in {name}',
              'corrigez le fichier, la table de correspondance ou les exclusions ; pour continuer sans ces données, écrivez `rejected: {open}{counts}{close}` à ce fichier dans {name}',
              'die Datei, die Umschlüsselung oder die Ausschlüsse berichtigen; um ohne diese Angaben fortzufahren: `rejected: {open}{counts}{close}` bei dieser Datei in {name} schreiben',
              'mend the file, the crosswalk or the exclusions; to go on without these items write `rejected: {open}{counts}{close}` with this input in {name}',
              { counts: counts.join(', '), name, open: '{ ', close: ' }' },
            ),
    },
  );
}

function checkSynthetic(sources: readonly SourceDescription[]): void {
  const synthetic = sources.filter(({ source }) => source.synthetic).map(({ id }) => id);
  const published = sources.filter(({ source }) => !source.synthetic).map(({ id }) => id);
  if (synthetic.length === 0 || published.length === 0) return;
  throw new RefusalError(
    inFour(
      'Verzonnen gebeurtenissen ({synthetic}) en gepubliceerde cijfers ({published}) staan nooit in één beeld.',
      'Des événements fictifs ({synthetic}) et des chiffres publiés ({published}) ne figurent jamais dans un même tableau.',
      'Erfundene Ereignisse ({synthetic}) und veröffentlichte Zahlen ({published}) stehen nie in einem Lagebild.',
      'Synthetic events ({synthetic}) and published figures ({published}) never share a picture.',
      { synthetic: synthetic.join(', '), published: published.join(', ') },
    ),
    { dimension: 'synthetic', remedy: buildExerciseApart },
  );
}

/** An id names one source: a description of one's own may not take that of another input. */
function checkIds(
  picture: PictureFileDescription,
  decided: readonly { readonly name: string; readonly source: SourceDescription }[],
): void {
  const names = new Map<string, string>();
  for (const { name, source } of decided) {
    const other =
      names.get(source.id) ??
      (isOwnSource(name) && catalogue().includes(source.id)
        ? inFour('de catalogus', 'le catalogue', 'der Katalog', 'the catalogue')
        : undefined);
    if (other !== undefined)
      throw new InputError(
        expectedFound(
          inFour(
            'een eigen id in {name}',
            'un id propre dans {name}',
            'eine eigene ID in {name}',
            'an id of its own in {name}',
            { name },
          ),
          alsoIn(source.id, other),
        ),
        {
          place: { file: picture.path },
          repair: inFour(
            'schrijf een ander id achter `source:` in de beschrijving',
            'écrivez un autre id derrière `source:` dans la description',
            'eine andere ID hinter `source:` in der Beschreibung schreiben',
            'write another id behind `source:` in the description',
          ),
        },
      );
    names.set(source.id, name);
  }
}

/** A source that neither the catalogue nor the folder has. */
function checkSource(picture: PictureFileDescription, name: string): void {
  const own = isOwnSource(name);
  if (own ? existsSync(besidePicture(picture, name)) : catalogue().includes(name)) return;
  throw new InputError(
    expectedFound(
      own
        ? inFour(
            'de bronbeschrijving {name}',
            'la description de source {name}',
            'die Quellenbeschreibung {name}',
            'the source description {name}',
            { name },
          )
        : inFour(
            'een bron van de catalogus',
            'une source du catalogue',
            'eine Quelle des Katalogs',
            'a source of the catalogue',
          ),
      own ? foundNone : quoted(name),
    ),
    {
      place: { file: picture.path },
      repair: own
        ? correctPath
        : inFour(
            '{names}, of geef het pad van een eigen bronbeschrijving',
            '{names}, ou donnez le chemin d’une description de source à vous',
            '{names} oder den Pfad einer eigenen Quellenbeschreibung angeben',
            '{names}, or give the path of a source description of your own',
            { names: oneOfNames(name, catalogue()) },
          ),
    },
  );
}

async function tablesOf(engine: Engine): Promise<ReadonlySet<string>> {
  return new Set(await engine.tables());
}

/** Whether what was kept is of these files, and every item and record that it counts is there. */
function isConserved(
  { rows, conservation }: ReadSource,
  files: readonly (readonly [name: string, sha256: string])[],
): boolean {
  const ids = new Set(rows.map((row) => row['id']));
  return (
    JSON.stringify(conservation.map(({ file, sha256 }) => [file, sha256]).sort()) ===
      JSON.stringify([...files].sort()) &&
    ids.size === rows.length &&
    rows.length === conservation.reduce((sum, { records }) => sum + records, 0) &&
    conservation.every(
      ({ items, accepted, excluded, rejected }) => items === accepted + excluded + rejected,
    )
  );
}

/** Reads the files of one source into the engine, or takes what the same files and description gave before. */
async function readSource(
  engine: Engine,
  source: SourceDescription,
  paths: readonly string[],
  cache: StepCache | null,
): Promise<ReadSource & { readonly isKept: boolean }> {
  const files = namedFiles(paths).map(({ path, name }) => [name, sha256Of(path)] as const);
  const key = cache?.key('ingest', [source.id, source.sha256, files]) ?? '';
  const known = cache?.read<ReadSource>(key) ?? null;
  if (known && isConserved(known, files)) return { ...known, isKept: true };
  const result = await ingest(engine, source, paths, {
    catalogue: allSources,
  });
  const exists = (await tablesOf(engine)).has(source.record);
  const read: ReadSource = {
    rows: exists
      ? await engine.rows<TableRow>(
          `select * from ${source.record} where source = $source order by id`,
          { source: source.id },
        )
      : [],
    issues: result.issues,
    conservation: result.conservation,
  };
  cache?.remember(key, read);
  return { ...read, isKept: false };
}

/** The years that the citation of a claim sheet says of the one that ships. */
const yearsCited = /(?<=^Figures of )\d{4}(?:–\d{4})?\b/u;

/** A description of claim sheets, cited with the years of the rows that were read, not of the sheet that ships with it. */
export function citedByYears(
  described: SourceDescription,
  rows: readonly Pick<Observation, 'source' | 'periodStart' | 'periodEnd'>[],
): SourceDescription {
  const { source } = described;
  if (source.kind !== 'claim_sheet') return described;
  const own = rows.filter((row) => row.source === source.id);
  if (own.length === 0) return described;
  const days = own.flatMap(({ periodStart, periodEnd }) => [periodStart, periodEnd]).sort();
  const cited = [...new Set([days[0], days.at(-1)].map((day) => day?.slice(0, 4)))].join('–');
  return {
    ...described,
    source: { ...source, citation: source.citation.replace(yearsCited, cited) },
  };
}

/**
 * Reads every input of a picture through its source description. Files are taken by source, in a fixed order, so
 * that the order in which the picture lists them changes nothing.
 */
export async function gather(
  picture: PictureFileDescription,
  {
    threads,
    onFile,
    cache = null,
    decisions: recorded,
    today,
  }: {
    readonly threads?: number | undefined;
    readonly onFile?: OnFile | undefined;
    readonly cache?: StepCache | null;
    /** What is recorded beside the picture; read from its file unless given. */
    readonly decisions?: readonly Decision[];
    /** The day, for releases that end. */
    readonly today?: string | undefined;
  } = {},
): Promise<Gathered> {
  const names = [...new Set(picture.inputs.map((input) => input.source))].sort();
  const found = recorded ?? (await readDecisions(besidePicture(picture, picture.decisions)));
  const decisions = found.filter((one) => mayDecide(picture.deciding, one));
  const describedBy = (name: string): SourceDescription => {
    const load = () =>
      isOwnSource(name) ? loadSource(besidePicture(picture, name)) : catalogueSource(name);
    return cache ? cache.once('source', [name, inputSourceFiles(picture, name)], load) : load();
  };
  for (const name of names) checkSource(picture, name);
  const decided = names.map((name) => ({ name, ...withDecisions(describedBy(name), decisions) }));
  checkIds(picture, decided);
  // Their hash holds the decisions that apply, and so does the key of the step.
  const sources = decided.map(({ source }) => source);
  checkSynthetic(sources);
  const synthetic = sources.some(({ source }) => source.synthetic);
  const sheets = await gatherSheets(picture, { decisions: found, synthetic, today });
  const engine = await openEngine({
    threads,
    reads: picture.inputs.map(({ file }) => besidePicture(picture, file)),
  });
  try {
    const issues: Issue[] = [];
    const conservation: Conservation[] = [];
    const inputs: { source: string; file: string; sha256: string }[] = [];
    const replays: ReplayReport[] = [];
    const rows: Record<SourceDescription['record'], TableRow[]> = { observation: [], seizure: [] };
    const kept = new Map<SourceDescription['record'], TableRow[]>();
    for (const { name, source, applied, inapplicable } of decided) {
      const own = picture.inputs.filter((input) => input.source === name);
      const paths = own.map((input) => checkInput(picture, input));
      const named = new Map(namedFiles(paths).map(({ path, name }) => [name, path]));
      if (applied.length + inapplicable.length > 0)
        replays.push(await replayReport(describedBy(name), decisions, paths));
      const read = await readSource(engine, source, paths, cache);
      issues.push(...read.issues);
      rows[source.record].push(...read.rows);
      if (read.isKept) {
        const before = kept.get(source.record) ?? [];
        kept.set(source.record, [...before, ...read.rows]);
      }
      for (const file of read.conservation) {
        conservation.push(file);
        const path = named.get(file.file) ?? '';
        const input = own[paths.indexOf(path)] as PictureInputFile;
        const ofFile = read.issues.filter((issue) => issue.file === file.file);
        checkRejections(picture, input, ofFile, file);
        inputs.push({ source: source.id, file: input.file, sha256: file.sha256 });
        onFile?.(file, source);
      }
    }
    const reads = (record: SourceDescription['record']): PictureReads => {
      let laid: Promise<void> | null = null;
      return {
        sha256: createHash('sha256').update(JSON.stringify(rows[record])).digest('hex'),
        lay: () => {
          // At once: each time costs a dozen statements.
          const rows = kept.get(record);
          laid ??= rows ? appendRecords(engine, record, rows) : Promise.resolve();
          return laid;
        },
      };
    };
    const observations = rows.observation.map(observationFromRow).sort(byId);
    const seizures = rows.seizure.map(seizureFromRow).sort(byId);
    const remarks = await remarksOf(picture, [...observations, ...seizures], cache);
    return {
      engine,
      reads: { observation: reads('observation'), seizure: reads('seizure') },
      sources: sources.map((described) => citedByYears(described, observations)),
      observations,
      seizures,
      issues,
      conservation,
      inputs,
      replays,
      unfitting: replays
        .flatMap(({ inapplicable }) => inapplicable)
        .flatMap(({ why, decision }) => (why === 'already-said' ? [] : [decision.id])),
      money: moneyAskedOf(picture, cache),
      barriers: readOnce(
        cache,
        ['barriers', ...picture.barriers],
        picture.barriers.map((file) => besidePicture(picture, file)),
        () => barriersOf(picture),
      ),
      priorities: prioritiesOf(picture, { synthetic }),
      ...(remarks && { remarks }),
      sheets,
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** What the records remark, in four languages: of the sheets that say so only what stands there, whole or as a part. */
async function remarksOf(
  picture: PictureFileDescription,
  records: readonly Partial<Pick<Observation, 'note' | 'placeNote'>>[],
  cache: StepCache | null,
): Promise<Remarks | null> {
  if (picture.remarks.length === 0) return null;
  const read = await Promise.all(
    picture.remarks.map((file) => {
      const path = besidePicture(picture, file);
      return readOnceLater(cache, ['remarks', file], [path], () =>
        readRemarks(path, { name: file }),
      );
    }),
  );
  const known: Record<string, Text> = {};
  for (const [at, texts] of read.entries())
    for (const [remark, text] of Object.entries(texts)) {
      const before = ownValue(known, remark);
      if (before && languages.some((language) => before[language] !== text[language]))
        throw new InputError(
          inFour(
            'een opmerking op één manier verwacht, {remark} staat in een blad ervoor anders',
            'une remarque écrite d’une seule façon était attendue, {remark} l’est autrement dans une feuille précédente',
            'eine Bemerkung auf eine Weise erwartet, {remark} steht in einem Blatt davor anders',
            'expected a remark in one way, found {remark} otherwise in a sheet before',
            { remark: quoted(remark) },
          ),
          {
            place: { file: picture.remarks[at] as string },
            repair: inFour(
              'houd de rij in één van de bladen, of schrijf haar in beide gelijk',
              'gardez la ligne dans l’une des feuilles, ou écrivez-la de même dans les deux',
              'die Zeile in einem der Blätter behalten oder sie in beiden gleich schreiben',
              'keep the row in one of the sheets, or write it alike in both',
            ),
          },
        );
      known[remark] = text;
    }
  const written = [
    ...new Set(records.flatMap(({ note, placeNote }) => [note ?? [], placeNote ?? []].flat())),
  ];
  return remarksIn(written, known);
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
