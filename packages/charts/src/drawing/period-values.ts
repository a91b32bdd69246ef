import { InputError, inFour } from '@samenbeeld/schema';
import { periodStep } from './period-step.ts';

/** A value of one period. */
export interface PeriodValue {
  /** "2024", "2024-S1", "2024-Q3", "2024-07" or "2024-W05". */
  readonly period: string;
  /** null where missing or undecided; a range is still drawn. */
  readonly value: number | null;
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
  readonly provisional?: boolean | undefined;
}

/** Refuses a number that cannot be drawn. */
export function drawable(value: number | null | undefined, where: string): number | null {
  if (value === null || value === undefined) return null;
  if (Number.isFinite(value)) return value;
  throw new InputError(
    inFour(
      'verwacht: een eindig getal of null in {where}; gevonden: {value}',
      'attendu : un nombre fini ou null en {where} ; trouvé : {value}',
      'erwartet: eine endliche Zahl oder null in {where}; gefunden: {value}',
      'expected a finite number or null in {where}, found {value}',
      { where, value: String(value) },
    ),
    inFour(
      'geef null waar geen getal is, en zeg waarom in het bijschrift',
      'donnez null là où il n’y a pas de nombre, et dites pourquoi dans la légende',
      'null angeben, wo keine Zahl ist, und in der Beschriftung sagen, warum',
      'give null where there is no number, and say why in the caption',
    ),
  );
}

/** Fields of a record, each of which can be drawn or is null. */
export function drawables<T, K extends keyof T>(
  record: T,
  where: string,
  ...fields: readonly K[]
): Readonly<Record<K, number | null>> {
  const checked = fields.map((one) => [one, drawable(record[one] as number | null, where)]);
  return Object.fromEntries(checked) as Record<K, number | null>;
}

/**
 * Records of periods in time order, each with its step, and with fields that can be drawn or are null; throws where a
 * period comes twice or a field is no finite number.
 */
export function inOrder<T extends { readonly period: string }, K extends keyof T = never>(
  records: readonly T[],
  ...fields: readonly K[]
): readonly (Omit<T, K> & Readonly<Record<K, number | null>> & { readonly at: number })[] {
  const placed = records
    .map((record) => ({
      ...record,
      ...drawables(record, record.period, ...fields),
      at: periodStep(record.period).step,
    }))
    .sort((a, b) => a.at - b.at);
  const twice = placed.find(({ at }, index) => placed[index - 1]?.at === at);
  if (!twice) return placed;
  throw new InputError(
    inFour(
      'verwacht: één waarde per periode; gevonden: {period} twee keer',
      'attendu : une valeur par période ; trouvé : {period} deux fois',
      'erwartet: ein Wert je Zeitraum; gefunden: {period} zweimal',
      'expected one value per period, found {period} twice',
      { period: twice.period },
    ),
    inFour(
      'teken elke reeks apart, of los de twee waarden eerst op',
      'dessinez chaque série à part, ou tranchez d’abord entre les deux valeurs',
      'jede Reihe für sich zeichnen oder die beiden Werte zuerst klären',
      'draw each series apart, or settle the two values first',
    ),
  );
}

/** Numbers the stretches without a gap: a line must not run over a missing period. */
export function withRuns<T extends { readonly at: number; readonly value: number | null }>(
  points: readonly T[],
): readonly (T & { readonly value: number; readonly run: number; readonly alone: boolean })[] {
  const known = points.filter(
    (point): point is T & { readonly value: number } => point.value !== null,
  );
  let run = 0;
  const numbered = known.map((point, index) => {
    if (index > 0 && point.at !== (known[index - 1]?.at ?? 0) + 1) run += 1;
    return { ...point, run };
  });
  const length = new Map<number, number>();
  for (const point of numbered) length.set(point.run, (length.get(point.run) ?? 0) + 1);
  return numbered.map((point) => ({ ...point, alone: length.get(point.run) === 1 }));
}
