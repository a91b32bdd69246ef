import { InputError, isDay, takes } from '@samenbeeld/schema';
import {
  type Chance,
  type Evidence,
  type EvidencePlace,
  type HypothesisSet,
  hypothesisSetShape,
  placesOf,
  type Rating,
} from './hypothesis.ts';

/** One thing that is wrong with a set, and how it is put right. */
export interface SetFault {
  /** The set as a whole, or one of its entries. */
  readonly about: 'set' | 'hypothesis' | 'evidence';
  readonly id: string;
  readonly problem: string;
  readonly repair: string;
}

const ratings: ReadonlySet<Rating> = new Set(['CC', 'C', 'N', 'I', 'II', 'NA']);

/**
 * Everything that keeps a set from being weighed: no rivals, a hypothesis that nothing could refute, evidence that cannot be
 * looked up or is not rated against each hypothesis.
 *
 * For a file that a person writes: all of it at once. `weighHypotheses` refuses a set that has any.
 *
 * @example
 * ```ts
 * import { setFaults } from '@samenbeeld/money';
 * const question = { nl: 'x', fr: 'x', de: 'x', en: 'x' };
 * setFaults({ id: 'H1', question, hypotheses: [], evidence: [] }).length // => 3
 * ```
 */
export function setFaults(set: HypothesisSet): readonly SetFault[] {
  takes('setFaults', ['set', set, hypothesisSetShape]);

  const { hypotheses, evidence } = set;
  const where = `hypothesis set ${set.id}`;
  return [
    ...(['true', 'not', 'artefact'] as const)
      .filter((role) => !hypotheses.some((hypothesis) => hypothesis.role === role))
      .map((role) => ({
        about: 'set' as const,
        id: set.id,
        problem: `${where} has no hypothesis of role "${role}"`,
        repair: 'a proposition needs its denial and the reporting artefact as rivals',
      })),
    ...twiceFaults(where, 'hypothesis', hypotheses),
    ...twiceFaults(where, 'evidence', evidence),
    ...hypotheses.flatMap(hypothesisFaults),
    ...evidence.flatMap((piece) => evidenceFaults(piece, set)),
  ];
}

/** Refuses a set that has faults, with all of them. */
export function checkSet(set: HypothesisSet): void {
  const [first, ...others] = setFaults(set);
  if (!first) return;
  if (others.length === 0) throw new InputError(first.problem, { repair: first.repair });
  const lines = [first, ...others].map(({ problem, repair }) => `- ${problem}. Repair: ${repair}`);
  throw new InputError(
    `expected hypothesis set ${set.id} to be whole, found ${lines.length} faults:`,
    { repair: 'mend each', faults: lines },
  );
}

function twiceFaults(
  where: string,
  about: SetFault['about'],
  entries: readonly { readonly id: string }[],
): readonly SetFault[] {
  const ids = entries.map(({ id }) => id);
  const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
  return [...twice].map((id) => ({
    about,
    id,
    problem: `${where} has two entries called ${id}`,
    repair: 'give each hypothesis and each piece of evidence its own id',
  }));
}

function hypothesisFaults({
  id,
  refutedBy,
  reviewOn,
}: HypothesisSet['hypotheses'][number]): readonly SetFault[] {
  return [
    ...(refutedBy.en.trim()
      ? []
      : [
          {
            about: 'hypothesis' as const,
            id,
            problem: `hypothesis ${id} names nothing that would refute it`,
            repair: 'write what would be seen if it were wrong',
          },
        ]),
    ...(isDay(reviewOn)
      ? []
      : [
          {
            about: 'hypothesis' as const,
            id,
            problem: `hypothesis ${id}: expected a review date such as 2027-01-31, found "${reviewOn}"`,
            repair: 'give the date on which the refuting prediction is looked at',
          },
        ]),
  ];
}

function evidenceFaults(piece: Evidence, { hypotheses }: HypothesisSet): readonly SetFault[] {
  const { id } = piece;
  const known = new Set(hypotheses.map((hypothesis) => hypothesis.id));
  const faults: SetFault[] = [];
  const tell = (problem: string, repair: string): void => {
    faults.push({ about: 'evidence', id, problem: `evidence ${id}${problem}`, repair });
  };
  const places = placesOf(piece);
  if (places.length === 0 || !places.every(isPlace))
    tell(
      ' is not tied to a figure, a query or a cell',
      'prose is no evidence here: say where the figure can be looked up',
    );
  for (const [name, rating] of Object.entries(piece.ratings)) {
    if (!known.has(name))
      tell(
        ` is rated against ${name}, which is not in the set`,
        `rate it against ${[...known].join(', ')}`,
      );
    if (!ratings.has(rating))
      tell(
        `: expected a rating CC, C, N, I, II or NA, found "${rating}"`,
        'NA where the evidence has no bearing on the hypothesis',
      );
  }
  const missing = [...known].filter((name) => !Object.hasOwn(piece.ratings, name));
  if (missing.length > 0)
    tell(
      ` is not rated against ${missing.join(', ')}`,
      'rate each piece against each hypothesis, NA where it has no bearing',
    );
  for (const [name, chance] of Object.entries(piece.chances ?? {}))
    if (!known.has(name) || !isChance(chance))
      tell(
        `: expected 0 < low ≤ likely ≤ high ≤ 1 for ${name}, found ${chance?.low}, ${chance?.likely}, ${chance?.high}`,
        'state how likely the evidence would be if that hypothesis were true',
      );
  return faults;
}

function isPlace(place: EvidencePlace): boolean {
  if (place?.kind === 'figure') return Boolean(place.picture && place.key);
  if (place?.kind === 'query') return Boolean(place.picture && place.sql);
  return place?.kind === 'cell' && Boolean(place.file && place.line > 0 && place.column);
}

function isChance(chance: Chance | null | undefined): boolean {
  if (!chance) return false;
  const { low, likely, high } = chance;
  return low > 0 && low <= likely && likely <= high && high <= 1;
}
