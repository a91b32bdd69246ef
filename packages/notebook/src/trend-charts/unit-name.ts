import { countUnits, type Language } from '@samenbeeld/schema';
import { labelOf } from '../labels.ts';

/** The unit on an axis, in the language of the chart. */
export function unitName(
  unit: string | null | undefined,
  { language }: { readonly language: Language },
): string | undefined {
  return unit ? labelOf(countUnits, unit, language) : undefined;
}
