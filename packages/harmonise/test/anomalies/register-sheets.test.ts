import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { loadAnomalyInput } from '@samenbeeld/harmonise';
import { ingest, loadSource } from '@samenbeeld/ingest';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';

// EXERCISE: an invented register with a sheet a year, whose lines have the same numbers.
const text = '{ nl: OEFENING, fr: EXERCICE, de: ÜBUNG, en: EXERCISE }';
const description = `source: exercise-sheets
title: ${text}
publisher: NL_CUST
country: NL
kind: register
language: en
licence: CC0-1.0
citation: Made for a test
grade: A1
handling: public
synthetic: true
record: seizure
salt: exercise
file: { format: xlsx, sheetName: "/^20/" }
definitions: [{ id: all, countUnit: seizure, massBasis: net, dateRole: seizure, rule: ${text} }]
constants: { basis: seized_in_port, placeLevel: port, place: NLVLI, seizingCountry: NL, agencies: NL_CUST, unit: kg, massBasis: net, substance: COC }
columns:
  Case: { to: reference, as: hash }
  Day: { to: date, as: date }
  Kg: { to: quantity, as: number, decimalChar: "." }
key: [Case]
`;

test('a find of a register is tied to its own sheet, not to the line of the same number in another', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  const engine = await openEngine({ threads: 1 });
  try {
    writeFileSync(join(folder, 'source.yaml'), description);
    const book = new exceljs.Workbook();
    for (const year of ['2023', '2024']) {
      const sheet = book.addWorksheet(year);
      sheet.addRow(['Case', 'Day', 'Kg']);
      for (const day of ['04', '05', '06'])
        sheet.addRow([`${year}-${day}`, `${year}-03-${day}`, Number(day) + Number(year)]);
    }
    const path = join(folder, 'finds.xlsx');
    await book.xlsx.writeFile(path);
    const result = await ingest(engine, loadSource(join(folder, 'source.yaml')), [path]);
    expect(result.issues.filter(({ severity }) => severity === 'rejection')).toEqual([]);
    const { events, rows } = await loadAnomalyInput(engine, [{ result, files: [path] }]);
    expect(events).toHaveLength(6);
    const figures = new Map(rows.map(({ row, figures: own }) => [row, own['Kg']]));
    expect(events.map(({ row }) => figures.get(row))).toEqual(events.map(({ place }) => place.raw));
    expect(new Set(events.map(({ row }) => row)).size).toBe(6);
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true });
  }
});
