import {
  basisChart,
  coverageChart,
  memberChart,
  type TrendPoint,
  trendChart,
} from '@samenbeeld/charts';
import type { Claim } from '@samenbeeld/merge';
import type { Block, Figure, Section, TableBlock } from '@samenbeeld/report';
import type { Finding } from '@samenbeeld/schema';
import {
  agencies,
  bases,
  formatNumber,
  type JointTotal,
  memberStates,
  places,
  type Text,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { conflictTable } from './conflict-table.ts';
import { claimText, evidenceOf, publisherText } from './evidence.ts';
import { coverageCells } from './findings.ts';
import { notAddedBlock } from './not-added.ts';
import type { TrendAnswer } from './port-trend.ts';
import { breakTable, conservationTable, sourceTable } from './source-table.ts';
import { joined, labelled, none, numeral, plain, text, undecided, worded } from './text.ts';

function paragraph(words: Text): Block {
  return { kind: 'paragraph', text: words };
}

/** 1. Mandate and scope: what the port is, and what it is not. */
export function scopeChapter(analysis: Analysis): Section {
  const members = analysis.totals[0]?.members.map((member) => member.place) ?? [];
  const context = ['NLMOE', 'BEANR', 'BEZEE', 'NLRTM'];
  const row = (code: string, inside: boolean): readonly Figure[] => {
    const place = places.get(code);
    return [
      { shown: place.label },
      { shown: plain(code) },
      { shown: plain(place.country ?? '') },
      {
        shown: inside
          ? text('in de som', 'dans la somme', 'in der Summe', 'in the sum')
          : text(
              'alleen ter vergelijking',
              'à titre de comparaison',
              'nur zum Vergleich',
              'for context only',
            ),
      },
    ];
  };
  return {
    id: 'scope',
    title: text(
      'Opdracht en reikwijdte',
      'Mission et portée',
      'Auftrag und Reichweite',
      'Mandate and scope',
    ),
    blocks: [
      paragraph(
        text(
          'Partners in de Benelux delen hun criminaliteitsbeelden en voegen ze samen. Dit beeld doet dat voor één haven in twee landen: Gent, Terneuzen en Vlissingen, sinds 1 januari 2018 samen North Sea Port. Het telt wat in die drie havens in beslag is genomen, en niets anders.',
          'Les partenaires du Benelux partagent leurs images de la criminalité et les réunissent. Celle-ci le fait pour un port dans deux pays : Gand, Terneuzen et Flessingue, réunis depuis le 1er janvier 2018 sous le nom de North Sea Port. Elle compte ce qui a été saisi dans ces trois ports, et rien d’autre.',
          'Partner im Benelux teilen ihre Kriminalitätslagebilder und führen sie zusammen. Dieses Bild tut das für einen Hafen in zwei Ländern: Gent, Terneuzen und Vlissingen, seit dem 1. Januar 2018 gemeinsam North Sea Port. Es zählt, was in diesen drei Häfen sichergestellt wurde, und nichts anderes.',
          'Partners in the Benelux share their crime pictures and merge them. This one does so for one port in two countries: Ghent, Terneuzen and Vlissingen, since 1 January 2018 together North Sea Port. It counts what was seized in those three ports, and nothing else.',
        ),
      ),
      {
        kind: 'table',
        caption: text(
          'Wat wel en niet in de haven ligt',
          'Ce qui fait partie du port, et ce qui n’en fait pas partie',
          'Was zum Hafen gehört und was nicht',
          'What is in the port, and what is not',
        ),
        columns: [
          { label: text('plaats', 'lieu', 'Ort', 'place'), kind: 'label' },
          { label: text('UN/LOCODE', 'UN/LOCODE', 'UN/LOCODE', 'UN/LOCODE'), kind: 'words' },
          { label: text('land', 'pays', 'Land', 'country'), kind: 'words' },
          {
            label: text('in dit beeld', 'dans cette image', 'in diesem Bild', 'in this picture'),
            kind: 'words',
          },
        ],
        rows: [
          ...members.map((code) => row(code, true)),
          ...context.map((code) => row(code, false)),
        ],
        notes: [
          text(
            'Het Nederlandse HARC-cijfer voor Zeeland-West-Brabant telt Moerdijk mee en is dus geen North Sea Port. De Waaslandhaven ligt in Oost-Vlaanderen, maar hoort bij Antwerpen.',
            'Le chiffre HARC néerlandais pour Zeeland-West-Brabant comprend Moerdijk et n’est donc pas North Sea Port. Le port du Waasland se trouve en Flandre orientale, mais fait partie d’Anvers.',
            'Die niederländische HARC-Zahl für Zeeland-West-Brabant umfasst Moerdijk und ist daher nicht North Sea Port. Der Waaslandhafen liegt in Ostflandern, gehört aber zu Antwerpen.',
            'The Dutch HARC figure for Zeeland-West-Brabant includes Moerdijk and so is not North Sea Port. The Waasland dock lies in East Flanders, but belongs to Antwerp.',
          ),
        ],
      },
    ],
  };
}

/** 2. Sources and comparability. */
export function sourcesChapter(analysis: Analysis): Section {
  const { gathered, result, conflicts } = analysis;
  const breaks = breakTable(gathered.sources);
  return {
    id: 'sources',
    title: text(
      'Bronnen en vergelijkbaarheid',
      'Sources et comparabilité',
      'Quellen und Vergleichbarkeit',
      'Sources and comparability',
    ),
    blocks: [
      sourceTable(gathered.sources),
      conservationTable(gathered.conservation),
      {
        kind: 'chart',
        draw: (options) =>
          coverageChart(coverageCells(analysis), {
            ...options,
            title: text(
              'Wie meldde wat',
              'Qui a communiqué quoi',
              'Wer was gemeldet hat',
              'Who reported what',
            ),
          }),
      },
      ...(conflicts.length > 0 ? [conflictTable(conflicts, result.claims)] : []),
      ...(breaks ? [breaks] : []),
    ],
  };
}

/** 3. Legal flows: how large the port is. */
export function flowsChapter(analysis: Analysis): Section {
  const flows = analysis.gathered.observations
    .filter((row) => row.metric === 'tonnes' && row.value !== null)
    .sort((a, b) => (a.periodStart < b.periodStart ? -1 : 1));
  const rows = flows.map((row): readonly Figure[] => [
    { shown: plain(row.periodStart.slice(0, 4)) },
    { shown: numeral((row.value as number) / 1e6), value: row.value },
    {
      shown: plain(row.publication ?? ''),
      ...(row.publication?.startsWith('http') ? { url: row.publication } : {}),
    },
  ]);
  return {
    id: 'flows',
    title: text(
      'De haven: legale stromen',
      'Le port : flux légaux',
      'Der Hafen: legale Ströme',
      'The port: legal flows',
    ),
    blocks: [
      paragraph(
        text(
          'North Sea Port is een bulkhaven met weinig containers. Een vergelijking per ton en een per container vallen daarom heel verschillend uit; dit beeld rekent geen van beide uit zolang er geen cijfers over controles zijn.',
          'North Sea Port est un port de vrac avec peu de conteneurs. Une comparaison par tonne et une par conteneur donneraient des résultats très différents ; cette image n’en calcule aucune tant qu’il n’y a pas de chiffres sur les contrôles.',
          'North Sea Port ist ein Massenguthafen mit wenigen Containern. Ein Vergleich je Tonne und einer je Container fielen daher sehr verschieden aus; dieses Bild berechnet keinen von beiden, solange Zahlen zu Kontrollen fehlen.',
          'North Sea Port is a bulk port with few containers. A comparison per tonne and one per container would differ greatly; this picture computes neither while there are no figures on controls.',
        ),
      ),
      ...(rows.length > 0
        ? [
            {
              kind: 'table',
              caption: text(
                'Zeevaart, miljoen ton',
                'Trafic maritime, millions de tonnes',
                'Seeverkehr, Millionen Tonnen',
                'Sea-going freight, million tonnes',
              ),
              columns: [
                { label: text('jaar', 'année', 'Jahr', 'year'), kind: 'label' },
                {
                  label: text('miljoen ton', 'millions de tonnes', 'Mio. Tonnen', 'million tonnes'),
                  kind: 'number',
                },
                { label: text('bron', 'source', 'Quelle', 'source'), kind: 'words' },
              ],
              rows,
            } satisfies TableBlock,
          ]
        : []),
    ],
  };
}

function memberTable(totals: readonly JointTotal[], claims: readonly Claim[]): TableBlock {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const members = totals[0]?.members.map((member) => member.place) ?? [];
  const figure = (total: JointTotal, place: string): Figure => {
    const member = total.members.find((entry) => entry.place === place);
    if (!member || member.state === 'not_reported')
      return { shown: labelled(memberStates, 'not_reported'), mark: 'not_reported', value: null };
    const ids = [
      member.governing,
      ...member.rivals,
      ...member.finds,
      ...member.combined,
      ...member.absorbed,
    ];
    const evidence = [...new Set(ids)].flatMap((id) => {
      const claim = id === null ? undefined : byId.get(id);
      if (!claim) return [];
      const role =
        id === member.governing
          ? 'governing'
          : member.rivals.includes(claim.id)
            ? 'rival'
            : member.finds.includes(claim.id)
              ? 'find'
              : member.absorbed.includes(claim.id)
                ? 'absorbed'
                : 'part';
      return evidenceOf(claim, role);
    });
    const shown =
      member.likely === 'undecided'
        ? joined(
            [
              undecided,
              text('{a} tot {b}', '{a} à {b}', '{a} bis {b}', '{a} to {b}', {
                a: member.lowest,
                b: member.highest ?? '∞',
              }),
            ],
            ': ',
          )
        : member.likely === null
          ? text('≥ {v}', '≥ {v}', '≥ {v}', '≥ {v}', { v: member.lowest })
          : worded(member.likely, member.wording);
    return {
      shown,
      value: typeof member.likely === 'number' ? member.likely : null,
      mark: member.state,
      ...(evidence.length > 0
        ? {
            why: {
              key: member.subject,
              title: joined([labelled(places, place), plain(total.period)], ', '),
              says: total.causes
                .filter((cause) => cause.place === place)
                .map((cause) => cause.text),
              evidence,
            },
          }
        : {}),
    };
  };
  return {
    kind: 'table',
    caption: text(
      'Cocaïne in beslag genomen per haven, kg',
      'Cocaïne saisie par port, kg',
      'Sichergestelltes Kokain je Hafen, kg',
      'Cocaine seized by port, kg',
    ),
    columns: [
      { label: text('jaar', 'année', 'Jahr', 'year'), kind: 'label' },
      ...members.map((place) => ({ label: labelled(places, place), kind: 'number' as const })),
    ],
    rows: totals.map((total) => [
      { shown: plain(total.period) },
      ...members.map((place) => figure(total, place)),
    ]),
  };
}

function basisRows(analysis: Analysis) {
  const seized = analysis.totals
    .filter((total) => total.reported.lowest > 0)
    .map((total) => ({
      period: total.period,
      basis: total.basis,
      label: labelled(bases, total.basis),
      value: total.reported.lowest,
      shown: text('≥ {v}', '≥ {v}', '≥ {v}', '≥ {v}', { v: total.reported.lowest }),
      summed: true,
    }));
  const beside = analysis.result.notAdded
    .filter((entry) => entry.kind === 'basis' && entry.value !== null)
    .map((entry) => ({
      period: entry.period,
      basis: entry.basis,
      label: labelled(bases, entry.basis),
      value: entry.value as number,
      shown: worded(entry.value as number, entry.wording),
      summed: false,
    }));
  const years = new Set(beside.map((row) => row.period));
  return [...seized.filter((row) => years.has(row.period)), ...beside].sort((a, b) =>
    a.period < b.period ? -1 : a.period > b.period ? 1 : Number(b.summed) - Number(a.summed),
  );
}

function countRows(analysis: Analysis): readonly (readonly Figure[])[] {
  const members = new Set(analysis.totals[0]?.members.map((member) => member.place));
  return analysis.gathered.observations
    .filter((row) => row.metric === 'seizures' && row.value !== null && members.has(row.place))
    .sort((a, b) =>
      a.periodStart < b.periodStart ? -1 : a.periodStart > b.periodStart ? 1 : a.id < b.id ? -1 : 1,
    )
    .map((row) => [
      { shown: plain(row.periodStart.slice(0, 4)) },
      { shown: labelled(places, row.place) },
      {
        shown: numeral(row.value as number),
        value: row.value,
        why: {
          key: `count ${row.id}`,
          title: joined([labelled(places, row.place), plain(row.periodStart.slice(0, 4))], ', '),
          says: [],
          evidence: [
            {
              role: 'governing' as const,
              claim: row.id,
              says: joined([labelled(places, row.place), numeral(row.value as number)], ': '),
              origin: row.origin,
              ...(row.publication?.startsWith('http') ? { url: row.publication } : {}),
            },
          ],
        },
      },
      {
        shown: joined(
          [
            ...row.agencies.map((agency) => labelled(agencies, agency)),
            ...(row.publishedOn ? [plain(row.publishedOn)] : []),
          ],
          ', ',
        ),
      },
    ]);
}

/** 4. Size: kilograms and counts by port, by basis, and what was not added. */
export function sizeChapter(analysis: Analysis): Section {
  const { totals, result } = analysis;
  const names = Object.fromEntries(
    (totals[0]?.members ?? []).map((member) => [member.place, labelled(places, member.place)]),
  );
  const beside = basisRows(analysis);
  const counts = countRows(analysis);
  return {
    id: 'size',
    title: text(
      'Omvang: inbeslagnames',
      'Ampleur : saisies',
      'Umfang: Sicherstellungen',
      'Size: seizures',
    ),
    blocks: [
      {
        kind: 'chart',
        draw: (options) =>
          memberChart(totals, {
            ...options,
            names,
            title: text(
              'Elke haven apart, kg per jaar',
              'Chaque port à part, kg par an',
              'Jeder Hafen für sich, kg pro Jahr',
              'Each port apart, kg a year',
            ),
          }),
      },
      memberTable(totals, result.claims),
      ...(counts.length > 0
        ? [
            {
              kind: 'table',
              caption: text(
                'Aantallen, zoals gepubliceerd',
                'Nombres, tels que publiés',
                'Anzahlen, wie veröffentlicht',
                'Counts, as published',
              ),
              columns: [
                { label: text('jaar', 'année', 'Jahr', 'year'), kind: 'label' },
                { label: text('haven', 'port', 'Hafen', 'port'), kind: 'words' },
                { label: text('aantal', 'nombre', 'Anzahl', 'count'), kind: 'number' },
                {
                  label: text('telling van', 'compté par', 'gezählt von', 'counted by'),
                  kind: 'words',
                },
              ],
              rows: counts,
              notes: [
                text(
                  'Acties, partijen en onderzoeken zijn andere eenheden; deze aantallen vormen geen reeks.',
                  'Actions, lots et enquêtes sont des unités différentes ; ces nombres ne forment pas une série.',
                  'Einsätze, Partien und Ermittlungen sind verschiedene Einheiten; diese Anzahlen bilden keine Reihe.',
                  'Actions, batches and investigations are different units; these counts form no series.',
                ),
              ],
            } satisfies TableBlock,
          ]
        : []),
      ...(beside.length > 0
        ? [
            {
              kind: 'chart',
              draw: (options) =>
                basisChart(beside, {
                  ...options,
                  title: text(
                    'Verschillende grondslagen staan naast elkaar',
                    'Des bases différentes, côte à côte',
                    'Verschiedene Grundlagen stehen nebeneinander',
                    'Different bases stand side by side',
                  ),
                }),
            } satisfies Block,
          ]
        : []),
      ...(result.notAdded.length > 0 ? [notAddedBlock(result.notAdded, result.claims)] : []),
    ],
  };
}

/** 5. Development: a verdict for each port, and why there is none for the row. */
export function developmentChapter(
  analysis: Analysis,
  ports: readonly { readonly place: string; readonly answer: TrendAnswer }[],
  joint: TrendAnswer,
  others: readonly Finding[],
): Section {
  const rows = [
    ...ports.map(({ place, answer }) => ({ label: labelled(places, place), answer })),
    { label: labelled(places, analysis.totals[0]?.complex ?? 'PC_NSP'), answer: joint },
  ].map(({ label, answer }): readonly Figure[] => [
    { shown: label },
    { shown: answer.trend ? numeral(answer.trend.n) : none, value: answer.trend?.n ?? null },
    probability(answer),
    { shown: answer.trend?.says ?? refusalText() },
  ]);
  return {
    id: 'development',
    title: text('Ontwikkeling', 'Évolution', 'Entwicklung', 'Development'),
    blocks: [
      {
        kind: 'table',
        caption: text(
          'Is er een trend?',
          'Y a-t-il une tendance ?',
          'Gibt es einen Trend?',
          'Is there a trend?',
        ),
        columns: [
          { label: text('haven', 'port', 'Hafen', 'port'), kind: 'label' },
          { label: text('jaren', 'années', 'Jahre', 'years'), kind: 'number' },
          { label: text('p (exact)', 'p (exact)', 'p (exakt)', 'p (exact)'), kind: 'number' },
          { label: text('uitspraak', 'conclusion', 'Aussage', 'verdict'), kind: 'words' },
        ],
        rows,
      },
      ...ports
        .filter(({ answer }) => answer.trend !== null && answer.trend.n > 3)
        .map(
          ({ place }): Block => ({
            kind: 'chart',
            draw: (options) =>
              trendChart(trendPoints(analysis.totals, place), {
                ...options,
                title: text(
                  '{place}: kg per jaar',
                  '{place} : kg par an',
                  '{place}: kg pro Jahr',
                  '{place}: kg a year',
                  { place: labelled(places, place) },
                ),
              }),
          }),
        ),
      ...others.map((finding): Block => paragraph(finding.says)),
    ],
  };
}

/** The exact p; where ranges leave it open, the smallest that they allow. */
function probability({ trend }: TrendAnswer): Figure {
  if (!trend || trend.details.verdict === 'no_conclusion') return { shown: none, value: null };
  const { p: exact, details } = trend;
  if (exact !== null) return { shown: p(exact), value: exact };
  return {
    shown: text('≥ {p}', '≥ {p}', '≥ {p}', '≥ {p}', { p: p(details.pLow) }),
    value: details.pLow,
  };
}

function p(value: number): Text {
  return Object.fromEntries(
    (['nl', 'fr', 'de', 'en'] as const).map((language) => [
      language,
      formatNumber(value, language, 3),
    ]),
  ) as unknown as Text;
}

function refusalText(): Text {
  return text(
    'Geweigerd: de havens in de som wisselen van jaar tot jaar. Vraag één haven.',
    'Refusé : les ports de la somme changent d’une année à l’autre. Demandez un seul port.',
    'Verweigert: Die Häfen in der Summe wechseln von Jahr zu Jahr. Fragen Sie nach einem Hafen.',
    'Refused: the ports in the sum change from year to year. Ask for one port.',
  );
}

/** The points of one port as the trend chart takes them. */
export function trendPoints(totals: readonly JointTotal[], place: string): readonly TrendPoint[] {
  return totals.flatMap((total) => {
    const member = total.members.find((entry) => entry.place === place);
    if (!member || member.state === 'not_reported') return [];
    return [
      {
        year: Number(total.period),
        value: typeof member.likely === 'number' ? member.likely : null,
        low: member.lowest,
        high: member.highest,
      },
    ];
  });
}

/** 8. The chain: what was seized elsewhere on its way to Belgium or the Netherlands. */
export function chainChapter(analysis: Analysis): Section {
  const upstream = analysis.result.claims
    .filter(
      (claim) =>
        claim.substance === 'COC' &&
        [
          'destined_for_country',
          'destined_for_port',
          'seized_or_destined',
          'entered_via_port',
          'seized_abroad',
        ].includes(claim.basis),
    )
    .sort((a, b) =>
      a.periodStart < b.periodStart ? -1 : a.periodStart > b.periodStart ? 1 : a.id < b.id ? -1 : 1,
    );
  return {
    id: 'chain',
    title: text(
      'Keten: bovenstrooms en achterland',
      'Chaîne : amont et arrière-pays',
      'Kette: stromaufwärts und Hinterland',
      'The chain: upstream and hinterland',
    ),
    blocks: [
      paragraph(
        text(
          'Wat in Latijns-Amerika of in het achterland is onderschept, is geen inbeslagname in de haven. Het staat hier om de keten te laten zien, nooit om op te tellen.',
          'Ce qui a été intercepté en Amérique latine ou dans l’arrière-pays n’est pas une saisie dans le port. Cela figure ici pour montrer la chaîne, jamais pour être additionné.',
          'Was in Lateinamerika oder im Hinterland abgefangen wurde, ist keine Sicherstellung im Hafen. Es steht hier, um die Kette zu zeigen, nie um addiert zu werden.',
          'What was intercepted in Latin America or in the hinterland is no seizure in the port. It stands here to show the chain, never to be added.',
        ),
      ),
      {
        kind: 'table',
        caption: text(
          'Cocaïne op een andere grondslag, kg',
          'Cocaïne sur une autre base, kg',
          'Kokain auf anderer Grundlage, kg',
          'Cocaine on another basis, kg',
        ),
        columns: [
          { label: text('waarover', 'sujet', 'worüber', 'about'), kind: 'label' },
          { label: text('grondslag', 'base', 'Grundlage', 'basis'), kind: 'words' },
          { label: text('kg', 'kg', 'kg', 'kg'), kind: 'number' },
          { label: text('bron', 'source', 'Quelle', 'source'), kind: 'words' },
        ],
        rows: upstream.map((claim) => [
          { shown: claimText(claim) },
          { shown: labelled(bases, claim.basis) },
          {
            shown: worded(claim.value, claim.wording),
            value: claim.value,
            why: {
              key: `chain ${claim.id}`,
              title: claimText(claim),
              says: claim.note ? [plain(claim.note)] : [],
              evidence: evidenceOf(claim, 'not_added'),
            },
          },
          {
            shown: publisherText(claim),
            ...(claim.publication?.startsWith('http') ? { url: claim.publication } : {}),
          },
        ]),
      },
    ],
  };
}
