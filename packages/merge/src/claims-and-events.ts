import {
  type Conflict,
  type Coverage,
  expandPlace,
  freqOf,
  groupBy,
  hasFigure,
  type JointTotal,
  type NotAdded,
  type Observation,
  placeContains,
  type Seizure,
  spanOfDate,
  sumExact,
  type Text,
} from '@samenbeeld/schema';
import { type CellPeriod, cellOf } from './cell.ts';
import type { Claim } from './claim.ts';
import type { ComparableSum } from './comparable-sum.ts';
import { countedGroups, type GroupedPair } from './event-groups.ts';
import { isReported } from './is-reported.ts';
import type { JointTotals } from './joint-totals.ts';
import { decidedOf } from './same-seizure/to-record-pairs.ts';
import type { FoundAt } from './same-seizure/total/counted-find.ts';
import type { ToldFind } from './same-seizure/total/told-find.ts';
import type { Records, TotalQuestion } from './total-question.ts';
import { say } from './words.ts';

/** What counts claims, and what counts single finds, of the places of a question. */
export interface Ways {
  readonly ofClaims: (periods: readonly CellPeriod[], floors: readonly Claim[]) => JointTotals;
  readonly ofEvents: (periods: readonly CellPeriod[]) => readonly ComparableSum[];
}

/** The finds on the footing of a question, wherever they were made, and the place that it is of. */
export interface ToldOf {
  readonly told: readonly ToldFind[];
  readonly place: string;
}

/** The place of which a find surely is, by the places where it may have been made. */
function placeOfAll(at: readonly FoundAt[]): string {
  const places = [...new Set(at.map(({ place }) => place))].sort();
  const whole = places.find((one) => places.every((other) => placeContains(one, other)));
  return whole ?? places.join('+');
}

/** Whether a place lies in that of a question. */
function isHere(asked: string): (place: string) => boolean {
  const members = expandPlace(asked);
  return (place) => members.some((whole) => placeContains(whole, place));
}

/** A find as a row of a claim, with the cell it was read from. */
function rowOf(find: Seizure, { start, end }: CellPeriod, value: number): Observation {
  const { id, source, reference, place, basis, agencies, substance, printed, origin } = find;
  return {
    kind: 'observation',
    id,
    source,
    reference,
    publication: null,
    place,
    placeNote: null,
    basis,
    containsOwn: null,
    agencies,
    substance,
    offence: null,
    nationalCode: null,
    level: null,
    metric: 'quantity',
    stat: 'sum',
    countUnit: null,
    definition: null,
    value,
    printed,
    unit: 'kg',
    wording: 'floor',
    wordingPrinted: null,
    missing: null,
    extent: 'some_finds',
    status: 'A',
    periodStart: start,
    periodEnd: end,
    freq: freqOf({ start, end }),
    publishedOn: null,
    confidence: 'high',
    note: null,
    origin,
  };
}

/** The finds that were surely made in a place and a period, whichever reports are of them. */
function sureFinds({ told, place }: ToldOf, { start, end }: CellPeriod): readonly ToldFind[] {
  const isOfPlace = isHere(place);
  return told
    .filter(
      ({ low, at }) =>
        low > 0 &&
        at.every(
          ({ place: where, time: { made } }) =>
            isOfPlace(where) && made && made.start >= start && made.end <= end,
        ),
    )
    .toSorted((one, other) => (one.find.id < other.find.id ? -1 : 1));
}

/**
 * What the finds of one file surely add up to in a period, as a claim for each place that leaves it open how much more there
 * was, whichever report of a find is right. Of one file only, that which holds most: no file lists a find twice, two files may.
 */
export function floorClaims(
  found: ToldOf,
  period: CellPeriod,
  { substance }: Pick<TotalQuestion, 'substance'>,
): readonly Claim[] {
  const sure = sureFinds(found, period);
  const [file] = byFile(sure).toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0] ?? [];
  const ofFile = sure.filter(({ find }) => find.source === file);
  return [...groupBy(ofFile, ({ at }) => placeOfAll(at))].map(([place, own]): Claim => {
    const value = sumExact(own.map(({ low }) => low));
    const interval = { low: value, high: null, closed: true };
    return {
      id: own.map(({ find }) => find.id).join('+'),
      rows: own.map(({ find, low }) => rowOf(find, period, low)),
      ...{ value, interval, asPrinted: interval, wording: 'floor', wordingPrinted: null },
      ...{ unit: 'kg', metric: 'quantity', place, places: expandPlace(place) },
      ...{ basis: own[0]?.find.basis ?? '', containsOwn: null, substance: substance ?? '' },
      agencies: [...new Set(own.flatMap(({ find }) => find.agencies))].sort(),
      ...{ extent: 'some_finds', status: 'A', periodStart: period.start, periodEnd: period.end },
      ...{ publication: null, publishedOn: null, confidence: 'high', note: null },
    };
  });
}

/** What the finds of each file add up to. */
function byFile(finds: readonly ToldFind[]): readonly (readonly [string, number])[] {
  return [...groupBy(finds, ({ find }) => find.source)].map(([file, own]) => [
    file,
    sumExact(own.map(({ low }) => low)),
  ]);
}

/** How many finds some reports are at least: of those that a chain of pairs ties, what the file that holds most of them has. */
function fewest(sure: readonly ToldFind[], told: readonly ToldFind[]): number {
  const tied = new Map<string, Set<string>>();
  for (const { find, others } of told) {
    const one = new Set([find.id, ...others].flatMap((id) => [id, ...(tied.get(id) ?? [])]));
    for (const id of one) tied.set(id, one);
  }
  const parts = [...groupBy(sure, ({ find }) => tied.get(find.id))].map(([, own]) => own);
  return sumExact(parts.map((own) => Math.ceil(Math.max(...byFile(own).map(([, n]) => n)) - 1e-6)));
}

/** What finds of files that cover a place in full add up to whichever of them are one, and however they were weighed. */
export interface FindBounds {
  readonly low: number;
  /** null where a find is not weighed, or not dated by its seizure, or was left out. */
  readonly high: number | null;
  readonly isLeftOut?: true;
  /** Who seized. */
  readonly agencies: readonly string[];
}

/**
 * Bounds of the finds of a period, in kg or in their number, that rest on no model: what one file surely holds, and what all rows
 * hold together. What persons said is one counts once at most, with the largest weight that was reported of it.
 */
export function boundsOfFinds(
  found: ToldOf & { readonly pairs: readonly GroupedPair[] },
  period: CellPeriod,
  question: Pick<TotalQuestion, 'substance' | 'metric'>,
): FindBounds {
  const isOfPlace = isHere(found.place);
  const here = found.told.filter(({ at }) => at.some(({ place }) => isOfPlace(place)));
  const touching = here.filter(({ find: { date, datePrecision }, at }) =>
    [spanOfDate(date, datePrecision), ...at.flatMap(({ time: { made } }) => made ?? [])].some(
      (span) => span.start <= period.end && span.end >= period.start,
    ),
  );
  // What is dated by its registration or its end may have been seized within the period or outside it.
  const areSeized = here.every(({ find: { dateRole } }) => dateRole === 'seizure');
  const agencies = [...new Set(touching.flatMap(({ find: { agencies: own } }) => own))].sort();
  const groups = countedGroups(
    touching.map(({ find }) => find),
    found.pairs.filter((pair) => decidedOf(pair) === 'same'),
  );
  if (question.metric === 'seizures') {
    const low = fewest(sureFinds(found, period), found.told);
    return { low, high: areSeized ? groups.length : null, agencies };
  }
  const most = new Map(touching.map(({ find: { id }, high }) => [id, high]));
  const highs = groups.map(({ members }) => members.map(({ id }) => most.get(id) ?? null));
  return {
    low: sumExact(floorClaims(found, period, question).map(({ value }) => value)),
    high:
      areSeized && !highs.flat().includes(null)
        ? sumExact(highs.map((own) => Math.max(...(own as readonly number[]))))
        : null,
    agencies,
  };
}

/** That a published figure does not fit what files of finds of its place give. */
export function saysOtherThanFinds(
  { place, value, unit }: Pick<Claim, 'place' | 'value' | 'unit'>,
  { low, high }: Pick<FindBounds, 'low' | 'high'>,
): Text {
  return say(sentences.differs, {
    place: { place },
    told: { quantity: value, unit },
    ...endsOf({ low, high }, unit),
  });
}

/** Two ends for a sentence: "991.8 kg", " to 1,102 kg". */
function endsOf({ low, high }: Pick<FindBounds, 'low' | 'high'>, unit: string) {
  const range =
    high === null
      ? sentences.open
      : high === low
        ? ''
        : say(sentences.range, { high: { quantity: high, unit } });
  return { low: { quantity: low, unit }, range };
}

const sentences = {
  differs: {
    nl: 'Het gepubliceerde cijfer voor {place}, {told}, past niet bij de vangstbestanden, die {place} volledig dekken en {low}{range} geven. De bestanden gaan voor.',
    fr: 'Le chiffre publié ({place}, {told}) ne concorde pas avec les fichiers de saisies, qui couvrent ce lieu entièrement et donnent {low}{range}. Les fichiers l’emportent.',
    de: 'Die veröffentlichte Zahl für {place}, {told}, passt nicht zu den Funddateien, die {place} vollständig abdecken und {low}{range} ergeben. Die Dateien gehen vor.',
    en: 'The figure published for {place}, {told}, does not fit the files of finds, which cover {place} in full and give {low}{range}. The files go first.',
  },
  agrees: {
    nl: 'Gepubliceerd cijfer; het past bij de vangstbestanden, die voorgaan omdat zij de plaats volledig dekken.',
    fr: 'Chiffre publié ; il concorde avec les fichiers de saisies, qui l’emportent parce qu’ils couvrent le lieu entièrement.',
    de: 'Veröffentlichte Zahl; sie passt zu den Funddateien, die vorgehen, weil sie den Ort vollständig abdecken.',
    en: 'A published figure; it fits the files of finds, which go first because they cover the place in full.',
  },
  depends: {
    nl: 'Gepubliceerd cijfer; of het past bij de vangstbestanden, die voorgaan omdat zij de plaats volledig dekken, hangt ervan af welke meldingen één vangst zijn: gewogen geven zij {low}{range}.',
    fr: 'Chiffre publié ; sa concordance avec les fichiers de saisies, qui l’emportent parce qu’ils couvrent le lieu entièrement, dépend des signalements qui concernent une même saisie : pondérés, ils donnent {low}{range}.',
    de: 'Veröffentlichte Zahl; ob sie zu den Funddateien passt, die vorgehen, weil sie den Ort vollständig abdecken, hängt davon ab, welche Meldungen ein Fund sind: gewichtet ergeben sie {low}{range}.',
    en: 'A published figure; whether it fits the files of finds, which go first because they cover the place in full, depends on which reports are one find: weighed, they give {low}{range}.',
  },
  stands: {
    nl: 'Gepubliceerd cijfer; het past niet bij de vangstbestanden, die voorgaan omdat zij de plaats volledig dekken.',
    fr: 'Chiffre publié ; il ne concorde pas avec les fichiers de saisies, qui l’emportent parce qu’ils couvrent le lieu entièrement.',
    de: 'Veröffentlichte Zahl; sie passt nicht zu den Funddateien, die vorgehen, weil sie den Ort vollständig abdecken.',
    en: 'A published figure; it does not fit the files of finds, which go first because they cover the place in full.',
  },
  range: { nl: ' tot {high}', fr: ' à {high}', de: ' bis {high}', en: ' to {high}' },
  open: { nl: ' of meer', fr: ' ou plus', de: ' oder mehr', en: ' or more' },
} as const satisfies Readonly<Record<string, Text>>;

/** Whether a figure from so much to so much, or of at least so much, may be what lies between two ends. */
const mayBe = (
  { low, high }: Pick<FindBounds, 'low' | 'high'>,
  figure: Pick<FindBounds, 'low' | 'high'>,
): boolean => (high === null || figure.low <= high) && (figure.high === null || figure.high >= low);

/**
 * Claims that stand beside a total of finds, each held against it (joint total, rule 8): it does not fit only where it fits neither
 * what a model weighs nor what holds by none.
 */
function checkedBy(
  events: JointTotal,
  { totals, claims: all }: JointTotals,
  period: CellPeriod,
  found: Omit<Parameters<typeof boundsOfFinds>[0], 'place'>,
): { readonly notAdded: readonly NotAdded[]; readonly conflicts: readonly Conflict[] } {
  const claims = totals.find((total) => total.period === period.period);
  const byId = new Map(all.map((claim) => [claim.id, claim]));
  const checked = (claims ? [...claims.members, ...claims.together] : []).flatMap((member) => {
    const places = expandPlace(member.place);
    const own = events.members.filter(({ place }) => places.includes(place));
    const [lows, highs] = [own.map(({ lowest }) => lowest), own.map(({ highest }) => highest)];
    if (lows.includes(null) || own.length < places.length) return [];
    const isOpen = highs.includes(null);
    const weighed = {
      low: sumExact(lows as readonly number[]),
      high: isOpen ? null : sumExact(highs as readonly number[]),
    };
    const bounds = boundsOfFinds({ ...found, place: member.place }, period, events);
    const sure = {
      low: Math.min(bounds.low, weighed.low),
      high: isOpen || bounds.high === null ? null : Math.max(bounds.high, weighed.high ?? 0),
    };
    const figures = [member.governing, ...member.rivals, ...member.combined];
    const isFigure = hasFigure(member);
    return [...new Set([...figures, ...member.finds])].flatMap((id) => {
      const claim = id === null ? undefined : byId.get(id);
      if (!claim) return [];
      // A find, a part of the period, or one office's figure says no more than a lower end.
      const isWhole = isFigure && claim.extent === 'whole' && figures.includes(id);
      const figure = { low: claim.interval.low, high: isWhole ? claim.interval.high : null };
      const fits = mayBe(weighed, figure);
      return [{ member, claim, weighed, sure, fits, mayFit: fits || mayBe(sure, figure) }];
    });
  });
  return {
    notAdded: checked.map(({ claim, weighed, fits, mayFit }) => ({
      ...{ period: events.period, claim: claim.id, place: claim.place, basis: claim.basis },
      ...{ value: claim.value, wording: claim.wording, unit: claim.unit, kind: 'inside' as const },
      reason: fits
        ? sentences.agrees
        : mayFit
          ? say(sentences.depends, endsOf(weighed, events.unit))
          : sentences.stands,
    })),
    conflicts: checked
      .filter(({ mayFit }) => !mayFit)
      .map(
        ({ member, claim, sure }): Conflict => ({
          key: `finds ${claim.id} ${events.key}`,
          subject: member.subject,
          type: 'same_scope_different_value',
          claims: [claim.id],
          ...{ place: member.place, substance: events.substance, basis: events.basis },
          ...{ periodStart: period.start, periodEnd: period.end, factor: null, computed: true },
          difference: null,
          explanation: saysOtherThanFinds(
            { place: member.place, value: claim.value, unit: events.unit },
            sure,
          ),
          proposal: null,
          state: 'explained',
          decision: null,
        }),
      ),
  };
}

/** Whether files of finds are declared to cover every place of a question in full for a period, so that they govern it. */
export function governedBy(
  coverage: readonly Coverage[],
  finds: readonly Seizure[],
  question: TotalQuestion,
): (period: CellPeriod) => boolean {
  const members = expandPlace(question.place);
  const scope = { ...question, substance: question.substance ?? '' };
  // Finds of a place within a member are counted where they were made, so that the member itself is not.
  const arePlaced = finds.every(({ place }) => members.includes(place));
  return (period) =>
    arePlaced &&
    members.every((place) => isReported(place, cellOf(place, period, scope), coverage));
}

/**
 * The totals of a question of which there are claims and single finds (joint total, rule 8): where files of finds are declared
 * to cover every place of it for the whole period they govern, and claims check them; elsewhere claims govern, and what the
 * finds of one file surely add up to is a floor among them. Neither is ever added to the other.
 */
export function claimsAndEvents(
  { coverage = [], pairs = [] }: Pick<Records, 'coverage' | 'pairs'>,
  { finds, told }: { readonly finds: readonly Seizure[]; readonly told: readonly ToldFind[] },
  question: TotalQuestion,
  periods: readonly CellPeriod[],
  { ofClaims, ofEvents }: Ways,
): JointTotals {
  const governed = periods.filter(governedBy(coverage, finds, question));
  const open = periods.filter((period) => !governed.includes(period));
  const claimed = ofClaims(
    open,
    open.flatMap((period) => floorClaims({ told, place: question.place }, period, question)),
  );
  const checks = ofClaims(governed, []);
  const events = governed.length === 0 ? [] : ofEvents(governed);
  const checked = events.map((one, at) =>
    checkedBy(one.total, checks, governed[at] as CellPeriod, { told, pairs }),
  );
  const order = new Map(periods.map(({ period }, at) => [period, at]));
  const guarded = [...claimed.guarded, ...events].toSorted(
    (one, other) => (order.get(one.total.period) ?? 0) - (order.get(other.total.period) ?? 0),
  );
  const claims = new Map([...claimed.claims, ...checks.claims].map((claim) => [claim.id, claim]));
  return {
    totals: guarded.map(({ total }) => total),
    guarded,
    conflicts: [...claimed.conflicts, ...checked.flatMap(({ conflicts }) => conflicts)],
    notAdded: [
      ...claimed.notAdded,
      ...checks.notAdded,
      ...checked.flatMap(({ notAdded }) => notAdded),
    ],
    claims: [...claims.values()],
    grounds: claimed.grounds,
    lapsed: claimed.lapsed,
  };
}
