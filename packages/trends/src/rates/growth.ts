import {
  type Finding,
  InputError,
  inFour,
  parsePeriod,
  RefusalError,
  type Shape,
  shape,
  takes,
} from '@samenbeeld/schema';
import type { WithLevel } from '../about.ts';
import { type About, checkTogether, optionsShape } from '../about.ts';
import { checkAnyOf } from '../check-argument.ts';
import { checkCount, checkExposure, countOf, exposureOf } from '../check-count.ts';
import {
  type CountDispersion,
  type DispersionFrom,
  knownDispersion,
  pooledDispersion,
} from '../dispersion.ts';
import { compareRates } from '../rate-ratio.ts';
import type { RatioVerdict } from '../verdict.ts';
import { fewOnOneSide, listWarnings } from '../warnings.ts';
import { effortSays } from '../words/effort.ts';
import { growthSays } from './growth-words.ts';

/** A period that may be compared with others of its kind: a year, half, quarter, month or week, or the same part of a year. */
export interface LikePeriod {
  readonly code: string;
  readonly start: string;
  readonly end: string;
}

/**
 * Periods, once they are known to be alike; refuses those that are not.
 *
 * A first half is compared with first halves, a third quarter with third quarters, January to August with January to
 * August. Anything else would compare seasons. 29 February does not make a difference.
 *
 * @param codes periods as `parsePeriod` reads them ("2024-S1", "2025-Q3", "2025-01..2025-08")
 * @throws RefusalError where one period is not of the kind of the first
 * @throws InputError for unreadable periods
 * @example
 * ```ts
 * import { likePeriods } from '@samenbeeld/trends';
 * likePeriods(['2023-01..2023-02', '2024-01..2024-02']).map(({ end }) => end) // => ['2023-02-28', '2024-02-29']
 * ```
 */
export function likePeriods(codes: readonly string[]): readonly LikePeriod[] {
  takes('likePeriods', ['codes', codes, shape.list(shape.text)]);

  const read = codes.map((code) => ({ code, ...parsePeriod(code) }));
  const [first] = read;
  const other = first && read.find((period) => kindOf(period) !== kindOf(first));
  if (first && other)
    throw new RefusalError(
      inFour(
        '{code} en {code2} zijn geen gelijke perioden.',
        '{code} et {code2} ne sont pas des périodes semblables.',
        '{code} und {code2} sind keine gleichartigen Zeiträume.',
        '{code} and {code2} are not like periods.',
        { code: first.code, code2: other.code },
      ),
      {
        dimension: 'period',
        remedy: inFour(
          'Vergelijk {code} met hetzelfde deel van een ander jaar.',
          'Comparez {code} avec la même partie d’une autre année.',
          'Vergleichen Sie {code} mit demselben Teil eines anderen Jahres.',
          'Compare {code} with the same part of another year.',
          { code: first.code },
        ),
      },
    );
  return read.map(({ code, start, end }) => ({ code, start, end }));
}

interface Read {
  readonly start: string;
  readonly end: string;
  readonly freq: string;
}

/** Which part of a year, and how many years further it ends. Weeks are told apart by their number. */
function kindOf({ start, end, freq }: Read): string {
  if (freq === 'W') return `week ${weekNumber(start)}`;
  const years = Number(end.slice(0, 4)) - Number(start.slice(0, 4));
  return [start, end]
    .map((day) => day.slice(5).replace('02-29', '02-28'))
    .concat(String(years))
    .join(' ');
}

/** ISO week of a Monday: its Thursday lies in the year that counts the week. */
function weekNumber(monday: string): number {
  const thursday = Date.parse(monday) + 3 * day;
  const newYear = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return Math.floor((thursday - newYear) / day / 7) + 1;
}

const day = 86_400_000;

/** What was counted or seized in a period. */
export interface PeriodValue {
  /** "2024", "2025-S1", "2025-01..2025-08". */
  readonly period: string;
  readonly value: number;
  /** What it stands against (population, controls); 1. */
  readonly exposure?: number;
  /** Covers only part of its period. */
  readonly partial?: boolean;
}

export interface GrowthOptions extends About, WithLevel {
  /** Variance over the mean of such counts; 1 for events that are known to be independent of each other. */
  readonly dispersion?: number;
  /**
   * The counts of the periods around, from which the dispersion is estimated. The two that are compared are left out where
   * they stand among them. Fewer than three others say nothing, and the usual dispersion holds.
   */
  readonly series?: readonly PeriodValue[];
  /**
   * - `counts` (default): events, with the exact interval of the ratio of two rates
   * - `quantity`: kilograms and the like, described without an interval
   */
  readonly of?: 'counts' | 'quantity';
}

/** A finding whose estimate is the change in per cent; null where no percentage may be stated. */
export interface Growth extends Finding {
  readonly details: {
    readonly earlier: number;
    readonly later: number;
    readonly difference: number;
    /** 100 ln(later / earlier), which is the same up and down; null where a percentage is. */
    readonly logChange: number | null;
    readonly verdict: RatioVerdict | 'described';
    /** Variance over the mean that the interval rests on, 1 where none is known; null for a quantity. */
    readonly dispersion: number | null;
    readonly dispersionFrom: DispersionFrom | null;
    /** The usual dispersion of such counts, where none is known, and the change at it in per cent; the verdict follows it. */
    readonly usualDispersion: number | null;
    readonly usualLow: number | null;
    readonly usualHigh: number | null;
    /** Why no percentage is stated: fewer than ten events on one side, or nothing to start from. */
    readonly withheld: 'few' | 'from_zero' | null;
  };
}

/**
 * How much more or less a period has than a like period before it, in per cent.
 *
 * `100 (later/earlier − 1)`, per exposure where given. Only like periods are compared: years, the same half or quarter, the same
 * part of a year. With fewer than ten events on one side no percentage is stated, only the numbers and whether they differ.
 * A quantity is described; its chance cannot be judged from two totals.
 * Interval of the ratio of two rates (see `rateRatio`): by the dispersion of the periods around where they are given, else that
 * of independent events beside that at the usual dispersion, which the sentence follows.
 *
 * @throws RefusalError for periods that are not alike, overlap, or are partial
 * @throws InputError for a later period that is not later, counts that are no whole numbers, quantities below zero
 * @example
 * ```ts
 * import { growth } from '@samenbeeld/trends';
 * growth({ period: '2021', value: 88 }, { period: '2022', value: 194 }).estimate?.toFixed(1) // => '120.5'
 * growth({ period: '2024-S1', value: 4 }, { period: '2025-S1', value: 7 }).estimate // => null
 * ```
 */
export function growth(
  earlier: PeriodValue,
  later: PeriodValue,
  options: GrowthOptions = {},
): Growth {
  takes(
    'growth',
    ['earlier', earlier, periodValueShape],
    ['later', later, periodValueShape],
    ['options', options, optionsShape],
  );

  const kind = checkAnyOf('of', options.of ?? 'counts', ['counts', 'quantity']);
  checkPeriods(earlier, later);
  for (const { period, value, exposure = 1 } of [earlier, later]) {
    checkExposure(exposureOf(period), exposure);
    if (kind === 'counts') checkCount(countOf(period), value);
    else if (!Number.isFinite(value) || value < 0)
      throw new InputError(
        inFour(
          'verwacht: een hoeveelheid van nul of meer in {period}; gevonden: {value}',
          'attendu : une quantité de zéro ou plus en {period} ; trouvé : {value}',
          'erwartet: eine Menge von null oder mehr in {period}; gefunden: {value}',
          'expected a quantity of zero or more in {period}, found {value}',
          { period, value: String(value) },
        ),
        inFour(
          'laat een periode weg waarvan de hoeveelheid niet bekend is',
          'laissez de côté une période dont la quantité est inconnue',
          'einen Zeitraum weglassen, dessen Menge nicht bekannt ist',
          'leave out a period whose quantity is not known',
        ),
      );
  }
  const exposures: readonly [number, number] = [later.exposure ?? 1, earlier.exposure ?? 1];
  const { series, dispersion, ...about } = options;
  const compared =
    kind === 'counts'
      ? compareRates(
          later.value,
          earlier.value,
          { ...about, exposures },
          dispersionAround(earlier, later, dispersion, series),
        )
      : null;
  const tested = compared?.finding ?? null;
  const alike = tested ? [] : checkTogether(options, 'rate');
  const few = kind === 'counts' && Math.min(earlier.value, later.value) < 10;
  const withheld = few ? 'few' : earlier.value === 0 ? 'from_zero' : null;
  const ratio = (later.value / earlier.value) * (exposures[1] / exposures[0]);
  const estimate = withheld ? null : 100 * (ratio - 1);
  const interval = withheld || !tested?.interval ? null : changeOf(tested.interval);
  const wider = compared?.judged.usual?.interval;
  const usual = withheld || !wider ? null : changeOf(wider);
  const verdict = tested ? tested.details.verdict : 'described';
  return {
    kind: 'growth',
    subject: options.subject ?? '',
    estimate,
    unit: '%',
    interval,
    n: kind === 'counts' ? earlier.value + later.value : 2,
    p: tested?.p ?? null,
    method: tested
      ? tested.method.replace('Ratio of two rates', 'Change of a count')
      : 'Change of a quantity',
    definition: tested
      ? '100 (later/earlier - 1); interval of the ratio of two rates'
      : '100 (later/earlier - 1)',
    assumptions: tested
      ? tested.assumptions
      : [
          inFour(
            'beide perioden zijn volledig',
            'les deux périodes sont complètes',
            'beide Zeiträume sind vollständig',
            'both periods are complete',
          ),
        ],
    warnings: listWarnings(
      alike,
      tested?.warnings.filter((warning) => warning !== fewOnOneSide) ?? [],
      withheld === 'few' &&
        inFour(
          'minder dan 10 gebeurtenissen aan één kant: er wordt geen percentage gegeven',
          'moins de 10 événements d’un côté\u00a0: aucun pourcentage n’est donné',
          'weniger als 10 Ereignisse auf einer Seite: Es wird kein Prozentsatz angegeben',
          'fewer than 10 events on one side: no percentage is stated',
        ),
    ),
    confidence: tested ? tested.confidence : 'low',
    details: {
      earlier: earlier.value,
      later: later.value,
      difference: later.value - earlier.value,
      logChange: withheld || ratio === 0 ? null : 100 * Math.log(ratio),
      verdict,
      dispersion: tested?.details.dispersion ?? null,
      dispersionFrom: tested?.details.dispersionFrom ?? null,
      usualDispersion: tested?.details.usualDispersion ?? null,
      usualLow: usual?.low ?? null,
      usualHigh: usual?.high ?? null,
      withheld,
    },
    says: growthSays({
      verdict,
      withheld,
      earlier,
      later,
      estimate,
      judged: compared?.judged ?? null,
      unit: options.unit ?? (kind === 'quantity' ? 'kg' : null),
      label: options.label,
      effort: effortSays(
        options,
        earlier.exposure === undefined && later.exposure === undefined ? undefined : exposures,
      ),
    }),
  };
}

/** An interval of a ratio as one of its change in per cent. */
function changeOf({ low, high, level }: NonNullable<Growth['interval']>) {
  return { low: 100 * (low - 1), high: 100 * (high - 1), level };
}

function dispersionAround(
  earlier: PeriodValue,
  later: PeriodValue,
  dispersion: number | undefined,
  series: readonly PeriodValue[] | undefined,
): CountDispersion | null {
  if (dispersion !== undefined)
    return knownDispersion(series ? { dispersion, series: [] } : { dispersion });
  if (series === undefined) return null;
  likePeriods([earlier, later, ...series].map(({ period }) => period));
  const around = series.filter(
    ({ period, partial }) => !partial && period !== earlier.period && period !== later.period,
  );
  return pooledDispersion([
    {
      counts: around.map(({ value }) => value),
      exposures: around.map(({ exposure }) => exposure ?? 1),
    },
  ]);
}

function checkPeriods(earlier: PeriodValue, later: PeriodValue): void {
  const [before, after] = likePeriods([earlier.period, later.period]);
  if (before && after && before.start >= after.start)
    throw new InputError(
      inFour(
        'verwacht: een periode na {period}; gevonden: {period2}',
        'attendu : une période après {period} ; trouvé : {period2}',
        'erwartet: ein Zeitraum nach {period}; gefunden: {period2}',
        'expected a period after {period}, found {period2}',
        { period: earlier.period, period2: later.period },
      ),
      inFour(
        'geef de eerdere periode eerst',
        'donnez d’abord la période antérieure',
        'den früheren Zeitraum zuerst angeben',
        'pass the earlier period first',
      ),
    );
  if (before && after && before.end >= after.start)
    throw new RefusalError(
      inFour(
        '{period} en {period2} overlappen.',
        '{period} et {period2} se recoupent.',
        '{period} und {period2} überschneiden sich.',
        '{period} and {period2} overlap.',
        { period: earlier.period, period2: later.period },
      ),
      {
        dimension: 'period',
        remedy: inFour(
          'Vergelijk perioden die geen dag gemeen hebben.',
          'Comparez des périodes sans jour commun.',
          'Vergleichen Sie Zeiträume ohne gemeinsamen Tag.',
          'Compare periods that have no day in common.',
        ),
      },
    );
  const partial = [earlier, later].find((side) => side.partial);
  if (partial)
    throw new RefusalError(
      inFour(
        '{period} is maar ten dele bekend.',
        '{period} n’est connu qu’en partie.',
        '{period} ist nur zum Teil bekannt.',
        '{period} is known only in part.',
        { period: partial.period },
      ),
      {
        dimension: 'period',
        remedy: inFour(
          'Vergelijk hetzelfde deel van beide perioden, zoals januari tot augustus van elk jaar.',
          'Comparez la même partie des deux périodes, par exemple de janvier à août de chaque année.',
          'Vergleichen Sie denselben Teil beider Zeiträume, etwa Januar bis August jedes Jahres.',
          'Compare the same part of both periods, such as January to August of each year.',
        ),
      },
    );
}

export const periodValueShape: Shape = shape.record<PeriodValue>({
  period: shape.text,
  value: shape.number,
  exposure: shape.maybe(shape.number),
});
