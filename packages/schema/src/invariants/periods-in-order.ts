import type { Observation } from '../observation.ts';
import { freqOf, isDay } from '../period.ts';
import { inFour } from '../sentence.ts';
import { type Found, type Invariant, invariant } from './invariant.ts';

function* find(observations: readonly Observation[]): Iterable<Found> {
  for (const { id, periodStart: start, periodEnd: end, freq, status } of observations) {
    const wrong = [start, end].find((text) => !isDay(text));
    if (wrong !== undefined) {
      yield [
        id,
        inFour(
          '"{wrong}" is geen ISO-dag',
          '« {wrong} » n’est pas un jour ISO',
          '„{wrong}“ ist kein ISO-Tag',
          '"{wrong}" is no ISO day',
          { wrong },
        ),
      ];
      continue;
    }
    if (start > end) {
      yield [
        id,
        inFour(
          'de periode eindigt op {end}, voor ze begint op {start}',
          'la période finit le {end}, avant de commencer le {start}',
          'der Zeitraum endet am {end}, bevor er am {start} beginnt',
          'the period ends on {end}, before it starts on {start}',
          { end, start },
        ),
      ];
      continue;
    }
    const found = freqOf({ start, end });
    const partial = found === 'O' || found === 'D';
    if (freq !== found && freq !== 'O' && !(partial && status.includes('P')))
      yield [
        id,
        inFour(
          'freq is {freq}, maar {start}..{end} is {found}; een deel van een periode is voorlopig (P) of een ander venster (O)',
          'freq est {freq}, mais {start}..{end} est {found} ; une partie de période est provisoire (P) ou une autre fenêtre (O)',
          'freq ist {freq}, aber {start}..{end} ist {found}; ein Teil eines Zeitraums ist vorläufig (P) oder ein anderes Fenster (O)',
          'freq is {freq}, but {start}..{end} is {found}; a part of a period is provisional (P) or another window (O)',
          { freq, start, end, found },
        ),
      ];
  }
}

/** Invariant 7: periods run forward and are what their frequency says, or say that they are partial. */
export const periodsInOrder: Invariant<readonly Observation[]> = invariant(
  7,
  'periods-in-order',
  find,
);
