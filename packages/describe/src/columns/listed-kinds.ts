import type { Evidence } from '../column.ts';
import { thresholds } from '../thresholds.ts';
import type { Group } from './fold-groups.ts';
import { isOffence } from './heading-roles.ts';
import { measureOf } from './measures.ts';
import { type ColumnProfile, shareOf } from './profile-column.ts';
import type { TableView } from './table-view.ts';

/** A kind with its number in one numbering before it ("61 Harddrugs", "6.3 Drugsmisdrijf (overig)"); a year is none. */
const numbered = /^(?!(?:19|20)\d\d(?!\d))(\d{1,4}(?:\.\d{1,3})*)\.? +\p{L}{3}/u;
/** A path of words, its last part a kind, and behind that what all are counted in. */
const path = /^(\p{L}[^/]{3,}\/(?:[^/]+\/)*)(\p{L}[^/]{3,}?)(\s*\([^()/]+\))?$/u;
const whole = /total|totaal|insgesamt|ensemble/iu;

const areNumbers = ({ profile }: Evidence): boolean =>
  profile.words === 0 &&
  profile.said > 0 &&
  shareOf(profile, profile.numbers.cells) >= thresholds.mostlyFigures;

/** What follows from the figures beside it; words of a kind that are like such words say nothing of it. */
const isRate = (heading: string): boolean =>
  ['rate', 'share', 'change'].includes(measureOf(heading)?.name ?? '');

/** Whether numbers are of one numbering: none twice, and most of them below another of them, or beside one. */
function areOneNumbering(headings: readonly string[]): boolean {
  const numbers = headings.map((heading) => numbered.exec(heading)?.[1]?.replaceAll('.', '') ?? '');
  const all = new Set(numbers);
  const linked = numbers.filter(
    (number) =>
      [...all].some((other) => other !== number && number.startsWith(other)) ||
      all.has(String(Number(number) + 1)) ||
      all.has(String(Number(number) - 1)),
  );
  return all.size === headings.length && linked.length >= headings.length * thresholds.mostlyKeys;
}

/** Columns whose headings are the labels of one numbering, and the total beside them. */
function ofNumbering(figures: readonly Evidence[], view: TableView): readonly Group[] {
  const kinds = figures.filter(({ profile }) => numbered.test(profile.heading));
  const headings = kinds.map(({ profile }) => profile.heading);
  const offences = headings.filter((heading) => isOffence(heading, view)).length;
  if (
    kinds.length < thresholds.codeHeadings ||
    kinds.length < figures.length * thresholds.headingRole ||
    offences * 2 < kinds.length ||
    !areOneNumbering(headings)
  )
    return [];
  const wholes = figures.filter(
    ({ profile: { heading } }) =>
      measureOf(heading)?.name === 'offences' && whole.test(heading) && !numbered.test(heading),
  );
  return [
    {
      cuts: [...wholes, ...kinds].map(({ profile }) => ({
        profile,
        time: null,
        parts: [profile.heading],
      })),
      roles: ['offence'],
    },
  ];
}

/** Columns whose headings are paths from what is counted to a kind of it, by what they are counted in. */
function ofPaths(figures: readonly Evidence[], view: TableView): readonly Group[] {
  const paths = new Map<string, { readonly profile: ColumnProfile; readonly parts: string[] }[]>();
  const ends: string[] = [];
  for (const { profile } of figures) {
    const [, before = '', kind = '', unit = ''] = path.exec(profile.heading) ?? [];
    if (kind === '') return [];
    ends.push(kind);
    paths.set(unit, [...(paths.get(unit) ?? []), { profile, parts: [before, kind, unit] }]);
  }
  const roots = new Set(figures.map(({ profile }) => profile.heading.split('/')[0]));
  const offences = ends.filter((kind) => isOffence(kind, view)).length;
  const isScheme =
    roots.size === 1 &&
    figures.length >= thresholds.foldColumns &&
    new Set(ends).size === ends.length &&
    offences * 2 >= ends.length &&
    measureOf([...roots][0] ?? '')?.set['metric'] !== undefined;
  if (!isScheme) return [];
  return [...paths.values()].map((cuts) => ({
    cuts: cuts.map((cut) => ({ ...cut, time: null })),
    roles: ['fixed', 'offence', 'fixed'],
  }));
}

/**
 * Headings that are the labels of one numbering, or ends of one path: kinds of what the table counts, whatever their single words
 * would say by themselves ("51 Verlaten plaats ongeval" is no place).
 */
export function listedKinds(view: TableView): readonly Group[] {
  const isTold = view.columns.some(
    ({ profile, meanings: [top] }) =>
      top !== undefined &&
      ['offence', 'offenceKey'].includes(top.concept) &&
      top.confidence >= thresholds.meaningLikely &&
      profile.words > 0,
  );
  if (isTold) return [];
  const figures = view.columns.filter(
    (column) =>
      areNumbers(column) &&
      column.meanings[0]?.concept !== 'period' &&
      !isRate(column.profile.heading),
  );
  const groups = ofNumbering(figures, view);
  return groups.length > 0 ? groups : ofPaths(figures, view);
}
