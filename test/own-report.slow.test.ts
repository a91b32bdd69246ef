import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { samenbeeld } from './one-process.ts';
import { ownPicture } from './own-picture.ts';
import { reportText } from './report-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'own-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a report of one’s own stands as it is written, with answers to other questions among its words', async () => {
  const words = '{ nl: Eigen woorden, fr: Nos mots, de: Eigene Worte, en: Own words }';
  const file = ownPicture(
    folder,
    'own-report',
    '  - { place: BEANR, substance: COC, basis: seized_in_port, metric: quantity, unit: kg }',
    `report:
  front:
    - says: ${words}
    - answer: total
    - { answer: total, of: { place: NLRTM } }
  chapters:
    - id: one
      title: ${words}
      blocks: [{ answer: sources }]
`,
  );
  const own = join(folder, 'own-report');
  const { code, stderr } = await samenbeeld(['build', file, '--out', own]);
  expect(`${code} ${stderr}`).toMatch(/^0 /u);
  const text = reportText(join(own, 'report.html'));
  expect(text).toContain('Eigen woorden');
  expect(text).toContain('Rotterdam, cocaïne, in de haven in beslag genomen, kg');
});
