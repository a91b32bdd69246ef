import { addDays, yearOf } from './calendar.ts';
import { containerNumber } from './container-number.ts';
import { coverLoads, departures, type Profile, profiles, scale } from './profiles.ts';
import { type Random, randomOf } from './random.ts';
import type { TrueSeizure } from './world.ts';

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
