import { addDays, yearOf } from './calendar.ts';
import { containerNumber } from './container-number.ts';
import type { Draft } from './draft.ts';
import { type Random, randomOf } from './random.ts';
import { coverLoads, type Find } from './seize.ts';
import { weighedAgain } from './slips.ts';

/** A row in the other office's file that looks like a find listed days before it: of another find, or of the same one. */
interface Planted {
  readonly kind: 'look-alike' | 'hardly-told';
  readonly place: 'NLVLI' | 'BEGNE';
  readonly year: number;
  readonly later: number;
}

/** Three pairs in one year and two in another, so that a total rests on several: the records alone do not settle any. */
const planted: readonly Planted[] = [
  { kind: 'look-alike', place: 'NLVLI', year: 2019, later: 2 },
  { kind: 'look-alike', place: 'BEGNE', year: 2019, later: 6 },
  { kind: 'look-alike', place: 'NLVLI', year: 2024, later: 3 },
  { kind: 'look-alike', place: 'BEGNE', year: 2024, later: 4 },
  { kind: 'hardly-told', place: 'NLVLI', year: 2024, later: 5 },
];

/** Services whose finds reach a file only where a neighbour's tip led to them. */
const unheard = { NLVLI: 'NL_POL', BEGNE: 'BE_FGP' } as const;

/** Large enough to matter to a total, and not so large that nobody would mistake it. */
const [lightest, heaviest] = [40, 400];

/** Days within which a row may be taken for another of the same find. */
const nearby = 7;

const isPlain = ({ find, partner, batch, told, shows, defects }: Draft): boolean =>
  partner === null &&
  batch === null &&
  told === 'same' &&
  defects.length === 0 &&
  find.substance === 'COC' &&
  find.basis === 'seized_in_port' &&
  find.transport === 'container' &&
  shows.load &&
  find.departure !== null &&
  find.kg !== null &&
  find.kg >= lightest &&
  find.kg <= heaviest &&
  find.kg % 10 !== 0;

const isWithin = ({ date, find }: Draft, { place, year, later }: Planted): boolean =>
  find.place === place && yearOf(date) === year && yearOf(addDays(date, later)) === year;

/** Whether no third row near it hides its weight, or weighs nearly as much: that would be another riddle. */
function isClear(like: Draft, { later }: Planted, drafts: readonly Draft[]): boolean {
  const [from, to] = [addDays(like.date, -nearby), addDays(like.date, later + nearby)];
  const kg = like.find.kg ?? 0;
  const isLike = (quantity: number | null): boolean =>
    quantity === null || (quantity > 0.9 * kg && quantity < kg / 0.9);
  return !drafts.some(
    (draft) =>
      draft !== like &&
      isLike(draft.quantity) &&
      draft.find.place === like.find.place &&
      draft.find.substance === like.find.substance &&
      draft.date >= from &&
      draft.date <= to,
  );
}

/** Another hiding place than this, so that the two rows do not tell the same story. */
const otherwiseHidden = (concealment: string): string =>
  concealment === 'in_load' ? 'rip_off' : 'in_load';

/** Another find soon after one of the office's own: about as heavy, in another box with another cover load. */
function lookAlike({ find }: Draft, { place, later }: Planted, id: string, random: Random): Find {
  const departure = random.pick(
    Object.keys(coverLoads).filter(
      (country) =>
        country !== find.departure &&
        coverLoads[country]?.every((load) => !coverLoads[find.departure ?? '']?.includes(load)),
    ),
  );
  return {
    ...find,
    id,
    date: addDays(find.date, later),
    agency: unheard[place],
    kg: weighedAgain(find.kg as number, random),
    batches: 1,
    container: containerNumber(random),
    departure,
    coverLoadHs: random.pick(coverLoads[departure] as readonly string[]),
    concealment: otherwiseHidden(find.concealment),
    arrests: 0,
  };
}

/** The row of the office that was told of a find: it names nobody and gives no container. */
function toldRow(like: Draft, find: Find, { kind, later }: Planted, random: Random): Draft {
  const isSame = kind === 'hardly-told';
  const date = addDays(like.find.date, later);
  return {
    ...like,
    find,
    office: like.office === 'nl-harc' ? 'be-customs' : 'nl-harc',
    date,
    registeredOn: addDays(date, random.int(1, 25)),
    quantity: isSame ? weighedAgain(find.kg as number, random) : find.kg,
    told: isSame ? 'reweighed' : 'same',
    partner: isSame ? like.office : null,
    shows: { partner: false, container: false, load: !isSame },
    concealment: otherwiseHidden(like.find.concealment),
    departure: find.departure,
  };
}

/** Rows that only a person can settle, as they were added to a world. */
export interface LookAlikes {
  readonly drafts: readonly Draft[];
  /** Finds that no other row lists, numbered after those there were. */
  readonly finds: readonly Find[];
  /** Ids of two finds that look like one. */
  readonly pairs: readonly (readonly [string, string])[];
}

/**
 * Adds rows that look like a find of another file: some are another find, of a service that sends no file and whose finds
 * are listed only by the neighbour that gave the tip; one is the same find, told late and badly. They are added to what is
 * planted already and change none of it; a year without a find that fits gets none.
 */
export function plantLookAlikes(
  drafts: readonly Draft[],
  finds: readonly Find[],
  seed: number,
): LookAlikes {
  const taken = new Set<string>();
  const made: Draft[] = [];
  const others: Find[] = [];
  const pairs: (readonly [string, string])[] = [];
  for (const [at, one] of planted.entries()) {
    const random = randomOf(seed, `look-alike ${at}`);
    const around = [...drafts, ...made];
    const like = random
      .shuffle(drafts.filter((draft) => isPlain(draft) && isWithin(draft, one)))
      .find((draft) => !taken.has(draft.find.id) && isClear(draft, one, around));
    if (!like) continue;
    taken.add(like.find.id);
    const id = `X${String(finds.length + others.length + 1).padStart(4, '0')}`;
    const find = one.kind === 'look-alike' ? lookAlike(like, one, id, random) : like.find;
    if (find !== like.find) {
      others.push(find);
      pairs.push([like.find.id, id]);
    }
    made.push(toldRow(like, find, one, random));
  }
  return { drafts: [...drafts, ...made], finds: [...finds, ...others], pairs };
}
