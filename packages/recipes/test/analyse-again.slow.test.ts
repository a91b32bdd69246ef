import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyseAgain } from '@samenbeeld/answers';
import { pairsAtStake } from '@samenbeeld/merge';
import { analysePicture, readPictureFile, recordVerdicts } from '@samenbeeld/recipes';
import { describe, expect, test } from 'vitest';

const picture = readPictureFile(
  join(import.meta.dirname, '../../../fixtures/exercise/exercise.picture.yaml'),
);
const decisionsPath = join(mkdtempSync(join(tmpdir(), 'again-')), 'decisions.jsonl');
writeFileSync(decisionsPath, '');
const undecided = { ...picture, decisions: decisionsPath };

describe('analyseAgain(analysis, decisions)', () => {
  test('is what reading and comparing everything with these decisions gives, and changes the stakes', async () => {
    const before = await analysePicture(undecided);
    const [first, second, third] = pairsAtStake(before.doubleReports, before.totals, before.judged);
    const said = (['same', 'different', 'same'] as const).map((verdict, at) => ({
      subject: [first, second, third][at]?.pair.key ?? '',
      verdict,
      role: 'analyst, port desk',
      time: '2026-01-01T09:00:00Z',
      reason: 'seen on paper',
      evidence: null,
    }));
    const decisions = await recordVerdicts(decisionsPath, said, {
      seizures: new Map(before.gathered.seizures.map((one) => [one.id, one])),
    });
    const again = analyseAgain(before, decisions);
    const anew = await analysePicture(undecided);
    expect(anew.judged.judged.map(({ because }) => because)).toEqual([
      'agreed',
      'agreed',
      'agreed',
    ]);
    expect(again.doubleReports).toEqual(anew.doubleReports);
    expect(again.totals).toEqual(anew.totals);
    expect(again.totals).not.toEqual(before.totals);
    expect(pairsAtStake(again.doubleReports, again.totals, again.judged)[0]?.pair.key).not.toBe(
      first?.pair.key,
    );
    expect(analyseAgain(again, []).totals).toEqual(before.totals);
  });
});
