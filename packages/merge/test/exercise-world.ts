import { fileURLToPath } from 'node:url';
import type { Engine } from '@samenbeeld/engine';
import { ingest, loadSource } from '@samenbeeld/ingest';
import {
  type Coverage,
  type Definition,
  type DoubleCount,
  type Seizure,
  seizureFromRow,
  type TableRow,
} from '@samenbeeld/schema';
import { catalogueFolder } from '@samenbeeld/sources';

const folder = fileURLToPath(new URL('../../../fixtures/exercise/', import.meta.url));

const files: Readonly<Record<string, string>> = {
  'exercise-nl-harc': 'nl-harc-2018-2025.csv',
  'exercise-be-customs': 'be-douane-2018-2025.xlsx',
};

/** The two files of the exercise that speak of the port, as ingest gives them. */
export async function exerciseWorld(engine: Engine): Promise<{
  readonly seizures: readonly Seizure[];
  readonly coverage: readonly Coverage[];
  readonly definitions: readonly Definition[];
  readonly declared: readonly DoubleCount[];
}> {
  const sources = [];
  for (const [id, file] of Object.entries(files)) {
    const { source } = await ingest(engine, loadSource(catalogueFolder(id)), [`${folder}${file}`]);
    sources.push(source);
  }
  const rows = await engine.rows<TableRow>('select * from seizure order by id');
  return {
    seizures: rows.map(seizureFromRow),
    coverage: sources.flatMap(({ coverage }) => coverage),
    definitions: sources.flatMap(({ definitions }) => definitions),
    declared: sources.flatMap(({ doubleCounts = [] }) => doubleCounts),
  };
}
