import type { Language } from '@samenbeeld/schema';
import { takesIn } from '../code-relations.ts';
import type { LabelParts } from '../label-parts.ts';
import type { NameIndex } from '../name-index.ts';
import { qualifiersIn } from '../qualifiers.ts';
import type { Evidence } from './evidence.ts';
import { listedEvidence } from './listed.ts';

function codeIn(text: string, index: NameIndex, language: Language | undefined): string | null {
  const found = listedEvidence(text, index, language);
  return found.length === 1 ? (found[0]?.to ?? null) : null;
}

/** What a term and the remark in brackets behind it say together: "Cannabis resin (hashish)", "(LSD)", "(stukken)". */
export function bracketEvidence(
  parts: LabelParts,
  index: NameIndex,
  language: Language | undefined,
): readonly Evidence[] {
  if (parts.brackets.length === 0) return [];
  const outer = codeIn(parts.core, index, language);
  const inner = parts.brackets.map((text) => codeIn(text, index, language));
  const named = inner.findIndex((code) => code !== null);
  const within = inner[named] ?? null;
  const text = parts.brackets[named] ?? '';
  if (outer && within && (outer === within || takesIn(index, outer, within)))
    return [
      {
        to: within,
        match: 'exact',
        confidence: outer === within ? 0.94 : 0.8,
        reason:
          outer === within
            ? `"${parts.core}" and "${text}" both mean ${within}`
            : `"${text}" is a kind of "${parts.core}"`,
      },
    ];
  if (outer && within)
    return [
      {
        to: outer,
        match: 'overlap',
        confidence: 0.55,
        reason: `"${parts.core}" means ${outer}, but "${text}" means ${within}`,
      },
      {
        to: within,
        match: 'overlap',
        confidence: 0.5,
        reason: `"${text}" means ${within}, but "${parts.core}" means ${outer}`,
      },
    ];
  if (outer && qualifiersIn(parts.brackets.join(' ')).size === 0)
    return [
      {
        to: outer,
        match: 'narrower',
        confidence: 0.62,
        reason: `"${parts.core}" with the remark "${parts.brackets.join('; ')}"`,
      },
    ];
  if (within && qualifiersIn(parts.core).size === 0)
    return [
      {
        to: within,
        match: 'exact',
        confidence: 0.8,
        reason: `"${text}", which stands in brackets, means ${within}`,
      },
    ];
  return [];
}
