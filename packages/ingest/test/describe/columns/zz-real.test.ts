import { readTable } from '@samenbeeld/ingest';
import { expect, it } from 'vitest';
import { guessTable } from '../../../src/describe/columns/guess-table.ts';
import { sniffGeometry } from '../../../src/describe/geometry/sniff-geometry.ts';

const only = process.env['ONLY'];
const files = (
  process.env['FILES'] ??
  'de/bka_pks_laender_2022.xlsx,de/bka_pks_zeitreihe_1987_2023_ZR-F-01-T01.csv,fr/donnee-reg-data.gouv-2023-geographie2024-produit-le2024-07-05.csv,nl/politie_47013NED_misdrijven_gemeente_2022_2023.csv,nl/politie_47013NED_misdrijven_gemeente_2024.csv,nl/politie_47022NED_NL_alle_misdrijven_2012_2023_bernasco.csv,eurostat/estat_crim_off_cat.tsv,unodc/unodc_drug_seizures_2018_2022_BNLFD.json,unodc/unodc_drug_prices_2018_2022_BNLFD.json,be/bevolking_per_gemeente_2020.csv,be/REFNIS_2019.csv,published/fiu_report_counts.csv,published/port_and_national_seizures.csv,published/post_courier_seizures.csv,published/published_claims.csv,nl/cbs_83648NED_SoortMisdrijf_CRI_codes.csv,linkage/febrl_dataset1.csv,money/SAML-D_sample_1k.csv,codes/unlocode_2024-2_official_raw_NL_LU.csv'
).split(',');
it('x', async () => {
  expect(1).toBe(1);
  for (const f of files) {
    if (only && !f.includes(only)) continue;
    const path = f.startsWith('/') ? f : `/work/shared/data/${f}`;
    try {
      const [g] = await sniffGeometry(path);
      const [table] = await readTable(path, g!.shape);
      const t0 = Date.now();
      const guess = guessTable(table!, {
        file: g!.file,
        titleLines: g!.titleLines,
        footerLines: g!.footerLines,
      });
      const out = [
        `=== ${f} rows ${table!.rows.length} ${guess.record.value} ${guess.record.confidence} ${guess.language.value} ${guess.language.confidence} dec ${guess.decimalChar.value} grp ${guess.groupChar.value} ${Date.now() - t0} ms`,
      ];
      for (const c of guess.columns) {
        const got =
          c.written === null
            ? '??'
            : Array.isArray(c.written)
              ? c.written.map((w) => w['to']).join('+')
              : c.kind === 'fold'
                ? 'FOLD'
                : String((c.written as any).to ?? '-');
        out.push(
          `  ${c.headings.slice(0, 3).join(' | ').slice(0, 40).padEnd(40)} ${got.padEnd(22)} ${c.confidence} ${c.reason.slice(0, 100)} ${JSON.stringify(c.written)?.slice(0, process.env['FULL'] ? 2000 : 160)} ${c.decide.length ? `?? ${c.decide.join(' / ').slice(0, 200)}` : ''} cw ${c.crosswalks.map((x) => `${x.file}:${x.rows.length}/${x.rows.filter((r) => r.decide).length}`)}`,
        );
      }
      for (const [k, v] of Object.entries(guess.constants))
        out.push(`   const ${k} = ${v.value} ${v.confidence} ${v.reason.slice(0, 120)}`);
      out.push(
        `   missing ${JSON.stringify(Object.fromEntries(Object.entries(guess.missingValues).map(([k, v]) => [k, v.value])))}`,
      );
      console.log(out.join('\n'));
    } catch (e) {
      console.log(
        f,
        String(e).slice(0, 300),
        (e as Error).stack?.split('\n').slice(0, 6).join('\n'),
      );
    }
  }
}, 300000);
