import {
  decideFirst,
  modelledSaying,
  probabilityText,
  type Records,
  recordName,
  type Settled,
  say,
  type WhyLine,
} from '@samenbeeld/merge';
import { answered } from '@samenbeeld/recipes';
import {
  bases,
  type Conflict,
  formatNumber,
  type JointTotal,
  type Language,
  metrics,
  type NotAdded,
  type Seizure,
  statuses,
  substances,
} from '@samenbeeld/schema';
import { type Apart, type CellScope, cellScopes, otherCriteria } from './cell-scope.ts';
import type { CriteriaOf, Row } from './criteria.ts';
import {
  type Cell,
  folded,
  type Grid,
  grid,
  heading,
  list,
  output,
  type Part,
  paragraph,
} from './html.ts';
import type { Bundle } from './kernel.ts';
import { labelOf, numberIn, placeName, quantityIn } from './labels.ts';
import type { Picture, Selection } from './opened-picture.ts';
import { memberGrid } from './picture-view.ts';
import { answer, type Refused } from './refused.ts';
import { selectionOf } from './selection.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

function likelyCell({ likely }: JointTotal['reported'], language: Language): Cell {
  if (likely !== 'undecided') return numberIn(likely, language);
  const text = words.undecided[language];
  return { html: `<span class="undecided">${text}</span>`, plain: text };
}

function middleCell({ interval90 }: JointTotal['reported'], language: Language): Cell {
  if (!interval90) return '–';
  const { low, high } = interval90;
  const shown = (value: number): string => formatNumber(Number(value.toFixed(3)), language);
  return `${shown(low)} – ${high === null ? words.open[language] : shown(high)}`;
}

function totalGrid(totals: readonly JointTotal[], language: Language): Grid {
  const number = (name: 'lowest' | 'likely' | 'highest' | 'atLeast' | 'atMost') => ({
    label: words[name][language],
    number: true,
  });
  const isSpread = totals.some(({ reported }) => reported.interval90 !== undefined);
  const middle = (cell: Cell): readonly Cell[] => (isSpread ? [cell] : []);
  // Of events nothing holds without a model, so there is no least and no most beside the range.
  const isModelled = totals.length > 0 && totals.every(({ method }) => method);
  const bounds = <Of>(...cells: readonly Of[]): readonly Of[] => (isModelled ? [] : cells);
  return {
    headings: [
      { label: words.period[language] },
      number('lowest'),
      ...(isSpread ? [{ label: words.middle90[language], number: true }] : []),
      number('likely'),
      number('highest'),
      ...bounds(number('atLeast'), number('atMost')),
      { label: words.status[language] },
      { label: words.cause[language] },
    ],
    rows: totals.map(({ period, reported, total, status, causes, method }) =>
      status === 'none'
        ? [
            period,
            '–',
            ...middle('–'),
            '–',
            '–',
            ...bounds('–', '–'),
            labelOf(statuses, status, language),
            causes.map(({ text }) => text[language]).join('. '),
          ]
        : [
            period,
            numberIn(reported.lowest, language),
            ...middle(middleCell(reported, language)),
            likelyCell(reported, language),
            numberIn(reported.highest, language),
            ...bounds(
              numberIn(method ? null : total.atLeast, language),
              numberIn(method ? null : total.atMost, language),
            ),
            labelOf(statuses, status, language),
            causes.map(({ text }) => text[language]).join('. '),
          ],
    ),
  };
}

function scopeLine(total: JointTotal, language: Language): string {
  return [
    placeName(total.complex, language),
    labelOf(substances, total.substance, language),
    labelOf(bases, total.basis, language),
    ...(total.metric === 'quantity' ? [] : [labelOf(metrics, total.metric, language)]),
    total.unit,
  ].join(' · ');
}

/** Totals of one scope: the yearly table and, for an area, each port. */
function scopeParts(totals: readonly JointTotal[], language: Language): readonly Part[] {
  const [first] = totals;
  if (!first) return [];
  const members =
    first.members.length > 1
      ? [folded(words.byPort[language], [grid(memberGrid(totals, language))])]
      : [];
  const saying = totals.some(({ method }) => method)
    ? [paragraph(modelledSaying[language], 'quiet')]
    : [];
  return [
    heading(scopeLine(first, language)),
    grid(totalGrid(totals, language)),
    ...saying,
    ...members,
  ];
}

function groups(totals: readonly JointTotal[]): readonly (readonly JointTotal[])[] {
  const found = new Map<string, JointTotal[]>();
  for (const total of totals) {
    const key = `${total.complex} ${total.substance} ${total.basis} ${total.metric}`;
    found.set(key, [...(found.get(key) ?? []), total]);
  }
  return [...found.values()];
}

/** What was not added, each figure once with the years it touches. */
function besideLines(entries: readonly NotAdded[], language: Language): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const { period, place, value, unit, reason } of entries) {
    const line = `${placeName(place, language)} ${quantityIn(value, unit, language)}. ${reason[language]}`;
    lines.set(line, [...(lines.get(line) ?? []), period]);
  }
  return [...lines].map(([line, periods]) => `${periods.join(', ')}: ${line}`);
}

/** The pairs of records that a person should decide first, with what that takes off the uncertainty of a year. */
function stakeLines({ picture, totals }: Joint): readonly string[] {
  const { language } = picture;
  const byId = new Map(picture.seizures.rows.map((seizure) => [seizure.id, seizure]));
  const pairOf = new Map(picture.doubleReports.map((pair) => [pair.key, pair]));
  return totals.flatMap((total) =>
    decideFirst(total).map(({ pair, share, closes }) => {
      const found = pairOf.get(pair);
      const sides = found ? `${recordName(found.a, byId)} · ${recordName(found.b, byId)}` : pair;
      const worth = `${probabilityText(share, language)} ${words.uncertainty[language]}`;
      return `${total.period}: ${sides}: ${closes ? words.unbounded[language] : worth}`;
    }),
  );
}

/** Totals as a cell shows them: the table, the ports, pairs to decide, what was not added, what contradicts. */
function jointOutputs(joint: Joint): readonly Bundle[] {
  const { picture, totals, notAdded, conflicts, leftOut } = joint;
  const { language } = picture;
  const beside = besideLines(notAdded, language);
  const ceilings = totals.flatMap(({ period, ceilings: offered }) =>
    offered.map(
      ({ value, assumption }) =>
        `${period}: ${formatNumber(value, language)}. ${assumption[language]}`,
    ),
  );
  const disputes = conflicts.map(
    ({ periodStart, state, explanation }) =>
      `${periodStart.slice(0, 4)} (${words[state][language]}): ${explanation[language]}`,
  );
  const counted = (
    name: 'notAdded' | 'conflicts' | 'ceilings' | 'toDecideFirst',
    items: readonly string[],
  ): Part =>
    items.length === 0
      ? { html: '', plain: '' }
      : folded(`${words[name][language]}: ${items.length}`, [list(items)]);
  const note =
    leftOut > 0 ? [paragraph(say(words.leftOut, { n: leftOut })[language], 'quiet')] : [];
  return [
    output(picture, [
      ...groups(totals).flatMap((group) => scopeParts(group, language)),
      ...note,
      counted('toDecideFirst', stakeLines(joint)),
      counted('notAdded', beside),
      counted('conflicts', disputes),
      counted('ceilings', ceilings),
    ]),
  ];
}

/** What totals are shown by: always the year, and the dimensions that must not be summed. */
export type By = 'year' | readonly ('year' | Apart)[];

/** Options of `joint`. */
export interface JointOptions {
  readonly by?: By;
}

/** Joint totals by year, as docs/joint-total.md defines them. */
export interface Joint extends View {
  readonly kind: 'joint';
  readonly picture: Picture;
  readonly totals: readonly JointTotal[];
  readonly conflicts: readonly Conflict[];
  readonly notAdded: readonly NotAdded[];
  /** The claims behind them; none where the totals are of events. */
  readonly claims: readonly WhyLine['claim'][];
  /** Rows that criteria of your own left out of what may speak about the totals. */
  readonly leftOut: number;
}

/** The rows of a picture that may speak about a cell: all but those that the selection does not believe. */
function context<R extends Row>(
  selection: Selection,
  { picture, rows }: Selection<R>,
): readonly R[] {
  const steps = otherCriteria(selection.steps) as readonly CriteriaOf<R>[];
  return selectionOf<R>({ picture, all: rows, steps, tests: [(row) => selection.passes(row)] })
    .rows;
}

/** Full coverage is declared for whole files: with rows of a file left out, its finds are single finds. */
function coverageFor(
  picture: Picture,
  seizures: readonly Seizure[],
  believed: (source: string) => boolean,
): Picture['coverage'] {
  const all = picture.seizures.rows;
  const has = new Set(picture.extent.seizures.sources.map(({ source }) => source));
  const count = (rows: readonly Seizure[], source: string): number =>
    rows.filter((row) => row.source === source).length;
  return picture.coverage.filter(
    ({ source }) =>
      count(seizures, source) === count(all, source) && (believed(source) || !has.has(source)),
  );
}

/** Whether the criteria of a selection leave a source in. */
function believedBy({ steps }: Selection): (source: string) => boolean {
  const named = steps.flatMap(({ source }) => (source === undefined ? [] : [[source].flat()]));
  return (source) => named.every((sources) => sources.includes(source));
}

/** What may speak about the totals of a selection: the rows that it believes, with what is declared and decided of them. */
function recordsOf(selection: Selection): Records {
  const { picture } = selection;
  const seizures = context(selection, picture.seizures);
  const here = new Set(seizures.map(({ id }) => id));
  const isHere = (side: string): boolean => side.split('+').every((id) => here.has(id));
  return {
    observations: context(selection, picture.observations),
    seizures,
    pairs:
      seizures.length === 0
        ? []
        : picture.doubleReports.filter(({ a, b }) => isHere(a) && isHere(b)),
    coverage: coverageFor(picture, seizures, believedBy(selection)),
    breaks: picture.breaks,
    definitions: picture.definitions,
    decisions: picture.inForce,
    seed: picture.seed,
  };
}

/** The totals of one cell by year, of the years that are asked for. */
function settledIn(records: Records, { years, ...scope }: CellScope): Settled | null {
  const { named } = years;
  if (named?.length === 0) return null;
  const found = answered(
    records,
    {
      ...scope,
      substance: scope.substance === '' ? null : scope.substance,
      ...(named && { from: `${named[0]}-01-01`, to: `${named.at(-1)}-12-31` }),
    },
    (name) => `where({ ${name} })`,
  );
  const totals = found.totals.filter(({ period }) => years.allows(Number(period)));
  const periods = new Set(totals.map(({ period }) => period));
  const spans = totals.map(({ period }) => [`${period}-01-01`, `${period}-12-31`] as const);
  return {
    ...found,
    totals,
    conflicts: found.conflicts.filter(({ periodStart, periodEnd }) =>
      spans.some(([start, end]) => periodStart <= end && periodEnd >= start),
    ),
    notAdded: found.notAdded.filter(({ period }) => periods.has(period)),
  };
}

/** The joint totals of a selection, without a refusal caught. */
export function jointOf(selection: Selection, by: By): Joint {
  const { picture } = selection;
  const apart = [by].flat().filter((name) => name !== 'year');
  const scopes = cellScopes(selection, apart);
  const records = recordsOf(selection);
  const results = scopes.flatMap((scope) => settledIn(records, scope) ?? []);
  const claims = new Map(results.flatMap((result) => result.claims).map((one) => [one.id, one]));
  return view<Joint>(
    {
      kind: 'joint',
      picture,
      totals: results.flatMap(({ totals }) => totals),
      conflicts: results.flatMap((result) => result.conflicts),
      notAdded: apart.includes('basis') ? [] : results.flatMap(({ notAdded }) => notAdded),
      claims: [...claims.values()],
      leftOut:
        (results.some(({ of }) => of !== 'events')
          ? picture.observations.size - records.observations.length
          : 0) +
        (results.some(({ of }) => of !== 'claims')
          ? picture.seizures.size - (records.seizures ?? []).length
          : 0),
    },
    jointOutputs,
  );
}

/**
 * The joint total of a selection, year by year: what is reported (lowest, likely, highest), what always holds (at
 * least), how complete it is and why. Its criteria name the cell; every other row of the picture may speak about it,
 * so that wider figures, ceilings and what is not added are found. Criteria that name no cell (a source, a date of
 * publication, a test of your own) say which rows are believed.
 *
 * Several bases, drugs or units are not summed: the answer is then a `Refused` that says what to choose.
 *
 * @param selection claims or events of one place: a port, or an area such as "NSP"
 */
export function joint(selection: Selection, { by = 'year' }: JointOptions = {}): Joint | Refused {
  return answer(selection.picture, () => jointOf(selection, by));
}
