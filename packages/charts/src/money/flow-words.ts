import type { Text } from '@samenbeeld/schema';

/** Both ends of a link. */
export const flowWords: Readonly<Record<'from' | 'to', Text>> = {
  from: { nl: 'Van', fr: 'De', de: 'Von', en: 'From' },
  to: { nl: 'Naar', fr: 'Vers', de: 'Nach', en: 'To' },
};
