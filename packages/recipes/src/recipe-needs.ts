import { placeContains, RefusalError, substanceContains } from '@samenbeeld/schema';
import { type Analysis, scope } from './analysis.ts';

/** What a recipe cannot do without: how many records meet it, what it is, and what would fill it. */
interface Need {
  readonly says: string;
  readonly fill: string;
  readonly met: (analysis: Analysis) => number;
  /** What the inputs hold instead, in sentences; empty where nothing is known of it. */
  readonly instead: (analysis: Analysis) => readonly string[];
}

/** What a claim and an event have in common for a scope. */
interface Scoped {
  readonly metric: string;
  readonly substance: string | null;
  readonly basis: string;
  readonly place: string;
  readonly value: number | null;
}

const filters: readonly {
  readonly name: string;
  readonly keeps: (record: Scoped) => boolean;
  readonly found: (record: Scoped) => string;
}[] = [
  {
    name: 'measure something else',
    keeps: ({ metric }) => metric === scope.metric,
    found: ({ metric }) => metric,
  },
  {
    name: 'are of another substance',
    keeps: ({ substance }) => substance !== null && substanceContains(scope.substance, substance),
    found: ({ substance }) => substance ?? 'none',
  },
  {
    name: 'have another basis',
    keeps: ({ basis }) => basis === scope.basis,
    found: ({ basis }) => basis,
  },
  {
    name: 'are of another place',
    keeps: ({ place }) => placeContains(scope.complex, place),
    found: ({ place }) => place,
  },
  { name: 'have no quantity', keeps: ({ value }) => value !== null, found: () => '' },
];

/** Why no record is in scope: at which of its parts each falls out. */
function fallingOut(records: readonly Scoped[], what: string): readonly string[] {
  let left = records;
  const parts = filters.flatMap(({ name, keeps, found }) => {
    const out = left.filter((record) => !keeps(record));
    left = left.filter(keeps);
    const codes = [...new Set(out.map(found))].filter(Boolean).sort();
    const few = codes.length > 4 ? [...codes.slice(0, 4), '…'] : codes;
    return out.length === 0
      ? []
      : [`${out.length} ${name}${few.length > 0 ? ` (${few.join(', ')})` : ''}`];
  });
  return parts.length === 0 ? [] : [`Of ${records.length} ${what} ${parts.join(', ')}.`];
}

/** What became of the items, where no record was made of any, and of records that are too late. */
function unread({ gathered, later, picture }: Analysis): readonly string[] {
  const sum = (of: 'items' | 'excluded' | 'rejected'): number =>
    gathered.conservation.reduce((total, file) => total + file[of], 0);
  const records = gathered.observations.length + gathered.seizures.length;
  return [
    ...(records > 0
      ? []
      : [
          `The inputs hold ${sum('items')} items, of which ${sum('excluded')} are excluded and ${sum('rejected')} rejected.`,
        ]),
    ...(later > 0 ? [`${later} claims were published after ${picture.asOf}.`] : []),
  ];
}

const claims = ({ gathered }: Analysis): readonly Scoped[] => gathered.observations;

const events = ({ gathered }: Analysis): readonly Scoped[] =>
  gathered.seizures.map((seizure) => ({
    ...seizure,
    metric: scope.metric,
    value: seizure.quantity,
  }));

/** Totals that say something: a port reported, or a bound from above. */
function answered({ totals }: Analysis): number {
  return totals.filter(
    ({ members, ceilings }) =>
      ceilings.length > 0 || members.some(({ state }) => state !== 'not_reported'),
  ).length;
}

const inPort = 'cocaine seized in the port, in kilograms, of North Sea Port or one of its ports';

/** What each recipe needs of a picture's inputs. */
const recipeNeeds: Readonly<Record<string, readonly Need[]>> = {
  'north-sea-port': [
    {
      says: `a figure of ${inPort}`,
      fill: 'Add the source that publishes it, or claims of your own as fixtures/published/claims.csv has them (metric quantity, substance COC, basis seized_in_port, a place of PC_NSP).',
      met: answered,
      instead: (analysis) => [
        ...unread(analysis),
        ...fallingOut(claims(analysis), 'claims'),
        ...fallingOut(events(analysis), 'events'),
      ],
    },
  ],
  exercise: [
    {
      says: `events of ${inPort}`,
      fill: 'Add the files of seizures, one source a service; `node scripts/make-exercise.mjs` makes those of the exercise.',
      met: (analysis) => (analysis.gathered.seizures.length > 0 ? answered(analysis) : 0),
      instead: (analysis) => [
        ...unread(analysis),
        ...fallingOut(events(analysis), 'events'),
        ...(claims(analysis).length > 0
          ? [`${claims(analysis).length} claims are figures of whole periods, and no events.`]
          : []),
      ],
    },
  ],
  'follow-the-money': [
    {
      says: 'figures of financial intelligence units, or of assets seized',
      fill: 'Add the sources that publish them, as fixtures/published/follow-the-money.picture.yaml names them.',
      met: ({ gathered }) =>
        gathered.observations.filter(({ metric }) => /^(?:str_|unusual_|fiu_|assets_)/.test(metric))
          .length,
      instead: (analysis) => {
        const metrics = [...new Set(claims(analysis).map(({ metric }) => metric))].sort();
        return [
          ...unread(analysis),
          ...(metrics.length > 0 ? [`The claims measure ${metrics.join(', ')}.`] : []),
        ];
      },
    },
  ],
};

/**
 * Refuses a picture whose inputs cannot answer what its recipe asks: a report without a figure would look like a finding.
 *
 * @throws RefusalError that says what is needed, what the inputs hold instead, and what would fill it
 */
export function refuseUnanswerable(recipe: string, analysis: Analysis): void {
  for (const { says, fill, met, instead } of recipeNeeds[recipe] ?? []) {
    if (met(analysis) > 0) continue;
    const reason = [
      `The recipe ${recipe} needs ${says}, and the inputs of ${analysis.picture.picture} hold none.`,
      ...instead(analysis),
    ].join(' ');
    throw new RefusalError(reason, { dimension: 'inputs', remedy: fill });
  }
}
