import { inFour, inSigns, type Language, offences, type Text } from '@samenbeeld/schema';
import { clauses, saidOf } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { saysTotal } from '../totals/total-words.ts';
import type { ProposedCrosswalk } from '../written.ts';
import { companionOf } from './companions.ts';
import { measureOf } from './measures.ts';
import type { ColumnProfile } from './profile-column.ts';
import { propose } from './propose.ts';
import type { TableView } from './table-view.ts';
import { isWordedOffence } from './weigh.ts';
import type { WrittenGuess } from './written-guess.ts';

/** A scheme in which an office numbers its kinds of offences. */
interface Scheme {
  readonly name: Text;
  readonly cell: RegExp;
  /** The same as a description writes it. */
  readonly pattern: string;
  /** Digits that its keys have, where leading zeros are lost. */
  readonly pad?: number;
  /** What one label at least must be, where others are written like many other things. */
  readonly whole?: RegExp;
  /** Its numbers are those of many other things. */
  readonly isPlain?: boolean;
}

const schemes: readonly Scheme[] = [
  {
    name: inFour(
      'sleutels van zes cijfers uit de PKS',
      'clés à six chiffres de la PKS',
      'sechsstellige Schlüssel der PKS',
      'six-digit keys of the PKS',
    ),
    cell: /^(?:-{6}|[\d*]{6})$/,
    pattern: '^(?:------|[0-9*]{6})$',
  },
  {
    name: inFour(
      'sleutels uit de PKS zonder hun nul vooraan',
      'clés de la PKS sans leur zéro initial',
      'Schlüssel der PKS ohne ihre führende Null',
      'keys of the PKS that lost their leading zero',
    ),
    cell: /^(?:-{6}|[\d*]{5,6}|\d\.00E\+\d{3})$/,
    pattern: '^(?:------|[0-9*]{6})$',
    pad: 6,
    // Keys that begin with another figure kept all six.
    whole: /^(?:-{6}|[\d*]{6})$/,
  },
  {
    name: inFour(
      'sleutels van vier cijfers uit de PKS van vóór 2009',
      'clés à quatre chiffres de la PKS d’avant 2009',
      'vierstellige Schlüssel der PKS vor 2009',
      'four-digit keys of the PKS before 2009',
    ),
    cell: /^(?:-{4}|[\d*]{4})$/,
    pattern: '^(?:----|[0-9*]{4})$',
  },
  {
    name: inFour(
      'nummers van de indeling van de Nederlandse politie',
      'numéros de la nomenclature de la police néerlandaise',
      'Nummern der Systematik der niederländischen Polizei',
      'numbers of the Dutch police scheme',
    ),
    cell: /^\d\.\d\.\d+\s*$/,
    pattern: '^\\d\\.\\d\\.\\d+\\s*$',
  },
  {
    name: inFour('codes van het CBS', 'codes du CBS', 'Codes des CBS', 'codes of CBS'),
    cell: /^(?:CRI\d{4}|T001161)\s*$/,
    pattern: '^(?:CRI\\d{4}|T001161)\\s*$',
  },
  {
    name: inFour(
      'nummers van de index van état 4001',
      'numéros de l’index de l’état 4001',
      'Nummern des Index von état 4001',
      'numbers of the index of état 4001',
    ),
    cell: /^(?:\d{1,2}|10[0-7])$/,
    pattern: '^\\d{1,3}$',
    isPlain: true,
  },
];

/** Why kinds of offences stay without an ICCS code. */
export const withoutCounterpart: Text = inFour(
  'soorten zonder regel hebben geen tegenhanger in de ICCS waarvan bekend is dat die precies past',
  'les genres sans entrée n’ont pas d’équivalent ICCS que l’on sache exact',
  'Arten ohne Eintrag haben kein ICCS-Gegenstück, das bekanntermaßen genau passt',
  'kinds without an entry have no ICCS counterpart that is known to be exact',
);

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
          ? saidOf(proposal.label, proposal.reason)
          : inFour(
              '{label}: misschien {to}, te vergelijken met andere landen zodra iemand het bevestigt; {reason}',
              '{label} : peut-être {to}, à comparer avec d’autres pays une fois confirmé ; {reason}',
              '{label}: vielleicht {to}, mit anderen Ländern zu vergleichen, sobald jemand es bestätigt; {reason}',
              '{label}: perhaps {to}, to be compared with other countries once a person confirms it; {reason}',
              { label: proposal.label, to: proposal.to, reason: proposal.reason },
            ),
        confidence: proposal.confidence,
        decide: false,
      },
    ];
  });
  return { file: 'offences.csv', list: 'offences', rows };
}

/**
 * The offence of which a label counts persons or victims, by its code ("Persons suspected for intentional homicide", "Victims of robbery, rate"):
 * all that stands behind a word such as "of" names it, but for what is said behind a comma or in brackets; or null.
 */
export function offenceCounted(label: string, language: TableView['language']): string | null {
  for (const { index, 0: word } of label.matchAll(
    /(?<!\p{L})(?:for|of|pour|de|d['’]|wegens|voor|van|wegen|von)(?!\p{L})\s*/giu,
  )) {
    const rest = label.slice(index + word.length).replace(/\s*(?:,|\(|:).*$/u, '');
    const match = offences.lookup(rest, language);
    if (match.kind === 'exact') return match.entry.code;
  }
  return null;
}

/** A heading of offences and of nothing else. */
const namesOffences =
  /^(?:straftat(?:en)?|straftatengruppe|delikt(?:e|s?gruppe|art)?|tatbestand|misdrij[fv]en?|misdrijf|(?:soort|aard) (?:misdrijf|delict|feit)|delict(?:groep|soort)?|strafbaar feit|feit|infraction|nature de l['’]infraction|type d['’]infraction|délit|figure criminelle|misdrijfcode|off?en[cs]e(?: (?:type|category))?|crime (?:type|category)|type of offence)$/iu;

/** Kinds that are offences by their words alone, whatever heads them. */
const fewestWorded = 3;

/** Whether labels are kinds of offences: words that are no number, measure or whole under a heading that says offences, or each worded as one. */
function areNamedOffences(
  { heading }: ColumnProfile,
  labels: readonly string[],
  language: Language,
): boolean {
  if (namesOffences.test(heading.trim()))
    return labels.every(
      (label) => /^(?:\d+(?:\.\d+)* )?\D*\p{L}{3}/u.test(label) && measureOf(label) === null,
    );
  const worded = labels.filter((label) => !saysTotal(label));
  return (
    worded.length >= fewestWorded &&
    worded.every(
      (label) => isWordedOffence(label) || offences.lookup(label, language).kind === 'exact',
    )
  );
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
      why: inFour(
        '{n} codes van de ICCS',
        '{n} codes ICCS',
        '{n} ICCS-Codes',
        '{n} codes of ICCS',
        { n: labels.length },
      ),
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
      why: inFour(
        '{n} labels van de ICCS, die de kop noemt',
        '{n} libellés de l’ICCS, que l’en-tête nomme',
        '{n} Bezeichnungen der ICCS, die die Überschrift nennt',
        '{n} labels of ICCS, which the heading names',
        { n: labels.length },
      ),
    };
  const scheme =
    labels.length === 0
      ? undefined
      : schemes.find(
          ({ cell, whole }) =>
            labels.filter((label) => cell.test(label)).length >= labels.length * 0.97 &&
            (whole === undefined || labels.some((label) => whole.test(label))),
        );
  const pad = scheme?.pad ?? null;
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
    : { to: 'nationalCode', ...(pad && { pad }), ...(scheme && { pattern: scheme.pattern }) };
  const otherwise = { to: null, reason: withoutCounterpart };
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
    proven:
      (scheme !== undefined && !scheme.isPlain) || areNamedOffences(profile, labels, view.language),
    why: clauses([
      inSigns('{n} {what}', {
        n: labels.length,
        what:
          scheme?.name ??
          inFour(
            'soorten van een nationale indeling',
            'genres d’une nomenclature nationale',
            'Arten einer nationalen Systematik',
            'kinds of a national scheme',
          ),
      }),
      likely > 0 &&
        inFour(
          '{likely} {likely:heeft|hebben} misschien een ICCS-code, genoemd in de omzettabel',
          '{likely} {likely:a|ont} peut-être un code ICCS, nommé dans la table de correspondance',
          '{likely} {likely:hat|haben} vielleicht einen ICCS-Code, der in der Umschlüsselung steht',
          '{likely} may have an ICCS code, named in the crosswalk',
          { likely },
        ),
    ]),
  };
}
