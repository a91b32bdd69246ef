import { figure, inEach, paragraph, type Text } from '@samenbeeld/schema';
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

/** That what a line leaves over depends on the one before, with its correlation; nothing where there is none to say. */
export function dependentResiduals(first: number | null): Text | null {
  if (first === null) return null;
  return inEach((language) => {
    const r = figure(first, language);
    return {
      nl: `De afwijkingen hangen onderling samen (van de ene periode op de volgende r\u00a0=\u00a0${r}): het interval kan te smal zijn.`,
      fr: `Les écarts dépendent les uns des autres (d’une période à la suivante, r\u00a0=\u00a0${r})\u00a0: l’intervalle peut être trop étroit.`,
      de: `Die Abweichungen hängen voneinander ab (von einem Zeitabschnitt zum nächsten r\u00a0=\u00a0${r}): Das Intervall kann zu schmal sein.`,
      en: `The deviations depend on each other (from one period to the next r\u00a0=\u00a0${r}): the interval may be too narrow.`,
    }[language];
  });
}
