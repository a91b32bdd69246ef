import type { Claim } from '@samenbeeld/merge';
import {
  assetKind,
  type Metric,
  metrics,
  type Observation,
  RefusalError,
  refusalText,
  type Text,
  units,
  wrongUse,
} from '@samenbeeld/schema';
import { claimsAmong } from '../analysis.ts';
import type { Held } from '../held.ts';
import { joined, labelled, text } from '../text.ts';
import { isUnsure, sameDays, samePage, standing } from './standing-claims.ts';

/** What is set against what, where and when. */
export interface RateQuestion {
  /** What is counted, and the effort it is set against. */
  readonly metric: string;
  readonly per: string;
  /** Places, each by itself; every place that has both where none is named. */
  readonly places: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

/** Why a pair stands beside the others: it enters no comparison and no sum. */
export type RateBeside = 'no_number' | 'disputed' | 'holds_others' | 'overlaps' | 'more_than_all';

/** A count with the effort of the same place, days and services. */
export interface RatePair {
  readonly start: string;
  readonly end: string;
  readonly count: Claim;
  readonly effort: Claim;
  /** Whole numbers that the claims state; null where their words leave open which. */
  readonly numbers: { readonly count: number; readonly effort: number } | null;
  readonly beside: RateBeside | null;
  /** Whether whoever entered it was less than sure of it. */
  readonly isUnsure: boolean;
}

/** Everything of one scope: what can be set against an effort, and counts for which none is published. */
export interface RateScope {
  readonly place: string;
  readonly agencies: readonly string[];
  readonly substance: string | null;
  /** The code of how was checked, as parcels by a scanner and parcels by dogs; null where the effort's name says it. */
  readonly way: string | null;
  /** The unit of what is counted. */
  readonly unit: string;
  /** Whether each that counts is one of those checked, so that the rate is a share. */
  readonly isShare: boolean;
  readonly pairs: readonly RatePair[];
  readonly without: readonly Claim[];
}

/** What is counted among those that an effort counts. */
export const partOf: Readonly<Partial<Record<Metric, Metric>>> = {
  persons_with_drugs: 'persons_checked',
  under_influence: 'persons_checked',
  vehicles_seized: 'vehicles_checked',
};

const checkedPersons: readonly Metric[] = ['persons_checked', 'controls'];
const inhabitants: readonly Metric[] = ['population', 'dwellings'];

/** The efforts that a count may be set against: it counts some of what they count, what they brought, or by custom inhabitants. */
const efforts: Readonly<Partial<Record<Metric, readonly Metric[]>>> = {
  persons_with_drugs: checkedPersons,
  under_influence: checkedPersons,
  arrests: [...checkedPersons, ...inhabitants],
  vehicles_seized: ['vehicles_checked', 'controls'],
  seizures: ['controls', 'scans', 'port_calls', 'teu', ...inhabitants],
  weapons: ['controls', ...inhabitants],
  offences: inhabitants,
  suspects: inhabitants,
  reports: inhabitants,
  fraud_cases: inhabitants,
  treatment_entrants: inhabitants,
  str_reports: inhabitants,
  str_transactions: ['unusual_transactions', ...inhabitants],
  unusual_transactions: inhabitants,
};

/** Metrics of amounts: money and weights follow no law of counts. */
const amounts: ReadonlySet<string> = new Set<Metric>([
  ...(['quantity', 'price', 'purity', 'potency', 'cash', 'tonnes'] as const),
  'fiu_value',
]);

/** Refuses what is no count, a count over itself or over what it is no part of, and assets of one kind over those of another: no rate of recovery. */
function checkCounts({ metric, per }: RateQuestion): void {
  const kinds = [metric, per].map(assetKind);
  if (!kinds.includes(null) && kinds[0] !== kinds[1]) {
    const told = refusalText({ dimension: 'stage', subject: null }, 'rate');
    throw new RefusalError(told, { dimension: 'stage', remedy: '' });
  }
  const amount = [metric, per].find((name) => amounts.has(name) || assetKind(name) !== null);
  if (amount !== undefined)
    throw wrongUse(
      'Een verhouding per controle is er van aantallen, niet van {what}.',
      'Un taux par contrôle vaut pour des nombres, non pour : {what}.',
      'Eine Rate je Kontrolle gibt es von Anzahlen, nicht von: {what}.',
      'A rate is of counts, not of {what}.',
      { what: labelled(metrics, amount) },
    );
  if (metric === per)
    throw wrongUse(
      '{what} tegen zichzelf afgezet zegt niets.',
      'Rapporter {what} à soi-même ne dit rien.',
      '{what}, auf sich selbst bezogen, sagt nichts.',
      '{what} set against itself says nothing.',
      { what: labelled(metrics, metric) },
    );
  if (!(efforts[metric as Metric] ?? []).includes(per as Metric)) throw unlike(metric, per);
}

/** A rate in words, with the codes that ask for it. */
const pairText = (metric: string, per: string): Text =>
  text(
    '{metric} tegenover {per} ({codes})',
    '{metric} sur {per} ({codes})',
    '{metric} bezogen auf {per} ({codes})',
    '{metric} against {per} ({codes})',
    {
      metric: labelled(metrics, metric),
      per: labelled(metrics, per),
      codes: `--metric ${metric} --per ${per}`,
    },
  );

/** The rates that a picture has both numbers of, in words with the codes that ask for them. */
export function ratesHeld(metricsHeld: ReadonlySet<string>): readonly Text[] {
  return (Object.entries(efforts) as [Metric, readonly Metric[]][]).flatMap(([count, against]) =>
    metricsHeld.has(count)
      ? against.filter((per) => metricsHeld.has(per)).map((per) => pairText(count, per))
      : [],
  );
}

/** The refusal of a count over what it is no part of, with the rates that each of both can stand in. */
function unlike(metric: string, per: string): RefusalError {
  const own = (efforts[metric as Metric] ?? []).map((effort) => pairText(metric, effort));
  const others = (Object.entries(efforts) as [Metric, readonly Metric[]][])
    .filter(([, against]) => against.includes(per as Metric))
    .map(([count]) => pairText(count, per));
  const instead = [...own, ...others];
  const says = joined(
    [
      text(
        'Niet op elkaar betrokken: {count} en {effort}. Het ene is geen deel van het andere, dus de uitkomst zou geen aandeel zijn en geen kans op een vondst.',
        'Non rapportés l’un à l’autre : {count} et {effort}. L’un n’est pas une partie de l’autre : le résultat ne serait ni une part, ni une chance de trouver.',
        'Nicht aufeinander bezogen: {count} und {effort}. Das eine ist kein Teil des anderen, das Ergebnis wäre also kein Anteil und keine Fundchance.',
        'Not set against each other: {count} and {effort}. One is no part of the other, so the result would be no share and no chance of a find.',
        { count: labelled(metrics, metric), effort: labelled(metrics, per) },
      ),
      instead.length > 0
        ? text(
            'Wel te vragen: {instead}.',
            'À demander plutôt : {instead}.',
            'Stattdessen abzufragen: {instead}.',
            'To ask instead: {instead}.',
            { instead: joined(instead, '; ') },
          )
        : text(
            'Vraag elk afzonderlijk, met published.',
            'Demandez chacun séparément, avec published.',
            'Fragen Sie beides einzeln ab, mit published.',
            'Ask for each by itself, with published.',
          ),
    ],
    ' ',
  );
  return new RefusalError(says, { dimension: 'metric', remedy: '' });
}

/**
 * The whole number that a claim states; null where its words leave room for several. Results of an action are counted one by one:
 * 250 persons beside 1,991 are no rounding, unless a word says so, or it is a round number of thousands.
 */
export function wholeOf({ value, wording, interval: { low, high, closed } }: Claim): number | null {
  const isPlain = wording === 'unmarked' && !(value >= 1000 && value % 100 === 0);
  if (wording === 'exact' || isPlain) return Number.isInteger(value) ? value : null;
  if (high === null) return null;
  const [first, last] = [Math.ceil(low), Math.floor(high)];
  const above = !closed && last === high && last > first ? last - 1 : last;
  return first === above ? first : null;
}

/** Claims that count one metric, in every unit and by every code of a source that it is counted in. */
function countsOf(
  observations: readonly Observation[],
  metric: string,
  conservation: Held['conservation'],
): readonly Claim[] {
  const own = observations.filter(
    (row) =>
      row.metric === metric && units.has(row.unit) && units.get(row.unit).dimension === 'count',
  );
  const kindOf = ({ unit, nationalCode }: Observation): string => `${unit} ${nationalCode ?? ''}`;
  return [...new Set(own.map(kindOf))].sort().flatMap((kind) => {
    const alike = own.filter((row) => kindOf(row) === kind);
    return claimsAmong({ conservation }, alike, alike[0] as Observation);
  });
}

type Numbered = Omit<RatePair, 'beside' | 'isUnsure'>;

/** Why a pair stands beside the others of its scope; null where it enters comparisons and sums. */
function besideOf(
  pair: Numbered,
  others: readonly Numbered[],
  isShare: boolean,
): RateBeside | null {
  const { numbers, start, end } = pair;
  if (!numbers) return 'no_number';
  if (isShare && numbers.count > numbers.effort) return 'more_than_all';
  if (others.some((other) => other.start === start && other.end === end)) return 'disputed';
  const met = others.filter(
    (other) => other.numbers !== null && other.start <= end && start <= other.end,
  );
  if (met.some((other) => start <= other.start && other.end <= end)) return 'holds_others';
  // What holds this pair stands beside, and this pair stays.
  return met.some((other) => !(other.start <= start && end <= other.end)) ? 'overlaps' : null;
}

/** Pairs of one scope, in the order of their days: counts and efforts of one page first, else each that the days have. */
function pairsOf(
  counts: readonly Claim[],
  efforts: readonly Claim[],
  isShare: boolean,
): readonly RatePair[] {
  const pairs = counts.flatMap((count) => {
    const alike = efforts.filter((effort) => sameDays(count, effort));
    const own = alike.filter((effort) => samePage(count, effort));
    return (own.length > 0 ? own : alike).map((effort): Numbered => {
      const [counted, checked] = [wholeOf(count), wholeOf(effort)];
      const isKnown = counted !== null && checked !== null && checked > 0;
      const numbers = isKnown ? { count: counted, effort: checked } : null;
      return { count, effort, numbers, start: count.periodStart, end: count.periodEnd };
    });
  });
  return pairs
    .map((pair) => ({
      ...pair,
      beside: besideOf(
        pair,
        pairs.filter((other) => other !== pair),
        isShare,
      ),
      isUnsure: isUnsure(pair.count) || isUnsure(pair.effort),
    }))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.end < b.end ? -1 : 1));
}

/** Whether an effort is of the same place, services and drug, of the same way of checking, and counts what the count is some of. */
function isAlike(count: Claim, effort: Claim): boolean {
  const [own, other] = [count.rows[0], effort.rows[0]];
  return (
    effort.place === count.place &&
    effort.agencies.join() === count.agencies.join() &&
    [null, own?.substance ?? null].includes(other?.substance ?? null) &&
    (count.basis === effort.basis || [count.basis, effort.basis].includes('not_applicable')) &&
    // Checks of any kind have one name: their unit and code say which.
    (effort.metric !== 'controls' ||
      (['control', count.unit].includes(effort.unit) &&
        [null, own?.nationalCode ?? null].includes(other?.nationalCode ?? null)))
  );
}

/**
 * Counts of a picture with the effort they stand against: only where place, days and services are the same. A count of four
 * countries is not set against what one of them checked, nor a year's against a week's.
 *
 * @throws UsageError for amounts, and for a count over itself
 * @throws RefusalError for assets of one kind over those of another: what is collected is of other cases than what is ordered; and
 * for a count over what it is no part of, as persons over vehicles
 */
export function rateScopes(
  observations: readonly Observation[],
  question: RateQuestion,
  conservation: Held['conservation'] = [],
): readonly RateScope[] {
  checkCounts(question);
  const { metric, per, places, from, to } = question;
  const isAsked = ({ place, periodStart, periodEnd, extent }: Claim): boolean =>
    extent === 'whole' &&
    (places.length === 0 || places.includes(place)) &&
    (from === null || periodStart >= from) &&
    (to === null || periodEnd <= to);
  const counts = countsOf(observations, metric, conservation).filter(isAsked);
  const checked = countsOf(observations, per, conservation).filter(isAsked);
  const scopes = new Map<string, Claim[]>();
  for (const count of counts) {
    const { offence, countUnit, nationalCode } = count.rows[0] as Observation;
    const key = JSON.stringify([
      ...[count.place, count.agencies, count.unit, count.basis, count.substance],
      ...[offence, countUnit, nationalCode],
    ]);
    scopes.set(key, [...(scopes.get(key) ?? []), count]);
  }
  return [...scopes].sort().map(([, found]) => {
    const own = standing(found);
    const [{ place, agencies, rows, unit }] = own as [Claim, ...Claim[]];
    const [{ substance, nationalCode }] = rows as [Observation, ...Observation[]];
    const alike = checked.filter((effort) => isAlike(own[0] as Claim, effort));
    const isShare =
      partOf[metric as Metric] === per ||
      (per === 'controls' && alike.length > 0 && alike.every((effort) => effort.unit === unit));
    const pairs = pairsOf(own, standing(alike), isShare);
    return {
      ...{ place, agencies, isShare, pairs, substance, unit },
      way: per === 'controls' ? nationalCode : null,
      without: own.filter((count) => !pairs.some((pair) => pair.count === count)),
    };
  });
}
