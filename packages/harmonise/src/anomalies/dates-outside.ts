import type { Anomaly } from './anomaly.ts';
import { eventAnomaly } from './anomaly-of.ts';
import type { AnomalyInput, EventPoint } from './point.ts';

interface Doubt {
  readonly says: string;
  readonly score: number;
}

function doubtOf({ date, registeredOn, place }: EventPoint, input: AnomalyInput): Doubt | null {
  const span = input.spans.get(place.file);
  if (span && (date < span.from || date > span.to))
    return {
      says: `${date} lies outside ${span.from} to ${span.to}, which the file's name gives`,
      score: 3,
    };
  if (registeredOn !== null && registeredOn < date)
    return { says: `${date} lies after the day of registration, ${registeredOn}`, score: 3 };
  return null;
}

/** The same day in the year that the registration or the file's name gives; swapped day and month. */
function meant({ date, registeredOn, place }: EventPoint, input: AnomalyInput): readonly string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const span = input.spans.get(place.file);
  const years = registeredOn
    ? [registeredOn.slice(0, 4), String(Number(registeredOn.slice(0, 4)) - 1)]
    : [];
  const others = [
    ...years.map((other) => `${other}-${month}-${day}`),
    ...(day <= '12' ? [`${year}-${day}-${month}`] : []),
  ];
  return others.filter(
    (other) =>
      other !== date &&
      (!registeredOn || other <= registeredOn) &&
      (!span || (other >= span.from && other <= span.to)),
  );
}

/** Days outside the years that the file's name gives, and finds registered before they were made. */
export function findDatesOutside(input: AnomalyInput): readonly Anomaly[] {
  return input.events.flatMap((event) => {
    const doubt = doubtOf(event, input);
    if (!doubt) return [];
    return [
      eventAnomaly(event, input, {
        kind: 'date_outside',
        cause: 'a day in a wrong year, or day and month swapped',
        evidence: [doubt.says],
        rivals: ['a row of another period was added', 'the file’s name is wrong'],
        score: doubt.score,
        to: null,
        open: 'the finding is about the row’s date, not its quantity; see the source',
        alternatives: meant(event, input),
      }),
    ];
  });
}
