import {
  type Finding,
  figure,
  fromTo,
  headed,
  inEach,
  inFour,
  intervalName,
  paragraph,
  semicolon,
  shape,
  type Text,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import { LuDecomposition, Matrix } from 'ml-matrix';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Amount } from '../amount/cents.ts';
import { type Transactions, transactionsShape } from '../transactions/transaction.ts';
import { moneyIn } from '../words/money-words.ts';
import { instrumentSql } from './instrument-sql.ts';
import { countOf, shareOf, thresholdOf } from './limits.ts';

interface BunchingWords {
  readonly verdict: 'more' | 'not_shown' | 'no_conclusion';
  readonly n: number;
  readonly currency: string;
  /** Ends of the window below the threshold. */
  readonly low: number;
  readonly high: number;
  readonly excess: {
    readonly estimate: number;
    readonly low: number;
    readonly high: number;
  } | null;
  readonly label: Text | undefined;
}

const innocent: Text = {
  nl: 'Tarieven, limieten van kaarten en automaten en gangbare prijzen hebben hetzelfde gevolg; dit is een reden om te kijken, geen bewijs.',
  fr: 'Des tarifs, des plafonds de cartes et d’automates et des prix usuels ont le même effet\u00a0; c’est une raison de regarder, pas une preuve.',
  de: 'Gebühren, Limits von Karten und Automaten und übliche Preise wirken ebenso; das ist ein Grund hinzusehen, kein Beweis.',
  en: 'Fees, limits of cards and machines, and usual prices have the same effect; this is a reason to look, not proof.',
};

/** Whether there are more amounts just below a threshold than the others lead to expect; never whose, never why. */
function bunchingSays({ verdict, n, currency, low, high, excess, label }: BunchingWords): Text {
  const main = inEach((language) => {
    const [from, to] = [moneyIn(low, currency, language), moneyIn(high, currency, language)];
    const count = figure(n, language);
    if (excess === null || verdict === 'no_conclusion')
      return {
        nl: `Geen conclusie mogelijk over bedragen net onder ${to}: te weinig bedragen in de buurt (n = ${count}).`,
        fr: `Aucune conclusion possible sur les montants juste inférieurs à ${to}\u00a0: trop peu de montants proches (n = ${count}).`,
        de: `Keine Aussage über Beträge knapp unter ${to} möglich: zu wenige Beträge in der Nähe (n = ${count}).`,
        en: `No conclusion possible about amounts just below ${to}: too few amounts near it (n = ${count}).`,
      }[language];
    const whole = (value: number): string => figure(Math.round(value), language);
    const range = `${intervalName(0.95, language)} ${fromTo(whole(excess.low), whole(excess.high), language)}`;
    const n95 = `${range}${semicolon[language]}n = ${count}`;
    if (verdict === 'not_shown')
      return {
        nl: `Een ophoping van bedragen van ${from} tot ${to} is niet aantoonbaar (verschil: ${n95}).`,
        fr: `Aucune accumulation de montants de ${from} à ${to} ne peut être démontrée (écart\u00a0: ${n95}).`,
        de: `Eine Häufung von Beträgen von ${from} bis ${to} lässt sich nicht nachweisen (Differenz: ${n95}).`,
        en: `No heap of amounts from ${from} to ${to} can be shown (difference: ${n95}).`,
      }[language];
    const more = whole(excess.estimate);
    return {
      nl: `Van ${from} tot ${to} zijn er ${more} bedragen meer dan de andere bedragen doen verwachten (${n95}).`,
      fr: `De ${from} à ${to}, il y a ${more} montants de plus que les autres montants ne le laissent attendre (${n95}).`,
      de: `Von ${from} bis ${to} gibt es ${more} Beträge mehr, als die übrigen Beträge erwarten lassen (${n95}).`,
      en: `From ${from} to ${to} there are ${more} amounts more than the other amounts lead to expect (${n95}).`,
    }[language];
  });
  return headed(label, paragraph(main, verdict === 'more' ? innocent : null));
}

/** Bins of a histogram around a threshold. */
interface Bins {
  /** How many amounts each bin holds. */
  readonly counts: readonly number[];
  /** Whether a bin lies in the window where amounts may have been moved, and does not inform the fit. */
  readonly isLeftOut: readonly boolean[];
  /** Indicators of bins that hold round amounts, one list a kind. */
  readonly round: readonly (readonly boolean[])[];
  readonly degree: number;
}

/** Chebyshev polynomials up to a degree at x from -1 to 1: powers of x would be nearly alike. */
function chebyshev(x: number, degree: number): readonly number[] {
  const values = [1, x];
  for (let at = 2; at <= degree; at += 1)
    values.push(2 * x * (values[at - 1] as number) - (values[at - 2] as number));
  return values.slice(0, degree + 1);
}

/** One row a bin: the polynomial and the indicators of round amounts that the fitted bins know. */
function designOf({ counts, isLeftOut, round, degree }: Bins): readonly (readonly number[])[] {
  const known = round.filter((is) => is.some((one, at) => one && !isLeftOut[at]));
  return counts.map((_, at) => [
    ...chebyshev((2 * at) / (counts.length - 1) - 1, degree),
    ...known.map((is) => (is[at] ? 1 : 0)),
  ]);
}

/** Solves a symmetric system; null where it has no one solution. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const factors = new LuDecomposition(new Matrix(matrix.map((row) => [...row])));
  const pivots = factors.upperTriangularMatrix.diagonal();
  return pivots.some((pivot) => Math.abs(pivot) < 1e-9)
    ? null
    : factors.solve(Matrix.columnVector(right as number[])).to1DArray();
}

/** What the bins outside the window lead to expect in each bin. */
interface Counterfactual {
  readonly fitted: readonly number[];
  /** Fits other counts of the same bins. */
  refit(counts: readonly number[]): readonly number[];
}

/** Least squares over the bins that are not left out; null where they do not determine the fit. */
function counterfactual(bins: Bins): Counterfactual | null {
  const design = designOf(bins);
  const used = design.flatMap((row, at) => (bins.isLeftOut[at] ? [] : [{ row, at }]));
  const size = design[0]?.length ?? 0;
  if (used.length <= size) return null;
  const normal = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) =>
      used.reduce((sum, { row }) => sum + (row[i] as number) * (row[j] as number), 0),
    ),
  );
  const refit = (counts: readonly number[]): number[] | null => {
    const right = Array.from({ length: size }, (_, i) =>
      used.reduce((sum, { row, at }) => sum + (row[i] as number) * (counts[at] as number), 0),
    );
    const weights = solve(normal, right);
    return (
      weights && design.map((row) => row.reduce((sum, x, i) => sum + x * (weights[i] as number), 0))
    );
  };
  const fitted = refit(bins.counts);
  if (!fitted) return null;
  return { fitted, refit: (counts) => refit(counts) as number[] };
}

/** 95 % intervals of the excess in amounts and in bins, and the one-sided p of none. */
interface BunchingInterval {
  readonly low: number;
  readonly high: number;
  readonly bLow: number;
  readonly bHigh: number;
  readonly p: number;
}

/** The interval of the excess: residuals of the fitted bins are drawn anew and the polynomial is fitted to them again. */
function bunchingInterval(given: {
  readonly bins: Bins;
  readonly fit: Counterfactual;
  /** Sum over the window below the threshold. */
  readonly sumOf: (values: readonly number[]) => number;
  readonly draws: number;
  readonly seed: number;
  /** Bins of that window. */
  readonly below: number;
}): BunchingInterval {
  const { bins, sumOf, draws, below } = given;
  const { fitted, refit } = given.fit;
  const generator = xoroshiro128plus(given.seed);
  const residuals = fitted.flatMap((mean, at) =>
    bins.isLeftOut[at] ? [] : [((bins.counts[at] as number) - mean) / Math.sqrt(mean)],
  );
  const samples = Array.from({ length: draws }, () => {
    const counts = fitted.map((mean, at) => {
      const centre = bins.isLeftOut[at] ? (bins.counts[at] as number) : mean;
      const drawn = residuals[uniformInt(generator, 0, residuals.length - 1)] as number;
      return centre + drawn * Math.sqrt(mean);
    });
    const expected = sumOf(refit(counts));
    const excess = sumOf(counts) - expected;
    return { excess, b: (excess * below) / expected };
  });
  const quantile = (key: 'excess' | 'b', share: number): number => {
    const sorted = samples.map((sample) => sample[key]).sort((a, b) => a - b);
    return sorted[Math.round(share * (draws - 1))] as number;
  };
  return {
    low: quantile('excess', 0.025),
    high: quantile('excess', 0.975),
    bLow: quantile('b', 0.025),
    bHigh: quantile('b', 0.975),
    p: (samples.filter(({ excess }) => excess <= 0).length + 1) / (draws + 1),
  };
}

export interface BunchingOptions {
  /** The declared threshold, in the currency of the table. */
  readonly threshold: Amount;
  /** Width of the window just below the threshold as a share of it; 0.1. */
  readonly below?: number;
  /** Width of the window above it, from which amounts may be missing; as `below`. */
  readonly above?: number;
  /** Bins in a threshold's width; 100. Amounts from half the threshold to one and a half are looked at. */
  readonly bins?: number;
  /** Of the polynomial; 5. */
  readonly degree?: number;
  readonly instruments?: readonly string[];
  readonly seed?: number;
  /** Bootstrap samples; 999. */
  readonly draws?: number;
  readonly subject?: string;
  readonly label?: Text;
}

/** Whether there are more amounts just below a threshold than expected. "Not shown" is not "none". */
export type BunchingVerdict = 'more' | 'not_shown' | 'no_conclusion';

/** A finding whose estimate is the excess mass in bins: extra amounts over the mean expected in a bin of the window. */
export interface Bunching extends Finding {
  readonly details: {
    readonly verdict: BunchingVerdict;
    readonly observed: number;
    /** Amounts in the window that the others lead to expect. */
    readonly expected: number | null;
    readonly excess: number | null;
    readonly excessLow: number | null;
    readonly excessHigh: number | null;
    readonly threshold: number;
  };
  /** One row a bin: its lower end, and how many amounts it holds and is expected to. */
  readonly table: readonly {
    readonly from: number;
    readonly count: number;
    readonly expected: number | null;
  }[];
}

const fewest = 300;

/**
 * Whether amounts heap up just below a threshold of declaration, over all accounts.
 *
 * A polynomial of the histogram, fitted without the windows below and above the threshold and with indicators for amounts at
 * tenths and twentieths of it (people pay round sums), says how many amounts to expect: b = Σ (observed − expected) / mean
 * expected, over the bins of the window below. Its 95 % interval is from a bootstrap of the residuals, scaled by the root of
 * what is expected (Chetty, Friedman, Olsen and Pistaferri 2011, *QJE* 126; Kleven 2016, *Annu Rev Econ* 8, also for round
 * numbers). It says nothing of any account. Fewer than 300 amounts: no conclusion.
 *
 * @throws UsageError for limits that are none
 * @example
 * ```ts
 * import { openEngine } from '@samenbeeld/engine';
 * import { findBunching, loadTransactions } from '@samenbeeld/money';
 * const engine = await openEngine();
 * const even = Array.from({ length: 2000 }, (_, at) => 500000 + at * 500);
 * const heap = Array.from({ length: 200 }, (_, at) => 950000 + at * 200);
 * const paid = [...even, ...heap].map((cents, at) => ({ tx: `${at}`, at: '2024-03-01', sender: 'a1', receiver: 'b1', cents }));
 * const { details } = await findBunching(await loadTransactions(engine, paid), { threshold: 10000 });
 * [details.verdict, Math.round(details.excess)] // => ['more', 200]
 * await engine.close();
 * ```
 */
export async function findBunching(
  data: Transactions,
  options: BunchingOptions,
): Promise<Bunching> {
  takes(
    'findBunching',
    ['data', data, transactionsShape],
    ['options', options, shape.maybe(shape.options)],
  );

  const threshold = thresholdOf(options);
  const perThreshold = countOf(options.bins ?? 100, 20, 'bins');
  const width = threshold / perThreshold;
  if (!(width >= 1))
    throw wrongUse(
      '`threshold` is ten minste {perThreshold} cent, niet {threshold}',
      '`threshold` est d’au moins {perThreshold} centimes, et non {threshold}',
      '`threshold` ist mindestens {perThreshold} Cent, nicht {threshold}',
      '`threshold` must be at least {perThreshold} cents, got {threshold}',
      { perThreshold: String(perThreshold), threshold: String(threshold) },
    );
  const low = threshold / 2;
  const below = Math.round(shareOf(options.below ?? 0.1, 'below') * perThreshold);
  const above = Math.round(shareOf(options.above ?? options.below ?? 0.1, 'above') * perThreshold);
  const degree = countOf(options.degree ?? 5, 1, 'degree');
  const draws = countOf(options.draws ?? 999, 99, 'draws');
  const rows = await data.engine.rows<{ bin: number; count: number }>(
    `select cast(floor((cents - ${low}) / cast(${width} as DOUBLE)) as INTEGER) as bin, count(*) as count
     from ${data.table} where cents >= ${low} and cents < ${3 * low} and ${instrumentSql(options.instruments)} group by 1 order by 1`,
  );
  const counts = Array.from({ length: perThreshold }, () => 0);
  for (const { bin, count } of rows) counts[bin] = count;
  const n = counts.reduce((sum, count) => sum + count, 0);
  const top = Math.round(perThreshold / 2);
  const inWindow = counts.map((_, at) => at >= top - below && at < top);
  const holds = (step: number): readonly boolean[] =>
    counts.map((_, at) => {
      const from = low + at * width;
      return Math.ceil(from / step - 1e-9) * step < from + width - 1e-6;
    });
  const bins: Bins = {
    counts,
    isLeftOut: counts.map((_, at) => at >= top - below && at < top + above),
    round: [holds(threshold / 10), holds(threshold / 20)],
    degree,
  };
  const fit = n < fewest ? null : counterfactual(bins);
  const sumOf = (values: readonly number[]): number =>
    values.reduce((sum, value, at) => sum + (inWindow[at] ? value : 0), 0);
  const observed = sumOf(counts);
  const expected = fit ? sumOf(fit.fitted) : null;
  const known =
    fit !== null && expected !== null && expected > 0 && fit.fitted.every((mean) => mean > 0);
  const seed = options.seed ?? 1;
  const result = known ? bunchingInterval({ bins, fit, sumOf, draws, seed, below }) : null;
  const excess = known ? observed - expected : null;
  const verdict: BunchingVerdict =
    result === null ? 'no_conclusion' : result.low > 0 ? 'more' : 'not_shown';
  const fromBin = (bin: number): number => (low + bin * width) / 100;
  return {
    kind: 'bunching',
    subject: options.subject ?? '',
    estimate: known && excess !== null ? (excess * below) / expected : null,
    unit: null,
    interval: result && { low: result.bLow, high: result.bHigh, level: 0.95 },
    n,
    p: result?.p ?? null,
    method: `Excess mass over a polynomial of degree ${degree}, ${draws} bootstrap samples, seed ${seed}`,
    definition:
      'b = Σ (observed − expected) / mean expected over the bins below the threshold; residual bootstrap (Chetty et al. 2011; round amounts as Kleven 2016)',
    assumptions: [
      inFour(
        'zonder de drempel zouden de bedragen gelijkmatig gespreid zijn, op ronde bedragen na',
        'sans le seuil, les montants seraient régulièrement répartis, sauf les montants ronds',
        'ohne die Schwelle wären die Beträge gleichmäßig verteilt, von runden abgesehen',
        'without the threshold the amounts would be spread smoothly, but for round ones',
      ),
      inFour(
        'bedragen buiten de vensters ondervinden geen invloed van de drempel',
        'les montants hors des fenêtres ne sont pas touchés par le seuil',
        'Beträge außerhalb der Fenster sind von der Schwelle nicht betroffen',
        'amounts outside the windows are not affected by the threshold',
      ),
    ],
    warnings: [
      inFour(
        'andere redenen om eronder te blijven (tarieven, limieten van kaarten en automaten, prijzen) zien er hetzelfde uit',
        'd’autres raisons de rester en dessous (frais, plafonds de cartes et d’automates, prix) ont le même aspect',
        'andere Gründe, darunter zu bleiben (Gebühren, Grenzen von Karten und Automaten, Preise), sehen genauso aus',
        'other reasons to stay below (fees, limits of cards and machines, prices) look the same',
      ),
    ],
    confidence: 'low',
    details: {
      verdict,
      observed,
      expected: known ? expected : null,
      excess,
      excessLow: result?.low ?? null,
      excessHigh: result?.high ?? null,
      threshold: threshold / 100,
    },
    says: bunchingSays({
      verdict,
      n,
      currency: data.currency,
      low: fromBin(top - below),
      high: threshold / 100,
      excess:
        result && excess !== null ? { estimate: excess, low: result.low, high: result.high } : null,
      label: options.label,
    }),
    table: counts.map((count, at) => ({
      from: fromBin(at),
      count,
      expected: fit?.fitted[at] ?? null,
    })),
  };
}
