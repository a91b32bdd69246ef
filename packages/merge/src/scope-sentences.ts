import { bases, placeContains, type Text } from '@samenbeeld/schema';
import type { DifferingDimension } from './explain-difference.ts';
import { say } from './words.ts';

type Sentence = (difference: DifferingDimension) => Text;

function place({ a, b }: DifferingDimension): Text {
  const [whole, part] = placeContains(a, b) ? [a, b] : placeContains(b, a) ? [b, a] : [null, null];
  return whole === null
    ? say(
        {
          nl: 'Verschillende plaatsen: {a}; {b}.',
          fr: 'Lieux différents : {a} ; {b}.',
          de: 'Verschiedene Orte: {a}; {b}.',
          en: 'Different places: {a}; {b}.',
        },
        { a: { place: a }, b: { place: b } },
      )
    : say(
        {
          nl: 'Verschillende plaatsen: {part} is een deel van het ruimere gebied "{whole}".',
          fr: 'Lieux différents : {part} fait partie de la zone plus large « {whole} ».',
          de: 'Verschiedene Orte: {part} ist ein Teil des größeren Gebiets „{whole}“.',
          en: 'Different places: {part} is a part of the wider area "{whole}".',
        },
        { part: { place: part }, whole: { place: whole } },
      );
}

function basis({ a, b }: DifferingDimension): Text {
  return say(
    {
      nl: 'Verschillende grondslagen: "{a}" en "{b}"; die worden nooit opgeteld.',
      fr: 'Bases différentes : « {a} » et « {b} » ; elles ne s’additionnent jamais.',
      de: 'Verschiedene Grundlagen: „{a}“ und „{b}“; beides wird nie addiert.',
      en: 'Different bases: "{a}" and "{b}"; these are never added.',
    },
    { a: bases.get(a).label, b: bases.get(b).label },
  );
}

const sentences: Partial<Record<DifferingDimension['dimension'], Sentence>> = {
  metric: () => ({
    nl: 'Ze meten iets anders.',
    fr: 'Ils ne mesurent pas la même chose.',
    de: 'Sie messen Verschiedenes.',
    en: 'They measure different things.',
  }),
  place,
  basis,
  agency: ({ a, b }) =>
    say(
      {
        nl: 'Verschillende diensten: {a}; {b}.',
        fr: 'Services différents : {a} ; {b}.',
        de: 'Verschiedene Behörden: {a}; {b}.',
        en: 'Different agencies: {a}; {b}.',
      },
      { a: { agencies: a.split('+') }, b: { agencies: b.split('+') } },
    ),
  substance: ({ a, b }) =>
    say(
      {
        nl: 'Verschillende drugs: {a}; {b}.',
        fr: 'Drogues différentes : {a} ; {b}.',
        de: 'Verschiedene Drogen: {a}; {b}.',
        en: 'Different drugs: {a}; {b}.',
      },
      { a: { substance: a }, b: { substance: b } },
    ),
  period: ({ a, b }) =>
    say(
      {
        nl: 'Verschillende perioden of peildata: {a}; {b}.',
        fr: 'Périodes ou dates de situation différentes : {a} ; {b}.',
        de: 'Verschiedene Zeiträume oder Stichtage: {a}; {b}.',
        en: 'Different periods or cut-off dates: {a}; {b}.',
      },
      { a: { date: a }, b: { date: b } },
    ),
  extent: () => ({
    nl: 'Het ene cijfer telt alles, het andere maar een deel (losse vangsten of één dienst).',
    fr: 'L’un compte tout, l’autre une partie seulement (des saisies isolées ou un seul service).',
    de: 'Die eine Zahl umfasst alles, die andere nur einen Teil (einzelne Funde oder eine Behörde).',
    en: 'One counts everything, the other only a part (single finds, or one agency).',
  }),
};

/** One sentence for each dimension of scope in which two figures are unlike. */
export function scopeSentences(dimensions: readonly DifferingDimension[]): readonly Text[] {
  return dimensions.flatMap((difference) => sentences[difference.dimension]?.(difference) ?? []);
}
