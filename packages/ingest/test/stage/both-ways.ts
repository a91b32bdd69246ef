// Files longer than the beginning by which it is decided how their cells are kept: what comes later may be other than
// foreseen, and the result is that of the same file read whole.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { ingest, type SourceDescription } from '@samenbeeld/ingest';
import { expect } from 'vitest';
import { described } from '../fixture.ts';

const rule = { nl: 'Elke.', fr: 'Chaque.', de: 'Jede.', en: 'Each.' };

const source = (): Promise<SourceDescription> =>
  described({
    description: {
      record: 'seizure',
      definitions: [{ id: 'test', countUnit: 'seizure', dateRole: 'seizure', rule }],
      constants: { basis: 'seized_in_port', placeLevel: 'port', seizingCountry: 'NL', unit: 'kg' },
      columns: {
        Datum: { to: 'date', as: 'date', format: '%d-%m-%Y' },
        Haven: { to: 'place', codes: { RTM: 'NLRTM', VLI: 'NLVLI', ANR: 'BEANR' } },
        Middel: {
          to: 'substance',
          rules: [{ match: '^Coke.*', to: 'COC' }],
          otherwise: { to: 'DRUG_OTHER', reason: 'the rest' },
        },
        Hoeveelheid: { to: 'value', as: 'number', decimalChar: ',' },
      },
      exclude: [{ rule: 'subtotal', where: { Middel: { match: '^Totaal' } }, reason: 'a sum' }],
    },
  });

const two = (number: number): string => String(number).padStart(2, '0');

/** Rows of 1.4 MB, of which the last may be others. */
function file(last: (row: number) => readonly string[] | null): string {
  const rows = Array.from({ length: 50_000 }, (_, row) => {
    const own = row < 45_000 ? null : last(row);
    const cells = own ?? [
      `${two(1 + (row % 28))}-${two(1 + (row % 12))}-2021`,
      row % 2 ? 'RTM' : 'VLI',
      row % 3 ? 'Coke' : 'Hash',
      `${row % 900},5`,
    ];
    return cells.join(';');
  });
  return `Datum;Haven;Middel;Hoeveelheid\n${rows.join('\n')}\n`;
}

async function told(path: string, way: 'rectangle' | 'whole') {
  const engine = await openEngine();
  try {
    const { issues, conservation } = await ingest(engine, await source(), path, {
      way,
      records: 'view',
    });
    const [sum] = await engine.rows(
      'select count(*) as n, cast(sum(hash(id, date, place, substance, quantity, printed, unit, origin_line, origin_raw, note)) as VARCHAR) as sum from seizure',
    );
    const [kept] = await engine.rows<{ types: string }>(
      "select string_agg(data_type, ' ') as types from information_schema.columns where table_schema = 'kept'",
    );
    return { result: { issues, conservation, sum }, types: kept?.types ?? '' };
  } finally {
    await engine.close();
  }
}

/** A file of its own, ingested both ways with the same result; what the way by the rectangle gave. */
export async function bothWays(name: string, last: (row: number) => readonly string[] | null) {
  const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-rectangle-'));
  try {
    const path = join(folder, `${name}.csv`);
    writeFileSync(path, file(last));
    const rectangle = await told(path, 'rectangle');
    expect(rectangle.result).toEqual((await told(path, 'whole')).result);
    return rectangle;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
