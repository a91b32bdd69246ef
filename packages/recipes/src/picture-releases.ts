import { type ClearanceInput, type ReleaseNeeded, releasesNeeded } from '@samenbeeld/store';
import type { Analysis } from './analysis.ts';
import type { Gathered } from './gather.ts';

/** The inputs of a picture as the gate asks for them: the handling of each source with the files it holds. */
export function clearanceInputs({ sources, inputs }: Gathered): readonly ClearanceInput[] {
  return sources.map(({ source: { id, handling } }) => ({
    source: id,
    handling,
    files: inputs.filter(({ source }) => source === id),
  }));
}

/** The releases that a picture takes before its audience may have it, given or not. */
export function pictureReleases({
  picture: { audience, purpose },
  gathered,
}: Pick<Analysis, 'picture' | 'gathered'>): readonly ReleaseNeeded[] {
  return releasesNeeded(clearanceInputs(gathered), {
    audience,
    seizures: gathered.seizures,
    ...(purpose === null ? {} : { purpose }),
  });
}
