import {
  fromTo,
  inEach,
  type Language,
  type Metric,
  metrics,
  paragraph,
  percent,
  type Text,
} from '@samenbeeld/schema';
import { assetMetrics } from '../series/assert-one-axis.ts';

/** What a sentence about a share may say. */
export interface ReportingShareWords {
  readonly country: Text;
  readonly metric: Metric;
  readonly period: string;
  readonly share: { readonly low: number; readonly high: number };
  readonly label: Text;
}

const labelOnly: Text = {
  nl: 'Een label zegt waarvoor een dossier werd geopend; hetzelfde geld kan ook onder andere labels staan.',
  fr: 'Une étiquette dit pourquoi un dossier a été ouvert\u00a0; le même argent peut aussi figurer sous d’autres étiquettes.',
  de: 'Eine Bezeichnung sagt, weshalb eine Akte angelegt wurde; dasselbe Geld kann auch unter anderen stehen.',
  en: 'A label says what a file was opened for; the same money may stand under others as well.',
};

const seizedOnly: Text = {
  nl: 'In beslag genomen is niet verbeurdverklaard: wat eruit volgt, beslist een rechter.',
  fr: 'Saisi ne veut pas dire confisqué : la suite appartient au juge.',
  de: 'Sichergestellt heißt nicht eingezogen: Was daraus folgt, entscheidet ein Gericht.',
  en: 'Seized is not confiscated: what follows from it a court decides.',
};

/** "1.1%", "0.74% to 0.75%", "at most 0.8%". */
export function shareInWords(
  { low, high }: ReportingShareWords['share'],
  language: Language,
): string {
  if (low === 0 && high > 0) {
    const most = percent(Math.ceil(high * 1000) / 1000, language);
    return `${{ nl: 'hoogstens', fr: 'au plus', de: 'höchstens', en: 'at most' }[language]} ${most}`;
  }
  const [one, other] = [percent(low, language), percent(high, language)];
  return one === other ? one : fromTo(one, other, language);
}

/** The sentence for a share: whose, of what, and that a label is only a label. */
export function reportingShareSays(words: ReportingShareWords): Text {
  const { country, metric, period, share, label } = words;
  const main = inEach((language) => {
    const what = metrics.label(metric, language);
    const of = shareInWords(share, language);
    const colon = language === 'fr' ? '\u00a0:' : ':';
    return `${country[language]}, ${period}, ${what}${colon} ${of} ${label[language]}.`;
  });
  return paragraph(main, assetMetrics.has(metric) ? seizedOnly : labelOnly);
}
