import { formatNumber, headed, inEach, paragraph, pValue, type Text } from '@samenbeeld/schema';
import type { DigitVerdict } from '../benford/benford.ts';
import type { DigitTest } from '../benford/digits.ts';

/** What a sentence about digits may say. */
export interface BenfordWords {
  readonly verdict: DigitVerdict;
  readonly digits: DigitTest;
  readonly n: number;
  readonly p: number | null;
  readonly label: Text | undefined;
}

const named: Readonly<Record<DigitTest, Text>> = {
  first: {
    nl: 'De eerste cijfers',
    fr: 'Les premiers chiffres',
    de: 'Die ersten Ziffern',
    en: 'The first digits',
  },
  second: {
    nl: 'De tweede cijfers',
    fr: 'Les deuxièmes chiffres',
    de: 'Die zweiten Ziffern',
    en: 'The second digits',
  },
  first_two: {
    nl: 'De eerste twee cijfers',
    fr: 'Les deux premiers chiffres',
    de: 'Die ersten beiden Ziffern',
    en: 'The first two digits',
  },
};

const innocent: Text = {
  nl: 'Tarieven, plafonds en meldgrenzen hebben hetzelfde gevolg; dit is een reden om te kijken, geen bewijs.',
  fr: 'Des tarifs, des plafonds et des seuils de déclaration ont le même effet\u00a0; c’est une raison de regarder, pas une preuve.',
  de: 'Tarife, Obergrenzen und Meldeschwellen wirken ebenso; das ist ein Grund hinzusehen, kein Beweis.',
  en: 'Fees, caps and reporting thresholds have the same effect; this is a reason to look, not proof.',
};

function main({ verdict, digits, n, p }: BenfordWords): Text {
  return inEach((language) => {
    const count = formatNumber(n, language);
    const start = named[digits][language];
    if (verdict === 'no_conclusion' || p === null)
      return {
        nl: `Geen conclusie mogelijk over de cijfers: te weinig bedragen, of alle van dezelfde orde (n = ${count}).`,
        fr: `Aucune conclusion possible sur les chiffres\u00a0: trop peu de montants, ou tous du même ordre (n = ${count}).`,
        de: `Keine Aussage über die Ziffern möglich: zu wenige Beträge, oder alle von gleicher Größenordnung (n = ${count}).`,
        en: `No conclusion possible about the digits: too few amounts, or all of one order of magnitude (n = ${count}).`,
      }[language];
    const test = `${pValue(p, language)}${language === 'fr' ? '\u00a0;' : ';'} n = ${count}`;
    return verdict === 'deviates'
      ? {
          nl: `${start} wijken sterker af van de wet van Benford dan toeval verklaart (${test}).`,
          fr: `${start} s’écartent de la loi de Benford plus que le hasard ne l’explique (${test}).`,
          de: `${start} weichen stärker vom Benfordschen Gesetz ab, als der Zufall erklärt (${test}).`,
          en: `${start} deviate from Benford’s law by more than chance explains (${test}).`,
        }[language]
      : {
          nl: `Een afwijking van de wet van Benford is niet aantoonbaar (${test}).`,
          fr: `Aucun écart à la loi de Benford ne peut être démontré (${test}).`,
          de: `Eine Abweichung vom Benfordschen Gesetz lässt sich nicht nachweisen (${test}).`,
          en: `No deviation from Benford’s law can be shown (${test}).`,
        }[language];
  });
}

/** The sentence for a verdict about digits; a deviation never stands without its innocent reasons. */
export function benfordSays(words: BenfordWords): Text {
  return headed(
    words.label,
    null,
    paragraph(main(words), words.verdict === 'deviates' ? innocent : null),
  );
}
