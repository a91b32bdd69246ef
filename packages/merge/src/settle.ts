import {
  expandPlace,
  freqOf,
  isDay,
  isMass,
  type Observation,
  placeContains,
  places,
  RefusalError,
  type Seizure,
  type Span,
  shape,
  takes,
  UsageError,
} from '@samenbeeld/schema';
import { type CellPeriod, isOfDrug, namedPeriod } from './cell.ts';
import type { Claim } from './claim.ts';
import { claimsAndEvents } from './claims-and-events.ts';
import { comparableEvents } from './comparable-events.ts';
import type { ComparableSum } from './comparable-sum.ts';
import { eventTotals } from './event-totals.ts';
import { type JointTotals, jointTotals } from './joint-totals.ts';
import { drugOf } from './to-claims.ts';
import {
  type Kind,
  kinds,
  type Records,
  type Step,
  stepOfFreq,
  steps,
  type TotalQuestion,
} from './total-question.ts';

/** A question whose step is known. */
type Stepped = TotalQuestion & { readonly by: Step };

/** The totals that a question asks for, with the conflicts behind them and what was not added. */
export interface Settled extends JointTotals {
  /** As it was asked, with the step of its periods. */
  readonly question: TotalQuestion;
  /** Whether the totals are of claims, of single finds, or of both, each where it governs. */
  readonly of: 'claims' | 'events' | 'both';
}

const monthsOf = { year: 12, 'half-year': 6, quarter: 3, month: 1 } as const;

const mostPeriods = 1200;

/** The calendar periods of a step that touch a span, or the same part of each of its years. */
function stepsWithin({ start, end }: Span, by: Step): readonly CellPeriod[] {
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  if (by === 'to-date')
    return years.map((year) => {
      const day = `${year}${end.slice(4)}`;
      return namedPeriod({ start: `${year}-01-01`, end: isDay(day) ? day : `${year}-02-28` });
    });
  const months = monthsOf[by];
  return years
    .flatMap((year) =>
      Array.from({ length: 12 / months }, (_, at) => {
        const next = new Date(Date.UTC(year, (at + 1) * months, 0));
        return namedPeriod({
          start: `${year}-${String(at * months + 1).padStart(2, '0')}-01`,
          end: next.toISOString().slice(0, 10),
        });
      }),
    )
    .filter((period) => period.start <= end && period.end >= start);
}

/** How many months a period has at most, for a figure of it to be asked for by a step. */
function isOfStep({ start, end }: Span, by: Step): boolean {
  if (by === 'to-date' || by === 'year') return true;
  const [year = 0, month = 1] = start.split('-').map(Number);
  const longest = new Date(Date.UTC(year, month - 1 + monthsOf[by], 0)).toISOString().slice(0, 10);
  return end <= longest || freqOf({ start, end }) === 'W';
}

/** From the first to the last figure on the same footing that is no longer than a step; null where there is none. */
function spanOf(spans: readonly Span[], by: Step): Span | null {
  const short = spans.filter((span) => isOfStep(span, by));
  const touched = short.length > 0 ? short : spans;
  if (touched.length === 0) return null;
  const starts = touched.map(({ start }) => start).sort();
  const ends = touched.map(({ end }) => end).sort();
  return { start: starts[0] as string, end: ends.at(-1) as string };
}

/** The step of the figures between the ends of a question: where they are of several parts of years, and all alike, that part. */
function ownStep(
  figures: readonly Observation[],
  finds: readonly Seizure[],
  { from = '', to = '9999' }: TotalQuestion,
): Step {
  const spans = figures.map(spanOfFigure).filter(({ start, end }) => start <= to && end >= from);
  const [first, ...others] = new Set(spans.map(freqOf));
  const several = new Set(spans.map(({ start }) => start)).size > 1;
  const isSeries = finds.length === 0 && others.length === 0 && several;
  return (isSeries && first !== undefined && stepOfFreq[first]) || 'year';
}

function refusePeriod(problem: string, remedy: string): never {
  throw new RefusalError(problem, { dimension: 'period', remedy });
}

function periodsOfQuestion(
  { by, from, to }: Stepped,
  spans: readonly Span[],
): readonly CellPeriod[] {
  if (from !== undefined && to !== undefined && from > to)
    refusePeriod(`${from} lies after ${to}.`, 'Ask from the earlier day to the later one.');
  if (by === 'to-date' && to === undefined)
    refusePeriod('The same part of each year has no end.', 'Say until which day.');
  const touched = spanOf(spans, by);
  const start = from ?? touched?.start;
  const end = to ?? touched?.end;
  if (start === undefined || end === undefined || start > end) return [];
  const periods = stepsWithin({ start, end }, by);
  if (periods.length > mostPeriods)
    refusePeriod(
      `${start} to ${end} has ${periods.length} periods; at most ${mostPeriods} are answered at once.`,
      'Ask for fewer years, or for longer periods.',
    );
  // Whoever asks for half a year must not be given the whole one.
  const [first, last] = [periods[0]?.start ?? start, periods.at(-1)?.end ?? end];
  if (
    (from !== undefined && from !== first) ||
    (to !== undefined && by !== 'to-date' && to !== last)
  )
    refusePeriod(
      `${from ?? first} to ${to ?? last} is not made of whole periods by ${by}: they run from ${first} to ${last}.`,
      'Ask from the first day of a period to the last day of one, or by shorter periods.',
    );
  return periods;
}

/** What kind of thing an observation counts. Of an amount the register's own name of the drug is no kind. */
export function kindOf({
  metric,
  offence,
  nationalCode,
  level,
  countUnit,
}: Observation): Readonly<Record<Kind, string | null>> {
  const isOfDrug = (metric === 'quantity' || metric === 'seizures') && offence === null;
  return {
    offence,
    code: isOfDrug ? null : nationalCode,
    level,
    countUnit: metric === 'quantity' ? null : countUnit,
  };
}

/** The figures that are of the cells of a question, whatever their period and kind. */
function inCell(row: Observation, question: TotalQuestion, members: readonly string[]): boolean {
  const { substance, basis, metric, unit } = question;
  return (
    row.metric === metric &&
    row.basis === basis &&
    (row.stat === 'sum' || row.stat === 'count') &&
    row.value !== null &&
    (row.unit === unit || (isMass(row.unit) && isMass(unit))) &&
    (substance === null ? row.substance === null : isOfDrug(drugOf(row), substance)) &&
    expandPlace(row.place).every((part) => members.some((whole) => placeContains(whole, part)))
  );
}

/** A sum over places must not hold one of them twice, nor figures that each country counts by a rule of its own. */
function checkPlaces({ place, metric }: TotalQuestion): readonly string[] {
  const members = expandPlace(place);
  for (const inner of members)
    for (const outer of members)
      if (inner !== outer && placeContains(outer, inner))
        throw new RefusalError(`${inner} lies in ${outer}, and would be counted twice.`, {
          dimension: 'place',
          remedy: `Ask for ${outer} alone, or for places none of which lies in another.`,
        });
  const countries = new Set(members.map((code) => countryOf(code)));
  if (countries.size > 1 && metric !== 'quantity' && metric !== 'seizures')
    throw new RefusalError(`Each country counts ${metric} by a rule of its own.`, {
      dimension: 'definition',
      remedy: 'Ask for each country apart.',
    });
  return members;
}

function countryOf(code: string): string | null {
  return places.has(code) ? (places.get(code).country ?? code) : code.slice(0, 2);
}

/** The guarded totals of single finds. */
function eventsOf(
  records: Records,
  { place, basis, substance }: TotalQuestion,
  periods: readonly CellPeriod[],
): readonly ComparableSum[] {
  const {
    seizures = [],
    pairs = [],
    coverage = [],
    breaks = [],
    definitions = [],
    decisions,
    seed,
  } = records;
  const byId = new Map(seizures.map((seizure) => [seizure.id, seizure]));
  const comparison = { breaks, definitions, overrides: [...(decisions?.values() ?? [])] };
  return eventTotals(seizures, {
    complex: place,
    substance: substance ?? '',
    basis,
    periods,
    coverage,
    pairs,
    ...(seed !== undefined && { seed }),
  }).map((total) => comparableEvents(total, byId, comparison));
}

/** Finds are weighed in kilograms, each once, whoever reports it. */
function checkEvents({ agencies, unit }: TotalQuestion): void {
  if (agencies)
    throw new RefusalError('Finds are counted once, whichever service reports them.', {
      dimension: 'agency',
      remedy: 'Ask for the finds of all services.',
    });
  if (unit !== 'kg')
    throw new RefusalError('Finds are totalled in kilograms.', {
      dimension: 'unit',
      remedy: 'Ask in kg.',
    });
}

const spansOfFinds = (finds: readonly Seizure[]): readonly Span[] =>
  finds.map(({ date }) => ({ start: date, end: date }));

const spanOfFigure = ({ periodStart, periodEnd }: Observation): Span => ({
  start: periodStart,
  end: periodEnd,
});

function fromEvents(records: Records, finds: readonly Seizure[], question: Stepped): JointTotals {
  const members = new Set(expandPlace(question.place));
  const ports = [...new Set(finds.map(({ place }) => place))].sort();
  if (ports.some((port) => !members.has(port)))
    throw new RefusalError(
      `The finds are of ${ports.join(', ')}, and whether they are all of ${question.place} is not known.`,
      { dimension: 'place', remedy: `Ask for ${ports.join('+')}.` },
    );
  checkEvents(question);
  const periods = periodsOfQuestion(question, spansOfFinds(finds));
  const guarded = eventsOf(records, question, periods);
  return {
    totals: guarded.map(({ total }) => total),
    conflicts: [],
    notAdded: [],
    claims: [],
    guarded,
    grounds: new Map(),
    lapsed: new Map(),
  };
}

function checkKinds(figures: readonly Observation[]): void {
  for (const kind of kinds) {
    const found = [...new Set(figures.map((row) => kindOf(row)[kind]))].sort();
    if (found.length > 1)
      throw new RefusalError(
        `The figures are of several kinds: ${kind} ${found.map((one) => one ?? 'none').join(', ')}.`,
        { dimension: kind, remedy: `Say which ${kind} is asked.` },
      );
  }
}

/** The totals of claims. */
function claimsOf(
  { decisions, definitions, observations }: Records,
  question: TotalQuestion,
  periods: readonly CellPeriod[],
  {
    figure,
    floors = [],
  }: { readonly figure: Observation | undefined; readonly floors?: readonly Claim[] },
): JointTotals {
  const { place, basis, metric, unit, agencies = null } = question;
  const rows = observations.filter(
    (row) => isOfKind(row, question) && (question.substance !== null || row.substance === null),
  );
  return jointTotals(rows, {
    complex: place,
    substance: question.substance ?? '',
    basis,
    metric,
    unit,
    agencies,
    kinds: kindsNamed(question, figure),
    periods,
    floors,
    ...(decisions && { decisions }),
    ...(definitions && { definitions }),
  });
}

/**
 * What sets a count apart, as the name of its cell has it: as the question says, else as its figures have it. What is weighed or
 * seized of a drug is set apart by drug and unit.
 */
function kindsNamed(question: TotalQuestion, figure: Observation | undefined): readonly string[] {
  if (question.metric === 'quantity' || question.metric === 'seizures') return [];
  const own = figure && kindOf(figure);
  return kinds.flatMap((kind) => {
    const code = question[kind] === undefined ? own?.[kind] : question[kind];
    return code === undefined || code === null ? [] : [`${kind}=${code}`];
  });
}

function isOfKind(row: Observation, question: TotalQuestion): boolean {
  const own = kindOf(row);
  return kinds.every((kind) => question[kind] === undefined || question[kind] === own[kind]);
}

function checkQuestion({ by, from, to, substance }: TotalQuestion): void {
  if (by !== undefined && !steps.includes(by))
    throw new UsageError(`settle: by is ${steps.join(', ')}, not "${by}".`);
  for (const [name, day] of Object.entries({ from, to }))
    if (day !== undefined && (typeof day !== 'string' || !isDay(day)))
      throw new UsageError(
        `settle: ${name} is a day, such as "2024-01-01", not ${JSON.stringify(day)}.`,
      );
  if (substance !== null && typeof substance !== 'string')
    throw new UsageError('settle: substance is a code, or null for what is counted of no drug.');
}

/** The figures and finds on the footing of a question. */
function footingOf(
  records: Records,
  asked: TotalQuestion,
): {
  readonly figures: readonly Observation[];
  readonly finds: readonly Seizure[];
} {
  const { substance } = asked;
  const members = checkPlaces(asked);
  const figures = records.observations.filter(
    (row) => inCell(row, asked, members) && isOfKind(row, asked),
  );
  const finds =
    substance !== null && asked.metric === 'quantity' && isMass(asked.unit)
      ? (records.seizures ?? []).filter(
          (seizure) =>
            seizure.basis === asked.basis &&
            isMass(seizure.unit) &&
            isOfDrug(seizure.substance, substance) &&
            members.some((whole) => placeContains(whole, seizure.place)),
        )
      : [];
  return { figures, finds };
}

/**
 * The step of the figures that a question is of, whatever step it asks by: where all of them are of one part of years that part,
 * else the year. Nothing is totalled.
 *
 * @example
 * ```ts
 * import { stepOfFigures } from '@samenbeeld/merge';
 * const heroin = { place: 'BEANR', substance: 'HER', basis: 'seized_in_port', metric: 'quantity', unit: 'kg' };
 * stepOfFigures({ observations: [] }, heroin) // => 'year'
 * ```
 */
export function stepOfFigures(records: Records, asked: TotalQuestion): Step {
  const { figures, finds } = footingOf(records, asked);
  return ownStep(figures, finds, asked);
}

/**
 * The totals that a question asks for, exactly as docs/joint-total.md defines them, for any place, substance, basis, metric
 * and period. Single finds of declared full coverage govern, and claims check them; otherwise claims govern, and finds are a
 * floor (rule 8). A period in which nothing is reported has the status `none`, never 0.
 *
 * Throws a RefusalError (its `dimension` says of what) where the figures are of several kinds and none is named, a place lies in
 * another, the ends are not those of whole periods, or finds cannot answer.
 *
 * @param records observations and seizures, with what is declared and decided of them
 * @param asked the scope and the periods; amounts are in its unit
 * @example
 * ```ts
 * import { settle } from '@samenbeeld/merge';
 * const heroin = { place: 'BEANR', substance: 'HER', basis: 'seized_in_port', metric: 'quantity', unit: 'kg' };
 * const halves = { ...heroin, from: '2022-01-01', to: '2022-12-31', by: 'half-year' } as const;
 * settle({ observations: [] }, halves).totals.map(({ status }) => status) // => ['none', 'none']
 * ```
 */
export function settle(records: Records, asked: TotalQuestion): Settled {
  takes(
    'settle',
    [
      'records',
      records,
      shape.record<Records>({
        observations: shape.list(shape.record({}), 'a list of observations'),
      }),
    ],
    [
      'question',
      asked,
      shape.record<TotalQuestion>({
        place: shape.text,
        basis: shape.text,
        metric: shape.text,
        unit: shape.text,
      }),
    ],
  );
  checkQuestion(asked);
  const { figures, finds } = footingOf(records, asked);
  const question = { ...asked, by: asked.by ?? ownStep(figures, finds, asked) };
  if (finds.length === 0) {
    checkKinds(figures);
    const periods = periodsOfQuestion(question, figures.map(spanOfFigure));
    return {
      ...claimsOf(records, question, periods, { figure: figures[0] }),
      question,
      of: 'claims',
    };
  }
  // Claims on another footing stand beside finds too.
  if (records.observations.length === 0)
    return { ...fromEvents(records, finds, question), question, of: 'events' };
  checkKinds(figures);
  checkEvents(question);
  const periods = periodsOfQuestion(question, [
    ...figures.map(spanOfFigure),
    ...spansOfFinds(finds),
  ]);
  return {
    ...claimsAndEvents(records, finds, question, periods, {
      ofClaims: (own, floors) => claimsOf(records, question, own, { figure: figures[0], floors }),
      ofEvents: (own) => eventsOf(records, question, own),
    }),
    question,
    of: 'both',
  };
}
