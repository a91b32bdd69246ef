import {
  argumentKinds,
  type Finding,
  figure,
  InputError,
  inEach,
  inFour,
  shape,
  type Text,
  takes,
} from '@samenbeeld/schema';
import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import chisquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import negativeBinomialCdf from '@stdlib/stats-base-dists-negative-binomial-cdf';
import { type About, checkProbability, checkTogether, optionsShape } from '../about.ts';
import { independentEvents } from '../assumptions.ts';
import { checkAnyOf, checkOneEach, checkWhole, checkWholeAboveZero } from '../check-argument.ts';
import { firstWhere } from '../first-where.ts';
import { logChoose } from '../log-choose.ts';
import { listWarnings } from '../warnings.ts';
import { changeSays } from '../words/effort.ts';
import { notProof } from '../words/no-trend.ts';
import { manyOf, type PeriodUnit } from '../words/period-units.ts';
import { chanceOfOne, firstFew, roughly } from './alarm-words.ts';

interface GapWords {
  readonly unit: PeriodUnit;
  readonly examined: number;
  readonly alarms: readonly string[];
  readonly byChance: number;
  readonly mayBeChance: boolean;
  readonly together: number;
  /** At most this is sooner than expected; null where no time is short enough. */
  readonly short: number | null;
  readonly latest: {
    readonly event: string;
    readonly gap: number;
    readonly expected: number;
    readonly alarm: boolean;
  } | null;
  readonly open: { readonly length: number; readonly long: boolean } | null;
}

const cannotTell: Text = {
  nl: 'Geen conclusie mogelijk: zelfs gebeurtenissen op één dag zouden bij dit niveau toeval kunnen zijn.',
  fr: 'Aucune conclusion possible\u00a0: à ce niveau, même des événements survenus le même jour pourraient être dus au hasard.',
  de: 'Keine Aussage möglich: Auf diesem Niveau könnten selbst Ereignisse an einem Tag Zufall sein.',
  en: 'No conclusion possible: at this level even events on one day may be chance.',
};

function main(w: GapWords): Text {
  const { alarms, examined } = w;
  if (alarms.length === 0)
    return {
      nl: `Bij geen van de ${examined} beoordeelde gebeurtenissen was de tussentijd duidelijk korter dan verwacht.`,
      fr: `Pour aucun des ${examined} événements évalués, l’intervalle n’a été nettement plus court qu’attendu.`,
      de: `Bei keinem der ${examined} beurteilten Ereignisse war der Abstand deutlich kürzer als erwartet.`,
      en: `For none of the ${examined} events judged was the time between events clearly shorter than expected.`,
    };
  return inEach((language) => {
    const list = firstFew(alarms, language);
    return {
      nl: `Bij ${alarms.length} van de ${examined} beoordeelde gebeurtenissen was de tussentijd duidelijk korter dan verwacht (${list}).`,
      fr: `Pour ${alarms.length} des ${examined} événements évalués, l’intervalle a été nettement plus court qu’attendu (${list}).`,
      de: `Bei ${alarms.length} der ${examined} beurteilten Ereignisse war der Abstand deutlich kürzer als erwartet (${list}).`,
      en: `For ${alarms.length} of the ${examined} events judged the time between events was clearly shorter than expected (${list}).`,
    }[language];
  });
}

function together(count: number): Text | null {
  return count === 1
    ? null
    : {
        nl: `Telkens zijn ${count} tussentijden samen beoordeeld.`,
        fr: `À chaque fois, ${count} intervalles sont évalués ensemble.`,
        de: `Jeweils sind ${count} Abstände zusammen beurteilt.`,
        en: `Each time ${count} gaps are judged together.`,
      };
}

function chance(w: GapWords): Text {
  const so = w.mayBeChance
    ? {
        nl: '; het kan dus toeval zijn',
        fr: '\u00a0; il peut donc s’agir du hasard',
        de: '; es kann sich also um Zufall handeln',
        en: '; it may therefore be chance',
      }
    : { nl: '', fr: '', de: '', en: '' };
  return inEach((language) => {
    const about = roughly(w.byChance, language);
    return {
      nl: `Door toeval alleen zijn ongeveer ${about} van zulke gevallen te verwachten${so.nl}.`,
      fr: `Le hasard seul laisse attendre environ ${about} de ces cas${so.fr}.`,
      de: `Allein durch Zufall sind etwa ${about} solche Fälle zu erwarten${so.de}.`,
      en: `By chance alone about ${about} such cases are to be expected${so.en}.`,
    }[language];
  });
}

function latest(w: GapWords): Text | null {
  if (!w.latest || w.short === null) return null;
  const { event, gap, expected, alarm } = w.latest;
  const many = manyOf(w.unit);
  return inEach((language) => {
    const [own, mean, short] = [gap, expected, w.short as number].map((value) =>
      figure(value, language),
    ) as [string, string, string];
    const numbers = {
      nl: `${own} (${many.nl}), ${mean} verwacht, hoogstens ${short} is ongewoon kort`,
      fr: `${own} (${many.fr}), attendu ${mean}, inhabituellement court jusqu’à ${short}`,
      de: `${own} (${many.de}), ${mean} erwartet, ungewöhnlich kurz sind höchstens ${short}`,
      en: `${own} (${many.en}), ${mean} expected, at most ${short} is unusually short`,
    }[language];
    return {
      nl: `De laatste, ${event}, volgde ${alarm ? '' : 'niet '}ongewoon snel op de vorige: ${numbers}.`,
      fr: `Le dernier, ${event}, ${alarm ? 'a suivi' : 'n’a pas suivi'} le précédent inhabituellement vite\u00a0: ${numbers}.`,
      de: `Das letzte, ${event}, folgte ${alarm ? '' : 'nicht '}ungewöhnlich schnell auf das vorige: ${numbers}.`,
      en: `The latest, ${event}, ${alarm ? 'followed' : 'did not follow'} the one before unusually soon: ${numbers}.`,
    }[language];
  });
}

function open(w: GapWords): Text | null {
  if (!w.open) return null;
  const { length, long } = w.open;
  const many = manyOf(w.unit);
  return inEach((language) => {
    const time = `${figure(length, language)} ${many[language]}`;
    return {
      nl: `Sindsdien zijn ${time} verstreken zonder nieuwe; dat is ${long ? '' : 'niet '}ongewoon lang.`,
      fr: `Depuis, ${time} se sont écoulés sans nouvel événement\u00a0; ce ${long ? 'délai est' : 'délai n’est pas'} inhabituellement long.`,
      de: `Seither sind ${time} ohne ein neues vergangen; das ist ${long ? '' : 'nicht '}ungewöhnlich lang.`,
      en: `Since then ${time} have passed without another, which is ${long ? '' : 'not '}unusually long.`,
    }[language];
  });
}

function gapSays(about: About, w: GapWords): Text {
  if (w.examined === 0 || w.short === null) return changeSays(about, cannotTell, open(w));
  const onlyLatest = w.examined === 1;
  return changeSays(
    about,
    onlyLatest ? latest(w) : main(w),
    together(w.together),
    onlyLatest ? chanceOfOne(w.byChance) : chance(w),
    onlyLatest ? null : latest(w),
    open(w),
    w.alarms.length === 0 ? notProof : null,
  );
}

/** What is known of the gaps before: their mean, or so many gaps of which the sum is known. */
type GapBasis = { readonly mean: number } | { readonly gaps: number; readonly sum: number };

/** The law of the sum of some gaps where nothing changed. */
interface GapLaw {
  /** Chance of a sum of at most this. */
  atMost(sum: number): number;
  /** Chance of a sum of at least this. */
  atLeast(sum: number): number;
  /** The greatest sum that is unusually short, and the least that is unusually long; null where none is short enough. */
  limits(alpha: number): { readonly short: number | null; readonly long: number };
}

/**
 * Geometric: whole days without an event between two, zero allowed (Kaminsky et al. 1992; Benneyan 2001). With a known mean the sum of r
 * gaps is negative binomial. With r gaps against m earlier ones, given their joint sum s, it is beta-binomial (s, r, m): exact whatever
 * the true rate.
 */
function geometricLaw(basis: GapBasis, together: number): GapLaw {
  if ('mean' in basis) {
    const chance = 1 / (1 + basis.mean);
    const atMost = (sum: number): number =>
      sum < 0 ? 0 : negativeBinomialCdf(sum, together, chance);
    const law = { atMost, atLeast: (sum: number): number => 1 - atMost(sum - 1) };
    return { ...law, limits: (alpha) => wholeLimits(law, alpha) };
  }
  const { gaps, sum: before } = basis;
  const mass = (own: number, all: number): number =>
    Math.exp(
      logChoose(own + together - 1, together - 1) +
        logChoose(all - own + gaps - 1, gaps - 1) -
        logChoose(all + together + gaps - 1, together + gaps - 1),
    );
  const between = (low: number, high: number, all: number): number => {
    let total = 0;
    for (let own = low; own <= high; own++) total += mass(own, all);
    return Math.min(1, total);
  };
  const law = {
    atMost: (sum: number): number => (sum < 0 ? 0 : between(0, sum, sum + before)),
    atLeast: (sum: number): number => (sum <= 0 ? 1 : between(sum, sum + before, sum + before)),
  };
  return { ...law, limits: (alpha) => wholeLimits(law, alpha) };
}

/** Exponential: time measured finely. The sum of r gaps is gamma; against m earlier ones its share of the joint sum is beta (r, m). */
function exponentialLaw(basis: GapBasis, together: number): GapLaw {
  const atMost = (sum: number): number => {
    if ('mean' in basis) return chisquareCdf((2 * sum) / basis.mean, 2 * together);
    return betaCdf(sum / (sum + basis.sum), together, basis.gaps);
  };
  const quantile = (chance: number): number => {
    if ('mean' in basis) return (basis.mean * chisquareQuantile(chance, 2 * together)) / 2;
    const share = betaQuantile(chance, together, basis.gaps);
    return (basis.sum * share) / (1 - share);
  };
  return {
    atMost,
    atLeast: (sum) => 1 - atMost(sum),
    limits: (alpha) => ({ short: quantile(alpha), long: quantile(1 - alpha) }),
  };
}

function wholeLimits(
  law: Omit<GapLaw, 'limits'>,
  alpha: number,
): { readonly short: number | null; readonly long: number } {
  const last = (test: (sum: number) => boolean): number => {
    let high = 1;
    while (test(high)) high *= 2;
    return firstWhere((sum) => !test(sum), Math.floor(high / 2) - 1, high) - 1;
  };
  const short = last((sum) => law.atMost(sum) <= alpha);
  return { short: short < 0 ? null : short, long: last((sum) => law.atLeast(sum) > alpha) + 1 };
}

export interface GapChartOptions extends About {
  /** What gaps are measured in; 'day'. */
  readonly gapUnit?: PeriodUnit;
  /** Name of the event that ends each gap (its date); positions where left out. */
  readonly names?: readonly string[];
  /** Mean gap where nothing changes; by default learned from the first gaps. */
  readonly expectedGap?: number;
  /** How many of the first gaps are learned from, and not examined; half of them. */
  readonly learnFrom?: number;
  /**
   * - `geometric` (default): whole days between events, zero where two fall on one day
   * - `exponential`: time measured finely
   */
  readonly law?: 'geometric' | 'exponential';
  /** How many gaps are judged together, the last ones at each event; 1. One gap alone is seldom short enough. */
  readonly gapsTogether?: number;
  /** Chance of a false alarm at each event; 0.005. */
  readonly alpha?: number;
  /** Time since the last event, without another. */
  readonly open?: number;
}

/** Refuses what are no gaps, and options that do not fit them. */
function checkGaps(gaps: readonly number[], options: GapChartOptions): void {
  const { law = 'geometric', gapsTogether: together = 1, names, open } = options;
  checkAnyOf('law', law, ['geometric', 'exponential']);
  checkWholeAboveZero('gapsTogether', together);
  checkOneEach('names', names, 'gap', gaps.length);
  if (gaps.length === 0)
    throw new InputError(
      inFour(
        'verwacht: tussentijden tussen gebeurtenissen; gevonden: geen',
        'attendu : des écarts entre événements ; trouvé : aucun',
        'erwartet: Abstände zwischen Ereignissen; gefunden: keine',
        'expected gaps between events, found none',
      ),
      inFour(
        'geef de dagen tussen opeenvolgende gebeurtenissen; twee gebeurtenissen geven één tussentijd',
        'donnez les jours entre événements successifs ; deux événements font un écart',
        'die Tage zwischen aufeinander folgenden Ereignissen angeben; zwei Ereignisse ergeben einen Abstand',
        'pass the days between successive events; two events make one gap',
      ),
    );
  const fits = (gap: number): boolean =>
    gap >= 0 && (law === 'geometric' ? Number.isSafeInteger(gap) : Number.isFinite(gap));
  for (const [i, gap] of [...gaps, ...(open === undefined ? [] : [open])].entries())
    if (!fits(gap))
      throw new InputError(
        inFour(
          'verwacht voor {which}: {what} van nul of meer; gevonden: {gap}',
          'attendu pour {which} : {what} de zéro ou plus ; trouvé : {gap}',
          'erwartet für {which}: {what} von null oder mehr; gefunden: {gap}',
          'expected {which} to be {what} at or above zero, found {gap}',
          {
            which:
              i < gaps.length
                ? inFour('tussentijd {at}', 'l’écart {at}', 'Abstand {at}', 'gap {at}', {
                    at: String(i + 1),
                  })
                : '`open`',
            what:
              law === 'geometric'
                ? inFour('hele dagen', 'des jours entiers', 'ganze Tage', 'whole days')
                : inFour('een tijd', 'un temps', 'eine Zeit', 'a time'),
            gap: String(gap),
          },
        ),
        inFour(
          'sorteer de gebeurtenissen naar tijd en neem de verschillen; gebruik `law: exponential` voor delen van een dag',
          'triez les événements par temps et prenez les différences ; pour des parties de jour, utilisez `law: exponential`',
          'die Ereignisse nach Zeit ordnen und Differenzen nehmen; für Teile eines Tages `law: exponential` verwenden',
          'sort the events by time and take differences; for parts of a day use `law: exponential`',
        ),
      );
}

function learnedFrom(
  gaps: readonly number[],
  { learnFrom = Math.floor(gaps.length / 2), gapsTogether: together = 1 }: GapChartOptions,
): number {
  checkWhole('learnFrom', learnFrom, 0, argumentKinds.wholeNumber);
  if (learnFrom < 3 || learnFrom + together > gaps.length)
    throw new InputError(
      inFour(
        'verwacht: ten minste 3 tussentijden om van te leren en {together} om te beoordelen; gevonden: {learnFrom} en {c}',
        'attendu : au moins 3 écarts pour apprendre et {together} à juger ; trouvé : {learnFrom} et {c}',
        'erwartet: mindestens 3 Abstände zum Lernen und {together} zum Beurteilen; gefunden: {learnFrom} und {c}',
        'expected at least 3 gaps to learn from and {together} to judge, found {learnFrom} and {c}',
        {
          together: String(together),
          learnFrom: String(learnFrom),
          c: String(gaps.length - learnFrom),
        },
      ),
      inFour(
        'wacht op meer gebeurtenissen, of geef de gewone tussentijd als `expectedGap`',
        'attendez plus d’événements, ou donnez l’écart habituel comme `expectedGap`',
        'mehr Ereignisse abwarten oder den üblichen Abstand als `expectedGap` angeben',
        'wait for more events, or pass the usual gap as `expectedGap`',
      ),
    );
  return learnFrom;
}

function basisOf(
  gaps: readonly number[],
  learned: number,
  { expectedGap }: GapChartOptions,
): GapBasis {
  if (expectedGap !== undefined) {
    if (Number.isFinite(expectedGap) && expectedGap > 0) return { mean: expectedGap };
    throw new InputError(
      inFour(
        '`expectedGap` ligt boven nul; gevonden: {expectedGap}',
        '`expectedGap` est au-dessus de zéro ; trouvé : {expectedGap}',
        '`expectedGap` liegt über null; gefunden: {expectedGap}',
        '`expectedGap` must be above zero, found {expectedGap}',
        { expectedGap: String(expectedGap) },
      ),
      inFour(
        'geef de gemiddelde tussentijd van een tijd waarin niets veranderde, of laat het weg om die te leren',
        'donnez l’écart moyen d’un temps où rien n’a changé, ou laissez-le de côté pour l’apprendre',
        'den mittleren Abstand einer Zeit angeben, in der sich nichts änderte, oder ihn weglassen, damit er gelernt wird',
        'pass the mean gap of a time when nothing changed, or leave it out to learn it',
      ),
    );
  }
  const sum = gaps.slice(0, learned).reduce((total, gap) => total + gap, 0);
  if (sum === 0)
    throw new InputError(
      inFour(
        'de eerste {learned} tussentijden zijn alle nul; gevonden: geen tijd tussen gebeurtenissen',
        'les {learned} premiers écarts sont tous nuls ; trouvé : aucun temps entre événements',
        'die ersten {learned} Abstände sind alle null; gefunden: keine Zeit zwischen Ereignissen',
        'the first {learned} gaps are all zero, found no time between events',
        { learned: String(learned) },
      ),
      inFour(
        'leer van een tijd waarin gebeurtenissen uit elkaar lagen, of meet fijner',
        'apprenez d’un temps où les événements étaient espacés, ou mesurez plus finement',
        'aus einer Zeit lernen, in der Ereignisse auseinander lagen, oder feiner messen',
        'learn from gaps of a time when events were apart, or measure more finely',
      ),
    );
  return { gaps: learned, sum };
}

/** Some gaps held against what was expected, at the event that ends them. */
export interface GapTime {
  readonly event: string;
  /** Sum of the gaps judged together. */
  readonly gap: number;
  readonly expected: number;
  /** Chance of a sum at most, and at least, as long where nothing changed. */
  readonly pSooner: number;
  readonly pLater: number;
  /** Sooner than expected. */
  readonly alarm: boolean;
  /** Later than expected. */
  readonly lull: boolean;
}

/** A finding whose estimate is the expected sum of the gaps judged together, its interval what is usual. */
export interface GapChart extends Finding {
  readonly times: readonly GapTime[];
  readonly details: {
    readonly verdict: 'alarms' | 'none' | 'no_conclusion';
    readonly latest: 'sooner' | 'later' | 'usual' | 'not_examined';
    readonly examined: number;
    readonly alarms: number;
    readonly lulls: number;
    readonly alarmEvents: string;
    readonly expectedGap: number;
    /** At most this is sooner than expected; null where no sum is short enough. */
    readonly short: number | null;
    /** At least this is later than expected. */
    readonly long: number;
    readonly falseAlarmRate: number;
    readonly falseAlarmsExpected: number;
    /** Chance of the time since the last event being at least as long; null where it was not given. */
    readonly pOpen: number | null;
    /** Chance of at least so many alarms where nothing changed, gaps taken as independent. */
    readonly chance: number | null;
  };
}

/**
 * Do rare events follow each other faster than expected? A g-chart, or chart of the time between events.
 *
 * For ports with a handful of seizures a year, where monthly counts are nearly all zero. Each gap, or the last few together, is held against the
 * exact law of gaps at a constant rate: geometric in whole days, exponential in finer time. A rate learned from the first gaps enters with its
 * own uncertainty, exactly (beta-binomial and beta laws). Kaminsky et al. 1992; Benneyan 2001; Xie, Goh and Ranjan 2002.
 *
 * @param gaps days between events that follow each other, in time order
 * @throws InputError for negative, NaN or, with the geometric law, fractional gaps; for too few gaps to learn from
 * @throws UsageError for options out of range
 * @example
 * ```ts
 * import { gapChart } from '@samenbeeld/trends';
 * const { details } = gapChart([41, 63, 28, 55, 70, 39, 44, 61, 2, 1, 3], { learnFrom: 8, gapsTogether: 3 });
 * [details.latest, details.alarms] // => ['sooner', 1]
 * ```
 */
export function gapChart(gaps: readonly number[], options: GapChartOptions = {}): GapChart {
  takes('gapChart', ['gaps', gaps, shape.numbers], ['options', options, optionsShape]);

  const alike = checkTogether(options, 'trend');
  const { law = 'geometric', gapsTogether: together = 1, open } = options;
  const alpha = checkProbability('alpha', options.alpha ?? 0.005);
  checkGaps(gaps, options);
  const learned = options.expectedGap === undefined ? learnedFrom(gaps, options) : 0;
  const basis = basisOf(gaps, learned, options);
  const lawOf = law === 'geometric' ? geometricLaw : exponentialLaw;
  const chances = lawOf(basis, together);
  const mean = 'mean' in basis ? basis.mean : basis.sum / basis.gaps;
  const times: GapTime[] = [];
  for (let last = learned + together - 1; last < gaps.length; last++) {
    const gap = gaps.slice(last - together + 1, last + 1).reduce((sum, one) => sum + one, 0);
    const [pSooner, pLater] = [chances.atMost(gap), chances.atLeast(gap)];
    times.push({
      event: options.names?.[last] ?? String(last + 1),
      gap,
      expected: mean * together,
      pSooner,
      pLater,
      alarm: pSooner <= alpha,
      lull: pLater <= alpha,
    });
  }
  const limits = chances.limits(alpha);
  // Both limits are themselves unusual; in whole days the usual begins a day later.
  const step = law === 'geometric' ? 1 : 0;
  const pOpen = open === undefined ? null : lawOf(basis, 1).atLeast(open);
  const alarms = times.filter(({ alarm }) => alarm);
  const [n, last] = [times.length, times.at(-1)];
  const falseAlarmRate =
    law === 'exponential' ? alpha : geometricLaw({ mean }, together).atMost(limits.short ?? -1);
  const chance =
    n === 0
      ? null
      : alarms.length === 0
        ? 1
        : 1 - binomialCdf(alarms.length - 1, n, falseAlarmRate);
  return {
    kind: 'gap_chart',
    subject: options.subject ?? '',
    estimate: mean * together,
    unit: options.gapUnit ?? 'day',
    interval: {
      low: limits.short === null ? 0 : limits.short + step,
      high: limits.long - step,
      level: 1 - 2 * alpha,
    },
    n,
    p: last?.pSooner ?? null,
    method: `Chart of ${together === 1 ? 'the gap' : `${together} gaps`} between events, ${law}`,
    definition:
      'chance of a sum of gaps at most as long at a constant rate; a learned rate by the beta-binomial or beta law (Kaminsky et al. 1992, Benneyan 2001)',
    assumptions: [
      independentEvents,
      inFour(
        'het tempo blijft gelijk zolang het wordt geschat',
        'le taux reste constant pendant qu’on l’estime',
        'die Rate bleibt gleich, solange sie geschätzt wird',
        'the rate is constant while it is learned',
      ),
    ],
    warnings: listWarnings(
      alike,
      limits.short === null && cannotSignal(mean, alpha),
      n > 1 &&
        together > 1 &&
        inFour(
          'de sommen van tussenpozen overlappen elkaar, zodat alarmen in reeksen komen',
          'les sommes d’intervalles se chevauchent, les alertes viennent donc en série',
          'die Summen der Abstände überlappen sich, sodass Alarme in Folge kommen',
          'sums of gaps overlap, so that alarms come in runs',
        ),
    ),
    confidence: 'mean' in basis ? 'medium' : learned < 10 ? 'low' : 'medium',
    times,
    details: {
      verdict:
        n === 0 || limits.short === null ? 'no_conclusion' : alarms.length > 0 ? 'alarms' : 'none',
      latest: !last ? 'not_examined' : last.alarm ? 'sooner' : last.lull ? 'later' : 'usual',
      examined: n,
      alarms: alarms.length,
      lulls: times.filter(({ lull }) => lull).length,
      alarmEvents: alarms.map(({ event }) => event).join(' '),
      expectedGap: mean,
      ...limits,
      falseAlarmRate,
      falseAlarmsExpected: falseAlarmRate * n,
      pOpen,
      chance,
    },
    says: gapSays(options, {
      unit: options.gapUnit ?? 'day',
      examined: n,
      alarms: alarms.map(({ event }) => event),
      byChance: falseAlarmRate * n,
      mayBeChance: alarms.length > 0 && (chance ?? 1) > 0.05,
      together,
      short: limits.short,
      latest: last ?? null,
      open: open === undefined || pOpen === null ? null : { length: open, long: pOpen <= alpha },
    }),
  };
}

/** Two events on one day have chance p; so many in a row are needed for an alarm at all. */
function cannotSignal(mean: number, alpha: number): Text {
  const needed = Math.ceil(Math.log(alpha) / -Math.log(1 + mean));
  return inFour(
    'geen som van tussenpozen is kort genoeg voor een alarm op dit niveau: beoordeel er {n} of meer tegelijk, met `gapsTogether`',
    'aucune somme d’intervalles n’est assez courte pour une alerte à ce niveau\u00a0: jugez-en {n} ou plus à la fois, par `gapsTogether`',
    'keine Summe von Abständen ist für einen Alarm auf diesem Niveau kurz genug: Beurteilen Sie {n} oder mehr zugleich, mit `gapsTogether`',
    'no sum of gaps is short enough for an alarm at this level: judge {n} or more at once, by `gapsTogether`',
    { n: needed },
  );
}
