import { type Claim, isProvisional, type TotalQuestion } from '@samenbeeld/merge';
import {
  agencies,
  type Break,
  type Conflict,
  type JointTotal,
  type MemberTotal,
  type Metric,
  parsePeriod,
  placeContains,
  places,
  type Span,
} from '@samenbeeld/schema';
import { type Analysis, type Answered, claimsById, isOfQuestions } from '../analysis.ts';
import { partOf, rateScopes } from '../rates/rate-pairs.ts';
import { grouped } from '../text.ts';

/** Why a period has no whole figure. */
export type Part =
  | { readonly why: 'nothing' | 'finds' | 'kind' | 'floor' | 'one_agency' | 'interim' }
  | { readonly why: 'part'; readonly span: string }
  | { readonly why: 'area'; readonly place: string };

/** What is to be asked of somebody, and what it would settle. */
export interface Request {
  /**
   * A figure of periods that have none, or less than a whole one; which of two figures holds; what was checked, the effort beside
   * a count, the same year by both rules of a break, weights of finds, or the exact number behind a rounded one.
   */
  readonly kind:
    | 'whole'
    | 'contradiction'
    | 'controls'
    | 'effort'
    | 'break'
    | 'weights'
    | 'rounded';
  /** Services that count it, or something it is part of; none where nobody who does is known. */
  readonly to: readonly string[];
  /** The country that is asked where no service is known. */
  readonly country: string | null;
  readonly places: readonly string[];
  /** What is asked; of an effort or a break what its claims or its series say. */
  readonly question: Pick<TotalQuestion, 'substance' | 'basis' | 'metric' | 'unit'> | null;
  readonly periods: readonly string[];
  /** Of a whole figure: what is known of its periods instead. */
  readonly known: readonly { readonly period: string; readonly part: Part }[];
  /** Periods whose total has no upper end without it, and those of which it is all that is missing. */
  readonly opens: readonly string[];
  readonly completes: readonly string[];
  /** By how much it would narrow a figure, in the unit asked, and as a share of its upper end; null where that is not known. */
  readonly width: number | null;
  readonly share: number | null;
  /** What is published of it now. */
  readonly claims: readonly Claim[];
  readonly conflict?: Conflict;
  readonly changed?: Break;
  /** Of an effort: what stands without it, and what is lacking. */
  readonly per?: Metric;
  /** Of weights: how many finds have none. */
  readonly count?: number;
}

const nothingMore = {
  ...{ known: [], opens: [], completes: [], width: null, share: null, claims: [] },
} as const;

const countryOf = (code: string): string | null => {
  const [first = ''] = code.split('+');
  return places.has(first) ? places.get(first).country : null;
};

/** The services among some that count themselves. */
const counting = (codes: readonly string[]): readonly string[] =>
  codes.filter((code) => agencies.has(code) && agencies.get(code).counts);

const holds = (claim: Claim, place: string): boolean =>
  claim.places.some((wide) => wide === place || placeContains(wide, place));

/** The services of the newest claims among some that has any. */
function newestServices(claims: readonly Claim[]): readonly string[] {
  const newest = claims
    .filter(({ agencies: who }) => counting(who).length > 0)
    .sort((a, b) => (`${a.periodEnd} ${a.id}` < `${b.periodEnd} ${b.id}` ? 1 : -1));
  return counting(newest[0]?.agencies ?? []);
}

/**
 * Who would hold a figure of a place: whoever published one of it, else of a wider area that holds it, else of another place of the
 * question in the same country; with the figures of the wider area, where it is that.
 */
function holdersOf(
  place: string,
  { settled, question }: Answered,
): { readonly to: readonly string[]; readonly wider: readonly Claim[] } {
  const alike = settled.claims.filter(
    ({ basis, extent }) => basis === question.basis && extent !== 'some_finds',
  );
  const own = alike.filter((claim) => claim.places.join() === place);
  const around = settled.notAdded
    .filter(({ kind }) => kind === 'wider')
    .flatMap(({ claim: id }) => alike.filter((claim) => claim.id === id && holds(claim, place)));
  const near = alike.filter(
    (claim) => countryOf(claim.place) === countryOf(place) && countryOf(place) !== null,
  );
  if (newestServices(own).length > 0) return { to: newestServices(own), wider: [] };
  const wider = newestServices(around);
  return { to: wider.length > 0 ? wider : newestServices(near), wider: around };
}

/** What is known of a member's period that has no whole figure. */
function partOfPeriod(
  { place, state, finds, absorbed }: MemberTotal,
  { start, end }: Span,
  byId: ReadonlyMap<string, Claim>,
): Part {
  if (state === 'not_reported') return { why: 'nothing' };
  const [floors, beside] = [finds, absorbed].map((ids) =>
    ids
      .flatMap((id) => byId.get(id) ?? [])
      .filter(({ extent }) => extent !== 'one_find' && extent !== 'some_finds'),
  );
  // Finds may come to more than another figure says at least: they are then not all that is known.
  const wholes = [floors, beside].find((claims) => claims && claims.length > 0) ?? [];
  if (wholes.length === 0) return { why: 'finds' };
  if (wholes.some(({ extent }) => extent === 'one_agency')) return { why: 'one_agency' };
  const part = wholes.find((claim) => claim.periodStart > start || claim.periodEnd < end);
  if (part) return { why: 'part', span: `${part.periodStart}/${part.periodEnd}` };
  if (wholes.some(({ extent }) => extent === 'part')) return { why: 'kind' };
  if (wholes.some(isProvisional)) return { why: 'interim' };
  const area = wholes.find((claim) => claim.places.join() !== place);
  return area ? { why: 'area', place: area.place } : { why: 'floor' };
}

/** The figure of each place whose periods have none, or less than a whole one. */
function wholes(one: Answered): readonly Request[] {
  const { settled, question } = one;
  const byId = new Map(settled.claims.map((claim) => [claim.id, claim]));
  const lacks = (member: MemberTotal): boolean =>
    member.state === 'not_reported' || (member.state === 'finds_only' && member.highest === null);
  const isOpen = ({ total }: JointTotal): boolean => total.atMost === null;
  // What stands where a figure of several places together is published.
  const isTogether = ({ together }: JointTotal, place: string): boolean =>
    together.some(
      ({ state, place: set }) => state === 'reported' && set.split('+').includes(place),
    );
  const members = [
    ...new Set(settled.totals.flatMap((total) => total.members.map((m) => m.place))),
  ];
  return members.flatMap((place): readonly Request[] => {
    const found = settled.totals.flatMap((total) => {
      const member = total.members.find((entry) => entry.place === place);
      return member && lacks(member) && !isTogether(total, place) ? [{ total, member }] : [];
    });
    if (found.length === 0) return [];
    const known = found.map(({ total: { period }, member }) => ({
      period,
      part: partOfPeriod(member, parsePeriod(period), byId),
    }));
    const opens = found.filter(({ total }) => isOpen(total));
    const windows = settled.notAdded
      .filter(({ kind, place: where }) => kind === 'window' && where === place)
      .map(({ claim }) => claim);
    const ids = [...found.flatMap(({ member }) => member.finds), ...windows];
    const { to, wider } = holdersOf(place, one);
    const published = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
    return [
      {
        ...nothingMore,
        kind: 'whole',
        ...{ to, country: countryOf(place), places: [place], question },
        periods: known.map(({ period }) => period),
        known: known.filter(({ part }) => part.why !== 'nothing'),
        opens: opens.map(({ total }) => total.period),
        completes: opens
          .filter(({ total }) =>
            total.members.every((entry) => entry.place === place || entry.highest !== null),
          )
          .map(({ total }) => total.period),
        claims: published.length > 0 ? published : wider,
      },
    ];
  });
}

/** Figures that contradict each other and that nobody has decided, or that services each counted for themselves: one request a cell. */
function contradictions(analysis: Analysis): readonly Request[] {
  const byId = claimsById(analysis);
  const open = analysis.conflicts.filter(
    (conflict) =>
      (conflict.state === 'undecided' || conflict.state === 'apart') &&
      isOfQuestions(analysis, conflict),
  );
  const cells = grouped(open, ({ subject }) => subject);
  return [...cells].flatMap(([subject, conflicts]): readonly Request[] => {
    // What contradicts is asked before what only stands beside.
    const [conflict] = conflicts.toSorted(
      (one, other) => Number(one.state === 'apart') - Number(other.state === 'apart'),
    ) as [Conflict, ...Conflict[]];
    const ids = [...new Set(conflicts.flatMap((each) => each.claims.slice(0, 2)))];
    const claims = ids.flatMap((id) => byId.get(id) ?? []);
    if (claims.length === 0) return [];
    const cell = analysis.answers
      .flatMap(({ settled }) => settled.totals)
      .flatMap(({ members, together }) => [...members, ...together])
      .find((entry) => entry.subject === subject);
    const isNarrowed = cell && cell.highest !== null && cell.lowest !== null;
    const width = isNarrowed ? (cell.highest ?? 0) - (cell.lowest ?? 0) : null;
    const [{ metric, unit }] = claims as [Claim, ...Claim[]];
    return [
      {
        ...nothingMore,
        kind: 'contradiction',
        to: [...new Set(claims.flatMap(({ agencies: who }) => counting(who)))],
        country: countryOf(conflict.place),
        places: [conflict.place],
        question: { substance: conflict.substance, basis: conflict.basis, metric, unit },
        periods: [`${conflict.periodStart}/${conflict.periodEnd}`],
        width,
        share: width === null ? null : width / (cell?.highest || 1),
        ...{ claims, conflict },
      },
    ];
  });
}

/** The exact number where only a rounded one is published. */
function rounded(one: Answered): readonly Request[] {
  const { settled, question } = one;
  const byId = new Map(settled.claims.map((claim) => [claim.id, claim]));
  const members = [
    ...new Set(settled.totals.flatMap((total) => total.members.map((m) => m.place))),
  ];
  return members.flatMap((place): readonly Request[] => {
    const found = settled.totals.flatMap(({ period, members: all, method }) => {
      const member = all.find((entry) => entry.place === place);
      const claim = member?.governing ? byId.get(member.governing) : undefined;
      if (method || !member || !claim || member.state !== 'reported') return [];
      const { lowest, highest } = member;
      return lowest === null || highest === null || highest === lowest
        ? []
        : [{ period, claim, width: highest - lowest, highest }];
    });
    if (found.length === 0) return [];
    const claims = found.map(({ claim }) => claim);
    return [
      {
        ...nothingMore,
        kind: 'rounded',
        to: newestServices(claims),
        country: countryOf(place),
        ...{ places: [place], question, claims },
        periods: found.map(({ period }) => period),
        width: found.reduce((sum, { width }) => sum + width, 0),
        share: Math.max(...found.map(({ width, highest }) => width / highest)),
      },
    ];
  });
}

/** Where what is found depends on what is checked. */
const checked: ReadonlySet<string> = new Set(['seized_in_port', 'seized_in_post']);
const checks: ReadonlySet<string> = new Set<Metric>(['controls', 'scans']);

/** What was checked, of places whose seizures are asked and whose checks nobody publishes: one request a country. */
function controls({ answers, gathered }: Analysis): readonly Request[] {
  // What money is asked of is worth the same however it was found.
  if (gathered.money !== null) return [];
  const held = gathered.observations.filter(
    ({ metric, value }) => checks.has(metric) && value !== null,
  );
  const lacking = answers
    .filter(({ question, settled }) => checked.has(question.basis) && settled.totals.length > 0)
    .flatMap(({ question, settled }) =>
      (settled.totals[0]?.members ?? [])
        .filter(({ place }) => !held.some((row) => placeContains(row.place, place)))
        .map(({ place }) => ({
          place,
          question,
          periods: settled.totals.map((one) => one.period),
        })),
    );
  const byCountry = grouped(
    lacking,
    ({ place, question }) => `${countryOf(place)} ${question.basis}`,
  );
  return [...byCountry.values()].map((all): Request => {
    const [{ place, question }] = all as [(typeof lacking)[number], ...typeof lacking];
    const country = countryOf(place);
    const where = [...new Set(all.map((one) => one.place))];
    return {
      ...nothingMore,
      kind: 'controls',
      to: agencies.flatMap(({ code, kind, country: own }) =>
        kind === 'customs' && own !== null && own === country ? [code] : [],
      ),
      country,
      places: where.filter(
        (code) => !where.some((other) => other !== code && placeContains(other, code)),
      ),
      question: { ...question, substance: null },
      periods: [...new Set(all.flatMap(({ periods }) => periods))].sort(),
    };
  });
}

/** The effort of counts that are published without it. */
function efforts({ gathered: { observations, conservation } }: Analysis): readonly Request[] {
  return (Object.entries(partOf) as [Metric, Metric][]).flatMap(([metric, per]) =>
    rateScopes(
      observations,
      { metric, per, places: [], from: null, to: null },
      conservation,
    ).flatMap(({ place, agencies: who, without }): readonly Request[] =>
      without.length === 0
        ? []
        : [
            {
              ...nothingMore,
              kind: 'effort',
              ...{ to: counting(who), country: countryOf(place), places: [place], per },
              question: { substance: null, basis: '', metric, unit: without[0]?.unit ?? '' },
              periods: [
                ...new Set(without.map((one) => `${one.periodStart}/${one.periodEnd}`)),
              ].sort(),
              claims: without,
            },
          ],
    ),
  );
}

const ofMoney = /^(?:str_|unusual_|fiu_|assets_)/u;

/** One year by both rules, of series that are asked and change within the periods asked. */
function breaks({ breaks: all, answers, gathered }: Analysis): readonly Request[] {
  const isAsked = ({ on, series }: Break): boolean =>
    answers.some(({ question, settled: { totals } }) => {
      const { place, basis, substance, metric } = { ...question, ...series };
      const [first, last] = [totals[0]?.period ?? '9', totals.at(-1)?.period ?? '0'];
      return (
        [question.basis === basis, question.metric === metric].every(Boolean) &&
        question.substance === substance &&
        question.place.split('+').includes(place) &&
        series.offence === undefined &&
        first < on.slice(0, 4) &&
        on.slice(0, 4) <= last
      );
    }) ||
    // What is said of money rests on every series of it that the picture holds.
    (gathered.money !== null &&
      ofMoney.test(series.metric ?? '') &&
      gathered.observations.some(
        ({ place, metric }) => place === series.place && metric === series.metric,
      ));
  return all
    .filter(({ severity, series: { place } }) => severity === 'block_trend' && place !== undefined)
    .filter(isAsked)
    .map((changed): Request => {
      const { place = '', basis, metric } = changed.series;
      const [newest] = gathered.observations
        .filter(
          (row) =>
            row.place === place &&
            (basis === undefined || row.basis === basis) &&
            (metric === undefined || row.metric === metric) &&
            counting(row.agencies).length > 0,
        )
        .sort((a, b) => (a.periodEnd < b.periodEnd ? 1 : -1));
      return {
        ...nothingMore,
        kind: 'break',
        ...{ to: counting(newest?.agencies ?? []), country: countryOf(place), places: [place] },
        ...{ question: null, periods: [changed.on], changed },
      };
    });
}

/** Weights of finds that are reported without one, by service. */
function weights({ answers, gathered }: Analysis): readonly Request[] {
  const asked = gathered.seizures.filter(
    ({ quantity, basis, place }) =>
      quantity === null &&
      answers.some(
        ({ question, settled: { of, totals } }) =>
          of !== 'claims' &&
          question.basis === basis &&
          totals.some(({ members }) => members.some((member) => member.place === place)),
      ),
  );
  const byService = grouped(asked, (seizure) => seizure.agencies.join('+'));
  return [...byService].sort().map(([who, finds]): Request => {
    const [{ place, basis, substance }] = finds as [(typeof asked)[number], ...typeof asked];
    return {
      ...nothingMore,
      kind: 'weights',
      ...{ to: who.split('+').filter(Boolean), country: countryOf(place) },
      places: [...new Set(finds.map((find) => find.place))].sort(),
      question: { substance, basis, metric: 'quantity', unit: 'kg' },
      periods: [...new Set(finds.map(({ date }) => date.slice(0, 4)))].sort(),
      count: finds.length,
    };
  });
}

/** Whole figures first, by how many totals they close; then contradictions by width; then what makes figures comparable; digits last. */
const rank: Readonly<Record<Request['kind'], number>> = {
  ...{ whole: 0, contradiction: 1, weights: 2, controls: 3, effort: 4, break: 5, rounded: 6 },
};

function byWorth(a: Request, b: Request): number {
  return (
    rank[a.kind] - rank[b.kind] ||
    b.completes.length - a.completes.length ||
    b.opens.length - a.opens.length ||
    (b.share ?? 0) - (a.share ?? 0) ||
    (keyOf(a) < keyOf(b) ? -1 : 1)
  );
}

const keyOf = ({ kind, places: where, question, periods, changed, per }: Request): string =>
  JSON.stringify([kind, where, question, periods, changed?.id, per]);

/** What sets a request apart from another of the same cells, which two questions of a picture may share. */
const cellsOf = ({ kind, places: where, question, periods, changed, per }: Request): string =>
  JSON.stringify([
    ...[kind, where, question?.substance, question?.basis, question?.metric, question?.unit],
    ...[kind === 'whole' || kind === 'rounded' ? '' : periods, changed?.id, per],
  ]);

/**
 * What a picture does not know of what it asks, each as a request to whoever would hold it: once, however many questions lack it, and
 * in the order of what it settles.
 */
export function requestsOf(analysis: Analysis): readonly Request[] {
  const all = [
    ...analysis.answers.flatMap(wholes),
    ...contradictions(analysis),
    ...weights(analysis),
    ...controls(analysis),
    ...efforts(analysis),
    ...breaks(analysis),
    ...analysis.answers.flatMap(rounded),
  ];
  // Of two questions about one cell the one that asks more periods stands.
  const longest = all.toSorted((a, b) => b.periods.length - a.periods.length);
  const once = new Map<string, Request>();
  for (const one of longest) if (!once.has(cellsOf(one))) once.set(cellsOf(one), one);
  return [...once.values()].sort(byWorth);
}
