import { coverageChart } from '@samenbeeld/charts';
import type { Claim } from '@samenbeeld/merge';
import type { Block, ChartBlock, Figure, TableBlock } from '@samenbeeld/page';
import {
  type Conflict,
  conflictStates,
  conflictTypes,
  programmes,
  substances,
  type Text,
} from '@samenbeeld/schema';
import { type Analysis, claimsById, isOfQuestions } from '../analysis.ts';
import { codeIn, type QuestionWords, wordsGiven } from '../questions.ts';
import {
  capitalised,
  column,
  joined,
  labelled,
  patterned,
  placeText,
  plain,
  text,
} from '../text.ts';
import { coverageCells } from '../totals/coverage-cells.ts';
import { wordedClaim } from './claim-text.ts';
import { breakTable, conservationTable, sourceTable } from './source-table.ts';

function valuesOf(conflict: Conflict, claims: ReadonlyMap<string, Claim>): Text {
  const two = conflict.claims.slice(0, 2).flatMap((id) => {
    const claim = claims.get(id);
    return claim ? [joined([wordedClaim(claim), plain(claim.unit)], ' ')] : [];
  });
  return joined(two, ' ↔ ');
}

function row(conflict: Conflict, claims: ReadonlyMap<string, Claim>): readonly Figure[] {
  const place = placeText(conflict.place);
  const kind = patterned('{kind}. {why}', {
    kind: capitalised(labelled(conflictTypes, conflict.type)),
    why: conflict.explanation,
  });
  const proposal = conflict.proposal
    ? [
        text(
          'Voorstel: {reason}',
          'Proposition : {reason}',
          'Vorschlag: {reason}',
          'Proposed: {reason}',
          { reason: conflict.proposal.reason },
        ),
      ]
    : [];
  return [
    { shown: joined([place, plain(conflict.periodStart.slice(0, 4))], ' ') },
    {
      shown: joined(
        [valuesOf(conflict, claims), labelled(substances, conflict.substance ?? '')],
        ', ',
      ),
    },
    { shown: joined([kind, ...proposal], ' ') },
    { shown: conflictStates[conflict.state] },
  ];
}

/** Published figures that differ, why, what is proposed, and whether someone decided. */
export function conflictTable(
  conflicts: readonly Conflict[],
  byId: ReadonlyMap<string, Claim>,
): TableBlock {
  return {
    kind: 'table',
    caption: text(
      'Gepubliceerde cijfers die verschillen, en waarom',
      'Chiffres publiés qui diffèrent, et pourquoi',
      'Veröffentlichte Zahlen, die sich unterscheiden, und warum',
      'Published figures that differ, and why',
    ),
    columns: [
      column('label', 'waarover', 'sujet', 'worüber', 'about'),
      column('words', 'cijfers', 'chiffres', 'Zahlen', 'figures'),
      column(
        'words',
        'verklaring en voorstel',
        'explication et proposition',
        'Erklärung und Vorschlag',
        'explanation and proposal',
      ),
      column('words', 'stand', 'état', 'Stand', 'state'),
    ],
    rows: conflicts.map((conflict) => row(conflict, byId)),
  };
}

/** Who reported for which period. */
export function coverageBlock(analysis: Analysis): ChartBlock {
  return {
    kind: 'chart',
    draw: (options) =>
      coverageChart(coverageCells(analysis), {
        ...options,
        title: text(
          'Wie meldde wat',
          'Qui a déclaré quoi',
          'Wer was gemeldet hat',
          'Who reported what',
        ),
      }),
  };
}

/** The sources of a frame of cooperation, and what became of their items: what else a picture knows is of all its sources. */
function sourcesOf(
  { gathered, breaks: declared }: Analysis,
  within: readonly string[],
): readonly Block[] {
  const sources = gathered.sources.filter(({ source }) =>
    source.programmes?.some((programme) => within.includes(programme)),
  );
  if (sources.length === 0) return [{ kind: 'paragraph', text: noneWithin }];
  const ids = new Set(sources.map(({ id }) => id));
  const breaks = breakTable(sources, declared);
  return [
    sourceTable(sources),
    conservationTable(gathered.conservation.filter(({ source }) => ids.has(source))),
    ...(breaks ? [breaks] : []),
  ];
}

const noneWithin: Text = text(
  'Geen bron van dit beeld is aan dat samenwerkingsverband toegeschreven.',
  'Aucune source de ce tableau n’est rattachée à ce cadre de coopération.',
  'Keine Quelle dieses Lagebilds ist diesem Kooperationsrahmen zugeordnet.',
  'No source of this picture is assigned to that frame of cooperation.',
);

/** 2. Sources and comparability, with the contradictions of what is asked. */
export function sourcesBlocks(analysis: Analysis, words: QuestionWords = {}): readonly Block[] {
  const { gathered, conflicts, picture } = analysis;
  const within = wordsGiven(words['programme']).map((word) =>
    codeIn(programmes, word, picture.written?.('programme') ?? 'programme'),
  );
  if (within.length > 0) return sourcesOf(analysis, within);
  const breaks = breakTable(gathered.sources, analysis.breaks);
  const own = conflicts.filter((conflict) => isOfQuestions(analysis, conflict));
  return [
    sourceTable(gathered.sources),
    conservationTable(gathered.conservation),
    ...(coverageCells(analysis).length > 0 ? [coverageBlock(analysis)] : []),
    ...(own.length > 0 ? [conflictTable(own, claimsById(analysis))] : []),
    ...(breaks ? [breaks] : []),
  ];
}

/** Contradictions of places and matters that a picture holds and does not ask about. */
export function conflictsBeyond(analysis: Analysis): readonly Block[] {
  const beyond = analysis.conflicts.filter((conflict) => !isOfQuestions(analysis, conflict));
  return beyond.length > 0 ? [conflictTable(beyond, claimsById(analysis))] : [];
}
