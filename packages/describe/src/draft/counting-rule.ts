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
