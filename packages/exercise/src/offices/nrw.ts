import { concealments, countries, transportModes } from '@samenbeeld/schema';
import type { Draft } from '../draft.ts';
import { inGrams, type OfficeLayout, remarkOf, spelling } from '../office.ts';
import { type Cell, notice } from '../world.ts';

const substances: Readonly<Record<string, string>> = {
  COC: 'Kokain',
  HER: 'Heroin',
  CAN_RESIN: 'Haschisch',
  CAN_HERB: 'Marihuana',
  MDMA_TAB: 'Ecstasy-Tabletten',
  AMF: 'Amphetamin',
};
const agencies: Readonly<Record<string, string>> = {
  DE_ZOLL: 'Zollfahndung',
  DE_LKA_NRW: 'LKA NRW',
};
const towns = ['Duisburg', 'Emmerich', 'Köln', 'Mönchengladbach', 'Düsseldorf'];
const remarks = ['Kontrolle auf der BAB 40', 'Fund im Lager', 'Probe beim Labor'];

function cells(draft: Draft, reference: string): readonly Cell[] {
  const { find, shows, quantity } = draft;
  const shown =
    draft.unit === 'tablet' || quantity === null
      ? { value: quantity, unit: draft.unit === 'tablet' ? 'Tabletten' : 'kg' }
      : inGrams(quantity);
  const isVia = find.basis === 'entered_via_port';
  return [
    reference,
    draft.registeredOn,
    draft.date,
    spelling(draft, ...towns),
    isVia ? 'Einfuhr über Vlissingen' : 'Fund in Nordrhein-Westfalen',
    agencies[find.agency] ?? find.agency,
    draft.partner && shows.partner ? 'Niederlande' : null,
    draft.label ?? substances[find.substance] ?? find.substance,
    draft.unreadable ?? shown.value ?? 'unbekannt',
    shown.unit,
    draft.told === 'gross' ? 'brutto' : 'netto',
    shows.load && draft.departure ? countries.label(draft.departure, 'de') : null,
    shows.load ? find.coverLoadHs : null,
    transportModes.label(find.transport, 'de'),
    concealments.label(draft.concealment, 'de'),
    shows.container ? find.container : null,
    find.arrests,
    remarkOf(draft, remarks),
  ];
}

const groups = [
  ...Array<string>(2).fill('Vorgang'),
  ...Array<string>(5).fill('Fund'),
  ...Array<string>(4).fill('Stoff'),
  ...Array<string>(5).fill('Transport'),
  ...Array<string>(2).fill('Sonstiges'),
];

/** North Rhine-Westphalia: a workbook with merged headings. */
export const nrw: OfficeLayout = {
  office: 'nrw',
  name: (years) => `nrw-${years}.xlsx`,
  format: 'xlsx',
  encoding: 'utf-8',
  sheet: 'ÜBUNG Sicherstellungen',
  title: (years) => [notice, `Nordrhein-Westfalen: Sicherstellungen ${years}`],
  prefix: 'UEB-NRW',
  header: [
    groups,
    [
      'Aktenzeichen',
      'erfasst am',
      'Datum',
      'Fundort',
      'Zählweise',
      'Dienststelle',
      'mitgezählt von',
      'Bezeichnung',
      'Menge',
      'Einheit',
      'Gewicht',
      'Herkunft',
      'Tarnladung (HS)',
      'Verkehrsmittel',
      'Versteck',
      'Container',
      'Festnahmen',
      'Bemerkungen',
    ],
  ],
  dates: [1, 2],
  footer: 'Quelle: ÜBUNG, erfundene Daten',
  columns: {
    quantity: 'Stoff Menge',
    substance: 'Stoff Bezeichnung',
    remark: 'Sonstiges Bemerkungen',
    contact: 'Sonstiges Bemerkungen',
    registered: 'Vorgang erfasst am',
  },
  cells,
};
