import { type Break, inEach, paragraph, semicolon, type Text } from '@samenbeeld/schema';
import type { ReportingPoint } from '../intelligence/reporting-indices.ts';
import { changeInWords, indexInWords } from './percent-change.ts';

/** What a sentence about an index of reporting may say. */
export interface ReportingIndexWords {
  readonly label: Text;
  readonly base: string;
  readonly last: ReportingPoint;
  /** There is only one figure under this rule. */
  readonly alone: boolean;
  readonly crosses: readonly Break[];
}

/** That reports are not crimes. */
export const reportingOnly: Text = {
  nl: 'Dit beschrijft wat is gemeld, volgens één telregel; het is geen maat voor criminaliteit.',
  fr: 'Ceci décrit ce qui a été déclaré, selon une seule règle de comptage\u00a0; ce n’est pas une mesure de la criminalité.',
  de: 'Das beschreibt, was gemeldet wurde, nach einer einzigen Zählregel; es ist kein Maß für Kriminalität.',
  en: 'This describes what was reported, by one counting rule; it is no measure of crime.',
};

const ended = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

function main({ label, base, last, alone }: ReportingIndexWords): Text {
  return inEach((language) => {
    const head = `${label[language]}${language === 'fr' ? '\u00a0:' : ':'}`;
    if (alone)
      return {
        nl: `${head} geen conclusie mogelijk, want onder deze telregel is er één cijfer (${last.period}).`,
        fr: `${head} aucune conclusion possible, car il n’y a qu’un chiffre selon cette règle (${last.period}).`,
        de: `${head} Keine Aussage möglich, denn nach dieser Zählregel gibt es nur eine Zahl (${last.period}).`,
        en: `${head} no conclusion possible, since there is one figure under this rule (${last.period}).`,
      }[language];
    const index = indexInWords(last.range, language);
    const stands = {
      nl: `index ${index} in ${last.period} (${base} = 100)`,
      fr: `indice ${index} en ${last.period} (${base} = 100)`,
      de: `Index ${index} im Jahr ${last.period} (${base} = 100)`,
      en: `index ${index} in ${last.period} (${base} = 100)`,
    }[language];
    if (!last.change || last.change.since === base) return `${head} ${stands}.`;
    const { since, ...range } = last.change;
    const change = changeInWords(range, language);
    const than = {
      nl: `${change} dan in ${since}`,
      fr: `${change} qu’en ${since}`,
      de: `${change} als im Jahr ${since}`,
      en: `${change} than in ${since}`,
    }[language];
    const isOpen = range.high === null && range.low <= 0;
    return isOpen ? `${head} ${stands}.` : `${head} ${stands}${semicolon[language]}${than}.`;
  });
}

/** The sentence for an index of reporting: never without what it is not, and with the breaks it crosses. */
export function reportingIndexSays(words: ReportingIndexWords): Text {
  const notes = words.crosses.map(({ note }) => inEach((language) => ended(note[language])));
  return paragraph(main(words), ...notes, reportingOnly);
}
