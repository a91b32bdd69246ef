import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SourceDescription } from '@samenbeeld/ingest';
import { escaped } from './escaped.ts';
import type { CrosswalkFile } from './file-description.ts';

/** How a description is called: the file it is for, its id, what its crosswalks are named after, and its schema. */
interface OwnNames {
  readonly file: string;
  readonly id: string;
  readonly name: string;
  readonly schema: string | undefined;
}

/** The description of a known source as it stands, for a file that it takes: under the file's own id and names. */
export function ownDescription(
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
