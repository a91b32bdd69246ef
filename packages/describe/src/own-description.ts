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

/** How many items of a trial were refused for what they say, not for a person in them; null where nothing was read. */
function refusedItems(trial: Trial): number | null {
  if (trial.kind !== 'ingested' || trial.records === 0) return null;
  const { rejections, items } = trial.conservation;
  const refused = Object.entries(rejections).reduce(
    (sum, [rule, count]) => sum + (rule.startsWith('personal-data.') ? 0 : count),
    0,
  );
  return refused <= Math.max(1, items * thresholds.rejectedOfKnown) ? refused : null;
}

/**
 * The known source that a file is of: one that has its headings and, tried, takes its rows. Single cells may be refused in any
 * edition; of several sources with the same headings the one that refuses least. Null where none does.
 */
export async function recognised(
  near: readonly NearestSource[],
  known: readonly SourceDescription[],
  folders: Readonly<Record<string, string>>,
  names: OwnNames,
  input: Omit<TrialInput, 'yaml' | 'crosswalks'>,
): Promise<Recognised | null> {
  let best: (Recognised & { readonly refused: number }) | null = null;
  for (const nearest of near.filter(({ fits }) => fits)) {
    const source = known.find(({ id }) => id === nearest.id);
    const folder = ownValue(folders, nearest.id);
    if (!source || folder === undefined) continue;
    const description = ownDescription(source, folder, names);
    const trial = await tryDescription({ ...input, ...description });
    const refused = refusedItems(trial);
    if (refused === null || (best && best.refused <= refused)) continue;
    best = { nearest, ...description, trial, refused };
    if (refused === 0) break;
  }
  return best;
}
