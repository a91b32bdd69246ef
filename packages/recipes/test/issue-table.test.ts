import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingestPicture, unreadItems } from '@samenbeeld/recipes';
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
