import { addDays, yearOf } from './calendar.ts';
import { containerNumber } from './container-number.ts';
import { type Random, randomOf } from './random.ts';
import type { TrueSeizure } from './world.ts';

/** How often and how much is seized somewhere, and what. */
interface Profile {
  readonly place: string;
  readonly country: string;
  readonly basis: 'seized_in_port' | 'seized_in_territory' | 'entered_via_port';
  /** Seizures in the first year, and growth a year. */
  readonly mean: number;
  readonly growth: number;
  /** Median of cocaine in kg in the first year; other substances are scaled to it. */
  readonly median: number;
  /** Standard deviation of the logarithm. */
  readonly spread: number;
  readonly agencies: Readonly<Record<string, number>>;
  readonly substances: Readonly<Record<string, number>>;
  readonly transports: Readonly<Record<string, number>>;
}

const seaport = {
  basis: 'seized_in_port',
  growth: 0.07,
  spread: 1.25,
  transports: { container: 17, bulk: 2, vessel_hull: 1 },
} as const;
const inland = { basis: 'seized_in_territory', growth: 0.04, spread: 1.2 } as const;
const port = { COC: 40, HER: 2, CAN_RESIN: 2, MDMA_TAB: 1, KETA: 1 };
const land = { COC: 12, CAN_RESIN: 8, CAN_HERB: 10, HER: 5, AMF: 3, MDMA_TAB: 4 };
const road = { road_car: 10, road_truck: 5, van: 4, rail: 2 };
const harc = { NL_HARC: 1 };
const nrw = { DE_ZOLL: 2, DE_LKA_NRW: 1 };
const town = { country: 'LU', mean: 1.6, median: 0.6, substances: land };
const police = { LU_POL: 3, LU_CUST: 1 };

/** Where the exercise world seizes. */
export const profiles: readonly Profile[] = [
  {
    ...seaport,
    place: 'NLVLI',
    country: 'NL',
    mean: 8,
    median: 110,
    agencies: harc,
    substances: port,
  },
  {
    ...seaport,
    place: 'NLTNZ',
    country: 'NL',
    mean: 2,
    median: 45,
    agencies: harc,
    substances: port,
  },
  {
    ...seaport,
    place: 'BEGNE',
    country: 'BE',
    mean: 5,
    median: 70,
    agencies: { BE_CUST: 4, BE_SPN: 1 },
    substances: port,
  },
  {
    ...seaport,
    place: 'NLRTM',
    country: 'NL',
    mean: 4,
    median: 180,
    agencies: harc,
    substances: port,
  },
  {
    ...seaport,
    place: 'NLMOE',
    country: 'NL',
    mean: 1,
    median: 60,
    agencies: harc,
    substances: port,
  },
  {
    ...seaport,
    place: 'BEANR',
    country: 'BE',
    mean: 4,
    median: 200,
    agencies: { BE_CUST: 1 },
    substances: port,
  },
  {
    ...seaport,
    place: 'BEZEE',
    country: 'BE',
    mean: 1,
    median: 40,
    agencies: { BE_CUST: 1 },
    substances: port,
  },
  {
    ...seaport,
    place: 'FRDKK',
    country: 'FR',
    mean: 2,
    median: 90,
    agencies: { FR_DOUANE: 1 },
    substances: port,
  },
  {
    ...inland,
    place: 'FR.COM.Lille',
    country: 'FR',
    mean: 3,
    median: 4,
    agencies: { FR_DOUANE: 2, FR_PN: 2, FR_GN: 1 },
    substances: land,
    transports: road,
  },
  {
    ...inland,
    ...town,
    place: 'LUFDL',
    agencies: { LU_CUST: 1 },
    transports: { air_cargo: 2, air_passenger: 3 },
  },
  {
    ...inland,
    ...town,
    place: 'LU.COM.Bettembourg',
    agencies: police,
    transports: { rail: 2, road_truck: 3 },
  },
  { ...inland, ...town, place: 'LU.COM.Dudelange', agencies: police, transports: road },
  {
    ...inland,
    ...town,
    place: 'LULUX',
    agencies: { LU_POL: 1 },
    transports: { pedestrian: 3, road_car: 2 },
  },
  {
    ...inland,
    place: 'DEA',
    country: 'DE',
    mean: 3,
    median: 6,
    agencies: nrw,
    substances: land,
    transports: road,
  },
  {
    ...inland,
    basis: 'entered_via_port',
    place: 'NLVLI',
    country: 'DE',
    mean: 2.5,
    median: 60,
    agencies: nrw,
    substances: { COC: 1 },
    transports: { road_truck: 3, container: 1 },
  },
];

/** Where each substance comes from. */
const departures: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  COC: { EC: 9, CO: 4, BR: 4, PE: 2, CR: 2, PA: 2, SR: 2, DO: 1 },
  HER: { TR: 3, PK: 2, AF: 1 },
  CAN_RESIN: { MA: 5, ES: 2 },
  CAN_HERB: { ES: 3, NL: 3, GH: 1 },
  MDMA_TAB: { NL: 4, BE: 1 },
  AMF: { NL: 3, BE: 1 },
  KETA: { NL: 1, DE: 1 },
};

/** Cover loads of containers by country of departure (HS, six digits). */
export const coverLoads: Readonly<Record<string, readonly string[]>> = {
  EC: ['080390', '180100', '030617'],
  CO: ['080390', '090111', '270112'],
  BR: ['170199', '200919', '440729', '720449'],
  PE: ['080440', '230120'],
  CR: ['080390', '080430'],
  PA: ['080390', '720449'],
  SR: ['440729', '100630'],
  DO: ['080390', '180100'],
  TR: ['252329', '680221'],
  PK: ['100630'],
  MA: ['070200', '030389'],
};

/** Size of a usual find against one of cocaine. */
export const scale: Readonly<Record<string, number>> = {
  COC: 1,
  HER: 0.4,
  CAN_RESIN: 1.5,
  CAN_HERB: 1.2,
  AMF: 0.7,
  KETA: 0.3,
};

/** A seizure before anybody has reported it. */
export type Find = Omit<TrueSeizure, 'reports' | 'belowThreshold'>;

const firstYear = 2018;
/** The two finds that weigh most, by place and year: a total must not rest on them unseen. */
const largest: Readonly<Record<string, number>> = { 'NLVLI 2020': 3180, 'BEGNE 2022': 2140 };
/** Median sizes shrink by a twelfth a year, as smugglers spread the risk. */
const shrink = 11 / 12;

const concealments: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  container: { in_load: 6, rip_off: 6, container_structure: 2, reefer_unit: 3 },
  bulk: { in_load: 3, hull_void: 1 },
  vessel_hull: { sea_chest: 2, under_waterline: 3 },
  air_cargo: { in_load: 3, mail_item: 1 },
  air_passenger: { luggage: 3, body: 1 },
  pedestrian: { body: 1, none: 2 },
};
const inVehicle = { vehicle_hidden: 4, in_load: 2, luggage: 1 };

/** Kilograms as a scale shows them: whole from a ton, one decimal from one kilogram, grams below. */
function weighed(kg: number): number {
  const digits = kg >= 1000 ? 0 : kg >= 1 ? 1 : 3;
  return Math.max(0.012, Number(kg.toFixed(digits)));
}

/** One find in a dozen in a port is a handful in a sailor's bag. */
const handful = { share: 1 / 12, factor: 0.005 } as const;

function massOf(profile: Profile, substance: string, year: number, random: Random): number {
  const usual = profile.median * (scale[substance] ?? 1) * shrink ** (year - firstYear);
  const isHandful = random.chance(handful.share) && profile.basis === 'seized_in_port';
  const median = isHandful ? usual * handful.factor : usual;
  return weighed(Math.min(2500, median * Math.exp(profile.spread * random.normal())));
}

function findOf(profile: Profile, year: number, at: number, random: Random): Find {
  const big = at === 0 ? largest[`${profile.place} ${year}`] : undefined;
  const isBig = big !== undefined && profile.basis === 'seized_in_port';
  const substance = isBig ? 'COC' : random.weighted(profile.substances);
  const transport = isBig ? 'container' : random.weighted(profile.transports);
  const departure = random.weighted(departures[substance] ?? { ES: 1 });
  const boxed = transport === 'container';
  const tablets = substance === 'MDMA_TAB' ? random.int(4, 400) * 50 : null;
  const drawn = massOf(profile, substance, year, random);
  const kg = tablets === null ? (isBig ? big : drawn) : null;
  const batches =
    kg !== null && kg >= 20 && profile.country === 'NL' && random.chance(0.15) ? 2 : 1;
  return {
    id: '',
    date: addDays(`${year}-01-01`, random.int(0, 364)),
    place: profile.place,
    basis: profile.basis,
    seizingCountry: profile.country,
    agency: random.weighted(profile.agencies),
    substance,
    kg,
    tablets,
    batches,
    container: boxed ? containerNumber(random) : null,
    departure: random.chance(0.9) ? departure : null,
    coverLoadHs: boxed ? random.pick(coverLoads[departure] ?? ['392690']) : null,
    transport,
    concealment: random.weighted(concealments[transport] ?? inVehicle),
    arrests: random.chance(0.35) ? random.int(1, 5) : 0,
  };
}

/** Everything that is seized in these years, in the order of date and place, numbered. */
export function seize(seed: number, [first, last]: readonly [number, number]): readonly Find[] {
  const finds = profiles.flatMap((profile) => {
    const random = randomOf(seed, `finds ${profile.place} ${profile.basis}`);
    const made: Find[] = [];
    for (let year = firstYear; year <= last; year += 1) {
      const count = Math.max(
        1,
        random.poisson(profile.mean * (1 + profile.growth * (year - firstYear))),
      );
      for (let at = 0; at < count; at += 1) made.push(findOf(profile, year, at, random));
    }
    return made.filter(({ date }) => yearOf(date) >= first);
  });
  const used = new Set<string>();
  return finds
    .map((find, at) => ({ find, at }))
    .sort((a, b) => (a.find.date < b.find.date ? -1 : a.find.date > b.find.date ? 1 : a.at - b.at))
    .map(({ find }, at) => {
      const isTwice = find.container !== null && used.has(find.container);
      if (find.container !== null) used.add(find.container);
      const id = `X${String(at + 1).padStart(4, '0')}`;
      return { ...find, id, container: isTwice ? null : find.container };
    });
}
