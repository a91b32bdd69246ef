import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { type Anomaly, findAnomalies, loadAnomalyInput } from '@samenbeeld/harmonise';
import { type IngestResult, ingest, loadSource } from '@samenbeeld/ingest';
import { describe, expect, it } from 'vitest';

const root = `${import.meta.dirname}/../../../..`;
const data = `${root}/../shared/data`;
const present = existsSync(data);
if (!present)
  console.log(`the publishers' files are not at ${data}: their anomalies are not looked for`);

interface Asked {
  readonly source: string;
  readonly files: readonly string[];
  readonly against?: readonly string[];
  readonly breaks?: boolean;
}

async function found({
  source: id,
  files,
  against,
  breaks = true,
}: Asked): Promise<readonly Anomaly[]> {
  const engine = await openEngine({ threads: 1 });
  try {
    const source = loadSource(`${root}/packages/sources/catalogue/${id}`);
    const paths = files.map((name) => (name.startsWith('/') ? name : `${data}/${name}`));
    const result = await ingest(engine, breaks ? source : { ...source, breaks: [] }, paths);
    const others: IngestResult[] = [];
    if (against) {
      const claims = loadSource(`${root}/packages/sources/catalogue/published-claims`);
      others.push(
        await ingest(
          engine,
          claims,
          against.map((name) => `${root}/fixtures/published/${name}`),
        ),
      );
    }
    return findAnomalies(await loadAnomalyInput(engine, [{ result, files: paths }], others));
  } finally {
    await engine.close();
  }
}

let published: Promise<readonly Anomaly[]> | undefined;
/** What is found in Eurostat's file as it is published, looked at once. */
const inEurostat = (): Promise<readonly Anomaly[]> => {
  published ??= found(eurostat);
  return published;
};

const kindsOf = (anomalies: readonly Anomaly[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { kind } of anomalies) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

const eurostat = { source: 'eurostat-crim-off-cat', files: ['eurostat/estat_crim_off_cat.tsv'] };
const unodc = {
  source: 'unodc-seizures',
  files: ['unodc/unodc_drug_seizures_2018_2022_BNLFD.json'],
};

describe.runIf(present)('anomalies in the real files', () => {
  it.each([
    ['NL', '2016', '2015'],
    ['LU', '2012', '2011'],
    ['DE', '2020', '2019'],
  ])(
    'finds the one year of Eurostat that repeats another for %s: %s as %s, and none as published',
    async (place, year, before) => {
      const copies = (all: readonly Anomaly[]) => all.filter(({ kind }) => kind === 'copied_year');
      expect(copies(await inEurostat())).toEqual([]);
      const [head = '', ...lines] = readFileSync(`${data}/${eurostat.files[0]}`, 'utf8').split(
        '\n',
      );
      const at = head.split('\t').findIndex((name) => name.trim() === year);
      const twin = lines.map((line) => {
        const cells = line.split('\t');
        if (cells[0]?.endsWith(`,${place}`)) cells[at] = cells[at - 1] ?? '';
        return cells.join('\t');
      });
      const folder = mkdtempSync(join(tmpdir(), 'eurostat-'));
      const file = join(folder, 'estat_crim_off_cat.tsv');
      writeFileSync(file, [head, ...twin].join('\n'));
      const all = copies(await found({ ...eurostat, files: [file] }));
      rmSync(folder, { recursive: true });
      expect(all.map(({ evidence }) => evidence[0]?.en)).toEqual([
        expect.stringMatching(
          new RegExp(
            `^(\\d+) of \\1 figures from five on are equal in ${before} and ${year} \\(${place}\\)$`,
          ),
        ),
      ]);
      expect(all[0]?.correction).toBeNull();
    },
    60_000,
  );

  it('finds the shifts of Eurostat that are no crime: FR drugs 2016, BE drugs 2014, and others undeclared', async () => {
    const shifts = await found({ ...eurostat, breaks: false });
    const said = shifts.map(
      ({ kind, scope, where }) =>
        `${kind} ${scope['place']} ${scope['offence']} ${where.raw.trim()}`,
    );
    expect(said).toContain('level_shift FR ICCS0601 241887');
    expect(said).toContain('level_shift BE ICCS0601 55132');
    expect(said).toContain('level_shift AT ICCS0601 27231');
    expect(shifts.every(({ correction }) => correction === null)).toBe(true);
    expect(kindsOf(shifts)).toEqual({ level_shift: shifts.length });
    // 784 series of counts: what is shown is what an analyst can read.
    expect(shifts.length).toBeLessThanOrEqual(25);
  }, 60_000);

  it('does not sound the alarm on a shift at a declared break', async () => {
    const said = (await inEurostat()).map(({ scope }) => `${scope['place']} ${scope['offence']}`);
    expect(said).not.toContain('FR ICCS0601');
    expect(said).not.toContain('BE ICCS0601');
    expect(said).toContain('AT ICCS0601');
  }, 60_000);

  it('finds the change of agency in Dutch cocaine 2021/2022 from the published figures', async () => {
    const [change, ...none] = await found({ ...unodc, against: ['claims.csv'] });
    expect(none).toEqual([]);
    expect(change?.kind).toBe('agency_change');
    expect(change?.scope).toMatchObject({ place: 'NL', substance: 'COC_HCL' });
    expect(change?.where.raw).toBe('51447');
    expect(change?.evidence.map(({ en }) => en)).toEqual([
      'equals NL_HARC in 2021 (72,808, C073)',
      'equals NL_CUST in 2022 (51,447, C030)',
      'NL_CUST has 71,796 for 2021, not 72,808',
      'NL_HARC has 52,480 for 2022, not 51,447',
    ]);
  }, 60_000);

  const quiet: readonly (Asked & { readonly kinds: Readonly<Record<string, number>> })[] = [
    { ...unodc, kinds: {} },
    {
      source: 'politie-47013ned',
      files: [
        'nl/politie_47013NED_misdrijven_gemeente_2022_2023.csv',
        'nl/politie_47013NED_misdrijven_gemeente_2024.csv',
      ],
      kinds: {},
    },
    {
      source: 'politie-47022ned',
      files: ['nl/politie_47022NED_NL_alle_misdrijven_2012_2023_bernasco.csv'],
      // 3.9.1 horizontal fraud from 2015 on, and 3.9.3 from 2016 on: recoded, and not declared.
      kinds: { level_shift: 2 },
    },
    {
      source: 'ssmsi-regions',
      files: ['fr/donnee-reg-data.gouv-2023-geographie2024-produit-le2024-07-05.csv'],
      // Drug use from 2021 on in Provence and Normandy: the fixed fine of September 2020.
      kinds: { level_shift: 2 },
    },
    { source: 'statbel-population', files: ['be/bevolking_per_gemeente_2020.csv'], kinds: {} },
    { source: 'bka-pks-laender', files: ['de/bka_pks_laender_2022.xlsx'], kinds: {} },
    {
      source: 'unodc-prices',
      files: ['unodc/unodc_drug_prices_2018_2022_BNLFD.json'],
      // DE crack 2018: the usual price 0.6 dollar below the least. BE synthetic cathinones 2022 stand there twice.
      kinds: { impossible_price: 1, duplicate_differs: 3 },
    },
  ];

  it.each(quiet)(
    'shows of $source only what is worth reading',
    async ({ kinds, ...asked }) => {
      expect(kindsOf(await found(asked))).toEqual(kinds);
    },
    60_000,
  );
});
