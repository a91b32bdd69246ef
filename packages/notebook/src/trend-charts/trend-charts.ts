import {
  type AlarmPoint,
  alarmChart,
  type Drawing,
  decompositionChart,
  forecastChart,
  penaltyPathChart,
  rateChart,
  seriesIndexChart,
  type TriangleCell,
  triangleChart,
  waterbedChart,
} from '@samenbeeld/charts';
import {
  type Finding,
  inEach,
  periodCode,
  placeLabel,
  type Text,
  wrongUse,
} from '@samenbeeld/schema';
import type {
  AlarmChart,
  ChainedIndex,
  ChangePoints,
  CusumTime,
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
import type { Picture } from '../opened-picture.ts';
import { isRefused, type Refused } from '../refused.ts';
import type { TrendAnswer } from '../trend.ts';
import { words } from '../words.ts';
import { networkBehind, seriesBehind, triangleBehind, valuesBehind } from './found-in.ts';
import { named, nameOf } from './named.ts';
import { advised, type Segmented, segmentDrawing } from './segments.ts';
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
    throw wrongUse(
      '`chart.alarms` tekent aantallen per periode: wat `farrington`, `ears` of `poissonCusum` vond, niet {kind}.',
      '`chart.alarms` dessine des nombres par période : ce que `farrington`, `ears` ou `poissonCusum` a trouvé, et non {kind}.',
      '`chart.alarms` zeichnet Anzahlen je Zeitraum: was `farrington`, `ears` oder `poissonCusum` fand, nicht {kind}.',
      '`chart.alarms` draws counts by period: what `farrington`, `ears` or `poissonCusum` found, not {kind}.',
      { kind },
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
function alarmDrawing(
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

/** Answers by the name of a place, an office or a year. */
type ByName<A> = Readonly<Record<string, A>>;

function called(name: string): Text {
  return inEach((language) => placeLabel(name, language));
}

/** The drawing of estimates with their ranges, row by row. */
function rateDrawing(
  answers: ByName<FindingAnswer>,
  { title, reference }: { readonly title: Text | undefined; readonly reference: number | null },
): Drawing {
  const rows = Object.entries(answers).map(([name, { finding }]) => ({
    label: called(name),
    estimate: finding.estimate,
    low: finding.interval?.low ?? null,
    high: finding.interval?.high ?? null,
    n: finding.n,
  }));
  return (own) => rateChart(rows, { ...own, title, reference });
}

/** The drawing of index numbers from one base. */
function indexDrawing(
  answers: ByName<FindingAnswer<ChainedIndex>>,
  title: Text | undefined,
): Drawing {
  const found = Object.entries(answers);
  const base = found[0]?.[1].finding.details.base ?? '';
  const series = found.map(([name, { finding }]) => ({
    label: called(name),
    points: finding.points,
  }));
  return (own) => seriesIndexChart(series, { ...own, title, base });
}

/** The drawing of what was known at each age, and of what is expected at the ages to come. */
function triangleDrawing(answer: FindingAnswer<Nowcast>, title: Text | undefined): Drawing {
  const { rows, developments, unit, subject } = answer.finding;
  const triangle = triangleBehind(answer);
  const ages = triangle.columns.map(Number);
  const expected = new Map(rows.map((row) => [row.period, row]));
  const cells = triangle.rows.flatMap(({ periodStart, periodEnd, values }): TriangleCell[] => {
    const period = periodCode({ start: periodStart, end: periodEnd });
    const last = values.findLastIndex((value) => value !== null);
    const row = expected.get(`${periodStart}/${periodEnd}`);
    const known = values
      .slice(0, last + 1)
      .map((value, at): TriangleCell => ({ period, age: ages[at] as number, value }));
    let grown = row?.known ?? 0;
    const ahead = developments.slice(last).map(({ factor, to }, at): TriangleCell => {
      grown *= factor;
      const final = last + 1 + at === developments.length;
      return {
        period,
        age: Number(to),
        value: final ? (row?.ultimate ?? grown) : grown,
        expected: true,
        ...(final && row?.interval && { low: row.interval.low, high: row.interval.high }),
      };
    });
    return row ? [...known, ...ahead] : known;
  });
  return named({ title, name: nameOf(subject) }, (own) =>
    triangleChart(cells, { ...own, age: words.monthsLater, unit: unitName(unit, own) }),
  );
}

function span(periods: readonly string[]): Text | undefined {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return inEach(() => (first === last ? first : `${first}–${last}`));
}

/** The drawing of the shares of a network before and after. */
function waterbedDrawing(answer: FindingAnswer<Waterbed>, title: Text | undefined): Drawing {
  const { sites, details, subject } = answer.finding;
  const network = networkBehind(answer);
  const { periods = [], from } = network ?? {};
  const cut = from === undefined ? periods.length - 1 : periods.indexOf(from);
  const [before, after] = [span(periods.slice(0, cut)), span(periods.slice(cut))];
  const labelled = sites.map((site) => ({
    ...site,
    label: inEach((language) => placeLabel(site.site, language)),
  }));
  const counted = details.verdict !== 'described';
  return named({ title, name: nameOf(subject) }, (own) =>
    waterbedChart(labelled, {
      ...own,
      before,
      after,
      counted,
      unit: counted ? undefined : unitName(network?.unit, own),
    }),
  );
}

/** The drawing of a series with what is expected of it, and how such forecasts did on the past. */
function forecastDrawing(
  answer: FindingAnswer<Forecast>,
  { shown, title }: { readonly shown?: number | undefined; readonly title: Text | undefined },
): Drawing {
  const { steps, details, interval, unit, subject } = answer.finding;
  if (steps.some(({ period }) => period === ''))
    throw wrongUse(
      'Een voorspelling wordt per periode getekend: noem de komende perioden, `forecast(values, { periods: ["2026-01", …] })`.',
      'Une prévision se dessine par période : nommez les périodes à venir, `forecast(values, { periods: ["2026-01", …] })`.',
      'Eine Vorhersage wird je Zeitraum gezeichnet: Nennen Sie die kommenden Zeiträume, `forecast(values, { periods: ["2026-01", …] })`.',
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

/** The drawing of a series above its trend, its seasons and what remains. */
function seasonDrawing(answer: FindingAnswer<Decomposition>, title: Text | undefined): Drawing {
  const { trend, seasons, remainder, weights, subject } = answer.finding;
  const points = valuesBehind(answer).map(({ period, value }, i) => ({
    period,
    observed: value,
    trend: trend[i] ?? null,
    seasonal: seasons.map(({ values }) => values[i] ?? null),
    remainder: remainder[i] ?? null,
    outlier: (weights[i] ?? 1) < 1e-8,
  }));
  return named({ title, name: nameOf(subject) }, (own) =>
    decompositionChart(points, { ...own, unit: unitName(seriesBehind(answer).unit, own) }),
  );
}

/** The drawing of how many breaks each penalty would allow. */
function penaltyPathDrawing(finding: ChangePoints | null, title: Text | undefined): Drawing {
  const path = finding?.path ?? [];
  if (!finding || path.length === 0)
    throw wrongUse(
      'Er is geen pad van straffen berekend: vraag met `{ depth: "full" }`, of roep `changePoints` aan met `{ path: true }`.',
      'Aucun chemin de pénalités n’a été calculé : demandez avec `{ depth: "full" }`, ou appelez `changePoints` avec `{ path: true }`.',
      'Es wurde kein Pfad der Strafen berechnet: Fragen Sie mit `{ depth: "full" }`, oder rufen Sie `changePoints` mit `{ path: true }` auf.',
      'No path of penalties was computed: ask with `{ depth: "full" }`, or call `changePoints` with `{ path: true }`.',
    );
  const steps = path.map(({ changes, from, to }) => ({ breaks: changes, from, to }));
  const chosen = { penalty: finding.details.penalty, name: words.chosen };
  return named({ title, name: nameOf(finding.subject) }, (own) =>
    penaltyPathChart(steps, { ...own, chosen }),
  );
}

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
  if (!first)
    throw wrongUse(
      'Een grafiek vraagt ten minste één antwoord, bij zijn naam.',
      'Un graphique demande au moins une réponse, par son nom.',
      'Ein Diagramm braucht mindestens eine Antwort, mit ihrem Namen.',
      'A chart needs at least one answer, by its name.',
    );
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
