import { agencyContains } from './agency-contains.ts';
import { agencies } from './codes/agencies.ts';
import { crossBreaks } from './comparability/breaks.ts';
import {
  type ComparedDimension,
  comparedDimensions,
  type Purpose,
} from './comparability/dimensions.ts';
import {
  type AppliedOverride,
  type OverrideLedger,
  overrideLedger,
} from './comparability/override-ledger.ts';
import { overrideSubject, rowDimensions } from './comparability/override-subject.ts';
import { refusalText } from './comparability/refusal-text.ts';
import { refuseDimension } from './comparability/refuse-dimension.ts';
import {
  refuseMixedReleases,
  refuseNestedEvents,
  refuseRepeatedEvents,
  releasesInSeries,
} from './comparability/releases.ts';
import { type Comparable, type Scope, scopeOf } from './comparability/scope.ts';
import {
  refuseChangingPlaces,
  refuseMixedPeriods,
  refuseNestedPlaces,
  refuseRepeats,
} from './comparability/shared-scope.ts';
import {
  atPlace,
  countsListed,
  inWords,
  tally,
  theseRows,
  valueTold,
} from './comparability/wording.ts';
import type { Decision } from './decision.ts';
import { RefusalError } from './errors.ts';
import { groupBy } from './group-by.ts';
import type { Text } from './language.ts';
import { addDays } from './period.ts';
import { inEach, inFour, joinWith, paragraph, semicolon } from './sentence.ts';
import type { Break, Definition } from './source.ts';

/** The days that rows cover together, spans that touch joined: "2022-01-01..2023-12-31". */
function coveredBy(rows: readonly Scope[]): string {
  const spans: { start: string; end: string }[] = [];
  for (const { span } of [...rows].sort((a, b) => (a.span.start < b.span.start ? -1 : 1))) {
    const last = spans.at(-1);
    if (last && span.start <= addDays(last.end, 1)) {
      if (span.end > last.end) last.end = span.end;
    } else spans.push({ ...span });
  }
  return spans.map(({ start, end }) => `${start}..${end}`).join(' and ');
}

/** Refuses a sum whose places, drugs or offences cover other days: a year of one port and half a year of another. */
function refuseUnlikeCover(claims: readonly Scope[], ledger: OverrideLedger): void {
  const series = groupBy(claims, ({ place, substance, offence, nationalCode }) =>
    JSON.stringify([place, substance, offence, nationalCode]),
  );
  const covers = [...series.values()].map(
    (rows) => [rows[0]?.place ?? '', coveredBy(rows)] as const,
  );
  const days = covers.map(([, cover]) => cover);
  if (new Set(days).size < 2 || ledger.allows(rowDimensions.period, days)) return;
  const subject = overrideSubject(ledger.purpose, rowDimensions.period.plural, days);
  const [first] = covers;
  const other = covers.find(([, cover]) => cover !== first?.[1]);
  throw new RefusalError(
    `The rows do not cover the same days: ${first?.[0]} ${first?.[1]}, ${other?.[0]} ${other?.[1]}. A part of a period is no figure of the period.`,
    {
      dimension: 'period',
      remedy: inFour(
        'Neem dagen die ze alle dekken: {call}, of leg vast dat het mag: `{subject}`.',
        'Prenez des jours que chacune couvre : {call}, ou enregistrez une dérogation : `{subject}`.',
        'Nehmen Sie Tage, die alle abdecken: {call}, oder halten Sie eine Ausnahme fest: `{subject}`.',
        'Take days that each of them covers: {call}, or record an override of `{subject}`.',
        { call: '`.where({ from, to })`', subject },
      ),
      subject,
      says: refusalText(
        { dimension: 'period', subject },
        ledger.purpose,
        atPlace(
          null,
          [first, other].map((cover) => cover?.join(' ').replaceAll(' and ', ' + ')).join(', '),
        ),
      ),
    },
  );
}

/** What records are to be put together for, and what was declared and decided about them. */
export interface Comparison {
  readonly for: Purpose;
  /** Declared breaks of the sources. */
  readonly breaks?: readonly Break[];
  /** Definitions of the sources: their thresholds, the day that counts, how is weighed. */
  readonly definitions?: readonly Definition[];
  /** Decisions in force; those of kind `override` on a break's id, or on the subject a refusal names. */
  readonly overrides?: readonly Decision[];
  /**
   * Dimensions a sum is meant to run over. `agency` and `definition` where a merge has already settled, place by place,
   * whose figure stands: they are said, not refused.
   */
  readonly across?: readonly ('substance' | 'offence' | 'agency' | 'definition')[];
  /** The substance asked for: events of a finer one are events of it. */
  readonly substance?: string;
  /** Events are counted, not weighed. */
  readonly counted?: boolean;
  /** Double reports were looked for among the events, and each seizure stands once (joint total, rules 7 and 12). */
  readonly countedOnce?: boolean;
}

/** What may be said of records that are comparable. */
export interface Comparability {
  /** In four languages. */
  readonly warnings: readonly Text[];
  /** The recorded decisions without which the records would have been refused. */
  readonly overrides: readonly AppliedOverride[];
}

/** Values that differ; where unstated ones agree, those that are stated. */
function valuesOf({ field, unstated }: ComparedDimension, rows: readonly Scope[]) {
  const values = rows.map((scope) => scope[field] as string | null);
  return unstated === 'differs' ? values : values.filter((value) => value !== null);
}

const differ = (values: readonly (string | null)[]): boolean => new Set(values).size > 1;

/** Whether one set of agencies holds a part of another: rival counts of the same work, which no decision adds. */
function areRivals(values: readonly (string | null)[]): boolean {
  const sets = [...new Set(values)].map((value) => value?.split('+') ?? []);
  const known = sets.flat().every((code) => agencies.has(code));
  const holds = (outer: readonly string[], inner: readonly string[]) =>
    outer.some((whole) => inner.some((part) => !known || agencyContains(whole, part)));
  return sets.some((outer) => sets.some((inner) => outer !== inner && holds(outer, inner)));
}

/** Subject of the decision that would let values be put together, or null where none can. */
function subjectFor(
  { name, plural, override }: ComparedDimension,
  values: readonly (string | null)[],
  purpose: Purpose,
): string | null {
  const isRival = name === 'agency' && purpose === 'sum' && areRivals(values);
  return override === 'never' || isRival ? null : overrideSubject(purpose, plural, values);
}

/** Offices that stand for one find each keep their own rule; within one, the rule must not change. */
function groupsOf(
  { within, field }: ComparedDimension,
  scopes: readonly Scope[],
  { countedOnce = false }: Comparison,
): ReadonlyMap<string, readonly Scope[]> {
  if (within === 'all') return new Map([['', scopes]]);
  const byOffice = within === 'source' || (countedOnce && field !== 'agencies');
  return groupBy(scopes, ({ place, source, kind }) =>
    byOffice && kind === 'seizure' ? `${place} (${source})` : place,
  );
}

/** How a dimension differs that may: nl, fr, de, en. */
const differing: Readonly<
  Record<'between' | 'within' | 'unstated', readonly [string, string, string, string]>
> = {
  between: [
    'De {many} verschillen van plaats tot plaats ({counts}).',
    'Les {many} diffèrent d’un lieu à l’autre ({counts}).',
    'Die {many} sind von Ort zu Ort verschieden ({counts}).',
    'The {many} differ between places ({counts}).',
  ],
  within: [
    'De {many} verschillen binnen één plaats ({counts}).',
    'Les {many} diffèrent dans un même lieu ({counts}).',
    'Die {many} sind innerhalb eines Ortes verschieden ({counts}).',
    'The {many} differ within one place ({counts}).',
  ],
  unstated: [
    'De {many} zijn niet overal vermeld ({counts}).',
    'Les {many} ne figurent pas partout ({counts}).',
    'Die {many} sind nicht überall angegeben ({counts}).',
    'The {many} are not all stated ({counts}).',
  ],
};

/** Refuses a dimension that differs where it must agree; returns warnings where it differs and may. */
function agree(
  dimension: ComparedDimension,
  scopes: readonly Scope[],
  comparison: Comparison,
  ledger: OverrideLedger,
): readonly Text[] {
  const { field, within, name, plural, many, otherwise } = dimension;
  const all = scopes.map((scope) => scope[field] as string | null);
  if (!differ(all)) return [];
  const { for: purpose, across = [], countedOnce = false } = comparison;
  if (purpose === 'sum' && across.some((wanted) => wanted === field)) return [];
  const settled: readonly string[] = across;
  const isOnce = countedOnce && field === 'agencies';
  let allowed = false;
  for (const [place, rows] of groupsOf(dimension, scopes, comparison)) {
    const values = valuesOf(dimension, rows);
    if (!differ(values)) continue;
    if (otherwise !== undefined)
      return [
        paragraph(
          inFour(
            'Verschillende {many} ({counts}).',
            'Plusieurs {many} ({counts}).',
            'Verschiedene {many} ({counts}).',
            'The {many} differ ({counts}).',
            { many, counts: countsListed(tally(all), field) },
          ),
          otherwise,
        ),
      ];
    if (within !== 'all' && (settled.includes(name) || settled.includes(field) || isOnce)) continue;
    const subject = subjectFor(dimension, values, purpose);
    if (subject !== null && ledger.allows({ dimension: name, plural }, values)) {
      allowed = true;
      continue;
    }
    refuseDimension(dimension, values, { purpose, place: place || null, subject });
  }
  if (allowed || (dimension.unstated === 'agrees' && !differ(valuesOf(dimension, scopes))))
    return [];
  const places = groupBy(scopes, (scope) => scope.place).size;
  const how = places > 1 ? 'between' : differ(valuesOf(dimension, scopes)) ? 'within' : 'unstated';
  const said = { many, counts: countsListed(tally(all), field) };
  return [inFour(...differing[how], said)];
}

/** Statistics that may be added. */
const additive: ReadonlySet<string> = new Set(['sum', 'count']);

function refuseMeans(scopes: readonly Scope[]): void {
  const stat = scopes.map((scope) => scope.stat).find((name) => !additive.has(name));
  if (stat === undefined) return;
  throw new RefusalError(
    `${scopes.length === 1 ? 'This row' : `Among ${theseRows(scopes.length).toLowerCase()}`} is a ${stat}. Only sums and counts add.`,
    {
      dimension: 'statistic',
      remedy: inFour(
        'Toon ze één voor één, of weeg ze naar waarvan ze het gemiddelde zijn.',
        'Montrez-les une à une, ou pondérez-les par ce dont elles sont la moyenne.',
        'Zeigen Sie sie einzeln, oder gewichten Sie sie nach dem, wovon sie der Mittelwert sind.',
        'Show them one by one, or weight them by what they are a mean of.',
      ),
      says: refusalText(
        { dimension: 'statistic', subject: null },
        'sum',
        countsListed(tally(scopes.map((scope) => scope.stat)), 'stat'),
      ),
    },
  );
}

/** Refuses a sum of what was held on several days: what is held in December may have been held in January. */
function refuseStocks(scopes: readonly Scope[]): void {
  const days = [
    ...new Set(
      scopes
        .filter(({ stage }) => stage === 'stock')
        .map(({ span: { start, end } }) => (start === end ? end : `${start}..${end}`)),
    ),
  ].sort();
  if (days.length < 2) return;
  throw new RefusalError(
    `These are stocks of ${days.join(' and ')}. What is held on one day may be held on the other too.`,
    {
      dimension: 'period',
      remedy: inFour(
        'Neem één dag, of toon elke dag apart.',
        'Prenez un seul jour, ou montrez chacun à part.',
        'Nehmen Sie einen Tag, oder zeigen Sie jeden für sich.',
        'Take one day, or show each by itself.',
      ),
      says: refusalText(
        { dimension: 'period', subject: null },
        'sum',
        atPlace(null, days.join(', ')),
      ),
    },
  );
}

/** What must be said of rows without a value: a sum that leaves them out is a floor. */
function missingValues(scopes: readonly Scope[]): readonly Text[] {
  const reasons = scopes.flatMap(({ missing }) => (missing === null ? [] : [missing]));
  return reasons.length === 0
    ? []
    : [
        inFour(
          'Zonder waarde: {n} van de {all} rijen ({why}). De som is een ondergrens.',
          'Sans valeur : {n} des {all} lignes ({why}). La somme est un minimum.',
          'Ohne Wert: {n} von {all} Zeilen ({why}). Die Summe ist eine Untergrenze.',
          'Without a value: {n} of {all} rows ({why}). The sum is a floor.',
          {
            n: inWords(reasons.length),
            all: inWords(scopes.length),
            why: countsListed(tally(reasons), 'missing'),
          },
        ),
      ];
}

/** What must be said where places are added that do not count the same drugs. */
function unlikeSubstances(scopes: readonly Scope[]): readonly Text[] {
  const sets = [...groupBy(scopes, ({ place }) => place)].map(
    ([place, rows]) =>
      [place, [...new Set(rows.map(({ substance }) => substance ?? 'not stated'))].sort()] as const,
  );
  if (new Set(sets.map(([, codes]) => codes.join())).size < 2) return [];
  const named = sets.map(([place, codes]) =>
    joinWith(
      [
        inEach(() => place),
        joinWith(
          codes.map((code) => valueTold(code, 'substance')),
          ', ',
        ),
      ],
      ' ',
    ),
  );
  return [
    inFour(...differing.between, {
      many: inFour('middelen', 'substances', 'Stoffe', 'substances'),
      counts: joinWith(named, semicolon),
    }),
  ];
}

/**
 * Lets records be put together only where they are alike. Throws a RefusalError that names the dimension that differs
 * and what would make it legal; returns the warnings that belong beside the result, and the decisions it rests on.
 *
 * - All purposes: one kind, metric, statistic, basis, unit, counting unit, threshold, substance, offence, market level
 *   and extent; within a place one agency coverage, one definition and one day that counts; no two claims over one
 *   scope, no event in two files of one office; no declared break that blocks a trend.
 * - Figures of assets also of one kind: a flow, a stock, an order, a sale or a collection.
 * - `sum` also refuses stocks of several days, places that contain each other, periods that overlap, places that cover other days, parts from
 *   two releases of one table, and means. It may run over substances or offences that share nothing (`across`).
 * - `rate` and `trend` also refuse periods of unlike length, and `trend` places that change from period to period.
 *
 * A recorded `override` of the subject that the refusal names makes it legal, where one can: never over bases, units,
 * metrics, counting units, or an agency and a team that contains it. Agencies and definitions that differ between
 * places give a warning: every country counts its own way. So do gross beside net weights.
 *
 * @example
 * ```ts
 * import { assertComparable } from '@samenbeeld/schema';
 * assertComparable([], { for: 'sum' }) // => { warnings: [], overrides: [] }
 * ```
 */
export function assertComparable(
  records: readonly Comparable[],
  comparison: Comparison,
): Comparability {
  const { for: purpose, definitions = [], substance = null, counted = false } = comparison;
  const rules = new Map(definitions.map((rule) => [`${rule.source} ${rule.id}`, rule]));
  const scopes = records.map((record) =>
    scopeOf(record, { definitions: rules, substance, counted }),
  );
  const ledger = overrideLedger(purpose, comparison.overrides ?? []);
  const warnings = comparedDimensions.flatMap((dimension) =>
    agree(dimension, scopes, comparison, ledger),
  );
  const claims = scopes.filter(({ kind }) => kind === 'observation');
  const events = scopes.filter(({ kind }) => kind === 'seizure');
  if (purpose === 'sum') {
    refuseMeans(scopes);
    refuseStocks(scopes);
    refuseNestedPlaces(claims, ledger);
  } else {
    refuseMixedPeriods(claims, purpose);
  }
  refuseRepeats(claims, ledger);
  refuseRepeatedEvents(events, purpose);
  if (!comparison.countedOnce) refuseNestedEvents(events, ledger);
  if (purpose === 'sum') {
    refuseUnlikeCover(claims, ledger);
    refuseMixedReleases(claims, ledger);
  }
  if (purpose === 'trend') refuseChangingPlaces(claims);
  const broken = crossBreaks(scopes, comparison.breaks ?? [], ledger);
  const provisional = scopes.filter((scope) => scope.provisional).length;
  const late =
    provisional > 0
      ? [
          inFour(
            'Voorlopig: {n} van de {all} rijen.',
            'Provisoire : {n} des {all} lignes.',
            'Vorläufig: {n} von {all} Zeilen.',
            'Provisional: {n} of {all} rows.',
            { n: inWords(provisional), all: inWords(scopes.length) },
          ),
        ]
      : [];
  const said = ledger.applied.filter(({ dimension }) => dimension !== 'break');
  return {
    warnings: [
      ...warnings,
      ...said.map(({ says }) => says),
      ...(purpose === 'sum'
        ? [
            ...missingValues(scopes),
            ...(comparison.across?.includes('substance') ? unlikeSubstances(claims) : []),
          ]
        : releasesInSeries(claims)),
      ...broken,
      ...late,
    ],
    overrides: ledger.applied,
  };
}
