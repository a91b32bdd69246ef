import type { MissingReason } from '@samenbeeld/schema';

/** What a file says of one of its marks: "x = geheim", "* = voorlopig". */
export interface LegendEntry {
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
    /onbekend|niet beschikbaar|niet gemeld|geen gegevens|ontbre|not available|unknown|not reported|no data|missing|inconnu|non disponible|indisponible|non communiqu|non renseign|manquant|unbekannt|nicht verf[üu]gbar|nicht gemeldet|keine angabe|fehlt/iu,
  ],
];

const statuses: readonly (readonly [string, RegExp])[] = [
  ['P', /voorlopig|provision|provisoire|vorl[äa]ufig/iu],
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

const letters = String.raw`[A-Za-z]{1,3}|n\.\s?[acdr]\.`;
const signs = String.raw`[^\p{L}\p{N}\s=;,|"'()]{1,3}`;
const equated = new RegExp(
  String.raw`(?:^|[\s;,|("'])(${letters}|${signs})["')]*\s*=\s*((?:\p{L}|0(?![\d]))[^=;|]*?)(?=[\s,]+(?:${letters}|${signs})["')]*\s*=|[;|]|$)`,
  'gu',
);
const signed = /^(\*{1,3}|[†‡])\)?\s*:?\s*(\p{L}.*)$/u;

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
    for (const [mark = '', text = ''] of pairs.length > 0
      ? pairs
      : sign
        ? [[sign[1], sign[2]]]
        : [])
      if (!found.has(mark)) found.set(mark, entryOf(mark, text));
  }
  return found;
}
