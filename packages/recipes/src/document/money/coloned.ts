import type { Text } from '@samenbeeld/schema';
import { text } from '../text.ts';

/** "H0: the evidence", with the colon as each language sets it. */
export function coloned(head: Text, rest: Text): Text {
  return text('{head}: {rest}', '{head} : {rest}', '{head}: {rest}', '{head}: {rest}', {
    head,
    rest,
  });
}
