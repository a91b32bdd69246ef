import { type AlarmPoint, alarmChart, type Drawing } from '@samenbeeld/charts';
import type { Text } from '@samenbeeld/schema';
import type { AlarmChart } from '@samenbeeld/trends';
import type { FindingAnswer } from '../finding-answer.ts';
import { named, nameOf } from './named.ts';
import { unitName } from './unit-name.ts';

/** The drawing of counts with what was expected and how far the usual goes. */
export function alarmDrawing(
  { finding }: FindingAnswer<AlarmChart>,
  title: Text | undefined,
): Drawing {
  const { falseAlarmsSimulated, falseAlarmsExpected } = finding.details;
  const points = finding.times.map(
    ({ period, count, expected, upper, alarm }): AlarmPoint => ({
      period,
      count,
      expected,
      upper,
      alarm,
    }),
  );
  return named({ title, name: nameOf(finding.subject) }, (own) =>
    alarmChart(points, {
      ...own,
      falseAlarms: falseAlarmsSimulated ?? falseAlarmsExpected,
      unit: unitName(finding.unit, own),
    }),
  );
}
