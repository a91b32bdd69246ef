import { type Finding, shape, sumExact, takes, wrongUse } from '@samenbeeld/schema';
import type { WithLevel } from './about.ts';
import { type About, checkProbability, checkTogether } from './about.ts';
import { entryIsSeizure, oneUnit } from './assumptions.ts';
import { knownQuantities } from './check-count.ts';
import { clopperPearson } from './clopper-pearson.ts';
import { listWarnings, withoutQuantity } from './warnings.ts';
import { bandSays } from './words/bands.ts';

export interface SizeBandsOptions extends About, WithLevel {
  /** Lower edges of the second and later bands, increasing; 1, 10, 100, 1000. */
  readonly edges?: readonly number[];
}

/** One size band: from `low` (included) to `high` (not included). */
export interface SizeBand {
  readonly low: number;
  /** null for the last band, which has no upper end. */
  readonly high: number | null;
  readonly count: number;
  readonly quantity: number;
  /** Share of the seizures with a known quantity, and of the quantity; null where there is none. */
  readonly shareOfCount: number | null;
  readonly shareOfQuantity: number | null;
}

/** A finding whose estimate is the share of the seizures that lie in the largest band. */
export interface SizeBands extends Finding {
  readonly bands: readonly SizeBand[];
  readonly details: {
    readonly edge: number;
    readonly large: number;
    readonly unknown: number;
    readonly shareOfQuantity: number | null;
    readonly verdict: 'share' | 'no_conclusion';
  };
}

/**
 * How many seizures, and how much of the quantity, fall in each size band.
 *
 * Numbers beside kilograms, because a few large seizures move a total. Bands include their lower edge:
 * < 1, 1–10, 10–100, 100–1000, ≥ 1000 kg. The share of seizures in the largest band has a Clopper-Pearson
 * interval. Seizures without a quantity are counted apart.
 * EMCDDA practice of reading the number of seizures beside the quantity.
 *
 * @param quantities one entry per seizure, in one unit; null where the quantity is not known
 * @param asked options as in `sizeClassShift`, or the edges alone with the other options behind them
 * @throws InputError for negative, NaN or infinite quantities
 * @throws UsageError for edges that do not increase from above zero
 * @example
 * ```ts
 * import { sizeBands } from '@samenbeeld/trends';
 * sizeBands([0.2, 5, 1000, 4500, null]).bands.map((band) => band.count) // => [1, 1, 0, 0, 2]
 * ```
 */
export function sizeBands(
  quantities: ArrayLike<number | null>,
  asked: SizeBandsOptions | readonly number[] = {},
  rest: SizeBandsOptions = {},
): SizeBands {
  takes(
    'sizeBands',
    ['quantities', quantities, shape.series],
    ['asked', asked, shape.either(shape.options, shape.numbers)],
    ['rest', rest, shape.options],
  );

  const options: SizeBandsOptions = isEdges(asked)
    ? { ...rest, edges: asked }
    : { ...rest, ...asked };
  const edges = options.edges ?? [1, 10, 100, 1000];
  const level = checkProbability('level', options.level ?? 0.95);
  const alike = checkTogether(options, 'sum');
  if (!isEdges(edges))
    throw wrongUse(
      '`edges` is een lijst zoals [1, 10, 100], niet {a}',
      '`edges` est une liste comme [1, 10, 100], et non {a}',
      '`edges` ist eine Liste wie [1, 10, 100], nicht {a}',
      '`edges` must be a list such as [1, 10, 100], got {a}',
      { a: typeof edges },
    );
  if (edges.length === 0 || edges.some((edge, i) => !(edge > (i === 0 ? 0 : (edges[i - 1] ?? 0)))))
    throw wrongUse(
      '`edges` lopen op vanaf boven nul, niet {a}',
      '`edges` croissent à partir d’au-dessus de zéro, et non {a}',
      '`edges` steigen von über null an, nicht {a}',
      '`edges` must increase from above zero, got {a}',
      { a: edges.join(', ') || 'none' },
    );
  const all = Array.from(quantities);
  const known = knownQuantities(all);
  const total = sumExact(known);
  const bands = [0, ...edges].map((low, i): SizeBand => {
    const high = edges[i] ?? null;
    const inside = known.filter(
      (quantity) => quantity >= low && (high === null || quantity < high),
    );
    const quantity = sumExact(inside);
    return {
      low,
      high,
      count: inside.length,
      quantity,
      shareOfCount: known.length > 0 ? inside.length / known.length : null,
      shareOfQuantity: total > 0 ? quantity / total : null,
    };
  });
  const last = bands.at(-1) as SizeBand;
  const n = known.length;
  const unknown = all.length - n;
  const interval = n > 0 ? { ...clopperPearson(last.count, n, level), level } : null;
  return {
    kind: 'size_bands',
    subject: options.subject ?? '',
    estimate: last.shareOfCount,
    unit: 'share',
    interval,
    n,
    p: null,
    method: 'Size bands, Clopper-Pearson interval of the share in the largest band',
    definition: `bands from ${[0, ...edges].join(', ')} ${options.unit ?? 'kg'}, lower edge included`,
    assumptions: [entryIsSeizure, oneUnit],
    warnings: listWarnings(alike, unknown > 0 && withoutQuantity(unknown, all.length)),
    confidence: n < 10 ? 'low' : unknown > 0 || n < 50 ? 'medium' : 'high',
    bands,
    details: {
      edge: last.low,
      large: last.count,
      unknown,
      shareOfQuantity: last.shareOfQuantity,
      verdict: n > 0 ? 'share' : 'no_conclusion',
    },
    says: bandSays({
      n,
      large: last.count,
      edge: last.low,
      unit: options.unit ?? 'kg',
      interval,
      shareOfQuantity: last.shareOfQuantity,
      unknown,
      label: options.label,
    }),
  };
}

function isEdges(asked: SizeBandsOptions | readonly number[]): asked is readonly number[] {
  return Array.isArray(asked);
}
