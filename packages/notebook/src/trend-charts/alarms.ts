import { type AlarmPoint, alarmChart, type Drawing } from '@samenbeeld/charts';
import { type Finding, inFour, type Text, UsageError } from '@samenbeeld/schema';
import type { AlarmChart, CusumTime, PoissonCusum } from '@samenbeeld/trends';
import type { FindingAnswer } from '../finding-answer.ts';
import { named, nameOf } from './named.ts';
import { unitName } from './unit-name.ts';

function after({ sum, alarm }: CusumTime, next: CusumTime | undefined): number {
  if (!alarm || !next || next.count === null) return alarm ? 0 : sum;
  const goesOn = Math.max(0, sum + next.count - next.reference);
  return Math.abs(goesOn - next.sum) < 1e-9 ? sum : 0;
}

/**
 * The counts of a cumulative sum with the least count that would have raised an alarm at each: the limit, plus what is taken
 * off a count, less what had been summed before it.
 */
function cusumPoints({ times, details }: PoissonCusum): readonly AlarmPoint[] {
  let summed = 0;
  return times.map((time, i) => {
    const { period, count, expected, alarm, reference } = time;
    const upper = count === null ? null : details.threshold + reference - summed;
    summed = after(time, times[i + 1]);
    return { period, count, expected, upper, alarm };
  });
}

function isCusum(finding: Finding): finding is PoissonCusum {
  return finding.kind === 'poisson_cusum';
}

function alarmPoints(finding: AlarmChart | PoissonCusum): readonly AlarmPoint[] {
  if (isCusum(finding)) return cusumPoints(finding);
  const { kind, times } = finding;
  if (!times?.every((time) => 'count' in time))
    throw new UsageError(
      inFour(
        '`chart.alarms` tekent aantallen per periode: wat `farrington`, `ears` of `poissonCusum` vond, niet {kind}.',
        '`chart.alarms` dessine des nombres par période : ce que `farrington`, `ears` ou `poissonCusum` a trouvé, et non {kind}.',
        '`chart.alarms` zeichnet Anzahlen je Zeitraum: was `farrington`, `ears` oder `poissonCusum` fand, nicht {kind}.',
        '`chart.alarms` draws counts by period: what `farrington`, `ears` or `poissonCusum` found, not {kind}.',
        { kind },
      ),
    );
  return times.map(({ period, count, expected, upper, alarm }) => ({
    period,
    count,
    expected,
    upper,
    alarm,
  }));
}

function falseAlarmsOf(finding: AlarmChart | PoissonCusum): number {
  const { falseAlarmsExpected } = finding.details;
  return isCusum(finding)
    ? falseAlarmsExpected
    : (finding.details.falseAlarmsSimulated ?? falseAlarmsExpected);
}

/** The drawing of counts with what was expected and how far the usual goes. */
export function alarmDrawing(
  { finding }: FindingAnswer<AlarmChart | PoissonCusum>,
  title: Text | undefined,
): Drawing {
  const points = alarmPoints(finding);
  return named({ title, name: nameOf(finding.subject) }, (own) =>
    alarmChart(points, {
      ...own,
      falseAlarms: falseAlarmsOf(finding),
      unit: unitName(finding.unit, own),
    }),
  );
}
