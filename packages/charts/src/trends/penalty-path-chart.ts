import { figure, type Text, UsageError } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { flagLayers, topOf, unitRise } from '../drawing/flag-layers.ts';
import { placeFlags } from '../drawing/flags.ts';
import { drawable } from '../drawing/period-values.ts';
import { linearAxis, logAxis } from '../drawing/value-axis.ts';
import { chart, isNarrow, widthFor } from '../frame.ts';
import { widthOf } from '../lines.ts';
import { penaltyPathLayers } from './penalty-path-layers.ts';
import { pathCaption, pathTable, pathTitle, pathWords } from './penalty-path-words.ts';

/** The penalties for which so many breaks are best. */
export interface PenaltyStep {
  readonly breaks: number;
  readonly from: number;
  /** null has no upper end: the penalty beyond which no further break goes. */
  readonly to: number | null;
}

/** A penalty with its name ("BIC"). */
export interface NamedPenalty {
  readonly penalty: number;
  readonly name: Text;
}

/** Options of {@link penaltyPathChart}. */
export interface PenaltyPathChartOptions extends ChartOptions {
  readonly chosen: NamedPenalty;
  /** Further penalties in use, drawn thin. */
  readonly others?: readonly NamedPenalty[] | undefined;
}

/**
 * How many breaks are best at each penalty, as steps on a logarithmic axis, with the chosen penalty named. The stretch
 * without a break is shaded, so that one sees how far it lies from the choice.
 *
 * @throws UsageError for an empty path; InputError for a number that is not finite
 * @example
 * ```ts
 * import { penaltyPathChart } from '@samenbeeld/charts';
 * const name = { nl: 'BIC', fr: 'BIC', de: 'BIC', en: 'BIC' };
 * const steps = [{ breaks: 1, from: 1, to: 9 }, { breaks: 0, from: 9, to: null }];
 * penaltyPathChart(steps, { language: 'en', chosen: { penalty: 4.6, name } }).table.rows // => [[1, 1, 9, 'BIC'], [0, 9, null, '']]
 * ```
 */
export function penaltyPathChart(
  steps: readonly PenaltyStep[],
  options: PenaltyPathChartOptions,
): Chart {
  const { language, chosen, others = [] } = options;
  if (steps.length === 0) throw new UsageError('a path of penalties needs at least one step');
  const named = [chosen, ...others];
  const path = [...steps].sort((a, b) => a.from - b.from);
  const ends = [
    ...path.flatMap(({ from, to, breaks }) => [from, to].map((end) => drawable(end, `${breaks}`))),
    ...named.map(({ penalty, name }) => drawable(penalty, name.en)),
  ].filter((end) => end !== null);
  const high = Math.max(1, ...path.map(({ breaks }) => breaks));
  const up = linearAxis([0, high], { language, count: Math.min(high, 6) });
  const [left, right] = [up.room + 16, 14];
  const width = widthFor(options) - left - right;
  const height = isNarrow(options) ? 200 : 240;
  const edge = path.find(({ breaks }) => breaks === 0)?.from;
  const name = pathWords.none[language].split(' ').map((word) => widthOf(word, 12));
  const span = spanOf(ends, edge, (Math.max(...name) + 20) / width);
  const place = (penalty: number): number => {
    const share = Math.log(Math.max(penalty, span[0]) / span[0]) / Math.log(span[1] / span[0]);
    return Math.min(1, share) * width;
  };
  const at = path.find(
    ({ from, to }) => chosen.penalty >= from && (to === null || chosen.penalty < to),
  );
  const flags = placeFlags(
    named.map(({ penalty, name }, index) => ({
      x: place(penalty),
      words: `${name[language]}\u00a0=\u00a0${figure(penalty, language)}`,
      kind: index === 0 ? ('declared' as const) : ('start' as const),
    })),
    { left, right, width },
  );
  const unit = pathWords.breaks[language];
  return chart(
    options,
    {
      title: pathTitle(at?.breaks),
      caption: pathCaption(path, chosen, at),
      table: pathTable(path, named, language),
    },
    {
      layer: [
        ...penaltyPathLayers(path, {
          up,
          across: logAxis(span, { language, count: Math.floor(width / 90) }),
          place,
          span,
          width,
          height,
          left,
          language,
          rise: unitRise(flags, unit, left),
          rules: named.map(({ penalty }) => place(penalty)),
          dot: at ? { penalty: chosen.penalty, breaks: at.breaks } : null,
        }),
        ...flagLayers(flags, height),
      ],
      height,
      left,
      right,
      top: topOf(flags, unit, left),
      bottom: 42,
    },
  );
}

/** From below the least to above the largest penalty, so that the stretch without a break has its share of the width. */
function spanOf(
  ends: readonly number[],
  edge: number | undefined,
  share: number,
): readonly [number, number] {
  const above = ends.filter((end) => end > 0);
  const least = Math.min(...above) / 1.2;
  const most = Math.max(...above) * 1.8;
  if (edge === undefined || edge <= least) return [least, most];
  const needed = Math.exp((Math.log(edge) - share * Math.log(least)) / (1 - share));
  return [least, Math.max(most, needed)];
}
