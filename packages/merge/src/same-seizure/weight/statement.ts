import {
  claimInterval,
  decimalText,
  groupBy,
  placeValue,
  type Seizure,
  sumExact,
  units,
} from '@samenbeeld/schema';
import { inKilograms } from '../../event-quantity.ts';

/** What one file says about the weight of a seizure: one record, or its batches together. */
export interface Statement {
  readonly records: readonly string[];
  /** The file that says it. */
  readonly source: string;
  readonly kg: number;
  readonly massBasis: Seizure['massBasis'];
  /** Whether it is of the service that seized. */
  readonly own: boolean;
  /** Whether the file itself says that it is an estimate. */
  readonly estimated: boolean;
  /** The last digit that is printed and is no zero, in kilograms. */
  readonly step: number;
  /** The last digit that is printed, in kilograms: what an exact figure is exact to. */
  readonly unit: number;
  /** What the wording allows (joint total, rule 1): no upper end for "ruim"; without it the weight itself, or half a step around an estimate. */
  readonly ends?: readonly [low: number, high: number | null];
}

/** Whether a record is of the service that seized, so that it stood at the scales. */
export function isOwn({ agencies, seizingCountry }: Seizure): boolean {
  return agencies.some((agency) => agency.startsWith(seizingCountry));
}

/** The last digit a record prints, in kilograms: 1.6 and 1.7 kg may be one weight rounded twice. */
export function stepOf(seizure: Seizure): number {
  const kg = inKilograms(seizure);
  const digit = placeValue(seizure.printed ?? String(seizure.quantity));
  return digit === null || !seizure.quantity || kg === null ? 0 : (digit * kg) / seizure.quantity;
}

/** The last digit that a figure has, zero or not, in kilograms. */
function unitOf({ quantity, ...seizure }: Seizure): number {
  const kg = inKilograms({ quantity, ...seizure });
  const decimals = decimalText(quantity ?? 0).split('.')[1]?.length ?? 0;
  return !quantity || kg === null ? 0 : (10 ** -decimals * kg) / quantity;
}

/**
 * What a record allows by its wording, in kilograms: a register's bare number is exact, trailing zeros or not; "ruim 300" has no
 * upper end, "ca. 500" is 450 to 550, "bijna 500" 450 to 500.
 */
export function endsOfWording(seizure: Seizure): readonly [low: number, high: number | null] {
  const { quantity, printed, unit, wording, estimated } = seizure;
  const kg = inKilograms(seizure) ?? 0;
  const isMarked = wording === 'floor' || wording === 'just_under' || wording === 'rounded';
  const isExact = wording === 'exact' || !(isMarked || estimated);
  if (quantity === null || kg === 0 || isExact) return [kg, kg];
  const worded = {
    value: quantity,
    printed,
    unit,
    wording: isMarked ? wording : 'rounded',
  } as const;
  // Ounces and pounds are no power of ten of a kilogram.
  if (units.get(unit).digits !== 1) {
    const { low, high } = claimInterval(worded);
    return [(Math.max(0, low) * kg) / quantity, high === null ? null : (high * kg) / quantity];
  }
  const { low, high } = claimInterval({ ...worded, toUnit: 'kg' });
  return [Math.max(0, low), high];
}

function statementOf(rows: readonly Seizure[]): Statement | null {
  const weights = rows.map(inKilograms);
  const known = weights.filter((kg) => kg !== null);
  if (known.length < weights.length || known.length === 0) return null;
  const ends = rows.map(endsOfWording);
  const highs = ends.map(([, high]) => high).filter((high) => high !== null);
  const bases = new Set(rows.map(({ massBasis }) => massBasis));
  return {
    records: rows.map(({ id }) => id).sort(),
    source: rows[0]?.source ?? '',
    kg: Number(known.reduce((sum, kg) => sum + kg, 0).toPrecision(12)),
    massBasis: bases.has('gross') ? 'gross' : bases.has('unknown') ? 'unknown' : 'net',
    own: rows.some(isOwn),
    estimated: rows.some(
      ({ estimated, wording }) =>
        estimated || wording === 'rounded' || wording === 'floor' || wording === 'just_under',
    ),
    step: Math.max(...rows.map(stepOf)),
    unit: Math.max(...rows.map(unitOf)),
    ends: [sumExact(ends.map(([low]) => low)), highs.length < ends.length ? null : sumExact(highs)],
  };
}

/** What each file says about one seizure; a file that leaves a weight out says nothing. */
export function statementsOf(members: readonly Seizure[]): readonly Statement[] {
  return [...groupBy(members, ({ source }) => source).values()].flatMap(
    (rows) => statementOf(rows) ?? [],
  );
}
