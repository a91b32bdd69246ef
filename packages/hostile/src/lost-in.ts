import type { ingest } from '@samenbeeld/ingest';

type Result = Awaited<ReturnType<typeof ingest>>;
/** What was counted of one file. */
export type Counted = Result['conservation'][number];

const sum = (record: Readonly<Record<string, number>>): number =>
  Object.values(record).reduce((total, count) => total + count, 0);

/** What does not add up in the count of one file. */
export function lostIn(counted: Counted, physical: readonly number[] | null): readonly string[] {
  const { lines, items, accepted, excluded, rejected, exclusions, rejections } = counted;
  const found: string[] = [];
  if (lines.title + lines.header + lines.footer + lines.blank + lines.data !== lines.total)
    found.push(`the kinds of line do not add up to ${lines.total}`);
  if (physical && !physical.includes(lines.total))
    found.push(`${lines.total} lines were counted, the file has ${physical.join(' or ')}`);
  if (accepted + excluded + rejected !== items)
    found.push(`the fates do not add up to ${items} items`);
  if (sum(exclusions) !== excluded) found.push('exclusions by rule do not add up');
  if (sum(rejections) !== rejected) found.push('rejections by rule do not add up');
  return found;
}

/** Rules that reject items of a file without an issue that says so. */
export function untold({ file, rejections }: Counted, issues: Result['issues']): readonly string[] {
  const told = new Set(
    issues.flatMap((issue) =>
      issue.severity === 'rejection' && issue.file === file ? [issue.rule] : [],
    ),
  );
  return Object.entries(rejections).flatMap(([rule, items]) =>
    items > 0 && !told.has(rule)
      ? [`${items} items were rejected by ${rule} without an issue`]
      : [],
  );
}
