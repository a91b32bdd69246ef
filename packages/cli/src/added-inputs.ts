import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describeFile, type FileDescription } from '@samenbeeld/describe';
import { openEngine } from '@samenbeeld/engine';
import { ingest, loadSource, readYaml, type SourceDescription } from '@samenbeeld/ingest';
import { sayAsIs } from '@samenbeeld/merge';
import { fileHash } from '@samenbeeld/read';
import type { PictureFileDescription } from '@samenbeeld/recipes';
import {
  InputError,
  inEach,
  type Language,
  ownValue,
  parsePeriod,
  type Text,
  withheldText,
  wrongUse,
} from '@samenbeeld/schema';
import { catalogue } from '@samenbeeld/sources';

/** The picture file that files are to be added to: the one named, or the only one of a folder; wrong use where there is none or several. */
export function pictureFileIn(target: string, name: string | null): string {
  if (target.endsWith('.picture.yaml') && existsSync(target)) return target;
  const isFolder = statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const names = (isFolder ? readdirSync(target) : [])
    .filter((each) => each.endsWith('.picture.yaml'))
    .sort();
  const found = name === null ? names : names.filter((each) => each === `${name}.picture.yaml`);
  const [only] = found;
  if (only !== undefined && found.length === 1) return join(target, only);
  throw found.length === 0
    ? wrongUse(
        'In {target} staat geen beeldbestand (*.picture.yaml) om bestanden aan toe te voegen. Zonder --add begint "samenbeeld init" een nieuw beeld.',
        '{target} ne contient pas de fichier de tableau (*.picture.yaml) auquel ajouter des fichiers. Sans --add, « samenbeeld init » commence un nouveau tableau.',
        'In {target} steht keine Lagebilddatei (*.picture.yaml), der Dateien hinzugefügt werden könnten. Ohne --add beginnt „samenbeeld init“ ein neues Lagebild.',
        '{target} holds no picture file (*.picture.yaml) to add files to. Without --add, "samenbeeld init" begins a new picture.',
        { target },
      )
    : wrongUse(
        'In {target} staan meer beeldbestanden: {found}. Noem er een in plaats van de map.',
        '{target} contient plusieurs fichiers de tableau : {found}. Nommez-en un au lieu du dossier.',
        'In {target} stehen mehrere Lagebilddateien: {found}. Nennen Sie eine statt des Ordners.',
        '{target} holds several picture files: {found}. Name one instead of the folder.',
        { target, found: found.join(', ') },
      );
}

/** What a YAML text says; null where it is none. */
function dataOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const { data } = readYaml(text, (problem) => {
      throw new Error(problem.en);
    });
    return data as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}

/**
 * The text of a picture file with more inputs at the end of its list, every line of it as it stood; null where the list is not
 * written one item a line, so that a person adds them.
 *
 * @param items the lines of each input, the first beginning with "- "
 */
export function withInputs(text: string, items: readonly (readonly string[])[]): string | null {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^inputs:\s*(?:#.*)?$/u.test(line));
  const next = lines.findIndex((line, at) => at > start && /^[^\s#-]/u.test(line));
  const block = lines.slice(start + 1, next < 0 ? undefined : next);
  const last = block.findLastIndex((line) => /^\s*[^\s#]/u.test(line));
  const indent = /^(\s*)- /u.exec(block.find((line) => /^\s*- /u.test(line)) ?? '')?.[1];
  if (start < 0 || last < 0 || indent === undefined) return null;
  const at = start + 1 + last + 1;
  // A file of Windows keeps its line ends.
  const end = lines[at - 1]?.endsWith('\r') ? '\r' : '';
  const added = items.flat().map((line) => `${indent}${line}${end}`);
  const written = [...lines.slice(0, at), ...added, ...lines.slice(at)].join('\n');
  const [before, after] = [dataOf(text), dataOf(written)];
  const [own, all] = [before?.['inputs'], after?.['inputs']];
  const isAdded =
    Array.isArray(own) &&
    Array.isArray(all) &&
    all.length === own.length + items.length &&
    isDeepStrictEqual({ ...after, inputs: all.slice(0, own.length) }, before);
  return isAdded ? written : null;
}

/** A description of a picture's own, and the files that go in by it. */
export interface OwnSource {
  /** As the inputs of the picture name it. */
  readonly name: string;
  readonly path: string;
  readonly source: SourceDescription;
  /** Their paths. */
  readonly files: readonly string[];
}

/** A later edition of a file of a picture, which goes in by the description that stands. */
interface Edition {
  /** How the inputs of the picture name that description, and what it describes. */
  readonly name: string;
  readonly record: SourceDescription['record'];
  readonly says: Text;
  /** How many items the trial rejected, by rule; null where the file does not go in as it is, and `says` says what to change. */
  readonly rejected: Readonly<Record<string, number>> | null;
}

/** What is told of later editions. */
const told = {
  edition: {
    nl: '{file} is zo te zien een latere uitgave of een vervolg van {id}, dat al in het beeld zit: het gaat erin als nog een bestand van die bron, en {path} leest het ({accepted} van {items} {items:gegeven|gegevens}, {excluded} uitgesloten, {rejected} geweigerd{rules}).{dated} Is het toch een andere bron, beschrijf het dan met "samenbeeld describe".',
    fr: '{file} semble être une édition plus récente ou une suite de {id}, déjà dans le tableau : il y entre comme un fichier de plus de cette source, et {path} le lit ({accepted} {accepted:donnée|donnée|données} sur {items}, {excluded} {excluded:exclue|exclue|exclues}, {rejected} {rejected:refusée|refusée|refusées}{rules}).{dated} Si c’est une autre source, décrivez-la avec « samenbeeld describe ».',
    de: '{file} ist wohl eine spätere Ausgabe oder eine Fortsetzung von {id}, das schon im Lagebild ist: Sie kommt als weitere Datei dieser Quelle hinein, und {path} liest sie ({accepted} von {items} {items:Angabe|Angaben}, {excluded} ausgeschlossen, {rejected} abgelehnt{rules}).{dated} Ist sie doch eine andere Quelle, beschreiben Sie sie mit „samenbeeld describe“.',
    en: '{file} seems to be a later edition or a continuation of {id}, which is in the picture already: it goes in as one more file of that source, and {path} reads it ({accepted} of {items} {items:item|items}, {excluded} excluded, {rejected} rejected{rules}).{dated} If it is another source, describe it with "samenbeeld describe".',
  },
  undated: {
    nl: ' Waar beide een ander cijfer geven, geldt het latere zodra publishedOn in {path} zegt van wanneer elk bestand is.',
    fr: ' Là où leurs chiffres diffèrent, le plus récent fait foi dès que publishedOn, dans {path}, dit de quand date chaque fichier.',
    de: ' Wo sich ihre Zahlen unterscheiden, gilt die spätere, sobald publishedOn in {path} sagt, von wann jede Datei ist.',
    en: ' Where their figures differ, the later stands once publishedOn in {path} says of when each file is.',
  },
  changed: {
    nl: '{file} is zo te zien een latere uitgave of een vervolg van {id}, dat al in het beeld zit, maar {path} leest het nog niet ({changes}). Pas die beschrijving aan; dan voegt "samenbeeld init --add" het toe met {input}.',
    fr: '{file} semble être une édition plus récente ou une suite de {id}, déjà dans le tableau, mais {path} ne le lit pas encore ({changes}). Adaptez cette description ; ensuite, « samenbeeld init --add » l’ajoute avec {input}.',
    de: '{file} ist wohl eine spätere Ausgabe oder eine Fortsetzung von {id}, das schon im Lagebild ist, aber {path} liest sie noch nicht ({changes}). Passen Sie diese Beschreibung an; dann nimmt „samenbeeld init --add“ sie mit {input} auf.',
    en: '{file} seems to be a later edition or a continuation of {id}, which is in the picture already, but {path} does not read it yet ({changes}). Change that description; "samenbeeld init --add" then adds it with {input}.',
  },
  twice: {
    nl: '{problem} Het is dus niet toegevoegd. In de plaats van het eerdere komt in het beeldbestand: `file: {input}` en `sha256: {sha256}`.',
    fr: '{problem} Il n’a donc pas été ajouté. À la place du précédent, écrivez dans le fichier de tableau : `file: {input}` et `sha256: {sha256}`.',
    de: '{problem} Sie wurde daher nicht hinzugefügt. An die Stelle der früheren kommt in die Lagebilddatei: `file: {input}` und `sha256: {sha256}`.',
    en: '{problem} So it was not added. In place of the earlier, the picture file gets: `file: {input}` and `sha256: {sha256}`.',
  },
  layout: {
    nl: 'de indeling is anders: zie `file`',
    fr: 'la disposition est autre : voyez `file`',
    de: 'der Aufbau ist anders: siehe `file`',
    en: 'it is laid out otherwise: see `file`',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** How many items of a file were read when it was tried, and by which rules others were not. */
export function outcome({
  conservation,
}: Extract<FileDescription['trial'], { kind: 'ingested' }>): Readonly<
  Record<'items' | 'accepted' | 'excluded' | 'rejected', number>
> & { readonly rules: string } {
  const { items, accepted, excluded, rejected, rejections } = conservation;
  const rules = rejected > 0 ? ` (${Object.keys(rejections).join(', ')})` : '';
  return { items, accepted, excluded, rejected, rules };
}

/** The descriptions of its own by which a picture takes its inputs in. */
export function ownSources({
  inputs,
  folder,
}: Pick<PictureFileDescription, 'inputs' | 'folder'>): readonly OwnSource[] {
  const known = catalogue();
  const names = new Set(inputs.flatMap(({ source }) => (known.includes(source) ? [] : source)));
  return [...names].map((name) => ({
    ...{ name, path: join(folder, name), source: loadSource(join(folder, name)) },
    files: inputs.flatMap(({ source, file }) => (source === name ? join(folder, file) : [])),
  }));
}

function isMonth(word: string): boolean {
  try {
    return parsePeriod(`${word} 2000`).freq === 'M';
  } catch {
    return false;
  }
}

const editionWords =
  /^(?:versions?|versie|édition|edition|uitgave|ausgabe|stand|update|maj|rev|revised|herzien|révisé|def|definitief|final|new|nieuw|nouveau|neu|v)$/u;

/** The words of a title, or of a file's name, that editions of it share: no number, month or number of an edition. */
const lastingWords = (text: string): string =>
  text
    .replace(/\.[^.]+$/u, '')
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '' && !isMonth(word) && !editionWords.test(word))
    .join(' ');

/** Whether what is said of all figures of a file is what a source says of its own: nothing of it is said otherwise. */
function saysTheSame(
  { constants }: FileDescription,
  { constants: own }: SourceDescription,
): boolean {
  const day = ownValue(own, 'publishedOn');
  // A description that states one day is of the file of that day.
  if (day && 'value' in day && ownValue(constants, 'publishedOn')?.value !== day.value)
    return false;
  return Object.entries(constants).every(([name, { value, confidence }]) => {
    const known = ownValue(own, name);
    const isOther = known !== undefined && 'value' in known && known.value !== value;
    // What stands in until it is answered says nothing.
    return !isOther || value === '' || confidence < 0.5;
  });
}

/** What is told of a later edition of a file of the picture, and what the description that stands rejects of it. */
function ofEdition(
  { path: from, folder }: { readonly path: string; readonly folder: string },
  { name, path: standing, source }: OwnSource,
  { nearest, trial, whole }: FileDescription,
): Edition {
  const [path, file] = [join(folder, basename(standing)), withheldText(from)];
  const edition = { name, record: source.record };
  const words = { file, path, id: source.id };
  if (nearest?.fits && trial.kind === 'ingested') {
    const isDated =
      source.record === 'seizure' ||
      'publishedOn' in source.constants ||
      source.columns.some(({ mappings }) => mappings.some(({ to }) => to === 'publishedOn'));
    const dated = isDated ? '' : sayAsIs(told.undated, { path });
    const says = sayAsIs(told.edition, { ...words, ...outcome(trial), dated });
    // Of a large file only the beginning and the end were tried.
    return { ...edition, says, rejected: whole ? trial.conservation.rejections : {} };
  }
  const changes = [
    ...(nearest?.renamed ?? []).map(
      ([before, now]) => `\`${JSON.stringify(before)}: { also: [ ${JSON.stringify(now)} ] }\``,
    ),
    ...(nearest?.unknown ?? []).map((heading) => `\`${JSON.stringify(heading)}: { ignore: … }\``),
    ...(nearest?.missing ?? []).map(
      (heading) => `\`${JSON.stringify(heading)}: { optional: true }\``,
    ),
  ].join(', ');
  const input = `${path}=${file}`;
  const said = { ...words, input, changes: changes === '' ? told.layout : changes };
  return { ...edition, says: sayAsIs(told.changed, said), rejected: null };
}

/** A path as a file in the folder names it. */
export function fromFolder(folder: string, path: string): string {
  return relative(resolve(folder), resolve(path)).split(sep).join('/');
}

/** What keeps finds of a file from standing beside those of the files of its source that the picture has; null where nothing does. */
async function clash(
  { path, folder }: { readonly path: string; readonly folder: string },
  { source, files }: OwnSource,
): Promise<Text | null> {
  const sha256 = await fileHash(path);
  // What is amiss with files that stand is told by the build.
  const standing = files.filter((file) => existsSync(file));
  // A file that the picture has already is told so.
  if ((await Promise.all(standing.map(fileHash))).includes(sha256)) return null;
  const engine = await openEngine();
  const refused = async (paths: readonly string[]): Promise<Text | null> => {
    try {
      await ingest(engine, source, paths, { draft: true });
      return null;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return error.says ?? inEach(() => error.message);
    }
  };
  try {
    const problem = await refused([...standing, path]);
    const isOld = problem !== null && standing.length > 0 && (await refused(standing)) !== null;
    return problem === null || isOld
      ? null
      : sayAsIs(told.twice, {
          ...{ problem: inEach((language) => problem[language].replace(/(?<![.!?])$/u, '.')) },
          ...{ input: fromFolder(folder, path), sha256 },
        });
  } finally {
    await engine.close();
  }
}

/**
 * The later edition of a file of the picture that a file is, by its title or its name, by what both say of all their figures, and by
 * the headings; null where it is none.
 */
export async function editionOf(
  file: { readonly path: string; readonly folder: string; readonly proposed: FileDescription },
  owns: readonly OwnSource[],
  language: Language,
): Promise<Edition | null> {
  const { path, proposed } = file;
  for (const own of owns) {
    const { source, files } = own;
    const [title = ''] = proposed.titleLines;
    const names = [source.source.title[language], ...files.map((each) => basename(each))].map(
      lastingWords,
    );
    const isNamed = [title, proposed.file]
      .map(lastingWords)
      .some((words) => words !== '' && names.includes(words));
    if (!isNamed || !saysTheSame(proposed, source)) continue;
    const folders = { [source.id]: dirname(own.path) };
    const description = await describeFile(path, { known: [source], folders, language });
    const { nearest } = description;
    const changes =
      nearest && nearest.renamed.length + nearest.missing.length + nearest.unknown.length;
    if (!nearest || !(nearest.fits || Number(changes) <= nearest.shared)) continue;
    const edition = ofEdition(file, own, description);
    // Figures of two editions contradict each other; finds would add up. Large lists are only held together when built.
    const isTried = edition.rejected !== null && source.record === 'seizure' && description.whole;
    const twice = isTried ? await clash(file, own) : null;
    return twice ? { ...edition, says: twice, rejected: null } : edition;
  }
  return null;
}
