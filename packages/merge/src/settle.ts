import {
  type Break,
  type Coverage,
  type Decision,
  type Definition,
  expandPlace,
  freqOf,
  isDay,
  type Observation,
  placeContains,
  RefusalError,
  type Seizure,
  type Span,
  shape,
  substanceContains,
  substances,
  takes,
} from '@samenbeeld/schema';
import { type CellPeriod, namedPeriod, placeRelation, substanceRelation } from './cell.ts';
import { comparableEvents } from './comparable-events.ts';
import type { DoubleReport } from './double-reports.ts';
import { eventTotals } from './event-totals.ts';
import { type JointTotals, jointTotals } from './joint-totals.ts';
import { toClaims } from './to-claims.ts';

/** By what periods a question is answered; `to-date` is the same part of each year, up to the day and month of `to`. */
export type Step = 'year' | 'half-year' | 'quarter' | 'month' | 'to-date';

const monthsOf = { year: 12, 'half-year': 6, quarter: 3, month: 1 } as const;

/** What is asked for: a figure of which scope, by which periods. Everything but the span is named; nothing is taken for granted. */
export interface TotalQuestion {
  /** A place, an area, or several places joined by `+`. */
  readonly place: string;
  /** A drug or a family, or a register's own label that no list knows; null for what is counted of no drug (offences). */
  readonly substance: string | null;
  /** Only figures of this offence; by default those of no offence or any. */
  readonly offence?: string | null;
  readonly basis: string;
  readonly metric: string;
  readonly unit: string;
  /** Years unless said otherwise. */
  readonly by?: Step;
  /** First and last day (ISO); by default those of the figures on the same footing. */
  readonly from?: string;
  readonly to?: string;
  /** Only what these agencies count; by default all of them. */
  readonly agencies?: readonly string[] | null;
}

/** All that may speak about a question, with what was declared and decided of it. */
export interface Records {
  readonly observations: readonly Observation[];
  readonly seizures?: readonly Seizure[];
  /** Pairs of seizures that may be one find, as `findDoubleReports` gives them. */
  readonly pairs?: readonly DoubleReport[];
  readonly coverage?: readonly Coverage[];
  readonly breaks?: readonly Break[];
  readonly definitions?: readonly Definition[];
  /** Decisions in force, by subject. */
  readonly decisions?: ReadonlyMap<string, Decision>;
  /** Seed of what is drawn where not every combination of records can be weighed. */
  readonly seed?: number;
}

/** The totals that a question asks for, with the conflicts behind them and what was not added. */
export interface Settled extends JointTotals {
  readonly question: TotalQuestion;
  /** Whether the totals are of claims or of single finds. */
  readonly of: 'claims' | 'events';
}

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

function periodsOfQuestion(
  { by = 'year', from, to }: TotalQuestion,
  spans: readonly Span[],
): readonly CellPeriod[] {
  const touched = spanOf(spans, by);
  const start = from ?? touched?.start;
  const end = to ?? touched?.end;
  if (start === undefined || end === undefined || start > end) return [];
  const periods = stepsWithin({ start, end }, by);
  if (periods.length > mostPeriods)
    throw new RefusalError(
      `${start} to ${end} has ${periods.length} periods; at most ${mostPeriods} are answered at once.`,
      { dimension: 'period', remedy: 'Ask for fewer years, or for longer periods.' },
    );
  return periods;
}

function isOfDrug(substance: string | null, asked: string): boolean {
  if (substance === asked) return true;
  return (
    substance !== null &&
    substances.has(substance) &&
    substances.has(asked) &&
    substanceContains(asked, substance)
  );
}

function fromEvents(
  records: Records,
  finds: readonly Seizure[],
  question: TotalQuestion,
  substance: string,
): JointTotals {
  const {
    seizures = [],
    pairs = [],
    coverage = [],
    breaks = [],
    definitions = [],
    decisions,
    seed,
  } = records;
  const places = expandPlace(question.place);
  const spans = finds
    .filter(({ place }) => places.some((whole) => placeContains(whole, place)))
    .map(({ date }) => ({ start: date, end: date }));
  const byId = new Map(seizures.map((seizure) => [seizure.id, seizure]));
  const comparison = { breaks, definitions, overrides: [...(decisions?.values() ?? [])] };
  const guarded = eventTotals(seizures, {
    complex: question.place,
    substance,
    basis: question.basis,
    periods: periodsOfQuestion(question, spans),
    coverage,
    pairs,
    ...(seed !== undefined && { seed }),
  }).map((total) => comparableEvents(total, byId, comparison));
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

function fromClaims(records: Records, question: TotalQuestion): JointTotals {
  const { place, basis, metric, unit, offence = null, agencies = null } = question;
  const rows = records.observations.filter(
    (row) =>
      (offence === null || row.offence === offence) &&
      (question.substance !== null || row.substance === null),
  );
  const substance = question.substance ?? '';
  const members = expandPlace(place);
  const spans = toClaims(rows, { metric, unit }).flatMap((claim) => {
    const onSameFooting =
      claim.basis === basis &&
      ['same', 'within'].includes(substanceRelation(claim, substance)) &&
      ['same', 'within'].includes(placeRelation(claim, members));
    return onSameFooting ? [{ start: claim.periodStart, end: claim.periodEnd }] : [];
  });
  return jointTotals(rows, {
    complex: place,
    substance,
    basis,
    metric,
    unit,
    agencies,
    periods: periodsOfQuestion(question, spans),
    ...(records.decisions && { decisions: records.decisions }),
    ...(records.definitions && { definitions: records.definitions }),
  });
}

/**
 * The totals that a question asks for, exactly as docs/joint-total.md defines them, for any place, substance, basis, metric
 * and period. Where the records hold single finds of the basis and drug, weighed in kilograms, the totals are of them;
 * otherwise of claims. A period in which nothing is reported has the status `none`, never 0.
 *
 * Throws a RefusalError where so many periods are asked for that no table shows them.
 *
 * @param records observations and seizures, with what is declared and decided of them
 * @param question the scope and the periods; amounts are in its unit
 * @example
 * ```ts
 * import { settle } from '@samenbeeld/merge';
 * const heroin = { place: 'BEANR', substance: 'HER', basis: 'seized_in_port', metric: 'quantity', unit: 'kg' };
 * const halves = { ...heroin, from: '2022-01-01', to: '2022-12-31', by: 'half-year' } as const;
 * settle({ observations: [] }, halves).totals.map(({ status }) => status) // => ['none', 'none']
 * ```
 */
export function settle(records: Records, question: TotalQuestion): Settled {
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
      question,
      shape.record<TotalQuestion>({
        place: shape.text,
        basis: shape.text,
        metric: shape.text,
        unit: shape.text,
      }),
    ],
  );
  const { substance } = question;
  const finds =
    substance !== null && question.metric === 'quantity' && question.unit === 'kg'
      ? (records.seizures ?? []).filter(
          (seizure) => seizure.basis === question.basis && isOfDrug(seizure.substance, substance),
        )
      : [];
  return substance !== null && finds.length > 0
    ? {
        ...fromEvents(records, finds, question, substance),
        question,
        of: 'events',
      }
    : { ...fromClaims(records, question), question, of: 'claims' };
}
