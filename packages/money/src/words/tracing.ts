import { inEach, type Text } from '@samenbeeld/schema';
import { type TracingRule, tracingRules } from '../tracing/tracing-rules.ts';
import { moneyIn } from './money-words.ts';

/** What a sentence about traced money may say. */
export interface TracingWords {
  readonly claimed: number;
  readonly low: number;
  readonly high: number;
  readonly rules: readonly TracingRule[];
  readonly unit: string;
}

/** How much of claimed money the rules leave in the account; never which rule is right. */
export function tracingSays({ claimed, low, high, rules, unit }: TracingWords): Text {
  return inEach((language) => {
    const money = (amount: number): string => moneyIn(amount, unit, language);
    if (claimed === 0)
      return {
        nl: 'Op deze rekening kwam geen geld binnen waarop aanspraak wordt gemaakt.',
        fr: 'Aucun argent revendiqué n’est entré sur ce compte.',
        de: 'Auf dieses Konto ging kein beanspruchtes Geld ein.',
        en: 'No claimed money came into this account.',
      }[language];
    const [only] = rules;
    if (rules.length === 1 && only) {
      const rule = tracingRules[only].label[language];
      return {
        nl: `Van ${money(claimed)} waarop aanspraak wordt gemaakt, staat volgens de regel "${rule}" nog ${money(low)} op de rekening.`,
        fr: `Sur ${money(claimed)} revendiqués, ${money(low)} se trouvent encore sur le compte selon la règle «\u00a0${rule}\u00a0».`,
        de: `Von ${money(claimed)}, die beansprucht werden, sind nach der Regel „${rule}“ noch ${money(low)} auf dem Konto.`,
        en: `Of ${money(claimed)} that is claimed, ${money(low)} is still in the account by the rule "${rule}".`,
      }[language];
    }
    if (low === high)
      return {
        nl: `Van ${money(claimed)} waarop aanspraak wordt gemaakt, staat volgens alle regels nog ${money(low)} op de rekening.`,
        fr: `Sur ${money(claimed)} revendiqués, ${money(low)} se trouvent encore sur le compte selon toutes les règles.`,
        de: `Von ${money(claimed)}, die beansprucht werden, sind nach allen Regeln noch ${money(low)} auf dem Konto.`,
        en: `Of ${money(claimed)} that is claimed, ${money(low)} is still in the account by every rule.`,
      }[language];
    return {
      nl: `Van ${money(claimed)} waarop aanspraak wordt gemaakt, staat nog ${money(low)} tot ${money(high)} op de rekening, naargelang de regel. Welke regel geldt, is een rechtsvraag.`,
      fr: `Sur ${money(claimed)} revendiqués, de ${money(low)} à ${money(high)} se trouvent encore sur le compte, selon la règle. La règle applicable est une question de droit.`,
      de: `Von ${money(claimed)}, die beansprucht werden, sind je nach Regel noch ${money(low)} bis ${money(high)} auf dem Konto. Welche Regel gilt, ist eine Rechtsfrage.`,
      en: `Of ${money(claimed)} that is claimed, ${money(low)} to ${money(high)} is still in the account, depending on the rule. Which rule applies is a question of law.`,
    }[language];
  });
}
