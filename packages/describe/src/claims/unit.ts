import type { Language } from '@samenbeeld/schema';
import { says } from './acts.ts';
import { asked, because, type ProposedField, proposed } from './claim-fields.ts';
import type { Counted } from './counted.ts';
import type { Figure, FigureIn } from './figure.ts';
import type { Measured, Thing } from './figure-read.ts';
import { figuresIn } from './figures.ts';
import { substancesIn } from './named-substances.ts';
import { ofThings } from './no-claim.ts';
import { isWholeOf, respectively } from './parts-of-sentence.ts';

/** Nouns of a count that stand before it: "le nombre de colis", "Het aantal onderschepte poststukken daalde naar". */
const countedBefore =
  /(?:aantal|hoeveelheid|nombre|quantité|zahl|anzahl|menge|number|quantity|amount)\s+(?:(?:de|des|d['’]|of|der|von)\s*)?/giu;
/** "Parmi les personnes contrôlées, 95 …": those of whom a figure is a part. */
const amongBefore =
  /(?<!\p{L})(?:parmi|d['’]entre|onder|unter|among|out of|(?<=^\s*)(?:of|van)|von)\s+(?:(?:toutes|tous|alle|all)\s+)?(?:(?:les|ces|de|deze|die|den|diesen|the|these)\s+)?/giu;
/** The label of an item of a list: "Armes : 11". */
const label = /^\s*(?:[-•*–]\s+)?([\p{L}][^:\d]{1,40}?)\s*:\s*$/u;

const changing =
  /^(?:(?:les|le|la|de|het|die|der|das|the)\s)?(\p{L}[^,;:\d]{2,60}?)\s(?:passe(?:nt)?|(?:est|sont) passée?s?|gingen|ging|ste(?:eg|gen)|daalden?|stieg(?:en)?|sank(?:en)?|rose|fell|grew|went)(?!\p{L})/iu;

/** Another noun between a figure and its own: "400 sacks of pills", "40 zakken pillen", "60 Säcke Tabletten". */
const holder: Readonly<Record<Language, RegExp>> = {
  nl: /\p{L}(?:en|s)\s/u,
  fr: /\p{L}s\s+(?:de|d['’])/u,
  de: /^\s*\p{Lu}/u,
  en: /\p{L}s\s|\sof\s/u,
};

/** Whether what is counted may be something that holds the things of the noun, and not those. */
function isOfHolder(
  { numberEnd, end, counted }: Figure,
  text: string,
  language: Language,
): boolean {
  const between = text.slice(numberEnd, end - (counted?.words.length ?? 0));
  return holder[language].test(between.replace(/^[ \u00a0\u202f-]*(?:of|de|d['’])\s*/u, ''));
}

/** What a figure counts: by its own noun, else by what the sentence names around it, else as the figure before. */
export function thingOf(at: FigureIn, last: Counted | null): Thing {
  const { text, language, figure, kept, previous, next } = at;
  if (figure.counted) return thingBeside(at, figure.counted);
  // "les joints (31)": what is counted is not the unit of the figure before.
  if (text.slice(0, figure.at).endsWith('(') && text.slice(figure.numberEnd).startsWith(')'))
    return { counted: null, sure: false };
  // "300 en 40 kilo", "121, 44 et 61 tonnes", "38 beziehungsweise 21 Tonnen", "12 of the 120 drivers"
  const isPart = next !== undefined && isWholeOf(text, next, figure);
  const shared = sharedBehind(text, kept.indexOf(figure), kept) ?? (isPart ? next.counted : null);
  if (shared) return { counted: shared, sure: false };
  const unknown = figure.unknown ?? (isPart ? next.unknown : null);
  if (unknown !== null) {
    // "2,318 parcels; 1,406 with MDMA, 519 ketamine": of those, and no unit of its own.
    const isOfFinds = last?.kind === 'finds' && substancesIn(unknown, language).length > 0;
    return isOfFinds
      ? { counted: last, sure: false }
      : {
          counted: { kind: 'other', unit: null, countUnit: null, words: unknown },
          sure: figure.unknown !== null,
        };
  }
  const lead = text.slice(0, figure.at);
  const named = thingBefore(lead, kept, language);
  if (named !== undefined) return { counted: named, sure: false };
  const among = thingAmong(lead, previous === undefined, language);
  if (among !== undefined) return { counted: among, sure: false };
  // "contre respectivement 1,7 kg et 2.890": the second is of another thing.
  if (respectively.test(lead)) return { counted: null, sure: false };
  return { counted: thingEarlier(at, last), sure: false };
}

function thingBeside(at: FigureIn, counted: Counted): Thing {
  const { text, language, figure } = at;
  // "xtc-pillen (1,9 miljoen stuks)": pieces of what stands before them.
  const [, named] = /^(?:stuks|stück|pièces|pieces)$/iu.test(counted.words)
    ? (/(?<!\p{L})(\p{L}[\p{L}-]+)\s*[(:]\s*$/u.exec(text.slice(0, figure.start)) ?? [])
    : [];
  const pieces = named === undefined ? null : firstThing(named, language);
  return pieces?.kind === 'pieces' && pieces.unit !== counted.unit
    ? { counted: pieces, sure: false }
    : { counted, sure: !isOfHolder(figure, text, language) };
}

/** What words before a figure name as counted by it; null where that is no thing of ours, undefined where they name none. */
function thingBefore(
  lead: string,
  kept: readonly Figure[],
  language: Language,
): Counted | null | undefined {
  // "Les armes saisies passent de 61 à 88": what changed stands before the verb.
  const [, subject] = changing.exec(lead) ?? [];
  const changed =
    subject !== undefined && kept.every(({ counted }) => counted === null)
      ? firstThing(subject, language)
      : null;
  if (changed) return changed;
  const [, labelled] = label.exec(lead) ?? [];
  if (labelled !== undefined) return firstThing(labelled, language);
  const [number] = [...lead.matchAll(countedBefore)].slice(-1);
  return number && firstThing(lead.slice(number.index + number[0].length), language);
}

/** Those of whom a figure is a part. */
function thingAmong(
  lead: string,
  isFirst: boolean,
  language: Language,
): Counted | null | undefined {
  const [whole] = [...lead.matchAll(amongBefore)].slice(-1);
  if (!whole) return undefined;
  const ofWhom = firstThing(lead.slice(whole.index + whole[0].length), language);
  if (ofWhom) return ofWhom;
  // "Parmi les interpellés, 170": of those, whoever they are, and not of the trains of the sentence before.
  if (!isFirst || !/^\P{L}*$/u.test(lead.slice(0, whole.index))) return undefined;
  const words = lead.slice(whole.index);
  return says(words, 'arrested')
    ? { kind: 'persons', unit: 'person', countUnit: null, words: words.trim() }
    : null;
}

/** What a number by itself goes on counting. */
function thingEarlier(
  { text, language, figure, kept, speaking }: FigureIn,
  last: Counted | null,
): Counted | null {
  const isOfThings = ofThings.test(text.slice(0, figure.start));
  const earlier = kept
    .slice(0, kept.indexOf(figure))
    .findLast(
      ({ counted, unknown }) =>
        (counted !== null || unknown !== null) && !(isOfThings && counted?.kind === 'mass'),
    );
  if (earlier) return earlier.counted;
  // "zwölf „Profi-Plantagen“ und 18": as the number before it, of which no noun is known.
  const isOfUnknown = speaking.some(
    ({ end, noClaim, counted }) => end <= figure.start && noClaim === 'nothing' && counted === null,
  );
  // "bloqué plus de 80 millions": of money, or of whatever; not of the reports of the sentence before.
  const isOfMillions = figure.value >= 1e6 && last?.kind !== 'pieces';
  if (isOfUnknown || isOfMillions) return null;
  // "Straftaten gegen das Leben gab es zehn"
  const ahead = isOfThings ? firstThing(text.slice(0, figure.at), language) : null;
  // "In 2015 waren dit er nog 312.160": a number by itself goes on with things, not with the euros or the kilos of the sentence before.
  const isNoThing = last?.kind === 'money' || (last?.kind === 'mass' && isOfThings);
  return ahead ?? (isNoThing ? null : last);
}

/** What the last of numbers in a row counts. */
function sharedBehind(text: string, at: number, all: readonly Figure[]): Counted | null {
  for (let from = at; ; from += 1) {
    const [one, next] = [all[from], all[from + 1]];
    if (!one || !next) return null;
    const gap = text.slice(one.numberEnd, next.start);
    if (
      !/^(?:,|\s*(?:en|et|und|and|beziehungsweise|bzw\.?|respectievelijk|à|naar|to|auf|zu))\s*$/iu.test(
        gap,
      )
    )
      return null;
    if (next.counted) return next.counted;
  }
}

/** A noun or a measure anywhere at the start of a text, past adjectives. */
function firstThing(text: string, language: Language): Counted | null {
  const { figures } = figuresIn(`2 ${text}`, language);
  return figures[0]?.counted ?? null;
}

const engineBefore =
  /(?<!\p{L})(?:\p{L}*motor(?:en|s)?|moteurs?|engines?)\s+(?:met|van|mit|von|à|avec|de|with|of)\s*$/iu;
const engineBehind = /^[- ](?:motor(?:en|s)?|engines?)(?!\p{L})/iu;

/** A cylinder holds laughing gas where the sentence names the gas; else it may be of a car: "einen Wagen mit 8 Zylindern". */
export function asCylinder(figure: Figure, text: string, language: Language): Figure {
  const { counted, noClaim, start, end } = figure;
  if (counted?.unit !== 'cylinder' || noClaim !== null) return figure;
  const gas = substancesIn('lachgas', 'nl').map(({ code }) => code);
  if (
    substancesIn(text, language).some(({ code, among }) =>
      [code, ...among].some((one) => gas.includes(one)),
    )
  )
    return figure;
  return engineBefore.test(text.slice(0, start)) || engineBehind.test(text.slice(end))
    ? { ...figure, noClaim: 'nothing' }
    : { ...figure, counted: { ...counted, unit: null, kind: 'other' } };
}

/** A case of a report may be an offence, a report or a file; and a record without a measure is whatever its noun is used for. */
function isOpenRecord({ unit, metric }: Measured): boolean {
  return (
    unit === 'case' ||
    (metric === null &&
      ['investigation', 'procedure', 'file', 'report', 'action'].includes(unit ?? ''))
  );
}

export function unitField(thing: Thing, measured: Measured, metric: ProposedField): ProposedField {
  const words = thing.counted?.words ?? '';
  if (!thing.counted) return asked(because('notSaid'));
  if (measured.unit === null) return asked(because('noneOfOurs', words));
  // "arrest" of persons, "consignment" of parcels: the unit of what is measured, and no noun of the text.
  const isNamed = measured.unit === thing.counted.unit && thing.counted.kind !== 'suspects';
  const sure = thing.sure && !isOpenRecord(measured) && (isNamed || metric.sure);
  return proposed(measured.unit, sure, because(thing.sure ? 'printed' : 'sentence', words));
}

export function countUnitField(
  { counted, sure }: Thing,
  measured: Measured,
  metric: ProposedField,
): ProposedField {
  if (measured.countUnit !== null)
    return proposed(
      measured.countUnit,
      sure && !isOpenRecord(measured) && (measured.metric === null || metric.sure),
      because('printed', counted?.words),
    );
  return counted && !(measured.metric === null && counted.kind === 'finds')
    ? proposed('', metric.sure || ['mass', 'money'].includes(counted.kind), because('counts'))
    : asked(because('notSaid'), counted?.countUnit ? [counted.countUnit] : []);
}
