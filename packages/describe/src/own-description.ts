import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SourceDescription } from '@samenbeeld/ingest';
import { ownValue } from '@samenbeeld/schema';
import { escaped } from './escaped.ts';
import type { CrosswalkFile, Trial } from './file-description.ts';
import type { NearestSource } from './nearest-source.ts';
import { thresholds } from './thresholds.ts';
import { type TrialInput, tryDescription } from './trial/try-description.ts';

/** How a description is called: the file it is for, its id, what its crosswalks are named after, and its schema. */
interface OwnNames {
  readonly file: string;
  readonly id: string;
  readonly name: string;
  readonly schema: string | undefined;
}

/** The description of a known source as it stands, for a file that it takes: under the file's own id and names. */
function ownDescription(
  { id: known, file: written }: SourceDescription,
  folder: string,
  { file, id, name, schema }: OwnNames,
): { readonly yaml: string; readonly crosswalks: readonly CrosswalkFile[] } {
  const text = readFileSync(join(folder, basename(written)), 'utf8').replace(/^\uFEFF/u, '');
  const used = readdirSync(folder).filter(
    (each) =>
      each.endsWith('.csv') && new RegExp(`crosswalk: ${escaped(each)}(?![\\w.-])`, 'u').test(text),
  );
  const crosswalks = used.map((each): CrosswalkFile => {
    const rows = readFileSync(join(folder, each), 'utf8');
    const labels = rows.trimEnd().split('\n').length - 1;
    return { name: `${name}.${each}`, text: rows, labels, open: 0 };
  });
  const body = text
    .replace(/^# yaml-language-server:.*\n/u, '')
    .replace(/^source: .*$/mu, () => `source: ${id}`)
    .replace(/crosswalk: ([\w.-]+\.csv)/gu, (whole, each: string) =>
      used.includes(each) ? `crosswalk: ${name}.${each}` : whole,
    );
  const heading = [
    `# yaml-language-server: $schema=${schema ?? 'https://samenbeeld.example/source-description.schema.json'}`,
    `# Of ${known}, which takes ${file} as it is: nothing is open. To use that source itself, samenbeeld ingest ${known} FILE`,
  ];
  return { yaml: `${[...heading, '', body].join('\n')}`, crosswalks };
}

/** A known source that takes a file as it is: its description under the file's own names, and what became of the file with it. */
export interface Recognised {
  readonly nearest: NearestSource;
  readonly yaml: string;
  readonly crosswalks: readonly CrosswalkFile[];
  readonly trial: Trial;
}

/** Part of the items of a trial that were refused for what they say, not for a person in them; all where nothing was read. */
function refusedPart(trial: Trial): number {
  if (trial.kind !== 'ingested' || trial.records === 0) return 1;
  const { rejections, items } = trial.conservation;
  const refused = Object.entries(rejections).reduce(
    (sum, [rule, count]) => sum + (rule.startsWith('personal-data.') ? 0 : count),
    0,
  );
  // In a short file one may be.
  return refused === 1 && items > 2
    ? Math.min(1 / items, thresholds.rejectedOfKnown)
    : refused / items;
}

/** What became of a file with the known sources whose headings it has. */
export interface Recognition {
  /** The source that it is of; null where none takes it. */
  readonly own: Recognised | null;
  /** Sources that refuse most of it: their headings mean other things here. */
  readonly strange: ReadonlySet<string>;
}

/**
 * The known source that a file is of: one that has its headings and, tried, takes its rows. Single cells may be refused in any
 * edition; of several sources with the same headings the one that refuses least.
 */
export async function recognised(
  near: readonly NearestSource[],
  known: readonly SourceDescription[],
  folders: Readonly<Record<string, string>>,
  names: OwnNames,
  input: Omit<TrialInput, 'yaml' | 'crosswalks'>,
): Promise<Recognition> {
  const strange = new Set<string>();
  let own: Recognised | null = null;
  let least: number = thresholds.rejectedOfKnown;
  for (const nearest of near.filter(({ fits }) => fits)) {
    const source = known.find(({ id }) => id === nearest.id);
    const folder = ownValue(folders, nearest.id);
    if (!source || folder === undefined) continue;
    const description = ownDescription(source, folder, names);
    const trial = await tryDescription({ ...input, ...description });
    const refused = refusedPart(trial);
    if (refused > thresholds.rejectedOfStrange) strange.add(nearest.id);
    if (refused > least || (own && refused === least)) continue;
    own = { nearest, ...description, trial };
    least = refused;
    if (refused === 0) break;
  }
  return { own, strange };
}
