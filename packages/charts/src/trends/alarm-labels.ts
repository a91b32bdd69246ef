import { figure, type Language, type Text } from '@samenbeeld/schema';
import { along, type Box, type PlacedLabel, placeLabels } from '../drawing/place-labels.ts';
import { type Plot, pixelX, pixelY } from '../drawing/plot.ts';
import { pixelsPerPeriod } from '../drawing/series-marks.ts';
import type { AlarmPoint } from './alarm-chart.ts';

const bound: Text = {
  nl: 'bovengrens',
  fr: 'borne supérieure',
  de: 'Obergrenze',
  en: 'upper bound',
};

const expectation: Text = { nl: 'verwacht', fr: 'attendu', de: 'erwartet', en: 'expected' };

type Placed = AlarmPoint & { readonly at: number };

/** The counts of alarms, the highest first, then the names of both lines where they have room. */
export function alarmLabels(
  points: readonly Placed[],
  plot: Plot,
  language: Language,
  taken: readonly Box[],
): readonly PlacedLabel[] {
  const alarms = points
    .filter(
      (point): point is Placed & { readonly count: number } => point.alarm && point.count !== null,
    )
    .sort((a, b) => b.count - a.count);
  const at = ({ at: step, count }: { readonly at: number; readonly count: number }) => ({
    x: pixelX(plot, step),
    y: pixelY(plot, count) - 12,
  });
  const half = pixelsPerPeriod(plot) / 2;
  const signs = alarms.map((point) => {
    const { x, y } = at(point);
    return { left: x - 6, right: x + 6, top: y - 5, bottom: pixelY(plot, 0) };
  });
  const bars = points.flatMap(({ at: step, count }) => {
    if (count === null) return [];
    const [x, y] = [pixelX(plot, step), pixelY(plot, count)];
    return [{ left: x - half, right: x + half, top: y, bottom: plot.height }];
  });
  const curve = (field: 'expected' | 'upper') =>
    points.flatMap((point) => {
      const value = point[field];
      return value === null ? [] : [{ x: pixelX(plot, point.at), y: pixelY(plot, value) }];
    });
  const [expected, upper] = [curve('expected'), curve('upper')];
  const names = [
    { words: bound[language], at: everyTenth(upper) },
    { words: expectation[language], at: everyTenth(expected) },
  ];
  const within = { left: 0, right: plot.width + 10, top: -8, bottom: plot.height };
  return placeLabels(
    [
      ...alarms.map((point) => ({
        words: figure(point.count, language),
        at: [at(point)],
        bold: true,
      })),
      ...names,
    ],
    [...taken, ...signs, ...bars, ...along(expected, 2), ...along(upper, 2)],
    within,
  );
}

/** Some places along a curve, the last first. */
function everyTenth<T>(points: readonly T[]): readonly T[] {
  const every = Math.max(1, Math.floor(points.length / 10));
  return [...points].reverse().filter((_, index) => index % every === 0);
}
