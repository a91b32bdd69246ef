import {
  type Decision,
  dimensionText,
  type FigureDimension,
  groupBy,
  inFour,
  listedTexts,
  type Observation,
  quoted,
  RefusalError,
  type Text,
} from '@samenbeeld/schema';
import { isPlain } from './figure-words.ts';
import {
  type Measure,
  measures,
  measureText,
  type OtherUnit,
  otherUnits,
  type PairedMeasure,
  pairedMeasures,
} from './measure.ts';
import type { Release } from './release.ts';
import { byWeight, headlineOf, inOrder, type Revision, revisionOf } from './revision.ts';

/** What makes two rows one figure, in whatever release. The definition is what the measure is about. */
const always: readonly FigureDimension[] = [
  'metric',
  'stat',
  'unit',
  'place',
  'basis',
  'substance',
  'countUnit',
  'level',
  'extent',
];

const span = ({ periodStart, periodEnd }: Observation): string => `${periodStart}/${periodEnd}`;

/** Code that both sides state on every row: the national one within a source, else whichever they share. */
function codesOf(
  before: readonly Observation[],
  after: readonly Observation[],
): readonly FigureDimension[] {
  const stated = (field: 'nationalCode' | 'offence'): boolean =>
    [...before, ...after].every((row) => row[field] !== null);
  if (stated('nationalCode')) return ['nationalCode'];
  return stated('offence') ? ['offence'] : ['nationalCode', 'offence'];
}

const isFixed = ({ fixed }: Measure, field: FigureDimension): boolean => fixed[field] !== undefined;

/** Dimensions that must agree between the rows of two measures; what both fix has been declared to agree. */
function keyFields(
  { earlier, later, decision }: PairedMeasure,
  before: readonly Observation[],
  after: readonly Observation[],
): readonly FigureDimension[] {
  const own: readonly FigureDimension[] = decision === null ? ['agencies', 'definition'] : [];
  return [...always, ...codesOf(before, after), ...own].filter(
    (field) => !(isFixed(earlier, field) && isFixed(later, field)),
  );
}

function figureOf(row: Observation, fields: readonly FigureDimension[]): string {
  return JSON.stringify([span(row), ...fields.map((field) => dimensionText(row, field))]);
}

export { span };

/** Whether whatever belongs to the one belongs to the other. */
function isWithin(inner: Measure, outer: Measure): boolean {
  return (
    inner.source === outer.source &&
    Object.entries(outer.fixed).every(
      ([field, value]) => inner.fixed[field as keyof Measure['fixed']] === value,
    )
  );
}

const pairWithin = (inner: PairedMeasure, outer: PairedMeasure): boolean =>
  isWithin(inner.earlier, outer.earlier) && isWithin(inner.later, outer.later);

function named({ earlier, later, decision }: PairedMeasure): Text {
  const same = quoted(`${measureText(earlier)} == ${measureText(later)}`);
  if (decision === null) return same;
  return inFour(
    'beslissing {id}, {same}',
    'décision {id}, {same}',
    'Entscheidung {id}, {same}',
    'decision {id}, {same}',
    { id: decision.id, same },
  );
}

/** A source beside itself comes before what is declared of two; then the pair that all others of the row contain. */
function narrowestOf(pairs: readonly PairedMeasure[]): PairedMeasure | null {
  const own = pairs.find(({ decision }) => decision === null);
  if (own) return own;
  return pairs.find((pair) => pairs.every((other) => pairWithin(pair, other))) ?? null;
}

/**
 * The pair that each row of one side of two releases is compared in: the narrowest of those it belongs to, so that no
 * figure is compared twice. Throws a RefusalError where declared measures overlap and neither contains the other.
 */
function narrowestPairs(
  rows: readonly Observation[],
  pairs: readonly PairedMeasure[],
  side: 'earlier' | 'later',
): ReadonlyMap<PairedMeasure, readonly Observation[]> {
  const found = new Map<PairedMeasure, Observation[]>();
  for (const row of rows) {
    const own = pairs.filter((pair) => measures(pair[side], row));
    if (own.length === 0) continue;
    const narrowest = narrowestOf(own);
    if (!narrowest)
      throw new RefusalError(
        inFour(
          '{pairs} overlappen en geen van beide bevat de andere: dezelfde cijfers zouden twee keer vergeleken worden.',
          '{pairs} se recoupent et aucune ne contient l’autre : les mêmes chiffres seraient comparés deux fois.',
          '{pairs} überschneiden sich, und keines enthält das andere: Dieselben Zahlen würden zweimal verglichen.',
          '{pairs} overlap, and neither contains the other: the same figures would be compared twice.',
          { pairs: listedTexts(own.map(named)) },
        ),
        {
          dimension: 'measure',
          remedy: inFour(
            'Herroep er een, of verklaar een engere maat die beide bevatten.',
            'Annulez l’une d’elles, ou déclarez une mesure plus étroite que les deux contiennent.',
            'Nehmen Sie eines zurück, oder erklären Sie ein engeres Maß, das beide enthalten.',
            'Reopen one of them, or declare a narrower measure that both contain.',
          ),
        },
      );
    const group = found.get(narrowest) ?? [];
    group.push(row);
    found.set(narrowest, group);
  }
  return found;
}

/** One release, figure by figure. */
interface Side {
  readonly rows: readonly Observation[];
  readonly figures: ReadonlyMap<string, Observation>;
  readonly contradicted: ReadonlyMap<string, readonly Observation[]>;
}

function latestOf(rows: readonly Observation[]): readonly Observation[] {
  const last =
    rows
      .map(({ publishedOn }) => publishedOn ?? '')
      .sort()
      .at(-1) ?? '';
  return rows.filter(({ publishedOn }) => (publishedOn ?? '') === last);
}

const says = ({ value, wording, missing }: Observation): string =>
  `${value} ${value === null || isPlain(wording) ? '' : wording} ${missing}`;

/** The figures of a release; of several vintages the latest, and none where the latest contradict each other. */
function sideOf(rows: readonly Observation[], fields: readonly FigureDimension[]): Side {
  const figures = new Map<string, Observation>();
  const contradicted = new Map<string, readonly Observation[]>();
  for (const [key, all] of groupBy(rows, (row) => figureOf(row, fields))) {
    const latest = latestOf(all);
    if (new Set(latest.map(says)).size > 1) contradicted.set(key, latest);
    else figures.set(key, latest[0] as Observation);
  }
  return { rows, figures, contradicted };
}

/** Figures of one side that the other lacks, split by whether the other has their period. */
function lacking(
  own: Side,
  other: Side,
): { readonly within: readonly Observation[]; readonly outside: number } {
  const periods = new Set(other.rows.map(span));
  const alone = [...own.figures].filter(
    ([key]) => !other.figures.has(key) && !other.contradicted.has(key),
  );
  const within = alone.map(([, row]) => row).filter((row) => periods.has(span(row)));
  return { within, outside: alone.length - within.length };
}

/** What changed between two releases of one measure. */
export interface ReleaseDiff {
  readonly earlier: string;
  readonly later: string;
  /** Decisions by which the two measure the same; empty where they are one source. */
  readonly decisions: readonly Decision[];
  /** Figures that both state. */
  readonly compared: number;
  readonly unchanged: number;
  /** Largest difference first, then by period and place. */
  readonly revisions: readonly Revision[];
  /** In the earlier release and not in the later, of a period that the later one has, which was read whole. */
  readonly vanished: readonly Observation[];
  /** In the later release and not in the earlier, of a period that the earlier one has, which was read whole. */
  readonly added: readonly Observation[];
  /** The same where items of the other release could not be read: they may be among those, and nothing is concluded. */
  readonly untold: {
    readonly vanished: readonly Observation[];
    readonly added: readonly Observation[];
  };
  /** Figures that both state in unlike units, equal once converted; not compared, and in none of the lists above. */
  readonly otherUnit: readonly OtherUnit[];
  /** Items of each release that could not be read; at least so many, where one of them knows only the cells. */
  readonly rejected: {
    readonly earlier: number;
    readonly later: number;
    readonly atLeast: boolean;
  };
  /** Figures of periods that only one of the two has; nothing is concluded from their absence. */
  readonly outside: { readonly earlier: number; readonly later: number };
  /** Rows of both releases that are in no measure they share. */
  readonly otherMeasures: { readonly earlier: number; readonly later: number };
  /** Figures that one release states more than once with different values: not compared. */
  readonly contradicted: readonly Observation[];
  readonly warnings: readonly Text[];
  /** One sentence for the whole. */
  readonly says: Text;
}

/** A decision makes no kilogram of an offence: these must agree whatever is declared. */
function refuseUnlike(before: readonly Observation[], after: readonly Observation[]): void {
  for (const field of ['metric', 'stat', 'unit', 'basis', 'countUnit'] as const) {
    const values = (rows: readonly Observation[]) => new Set(rows.map((row) => row[field] ?? ''));
    const [a, b] = [values(before), values(after)];
    if (a.size === 0 || b.size === 0 || [...a].some((value) => b.has(value))) continue;
    throw new RefusalError(
      inFour(
        'De twee uitgaven hebben geen {field} gemeen: {a} en {b}.',
        'Les deux éditions n’ont aucun {field} en commun : {a} et {b}.',
        'Die beiden Ausgaben haben kein gemeinsames {field}: {a} und {b}.',
        'The two releases share no {field}: {a} and {b}.',
        { field, a: [...a].join(', '), b: [...b].join(', ') },
      ),
      {
        dimension: field,
        remedy: inFour(
          'Reken eerst een van de twee om, of vergelijk wat ze gemeen hebben.',
          'Convertissez d’abord l’une des deux, ou comparez ce qu’elles ont en commun.',
          'Rechnen Sie zuerst eine der beiden um, oder vergleichen Sie, was sie gemeinsam haben.',
          'Convert one of them first, or compare what they have in common.',
        ),
      },
    );
  }
}

interface Partial {
  readonly pair: PairedMeasure;
  readonly before: Side;
  readonly after: Side;
  readonly fields: readonly FigureDimension[];
  readonly warnings: readonly Text[];
}

function agenciesDiffer(before: readonly Observation[], after: readonly Observation[]): boolean {
  const named = (rows: readonly Observation[]) =>
    [...new Set(rows.map(({ agencies }) => [...agencies].sort().join('+')))].sort().join();
  return named(before) !== named(after);
}

function compare(
  pair: PairedMeasure,
  before: readonly Observation[],
  after: readonly Observation[],
): Partial {
  refuseUnlike(before, after);
  const fields = keyFields(pair, before, after);
  const warnings =
    pair.decision !== null && agenciesDiffer(before, after)
      ? [
          inFour(
            'De twee noemen verschillende diensten; beslissing {id} houdt ze voor dezelfde.',
            'Les deux nomment des services différents ; la décision {id} les tient pour les mêmes.',
            'Die beiden nennen verschiedene Dienststellen; Entscheidung {id} hält sie für dieselben.',
            'The two name different agencies; decision {id} holds them to be the same.',
            { id: pair.decision.id },
          ),
        ]
      : [];
  return { pair, before: sideOf(before, fields), after: sideOf(after, fields), fields, warnings };
}

/** Whether both measures fix what is counted, so that naming it says nothing. */
function isOneMatter({ earlier, later }: PairedMeasure): boolean {
  return (['nationalCode', 'offence', 'substance'] as const).some(
    (field) => earlier.fixed[field] !== undefined && later.fixed[field] !== undefined,
  );
}

/** Rows that contradict each other within a release. */
function contradictedIn({ before, after }: Partial): readonly Observation[] {
  return [before, after].flatMap(({ contradicted }) => [...contradicted.values()].flat());
}

/**
 * What changed between two releases of one measure, figure by figure: revised, filled, emptied, vanished and added.
 * Both must be of one source, or a decision of kind `same-measure` must declare that they measure the same; a
 * RefusalError says what is to be declared. Periods that only one release has are counted, and nothing is concluded
 * from them, nor from a figure that is absent where items of the release were rejected. A figure is compared in the
 * narrowest measure that is declared of it. The wording is part of a figure: "more than 300" and 300 differ, and no
 * difference is known from a bound or between unlike wordings. Else differences are exact; the per cent is of the
 * earlier value. A figure whose unit alone changed is named as such, and not compared.
 *
 * @example
 * ```ts
 * import { diffReleases } from '@samenbeeld/merge';
 * const empty = { name: 'none', observations: [] };
 * const compare = async () => diffReleases(empty, empty);
 * compare().catch(({ dimension }) => dimension) // => 'measure'
 * ```
 */
export function diffReleases(
  earlier: Release,
  later: Release,
  { decisions = [] }: { readonly decisions?: readonly Decision[] } = {},
): ReleaseDiff {
  const pairs = pairedMeasures(earlier, later, decisions);
  const before = narrowestPairs(earlier.observations, pairs, 'earlier');
  const after = narrowestPairs(later.observations, pairs, 'later');
  const parts = pairs.map((pair) => compare(pair, before.get(pair) ?? [], after.get(pair) ?? []));
  const both = parts.flatMap(({ pair, before, after }) =>
    [...before.figures].flatMap(([key, row]) => {
      const other = after.figures.get(key);
      return other ? [{ row, other, namesMatter: !isOneMatter(pair) }] : [];
    }),
  );
  const revisions = both
    .flatMap(({ row, other, namesMatter }) => revisionOf(row, other, namesMatter) ?? [])
    .sort(byWeight);
  const gone = parts.map(({ before, after }) => lacking(before, after));
  const come = parts.map(({ before, after }) => lacking(after, before));
  const otherUnit = parts.flatMap(({ fields }, at) => {
    const but = fields.filter((field) => field !== 'unit');
    return otherUnits(gone[at]?.within ?? [], come[at]?.within ?? [], (row) => figureOf(row, but));
  });
  const paired = new Set(otherUnit.flatMap(({ earlier, later }) => [earlier, later]));
  const alone = (lacks: readonly { readonly within: readonly Observation[] }[]) =>
    lacks
      .flatMap(({ within }) => within)
      .filter((row) => !paired.has(row))
      .sort(inOrder);
  const rest = (release: Release, side: 'earlier' | 'later'): number =>
    release.observations.filter((row) => !parts.some(({ pair }) => measures(pair[side], row)))
      .length;
  const sum = (lacks: readonly { readonly outside: number }[]): number =>
    lacks.reduce((total, { outside }) => total + outside, 0);
  const lost = alone(gone);
  const fresh = alone(come);
  const rejected = {
    earlier: earlier.rejected ?? 0,
    later: later.rejected ?? 0,
    atLeast: earlier.rejectedAtLeast === true || later.rejectedAtLeast === true,
  };
  const vanished = rejected.later === 0 ? lost : [];
  const added = rejected.earlier === 0 ? fresh : [];
  const untold = {
    vanished: rejected.later === 0 ? [] : lost,
    added: rejected.earlier === 0 ? [] : fresh,
  };
  return {
    earlier: earlier.name,
    later: later.name,
    decisions: parts.flatMap(({ pair }) => pair.decision ?? []),
    compared: both.length,
    unchanged: both.length - revisions.length,
    revisions,
    vanished,
    added,
    untold,
    otherUnit,
    rejected,
    outside: { earlier: sum(gone), later: sum(come) },
    otherMeasures: { earlier: rest(earlier, 'earlier'), later: rest(later, 'later') },
    contradicted: parts.flatMap(contradictedIn),
    warnings: parts.flatMap(({ warnings }) => warnings),
    says: headlineOf({
      compared: both.length,
      revisions,
      vanished: vanished.length,
      added: added.length,
      otherUnit: otherUnit.length,
      untold: { vanished: untold.vanished.length, added: untold.added.length },
      rejected,
    }),
  };
}
