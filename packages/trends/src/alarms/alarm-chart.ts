import { type Finding, inFour, type Text } from '@samenbeeld/schema';
import { listWarnings } from '../warnings.ts';
import { type Exposure, effortSays } from '../words/effort.ts';
import type { AlarmTime } from './alarm-time.ts';
import { alarmSays } from './alarm-words.ts';
import type { AlarmsByChance } from './by-chance.ts';
import type { CountSeries } from './count-series.ts';

/**
 * Counts held one by one against what was expected. The estimate is what was expected of the latest count, the interval what
 * is usual there, from zero to the bound.
 */
export interface AlarmChart<Time extends AlarmTime = AlarmTime> extends Finding {
  readonly times: readonly Time[];
  readonly details: {
    readonly verdict: 'alarms' | 'none' | 'no_conclusion';
    readonly latest: 'alarm' | 'usual' | 'not_examined';
    readonly examined: number;
    readonly alarms: number;
    /** Periods with an alarm, joined by a space. */
    readonly alarmPeriods: string;
    /** Chance of a false alarm in one period, as the method has it on paper. */
    readonly nominalRate: number;
    /** The same by simulation with the level and the scatter of the series; the nominal rate where nothing was examined. */
    readonly falseAlarmRate: number;
    /** False alarms over the periods examined where nothing changes, by simulation. */
    readonly falseAlarmsExpected: number;
    /** The same; null where nothing was examined. */
    readonly falseAlarmsSimulated: number | null;
    /** Chance of at least so many alarms where nothing changed, by simulation. */
    readonly chance: number | null;
  };
}

export interface AlarmMethod {
  readonly kind: string;
  readonly method: string;
  readonly definition: string;
  readonly assumptions: readonly Text[];
  readonly warnings: readonly Text[];
  /** Whether counts are judged together with those before them, so that the bound is not one of the count alone. */
  readonly together: boolean;
  /** Where the bound of the latest count is taken from the few before it: how many, and how many are skipped between. */
  readonly justBefore?: { readonly baseline: number; readonly lag: number };
  readonly nominalRate: number;
  /** The alarms that come where nothing changes, over so many periods examined; one at least. */
  byChance(examined: number): AlarmsByChance;
}

export interface AlarmAbout {
  readonly subject?: string;
  readonly label?: Text;
  readonly unit?: string;
  readonly controls?: boolean;
  readonly exposure?: Exposure;
}

/** The finding over the counts examined; the verdict and the sentence follow from the alarms alone. */
export function alarmChart<Time extends AlarmTime>(
  series: CountSeries,
  times: readonly Time[],
  method: AlarmMethod,
  about: AlarmAbout,
  exposures?: ArrayLike<number>,
): AlarmChart<Time> {
  const examined = times.filter(({ reason }) => reason === null);
  const alarms = examined.filter(({ alarm }) => alarm).map(({ period }) => period);
  const n = examined.length;
  const last = times.at(-1) as Time;
  const judged = last.reason === null;
  const { nominalRate } = method;
  const byChance = n === 0 ? null : method.byChance(n);
  const falseAlarmsExpected = byChance?.mean ?? 0;
  const falseAlarmRate = byChance ? byChance.mean / n : nominalRate;
  const chance = byChance ? byChance.atLeast(alarms.length) : null;
  const mayBeChance = alarms.length > 0 && (chance as number) > 0.05;
  const { expected, upper } = last;
  const high = judged && !last.alarm ? alarmsInBase(times, method) : [];
  return {
    kind: method.kind,
    subject: about.subject ?? '',
    estimate: judged ? expected : null,
    unit: about.unit ?? null,
    interval:
      judged && upper !== null && !method.together
        ? { low: 0, high: upper, level: 1 - falseAlarmRate }
        : null,
    n,
    p: judged ? last.p : null,
    method: method.method,
    definition: method.definition,
    assumptions: method.assumptions,
    warnings: listWarnings(
      method.warnings,
      leftOut(times),
      high.length > 0 &&
        inFour(
          'in de basis van het laatste aantal zit een alarm: {periods}; de grens kan te hoog liggen',
          'la base du dernier nombre contient une alerte\u00a0: {periods}\u00a0; sa limite est peut-être trop élevée',
          'die Basis der letzten Anzahl enthält einen Alarm: {periods}; ihre Grenze liegt vielleicht zu hoch',
          'the base of the latest count holds an alarm: {periods}; its bound may lie too high',
          { periods: high.join(', ') },
        ),
    ),
    confidence:
      !judged || expected === null || expected < 1
        ? 'low'
        : expected < 5 || mayBeChance || high.length > 0
          ? 'medium'
          : 'high',
    times,
    details: {
      verdict: n === 0 ? 'no_conclusion' : alarms.length > 0 ? 'alarms' : 'none',
      latest: judged ? (last.alarm ? 'alarm' : 'usual') : 'not_examined',
      examined: n,
      alarms: alarms.length,
      alarmPeriods: alarms.join(' '),
      nominalRate,
      falseAlarmRate,
      falseAlarmsExpected,
      falseAlarmsSimulated: byChance?.mean ?? null,
      chance,
    },
    says: alarmSays({
      unit: series.unit,
      examined: n,
      leftOut: times.length - n,
      alarms,
      byChance: falseAlarmsExpected,
      together: method.together,
      mayBeChance,
      high: method.together ? [] : high,
      lagged: (method.justBefore?.lag ?? 0) > 0,
      latest: { ...last, examined: judged },
      label: about.label,
      effort: effortSays(about, exposures),
    }),
  };
}

/** Alarms among the counts that the bound of the latest is taken from. */
function alarmsInBase(times: readonly AlarmTime[], { justBefore }: AlarmMethod): readonly string[] {
  if (!justBefore) return [];
  const end = times.length - 1 - justBefore.lag;
  return times
    .slice(Math.max(0, end - justBefore.baseline), Math.max(0, end))
    .filter(({ alarm, reason }) => alarm && reason === null)
    .map(({ period }) => period);
}

const reasons: Readonly<Record<NonNullable<AlarmTime['reason']>, Text>> = {
  missing: inFour(
    'het aantal ontbreekt',
    'le nombre manque',
    'die Anzahl fehlt',
    'the count is missing',
  ),
  short_history: inFour(
    'de reeks gaat niet ver genoeg terug',
    'la série ne remonte pas assez loin',
    'die Reihe reicht nicht weit genug zurück',
    'the series does not reach back far enough',
  ),
  base_missing: inFour(
    'te veel eerdere aantallen ontbreken',
    'trop de nombres antérieurs manquent',
    'zu viele frühere Anzahlen fehlen',
    'too many earlier counts are missing',
  ),
  few_recent: inFour(
    'te weinig gebeurtenissen in de laatste tijd',
    'trop peu d’événements récents',
    'zu wenige Ereignisse in letzter Zeit',
    'too few events of late',
  ),
  flat_base: inFour(
    'de eerdere aantallen schommelen niet',
    'les nombres antérieurs ne varient pas',
    'die früheren Anzahlen schwanken nicht',
    'the earlier counts do not vary',
  ),
  no_fit: inFour(
    'het model komt niet tot rust',
    'le modèle ne converge pas',
    'das Modell kommt nicht zur Ruhe',
    'the model does not settle',
  ),
};

function leftOut(times: readonly AlarmTime[]): readonly Text[] {
  const counted = new Map<NonNullable<AlarmTime['reason']>, number>();
  for (const { reason } of times)
    if (reason !== null) counted.set(reason, (counted.get(reason) ?? 0) + 1);
  return [...counted].map(([reason, count]) =>
    inFour(
      'niet onderzocht, {why}: {count}',
      'non examiné, {why}\u00a0: {count}',
      'nicht untersucht, {why}: {count}',
      'not examined, {why}: {count}',
      { why: reasons[reason], count },
    ),
  );
}
