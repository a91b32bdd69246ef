import {
  type Conflict,
  claimInterval,
  expandPlace,
  freqOf,
  type JointTotal,
  multiplyExact,
  type NotAdded,
  type Observation,
  placeContains,
  type Seizure,
  sumExact,
  type Text,
} from '@samenbeeld/schema';
import { type CellPeriod, cellOf } from './cell.ts';
import type { ComparableSum } from './comparable-sum.ts';
import { inKilograms } from './event-quantity.ts';
import { isReported } from './is-reported.ts';
import type { JointTotals } from './joint-totals.ts';
import { packing } from './same-seizure/weight/explained-weight.ts';
import type { Records, TotalQuestion } from './total-question.ts';
import { say } from './words.ts';

/** What counts claims, and what counts single finds, of some of the places of a question. */
export interface Ways {
  readonly ofClaims: (
    observations: readonly Observation[],
    place: string,
    periods: readonly CellPeriod[],
  ) => JointTotals;
  readonly ofEvents: (place: string, periods: readonly CellPeriod[]) => readonly ComparableSum[];
}

/** What single finds of one file add up to in a place and period, as a claim that leaves it open how much more there was. */
export function floorClaims(
  finds: readonly Seizure[],
  { start, end, period }: CellPeriod,
  { substance }: Pick<TotalQuestion, 'substance'>,
): readonly Observation[] {
  const files = new Map<string, Seizure[]>();
  for (const find of finds.filter(({ date }) => date >= start && date <= end)) {
    const file = `${find.source} ${find.place}`;
    files.set(file, [...(files.get(file) ?? []), find]);
  }
  return [...files].flatMap(([file, found]): Observation[] => {
    const weights = found.flatMap((find) => {
      const kilograms = inKilograms(find);
      // An estimate may be too much; what is not said to be net may hold its packing.
      if (kilograms === null || find.estimated) return [];
      const told = { value: kilograms, printed: find.printed, wording: find.wording ?? 'exact' };
      const low =
        told.wording === 'unmarked' || told.wording === 'exact'
          ? kilograms
          : claimInterval({ ...told, unit: 'kg', toUnit: 'kg' }).low;
      return [find.massBasis === 'net' ? low : multiplyExact(low, 1 - packing)];
    });
    const first = found.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0] as Seizure;
    if (weights.length === 0) return [];
    const value = sumExact(weights);
    return [
      {
        ...{ id: `finds ${file} ${period}`, kind: 'observation', source: first.source },
        ...{ reference: null, place: first.place, placeNote: null, basis: first.basis },
        ...{ containsOwn: null, agencies: [...new Set(found.flatMap(({ agencies }) => agencies))] },
        ...{ substance, offence: null, metric: 'quantity', stat: 'sum' },
        ...{ value, unit: 'kg', printed: String(value), wording: 'floor', wordingPrinted: null },
        ...{ missing: null, extent: 'some_finds', status: 'A', periodStart: start, periodEnd: end },
        ...{
          freq: freqOf({ start, end }),
          publishedOn: null,
          publication: first.source,
          level: null,
        },
        ...{ nationalCode: null, countUnit: null, confidence: 'high', note: null },
        origin: first.origin,
      } as unknown as Observation,
    ];
  });
}

const sentences = {
  differs: {
    nl: 'Het gepubliceerde cijfer voor {place}, {told}, past niet bij de vangstbestanden, die {place} volledig dekken en {low}{range} geven. De bestanden gaan voor.',
    fr: 'Le chiffre publié pour {place}, {told}, ne concorde pas avec les fichiers de saisies, qui couvrent {place} entièrement et donnent {low}{range}. Les fichiers l’emportent.',
    de: 'Die veröffentlichte Zahl für {place}, {told}, passt nicht zu den Funddateien, die {place} vollständig abdecken und {low}{range} ergeben. Die Dateien gehen vor.',
    en: 'The figure published for {place}, {told}, does not fit the files of finds, which cover {place} in full and give {low}{range}. The files go first.',
  },
  agrees: {
    nl: 'Gepubliceerd cijfer; het past bij de vangstbestanden, die voorgaan omdat zij de plaats volledig dekken.',
    fr: 'Chiffre publié ; il concorde avec les fichiers de saisies, qui l’emportent parce qu’ils couvrent le lieu entièrement.',
    de: 'Veröffentlichte Zahl; sie passt zu den Funddateien, die vorgehen, weil sie den Ort vollständig abdecken.',
    en: 'A published figure; it fits the files of finds, which go first because they cover the place in full.',
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

/** Claims that stand beside a total of finds, each held against it (joint total, rule 8). */
function checkedBy(
  events: JointTotal,
  { totals: [claims], claims: all }: JointTotals,
  { start, end }: CellPeriod,
): { readonly notAdded: readonly NotAdded[]; readonly conflicts: readonly Conflict[] } {
  const byId = new Map(all.map((claim) => [claim.id, claim]));
  const checked = (claims ? [...claims.members, ...claims.together] : []).flatMap((member) => {
    const places = expandPlace(member.place);
    const own = events.members.filter(({ place }) => places.includes(place));
    const [lows, highs] = [own.map(({ lowest }) => lowest), own.map(({ highest }) => highest)];
    if (lows.includes(null) || own.length < places.length) return [];
    const low = sumExact(lows as readonly number[]);
    const high = highs.includes(null) ? null : sumExact(highs as readonly number[]);
    const ids = [member.governing, ...member.rivals, ...member.combined, ...member.finds];
    return [...new Set(ids)].flatMap((id) => {
      const claim = id === null ? undefined : byId.get(id);
      if (!claim) return [];
      // A find, or one office's figure, says no more than a lower end.
      const top = claim.extent === 'whole' ? claim.interval.high : null;
      const fits = (high === null || claim.interval.low <= high) && (top === null || top >= low);
      return [{ member, claim, low, high, fits }];
    });
  });
  return {
    notAdded: checked.map(({ claim, fits }) => ({
      ...{ period: events.period, claim: claim.id, place: claim.place, basis: claim.basis },
      ...{ value: claim.value, wording: claim.wording, unit: claim.unit, kind: 'inside' as const },
      reason: fits ? sentences.agrees : sentences.stands,
    })),
    conflicts: checked
      .filter(({ fits }) => !fits)
      .map(({ member, claim, low, high }): Conflict => {
        const quantity = (value: number) => ({ quantity: value, unit: events.unit });
        return {
          key: `finds ${claim.id} ${events.key}`,
          subject: member.subject,
          type: 'same_scope_different_value',
          claims: [claim.id],
          ...{ place: member.place, substance: events.substance, basis: events.basis },
          ...{ periodStart: start, periodEnd: end, factor: null, computed: true },
          difference: null,
          explanation: say(sentences.differs, {
            place: { place: member.place },
            told: quantity(claim.value),
            low: quantity(low),
            range:
              high === null
                ? sentences.open
                : high === low
                  ? ''
                  : say(sentences.range, { high: quantity(high) }),
          }),
          proposal: null,
          state: 'explained',
          decision: null,
        };
      }),
  };
}

/** A sum of ranges of which one is of finds and one of claims, over places apart. */
function together(claims: JointTotal, events: JointTotal, question: TotalQuestion): JointTotal {
  const members = expandPlace(question.place).flatMap((place) =>
    [...claims.members, ...events.members].filter((member) => member.place === place),
  );
  const both = [claims, events].filter(({ status }) => status !== 'none');
  const lows = both.flatMap(({ reported: { lowest } }) => lowest ?? []);
  const likely = both.map(({ reported }) => reported.likely);
  const highs = both.map(({ reported }) => reported.highest);
  const missing = members
    .map(({ place }) => place)
    .filter((place) => claims.missing.includes(place) || events.missing.includes(place));
  const lowest = lows.length === 0 ? null : sumExact(lows);
  const highest =
    highs.length === 0 || highs.includes(null) ? null : sumExact(highs as readonly number[]);
  return {
    ...events,
    key: events.key.replace(events.complex, question.place),
    complex: question.place,
    members,
    together: claims.together,
    reported: {
      lowest,
      likely:
        likely.includes(null) || likely.length === 0
          ? null
          : likely.includes('undecided')
            ? 'undecided'
            : sumExact(likely as readonly number[]),
      highest,
    },
    total: { atLeast: lowest, atMost: missing.length === 0 ? highest : null },
    status: missing.length === 0 ? 'complete' : both.length === 0 ? 'none' : 'partial',
    missing,
    causes: [...claims.causes, ...events.causes],
    ceilings: claims.ceilings.map((ceiling) => ({ ...ceiling, inUse: false })),
    conflicts: claims.conflicts,
  };
}

/** The parts of several answers, each once. */
function joined(parts: readonly JointTotals[], order: readonly CellPeriod[]): JointTotals {
  const at = new Map(order.map(({ period }, index) => [period, index]));
  const guarded = parts
    .flatMap((part) => part.guarded)
    .toSorted((a, b) => (at.get(a.total.period) ?? 0) - (at.get(b.total.period) ?? 0));
  return {
    totals: guarded.map(({ total }) => total),
    guarded,
    conflicts: parts.flatMap(({ conflicts }) => conflicts),
    notAdded: parts.flatMap(({ notAdded }) => notAdded),
    claims: [
      ...new Map(parts.flatMap(({ claims }) => claims).map((claim) => [claim.id, claim])).values(),
    ],
    grounds: new Map(parts.flatMap(({ grounds }) => [...grounds])),
    lapsed: new Map(parts.flatMap(({ lapsed }) => [...lapsed])),
  };
}

/**
 * The totals of a question of which there are claims and single finds (joint total, rule 8): where files of finds are declared
 * to cover a place and period in full they govern, and claims check them; elsewhere claims govern, and what the finds of one file
 * add up to is a floor. Neither is ever added to the other in one place.
 */
export function claimsAndEvents(
  records: Records,
  finds: readonly Seizure[],
  question: TotalQuestion,
  periods: readonly CellPeriod[],
  { ofClaims, ofEvents }: Ways,
): JointTotals {
  const { observations, coverage = [] } = records;
  const members = expandPlace(question.place);
  const scope = { ...question, substance: question.substance ?? '' };
  const coveredIn = (period: CellPeriod): readonly string[] =>
    members.filter((place) => isReported(place, cellOf(place, period, scope), coverage));
  const groups = new Map<string, CellPeriod[]>();
  for (const period of periods) {
    const covered = coveredIn(period).join('+');
    groups.set(covered, [...(groups.get(covered) ?? []), period]);
  }
  const parts = [...groups].flatMap(([covered, own]): readonly JointTotals[] => {
    const open = members.filter((place) => !covered.split('+').includes(place));
    const isOpen = ({ place }: Seizure): boolean => open.some((one) => placeContains(one, place));
    const floors = own.flatMap((period) => floorClaims(finds.filter(isOpen), period, question));
    const wholeOpen = open.length === members.length ? question.place : open.join('+');
    const claims =
      open.length === 0 ? null : ofClaims([...observations, ...floors], wholeOpen, own);
    if (covered === '') return claims ? [claims] : [];
    const governed = open.length === 0 ? question.place : covered;
    const events = ofEvents(governed, own);
    return events.map((one, index): JointTotals => {
      const period = own[index] as CellPeriod;
      const checks = ofClaims(observations, governed, [period]);
      const { notAdded, conflicts } = checkedBy(one.total, checks, period);
      const beside = claims?.totals.find((total) => total.period === period.period);
      const total = beside ? together(beside, one.total, question) : one.total;
      const here = ({ periodStart, periodEnd }: Conflict): boolean =>
        periodStart <= period.end && periodEnd >= period.start;
      return {
        totals: [total],
        guarded: [{ ...one, total }],
        conflicts: [...(claims?.conflicts ?? []).filter(here), ...conflicts],
        notAdded: [
          ...(claims?.notAdded ?? checks.notAdded).filter(
            (entry) => entry.period === period.period,
          ),
          ...notAdded,
        ],
        claims: [...(claims?.claims ?? []), ...checks.claims],
        grounds: claims?.grounds ?? new Map(),
        lapsed: claims?.lapsed ?? new Map(),
      };
    });
  });
  return joined(parts, periods);
}
