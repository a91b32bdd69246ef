import { inFour, type Text, type UsageError, wrongUse } from '@samenbeeld/schema';
import type { AgedTriangle, SiteNetwork } from '@samenbeeld/trends';
import type { FindingAnswer, OwnSeries } from '../finding-answer.ts';

/** A value of one period, as charts take it. */
export interface DrawnValue {
  readonly period: string;
  readonly value: number | null;
}

function missing(what: string | Text): UsageError {
  return wrongUse(
    'Een bevinding draagt de cijfers waarin ze gevonden is niet mee. Geef ze aan `show` als derde argument: {what}.',
    'Un résultat ne porte pas les chiffres où il a été trouvé. Donnez-les à `show` comme troisième argument : {what}.',
    'Ein Befund trägt die Zahlen, in denen er gefunden wurde, nicht mit sich. Geben Sie sie `show` als drittes Argument: {what}.',
    'A finding does not carry the figures it was found in. Give them to `show` as its third argument: {what}.',
    { what },
  );
}

/** The series a finding was found in. */
export function seriesBehind({ foundIn }: FindingAnswer): OwnSeries {
  if (foundIn && 'values' in foundIn) return foundIn;
  throw missing('`{ periods, values }`');
}

/** The same, period by period. */
export function valuesBehind(answer: FindingAnswer): readonly DrawnValue[] {
  const { periods, values } = seriesBehind(answer);
  if (periods.length !== values.length)
    throw wrongUse(
      'Bij elke waarde hoort één periode: {periods} perioden, {values} waarden.',
      'À chaque valeur sa période : {periods} périodes, {values} valeurs.',
      'Zu jedem Wert gehört ein Zeitraum: {periods} Zeiträume, {values} Werte.',
      'There must be one period for each value: {periods} periods, {values} values.',
      { periods: periods.length, values: values.length },
    );
  return periods.map((period, i) => ({ period, value: values[i] ?? null }));
}

/** The triangle a finding was found in. */
export function triangleBehind({ foundIn }: FindingAnswer): AgedTriangle {
  if (foundIn && 'columns' in foundIn) return foundIn;
  throw missing(inFour('de driehoek', 'le triangle', 'das Dreieck', 'the triangle'));
}

/** The network a finding was found in, where it was given. */
export function networkBehind({ foundIn }: FindingAnswer): SiteNetwork | null {
  return foundIn && 'sites' in foundIn ? foundIn : null;
}
