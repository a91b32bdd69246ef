import { inEach, paragraph, type Text } from '@samenbeeld/schema';
import type { TrendVerdict } from '../verdict.ts';

const allowedFor: Text = {
  nl: 'De toets houdt er rekening mee dat een waarde van de vorige kan afhangen.',
  fr: 'Le test tient compte du fait qu’une valeur peut dépendre de la précédente.',
  de: 'Der Test berücksichtigt, dass ein Wert vom vorigen abhängen kann.',
  en: 'The test allows for values that depend on the one before.',
};

const notExamined: Text = {
  nl: 'Met minder dan 10 waarden is niet na te gaan of een waarde van de vorige afhangt.',
  fr: 'Avec moins de 10 valeurs, on ne peut pas vérifier si une valeur dépend de la précédente.',
  de: 'Bei weniger als 10 Werten lässt sich nicht prüfen, ob ein Wert vom vorigen abhängt.',
  en: 'With fewer than 10 values it cannot be examined whether a value depends on the one before.',
};

const would: Readonly<Record<Exclude<TrendVerdict, 'no_conclusion'>, Text>> = {
  rising: {
    nl: 'zou de toets een stijging laten zien',
    fr: 'le test montrerait une hausse',
    de: 'würde der Test einen Anstieg zeigen',
    en: 'the test would show a rise',
  },
  falling: {
    nl: 'zou de toets een daling laten zien',
    fr: 'le test montrerait une baisse',
    de: 'würde der Test einen Rückgang zeigen',
    en: 'the test would show a fall',
  },
  not_shown: {
    nl: 'zou geen trend aantoonbaar zijn',
    fr: 'aucune tendance ne serait démontrable',
    de: 'wäre kein Trend nachweisbar',
    en: 'no trend could be shown',
  },
};

/** Whether the test allows for dependence, and what it would have said without. */
export function dependenceWords(
  corrected: boolean,
  verdict: TrendVerdict,
  plain: TrendVerdict,
): Text {
  if (!corrected) return notExamined;
  if (plain === verdict || plain === 'no_conclusion') return allowedFor;
  const clause = would[plain];
  return paragraph(
    allowedFor,
    inEach(
      (language) =>
        `${{ nl: 'Zonder die correctie', fr: 'Sans cette correction,', de: 'Ohne diese Korrektur', en: 'Without that allowance' }[language]} ${clause[language]}.`,
    ),
  );
}
