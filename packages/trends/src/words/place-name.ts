import { type Language, placeLabel } from '@samenbeeld/schema';

/** A site by its name in the language where it is the code of a known place; otherwise as it was given. */
export function placeName(site: string, language: Language): string {
  return placeLabel(site, language);
}
