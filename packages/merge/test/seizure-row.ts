import type { Seizure } from '@samenbeeld/schema';
import { seizure } from './seizure.ts';

/** A find as its cell in the HARC team's file tells it; `over` changes it. */
export function seizureRow(id: string, over: Partial<Seizure> = {}): Seizure {
  return seizure(id, {
    source: 'nl-harc',
    substancePrinted: 'cocaïne',
    printed: '100',
    missing: null,
    massBasis: 'unknown',
    controlledDelivery: 'no',
    origin: { file: 'harc.csv', sheet: null, line: 2, column: 'kg', raw: '100' },
    ...over,
  });
}
