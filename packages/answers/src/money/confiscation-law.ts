import { type LegalRoute, legalRoutes, type RouteLaw } from '@samenbeeld/money';
import type { Block, Figure } from '@samenbeeld/page';
import type { Text } from '@samenbeeld/schema';
import { type PictureRows, rowsOf } from '@samenbeeld/store';
import type { Analysis } from '../analysis.ts';
import { capitalised, column, dated, placeText, plain, text, unitText } from '../text.ts';
import { paragraphBlock } from './blocks.ts';

/** What Union law obliges its Member States to, beside the law of each country. */
const union = 'XX';

const notChecked: Text = text(
  'hier niet nagegaan',
  'non vérifié ici',
  'hier nicht geprüft',
  'not checked here',
);

/** What is declared of a route in a country: its provision, that there is none, or that nobody looked. */
function routeFigure(law: readonly RouteLaw[], route: LegalRoute, on: string): Figure {
  const own = law.filter((row) => row.route === route && (row.to ?? '9999') >= on);
  const [row] = own.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  if (!row) return { shown: notChecked };
  if (!row.exists)
    return {
      shown: text(
        'niet van toepassing ({citation})',
        'sans objet ({citation})',
        'nicht anwendbar ({citation})',
        'not applicable ({citation})',
        { citation: plain(row.citation) },
      ),
    };
  return row.from == null
    ? { shown: plain(row.citation) }
    : {
        shown: text(
          '{citation} (vanaf {from})',
          '{citation} (à partir du {from})',
          '{citation} (ab {from})',
          '{citation} (from {from})',
          { citation: plain(row.citation), from: dated(row.from) },
        ),
      };
}

/** The routes to confiscation by country, as the picture declares the law: a route that is not there is no zero. */
export function routesBlocks({ picture }: Analysis): readonly Block[] {
  const law = picture.law ?? [];
  const countries = [...new Set(law.map(({ country }) => country))]
    .filter((one) => one !== union)
    .sort();
  const shown = [union, ...countries].filter((one) => law.some(({ country }) => country === one));
  const routes = (Object.keys(legalRoutes) as LegalRoute[]).filter(
    (route) => legalRoutes[route].article !== null || law.some((row) => row.route === route),
  );
  return [
    {
      kind: 'table',
      caption: text(
        'Wegen naar confiscatie, zoals de wet ze noemt',
        'Voies de confiscation, telles que la loi les prévoit',
        'Wege zur Einziehung, wie das Recht sie nennt',
        'Routes to confiscation, as the law has them',
      ),
      columns: [
        column('label', 'weg', 'voie', 'Weg', 'route'),
        column(
          'words',
          'Richtlijn (EU) 2024/1260',
          'Directive (UE) 2024/1260',
          'Richtlinie (EU) 2024/1260',
          'Directive (EU) 2024/1260',
        ),
        ...shown.map((country) => ({
          label:
            country === union
              ? text(
                  'al verplicht door',
                  'déjà imposée par',
                  'schon vorgeschrieben durch',
                  'already required by',
                )
              : placeText(country),
          kind: 'words' as const,
        })),
      ],
      rows: routes.map((route): readonly Figure[] => {
        const { label, article } = legalRoutes[route];
        return [
          { shown: capitalised(label) },
          {
            shown:
              article === null
                ? plain('–')
                : text('art. {article}', 'art. {article}', 'Art. {article}', 'Art. {article}', {
                    article: plain(article),
                  }),
          },
          ...shown.map((country) => {
            const own = law.filter((row) => row.country === country);
            const isSilent = country === union && !own.some((row) => row.route === route);
            return isSilent ? { shown: plain('–') } : routeFigure(own, route, picture.asOf);
          }),
        ];
      }),
      notes: [
        text(
          '“Niet van toepassing” is iets anders dan nul; “hier niet nagegaan” is iets anders dan afwezig.',
          '« Sans objet » n’est pas zéro ; « non vérifié ici » ne veut pas dire absent.',
          '„Nicht anwendbar“ ist nicht null; „hier nicht geprüft“ heißt nicht, dass es den Weg nicht gibt.',
          '“Not applicable” is not zero; “not checked here” is not absent.',
        ),
        text(
          'Naar deze wegen uitgesplitst staat in dit beeld geen cijfer.',
          'Ce tableau ne contient aucun chiffre ventilé selon ces voies.',
          'Nach diesen Wegen aufgeschlüsselt steht in diesem Lagebild keine Zahl.',
          'This picture holds no figure broken down by these routes.',
        ),
      ],
    },
  ];
}

interface Statistic {
  readonly id: string;
  readonly unit: string;
  /** The provision that asks for it. */
  readonly asked: string;
  readonly label: Text;
}

const statistic = (
  id: string,
  unit: string,
  asked: string,
  ...words: readonly [string, string, string, string]
): Statistic => ({
  ...{ id, unit, asked },
  label: text(...words),
});

/** What Member States keep count of: Directive 2014/42/EU, Art. 11, and Regulation (EU) 2018/1805, Art. 35. */
const statistics: readonly Statistic[] = [
  statistic(
    'freezing_orders_executed',
    'order',
    '2014/42/EU, 11(2)(a)',
    'uitgevoerde bevriezingsbevelen',
    'décisions de gel exécutées',
    'vollstreckte Sicherstellungsentscheidungen',
    'freezing orders executed',
  ),
  statistic(
    'confiscation_orders_executed',
    'order',
    '2014/42/EU, 11(2)(b)',
    'uitgevoerde confiscatiebevelen',
    'décisions de confiscation exécutées',
    'vollstreckte Einziehungsentscheidungen',
    'confiscation orders executed',
  ),
  statistic(
    'value_frozen',
    'EUR',
    '2014/42/EU, 11(2)(c)',
    'geschatte waarde van bevroren goederen, op het tijdstip van bevriezing',
    'valeur estimée des biens gelés, au moment du gel',
    'geschätzter Wert der sichergestellten Vermögensgegenstände, zum Zeitpunkt der Sicherstellung',
    'estimated value of property frozen, at the time of freezing',
  ),
  statistic(
    'value_recovered',
    'EUR',
    '2014/42/EU, 11(2)(d)',
    'geschatte waarde van teruggevorderde goederen, op het tijdstip van confiscatie',
    'valeur estimée des biens recouvrés, au moment de la confiscation',
    'geschätzter Wert der eingezogenen Vermögensgegenstände, zum Zeitpunkt der Einziehung',
    'estimated value of property recovered, at the time of confiscation',
  ),
  statistic(
    'freezing_requests_abroad',
    'order',
    '2014/42/EU, 11(3)(a)',
    'bevriezingsbevelen die in een andere lidstaat uit te voeren zijn',
    'demandes de gel à exécuter dans un autre État membre',
    'Ersuchen um Sicherstellung in einem anderen Mitgliedstaat',
    'requests for freezing orders to be executed in another Member State',
  ),
  statistic(
    'confiscation_requests_abroad',
    'order',
    '2014/42/EU, 11(3)(b)',
    'confiscatiebevelen die in een andere lidstaat uit te voeren zijn',
    'demandes de confiscation à exécuter dans un autre État membre',
    'Ersuchen um Einziehung in einem anderen Mitgliedstaat',
    'requests for confiscation orders to be executed in another Member State',
  ),
  statistic(
    'value_recovered_abroad',
    'EUR',
    '2014/42/EU, 11(3)(c)',
    'waarde van wat na uitvoering in een andere lidstaat is teruggevorderd',
    'valeur des biens recouvrés à la suite de l’exécution dans un autre État membre',
    'Wert des nach Vollstreckung in einem anderen Mitgliedstaat Eingezogenen',
    'value of property recovered following execution in another Member State',
  ),
  statistic(
    'orders_received_executed',
    'order',
    '2018/1805, 35(1)',
    'ontvangen bevelen van andere lidstaten, erkend en uitgevoerd',
    'décisions reçues d’autres États membres, reconnues et exécutées',
    'von anderen Mitgliedstaaten erhaltene Entscheidungen, anerkannt und vollstreckt',
    'orders received from other Member States, recognised and executed',
  ),
  statistic(
    'orders_received_refused',
    'order',
    '2018/1805, 35(1)',
    'ontvangen bevelen waarvan erkenning en uitvoering is geweigerd',
    'décisions reçues dont la reconnaissance et l’exécution ont été refusées',
    'erhaltene Entscheidungen, deren Anerkennung und Vollstreckung abgelehnt wurde',
    'orders received whose recognition and execution were refused',
  ),
  statistic(
    'victims_compensated',
    'case',
    '2018/1805, 35(2)(a)',
    'zaken waarin een slachtoffer is vergoed of iets terugkreeg',
    'affaires où une victime a été indemnisée ou a obtenu restitution',
    'Fälle, in denen ein Geschädigter entschädigt wurde oder etwas zurückerhielt',
    'cases in which a victim was compensated or given property back',
  ),
];

const notHeld: Text = text(
  'niet in dit beeld',
  'pas dans ce tableau',
  'nicht in diesem Lagebild',
  'not in this picture',
);

/** The countries of a picture whose figures of assets it holds. */
const countriesOf = ({ gathered }: Analysis): readonly string[] =>
  [
    ...new Set(
      gathered.observations
        .filter(({ metric }) => metric.startsWith('assets_'))
        .map(({ place }) => place),
    ),
  ].sort();

/** The statistics of confiscation that Union law asks for, to be filled in: a table, and rows of a data package. */
export function statisticsGiven(analysis: Analysis): {
  readonly blocks: readonly Block[];
  readonly tables: readonly PictureRows[];
} {
  const countries = countriesOf(analysis);
  return {
    blocks: [
      paragraphBlock(
        text(
          'Wat een land volgens Unierecht bijhoudt, per jaar in te vullen. Artikel 28 van Richtlijn (EU) 2024/1260 volgt artikel 11 van Richtlijn 2014/42/EU op; kijk de lijst na voor u haar invult. Wat elders in dit beeld staat, telt anders (beslag in plaats van uitgevoerde bevelen) en vult hier geen vak. Dezelfde rijen staan als confiscation_statistic.csv bij de gegevens van dit beeld.',
          'Ce qu’un pays consigne selon le droit de l’Union, à remplir par année. L’article 28 de la directive (UE) 2024/1260 succède à l’article 11 de la directive 2014/42/UE ; vérifiez la liste avant de la remplir. Ce qui figure ailleurs dans ce tableau se compte autrement (des saisies, non des décisions exécutées) et ne remplit ici aucune case. Les mêmes lignes se trouvent dans confiscation_statistic.csv, avec les données de ce tableau.',
          'Was ein Land nach Unionsrecht erfasst, je Jahr auszufüllen. Artikel 28 der Richtlinie (EU) 2024/1260 folgt auf Artikel 11 der Richtlinie 2014/42/EU; prüfen Sie die Liste vor dem Ausfüllen. Was sonst in diesem Bild steht, zählt anders (Beschlagnahmen statt vollstreckter Entscheidungen) und füllt hier kein Feld. Dieselben Zeilen stehen als confiscation_statistic.csv bei den Daten dieses Bildes.',
          'What a country keeps count of by Union law, to be filled in by year. Article 28 of Directive (EU) 2024/1260 succeeds Article 11 of Directive 2014/42/EU; check the list before filling it in. What stands elsewhere in this picture counts otherwise (seizures, not orders executed) and fills no cell here. The same rows stand as confiscation_statistic.csv with the data of this picture.',
        ),
      ),
      {
        kind: 'table',
        caption: text(
          'Statistiek van confiscatie',
          'Statistiques de confiscation',
          'Statistik der Einziehung',
          'Statistics of confiscation',
        ),
        columns: [
          column('label', 'wat', 'objet', 'was', 'what'),
          column('words', 'in', 'en', 'in', 'in'),
          column('words', 'gevraagd door', 'demandé par', 'verlangt durch', 'asked for by'),
          ...countries.map((country) => ({ label: placeText(country), kind: 'words' as const })),
        ],
        rows: statistics.map(({ label, unit, asked }): readonly Figure[] => [
          { shown: capitalised(label) },
          { shown: unitText(unit) },
          { shown: plain(asked) },
          ...countries.map(() => ({ shown: notHeld })),
        ]),
      },
    ],
    tables: [
      rowsOf(
        'confiscation_statistic',
        'Statistics of confiscation that Union law asks for, to be filled in: a row a country and statistic; value is empty until somebody fills it in',
        countries.flatMap((country) => statistics.map((one) => ({ ...one, country }))),
        {
          country: ['VARCHAR', 'Country* | Code of the country.', ({ country }) => country],
          statistic: ['VARCHAR', 'Statistic* | Id of the statistic.', ({ id }) => id],
          label: [
            'VARCHAR',
            'Label* | The statistic in words, by language, as JSON.',
            ({ label }) => label,
          ],
          asked_by: [
            'VARCHAR',
            'Asked by* | Provision of Union law that asks for it.',
            ({ asked }) => asked,
          ],
          unit: ['VARCHAR', 'Unit* | What the value is in.', ({ unit }) => unit],
          year: ['INTEGER', 'Year | To be filled in.', () => null],
          value: ['DOUBLE', 'Value | To be filled in.', () => null],
        },
      ),
    ],
  };
}
