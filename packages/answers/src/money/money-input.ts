import type { Assumed, ObservedPrice } from '@samenbeeld/money';
import {
  expectedFound,
  foundNone,
  InputError,
  inFour,
  type Observation,
  type Text,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import type { MoneyPlan, PlannedAssumption } from '../held.ts';

/** Stops at a file that does not say what is expected. */
export function refuseFile(file: string, problem: Text, repair: Text): never {
  throw new InputError(problem, { place: { file }, repair });
}

/** A number that enters, with how far it can be relied on and the cells it was read from. */
export interface MoneyInput<Number extends Assumed = Assumed> {
  readonly assumed: Number;
  /** Europol 4×4, such as B2. */
  readonly grade: string;
  readonly rows: readonly Observation[];
}

/** What a question is resolved with. */
export interface Resolving {
  readonly analysis: Analysis;
  readonly plan: MoneyPlan;
  readonly prices: readonly ObservedPrice[];
  /** Name of the plan's file, for what it asks and does not find. */
  readonly file: string;
}

/** The grade of the source that a row comes from. */
export function gradeOf({ source }: Pick<Observation, 'source'>, { gathered }: Analysis): string {
  const own = gathered.sources.find(({ id }) => id === source)?.source;
  return own ? `${own.gradeSource}${own.gradeInfo}` : 'X4';
}

/** Claims by their numbers in the sheet. */
export function claimsNamed(
  numbers: readonly string[],
  { analysis, file }: Pick<Resolving, 'analysis' | 'file'>,
): readonly Observation[] {
  return numbers.map(
    (number) =>
      analysis.gathered.observations.find(({ reference }) => reference === number) ??
      refuseFile(
        file,
        expectedFound(
          inFour(
            'het cijfer {number} in de bestanden van het beeld',
            'le chiffre {number} dans les fichiers du tableau',
            'die Zahl {number} in den Dateien des Lagebilds',
            'the claim {number} among the inputs of the picture',
            { number },
          ),
          foundNone,
        ),
        inFour(
          'verbeter het nummer, of voeg het blad toe waarin het staat',
          'corrigez le numéro, ou ajoutez la feuille qui le contient',
          'die Nummer berichtigen oder das Blatt hinzufügen, in dem sie steht',
          'correct the number, or add the sheet that holds it',
        ),
      ),
  );
}

/** An assumption of the plan by its id, with the claims it leans on. */
export function plannedInput(
  id: string,
  asking: string,
  resolving: Resolving,
): MoneyInput<PlannedAssumption> {
  const found = resolving.plan.assumptions.find((one) => one.id === id);
  if (!found)
    return refuseFile(
      resolving.file,
      inFour(
        '{asking} noemt de aanname {id}, die niet in het bestand staat',
        '{asking} nomme l’hypothèse {id}, qui n’est pas dans le fichier',
        '{asking} nennt die Annahme {id}, die nicht in der Datei steht',
        '{asking} names the assumption {id}, which is not in the file',
        { asking, id },
      ),
      inFour(
        'voeg haar toe onder `assumptions`',
        'ajoutez-la sous `assumptions`',
        'sie unter `assumptions` hinzufügen',
        'add it under `assumptions`',
      ),
    );
  return { assumed: found, grade: found.grade, rows: claimsNamed(found.claims, resolving) };
}
