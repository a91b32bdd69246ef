import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drugs, offences, places } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';

const data = join(import.meta.dirname, '../../../../shared/data');
const isPresent = existsSync(data);
if (!isPresent)
  console.log(`Skipped: no code lists at ${data} to check the transcription against.`);

function lines(file: string, encoding: 'utf8' | 'latin1' = 'utf8'): readonly string[] {
  return readFileSync(join(data, file), encoding).split(/\r?\n/).slice(1).filter(Boolean);
}

describe.skipIf(!isPresent)('the lists agree with the published code lists', () => {
  test('every drug term means its code, or is declared ambiguous', () => {
    const rows = lines('codes/drug_terms.csv').map((line) =>
      [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map((match) =>
        (match[1] ?? '').replaceAll('"', ''),
      ),
    );
    expect(rows.map(([code]) => code)).toEqual(drugs.map(({ code }) => code));
    const lost = rows.flatMap(([code = '', en, nl, fr, de, synonyms]) =>
      [en, nl, fr, de, synonyms]
        .flatMap((cell) => (cell ?? '').split(';'))
        .map((name) => name.trim())
        .filter((name) => {
          const match = drugs.lookup(name.replace(/ \((?:name only|brew)\)$/, ''));
          if (name === '' || match.kind === 'ambiguous') return false;
          return match.kind === 'none' || match.entry.code !== code;
        }),
    );
    expect(lost).toEqual([]);
    const groups = rows.map((row) => row.slice(6, 8).join(' '));
    expect(drugs.map(({ units, group }) => `${units.join(';')} ${group}`)).toEqual(groups);
  });

  test('coordinates of ports are those of UN/LOCODE', () => {
    const file = 'codes/unlocode_2019-2_BE_NL_LU_all_FR_DE_ports.csv';
    const published = new Map(
      lines(file).map((line) => {
        const cells = line.split(',');
        return [(cells[0] ?? '').replace(' ', ''), cells.slice(-2).map(Number)] as const;
      }),
    );
    const compared = places.filter(({ code }) => published.get(code)?.[0]);
    expect(compared.length).toBeGreaterThan(15);
    for (const { code, latitude, longitude } of compared) {
      // UN/LOCODE puts Terneuzen on the other bank of the estuary; the list corrects it.
      if (code === 'NLTNZ') expect([latitude, longitude]).toEqual([51.3333, 3.826]);
      else expect([code, latitude, longitude]).toEqual([code, ...(published.get(code) ?? [])]);
    }
  });

  test('regions exist in NUTS 2021', () => {
    const published = new Set(lines('codes/NUTS_AT_2021.csv').map((line) => line.split(',')[1]));
    const missing = places
      .filter(({ kind, code }) => kind === 'region' && !published.has(code))
      .map(({ code }) => code);
    expect(missing).toEqual(['UKC-L']);
  });

  test('every area and offence of Eurostat has a code', () => {
    const keys = lines('eurostat/estat_crim_off_cat.tsv').map((line) => line.split('\t')[0] ?? '');
    const unknown = keys.filter((key) => {
      const [, offence = '', , geo = ''] = key.split(',');
      return !offences.has(offence) || !places.has(geo.trim());
    });
    expect(keys.length).toBeGreaterThan(1000);
    expect(unknown).toEqual([]);
  });
});
