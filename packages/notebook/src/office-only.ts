import type { Language } from '@samenbeeld/schema';
import { clearance } from '@samenbeeld/store';
import type { Marking } from './html.ts';

/** Until a person says otherwise a file stays within the office, and so does what is shown of it. */
export function officeOnly(language: Language): Marking {
  const handling = {
    h: [],
    h3Text: [],
    tlp: 'AMBER+STRICT',
    classification: 'none',
    purposes: [],
    audiences: [],
    originators: [],
  } as const;
  return { banner: clearance(handling, 'internal').banner, language };
}
