import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gather, readPictureFile } from '@samenbeeld/recipes';
import { sampleFiles } from '@samenbeeld/sources';
import { expect, test } from 'vitest';

test('a picture takes files of one name in a folder a year, and says which is which', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gather-namesakes-'));
  const samples = sampleFiles('ssmsi-departements');
  const years = samples.map((_, at) => String(2024 + at));
  expect(samples.length).toBeGreaterThan(1);
  for (const [at, sample] of samples.entries()) {
    mkdirSync(join(folder, years[at] ?? ''));
    copyFileSync(sample, join(folder, years[at] ?? '', 'donnees.csv'));
  }
  const path = join(folder, 'mine.picture.yaml');
  const inputs = years.map(
    (year) => `  - { source: ssmsi-departements, file: ${year}/donnees.csv }`,
  );
  writeFileSync(
    path,
    `picture: mine\ntitle: { nl: a, fr: b, de: c, en: d }\nrecipe: exercise\nasOf: 2026-06-30\naudience: public\ninputs:\n${inputs.reverse().join('\n')}\n`,
  );
  const gathered = await gather(readPictureFile(path));
  try {
    expect(gathered.inputs.map(({ file }) => file)).toEqual(
      years.map((year) => `${year}/donnees.csv`),
    );
    expect(new Set(gathered.inputs.map(({ sha256 }) => sha256)).size).toBe(years.length);
    expect([...new Set(gathered.observations.map(({ origin }) => origin.file))].sort()).toEqual(
      years.map((year) => `${year}/donnees.csv`),
    );
    // The later edition gives figures of the earlier one anew.
    expect(gathered.issues.filter(({ rule }) => rule === 'record.shared')).toMatchObject([
      { file: '2025/donnees.csv' },
    ]);
  } finally {
    await gathered.engine.close();
    rmSync(folder, { recursive: true });
  }
});
