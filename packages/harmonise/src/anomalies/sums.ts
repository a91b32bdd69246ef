import { inEach, type Text } from '@samenbeeld/schema';
import type { CellPlace } from './anomaly.ts';
import { said } from './expectation.ts';
import type { Point, Whole } from './point.ts';
import type { Study } from './study.ts';
import { thresholds } from './thresholds.ts';

/** A whole beside its parts, and how often wholes of its kind hold. */
export interface Sum {
  readonly whole: Whole;
  /** Null where a figure is missing. */
  readonly total: number | null;
  readonly parts: number | null;
  /** Parts without a figure; what they are leaves room below the total, and none above it. */
  readonly gaps: number;
  readonly holds: number;
  readonly of: number;
}

/** A tie between columns in words. */
function tie(kind: 'sum' | 'share', total: Point, parts: readonly Point[]): Text {
  const name = ({ place }: Point): string => `“${place.heading ?? place.column}”`;
  const words = { parts: parts.map(name).join(' + '), total: name(total) };
  if (kind === 'sum') return inEach(() => `${words.parts} = ${words.total}`);
  return said(
    '{parts} is een deel van {total}',
    '{parts} fait partie de {total}',
    '{parts} ist ein Teil von {total}',
    '{parts} is part of {total}',
    words,
  );
}

/** Wholes that the ties between columns make, row by row: a + b = c, and a ≤ b where a is printed as a share of b. */
function ofColumns(study: Study): readonly Whole[] {
  const { input } = study;
  const rows = new Map<string, Map<string, Point>>();
  for (const point of input.points) {
    const row = rows.get(point.row) ?? new Map<string, Point>();
    row.set(point.column, point);
    rows.set(point.row, row);
  }
  return input.identities.flatMap(({ identity }) => {
    if (identity.kind === 'rate') return [];
    const keys =
      identity.kind === 'sum' ? [identity.c, identity.a, identity.b] : [identity.b, identity.a];
    let says: Text | undefined;
    return [...rows.values()].flatMap((row): Whole[] => {
      const [total, ...parts] = keys.flatMap((key) => row.get(key) ?? []);
      if (!total || parts.length < keys.length - 1) return [];
      // A share that is printed above a hundred is meant so: cleared cases of an earlier year.
      const share = identity.kind === 'share' ? row.get(identity.c) : undefined;
      // Of nothing there is no share: one cleared case of none is of another year too.
      if (share && ((study.read(share) ?? 0) > 100 || study.read(total) === 0)) return [];
      says ??= tie(identity.kind, total, parts);
      return [
        {
          total,
          parts,
          complete: identity.kind === 'sum',
          tolerance: 0,
          says,
        },
      ];
    });
  });
}

/** Declared parts without a figure are left out of the sum, as the check itself does; elsewhere nothing is said of it. */
const sumOf = ({ parts, declared }: Whole, { read }: Study): number | null => {
  const values = parts.map(read).filter((value) => !declared || value !== null);
  if (values.length === 0) return null;
  return values.some((value) => value === null)
    ? null
    : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
};

/** Whether the parts fit into the whole, and make it up where they are all there with a figure. */
export function sumHolds({
  whole,
  total,
  parts,
  gaps,
}: Pick<Sum, 'whole' | 'total' | 'parts' | 'gaps'>): boolean {
  if (total === null || parts === null) return true;
  const slack = whole.tolerance + 1e-6 * Math.max(1, Math.abs(total));
  return gaps === 0 && (whole.complete || whole.declared)
    ? Math.abs(parts - total) <= slack
    : parts <= total + slack;
}

/** Every whole beside its parts, with the share of its kind that holds: declared ones, periods, and columns; not those with a doubted cell. */
export function sumsOf(study: Study, doubted: ReadonlySet<CellPlace>): readonly Sum[] {
  const wholes = [...study.input.wholes, ...ofColumns(study)].filter(
    ({ total, parts }) => ![total, ...parts].some(({ place }) => doubted.has(place)),
  );
  const told = wholes.map((whole) => ({
    whole,
    total: study.read(whole.total),
    parts: sumOf(whole, study),
    gaps: whole.parts.filter((part) => study.read(part) === null).length,
  }));
  const counts = new Map<string, { holds: number; of: number }>();
  for (const one of told) {
    if (one.total === null || one.parts === null) continue;
    const known = counts.get(one.whole.says.en) ?? { holds: 0, of: 0 };
    counts.set(one.whole.says.en, {
      holds: known.holds + (sumHolds(one) ? 1 : 0),
      of: known.of + 1,
    });
  }
  return told.map((one) => ({ ...one, ...(counts.get(one.whole.says.en) ?? { holds: 0, of: 0 }) }));
}

/** How sure a broken sum is: by the cases that hold, and never below the threshold where the description declares it. */
export function scoreOf(
  { whole, holds }: Sum,
  kind: 'part_exceeds_whole' | 'parts_not_total',
): number {
  const counted = Math.log10(1 + holds);
  return whole.declared ? Math.max(thresholds[kind], counted) : counted;
}

/** A declared rule is one; another is where it holds in at least three quarters of its cases. What is left over breaks it. */
export function isRule({ whole, holds, of }: Sum): boolean {
  if (whole.declared) return true;
  return of < 4 ? holds >= 1 || of === 1 : holds >= 0.75 * of;
}
