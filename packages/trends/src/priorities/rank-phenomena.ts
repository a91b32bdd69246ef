import {
  type Finding,
  figure,
  InputError,
  inEach,
  inFour,
  type Language,
  listed,
  percent,
  type Shape,
  shape,
  type Text,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import { checkProbability } from '../about.ts';
import { checkAboveZero, checkWholeAboveZero } from '../check-argument.ts';
import { drawGamma } from '../sampling/draw-count.ts';
import { randomOf } from '../sampling/random.ts';
import { listWarnings } from '../warnings.ts';
import { withPercent } from '../words/percentage.ts';

/** The scores that one judge gave: a row a phenomenon, a column a criterion; higher comes first. */
export type JudgedScores = readonly (readonly number[])[];

/** A country with its judges, who share its one vote. */
export interface JudgingCountry {
  readonly country: string;
  readonly judges: readonly { readonly scores: JudgedScores }[];
}

export interface RankPhenomenaOptions {
  /** By code, for machines. */
  readonly subject?: string;
  /** Of the phenomena, for the sentence; their rows unless given. */
  readonly names?: readonly Text[];
  readonly seed?: number;
  /** Draws of weights and judges; 10,000. */
  readonly draws?: number;
  /** How closely drawn weights stay to the stated ones: the sum of the parameters of their Dirichlet distribution; 20. */
  readonly concentration?: number;
  /** Part of the draws within the interval of ranks; 0.9. */
  readonly level?: number;
}

export interface RankedPhenomenon {
  /** Its row in the scores. */
  readonly at: number;
  /** Weighted mean of the countries' means. */
  readonly score: number;
  /** 1 is first; equal scores share a rank. */
  readonly rank: number;
  readonly tied: boolean;
  /** Ranks between which the level of draws lies. */
  readonly lowRank: number;
  readonly highRank: number;
  /** Part of the draws in which it has each rank, the first rank first. */
  readonly acceptability: readonly number[];
}

/** The smallest change of one weight that makes two neighbours equal; null where no change of one weight does. */
export interface OrderSwap {
  readonly above: number;
  readonly below: number;
  readonly change: {
    readonly criterion: number;
    readonly from: number;
    readonly to: number;
  } | null;
}

/** An order with how sure it is, as a finding whose estimate is the first phenomenon's score. */
export interface RankedPhenomena extends Finding {
  /** Weights as parts of one. */
  readonly weights: readonly number[];
  readonly order: readonly RankedPhenomenon[];
  readonly swaps: readonly OrderSwap[];
  /** Kendall's W over the countries' orders, corrected for ties; null with fewer than two countries or phenomena. */
  readonly agreement: number | null;
  /** Mean over phenomena and criteria of the range of the countries' means. */
  readonly spread: number;
}

/** Differences below this are rounding. */
const equal = 1e-9;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Ranks from the highest on; equal values share the mean of theirs. */
function midranks(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const above = values.filter((other) => other > value + equal).length;
    const same = values.filter((other) => Math.abs(other - value) <= equal).length;
    return above + (same + 1) / 2;
  });
}

/** `W = [12 Σ R_i² − 3 m² n (n+1)²] / [m² n (n²−1) − m Σ (t³ − t)]` (Kendall and Babington Smith 1939). */
function kendallW(orders: readonly (readonly number[])[]): number | null {
  const m = orders.length;
  const n = orders[0]?.length ?? 0;
  if (m < 2 || n < 2) return null;
  const ranks = orders.map(midranks);
  const sums = Array.from({ length: n }, (_, at) =>
    ranks.reduce((sum, own) => sum + (own[at] as number), 0),
  );
  const ties = ranks.reduce((sum, own) => {
    const sizes = [...new Set(own)].map((rank) => own.filter((one) => one === rank).length);
    return sum + sizes.reduce((part, size) => part + size ** 3 - size, 0);
  }, 0);
  const below = m * m * n * (n * n - 1) - m * ties;
  if (below <= 0) return null;
  return (
    (12 * sums.reduce((sum, own) => sum + own * own, 0) - 3 * m * m * n * (n + 1) ** 2) / below
  );
}

/**
 * The smallest move of one weight, the others keeping their proportions, at which two neighbours are equal. With `d` the
 * differences of their scores and `r = Σ_{k≠c} w_k d_k / (1 − w_c)` it lies at `w = r / (r − d_c)`.
 */
function swapAt(
  weights: readonly number[],
  differences: readonly number[],
): { readonly criterion: number; readonly from: number; readonly to: number } | null {
  const whole = weights.reduce((sum, own, at) => sum + own * (differences[at] as number), 0);
  const found = weights.flatMap((from, criterion) => {
    const own = differences[criterion] as number;
    if (1 - from <= equal) return [];
    const rest = (whole - from * own) / (1 - from);
    if (Math.abs(rest - own) <= equal) return [];
    const to = rest / (rest - own);
    // At an end of the scale they are equal, and beyond it nothing lies.
    return to > equal && to < 1 - equal ? [{ criterion, from, to }] : [];
  });
  const move = ({ from, to }: (typeof found)[number]): number => Math.abs(to - from);
  // Of moves of one size the first criterion's.
  const [least = null] = found.toSorted((a, b) =>
    Math.abs(move(a) - move(b)) <= equal ? 0 : move(a) - move(b),
  );
  return least;
}

/** A draw from the Dirichlet distribution around some weights; a weight of zero stays zero. */
function drawWeights(
  random: ReturnType<typeof randomOf>,
  weights: readonly number[],
  concentration: number,
): readonly number[] {
  const parts = weights.map((own) => (own > 0 ? drawGamma(random, own * concentration) : 0));
  const sum = parts.reduce((whole, part) => whole + part, 0);
  return sum > 0 ? parts.map((part) => part / sum) : weights;
}

const weighted = (scores: JudgedScores, weights: readonly number[]): readonly number[] =>
  scores.map((row) => row.reduce((sum, score, at) => sum + score * (weights[at] as number), 0));

/** The mean of several tables of scores, cell by cell. */
const meanScores = (all: readonly JudgedScores[]): JudgedScores =>
  (all[0] as JudgedScores).map((row, p) =>
    row.map((_, c) => mean(all.map((one) => (one[p] as readonly number[])[c] as number))),
  );

const scoresShape: Shape = shape.list(shape.numbers);
const countriesShape: Shape = shape.list(
  shape.record<JudgingCountry>({
    country: shape.text,
    judges: shape.list(shape.record<{ scores: JudgedScores }>({ scores: scoresShape })),
  }),
);
const optionsShape: Shape = shape.maybe(
  shape.record<RankPhenomenaOptions>({
    subject: shape.maybe(shape.text),
    names: shape.maybe(shape.list(shape.options)),
    seed: shape.maybe(shape.number),
    draws: shape.maybe(shape.number),
    concentration: shape.maybe(shape.number),
    level: shape.maybe(shape.number),
  }),
);

/** Refuses weights and scores that cannot be weighed. */
function checkJudged(weights: readonly number[], countries: readonly JudgingCountry[]): void {
  if (weights.some((own) => !Number.isFinite(own) || own < 0) || weights.every((own) => own === 0))
    throw new InputError(
      inFour(
        'verwacht: gewichten van nul of meer, één boven nul; gevonden: {weights}',
        'attendu : des poids de zéro ou plus, dont un au-dessus de zéro ; trouvé : {weights}',
        'erwartet: Gewichte von null oder mehr, eines über null; gefunden: {weights}',
        'expected weights of zero or more, one above zero, found {weights}',
        { weights: String(weights) },
      ),
      inFour(
        'geef elk criterium een gewicht',
        'donnez un poids à chaque critère',
        'jedem Kriterium ein Gewicht geben',
        'give each criterion a weight',
      ),
    );
  const phenomena = countries[0]?.judges[0]?.scores.length ?? 0;
  if (phenomena < 2)
    throw new InputError(
      inFour(
        'verwacht: scores van twee of meer verschijnselen; gevonden: {phenomena}',
        'attendu : des scores d’au moins deux phénomènes ; trouvé : {phenomena}',
        'erwartet: Bewertungen von mindestens zwei Phänomenen; gefunden: {phenomena}',
        'expected scores of two phenomena or more, found {phenomena}',
        { phenomena: String(phenomena) },
      ),
      inFour(
        'geef ten minste één land met één beoordelaar en twee verschijnselen',
        'donnez au moins un pays avec un juge et deux phénomènes',
        'mindestens ein Land mit einem Urteil und zwei Phänomenen angeben',
        'give at least one country with one judge and two phenomena',
      ),
    );
  for (const { country, judges } of countries) {
    if (judges.length === 0)
      throw new InputError(
        inFour(
          'verwacht: een beoordelaar van {country}; gevonden: geen',
          'attendu : un juge de {country} ; trouvé : aucun',
          'erwartet: eine urteilende Person von {country}; gefunden: keine',
          'expected a judge of {country}, found none',
          { country },
        ),
        inFour(
          'laat het land weg: het heeft niet geoordeeld',
          'laissez le pays de côté : il n’a pas jugé',
          'das Land weglassen: es hat nicht geurteilt',
          'leave the country out: it has not judged',
        ),
      );
    for (const { scores } of judges)
      if (
        scores.length !== phenomena ||
        scores.some(
          (row) => row.length !== weights.length || row.some((one) => !Number.isFinite(one)),
        )
      )
        throw new InputError(
          inFour(
            'verwacht: {phenomena} verschijnselen bij {nWeights} criteria van elke beoordelaar van {country}; gevonden: een andere tabel',
            'attendu : {phenomena} phénomènes sur {nWeights} critères de chaque juge de {country} ; trouvé : un autre tableau',
            'erwartet: {phenomena} Phänomene nach {nWeights} Kriterien von jeder urteilenden Person von {country}; gefunden: eine andere Tabelle',
            'expected {phenomena} phenomena by {nWeights} criteria of each judge of {country}, found another table',
            { phenomena: String(phenomena), nWeights: String(weights.length), country },
          ),
          inFour(
            'geef een getal voor elk verschijnsel en criterium, of laat die beoordelaar weg',
            'donnez un nombre pour chaque phénomène et critère, ou laissez ce juge de côté',
            'eine Zahl für jedes Phänomen und Kriterium angeben oder dieses Urteil weglassen',
            'give a number for each phenomenon and criterion, or leave that judge out',
          ),
        );
  }
}

/** The first place, and how sure it is. */
function orderSays(
  order: readonly RankedPhenomenon[],
  level: number,
  names: readonly Text[] | undefined,
): Text {
  const first = order.filter(({ rank }) => rank === 1);
  const rivals = order.filter(({ rank, lowRank }) => rank > 1 && lowRank === 1);
  const share = first[0]?.acceptability[0] ?? 0;
  return inEach((language) => {
    const rows = { nl: 'rij', fr: 'ligne', de: 'Zeile', en: 'row' }[language];
    const named = (some: readonly RankedPhenomenon[]): string =>
      listed(
        some.map(({ at }) => names?.[at]?.[language] ?? `${rows}\u00a0${at + 1}`),
        language,
      );
    const head =
      first.length > 1
        ? {
            nl: `Gelijk op de eerste plaats: ${named(first)}.`,
            fr: `Ex æquo au premier rang\u00a0: ${named(first)}.`,
            de: `Gleich auf dem ersten Rang: ${named(first)}.`,
            en: `Tied at the first rank: ${named(first)}.`,
          }
        : {
            nl: `Op de eerste plaats staat ${named(first)}, in ${percent(share, language)} van de trekkingen.`,
            fr: `Au premier rang\u00a0: ${named(first)}, dans ${percent(share, language)} des tirages.`,
            de: `Auf dem ersten Rang steht ${named(first)}, in ${percent(share, language)} der Ziehungen.`,
            en: `At the first rank stands ${named(first)}, in ${percent(share, language)} of the draws.`,
          };
    return `${head[language]} ${rivalsSay(rivals.length, named(rivals), withPercent(figure(Number((50 * (1 - level)).toFixed(6)), language), language), language)}`;
  });
}

function rivalsSay(count: number, named: string, share: string, language: Language): string {
  if (count === 0)
    return {
      nl: `Geen ander fenomeen haalt die plaats in meer dan ${share} van de trekkingen.`,
      fr: `Aucun autre phénomène n’atteint ce rang dans plus de ${share} des tirages.`,
      de: `Kein anderes Phänomen erreicht diesen Rang in mehr als ${share} der Ziehungen.`,
      en: `No other phenomenon has that rank in more than ${share} of the draws.`,
    }[language];
  return {
    nl: `Daar ${count === 1 ? 'kan' : 'kunnen'} ook staan: ${named}. De volgorde is dus niet zeker.`,
    fr: `${count === 1 ? 'Peut' : 'Peuvent'} aussi s’y trouver\u00a0: ${named}. L’ordre n’est donc pas sûr.`,
    de: `Dort ${count === 1 ? 'kann' : 'können'} auch stehen: ${named}. Die Reihenfolge ist also nicht sicher.`,
    en: `Also possible there: ${named}. So the order is not sure.`,
  }[language];
}

/**
 * Puts phenomena in order by judged criteria, with how sure each rank is. Each country has one vote, however many judges it
 * has: its scores are the mean of theirs. A score is `Σ w_c × mean over countries`. Ranks are drawn as SMAA-2 does: weights from
 * a Dirichlet distribution around the stated ones, and one judge a country; the acceptability of a rank is the part of the draws
 * in which a phenomenon has it. What would change the order is closed form.
 *
 * @param weights of the criteria, taken as parts of their sum
 * @param countries each with its judges' scores: rows are phenomena, columns criteria, higher comes first
 * @throws InputError for weights below zero, or tables of unlike size
 * @example
 * ```ts
 * import { rankPhenomena } from '@samenbeeld/trends';
 * const judged = [{ country: 'BE', judges: [{ scores: [[5, 2], [3, 3]] }] }, { country: 'NL', judges: [{ scores: [[4, 2], [3, 5]] }] }];
 * const { order, swaps, agreement } = rankPhenomena([3, 1], judged);
 * order.map(({ at, score }) => [at, score]) // => [[0, 3.875], [1, 3.25]]
 * [swaps[0].change?.from, swaps[0].change?.to.toFixed(3), agreement] // => [0.75, '0.571', 0.5]
 * ```
 */
export function rankPhenomena(
  weights: readonly number[],
  countries: readonly JudgingCountry[],
  options: RankPhenomenaOptions = {},
): RankedPhenomena {
  takes(
    'rankPhenomena',
    ['weights', weights, shape.numbers],
    ['countries', countries, countriesShape],
    ['options', options, optionsShape],
  );
  checkJudged(weights, countries);
  const { seed = 1, draws = 10_000, concentration = 20, names } = options;
  const level = checkProbability('level', options.level ?? 0.9);
  checkWholeAboveZero('draws', draws);
  checkAboveZero('concentration', concentration);
  const phenomena = countries[0]?.judges[0]?.scores.length ?? 0;
  if (names && names.length !== phenomena)
    throw wrongUse(
      'verwacht: `names` van {phenomena} verschijnselen; gevonden: {nNames}',
      'attendu : `names` de {phenomena} phénomènes ; trouvé : {nNames}',
      'erwartet: `names` von {phenomena} Phänomenen; gefunden: {nNames}',
      'expected `names` of {phenomena} phenomena, got {nNames}',
      { phenomena: String(phenomena), nNames: String(names.length) },
    );
  const sum = weights.reduce((whole, own) => whole + own, 0);
  const parts = weights.map((own) => own / sum);
  const own = countries.map(({ judges }) => meanScores(judges.map(({ scores }) => scores)));
  const joint = meanScores(own);
  const scores = weighted(joint, parts);
  const n = scores.length;
  const acceptability = drawRanks(parts, countries, { seed, draws, concentration });
  const order = scores
    .map((score, at): RankedPhenomenon => {
      const ahead = scores.filter((other) => other > score + equal).length;
      const shares = acceptability[at] as readonly number[];
      const [lowRank, highRank] = rankInterval(shares, level);
      return {
        ...{ at, score, rank: ahead + 1, lowRank, highRank, acceptability: shares },
        tied: scores.some((other, i) => i !== at && Math.abs(other - score) <= equal),
      };
    })
    .toSorted((a, b) => a.rank - b.rank || a.at - b.at);
  const swaps = order.slice(1).map((below, i): OrderSwap => {
    const above = order[i] as RankedPhenomenon;
    const differences = parts.map(
      (_, c) =>
        ((joint[above.at] as readonly number[])[c] as number) -
        ((joint[below.at] as readonly number[])[c] as number),
    );
    return { above: above.at, below: below.at, change: swapAt(parts, differences) };
  });
  const ranges = joint.flatMap((row, p) =>
    row.map((_, c) => {
      const cells = own.map((one) => (one[p] as readonly number[])[c] as number);
      return Math.max(...cells) - Math.min(...cells);
    }),
  );
  const first = order[0] as RankedPhenomenon;
  return {
    kind: 'priorities',
    subject: options.subject ?? '',
    ...{ estimate: first.score, unit: null, interval: null, n, p: null },
    method: 'weighted means of judged criteria, one vote a country; ranks by SMAA-2',
    definition: 'Lahdelma and Salminen 2001; Kendall and Babington Smith 1939',
    assumptions: [
      inFour(
        'de criteria zeggen waar het om gaat',
        'les critères disent ce qui compte',
        'die Kriterien sagen, worauf es ankommt',
        'the criteria say what matters',
      ),
      inFour(
        'gewichten worden rond de opgegeven gewichten getrokken, en per land één beoordelaar',
        'les poids sont tirés autour de ceux qui sont indiqués, et un juge par pays',
        'Gewichte werden um die angegebenen herum gezogen, und je Land eine urteilende Person',
        'weights are drawn around the stated ones, and one judge a country',
      ),
    ],
    warnings: listWarnings(
      countries.length < 2 &&
        inFour(
          'één land heeft geoordeeld: of er overeenstemming is, is niet bekend',
          'un seul pays a jugé\u00a0: on ne sait pas s’il y a accord',
          'nur ein Land hat geurteilt: Ob Übereinstimmung besteht, ist nicht bekannt',
          'one country judged: agreement is not known',
        ),
    ),
    confidence: order.some(({ rank, lowRank }) => rank > 1 && lowRank === 1) ? 'low' : 'medium',
    details: { countries: countries.length, draws, level },
    says: orderSays(order, level, names),
    weights: parts,
    order,
    swaps,
    agreement: n < 2 ? null : kendallW(own.map((one) => weighted(one, parts))),
    spread: mean(ranges),
  };
}

/** By phenomenon, the part of the draws in which it has each rank; equal scores share the ranks they hold together. */
function drawRanks(
  parts: readonly number[],
  countries: readonly JudgingCountry[],
  {
    seed,
    draws,
    concentration,
  }: Required<Pick<RankPhenomenaOptions, 'seed' | 'draws' | 'concentration'>>,
): readonly (readonly number[])[] {
  const random = randomOf(seed);
  const n = countries[0]?.judges[0]?.scores.length ?? 0;
  const counts = Array.from({ length: n }, () => new Float64Array(n));
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = drawWeights(random, parts, concentration);
    const tables = countries.map(
      ({ judges }) => (judges[random.int(0, judges.length - 1)] as { scores: JudgedScores }).scores,
    );
    const scores = weighted(meanScores(tables), drawn);
    for (const [at, score] of scores.entries()) {
      const ahead = scores.filter((other) => other > score + equal).length;
      const same = scores.filter((other) => Math.abs(other - score) <= equal).length;
      for (let rank = ahead; rank < ahead + same; rank += 1)
        (counts[at] as Float64Array)[rank] =
          ((counts[at] as Float64Array)[rank] as number) + 1 / same;
    }
  }
  return counts.map((own) => Array.from(own, (count) => count / draws));
}

/** The ranks between which a part of the draws lies, as much left out at either end. */
function rankInterval(shares: readonly number[], level: number): readonly [number, number] {
  const tail = (1 - level) / 2;
  let sum = 0;
  let low = shares.length;
  let high = shares.length;
  for (const [at, share] of shares.entries()) {
    const before = sum;
    sum += share;
    if (before <= tail + equal && sum > tail + equal) low = at + 1;
    if (before < 1 - tail - equal && sum >= 1 - tail - equal) high = at + 1;
  }
  return [low, high];
}
