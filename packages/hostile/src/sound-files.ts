import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openEngine } from '@samenbeeld/engine';
import { readTable } from '@samenbeeld/read';
import { catalogue, catalogueFolder } from '@samenbeeld/sources';
import type { SoundFile } from './run-hostile.ts';

const model = 'politie-47022ned';

/** The description of a model of the catalogue for another format, in a folder of its own. */
function modelAs(folder: string, format: string): string {
  const from = catalogueFolder(model);
  const own = join(folder, model);
  mkdirSync(own, { recursive: true });
  for (const name of readdirSync(from))
    if (name.endsWith('.csv')) copyFileSync(join(from, name), join(own, name));
  const yaml = readFileSync(join(from, 'source.yaml'), 'utf8');
  writeFileSync(
    join(own, 'source.yaml'),
    yaml.replace(/^file: .*$/m, `file: { format: ${format} }`),
  );
  return own;
}

/** A sample of the catalogue in the formats in which the catalogue has none. */
async function otherFormats(folder: string): Promise<readonly SoundFile[]> {
  const sample = join(catalogueFolder(model), 'sample.csv');
  const [table] = await readTable(sample, { format: 'csv' });
  if (!table) throw new Error(`${sample} has no table`);
  const headings = table.columns.map(({ headers }) => headers.join(' '));
  const lines = table.rows.map(({ cells }) =>
    JSON.stringify(Object.fromEntries(headings.map((name, at) => [name, cells[at]]))),
  );
  const paths = {
    ndjson: join(modelAs(join(folder, 'ndjson'), 'ndjson'), 'sample.ndjson'),
    gzip: join(modelAs(join(folder, 'gzip'), 'csv'), 'sample.csv.gz'),
    parquet: join(modelAs(join(folder, 'parquet'), 'parquet'), 'sample.parquet'),
  };
  writeFileSync(paths.ndjson, `${lines.join('\n')}\n`);
  writeFileSync(paths.gzip, gzipSync(readFileSync(sample)));
  const engine = await openEngine();
  try {
    const columns = headings.map((name) => ({ name, type: 'VARCHAR' as const }));
    await engine.insert(
      'sample',
      columns,
      table.rows.map(({ cells }) => cells),
    );
    await engine.writeParquet(
      `select ${headings.join(', ')} from sample order by ${headings.join(', ')}`,
      paths.parquet,
    );
  } finally {
    await engine.close();
  }
  return Object.values(paths).map((path) => ({ source: join(path, '..'), path }));
}

/** The samples of the catalogue, and in `folder` one of them in the formats that the catalogue lacks. */
export async function soundFiles(folder: string): Promise<readonly SoundFile[]> {
  const samples = catalogue().flatMap((source) =>
    readdirSync(catalogueFolder(source))
      .filter((name) => name.startsWith('sample'))
      .sort()
      .map((name) => ({ source, path: join(catalogueFolder(source), name) })),
  );
  return [...samples, ...(await otherFormats(folder))];
}
