import { withheldNames } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';

// All names are invented.
const named: readonly (readonly [text: string, kept: string])[] = [
  ['gemeld door hoofdinspecteur Jan Peeters', 'gemeld door hoofdinspecteur (not shown)'],
  ['hoofdinspecteur Jan Peeters over de zaak', 'hoofdinspecteur (not shown) over de zaak'],
  ['Jan Peeters', '(not shown)'],
  ['jan peeters', '(not shown)'],
  ['Peeters, Jan', '(not shown)'],
  ['PEETERS Jan', '(not shown)'],
  ['Jan P.', '(not shown)'],
  ['dossier suivi par Mme Dupont', 'dossier suivi par Mme (not shown)'],
  ['Sachbearbeiter: Müller', 'Sachbearbeiter: (not shown)'],
  ['seized by Insp. J. Smith', 'seized by Insp. (not shown)'],
  ['INSP. MAES', 'INSP. (not shown)'],
  ['verbalisant: J.P.', 'verbalisant: (not shown)'],
  ['agent Maes', 'agent (not shown)'],
  ['gemeld door jan peeters', 'gemeld door (not shown)'],
  ['PV opgemaakt door Peeters', 'PV opgemaakt door (not shown)'],
  ['gemeldet von Anna Zoller', 'gemeldet von (not shown)'],
  ['contact: Karim El Amrani (douane)', 'contact: (not shown) (douane)'],
  ['verdachte El Amrani', 'verdachte (not shown)'],
  ['chauffeur Kowalski', 'chauffeur (not shown)'],
  ['J. de Vries', '(not shown)'],
  ['vermoedelijk A.B. Janssens', 'vermoedelijk (not shown)'],
  ['loods van Jan van den Berg te Antwerpen', 'loods van (not shown) te Antwerpen'],
  ['Marie-Claire Lefèvre a appelé', '(not shown) a appelé'],
  ['signalé par M. Jean-Luc Martin, Bruxelles', 'signalé par (not shown), Bruxelles'],
  ['Jan van der Laan', '(not shown)'],
  ['melder Piet Kerkhof', 'melder (not shown)'],
  ['Anja Vanderstraat', '(not shown)'],
  ['Frau Dr. Schmidt', 'Frau Dr. (not shown)'],
];

const nobody = [
  'Antwerpen Linkeroever',
  'loods Antwerpen Linkeroever',
  'Douane Nederland',
  'Maersk Sealand',
  'Speed Peppers',
  'Hapag Lloyd',
  'Jan De Nul',
  'Louis Vuitton',
  'Peter Döhle Shipping',
  'MSC Maria Elena',
  'mv Anna Maria',
  'Jan Van Rijswijcklaan 12',
  'rue Jean Jaurès',
  'Place Albert Leemans',
  'Sint Jan',
  'Albert Kanaal',
  'aéroport Charles de Gaulle',
  'Jan Mayen',
  'Hong Kong SAR',
  'agent Europol',
  'commissaire Bruxelles',
  'officier van justitie Antwerpen',
  'inspecteur-generaal',
  'gemeld door Douane',
  'gevonden door Belgische douane',
  'gecontroleerd door FAVV',
  'verdachte Albanees',
  'chauffeur Poolse nationaliteit',
  'verdächtige Transaktionen',
  'im Hafen festgenommene Drogenabholer',
  'loods A. Daarna kade 12',
  'U.S. Customs',
  'V.A.T. Identifier',
  'drugs by post and courier. Seven steps',
  "'s Heer Arendskerke",
  'Puerto Bolívar',
  'Puerto Simón Bolívar',
  'parking Albert Heijn',
  'AZ Jan Palfijn Gent',
  'ontdekt door DP World',
  'découvert par GIR Lille',
  'found by Border Force',
  'melder Anoniem',
  'Suspect Unknown',
  'Fahrer Lkw polnisch',
  'Contact Centre',
  'N. Brabant',
  'Tatverdächtige Anzahl',
  'cocaïne in bananen uit Ecuador',
  'https://example.org/Jan Peetersstraat',
];

describe('withheldNames', () => {
  it.each(named)('%s is kept as %s', (text, kept) => {
    expect(withheldNames(text)).toBe(kept);
    expect(withheldNames(kept)).toBe(kept);
  });

  it.each(nobody)('%s names nobody', (text) => {
    expect(withheldNames(text)).toBe(text);
  });

  it('looks at each line by itself', () => {
    expect(withheldNames('Jan\nPeeters bleef\ndoor Jan Peeters')).toBe(
      'Jan\nPeeters bleef\ndoor (not shown)',
    );
  });

  it('leaves out other runs of capitals in a sentence of press only', () => {
    const text = 'Vandaag zei Xhem Krasnovic dat de vangst groot is.';
    expect(withheldNames(text)).toBe(text);
    expect(withheldNames(text, { every: 'nl' })).toBe(
      'Vandaag zei (not shown) dat de vangst groot is.',
    );
  });
});
