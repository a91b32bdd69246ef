import type { Text } from '@samenbeeld/schema';
import { text } from '../text.ts';

/** What a trend says in a word or two, for a title or a clause. */
export const directions: Readonly<Record<'rising' | 'falling' | 'not_shown', Text>> = {
  rising: text('stijgend', 'en hausse', 'steigend', 'rising'),
  falling: text('dalend', 'en baisse', 'fallend', 'falling'),
  not_shown: text(
    'geen trend aan te tonen',
    'aucune tendance démontrable',
    'kein Trend nachweisbar',
    'no trend can be shown',
  ),
};
