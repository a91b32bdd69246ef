import type { Claim } from '@samenbeeld/merge';
import type { Figure, TableBlock } from '@samenbeeld/page';
import {
  bases,
  joinWith,
  metrics,
  type Observation,
  semicolon,
  substances,
  type Text,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { capitalised, coloned, column, joined, labelled, none, text } from '../text.ts';
import { evidenceOf } from '../why/evidence.ts';
import { claimText, publisherText, sourceColumn, sourceFigure, toldApart } from './claim-text.ts';
import { knownRemarks, remarkFigure } from './remarks.ts';

/** What a claim counts, on which basis: "cocaine, seized in the port". */
function scopeOf({ substance, basis, metric }: Claim): Text {
  const parts = [
    ...(substance === '' ? [] : [labelled(substances, substance)]),
    ...(metric === 'quantity' ? [] : [labelled(metrics, metric)]),
    ...(basis === 'not_applicable' ? [] : [labelled(bases, basis)]),
  ];
  return parts.length === 0 ? none : joined(parts, ', ');
}

/** What the rows of a claim remark, each once: in four languages where they are known, else the first as the sheet has it. */
function remarksOf({ rows, note }: Claim, analysis: Analysis): Figure {
  const known = knownRemarks([{ rows }], analysis);
  return known.length > 0 ? { shown: joinWith(known, semicolon) } : remarkFigure(note, analysis);
}

/**
 * Claims that enter no figure of an answer, each with its basis, its source and its cell; by place, basis and days.
 *
 * @param remarked whether what its sheet remarks on each is shown too
 */
export function claimTable(
  analysis: Analysis,
  caption: Text,
  claims: readonly Claim[],
  remarked = false,
): TableBlock | null {
  if (claims.length === 0) return null;
  const orderOf = ({ place, basis, periodStart, periodEnd, id }: Claim): string =>
    [place, basis, periodStart, periodEnd, id].join(' ');
  const sorted = [...claims].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const bare = sorted.map((claim) => (remarked ? scopeOf(claim) : labelled(bases, claim.basis)));
  const apart = toldApart(
    sorted.map(({ rows }) => rows[0] as Observation),
    sorted.map((claim, at) =>
      [
        ...[claim.place, claim.periodStart, claim.periodEnd],
        ...[bare[at]?.en, publisherText(claim).en],
      ].join(' | '),
    ),
    analysis,
  );
  // What all have in common stands above them, once.
  const scopes = bare.map((scope, at) => {
    const told = apart[at] ?? [];
    return told.length === 0 ? scope : joined(scope === none ? told : [scope, ...told], ', ');
  });
  const isOneScope = remarked && new Set(scopes.map(({ en }) => en)).size === 1;
  const what = remarked
    ? text('wat', 'quoi', 'was', 'what')
    : text('grondslag', 'base', 'Grundlage', 'basis');
  const added = text(
    'wat de bron erbij zegt',
    'ce que précise la source',
    'was die Quelle dazu sagt',
    'what the source adds',
  );
  return {
    kind: 'table',
    caption: isOneScope ? coloned(capitalised(scopes[0] as Text), caption) : capitalised(caption),
    columns: [
      column('label', 'waarover', 'sujet', 'worüber', 'about'),
      ...(isOneScope ? [] : [{ label: what, kind: 'words' as const }]),
      ...(remarked ? [{ label: added, kind: 'words' as const }] : []),
      sourceColumn,
    ],
    rows: sorted.map((claim, at) => [
      {
        shown: claimText(claim),
        value: claim.value,
        why: {
          key: `alone ${claim.id}`,
          title: claimText(claim),
          says: [],
          evidence: evidenceOf(claim, 'not_added'),
        },
      },
      ...(isOneScope ? [] : [{ shown: scopes[at] as Text }]),
      ...(remarked ? [remarksOf(claim, analysis)] : []),
      sourceFigure(claim.publication, publisherText(claim)),
    ]),
  };
}
