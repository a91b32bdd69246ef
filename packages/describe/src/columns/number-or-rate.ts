import { ignored, type WrittenGuess } from './written-guess.ts';

/** Words that say how figures are given, not what they count. */
const rate =
  /taux|rate|per \d|pour \d|je \d|relatief|aandeel|part|share|%|pourcentage|percentage/iu;
const statistic = new RegExp(
  `^(?:nombre|aantal|anzahl|number|counts?|total|totaal)$|${rate.source}`,
  'iu',
);

/** Numbers beside rates of the same: left out, and a person excludes the rates by name; null for other labels. */
export function numberOrRate(labels: readonly string[]): WrittenGuess | null {
  if (labels.length === 0 || !labels.every((label) => statistic.test(label))) return null;
  const rates = labels.filter((label) => rate.test(label));
  const reason = 'says whether a row is a number or a rate, not what was counted';
  if (rates.length === 0) return ignored(reason);
  const shown = rates.map((label) => `"${label}"`).join(', ');
  return {
    ...ignored(reason, [`Rows with ${shown} are rates of the others: exclude them by name.`]),
    factor: 0.95,
  };
}
