import { capital, inEach, headed as plain, type Text } from '@samenbeeld/schema';

/** Puts what a sentence is about before it, as the start of that sentence. */
export function headed(label: Text | undefined, span: string | null, says: Text): Text {
  return plain(label && inEach((language) => capital(label[language])), span, says);
}
