import type { Analysis } from '@samenbeeld/recipes';
import { UsageError } from '@samenbeeld/schema';
import { type Options, textOption } from '../options.ts';
import type { Open } from './open-matters.ts';

/** The claim a person means: by its own number, its id, the start of an id, or its value among the rivals. */
function claimOf(named: string, subject: string, analysis: Analysis): string {
  const ids = [
    ...new Set(
      analysis.conflicts
        .filter((conflict) => conflict.subject === subject)
        .flatMap((conflict) => conflict.claims.slice(0, 2)),
    ),
  ];
  const rivals = analysis.result.claims.filter((claim) => ids.includes(claim.id));
  const wanted = Number(named.replace(/[\s,]/g, ''));
  const found = rivals.filter((claim) =>
    claim.rows.some(
      (row) => row.reference === named || row.id.startsWith(named) || row.value === wanted,
    ),
  );
  const [only] = found;
  if (!only || found.length > 1) {
    const known = rivals.flatMap((claim) =>
      claim.rows.map((row) => `${row.reference ?? row.id} (${row.value} ${row.unit})`),
    );
    throw new UsageError(
      `"${named}" names ${found.length === 0 ? 'no claim' : 'more than one claim'} of "${subject}". Its claims: ${known.join(', ')}.`,
    );
  }
  return only.id;
}

/** The options that say what is decided, or by whom. */
export const decidingOptions: readonly string[] = [
  'keep',
  'accept',
  'until',
  'add',
  'same',
  'different',
  'unsure',
  'reopen',
  'role',
  'agency',
  'reason',
  'evidence',
  'time',
];

/** The verdict that the command line gives on a release. */
export function releaseVerdict(options: Options): string {
  const until = textOption(options, 'until');
  const verdict = verdictGiven(options, 'release');
  if (until !== null && verdict !== 'accept')
    throw new UsageError('--until goes with --accept: the last day a release holds.');
  return until === null ? verdict : `accept until ${until}`;
}

/** The verdict that the command line gives. Throws UsageError where it gives none, several, or one of another kind. */
export function verdictOf(options: Options, matter: Open, analysis: Analysis): string {
  if (matter.kind === 'release') return releaseVerdict(options);
  if (options['until'] !== undefined)
    throw new UsageError(`--until goes with a release; "${matter.subject}" is none.`);
  const verdict = verdictGiven(options, matter.kind);
  return verdict === 'keep'
    ? `keep ${claimOf(String(options['keep']), matter.subject, analysis)}`
    : verdict;
}

function verdictGiven(options: Options, kind: Open['kind']): string {
  const flags = ['accept', 'add', 'same', 'different', 'unsure', 'reopen'].filter(
    (flag) => options[flag] === true,
  );
  const given = [...(options['keep'] === undefined ? [] : ['keep']), ...flags];
  const [only] = given;
  if (!only || given.length !== 1)
    throw new UsageError(
      'Say one of --keep CLAIM, --accept, --add, --same, --different, --unsure or --reopen.',
    );
  const fits: Readonly<Record<string, readonly string[]>> = {
    conflict: ['keep', 'add', 'accept', 'reopen'],
    ceiling: ['accept', 'reopen'],
    'same-seizure': ['same', 'different', 'unsure', 'reopen'],
    override: ['accept', 'reopen'],
    release: ['accept', 'reopen'],
  };
  if (!fits[kind]?.includes(only))
    throw new UsageError(
      `--${only} does not fit a decision of kind ${kind}; use --${fits[kind]?.join(', --')}.`,
    );
  return only;
}
