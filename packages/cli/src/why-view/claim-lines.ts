import { publicationKey, say, type Why, type WhyLine } from '@samenbeeld/merge';
import {
  formatPeriod,
  formatQuantity,
  type Language,
  type Observation,
  placeLabel,
  wordings,
} from '@samenbeeld/schema';
import { agencyNames } from './event-lines.ts';
import { conversionLine, dayText, noteLine, whereLine } from './where.ts';
import { roles } from './words.ts';

/** Whether a row is the first of its publication: several may have read the same page. */
function isFirstOf(rows: readonly Pick<Observation, 'publication'>[], at: number): boolean {
  const key = (row: Pick<Observation, 'publication'> | undefined) =>
    publicationKey(row?.publication ?? '');
  return rows.findIndex((row) => key(row) === key(rows[at])) === at;
}

/** The part that a claim plays; where a person set it aside, by which decision, whose and when. */
function roleOf({ role, decision }: WhyLine, { decisions }: Why, language: Language): string {
  const label = roles[role];
  const by = decisions.find(({ decision: { id } }) => id === decision)?.decision;
  if (!label || !by) return label?.[language] ?? role;
  const who = by.agency ? `${by.role}, ${agencyNames([by.agency], language)}` : by.role;
  return say(label, { id: by.id, who, on: { date: by.time.slice(0, 10) } })[language];
}

/** A claim with the part it plays, and under it every cell it was read from. */
export function claimLines(line: WhyLine, why: Why, language: Language): readonly string[] {
  const { value, unit, wording, wordingPrinted, periodStart, periodEnd, publishedOn, place } =
    line.claim;
  const { agencies, rows } = line.claim;
  const printed = wordingPrinted ? ` "${wordingPrinted}"` : '';
  const period = formatPeriod({ start: periodStart, end: periodEnd }, language);
  const published = publishedOn ? dayText(publishedOn, language) : '–';
  return [
    `  ${roleOf(line, why, language)}: ${placeLabel(place, language)} ${period} ${formatQuantity(value, unit, language)}${printed} (${wordings.label(wording, language)}), ${agencyNames(agencies, language)}, ${published}`,
    ...rows.flatMap((row, at) => {
      const conversion = why.conversions.find(({ record }) => record === row.id);
      return [
        `      ${whereLine(row.origin, language)}   ${row.reference ?? row.id}`,
        ...(conversion ? [`      ${conversionLine(conversion, language)}`] : []),
        ...(row.publication && isFirstOf(rows, at) ? [`      ${row.publication}`] : []),
        ...(row.note ? [`      ${noteLine(row, why.sources, language)}`] : []),
      ];
    }),
  ];
}
