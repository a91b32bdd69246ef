import { type AlarmPoint, alarmChart, type Drawing } from '@samenbeeld/charts';
import { type Finding, type Text, UsageError } from '@samenbeeld/schema';
import type { AlarmChart, PoissonCusum } from '@samenbeeld/trends';
import type { FindingAnswer } from '../finding-answer.ts';
import { cusumPoints } from './cusum-points.ts';
import { named, nameOf } from './named.ts';
import { unitName } from './unit-name.ts';

function isCusum(finding: Finding): finding is PoissonCusum {
  return finding.kind === 'poisson_cusum';
}

function alarmPoints(finding: AlarmChart | PoissonCusum): readonly AlarmPoint[] {
  if (isCusum(finding)) return cusumPoints(finding);
  const { kind, times } = finding;
  if (!times?.every((time) => 'count' in time))
    throw new UsageError(
      `\`chart.alarms\` draws counts by period: what \`farrington\`, \`ears\` or \`poissonCusum\` found, not ${kind}.`,
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
