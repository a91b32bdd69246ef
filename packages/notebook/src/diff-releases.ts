import { releasesPage } from '@samenbeeld/answers';
import { diffReleases as diff, type Release, type ReleaseDiff } from '@samenbeeld/merge';
import { recordedDecisions, unreadItems } from '@samenbeeld/recipes';
import { combineHandling, type Observation } from '@samenbeeld/schema';
import { clearance, currentDecisions } from '@samenbeeld/store';
import { type Marking, output } from './cell.ts';
import type { Ingested } from './ingest-files.ts';
import { awaited } from './kernel.ts';
import type { ObservationSelection, Picture } from './opened-picture.ts';
import { answerLater, type Refused } from './refused.ts';
import { type View, view } from './view.ts';

/** What changed between two releases of one measure. */
export interface Changes extends View {
  readonly kind: 'changes';
  readonly diff: ReleaseDiff;
  readonly marking: Marking;
}

/** A release: files as read by `ingest`, a picture, or a selection of its figures. */
export type ReleaseLike = Ingested | Picture | ObservationSelection;

function pictureOf(release: ReleaseLike): Picture {
  if (!('kind' in release)) return release.picture;
  return release.kind === 'ingested' ? release.picture : release;
}

function rowsOf(release: ReleaseLike): readonly Observation[] {
  return 'rows' in release ? release.rows : pictureOf(release).observations.rows;
}

async function releaseOf(release: ReleaseLike): Promise<Release> {
  const picture = pictureOf(release);
  const { metadata } = picture;
  const files = metadata.inputs.map(({ file }) => file);
  const name = [metadata.name, ...(files.length < 4 ? files : [`${files.length} files`])].join(' ');
  const { rejected, rejectedAtLeast } = await unreadItems(picture.stored);
  return { name, observations: rowsOf(release), rejected, rejectedAtLeast };
}

/** The marking of what is made of two pictures: the stricter on every axis, in the language of the later. */
function markingOf(earlier: Picture, later: Picture): Marking {
  const both = [earlier.metadata, later.metadata];
  const synthetic = both.some((metadata) => metadata.synthetic);
  const draft = both.some((metadata) => metadata.draft);
  const handling = combineHandling(both.map((metadata) => metadata.handling));
  const audience = both.find((metadata) => metadata.audience !== 'public')?.audience ?? 'public';
  return {
    banner: clearance(handling, audience, { synthetic, draft }).banner,
    language: later.language,
  };
}

/**
 * What changed between two releases of one measure, figure by figure: revised, filled, emptied, vanished, new. Both are of
 * one source, or `decisions` holds a `same-measure` decision that says they measure the same; else the answer is a `Refused`
 * that says what to declare. Periods that only one release has mean nothing, nor does a figure that is absent where items of
 * the release were rejected.
 *
 * @example
 * ```ts
 * import { answered, diffReleases, ingest } from '@samenbeeld/notebook';
 * const { mkdtemp } = await import('node:fs/promises');
 * const { tmpdir } = await import('node:os');
 * const out = `${await mkdtemp(`${tmpdir()}/diff-`)}/2024`;
 * const file = 'packages/sources/catalogue/ssmsi-departements/sample_2024.csv';
 * const release = await ingest('ssmsi-departements', file, { out });
 * answered(await diffReleases(release, release)).diff.revisions // => []
 * await release.picture.close();
 * ```
 */
export function diffReleases(
  earlier: ReleaseLike,
  later: ReleaseLike,
  { decisions }: { readonly decisions?: string } = {},
): Promise<Changes | Refused> {
  const [before, after] = [pictureOf(earlier), pictureOf(later)];
  const made = answerLater(after, async () => {
    const marking = markingOf(before, after);
    const recorded = await recordedDecisions(decisions);
    const inForce = [...currentDecisions(recorded, 'same-measure').values()];
    const [one, other] = [await releaseOf(earlier), await releaseOf(later)];
    const found = diff(one, other, { decisions: inForce });
    return view<Changes>({ kind: 'changes', diff: found, marking }, () => [
      output(marking, releasesPage(found)),
    ]);
  });
  return awaited('diffReleases(…)', made);
}
