import type { Why, WhyLine } from '@samenbeeld/merge';
import { formatQuantity, type Language, places } from '@samenbeeld/schema';
import { agencyNames } from './event-lines.ts';
import { conversionLine, whereLine } from './where.ts';
import { roles, words } from './words.ts';

function placeNames(code: string, language: Language): string {
  return code
    .split('+')
    .map((part) => (places.has(part) ? places.label(part, language) : part))
    .join(' + ');
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
    ...claim.rows.flatMap((row) => {
      const conversion = conversions.find(({ record }) => record === row.id);
      return [
        `      ${whereLine(row.origin, language)}   ${row.reference ?? row.id}`,
        ...(conversion ? [`      ${conversionLine(conversion, language)}`] : []),
        ...(row.publication ? [`      ${row.publication}`] : []),
        ...(row.note ? [`      ${words.note[language]}: ${row.note}`] : []),
      ];
    }),
  ];
}
