import {
  type ColumnRule,
  claimColumns,
  headingsOf,
  matchHeadings,
  type SourceDescription,
  shapesFor,
} from '@samenbeeld/ingest';
import { type FileShape, type TableReader, tableReader, withBeginning } from '@samenbeeld/read';
import { foldText, InputError, UsageError } from '@samenbeeld/schema';
import { thresholds } from './thresholds.ts';
import { isFigureField } from './written.ts';

/** The known source whose headings are most like those of a file. */
export interface NearestSource {
  readonly id: string;
  /** Its headings that the file has too, of all that it needs. */
  readonly shared: number;
  readonly needed: number;
  /** Whether `ingest` takes the file as it is: tried where the folder of the source is known, else by its headings. */
  readonly fits: boolean;
  /** Whether it is a later edition: the description is then the source's, with what changed in the headings as questions. */
  readonly isEdition: boolean;
  /** Whether it reads the claim sheet of this toolkit. */
  readonly isClaimSheet: boolean;
  /** Whether one of the headings shared is of more than where, when and how much, which any table says. */
  readonly tells: boolean;
  /** Headings of the source that the file has under another name: the source's, then the file's. */
  readonly renamed: readonly (readonly [string, string])[];
  /** Headings of the source that the file lacks, and of the file that the source does not know. */
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}

/** The words of headings: each is compared with those of all sources. */
const words = new Map<string, ReadonlySet<string>>();
const mostWords = 10_000;

function wordsOf(heading: string): ReadonlySet<string> {
  const known = words.get(heading);
  if (known) return known;
  const found = new Set(
    heading
      .split(/[^\p{L}\p{N}]+/u)
      .map(foldText)
      .filter(Boolean),
  );
  if (words.size >= mostWords) words.clear();
  words.set(heading, found);
  return found;
}

/** How much two headings have in common: words shared of words used. */
function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const common = [...left].filter((word) => right.has(word)).length;
  return common / (left.size + right.size - common || 1);
}

/** Which of the file's headings each lacking column may have become: that which is most like one of the names it had. */
function renames(
  missing: readonly Pick<ColumnRule, 'header' | 'headers'>[],
  unknown: readonly string[],
): readonly (readonly [string, string])[] {
  const free = new Map(unknown.map((name) => [name, wordsOf(name)] as const));
  return missing.flatMap(({ header: wanted, headers }) => {
    const [best] = [...free]
      .map(([name, words]) => ({
        name,
        score: Math.max(...headers.map((each) => likeness(wordsOf(each), words))),
      }))
      .sort((x, y) => y.score - x.score);
    if (!best || best.score < thresholds.renamed) return [];
    free.delete(best.name);
    return [[wanted, best.name] as const];
  });
}

/** What any table of figures has a column of. */
const ofAnyTable: ReadonlySet<string> = new Set([
  'place',
  'placeNote',
  'period',
  'periodStart',
  'periodEnd',
  'date',
  'value',
  'unit',
]);

function tellsOfMore({ ignore, mappings }: ColumnRule): boolean {
  return ignore !== null || mappings.some(({ to }) => to !== null && !ofAnyTable.has(to));
}

function readsClaimSheet({ columns }: SourceDescription): boolean {
  const names = new Set(columns.map(({ header }) => header));
  return claimColumns.every(({ name }) => names.has(name));
}

function compare(headings: readonly string[], source: SourceDescription): NearestSource {
  const { rules, unknown, missing } = matchHeadings(headings, source);
  const optional = [...rules.values()].filter((rule) => rule.optional).length;
  const folded = headings.length - rules.size - unknown.length;
  // Figures stand below each other or side by side: a source that knows both layouts needs one of them.
  const figures = [...rules.values()].some(({ mappings }) =>
    mappings.some(({ to }) => to !== null && isFigureField(to)),
  );
  const lacksFold = source.folds.length > 0 && folded === 0 && !figures;
  const lacking = missing.map(({ header }) => header);
  const renamed = renames(missing, unknown);
  const shared = rules.size - optional + (folded > 0 ? 1 : 0);
  return {
    id: source.id,
    shared,
    needed: shared + lacking.length + (lacksFold ? 1 : 0),
    fits: unknown.length === 0 && lacking.length === 0 && !lacksFold,
    isEdition: false,
    isClaimSheet: readsClaimSheet(source),
    tells: [...rules.values()].some(tellsOfMore),
    renamed,
    missing: lacking.filter((name) => !renamed.some(([wanted]) => wanted === name)),
    unknown: unknown.filter((name) => !renamed.some(([, found]) => found === name)),
  };
}

/** The layouts of a source that a file may have by its name; none where it is of another format. */
function layoutsFor(path: string, source: SourceDescription): readonly FileShape[] {
  try {
    return shapesFor(source, path);
  } catch {
    return [];
  }
}

async function headingsOfShape(
  reader: TableReader,
  shape: FileShape,
): Promise<readonly string[] | null> {
  try {
    const [table] = await reader.beginning(shape);
    return table ? [...headingsOf(table).values()] : null;
  } catch (error) {
    if (error instanceof InputError || error instanceof UsageError) return null;
    throw error;
  }
}

/** The known sources that take the headings of a file as their own layouts read them, each layout read once. */
async function fitAsRead(
  path: string,
  reader: TableReader,
  known: readonly SourceDescription[],
): Promise<readonly NearestSource[]> {
  const read = new Map<string, readonly string[] | null>();
  const found: NearestSource[] = [];
  for (const source of known)
    for (const shape of layoutsFor(path, source)) {
      const key = JSON.stringify(shape);
      if (!read.has(key)) read.set(key, await headingsOfShape(reader, shape));
      const headings = read.get(key);
      const own = headings ? compare(headings, source) : null;
      if (!own?.fits) continue;
      found.push(own);
      break;
    }
  return found;
}

/**
 * The known sources whose headings a file has, all or most of them, the likeliest first; none where none comes near. Where none
 * takes the headings as they were found, each is tried as it reads the header itself (its first row only, say).
 */
export async function nearestSources(
  path: string,
  reader: TableReader,
  headings: readonly string[],
  known: readonly SourceDescription[],
): Promise<readonly NearestSource[]> {
  const near = nearestBy(path, headings, known);
  if (near[0]?.fits || known.length === 0) return near;
  const fitting = await withBeginning(path, (beginning) =>
    fitAsRead(beginning, beginning === path ? reader : tableReader(beginning), known),
  );
  return [...[...fitting].sort((a, b) => b.needed - a.needed), ...near];
}

/** The nearest by the headings as they were found, the likeliest first; of those that fit, the one that needs most of them. */
export function nearestBy(
  path: string,
  headings: readonly string[],
  known: readonly SourceDescription[],
): readonly NearestSource[] {
  return known
    .flatMap((source) => {
      const found = compare(headings, source);
      const score = (found.shared + found.renamed.length / 2) / found.needed;
      if (score < thresholds.sourceLike || found.shared === 0) return [];
      const fits = found.fits && layoutsFor(path, source).length > 0;
      return [{ found: { ...found, fits }, score }];
    })
    .sort(
      (a, b) =>
        Number(b.found.fits) - Number(a.found.fits) ||
        b.score - a.score ||
        a.found.unknown.length - b.found.unknown.length ||
        b.found.needed - a.found.needed ||
        (a.found.id < b.found.id ? -1 : 1),
    )
    .map(({ found }) => found);
}
