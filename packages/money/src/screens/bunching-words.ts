import {
  figure,
  fromTo,
  headed,
  inEach,
  intervalName,
  paragraph,
  type Text,
} from '@samenbeeld/schema';
import { moneyIn } from '../words/money-words.ts';

/** What a sentence about amounts below a threshold may say. */
export interface BunchingWords {
  readonly verdict: 'more' | 'not_shown' | 'no_conclusion';
  readonly n: number;
  readonly currency: string;
  /** Ends of the window below the threshold. */
  readonly low: number;
  readonly high: number;
  readonly excess: {
    readonly estimate: number;
    readonly low: number;
    readonly high: number;
  } | null;
  readonly label: Text | undefined;
}

const innocent: Text = {
  nl: 'Tarieven, limieten van kaarten en automaten en gangbare prijzen hebben hetzelfde gevolg; dit is een reden om te kijken, geen bewijs.',
  fr: 'Des tarifs, des plafonds de cartes et d’automates et des prix usuels ont le même effet\u00a0; c’est une raison de regarder, pas une preuve.',
  de: 'Gebühren, Limits von Karten und Automaten und übliche Preise wirken ebenso; das ist ein Grund hinzusehen, kein Beweis.',
  en: 'Fees, limits of cards and machines, and usual prices have the same effect; this is a reason to look, not proof.',
};

/** Whether there are more amounts just below a threshold than the others lead to expect; never whose, never why. */
export function bunchingSays({
  verdict,
  n,
  currency,
  low,
  high,
  excess,
  label,
}: BunchingWords): Text {
  const main = inEach((language) => {
    const [from, to] = [moneyIn(low, currency, language), moneyIn(high, currency, language)];
    const count = figure(n, language);
    if (excess === null || verdict === 'no_conclusion')
      return {
        nl: `Geen conclusie mogelijk over bedragen net onder ${to}: te weinig bedragen in de buurt (n = ${count}).`,
        fr: `Aucune conclusion possible sur les montants juste inférieurs à ${to}\u00a0: trop peu de montants proches (n = ${count}).`,
        de: `Keine Aussage über Beträge knapp unter ${to} möglich: zu wenige Beträge in der Nähe (n = ${count}).`,
        en: `No conclusion possible about amounts just below ${to}: too few amounts near it (n = ${count}).`,
      }[language];
    const whole = (value: number): string => figure(Math.round(value), language);
    const range = `${intervalName(0.95, language)} ${fromTo(whole(excess.low), whole(excess.high), language)}`;
    const n95 = `${range}${language === 'fr' ? '\u00a0;' : ';'} n = ${count}`;
    if (verdict === 'not_shown')
      return {
        nl: `Een ophoping van bedragen van ${from} tot ${to} is niet aantoonbaar (verschil: ${n95}).`,
        fr: `Aucune accumulation de montants de ${from} à ${to} ne peut être démontrée (écart\u00a0: ${n95}).`,
        de: `Eine Häufung von Beträgen von ${from} bis ${to} lässt sich nicht nachweisen (Differenz: ${n95}).`,
        en: `No heap of amounts from ${from} to ${to} can be shown (difference: ${n95}).`,
      }[language];
    const more = whole(excess.estimate);
    return {
      nl: `Van ${from} tot ${to} zijn er ${more} bedragen meer dan de andere bedragen doen verwachten (${n95}).`,
      fr: `De ${from} à ${to}, il y a ${more} montants de plus que les autres montants ne le laissent attendre (${n95}).`,
      de: `Von ${from} bis ${to} gibt es ${more} Beträge mehr, als die übrigen Beträge erwarten lassen (${n95}).`,
      en: `From ${from} to ${to} there are ${more} amounts more than the other amounts lead to expect (${n95}).`,
    }[language];
  });
  return headed(label, null, paragraph(main, verdict === 'more' ? innocent : null));
}
