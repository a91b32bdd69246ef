import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { PictureAsked, QuestionWords, Report, ReportBlock } from '@samenbeeld/answers';
import { type FileProblem, readText } from '@samenbeeld/engine';
import { readYaml, refusePersonal, type YamlText } from '@samenbeeld/ingest';
import {
  agencies,
  expectedFound,
  foundNone,
  InputError,
  inEach,
  inFour,
  inSigns,
  listed,
  nearNames,
  type Place,
  quoted,
  RefusalError,
  type SheetName,
  sheetKinds,
  type Text,
  unreadableWords,
  wherePersonal,
} from '@samenbeeld/schema';
import { audiences, roleProblem } from '@samenbeeld/store';
import { checkBySchema, writeLine } from './check-by-schema.ts';
import { pictureSchemaFile, recipeFile, recipeNames } from './own-files.ts';

/** One input of a picture: files of one source, and how many of its items are known to be rejected, by rule. */
export interface PictureInputFile {
  /** An id of the catalogue, or the path of a description of one's own, from the picture file's folder. */
  readonly source: string;
  /** Path from the picture file's folder. */
  readonly file: string;
  readonly sha256: string | null;
  readonly rejected: Readonly<Record<string, number>>;
}

/** Whether an input names its source by the path of a description, not by an id of the catalogue. */
export function isOwnSource(name: string): boolean {
  return /[\\/]|\.ya?ml$/u.test(name);
}

/**
 * A picture file: what goes in, as of when, for whom, what is asked, and how the report is made. Its questions are the
 * recipe's where the file has none of its own.
 */
export interface PictureFileDescription extends PictureAsked {
  readonly title: Text;
  /** The name of a shipped report with its questions; null where the file has its own, or answers its questions one by one. */
  readonly recipe: string | null;
  readonly audience: string;
  /** What it is for; sources given for named purposes are passed on for one of these alone. Null where it is not stated. */
  readonly purpose: string | null;
  readonly decisions: string;
  readonly inputs: readonly PictureInputFile[];
  /** File of questions and assumptions about money; null where none are asked. */
  readonly money: string | null;
  /** Which routes to confiscation the law of each country has; empty where it is not asked. */
  readonly law: NonNullable<PictureAsked['law']>;
  /** Files of rival explanations with their evidence. */
  readonly hypotheses: readonly string[];
  /** Files of barrier models. */
  readonly barriers: readonly string[];
  /** File of judgements on phenomena; null where none are weighed. */
  readonly priorities: string | null;
  /** Sheets of records that stand in the picture as they are, by kind. */
  readonly sheets: Readonly<Partial<Record<SheetName, readonly string[]>>>;
  /** Sheets that say what remarks of the inputs are in four languages. */
  readonly remarks: readonly string[];
  /** File of the key under which names in keyed columns are kept; null where they are left out. */
  readonly key: string | null;
  /** Folder of the picture file; paths are relative to it. */
  readonly folder: string;
  readonly path: string;
}

/** A picture file as it is written. */
type WrittenPicture = Partial<
  Omit<PictureFileDescription, 'inputs' | 'sheets' | 'folder' | 'path'>
> &
  Partial<Record<SheetName, readonly string[]>> &
  Pick<PictureFileDescription, 'picture' | 'title' | 'asOf' | 'audience'> & {
    readonly inputs: readonly (Pick<PictureInputFile, 'source' | 'file'> &
      Partial<PictureInputFile>)[];
  };

/** Content of a file with the place where a path of keys stands in it. */
export interface ReadBySchema {
  readonly data: unknown;
  readonly placeOf: (keys: readonly string[]) => Place;
}

/** Stops at what stands at a path of keys. */
export type Refuse = (keys: readonly (string | number)[], problem: Text, repair: Text) => never;

/** Stops at the line of a file that was read. */
export function refusing({ placeOf }: ReadBySchema): Refuse {
  return (keys, problem, repair) => {
    throw new InputError(problem, { place: placeOf(keys.map(String)), repair });
  };
}

function checkDeciding(names: readonly string[], refuse: Refuse): void {
  const at = names.findIndex((name) => !agencies.has(name) && roleProblem(name) !== null);
  if (at >= 0)
    refuse(
      ['deciding', at],
      inSigns('deciding: {problem}', { problem: roleProblem(names[at] as string) ?? foundNone }),
      inFour(
        'noem een functie ("analist, havendesk") of een code uit `samenbeeld codes agencies`, nooit een persoon',
        'nommez une fonction (« analyste, cellule portuaire ») ou un code de `samenbeeld codes agencies`, jamais une personne',
        'eine Funktion („Analyst, Hafenreferat“) oder einen Code aus `samenbeeld codes agencies` nennen, nie eine Person',
        'name a function ("analyst, port desk") or a code of `samenbeeld codes agencies`, never a person',
      ),
    );
}

/** Chapters stand under ids of their own: the page links to them. */
function checkChapters(ids: readonly string[], refuse: Refuse): void {
  const at = ids.findIndex((id, place) => ids.indexOf(id) !== place);
  if (at >= 0)
    refuse(
      ['report', 'chapters', at, 'id'],
      expectedFound(
        inFour(
          'hoofdstukken met elk een eigen id',
          'des chapitres ayant chacun son id',
          'Kapitel mit je eigener ID',
          'chapters of different ids',
        ),
        twice(ids[at] ?? ''),
      ),
      anotherId,
    );
}

/** What stands twice where each stands once. */
export const twice = (name: string): Text =>
  inFour('{name} twee keer', '{name} deux fois', '{name} zweimal', '{name} twice', {
    name: quoted(name),
  });

/** What another has too. */
export const alsoIn = (name: string, other: string | Text): Text =>
  inFour(
    '{name}, dat {other} ook heeft',
    '{name}, que {other} a aussi',
    '{name}, die {other} auch hat',
    '{name}, which {other} has too',
    { name: quoted(name), other },
  );

export const anotherId: Text = inFour(
  'geef een van beide een ander id',
  'donnez un autre id à l’un des deux',
  'einem von beiden eine andere ID geben',
  'give one of them another id',
);

/** Names of which one is meant: those that are near, or all. */
export function oneOfNames(name: string, names: readonly string[]): Text {
  const near = nearNames(name, names);
  return inFour('schrijf {names}', 'écrivez {names}', '{names} schreiben', 'write {names}', {
    names: inEach((language) => listed(near.length > 0 ? near : names, language, 'or')),
  });
}

function checkAudience(audience: string, refuse: Refuse): void {
  if (audiences.has(audience)) return;
  refuse(
    ['audience'],
    expectedFound(
      inFour('een lezerskring', 'un public', 'ein Leserkreis', 'an audience'),
      quoted(audience),
    ),
    oneOfNames(
      audience,
      audiences.map(({ code }) => code),
    ),
  );
}

/** What to do where a file that a picture names is not there. */
export const correctPath: Text = inFour(
  'zet het bestand daar, of verbeter het pad; paden beginnen bij de map van het beeldbestand',
  'mettez-y le fichier, ou corrigez son chemin ; les chemins partent du dossier du fichier du tableau',
  'die Datei dort ablegen oder den Pfad berichtigen; Pfade beginnen beim Ordner der Lagebilddatei',
  'put the file there, or correct its path; paths start at the folder of the picture file',
);

/**
 * Reads a YAML file that a schema describes; a person's data in its words are refused.
 *
 * @param kind what it is, what one looks like, what to do where there is none, which of it are texts, and how faults name it
 */
export function readBySchema(
  path: string,
  schema: string,
  {
    what,
    see,
    repair,
    textsOf,
    file = path,
  }: Readonly<Record<'what' | 'repair', Text>> & {
    readonly see: string;
    readonly textsOf: (data: object) => unknown;
    readonly file?: string;
  },
): ReadBySchema {
  const { data, lineAt } = readYamlFile(path, file, what, {
    missing: repair,
    broken: inFour(
      'verbeter de regel; zie {see}',
      'corrigez la ligne ; voyez {see}',
      'die Zeile berichtigen; siehe {see}',
      'mend the line; {see} shows how it is written',
      { see },
    ),
  });
  const placeOf = (keys: readonly string[]): Place => {
    const line = keys.length > 0 ? lineAt(keys) : undefined;
    return { file, ...(line !== undefined && { line }) };
  };
  checkBySchema(data, schema, placeOf, () => {
    const where = wherePersonal(textsOf(data as object));
    if (where !== null) refusePersonal(where, { file });
  });
  return { data, placeOf };
}

/** Reads a YAML file; `missing` and `broken` say what to do where there is none, and where its syntax is broken. */
export function readYamlFile(
  path: string,
  file: string,
  what: Text,
  { missing, broken }: Readonly<Record<'missing' | 'broken', Text>>,
): YamlText {
  const read = readText(path);
  if ('problem' in read)
    throw new InputError(
      expectedFound(what, existsSync(path) ? unreadable(read.problem) : foundNone),
      { place: { file }, repair: missing },
    );
  return readYaml(read.text, (problem, line) => {
    throw new InputError(expectedFound('YAML', problem), { place: { file, line }, repair: broken });
  });
}

/** A file that is there and cannot be read, with what the machine says of it. */
export const unreadable = (problem: FileProblem): Text =>
  inFour(
    'wat niet te lezen is: {problem}',
    'ce qui ne se lit pas : {problem}',
    'was nicht lesbar ist: {problem}',
    'what cannot be read: {problem}',
    { problem: unreadableWords(problem) },
  );

/** A shipped report with the questions it asks, and the files that its words are about. */
export function readRecipe(name: string): Recipe {
  const { data } = readYaml(readFileSync(recipeFile(name), 'utf8'), (problem) => {
    throw new Error(problem.en);
  });
  const { questions = [], report = null, inputs = [] } = data as Partial<WrittenPicture>;
  return { questions, report, about: inputs.map(({ file }) => file) };
}

interface Recipe {
  readonly questions: readonly QuestionWords[];
  readonly report: Report | null;
  readonly about: readonly string[];
}

/** The report of a recipe for some files: of others than its words are about, without those words. */
export function reportFor({ report, about }: Recipe, files: readonly string[]): Report | null {
  const names = new Set(files.map((file) => basename(file)));
  if (report === null || about.every((file) => names.has(basename(file)))) return report;
  const holds = ({ says, always = false }: ReportBlock): boolean => says === undefined || always;
  const { title, asks, front = [], chapters = [] } = report;
  // A title in which names stand for what is asked was written for any files, and so was its question.
  const isAny = title?.en.includes('{') ?? false;
  return {
    ...(isAny && { title, asks }),
    front: front.filter(holds),
    chapters: chapters
      .map((chapter) => ({ ...chapter, blocks: chapter.blocks.filter(holds) }))
      .filter(({ blocks }) => blocks.length > 0),
  };
}

/** Reads a `*.picture.yaml`. An InputError names what is missing or unknown, and the line where it stands. */
export function readPictureFile(path: string): PictureFileDescription {
  const read = readBySchema(path, pictureSchemaFile, {
    what: inFour('beeldbestand', 'le fichier d’un tableau', 'Lagebilddatei', 'a picture file'),
    see: 'fixtures/published/north-sea-port.picture.yaml',
    repair: inFour(
      'geef het pad van een bestand dat op .picture.yaml eindigt',
      'donnez le chemin d’un fichier qui finit par .picture.yaml',
      'den Pfad einer Datei angeben, die auf .picture.yaml endet',
      'give the path of a file that ends in .picture.yaml',
    ),
    // Hashes, days and paths of files are no texts that are shown as they are.
    textsOf: (data) => ({ ...data, inputs: null }),
  });
  const refuse = refusing(read);
  const written = read.data as WrittenPicture;
  const { recipe = null, deciding = [], inputs } = written;
  checkDeciding(deciding, refuse);
  checkChapters(
    (written.report?.chapters ?? []).map(({ id }) => id),
    refuse,
  );
  checkAudience(written.audience, refuse);
  const recipes = recipeNames();
  if (recipe !== null && !recipes.includes(recipe))
    refuse(
      ['recipe'],
      expectedFound(inFour('een recept', 'une recette', 'ein Rezept', 'a recipe'), quoted(recipe)),
      oneOfNames(recipe, recipes),
    );
  const shipped = recipe === null ? null : readRecipe(recipe);
  const questions = written.questions ?? shipped?.questions ?? [];
  const own =
    shipped &&
    reportFor(
      shipped,
      inputs.map(({ file }) => file),
    );
  const report = written.report || own ? { ...own, ...written.report } : null;
  const chapters = report?.chapters?.flatMap(({ blocks }) => blocks) ?? [];
  const asksItself = [...(report?.front ?? []), ...chapters].some(({ of }) => of !== undefined);
  if (questions.length === 0 && !asksItself)
    refuse(
      [],
      expectedFound(
        inFour(
          'vragen, of een recept dat ze stelt',
          'des questions, ou une recette qui les pose',
          'Fragen oder ein Rezept, das sie stellt',
          'questions, or a recipe that asks them',
        ),
        inFour('geen van beide', 'ni les unes ni l’autre', 'keines von beiden', 'neither'),
      ),
      writeLine(
        'questions: [{ place: BEANR, substance: HER, basis: seized_in_port, metric: quantity, unit: kg, by: year }]',
      ),
    );
  return {
    picture: written.picture,
    title: written.title,
    recipe,
    questions,
    report,
    asOf: written.asOf,
    seed: written.seed ?? 1,
    audience: written.audience,
    purpose: written.purpose ?? null,
    decisions: written.decisions ?? 'decisions.jsonl',
    twoPersons: written.twoPersons ?? false,
    deciding,
    inputs: inputs.map(({ source, file, sha256 = null, rejected = {} }) => ({
      ...{ source, file, sha256, rejected },
    })),
    money: written.money ?? null,
    law: written.law ?? [],
    hypotheses: written.hypotheses ?? [],
    barriers: written.barriers ?? [],
    priorities: written.priorities ?? null,
    sheets: Object.fromEntries(
      (Object.keys(sheetKinds) as SheetName[]).flatMap((kind) =>
        written[kind] === undefined ? [] : [[kind, written[kind]]],
      ),
    ),
    remarks: written.remarks ?? [],
    key: written.key ?? null,
    folder: dirname(path),
    path,
  };
}

/** Where a picture file writes the words of a question: at their line, or nowhere in it where its recipe asks them. */
export function questionPlace(
  { path }: Pick<PictureFileDescription, 'path'>,
  words: QuestionWords,
): Place {
  const read = readText(path);
  if ('problem' in read) return { file: path };
  const { data, lineAt } = readYaml(read.text, (problem) => {
    throw new Error(problem.en);
  });
  const line = pathsTo(data, words).map(lineAt)[0];
  return { file: path, ...(line !== undefined && { line }) };
}

/** The keys that lead to each part of some data that is this one. */
function pathsTo(data: unknown, part: object): readonly (readonly string[])[] {
  if (typeof data !== 'object' || data === null) return [];
  if (isDeepStrictEqual(data, part)) return [[]];
  return Object.entries(data).flatMap(([key, value]) =>
    pathsTo(value, part).map((path) => [key, ...path]),
  );
}

/** Every sheet of records that a picture names, with its kind. */
export function sheetsOf({
  sheets,
}: Pick<PictureFileDescription, 'sheets'>): readonly (readonly [SheetName, string])[] {
  return (Object.keys(sheets) as SheetName[]).flatMap((kind) =>
    (sheets[kind] ?? []).map((file) => [kind, file] as const),
  );
}

/** Every file that a picture names, by its path from the picture's folder; what those name in turn is not among them. */
export function filesOf(picture: PictureFileDescription): readonly string[] {
  return [
    picture.decisions,
    ...picture.inputs.map(({ file }) => file),
    ...picture.hypotheses,
    ...picture.barriers,
    ...(picture.priorities === null ? [] : [picture.priorities]),
    ...sheetsOf(picture).map(([, file]) => file),
    ...picture.remarks,
    ...(picture.key === null ? [] : [picture.key]),
    ...(picture.money === null ? [] : [picture.money]),
  ];
}

/** The path of a file that a picture names: from the picture's folder, unless it is absolute. */
export function besidePicture(
  picture: Pick<PictureFileDescription, 'folder'>,
  file: string,
): string {
  return isAbsolute(file) ? file : join(picture.folder, file);
}

/** Refuses what is invented beside figures that are not, and the other way round; `what` is named as "judgements of FILE". */
export function checkInvented(what: Text, isInvented: boolean, isExercise: boolean): void {
  if (isInvented === isExercise) return;
  throw new RefusalError(
    isInvented
      ? inFour(
          'De {what} zijn een oefening, en de cijfers van dit beeld niet.',
          'Les {what} sont un exercice, et les chiffres de ce tableau n’en sont pas un.',
          'Die {what} sind eine Übung, und die Zahlen dieses Lagebilds nicht.',
          'The {what} are an exercise, and the figures of this picture are not.',
          { what },
        )
      : inFour(
          'De cijfers van dit beeld zijn een oefening, en de {what} niet.',
          'Les chiffres de ce tableau sont un exercice, et les {what} n’en sont pas un.',
          'Die Zahlen dieses Lagebilds sind eine Übung, und die {what} nicht.',
          'The figures of this picture are an exercise, and the {what} are not.',
          { what },
        ),
    {
      dimension: 'synthetic',
      remedy: isInvented
        ? buildExerciseApart
        : inFour(
            'Zijn ze verzonnen, zeg dat dan: teksten van uitspraken en documenten van andere rijen beginnen met EXERCISE, een bestand met oordelen heeft `exercise: true`.',
            'S’ils sont inventés, dites-le : les textes des énoncés et les documents des autres lignes commencent par EXERCISE, un fichier d’appréciations a `exercise: true`.',
            'Sind sie erfunden, so ist das zu sagen: Texte von Aussagen und Dokumente anderer Zeilen beginnen mit EXERCISE, eine Datei mit Urteilen hat `exercise: true`.',
            'If they are invented, say so: texts of statements and documents of other rows begin with EXERCISE, a file of judgements has `exercise: true`.',
          ),
    },
  );
}

export const buildExerciseApart: Text = inFour(
  'Bouw het oefenbeeld apart.',
  'Construisez le tableau d’exercice à part.',
  'Das Übungslagebild für sich bauen.',
  'Build the exercise picture apart.',
);
