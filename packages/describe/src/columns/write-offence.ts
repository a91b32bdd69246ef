import { offences } from '@samenbeeld/schema';
import { thresholds } from '../thresholds.ts';
import type { ProposedCrosswalk } from '../written.ts';
import { companionOf } from './companions.ts';
import type { ColumnProfile } from './profile-column.ts';
import { propose } from './propose.ts';
import type { TableView } from './table-view.ts';
import type { WrittenGuess } from './written-guess.ts';

const schemes: readonly (readonly [name: string, cell: RegExp, pattern: string])[] = [
  ['six-digit keys of the PKS', /^(?:-{6}|[\d*]{6})$/, '^(?:------|[0-9*]{6})$'],
  [
    'keys of the PKS that lost their leading zero',
    /^(?:-{6}|[\d*]{5,6}|\d\.00E\+\d{3})$/,
    '^(?:------|[0-9*]{6})$',
  ],
  ['four-digit keys of the PKS before 2009', /^(?:-{4}|[\d*]{4})$/, '^(?:----|[0-9*]{4})$'],
  ['numbers of the Dutch police scheme', /^\d\.\d\.\d+\s*$/, '^\\d\\.\\d\\.\\d+\\s*$'],
  ['codes of CBS', /^(?:CRI\d{4}|T001161)\s*$/, '^(?:CRI\\d{4}|T001161)\\s*$'],
  ['numbers of the index of état 4001', /^(?:\d{1,2}|10[0-7])$/, '^\\d{1,3}$'],
];

const without = 'kinds without an entry have no ICCS counterpart that is known to be exact';

function crosswalkOf(
  pairs: readonly (readonly [key: string, label: string])[],
  view: TableView,
): ProposedCrosswalk {
  const proposals = propose(
    pairs.map(([, label]) => label),
    'offences',
    { language: view.language, country: view.country?.country ?? null },
  );
  const rows = proposals.flatMap((proposal, at) => {
    const key = pairs[at]?.[0] ?? proposal.label;
    if (proposal.to === null) return [];
    const sure = proposal.confidence >= thresholds.taken;
    return [
      {
        from: key,
        to: sure ? proposal.to : null,
        match: sure ? proposal.match : ('none' as const),
        note: sure
          ? `${proposal.label}: ${proposal.reason}`
          : `${proposal.label}: perhaps ${proposal.to}, to be compared with other countries once a person confirms it; ${proposal.reason}`,
        confidence: proposal.confidence,
        decide: false,
      },
    ];
  });
  return { file: 'offences.csv', list: 'offences', rows };
}

/**
 * A column of offences. ICCS codes are ours; keys and labels of a national scheme are kept as they stand in
 * `nationalCode`, with a crosswalk to ICCS for those that have a counterpart; one that is only likely stands there as a
 * note, since the figures are right without it. Keys are proposed by the labels beside them.
 */
export function writeOffence(
  concept: 'offence' | 'offenceKey',
  profile: ColumnProfile,
  labels: readonly string[],
  view: TableView,
): WrittenGuess {
  if (
    labels.every((label) => /^ICCS\d+$/.test(label)) &&
    (labels.length > 0 || concept === 'offence')
  )
    return {
      to: 'offence',
      written: { to: 'offence' },
      crosswalks: [],
      decide: [],
      factor: 1,
      why: `${labels.length} codes of ICCS`,
    };
  // Under a heading that names ICCS its labels mean its codes, and nothing like them.
  if (
    /(?<!\p{L})ICCS(?!\p{L})/iu.test(profile.heading) &&
    labels.length > 0 &&
    labels.every((label) => offences.lookup(label, view.language).kind === 'exact')
  )
    return {
      to: 'nationalCode',
      written: [{ to: 'nationalCode' }, { to: 'offence', list: 'offences' }],
      crosswalks: [],
      decide: [],
      factor: 1,
      why: `${labels.length} labels of ICCS, which the heading names`,
    };
  const scheme =
    labels.length === 0
      ? undefined
      : schemes.find(
          ([, cell]) => labels.filter((label) => cell.test(label)).length >= labels.length * 0.97,
        );
  const pad = scheme?.[0].includes('lost') ? 6 : null;
  const companion = concept === 'offenceKey' ? companionOf(profile, view) : null;
  const pairs = companion
    ? companion
    : labels.map((label): readonly [string, string] => [
        label,
        label.replace(/^\d+(?:\.\d+)* /, ''),
      ]);
  const crosswalk = crosswalkOf(pairs, view);
  const numbered =
    labels.filter((label) => /^\d\.\d\.\d+ \S/.test(label)).length > labels.length / 2;
  const all = labels.filter((label) => /^totaal|^total|insgesamt$/i.test(label));
  const national = numbered
    ? {
        to: 'nationalCode',
        rules: [
          ...all.map((label) => ({ is: label, to: '0.0.0' })),
          { match: '^(\\d\\.\\d\\.\\d+) .+$', to: '$1' },
        ],
      }
    : { to: 'nationalCode', ...(pad && { pad }), ...(scheme && { pattern: scheme[2] }) };
  const otherwise = { to: null, reason: without };
  const named = crosswalk.rows.length > 0;
  const mappings = [
    national,
    ...(named
      ? [{ to: 'offence', ...(pad && { pad }), crosswalk: crosswalk.file, otherwise }]
      : []),
  ];
  const likely = crosswalk.rows.filter(({ to }) => to === null).length;
  const [only] = mappings;
  return {
    to: 'nationalCode',
    written: named ? mappings : (only ?? null),
    crosswalks: named
      ? [
          pad
            ? {
                ...crosswalk,
                rows: crosswalk.rows.map((row) => ({ ...row, from: row.from.padStart(pad, '0') })),
              }
            : crosswalk,
        ]
      : [],
    decide: [],
    factor: 1,
    // Bare numbers below 108 are many things; the other schemes are written like nothing else.
    proven: scheme !== undefined && !scheme[0].startsWith('numbers of the index'),
    why: [
      scheme ? `${labels.length} ${scheme[0]}` : `${labels.length} kinds of a national scheme`,
      ...(likely > 0 ? [`${likely} may have an ICCS code, named in the crosswalk`] : []),
    ].join('; '),
  };
}
