import { publicationKey, type Why, type WhyLine } from '@samenbeeld/merge';
import { formatQuantity, type Language, type Observation, placeLabel } from '@samenbeeld/schema';
import { agencyNames } from './event-lines.ts';
import { conversionLine, whereLine } from './where.ts';
import { roles, words } from './words.ts';

function placeNames(code: string, language: Language): string {
  return placeLabel(code, language);
}

/** Whether a row is the first of its publication: several may have read the same page. */
function isFirstOf(rows: readonly Pick<Observation, 'publication'>[], at: number): boolean {
  const key = (row: Pick<Observation, 'publication'> | undefined) =>
    publicationKey(row?.publication ?? '');
  return rows.findIndex((row) => key(row) === key(rows[at])) === at;
}

/** A claim with the part it plays, and under it every cell it was read from. */
export function claimLines(
  { role, claim }: WhyLine,
  { conversions }: Why,
  language: Language,
): readonly string[] {
  const { value, unit, wording, wordingPrinted, periodStart, periodEnd, publishedOn } = claim;
  const printed = wordingPrinted ? ` "${wordingPrinted}"` : '';
  return [
    `  ${roles[role]?.[language] ?? role}: ${placeNames(claim.place, language)} ${periodStart}/${periodEnd} ${formatQuantity(value, unit, language)}${printed} (${wording}), ${agencyNames(claim.agencies, language)}, ${publishedOn ?? '–'}`,
    ...claim.rows.flatMap((row, at) => {
      const conversion = conversions.find(({ record }) => record === row.id);
      return [
        `      ${whereLine(row.origin, language)}   ${row.reference ?? row.id}`,
        ...(conversion ? [`      ${conversionLine(conversion, language)}`] : []),
        ...(row.publication && isFirstOf(claim.rows, at) ? [`      ${row.publication}`] : []),
        ...(row.note ? [`      ${words.note[language]}: ${row.note}`] : []),
      ];
    }),
  ];
}
