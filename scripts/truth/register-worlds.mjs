// Worlds of seizures whose truth is known, built unlike `exercise`: finds fall in clusters, weights come in presses and bales, and each
// register has its own habits of dating, weighing and rounding. Seizures are made as records, without files in between.
import { streamOf } from './null-series.mjs';

/** What makes a world hard, one habit at a time; `mixture` and `roughest` draw several. */
export const classes = {
  exact: {},
  late: { late: true },
  round: { round: true },
  declared: { weighs: 'declared' },
  unknown: { weighs: 'unknown' },
  common: { common: true },
  batches: { batches: true },
  split: { split: true },
  rough: { rough: true },
  estimated: { estimated: true, weighs: 'declared' },
  slow: { slow: true },
  judged: { judged: true },
  mixture: { mixture: true },
  // Of which some dates are rough and some weights estimates besides.
  roughest: { mixture: true, rough: true, estimated: true },
};

const ports = [
  { place: 'NLVLI', country: 'NL', mean: 9, size: 4.6 },
  { place: 'NLTNZ', country: 'NL', mean: 3, size: 3.8 },
  { place: 'BEGNE', country: 'BE', mean: 6, size: 4.2 },
];
const registers = [
  { source: 'nl-team', country: 'NL', agency: 'NL_HARC' },
  { source: 'be-douane', country: 'BE', agency: 'BE_CUST' },
  { source: 'nl-douane', country: 'NL', agency: 'NL_CUST' },
];
const day = 86_400_000;
const iso = (at) => new Date(at).toISOString().slice(0, 10);
/** A number as a register prints it, and back. */
const toGrams = (kg) => Math.round(kg * 1000) / 1000;

function habitOf({ uniform }, asked) {
  const has = (name) => asked[name] === true || (asked.mixture === true && uniform() < 0.4);
  const weighs =
    asked.weighs ??
    (asked.mixture ? ['net', 'declared', 'unknown'][Math.floor(uniform() * 3)] : 'net');
  // One office packs in plastic, another in jute and boxes.
  const packing = 0.015 + 0.065 * uniform();
  return {
    late: has('late'),
    round: has('round'),
    common: has('common'),
    rough: asked.rough === true && (asked.mixture !== true || uniform() < 0.4),
    estimated: asked.estimated === true && (asked.mixture !== true || uniform() < 0.4),
    slow: asked.slow === true,
    judged: asked.judged === true,
    weighs,
    isGross: weighs !== 'net' && uniform() < 0.6,
    packing,
    step: [1, 5, 10, 50, 100][Math.floor(uniform() * 5)],
  };
}

/** Kilograms of a find: of a pressed block, of bales that all weigh the same, or loose. */
function weightOf({ uniform, normal }, size, isCommon) {
  if (isCommon && uniform() < 0.6)
    return [20, 25, 50, 100, 100, 200, 500][Math.floor(uniform() * 7)];
  const loose = Math.exp(size + 1.3 * normal());
  return Math.max(0.5, Math.min(9000, Math.round(loose * 10) / 10));
}

function roundedTo(kg, step) {
  const fit = [step, 50, 10, 5, 1, 0.5].find((one) => one <= step && kg >= 4 * one) ?? 0.1;
  return Number((Math.round(kg / fit) * fit).toFixed(1));
}

const container = ({ uniform }) =>
  `${Array.from({ length: 3 }, () => 'ABCDEFGHKLMNPRST'[Math.floor(uniform() * 16)]).join('')}U${String(Math.floor(uniform() * 1e7)).padStart(7, '0')}`;

/** Days until a find is registered in an office that is slower than any is said to be: half within a fortnight, some after half a year. */
function slowDelayOf({ normal }) {
  return Math.min(240, Math.floor(Math.exp(Math.log(13) + 1.1 * normal())));
}

/** Days until the judgment, which the third register gives: a year or so. */
function judgedAfter({ normal }) {
  return Math.min(1500, Math.floor(Math.exp(Math.log(300) + 0.7 * normal())));
}

/** A day as a register prints it: some only to the week or the month. */
function printedDay(at, { rough }, { uniform }) {
  const printed = iso(at);
  if (!rough || uniform() < 0.5) return { date: printed, datePrecision: 'day' };
  if (uniform() < 0.5) return { date: `${printed.slice(0, 8)}01`, datePrecision: 'month' };
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * day;
  return { date: iso(monday), datePrecision: 'week' };
}

/** "ca. 450": an estimate to one or two digits, as who stood beside the scales gives it. */
function estimateOf(kg) {
  const step = kg >= 200 ? 50 : kg >= 20 ? 10 : 1;
  return Math.max(step, Math.round(kg / step) * step);
}

/** Days until a find is registered: most within a week, some after months. */
function delayOf({ uniform, normal }) {
  return Math.min(
    150,
    Math.floor(uniform() < 0.15 ? 20 + 60 * uniform() : Math.exp(1.3 + 0.9 * normal())),
  );
}

function recordOf(register, habit, draw, find, part) {
  const { uniform, normal } = draw;
  const isOwn = register.country === find.country;
  const isJudged = habit.judged && register === registers[2];
  const delay = isJudged
    ? judgedAfter(draw)
    : habit.slow
      ? slowDelayOf(draw)
      : habit.late
        ? delayOf(draw)
        : isOwn
          ? 0
          : Math.floor(3 * uniform() ** 3);
  const share = habit.packing + 0.006 * normal();
  const heavy = habit.isGross ? part.kg / (1 - Math.max(0.002, share)) : part.kg;
  const told = habit.isGross ? Math.round(heavy * 10) / 10 : toGrams(heavy);
  const isRound = habit.round && uniform() < 0.6;
  const isEstimate = habit.estimated && !isOwn && uniform() < 0.6;
  const quantity = isEstimate ? estimateOf(told) : isRound ? roundedTo(told, habit.step) : told;
  const others = find.told.filter((other) => other !== register);
  return {
    kind: 'seizure',
    source: register.source,
    reference: null,
    seizingCountry: find.country,
    creditedTo:
      isOwn && uniform() < 0.5
        ? others.map(({ country }) => country).filter((one) => one !== find.country)
        : [],
    agencies: [register.agency, ...(uniform() < 0.4 ? others.map(({ agency }) => agency) : [])],
    ...printedDay(find.at + delay * day, habit, draw),
    dateRole: isJudged ? 'judgment' : habit.late || habit.slow ? 'registration' : 'seizure',
    registeredOn: null,
    place: find.place,
    placeLevel: 'port',
    basis: 'seized_in_port',
    substance: 'COC',
    substancePrinted: null,
    quantity,
    printed: String(quantity),
    wording: isEstimate ? 'rounded' : 'unmarked',
    wordingPrinted: isEstimate ? 'ca.' : null,
    unit: 'kg',
    missing: null,
    massBasis: habit.weighs === 'unknown' ? 'unknown' : habit.isGross ? 'gross' : 'net',
    estimated: isEstimate,
    originCountry: null,
    departureCountry: uniform() < 0.7 ? find.departure : null,
    destinationCountry: null,
    transportMode: 'container',
    concealment: null,
    coverLoadHs: uniform() < 0.6 ? find.cover : null,
    containerKey: part.container !== null && uniform() < 0.65 ? part.container : null,
    controlledDelivery: 'unknown',
    publicationRestriction: 'none',
    arrests: null,
    definition: habit.batches ? 'batches' : 'finds',
    note: null,
    find: find.id,
  };
}

/** A find's parts: one, or several batches; a container that was unloaded in two ports is two finds. */
function partsOf(draw, asked, find) {
  const { uniform } = draw;
  if (!asked.batches || find.kg < 20 || uniform() > 0.35)
    return [{ kg: find.kg, container: find.container }];
  const first = toGrams(Math.round(find.kg * (0.25 + 0.5 * uniform())));
  const second = uniform() < 0.5 ? container(draw) : find.container;
  return [
    { kg: first, container: find.container },
    { kg: toGrams(find.kg - first), container: second },
  ];
}

/** A world of a class: records as registers hold them, which find each is of, and the true net totals of ports and years. */
export function registerWorld(seed, name) {
  const asked = classes[name];
  const draw = streamOf(seed * 7919 + Object.keys(classes).indexOf(name));
  const { uniform, poisson } = draw;
  const years = [2021, 2022, 2023];
  const habits = registers.map(() => habitOf(draw, asked));
  const batching = {
    ...asked,
    batches: asked.batches === true || (asked.mixture === true && uniform() < 0.4),
  };
  const isSplit = asked.split === true || (asked.mixture === true && uniform() < 0.4);
  const finds = [];
  for (const { place, country, mean, size } of ports)
    for (const year of years) {
      const count = poisson(mean * (0.6 + 0.8 * uniform()));
      let at = Date.UTC(year, 0, 1) + Math.floor(365 * uniform()) * day;
      for (let one = 0; one < count; one += 1) {
        // Finds follow one another where a line is watched.
        at =
          uniform() < 0.35
            ? Math.min(Date.UTC(year, 11, 31), at + Math.floor(4 * uniform()) * day)
            : Date.UTC(year, 0, 1) + Math.floor(365 * uniform()) * day;
        finds.push({
          id: `f${finds.length}`,
          place,
          country,
          at,
          kg: weightOf(draw, size, habits[0].common),
          container: uniform() < 0.75 ? container(draw) : null,
          departure: ['EC', 'CO', 'BR', 'PE', 'CR'][Math.floor(5 * uniform() ** 1.6)],
          cover: ['080390', '180100', '440729', '090111', '030617'][
            Math.floor(5 * uniform() ** 1.4)
          ],
        });
      }
    }
  if (isSplit)
    for (const find of finds.filter(({ country }) => country === 'NL').slice(0, 4)) {
      finds.push({
        ...find,
        id: `f${finds.length}`,
        place: 'BEGNE',
        country: 'BE',
        at: Math.min(find.at + day, Date.UTC(new Date(find.at).getUTCFullYear(), 11, 31)),
        kg: weightOf(draw, 4.2, false),
      });
    }
  const records = [];
  for (const find of finds) {
    const own = find.country === 'BE' ? registers[1] : registers[uniform() < 0.7 ? 0 : 2];
    const other = registers.filter((one) => one !== own)[Math.floor(2 * uniform())];
    find.told = uniform() < 0.33 ? [own, other] : [own];
    for (const register of find.told) {
      const habit = {
        ...habits[registers.indexOf(register)],
        batches: register === registers[0] && batching.batches,
      };
      for (const part of partsOf(draw, { batches: habit.batches }, find))
        records.push(recordOf(register, habit, draw, find, part));
    }
  }
  const truth = new Map();
  const seizures = records.map(({ find, ...record }, at) => {
    const id = `${record.source}-${at}`;
    truth.set(id, find);
    return {
      ...record,
      id,
      origin: { file: record.source, sheet: null, line: at + 2, column: 'A', raw: '' },
    };
  });
  const totals = ports.flatMap(({ place }) =>
    years.map((year) => ({
      place,
      year,
      kg: finds
        .filter((find) => find.place === place && new Date(find.at).getUTCFullYear() === year)
        .reduce((sum, { kg }) => sum + kg, 0),
    })),
  );
  const definitions = registers.map(({ source }) => ({
    source,
    id: 'batches',
    countUnit: 'batch',
  }));
  return {
    seizures,
    truth,
    totals,
    years,
    places: ports.map(({ place }) => place),
    registers,
    definitions,
  };
}

/** What the linkage and the totals find of a world, against its truth. `room` gives a package by its name. */
export async function measureWorld(room, engine, world) {
  const { eventTotals, findDoubleReports } = await room('merge');
  const { seizures, truth, definitions } = world;
  const pairs = await findDoubleReports(engine, seizures, { definitions });
  const found = { totals: 0, inside: 0, pairs: 0, right: 0, wrong: 0, widths: [] };
  for (const { a, b, verdict } of pairs)
    if (verdict === 'same')
      for (const one of a.split('+'))
        for (const other of b.split('+'))
          found[truth.get(one) === truth.get(other) ? 'right' : 'wrong'] += 1;
  for (const [at, one] of seizures.entries())
    for (const other of seizures.slice(at + 1))
      if (one.source !== other.source && truth.get(one.id) === truth.get(other.id))
        found.pairs += 1;
  const coverage = world.places.map((place) => ({
    source: world.registers[0].source,
    agency: place.startsWith('NL') ? 'NL_HARC' : 'BE_CUST',
    place,
    periodStart: '2020-01-01',
    periodEnd: '2024-12-31',
    substance: null,
    basis: 'seized_in_port',
    extent: 'full',
    evidence: null,
  }));
  const totals = eventTotals(seizures, {
    complex: 'PC_NSP',
    substance: 'COC',
    basis: 'seized_in_port',
    years: world.years,
    coverage,
    pairs,
  });
  for (const { place, year, kg } of world.totals) {
    const total = totals.find(({ period }) => period === String(year));
    const member = total.members.find((each) => each.place === place);
    const { low, high } = member.interval90;
    found.totals += 1;
    if (low <= kg + 1e-6 && (high === null || high >= kg - 1e-6)) found.inside += 1;
    found.widths.push(
      high === null
        ? Number.POSITIVE_INFINITY
        : member.likely > 0
          ? (high - low) / member.likely
          : 0,
    );
  }
  return found;
}
