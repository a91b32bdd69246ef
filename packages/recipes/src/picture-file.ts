import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { PictureAsked, QuestionWords, Report } from '@samenbeeld/answers';
import { readText } from '@samenbeeld/engine';
import { readYaml } from '@samenbeeld/ingest';
import {
  agencies,
  InputError,
  type Place,
  RefusalError,
  type SheetName,
  sheetKinds,
  type Text,
  UsageError,
  wherePersonal,
} from '@samenbeeld/schema';
import { roleProblem } from '@samenbeeld/store';
import { checkBySchema } from './check-by-schema.ts';
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

function refuse(path: string, problem: string, repair: string): never {
  throw new InputError(problem, { place: { file: path }, repair });
}

function checkDeciding(names: readonly string[], path: string): void {
  const at = names.findIndex((name) => !agencies.has(name) && roleProblem(name) !== null);
  if (at >= 0)
    refuse(
      path,
      `expected roles and codes of services in deciding, found something else at deciding[${at}]: ${roleProblem(names[at] as string)}`,
      'name a function ("analyst, port desk") or a code that samenbeeld codes agencies lists, never a person',
    );
}

/** Content of a file with the place where a path of keys stands in it. */
export interface ReadBySchema {
  readonly data: unknown;
  readonly placeOf: (keys: readonly string[]) => Place;
}

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
  }: Readonly<Record<'what' | 'see' | 'repair', string>> & {
    readonly textsOf: (data: object) => unknown;
    readonly file?: string;
  },
): ReadBySchema {
  const read = readText(path);
  if ('problem' in read)
    return refuse(
      file,
      existsSync(path)
        ? `expected ${what}, found what cannot be read: ${read.problem}`
        : `expected ${what}, found none`,
      repair,
    );
  const { data, lineAt } = readYaml(read.text, (problem, line) => {
    throw new InputError(`expected YAML, found ${problem.en}`, {
      place: { file, line },
      repair: `mend the line; ${what} looks like ${see}`,
    });
  });
  const placeOf = (keys: readonly string[]): Place => {
    const line = keys.length > 0 ? lineAt(keys) : undefined;
    return { file, ...(line !== undefined && { line }) };
  };
  checkBySchema(data, schema, placeOf, () => {
    const where = wherePersonal(textsOf(data as object));
    if (where !== null)
      refuse(
        file,
        `what stands at ${where} looks like data of a person`,
        'write a role or an office in its stead: what a picture file says is published with the picture',
      );
  });
  return { data, placeOf };
}

/** A shipped report with the questions it asks. */
export function readRecipe(name: string): {
  readonly questions: readonly QuestionWords[];
  readonly report: Report | null;
} {
  const { data } = readYaml(readFileSync(recipeFile(name), 'utf8'), (problem) => {
    throw new Error(problem.en);
  });
  const { questions = [], report = null } = data as Partial<WrittenPicture>;
  return { questions, report };
}

/** Reads a `*.picture.yaml`. An InputError names what is missing or unknown, and the line where it stands. */
export function readPictureFile(path: string): PictureFileDescription {
  const written = readBySchema(path, pictureSchemaFile, {
    what: 'a picture file',
    see: 'fixtures/published/north-sea-port.picture.yaml',
    repair: 'give the path of a file that ends in .picture.yaml',
    // Hashes, days and paths of files are no texts that are shown as they are.
    textsOf: (data) => ({ ...data, inputs: null }),
  }).data as WrittenPicture;
  const { recipe = null, deciding = [], inputs } = written;
  checkDeciding(deciding, path);
  const ids = (written.report?.chapters ?? []).map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined)
    refuse(
      path,
      `expected chapters of different ids, found "${twice}" twice`,
      'give one of them another id',
    );
  if (recipe !== null && !recipeNames().includes(recipe))
    throw new UsageError(
      `${path} names the recipe "${recipe}"; there are ${recipeNames().join(', ')}.`,
    );
  const shipped = recipe === null ? null : readRecipe(recipe);
  const questions = written.questions ?? shipped?.questions ?? [];
  const report =
    written.report || shipped?.report ? { ...shipped?.report, ...written.report } : null;
  const chapters = report?.chapters?.flatMap(({ blocks }) => blocks) ?? [];
  const asksItself = [...(report?.front ?? []), ...chapters].some(({ of }) => of !== undefined);
  if (questions.length === 0 && !asksItself)
    refuse(
      path,
      'expected questions, or a recipe that asks them, found neither',
      'write questions: [{ place: BEANR, substance: HER, basis: seized_in_port, metric: quantity, unit: kg, by: year }]',
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
export function checkInvented(what: string, isInvented: boolean, isExercise: boolean): void {
  if (isInvented === isExercise) return;
  throw new RefusalError(
    isInvented
      ? `The ${what} are an exercise, and the figures of this picture are not.`
      : `The figures of this picture are an exercise, and the ${what} are not.`,
    {
      dimension: 'synthetic',
      remedy: isInvented
        ? 'Build the exercise picture apart.'
        : 'If they are invented, say so: texts of statements and documents of other rows begin with EXERCISE, a file of judgements has exercise: true.',
    },
  );
}
