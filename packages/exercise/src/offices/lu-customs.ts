import { concealments, countries, transportModes } from '@samenbeeld/schema';
import { dayFirst } from '../calendar.ts';
import type { Draft } from '../draft.ts';
import { comma, inGrams, type OfficeLayout, remarkOf, spelling } from '../office.ts';
import { type Cell, notice } from '../world.ts';
import { luxembourgPlaces, servicesOf } from './luxembourg.ts';

const substances: Readonly<Record<string, string>> = {
  COC: 'COCAÏNE',
  HER: 'HÉROÏNE',
  CAN_RESIN: 'RÉSINE DE CANNABIS',
  CAN_HERB: 'HERBE DE CANNABIS',
  MDMA_TAB: 'ECSTASY (COMPRIMÉS)',
  AMF: 'AMPHÉTAMINE',
};
const services = { police: 'Police', douanes: 'ADA' } as const;
const remarks = ['contrôle en douane', 'chien pisteur', 'fret contrôlé'];

function cells(draft: Draft, reference: string): readonly Cell[] {
  const { find, shows, quantity } = draft;
  const shown =
    draft.unit === 'tablet' || quantity === null
      ? { value: quantity, unit: draft.unit === 'tablet' ? 'cpr' : 'kg' }
      : inGrams(quantity);
  return [
    reference,
    dayFirst(draft.date, '.'),
    dayFirst(draft.registeredOn, '.'),
    spelling(draft, ...(luxembourgPlaces[find.place] ?? [])),
    servicesOf(draft)
      .map((service) => services[service])
      .join(' / '),
    draft.label ?? substances[find.substance] ?? find.substance,
    draft.unreadable ?? (shown.value === null ? 'n.c.' : comma(shown.value)),
    shown.unit,
    draft.told === 'gross' ? 'brut' : 'net',
    shows.load && draft.departure ? countries.label(draft.departure, 'fr') : null,
    shows.load ? find.coverLoadHs : null,
    transportModes.label(find.transport, 'fr'),
    concealments.label(draft.concealment, 'fr'),
    find.arrests,
    remarkOf(draft, remarks),
  ];
}

/** The Luxembourg customs: text in French and windows-1252, weights in kg or g. */
export const luCustoms: OfficeLayout = {
  office: 'lu-customs',
  name: (years) => `lu-douanes-${years}.csv`,
  format: 'csv',
  encoding: 'windows-1252',
  sheet: null,
  title: (years) => [notice, `Administration des douanes et accises : saisies ${years}`],
  prefix: 'EXE-LUD',
  header: [
    [
      'Référence',
      'Date',
      'Enregistré le',
      'Lieu de contrôle',
      'Services',
      'Marchandise saisie',
      'Quantité',
      'Unité',
      'Poids',
      'Pays de provenance',
      'Code SH',
      'Transport',
      'Cache',
      'Arrestations',
      'Remarques',
    ],
  ],
  dates: [],
  footer: 'Source : EXERCICE, données fictives',
  columns: {
    quantity: 'Quantité',
    substance: 'Marchandise saisie',
    remark: 'Remarques',
    contact: 'Remarques',
    registered: 'Enregistré le',
  },
  cells,
};
