import type { JointTotal } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis.ts';
import { contestedFinding } from '../../src/totals/contested-finding.ts';

test('a published figure that does not fit the files of finds is told, though no total is open for it', () => {
  const explanation = { nl: 'Past niet.', fr: 'Discordant.', de: 'Passt nicht.', en: 'No fit.' };
  const conflict = { state: 'explained', periodStart: '2024-01-01', periodEnd: '2024-12-31' };
  const of = (total: object, conflicts: readonly object[]) =>
    contestedFinding({
      totals: [{ reported: { likely: 1 }, ...total } as unknown as JointTotal],
      result: { claims: [], conflicts },
    } as unknown as Analysis);
  const said = of({ method: {} }, [{ ...conflict, explanation }]);
  expect(said?.title.en).toBe('One published figure does not fit the files of finds');
  expect(said?.title.nl).toBe('Eén gepubliceerd cijfer past niet bij de vangstbestanden');
  expect([said?.text.en, said?.text.de]).toEqual(['2024 – No fit.', '2024 – Passt nicht.']);
  expect(of({ method: {} }, [])).toBeNull();
  expect(of({}, [{ ...conflict, explanation }])).toBeNull();
});
