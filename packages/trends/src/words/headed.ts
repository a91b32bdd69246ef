import { capital, inEach, headed as plain, type Text } from '@samenbeeld/schema';
import { spanText } from '../period.ts';

/** Puts what a sentence is about before it, as the start of that sentence. */
export function headed(label: Text | undefined, span: string | null, says: Text): Text {
  const head = label && inEach((language) => capital(label[language]));
  const [from = '', to] = span?.split('–') ?? [];
  if (to === undefined) return plain(head, span, says);
  return inEach((language) => plain(head, spanText(from, to, language), says)[language]);
}
