import { concealments, countries, transportModes } from '@samenbeeld/schema';
import { dayFirst } from '../calendar.ts';
import type { Draft } from '../draft.ts';
import { comma, inGrams, type OfficeLayout, remarkOf, spelling } from '../office.ts';
import { type Cell, notice } from '../world.ts';
import { luxembourgPlaces, servicesOf } from './luxembourg.ts';

const substances: Readonly<Record<string, string>> = {
  COC: 'cocaïne',
  HER: 'héroïne',
  CAN_RESIN: 'haschisch',
  CAN_HERB: 'marihuana',
  MDMA_TAB: 'ecstasy',
  AMF: 'amphétamines',
};
const services = { police: 'Police grand-ducale', douanes: 'Douanes' } as const;
const remarks = ['contrôle routier', 'découverte lors d’une patrouille', 'analyse en cours'];

/** The quantity with its unit, in words that a report would use. */
function quantityOf({ quantity, unit, unreadable }: Draft): string {
  if (unreadable !== null) return unreadable;
  if (quantity === null) return 'n.c.';
  if (unit === 'tablet') return `${comma(quantity, ' ')} comprimés`;
  const shown = inGrams(quantity);
  return `${comma(shown.value, ' ')} ${shown.unit}`;
}

function cells(draft: Draft, reference: string): readonly Cell[] {
  const { find, shows } = draft;
  return [
    reference,
    dayFirst(draft.date, '/'),
    dayFirst(draft.registeredOn, '/'),
    spelling(draft, ...(luxembourgPlaces[find.place] ?? [])),
    servicesOf(draft)
      .map((service) => services[service])
      .join(' + '),
    draft.label ?? substances[find.substance] ?? find.substance,
    quantityOf(draft),
    shows.load && draft.departure ? countries.label(draft.departure, 'fr') : null,
    transportModes.label(find.transport, 'fr'),
    concealments.label(draft.concealment, 'fr'),
    find.arrests,
    remarkOf(draft, remarks),
  ];
}

/** The Luxembourg police: text in French, the quantity in words with its unit. */
export const luPolice: OfficeLayout = {
  office: 'lu-police',
  name: (years) => `lu-police-${years}.csv`,
  format: 'csv',
  encoding: 'utf-8-bom',
  sheet: null,
  title: (years) => [notice, `Police grand-ducale : saisies de stupéfiants ${years}`],
  prefix: 'EXE-LUP',
  header: [
    [
      'N° de dossier',
      'Date des faits',
      'Date d’enregistrement',
      'Lieu',
      'Services',
      'Produit',
      'Quantité',
      'Provenance',
      'Moyen de transport',
      'Dissimulation',
      'Personnes interpellées',
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
