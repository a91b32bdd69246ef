/** How often and how much is seized somewhere, and what. */
export interface Profile {
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
export const departures: Readonly<Record<string, Readonly<Record<string, number>>>> = {
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
