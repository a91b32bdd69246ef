import type { BuiltAnalysis } from '@samenbeeld/recipes';
import {
  convertQuantity,
  decisionKinds,
  inEach,
  isMass,
  numbersMeant,
  type Observation,
  units,
  wrongUse,
} from '@samenbeeld/schema';
import { type Options, textOption } from '../options.ts';
import { figureOf, type Open, verdictOptions } from './open-matters.ts';

/** Whether a text names the figure of a row, or the same in the unit of a rival: as its file has it, or as a language prints it. */
function isFigure(named: string, { value, unit }: Observation, others: readonly string[]): boolean {
  if (value === null) return false;
  const [, digits = '', word = ''] =
    /^(.*?)\s*(\p{L}*)$/su.exec(named.replace(/\p{Sc}/gu, '').trim()) ?? [];
  const meant = numbersMeant(digits);
  const said = units.lookup(word);
  const asked = word === '' ? [unit, ...others] : said.kind === 'exact' ? [said.entry.code] : [];
  return asked.some(
    (each) =>
      units.get(each).base === units.get(unit).base &&
      meant.includes(convertQuantity(value, unit, each).value),
  );
}

/** The claim a person means: by its own number, its id, the start of an id, or its value among the rivals. */
function claimOf(named: string, subject: string, analysis: BuiltAnalysis): string {
  const ids = [
    ...new Set(
      analysis.conflicts
        .filter((conflict) => conflict.subject === subject)
        .flatMap((conflict) => conflict.claims.slice(0, 2)),
    ),
  ];
  const rivals = analysis.whole.claims.filter((claim) => ids.includes(claim.id));
  const base = rivals.flatMap(({ unit }) => (isMass(unit) ? 'kg' : []));
  const rivalUnits = [...new Set([...rivals.map(({ unit }) => unit), ...base])];
  const found = rivals.filter((claim) =>
    claim.rows.some(
      (row) =>
        row.reference === named || row.id.startsWith(named) || isFigure(named, row, rivalUnits),
    ),
  );
  const [only] = found;
  if (!only || found.length > 1) {
    const known = inEach((language) =>
      rivals
        .flatMap(({ rows }) =>
          rows.map((row) => `${row.reference ?? row.id} (${figureOf(row, language)})`),
        )
        .join(', '),
    );
    throw wrongUse(
      '"{named}" noemt {n:geen cijfer|één cijfer|meer dan één cijfer} van "{subject}". De cijfers: {known}.',
      '« {named} » {n:ne désigne aucun chiffre|désigne un chiffre|désigne plusieurs chiffres} de « {subject} ». Les chiffres : {known}.',
      '„{named}“ bezeichnet {n:keine Angabe|eine Angabe|mehr als eine Angabe} zu „{subject}“. Die Angaben: {known}.',
      '"{named}" names {n:no claim|one claim|more than one claim} of "{subject}". Its claims: {known}.',
      { named, n: found.length, subject, known },
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
    throw wrongUse(
      '--until hoort bij --accept: de laatste dag waarop een vrijgave geldt.',
      '--until va avec --accept : le dernier jour où une autorisation vaut.',
      '--until gehört zu --accept: der letzte Tag, an dem eine Freigabe gilt.',
      '--until goes with --accept: the last day a release holds.',
    );
  return until === null ? verdict : `accept until ${until}`;
}

/** The verdict that the command line gives. Throws UsageError where it gives none, several, or one of another kind. */
export function verdictOf(options: Options, matter: Open, analysis: BuiltAnalysis): string {
  if (matter.kind === 'release') return releaseVerdict(options);
  if (options['until'] !== undefined)
    throw wrongUse(
      '--until hoort bij een vrijgave; "{subject}" is er geen.',
      '--until va avec une autorisation ; « {subject} » n’en est pas une.',
      '--until gehört zu einer Freigabe; „{subject}“ ist keine.',
      '--until goes with a release; "{subject}" is none.',
      { subject: matter.subject },
    );
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
    throw wrongUse(
      'Geef één van --keep CIJFER, --accept, --add, --same, --different, --unsure of --reopen.',
      'Donnez l’un de --keep CHIFFRE, --accept, --add, --same, --different, --unsure ou --reopen.',
      'Geben Sie eines von --keep ANGABE, --accept, --add, --same, --different, --unsure oder --reopen an.',
      'Say one of --keep CLAIM, --accept, --add, --same, --different, --unsure or --reopen.',
    );
  const fits = verdictOptions(kind);
  if (!fits.includes(only))
    throw wrongUse(
      '--{only} past niet bij een beslissing van de soort "{kind}"; gebruik {fits}.',
      '--{only} ne convient pas à une décision du type « {kind} » ; utilisez {fits}.',
      '--{only} passt nicht zu einer Entscheidung der Art „{kind}“; nehmen Sie {fits}.',
      '--{only} does not fit a decision of kind {kind}; use {fits}.',
      { only, kind: decisionKinds[kind], fits: `--${fits.join(', --')}` },
    );
  return only;
}
