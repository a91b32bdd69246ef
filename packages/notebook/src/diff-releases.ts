import {
  diffReleases as diff,
  figureWords,
  type Release,
  type ReleaseDiff,
} from '@samenbeeld/merge';
import { type Cell, list, paragraph, table } from '@samenbeeld/page';
import { recordedDecisions, unreadItems } from '@samenbeeld/recipes';
import {
  combineHandling,
  formatNumber,
  formatPeriod,
  type Language,
  type Observation,
  offences,
  placeLabel,
  substances,
} from '@samenbeeld/schema';
import { clearance, currentDecisions } from '@samenbeeld/store';
import { type Marking, output } from './cell.ts';
import type { Ingested } from './ingest-files.ts';
import type { Bundle } from './kernel.ts';
import { labelOf } from './labels.ts';
import type { ObservationSelection, Picture } from './opened-picture.ts';
import { answerLater, type Refused } from './refused.ts';
import { awaited } from './show.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

const shownAtMost = 20;

function scope(row: Observation, language: Language): readonly string[] {
  const { place, periodStart, periodEnd, substance, nationalCode, offence } = row;
  return [
    placeLabel(place, language),
    formatPeriod({ start: periodStart, end: periodEnd }, language),
    substance === null
      ? (nationalCode ?? labelOf(offences, offence, language))
      : labelOf(substances, substance, language),
  ];
}

function change(difference: number | null, percent: number | null, language: Language): string {
  if (difference === null) return '';
  const sign = difference < 0 ? '−' : '+';
  const share =
    percent === null
      ? ''
      : ` (${sign}${formatNumber(Math.abs(Number(percent.toFixed(2))), language)} %)`;
  return `${sign}${formatNumber(Math.abs(difference), language)}${share}`;
}

function changeRows(
  { revisions, vanished, added, untold, otherUnit, contradicted }: ReleaseDiff,
  language: Language,
): readonly (readonly Cell[])[] {
  const changed = (
    of: Observation,
    earlier: Observation | string,
    later: Observation | string,
    said: Cell,
  ): readonly Cell[] => [
    ...scope(of, language),
    ...[earlier, later].map((row) => (typeof row === 'string' ? row : figureWords(row))),
    said,
  ];
  return [
    ...revisions.map(({ earlier, later, difference, percent }) =>
      changed(later, earlier, later, change(difference, percent, language)),
    ),
    ...vanished.map((row) => changed(row, row, '–', words.vanished)),
    ...added.map((row) => changed(row, '–', row, words.adds)),
    ...untold.vanished.map((row) => changed(row, row, '?', words.untold)),
    ...untold.added.map((row) => changed(row, '?', row, words.untold)),
    ...otherUnit.map(({ earlier, later }) => changed(later, earlier, later, words.otherUnit)),
    ...contradicted.map((row) => changed(row, row, '', words.statedTwice)),
  ];
}

/** What changed between two releases, as a cell shows it. */
function diffOutputs({ diff, marking }: Changes): readonly Bundle[] {
  const { language } = marking;
  const rows = changeRows(diff, language);
  const { compared, unchanged, outside, decisions, warnings } = diff;
  const counted = words.comparedFigures[language]
    .replace('{n}', String(compared))
    .replace('{same}', String(unchanged))
    .replace('{a}', String(outside.earlier))
    .replace('{b}', String(outside.later));
  const more = rows.length - shownAtMost;
  const changes = table(
    `${diff.earlier} → ${diff.later}`,
    [
      ['label', words.place],
      ['words', words.period],
      ['words', words.matter],
      ['number', words.earlier],
      ['number', words.later],
      ['number', words.change],
    ],
    rows.slice(0, shownAtMost),
    [...(more > 0 ? [`… ${more} ${words.more[language]}`] : []), counted],
  );
  return [
    output(marking, [
      paragraph(diff.says),
      ...list([
        ...decisions.map(({ id, role, reason }) => `${id} (${role}): ${reason}`),
        ...warnings.map((warning) => warning[language]),
      ]),
      ...(rows.length > 0 ? [changes] : [paragraph(`${diff.earlier} → ${diff.later}: ${counted}`)]),
    ]),
  ];
}

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
    return view<Changes>({ kind: 'changes', diff: found, marking }, diffOutputs);
  });
  return awaited('diffReleases(…)', made);
}
