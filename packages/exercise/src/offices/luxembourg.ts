import type { Draft } from '../draft.ts';

/** Places as Luxembourg offices write them, the usual spelling first. */
export const luxembourgPlaces: Readonly<Record<string, readonly string[]>> = {
  LUFDL: ['Aéroport de Luxembourg', 'Findel'],
  LULUX: ['Luxembourg-Ville', 'Luxembourg-Gare'],
  'LU.COM.Bettembourg': ['Bettembourg'],
  'LU.COM.Dudelange': ['Dudelange', 'Dudelange (A3)'],
};

/** The Luxembourg offices a row names: its own, and the other where it says so. */
export function servicesOf({ office, partner, shows }: Draft): readonly ('police' | 'douanes')[] {
  const own = office === 'lu-police' ? 'police' : 'douanes';
  if (!partner || !shows.partner) return [own];
  return [own, own === 'police' ? 'douanes' : 'police'];
}
