import type { Held } from '@samenbeeld/answers';
import type { PictureFileDescription } from './picture-file.ts';

/** The judgements of a picture; left out where it has none. */
export function prioritiesOf({ priorities }: PictureFileDescription): Held['priorities'] {
  return priorities === null ? undefined : undefined;
}
