import {
  capital,
  inEach,
  inFour,
  joinWith,
  type Language,
  quoted,
  type Text,
  withheldText,
} from '@samenbeeld/schema';
import { type Column, type ColumnGuess, conclusionOf } from '../column.ts';
import { whatIs } from '../columns/guess-column.ts';
import { proposesNothing } from '../columns/write-codes.ts';
import { splitByFlow } from '../columns/write-column.ts';
import { alike, quotedAll } from '../quoted.ts';
import type { UntoldRows } from '../relations/untold-rows.ts';
import type { ProposedTotals } from '../totals/propose-totals.ts';
import type { Written } from '../written.ts';
import { inLanguage, isFigureField, isOne } from '../written.ts';
import { askedAbove, asks, type DraftPart, type Mark, sureness, weighed } from './mark.ts';

/** Words that YAML reads as words in a line of keys and values; all others stand between quotes. */
const plainWords = /^(?!(?:true|false|null)$)\p{L}[^:,#{}[\]"'`]*$/u;

function shown(written: Written): string {
  const one = (mapping: Readonly<Record<string, unknown>>): string =>
    `{ ${Object.entries(mapping)
      .map(([key, value]) => {
        const isPlain = typeof value === 'string' && plainWords.test(value);
        return `${key}: ${isPlain ? value : JSON.stringify(value)}`;
      })
      .join(', ')} }`;
  const text = withheldText(isOne(written) ? one(written) : `[${written.map(one).join(', ')}]`);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

/** Other readings of a column as comments, at most three. */
function alternativesOf(
  { alternatives, written }: ColumnGuess,
  language: Language,
): readonly Text[] {
  const own = JSON.stringify(written);
  return alternatives
    .filter(({ value }) => JSON.stringify(value.written) !== own)
    .slice(0, 3)
    .map(({ value, confidence, reason }) =>
      weighed(confidence, reason, shown(inLanguage(value.written, language))),
    );
}

/** Some labels of a column in brackets behind its heading; nothing where none may be named. */
export function examples(labels: readonly string[], most: number): Text | string {
  if (labels.length === 0) return '';
  return alike(` (${labels.slice(0, most).join(', ')}${labels.length > most ? ', …' : ''})`);
}

function untoldQuestion({ rows, of, by, labels }: UntoldRows): Text {
  return inFour(
    'Alleen {by}{shown} onderscheidt {rows} van de {of} rijen: in welk veld hoort het, of welk label is nodig (sluit de andere uit)?',
    '{by}{shown} seul distingue {rows} {rows:ligne|lignes} sur {of} : quel champ le reçoit, ou lequel de ses libellés faut-il (excluez les autres) ?',
    'Nur {by}{shown} unterscheidet {rows} von {of} Zeilen: In welches Feld gehört es, oder welche der Bezeichnungen wird gebraucht (die anderen ausschließen)?',
    '{by}{shown} alone tells apart {rows} of {of} rows: which field holds it, or which of its labels is wanted (exclude the others)?',
    { by: quoted(by), shown: examples(labels, 5), rows, of },
  );
}

/** What a question about a column is about; of a group of columns the first and the last. */
export function aboutColumn(heading: string, last?: string): Text {
  return last === undefined || last === heading
    ? inFour('kolom {name}', 'colonne {name}', 'Spalte {name}', 'column {heading}', {
        heading,
        name: quoted(heading),
      })
    : inFour(
        'kolommen {name} … {end}',
        'colonnes {name} … {end}',
        'Spalten {name} … {end}',
        'columns {heading} … {last}',
        { heading, last, name: quoted(heading), end: quoted(last) },
      );
}

/**
 * What a question asks, whichever of some columns it is about: figures of which the same is asked and proposed, and columns whose
 * headings differ in numbers alone. One answer then holds for all of them.
 */
function askedAlike(
  { to, kind }: ColumnGuess,
  heading: string,
  written: Written,
  { en }: Text,
): string | null {
  if (kind !== 'column' || heading === '') return null;
  const bare = (text: string): string =>
    to === null ? text.replace(/\d+/gu, '0') : text.replaceAll(heading, '…');
  // Headings of signs alone ("#3", "#4") say nothing of what they share.
  if (to === null ? !/\p{L}{2}/u.test(heading) : !isFigureField(to)) return null;
  // What nothing is known of is left out and asked alike, whatever it is called.
  if (to === null && en === whatIs(heading).en) return JSON.stringify(['unread', written]);
  if (to === null && en === splitByFlow(heading).en) return 'flow';
  return JSON.stringify([
    to,
    to === null ? bare(heading) : '',
    bare(en),
    bare(JSON.stringify(written)),
  ]);
}

/** A question with the other columns that it is asked of. */
function askedOfAll(question: Text, others: readonly string[]): Text {
  const same = inFour(
    'Hetzelfde voor {others}.',
    'De même pour {others}.',
    'Dasselbe für {others}.',
    'The same for {others}.',
    { others: quotedAll(others, 12) },
  );
  return inEach((language) => {
    const asked = question[language];
    return `${asked}${/[.?!]$/u.test(asked) ? '' : '.'} ${same[language]}`;
  });
}

/** Two questions as sentences of one text. */
function inTurn(one: Text, next: Text): Text {
  return inEach((language) => {
    const said = one[language];
    return `${said}${/[.?!]$/u.test(said) ? '' : '.'} ${capital(next[language])}`;
  });
}

/** The keys `columns` and `fold` of a description, with their marks; `before` is what stood before columns were settled. */
export function columnRules(
  before: readonly Column[],
  settled: readonly Column[],
  untold: UntoldRows | null,
  { questions: ofTotals, exclude }: Pick<ProposedTotals, 'questions' | 'exclude'>,
  language: Language,
): DraftPart {
  const columns: Record<string, unknown> = Object.create(null);
  const fold: unknown[] = [];
  const marks: Mark[] = [];
  const asked = new Set<string>();
  const together = new Map<string, readonly string[]>();
  const askedAs = new Map<Text, string>();
  const all = settled.flatMap((column, at) => {
    const was = before[at];
    const guess = conclusionOf(column);
    if (!was || !guess.written) return [];
    // What was settled against a column says why by itself.
    const against = column !== was && column.entries.at(-1)?.entry === 'reading';
    const remark = against ? null : sureness(guess.confidence, guess.reason);
    return [
      {
        guess,
        written: inLanguage(guess.written, language),
        remark,
        alternatives: alternativesOf(conclusionOf(was), language),
      },
    ];
  });
  const inOrder = [
    ...all.filter(({ guess }) => guess.kind === 'column'),
    ...all.filter(({ guess }) => guess.kind === 'fold'),
  ];
  for (const { guess, written, remark, alternatives } of inOrder) {
    const heading = guess.headings[0] ?? '';
    const isFold = guess.kind === 'fold' && 'headers' in written;
    const path = isFold ? ['fold', String(fold.length)] : ['columns', heading];
    if (isFold) fold.push(written);
    else columns[heading] = written;
    const about = aboutColumn(heading, isFold ? (guess.headings.at(-1) ?? '') : undefined);
    // What it is, and that it tells rows apart, is one question about a column that is left out.
    const tells = untold !== null && heading === untold.by && guess.to === null;
    // Which of its labels are left out says what is open about it.
    const isRuled = guess.to === null && exclude.some(({ where }) => Object.hasOwn(where, heading));
    const own =
      isRuled ||
      (tells &&
        (guess.decide.some(({ en }) => en === splitByFlow(heading).en) ||
          before.some((each) => {
            const { headings, written: was } = conclusionOf(each);
            return was === null && headings[0] === heading;
          })))
        ? []
        : guess.decide;
    const raised = [
      ...(untold && heading === untold.by
        ? [joinWith([untoldQuestion(untold), ...(tells ? own : [])], ' ')]
        : []),
      ...ofTotals.filter(({ column }) => column === heading).map(({ question }) => question),
    ];
    const all = guess.kind === 'column' ? [...raised, ...(tells ? [] : own)] : guess.decide;
    // What is asked of the same labels is asked once, and what one answer settles of several columns.
    const questions = all.filter((question) => {
      const { en } = question;
      const alikeAs = askedAlike(guess, heading, written, question);
      const before = alikeAs === null ? undefined : together.get(alikeAs);
      if (alikeAs !== null) {
        together.set(alikeAs, [...(before ?? []), heading]);
        askedAs.set(question, alikeAs);
      }
      return before === undefined && !(en.includes('"') && asked.has(en));
    });
    for (const { en } of questions) asked.add(en);
    const isAsked = all.length > questions.length;
    const proposed = (question: Text): { readonly proposed?: Text } =>
      proposesNothing(question, guess.crosswalks) ? {} : { proposed: alike(shown(written)) };
    const [first, ...others] = questions;
    if (first === undefined)
      marks.push({ path, decide: [], remark: remark ?? (isAsked ? askedAbove : null) });
    else {
      marks.push(
        asks(path, about, first, {
          keys: [heading],
          ...proposed(first),
          alternatives,
          ...(remark !== null && { remark }),
        }),
      );
      for (const question of others)
        marks.push(asks(path, about, question, { keys: [heading], ...proposed(question) }));
    }
  }
  const withOthers = ({ decide, ...mark }: Mark): Mark => ({
    ...mark,
    decide: decide.map((one) => {
      const [first = '', ...others] = together.get(askedAs.get(one.question) ?? '') ?? [];
      if (others.length === 0) return one;
      const about = aboutColumn(first, others.at(-1));
      const keys = [...one.keys, ...others];
      return { ...one, about, keys, question: askedOfAll(one.question, others) };
    }),
  });
  const isShared = ({ decide: [one] }: Mark): boolean =>
    one !== undefined && (together.get(askedAs.get(one.question) ?? '') ?? []).length > 1;
  return {
    written: { columns, ...(fold.length > 0 && { fold }) },
    marks: askedAtOnce(marks, isShared).map(withOthers),
  };
}

/** All that is open about one column as one question: who looks at it answers all of it. What is asked of other columns too stands by itself. */
function askedAtOnce(marks: readonly Mark[], isShared: (mark: Mark) => boolean): readonly Mark[] {
  const found: Mark[] = [];
  for (const mark of marks) {
    const at = found.findIndex(
      (other) =>
        other.decide.length > 0 &&
        mark.decide.length > 0 &&
        other.path.join('\n') === mark.path.join('\n') &&
        !isShared(other) &&
        !isShared(mark),
    );
    const [one] = found[at]?.decide ?? [];
    const [next] = mark.decide;
    const first = found[at];
    if (!first || !one || !next) found.push(mark);
    else
      found[at] = {
        ...first,
        decide: [
          {
            ...one,
            question: inTurn(one.question, next.question),
            proposed: one.proposed ?? next.proposed,
            alternatives: [...one.alternatives, ...next.alternatives],
          },
        ],
      };
  }
  return found;
}
