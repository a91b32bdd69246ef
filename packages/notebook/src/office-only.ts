import { type Language, officeHandling } from '@samenbeeld/schema';
import { clearance } from '@samenbeeld/store';
import type { Marking } from './cell.ts';

/** Until a person says otherwise a file stays within the office, and so does what is shown of it. */
export function officeOnly(language: Language): Marking {
  return { banner: clearance(officeHandling, 'internal').banner, language };
}
