import { places } from '@samenbeeld/schema';
import type { Guess } from '../guess.ts';
import { guessOf } from './guess-of.ts';
import { labelsOf } from './profile-column.ts';
import type { TableView } from './table-view.ts';

/** How fine the places are: ports, where each name is one; a bare name may still mean the town around it. */
export function levelOfPlaces({ columns, language }: TableView): Guess<string> {
  const column = columns.find(({ meanings: [top] }) => top?.concept === 'place');
  const labels = column ? labelsOf(column.profile).slice(0, 100) : [];
  const ports = labels.filter((label) => {
    const match = places.lookup(label, language);
    return match.kind === 'exact' && match.entry.kind === 'port';
  }).length;
  if (labels.length > 0 && ports === labels.length)
    return guessOf(
      'port',
      /haven|port|hafen/iu.test(column?.profile.heading ?? '') ? 0.85 : 0.5,
      `${ports} of ${labels.length} places are ports`,
      [{ value: 'municipality', confidence: 0.3, reason: 'the towns may be meant' }],
    );
  return guessOf('municipality', 0.4, 'nothing says how fine the places are', [
    { value: 'port', confidence: 0.35, reason: 'the places may be ports' },
  ]);
}
