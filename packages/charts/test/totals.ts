import type { JointTotal, MemberTotal } from '@samenbeeld/schema';

type Part = readonly [
  state: MemberTotal['state'],
  lowest: number,
  likely: MemberTotal['likely'],
  highest: number | null,
];

const missing: Part = ['not_reported', 0, null, null];

function member(place: string, [state, lowest, likely, highest]: Part): MemberTotal {
  return {
    place,
    state,
    lowest,
    likely,
    highest,
    wording: null,
    subject: `${place} COC seized_in_port quantity`,
    governing: null,
    combined: [],
    absorbed: [],
    finds: [],
    rivals: [],
  };
}

function total(
  period: string,
  ghent: Part,
  vlissingen: Part,
  lowest: number,
  likely: number | 'undecided' | null,
  highest: number | null,
): JointTotal {
  return {
    key: `NSP COC seized_in_port kg ${period}`,
    complex: 'PC_NSP',
    members: [member('BEGNE', ghent), member('NLTNZ', missing), member('NLVLI', vlissingen)],
    together: [],
    period,
    substance: 'COC',
    basis: 'seized_in_port',
    metric: 'quantity',
    unit: 'kg',
    agencies: null,
    reported: { lowest, likely, highest },
    total: { atLeast: lowest, atMost: null },
    status: 'partial',
    missing: ['NLTNZ'],
    causes: [],
    ceilings: [],
    conflicts: [],
  };
}

/** North Sea Port, cocaine seized in port, kg, 2018-2025, as the published claims give it. */
export const northSeaPort: readonly JointTotal[] = [
  total('2018', ['finds_only', 1500, null, null], missing, 1500, null, null),
  total('2019', missing, ['reported', 1650, 1700, 1700], 1650, 1700, 1700),
  total('2020', missing, ['reported', 6055, 6055, 6055], 6055, 6055, 6055),
  total(
    '2021',
    ['finds_only', 366, null, null],
    ['undecided', 240, 'undecided', 2150],
    606,
    'undecided',
    null,
  ),
  total('2022', ['reported', 619, 619, 619], ['reported', 4157, 4157, 4157], 4776, 4776, 4776),
  total('2023', missing, ['undecided', 11500, 'undecided', 15000], 11500, 'undecided', 15000),
  total('2024', missing, ['undecided', 8939, 'undecided', 9650], 8939, 'undecided', 9650),
  total('2025', missing, ['reported', 7292, 7292, 7292], 7292, 7292, 7292),
];
