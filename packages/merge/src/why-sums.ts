import { type JointTotal, type Likely, type MemberTotal, sumExact } from '@samenbeeld/schema';
import { agencyRelation, isService } from './agency-relation.ts';
import type { Claim } from './claim.ts';
import { isDisjoint, subsets } from './floor-within.ts';

/** A number that goes into a figure: the end of a claim's interval, what a record adds, or the figure of a port. */
export interface WhyAddend {
  /** Id of the claim or record, or code of the place. */
  readonly of: string;
  readonly value: number;
}

/**
 * How one number of a total is made of others, as data: their sum, the largest or the smallest of them, or the first held within
 * the other two (`clamp`: value, lowest, and highest where there is one). Doing what it says gives `value`, to the last digit.
 */
export interface WhySum {
  /** The place, or ports joined by +. */
  readonly of: string;
  readonly end: 'lowest' | 'likely' | 'highest' | 'atLeast' | 'atMost';
  readonly by: 'sum' | 'largest' | 'smallest' | 'clamp';
  readonly parts: readonly WhyAddend[];
  readonly value: number;
}

/** The number that a sum of `why` gives from its parts. */
export function recomputed({ by, parts }: Pick<WhySum, 'by' | 'parts'>): number {
  const values = parts.map(({ value }) => value);
  switch (by) {
    case 'sum':
      return sumExact(values);
    case 'largest':
      return Math.max(...values);
    case 'smallest':
      return Math.min(...values);
    case 'clamp': {
      const [value = 0, low = value, high = Number.POSITIVE_INFINITY] = values;
      return Math.max(low, Math.min(value, high));
    }
  }
}

type Way = Pick<WhySum, 'by' | 'parts'>;

/** The first of some ways that gives the number; none where no way does. */
function made(
  of: string,
  end: WhySum['end'],
  value: Likely,
  ways: readonly Way[],
): readonly WhySum[] {
  if (typeof value !== 'number') return [];
  const way = ways.find((one) => one.parts.length > 0 && recomputed(one) === value);
  return way ? [{ of, end, ...way, value }] : [];
}

const addend = (of: string, value: number | null): readonly WhyAddend[] =>
  value === null ? [] : [{ of, value }];

/** Rival claims of services, those that count the same work together: each group has a lowest and a highest of its own. */
function servicesOf(claims: readonly Claim[], agreeing: readonly Claim[]) {
  const groups: Claim[][] = [];
  for (const claim of claims.filter(({ agencies }) => isService(agencies))) {
    const kin = groups.filter((group) =>
      group.some((other) => agencyRelation(claim.agencies, other.agencies) === 'same'),
    );
    groups.splice(0, groups.length, ...groups.filter((group) => !kin.includes(group)), [
      ...kin.flat(),
      claim,
    ]);
  }
  return groups.map((group) => {
    const of = group[0]?.agencies.join('+') ?? '';
    const own = agreeing.filter(
      (claim) =>
        isService(claim.agencies) &&
        group.some((other) => agencyRelation(claim.agencies, other.agencies) === 'same'),
    );
    const all = group.length > 1 ? group : [...group, ...own];
    const tops = all.flatMap(({ interval: { high } }) => (high === null ? [] : [high]));
    const lows = all.map(({ interval: { low } }) => low);
    return {
      low: { of, value: group.length > 1 ? Math.min(...lows) : Math.max(...lows) },
      high:
        tops.length === 0 || (group.length > 1 && tops.length < all.length)
          ? []
          : [{ of, value: group.length > 1 ? Math.max(...tops) : Math.min(...tops) }],
    };
  });
}

/** How the figure of a port, or of several together, follows from its claims. */
function ofClaims(member: MemberTotal, claims: ReadonlyMap<string, Claim>): readonly WhySum[] {
  const named = (ids: readonly string[]) => ids.flatMap((id) => claims.get(id) ?? []);
  const lows = (some: readonly Claim[]) =>
    some.map(({ id, interval }) => ({ of: id, value: interval.low }));
  const highs = (some: readonly Claim[]) =>
    some.flatMap(({ id, interval }) => addend(id, interval.high));
  const lead = named(member.governing === null ? member.rivals.slice(0, 1) : [member.governing]);
  const agreeing = [...lead, ...named(member.combined)];
  const [rivals, finds] = [named(member.rivals), named(member.finds)];
  const { place, lowest, likely, highest } = member;
  const raised =
    finds.length > 0 ? [{ of: place, value: sumExact(lows(finds).map(({ value }) => value)) }] : [];
  const bounds = [...addend(place, lowest), ...addend(place, highest)];
  const services = servicesOf(rivals, named(member.combined));
  const overall = rivals.filter(({ agencies }) => !isService(agencies));
  const least = services.map(({ low }) => low);
  const most = services.flatMap(({ high }) => high);
  const at = (by: WhySum['by'], parts: readonly WhyAddend[]): readonly WhyAddend[] =>
    parts.length === 0 ? [] : [{ of: place, value: recomputed({ by, parts }) }];
  const isOpen = member.state === 'undecided' || member.state === 'apart';
  const raising = named(member.raisedBy ?? []);
  const raise = at('sum', lows(raising));
  const floors = [...lows(finds), ...raised, ...raise];
  const apartLows = (['largest', 'sum'] as const).flatMap((by) => {
    const known = at(by, least);
    const withFinds = at('largest', [...known, ...floors]);
    return [
      { by, parts: least },
      { by: 'largest', parts: [...known, ...floors] },
      { by: 'smallest', parts: [...known, ...lows(overall)] },
      { by: 'smallest', parts: [...withFinds, ...lows(overall)] },
    ] as const;
  });
  return [
    ...made(place, 'lowest', lowest, [
      ...(isOpen ? [{ by: 'smallest', parts: lows(rivals) } as const] : []),
      { by: 'largest', parts: lows(agreeing) },
      { by: 'largest', parts: lows(finds) },
      { by: 'sum', parts: lows(finds) },
      { by: 'largest', parts: [...lows(agreeing), ...raised] },
      { by: 'largest', parts: lows(rivals) },
      { by: 'sum', parts: lows(rivals) },
      { by: 'smallest', parts: lows([...agreeing, ...rivals]) },
      ...apartLows,
      { by: 'largest', parts: [...at('smallest', lows(rivals)), ...floors] },
      { by: 'largest', parts: [...at('largest', lows(agreeing)), ...floors] },
      { by: 'largest', parts: [...at('smallest', lows([...agreeing, ...rivals])), ...floors] },
      {
        by: 'largest',
        parts: [
          ...at('smallest', lows(rivals.length > 0 ? rivals : agreeing)),
          ...at('smallest', [
            ...raise,
            ...highs(agreeing.length > 0 ? agreeing : rivals.slice(0, 1)),
          ]),
        ],
      },
      { by: 'smallest', parts: [...at('largest', lows(agreeing)), ...lows(rivals)] },
    ]),
    ...made(
      place,
      'likely',
      likely,
      lead.map(
        ({ id, value }) => ({ by: 'clamp', parts: [{ of: id, value }, ...bounds] }) as const,
      ),
    ),
    ...made(place, 'highest', highest, [
      ...(isOpen ? [{ by: 'largest', parts: highs(rivals) } as const] : []),
      { by: 'smallest', parts: highs(agreeing) },
      { by: 'sum', parts: highs(rivals) },
      { by: 'largest', parts: highs([...agreeing, ...rivals]) },
      { by: 'sum', parts: most },
      { by: 'largest', parts: [...at('sum', most), ...highs(overall)] },
      { by: 'largest', parts: [...at('sum', most), ...raise] },
      { by: 'largest', parts: [...at('sum', most), ...raise, ...highs(overall)] },
      { by: 'largest', parts: [...at('smallest', highs(agreeing)), ...highs(rivals)] },
    ]),
  ];
}

/** How the figure of a port follows from its finds. */
function ofFinds(member: MemberTotal): readonly WhySum[] {
  const { place, counted = [], largestFind = 0 } = member;
  const parts = (value: (find: (typeof counted)[number]) => number | null | undefined) =>
    // What nobody weighed is unknown, and no addend of zero.
    counted.flatMap((find) =>
      find.kilograms === null && !value(find) ? [] : addend(find.record, value(find) ?? null),
    );
  const isOpen = counted.some(({ highest }) => highest === null);
  const sum = (some: readonly WhyAddend[]): Way => ({
    by: 'sum',
    parts: some.length > 0 ? some : [{ of: place, value: 0 }],
  });
  return [
    ...made(place, 'lowest', member.lowest, [
      sum(parts(({ lowest }) => lowest)),
      { by: 'largest', parts: [{ of: place, value: largestFind }] },
    ]),
    ...made(place, 'likely', member.likely, [sum(parts(({ adds }) => adds))]),
    ...(isOpen
      ? []
      : made(place, 'highest', member.highest, [sum(parts(({ highest }) => highest))])),
  ];
}

type Numbered = Pick<MemberTotal, 'place' | 'lowest' | 'likely' | 'highest'> & {
  readonly places: readonly string[];
};

/** Ways in which ports, and sets that report together, make a sum: each port once. */
function covers(total: JointTotal): readonly (readonly Numbered[])[] {
  const withPlaces = (member: MemberTotal): Numbered => ({
    ...member,
    places: member.place.split('+'),
  });
  const [alone, sets] = [total.members.map(withPlaces), total.together.map(withPlaces)];
  return subsets(sets)
    .filter(isDisjoint)
    .map((chosen) => {
      const covered = new Set(chosen.flatMap(({ places }) => places));
      return [...chosen, ...alone.filter(({ place }) => !covered.has(place))];
    });
}

/**
 * How every number of a joint total is made, port by port and then together: what `why` shows as data, so that anybody can
 * add it up again.
 */
export function whySums(total: JointTotal, claims: readonly Claim[] = []): readonly WhySum[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const isOfFinds = total.members.some(({ counted }) => counted !== undefined);
  const each = [...total.members, ...total.together].flatMap((member) =>
    isOfFinds ? ofFinds(member) : ofClaims(member, byId),
  );
  const { complex, reported, between, ceilings, largestFind } = total;
  const options = covers(total);
  const sums = (end: 'lowest' | 'likely' | 'highest'): readonly Way[] =>
    options.map((units) => ({
      by: 'sum',
      parts: [
        ...units.flatMap(({ place, [end]: value }) =>
          addend(place, typeof value === 'number' ? value : null),
        ),
        ...(between && end !== 'likely' ? addend('between', between[end]) : []),
      ],
    }));
  const all = (end: 'lowest' | 'highest') =>
    [...total.members, ...total.together].flatMap(({ place, [end]: value }) =>
      addend(place, value),
    );
  const lowest = made(complex, 'lowest', reported.lowest, [
    ...sums('lowest'),
    { by: 'largest', parts: all('lowest') },
    { by: 'smallest', parts: all('lowest') },
    { by: 'largest', parts: addend(complex, largestFind ?? null) },
  ]);
  const highest = made(complex, 'highest', reported.highest, [
    ...sums('highest'),
    { by: 'largest', parts: all('highest') },
  ]);
  const likely = made(complex, 'likely', reported.likely, [
    ...sums('likely'),
    ...sums('likely').map(
      ({ by, parts }) =>
        ({
          by: 'clamp',
          parts: [
            { of: complex, value: recomputed({ by, parts }) },
            ...addend(complex, reported.lowest),
          ],
        }) as const,
    ),
  ]);
  const used = ceilings.filter(({ inUse }) => inUse);
  const bounded = subsets(used)
    .filter((some) => some.length > 0 && isDisjoint(some))
    .flatMap((some) =>
      options.map((units): Way => {
        const inside = new Set(some.flatMap(({ places }) => places));
        const rest = units.filter(({ places }) => !places.every((place) => inside.has(place)));
        return {
          by: 'sum',
          parts: [
            ...some.map(({ key, value }) => ({ of: key, value })),
            ...rest.flatMap(({ place, highest: value }) => addend(place, value)),
          ],
        };
      }),
    );
  return [
    ...each,
    ...lowest,
    ...likely,
    ...highest,
    ...made(complex, 'atLeast', total.total.atLeast, [
      { by: 'largest', parts: addend(complex, reported.lowest) },
    ]),
    ...made(complex, 'atMost', total.total.atMost, [
      { by: 'smallest', parts: addend(complex, reported.highest) },
      ...bounded,
    ]),
  ];
}
