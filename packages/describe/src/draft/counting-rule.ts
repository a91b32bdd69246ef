import { notStated, type SourceDescription } from '@samenbeeld/ingest';
import { countUnits } from '@samenbeeld/schema';
import { asks, type DraftPart } from './mark.ts';

/** What one unit of a figure is, and by which rule it was counted: never in the file, always a question. */
export function countingRule(
  record: 'observation' | 'seizure',
  unit: string | null,
  like: SourceDescription | null,
): DraftPart {
  const known = like?.definitions ?? [];
  const counted = unit !== null && countUnits.has(unit) ? unit : null;
  const definitions =
    known.length > 0
      ? known.map(({ id, countUnit, dateRole, countingRule: rule }) => ({
          id,
          countUnit,
          dateRole,
          rule,
        }))
      : [
          {
            id: 'as-delivered',
            countUnit: counted,
            dateRole: record === 'seizure' ? 'seizure' : 'registration',
            rule: notStated.countingRule,
          },
        ];
  return {
    written: { definitions },
    marks: [
      asks(
        ['definitions'],
        'counting rule',
        'what is counted, by which date, by which rule? In four languages; comparisons rest on it',
        like && known.length > 0 ? { remark: `as in ${like.id}, which has the same headings` } : {},
      ),
    ],
  };
}

/**
 * Whether a file of finds holds all of them: never in the file, and the difference between a total and a floor. Of a file of a
 * known source it is known.
 */
export function coveragePart(
  record: 'observation' | 'seizure',
  like: SourceDescription | null,
  fits: boolean,
): DraftPart {
  if (record !== 'seizure') return { written: {}, marks: [] };
  const known = fits ? (like?.coverage ?? []) : [];
  return {
    written: { coverage: known.map(({ source: _, ...item }) => item) },
    marks: fits
      ? []
      : [
          asks(
            ['coverage'],
            'coverage',
            'does the file hold every find of a service in a place, on one basis, over a period? Each such as { agency, place, basis, periodStart, periodEnd, extent: full }; left empty, its finds are a floor',
          ),
        ],
  };
}
