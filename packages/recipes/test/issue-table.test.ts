import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPicture, ingestPicture, unreadItems } from '@samenbeeld/recipes';
import { publicHandling } from '@samenbeeld/schema';
import { clearance, openPicture, type PictureContents, writePicture } from '@samenbeeld/store';
import { describe, expect, test } from 'vitest';
import { issueTable } from '../src/issue-table.ts';

const folder = (): string => join(mkdtempSync(join(tmpdir(), 'issues-')), 'picture');
const issue = {
  file: 'a.xlsx',
  sheet: '2024',
  line: 5,
  column: 'C "Haven"',
  value: 'Zwanenstad',
  rule: 'crosswalk.unknown-code',
  severity: 'rejection',
  message: 'is no known code for place',
  repair: 'correct the cell',
} as const;

async function unreadIn(...tables: PictureContents['tables']) {
  const out = folder();
  const title = { nl: 'Proef', fr: 'Essai', de: 'Probe', en: 'Trial' };
  await writePicture(
    out,
    { metadata: { name: 'trial', title, sources: [], inputs: [] }, tables },
    clearance(publicHandling, 'public', { synthetic: false }),
  );
  const picture = await openPicture(out);
  const unread = await unreadItems(picture);
  await picture.close();
  return unread;
}

describe('unreadItems', () => {
  const issues = issueTable([issue, { ...issue, severity: 'note' }]);

  test('reads issues back as they were told, and without a count takes one item for each', async () => {
    expect(await unreadIn(issues)).toEqual({
      issues: [issue],
      rejected: 1,
      rejectedAtLeast: true,
    });
  });

  test('takes what became of the items of each file where the picture tells it', async () => {
    const conservation = {
      name: 'conservation',
      columns: [{ name: 'rejected', type: 'INTEGER' }],
      rows: [[12], [3]],
    } as const;
    const { rejected, rejectedAtLeast } = await unreadIn(issues, conservation);
    expect([rejected, rejectedAtLeast]).toEqual([15, false]);
  });

  test('of files that were ingested, with the sheet of each cell', async () => {
    const out = folder();
    const file = `${import.meta.dirname}/../../../fixtures/exercise/be-douane-2018-2025.xlsx`;
    await ingestPicture('exercise-be-customs', [file], { out, audience: 'internal' });
    const picture = await openPicture(out);
    const unread = await unreadItems(picture);
    await picture.close();
    expect([unread.rejected, unread.rejectedAtLeast]).toEqual([5, false]);
    expect(new Set(unread.issues.map(({ sheet }) => sheet))).toEqual(
      new Set(['OEFENING - EXERCICE']),
    );
  });
});

test('a find under embargo whose row cannot be read stays within the office: its cell is among the issues', async () => {
  const made = mkdtempSync(join(tmpdir(), 'issues-'));
  const [source, file] = [join(made, 'finds.source.yaml'), join(made, 'finds.csv')];
  const words = '{ nl: OEFENING, fr: EXERCICE, de: ÜBUNG, en: EXERCISE }';
  writeFileSync(file, 'Dag;Kg;Vrijgave\n2024-02-03;512;\n2024-04-19;1.777;embargo\n');
  writeFileSync(
    source,
    `source: exercise-finds
title: ${words}
publisher: NL_HARC
country: NL
kind: statistical_db
language: nl
licence: CC0-1.0
citation: Made for a test
grade: A2
handling: public
synthetic: true
record: seizure
file: { format: csv, encoding: utf-8, delimiter: ";" }
definitions: [{ id: d, countUnit: null, dateRole: seizure, rule: ${words} }]
constants: { seizingCountry: NL, place: NLVLI, placeLevel: port, basis: seized_in_port, substance: COC, unit: kg, massBasis: net, agencies: NL_HARC }
columns:
  Dag: { to: date, as: date, format: "%Y-%m-%d" }
  Kg: { to: quantity, as: number }
  Vrijgave: { to: publicationRestriction, codes: { embargo: embargo } }
`,
  );
  const picture = join(made, 'finds.picture.yaml');
  const write = (audience: string) =>
    writeFileSync(
      picture,
      `picture: finds
title: ${words}
asOf: 2025-12-31
audience: ${audience}
questions:
  - { place: NLVLI, substance: COC, basis: seized_in_port, metric: quantity, unit: kg }
inputs:
  - { source: ./finds.source.yaml, file: finds.csv, rejected: { number.ambiguous: 1 } }
`,
    );
  write('partners');
  const under = /embargo on 1 seizure/u;
  await expect(buildPicture(picture, { out: join(made, 'out') })).rejects.toThrow(under);
  const ingested = ingestPicture(source, [file], { out: join(made, 'in'), audience: 'public' });
  await expect(ingested).rejects.toThrow(under);
  write('internal');
  await expect(buildPicture(picture, { out: join(made, 'out') })).resolves.toBeDefined();
}, 60_000);
