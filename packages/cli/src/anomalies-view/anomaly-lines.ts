import { type Anomaly, anomalyId, anomalyNames, type JudgedSeries } from '@samenbeeld/harmonise';
import { formatNumber, inFour, type Language, listed } from '@samenbeeld/schema';
import { told } from '../terminal.ts';

const words = {
  place: inFour(
    '{file}{sheet}, regel {line}, kolom {column}: "{raw}"',
    '{file}{sheet}, ligne {line}, colonne {column} : « {raw} »',
    '{file}{sheet}, Zeile {line}, Spalte {column}: „{raw}“',
    '{file}{sheet}, line {line}, column {column}: "{raw}"',
  ),
  sheet: inFour(', blad {sheet}', ', feuille {sheet}', ', Blatt {sheet}', ', sheet {sheet}'),
  score: inFour(
    '[score {score}, gemeld vanaf {threshold}; id {id}]',
    '[score {score}, signalé à partir de {threshold} ; id {id}]',
    '[Wert {score}, gemeldet ab {threshold}; id {id}]',
    '[score {score}, reported from {threshold}; id {id}]',
  ),
  or: inFour('of: {rivals}', 'ou : {rivals}', 'oder: {rivals}', 'or: {rivals}'),
  proposed: inFour(
    'voorstel: "{from}" → "{to}" in "{column}"{where}',
    'proposé : « {from} » → « {to} » dans « {column} »{where}',
    'Vorschlag: „{from}“ → „{to}“ in „{column}“{where}',
    'proposed: "{from}" → "{to}" in "{column}"{where}',
  ),
  where: inFour(
    ' waar {conditions}',
    ' là où {conditions}',
    ' bei {conditions}',
    ' where {conditions}',
  ),
  like: inFour('zoals {match}', 'comme {match}', 'wie {match}', 'like {match}'),
  not: inFour('niet {match}', 'pas {match}', 'nicht {match}', 'not {match}'),
  none: inFour(
    'geen verbetering voorgesteld: {open}{alternatives}',
    'aucune correction proposée : {open}{alternatives}',
    'keine Berichtigung vorgeschlagen: {open}{alternatives}',
    'no correction proposed: {open}{alternatives}',
  ),
  mayBe: inFour(
    '; misschien {alternatives}',
    ' ; peut-être {alternatives}',
    '; vielleicht {alternatives}',
    '; may be {alternatives}',
  ),
  unused: inFour(
    '{name} in kolommen die niet worden gebruikt',
    '{name} dans des colonnes inutilisées',
    '{name} in Spalten, die nicht verwendet werden',
    '{name} in columns that are not used',
  ),
  short: inFour(
    'Niet aan hun eigen verloop getoetst: {short} van de {series} reeksen met minder dan {least} cijfers ({n:# cijfer|# cijfers}). Een verschrijving of sprong daarin blijkt alleen waar sommen, prijzen of andere cellen het tonen.',
    'Non jugées d’après leur propre cours : {short} des {series} séries de moins de {least} chiffres ({n:# chiffre|# chiffres}). Une erreur ou un saut n’y apparaît que si des sommes, des prix ou d’autres cellules le montrent.',
    'Nicht am eigenen Verlauf geprüft: {short} von {series} Reihen mit weniger als {least} Zahlen ({n:# Zahl|# Zahlen}). Ein Fehler oder Sprung darin zeigt sich nur, wo Summen, Preise oder andere Zellen es verraten.',
    'Not judged by their own course: {short} of {series} series with fewer than {least} figures ({n:# figure|# figures}). A slip or shift in them shows only where sums, prices or other cells tell.',
  ),
};

const dimensions = ['nationalCode', 'offence', 'substance', 'level', 'metric'] as const;

function scopeWords({ scope }: Anomaly): string {
  return [scope['place'], ...dimensions.map((name) => scope[name])].filter(Boolean).join(' ');
}

/** An anomaly as lines: its number and id, what, where and about what; then why, and what may be done. */
export function anomalyLines(
  anomaly: Anomaly,
  number: number,
  language: Language,
): readonly string[] {
  const { kind, where, cause, evidence, rivals, score, threshold, correction, open, alternatives } =
    anomaly;
  const { file, line, column, raw } = where;
  const sheet = where.sheet === null ? '' : told(words.sheet, language, { sheet: where.sheet });
  const place = { file, sheet, line: String(line), column, raw: raw.trim() };
  return [
    [
      `${number}. ${anomalyNames[kind][language]}`,
      told(words.place, language, place),
      scopeWords(anomaly),
      told(words.score, language, { score, threshold, id: anomalyId(anomaly) }),
    ].join('  '),
    `     ${cause[language]}`,
    ...evidence.map((one) => `     - ${one[language]}`),
    ...(rivals.length > 0
      ? [
          `     ${told(words.or, language, { rivals: rivals.map((one) => one[language]).join('; ') })}`,
        ]
      : []),
    `     ${
      correction
        ? told(words.proposed, language, {
            from: correction.from,
            to: correction.to,
            column: correction.column,
            where: conditions(correction.where, language),
          })
        : told(words.none, language, {
            open: open?.[language] ?? '',
            alternatives:
              alternatives.length > 0
                ? told(words.mayBe, language, { alternatives: alternatives.join(', ') })
                : '',
          })
    }`,
  ];
}

function said(
  condition: NonNullable<Anomaly['correction']>['where'][string],
  language: Language,
): string {
  if ('texts' in condition) return listed(condition.texts, language, 'or');
  const { match, not } = condition;
  return [
    ...(match === '' ? [] : [told(words.like, language, { match })]),
    ...(not ? [told(words.not, language, { match: said(not, language) })] : []),
  ].join(', ');
}

function conditions(
  where: NonNullable<Anomaly['correction']>['where'],
  language: Language,
): string {
  const parts = Object.entries(where).map(
    ([heading, condition]) => `${heading} ${said(condition, language)}`,
  );
  return parts.length > 0 ? told(words.where, language, { conditions: parts.join(', ') }) : '';
}

/** How many of each kind, the most frequent first; those in columns without use apart. */
export function tallyLine(found: readonly Anomaly[], language: Language): string {
  const counts = new Map<string, number>();
  for (const { kind, counts: used } of found) {
    const own = anomalyNames[kind][language];
    const name = used ? own : told(words.unused, language, { name: own });
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${formatNumber(count, language)} ${name}`)
    .join(' · ');
}

/** How many series have too few figures to be judged by their own course. */
export function shortLine(
  { series, tooShort, figures, least }: JudgedSeries,
  language: Language,
): string {
  return told(words.short, language, { short: tooShort, series, least, n: figures });
}
