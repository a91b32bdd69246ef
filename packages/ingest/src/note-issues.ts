import { foldText, type Issue, type MissingReason, ownValue } from '@samenbeeld/schema';
import type { StagedBinding } from './compile/binding.ts';
import type { Dictionary } from './compile/dictionary.ts';
import type { SourceDescription } from './description/description.ts';
import type { Repeated } from './repeated-keys.ts';
import { showable } from './screen-personal-data.ts';
import type { TableHead } from './stage/staged-table.ts';

/** What a file says of one of its marks: "x = geheim", "* = voorlopig". */
interface LegendEntry {
  readonly mark: string;
  readonly text: string;
  /** The status of an observation, where the text names one. */
  readonly status: string | null;
  /** Why a figure is missing, where the text says so. */
  readonly missing: MissingReason | null;
  /** How sure it is that the mark is a figure of exactly nil; 0 where the text does not say so. */
  readonly nil: number;
}

/** What a file says of its marks, by mark as it is written. */
export type Legend = ReadonlyMap<string, LegendEntry>;

const reasons: readonly (readonly [MissingReason, RegExp])[] = [
  [
    'suppressed',
    /geheim|vertrouwelijk|confiden|vertraulich|secret|anonymi|afgeschermd|onderdrukt|suppressed|masqu[ée]|non diffus/iu,
  ],
  [
    'not_applicable',
    /niet van toepassing|not applicable|sans objet|non applicable|nicht zutreffend|trifft nicht zu|entf[äa]llt|kan niet voorkomen|logisch onmogelijk/iu,
  ],
  ['pending', /nog niet|not yet|pas encore|noch nicht|volgt later|to follow|folgt sp/iu],
  [
    'below_threshold',
    /onder de drempel|below (?:the )?threshold|inférieur au seuil|unter(?:halb)? der schwelle/iu,
  ],
  ['not_collected', /niet verzameld|not collected|non collect|nicht erhoben/iu],
  [
    'not_reported',
    /onbekend|niet beschikbaar|niet gemeld|niet gepubliceerd|geen gegevens|ontbre|not available|unknown|not reported|not published|no data|missing|inconnu|non disponible|indisponible|non communiqu|non publi|non renseign|manquant|unbekannt|nicht verf[üu]gbar|nicht gemeldet|nicht ver[öo]ffentlicht|keine angabe|fehlt/iu,
  ],
];

const statuses: readonly (readonly [string, RegExp])[] = [
  ['P', /voorlopig|provision|provisoi?r|vorl[äa]ufig/iu],
  ['E', /geschat|schatting|estim|gesch[äa]tzt|sch[äa]tzung/iu],
  ['R', /herzien|bijgesteld|revised|revision|r[ée]vis|revidiert|berichtigt/iu],
  ['B', /\bbreuk|\bbreak|\brupture|\bbruch/iu],
  ['D', /definiti(?:on|e)|définition/iu],
  ['F', /prognose|voorspel|forecast|pr[ée]vision/iu],
  ['U', /betrouwba|reliab|fiab|zuverl[äa]ssig/iu],
  ['N', /niet significant|not significant|non significatif|nicht signifikant/iu],
  ['A', /definitief|\bfinal\b|d[ée]finitif|endg[üu]ltig/iu],
];

/** Texts that say exactly nil; "nichts vorhanden" is nil to German offices, and none given to others. */
const nils: readonly (readonly [number, RegExp])[] = [
  [
    0.95,
    /^(?:exact(?:ly|ement)? |precies |genau )?(?:nul|nihil|nil|zero|z[ée]ro|n[ée]ant|aucune?|none|geen|keine?)(?: \(?0\)?)?(?:$| (?:inbeslag|saisie|seizure|sicherstell|vangst|feiten|faits|f[äa]lle|gevallen|cas\b|cases))/iu,
  ],
  [0.95, /^genau null\b|^0(?:[.,]0+)?$/iu],
  [0.7, /^null$|nichts vorhanden/iu],
];

/** A longer line is prose. */
const longest = 1_000;

const letters = String.raw`[A-Za-z]{1,3}|n\/[abcd]|n\.\s?[acdr]\.`;
const signs = String.raw`[^\p{L}\p{N}\s=;,|"'()]{1,3}`;
const equated = new RegExp(
  String.raw`(?:^|[\s;,|("'])(${letters}|${signs})["')]*\s*=\s*((?:\p{L}|0(?![\d]))[^=;|]*?)(?=[\s,]+(?:${letters}|${signs})["')]*\s*=|\s+(?:[Bb]ron(?:nen)?|[Ss]ources?|[Qq]uellen?|[Ss]tand|[Pp]eildatum)\s?:|[;|]|$)`,
  'gu',
);
/** A colon or brackets explain a mark only with a meaning that is known: "nd : non disponible", "(p) provisorisch". */
const explained = new RegExp(
  String.raw`(?:^|[;|])\s*(?:\(((?:[a-z]{1,2}|${signs}))\)\s*:?|(?!nb)([a-z]{1,2}|n\.\s?[acdr]\.)\s*:)\s+(\p{L}[^;|]*)`,
  'gu',
);
/** A sign needs neither where few words say why a figure is missing: "Notes: – not available". */
const dashed = new RegExp(
  String.raw`(?:^|[;|]|(?:notes?|remarques?|anm\p{L}*\.?|l[ée]gend[ae]?|opmerkingen)\s*:)\s*(${signs})\s*:?\s+(\p{L}+(?: \p{L}+){0,3})\s*(?=[.;|,]|$)`,
  'giu',
);
const signed = /^(\*{1,3}|[†‡§]|[¹²³⁰⁴-⁹]+)\)?\s*:?\s*(\p{L}.*)$/u;

/** Whether a cell says what marks mean, and nothing else: no row of figures does. */
export function isLegend(cell: string): boolean {
  const first = new RegExp(String.raw`^["'(]?(?:${letters}|${signs})["')]*\s*=\s*\p{L}`, 'u');
  return first.test(cell.trim());
}

function entryOf(mark: string, text: string): LegendEntry {
  const meaning = text.trim().replace(/[\s.,]+$/u, '');
  const missing = reasons.find(([, words]) => words.test(meaning))?.[0] ?? null;
  const status = missing ? null : (statuses.find(([, words]) => words.test(meaning))?.[0] ?? null);
  const nil = missing || status ? 0 : (nils.find(([, words]) => words.test(meaning))?.[0] ?? 0);
  return { mark, text: meaning, status, missing, nil };
}

/** The marks that lines around a table explain. A mark that two lines explain otherwise is taken as the first says. */
export function legendOf(lines: readonly string[]): Legend {
  const found = new Map<string, LegendEntry>();
  for (const line of lines.filter(({ length }) => length <= longest)) {
    const sign = signed.exec(line.trim());
    const pairs = [...line.matchAll(equated)].map(([, mark = '', text = '']) => [mark, text]);
    const known = [...line.matchAll(explained)].flatMap(([, inside, before, text = '']) => {
      const { missing, status } = entryOf('', text);
      const mark =
        inside !== undefined && !/\p{L}/u.test(inside) ? `(${inside})` : (inside ?? before);
      return missing || status ? [[mark, text]] : [];
    });
    const reasoned = [...line.matchAll(dashed)].flatMap(([, mark = '', text = '']) =>
      entryOf('', text).missing ? [[mark, text]] : [],
    );
    for (const [mark = '', text = ''] of pairs.length > 0
      ? pairs
      : sign
        ? [[sign[1], sign[2]]]
        : [...known, ...reasoned])
      if (!found.has(mark)) found.set(mark, entryOf(mark, text));
  }
  return found;
}

const alike = (text: string): string => foldText(text).replace(/\s+/gu, ' ').trim();

/**
 * Where the lines around a table say otherwise of its marks than the description does (`legend`): a mark that means
 * something else now would be read as it was before. Nothing where the description keeps no legend, or the format has no
 * such lines.
 */
function legendIssues(
  { file, sheet, titles, footers }: TableHead,
  description: Pick<SourceDescription, 'legend' | 'file'>,
): readonly Issue[] {
  const kept = Object.entries(description.legend ?? {});
  if (kept.length === 0 || (titles === undefined && footers === undefined)) return [];
  const said = legendOf([...(titles ?? []), ...(footers ?? [])]);
  const issue = (rule: string, mark: string, message: string, repair: string): Issue => ({
    file,
    sheet,
    line: null,
    column: null,
    value: mark,
    rule,
    severity: 'warning',
    message,
    repair,
  });
  const changed = kept.flatMap(([mark, text]): Issue[] => {
    const now = said.get(mark)?.text;
    if (now !== undefined && alike(now) === alike(text)) return [];
    return now === undefined
      ? [
          issue(
            'legend.absent',
            mark,
            `the file no longer says what "${mark}" means; it was "${text}", and it is read as before`,
            `ask the publisher whether "${mark}" still means it; if nothing explains it any more, remove it from legend in ${description.file}`,
          ),
        ]
      : [
          issue(
            'legend.changed',
            mark,
            `"${mark}" meant "${text}", and this file says "${now}": it is still read as before`,
            `correct what "${mark}" means under missingValues, zeroValues or flags, and under legend, in ${description.file}; an edition that meant the other needs a description of its own`,
          ),
        ];
  });
  const added = [...said.values()].flatMap(({ mark, text }): Issue[] =>
    ownValue(description.legend, mark) === undefined
      ? [
          issue(
            'legend.new',
            mark,
            `the file says what "${mark}" means ("${text}"), and the description does not know it`,
            `say what "${mark}" means under missingValues, zeroValues or flags, and under legend, in ${description.file}`,
          ),
        ]
      : [],
  );
  return [...changed, ...added];
}

type Told = Pick<Issue, 'rule' | 'message' | 'repair'> &
  Partial<Pick<Issue, 'line' | 'column' | 'value' | 'severity'>>;

/** Codes without an exact counterpart, one note each. */
function codeNotes({ texts }: StagedBinding, dictionary: Dictionary): readonly Told[] {
  return dictionary.dimensions.flatMap(({ at, bound }) =>
    [...(dictionary.meanings.get(at) ?? [])].flatMap(([text, meaning]): Told[] => {
      if (!('note' in meaning) || meaning.note === undefined) return [];
      const seen = texts.get(bound.column.index)?.seen.get(text);
      if (!seen || showable(text) === null) return [];
      return [
        {
          line: seen.line,
          column: bound.shown,
          value: text,
          rule: 'crosswalk.not-exact',
          message: meaning.note,
          repair: "none needed; the source's own words are kept",
        },
      ];
    }),
  );
}

function correctionNotes(
  { columns, slots, texts }: StagedBinding,
  { corrections }: SourceDescription,
): readonly Told[] {
  return corrections.flatMap(({ column, from, to, reason }): Told[] => {
    const bound =
      columns.find(({ rule }) => rule.header === column) ??
      slots.find(({ heading }) => heading === column);
    const seen = bound && texts.get(bound.column.index)?.seen.get(from);
    if (!seen) return [];
    return [
      {
        line: seen.line,
        column: bound.shown,
        value: from,
        rule: 'correction.applied',
        message: `read as "${to}" (${seen.rows} row${seen.rows > 1 ? 's' : ''}): ${reason}`,
        repair: 'none needed; the cell is kept as it stands',
      },
    ];
  });
}

/** Rows that say the same in every cell may be one row delivered twice. */
function repeatedRows({ count, lines }: Repeated['rows'][number]): readonly Told[] {
  const [first] = lines;
  if (first === undefined) return [];
  const shown = `${lines.join(', ')}${count > lines.length ? ', …' : ''}`;
  return [
    {
      line: first,
      severity: 'warning',
      rule: 'row.repeated',
      message: `${count} row${count > 1 ? 's repeat' : ' repeats'} an earlier one in every cell (line ${shown})`,
      repair: 'ask the publisher whether they are separate; both are kept',
    },
  ];
}

function roundedValues({ facts }: StagedBinding): readonly Told[] {
  const { count, line } = facts.rounded;
  return count === 0
    ? []
    : [
        {
          line,
          rule: 'value.rounded',
          message: `${count} value${count > 1 ? 's have' : ' has'} more than 12 decimals and ${count > 1 ? 'are' : 'is'} rounded to 12`,
          repair: 'none needed; the cell is kept as it stands',
        },
      ];
}

/** What a person may want to know about a table although nothing is wrong. */
export function noteIssues(
  binding: StagedBinding,
  dictionary: Dictionary,
  description: SourceDescription,
  repeated: Repeated['rows'][number],
): readonly Issue[] {
  const { table } = binding;
  const told = [
    ...codeNotes(binding, dictionary),
    ...correctionNotes(binding, description),
    ...roundedValues(binding),
    ...repeatedRows(repeated),
  ];
  return [
    ...table.notes,
    ...legendIssues(table, description),
    ...told.map(
      (issue): Issue => ({
        file: table.file,
        sheet: table.sheet,
        line: null,
        column: null,
        value: null,
        severity: 'note',
        ...issue,
      }),
    ),
  ];
}
