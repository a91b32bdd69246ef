import { addDays, yearOf } from './calendar.ts';
import type { Draft } from './draft.ts';
import { type Random, randomOf } from './random.ts';
import type { Find } from './seize.ts';
import { tell } from './slips.ts';
import type { Office, Told } from './world.ts';

const officeOfCountry: Readonly<Record<string, Office>> = {
  NL: 'nl-harc',
  BE: 'be-customs',
  FR: 'fr',
  DE: 'nrw',
};

/** The office whose find it is. */
export function ownOffice({ seizingCountry, agency }: Find): Office {
  return officeOfCountry[seizingCountry] ?? (agency === 'LU_POL' ? 'lu-police' : 'lu-customs');
}

/** Belgian customs list finds from half a kilogram, from 2021 on from a hundred grams. */
export function isBelowThreshold({ seizingCountry, kg, date }: Find): boolean {
  return seizingCountry === 'BE' && kg !== null && kg < (yearOf(date) < 2021 ? 0.5 : 0.1);
}

/** Which finds two offices report: share of the finds, and how the second figure differs, rarest first. */
interface Sharing {
  readonly stream: string;
  readonly partner: (find: Find) => Office | null;
  readonly share: number;
  readonly first: readonly Told[];
}

const isShareable = ({ substance, kg, batches }: Find): boolean =>
  substance === 'COC' && kg !== null && kg >= 2 && batches === 1;
const inZeeland = new Set(['NLVLI', 'NLTNZ']);
const inLuxembourg = new Set(['LUFDL', 'LU.COM.Bettembourg', 'LU.COM.Dudelange']);

const sharings: readonly Sharing[] = [
  {
    stream: 'tips',
    share: 0.18,
    first: ['gross', 'transposed', 'factor_10', 'factor_1000', 'missing'],
    partner: (find) => {
      if (!isShareable(find) || find.basis !== 'seized_in_port') return null;
      if (inZeeland.has(find.place)) return 'be-customs';
      return find.place === 'BEGNE' ? 'nl-harc' : null;
    },
  },
  {
    stream: 'luxembourg',
    share: 0.35,
    first: ['gross', 'transposed', 'factor_1000', 'missing'],
    partner: (find) => {
      if (!inLuxembourg.has(find.place) || find.kg === null) return null;
      return find.agency === 'LU_POL' ? 'lu-customs' : 'lu-police';
    },
  },
  {
    stream: 'via',
    share: 0.4,
    first: ['gross'],
    partner: ({ basis }) => (basis === 'entered_via_port' ? 'nl-harc' : null),
  },
];

const usual = { same: 60, gross: 25, transposed: 6, factor_10: 5, missing: 4 } as const;

function draftOf(find: Find, office: Office, random: Random): Draft {
  return {
    find,
    office,
    date: find.date,
    registeredOn: addDays(find.date, random.int(1, 25)),
    quantity: find.kg ?? find.tablets,
    unit: find.kg === null ? 'tablet' : 'kg',
    told: 'same',
    batch: null,
    partner: null,
    shows: { partner: false, container: random.chance(0.7), load: random.chance(0.85) },
    concealment: find.concealment,
    departure: find.departure,
    remark: null,
    contact: null,
    label: null,
    unreadable: null,
    defects: [],
  };
}

/** One row, or one a batch where the office counts batches: HARC until 2020. */
function ownDrafts(find: Find, random: Random): readonly Draft[] {
  const draft = draftOf(find, ownOffice(find), random);
  const { kg, batches, date } = find;
  if (draft.office !== 'nl-harc' || kg === null || batches < 2 || yearOf(date) > 2020)
    return [draft];
  const tenths = Math.round(kg * 10);
  const first = random.int(Math.ceil(tenths / 4), Math.floor(tenths / 2));
  return [first, tenths - first].map((part, at) => ({
    ...draft,
    quantity: part / 10,
    batch: `${at + 1}/2`,
    // One container holds both batches, and only the first row names it.
    shows: { ...draft.shows, container: draft.shows.container && at === 0 },
  }));
}

/** The two rows of one find: another day, another wording of the weight, one naming the other. */
function sharedDrafts(find: Find, partner: Office, wanted: Told, random: Random): readonly Draft[] {
  const kg = find.kg as number;
  const written = tell(kg, wanted, random);
  const told = written === null && wanted === 'transposed' ? 'same' : wanted;
  const later = Number(random.weighted({ 0: 11, 1: 5, 2: 2, 3: 1, 5: 1 }));
  const own = draftOf(find, ownOffice(find), random);
  const other: Draft = {
    ...draftOf(find, partner, random),
    date: addDays(find.date, later),
    // The office that was not there knows less, and sometimes knows it wrongly.
    concealment: random.chance(0.2) ? 'unknown' : random.chance(0.1) ? 'other' : find.concealment,
    departure: random.chance(0.06) ? 'PA' : find.departure,
  };
  const slipped = random.chance(0.75) ? other : own;
  return [own, other].map((draft) => ({
    ...draft,
    quantity: draft === slipped ? (told === 'same' ? kg : written) : kg,
    told: draft === slipped ? told : 'same',
    partner: draft === own ? partner : own.office,
    registeredOn: addDays(draft.date, random.int(1, 25)),
    shows: { ...draft.shows, partner: random.chance(draft === own ? 0.6 : 0.8) },
  }));
}

/** The finds with the lightest moved to this place: only small finds are weighed in grams. */
function lightestAt(place: number, finds: readonly Find[]): readonly Find[] {
  if (place < 0 || place >= finds.length) return finds;
  const lightest = finds.reduce((a, b) => ((b.kg ?? 0) < (a.kg ?? 0) ? b : a));
  const others = finds.filter((find) => find !== lightest);
  return [...others.slice(0, place), lightest, ...others.slice(place)];
}

/** Every report that is made of the finds, double reports among them; finds below a threshold make none. */
export function reportFinds(finds: readonly Find[], seed: number): readonly Draft[] {
  const told = new Map<string, { readonly partner: Office; readonly told: Told }>();
  for (const { stream, partner, share, first } of sharings) {
    const random = randomOf(seed, `sharing ${stream}`);
    const able = random.shuffle(
      finds.filter((find) => !isBelowThreshold(find) && partner(find) !== null),
    );
    const chosen = able.slice(0, Math.round(able.length * share));
    for (const [at, find] of lightestAt(first.indexOf('factor_1000'), chosen).entries())
      told.set(find.id, {
        partner: partner(find) as Office,
        told: first[at] ?? random.weighted(usual),
      });
  }
  const random = randomOf(seed, 'reports');
  return finds.flatMap((find) => {
    if (isBelowThreshold(find)) return [];
    const shared = told.get(find.id);
    return shared
      ? sharedDrafts(find, shared.partner, shared.told, random)
      : ownDrafts(find, random);
  });
}
