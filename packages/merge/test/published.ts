import { fileURLToPath } from 'node:url';
import { openEngine } from '@samenbeeld/engine';
import { ingest, loadSource } from '@samenbeeld/ingest';
import { type Observation, observationFromRow, type TableRow } from '@samenbeeld/schema';
import { catalogueFolder } from '@samenbeeld/sources';

const folder = fileURLToPath(new URL('../../../fixtures/published/', import.meta.url));

async function read(source: string, file: string): Promise<readonly Observation[]> {
  const engine = await openEngine();
  try {
    await ingest(engine, loadSource(catalogueFolder(source)), [`${folder}${file}`]);
    const rows = await engine.rows<TableRow>(`select * from observation order by id`);
    return rows.map(observationFromRow);
  } finally {
    await engine.close();
  }
}

/** The 301 published claims, as ingest gives them. */
export function publishedClaims(): Promise<readonly Observation[]> {
  return read('published-claims', 'claims.csv');
}

/** The excerpt of UNODC's table of drug seizures. */
export function unodcSeizures(): Promise<readonly Observation[]> {
  return read('unodc-seizures', 'excerpts/unodc_drug_seizures_2019_2022.json');
}

/** The row that people call by this number. */
export function named(observations: readonly Observation[], reference: string): Observation {
  const row = observations.find((observation) => observation.reference === reference);
  if (!row) throw new Error(`there is no claim ${reference}`);
  return row;
}
