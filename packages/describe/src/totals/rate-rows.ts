import { headingsOf } from '@samenbeeld/ingest';
import { expression, type ReadColumn, type ReadTable } from '@samenbeeld/read';
import { inFour, type Language, quoted, units } from '@samenbeeld/schema';
import { areStands, standOf } from '../columns/legal-status.ts';
import { measureOf } from '../columns/measures.ts';
import { readHeading } from '../columns/read-heading.ts';
import { countsOthers } from '../columns/write-codes.ts';
import { codebookOf } from '../columns/write-unit.ts';
import { distinctCells } from '../distinct-cells.ts';
import { codesOf, mappingsOf } from '../mapped-codes.ts';
import { decimalsOf, type FigureHabit, figureOf, isRounded } from '../numbers.ts';
import { quotedAll } from '../quoted.ts';
import type { FigureColumn, LabelColumn, LabelledTable } from './label-columns.ts';
import type { ProposedTotals } from './propose-totals.ts';
import { ruleName } from './rule-name.ts';
import { saysPart, saysTotal } from './total-words.ts';

/** What a row among kinds of offences counts or measures otherwise, by its whole label. */
const otherwise =
  /^(?:(?:aantal|nombre d[e’']?|anzahl(?: der)?|number of)\s*)?(?:tatverdächtige[nr]?|verdachten|(?:personnes )?mis(?:es)? en cause|suspects|aufklärungsquote|aufgeklärte fälle|ophelderingspercentage|ophelderingsgraad|opgehelderde misdrijven|taux d[’']élucidation|faits élucidés|clear(?:ance|-up) rate|cleared cases|häufigkeitszahl|schaden(?:ssumme)?|opfer|slachtoffers|victimes|victims|einwohner|inwoners|habitants|population)(?:\s+(?:insgesamt|totaal|total|in %|\(%\)))?$/iu;

/** A rule that leaves out labels among kinds of offences or drugs that are none. */
export function notAmong(
  heading: string,
  other: readonly string[],
): ProposedTotals['exclude'][number] {
  return {
    rule: ruleName(heading, 'other'),
    where: {
      [heading]: other.length === 1 ? (other[0]?.trim() ?? '') : other.map((label) => label.trim()),
    },
    reason: inFour(
      'telt of meet iets anders dan de andere rijen',
      'compte ou mesure autre chose que les autres lignes',
      'zählt oder misst etwas anderes als die anderen Zeilen',
      'counts or measures something else than the other rows',
    ),
    decide: inFour(
      '{labels} {n:is geen soort|zijn geen soorten} van wat de andere rijen tellen: weggelaten. Zijn ze nodig, dan vragen ze een eigen metric',
      '{labels} {n:n’est pas un genre|ne sont pas des genres} de ce que comptent les autres lignes : laissé de côté. S’il le faut, une metric à part est nécessaire',
      '{labels} {n:ist keine Art|sind keine Arten} dessen, was die anderen Zeilen zählen: weggelassen. Werden sie gebraucht, ist eine eigene metric nötig',
      '{labels} {n:is|are} no kind of what the other rows count: left out. Wanted, {n:it needs|they need} a metric of their own',
      { labels: quotedAll(other, 4), n: other.length },
    ),
  };
}

/** Rows that stand among kinds of offences or drugs and are none: suspects, victims, a rate, a number of seizures. As such they would be wrong. */
export function otherMeasures(columns: readonly LabelColumn[]): ProposedTotals['exclude'] {
  return columns.flatMap(({ heading, guess, labels }) => {
    const fed = mappingsOf(guess).map(({ to }) => to);
    const isDrugs = fed.includes('substance');
    const isKinds = !isDrugs && (fed.includes('nationalCode') || fed.includes('offence'));
    // A column that is left out may be the one that says what is measured in a row.
    const isMeasures =
      guess.to === null && labels.every((label) => measureOf(label.trim()) !== null);
    if (!(isKinds || isDrugs || isMeasures) || fed.includes('metric')) return [];
    const other = labels.filter(
      (label) =>
        otherwise.test(label.trim()) ||
        (isMeasures && measureOf(label.trim())?.ignore) ||
        (isDrugs && countsOthers(label)),
    );
    if (other.length === 0 || other.length === labels.length) return [];
    return [notAmong(heading, other)];
  });
}

/** Rows of persons whose stand in the proceedings no metric holds, beside victims or suspects: as either they would be wrong. */
export function standRows(columns: readonly LabelColumn[]): ProposedTotals['exclude'] {
  return columns.flatMap(({ heading, guess, labels }) => {
    const isMetric = mappingsOf(guess).some(({ to }) => to === 'metric');
    const other = labels.filter((label) => standOf(label) === null);
    if (!isMetric || !areStands(labels) || other.length === 0) return [];
    const said = { labels: quotedAll(other, 4) };
    return [
      {
        ...notAmong(heading, other),
        reason: inFour(
          'personen met een rechtsstatus die geen metric bevat',
          'personnes d’un statut juridique qu’aucune metric ne contient',
          'Personen mit einer Rechtsstellung, die keine metric enthält',
          'persons of a legal status that no metric holds',
        ),
        decide: inFour(
          'geen metric bevat personen met de rechtsstatus {labels}: weggelaten, want als verdachten of slachtoffers zouden ze verkeerd tellen. Klopt dat?',
          'aucune metric ne contient les personnes de statut juridique {labels} : laissées de côté, car comme suspects ou victimes elles seraient mal comptées. Est-ce juste ?',
          'keine metric enthält Personen mit der Rechtsstellung {labels}: weggelassen, denn als Tatverdächtige oder Opfer wären sie falsch gezählt. Stimmt das?',
          'no metric holds persons of the legal status {labels}: left out, since as suspects or victims they would be counted wrongly. Is that right?',
          said,
        ),
      },
    ];
  });
}

/** Whether figures of a row are the sums of those of all other rows, in each column that has one. */
function isSumOfOthers(
  rows: ReadTable['rows'],
  own: ReadTable['rows'][number],
  figures: readonly FigureColumn[],
  habit: FigureHabit,
): boolean {
  const told = figures.flatMap(({ column: { index } }) => {
    const cell = own.cells[index];
    const figure = figureOf(cell, habit);
    return figure === null ? [] : [{ index, figure, decimals: decimalsOf(cell ?? '', habit) }];
  });
  return (
    told.length > 0 &&
    told.every(({ index, figure, decimals }) => {
      const parts = rows.flatMap((row) =>
        row === own ? [] : (figureOf(row.cells[index], habit) ?? []),
      );
      return isRounded(
        figure,
        parts.reduce((sum, each) => sum + each, 0),
        decimals,
      );
    })
  );
}

const sumOfOthers = inFour(
  'de som van alle andere rijen',
  'la somme de toutes les autres lignes',
  'die Summe aller anderen Zeilen',
  'the sum of all other rows',
);

/**
 * A row that says it is a total and has no other label, where each other row has them, or all have none but a note: it is that of all rows, whatever the column
 * of its word holds, and no field could take it. Asked where the figures do not show it.
 */
export function totalRows(
  table: ReadTable,
  { labels, figures }: LabelledTable,
  worded: readonly ReadColumn[],
  noted: ReadonlySet<string>,
  habit: FigureHabit,
): ProposedTotals['exclude'] {
  const headings = headingsOf(table);
  return worded.flatMap((column) => {
    const textOf = ({ cells }: ReadTable['rows'][number]): string =>
      cells[column.index]?.trim() ?? '';
    const says = new Set(
      [...distinctCells(table, column.index)].filter((cell) => saysTotal(cell.trim())),
    );
    if (says.size === 0) return [];
    const total = table.rows.filter(({ cells }) => says.has(cells[column.index] ?? ''));
    const [first] = total;
    if (!first || total.length > 1) return [];
    const others = labels.filter(
      ({ column: each, guess: { to } }) => each !== column && to !== null,
    );
    const rest = table.rows.filter((row) => !total.includes(row));
    const blank = (row: ReadTable['rows'][number]): boolean =>
      others.every(({ column: { index } }) => !row.cells[index]?.trim());
    // A word in a note is told by no field.
    const isNote = others.length === 0 && noted.has(headings.get(column) ?? '');
    if (!isNote && (others.length === 0 || !blank(first) || rest.some(blank))) return [];
    const label = textOf(first);
    const shown = isSumOfOthers(table.rows, first, figures, habit);
    return [
      {
        rule: ruleName(label, 'total'),
        where: { [headings.get(column) ?? '']: label },
        reason: shown
          ? sumOfOthers
          : inFour(
              'zegt totaal, en heeft geen ander label',
              'dit total, et n’a aucun autre libellé',
              'sagt Summe und hat keine andere Bezeichnung',
              'says total, and has no other label',
            ),
        decide: shown
          ? null
          : inFour(
              'is {label} het totaal van de andere rijen? Weggelaten; hun som is een andere, zodat er cijfers kunnen ontbreken',
              '{label} est-il le total des autres lignes ? Laissé de côté ; leur somme est autre, des chiffres peuvent donc manquer',
              'ist {label} die Summe der anderen Zeilen? Weggelassen; ihre Summe ist eine andere, es können also Zahlen fehlen',
              'is {label} the total of the other rows? Left out; their sum is another, so that figures may be missing',
              { label: quoted(label) },
            ),
      },
    ];
  });
}

/** A total that says nothing else; a pattern that spells none of its words, since each cell of a withheld column is hidden wherever it stands. */
const bareTotal =
  '(?i)^(?:tota{1,2}l|(?:ins)?g{1}esamt|e{1}nsemble|sum{2}e|zusam{2}en)(?: g[ée]n[ée]ra{1,2}l)?$';

/**
 * Of columns whose cells are withheld, the row that is the sum of all others: it alone is kept, since without their labels the
 * others would be the same record several times, and beside it they would count twice. Where a label that is mapped tells some of
 * the others apart, or the total lacks a figure that they have, it is left out instead, and asked.
 */
export function totalOfWithheld(
  table: ReadTable,
  withheld: readonly ReadColumn[],
  { labels, figures }: LabelledTable,
  habit: FigureHabit,
): ProposedTotals['exclude'] {
  const headings = headingsOf(table);
  const { test } = expression(bareTotal);
  return withheld.flatMap((column): ProposedTotals['exclude'] => {
    const [total, ...others] = table.rows.filter(({ cells }) =>
      test(cells[column.index]?.trim() ?? ''),
    );
    if (!total || others.length > 0 || !isSumOfOthers(table.rows, total, figures, habit)) return [];
    const heading = headings.get(column) ?? '';
    const rest = table.rows.filter((row) => row !== total);
    const areTold = labels.some(
      ({ column: { index }, guess: { to } }) =>
        to !== null && new Set(rest.map(({ cells }) => cells[index]?.trim() ?? '')).size > 1,
    );
    const lacks = figures.some(
      ({ column: { index } }) =>
        figureOf(total.cells[index], habit) === null &&
        rest.some(({ cells }) => figureOf(cells[index], habit) !== null),
    );
    if (areTold || lacks)
      return [
        {
          rule: ruleName(heading, 'total'),
          where: { [heading]: { match: bareTotal } },
          reason: sumOfOthers,
          decide: inFour(
            'telt de rij die in {heading} totaal zegt, of tellen de andere rijen? Zij is weggelaten als hun som, zodat geen cijfer verloren gaat',
            'faut-il compter la ligne qui dit total dans {heading}, ou les autres lignes ? Elle est laissée de côté, étant leur somme, pour qu’aucun chiffre ne se perde',
            'zählt die Zeile, die in {heading} Summe sagt, oder zählen die anderen Zeilen? Als deren Summe ist sie weggelassen, damit keine Zahl verloren geht',
            'does the row that says total in {heading} count, or do the other rows? It is left out as their sum, so that no figure is lost',
            { heading: quoted(heading) },
          ),
        },
      ];
    return [
      {
        rule: ruleName(heading, 'detail'),
        where: { [heading]: { not: { match: bareTotal } } },
        reason: inFour(
          'delen van het totaal, waarvan het label niet wordt getoond',
          'parties du total, dont le libellé n’est pas montré',
          'Teile der Summe, deren Bezeichnung nicht gezeigt wird',
          'parts of the total, whose label is not shown',
        ),
        decide: null,
      },
    ];
  });
}

/**
 * Totals that stand in a column of times and that no other rule leaves out: no time can be read from them, so that they are left
 * out, and asked where they are not the sum of all other rows.
 */
export function totalTimes(
  table: ReadTable,
  { labels, figures }: LabelledTable,
  record: 'observation' | 'seizure',
  language: Language,
  habit: FigureHabit,
): ProposedTotals['exclude'] {
  return labels.flatMap(({ column: { index }, heading, guess }) => {
    if (!['period', 'periodStart', 'date'].includes(guess.to ?? '')) return [];
    const textOf = ({ cells }: ReadTable['rows'][number]): string => cells[index]?.trim() ?? '';
    const texts = [...new Set(table.rows.map(textOf))].filter(saysTotal);
    const codes = codesOf(texts, guess, record, language);
    return texts.flatMap((label): ProposedTotals['exclude'] => {
      if (codes.get(label) !== undefined) return [];
      const own = table.rows.filter((row) => textOf(row) === label);
      const [first] = own;
      const shown =
        first !== undefined && own.length === 1 && isSumOfOthers(table.rows, first, figures, habit);
      return [
        {
          rule: ruleName(label, 'total'),
          where: { [heading]: label },
          reason: shown
            ? sumOfOthers
            : inFour(
                'zegt totaal en noemt geen tijd',
                'dit total et ne désigne aucune période',
                'sagt Summe und nennt keine Zeit',
                'says total and names no time',
              ),
          decide: shown
            ? null
            : inFour(
                '{label} zegt totaal en noemt geen tijd: {rows} {rows:rij is|rijen zijn} weggelaten. {rows:Is zij|Zijn zij} de som van andere rijen? Anders ontbreken er cijfers',
                '{label} dit total et ne désigne aucune période : {rows} {rows:ligne laissée|ligne laissée|lignes laissées} de côté. {rows:Est-elle la somme|Est-elle la somme|Sont-elles les sommes} d’autres lignes ? Sinon, des chiffres manquent',
                '{label} sagt Summe und nennt keine Zeit: {rows} {rows:Zeile ist|Zeilen sind} weggelassen. {rows:Ist sie|Sind sie} die Summe anderer Zeilen? Sonst fehlen Zahlen',
                '{label} says total and names no time: {rows} {rows:row is|rows are} left out. {rows:Is it the sum|Are they the sums} of other rows? Else figures are missing',
                { label: quoted(label), rows: own.length },
              ),
        },
      ];
    });
  });
}

/** Rows that say they are a part of the row above, in a column of drugs: both would count. */
export function partRows(columns: readonly LabelColumn[]): ProposedTotals['exclude'] {
  return columns.flatMap(({ heading, guess, labels }) => {
    if (!mappingsOf(guess).some(({ to }) => to === 'substance')) return [];
    const own = labels.filter(saysPart);
    if (own.length === 0) return [];
    return [
      {
        rule: ruleName(heading, 'part'),
        where: { [heading]: own.length === 1 ? (own[0] ?? '') : own },
        reason: inFour(
          'een deel van de rij erboven, die het bevat',
          'une partie de la ligne du dessus, qui la contient',
          'ein Teil der Zeile darüber, die ihn enthält',
          'a part of the row above, which holds it',
        ),
        decide: inFour(
          '{labels} {n:is een deel|zijn delen} van de rij erboven: weggelaten, zodat niets dubbel telt. Zijn ze nodig, dan vragen ze een eigen plaats of een ander veld',
          '{labels} {n:est une partie|sont des parties} de la ligne du dessus : laissé de côté, pour que rien ne compte deux fois. S’il le faut, un lieu ou un autre champ à part est nécessaire',
          '{labels} {n:ist ein Teil|sind Teile} der Zeile darüber: weggelassen, damit nichts doppelt zählt. Werden sie gebraucht, ist ein eigener Ort oder ein anderes Feld nötig',
          '{labels} {n:is a part|are parts} of the row above: left out, so that nothing counts twice. Wanted, {n:it needs|they need} a place or another field of their own',
          { labels: quotedAll(own, 4), n: own.length },
        ),
      },
    ];
  });
}

/** Persons by their background beside all of them: groups that overlap ("niet-westers" below "met migratieachtergrond"), which no sum proves. */
export function backgroundRows(
  columns: readonly LabelColumn[],
  language: Language,
): ProposedTotals['exclude'] {
  return columns.flatMap(({ heading, guess, labels }) => {
    const [total, ...others] = labels.filter(saysTotal);
    const means = readHeading([heading], language);
    if (guess.to !== null || !means.some(({ concept }) => concept === 'background')) return [];
    if (total === undefined || others.length > 0 || labels.length < 2) return [];
    return [
      {
        rule: ruleName(heading, 'detail'),
        where: { [heading]: { not: [total] } },
        reason: inFour(
          'een deel van {total}, naar achtergrond van personen, waarvoor geen veld bestaat',
          'une partie de {total}, par origine des personnes, qu’aucun champ ne contient',
          'ein Teil von {total}, nach Herkunft der Personen, für die es kein Feld gibt',
          'a part of {total}, by background of persons, which no field holds',
          { total: quoted(total) },
        ),
        decide: null,
      },
    ];
  });
}

/** Rates per inhabitants follow from counts; a purity in per cent, an index or a price does not. */
function isRate(code: string): boolean {
  const { dimension, base } = units.get(code);
  return dimension === 'rate' && base === 'per_1';
}

/** Rows whose unit is a rate per inhabitants, in a column of units that has counts too: they are computed from those. */
export function rateRows(
  columns: readonly LabelColumn[],
  record: 'observation' | 'seizure',
  language: Language,
): ProposedTotals['exclude'] {
  return columns.flatMap(({ heading, guess, labels }) => {
    // Where another column says what is counted, this one is left out, and tells the rates all the same.
    const codes =
      guess.to === null
        ? new Map(labels.map((label) => [label, codebookOf(label.trim())]))
        : codesOf(labels, { ...guess, to: 'unit' }, record, language);
    // Beside counts a percentage is a share of them; beside amounts it may be a purity.
    const shares = [...codes.values()].every(
      (code) =>
        code === 'pct' || (code && units.has(code) && units.get(code).dimension === 'count'),
    );
    const known = labels.flatMap((label) => {
      const code = codes.get(label);
      if (!code || !units.has(code)) return [];
      const rate = isRate(code) || (code === 'pct' && shares);
      return [{ label, rate }];
    });
    const rates = known.filter(({ rate }) => rate).map(({ label }) => label);
    if (rates.length === 0 || rates.length === known.length) return [];
    return [
      {
        rule: ruleName('rate', 'derived'),
        where: { [heading]: rates.length === 1 ? (rates[0] ?? '') : rates },
        reason: inFour(
          'verhoudingen, berekend uit de aantallen op andere rijen en de bevolking',
          'des taux, calculés d’après les nombres d’autres lignes et la population',
          'Verhältnisse, berechnet aus den Anzahlen anderer Zeilen und der Bevölkerung',
          'rates, computed from the counts that stand in other rows and from the population',
        ),
        decide: null,
      },
    ];
  });
}
