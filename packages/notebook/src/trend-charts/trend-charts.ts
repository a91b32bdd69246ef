import type { Drawing } from '@samenbeeld/charts';
import { UsageError } from '@samenbeeld/schema';
import type {
  AlarmChart,
  ChainedIndex,
  ChangePoints,
  Decomposition,
  Forecast,
  Nowcast,
  PoissonCusum,
  Waterbed,
} from '@samenbeeld/trends';
import { type Drawn, type DrawOptions, draw } from '../draw.ts';
import { drawAnswer } from '../draw-answer.ts';
import type { FindingAnswer } from '../finding-answer.ts';
import { type HandledMarking, strictestMarking } from '../handled-marking.ts';
import type { Picture } from '../picture.ts';
import { isRefused, type Refused } from '../refused.ts';
import type { TrendAnswer } from '../trend.ts';
import { alarmDrawing } from './alarms.ts';
import { forecastDrawing } from './forecasts.ts';
import { penaltyPathDrawing } from './penalty-path.ts';
import { type ByName, indexDrawing, rateDrawing } from './rates.ts';
import { seasonDrawing } from './seasons.ts';
import { advised, type Segmented, segmentDrawing } from './segments.ts';
import { triangleDrawing } from './triangles.ts';
import { waterbedDrawing } from './waterbeds.ts';

/** How stretches are drawn. */
export interface SegmentDrawOptions extends DrawOptions {
  /** Joined lines of a joinpoint fit in place of levels. */
  readonly lines?: boolean;
  /** A logarithmic axis. */
  readonly log?: boolean;
}

/** The charts of trends. What a finding was found in comes as third argument of `show`. */
export interface TrendCharts {
  /** The levels of a series with the breaks that are suggested, its joined lines, or the trend on each side of a declared break. */
  segments(answer: Segmented | Refused, options?: SegmentDrawOptions): Promise<Drawn | Refused>;
  /** How many breaks there would be at each penalty, and which was chosen. */
  penaltyPath(
    answer: TrendAnswer | FindingAnswer<ChangePoints> | Refused,
    options?: DrawOptions,
  ): Promise<Drawn | Refused>;
  /** Counts by period with what was expected and the bound of the usual (`farrington`, `ears`, `poissonCusum`). */
  alarms(
    answer: FindingAnswer<AlarmChart | PoissonCusum> | Refused,
    options?: DrawOptions,
  ): Promise<Drawn | Refused>;
  /** What is expected next, as a fan; `shown` values of the past. */
  forecast(
    answer: FindingAnswer<Forecast> | Refused,
    options?: DrawOptions & { readonly shown?: number },
  ): Promise<Drawn | Refused>;
  /** What was known at each age, and what recent periods are expected to come to (`nowcast`). */
  triangle(
    answer: FindingAnswer<Nowcast> | Refused,
    options?: DrawOptions,
  ): Promise<Drawn | Refused>;
  /** A series above its trend, season and remainder (`decompose`). */
  season(
    answer: FindingAnswer<Decomposition> | Refused,
    options?: DrawOptions,
  ): Promise<Drawn | Refused>;
  /** Shares of a network before and after (`waterbed`). */
  waterbed(
    answer: FindingAnswer<Waterbed> | Refused,
    options?: DrawOptions,
  ): Promise<Drawn | Refused>;
  /** Rates or ratios with their ranges, by name; `reference` is where nothing differs, 1, or null. */
  rates(
    answers: ByName<FindingAnswer | Refused>,
    options?: DrawOptions & { readonly reference?: number | null },
  ): Promise<Drawn | Refused>;
  /** Index numbers from one base, by name (`chainedIndex`). */
  index(
    answers: ByName<FindingAnswer<ChainedIndex> | Refused>,
    options?: DrawOptions,
  ): Promise<Drawn | Refused>;
}

type Shown = { readonly kind: string } & (
  | { readonly picture: Picture }
  | { readonly marking: HandledMarking }
);

function drawn<A extends Shown>(
  name: string,
  given: A | Refused,
  options: DrawOptions,
  drawing: (answer: A) => Drawing,
): Promise<Drawn | Refused> {
  return drawAnswer(name, given, async (answer) =>
    draw('marking' in answer ? answer.marking : answer.picture, drawing(answer), options),
  );
}

/** Several answers in one chart: the first refusal is handed on, the rest is drawn under the strictest of their markings. */
function together<A extends FindingAnswer>(
  name: string,
  answers: ByName<A | Refused>,
  options: DrawOptions,
  drawing: (answers: ByName<A>) => Drawing,
): Promise<Drawn | Refused> {
  const [first] = Object.values(answers);
  if (!first) throw new UsageError('A chart needs at least one answer, by its name.');
  const refusal = Object.values(answers).find(isRefused);
  return drawAnswer(name, refusal ?? (first as A), async () => {
    const given = answers as ByName<A>;
    const marking = strictestMarking(Object.values(given).map((answer) => answer.marking));
    return draw(marking, drawing(given), options);
  });
}

/** The charts of trends. */
export const trendCharts: TrendCharts = {
  segments: (answer, options = {}) =>
    drawn('segments', answer, options, (found) => segmentDrawing(found, options)),
  penaltyPath: (answer, options = {}) =>
    drawn('penaltyPath', answer, options, (found) =>
      penaltyPathDrawing(
        found.kind === 'trend'
          ? (advised(found.finding.methods, 'change_points') as ChangePoints | null)
          : found.finding,
        options.title,
      ),
    ),
  alarms: (answer, options = {}) =>
    drawn('alarms', answer, options, (found) => alarmDrawing(found, options.title)),
  forecast: (answer, options = {}) =>
    drawn('forecast', answer, options, (found) =>
      forecastDrawing(found, { shown: options.shown, title: options.title }),
    ),
  triangle: (answer, options = {}) =>
    drawn('triangle', answer, options, (found) => triangleDrawing(found, options.title)),
  season: (answer, options = {}) =>
    drawn('season', answer, options, (found) => seasonDrawing(found, options.title)),
  waterbed: (answer, options = {}) =>
    drawn('waterbed', answer, options, (found) => waterbedDrawing(found, options.title)),
  rates: (answers, options = {}) =>
    together('rates', answers, options, (found) =>
      rateDrawing(found, {
        title: options.title,
        reference: options.reference === undefined ? 1 : options.reference,
      }),
    ),
  index: (answers, options = {}) =>
    together('index', answers, options, (found) => indexDrawing(found, options.title)),
};
