import type { Written, WrittenCondition } from '@samenbeeld/ingest';
import { expression } from '@samenbeeld/read';
import { capital, inEach, inFour, type Language, quoted, type Text } from '@samenbeeld/schema';
import type { ColumnGuess } from '../column.ts';
import { escaped } from '../escaped.ts';
import { codesOf } from '../mapped-codes.ts';
import { clauses, quotedAll } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import type { FoundTotal, RowTotal } from './find-totals.ts';
import { ruleName } from './rule-name.ts';
import { saysPart, saysTotal } from './total-words.ts';

function shared(texts: readonly string[]): string {
  const [first = ''] = texts;
  let length = first.length;
  for (const text of texts) while (!text.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

/**
 * The shortest condition that takes these texts and, of all the others, none: what they start with, the list, or all
 * but the others. Null where no short one does. Texts that `hide` changes are those of persons: no condition holds them.
 */
export function conditionFor(
  labels: readonly string[],
  every: readonly string[],
  hide: (text: string) => string,
): WrittenCondition | null {
  // Cells are compared without the blanks by which they are set in.
  const [wanted, all] = [labels, every].map((texts) => texts.map((text) => text.trim())) as [
    string[],
    string[],
  ];
  const chosen = new Set(wanted);
  const others = all.filter((text) => !chosen.has(text));
  const areShown = (texts: readonly string[]): boolean =>
    texts.every((text) => hide(text) === text);
  if (!areShown(wanted)) return others.length <= 12 && areShown(others) ? { not: others } : null;
  const takes = (pattern: string): boolean => {
    const { test } = expression(pattern);
    return wanted.every(test) && !others.some(test);
  };
  if (wanted.length <= 5) return [...wanted];
  const start = shared(wanted);
  const bracket = /\([^()]+\)$/u.exec(wanted[0] ?? '')?.[0];
  const patterns = [
    ...(start === '' ? [] : [`^${escaped(start)}`, `^${escaped(start)}.`]),
    '^\\d',
    '^[1-9]',
    ...(bracket ? [`${escaped(bracket)}$`] : []),
    '\\d$',
    '[^)]$',
  ];
  const found = patterns.find(takes);
  if (found) return { match: found };
  if (wanted.length <= thresholds.listedLabels) return [...wanted];
  if (others.length <= 12) return { not: others };
  return null;
}

/** A check as a description writes it. */
type WrittenCheck = NonNullable<Written['checks']>[number];

/** What is known of the table around a total. */
interface TotalContext {
  readonly record: 'observation' | 'seizure';
  readonly language: Language;
  readonly columns: readonly ColumnGuess[];
  /** Takes what may be names of persons out of a text. */
  readonly hide: (text: string) => string;
  /** Totals of all other labels, by their column and label: of two such the rows may keep either. */
  readonly wholes: ReadonlySet<string>;
}

function fieldsWithin(found: FoundTotal, { columns, record }: TotalContext): readonly string[] {
  const time = record === 'seizure' ? 'date' : 'periodStart';
  const fed = columns.flatMap(({ kind, to, headings, written }) => {
    if (kind === 'fold') {
      const groups = (
        written as { readonly groups?: Readonly<Record<string, { to?: string }>> } | null
      )?.groups;
      return Object.values(groups ?? {}).flatMap((group) => group.to ?? []);
    }
    return to !== null && headings.some((heading) => found.within.includes(heading)) ? [to] : [];
  });
  const named = fed.map((to) => (/^period(?:End|Part)?$/.test(to) ? time : to));
  return [...new Set([...named, time])].filter(
    (to) => to !== found.column.guess.to && to !== 'status' && to !== 'unit',
  );
}

/** What the records of some columns of figures have in common, where the others do not add up. */
function whereFigures(
  { figures, everyFigure }: FoundTotal,
  { columns }: TotalContext,
): { readonly where?: Readonly<Record<string, string>> } {
  if (everyFigure) return {};
  const metricOf = ({ headings, written }: ColumnGuess): string | null => {
    const all = (Array.isArray(written) ? written : [written]) as readonly ({
      readonly set?: { readonly metric?: unknown };
    } | null)[];
    const metric = headings.length === 1 ? all[0]?.set?.metric : undefined;
    return typeof metric === 'string' ? metric : null;
  };
  const values = columns.filter(({ to }) => to === 'value');
  const chosen = new Set(
    values.filter(({ headings }) => figures.includes(headings[0] ?? '')).map(metricOf),
  );
  const rest = new Set(
    values.filter(({ headings }) => !figures.includes(headings[0] ?? '')).map(metricOf),
  );
  const [metric] = chosen;
  return chosen.size === 1 && metric && !rest.has(metric) ? { where: { metric } } : {};
}

/** The check that a total is the sum of its parts, on the codes of both; null where these cannot be told in short. */
function totalCheck(found: FoundTotal, context: TotalContext): WrittenCheck | null {
  const { column, label, parts } = found;
  const { to } = column.guess;
  const codes = codesOf(column.labels, column.guess, context.record, context.language);
  const total = codes.get(label);
  const wanted = [...new Set(parts.labels.flatMap((part) => codes.get(part) ?? []))];
  const all = [...new Set([...codes.values()].flatMap((code) => code ?? []))];
  if (!to || !total || wanted.length < 2 || wanted.includes(total)) return null;
  const condition = conditionFor(wanted, all, context.hide);
  if (condition === null) return null;
  return {
    check: 'total',
    field: to,
    total,
    parts: condition,
    within: fieldsWithin(found, context),
    ...whereFigures(found, context),
    ...(found.off > 0 && { tolerance: Number(found.off.toPrecision(6)) }),
  };
}

/** How far a total is the sum of its parts, with the groups of rows counted. */
function evidence({ holds, groups, off, parts, figures, everyFigure }: FoundTotal): Text {
  if (groups === 0)
    return inFour(
      'geen rijen tonen het naast zijn delen',
      'aucune ligne ne le montre à côté de ses parties',
      'keine Zeilen zeigen es neben seinen Teilen',
      'no rows show it beside its parts',
    );
  const said = {
    // "la somme des 3 autres libellés".
    parts: { ...parts.words, fr: parts.words.fr.replace(/^les /u, 'des ') },
    holds,
    groups,
    where: everyFigure
      ? ''
      : inFour(' van {figures}', ' de {figures}', ' von {figures}', ' of {figures}', {
          figures: quotedAll(figures),
        }),
    rounding:
      off > 0
        ? inFour(
            ', op afronding na,',
            ', aux arrondis près,',
            ', bis auf Rundung,',
            ', but for rounding,',
          )
        : '',
  };
  if (groups === 1)
    return holds === 1
      ? inFour(
          'is gelijk aan de som van {parts}{where}',
          'égale la somme {parts}{where}',
          'ist gleich der Summe: {parts}{where}',
          'equals the sum of {parts}{where}',
          said,
        )
      : inFour(
          'is niet de som van {parts}{where}',
          'n’est pas la somme {parts}{where}',
          'ist nicht die Summe: {parts}{where}',
          'is not the sum of {parts}{where}',
          said,
        );
  if (holds === 0)
    return inFour(
      'is in geen van de {groups} groepen rijen de som van {parts}',
      'n’est la somme {parts} dans aucun des {groups} groupes de lignes',
      'ist in keiner der {groups} Gruppen von Zeilen die Summe: {parts}',
      'is the sum of {parts} in none of {groups} groups of rows',
      said,
    );
  return inFour(
    'is gelijk aan de som van {parts}{rounding} in {holds} van de {groups} groepen rijen{where}',
    'égale la somme {parts}{rounding} dans {holds} {holds:groupe|groupes} de lignes sur {groups}{where}',
    'ist in {holds} von {groups} Gruppen von Zeilen{where} gleich der Summe{rounding}: {parts}',
    'equals the sum of {parts}{rounding} in {holds} of {groups} groups of rows{where}',
    said,
  );
}

/** A rule as a description writes it, with its reason in the four languages and what is open about it. */
type Proposed<Rule> = Omit<Rule, 'reason'> & {
  readonly reason: Text;
  readonly decide: Text | null;
};
type WrittenExclusion = Proposed<NonNullable<Written['exclude']>[number]>;
type WrittenTotals = Proposed<NonNullable<Written['totals']>[number]>;

/** What a description says of the totals in a file, and what is open about each. */
export interface ProposedTotals {
  readonly rows: readonly RowTotal[];
  readonly exclude: readonly WrittenExclusion[];
  readonly totals: readonly WrittenTotals[];
  readonly checks: readonly WrittenCheck[];
  /** What is open about a column whose totals nothing is done with. */
  readonly questions: readonly { readonly column: string; readonly question: Text }[];
}

interface Proposal {
  readonly row: RowTotal;
  readonly exclude?: ProposedTotals['exclude'][number];
  readonly totals?: ProposedTotals['totals'][number];
  readonly check?: WrittenCheck;
  readonly question?: ProposedTotals['questions'][number];
}

/** Fields of which totals and parts may stand side by side, since no sum crosses their levels. */
const levelled: ReadonlySet<string> = new Set(['place', 'offence', 'nationalCode']);

function exclusionOf(
  found: FoundTotal,
  reason: Text,
  decide: Text | null,
): Proposal['exclude'] & object {
  const { column } = found;
  const label = found.label.trim();
  return { rule: ruleName(label, 'total'), where: { [column.heading]: label }, reason, decide };
}

const isProven = ({ holds, groups }: FoundTotal): boolean =>
  groups > 0 && holds >= groups * thresholds.totalHolds;

const nameOf = ({ column, label }: Pick<FoundTotal, 'column' | 'label'>): string =>
  `${column.heading}\u0000${label}`;

/** Totals and parts of parts beside the total of all, which hold no more than it does. */
function subtotalsBeside(
  { column, label }: FoundTotal,
  { wholes }: TotalContext,
): readonly string[] {
  return column.labels.filter(
    (each) =>
      each !== label &&
      (saysTotal(each) || saysPart(each)) &&
      !wholes.has(nameOf({ column, label: each })),
  );
}

function propose(found: FoundTotal, context: TotalContext): Proposal {
  const { column, parts, holds, groups, said } = found;
  const label = found.label.trim();
  const { to } = column.guess;
  const proven = isProven(found);
  const shown = evidence(found);
  const base = {
    column: column.heading,
    label,
    parts: parts.words,
    partLabels: parts.labels,
    holds,
    groups,
    said,
  };
  const row = (proposal: RowTotal['proposal'], reason: Text): RowTotal => ({
    ...base,
    proposal,
    reason,
  });
  const asked = {
    label: quoted(label),
    parts: parts.words,
    shown,
    found: sentence(shown, groups === 0),
  };
  const code = codesOf([label], column.guess, context.record, context.language).get(label);
  if (to === null) {
    const reason = inFour(
      'delen van {label}, dat {shown}',
      'parties de {label}, qui {shown}',
      'Teile von {label}: {shown}',
      'parts of {label}, which {shown}',
      asked,
    );
    const subtotals = proven && parts.kind === 'all' ? subtotalsBeside(found, context) : [];
    const where = conditionFor([...parts.labels, ...subtotals], column.labels, context.hide);
    if (where === null) return { row: row('note', shown) };
    return {
      row: row(
        'exclude',
        inFour(
          'de delen zijn weggelaten: {shown}',
          'ses parties sont laissées de côté : {shown}',
          'seine Teile sind weggelassen: {shown}',
          'its parts are left out: it {shown}',
          asked,
        ),
      ),
      exclude: {
        rule: ruleName(column.heading, 'detail'),
        where: { [column.heading]: where },
        reason,
        // Of a dimension that is known, and that no field holds, the rows themselves say which labels are parts.
        decide:
          said &&
          proven &&
          subtotals.length === 0 &&
          column.guess.decide.length === 0 &&
          column.guess.confidence >= thresholds.recordKnown
            ? null
            : inFour(
                'zijn de delen van {label} in {heading} nodig? Ze zijn weggelaten, omdat geen veld ze bevat',
                'faut-il les parties de {label} dans {heading} ? Elles sont laissées de côté, aucun champ ne les contenant',
                'werden die Teile von {label} in {heading} gebraucht? Sie sind weggelassen, da kein Feld sie enthält',
                'are the parts of {label} in {heading} wanted? They are left out, since no field holds them',
                { ...asked, heading: quoted(column.heading) },
              ),
      },
    };
  }
  if (code && levelled.has(to)) {
    const check = proven ? totalCheck(found, context) : null;
    if (check)
      return {
        row: row(
          'check',
          clauses([
            shown,
            inFour(
              'beide blijven, elk op zijn niveau, en worden getoetst',
              'les deux sont gardés, à leur niveau, et vérifiés',
              'beide bleiben, je auf ihrer Ebene, und werden geprüft',
              'both are kept, at their level, and checked',
            ),
          ]),
        ),
        check,
      };
    return {
      row: row(
        'note',
        clauses([
          shown,
          inFour(
            'bewaard onder zijn eigen code, {code}, waar geen som overheen gaat',
            'gardé sous son propre code, {code}, qu’aucune somme ne traverse',
            'unter seinem eigenen Code behalten, {code}, über den keine Summe geht',
            'kept under its own code, {code}, which no sum crosses',
            { code },
          ),
        ]),
      ),
    };
  }
  if (proven && !code)
    return {
      row: row('exclude', shown),
      exclude: exclusionOf(
        found,
        clauses([
          shown,
          inFour(
            'de delen blijven',
            'ses parties sont gardées',
            'seine Teile bleiben',
            'its parts are kept',
          ),
        ]),
        said && holds === groups
          ? null
          : inFour(
              'is {label} het totaal van {parts}? {found}',
              '{label} est-il le total de {parts} ? {found}',
              'ist {label} die Summe ({parts})? {found}',
              'is {label} the total of {parts}? {found}',
              asked,
            ),
      ),
    };
  const condition =
    parts.labels.length > 0 ? conditionFor(parts.labels, column.labels, context.hide) : null;
  if (condition === null || (parts.kind === 'all' && holds === 0))
    return {
      row: row('note', shown),
      question: {
        column: column.heading,
        question: inFour(
          '{label} zegt dat het een totaal is, van welke rijen? {found}; er is niets weggelaten, zodat het dubbel kan tellen',
          '{label} dit être un total, de quelles lignes ? {found} ; rien n’est laissé de côté, il peut donc compter deux fois',
          '{label} sagt, es sei eine Summe, von welchen Zeilen? {found}; nichts ist weggelassen, es kann also doppelt zählen',
          '{label} says that it is a total, of which rows? {found}; nothing is left out, so that it may count twice',
          asked,
        ),
      },
    };
  const use = code && !proven ? 'total' : 'parts';
  return {
    row: row(
      'totals',
      clauses([
        shown,
        use === 'total'
          ? inFour(
              'nooit blijven beide: het totaal waar het is gegeven',
              'jamais les deux : le total là où il est donné',
              'nie bleiben beide: die Summe, wo sie angegeben ist',
              'never both are kept: the total where given',
            )
          : inFour(
              'nooit blijven beide: de delen waar ze zijn gegeven',
              'jamais les deux : les parties là où elles sont données',
              'nie bleiben beide: die Teile, wo sie angegeben sind',
              'never both are kept: the parts where given',
            ),
      ]),
    ),
    totals: {
      rule: ruleName(label, 'total'),
      column: column.heading,
      total: label,
      parts: condition,
      within: found.within,
      use,
      reason: clauses([
        shown,
        inFour(
          'samen zouden ze dubbel tellen',
          'gardés ensemble ils compteraient deux fois',
          'zusammen würden sie doppelt zählen',
          'kept together they would count twice',
        ),
      ]),
      decide: proven
        ? null
        : inFour(
            'welke labels zijn delen van {label}, en welke kant telt waar beide zijn gegeven? {found}',
            'quels libellés sont des parties de {label}, et quel côté compte là où les deux sont donnés ? {found}',
            'welche Bezeichnungen sind Teile von {label}, und welche Seite zählt, wo beide angegeben sind? {found}',
            'which of the labels are parts of {label}, and which side counts where both are given? {found}',
            asked,
          ),
    },
  };
}

/** What was found about a label as a sentence; it is whole where it has a subject of its own. */
function sentence(shown: Text, isWhole: boolean): Text {
  const subject = inFour('Het ', 'Il ', 'Es ', 'It ');
  return inEach((language) =>
    isWhole ? capital(shown[language]) : `${subject[language]}${shown[language]}`,
  );
}

/** Names that no two rules share. */
function distinct<Rule extends { readonly rule: string }>(rules: readonly Rule[]): readonly Rule[] {
  const seen = new Map<string, number>();
  return rules.map((rule) => {
    const number = (seen.get(rule.rule) ?? 0) + 1;
    seen.set(rule.rule, number);
    return number === 1 ? rule : { ...rule, rule: `${rule.rule}-${number}` };
  });
}

/** Of what was found, what adds something: the first proof of a label that is not a check, and each column once. */
function worthSaying(found: readonly FoundTotal[]): readonly FoundTotal[] {
  const mapped = found.filter(({ column }) => column.guess.to !== null);
  const twins = (one: FoundTotal): boolean =>
    one.column.guess.to === null &&
    mapped.some(
      ({ groups, holds, said, label }) =>
        (groups === one.groups && holds === one.holds) || (said && label === one.label),
    );
  return found.filter((one) => (one.column.guess.to !== null || isProven(one)) && !twins(one));
}

/** What to do with the totals of a file: a check where both levels may stand, a rule where one side must go. */
export function proposeTotals(
  found: readonly FoundTotal[],
  table: Omit<TotalContext, 'wholes'>,
): ProposedTotals {
  const done = new Set<string>();
  const wholes = new Set(
    found.filter((one) => one.parts.kind === 'all' && isProven(one)).map(nameOf),
  );
  const proposals = worthSaying(found).flatMap((one) => {
    const proposal = propose(one, { ...table, wholes });
    const name = nameOf(one);
    if (done.has(name) && !proposal.check) return [];
    done.add(name);
    return [proposal];
  });
  return {
    rows: proposals.map(({ row }) => row),
    exclude: distinct(proposals.flatMap(({ exclude }) => exclude ?? [])),
    totals: distinct(proposals.flatMap(({ totals }) => totals ?? [])),
    checks: proposals.flatMap(({ check }) => check ?? []),
    questions: proposals.flatMap(({ question }) => question ?? []),
  };
}
