import { asks, type DraftPart } from './mark.ts';

/** What is left out, or used on one side only, with what is open about each rule. */
export function rulesPart(
  key: 'exclude' | 'totals',
  rules: readonly { readonly rule: string; readonly decide: string | null }[],
): DraftPart {
  return {
    written: rules.length > 0 ? { [key]: rules.map(({ decide: _, ...rule }) => rule) } : {},
    marks: rules.flatMap(({ rule, decide }, index) =>
      decide === null
        ? []
        : [asks([key, String(index)], `${key} ${rule}`, decide, { proposed: 'as written' })],
    ),
  };
}
