import { type Condition, meets, type SourceDescription } from '@samenbeeld/ingest';
import { neverSummedAcross } from '@samenbeeld/schema';
import type { Point, Whole } from '../point.ts';

function fieldOf(point: Point, field: string): string {
  if (field === 'periodStart' || field === 'period') return point.start;
  return field === 'periodEnd' ? point.end : (point.scope[field] ?? '');
}

function words(parts: Condition): string {
  if ('texts' in parts)
    return parts.texts.length > 3 ? `its ${parts.texts.length} parts` : parts.texts.join(', ');
  const like = parts.match === '' ? 'all' : `those like ${parts.match}`;
  return parts.not ? `${like} but ${words(parts.not)}` : like;
}

/** The totals that the description's checks declare, each beside the parts that the same rows give. */
export function declaredWholes(
  points: readonly Point[],
  { checks }: SourceDescription,
): readonly Whole[] {
  return checks.flatMap((check) => {
    if (check.check !== 'total') return [];
    const groups = new Map<string, { total: Point | null; parts: Point[] }>();
    for (const point of points) {
      if (
        !point.counts ||
        !Object.entries(check.where).every(([field, condition]) =>
          meets(fieldOf(point, field), condition),
        )
      )
        continue;
      const own = fieldOf(point, check.field);
      const isTotal = own === check.total;
      if (!isTotal && !meets(own, check.parts)) continue;
      const apart = neverSummedAcross.filter((name) => name !== check.field);
      const key = [...new Set([...check.within, ...apart])]
        .map((field) => fieldOf(point, field))
        .join('\u0000');
      const group = groups.get(key) ?? { total: null, parts: [] };
      if (isTotal) group.total = point;
      else group.parts.push(point);
      groups.set(key, group);
    }
    const most = Math.max(0, ...[...groups.values()].map(({ parts }) => parts.length));
    return [...groups.values()].flatMap(({ total, parts }): Whole[] =>
      total && parts.length > 0
        ? [
            {
              total,
              parts,
              complete: parts.length === most,
              tolerance: check.tolerance,
              declared: true,
              says: `declared: ${check.field} "${check.total}" is the sum of ${words(check.parts)}`,
            },
          ]
        : [],
    );
  });
}
