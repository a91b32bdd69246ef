import { UsageError } from '@samenbeeld/schema';
import { findAgencyChanges } from './agency-changes.ts';
import type { Anomaly, CellPlace } from './anomaly.ts';
import { anomalyOf, eventAnomaly, type Said } from './anomaly-of.ts';
import { findCopiedYears } from './copied-years.ts';
import { findDifferingDuplicates } from './differing-duplicates.ts';
import { findEventSlips } from './event-slips.ts';
import { shown } from './expectation.ts';
import { fit } from './fit.ts';
import { findImpossiblePrices } from './impossible-prices.ts';
import { findLevelShifts } from './level-shifts.ts';
import { findLostZeros } from './lost-zeros.ts';
import type { AnomalyInput, EventPoint, Point } from './point.ts';
import { findSlips } from './slips.ts';
import { type Study, study } from './study.ts';
import { isRule, type Sum, scoreOf, sumHolds, sumsOf } from './sums.ts';
import { thresholds } from './thresholds.ts';

const marks = /^(?:9{3,}|-9{1,4}|-1|-99\d*|(\d)\1{4,}|12345\d*)(?:[.,]0+)?$/u;

/** A figure that is a mark rather than a number, as far as its series or its column says so. */
function markSaid(point: Point, study: Study): Said | null {
  const digits = point.place.raw.trim().replace(/[.,\s](?=\d{3}(?:\D|$))/gu, '');
  const value = study.read(point);
  if (!marks.test(digits) || value === null) return null;
  const misfit = -fit(value, point, study);
  const negative = value < 0;
  const score = negative ? 3 : misfit;
  if (score < thresholds.placeholder) return null;
  const around = study.around(point);
  return {
    kind: 'placeholder',
    cause: 'a mark that stands for a missing figure',
    evidence: [
      negative
        ? `a count or weight cannot be ${digits}`
        : `"${point.place.raw.trim()}" is a repeated or running digit`,
      ...(around
        ? [
            `${around.n} neighbours in its series lie between ${shown(around.low)} and ${shown(around.high)}`,
          ]
        : []),
    ],
    rivals: ['a true figure'],
    score,
    to: null,
    open: 'list it under missingValues with its reason, if it stands for a missing figure',
    alternatives: [],
  };
}

/** A zero between figures so large that none by chance is out of the question (Poisson, e^-λ). */
function zeroSaid(point: Point, study: Study): Said | null {
  if (study.read(point) !== 0 || point.measure !== 'count') return null;
  const around = study.around(point);
  if (!around || around.low < 20 || around.before === null || around.after === null) return null;
  const score = Math.min(12, -fit(0, point, study));
  if (score < thresholds.placeholder) return null;
  return {
    kind: 'placeholder',
    cause: 'a zero that stands for a missing figure',
    evidence: [
      `${around.n} neighbours in its series lie between ${shown(around.low)} and ${shown(around.high)}; none at all has a chance of e^-${Math.round(around.low)}`,
    ],
    rivals: ['nothing was counted that period', 'the code was not in use'],
    score,
    to: null,
    open: 'if the figure is missing, say so with a reason; zero is a value',
    alternatives: [],
  };
}

/** Marks that stand for a missing figure: 99999, -1, repeated digits out of line with their series, a zero where none cannot be. */
function findPlaceholders(study: Study): readonly Anomaly[] {
  return study.input.points.flatMap((point) => {
    if (!point.counts || study.settled(point)) return [];
    const said = markSaid(point, study) ?? zeroSaid(point, study);
    return said ? [anomalyOf(point, study.input, said)] : [];
  });
}

/**
 * Parts that do not add up to their total where all are there and sums of the same kind do add up; where a part has no
 * figure, parts that are more than the total. Sums with a part that
 * exceeds the whole, or a slip that explains the difference, are reported as that.
 */
function findUnequalSums(study: Study, doubted: ReadonlySet<CellPlace>): readonly Anomaly[] {
  const all = sumsOf(study, doubted);
  return all.flatMap((sum) => {
    const { whole, total, parts, gaps } = sum;
    if (
      !(whole.complete || whole.declared) ||
      total === null ||
      parts === null ||
      sumHolds(sum) ||
      !isRule(sum)
    )
      return [];
    if (whole.parts.some((part) => (study.read(part) ?? 0) > total)) return [];
    // Two ways to divide the same whole that agree speak against the whole.
    const agreeing = all.find(
      (other) =>
        other !== sum &&
        other.whole.total === whole.total &&
        other.parts === parts &&
        !sumHolds(other),
    );
    return [
      anomalyOf(whole.total, study.input, {
        kind: 'parts_not_total',
        cause: 'the parts do not add up to the total: a part is missing or wrong, or the total is',
        evidence: [
          `${whole.parts.length} parts add up to ${shown(parts)}, the total is ${shown(total)}: ${shown(Math.abs(total - parts))} too ${parts > total ? 'much' : 'little'} (${((100 * Math.abs(total - parts)) / Math.max(total, 1)).toFixed(2)} %)`,
          ...(agreeing
            ? [
                `${agreeing.whole.parts.length} other parts of the same total add up to ${shown(parts)} too: the total is the likelier slip`,
              ]
            : []),
          ...(gaps > 0
            ? [`${gaps} of the parts ${gaps === 1 ? 'has' : 'have'} no figure: they only add to it`]
            : []),
          `${whole.says}: holds in ${sum.holds.toLocaleString('en')} of ${sum.of.toLocaleString('en')} cases`,
        ],
        rivals: ['rounding of the parts', 'a part that is not listed'],
        score: scoreOf(sum, 'parts_not_total'),
        to: null,
        open: 'which figure is wrong cannot be told',
        // The sum of some of the parts is not what the total was meant to be.
        alternatives: gaps > 0 ? [] : [String(parts)],
        also: whole.parts,
      }),
    ];
  });
}

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
function findDatesOutside(input: AnomalyInput): readonly Anomaly[] {
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

/** The first part that is more than its whole by more than its tolerance. */
function tooLarge({ whole, total }: Sum, study: Study): Point | null {
  if (total === null) return null;
  const slack = whole.tolerance + 1e-6 * Math.max(1, Math.abs(total));
  return whole.parts.find((part) => (study.read(part) ?? 0) > total + slack) ?? null;
}

/**
 * A part that is more than its whole: a declared part, a column printed as a share of another or adding up with it to a
 * third, a month of its year. Slips that explain it are found before, and not reported twice.
 */
function findPartsExceeding(study: Study, doubted: ReadonlySet<CellPlace>): readonly Anomaly[] {
  const seen = new Set<string>();
  return sumsOf(study, doubted).flatMap((sum) => {
    const part = tooLarge(sum, study);
    if (!part || !isRule(sum) || seen.has(`${part.row} ${part.column}`)) return [];
    seen.add(`${part.row} ${part.column}`);
    const [own, total] = [study.read(part) ?? 0, sum.total ?? 0];
    return [
      anomalyOf(part, study.input, {
        kind: 'part_exceeds_whole',
        cause:
          'a part is more than the whole: one of the two figures is wrong, or they do not count the same',
        evidence: [
          `${shown(own)} is ${shown(own - total)} more than the whole ${shown(total)}`,
          `${sum.whole.says}: holds in ${sum.holds.toLocaleString('en')} of ${sum.of.toLocaleString('en')} cases`,
        ],
        rivals: ['the whole is too small', 'part and whole have another scope, unit or date'],
        score: scoreOf(sum, 'part_exceeds_whole'),
        to: null,
        open: 'which of the two figures is wrong cannot be told',
        alternatives: [],
        also: [sum.whole.total],
      }),
    ];
  });
}

function placeKey({ where }: Anomaly): string {
  return `${where.file}\t${where.sheet}\t${where.line}\t${where.column}`;
}

/** Those that change a figure first, then the surest; equal ones in the order of the file. */
function inOrder(a: Anomaly, b: Anomaly): number {
  return (
    Number(b.counts) - Number(a.counts) ||
    b.score - a.score ||
    (a.where.file < b.where.file ? -1 : a.where.file > b.where.file ? 1 : 0) ||
    a.where.line - b.where.line ||
    (a.where.column < b.where.column ? -1 : 1)
  );
}

/**
 * What may be wrong in figures that have been read, and in cells that could not be: each with its place, likely cause,
 * evidence, rival explanations, score, and a correction where exactly one is determined. Nothing is applied; a person
 * accepts. Pure: the same input gives the same list, surest first. UsageError where the input is none of `loadAnomalyInput`.
 *
 * Finders run from the surest to the broadest, and what one has explained the next takes as read: lost zeros, then copied
 * years, then slips of units, decimals and digits, then placeholders, sums, shifts of level, prices, agencies.
 *
 * @example
 * ```ts
 * import { findAnomalies } from '@samenbeeld/harmonise';
 * const empty = { points: [], events: [], wholes: [], identities: [], rows: [], breaks: [], others: [] };
 * findAnomalies({ ...empty, marks: new Map(), spans: new Map() }) // => []
 * ```
 */
export function findAnomalies(input: AnomalyInput): readonly Anomaly[] {
  if (!Array.isArray(input?.points))
    throw new UsageError(
      'findAnomalies takes what loadAnomalyInput(engine, [{ result, files }]) gives, not the result of an ingest.',
    );
  const studied = study(input);
  const zeros = findLostZeros(studied);
  const prices = findImpossiblePrices(studied);
  const copies = findCopiedYears(studied);
  const explained = new Set([...zeros, ...prices, ...copies].map(placeKey));
  const copied = new Set(copies.flatMap(({ where, also }) => [where, ...also]));
  const slips = findSlips(studied).filter(
    (one) => !explained.has(placeKey(one)) && !copied.has(one.where),
  );
  const placeholders = findPlaceholders(studied);
  const doubted = new Set(
    [...placeholders, ...slips].flatMap(({ where, also }) => [where, ...also]),
  );
  const later = [
    ...placeholders,
    ...findPartsExceeding(studied, doubted),
    ...findUnequalSums(studied, doubted),
    ...findLevelShifts(studied),
    ...findAgencyChanges(studied),
    ...findDifferingDuplicates(studied),
    ...findEventSlips(input),
    ...findDatesOutside(input),
  ].filter((one) => !copied.has(one.where) || one.kind === 'duplicate_differs');
  return [...zeros, ...prices, ...copies, ...slips, ...later].sort(inOrder);
}
