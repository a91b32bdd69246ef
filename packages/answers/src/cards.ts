import { inFour, noneNamed, quoted, type Text, type UsageError } from '@samenbeeld/schema';
import { type Param, params, questionParams } from './params.ts';

/** Names of the answers. */
export type AnswerName =
  | 'best-known'
  | 'completeness'
  | 'contested'
  | 'trend'
  | 'other-basis'
  | 'total'
  | 'members'
  | 'coverage'
  | 'contradictions'
  | 'not-added'
  | 'map'
  | 'places'
  | 'sources'
  | 'assessments'
  | 'listings'
  | 'measures'
  | 'liaison-reports'
  | 'best-practice'
  | 'traffic'
  | 'sizes'
  | 'development'
  | 'chain'
  | 'rate'
  | 'effort-and-yield'
  | 'ratio'
  | 'ratio-in-short'
  | 'wastewater'
  | 'wastewater-in-short'
  | 'counting-rules'
  | 'counting-rules-in-short'
  | 'rate-in-short'
  | 'decisions'
  | 'double-reports'
  | 'double-counts'
  | 'stakes'
  | 'largest-find'
  | 'without-largest'
  | 'smaller-finds'
  | 'lateness'
  | 'money-findings'
  | 'money-frame'
  | 'money-inputs'
  | 'value'
  | 'intelligence'
  | 'assets'
  | 'assets-in-short'
  | 'confiscation-routes'
  | 'confiscation-statistics'
  | 'hypotheses'
  | 'gaps'
  | 'requests'
  | 'published'
  | 'single-finds'
  | 'displacement'
  | 'safeguards'
  | 'barriers'
  | 'barriers-in-short'
  | 'priorities'
  | 'why';

/** What can be asked of a picture, what it takes, and of which records it is answered. */
export interface Card {
  readonly name: AnswerName;
  readonly says: Text;
  /** Whether it is of what a question names, of the picture as a whole, or of one figure, which no report asks. */
  readonly about: 'question' | 'picture' | 'figure';
  readonly params: Readonly<Record<string, Param>>;
  /** Whether every record of the picture is read, or those only that may speak about what is asked. */
  readonly reads: 'all' | 'asked';
  /** Whether it lists figures and adds none: of what is not named it is of each that there is. */
  readonly lists?: boolean;
  readonly example: string;
}

const ofQuestion = { about: 'question', params: questionParams, reads: 'asked' } as const;
/** Of a question, with figures of other places or metrics beside it. */
const besideQuestion = { ...ofQuestion, reads: 'all' } as const;
const withBeside = {
  ...besideQuestion,
  params: { ...questionParams, beside: params.beside },
} as const;
const ofPicture = { about: 'picture', params: {}, reads: 'all' } as const;

const { place, substance, basis, metric, agency, per, over, from, to, phenomenon, programme } =
  params;
const rateParams = { place, metric: { ...metric, required: true }, per, from, to };
const publishedParams = { place, substance, basis, metric, from, to };
const ratioParams = { place, substance, basis, over, agency, from, to };
const siteParams = { place, substance, from, to };
const ruleParams = { place, substance, metric, agency, from, to };
const ofModel = { model: params.model, partner: params.partner, country: params.country };
const abroad = '--place BE --over BEANR BE';
const hitRate = '--place BE --metric persons_with_drugs --per persons_checked';

type CardWords = Omit<Card, 'name' | 'example'> & {
  /** The options of its example, and the picture that is asked there. */
  readonly asked?: string;
  readonly picture?: string;
};

const cards: Readonly<Record<AnswerName, CardWords>> = {
  'best-known': {
    ...ofQuestion,
    says: {
      nl: 'het cijfer dat te noemen is, met wat het is: een totaal, een ondergrens of een bereik',
      fr: 'le chiffre à citer, avec ce qu’il est : un total, un plancher ou une fourchette',
      de: 'die Zahl, die zu nennen ist, und was sie ist: eine Summe, eine Untergrenze oder eine Spanne',
      en: 'the number to quote, with what it is: a total, a floor or a range',
    },
  },
  completeness: {
    ...ofQuestion,
    says: {
      nl: 'hoeveel plaatsen wel en niet hebben gemeld, per jaar',
      fr: 'combien de lieux ont déclaré ou non, par année',
      de: 'wie viele Orte gemeldet haben und wie viele nicht, nach Jahr',
      en: 'how many places reported and how many did not, by year',
    },
  },
  contested: {
    ...ofQuestion,
    says: {
      nl: 'welke cijfers elkaar tegenspreken',
      fr: 'quels chiffres se contredisent',
      de: 'welche Zahlen einander widersprechen',
      en: 'which figures contradict each other',
    },
  },
  trend: {
    ...ofQuestion,
    says: {
      nl: 'of er een trend te zien is in hele jaren, en of dat mag worden gezegd',
      fr: 'si une tendance se dégage sur des années entières, et si on peut le dire',
      de: 'ob über ganze Jahre ein Trend zu sehen ist und ob man das sagen darf',
      en: 'whether a trend shows over whole years, and whether that may be said',
    },
  },
  'other-basis': {
    ...ofQuestion,
    says: {
      nl: 'wat op een andere grondslag is geteld en ernaast staat',
      fr: 'ce qui est compté sur une autre base et figure à côté',
      de: 'was auf anderer Grundlage gezählt ist und daneben steht',
      en: 'what is counted on another basis and stands beside',
    },
  },
  total: {
    ...ofQuestion,
    says: {
      nl: 'totalen per periode: het bereik, wat altijd geldt, hoe volledig, en waarom',
      fr: 'totaux par période : la fourchette, ce qui vaut toujours, la complétude, et pourquoi',
      de: 'Summen je Zeitraum: die Spanne, was immer gilt, wie vollständig, und warum',
      en: 'totals by period: the range, what always holds, how complete, and why',
    },
  },
  members: {
    ...ofQuestion,
    says: {
      nl: 'wat elke plaats van een gebied meldde, per periode',
      fr: 'ce que chaque lieu d’une zone a déclaré, par période',
      de: 'was jeder Ort eines Gebiets gemeldet hat, je Zeitraum',
      en: 'what each place of an area reported, by period',
    },
  },
  coverage: {
    ...ofQuestion,
    says: {
      nl: 'wie over welke periode heeft gemeld, en wie niet',
      fr: 'qui a déclaré pour quelle période, et qui ne l’a pas fait',
      de: 'wer für welchen Zeitraum gemeldet hat und wer nicht',
      en: 'who reported for which period, and who did not',
    },
  },
  contradictions: {
    ...{ ...ofQuestion, lists: true },
    says: {
      nl: 'welke opgaven elkaar tegenspreken, waardoor, en wat wordt voorgesteld',
      fr: 'quelles déclarations se contredisent, pourquoi, et ce qui est proposé',
      de: 'welche Angaben einander widersprechen, wodurch und was vorgeschlagen wird',
      en: 'which claims contradict each other, why, and what is proposed',
    },
  },
  'not-added': {
    ...ofQuestion,
    says: {
      nl: 'welke cijfers naast het totaal staan en waarom zij er niet bij zijn opgeteld',
      fr: 'quels chiffres figurent à côté du total et pourquoi ils n’y sont pas additionnés',
      de: 'welche Zahlen neben der Summe stehen und warum sie nicht addiert sind',
      en: 'which figures stand beside the total, and why they are not added to it',
    },
  },
  map: {
    ...withBeside,
    says: {
      nl: 'de plaatsen van de vraag op een kaart',
      fr: 'les lieux de la question sur une carte',
      de: 'die Orte der Frage auf einer Karte',
      en: 'the places of the question on a map',
    },
  },
  places: {
    ...withBeside,
    says: {
      nl: 'welke plaatsen in de som zitten en welke ernaast staan',
      fr: 'quels lieux entrent dans la somme et lesquels figurent à côté',
      de: 'welche Orte in der Summe sind und welche daneben stehen',
      en: 'which places are in the sum, and which stand beside',
    },
  },
  sources: {
    ...ofPicture,
    params: { programme },
    says: {
      nl: 'de bronnen, wat zij tellen, wat met elk gegeven is gebeurd, en waar zij elkaar tegenspreken',
      fr: 'les sources, ce qu’elles comptent, le sort de chaque donnée, et où elles se contredisent',
      de: 'die Quellen, was sie zählen, was aus jeder Angabe wurde und wo sie einander widersprechen',
      en: 'the sources, what they count, what became of each item, and where they contradict each other',
    },
  },
  assessments: {
    ...ofPicture,
    params: { place, phenomenon, from, to, programme },
    picture: 'exercise',
    says: {
      nl: 'wat diensten in woorden stellen, naast elkaar: waar zij het eens zijn, waar niet, en wat er één zegt',
      fr: 'ce que les services énoncent, côte à côte : où ils s’accordent, où ils diffèrent, ce qu’un seul dit',
      de: 'was Behörden in Worten aussagen, nebeneinander: worin sie übereinstimmen, worin nicht, was nur eine sagt',
      en: 'what services state in words, side by side: where they agree, where they differ, what only one says',
    },
  },
  listings: {
    ...ofPicture,
    params: { place, substance, from, to },
    picture: 'exercise',
    says: {
      nl: 'aanbod op onlinemarkten: prijs naar hoeveelheid, herkomst, concentratie, en vangsten ernaast',
      fr: 'l’offre sur des marchés en ligne : prix selon la quantité, provenance, concentration, et saisies à côté',
      de: 'Angebote auf Online-Märkten: Preis nach Menge, Herkunft, Konzentration, und Funde daneben',
      en: 'offers on online markets: price by amount, origin, concentration, and finds beside',
    },
  },
  measures: {
    ...ofPicture,
    params: { place, from, to, programme },
    picture: 'exercise',
    says: {
      nl: 'bestuurlijke maatregelen: waar, welke, op welke grond, wanneer, door wie, en het effect zoals gemeld',
      fr: 'mesures administratives : où, laquelle, sur quelle base, quand, par qui, et l’effet tel qu’indiqué',
      de: 'Verwaltungsmaßnahmen: wo, welche, auf welcher Grundlage, wann, von wem, und die angegebene Wirkung',
      en: 'administrative measures: where, which, on what basis, when, by whom, and the effect as stated',
    },
  },
  'liaison-reports': {
    ...ofPicture,
    params: { place, phenomenon, grade: params.grade, from, to, programme },
    picture: 'exercise',
    says: {
      nl: 'liaisonrapporten, elk met zijn 4×4-graad; wat onder de gevraagde graad ligt, gaat in geen cijfer',
      fr: 'rapports de liaison, chacun avec son degré 4×4 ; sous le degré demandé, rien n’entre dans un chiffre',
      de: 'Verbindungsberichte, je mit ihrer 4×4-Stufe; was unter der gefragten Stufe liegt, geht in keine Zahl',
      en: 'liaison reports, each with its 4×4 grade; what is below the grade asked enters no figure',
    },
  },
  'best-practice': {
    ...ofPicture,
    params: { tlp: params.tlp },
    says: {
      nl: 'één bladzijde om het beeld te herhalen: wat, door wie, met welke gegevens, wat gezegd mag worden en wat niet',
      fr: 'une page pour refaire le tableau : quoi, par qui, sur quelles données, ce qui peut être dit et ce qui ne le peut',
      de: 'eine Seite, um das Lagebild zu wiederholen: was, von wem, mit welchen Daten, was gesagt werden darf und was nicht',
      en: 'one page to repeat the picture: what, by whom, on what data, what may be said and what not',
    },
  },
  traffic: {
    ...ofPicture,
    says: {
      nl: 'het legale verkeer van de havens, als achtergrond',
      fr: 'le trafic licite des ports, en toile de fond',
      de: 'der legale Verkehr der Häfen, als Hintergrund',
      en: 'the legal traffic of the ports, as background',
    },
  },
  sizes: {
    ...besideQuestion,
    says: {
      nl: 'hoe groot de cijfers en vangsten zijn, en wat er niet bij is opgeteld',
      fr: 'la taille des chiffres et des saisies, et ce qui n’est pas additionné',
      de: 'wie groß die Zahlen und Funde sind und was nicht addiert ist',
      en: 'how large the figures and finds are, and what is not added',
    },
  },
  development: {
    ...withBeside,
    says: {
      nl: 'de ontwikkeling per plaats, met wat elke methode wel en niet toelaat',
      fr: 'l’évolution par lieu, avec ce que chaque méthode permet ou non',
      de: 'die Entwicklung je Ort, mit dem, was jede Methode zulässt und was nicht',
      en: 'the development of each place, with what each method allows and what not',
    },
  },
  chain: {
    ...ofPicture,
    says: {
      nl: 'wat er in de keten vóór de havens is gepubliceerd: bron en doorvoer',
      fr: 'ce qui est publié en amont des ports : source et transit',
      de: 'was vor den Häfen in der Kette veröffentlicht ist: Herkunft und Transit',
      en: 'what is published of the chain before the ports: source and transit',
    },
  },
  rate: {
    ...ofPicture,
    params: rateParams,
    ...{ asked: hitRate, picture: 'hazeldonk' },
    says: {
      nl: 'aantallen per controle of inwoner, met bereik, en of verschil of verloop mag worden gezegd',
      fr: 'nombres par contrôle ou habitant, avec fourchette, et si un écart ou une évolution peut être dit',
      de: 'Zahlen je Kontrolle oder Einwohner, mit Spanne, und ob Unterschied oder Verlauf gesagt werden darf',
      en: 'counts per check or inhabitant, with ranges, and whether a difference or a course may be said',
    },
  },
  'rate-in-short': {
    ...ofPicture,
    params: rateParams,
    ...{ asked: hitRate, picture: 'hazeldonk' },
    says: {
      nl: 'hetzelfde in enkele zinnen: het nieuwste, hoe ver de keren uiteenlopen, en of er een trend is',
      fr: 'la même chose en quelques phrases : la plus récente, l’écart entre les fois, et s’il y a une tendance',
      de: 'dasselbe in wenigen Sätzen: das Neueste, wie weit die Male auseinanderliegen, und ob es einen Trend gibt',
      en: 'the same in a few sentences: the newest, how far the times differ, and whether there is a trend',
    },
  },
  'effort-and-yield': {
    ...ofPicture,
    params: { place },
    ...{ asked: '--place BE', picture: 'hazeldonk' },
    says: {
      nl: 'wat een controleactie heeft gekost en opgebracht, elke actie apart',
      fr: 'ce qu’une opération de contrôle a coûté et rapporté, chacune à part',
      de: 'was eine Kontrollaktion gekostet und erbracht hat, jede für sich',
      en: 'what a control action cost and brought, each by itself',
    },
  },
  ratio: {
    ...ofPicture,
    params: ratioParams,
    ...{ asked: abroad, picture: 'source-and-transit' },
    says: {
      nl: 'een cijfer gedeeld door een ander van dezelfde periode dat elders staat: in het buitenland en thuis',
      fr: 'un chiffre divisé par un autre de la même période, ailleurs : à l’étranger et chez soi',
      de: 'eine Zahl geteilt durch eine andere desselben Zeitraums, anderswo: im Ausland und zu Hause',
      en: 'a figure divided by another of the same period that stands elsewhere: abroad and at home',
    },
  },
  'ratio-in-short': {
    ...ofPicture,
    params: ratioParams,
    ...{ asked: abroad, picture: 'source-and-transit' },
    says: {
      nl: 'dezelfde verhouding in enkele zinnen, het nieuwste eerst',
      fr: 'le même rapport en quelques phrases, le plus récent d’abord',
      de: 'dasselbe Verhältnis in wenigen Sätzen, das Neueste zuerst',
      en: 'the same ratio in a few sentences, the newest first',
    },
  },
  wastewater: {
    ...ofPicture,
    params: siteParams,
    ...{ asked: '--substance COC', picture: 'prevention' },
    says: {
      nl: 'drugsresten in rioolwater per meetplaats en jaar, vergeleken over dezelfde plaatsen',
      fr: 'résidus de drogues dans les eaux usées par site et année, comparés sur les mêmes sites',
      de: 'Drogenrückstände im Abwasser nach Messort und Jahr, verglichen über dieselben Orte',
      en: 'drug residues in wastewater by site and year, compared over the same sites',
    },
  },
  'wastewater-in-short': {
    ...ofPicture,
    params: siteParams,
    ...{ asked: '--substance COC', picture: 'prevention' },
    says: {
      nl: 'hetzelfde in enkele zinnen, het nieuwste jaar eerst',
      fr: 'la même chose en quelques phrases, l’année la plus récente d’abord',
      de: 'dasselbe in wenigen Sätzen, das neueste Jahr zuerst',
      en: 'the same in a few sentences, the newest year first',
    },
  },
  'counting-rules': {
    ...ofPicture,
    params: ruleParams,
    ...{ asked: '--place LU', picture: 'phishing' },
    says: {
      nl: 'elk cijfer onder zijn telregel, en of het met het vorige mag worden vergeleken',
      fr: 'chaque chiffre sous sa règle de comptage, et s’il se compare au précédent',
      de: 'jede Zahl unter ihrer Zählregel, und ob sie mit der vorigen verglichen werden darf',
      en: 'each figure under its counting rule, and whether it may be set against the one before',
    },
  },
  'counting-rules-in-short': {
    ...ofPicture,
    params: ruleParams,
    ...{ asked: '--place LU', picture: 'phishing' },
    says: {
      nl: 'bij welke telregels het nieuwste cijfer met het vorige te vergelijken is, en waarom elders niet',
      fr: 'pour quelles règles le dernier chiffre se compare au précédent, et pourquoi non ailleurs',
      de: 'bei welchen Zählregeln die neueste Zahl mit der vorigen vergleichbar ist, und warum sonst nicht',
      en: 'under which rules the newest figure may be set against the one before, and why not elsewhere',
    },
  },
  decisions: {
    ...ofPicture,
    params: { programme },
    says: {
      nl: 'wie wat heeft beslist, en welke beslissingen niet meer gelden',
      fr: 'qui a décidé quoi, et quelles décisions ne valent plus',
      de: 'wer was entschieden hat und welche Entscheidungen nicht mehr gelten',
      en: 'who decided what, and which decisions no longer apply',
    },
  },
  'double-reports': {
    ...besideQuestion,
    says: {
      nl: 'hoeveel meldingen waarschijnlijk dezelfde vangst zijn',
      fr: 'combien de signalements sont sans doute la même saisie',
      de: 'wie viele Meldungen wohl derselbe Fund sind',
      en: 'how many reports are probably the same find',
    },
  },
  'double-counts': {
    ...ofPicture,
    says: {
      nl: 'de dubbele meldingen één voor één, met wat ervoor en ertegen spreekt',
      fr: 'les doublons un par un, avec ce qui plaide pour et contre',
      de: 'die Doppelmeldungen einzeln, mit dem, was dafür und dagegen spricht',
      en: 'the double reports one by one, with what speaks for and against',
    },
  },
  stakes: {
    ...ofQuestion,
    says: {
      nl: 'welke beslissingen over dubbele meldingen het totaal het zekerst maken',
      fr: 'quelles décisions sur les doublons rendent le total le plus sûr',
      de: 'welche Entscheidungen über Doppelmeldungen die Summe am sichersten machen',
      en: 'which decisions on double reports make the total surest',
    },
  },
  'largest-find': {
    ...ofQuestion,
    says: {
      nl: 'welk deel de grootste vangst van het totaal uitmaakt',
      fr: 'quelle part du total revient à la plus grande saisie',
      de: 'welchen Anteil der größte Fund an der Summe hat',
      en: 'what share of the total the largest find makes',
    },
  },
  'without-largest': {
    ...ofQuestion,
    says: {
      nl: 'wat er van de trend overblijft zonder de grootste vangst',
      fr: 'ce qui reste de la tendance sans la plus grande saisie',
      de: 'was vom Trend ohne den größten Fund bleibt',
      en: 'what is left of the trend without the largest find',
    },
  },
  'smaller-finds': {
    ...ofQuestion,
    says: {
      nl: 'of de vangsten kleiner en talrijker worden',
      fr: 'si les saisies deviennent plus petites et plus fréquentes',
      de: 'ob die Funde kleiner und häufiger werden',
      en: 'whether finds become smaller and more frequent',
    },
  },
  lateness: {
    ...ofQuestion,
    asked: '--place PC_NSP --substance COC --basis seized_in_port',
    picture: 'exercise',
    says: {
      nl: 'hoe laat vangsten worden geregistreerd, en hoeveel het nieuwste jaar er nog kan krijgen',
      fr: 'avec quel retard les saisies sont enregistrées, et combien l’année la plus récente peut encore en recevoir',
      de: 'wie spät Funde registriert werden, und wie viele das neueste Jahr noch bekommen kann',
      en: 'how late finds are registered, and how many the newest year may come to have',
    },
  },
  'money-findings': {
    ...ofPicture,
    says: {
      nl: 'wat over het geld achter de drugs kan worden gezegd, in enkele zinnen',
      fr: 'ce qui peut être dit de l’argent derrière les drogues, en quelques phrases',
      de: 'was sich über das Geld hinter den Drogen sagen lässt, in wenigen Sätzen',
      en: 'what can be said of the money behind the drugs, in a few sentences',
    },
  },
  'money-frame': {
    ...ofPicture,
    says: {
      nl: 'wat er over het geld wordt gevraagd, en binnen welk recht',
      fr: 'ce qui est demandé sur l’argent, et dans quel cadre juridique',
      de: 'was zum Geld gefragt wird und in welchem Rechtsrahmen',
      en: 'what is asked of the money, and within which law',
    },
  },
  'money-inputs': {
    ...ofPicture,
    says: {
      nl: 'prijzen, aannames en cijfers die in de berekening gaan, met hun graad',
      fr: 'prix, hypothèses et chiffres qui entrent dans le calcul, avec leur cotation',
      de: 'Preise, Annahmen und Zahlen der Berechnung, mit ihrer Bewertung',
      en: 'prices, assumptions and figures that enter the calculation, with their grades',
    },
  },
  value: {
    ...ofPicture,
    says: {
      nl: 'waarde en opbrengst als bereik, en wat dat bereik het meest beweegt',
      fr: 'valeur et produit en fourchette, et ce qui la fait le plus varier',
      de: 'Wert und Erlös als Spanne, und was sie am meisten bewegt',
      en: 'value and revenue as a range, and what moves it most',
    },
  },
  intelligence: {
    ...ofPicture,
    says: {
      nl: 'meldingen bij de financiële-inlichtingeneenheden, elk land binnen zijn eigen telregel',
      fr: 'déclarations aux cellules de renseignement financier, chaque pays selon sa règle',
      de: 'Meldungen an die Finanzermittlungsstellen, jedes Land nach eigener Zählregel',
      en: 'reports to financial intelligence units, each country within its own counting rule',
    },
  },
  assets: {
    ...ofPicture,
    params: { place },
    says: {
      nl: 'vermogen per land en per soort cijfer: in beslag genomen, onder beslag, bevolen, verkocht, geïnd',
      fr: 'avoirs par pays et par type de chiffre : saisis, en gestion, confisqués, vendus, recouvrés',
      de: 'Vermögen je Land und Art der Zahl: sichergestellt, im Bestand, eingezogen, verkauft, vereinnahmt',
      en: 'assets by country and kind of figure: seized, held, ordered, sold, collected',
    },
  },
  'assets-in-short': {
    ...ofPicture,
    params: { place },
    ...{ asked: '--place BE', picture: 'assets' },
    says: {
      nl: 'hetzelfde in enkele zinnen per land, het nieuwste eerst, en wat niet is gepubliceerd',
      fr: 'la même chose en quelques phrases par pays, le plus récent d’abord, et ce qui n’est pas publié',
      de: 'dasselbe in wenigen Sätzen je Land, das Neueste zuerst, und was nicht veröffentlicht ist',
      en: 'the same in a few sentences a country, the newest first, and what is not published',
    },
  },
  'confiscation-routes': {
    ...ofPicture,
    picture: 'assets',
    says: {
      nl: 'langs welke wegen de wet van elk land confiscatie toelaat, en wat niet is nagegaan',
      fr: 'par quelles voies la loi de chaque pays permet la confiscation, et ce qui n’est pas vérifié',
      de: 'auf welchen Wegen das Recht jedes Landes Einziehung zulässt, und was nicht geprüft ist',
      en: 'by which routes the law of each country allows confiscation, and what was not checked',
    },
  },
  'confiscation-statistics': {
    ...ofPicture,
    picture: 'assets',
    says: {
      nl: 'de statistiek van confiscatie die Unierecht vraagt, om in te vullen',
      fr: 'les statistiques de confiscation que demande le droit de l’Union, à remplir',
      de: 'die Statistik der Einziehung, die Unionsrecht verlangt, zum Ausfüllen',
      en: 'the statistics of confiscation that Union law asks for, to fill in',
    },
  },
  hypotheses: {
    ...ofPicture,
    says: {
      nl: 'rivaliserende verklaringen, elk gewogen tegen hetzelfde bewijs',
      fr: 'explications rivales, chacune pesée face aux mêmes preuves',
      de: 'konkurrierende Erklärungen, jede am selben Beleg gemessen',
      en: 'rival explanations, each weighed against the same evidence',
    },
  },
  gaps: {
    ...ofPicture,
    says: {
      nl: 'wat de cijfers over geld niet kunnen laten zien',
      fr: 'ce que les chiffres sur l’argent ne peuvent montrer',
      de: 'was die Zahlen zum Geld nicht zeigen können',
      en: 'what the figures on money cannot show',
    },
  },
  requests: {
    ...ofPicture,
    params: { place, agency },
    says: {
      nl: 'wat ontbreekt of elkaar tegenspreekt, elk als verzoek om informatie aan wie het zou hebben',
      fr: 'ce qui manque ou se contredit, chaque fois comme demande d’information à qui l’aurait',
      de: 'was fehlt oder sich widerspricht, jeweils als Informationsersuchen an die Stelle, die es hätte',
      en: 'what is missing or contradicts, each as a request for information to whoever would hold it',
    },
  },
  published: {
    ...ofPicture,
    params: publishedParams,
    asked: '--place NLVLI',
    says: {
      nl: 'cijfers zoals ze zijn gepubliceerd, elk met wat de bron erbij zegt; niets opgeteld',
      fr: 'les chiffres tels que publiés, chacun avec ce que précise la source ; rien d’additionné',
      de: 'Zahlen, wie sie veröffentlicht sind, jede mit dem, was die Quelle dazu sagt; nichts addiert',
      en: 'figures as they were published, each with what its source adds; nothing is summed',
    },
  },
  'single-finds': {
    ...ofPicture,
    params: publishedParams,
    asked: '--place PC_NSP',
    says: {
      nl: 'losse vangsten die zijn gepubliceerd, elk met werkwijze, lading of herkomst als de bron die noemt',
      fr: 'les saisies isolées publiées, chacune avec le mode opératoire, la charge ou la provenance si la source les dit',
      de: 'veröffentlichte einzelne Funde, jeder mit Vorgehen, Ladung oder Herkunft, wenn die Quelle sie nennt',
      en: 'single finds that were published, each with its method, load or origin where the source says them',
    },
  },
  displacement: {
    ...withBeside,
    asked: '--place NLVLI --substance COC --basis seized_in_port --beside BEANR NLRTM',
    says: {
      nl: 'het aandeel van een haven naast buurhavens, voor elke keuze van buren, en wat dat niet bewijst',
      fr: 'la part d’un port à côté de ses voisins, pour chaque choix de voisins, et ce que cela ne prouve pas',
      de: 'der Anteil eines Hafens neben Nachbarhäfen, für jede Wahl der Nachbarn, und was das nicht beweist',
      en: 'the share of a port beside its neighbours, for each choice of them, and what that does not prove',
    },
  },
  safeguards: {
    ...ofPicture,
    says: {
      nl: 'welke waarborgen voor grondrechten en gegevensbescherming gelden',
      fr: 'quelles garanties s’appliquent aux droits fondamentaux et aux données',
      de: 'welche Garantien für Grundrechte und Datenschutz gelten',
      en: 'which safeguards of fundamental rights and data protection apply',
    },
  },
  barriers: {
    ...{ ...ofPicture, params: ofModel, asked: '--model post', picture: 'barriers' },
    says: {
      nl: 'de stappen van een barrièremodel: wat van kracht is, wat ontbreekt, wie wat heeft',
      fr: 'les étapes d’un modèle de barrières : ce qui est en vigueur, ce qui manque, qui a quoi',
      de: 'die Schritte eines Barrieremodells: was in Kraft ist, was fehlt, wer was hat',
      en: 'the steps of a barrier model: what is in force, what is missing, who has what',
    },
  },
  'barriers-in-short': {
    ...{ ...ofPicture, params: ofModel, asked: '--model port', picture: 'barriers' },
    says: {
      nl: 'bij welke stappen geen barrière van kracht bekend is, in een zin of twee',
      fr: 'à quelles étapes aucune barrière en vigueur n’est connue, en une phrase ou deux',
      de: 'bei welchen Schritten keine Barriere in Kraft bekannt ist, in ein, zwei Sätzen',
      en: 'at which steps no barrier in force is known, in a sentence or two',
    },
  },
  priorities: {
    ...{ ...ofPicture, picture: 'exercise' },
    says: {
      nl: 'fenomenen op volgorde naar beoordeelde criteria, hoe zeker elke plaats is, en wat die zou veranderen',
      fr: 'les phénomènes classés selon des critères évalués, la sûreté de chaque rang, et ce qui le changerait',
      de: 'Phänomene nach beurteilten Kriterien geordnet, wie sicher jeder Rang ist, und was ihn ändern würde',
      en: 'phenomena in order of judged criteria, how sure each rank is, and what would change it',
    },
  },
  why: {
    about: 'figure',
    params: { figure: params.figure },
    asked: '--figure "NSP cocaine 2022"',
    reads: 'asked',
    says: {
      nl: 'waar een cijfer vandaan komt, tot op bestand, regel, kolom en cel',
      fr: 'd’où vient un chiffre, jusqu’au fichier, à la ligne, à la colonne et à la cellule',
      de: 'woher eine Zahl kommt, bis zu Datei, Zeile, Spalte und Zelle',
      en: 'where a figure comes from, down to file, line, column and raw cell',
    },
  },
};

/** Everything that can be asked, in the order in which it is listed. */
export const answers: readonly Card[] = (Object.entries(cards) as [AnswerName, CardWords][]).map(
  ([name, { asked, picture = 'north-sea-port', ...card }]) => {
    const usual =
      card.about === 'question' ? '--place NLVLI --substance COC --basis seized_in_port' : '';
    const example = [`samenbeeld ask out/${picture}`, name, asked ?? usual];
    return { name, ...card, example: example.filter(Boolean).join(' ') };
  },
);

/** An answer that is not there, with those that are near, or all. */
export function wrongAnswer(name: string): UsageError {
  const none = inFour(
    'Er is geen antwoord {name}.',
    'Il n’y a pas de réponse {name}.',
    'Es gibt keine Antwort {name}.',
    'There is no answer {name}.',
    { name: quoted(name) },
  );
  const names = answers.map((card) => card.name);
  return noneNamed(none, name, names);
}
