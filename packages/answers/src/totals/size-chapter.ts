import { basisChart, memberChart } from '@samenbeeld/charts';
import { isOfDrug } from '@samenbeeld/merge';
import type { Block, Figure, TableBlock } from '@samenbeeld/page';
import {
  bases,
  countUnits,
  extents,
  type Observation,
  substances,
  type Text,
  terms,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { sourceText } from '../sources/claim-text.ts';
import { periodText } from '../sources/figure-table.ts';
import {
  coloned,
  column,
  joined,
  labelled,
  numeral,
  patterned,
  placeHeading,
  placeText,
  text,
  unitText,
  worded,
} from '../text.ts';
import { figureTitle } from '../why/why-sentences.ts';
import { memberTable, notAddedBlock } from './total-blocks.ts';

function basisRows(analysis: Analysis) {
  const seized = analysis.totals.flatMap(({ period, basis, reported: { lowest } }) =>
    lowest === null || lowest === 0
      ? []
      : [
          {
            period,
            basis,
            label: labelled(bases, basis),
            value: lowest,
            shown: patterned('≥ {v}', { v: lowest }),
            summed: true,
          },
        ],
  );
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

/** Whether a count is of the drug asked, or of a family that it belongs to. */
function isAbout(substance: string | null, asked: string | null): boolean {
  if (substance === asked) return true;
  if (substance === null || asked === null) return false;
  return isOfDrug(substance, asked) || isOfDrug(asked, substance);
}

/** The counts of seizures of what is asked, in the order of their periods. */
function countsOf(analysis: Analysis): readonly Observation[] {
  const members = new Set(analysis.totals[0]?.members.map((member) => member.place));
  return analysis.gathered.observations
    .filter(
      (row) =>
        row.metric === 'seizures' &&
        row.value !== null &&
        row.basis === analysis.question.basis &&
        members.has(row.place) &&
        isAbout(row.substance, analysis.question.substance),
    )
    .sort((a, b) =>
      a.periodStart < b.periodStart ? -1 : a.periodStart > b.periodStart ? 1 : a.id < b.id ? -1 : 1,
    );
}

/** Of which drug, part and unit each count is: the drug where any is of another than is asked, the unit where units differ. */
function scopesOf(
  counts: readonly Observation[],
  asked: string | null,
): readonly (readonly Text[])[] {
  const isMixed = counts.some(({ substance }) => substance !== asked);
  const units = new Set(counts.map(({ countUnit }) => countUnit));
  return counts.map((row) => [
    ...(isMixed && row.substance !== null ? [labelled(substances, row.substance)] : []),
    ...(row.extent === 'whole' ? [] : [labelled(extents, row.extent)]),
    ...(units.size > 1 && row.countUnit !== null ? [labelled(countUnits, row.countUnit)] : []),
  ]);
}

function countRow(row: Observation, scope: readonly Text[], hasScope: boolean): readonly Figure[] {
  const place = placeText(row.place);
  const period = periodText(row);
  const value = numeral(row.value as number);
  return [
    { shown: period },
    { shown: place },
    ...(hasScope ? [{ shown: joined(scope, ', ') }] : []),
    {
      shown: value,
      value: row.value,
      why: {
        key: `count ${row.id}`,
        title: figureTitle({ ...row, period: `${row.periodStart}/${row.periodEnd}` }),
        says: [],
        evidence: [
          {
            role: 'governing' as const,
            claim: row.id,
            says: coloned(joined([place, ...scope, period], ', '), value),
            origin: row.origin,
            ...(row.publication?.startsWith('http') ? { url: row.publication } : {}),
          },
        ],
      },
    },
    { shown: sourceText(row.agencies, row.publishedOn) },
  ];
}

/** Why counts form no series: they count other units, by other rules or from other sources; nothing where none of these differ. */
export function noSeries(counts: readonly Observation[]): readonly Text[] {
  const differ = (field: 'countUnit' | 'definition' | 'source'): boolean =>
    new Set(counts.map((row) => row[field])).size > 1;
  const units = [...new Set(counts.flatMap(({ countUnit }) => countUnit ?? []))];
  if (units.length > 1)
    return [
      text(
        'Geteld zijn verschillende eenheden ({units}); deze aantallen vormen geen reeks.',
        'Des unités différentes sont comptées ({units}) ; ces nombres ne forment pas une série.',
        'Gezählt sind verschiedene Einheiten ({units}); diese Anzahlen bilden keine Reihe.',
        'Different units are counted ({units}); these counts form no series.',
        {
          units: joined(
            units.map((unit) => labelled(countUnits, unit)),
            ', ',
          ),
        },
      ),
    ];
  if (differ('countUnit') || differ('definition'))
    return [
      text(
        'Deze aantallen zijn niet alle volgens dezelfde bekende telregel geteld en vormen geen reeks.',
        'Ces nombres ne suivent pas tous une même règle de comptage connue et ne forment pas une série.',
        'Diese Anzahlen folgen nicht alle derselben bekannten Zählregel und bilden keine Reihe.',
        'These counts do not all follow one known counting rule and form no series.',
      ),
    ];
  return differ('source')
    ? [
        text(
          'Deze aantallen komen uit verschillende bronnen en vormen geen reeks.',
          'Ces nombres proviennent de sources différentes et ne forment pas une série.',
          'Diese Anzahlen stammen aus verschiedenen Quellen und bilden keine Reihe.',
          'These counts come from different sources and form no series.',
        ),
      ]
    : [];
}

/** Counts as they were published, each saying what it is of; of several sources or rules they form no series. */
export function countTable(counts: readonly Observation[], asked: string | null): TableBlock {
  const scopes = scopesOf(counts, asked);
  const hasScope = scopes.some((scope) => scope.length > 0);
  const scopeColumn = { label: text('wat', 'objet', 'was', 'what'), kind: 'words' as const };
  return {
    kind: 'table',
    caption: text(
      'Aantallen, zoals gepubliceerd',
      'Nombres, tels que publiés',
      'Anzahlen, wie veröffentlicht',
      'Counts, as published',
    ),
    columns: [
      {
        label: counts.every(({ freq }) => freq === 'A') ? terms.year : terms.period,
        kind: 'label',
      },
      { label: placeHeading(counts), kind: 'words' },
      ...(hasScope ? [scopeColumn] : []),
      column('number', 'aantal', 'nombre', 'Anzahl', 'count'),
      column('words', 'telling van', 'compté par', 'gezählt von', 'counted by'),
    ],
    rows: counts.map((row, at) => countRow(row, scopes[at] ?? [], hasScope)),
    notes: noSeries(counts),
  };
}

/** 4. Size: kilograms and counts by port, by basis, and what was not added. */
export function sizeBlocks(analysis: Analysis): readonly Block[] {
  const { totals, result } = analysis;
  const names = Object.fromEntries(
    (totals[0]?.members ?? []).map((member) => [member.place, placeText(member.place)]),
  );
  const beside = basisRows(analysis);
  const counts = countsOf(analysis);
  // Of one place the table of totals says it all.
  const isOne = (totals[0]?.members.length ?? 0) < 2;
  const byPlace: readonly Block[] = [
    {
      kind: 'chart',
      draw: (options) =>
        memberChart(totals, {
          ...options,
          names,
          title: text(
            'Elke plaats apart, {unit}',
            'Chaque lieu à part, {unit}',
            'Jeder Ort für sich, {unit}',
            'Each place apart, {unit}',
            { unit: unitText(analysis.question.unit) },
          ),
        }),
    },
    memberTable(analysis.result),
  ];
  return [
    ...(isOne ? [] : byPlace),
    ...(counts.length > 0 ? [countTable(counts, analysis.question.substance)] : []),
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
    ...(result.notAdded.length > 0
      ? [notAddedBlock(result.notAdded, result.claims, [result.question.substance])]
      : []),
  ];
}
