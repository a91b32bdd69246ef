import { fromTo, inEach, paragraph, percent, type Text } from '@samenbeeld/schema';

/** What a sentence about mirror figures of trade may say. */
export interface MirrorWords {
  readonly verdict: 'imports_higher' | 'exports_higher' | 'not_shown' | 'no_conclusion';
  readonly from: Text;
  readonly to: Text;
  readonly year: number;
  /** The gap as a share of the exports. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly label: Text | undefined;
}

const innocent: Text = {
  nl: 'Doorvoer, wederuitvoer, opslag en andere boekingsdata hebben hetzelfde gevolg; dit is een vraag aan beide bureaus.',
  fr: 'Le transit, la réexportation, l’entreposage et des dates d’enregistrement différentes ont le même effet\u00a0; c’est une question à poser aux deux offices.',
  de: 'Durchfuhr, Wiederausfuhr, Lagerung und andere Buchungstage wirken ebenso; das ist eine Frage an beide Ämter.',
  en: 'Transit, re-export, storage and other dates of booking have the same effect; this is a question to both offices.',
};

/** Which side reports more and by how much, as a range; never why. */
export function mirrorSays({ verdict, from, to, year, interval, label }: MirrorWords): Text {
  const main = inEach((language) => {
    const head = label ? `${label[language]}, ` : '';
    const pair = `${head}${from[language]} → ${to[language]}, ${year}`;
    const start = `${pair}${language === 'fr' ? '\u00a0:' : ':'}`;
    if (interval === null || verdict === 'no_conclusion')
      return {
        nl: `${start} geen conclusie mogelijk, want een van beide kanten meldt niets.`,
        fr: `${start} aucune conclusion possible, car l’une des deux parties ne déclare rien.`,
        de: `${start} Keine Aussage möglich, denn eine der beiden Seiten meldet nichts.`,
        en: `${start} no conclusion possible, since one of the two sides reports nothing.`,
      }[language];
    if (verdict === 'not_shown')
      return {
        nl: `${start} een verschil tussen gemelde uitvoer en gemelde invoer is niet aantoonbaar, vracht en verzekering in aanmerking genomen.`,
        fr: `${start} aucun écart entre exportations et importations déclarées ne peut être démontré, compte tenu du fret et de l’assurance.`,
        de: `${start} Ein Unterschied zwischen gemeldeter Ausfuhr und gemeldeter Einfuhr lässt sich nicht nachweisen, wenn Fracht und Versicherung berücksichtigt werden.`,
        en: `${start} no gap between reported exports and reported imports can be shown, once freight and insurance are allowed for.`,
      }[language];
    const isHigher = verdict === 'imports_higher';
    const ends = [interval.low, interval.high].map(Math.abs).sort((a, b) => a - b);
    const [low, high] = ends.map((share) => percent(share, language)) as [string, string];
    const range = low === high ? low : fromTo(low, high, language);
    return {
      nl: `${start} zonder vracht en verzekering is de gemelde invoer ${range} ${isHigher ? 'hoger' : 'lager'} dan de gemelde uitvoer.`,
      fr: `${start} hors fret et assurance, les importations déclarées sont ${isHigher ? 'supérieures' : 'inférieures'} ${low === high ? `de ${low}` : range} aux exportations déclarées.`,
      de: `${start} Ohne Fracht und Versicherung ist die gemeldete Einfuhr um ${range} ${isHigher ? 'höher' : 'niedriger'} als die gemeldete Ausfuhr.`,
      en: `${start} without freight and insurance, reported imports are ${range} ${isHigher ? 'higher' : 'lower'} than reported exports.`,
    }[language];
  });
  const isGap = verdict === 'imports_higher' || verdict === 'exports_higher';
  return paragraph(main, isGap ? innocent : null);
}
