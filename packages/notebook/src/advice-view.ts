import type { Language } from '@samenbeeld/schema';
import type { TrendAdvice } from '@samenbeeld/trends';
import { findingParts } from './finding-view.ts';
import { grid, type Part } from './html.ts';
import { outcomeOf } from './trend-outcome.ts';
import { words } from './words.ts';

/** Advice as a cell shows it: the finding, then each method with what it says, or why it does not apply. */
export function adviceParts(advice: TrendAdvice, language: Language): readonly Part[] {
  const { method, details } = advice.trend;
  // The table names the methods that were considered, and the trend has the numbers behind the verdict.
  const [says, ...rest] = findingParts(
    { ...advice, method, details: { ...details, ...advice.details } },
    language,
  );
  const methods = grid({
    headings: [
      { label: words.method[language] },
      { label: words.saysIt[language] },
      { label: words.why[language] },
    ],
    rows: advice.methods.map(({ label, finding, why }) => [
      label[language],
      finding ? outcomeOf(finding, language) : words.notUsed[language],
      why[language],
    ]),
  });
  return [...(says ? [says] : []), methods, ...rest];
}
