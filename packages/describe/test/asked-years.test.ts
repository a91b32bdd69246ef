import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { ingest, loadSource } from '@samenbeeld/ingest';
import { expect, test } from 'vitest';
import { describedLines } from './table-of.ts';

const lines = [
  "Saisies de cocaïne dans le port d'Anvers (kg), par trimestre",
  'Trimestre;Saisies (kg);Nombre de saisies;Saisies 2024 (kg);Nombre 2024',
  'T1;28412,5;41;9870,0;29',
  'T2;15018,0;38;12130,0;31',
  'T3;39200,4;44;10004,2;27',
  'T4;33369,1;50;11995,8;33',
];

test('figures of parts of a year that nothing names are asked, and the answer makes the description usable', async () => {
  const { yaml, decisions } = await describedLines('saisies.csv', lines);
  const asked = decisions.filter(({ question }) => question.en.startsWith('Of which year'));
  expect(asked.map(({ about }) => about.en)).toEqual([
    'column Saisies (kg)',
    'column Nombre de saisies',
  ]);
  expect(asked[0]?.question.en).toContain('`period: 2023`');
  const answered = yaml.replace(
    /^( {2}(?:Saisies \(kg\)|Nombre de saisies): .*set: \{)/gmu,
    '$1 period: 2023,',
  );
  const folder = mkdtempSync(join(tmpdir(), 'answered-'));
  const engine = await openEngine();
  try {
    writeFileSync(join(folder, 'saisies.csv'), `${lines.join('\n')}\n`);
    writeFileSync(join(folder, 'source.yaml'), answered);
    const source = loadSource(join(folder, 'source.yaml'));
    const { conservation } = await ingest(engine, source, [join(folder, 'saisies.csv')], {
      draft: true,
    });
    expect(conservation[0]).toMatchObject({ items: 16, accepted: 16 });
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true });
  }
});
