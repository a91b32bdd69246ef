import { recomputed, say, type Why, type WhyAddend, type WhySum } from '@samenbeeld/merge';
import {
  agencies,
  formatNumber,
  formatQuantity,
  type Language,
  listed,
  placeLabel,
  type Text,
} from '@samenbeeld/schema';
import { agencyNames } from './event-lines.ts';
import { words } from './words.ts';

const ends: Readonly<Record<WhySum['end'], Text>> = {
  lowest: words.lowest,
  likely: words.likely,
  highest: words.highest,
  atLeast: words.totalAtLeast,
  atMost: words.totalAtMost,
};

/** The cells of a claim or a record as the lines above name them; null for what is neither. */
function cellName(id: string, { lines, events }: Why): string | null {
  const event = events.find(({ seizure }) => seizure.id === id);
  if (event) return `${event.seizure.origin.file}:${event.seizure.origin.line}`;
  const claim = lines.find((line) => line.claim.id === id)?.claim;
  if (!claim) return null;
  const names = claim.rows.map((row) => row.reference ?? `${row.origin.file}:${row.origin.line}`);
  return [...new Set(names)].join(' = ');
}

/** What a number of a sum is of: a cell, a service, a ceiling, a port, or what the sum is of itself. */
function nameOf({ of }: WhyAddend, sum: WhySum, why: Why, language: Language): string {
  if (of === 'between') return words.between[language];
  if (of === sum.of)
    return (
      sum.end === 'atLeast' ? words.lowest : sum.end === 'atMost' ? words.highest : words.ofItself
    )[language];
  if (why.total.ceilings.some(({ key }) => key === of)) return words.ceiling[language];
  const codes = of.split('+');
  if (codes.every((code) => agencies.has(code))) return agencyNames(codes, language);
  return cellName(of, why) ?? placeLabel(of, language);
}

function madeOf(sum: WhySum, why: Why, language: Language): string {
  const figure = (part: WhyAddend): string =>
    `${formatNumber(part.value, language)} (${nameOf(part, sum, why, language)})`;
  const [first, low, high] = sum.parts;
  if (!first) return '';
  if (sum.by === 'clamp') {
    if (recomputed(sum) === first.value) return figure(first);
    const held = { value: figure(first), low: low?.value ?? 0, high: high?.value ?? 0 };
    return say(high ? words.within : words.orMore, held)[language];
  }
  if (sum.parts.length === 1) return figure(first);
  const parts = sum.parts.map(figure);
  if (sum.by === 'sum') return parts.join(' + ');
  return say(words[sum.by], { parts: listed(parts, language) })[language];
}

/** Of one port alone the total is the port's own figure, which its own line has made already. */
function isRepeated({ of, end, parts }: WhySum): boolean {
  const isOwn = parts.every((part) => part.of === of);
  return isOwn && (end === 'lowest' || end === 'likely' || end === 'highest') && parts.length === 1;
}

/** How each number of a figure is made of those of its cells, port by port and then together, to the last digit. */
export function sumLines(why: Why, language: Language): readonly string[] {
  const { unit, method } = why.total;
  // Of events nothing holds without a model: no total at least or at most is shown of them.
  const isBound = ({ end }: WhySum): boolean => end === 'atLeast' || end === 'atMost';
  const shown = why.sums.filter((sum) => !isRepeated(sum) && !(method && isBound(sum)));
  if (shown.length === 0) return [];
  return [
    '',
    `  ${words.sums[language]}:`,
    ...shown.map((sum) => {
      const value = formatQuantity(sum.value, unit, language);
      return `      ${placeLabel(sum.of, language)}, ${ends[sum.end][language]}: ${value} = ${madeOf(sum, why, language)}`;
    }),
  ];
}
