import {
  groupBy,
  InputError,
  inEach,
  inFour,
  type Observation,
  ownValue,
  shape,
  substances,
  type Text,
  takes,
} from '@samenbeeld/schema';
import { figuresShape } from '../series/regimes.ts';
import { placeLabel } from '../series/series-label.ts';
import { assumedShape } from './assumed.ts';
import { type Distribution, quantileOf } from './distribution.ts';
import { eurosPerKilogram, type MarketLevel, type Price } from './price.ts';
import { sourceOf } from './tried-number.ts';

interface PriceLabelWords {
  readonly level: MarketLevel;
  readonly substance: string;
  readonly place: string;
  readonly year: number;
}

const names: Readonly<Record<MarketLevel, Text>> = {
  import: { nl: 'invoerprijs', fr: 'prix à l’importation', de: 'Einfuhrpreis', en: 'import price' },
  wholesale: {
    nl: 'groothandelsprijs',
    fr: 'prix de gros',
    de: 'Großhandelspreis',
    en: 'wholesale price',
  },
  mid_level: {
    nl: 'tussenhandelsprijs',
    fr: 'prix de demi-gros',
    de: 'Zwischenhandelspreis',
    en: 'mid-level price',
  },
  retail: { nl: 'straatprijs', fr: 'prix de détail', de: 'Straßenpreis', en: 'retail price' },
};

/** "wholesale price, cocaine, Belgium, 2022". */
function priceLabel({ level, substance, place, year }: PriceLabelWords): Text {
  const drug = substances.has(substance)
    ? substances.get(substance).label
    : inEach(() => substance);
  const where = placeLabel(place);
  return inEach((language) =>
    [names[level][language], drug[language], where[language], year].join(', '),
  );
}

/** Lowest, typical and highest, in order. */
interface PublishedEnds {
  readonly low: number;
  readonly typical: number;
  readonly high: number;
}

type Triangle = Extract<Distribution, { readonly kind: 'triangular' | 'pert' }>;

/**
 * The triangular distribution of a published lowest, typical and highest value, whatever the typical one is: the mode itself;
 * of a mean, mode = 3 mean − low − high; of a median, the mode that halves the area. Where no mode within the ends gives it,
 * the mode lies at the nearer end and the far end is pulled in until it does: a triangle to the published end would put far
 * too much there.
 */
function triangleOf(
  { low, typical, high }: PublishedEnds,
  stat: 'mode' | 'mean' | 'median',
): Triangle {
  const near = typical - low <= high - typical;
  const side = near ? typical - low : high - typical;
  const width = high - low;
  // Distance of the mode from the nearer end, and how much wider than `side` a triangle is whose mode lies there.
  const [mode, widest] = {
    mode: [side, Number.POSITIVE_INFINITY],
    mean: [3 * side - width, 3],
    median: [width > 0 ? width - (2 * (width - side) ** 2) / width : 0, 1 / (1 - Math.SQRT1_2)],
  }[stat] as [number, number];
  const from = Math.max(0, mode);
  const reach = Math.min(width, widest * side);
  const fitted = {
    kind: 'triangular',
    ...(stat !== 'mode' && { fittedTo: stat }),
    ...(reach < width && { pulledFrom: near ? high : low }),
  } as const;
  return near
    ? { ...fitted, low, mode: low + from, high: low + reach }
    : { ...fitted, low: high - reach, mode: high - from, high };
}

/** A price with the rows it was read from. */
export interface ObservedPrice extends Price {
  readonly place: string;
  readonly substance: string;
  readonly observations: readonly Observation[];
  /** Only a typical price is known, or only its ends: the spread is narrower, or flatter, than the truth. */
  readonly known: 'range_and_typical' | 'range' | 'typical';
}

/** Prices of a survey or of press, and rows that are no price to calculate with. */
export interface ObservedPrices {
  readonly prices: readonly ObservedPrice[];
  readonly leftOut: readonly { readonly observation: Observation; readonly reason: string }[];
}

const levels: Readonly<Record<string, MarketLevel>> = {
  import: 'import',
  wholesale: 'wholesale',
  wholesale_kg: 'wholesale',
  mid_ounce: 'mid_level',
  retail: 'retail',
  retail_gram: 'retail',
};

/** Code by which a claim sheet marks what an agency said a seizure was worth. */
const declaredCode = 'DECLARED';

/**
 * Turns rows of prices (lowest, typical, highest) into prices to calculate with.
 *
 * For surveys such as the UNODC questionnaire, which has a row for each statistic. Rows of one place, substance, class, level,
 * unit, year and source make one price: triangular from lowest, typical and highest; uniform where only the ends are known;
 * fixed where only a typical price is. Each publication of a claim sheet has its own price; a lowest or highest that stands
 * alone in its publication (as where every row has an address of its own) is joined with the others, since one end is no
 * price: the lowest and the highest of them all, around the typical price if there is one. A typical price is the mode, else
 * a mean or median, of which the triangle is the one with that mean or median; where none within the ends has it, the far end
 * is pulled in, since few prices lie there. Units and currency stay as printed: `priceInEuro` converts them at the rate of
 * the year. A value that an agency declared for a seizure (national code DECLARED) is kept and marked, and never calculated
 * with. What has no value, no level, no single year, no statistic of prices, or no other end is left out, each row with its
 * reason.
 *
 * @throws InputError for figures that are no prices, or whose ends are in the wrong order
 * @example
 * ```ts
 * import { observedPrices } from '@samenbeeld/money';
 * observedPrices([]) // => { prices: [], leftOut: [] }
 * ```
 */
export function observedPrices(observations: readonly Observation[]): ObservedPrices {
  takes('observedPrices', ['observations', observations, figuresShape]);

  const strange = observations.find(({ metric }) => metric !== 'price');
  if (strange)
    throw new InputError(
      inFour(
        'verwacht: prijzen; gevonden: {metric} van {place}',
        'attendu : des prix ; trouvé : {metric} de {place}',
        'erwartet: Preise; gefunden: {metric} von {place}',
        'expected prices, found {metric} of {place}',
        { metric: strange.metric, place: strange.place },
      ),
      inFour(
        'kies de maat price',
        'choisissez la mesure price',
        'die Messgröße price wählen',
        'choose the metric price',
      ),
    );
  const leftOut: { observation: Observation; reason: string }[] = [];
  const usable = observations.filter((observation) => {
    const reason = whyNot(observation);
    if (reason !== null) leftOut.push({ observation, reason });
    return reason === null;
  });
  const groups = groupBy(usable, (one) =>
    JSON.stringify([
      one.place,
      one.substance,
      ownValue(levels, one.level ?? ''),
      one.periodStart.slice(0, 4),
      one.unit,
      one.source,
      // One code a drug in a questionnaire.
      one.nationalCode,
    ]),
  );
  const stated = [...groups.values()].flatMap(statedPrices);
  const [alone, whole] = [stated.filter(isOneEnd), stated.filter((rows) => !isOneEnd(rows))];
  for (const observation of alone.flat())
    leftOut.push({ observation, reason: `only the ${ends[observation.stat]} is known` });
  const prices = whole.map(priceOf).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { prices: withOwnIds(prices), leftOut };
}

type Rows = readonly Observation[];

const ends: Readonly<Partial<Record<Observation['stat'], string>>> = {
  min: 'lowest',
  max: 'highest',
};
const typicals = ['mode', 'mean', 'median'] as const;

const valuesOf = (rows: Rows, ...wanted: readonly Observation['stat'][]): readonly number[] =>
  rows.flatMap(({ stat, value }) => (value !== null && wanted.includes(stat) ? [value] : []));

/** Whether rows give only how low, or only how high, a price goes. */
const isOneEnd = (rows: Rows): boolean =>
  new Set(rows.map(({ stat }) => stat)).size === 1 && Boolean(ends[rows[0]?.stat ?? 'sum']);

/** Rows of one kind of price, by what was stated together: ends that stand alone are joined. */
function statedPrices(rows: Rows): readonly Rows[] {
  const published = [...groupBy(rows, ({ publication }) => publication).values()];
  const [alone, whole] = [published.filter(isOneEnd), published.filter((one) => !isOneEnd(one))];
  if (alone.length === 0) return whole;
  const joined = alone.flat();
  const [only, ...others] = whole;
  // A typical price that they lie around is theirs; one with ends of its own, or outside theirs, is another survey's.
  const typical = valuesOf(only ?? [], ...typicals);
  const isTheirs =
    only !== undefined &&
    others.length === 0 &&
    valuesOf(only, 'min', 'max').length === 0 &&
    typical.every(
      (value) =>
        valuesOf(joined, 'min').every((low) => low <= value) &&
        valuesOf(joined, 'max').every((high) => value <= high),
    );
  return isTheirs ? [[...only, ...joined]] : [...whole, joined];
}

function whyNot({
  value,
  level,
  stat,
  substance,
  freq,
  periodStart,
  periodEnd,
}: Observation): string | null {
  if (value === null) return 'no value';
  if (!(value > 0)) return 'a price is above zero';
  if (substance === null) return 'the substance is not known';
  if (level === null || !Object.hasOwn(levels, level))
    return `no price of a level (${level ?? 'not stated'})`;
  if (ends[stat] === undefined && !typicals.some((one) => one === stat))
    return `no lowest, typical or highest price (${stat})`;
  const year = periodStart.slice(0, 4);
  return freq === 'A' || periodEnd.startsWith(year) ? null : 'more than one year';
}

function priceOf(rows: readonly Observation[]): ObservedPrice {
  const [first] = rows as [Observation];
  const level = ownValue(levels, first.level ?? '') as MarketLevel;
  const year = Number(first.periodStart.slice(0, 4));
  const substance = first.substance ?? '';
  const { distribution, known } = distributionOf(rows);
  const label: Text = priceLabel({ level, substance, place: first.place, year });
  return {
    id: `P-${first.place}-${substance}-${level}-${year}`,
    label,
    unit: first.unit,
    distribution,
    source: [...new Set(rows.map(({ publication, source }) => publication ?? source))].join('; '),
    year,
    level,
    purity: null,
    declared: first.nationalCode === declaredCode,
    place: first.place,
    substance,
    observations: rows,
    known,
  };
}

function distributionOf(rows: readonly Observation[]): {
  readonly distribution: Distribution;
  readonly known: ObservedPrice['known'];
} {
  const stat = typicals.find((one) => valuesOf(rows, one).length > 0);
  const usual = new Set(stat ? valuesOf(rows, stat) : []);
  const typical = usual.size === 1 ? [...usual][0] : undefined;
  // Typical prices that differ are ends where there are no others.
  const [low, high] = [valuesOf(rows, 'min'), valuesOf(rows, 'max')].map((own, at) => {
    const all = own.length > 0 || usual.size < 2 ? own : [...usual];
    return all.length === 0 ? undefined : at === 0 ? Math.min(...all) : Math.max(...all);
  });
  const [first] = rows as [Observation];
  if ((low ?? 0) > (typical ?? low ?? 0) || (typical ?? low ?? 0) > (high ?? typical ?? low ?? 0))
    throw new InputError(
      inFour(
        'prijzen van {place} {b} staan niet op volgorde: laagste {low}, gebruikelijke {typical}, hoogste {high}',
        'les prix de {place} {b} ne sont pas dans l’ordre : plus bas {low}, courant {typical}, plus haut {high}',
        'Preise von {place} {b} stehen nicht in der Reihenfolge: niedrigster {low}, üblicher {typical}, höchster {high}',
        'prices of {place} {b} are out of order: lowest {low}, typical {typical}, highest {high}',
        {
          place: first.place,
          b: first.periodStart.slice(0, 4),
          low: String(low),
          typical: String(typical),
          high: String(high),
        },
      ),
      inFour(
        'verbeter de cel die fout is; laagste ≤ gebruikelijke ≤ hoogste',
        'corrigez la cellule fausse ; plus bas ≤ courant ≤ plus haut',
        'die falsche Zelle berichtigen; niedrigster ≤ üblicher ≤ höchster',
        'correct the cell that is wrong; lowest ≤ typical ≤ highest',
      ),
    );
  if (low !== undefined && high !== undefined)
    return typical === undefined || stat === undefined
      ? { distribution: { kind: 'uniform', low, high }, known: 'range' }
      : { distribution: triangleOf({ low, typical, high }, stat), known: 'range_and_typical' };
  return { distribution: { kind: 'fixed', value: typical ?? 0 }, known: 'typical' };
}

/** Two surveys of one place and year are two prices: the second gets a number. */
function withOwnIds(prices: readonly ObservedPrice[]): readonly ObservedPrice[] {
  const seen = new Map<string, number>();
  return prices.map((price) => {
    const count = (seen.get(price.id) ?? 0) + 1;
    seen.set(price.id, count);
    return count === 1 ? price : { ...price, id: `${price.id}-${count}` };
  });
}

/** The lowest and the highest that were published, also where the shape drawn through them stops short of one. */
function publishedEnds(one: Distribution): readonly number[] {
  const pulledFrom = 'pulledFrom' in one ? one.pulledFrom : undefined;
  return [
    quantileOf(one, 0),
    quantileOf(one, 1),
    ...(pulledFrom === undefined ? [] : [pulledFrom]),
  ];
}

/**
 * Prices of the same, from several publications, as one: from the lowest published of them to the highest, all between equally likely.
 *
 * For what is asked at "the" price of a place, level and year when surveys differ: none of them is the right one. In the unit
 * of the first; a single price stays as it is.
 *
 * @throws RefusalError where prices that must be joined are not in euro by weight
 * @example
 * ```ts
 * import { spanOfPrices } from '@samenbeeld/money';
 * const label = { nl: 'x', fr: 'x', de: 'x', en: 'x' };
 * const price = (value, unit) => ({
 *   id: 'P', label, unit, distribution: { kind: 'fixed', value }, source: 's', year: 2022,
 *   level: 'wholesale', purity: null, declared: false,
 * });
 * spanOfPrices([price(30_000, 'EUR/kg'), price(25, 'EUR/g')]).distribution
 * // => { kind: 'uniform', low: 25000, high: 30000 }
 * ```
 */
export function spanOfPrices(prices: readonly [Price, ...Price[]]): Price {
  takes('spanOfPrices', ['prices', prices, shape.list(assumedShape)]);
  const [first, ...others] = prices;
  if (others.length === 0) return first;
  const all = prices.flatMap((price) =>
    publishedEnds(price.distribution).map(
      (end) => (end * eurosPerKilogram(price)) / eurosPerKilogram(first),
    ),
  );
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const stated = [...new Map(prices.map((price) => [price.source, sourceOf(price)])).values()];
  const sourceWords = inEach((language) => stated.map((one) => one[language]).join('; '));
  return {
    ...first,
    distribution: low === high ? { kind: 'fixed', value: low } : { kind: 'uniform', low, high },
    source: sourceWords.en,
    sourceWords,
  };
}
