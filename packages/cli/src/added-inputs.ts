import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describeFile, type FileDescription } from '@samenbeeld/describe';
import { loadSource, readYaml, type SourceDescription } from '@samenbeeld/ingest';
import type { PictureFileDescription } from '@samenbeeld/recipes';
import { type Language, ownValue, parsePeriod, wrongUse } from '@samenbeeld/schema';
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
  readonly files: readonly string[];
}

/** A later edition of a file of a picture: the description that stands, and what it makes of the file. */
export interface Edition extends OwnSource {
  readonly description: FileDescription;
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
    files: inputs.flatMap(({ source, file }) => (source === name ? basename(file) : [])),
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
  return Object.entries(constants).every(([name, { value, confidence }]) => {
    if (name === 'publishedOn') return true;
    const known = ownValue(own, name);
    const isOther = known !== undefined && 'value' in known && known.value !== value;
    // What stands in until it is answered says nothing.
    return !isOther || value === '' || confidence < 0.5;
  });
}

/**
 * The source of a picture of which a file is a later edition, by its title or its name, by what both say of all their figures, and by
 * the headings; null where there is none. `description.nearest.fits` says whether the description that stands reads it.
 */
export async function editionOf(
  path: string,
  proposed: FileDescription,
  owns: readonly OwnSource[],
  language: Language,
): Promise<Edition | null> {
  for (const own of owns) {
    const { source, files } = own;
    const [title = ''] = proposed.titleLines;
    const names = [source.source.title[language], ...files].map(lastingWords);
    const isNamed = [title, proposed.file]
      .map(lastingWords)
      .some((words) => words !== '' && names.includes(words));
    if (!isNamed || !saysTheSame(proposed, source)) continue;
    const folders = { [source.id]: dirname(own.path) };
    const description = await describeFile(path, { known: [source], folders, language });
    const { nearest } = description;
    const changes =
      nearest && nearest.renamed.length + nearest.missing.length + nearest.unknown.length;
    if (nearest && (nearest.fits || Number(changes) <= nearest.shared))
      return { ...own, description };
  }
  return null;
}
