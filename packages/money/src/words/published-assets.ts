import { inEach, type Metric, paragraph, type Text } from '@samenbeeld/schema';
import type { SeriesFigure } from '../series/regimes.ts';
import { eurosFromTo } from './millions.ts';

/** What a sentence about published totals may say. */
export interface PublishedAssetsWords {
  readonly label: Text;
  readonly metric: Metric;
  readonly figures: readonly SeriesFigure[];
  /** Lowest and highest as stated. */
  readonly low: number;
  readonly high: number;
  /** The highest figure is a floor. */
  readonly isOpen: boolean;
  readonly provisional: boolean;
}

const stage: Readonly<Partial<Record<Metric, Text>>> = {
  assets_seized: {
    nl: 'In beslag genomen is niet verbeurdverklaard.',
    fr: 'Saisi ne veut pas dire confisqué.',
    de: 'Sichergestellt heißt nicht eingezogen.',
    en: 'Seized is not confiscated.',
  },
  assets_recovered: {
    nl: 'Wat in een jaar wordt geïnd, komt uit zaken van eerdere jaren.',
    fr: 'Ce qui est recouvré en un an provient d’affaires d’années antérieures.',
    de: 'Was in einem Jahr vereinnahmt wird, stammt aus Fällen früherer Jahre.',
    en: 'What is collected in a year comes from cases of earlier years.',
  },
};

const late: Text = {
  nl: 'Het laatste cijfer is voorlopig en groeit door late registratie.',
  fr: 'Le dernier chiffre est provisoire et augmente avec les enregistrements tardifs.',
  de: 'Die letzte Zahl ist vorläufig und wächst durch späte Erfassung.',
  en: 'The last figure is provisional and grows by late registration.',
};

/** The sentence for a series of published totals. */
export function publishedAssetsSay(words: PublishedAssetsWords): Text {
  const { label, metric, figures, low, high, isOpen, provisional } = words;
  const [first, last] = [figures[0]?.period, figures.at(-1)?.period];
  const main = inEach((language) => {
    const range = eurosFromTo(low, high, language);
    const years = first === last ? first : `${first}–${last}`;
    const more = { nl: ' of meer', fr: ' ou plus', de: ' oder mehr', en: ' or more' }[language];
    const each = { nl: ' per jaar', fr: ' par an', de: ' pro Jahr', en: ' a year' }[language];
    const colon = language === 'fr' ? '\u00a0:' : ':';
    const amount = `${range}${isOpen ? more : ''}${first === last ? '' : each}`;
    return `${label[language]}, ${years}${colon} ${amount}.`;
  });
  return paragraph(main, stage[metric] ?? null, provisional ? late : null);
}
