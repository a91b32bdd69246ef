import { foldText, inFour } from '@samenbeeld/schema';
import { namesOtherSubject } from '../columns/uncounted.ts';
import { mappingsOf } from '../mapped-codes.ts';
import type { LabelColumn } from './label-columns.ts';
import type { ProposedTotals } from './propose-totals.ts';
import { notAmong } from './rate-rows.ts';
import { ruleName } from './rule-name.ts';

/** "Rate per 100,000 prisoners", "Rate: persons convicted", "Taux pour 1 000 habitants". */
const rate =
  /^(?:rates?|taux|ratio|häufigkeitszahl(?:en)?|verhoudingsgetal(?:len)?)(?:\s*[:(–]|\s+-|\s+(?:per|pour|par|je|op)(?!\p{L})|$)/iu;

/** Of which sex, age or nationality persons are, before what befell them: "Male 18-24 brought before a court". */
const sides =
  /^(?:(?:males?|females?|men|women|boys|girls|mannen|vrouwen|hommes|femmes|männer|frauen|männliche|weibliche|citizens|nationals|foreigners|non-(?:citizens|nationals)|foreign|juveniles?|adults?|minors|children|\d{1,2}\s?[-–]\s?\d{1,2}|\d{1,2}\+)\s+)+/iu;
const allPersons = /^(?:all\s+)?(?:persons|people|personnes|personen)\s+/iu;

/** Labels of persons of one side, beside the same of all persons. */
function sidesOf(labels: readonly string[]): readonly string[] {
  const whole = new Set(
    labels.flatMap((label) =>
      allPersons.test(label) ? foldText(label.replace(allPersons, '')) : [],
    ),
  );
  return labels.filter((label) => {
    const rest = label.replace(sides, '');
    return rest !== label && whole.has(foldText(rest));
  });
}

/**
 * Rows of a column of measures or kinds that are nothing of their own (rates, and persons by sex, age or nationality beside all of
 * them), or of what no metric holds: set aside before it is concluded what the others are.
 */
export function otherSubjects(columns: readonly LabelColumn[]): ProposedTotals['exclude'] {
  return columns.flatMap(({ heading, guess, labels: found }) => {
    const fed = mappingsOf(guess).map(({ to }) => to);
    if (!fed.includes('metric') && !fed.includes('nationalCode')) return [];
    const labels = found.map((label) => label.trim());
    const rates = labels.filter((label) => rate.test(label));
    const counted = labels.filter((label) => !rates.includes(label));
    const parts = sidesOf(counted);
    const others = counted.filter((label) => namesOtherSubject(label) !== null);
    if (counted.length - parts.length - others.length < 1) return [];
    const where = (chosen: readonly string[]) => ({ [heading]: [...chosen] });
    return [
      ...(rates.length === 0
        ? []
        : [
            {
              rule: ruleName('rate', 'derived'),
              where: where(rates),
              reason: inFour(
                'verhoudingen, berekend uit aantallen',
                'des taux, calculés d’après des nombres',
                'Verhältnisse, berechnet aus Anzahlen',
                'rates, computed from counts',
              ),
              decide: null,
            },
          ]),
      ...(parts.length === 0
        ? []
        : [
            {
              rule: ruleName(heading, 'detail'),
              where: where(parts),
              reason: inFour(
                'naar geslacht, leeftijd of nationaliteit, een deel van alle personen op andere rijen',
                'par sexe, âge ou nationalité, une partie de toutes les personnes d’autres lignes',
                'nach Geschlecht, Alter oder Staatsangehörigkeit, ein Teil aller Personen anderer Zeilen',
                'by sex, age or nationality, a part of all persons in other rows',
              ),
              decide: null,
            },
          ]),
      ...(others.length === 0 ? [] : [notAmong(heading, others)]),
    ];
  });
}
