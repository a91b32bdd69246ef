import { concealments, countries, transportModes } from '@samenbeeld/schema';
import { dayFirst } from '../calendar.ts';
import type { Draft } from '../draft.ts';
import { comma, inGrams, type OfficeLayout, remarkOf, spelling } from '../office.ts';
import { type Cell, notice } from '../world.ts';

const substances: Readonly<Record<string, string>> = {
  COC: 'cocaïne',
  HER: 'héroïne',
  CAN_RESIN: 'résine de cannabis',
  CAN_HERB: 'herbe de cannabis',
  MDMA_TAB: 'MDMA (comprimés)',
  AMF: 'amphétamine',
  KETA: 'kétamine',
};
const places: Readonly<Record<string, readonly string[]>> = {
  FRDKK: ['Port de Dunkerque', 'Dunkerque (Loon-Plage)'],
  'FR.COM.Lille': ['Lille', 'Métropole lilloise'],
};
const services: Readonly<Record<string, string>> = {
  FR_DOUANE: 'Douane',
  FR_PN: 'Police nationale',
  FR_GN: 'Gendarmerie',
};
const remarks = ['contrôle autoroutier', 'ciblage documentaire', 'véhicule immobilisé'];

function cells(draft: Draft, reference: string): readonly Cell[] {
  const { find, shows, quantity } = draft;
  const shown =
    draft.unit === 'tablet' || quantity === null
      ? { value: quantity, unit: draft.unit === 'tablet' ? 'comprimés' : 'kg' }
      : inGrams(quantity);
  return [
    reference,
    dayFirst(draft.date, '/'),
    dayFirst(draft.registeredOn, '/'),
    spelling(draft, ...(places[find.place] ?? [])),
    find.basis === 'seized_in_port' ? 'saisie portuaire' : 'saisie intérieure',
    services[find.agency] ?? find.agency,
    draft.label ?? substances[find.substance] ?? find.substance,
    draft.unreadable ?? (shown.value === null ? 'n.c.' : comma(shown.value, ' ')),
    shown.unit,
    shows.load && draft.departure ? countries.label(draft.departure, 'fr') : null,
    shows.load ? find.coverLoadHs : null,
    transportModes.label(find.transport, 'fr'),
    concealments.label(draft.concealment, 'fr'),
    shows.container ? find.container : null,
    find.arrests,
    remarkOf(draft, remarks),
  ];
}

/** The north of France: text in French, decimal commas. */
export const france: OfficeLayout = {
  office: 'fr',
  name: (years) => `fr-${years}.csv`,
  format: 'csv',
  encoding: 'utf-8',
  sheet: null,
  title: (years) => [notice, `Hauts-de-France : saisies de stupéfiants ${years}`],
  prefix: 'EXE-FR',
  header: [
    [
      'Identifiant',
      'Date de la saisie',
      'Date d’enregistrement',
      'Lieu',
      'Cadre',
      'Service',
      'Produit',
      'Quantité',
      'Unité',
      'Provenance',
      'Chargement (SH)',
      'Transport',
      'Dissimulation',
      'Conteneur',
      'Interpellations',
      'Observations',
    ],
  ],
  dates: [],
  footer: 'Source : EXERCICE, données fictives',
  columns: {
    quantity: 'Quantité',
    substance: 'Produit',
    remark: 'Observations',
    contact: 'Observations',
    registered: 'Date d’enregistrement',
  },
  cells,
};
