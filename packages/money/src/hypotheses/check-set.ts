import { InputError } from '@samenbeeld/schema';
import {
  type Chance,
  type Evidence,
  type EvidencePlace,
  type HypothesisSet,
  placesOf,
  type Rating,
} from './hypothesis.ts';

const ratings: ReadonlySet<Rating> = new Set(['CC', 'C', 'N', 'I', 'II', 'NA']);

/** Refuses a set without rivals, a hypothesis that nothing could refute, and evidence that cannot be looked up. */
export function checkSet(set: HypothesisSet): void {
  const where = `hypothesis set ${set.id}`;
  for (const role of ['true', 'not', 'artefact'] as const)
    if (!set.hypotheses.some((hypothesis) => hypothesis.role === role))
      throw new InputError(`${where} has no hypothesis of role "${role}"`, {
        repair: 'a proposition needs its denial and the reporting artefact as rivals',
      });
  refuseTwice(
    where,
    set.hypotheses.map(({ id }) => id),
  );
  refuseTwice(
    where,
    set.evidence.map(({ id }) => id),
  );
  for (const { id, refutedBy, reviewOn } of set.hypotheses) {
    if (!refutedBy.en.trim())
      throw new InputError(`hypothesis ${id} names nothing that would refute it`, {
        repair: 'write what would be seen if it were wrong',
      });
    if (!/^\d{4}-\d{2}-\d{2}$/.test(reviewOn))
      throw new InputError(
        `hypothesis ${id}: expected a review date such as 2027-01-31, found "${reviewOn}"`,
        {
          repair: 'give the date on which the refuting prediction is looked at',
        },
      );
  }
  for (const piece of set.evidence) checkEvidence(piece, set);
}

function refuseTwice(where: string, ids: readonly string[]): void {
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined)
    throw new InputError(`${where} has two entries called ${twice}`, {
      repair: 'give each hypothesis and each piece of evidence its own id',
    });
}

function checkEvidence(piece: Evidence, { hypotheses }: HypothesisSet): void {
  const { id } = piece;
  const places = placesOf(piece);
  if (places.length === 0 || !places.every(isPlace))
    throw new InputError(`evidence ${id} is not tied to a figure, a query or a cell`, {
      repair: 'prose is no evidence here: say where the figure can be looked up',
    });
  const known = new Set(hypotheses.map((hypothesis) => hypothesis.id));
  for (const [name, rating] of Object.entries(piece.ratings)) {
    if (!known.has(name))
      throw new InputError(`evidence ${id} is rated against ${name}, which is not in the set`, {
        repair: `rate it against ${[...known].join(', ')}`,
      });
    if (!ratings.has(rating))
      throw new InputError(
        `evidence ${id}: expected a rating CC, C, N, I, II or NA, found "${rating}"`,
        {
          repair: 'NA where the evidence has no bearing on the hypothesis',
        },
      );
  }
  const missing = hypotheses.find((hypothesis) => !(hypothesis.id in piece.ratings));
  if (missing)
    throw new InputError(`evidence ${id} is not rated against ${missing.id}`, {
      repair: 'rate each piece against each hypothesis, NA where it has no bearing',
    });
  for (const [name, chance] of Object.entries(piece.chances ?? {}))
    if (!known.has(name) || !isChance(chance))
      throw new InputError(
        `evidence ${id}: expected 0 < low ≤ likely ≤ high ≤ 1 for ${name}, found ${chance.low}, ${chance.likely}, ${chance.high}`,
        { repair: 'state how likely the evidence would be if that hypothesis were true' },
      );
}

function isPlace(place: EvidencePlace): boolean {
  if (place?.kind === 'figure') return Boolean(place.picture && place.key);
  if (place?.kind === 'query') return Boolean(place.picture && place.sql);
  return place?.kind === 'cell' && Boolean(place.file && place.line > 0 && place.column);
}

function isChance({ low, likely, high }: Chance): boolean {
  return low > 0 && low <= likely && likely <= high && high <= 1;
}
