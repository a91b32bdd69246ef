import { headingsOf } from '@samenbeeld/ingest';
import type { ReadColumn, ReadTable } from '@samenbeeld/read';
import { inFour, type Language, offences, places, quoted, substances } from '@samenbeeld/schema';
import type { ColumnGuess, Look } from '../column.ts';
import { offenceWords } from '../columns/label-shapes.ts';
import { isDealing } from '../columns/title-words.ts';
import { distinctCells } from '../distinct-cells.ts';
import { quotedAll } from '../quoted.ts';
import { fieldIn, isFigureField, partsOf } from '../written.ts';
import type { ProposedTotals } from './propose-totals.ts';
import { ruleName } from './rule-name.ts';
import { labelsSetIn } from './set-in.ts';
import { saysPart, saysTotal } from './total-words.ts';

/** What a label of a part names: "cannabis" of "waarvan cannabis". */
const bareOf = (label: string): string =>
  label
    .trim()
    .replace(/^[-–•·]\s*/u, '')
    .replace(saysPart(label) ? /^(?:of which|[\p{L}. ]*?[\p{L}.])[\s:]+/iu : /^$/u, '');

/** Whether a label is the word for a kind of offence, of dealing or of drug, and no place is called so. */
function isKindOfWhat(label: string, language: Language): boolean {
  const bare = bareOf(label);
  if (places.lookup(bare, language).kind !== 'none') return false;
  return (
    saysPart(label) ||
    bare.split(/\s[-–]\s/u).some(isDealing) ||
    offenceWords.test(bare) ||
    [offences, substances].some((list) => list.lookup(bare, language).kind === 'exact')
  );
}

/** Labels of a column of places that are no places but parts of the place above: kinds of it that are set in, or said to be a part. */
function partsAmong(table: ReadTable, column: ReadColumn, language: Language): readonly string[] {
  const below = labelsSetIn(table, column);
  const heads = new Map<string, number>();
  for (const labels of below.values())
    for (const label of labels) heads.set(label, (heads.get(label) ?? 0) + 1);
  const isKind = (label: string): boolean =>
    isKindOfWhat(label, language) ||
    // No place lies in two others.
    ((heads.get(label) ?? 0) > 1 && places.lookup(label.trim(), language).kind === 'none');
  const said = [...distinctCells(table, column.index)].filter(
    (label) => saysPart(label) && isKind(label),
  );
  const kinds = [...heads.keys()].filter(isKind);
  const parts = new Set(kinds.length * 2 > heads.size ? [...said, ...kinds] : said);
  // What is set in below a part is a part, too.
  for (const [head, labels] of below)
    if (parts.has(head)) for (const label of labels) parts.add(label);
  return [...new Set([...parts].map((label) => label.trim()))];
}

/** Whether labels beside such parts are places, though what stands below them hides it: most are known, two at least. */
function arePlaces(labels: readonly string[], language: Language): boolean {
  const known = labels.filter((label) => places.lookup(label.trim(), language).kind !== 'none');
  return known.length > 1 && known.length * 2 >= labels.length;
}

/** Rows below a place that are parts of it, in the column of places itself: left out, since both would count or no row says its place, and asked. */
export function partsOfPlaces(
  table: ReadTable,
  columns: readonly ColumnGuess[],
  isTold: (heading: string) => boolean,
  language: Language,
): ProposedTotals['exclude'] {
  const headings = headingsOf(table);
  return table.columns.flatMap((column): ProposedTotals['exclude'] => {
    const heading = headings.get(column) ?? '';
    const guess = columns.find(({ kind, headings: [own] }) => kind === 'column' && own === heading);
    if (!guess || isFigureField(guess.to) || !isTold(heading)) return [];
    const parts = partsAmong(table, column, language);
    const heads = [...distinctCells(table, column.index)].filter(
      (label) => !parts.includes(label.trim()) && !saysTotal(label),
    );
    if (parts.length === 0 || (guess.to !== 'place' && !arePlaces(heads, language))) return [];
    const hasFigures = table.rows.some(
      ({ cells }) =>
        heads.includes(cells[column.index] ?? '') &&
        cells.some((cell, at) => at !== column.index && /\d/u.test(cell ?? '')),
    );
    const why = hasFigures
      ? inFour(
          'zodat niets dubbel telt',
          'pour que rien ne compte deux fois',
          'damit nichts doppelt zählt',
          'so that nothing counts twice',
        )
      : inFour(
          'want van welke plaats ze zijn, staat niet in hun rij',
          'car leur ligne ne dit pas de quel lieu',
          'da ihre Zeile nicht sagt, von welchem Ort',
          'since their row does not say of which place',
        );
    return [
      {
        rule: ruleName(heading, 'part'),
        where: { [heading]: parts.length === 1 ? (parts[0] ?? '') : parts },
        reason: inFour(
          'delen van de plaats erboven, en zelf geen plaatsen',
          'des parties du lieu au-dessus, et non des lieux',
          'Teile des Ortes darüber, und selbst keine Orte',
          'parts of the place above, and no places themselves',
        ),
        decide: inFour(
          '{labels} {n:is geen plaats maar een deel|zijn geen plaatsen maar delen} van de plaats erboven: weggelaten, {why}. Zijn ze nodig, zet dan in een kopie de plaats en de soort elk in een eigen kolom. Klopt dat?',
          '{labels} {n:n’est pas un lieu mais une partie|ne sont pas des lieux mais des parties} du lieu au-dessus : laissé de côté, {why}. S’il le faut, écrivez dans une copie le lieu et le genre chacun dans sa colonne. Est-ce juste ?',
          '{labels} {n:ist kein Ort, sondern ein Teil|sind keine Orte, sondern Teile} des Ortes darüber: weggelassen, {why}. Werden sie gebraucht, in einer Kopie Ort und Art je in eine eigene Spalte schreiben. Stimmt das?',
          '{labels} {n:is no place but a part|are no places but parts} of the place above: left out, {why}. Wanted, write the place and the kind each in a column of its own, in a copy. Is that right?',
          { labels: quotedAll(parts, 4), n: parts.length, why },
        ),
      },
    ];
  });
}

/** Kinds that are set in and say too little without the label above them ("Drugs", below it "Bezit"): both words are their code. */
export function kindsSetIn(table: ReadTable): Look {
  const byHeading = new Map([...headingsOf(table)].map(([column, heading]) => [heading, column]));
  return () => (guess) => {
    const column = byHeading.get(guess.headings[0] ?? '');
    const parts = partsOf(guess.written);
    const isPlain = parts.some(
      (part) => fieldIn(part) === 'nationalCode' && Object.keys(part).length === 1,
    );
    if (!column || !isPlain || guess.kind === 'fold') return null;
    const heads = new Map<string, Set<string>>();
    for (const [head, labels] of labelsSetIn(table, column))
      for (const label of labels.filter(isDealing))
        heads.set(label.trim(), (heads.get(label.trim()) ?? new Set()).add(head.trim()));
    const alone = table.rows.map(({ cells }) => cells[column.index] ?? '');
    const told = [...heads].flatMap(([label, [head, ...others]]) =>
      head !== undefined && others.length === 0 && !alone.includes(label)
        ? [{ is: label, to: `${head}: ${label}` }]
        : [],
    );
    if (told.length === 0) return null;
    const rules = [...told, { match: '^(.+)$', to: '$1' }];
    return {
      entry: 'finding',
      told: true,
      reason: inFour(
        'ingesprongen labels zoals {label} horen bij {head} erboven',
        'des libellés en retrait comme {label} relèvent de {head} au-dessus',
        'eingerückte Bezeichnungen wie {label} gehören zu {head} darüber',
        'labels set in, such as {label}, belong to {head} above them',
        { label: quoted(told[0]?.is ?? ''), head: quoted(told[0]?.to.split(': ')[0] ?? '') },
      ),
      written: parts.map((part) => (fieldIn(part) === 'nationalCode' ? { ...part, rules } : part)),
    };
  };
}
