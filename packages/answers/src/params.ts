import { steps } from '@samenbeeld/merge';
import { type Text, tlpOrder } from '@samenbeeld/schema';

/** Something that an answer may be told; every door makes its own form of it. */
export interface Param {
  readonly kind: 'place' | 'code' | 'one-of' | 'period' | 'figure';
  /** The code list whose codes and names it takes. */
  readonly list?: string;
  readonly values?: readonly string[];
  /** Whether several may be given. */
  readonly many?: boolean;
  readonly required?: boolean;
  readonly says: Text;
}

/** What a question may name. */
export type QuestionKey =
  | 'place'
  | 'substance'
  | 'basis'
  | 'metric'
  | 'unit'
  | 'offence'
  | 'code'
  | 'level'
  | 'countUnit'
  | 'agency'
  | 'by'
  | 'from'
  | 'to';

/** What a question of a picture may name. What is left out is what the picture alone holds. */
export const questionParams: Readonly<Record<QuestionKey, Param>> = {
  place: {
    ...{ kind: 'place', list: 'places', many: true },
    says: {
      nl: 'een plaats, met code of naam; meerdere elk apart, of samen met +',
      fr: 'un lieu, par code ou par nom ; plusieurs chacun à part, ou ensemble avec +',
      de: 'ein Ort, mit Code oder Namen; mehrere je für sich, oder zusammen mit +',
      en: 'a place, by code or name; several, each apart, or joined by +',
    },
  },
  substance: {
    ...{ kind: 'code', list: 'substances', many: true },
    says: {
      nl: 'een middel of een groep; meerdere, of all, elk apart',
      fr: 'une substance ou une famille ; plusieurs, ou all, chacune à part',
      de: 'eine Substanz oder Gruppe; mehrere, oder all, je für sich',
      en: 'a drug or family; several, or `all`, each apart',
    },
  },
  basis: {
    ...{ kind: 'code', list: 'bases' },
    says: {
      nl: 'op welke grondslag wordt geteld',
      fr: 'sur quelle base on compte',
      de: 'auf welcher Grundlage gezählt wird',
      en: 'on which basis it is counted',
    },
  },
  metric: {
    ...{ kind: 'code', list: 'metrics' },
    says: {
      nl: 'wat wordt geteld; hoeveelheden als niets is gezegd',
      fr: 'ce qui est compté ; des quantités sauf indication contraire',
      de: 'was gezählt wird; Mengen, wenn nichts gesagt ist',
      en: 'what is counted; amounts unless said otherwise',
    },
  },
  unit: {
    ...{ kind: 'code', list: 'units' },
    says: {
      nl: 'in welke eenheid; elke eenheid apart als niets is gezegd',
      fr: 'dans quelle unité ; chaque unité à part sauf indication contraire',
      de: 'in welcher Einheit; jede Einheit für sich, wenn nichts gesagt ist',
      en: 'in which unit; each unit apart unless said otherwise',
    },
  },
  offence: {
    ...{ kind: 'code', list: 'offences' },
    says: {
      nl: 'welk delict, als er meer zijn; none voor cijfers zonder delict',
      fr: 'quelle infraction, s’il y en a plusieurs ; none pour les chiffres sans infraction',
      de: 'welches Delikt, wenn es mehrere gibt; none für Zahlen ohne Delikt',
      en: 'which offence, where there are several; `none` for figures of no offence',
    },
  },
  code: {
    kind: 'code',
    says: {
      nl: 'welke code van de nationale statistiek, of none',
      fr: 'quel code de la statistique nationale, ou none',
      de: 'welcher Code der nationalen Statistik, oder none',
      en: 'which code of the national statistic, or `none`',
    },
  },
  level: {
    ...{ kind: 'code', list: 'marketLevels' },
    says: {
      nl: 'welk niveau van de markt, of none',
      fr: 'quel niveau du marché, ou none',
      de: 'welche Marktebene, oder none',
      en: 'which level of the market, or `none`',
    },
  },
  countUnit: {
    ...{ kind: 'code', list: 'countUnits' },
    says: {
      nl: 'wat als één telt, of none',
      fr: 'ce qui compte pour un, ou none',
      de: 'was als eins zählt, oder none',
      en: 'what counts as one, or `none`',
    },
  },
  agency: {
    ...{ kind: 'code', list: 'agencies', many: true },
    says: {
      nl: 'alleen wat deze diensten tellen',
      fr: 'seulement ce que comptent ces services',
      de: 'nur was diese Behörden zählen',
      en: 'only what these services count',
    },
  },
  by: {
    ...{ kind: 'one-of', values: steps },
    says: {
      nl: 'year, half-year, quarter, month, of to-date (hetzelfde deel van elk jaar); anders jaren, of het deel van een jaar waar alle cijfers van zijn',
      fr: 'year, half-year, quarter, month, ou to-date (la même partie de chaque année) ; sinon par année, ou par la partie d’année sur laquelle portent tous les chiffres',
      de: 'year, half-year, quarter, month, oder to-date (derselbe Teil jedes Jahres); sonst Jahre, oder der Teil eines Jahres, zu dem alle Zahlen gehören',
      en: 'year, half-year, quarter, month, or to-date (the same part of each year); else years, or the part of a year that all figures are of',
    },
  },
  from: {
    kind: 'period',
    says: {
      nl: 'vanaf wanneer: een jaar, maand of dag',
      fr: 'à partir de quand : une année, un mois ou un jour',
      de: 'ab wann: ein Jahr, Monat oder Tag',
      en: 'from when: a year, month or day',
    },
  },
  to: {
    kind: 'period',
    says: { nl: 'tot wanneer', fr: 'jusqu’à quand', de: 'bis wann', en: 'until when' },
  },
};

/** Other places, of answers that show them beside. */
const besideParam: Param = {
  ...{ kind: 'place', list: 'places', many: true },
  says: {
    nl: 'andere plaatsen, die ernaast staan en in geen som',
    fr: 'd’autres lieux, montrés à côté et dans aucune somme',
    de: 'andere Orte, die daneben stehen und in keiner Summe',
    en: 'other places, shown beside and in no sum',
  },
};

/** One figure of a picture, as a person names it. */
const figureParam: Param = {
  ...{ kind: 'figure', required: true },
  says: {
    nl: 'welk cijfer: "NSP cocaine 2022", "Vlissingen 2023"',
    fr: 'quel chiffre : « NSP cocaine 2022 », « Vlissingen 2023 »',
    de: 'welche Zahl: „NSP cocaine 2022“, „Vlissingen 2023“',
    en: 'which figure: "NSP cocaine 2022", "Vlissingen 2023"',
  },
};

/** What a count is set against. */
const perParam: Param = {
  ...{ kind: 'code', list: 'metrics', required: true },
  says: {
    nl: 'waartegen het wordt afgezet: gecontroleerde personen, voertuigen, containers, inwoners',
    fr: 'à quoi on le rapporte : personnes contrôlées, véhicules, conteneurs, habitants',
    de: 'worauf es bezogen wird: kontrollierte Personen, Fahrzeuge, Container, Einwohner',
    en: 'what it is set against: persons checked, vehicles, containers, inhabitants',
  },
};

/** Where the figures stand that another is divided by. */
const overParam: Param = {
  ...{ kind: 'place', list: 'places', many: true },
  says: {
    nl: 'waardoor wordt gedeeld: wat in deze plaatsen in beslag is genomen, elk apart',
    fr: 'par quoi l’on divise : ce qui a été saisi dans ces lieux, chacun à part',
    de: 'wodurch geteilt wird: was an diesen Orten sichergestellt wurde, je für sich',
    en: 'what it is divided by: what was seized in these places, each apart',
  },
};

/** Which barrier model, which of its partners, and which of its countries. */
const barrierParams: Readonly<Record<'model' | 'partner' | 'country', Param>> = {
  model: {
    kind: 'code',
    says: {
      nl: 'welk barrièremodel: post, port, money of een van uw eigen',
      fr: 'quel modèle de barrières : post, port, money ou l’un des vôtres',
      de: 'welches Barrieremodell: post, port, money oder ein eigenes',
      en: 'which barrier model: post, port, money or one of your own',
    },
  },
  partner: {
    kind: 'code',
    list: 'agencies',
    says: {
      nl: 'alleen wat deze partner heeft of steunt: zijn actieblad',
      fr: 'seulement ce que ce partenaire a ou appuie : sa fiche d’action',
      de: 'nur was dieser Partner hat oder stützt: sein Aktionsblatt',
      en: 'only what this partner has or supports: its action sheet',
    },
  },
  country: {
    kind: 'code',
    list: 'countries',
    says: {
      nl: 'alleen wat in dit land geldt',
      fr: 'seulement ce qui vaut dans ce pays',
      de: 'nur was in diesem Land gilt',
      en: 'only what holds in this country',
    },
  },
};

/** Everything that an answer may be told, by the names that every door gives it. */
export const params: Readonly<
  Record<
    | QuestionKey
    | keyof typeof barrierParams
    | ('beside' | 'per' | 'over' | 'figure' | 'phenomenon' | 'programme' | 'grade' | 'tlp'),
    Param
  >
> = {
  ...questionParams,
  ...barrierParams,
  beside: besideParam,
  per: perParam,
  over: overParam,
  figure: figureParam,
  phenomenon: {
    ...{ kind: 'code', list: 'phenomena', many: true },
    says: {
      nl: 'alleen uitspraken over dit verschijnsel',
      fr: 'seulement les énoncés sur ce phénomène',
      de: 'nur Aussagen zu diesem Phänomen',
      en: 'only statements about this phenomenon',
    },
  },
  grade: {
    kind: 'code',
    says: {
      nl: 'vanaf welke 4×4-graad een rapport in een cijfer gaat; B2 als niets is gezegd',
      fr: 'à partir de quel degré 4×4 un rapport entre dans un chiffre ; B2 sauf indication contraire',
      de: 'ab welcher 4×4-Stufe ein Bericht in eine Zahl eingeht; B2, wenn nichts gesagt ist',
      en: 'from which 4×4 grade a report enters a figure; B2 unless said otherwise',
    },
  },
  tlp: {
    ...{ kind: 'one-of', values: tlpOrder },
    says: {
      nl: 'tot welke markering; wat daarboven ligt, wordt weggelaten en geteld',
      fr: 'jusqu’à quel marquage ; ce qui est au-dessus est omis et compté',
      de: 'bis zu welcher Kennzeichnung; was darüber liegt, wird weggelassen und gezählt',
      en: 'up to which marking; what is above it is left out and counted',
    },
  },
  programme: {
    ...{ kind: 'code', list: 'programmes', many: true },
    says: {
      nl: 'alleen wat bij dit samenwerkingsverband hoort',
      fr: 'seulement ce qui relève de ce cadre de coopération',
      de: 'nur was zu diesem Kooperationsrahmen gehört',
      en: 'only what belongs to this frame of cooperation',
    },
  },
};

/** What a question may name, in this order. */
export const questionKeys: readonly string[] = Object.keys(questionParams);
