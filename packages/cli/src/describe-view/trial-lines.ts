import type { FileDescription } from '@samenbeeld/describe';
import { issueWords } from '@samenbeeld/ingest';
import { cut, hanging } from '@samenbeeld/page';
import { inFour, type Language, ownValue, withheldIn } from '@samenbeeld/schema';
import { quotedEnglish, told } from '../terminal.ts';
import type { Signs } from './signs.ts';

const words = {
  tried: inFour('Proef', 'Essai', 'Versuch', 'Tried'),
  refused: inFour(
    'nog niet bruikbaar: {problem}',
    'pas encore utilisable : {problem}',
    'noch nicht brauchbar: {problem}',
    'not usable yet: {problem}',
  ),
  items: inFour(
    '{rows} {rows:rij|rijen}, {items:# gegeven|# gegevens} = {accepted} aanvaard + {excluded} uitgesloten + {rejected} geweigerd; {records:# record|# records}',
    '{rows} {rows:ligne|lignes}, {items:# donnée|# données} = {accepted} {accepted:acceptée|acceptées} + {excluded} {excluded:exclue|exclues} + {rejected} {rejected:rejetée|rejetées} ; {records:# enregistrement|# enregistrements}',
    '{rows} {rows:Zeile|Zeilen}, {items:# Angabe|# Angaben} = {accepted} angenommen + {excluded} ausgeschlossen + {rejected} abgewiesen; {records:# Datensatz|# Datensätze}',
    '{rows} {rows:row|rows}, {items:# item|# items} = {accepted} accepted + {excluded} excluded + {rejected} rejected; {records:# record|# records}',
  ),
  excluded: inFour(
    'uitgesloten {n}: {rule}',
    '{n} {n:exclue|exclues} : {rule}',
    'ausgeschlossen {n}: {rule}',
    'excluded {n}: {rule}',
  ),
  rejected: inFour('geweigerd', 'rejet', 'abgewiesen', 'rejected'),
  warning: inFour('waarschuwing', 'avertissement', 'Warnung', 'warning'),
  problem: inFour(
    '{severity} {n}: {rule}{column}, bv. {at}{message}',
    '{severity} {n} : {rule}{column}, p. ex. {at}{message}',
    '{severity} {n}: {rule}{column}, z. B. {at}{message}',
    '{severity} {n}: {rule}{column}, e.g. {at}{message}',
  ),
  inColumn: inFour(' in {column}', ' dans {column}', ' in {column}', ' in {column}'),
  moreKinds: inFour(
    'nog {n:# soort|# soorten}, in --json',
    '{n} {n:autre sorte|autres sortes}, dans --json',
    '{n} {n:weitere Art|weitere Arten}, in --json',
    '{n} {n:more kind|more kinds}, in --json',
  ),
  more: inFour('nog {n}', '{n} de plus', '{n} weitere', '{n} more'),
  moreRecords: inFour(
    'nog {n:# record|# records}',
    '{n} {n:autre enregistrement|autres enregistrements}',
    '{n} {n:weiterer Datensatz|weitere Datensätze}',
    '{n} {n:more record|more records}',
  ),
  missing: inFour('ontbreekt', 'manque', 'fehlt', 'missing'),
  element: inFour('element', 'élément', 'Element', 'element'),
  line: inFour('regel', 'ligne', 'Zeile', 'line'),
};

/** Kinds of problems listed; more of them are counted. */
const listed = 5;

/** Cells shown of a row. */
const cellsShown = 12;

function cells(
  values: Readonly<Record<string, unknown>>,
  signs: Signs,
  named: boolean,
  language: Language,
): string {
  const filled = Object.entries(values).filter(([, value]) => value !== null && value !== '');
  const more = filled.length - cellsShown;
  const texts = filled
    .slice(0, cellsShown)
    .map(([name, value]) => [name, withheldIn(String(value), language)] as const)
    .map(([name, text]) =>
      named
        ? `${name} ${text}`
        : `${cut(name, 24, signs.more)}=${cut(text.trim(), 40, signs.more)}`,
    );
  return [
    ...texts,
    ...(more > 0 ? [`${signs.more} ${told(words.more, language, { n: more })}`] : []),
  ].join(signs.dot);
}

/** Values that say nothing new, as nearly every record has them. */
const usual: Readonly<Record<string, string>> = {
  wording: 'exact',
  extent: 'whole',
  status: 'A',
  stat: 'count',
  massBasis: 'unknown',
  estimated: 'false',
  controlledDelivery: 'unknown',
  publicationRestriction: 'none',
};

/** A record with the figure in front and the period in one. */
function shortened(
  record: Readonly<Record<string, unknown>>,
  language: Language,
): Readonly<Record<string, unknown>> {
  const { value, quantity, unit, periodStart, periodEnd, freq: _, ...rest } = record;
  const telling = Object.entries(rest).filter(
    ([name, text]) => ownValue(usual, name) !== String(text),
  );
  return {
    value: `${String(value ?? quantity ?? words.missing[language])} ${String(unit ?? '')}`.trim(),
    ...(periodStart !== undefined && {
      period:
        periodStart === periodEnd ? periodStart : `${String(periodStart)}/${String(periodEnd)}`,
    }),
    ...Object.fromEntries(telling),
  };
}

/** What the proposed description made of the file, and a few rows before and after. */
export function trialLines(
  { trial, format }: FileDescription,
  signs: Signs,
  width: number,
  language: Language,
): readonly string[] {
  const tried = `${words.tried[language].padEnd(8)}  `;
  if (trial.kind === 'refused') {
    const problem = trial.says?.[language] ?? quotedEnglish(trial.problem, language);
    return hanging(tried, told(words.refused, language, { problem }), width);
  }
  const isJson = format.value === 'json' || format.value === 'ndjson';
  const at = (isJson ? words.element : words.line)[language];
  const { conservation: own, issues, records, samples } = trial;
  const lines = [
    ...hanging(
      tried,
      told(words.items, language, {
        rows: own.rows,
        items: own.items,
        accepted: own.accepted,
        excluded: own.excluded,
        rejected: own.rejected,
        records,
      }),
      width,
    ),
    ...Object.entries(own.exclusions).map(
      ([rule, n]) => `          ${told(words.excluded, language, { n, rule })}`,
    ),
    ...issues.slice(0, listed).flatMap(({ rule, column, count, example }) =>
      hanging(
        '          ',
        told(words.problem, language, {
          severity: words[example.severity === 'rejection' ? 'rejected' : 'warning'][language],
          n: count,
          rule,
          column:
            column === null
              ? ''
              : told(words.inColumn, language, { column: cut(column, 40, signs.more) }),
          at: example.line === null ? '' : `${at} ${example.line}: `,
          message:
            issueWords(example)?.message[language] ?? quotedEnglish(example.message, language),
        }),
        width,
      ),
    ),
    ...(issues.length > listed
      ? [
          `          ${signs.more} ${told(words.moreKinds, language, { n: issues.length - listed })}`,
        ]
      : []),
  ];
  return [
    ...lines,
    ...samples.flatMap(({ line, before, after, records: all }) => [
      ...hanging(`  ${at} ${line}  `, cells(before, signs, false, language), width),
      ...after.flatMap((record) =>
        hanging(
          `    ${signs.becomes} `,
          cells(shortened(record, language), signs, true, language),
          width,
        ),
      ),
      ...(all > after.length
        ? [`    ${signs.more} ${told(words.moreRecords, language, { n: all - after.length })}`]
        : []),
    ]),
  ];
}
