import { concealments, countries, transportModes } from '@samenbeeld/schema';
import { dayFirst, yearOf } from '../calendar.ts';
import type { Draft } from '../draft.ts';
import { comma, type OfficeLayout, remarkOf, spelling } from '../office.ts';
import { type Cell, notice } from '../world.ts';

const substances: Readonly<Record<string, string>> = {
  COC: 'cocaïne',
  HER: 'heroïne',
  CAN_RESIN: 'hasj',
  CAN_HERB: 'hennep',
  MDMA_TAB: 'xtc-pillen',
  AMF: 'speed',
  KETA: 'ketamine',
};
const places: Readonly<Record<string, readonly string[]>> = {
  NLVLI: ['Vlissingen', 'Vlissingen-Oost', 'Sloegebied'],
  NLTNZ: ['Terneuzen', 'Sas van Gent'],
  NLRTM: ['Rotterdam', 'Maasvlakte'],
  NLMOE: ['Moerdijk'],
  BEGNE: ['Gent'],
};
const remarks = [
  'gevonden bij controle op afroep',
  'monster naar laboratorium',
  'deel van grotere zending',
];

function cells(draft: Draft, reference: string): readonly Cell[] {
  const { find, shows, quantity, partner } = draft;
  const country = (code: string | null): Cell => (code ? countries.label(code, 'nl') : null);
  const isVia = find.basis === 'entered_via_port';
  const isOwn = find.seizingCountry === 'NL';
  const credited = partner === 'be-customs' ? 'BE' : partner === 'nrw' ? 'DE' : null;
  const others = isOwn ? credited : find.seizingCountry;
  return [
    reference,
    dayFirst(draft.date, '-'),
    dayFirst(draft.registeredOn, '-'),
    spelling(draft, ...(places[find.place] ?? [])),
    country(find.seizingCountry),
    isVia ? 'via de haven binnengekomen' : 'inbeslagname in de haven',
    yearOf(draft.date) <= 2020 ? 'partij' : 'onderzoek',
    draft.label ?? substances[find.substance] ?? find.substance,
    draft.unreadable ?? (quantity === null ? 'onbekend' : comma(quantity, '.')),
    draft.unit === 'kg' ? 'kg' : 'stuks (pillen)',
    draft.told === 'gross' ? 'bruto' : 'netto',
    shows.load ? country(draft.departure) : null,
    shows.load ? find.coverLoadHs : null,
    transportModes.label(find.transport, 'nl'),
    concealments.label(draft.concealment, 'nl'),
    shows.container ? find.container : null,
    others && shows.partner ? country(others) : null,
    isOwn && draft.batch !== '2/2' ? find.arrests : null,
    draft.contact ?? (find.place === 'NLRTM' ? 'team Rijnmond' : 'team Zeeland–Brabant'),
    remarkOf(draft, remarks) ??
      (draft.batch ? `partij ${draft.batch.replace('/', ' van ')}` : null),
  ];
}

/** The Dutch HARC team: text with semicolons and decimal commas, in windows-1252. */
export const nlHarc: OfficeLayout = {
  office: 'nl-harc',
  name: (years) => `nl-harc-${years}.csv`,
  format: 'csv',
  encoding: 'windows-1252',
  sheet: null,
  title: (years) => [notice, `HARC-team: inbeslagnames ${years}`],
  prefix: 'OEF-NL',
  header: [
    [
      'Zaaknummer',
      'Datum',
      'Geregistreerd op',
      'Haven',
      'Land van vondst',
      'Grondslag',
      'Teleenheid',
      'Middel',
      'Hoeveelheid',
      'Eenheid',
      'Gewichtsbasis',
      'Land van vertrek',
      'Deklading (GS)',
      'Vervoer',
      'Verborgen',
      'Container',
      'Medegeteld door',
      'Aanhoudingen',
      'Behandeld door',
      'Toelichting',
    ],
  ],
  dates: [],
  footer: 'Bron: OEFENING, synthetische gegevens',
  columns: {
    quantity: 'Hoeveelheid',
    substance: 'Middel',
    remark: 'Toelichting',
    contact: 'Behandeld door',
    registered: 'Geregistreerd op',
  },
  cells,
};
