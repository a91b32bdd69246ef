import {
  type CountedAs,
  countedText,
  say,
  type TotalQuestion,
  sayInFour as text,
  usualBasis,
  type Word,
} from '@samenbeeld/merge';
import type { Column, Words } from '@samenbeeld/page';
import {
  bases,
  type CodeEntry,
  type CodeList,
  capital,
  formatNumber,
  formatPeriod,
  fromToPeriod,
  inEach,
  inSigns,
  isMoney,
  type JointTotal,
  joinWith,
  openState,
  ownValue,
  type PeriodRole,
  parsePeriod,
  periodsPhrase,
  placeLabel,
  places,
  substances,
  type Text,
  terms,
  toldReported,
  unitName,
  units,
} from '@samenbeeld/schema';
import { unitIn } from './money/unit-in.ts';
import { isBasisSaid, scopeLine } from './questions.ts';

/** Words in four languages, in the order nl, fr, de, en; `{name}` stands for a word. */
export { text };

/** A column of a table: its kind, and the words of its heading as {@link text} takes them. */
export function column(kind: Column['kind'], ...heading: Parameters<typeof text>): Column {
  return { label: text(...heading), kind };
}

/** What names, figures and signs alone say, as one pattern of them. */
export function patterned(pattern: string, words: Readonly<Record<string, Word>> = {}): Text {
  return say(inSigns(pattern), words);
}

/** The same in every language: a code, a year, an address; a dash where there is nothing. */
export function plain(value: string | number): Text {
  const shown = String(value) || '–';
  return { nl: shown, fr: shown, de: shown, en: shown };
}

/** "of cocaine", as it stands behind an amount. */
export function ofDrug(code: string): Text {
  const { nl, fr, de, en } = labelled(substances, code);
  // The h of "haschisch" is spoken, that of "héroïne" and "huile" is not.
  const isElided = /^(?:[aeiouyàâéèêëîïôû]|h(?!a))/iu.test(fr);
  return { nl, fr: isElided ? `d’${fr}` : `de ${fr}`, de, en: `of ${en}` };
}

/** Whether a total is of a whole year, and named by its number. */
export function isYear({ period }: Pick<JointTotal, 'period'>): boolean {
  return /^\d{4}$/u.test(period);
}

/** Whether the period of a total was not over on a picture's date: what is reported of it may still grow; without a date it is not known to. */
export function isRunning({ period }: Pick<JointTotal, 'period'>, asOf: string | null): boolean {
  return asOf !== null && parsePeriod(period).end > asOf;
}

/** Whether a place is a port, so that a report may call it one. */
export function isPort(code: string): boolean {
  return places.has(code) && places.get(code).kind === 'port';
}

/** Whether "seized in the place" says on which basis: in a port what was seized there, in a country what was seized in it. */
function isPlainBasis(basis: string, place: string): boolean {
  return (
    ['', 'not_applicable', 'recorded', usualBasis(place)].includes(basis) ||
    (basis === 'seized_in_territory' && !isPort(place))
  );
}

/**
 * What figures of a place are of, as a sentence begins: "Cocaine seized in Vlissingen", "Offences (cocaine) in Germany", and with
 * its basis where the place does not say it: "Cocaine, seized in post and courier items, Luxembourg".
 */
export function countedIn(
  counted: CountedAs & { readonly basis: string },
  code: string,
  what: Text | null = null,
): Text {
  const { substance, metric, basis } = counted;
  const place = placeText(code);
  // What is no amount of a drug was not seized; of what no drug is named, what is counted is.
  const isOfDrug = substance && (metric === 'quantity' || metric === 'seizures');
  if (!isPlainBasis(basis, code) && !isBasisSaid(basis, metric)) {
    const drug = isOfDrug ? labelled(substances, substance) : countedText(counted);
    return joined([capitalised(what ?? drug), labelled(bases, basis), place], ', ');
  }
  if (what !== null || !isOfDrug)
    return text('{what} in {place}', '{what}, {place}', '{what} in {place}', '{what} in {place}', {
      what: capitalised(what ?? countedText(counted)),
      place,
    });
  return text(
    '{what} in beslag genomen in {place}',
    'Saisies {drug}, {place}',
    '{what}, sichergestellt in {place}',
    '{what} seized in {place}',
    { what: capitalised(labelled(substances, substance)), drug: ofDrug(substance), place },
  );
}

/** What a column of places is headed by: where each is a port, as ports. */
export function placeHeading(rows: readonly { readonly place: string }[]): Text {
  return rows.every(({ place }) => isPort(place))
    ? text('haven', 'port', 'Hafen', 'port')
    : text('plaats', 'lieu', 'Ort', 'place');
}

/**
 * A unit as it stands behind a number: its symbol, or the plural of a thing; money by its name in Dutch and English, where a
 * sign would stand before the number.
 */
export function unitText(unit: string): Text {
  const isNamed = isMoney(unit);
  return inEach((language) =>
    isNamed && (language === 'nl' || language === 'en')
      ? units.get(unit).plural[language]
      : units.has(unit)
        ? unitName(unit, language)
        : unitIn(unit, language),
  );
}

const steps: Readonly<Record<NonNullable<TotalQuestion['by']>, Text | null>> = {
  year: null,
  'half-year': {
    nl: 'per halfjaar',
    fr: 'par semestre',
    de: 'nach Halbjahren',
    en: 'by half-year',
  },
  quarter: { nl: 'per kwartaal', fr: 'par trimestre', de: 'nach Quartalen', en: 'by quarter' },
  month: { nl: 'per maand', fr: 'par mois', de: 'nach Monaten', en: 'by month' },
  'to-date': {
    nl: 'hetzelfde deel van elk jaar',
    fr: 'la même partie de chaque année',
    de: 'derselbe Teil jedes Jahres',
    en: 'the same part of each year',
  },
};

/** What a question is of, in one line: "North Sea Port, cocaine, seized in the port, kg". */
export function scopeText(question: TotalQuestion): Text {
  const step = steps[question.by ?? 'year'];
  return inEach((language) =>
    [
      scopeLine(question, language, 'symbol').replaceAll(' · ', ', '),
      ...(step ? [step[language]] : []),
    ].join(', '),
  );
}

/** A number as each language prints it. */
export function numeral(value: number): Text {
  return inEach((language) => formatNumber(value, language));
}

/** A day, month, year or span of ISO in words: "26 januari 2023", "eerste halfjaar 2022". */
export function dated(iso: string): Text {
  const span = parsePeriod(iso);
  return inEach((language) => formatPeriod(span, language));
}

/** Periods of ISO with the words their language puts before them: "in 2024", "du premier trimestre 2024 et du deuxième trimestre 2024". */
export function phrased(role: PeriodRole, isos: readonly string[]): Text {
  const spans = isos.map((iso) => parsePeriod(iso));
  return inEach((language) => periodsPhrase(role, spans, language));
}

/** From one period of ISO to another, both included: "d’avril 2024 à octobre 2024". */
export function fromTo(first: string, last: string): Text {
  const [start, end] = [parsePeriod(first), parsePeriod(last)];
  return inEach((language) => fromToPeriod(start, end, language));
}

/** The name of a place, or of several joined by `+`. */
export function placeText(code: string): Text {
  return inEach((language) => placeLabel(code, language));
}

/** The label of a code, or the code where the list does not know it. */
export function labelled<E extends CodeEntry>(list: CodeList<E>, code: string): Text {
  return list.has(code) ? list.get(code).label : plain(code);
}

/** Texts joined by a separator; a dash where there are none. */
export function joined(texts: readonly Text[], separator: string): Text {
  return texts.length === 0 ? plain('') : joinWith(texts, separator);
}

const prefixes: Readonly<Record<string, Text>> = {
  at_least: {
    nl: 'ten minste {v}',
    fr: 'au moins {v}',
    de: 'mindestens {v}',
    en: 'at least {v}',
  },
  floor: { nl: 'ruim {v}', fr: 'plus de {v}', de: 'mehr als {v}', en: 'over {v}' },
  just_under: { nl: 'bijna {v}', fr: 'près de {v}', de: 'knapp {v}', en: 'almost {v}' },
  rounded: { nl: 'ca. {v}', fr: 'env. {v}', de: 'rund {v}', en: 'about {v}' },
};

/** A value in the words of its claim: "almost 1,700". */
export function worded(value: number, wording: string | null, unit?: string): Text {
  const prefix = wording === null ? undefined : ownValue(prefixes, wording);
  // Money that is not whole has cents.
  const hasCents = unit !== undefined && isMoney(unit) && !Number.isInteger(value);
  const v = hasCents ? inEach((language) => formatNumber(value, language, 2)) : numeral(value);
  return prefix ? say(prefix, { v }) : v;
}

export const none: Text = plain('–');

/** Why the likeliest figure of a total is undecided, where it is. */
export function openOf({ reported, members, together }: JointTotal): 'undecided' | 'apart' | null {
  return reported.likely === 'undecided' ? openState(reported, [...members, ...together]) : null;
}

/** The likely figure as it is shown: a number in its words, "undecided", or a dash. */
export function likelyShown(total: JointTotal): Text {
  const { likely } = toldReported(total);
  if (typeof likely === 'string') return terms[openOf(total) ?? likely];
  if (likely === null) return none;
  const figures = total.members.filter((member) => member.state === 'reported');
  const [only] = figures;
  if (figures.length === 1 && only) return worded(likely, only.wording);
  // A sum with a lower limit in it is a lower limit.
  const isFloor = figures.some(({ wording }) => wording === 'floor');
  return isFloor ? worded(likely, 'floor') : numeral(likely);
}

/** "3.01–3.09". */
export function between(low: Text, high: Text): Text {
  return joined([low, high], '–');
}

/** The same words with a capital in front. */
export function capitalised(words: Text): Text {
  return inEach((language) => capital(words[language]));
}

/** "H0: the evidence", with the colon as each language sets it. */
export function coloned(head: Text, rest: Text): Text {
  return patterned('{head}: {rest}', {
    head,
    rest,
  });
}

/** Words that quote others, such as a raw cell or a role, as they stand: no brace in them names a figure. */
export function asSaid(words: Text): Words {
  return { text: plain('{said}'), figures: { said: { shown: words } } };
}

/** The members of each group, in the order in which they come. */
export function grouped<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): ReadonlyMap<string, readonly Value[]> {
  const found = new Map<string, Value[]>();
  for (const value of values) {
    const known = found.get(keyOf(value));
    if (known) known.push(value);
    else found.set(keyOf(value), [value]);
  }
  return found;
}
