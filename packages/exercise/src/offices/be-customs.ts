import { concealments, countries, type Language, transportModes } from '@samenbeeld/schema';
import { yearOf } from '../calendar.ts';
import type { Draft } from '../draft.ts';
import { type OfficeLayout, remarkOf } from '../office.ts';
import { type Cell, notice } from '../world.ts';

type Words = Readonly<Record<string, string>>;

const nl: Words = {
  BEGNE: 'Gent',
  BEANR: 'Antwerpen',
  BEZEE: 'Zeebrugge',
  NLVLI: 'Vlissingen',
  NLTNZ: 'Terneuzen',
  BE_CUST: 'Douane',
  BE_SPN: 'Scheepvaartpolitie',
  COC: 'cocaïne',
  HER: 'heroïne',
  CAN_RESIN: 'cannabishars',
  CAN_HERB: 'marihuana',
  MDMA_TAB: 'XTC-tabletten',
  AMF: 'amfetamine',
  KETA: 'ketamine',
  kg: 'kg',
  tablet: 'tabletten',
  gross: 'bruto',
  net: 'netto',
  missing: 'onbekend',
};
const fr: Words = {
  BEGNE: 'Gand',
  BEANR: 'Anvers',
  BEZEE: 'Zeebruges',
  NLVLI: 'Flessingue',
  NLTNZ: 'Terneuzen',
  BE_CUST: 'Douane',
  BE_SPN: 'Police de la navigation',
  COC: 'cocaïne',
  HER: 'héroïne',
  CAN_RESIN: 'résine de cannabis',
  CAN_HERB: 'herbe de cannabis',
  MDMA_TAB: 'comprimés XTC',
  AMF: 'amphétamine',
  KETA: 'kétamine',
  kg: 'kg',
  tablet: 'comprimés',
  gross: 'brut',
  net: 'net',
  missing: 'inconnu',
};
const remarks: Readonly<Record<'nl' | 'fr', readonly string[]>> = {
  nl: ['gevonden bij scan', 'monster naar het NICC', 'gemengde lading'],
  fr: ['trouvé au scanner', 'échantillon envoyé à l’INCC', 'chargement mixte'],
};

function cells(draft: Draft, reference: string): readonly Cell[] {
  const { find, shows, quantity } = draft;
  // One row in five comes from the French-speaking office.
  const language: Language & ('nl' | 'fr') = Number(find.id.slice(1)) % 5 === 0 ? 'fr' : 'nl';
  const words = language === 'fr' ? fr : nl;
  const word = (code: string): string => words[code] ?? code;
  const country = (code: string | null): Cell => (code ? countries.label(code, language) : null);
  const isOwn = find.seizingCountry === 'BE';
  return [
    reference,
    draft.date,
    draft.registeredOn,
    word(find.place),
    country(find.seizingCountry),
    word(isOwn ? find.agency : 'BE_CUST'),
    draft.partner && shows.partner ? country('NL') : null,
    draft.label ?? word(find.substance),
    draft.unreadable ?? quantity ?? word('missing'),
    word(draft.unit),
    word(draft.told === 'gross' ? 'gross' : 'net'),
    shows.load ? country(draft.departure) : null,
    shows.load ? find.coverLoadHs : null,
    transportModes.label(find.transport, language),
    concealments.label(draft.concealment, language),
    shows.container ? find.container : null,
    isOwn ? find.arrests : null,
    yearOf(draft.date) < 2021 ? '0,5 kg' : '0,1 kg',
    remarkOf(draft, remarks[language]),
  ];
}

/** Belgian customs: a workbook with Dutch and French headings. */
export const beCustoms: OfficeLayout = {
  office: 'be-customs',
  name: (years) => `be-douane-${years}.xlsx`,
  format: 'xlsx',
  encoding: 'utf-8',
  sheet: 'OEFENING - EXERCICE',
  title: (years) => [notice, `Douane België / Douane belge: inbeslagnames / saisies ${years}`],
  prefix: 'EXE-BE',
  header: [
    [
      'Referentie',
      'Datum vondst',
      'Ingeschreven op',
      'Plaats',
      'Land van vondst',
      'Dienst',
      'Mede geteld door',
      'Middel',
      'Hoeveelheid',
      'Eenheid',
      'Gewicht',
      'Land van vertrek',
      'GS-code lading',
      'Vervoer',
      'Verborgen',
      'Containernummer',
      'Aanhoudingen',
      'Meldingsdrempel',
      'Opmerkingen',
    ],
    [
      'Référence',
      'Date de la découverte',
      'Enregistré le',
      'Lieu',
      'Pays de la découverte',
      'Service',
      'Compté aussi par',
      'Produit',
      'Quantité',
      'Unité',
      'Poids',
      'Pays de départ',
      'Code SH du chargement',
      'Transport',
      'Dissimulation',
      'Numéro du conteneur',
      'Arrestations',
      'Seuil de déclaration',
      'Remarques',
    ],
  ],
  dates: [1, 2],
  footer: 'Bron / Source: OEFENING, synthetische gegevens / EXERCICE, données fictives',
  columns: {
    quantity: 'Hoeveelheid Quantité',
    substance: 'Middel Produit',
    remark: 'Opmerkingen Remarques',
    contact: 'Opmerkingen Remarques',
    registered: 'Ingeschreven op Enregistré le',
  },
  cells,
};
