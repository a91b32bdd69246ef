import { existsSync } from 'node:fs';
import { type Engine, openEngine } from '@samenbeeld/engine';
import {
  type CrossCheck,
  type CrossChecked,
  ingest,
  loadCrossChecks,
  loadSource,
  runCrossChecks,
} from '@samenbeeld/ingest';
import { catalogueFolder, crossChecksFile, sampleFiles } from '@samenbeeld/sources';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const checks = loadCrossChecks(crossChecksFile());
const data = `${import.meta.dirname}/../../shared/data`;
const present = existsSync(data);
if (!present) console.log(`the publishers' files are not at ${data}: their checks are skipped`);

/** The publishers' files by source, where they are there. */
const real: Readonly<Record<string, readonly string[]>> = {
  'eurostat-crim-off-cat': ['eurostat/estat_crim_off_cat.tsv'],
  'bka-pks-laender': ['de/bka_pks_laender_2022.xlsx'],
  'bka-pks-zeitreihe': ['de/bka_pks_zeitreihe_1987_2023_ZR-F-01-T01.csv'],
  'politie-47013ned': [
    'nl/politie_47013NED_misdrijven_gemeente_2022_2023.csv',
    'nl/politie_47013NED_misdrijven_gemeente_2024.csv',
  ],
  'politie-47022ned': ['nl/politie_47022NED_NL_alle_misdrijven_2012_2023_bernasco.csv'],
  'unodc-seizures': ['unodc/unodc_drug_seizures_2018_2022_BNLFD.json'],
};

/** The published figures that the project carries whole. */
const claims = `${import.meta.dirname}/../fixtures/published/claims.csv`;

const filesOf = (source: string): readonly string[] =>
  source === 'published-claims' ? [claims] : sampleFiles(source);

let engine: Engine;

/** What the checks find in these files, each source in one call. */
async function found(
  files: readonly (readonly [source: string, files: readonly string[]])[],
  some: readonly CrossCheck[],
): Promise<readonly CrossChecked[]> {
  await engine.run('drop table if exists observation');
  for (const [source, paths] of files)
    await ingest(engine, loadSource(catalogueFolder(source)), paths);
  return runCrossChecks(engine, some);
}

/** The table that holds the observations of a sample, which is read once. */
const tables = new Map<string, string>();
async function readOnce(source: string, path: string): Promise<string> {
  const known = tables.get(path);
  if (known !== undefined) return known;
  await engine.run('drop table if exists observation');
  await ingest(engine, loadSource(catalogueFolder(source)), [path]);
  const table = `sample_${tables.size}`;
  await engine.run(`create table ${table} as select * from observation`);
  tables.set(path, table);
  return table;
}

/** What a check finds in samples, each of one source. */
async function foundIn(
  files: readonly (readonly [source: string, path: string])[],
  check: CrossCheck,
): Promise<readonly CrossChecked[]> {
  const names: string[] = [];
  for (const [source, path] of files) names.push(await readOnce(source, path));
  await engine.run('drop table if exists observation');
  const all = names.map((name) => `select * from ${name}`).join(' union all by name ');
  await engine.run(`create table observation as ${all}`);
  return runCrossChecks(engine, [check]);
}

/** A check on each sample of one source beside each of the other: a table in two formats must not count twice. */
async function onSamples(check: CrossCheck): Promise<readonly CrossChecked[]> {
  const { left, right } = check;
  const all: CrossChecked[] = [];
  for (const first of filesOf(left.source)) {
    const others = left.source === right.source ? [null] : filesOf(right.source);
    for (const second of others) {
      const beside = second === null ? [] : ([[right.source, second]] as const);
      all.push(...(await foundIn([[left.source, first], ...beside], check)));
    }
  }
  return all;
}

const broken = (all: readonly CrossChecked[]): readonly CrossChecked[] =>
  all.filter(({ holds }) => !holds);

describe('the checks between sources', () => {
  beforeAll(async () => {
    engine = await openEngine({ threads: 1 });
  });
  afterAll(async () => {
    await engine.close();
  });

  it.each(checks.map((check) => [check.id, check] as const))(
    '%s holds on the samples, which show it',
    async (_, check) => {
      const all = await onSamples(check);
      expect(broken(all)).toEqual([]);
      expect(all.length).toBeGreaterThan(0);
    },
  );

  it.runIf(present)('hold on the files of the publishers', async () => {
    const known = new Set([...Object.keys(real), 'published-claims']);
    const some = checks.filter(
      ({ left, right }) => known.has(left.source) && known.has(right.source),
    );
    const files = Object.entries(real).map(
      ([id, names]) => [id, names.map((name) => `${data}/${name}`)] as const,
    );
    const all = await found([...files, ['published-claims', [claims]]], some);
    expect(broken(all)).toEqual([]);
    const counts = some.map(
      ({ id }) => [id, all.filter(({ check }) => check === id).length] as const,
    );
    console.log(
      counts.map(([id, count]) => `${id.padEnd(40)} ${count} figures compared`).join('\n'),
    );
    for (const [, count] of counts) expect(count).toBeGreaterThan(0);
  });
});
