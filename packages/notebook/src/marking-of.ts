import type { SourceDescription } from '@samenbeeld/ingest';
import type { Language } from '@samenbeeld/schema';
import { clearance } from '@samenbeeld/store';
import type { Marking } from './cell.ts';

/** The marking of what is shown of a source's files in the office that has them. */
export function markingOf({ source, open }: SourceDescription, language: Language): Marking {
  const { handling, synthetic } = source;
  const draft = open.length > 0;
  return { banner: clearance(handling, 'internal', { synthetic, draft }).banner, language };
}
