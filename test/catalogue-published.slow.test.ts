import { openEngine } from '@samenbeeld/engine';
import { ingest, loadSource } from '@samenbeeld/ingest';
import { catalogueFolder } from '@samenbeeld/sources';
import { describe, expect, it } from 'vitest';
import { hasRealData, realData } from './pictures.ts';

if (!hasRealData)
  console.log(`skipped: the transcription tables, because ${realData} is not there`);

describe.skipIf(!hasRealData)(
  'transcription tables that were made without these descriptions',
  () => {
    it.each([
      ['post-courier-seizures', 'post_courier_seizures.csv', 22],
      ['port-and-national-seizures', 'port_and_national_seizures.csv', 86],
      ['fiu-report-counts', 'fiu_report_counts.csv', 26],
    ])('%s takes every row of %s', async (id, file, rows) => {
      const engine = await openEngine({ threads: 1 });
      try {
        const { conservation } = await ingest(engine, loadSource(catalogueFolder(id)), [
          `${realData}/published/${file}`,
        ]);
        const [counted] = conservation;
        expect(counted).toMatchObject({ rows, accepted: rows, excluded: 0, rejected: 0 });
        for (const { raw, records } of counted?.quantities ?? []) expect(raw).toBe(records);
      } finally {
        await engine.close();
      }
    });
  },
);
