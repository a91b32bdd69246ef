import { eurosFromTo } from '@samenbeeld/money';
import type { Figure, Why, Words } from '@samenbeeld/page';
import { inEach, type Language, type Text } from '@samenbeeld/schema';

/** Both ends of a range of euros. */
export interface EuroEnds {
  readonly low: number;
  readonly high: number;
}

/** A range of euros whose assumptions open on a click; there is no middle to quote. In the unit of the smallest in its column. */
export function euroRange(
  { low, high }: EuroEnds,
  why: Why,
  beside: readonly number[] = [],
): Figure {
  return { shown: inEach((language) => eurosFromTo(low, high, language, beside)), why };
}

/** A sentence in which each range of euros that it names becomes one that opens. */
export function withRanges(
  says: Text,
  ranges: Readonly<Record<string, EuroEnds & { readonly why: Why }>>,
): Words {
  const entries = Object.entries(ranges);
  const replaced = (language: Language): string =>
    entries.reduce(
      (sentence, [name, { low, high }]) =>
        sentence.replace(eurosFromTo(low, high, language), `{${name}}`),
      says[language],
    );
  return {
    text: inEach(replaced),
    figures: Object.fromEntries(
      entries.map(([name, { low, high, why }]) => [name, euroRange({ low, high }, why)]),
    ),
  };
}
