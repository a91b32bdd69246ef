import { type Drawing, forecastChart } from '@samenbeeld/charts';
import { type Text, UsageError } from '@samenbeeld/schema';
import type { Forecast } from '@samenbeeld/trends';
import type { FindingAnswer } from '../finding-answer.ts';
import { seriesBehind, valuesBehind } from './found-in.ts';
import { named, nameOf } from './named.ts';
import { unitName } from './unit-name.ts';

/** The drawing of a series with what is expected of it, and how such forecasts did on the past. */
export function forecastDrawing(
  answer: FindingAnswer<Forecast>,
  { shown, title }: { readonly shown?: number | undefined; readonly title: Text | undefined },
): Drawing {
  const { steps, details, interval, unit, subject } = answer.finding;
  if (steps.some(({ period }) => period === ''))
    throw new UsageError(
      'A forecast is drawn by period: name the periods to come, `forecast(values, { periods: ["2026-01", …] })`.',
    );
  const past = valuesBehind(answer).slice(shown === undefined ? 0 : -shown);
  const { origins, tested, held, error } = details;
  return named({ title, name: nameOf(subject) }, (own) =>
    forecastChart(past, steps, {
      ...own,
      unit: unitName(seriesBehind(answer).unit ?? unit, own),
      level: interval?.level,
      backTest: { origins, tested, held, error },
    }),
  );
}
