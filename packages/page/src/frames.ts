import { type Language, programmes } from '@samenbeeld/schema';
import type { FindingBlock } from './document.ts';
import { words } from './words.ts';

/** Names of the frames of cooperation that a finding belongs to; none where it has none. */
export function framesOf(
  { programmes: codes = [] }: FindingBlock,
  language: Language,
): readonly string[] {
  return codes.map((code) => (programmes.has(code) ? programmes.label(code, language) : code));
}

/** "Frame of cooperation: Hazeldonk cooperation (…)."; empty where it has none. */
export function framesLine(block: FindingBlock, language: Language): string {
  const names = framesOf(block, language);
  return names.length === 0 ? '' : `${words.frame[language]}: ${names.join('; ')}.`;
}
