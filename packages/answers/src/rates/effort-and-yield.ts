import type { Claim } from '@samenbeeld/merge';
import type { Block, Figure, TableBlock } from '@samenbeeld/page';
import {
  formatDays,
  inEach,
  joinWith,
  metrics,
  semicolon,
  substances,
  type Text,
  unitName,
} from '@samenbeeld/schema';
import { type Analysis, claimKinds, claimsAmong } from '../analysis.ts';
import { codeOf, type QuestionWords, wordsGiven } from '../questions.ts';
import { claimText } from '../sources/claim-text.ts';
import { knownRemark } from '../sources/remarks.ts';
import { column, joined, labelled, none, placeText, plain, text, worded } from '../text.ts';
import { evidenceOf } from '../why/evidence.ts';
import { isUnsure, notSure, standing } from './standing-claims.ts';

/** What an action costs, and what it brings; in the order of the columns. */
const effort = [
  'persons_checked',
  'vehicles_checked',
  'trains_checked',
  'buses_checked',
  'controls',
  'scans',
  'staff',
];
const yields = [
  ...['persons_with_drugs', 'under_influence', 'arrests', 'vehicles_seized', 'weapons', 'cash'],
];

/** A column: one metric, or one drug, in one unit. */
interface Counted {
  readonly label: Text;
  readonly claims: readonly Claim[];
}

const byUnit = (a: { readonly unit: string }, b: { readonly unit: string }): number =>
  a.unit < b.unit ? -1 : 1;

function columnsOf(gathered: Analysis['gathered'], names: readonly string[]): readonly Counted[] {
  return names.flatMap((metric) => {
    const own = gathered.observations.filter((row) => row.metric === metric);
    return claimKinds(own)
      .toSorted(byUnit)
      .map((kind) => ({
        label:
          metric === 'cash'
            ? joined(
                [labelled(metrics, metric), inEach((language) => unitName(kind.unit, language))],
                ', ',
              )
            : labelled(metrics, metric),
        claims: claimsAmong(gathered, own, kind),
      }));
  });
}

function drugColumns(gathered: Analysis['gathered']): readonly Counted[] {
  const own = gathered.observations.filter(
    (row) => row.metric === 'quantity' && row.basis === 'seized_in_action' && row.substance,
  );
  return claimKinds(own)
    .toSorted(byUnit)
    .flatMap(({ unit }) => {
      // A sum over a family of drugs is no drug of its own: what it holds has columns already.
      const claims = claimsAmong(gathered, own, { metric: 'quantity', unit }).filter((claim) =>
        claim.rows.some((row) => row.substance === claim.substance),
      );
      return [...new Set(claims.map(({ substance }) => substance))].sort().map((substance) => ({
        label: joined(
          [labelled(substances, substance), inEach((language) => unitName(unit, language))],
          ', ',
        ),
        claims: claims.filter((claim) => claim.substance === substance),
      }));
    });
}

/** A row for each time, a column for each thing that somebody counted; where two claims differ both stand there. */
function tableOf(
  caption: Text,
  place: string,
  columns: readonly Counted[],
  analysis: Analysis,
): TableBlock | null {
  const there = columns
    .map((column) => ({
      ...column,
      claims: column.claims.filter((claim) => claim.place === place),
    }))
    .filter(({ claims }) => claims.length > 0);
  if (there.length === 0) return null;
  const spans = [
    ...new Set(
      there.flatMap(({ claims }) => claims.map((one) => `${one.periodStart}/${one.periodEnd}`)),
    ),
  ]
    .sort()
    .toReversed();
  const cell = ({ claims, label }: Counted, span: string): Figure => {
    const own = standing(claims.filter((one) => `${one.periodStart}/${one.periodEnd}` === span));
    const [first] = own;
    if (!first) return { shown: none };
    const shown = [...new Map(own.map((one) => [`${one.value} ${one.wording}`, one])).values()];
    return {
      shown: joined(
        shown.map((one) => worded(one.value, one.wording, one.unit)),
        ' / ',
      ),
      value: shown.length === 1 ? first.value : null,
      why: {
        key: `yield ${place} ${label.en} ${span}`,
        title: claimText(first),
        says: [],
        evidence: own.flatMap((one) => evidenceOf(one, shown.length === 1 ? 'governing' : 'rival')),
      },
    };
  };
  const remarkOf = (span: string): Figure => {
    const own = there.flatMap(({ claims }) =>
      claims.filter((one) => `${one.periodStart}/${one.periodEnd}` === span),
    );
    const notes = [...new Set(own.flatMap(({ note }) => note?.split('; ') ?? []))];
    const known = notes.map((note) => knownRemark(note, analysis));
    if (notes.length > 0 && known.every((note) => note !== null))
      return { shown: joinWith(known, semicolon) };
    // Else they stand as whoever entered them wrote them.
    const language = analysis.gathered.sources[0]?.source.language ?? 'en';
    if (notes.length > 0) return { shown: plain(notes.join('; ')), language };
    return { shown: own.some(isUnsure) ? notSure : none };
  };
  const hasRemarks = spans.some((span) => remarkOf(span).shown !== none);
  return {
    kind: 'table',
    caption: joined([placeText(place), caption], ', '),
    columns: [
      column('label', 'wanneer', 'quand', 'wann', 'when'),
      ...there.map(({ label }) => ({ label, kind: 'number' as const })),
      ...(hasRemarks
        ? [{ label: text('opmerking', 'remarque', 'Anmerkung', 'remark'), kind: 'words' as const }]
        : []),
    ],
    rows: spans.map((span) => {
      const [start = '', end = ''] = span.split('/');
      return [
        { shown: inEach((language) => formatDays({ start, end }, language)) },
        ...there.map((column) => cell(column, span)),
        ...(hasRemarks ? [remarkOf(span)] : []),
      ];
    }),
  };
}

/**
 * Control actions, each with what it cost and what it brought: effort and yield apart, a year's figures in a row of their own and
 * never a sum of the actions.
 */
export function effortBlocks(analysis: Analysis, words: QuestionWords): readonly Block[] {
  const { counted, gathered, picture } = analysis;
  const written = picture.written ?? ((name: string) => name);
  const asked = wordsGiven(words['place']).map((word) =>
    codeOf(word, 'place', { rows: counted, written }),
  );
  const efforts = columnsOf(gathered, effort);
  const brought = columnsOf(gathered, yields);
  const drugs = drugColumns(gathered);
  const held = new Set(efforts.flatMap(({ claims }) => claims.map(({ place }) => place)));
  const places = asked.length > 0 ? asked : [...held].sort();
  const blocks = places.flatMap((place) =>
    [
      tableOf(text('inzet', 'moyens engagés', 'Aufwand', 'effort'), place, efforts, analysis),
      tableOf(text('opbrengst', 'résultats', 'Ergebnis', 'yield'), place, brought, analysis),
      tableOf(
        text(
          'in beslag genomen drugs',
          'drogues saisies',
          'sichergestellte Drogen',
          'drugs seized',
        ),
        place,
        drugs,
        analysis,
      ),
    ].filter((block) => block !== null),
  );
  return blocks.length > 0
    ? [
        ...blocks,
        {
          kind: 'paragraph',
          text: text(
            'Een jaar en de acties in dat jaar staan in eigen rijen: zij worden niet opgeteld. Staan er meer getallen in één vak, dan zijn dat verschillende opgaven.',
            'Une année et les opérations de cette année figurent sur des lignes distinctes : elles ne s’additionnent pas. Plusieurs nombres dans une case sont des déclarations différentes.',
            'Ein Jahr und die Aktionen darin stehen in eigenen Zeilen: Sie werden nicht addiert. Mehrere Zahlen in einem Feld sind verschiedene Angaben.',
            'A year and the actions in it stand in rows of their own: they are not added. Several numbers in one cell are different claims.',
          ),
        },
      ]
    : [];
}
