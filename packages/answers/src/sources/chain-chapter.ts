import type { Block } from '@samenbeeld/page';
import { bases, substances } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { capitalised, column, labelled, text, unitText } from '../text.ts';
import { evidenceOf } from '../why/evidence.ts';
import { claimText, publisherText, wordedClaim } from './claim-text.ts';
import { remarkOf } from './remarks.ts';

/** 8. The chain: what was seized elsewhere on its way to Belgium or the Netherlands. */
export function chainBlocks(analysis: Analysis): readonly Block[] {
  const languageOf = new Map(
    analysis.gathered.sources.map(({ source }) => [source.id, source.language]),
  );
  const upstream = analysis.result.claims
    .filter(
      (claim) =>
        claim.substance === analysis.question.substance &&
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
  if (upstream.length === 0)
    return [
      {
        kind: 'paragraph',
        text: text(
          'Van wat elders op weg hierheen in beslag is genomen, bevat dit beeld geen cijfer. Dat is niet nul: het is niet bekend.',
          'De ce qui a été saisi ailleurs en route vers ici, ce tableau ne contient aucun chiffre. Cela ne veut pas dire zéro : on ne sait pas.',
          'Zu dem, was anderswo auf dem Weg hierher sichergestellt wurde, enthält dieses Lagebild keine Zahl. Das ist nicht null: Es ist nicht bekannt.',
          'Of what was seized elsewhere on its way here this picture holds no figure. That is not nought: it is not known.',
        ),
      },
    ];
  return [
    {
      kind: 'table',
      caption: text(
        '{what} op een andere grondslag, {unit}',
        '{what} sur une autre base, {unit}',
        '{what} auf anderer Grundlage, {unit}',
        '{what} on another basis, {unit}',
        {
          what: capitalised(labelled(substances, analysis.question.substance ?? '')),
          unit: analysis.question.unit,
        },
      ),
      columns: [
        column('label', 'waarover', 'sujet', 'worüber', 'about'),
        column('words', 'grondslag', 'base', 'Grundlage', 'basis'),
        { label: unitText(analysis.question.unit), kind: 'number' },
        column('words', 'bron', 'source', 'Quelle', 'source'),
      ],
      rows: upstream.map((claim) => [
        { shown: claimText(claim) },
        { shown: labelled(bases, claim.basis) },
        {
          shown: wordedClaim(claim),
          value: claim.value,
          why: {
            key: `chain ${claim.id}`,
            title: claimText(claim),
            says: claim.note
              ? [remarkOf(claim.note, languageOf.get(claim.rows[0]?.source ?? ''), analysis)]
              : [],
            evidence: evidenceOf(claim, 'not_added'),
          },
        },
        {
          shown: publisherText(claim),
          ...(claim.publication?.startsWith('http') ? { url: claim.publication } : {}),
        },
      ]),
    },
  ];
}
