import {
  basisChart,
  conflictChart,
  coverageChart,
  memberChart,
  portMap,
  totalChart,
  trendChart,
} from '@samenbeeld/charts';
import { type Document, type Evidence, type Figure, sameText, type Why } from '@samenbeeld/page';
import {
  bases,
  formatNumber,
  inEach,
  type JointTotal,
  places,
  publicHandling,
  statuses,
  type Text,
  terms,
} from '@samenbeeld/schema';
import { type Clearance, clearance } from '@samenbeeld/store';
import { northSeaPort } from '../../charts/test/totals.ts';

function numberFigure(
  value: number,
  { unit, ...rest }: Omit<Figure, 'shown' | 'value'> & { readonly unit?: string } = {},
): Figure {
  const shown = inEach((language) => formatNumber(value, language) + (unit ? `\u00a0${unit}` : ''));
  return { ...rest, value, shown };
}

const wordsFigure = (shown: Text, more: Omit<Figure, 'shown'> = {}): Figure => ({ ...more, shown });

/** Leave to show the demonstration to everyone. */
export const open: Clearance = clearance(publicHandling, 'public');

const place = (code: string): Text => places.get(code).label;
const names = { BEGNE: place('BEGNE'), NLTNZ: place('NLTNZ'), NLVLI: place('NLVLI') };

const nothing: Text = sameText('–');

const evidence2022: readonly Evidence[] = [
  {
    role: 'governing',
    claim: 'b41f0c2a',
    says: {
      nl: 'Vlissingen 2022: 4.157 kg, exact',
      fr: 'Flessingue 2022 : 4 157 kg, exact',
      de: 'Vlissingen 2022: 4.157 kg, genau',
      en: 'Vlissingen 2022: 4,157 kg, exact',
    },
    printed: { words: '4157 kilo', language: 'nl' },
    publisher: sameText('Openbaar Ministerie, januari 2023'),
    url: 'https://www.om.nl/example/2023-01',
    origin: { file: 'claims.csv', sheet: null, line: 86, column: 'value', raw: '4157' },
  },
  {
    role: 'absorbed',
    claim: '77aa19d0',
    says: {
      nl: 'Vlissingen 2022: meer dan 3.900 kg',
      fr: 'Flessingue 2022 : plus de 3 900 kg',
      de: 'Vlissingen 2022: mehr als 3.900 kg',
      en: 'Vlissingen 2022: over 3,900 kg',
    },
    printed: { words: 'ruim 3900 kilo', language: 'nl' },
    publisher: sameText('PZC, december 2022'),
    url: 'https://www.pzc.nl/example/2022-12',
    origin: { file: 'claims.csv', sheet: null, line: 88, column: 'value', raw: '3900' },
  },
  {
    role: 'part',
    claim: '0de47c11',
    says: {
      nl: 'Gent 2022: 619 kg in drie inbeslagnames',
      fr: 'Gand 2022 : 619 kg en trois saisies',
      de: 'Gent 2022: 619 kg in drei Sicherstellungen',
      en: 'Ghent 2022: 619 kg in three seizures',
    },
    publisher: sameText('Douane, januari 2023'),
    origin: { file: 'claims.csv', sheet: null, line: 91, column: 'value', raw: '619' },
  },
];

function whyOf(total: JointTotal): Why {
  return {
    key: total.key,
    title: {
      nl: `North Sea Port, cocaïne, in de haven in beslag genomen, ${total.period}`,
      fr: `North Sea Port, cocaïne, saisie dans le port, ${total.period}`,
      de: `North Sea Port, Kokain, im Hafen sichergestellt, ${total.period}`,
      en: `North Sea Port, cocaine, seized in port, ${total.period}`,
    },
    says: [
      {
        nl: 'Som van de havens die cijfers hebben gemeld. Terneuzen heeft niets gemeld, dus er is geen hoogste totaal.',
        fr: 'Somme des ports qui ont déclaré des chiffres. Terneuzen n’a rien déclaré ; il n’y a donc pas de total maximal.',
        de: 'Summe der Häfen, die Zahlen gemeldet haben. Terneuzen hat nichts gemeldet, daher gibt es keine höchste Summe.',
        en: 'Sum of the ports that reported. Terneuzen reported nothing, so there is no highest total.',
      },
    ],
    evidence: evidence2022,
    decisions:
      total.period === '2022'
        ? [
            {
              id: 'd-0001',
              verdict: 'keep b41f0c2a',
              role: 'analyst, Benelux secretariat',
              time: '2026-06-01T09:00:00Z',
              reason: 'exact figure of the counting authority',
              superseded: false,
            },
          ]
        : [],
    command: `samenbeeld why out/north-sea-port "NSP cocaine ${total.period}"`,
  };
}

function cellsOf(total: JointTotal): readonly Figure[] {
  const { lowest, likely, highest } = total.reported;
  const why = whyOf(total);
  const likelyFigure =
    typeof likely === 'string'
      ? wordsFigure(terms[likely], { mark: likely, why })
      : likely === null
        ? wordsFigure(nothing)
        : numberFigure(likely, { why, mark: total.period === '2025' ? 'provisional' : undefined });
  return [
    wordsFigure(sameText(total.period)),
    lowest === null ? wordsFigure(nothing) : numberFigure(lowest, { why }),
    likelyFigure,
    highest === null ? wordsFigure(nothing) : numberFigure(highest, { why }),
    numberFigure(total.total.atLeast ?? 0, { why }),
    wordsFigure(nothing),
    wordsFigure(statuses.get(total.status).label, {
      mark: 'partial',
    }),
    wordsFigure(
      {
        nl: 'Terneuzen: niet gemeld · Gent: alleen losse vangsten, ten minste 366 kg · Vlissingen: omstreden, 2.100 of 250 kg',
        fr: 'Terneuzen : non déclaré · Gand : saisies isolées seulement, au moins 366 kg · Flessingue : contesté, 2 100 ou 250 kg',
        de: 'Terneuzen: nicht gemeldet · Gent: nur einzelne Funde, mindestens 366 kg · Vlissingen: strittig, 2.100 oder 250 kg',
        en: 'Terneuzen: not reported · Ghent: single finds only, at least 366 kg · Vlissingen: contested, 2,100 or 250 kg',
      },
      {
        why,
        note: {
          nl: 'Terneuzen heeft in geen enkel jaar cijfers gemeld.',
          fr: 'Terneuzen n’a communiqué de chiffres pour aucune année.',
          de: 'Terneuzen hat für kein Jahr Zahlen gemeldet.',
          en: 'Terneuzen reported no figures for any year.',
        },
      },
    ),
  ];
}

const year2022 = northSeaPort.find(({ period }) => period === '2022');
if (!year2022) throw new Error('no 2022');

const reported: Text = { nl: 'Gemeld', fr: 'Communiqué', de: 'Gemeldet', en: 'Reported' };
const total: Text = { nl: 'Totaal', fr: 'Total', de: 'Gesamt', en: 'Total' };

const totals = [...northSeaPort].reverse();

/** The report on the figures that were really published, short. */
export const demo: Document = {
  title: {
    nl: 'Cocaïne in North Sea Port',
    fr: 'La cocaïne dans North Sea Port',
    de: 'Kokain im North Sea Port',
    en: 'Cocaine in North Sea Port',
  },
  question: {
    nl: 'Hoeveel cocaïne is er sinds 2018 in Gent, Terneuzen en Vlissingen in beslag genomen, en hoe zeker is dat?',
    fr: 'Combien de cocaïne a été saisie depuis 2018 à Gand, Terneuzen et Flessingue, et avec quelle certitude ?',
    de: 'Wie viel Kokain wurde seit 2018 in Gent, Terneuzen und Vlissingen sichergestellt, und wie sicher ist das?',
    en: 'How much cocaine has been seized in Ghent, Terneuzen and Vlissingen since 2018, and how sure are we?',
  },
  exercise: false,
  facts: [
    {
      label: { nl: 'Stand van', fr: 'Situation au', de: 'Stand', en: 'As of' },
      value: { nl: '30 juni 2026', fr: '30 juin 2026', de: '30. Juni 2026', en: '30 June 2026' },
    },
    {
      label: { nl: 'Bronnen', fr: 'Sources', de: 'Quellen', en: 'Sources' },
      value: {
        nl: '301 opgaven uit openbare bronnen',
        fr: '301 déclarations de sources publiques',
        de: '301 Angaben aus öffentlichen Quellen',
        en: '301 claims from public sources',
      },
    },
    {
      label: { nl: 'Versie', fr: 'Version', de: 'Version', en: 'Version' },
      value: sameText('3f9a1c7e'),
    },
  ],
  front: [
    {
      kind: 'finding',
      title: {
        nl: 'Ten minste 4,8 ton in 2022',
        fr: 'Au moins 4,8 tonnes en 2022',
        de: 'Mindestens 4,8 Tonnen im Jahr 2022',
        en: 'At least 4.8 tonnes in 2022',
      },
      text: {
        nl: 'In 2022 is in de havens die cijfers hebben gemeld {sum} cocaïne in beslag genomen: in Vlissingen en in Gent. Terneuzen ontbreekt, dus het werkelijke totaal kan hoger zijn.',
        fr: 'En 2022, {sum} de cocaïne ont été saisis dans les ports qui ont déclaré des chiffres : Flessingue et Gand. Terneuzen manque ; le total réel peut donc être plus élevé.',
        de: 'Im Jahr 2022 wurden in den Häfen, die Zahlen gemeldet haben, {sum} Kokain sichergestellt: in Vlissingen und in Gent. Terneuzen fehlt, die tatsächliche Summe kann also höher sein.',
        en: 'In 2022 the ports that reported seized {sum} of cocaine: Vlissingen and Ghent. Terneuzen is missing, so the true total may be higher.',
      },
      figures: { sum: numberFigure(4776, { unit: 'kg', why: whyOf(year2022) }) },
      confidence: 'high',
      basis: {
        nl: 'Exacte cijfers van de tellende diensten.',
        fr: 'Chiffres exacts des services qui comptent.',
        de: 'Genaue Zahlen der zählenden Behörden.',
        en: 'Exact figures of the counting authorities.',
      },
      draw: (o) => totalChart(northSeaPort, { ...o, provisional: ['2025'] }),
    },
    {
      kind: 'finding',
      title: {
        nl: 'Geen enkel jaar is volledig',
        fr: 'Aucune année n’est complète',
        de: 'Kein Jahr ist vollständig',
        en: 'No year is complete',
      },
      text: {
        nl: 'Terneuzen heeft nooit een eigen cijfer gemeld. Gent doet dat alleen voor 2022; voor 2018 en 2021 zijn er losse vangsten.',
        fr: 'Terneuzen n’a jamais communiqué de chiffre propre. Gand ne l’a fait que pour 2022 ; pour 2018 et 2021, on ne connaît que des saisies isolées.',
        de: 'Terneuzen hat nie eine eigene Zahl gemeldet. Gent nur für 2022; für 2018 und 2021 gibt es Einzelfunde.',
        en: 'Terneuzen has never reported a figure of its own. Ghent has only for 2022; for 2018 and 2021 there are single finds.',
      },
      confidence: 'high',
      draw: (o) =>
        coverageChart(
          northSeaPort.flatMap(({ period, members }) =>
            members.map(({ place: code, state }) => ({
              row: names[code as keyof typeof names],
              period,
              state,
            })),
          ),
          o,
        ),
    },
    {
      kind: 'finding',
      title: {
        nl: 'Drie jaren zijn omstreden',
        fr: 'Trois années sont contestées',
        de: 'Drei Jahre sind strittig',
        en: 'Three years are contested',
      },
      text: {
        nl: 'Voor 2021, 2023 en 2024 spreken bronnen elkaar tegen zonder dat een rekensom het verschil verklaart. Tot iemand beslist, is er geen waarschijnlijk cijfer.',
        fr: 'Pour 2021, 2023 et 2024, les sources se contredisent sans qu’un calcul explique l’écart. Tant que personne ne tranche, il n’y a pas de chiffre probable.',
        de: 'Für 2021, 2023 und 2024 widersprechen sich die Quellen, ohne dass eine Rechnung den Unterschied erklärt. Bis jemand entscheidet, gibt es keine wahrscheinliche Zahl.',
        en: 'For 2021, 2023 and 2024 sources disagree and no arithmetic explains the gap. Until someone decides there is no likely figure.',
      },
      confidence: 'medium',
      draw: (o) =>
        conflictChart(
          [
            {
              label: sameText('HARC, 2022-01'),
              interval: { low: 2050, high: 2150, closed: false },
              value: 2100,
              role: 'rival',
            },
            {
              label: {
                nl: 'Pers, 2022-01',
                fr: 'Presse, 2022-01',
                de: 'Presse, 2022-01',
                en: 'Press, 2022-01',
              },
              interval: { low: 245, high: 255, closed: false },
              value: 250,
              role: 'rival',
            },
          ],
          o,
        ),
    },
    {
      kind: 'finding',
      title: {
        nl: 'Of het stijgt of daalt, is niet te zeggen',
        fr: 'Hausse ou baisse : impossible à dire',
        de: 'Ob es steigt oder fällt, lässt sich nicht sagen',
        en: 'Up or down: it cannot be said',
      },
      text: {
        nl: 'Voor het havengebied als geheel is een trend niet toegestaan: de havens in de som wisselen. Voor Vlissingen alleen is geen trend aan te tonen (n = 4).',
        fr: 'Pour le complexe entier, aucune tendance n’est permise : les ports de la somme changent. Pour Flessingue seule, aucune tendance ne peut être démontrée (n = 4).',
        de: 'Für das Hafengebiet als Ganzes ist kein Trend zulässig: Die Häfen in der Summe wechseln. Für Vlissingen allein lässt sich kein Trend zeigen (n = 4).',
        en: 'For the complex as a whole a trend is refused: the ports in the sum change. For Vlissingen alone no trend can be shown (n = 4).',
      },
      confidence: 'low',
      draw: (o) =>
        trendChart(
          [
            { period: '2019', value: 1700, low: 1650, high: 1750 },
            { period: '2020', value: 6055 },
            { period: '2021', value: null, low: 240, high: 2150 },
            { period: '2022', value: 4157 },
            { period: '2023', value: null, low: 11500, high: 15000 },
            { period: '2024', value: null, low: 8939, high: 9650 },
            { period: '2025', value: 7292, provisional: true },
          ],
          o,
        ),
    },
    {
      kind: 'finding',
      title: {
        nl: 'De 10.000 kg van 2022 hoort er niet bij',
        fr: 'Les 10 000 kg de 2022 n’en font pas partie',
        de: 'Die 10.000 kg von 2022 gehören nicht dazu',
        en: 'The 10,000 kg of 2022 is not part of it',
      },
      text: {
        nl: 'Dat cijfer telt wat via Vlissingen is binnengekomen, ook vondsten in Duitsland. Het staat ernaast en wordt nooit opgeteld.',
        fr: 'Ce chiffre compte ce qui est entré par Flessingue, y compris des découvertes en Allemagne. Il figure à côté et n’est jamais additionné.',
        de: 'Diese Zahl zählt, was über Vlissingen eingeführt wurde, auch Funde in Deutschland. Sie steht daneben und wird nie addiert.',
        en: 'That figure counts what entered via Vlissingen, finds in Germany included. It stands beside the total and is never added.',
      },
      confidence: 'high',
      draw: (o) =>
        basisChart(
          [
            {
              period: '2022',
              basis: 'seized_in_port',
              label: bases.get('seized_in_port').label,
              value: 4776,
              summed: true,
            },
            {
              period: '2022',
              basis: 'entered_via_port',
              label: bases.get('entered_via_port').label,
              value: 10000,
              summed: false,
            },
          ],
          o,
        ),
    },
    {
      kind: 'table',
      caption: {
        nl: 'North Sea Port, cocaïne, in de haven in beslag genomen, kg',
        fr: 'North Sea Port, cocaïne, saisie dans le port, kg',
        de: 'North Sea Port, Kokain, im Hafen sichergestellt, kg',
        en: 'North Sea Port, cocaine, seized in port, kg',
      },
      columns: [
        { label: { nl: 'Jaar', fr: 'Année', de: 'Jahr', en: 'Year' }, kind: 'label' },
        {
          label: { nl: 'laagste', fr: 'minimum', de: 'niedrigster', en: 'lowest' },
          group: reported,
          kind: 'number',
        },
        {
          label: { nl: 'waarschijnlijk', fr: 'probable', de: 'wahrscheinlich', en: 'likely' },
          group: reported,
          kind: 'number',
        },
        {
          label: { nl: 'hoogste', fr: 'maximum', de: 'höchster', en: 'highest' },
          group: reported,
          kind: 'number',
        },
        {
          label: { nl: 'ten minste', fr: 'au moins', de: 'mindestens', en: 'at least' },
          group: total,
          kind: 'number',
        },
        {
          label: { nl: 'ten hoogste', fr: 'au plus', de: 'höchstens', en: 'at most' },
          group: total,
          kind: 'number',
        },
        { label: { nl: 'Status', fr: 'Statut', de: 'Status', en: 'Status' }, kind: 'words' },
        { label: { nl: 'Waarom', fr: 'Pourquoi', de: 'Warum', en: 'Why' }, kind: 'words' },
      ],
      rows: totals.map(cellsOf),
    },
    {
      kind: 'map',
      draw: (o) => portMap({ ...o, area: 'PC_NSP', context: ['NLMOE', 'BEANR', 'BEZEE', 'NLRTM'] }),
    },
  ],
  sections: [
    {
      id: 'scope',
      title: {
        nl: 'Opdracht en reikwijdte',
        fr: 'Mission et périmètre',
        de: 'Auftrag und Umfang',
        en: 'Mandate and scope',
      },
      blocks: [
        {
          kind: 'paragraph',
          text: {
            nl: 'North Sea Port bestaat uit Gent in België en Terneuzen en Vlissingen in Nederland. Moerdijk en Antwerpen horen er niet bij. Dit beeld gebruikt alleen openbare bronnen.',
            fr: 'North Sea Port se compose de Gand en Belgique et de Terneuzen et Flessingue aux Pays-Bas. Moerdijk et Anvers n’en font pas partie. Ce tableau n’utilise que des sources publiques.',
            de: 'North Sea Port besteht aus Gent in Belgien sowie Terneuzen und Vlissingen in den Niederlanden. Moerdijk und Antwerpen gehören nicht dazu. Dieses Lagebild nutzt nur öffentliche Quellen.',
            en: 'North Sea Port consists of Ghent in Belgium and Terneuzen and Vlissingen in the Netherlands. Moerdijk and Antwerp are not in it. This picture uses public sources only.',
          },
        },
        {
          kind: 'box',
          title: {
            nl: 'Wat de cijfers niet laten zien',
            fr: 'Ce que les chiffres ne montrent pas',
            de: 'Was die Zahlen nicht zeigen',
            en: 'What the figures cannot show',
          },
          blocks: [
            {
              kind: 'list',
              items: [
                {
                  text: {
                    nl: 'Wat niet is gevonden.',
                    fr: 'Ce qui n’a pas été trouvé.',
                    de: 'Was nicht gefunden wurde.',
                    en: 'What was not found.',
                  },
                },
                {
                  text: {
                    nl: 'Of meer kilo’s meer smokkel betekent of meer controle.',
                    fr: 'Si plus de kilos signifie plus de trafic ou plus de contrôles.',
                    de: 'Ob mehr Kilo mehr Schmuggel bedeuten oder mehr Kontrollen.',
                    en: 'Whether more kilos means more smuggling or more controls.',
                  },
                },
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'extent',
      title: {
        nl: 'Omvang: inbeslagnames',
        fr: 'Ampleur : saisies',
        de: 'Umfang: Sicherstellungen',
        en: 'Extent: seizures',
      },
      blocks: [
        {
          kind: 'figure',
          label: {
            nl: '2022, ten minste',
            fr: '2022, au moins',
            de: '2022, mindestens',
            en: '2022, at least',
          },
          figure: numberFigure(4776, { unit: 'kg', why: whyOf(year2022) }),
        },
        {
          kind: 'figure',
          label: {
            nl: 'Havens die cijfers meldden, 2022',
            fr: 'Ports ayant communiqué, 2022',
            de: 'Meldende Häfen, 2022',
            en: 'Ports that reported, 2022',
          },
          figure: wordsFigure({ nl: '2 van 3', fr: '2 sur 3', de: '2 von 3', en: '2 of 3' }),
        },
        {
          kind: 'chart',
          draw: (o) =>
            totalChart(northSeaPort, {
              ...o,
              provisional: ['2025'],
              title: {
                nl: 'Grote verschillen van jaar tot jaar, en drie jaren waarover bronnen het oneens zijn',
                fr: 'De grands écarts d’une année à l’autre, et trois années où les sources divergent',
                de: 'Große Unterschiede von Jahr zu Jahr, und drei Jahre, in denen sich Quellen widersprechen',
                en: 'Large differences from year to year, and three years on which sources disagree',
              },
            }),
        },
        {
          kind: 'heading',
          text: { nl: 'Per haven', fr: 'Par port', de: 'Je Hafen', en: 'By port' },
        },
        { kind: 'chart', draw: (o) => memberChart(northSeaPort, { ...o, names }) },
        {
          kind: 'not-added',
          caption: {
            nl: 'Niet opgeteld',
            fr: 'Non additionné',
            de: 'Nicht addiert',
            en: 'Not added',
          },
          rows: [
            {
              period: sameText('2022'),
              place: names.NLVLI,
              basis: bases.get('entered_via_port').label,
              figure: numberFigure(10000, { unit: 'kg' }),
              reason: {
                nl: 'Bevat de eigen inbeslagnames van de haven en twee vondsten in Duitsland.',
                fr: 'Contient les propres saisies du port et deux découvertes en Allemagne.',
                de: 'Enthält die eigenen Sicherstellungen des Hafens und zwei Funde in Deutschland.',
                en: 'Contains the port’s own seizures and two finds in Germany.',
              },
            },
          ],
        },
        {
          kind: 'chart',
          draw: (o) =>
            basisChart(
              [
                {
                  period: '2022',
                  basis: 'seized_in_port',
                  label: bases.get('seized_in_port').label,
                  value: 4776,
                  summed: true,
                },
                {
                  period: '2022',
                  basis: 'entered_via_port',
                  label: bases.get('entered_via_port').label,
                  value: 10000,
                  summed: false,
                },
                {
                  period: '2023',
                  basis: 'seized_in_port',
                  label: bases.get('seized_in_port').label,
                  value: 11500,
                  shown: inEach(
                    (l) =>
                      ({
                        nl: '11.500 of meer',
                        fr: '11 500 ou plus',
                        de: '11.500 oder mehr',
                        en: '11,500 or more',
                      })[l],
                  ),
                  summed: true,
                },
                {
                  period: '2023',
                  basis: 'entered_via_port',
                  label: bases.get('entered_via_port').label,
                  value: 7000,
                  summed: false,
                },
              ],
              o,
            ),
        },
      ],
    },
  ],
};
