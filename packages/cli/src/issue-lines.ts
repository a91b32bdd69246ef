import { issueWords, openRule } from '@samenbeeld/ingest';
import {
  formatNumber,
  type Issue,
  inEach,
  inFour,
  type Language,
  type Text,
  withRepair,
} from '@samenbeeld/schema';
import { quotedEnglish, told } from './terminal.ts';

/** Kinds of issues shown; the others are counted. */
const kindsShown = 20;
/** Lines named of issues that are the same. */
const linesShown = 3;

const severities: Readonly<Record<Issue['severity'], Text>> = {
  rejection: inFour('geweigerd', 'rejet', 'abgewiesen', 'rejection'),
  warning: inFour('waarschuwing', 'avertissement', 'Warnung', 'warning'),
  note: inFour('opmerking', 'remarque', 'Anmerkung', 'note'),
};

const words = {
  lines: inFour(
    '{n:regel|regels} {lines}',
    '{n:ligne|lignes} {lines}',
    '{n:Zeile|Zeilen} {lines}',
    '{n:line|lines} {lines}',
  ),
  and: inFour(
    '{lines} en nog {n}',
    '{lines} et {n} de plus',
    '{lines} und {n} weitere',
    '{lines} and {n} more',
  ),
  example: inFour(
    'bijvoorbeeld: {message}',
    'par exemple : {message}',
    'zum Beispiel: {message}',
    'for example: {message}',
  ),
  column: inFour('kolom {column}', 'colonne {column}', 'Spalte {column}', 'column {column}'),
  more: inFour(
    '… en nog {n}, {kept}',
    '… et {n} de plus, {kept}',
    '… und {n} weitere, {kept}',
    '… and {n} more, {kept}',
  ),
  moreKinds: inFour(
    '… en nog {n} van {kinds} soorten, {kept}',
    '… et {n} de plus, de {kinds} sortes, {kept}',
    '… und {n} weitere von {kinds} Arten, {kept}',
    '… and {n} more of {kinds} kinds, {kept}',
  ),
  kept: inFour(
    'in de tabel "issue" van het beeld',
    'dans la table « issue » du tableau',
    'in der Tabelle „issue“ des Lagebilds',
    'in the table "issue" of the picture',
  ),
};

/** What a person repairs once: the same rule on the same text of the same column. */
function kindOf({ severity, file, sheet, column, rule, value, message }: Issue): string {
  // The questions of a draft are answered in one file, in one go.
  if (rule === openRule) return JSON.stringify([severity, file, rule]);
  return JSON.stringify([severity, file, sheet, column, rule, value ?? message]);
}

function placeOf(issues: readonly Issue[], language: Language): string {
  const [{ file, column } = { file: '', column: null }] = issues;
  const lines = [...new Set(issues.flatMap(({ line }) => line ?? []))];
  const more = lines.length - linesShown;
  const first = lines.slice(0, linesShown).join(', ');
  const named = more > 0 ? told(words.and, language, { lines: first, n: more }) : first;
  return [
    file,
    lines.length === 0 ? null : told(words.lines, language, { n: lines.length, lines: named }),
    column === null || issues.some((one) => one.column !== column)
      ? null
      : told(words.column, language, { column }),
  ]
    .filter(Boolean)
    .join(', ');
}

function lineOf(issues: readonly Issue[], language: Language): string {
  const [issue] = issues;
  if (!issue) return '';
  const { severity, value, rule, repair } = issue;
  const message =
    rule === openRule
      ? issues
          .map((each, at) => (at === 0 ? each.message : each.message.replace(/^[^:]*: /u, '')))
          .join('; ')
      : issue.message;
  const shown = value === null || message.includes(`"${value}"`);
  const times = issues.length > 1 ? ` × ${formatNumber(issues.length, language)}` : '';
  const isOne = issues.every((one) => one.message === issue.message && one.value === value);
  const asExample = (says: string): string =>
    isOne || rule === openRule ? says : told(words.example, language, { message: says });
  const head = `${severities[severity][language]}${times}: ${placeOf(issues, language)}:${shown ? '' : ` "${value}"`}`;
  if (language === 'en') return `${head} ${asExample(message)} [${rule}]. Repair: ${repair}`;
  const own = issueWords({ ...issue, message });
  return own
    ? `${head} ${
        withRepair(
          inEach((one) => `${asExample(own.message[one])} [${rule}]`),
          own.repair,
        )[language]
      }`
    : `${head} [${rule}] ${quotedEnglish(`${message}. Repair: ${repair}`, language)}`;
}

/**
 * Issues as lines, in the order of their first: those with the same rule, column and text in one, with how many and the
 * first lines. What is not shown is counted, and it is said where all of it stands. `byRule`: those of one rule and file in one,
 * with the first as an example.
 */
export function issueLines(
  issues: readonly Issue[],
  language: Language,
  { kept = words.kept, byRule = false }: { readonly kept?: Text; readonly byRule?: boolean } = {},
): readonly string[] {
  const kinds = new Map<string, Issue[]>();
  for (const issue of issues) {
    const kind = byRule ? JSON.stringify([issue.severity, issue.file, issue.rule]) : kindOf(issue);
    const known = kinds.get(kind);
    if (known) known.push(issue);
    else kinds.set(kind, [issue]);
  }
  const groups = [...kinds.values()];
  const left = groups.slice(kindsShown);
  const lines = groups.slice(0, kindsShown).map((group) => lineOf(group, language));
  if (left.length === 0) return lines;
  const count = left.reduce((sum, group) => sum + group.length, 0);
  const more = count === left.length ? words.more : words.moreKinds;
  return [...lines, told(more, language, { n: count, kinds: left.length, kept: kept[language] })];
}
