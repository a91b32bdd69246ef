import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import {
  generateExercise,
  type PlantedAnomaly,
  plantAnomalies,
  tableText,
  writeExerciseFiles,
} from '@samenbeeld/exercise';
import {
  type Anomaly,
  findAnomalies,
  type IngestedFiles,
  loadAnomalyInput,
} from '@samenbeeld/harmonise';
import { type IngestResult, ingest, loadSource, type SourceDescription } from '@samenbeeld/ingest';
import { stringify } from 'yaml';

const text = { nl: 'OEFENING', fr: 'EXERCICE', de: 'ÜBUNG', en: 'EXERCISE' };
const catalogue = `${import.meta.dirname}/../../../sources/catalogue`;

function described(name: string, parts: Readonly<Record<string, unknown>>): object {
  return {
    source: name,
    title: text,
    publisher: 'NL_POL',
    country: 'NL',
    kind: 'statistical_db',
    language: 'en',
    licence: 'CC0-1.0',
    citation: 'Made for a test',
    grade: 'A1',
    handling: 'public',
    synthetic: true,
    record: 'observation',
    file: { format: 'csv', encoding: 'utf-8', delimiter: ';' },
    definitions: [{ id: 'test', countUnit: 'case', dateRole: 'registration', rule: text }],
    ...parts,
  };
}

const count = (metric: string, unit: string, stat = 'count') => ({
  to: 'value',
  as: 'integer',
  groupChar: '.',
  set: { metric, unit, stat },
});
const price = (stat: string) => ({
  to: 'value',
  as: 'number',
  decimalChar: '.',
  set: { stat },
});

/** What each table of the exercise means. */
const descriptions: Readonly<Record<string, object>> = {
  'exercise-faelle.csv': described('exercise-faelle', {
    constants: { basis: 'recorded' },
    columns: {
      Gebiet: { to: 'place' },
      Stoff: { to: 'substance' },
      Jahr: { to: 'period', as: 'year' },
      Fälle: count('offences', 'case'),
      HZ: { ignore: 'derived' },
      Versuche: count('seizures', 'case'),
      'Versuche in %': { ignore: 'derived' },
      Tatverdächtige: count('suspects', 'suspect'),
      männlich: count('arrests', 'person'),
      weiblich: count('persons_checked', 'person'),
    },
  }),
  'exercise-parcels.csv': described('exercise-parcels', {
    constants: { basis: 'seized_in_post', metric: 'seizures', unit: 'parcel' },
    columns: {
      Place: { to: 'place' },
      Period: { to: 'period', as: 'period' },
      Parcels: { to: 'value', as: 'integer' },
    },
  }),
  'exercise-prices.csv': described('exercise-prices', {
    constants: { basis: 'not_applicable', metric: 'price' },
    columns: {
      Country: { to: 'place' },
      Drug: { to: 'substance' },
      Level: { to: 'level' },
      Year: { to: 'period', as: 'year' },
      Minimum: price('min'),
      Typical: price('mode'),
      Maximum: price('max'),
      Unit: { to: 'unit', codes: { g: 'EUR/g', kg: 'EUR/kg' } },
    },
  }),
  'exercise-agencies.csv': described('exercise-agencies', {
    constants: { basis: 'seized_in_territory', metric: 'quantity', unit: 'kg' },
    columns: {
      Country: { to: 'place' },
      Agency: { to: 'agencies' },
      Drug: { to: 'substance' },
      Year: { to: 'period', as: 'year' },
      Kilograms: { to: 'value', as: 'number', decimalChar: '.' },
    },
  }),
  'exercise-compilation.csv': described('exercise-compilation', {
    constants: {
      basis: 'seized_in_territory',
      metric: 'quantity',
      unit: 'kg',
      agencies: 'UNSPECIFIED',
    },
    columns: {
      Country: { to: 'place' },
      Drug: { to: 'substance' },
      Year: { to: 'period', as: 'year' },
      Kilograms: { to: 'value', as: 'number', decimalChar: '.' },
    },
  }),
};

/** What was planted in the files of a seed, and what was found in them; `plant: false` leaves the tables as they are. */
export async function searched(seed: number): Promise<{
  readonly planted: readonly PlantedAnomaly[];
  readonly found: readonly Anomaly[];
}> {
  const folder = mkdtempSync(join(tmpdir(), 'anomalies-'));
  const engine = await openEngine({ threads: 1 });
  try {
    const world = generateExercise({ seed });
    const { files, tables, planted } = plantAnomalies(world);
    const bytes = await writeExerciseFiles({ ...world, files });
    const own: IngestedFiles[] = [];
    const against: IngestResult[] = [];
    const take = async (source: SourceDescription, name: string, content: string | Uint8Array) => {
      writeFileSync(join(folder, name), content);
      const result = await ingest(engine, source, [join(folder, name)]);
      if (name === 'exercise-agencies.csv') against.push(result);
      else own.push({ result, files: [join(folder, name)] });
    };
    for (const { name, office } of files)
      await take(loadSource(`${catalogue}/exercise-${office}`), name, bytes[name] as Uint8Array);
    for (const table of tables) {
      writeFileSync(join(folder, 'source.yaml'), stringify(descriptions[table.name]));
      await take(loadSource(join(folder, 'source.yaml')), table.name, tableText(table));
    }
    return { planted, found: findAnomalies(await loadAnomalyInput(engine, own, against)) };
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true });
  }
}
