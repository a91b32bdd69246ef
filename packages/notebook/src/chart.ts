import { agencyNames, placeText } from '@samenbeeld/answers';
import {
  type BasisRow,
  basisChart,
  type ConflictClaim,
  conflictChart,
  countChart,
  countListed,
  coverageChart,
  memberChart,
  portMap,
  seizureDotChart,
  sizeBandChart,
  type TrendPoint,
  totalChart,
  trendChart,
  waterfallChart,
} from '@samenbeeld/charts';
import {
  coverage as coverageOf,
  type PairStep,
  pairWaterfall,
  probabilityText,
  questionsIn,
  waterfallLines,
} from '@samenbeeld/merge';
import { paragraph, renderCell } from '@samenbeeld/page';
import {
  bases,
  foundNone,
  inEach,
  type MemberTotal,
  placeLabel,
  places,
  UsageError,
  wrongUse,
} from '@samenbeeld/schema';
import type { SenSlope, Trend, TrendAdvice } from '@samenbeeld/trends';
import { output, pre } from './cell.ts';
import type { Counted } from './counted-once.ts';
import { type Drawn, type DrawOptions, draw } from './draw.ts';
import { drawAnswer } from './draw-answer.ts';
import type { FindingAnswer } from './finding-answer.ts';
import type { Joint } from './joint.ts';
import { awaited, type Bundle, plainly } from './kernel.ts';
import { labelOf, numberIn, rangeIn, wordingName } from './labels.ts';
import { type MoneyCharts, moneyCharts } from './money/money-charts.ts';
import type { Picture } from './opened-picture.ts';
import type { Refused } from './refused.ts';
import { noPair, type ReviewRow, type ReviewTable, sideText } from './review-table.ts';
import { bandName, type SizeBandsAnswer } from './size-bands.ts';
import type { TrendAnswer } from './trend.ts';
import { ownTrend } from './trend-charts/own-trend.ts';
import { segmentDrawing } from './trend-charts/segments.ts';
import { type TrendCharts, trendCharts } from './trend-charts/trend-charts.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

/** What is summed beside what is not, by year. */
function basisRows({ totals, notAdded, claims }: Joint): readonly BasisRow[] {
  const label = (code: string) => inEach((language) => labelOf(bases, code, language));
  const known = new Set(claims.map(({ id }) => id));
  const rows = [
    ...totals.flatMap(({ period, basis, reported: { lowest, likely } }) =>
      lowest === null
        ? []
        : [
            {
              period,
              basis,
              label: label(basis),
              value: lowest,
              shown: inEach((language) =>
                rangeIn({ low: lowest, high: likely === lowest ? lowest : null }, language),
              ),
              summed: true,
            },
          ],
    ),
    ...notAdded.flatMap(({ period, basis, value, kind, claim, wording }) =>
      kind !== 'basis' || value === null || !known.has(claim)
        ? []
        : [
            {
              period,
              basis,
              label: label(basis),
              value,
              shown: inEach((language) =>
                `${wordingName(wording, language)} ${numberIn(value, language)}`.trim(),
              ),
              summed: false,
            },
          ],
    ),
  ];
  return rows.sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
}

/** One port in one year; a UsageError says which there are. */
function memberOf({ totals }: Joint, place: string, year: number): MemberTotal {
  const total = totals.find(({ period }) => period === String(year));
  const member = total?.members.find((one) => one.place === place);
  if (member) return member;
  const years = totals.map(({ period }) => period).join(', ');
  throw wrongUse(
    'Er is geen {place} in {year}. Er zijn: {places}; jaren: {years}.',
    'Il n’y a pas de {place} en {year}. Il y a : {places} ; années : {years}.',
    'Es gibt kein {place} in {year}. Es gibt: {places}; Jahre: {years}.',
    'There is no {place} in {year}. There are {places} in {years}.',
    {
      place,
      year: String(year),
      places: totals[0]?.members.map((one) => one.place).join(', ') || foundNone,
      years: years || foundNone,
    },
  );
}

/** The claims about one port, each with its part in the figure. */
function conflictClaims(total: Joint, member: MemberTotal): readonly ConflictClaim[] {
  const byId = new Map(total.claims.map((claim) => [claim.id, claim]));
  const claim = (id: string, role: ConflictClaim['role']): readonly ConflictClaim[] => {
    const found = byId.get(id);
    if (!found) return [];
    const { agencies: who, publishedOn, interval, value } = found;
    const label = inEach((language) => `${agencyNames(who, language)}, ${publishedOn ?? '–'}`);
    return [{ label, interval, value, role }];
  };
  return [
    ...(member.governing === null ? [] : claim(member.governing, 'governing')),
    ...member.rivals.flatMap((id) => claim(id, member.state === 'apart' ? 'apart' : 'rival')),
    ...[...member.combined, ...member.absorbed].flatMap((id) => claim(id, 'absorbed')),
    ...member.finds.flatMap((id) => claim(id, 'floor')),
  ];
}

/** The points of a series with their ranges. */
function trendPoints({ series }: Pick<TrendAnswer, 'series'>): readonly TrendPoint[] {
  return series.points.map(({ period, value, interval, provisional }) => ({
    period,
    value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    provisional,
  }));
}

/** The ports that a picture asks about, and others that it holds figures of. */
function portsOf({ metadata, totals, observations, seizures }: Picture) {
  const area = questionsIn(metadata)[0]?.place ?? totals[0]?.complex;
  if (area === undefined)
    throw wrongUse(
      'chart.map: het beeld vraagt naar geen plaats, dus is er niets te tekenen.',
      'chart.map : le tableau ne porte sur aucun lieu, il n’y a donc rien à dessiner.',
      'chart.map: Das Lagebild fragt nach keinem Ort, also gibt es nichts zu zeichnen.',
      'chart.map: the picture asks of no place, so there is nothing to draw.',
    );
  const named = new Set([...observations.rows, ...seizures.rows].map(({ place }) => place));
  const isPort = (code: string): boolean => places.has(code) && places.get(code).kind === 'port';
  return { area, context: [...named].filter(isPort).sort() };
}

/** Why two records may be the same seizure: what they say, and what each reason makes of the probability. */
export interface PairReasons extends View {
  readonly kind: 'pair-reasons';
  readonly picture: Picture;
  readonly row: ReviewRow;
  readonly steps: readonly PairStep[];
}

function outputs({ picture, row, steps }: PairReasons): readonly Bundle[] {
  const { language } = picture;
  const { first, second, pair, withheld } = row;
  const records =
    withheld === null
      ? [
          paragraph(`${words.firstReport[language]}: ${sideText(first, language)}`),
          paragraph(`${words.secondReport[language]}: ${sideText(second, language)}`),
        ]
      : [paragraph(`${words.withheld[language]} (${withheld})`)];
  const { probability, decision } = pair.pair;
  // Stored to six digits; only a decision makes it certain.
  const unsure = Math.min(Math.max(probability, 1e-7), 1 - 1e-7);
  const together = decision === null ? unsure : probability;
  const place = first[0] ? placeLabel(first[0].place, language) : '';
  const heading = withheld === null ? `${row.number}. ${place}` : `${row.number}.`;
  const above = renderCell([paragraph(heading), ...records], language);
  const lines = waterfallLines(steps, language).join('\n');
  const below = renderCell(
    [paragraph(`${words.withAllTied[language]}: ${probabilityText(together, language)}`)],
    language,
  );
  return [
    output(picture, {
      html: above.html + pre(lines) + below.html,
      plain: [above.plain, lines, below.plain].join('\n'),
    }),
  ];
}

/**
 * Why a pair of a review table is held to be the same seizure or not, as a waterfall: the probability before anything is
 * compared, what each reason makes of it, and all together. `chart.waterfall` draws it.
 *
 * Throws UsageError for a number that is not there, and for a blind table, whose readers judge without it.
 *
 * @param number of the pair as shown
 * @example
 * ```ts
 * import { ingest, pairReasons, reviewTable } from '@samenbeeld/notebook';
 * const { mkdtemp } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const out = `${await mkdtemp(`${tmpdir()}/reasons-`)}/picture`;
 * const { picture } = await ingest('exercise-nl-harc', 'fixtures/exercise/nl-harc-2018-2025.csv', { out });
 * const said = await Promise.resolve().then(() => pairReasons(reviewTable(picture), 1)).catch(({ message }) => message);
 * said // => 'There is no pair 1; there are none.'
 * await picture.close();
 * ```
 */
export function pairReasons({ picture, rows, blind }: ReviewTable, number: number): PairReasons {
  const row = rows.find((one) => one.number === number);
  if (!row) throw plainly(new UsageError(noPair(number, rows)), picture.language);
  if (blind)
    throw plainly(
      wrongUse(
        'Een blinde tabel wordt zonder redenen beoordeeld. Vraag ze van een die niet blind is.',
        'Un tableau aveugle se juge sans motifs. Demandez-les à un tableau qui ne l’est pas.',
        'Eine blinde Tabelle wird ohne Gründe beurteilt. Fragen Sie sie von einer, die nicht blind ist.',
        'A blind table is judged without reasons. Ask them of one that is not blind.',
      ),
      picture.language,
    );
  const steps = pairWaterfall(row.pair.pair, { withhold: row.withheld !== null });
  return view<PairReasons>({ kind: 'pair-reasons', picture, row, steps }, outputs);
}

/** The charts of a picture: each takes an answer and draws it. Await them. */
export interface Charts extends TrendCharts, MoneyCharts {
  /** The reported range of joint totals, year by year. */
  total(total: Joint | Refused, options?: DrawOptions): Promise<Drawn | Refused>;
  /** Each port of an area, on one scale. */
  member(total: Joint | Refused, options?: DrawOptions): Promise<Drawn | Refused>;
  /** Which port reported when. */
  coverage(total: Joint | Refused, options?: DrawOptions): Promise<Drawn | Refused>;
  /** What is summed beside what is not: figures on other bases, never stacked. */
  basis(total: Joint | Refused, options?: DrawOptions): Promise<Drawn | Refused>;
  /** The rival and absorbed claims about one port in one year. */
  conflict(
    total: Joint | Refused,
    which: { readonly place: string; readonly year: number },
    options?: DrawOptions,
  ): Promise<Drawn | Refused>;
  /**
   * A series with its ranges; a line only where the test shows a trend. Of numbers of your own: what `adviseTrend`, `trendOf`
   * or `senSlope` found, shown with `foundIn`.
   */
  trend(
    answer: TrendAnswer | FindingAnswer<Trend | TrendAdvice | SenSlope> | Refused,
    options?: DrawOptions,
  ): Promise<Drawn | Refused>;
  /** Small and large seizures, year by year. */
  sizeBands(answer: SizeBandsAnswer | Refused, options?: DrawOptions): Promise<Drawn | Refused>;
  /** Every seizure as a dot. */
  seizures(counted: Counted | Refused, options?: DrawOptions): Promise<Drawn | Refused>;
  /** Number of seizures by port and year. */
  counts(counted: Counted | Refused, options?: DrawOptions): Promise<Drawn | Refused>;
  /** Why two records may be the same seizure, reason by reason. */
  waterfall(reasons: PairReasons, options?: DrawOptions): Promise<Drawn>;
  /** Where the ports are. */
  map(picture: Picture, options?: DrawOptions): Promise<Drawn>;
}

/**
 * The charts. Building one is quick; drawing it loads vega, so they are awaited. Each carries the banner of its
 * picture in the drawing itself.
 */
export const chart: Charts = {
  ...trendCharts,
  ...moneyCharts,
  total: (total, options = {}) =>
    drawAnswer('total', total, ({ picture, totals }) =>
      draw(picture, (own) => totalChart(totals, { ...own, title: options.title }), options),
    ),
  member: (total, options = {}) =>
    drawAnswer('member', total, ({ picture, totals }) => {
      const codes = new Set(totals.flatMap(({ members }) => members.map(({ place }) => place)));
      const names = Object.fromEntries([...codes].map((code) => [code, placeText(code)]));
      return draw(
        picture,
        (own) => memberChart(totals, { ...own, names, title: options.title }),
        options,
      );
    }),
  coverage: (total, options = {}) =>
    drawAnswer('coverage', total, ({ picture, totals }) => {
      const cells = coverageOf(totals).map(({ place, period, state }) => ({
        row: placeText(place),
        period,
        state,
      }));
      return draw(
        picture,
        (own) => coverageChart(cells, { ...own, title: options.title }),
        options,
      );
    }),
  basis: (total, options = {}) =>
    drawAnswer('basis', total, (joint) =>
      draw(
        joint.picture,
        (own) => basisChart(basisRows(joint), { ...own, title: options.title }),
        options,
      ),
    ),
  conflict: (total, { place, year }, options = {}) =>
    drawAnswer('conflict', total, (joint) => {
      const claims = conflictClaims(joint, memberOf(joint, place, year));
      const title = options.title ?? inEach((language) => `${placeLabel(place, language)} ${year}`);
      return draw(joint.picture, (own) => conflictChart(claims, { ...own, title }), options);
    }),
  trend: (answer, options = {}) =>
    drawAnswer('trend', answer, async (given) => {
      const marking = given.kind === 'trend' ? given.picture : given.marking;
      const found = given.kind === 'trend' ? given : ownTrend(given);
      const { finding, series } = found;
      const title = options.title ?? series.label;
      const { unit, points } = series;
      if (points.some(({ period }) => period.length > 4))
        return draw(marking, segmentDrawing(found, { title }), options);
      return draw(
        marking,
        (own) => trendChart(trendPoints(found), { ...own, title, unit, slope: finding }),
        options,
      );
    }),
  sizeBands: (answer, options = {}) =>
    drawAnswer('sizeBands', answer, ({ marking, counts }) => {
      const rows = counts.map(({ year, low, high, count }) => ({
        period: String(year),
        kind: String(low),
        label: inEach((language) => bandName(low, high, language)),
        count,
      }));
      return draw(marking, (own) => sizeBandChart(rows, { ...own, title: options.title }), options);
    }),
  seizures: (counted, options = {}) =>
    drawAnswer('seizures', counted, ({ picture, rows }) => {
      const dots = rows.map(({ id, year, place, kilograms }) => ({
        id,
        year: String(year),
        place,
        name: placeText(place),
        value: kilograms,
      }));
      return draw(
        picture,
        (own) => seizureDotChart(dots, { ...own, title: options.title }),
        options,
      );
    }),
  counts: (counted, options = {}) =>
    drawAnswer('counts', counted, ({ picture, rows, covered }) => {
      const codes = [...new Set(rows.map(({ place }) => place))].sort();
      const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
      const counts = years.flatMap((year) =>
        codes.map((place) => {
          const found = rows.filter((row) => row.year === year && row.place === place).length;
          const isWhole = covered.some((one) => one.year === year && one.place === place);
          return {
            ...{ period: String(year), kind: place, label: placeText(place) },
            ...countListed(found, isWhole),
          };
        }),
      );
      return draw(picture, (own) => countChart(counts, { ...own, title: options.title }), options);
    }),
  waterfall: ({ picture, row, steps }, options = {}) =>
    awaited(
      'chart.waterfall(…)',
      draw(
        picture,
        (own) =>
          waterfallChart(steps, {
            ...own,
            together: row.pair.pair.probability,
            title: options.title,
          }),
        options,
      ),
    ),
  map: (picture, options = {}) =>
    awaited(
      'chart.map(…)',
      draw(
        picture,
        (own) => portMap({ ...own, ...portsOf(picture), title: options.title }),
        options,
      ),
    ),
};
