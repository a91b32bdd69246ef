import { type Finding, inFour, RefusalError, sumExact, type Text, takes } from '@samenbeeld/schema';
import type { WithLevel } from './about.ts';
import { type About, checkProbability, checkTogether, optionsShape } from './about.ts';
import { eventIsSeizure } from './assumptions.ts';
import { checkWholeAboveZero } from './check-argument.ts';
import { type Judgement, judgeTrend } from './judge-trend.ts';
import { knownEvents, type Quantities, quantitiesShape } from './largest-share.ts';
import { readPeriod } from './period.ts';
import { hasTurned, type TrendVerdict } from './verdict.ts';
import { hidesFinds, listWarnings } from './warnings.ts';
import { endsOf, headed } from './words/headed.ts';
import { annualHidesFinds, leaveLargestSays } from './words/largest.ts';

export interface LeaveLargestOutOptions extends About, WithLevel {
  /** How many of the largest seizures are left out; 1. */
  readonly leave?: number;
  /** Periods in which every seizure is known: one without an event counts as zero. Others count only where they have events. */
  readonly covered?: readonly string[];
}

/** A finding whose estimate is the slope without the largest seizures; null from annual totals. */
export interface LeaveLargestOut extends Finding {
  readonly details: {
    readonly slope: number | null;
    readonly slopeWithout: number | null;
    readonly p: number | null;
    readonly pWithout: number | null;
    readonly verdict: TrendVerdict | 'not_computable';
    readonly verdictWithout: TrendVerdict | 'not_computable';
    /** Share of the left-out seizures in the whole quantity. */
    readonly share: number | null;
    readonly unknown: number;
    /** Periods tested with all seizures; `n` counts those tested without the largest. */
    readonly nWhole: number;
  };
}

/** Said where what is left is too little to judge. */
export const tooFewLeft: Text = inFour(
  'er blijven te weinig verschillende waarden over om te zien of de conclusie op de grootste rust',
  'il reste trop peu de valeurs différentes pour savoir si la conclusion repose sur les plus grosses',
  'es bleiben zu wenige verschiedene Werte, um zu sehen, ob das Urteil auf den größten ruht',
  'too few different values are left to tell whether the verdict rests on the largest',
);

/**
 * The trend of a quantity with and without its largest seizures: does it rest on one find?
 *
 * The events are summed by period, tested (Mann-Kendall with Sen's slope, exact for up to 30 periods), and
 * tested again without the `leave` largest events of the whole span; a period that has none left is then left out unless it
 * is `covered`. Where too few different values are left, whether the verdict rests on them cannot be told. From events only: annual totals give a
 * finding without an estimate that says so.
 *
 * @param quantities events or annual totals, in one unit
 * @throws InputError for negative or infinite quantities, or unreadable periods
 * @throws RefusalError for events of mixed frequencies
 * @throws UsageError for a `leave` that is no whole number above zero
 * @example
 * ```ts
 * import { leaveLargestOut } from '@samenbeeld/trends';
 * leaveLargestOut({ annual: [{ period: '2020', value: 6055 }] }).estimate // => null
 * ```
 */
export function leaveLargestOut(
  quantities: Quantities,
  options: LeaveLargestOutOptions = {},
): LeaveLargestOut {
  takes(
    'leaveLargestOut',
    ['quantities', quantities, quantitiesShape],
    ['options', options, optionsShape],
  );

  const level = checkProbability('level', options.level ?? 0.95);
  const alike = checkTogether(options, 'trend');
  const leave = checkWholeAboveZero('leave', options.leave ?? 1);
  const unit = options.unit ?? 'kg';
  const base = {
    kind: 'leave_largest_out',
    subject: options.subject ?? '',
    unit: `${unit}/year`,
    method: `Mann-Kendall with Sen slope, with and without the ${leave} largest`,
    definition: 'trend of sums by period, again without the largest events of the span',
    assumptions: [
      eventIsSeizure,
      inFour(
        'van elke gedekte periode zijn alle vangsten er',
        'chaque période couverte a toutes ses saisies',
        'von jedem abgedeckten Zeitraum liegen alle Funde vor',
        'every covered period has all its seizures',
      ),
    ],
  };
  if ('annual' in quantities)
    return {
      ...base,
      estimate: null,
      interval: null,
      p: null,
      n: quantities.annual.length,
      warnings: [hidesFinds],
      confidence: 'low',
      details: {
        slope: null,
        slopeWithout: null,
        p: null,
        pWithout: null,
        verdict: 'not_computable',
        verdictWithout: 'not_computable',
        share: null,
        unknown: 0,
        nWhole: quantities.annual.length,
      },
      says: headed(options.label, annualHidesFinds),
    };
  const events = knownEvents(quantities.events);
  const unknown = quantities.events.length - events.length;
  const periods = [...new Set([...(options.covered ?? []), ...events.map(({ period }) => period)])]
    .map(readPeriod)
    .sort((a, b) => a.time - b.time);
  const mixed = periods.find(({ freq }) => freq !== periods[0]?.freq);
  if (mixed)
    throw new RefusalError(
      inFour(
        'De gebeurtenissen mengen frequenties: {code} en {code2}.',
        'Les événements mêlent des fréquences : {code} et {code2}.',
        'Die Ereignisse mischen Frequenzen: {code} und {code2}.',
        'The events mix frequencies: {code} and {code2}.',
        { code: String(periods[0]?.code), code2: mixed.code },
      ),
      {
        dimension: 'frequency',
        remedy: inFour(
          'Geef elke gebeurtenis een periode van dezelfde lengte.',
          'Donnez à chaque événement une période de même longueur.',
          'Geben Sie jedem Ereignis einen Zeitraum gleicher Länge.',
          'Give every event a period of the same length.',
        ),
      },
    );
  const left = [...events].sort((a, b) => b.quantity - a.quantity).slice(0, leave);
  const kept = events.filter((event) => !left.includes(event));
  const covered = new Set(options.covered);
  const test = (list: typeof events): Judgement => {
    const tested = periods.filter(
      ({ code }) => covered.has(code) || list.some(({ period }) => period === code),
    );
    const values = tested.map(({ code }) =>
      sumExact(list.filter(({ period }) => period === code).map(({ quantity }) => quantity)),
    );
    return judgeTrend({ times: tested.map(({ time }) => time), values }, level);
  };
  const [whole, rest] = [test(events), test(kept)];
  const total = sumExact(events.map(({ quantity }) => quantity));
  const shown = rest.verdict !== 'no_conclusion';
  return {
    ...base,
    estimate: shown ? rest.slope : null,
    interval: shown ? rest.interval : null,
    p: rest.test.p,
    n: rest.test.n,
    warnings: listWarnings(
      alike,
      unknown > 0 &&
        inFour(
          'van {n} {n:vangst|vangsten} is de hoeveelheid niet bekend: de sommen zijn ondergrenzen',
          'la quantité de {n} {n:saisie|saisies} n’est pas connue\u00a0: les sommes sont des minimums',
          'bei {n} {n:Fund|Funden} ist die Menge nicht bekannt: Die Summen sind Untergrenzen',
          '{n} {n:seizure has|seizures have} no quantity: the sums are floors',
          { n: unknown },
        ),
      !options.covered &&
        inFour(
          'perioden zonder vangst zijn weggelaten; noem de perioden die gedekt zijn om ze als nul te tellen',
          'les périodes sans saisie sont écartées\u00a0; nommez les périodes couvertes pour qu’elles comptent comme zéro',
          'Zeiträume ohne Fund sind weggelassen; nennen Sie die abgedeckten Zeiträume, damit sie als null zählen',
          'periods without a seizure are left out; list the covered periods to count them as zero',
        ),
      hasTurned(whole.verdict, rest.verdict) &&
        inFour(
          'de conclusie rust op de grootste vangsten',
          'la conclusion repose sur les plus grosses saisies',
          'das Urteil ruht auf den größten Funden',
          'the verdict rests on the largest seizures',
        ),
      !(shown || whole.verdict === 'no_conclusion') && tooFewLeft,
    ),
    confidence: !shown || unknown > 0 || rest.test.n < 6 ? 'low' : 'medium',
    details: {
      slope: whole.slope,
      slopeWithout: rest.slope,
      p: whole.test.p,
      pWithout: rest.test.p,
      verdict: whole.verdict,
      verdictWithout: rest.verdict,
      share: total > 0 ? sumExact(left.map(({ quantity }) => quantity)) / total : null,
      unknown,
      nWhole: whole.test.n,
    },
    says: leaveLargestSays(options, {
      verdict: whole.verdict,
      verdictWithout: rest.verdict,
      n: whole.test.n,
      nWithout: rest.test.n,
      left,
      unit,
      unknown,
      ends: endsOf(periods.map(({ code }) => code)),
    }),
  };
}
