import { drugs, type Language, units } from '@samenbeeld/schema';
import { isPlainlySaid } from './certain.ts';
import {
  asked,
  because,
  carriedField,
  type ProposedField,
  proposed,
  sureIf,
} from './claim-fields.ts';
import type { ClaimWhy } from './claim-words.ts';
import { countedAt } from './counted.ts';
import type { Figure, FigureIn, Words } from './figure.ts';
import type { Measured } from './figure-read.ts';
import { askedOf, codesNamed, type Named } from './named.ts';
import { substancesIn } from './named-substances.ts';
import { boundary, ofWhich, respectively, whereIn } from './parts-of-sentence.ts';

/** Metrics that are of drugs. */
const ofDrugs: ReadonlySet<string> = new Set([
  'quantity',
  'seizures',
  'price',
  'purity',
  'potency',
]);

/** Goods of trade, among which something was found: "20 tonnes de bananes". */
export const goodsBehind: RegExp =
  /^\s+(?:(?:of|de|van|von) |d['’])?(?:\p{L}+ )?(?:bana?n|fruit|früchte|obst|ananas|pineapple|kolen|coal|charbon|kohle|schroot|scrap|ferraille|schrott|hout|timber|wood|bois|holz|koffie|coffee|café|kaffee|cacao|cocoa|kakao|suiker|sugar|sucre|zucker|vis(?!\p{L})|fish|poisson|fisch|vlees|meat|viande|fleisch|garnalen|shrimp|crevettes|garnelen|tegels|tiles|carrelage|fliesen|marmer|marble|marbre|marmor|tabak|tabac|tobacco|\p{L}*tabak|sigaretten|cigarettes|zigaretten|(?:am)?munit|patronen|cartouches|cartridges)/iu;

/** Whether a noun that names no drug stands behind a figure: "73,7 gram paddenstoelen, …", "10 Kilogramm einer braunen Substanz". */
export function isOfOtherStuff(text: string, { end }: Figure): boolean {
  return /^\s+(?:(?:de |d['’]|of )?(?!elk|each|chacun|jeweils|total|were|was|werd|werden|wurde|wurden|zijn|waren)\p{L}{4,}(?=\s*(?:[,.;]|(?:en|et|und|and|zijn|is|werd|werden|waren|wurden?|was|were|a été|ont été|verstopt|gevonden|seized|found)\s|$))|(?:d['’]une? |een |of an? |eine[rsm]? )\p{L})/u.test(
    text.slice(end),
  );
}

/** The codes of the plants that a drug is made of, where it is weighed itself: of cannabis and herb those of hemp. */
function plantsOf(code: string): readonly string[] {
  if (!drugs.has(code)) return [];
  const { units, parent } = drugs.get(code);
  if (units[0] !== 'kg') return [];
  return [...drugs].flatMap((drug) =>
    drug.parent === (parent ?? code) && drug.units.join() === 'plant' ? drug.code : [],
  );
}

/** Words for what something is worth or costs. */
const worthOrPrice =
  /(?<!\p{L})(?:\p{L}*waarden?|waard|\p{L}*prij(?:s|zen)|betaal\p{L}*|betalen|kost(?:te|ten|en)?|valeur|valant|valait|vau[xt]|prix|coût\p{L}*|pa(?:ie|ye)(?:nt)?|revente|\p{L}*werte?s?|\p{L}*preise?n?|(?:be)?zahl(?:t|en|te|ten)|kostet\p{L}*|worth|valued?|prices?|pa(?:y|ys|id)|costs?|gehandelt|verkocht|verkauft|vendue?s?|sold)(?!\p{L})/iu;
/** Behind a sum: "of cocaine", "worth of", "waard aan". */
const ofSum =
  /^\s*(?:(?:worth|waard)(?!\p{L})|an (?!\p{Lu}\p{L}*(?:tag|abend))|aan (?!de |het )|de |d['’]|of |(?:per|par|le|pro|a|das|je) \p{L}+)|^[^,;:]*(?<!\p{L})(?:wert|waard|gehandelt|verkocht|verkauft)(?!\p{L})/iu;

/** Whether tablets or pills are told, in a word or behind it: "xtc-pillen", "ecstasy in tablets". */
function isToldAs(units: readonly string[], text: string, language: Language): boolean {
  return (text.match(/\p{L}+/gu) ?? []).some((word) => {
    const unit = countedAt(word, language)?.unit;
    return unit != null && unit !== 'plant' && units.includes(unit);
  });
}

/** A name as the substance of a figure, unless it is of plants or of several. */
function taken(
  { text, language, figure, next }: FigureIn,
  { metric, unit }: Measured,
  one: Named,
  sure: boolean,
  how: ClaimWhy,
): ProposedField {
  const named = substancesIn(text, language);
  // "13 drugslabs": places and things are counted, for which of the drugs is not said.
  if (one.code === 'ALL' && figure.counted === null && metric === null)
    return asked(because('several', one.words), codesNamed(named));
  // "een hennepkwekerij met 1.260 planten": plants are not what is made of them.
  const isOfPlants = (unit === 'plant' || unit === 'cutting') && figure.counted !== null;
  const plants = isOfPlants ? plantsOf(one.code) : [];
  // "1.150 hennepplanten en 6 kilo toppen": plants are counted, and not weighed.
  if (
    !isOfPlants &&
    figure.counted?.kind === 'mass' &&
    drugs.has(one.code) &&
    drugs.get(one.code).units.every((unit) => units.get(unit).dimension === 'count') &&
    !isToldAs(drugs.get(one.code).units, text.slice(one.start, next?.start), language)
  )
    return asked(because('several', one.words), [
      ...drugs.flatMap(({ code, group, parent, units: [unit] }) =>
        unit === 'kg' && parent === null && group === drugs.get(one.code).group ? code : [],
      ),
      one.code,
    ]);
  return one.code === '' || plants.length > 0
    ? asked(because('several', one.words), plants.length > 0 ? plants : one.among)
    : proposed(one.code, sure, because(how, one.words), []);
}

function substanceOf(at: FigureIn, measured: Measured): ProposedField {
  const { text, figure, language, previous, next } = at;
  const { metric } = measured;
  const named = substancesIn(text, language);
  if (metric !== null && !ofDrugs.has(metric)) {
    // "812 faits de cocaïne" are counted of it; "drug offences" of none alone.
    const own =
      (metric === 'offences' || metric === 'suspects') &&
      named.find((one) => drugs.has(one.code) && isOfIt(text, figure, one));
    return own
      ? proposed(own.code, true, because('beside', own.words))
      : proposed('', true, because('counts'));
  }
  const within = named.find(
    ({ start, end }) => start >= figure.numberEnd && end > start && start < figure.end,
  );
  const behind = named.filter(
    ({ start }) => start >= figure.end - 1 && start < (next?.start ?? text.length),
  );
  // "la marijuana avec 70,491 kg", "Les amphétamines (611 grammes)", "Cocaïne : 371,5 g".
  const owner = named.find(
    ({ end }) =>
      end <= figure.start &&
      end > (previous?.end ?? -1) &&
      /^\s*(?:(?:avec|met|mit|with)\s+(?:un total de |in totaal |insgesamt |a total of )?|\(|[:：=]\s*)$/iu.test(
        text.slice(end, figure.start),
      ),
  );
  const [first] = behind;
  // "£300,000 found with cocaine": money lay with it; what is worth so much, or costs it, is told beside the sum.
  if (
    figure.counted?.kind === 'money' &&
    !(
      worthOrPrice.test(text.slice(previous?.end ?? 0, figure.start)) ||
      ofSum.test(text.slice(figure.end))
    )
  )
    return asked(because('notSaid'));
  const gap = first ? text.slice(figure.end, first.start) : '';
  const take = (one: Named, sure: boolean, how: ClaimWhy): ProposedField =>
    taken(at, measured, one, sure, how);
  if (within) return take(within, true, 'beside');
  // "6 000 grammes d'autres produits": of none that was named.
  if (
    /^\s*(?:d['’]autres?|andere|anderer|other|overige|sonstige[rn]?)(?!\p{L})/iu.test(
      text.slice(figure.end),
    )
  )
    return asked(because('notSaid'));
  // "73,7 gram paddenstoelen, …", "10 Kilogramm einer braunen Substanz": of a thing that no list of ours holds.
  if (measured.metric === 'quantity' && !first && isOfOtherStuff(text, figure))
    return asked(because('notSaid'));
  const isAdjacent =
    first !== undefined &&
    /^\s*(?:(?:de(?: la)?|du|des|van|von|of)\s|d['’]|de l['’])?\s*$/iu.test(gap);
  if (owner && !isAdjacent) return take(owner, owner.code !== 'ALL', 'beside');
  // "74 Aufgriffe, ein Drittel davon Cannabis"
  if (first && gap.search(ofWhich) >= 0 && next === undefined)
    return asked(because('ofPart', first.words), first.code === '' ? first.among : [first.code]);
  const second = behind[1];
  // "kilo cocaïne en heroïne": one figure of two substances.
  if (
    first &&
    second &&
    first.code !== second.code &&
    !boundary.test(gap) &&
    /^\s*(?:,|en|et|und|and|of|ou|oder|or|&)\s*(?:\p{Ll}+\s)?$/iu.test(
      text.slice(first.end, second.start),
    ) &&
    gap.length < 30
  )
    return asked(because('several', `${first.words}, ${second.words}`), codesNamed(behind));
  // "Cocaine rose to 28 tonnes and herbal cannabis to 74": of the figure behind it.
  const isOfNext =
    next !== undefined &&
    /^\s*(?:en|et|und|and)\s+(?:(?:de|het|la|le|les|die|the)\s+|l['’])?$/iu.test(gap) &&
    named.some(({ end }) => end <= figure.start && end > (previous?.end ?? -1));
  if (first && !isOfNext && !boundary.test(gap) && gap.length < 60)
    return take(first, gap.length < 30, 'beside');
  // Behind "aus denen" or "for making", a drug is another thing than what was counted.
  const isMadeOf =
    /(?<!\p{L})(?:aus|waarmee|waaruit|avec lesquels|à partir desquels|with which)(?!\p{L})/iu.test(
      gap,
    );
  const last = named.findLast(({ end }) => end <= figure.start) ?? (isMadeOf ? undefined : first);
  return !last || isNoDrug(at, metric)
    ? asked(because('notSaid'))
    : (substanceLeftOpen(at, named, last, last === owner) ??
        take(last, false, areSame(named) ? 'sentence' : 'earlier'));
}

const areSame = (named: readonly Named[]): boolean =>
  new Set(named.map(({ code }) => code)).size === 1;

/** "310 weapons", "170 000 Zigaretten": what has a noun of its own is no drug that was named elsewhere. */
function isNoDrug(
  { text, figure: { counted, unknown, end } }: FigureIn,
  metric: string | null,
): boolean {
  if (counted === null) return unknown !== null && metric === null;
  const others = 'weapons vehicles trains buses persons staff suspects other'.split(' ');
  return others.includes(counted.kind) || goodsBehind.test(text.slice(end));
}

/** Where the substance that was named last before a figure is not surely its own. */
function substanceLeftOpen(
  { text, figure }: FigureIn,
  named: readonly Named[],
  last: Named,
  isOwner: boolean,
): ProposedField | null {
  if (last.end > figure.start) return null;
  // "195 kg of cocaine and heroin, compared to 27 kg": of both, as the figure before.
  const pair = named.filter(({ end }) => end <= figure.start).at(-2);
  if (
    pair &&
    pair.code !== last.code &&
    /^\s*(?:,|en|et|und|and|of|ou|oder|or|&)\s*(?:(?:de |d['’]|van |of |von )?(?:la |l['’])?)?(?:\p{Ll}+\s)?$/iu.test(
      text.slice(pair.end, last.start),
    ) &&
    !/^\s*(?:\(|[:：=])/u.test(text.slice(last.end))
  )
    return askedOf([pair, last]);
  // "3,384 Kilogramm THC": of something else than what was named before.
  if (/^\s+\p{Lu}\p{L}+/u.test(text.slice(figure.end)) && !isOwner)
    return asked(because('notSaid'));
  // "740 kg Marihuana und 31 kg Heroin; im Vorjahr waren es 1,9 t": of none of them alone.
  return !areSame(named) && /;/u.test(text.slice(last.end, figure.start)) ? askedOf(named) : null;
}

/** "La cocaïne et l'héroïne …, respectivement 12 tonnes et 424 kg": the substance that stands where the figure does. */
function inOrder({ text, figure, kept, language }: FigureIn): ProposedField {
  const named = substancesIn(text.slice(0, kept[0]?.start), language);
  const own = named[kept.indexOf(figure)];
  return own && own.code !== '' && named.length === kept.length
    ? proposed(own.code, false, because('earlier', own.words))
    : asked(because('notSaid'));
}

/** Whether words are within a figure, beside it, or joined to it by "of" or a colon: "12 kg of cocaine", "Cocaine: 12 kg". */
function isOfIt(text: string, { start, numberEnd, end }: Figure, words: Words): boolean {
  return words.end <= start
    ? /^\s*(?:(?:avec|met|mit|with)\s+(?:\p{L}+\s+){0,3}|\(|[:：=]\s*)$/iu.test(
        text.slice(words.end, start),
      )
    : words.start >= numberEnd &&
        (words.start < end ||
          /^\s*(?:(?:de(?: la)?|du|des|van|von|of)\s|d['’]|de l['’])?\s*$/iu.test(
            text.slice(end, words.start),
          ));
}

/** Of which substance: as the figure's own words, the order of a list or the sentence before say. */
export function substanceField(
  at: FigureIn,
  measured: Measured,
  seizedBefore: ProposedField | null,
): ProposedField {
  const { text, figure, language } = at;
  const named = substancesIn(text, language);
  const field =
    respectively.test(text) && substancesIn(text.slice(figure.numberEnd), language).length === 0
      ? inOrder(at)
      : seizedBefore !== null && named.length === 0
        ? (carriedField(seizedBefore) ?? asked(because('notSaid')))
        : substanceOf(at, measured);
  const rivals = named.filter(({ code }) => code !== field.value);
  return sureIf(
    field,
    () =>
      field.rests === '' ||
      whereIn(text, field.rests).some(
        (words) => isOfIt(text, figure, words) || isPlainlySaid(at, words, rivals),
      ),
  );
}
