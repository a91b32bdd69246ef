import type { SheetCell, SheetColumn } from '@samenbeeld/schema';

/** Kinds of sheets whose rows become figures and finds, each with the description that reads it. */
export type IntakeName = 'post-items' | 'actions' | 'firm-costs';

/** A sheet to fill in: its columns, and how they are read. */
export interface IntakeKind {
  readonly columns: readonly SheetColumn[];
  /** What stands in its source description under the service that fills it in. */
  readonly description: string;
}

function column(heading: string, cell: SheetCell, words: string): SheetColumn {
  const [nl = '', fr = '', de = '', en = ''] = words.split('|').map((one) => one.trim());
  const name = heading.replace('*', '');
  return { name, field: name, needed: heading.endsWith('*'), cell, says: { nl, fr, de, en } };
}

const place = column(
  'place*',
  { list: 'places' },
  'code van de plaats | code du lieu | Code des Orts | code of the place',
);
const service = column(
  'service*',
  { list: 'agencies' },
  'code van de dienst die telde | code du service qui a compté | Code der Behörde, die zählte | code of the service that counted',
);
const substance = (star: '*' | ''): SheetColumn =>
  column(
    `substance${star}`,
    { list: 'substances' },
    'code van het middel | code de la substance | Code der Substanz | code of the drug',
  );
const unit = column(
  'unit*',
  { list: 'units' },
  'code van de eenheid | code de l’unité | Code der Einheit | code of the unit',
);
const caseOf = column(
  'case',
  'keyed',
  'zaaknummer; alleen als gezouten hash bewaard | numéro d’affaire ; conservé seulement sous forme de hachage salé | Aktenzeichen; nur als gesalzener Hash bewahrt | number of the case; kept as a salted hash only',
);
const note = column(
  'note',
  'text',
  'opmerking, zonder gegevens van personen | remarque, sans données de personnes | Bemerkung, ohne Angaben zu Personen | remark, without data of persons',
);
const value = (words: string): SheetColumn => column('value*', 'number', words);

const period = column(
  'period*',
  'period',
  'dag, dagen, maand of jaar: 2024-04-15/2024-04-21, 2024-04, 2024 | jour, jours, mois ou année : 2024-04-15/2024-04-21, 2024-04, 2024 | Tag, Tage, Monat oder Jahr: 2024-04-15/2024-04-21, 2024-04, 2024 | day, days, month or year: 2024-04-15/2024-04-21, 2024-04, 2024',
);

/** Sheets for what offices keep item by item: finds in post, control actions, costs of firms. */
export const intakeKinds: Readonly<Record<IntakeName, IntakeKind>> = {
  'post-items': {
    columns: [
      column(
        'item*',
        'keyed',
        'eigen nummer van de zending; alleen als gezouten hash bewaard | votre numéro de l’envoi ; conservé seulement sous forme de hachage salé | eigene Nummer der Sendung; nur als gesalzener Hash bewahrt | your number of the item; kept as a salted hash only',
      ),
      column(
        'date*',
        'day',
        'dag van de vondst | jour de la découverte | Tag des Fundes | day of the find',
      ),
      column(
        'country*',
        { list: 'countries' },
        'land van de vondst | pays de la découverte | Land des Fundes | country of the find',
      ),
      place,
      service,
      column(
        'sort*',
        { list: 'transportModes' },
        'post_letter, post_parcel of courier | post_letter, post_parcel ou courier | post_letter, post_parcel oder courier | post_letter, post_parcel or courier',
      ),
      substance('*'),
      column(
        'amount*',
        'number',
        'hoeveelheid, als getal | quantité, en nombre | Menge, als Zahl | amount, as a number',
      ),
      unit,
      column(
        'from',
        { list: 'countries' },
        'land van verzending | pays d’expédition | Versandland | country it was sent from',
      ),
      column(
        'to',
        { list: 'countries' },
        'land van bestemming | pays de destination | Bestimmungsland | country it was sent to',
      ),
      caseOf,
      note,
    ],
    description: `record: seizure

file: { format: xlsx, sheetName: records, header: 1 }

definitions:
  - id: post-items
    countUnit: consignment
    massBasis: unknown
    dateRole: seizure
    rule:
      nl: Eén regel per zending met drugs en middel; hoeveel zendingen zijn gecontroleerd staat er niet in.
      fr: Une ligne par envoi contenant des drogues et par substance ; le nombre d’envois contrôlés n’y figure pas.
      de: Eine Zeile je Sendung mit Drogen und Substanz; wie viele Sendungen kontrolliert wurden, steht nicht darin.
      en: One row an item with drugs and a drug; how many items were checked does not stand in it.

constants: { basis: seized_in_post, placeLevel: country }

columns:
  item: { to: reference, as: hash }
  date: { to: date, as: date, format: "%Y-%m-%d" }
  country: { to: seizingCountry, list: countries }
  place: { to: place, list: places }
  service: { to: agencies, list: agencies }
  sort: { to: transportMode, list: transportModes }
  substance:
    - { to: substance, list: substances }
    - { to: substancePrinted }
  amount: { to: quantity, as: number, decimalChar: "." }
  unit: { to: unit, list: units }
  from: { to: departureCountry, list: countries }
  to: { to: destinationCountry, list: countries }
  case: { to: caseKey, as: hash }
  note: { to: note }

key: [item, substance]

checks:
  - { check: range, min: 0 }
`,
  },
  actions: {
    columns: [
      column(
        'action*',
        'text',
        'naam van de actie | nom de l’opération | Name der Aktion | name of the action',
      ),
      period,
      place,
      service,
      column(
        'measure*',
        { list: 'metrics' },
        'wat is geteld: persons_checked, vehicles_checked, staff, persons_with_drugs, arrests, quantity, cash, weapons | ce qui est compté : persons_checked, vehicles_checked, staff, persons_with_drugs, arrests, quantity, cash, weapons | was gezählt ist: persons_checked, vehicles_checked, staff, persons_with_drugs, arrests, quantity, cash, weapons | what is counted: persons_checked, vehicles_checked, staff, persons_with_drugs, arrests, quantity, cash, weapons',
      ),
      substance(''),
      value(
        'het getal; nul is nul, leeg is niet geteld | le nombre ; zéro est zéro, vide n’est pas compté | die Zahl; null ist null, leer ist nicht gezählt | the number; zero is zero, empty is not counted',
      ),
      unit,
      note,
    ],
    description: `record: observation

file: { format: xlsx, sheetName: records, header: 1 }

definitions:
  - id: effort
    countUnit: null
    dateRole: seizure
    rule:
      nl: Wat bij de actie is gecontroleerd of ingezet; de tellingen zijn niet op te tellen.
      fr: Ce qui a été contrôlé ou engagé lors de l’opération ; les comptages ne s’additionnent pas.
      de: Was bei der Aktion kontrolliert oder eingesetzt wurde; die Zählungen sind nicht addierbar.
      en: What was checked or deployed in the action; the counts do not add up.
  - id: yield
    countUnit: null
    dateRole: seizure
    rule:
      nl: Wat bij de actie zelf is gevonden; vangsten uit vervolgonderzoek zijn er geen deel van.
      fr: Ce qui a été trouvé lors de l’opération même ; les saisies des enquêtes de suivi n’en font pas partie.
      de: Was bei der Aktion selbst gefunden wurde; Funde aus Folgeermittlungen gehören nicht dazu.
      en: What was found in the action itself; finds of follow-up investigation are no part of it.

columns:
  action: { to: placeNote }
  period: { to: period, as: period }
  place: { to: place, list: places }
  service: { to: agencies, list: agencies }
  measure:
    - { to: metric, list: metrics }
    - { to: basis, codes: { quantity: seized_in_action, cash: seized_in_action, weapons: seized_in_action, vehicles_seized: seized_in_action }, otherwise: { to: not_applicable, reason: persons and checks are on no footing } }
    - { to: definition, codes: { persons_checked: effort, vehicles_checked: effort, trains_checked: effort, buses_checked: effort, staff: effort, controls: effort }, otherwise: { to: yield, reason: every other measure is what the action brought } }
  substance: { to: substance, list: substances }
  value: { to: value, as: number, decimalChar: "." }
  unit: { to: unit, list: units }
  note: { to: note }

key: [action, period, place, measure, substance]

checks:
  - { check: range, min: 0 }
`,
  },
  'firm-costs': {
    columns: [
      column(
        'sector*',
        'text',
        'bedrijfstak, nooit één bedrijf: terminals, koeriers, transport | branche, jamais une seule entreprise : terminaux, messagerie, transport | Branche, niemals ein Unternehmen: Terminals, Kuriere, Transport | sector, never one firm: terminals, couriers, road transport',
      ),
      period,
      place,
      service,
      column(
        'kind*',
        'text',
        'waarvoor: toegang, scannen, vertraging, opleiding, schade | pour quoi : accès, scanner, retard, formation, dommage | wofür: Zugang, Scannen, Verzögerung, Schulung, Schaden | for what: access, scanning, delay, training, damage',
      ),
      column(
        'firms*',
        'number',
        'aantal bedrijven samen, ten minste drie; een rij met minder wordt geweigerd | nombre d’entreprises ensemble, au moins trois ; une ligne qui en compte moins est refusée | Zahl der Unternehmen zusammen, mindestens drei; eine Zeile mit weniger wird abgewiesen | number of firms together, at least three; a row with fewer is refused',
      ),
      value(
        'kosten van deze bedrijven samen | coûts de ces entreprises ensemble | Kosten dieser Unternehmen zusammen | costs of these firms together',
      ),
      unit,
      note,
    ],
    description: `record: observation

file: { format: xlsx, sheetName: records, header: 1 }

definitions:
  - id: firm-costs
    countUnit: null
    dateRole: registration
    rule:
      nl: Kosten die bedrijven zelf opgeven, van ten minste drie bedrijven samen; wat een maatregel kost of een delict, zoals de kolom kind zegt.
      fr: Coûts que les entreprises déclarent elles-mêmes, au moins trois ensemble ; coût d’une mesure ou d’un délit, selon la colonne kind.
      de: Kosten nach eigener Angabe der Unternehmen, mindestens drei zusammen; was eine Maßnahme oder eine Tat kostet, wie die Spalte kind sagt.
      en: Costs that firms state themselves, of at least three together; what a measure costs or an offence, as the column kind says.

constants: { metric: firm_costs, stat: sum, basis: not_applicable }

columns:
  sector: { to: placeNote }
  period: { to: period, as: period }
  place: { to: place, list: places }
  service: { to: agencies, list: agencies }
  kind: { to: nationalCode }
  firms:
    to: extent
    required: true
    rules: [{ match: "^0*([3-9]|[1-9][0-9]+)$", to: whole }]
    otherwise: { refuse: "costs are of at least three firms together, so that no firm’s own can be read from them" }
  value: { to: value, as: number, decimalChar: "." }
  unit: { to: unit, list: units }
  note: { to: note }

key: [sector, period, place, kind]

checks:
  - { check: range, min: 0 }
`,
  },
};
