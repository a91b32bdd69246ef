import {
  type Finding,
  figure,
  formatNumber,
  fromTo,
  groupBy,
  inEach,
  inFour,
  intervalName,
  type Language,
  oneOf,
  shape,
  type Text,
  takes,
  UsageError,
  wrongArgument,
  wrongUse,
} from '@samenbeeld/schema';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import {
  checkRecovery,
  dayNumber,
  type RecoveryEvent,
  recoveryEventShape,
} from './recovery-event.ts';
import { type RecoveryStage, recoveryStages } from './stages.ts';

interface TimeToStageWords {
  readonly stage: Text;
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  readonly reached: number;
  readonly cases: number;
}

const units: Readonly<Record<'days' | 'years', Text>> = {
  days: { nl: 'dagen', fr: 'jours', de: 'Tagen', en: 'days' },
  years: { nl: 'jaar', fr: 'ans', de: 'Jahren', en: 'years' },
};

/** "within 23 days (95% interval 13 to 40)"; years from two years on. */
function within({ median, low, high, level }: TimeToStageWords, language: Language): string {
  const days = median ?? 0;
  const unit = days >= 730 ? 'years' : 'days';
  const print = (value: number): string =>
    figure(Number((unit === 'years' ? value / 365.25 : value).toFixed(1)), language);
  const time = `${print(days)}\u00a0${units[unit][language]}`;
  if (low === null) return time;
  const open = { nl: 'vanaf', fr: 'à partir de', de: 'ab', en: 'from' }[language];
  const ends = high === null ? `${open} ${print(low)}` : fromTo(print(low), print(high), language);
  return `${time} (${intervalName(level, language)} ${ends})`;
}

/** The sentence for the time to a stage; open cases are part of it. */
function timeToStageSays(words: TimeToStageWords): Text {
  const { stage, median, reached, cases } = words;
  return inEach((language) => {
    const [done, all] = [reached, cases].map((count) => formatNumber(count, language));
    const name = stage[language];
    if (cases === 0)
      return {
        nl: `Geen conclusie mogelijk over de tijd tot "${name}": er zijn geen zaken.`,
        fr: `Aucune conclusion possible sur le délai jusqu’au stade «\u00a0${name}\u00a0»\u00a0: il n’y a pas d’affaires.`,
        de: `Keine Aussage über die Zeit bis „${name}“ möglich: Es gibt keine Fälle.`,
        en: `No conclusion possible on the time to "${name}": there are no cases.`,
      }[language];
    if (median === null)
      return {
        nl: `"${name}" is in ${done} van ${all} zaken bereikt: minder dan de helft, dus een mediane duur is nog niet te noemen.`,
        fr: `Le stade «\u00a0${name}\u00a0» est atteint dans ${done} cas sur ${all}\u00a0: moins de la moitié, si bien qu’un délai médian ne peut encore être indiqué.`,
        de: `„${name}“ ist in ${done} von ${all} Fällen erreicht: weniger als die Hälfte, daher lässt sich noch keine Mediandauer nennen.`,
        en: `"${name}" was reached in ${done} of ${all} cases: fewer than half, so no median time can be stated yet.`,
      }[language];
    const time = within(words, language);
    return {
      nl: `De helft van de zaken bereikt "${name}" binnen ${time}; bereikt is dat in ${done} van ${all}, en de open zaken tellen mee.`,
      fr: `La moitié des affaires atteignent le stade «\u00a0${name}\u00a0» en ${time}\u00a0; c’est le cas de ${done} sur ${all}, les affaires en cours étant comptées.`,
      de: `Die Hälfte der Fälle erreicht „${name}“ innerhalb von ${time}; erreicht ist es in ${done} von ${all}, und die offenen Fälle zählen mit.`,
      en: `Half the cases reach "${name}" within ${time}; it was reached in ${done} of ${all}, and open cases are counted in.`,
    }[language];
  });
}

/** A case: how many days it was followed, and whether it reached the stage on the last of them. */
interface Followed {
  readonly days: number;
  readonly reached: boolean;
}

/** The curve at one day on which cases reached the stage. */
export interface SurvivalStep {
  readonly days: number;
  readonly atRisk: number;
  readonly reached: number;
  /** Share of cases that has not reached the stage by the end of this day. */
  readonly open: number;
  /** Null once no case is left open: the variance is not defined. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Share of cases still open after each day (Kaplan and Meier 1958), cases that are still open censored. Interval: Greenwood's
 * variance on the scale log(−log S), which stays within 0 and 1 (Kalbfleisch and Prentice 1980); none once no case is left.
 */
function kaplanMeier(cases: readonly Followed[], level: number): readonly SurvivalStep[] {
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const days = [...new Set(cases.filter(({ reached }) => reached).map((one) => one.days))].toSorted(
    (a, b) => a - b,
  );
  let open = 1;
  let variance = 0;
  return days.map((day) => {
    const atRisk = cases.filter((one) => one.days >= day).length;
    const reached = cases.filter((one) => one.reached && one.days === day).length;
    open *= 1 - reached / atRisk;
    variance += reached / (atRisk * (atRisk - reached));
    const spread = Math.exp((z * Math.sqrt(variance)) / Math.log(open));
    const bounded = open > 0 && open < 1;
    return {
      days: day,
      atRisk,
      reached,
      open,
      low: bounded ? open ** (1 / spread) : null,
      high: bounded ? open ** spread : null,
    };
  });
}

/** First day on which the curve, or an end of its interval, lies at or below a share; null where it never does. */
function firstBelow(
  steps: readonly SurvivalStep[],
  share: number,
  of: 'open' | 'low' | 'high',
): number | null {
  // Products of fractions miss a half by their last bit.
  return steps.find((step) => (step[of] ?? 1) <= share + 1e-12)?.days ?? null;
}

export interface TimeToStageOptions {
  /** Stage that is waited for. */
  readonly stage: 'confiscation_ordered' | 'final' | 'executed';
  /** ISO day up to which cases were followed. */
  readonly asOf: string;
  /** Level of the interval; 0.95. */
  readonly level?: number;
}

/** A finding whose estimate is the median number of days, or null where fewer than half have come so far. */
export interface TimeToStage extends Finding {
  readonly steps: readonly SurvivalStep[];
  /**
   * Share that had reached the stage after so many years; null where no case was followed so long. Without an interval where
   * it is 0 or 1: Greenwood's variance says nothing there.
   */
  readonly afterYears: readonly {
    readonly years: number;
    readonly reached: {
      readonly share: number;
      readonly low: number | null;
      readonly high: number | null;
    } | null;
  }[];
}

/**
 * How long it takes from the first freezing or seizure to a later stage, cases that are still open counted as open.
 *
 * A mean over finished cases would be too short: the slow ones are not finished. Kaplan and Meier (1958), each case followed to
 * `asOf`; interval by Greenwood's variance on log(−log S). Cases that ended otherwise (assets returned) stay among those that
 * have not reached the stage, so that the curve is the share of all cases (subdistribution, Fine and Gray 1999). Cases
 * without a freezing, or with the stage before it, are left out and counted.
 *
 * @throws InputError as `recoveryFlows`
 * @throws UsageError for a stage that is not waited for, a level that is none
 * @example
 * ```ts
 * import { timeToStage } from '@samenbeeld/money';
 * const of = (caseRef, stage, date) => ({ caseRef, country: 'XX', route: 'conviction', currency: 'EUR', valueBasis: 'claimed', amount: 1, stage, date });
 * const events = [of('a', 'seized', '2020-01-01'), of('a', 'executed', '2020-01-31'), of('b', 'seized', '2020-01-01')];
 * timeToStage(events, { stage: 'executed', asOf: '2020-12-31' }).estimate // => 30
 * ```
 */
export function timeToStage(
  events: readonly RecoveryEvent[],
  options: TimeToStageOptions,
): TimeToStage {
  takes(
    'timeToStage',
    ['events', events, shape.list(recoveryEventShape)],
    ['options', options, shape.options],
  );
  const { stage, asOf, level = 0.95 } = options;
  const waited: readonly RecoveryStage[] = ['confiscation_ordered', 'final', 'executed'];
  if (!waited.includes(stage)) throw new UsageError(wrongArgument('stage', oneOf(waited), stage));
  if (!(level > 0 && level < 1))
    throw wrongUse(
      '`level` ligt tussen 0 en 1, niet {level}',
      '`level` est entre 0 et 1, et non {level}',
      '`level` liegt zwischen 0 und 1, nicht {level}',
      '`level` must lie between 0 and 1, got {level}',
      { level: String(level) },
    );
  const end = dayNumber(asOf);
  const known = checkRecovery(events).filter(({ date }) => date <= asOf);
  const cases = [...groupBy(known, (one) => JSON.stringify([one.country, one.caseRef])).values()];
  const followed: Followed[] = [];
  let left = 0;
  for (const rows of cases) {
    const first = (named: readonly string[]): number | null =>
      rows
        .filter((event) => named.includes(event.stage))
        .map(({ date }) => dayNumber(date))
        .toSorted((a, b) => a - b)[0] ?? null;
    const [start, reached] = [first(['frozen', 'seized']), first([stage])];
    if (start === null || (reached !== null && reached < start)) left += 1;
    else followed.push({ days: (reached ?? end) - start, reached: reached !== null });
  }
  const steps = kaplanMeier(followed, level);
  const median = firstBelow(steps, 0.5, 'open');
  const [low, high] = [firstBelow(steps, 0.5, 'low'), firstBelow(steps, 0.5, 'high')];
  const count = followed.filter(({ reached }) => reached).length;
  return {
    kind: 'time_to_stage',
    subject: stage,
    estimate: median,
    unit: 'day',
    interval: median !== null && low !== null && high !== null ? { low, high, level } : null,
    n: followed.length,
    p: null,
    method: 'Kaplan-Meier, Greenwood variance on log(-log)',
    definition:
      'days from the first freezing or seizure of a case to the stage, open cases censored at asOf',
    assumptions: [
      inFour(
        'zaken die nog openstaan, duren even lang als die uit hun tijd die verdergingen',
        'les affaires encore ouvertes durent autant que celles de leur époque qui ont avancé',
        'Fälle, die noch offen sind, dauern so lange wie die ihrer Zeit, die weitergingen',
        'cases that are still open take as long as those of their time that went on',
      ),
      inFour(
        'een zaak waarin goederen zijn teruggegeven, heeft de stap niet bereikt',
        'une affaire où des avoirs ont été restitués n’a pas atteint l’étape',
        'ein Fall, in dem Vermögenswerte zurückgegeben wurden, hat die Stufe nicht erreicht',
        'a case in which assets were returned has not reached the stage',
      ),
    ],
    warnings: [
      ...(left > 0
        ? [
            inFour(
              '{n} {n:zaak|zaken} zonder bevriezing vóór de stap {n:is|zijn} weggelaten',
              '{n} {n:affaire|affaires} sans gel avant l’étape {n:est écartée|sont écartées}',
              '{n} {n:Fall|Fälle} ohne Sicherstellung vor der Stufe {n:ist|sind} weggelassen',
              '{n} {n:case|cases} without a freezing before the stage {n:is|are} left out',
              { n: left },
            ),
          ]
        : []),
      ...(followed.length > 0 && count < 10
        ? [
            inFour(
              'minder dan 10 zaken hebben de stap bereikt',
              'moins de 10 affaires ont atteint l’étape',
              'weniger als 10 Fälle haben die Stufe erreicht',
              'fewer than 10 cases have reached the stage',
            ),
          ]
        : []),
    ],
    confidence: median === null || count < 10 ? 'low' : 'medium',
    details: { stage, reached: count, open: followed.length - count, low, high, asOf },
    says: timeToStageSays({
      stage: recoveryStages[stage],
      median,
      low,
      high,
      level,
      reached: count,
      cases: followed.length,
    }),
    steps,
    afterYears: [1, 2, 3, 5].map((years) => ({
      years,
      reached: afterYears(followed, steps, years),
    })),
  };
}

function afterYears(
  followed: readonly Followed[],
  steps: readonly SurvivalStep[],
  years: number,
): TimeToStage['afterYears'][number]['reached'] {
  const day = Math.round(years * 365.25);
  // Beyond the longest follow-up nothing is known, unless every case has reached the stage.
  if (!followed.some(({ days }) => days >= day) && followed.some(({ reached }) => !reached))
    return null;
  const step = steps.findLast(({ days }) => days <= day);
  if (followed.length === 0) return null;
  const { open, low, high } = step ?? { open: 1, low: null, high: null };
  return low === null || high === null
    ? { share: 1 - open, low: null, high: null }
    : { share: 1 - open, low: 1 - high, high: 1 - low };
}
