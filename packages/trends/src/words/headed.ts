import { capital, inEach, headed as plain, type Text } from '@samenbeeld/schema';
import { spanText } from '../period.ts';

/** The first and the last period that a sentence is about. */
export interface SeriesEnds {
  readonly from: string;
  readonly to: string;
}

/** The ends of some periods in order of time; null where there are not two. */
export function endsOf(codes: readonly string[]): SeriesEnds | null {
  const [from, to] = [codes[0], codes.length > 1 ? codes.at(-1) : undefined];
  return from === undefined || to === undefined ? null : { from, to };
}

/** Puts what a sentence is about, and of when, before it, as its start. */
export function headed(label: Text | undefined, says: Text, ends: SeriesEnds | null = null): Text {
  if (!label && !ends) return says;
  const head = inEach((language) =>
    [label && capital(label[language]), ends && spanText(ends.from, ends.to, language)]
      .filter(Boolean)
      .join(', '),
  );
  return plain(head, says);
}
