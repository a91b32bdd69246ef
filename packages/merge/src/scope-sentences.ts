import { bases, placeContains, type Text } from '@samenbeeld/schema';
import type { DifferingDimension } from './explain-difference.ts';
import { say } from './words.ts';

type Sentence = (difference: DifferingDimension) => Text;

function place({ a, b }: DifferingDimension): Text {
  const [whole, part] = placeContains(a, b) ? [a, b] : placeContains(b, a) ? [b, a] : [null, null];
  return whole === null
    ? say(
        {
          nl: 'Andere plaats: {a} tegenover {b}.',
          fr: 'Autre lieu : {a} contre {b}.',
          de: 'Anderer Ort: {a} gegenüber {b}.',
          en: 'Different places: {a} against {b}.',
        },
        { a: { place: a }, b: { place: b } },
      )
    : say(
        {
          nl: 'Andere plaats: {part} is maar een deel van {whole}.',
          fr: 'Autre lieu : {part} n’est qu’une partie de {whole}.',
          de: 'Anderer Ort: {part} ist nur ein Teil von {whole}.',
          en: 'Different places: {part} is only a part of {whole}.',
        },
        { part: { place: part }, whole: { place: whole } },
      );
}

function basis({ a, b }: DifferingDimension): Text {
  return say(
    {
      nl: 'Andere grondslag: "{a}" tegenover "{b}"; die worden nooit opgeteld.',
      fr: 'Autre base : « {a} » contre « {b} » ; elles ne s’additionnent jamais.',
      de: 'Andere Grundlage: „{a}“ gegenüber „{b}“; beides wird nie addiert.',
      en: 'Different bases: "{a}" against "{b}"; these are never added.',
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
        nl: 'Andere dienst: {a} tegenover {b}.',
        fr: 'Autre service : {a} contre {b}.',
        de: 'Andere Behörde: {a} gegenüber {b}.',
        en: 'Different agencies: {a} against {b}.',
      },
      { a: { agencies: a.split('+') }, b: { agencies: b.split('+') } },
    ),
  substance: ({ a, b }) =>
    say(
      {
        nl: 'Andere drugs: {a} tegenover {b}.',
        fr: 'Autres drogues : {a} contre {b}.',
        de: 'Andere Drogen: {a} gegenüber {b}.',
        en: 'Different drugs: {a} against {b}.',
      },
      { a: { substance: a }, b: { substance: b } },
    ),
  period: ({ a, b }) =>
    say(
      {
        nl: 'Andere periode of peildatum: {a} tegenover {b}.',
        fr: 'Autre période ou date d’arrêt : {a} contre {b}.',
        de: 'Anderer Zeitraum oder Stichtag: {a} gegenüber {b}.',
        en: 'Different periods or cut-off dates: {a} against {b}.',
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
