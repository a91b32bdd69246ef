import { headingsOf, matchHeadings, type SourceDescription, shapeFor } from '@samenbeeld/ingest';
import { type FileShape, type TableReader, tableReader, withBeginning } from '@samenbeeld/read';
import { foldText, InputError, UsageError } from '@samenbeeld/schema';
import { thresholds } from './thresholds.ts';

/** The known source whose headings are most like those of a file. */
export interface NearestSource {
  readonly id: string;
  /** Its headings that the file has too, of all that it needs. */
  readonly shared: number;
  readonly needed: number;
  /** Whether `ingest` takes the file as it is: tried where the folder of the source is known, else by its headings. */
  readonly fits: boolean;
  /** Headings of the source that the file has under another name: the source's, then the file's. */
  readonly renamed: readonly (readonly [string, string])[];
  /** Headings of the source that the file lacks, and of the file that the source does not know. */
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}

function wordsOf(heading: string): ReadonlySet<string> {
  return new Set(
    foldText(heading)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );
}

/** How much two headings have in common: words shared of words used. */
function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const common = [...left].filter((word) => right.has(word)).length;
  return common / (left.size + right.size - common || 1);
}

function renames(
  missing: readonly string[],
  unknown: readonly string[],
): readonly (readonly [string, string])[] {
  const free = new Map(unknown.map((name) => [name, wordsOf(name)]));
  return missing.flatMap((wanted) => {
    const words = wordsOf(wanted);
    const [best] = [...free]
      .map(([name, own]) => ({ name, score: likeness(words, own) }))
      .sort((a, b) => b.score - a.score);
    if (!best || best.score < thresholds.renamed) return [];
    free.delete(best.name);
    return [[wanted, best.name] as const];
  });
}

function compare(headings: readonly string[], source: SourceDescription): NearestSource {
  const { rules, unknown, missing } = matchHeadings(headings, source);
  const optional = [...rules.values()].filter((rule) => rule.optional).length;
  const folded = headings.length - rules.size - unknown.length;
  const lacking = missing.map(({ header }) => header);
  const renamed = renames(lacking, unknown);
  const shared = rules.size - optional + (folded > 0 ? 1 : 0);
  return {
    id: source.id,
    shared,
    needed: shared + lacking.length + (source.folds.length > 0 && folded === 0 ? 1 : 0),
    fits: unknown.length === 0 && lacking.length === 0 && (source.folds.length === 0 || folded > 0),
    renamed,
    missing: lacking.filter((name) => !renamed.some(([wanted]) => wanted === name)),
    unknown: unknown.filter((name) => !renamed.some(([, found]) => found === name)),
  };
}

function formatFits(path: string, source: SourceDescription): boolean {
  try {
    return Boolean(shapeFor(source, path));
  } catch {
    return false;
  }
}

/** Headings of a file as each layout of the known sources reads them, each layout once. */
async function headingsAs(
  path: string,
  reader: TableReader,
  known: readonly SourceDescription[],
): Promise<ReadonlyMap<SourceDescription, readonly string[]>> {
  const read = new Map<string, readonly string[] | null>();
  const found = new Map<SourceDescription, readonly string[]>();
  for (const source of known) {
    if (!formatFits(path, source)) continue;
    const shape = shapeFor(source, path);
    const key = JSON.stringify(shape);
    if (!read.has(key)) read.set(key, await headingsOfShape(reader, shape));
    const headings = read.get(key);
    if (headings) found.set(source, headings);
  }
  return found;
}

async function headingsOfShape(
  reader: TableReader,
  shape: FileShape,
): Promise<readonly string[] | null> {
  try {
    const [table] = await reader(shape);
    return table ? [...headingsOf(table).values()] : null;
  } catch (error) {
    if (error instanceof InputError || error instanceof UsageError) return null;
    throw error;
  }
}

/**
 * Of the known sources the one whose headings a file has, all or most of them; null where none comes near. A source whose
 * description reads the header in another way (its first row only, say) is tried in that way too.
 */
export async function nearestSource(
  path: string,
  reader: TableReader,
  headings: readonly string[],
  known: readonly SourceDescription[],
): Promise<NearestSource | null> {
  const best = nearestBy(path, headings, known);
  if (best?.fits || known.length === 0) return best;
  const headingsBySource = await withBeginning(path, (beginning) =>
    headingsAs(beginning, beginning === path ? reader : tableReader(beginning), known),
  );
  for (const [source, own] of headingsBySource) {
    const found = compare(own, source);
    if (found.fits) return found;
  }
  return best;
}

/** The nearest by the headings as they were found. */
export function nearestBy(
  path: string,
  headings: readonly string[],
  known: readonly SourceDescription[],
): NearestSource | null {
  const [best] = known
    .map((source) => compare(headings, source))
    .map((found) => ({ found, score: (found.shared + found.renamed.length / 2) / found.needed }))
    .filter(({ found, score }) => score >= thresholds.sourceLike && found.shared > 0)
    .map((each) => {
      const source = known.find(({ id }) => id === each.found.id);
      const right = source !== undefined && formatFits(path, source);
      return { ...each, found: right ? each.found : { ...each.found, fits: false } };
    })
    .sort(
      (a, b) =>
        Number(b.found.fits) - Number(a.found.fits) ||
        b.score - a.score ||
        a.found.unknown.length - b.found.unknown.length ||
        (a.found.id < b.found.id ? -1 : 1),
    );
  return best?.found ?? null;
}
