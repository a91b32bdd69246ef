import { inFour, RefusalError } from '@samenbeeld/schema';
import type { Triangle } from './triangle.ts';

/** How figures grew from one age to the next. */
export interface Development {
  readonly from: string;
  readonly to: string;
  readonly factor: number;
  /** Variance parameter σ² of Mack; null where no age has two periods. */
  readonly sigma2: number | null;
  /** Whether `sigma2` was carried over from other ages, since only one period reaches this one. */
  readonly carried: boolean;
  readonly periods: number;
  /** Sum of the figures at `from` that the factor rests on. */
  readonly base: number;
}

interface Pair {
  readonly before: number;
  readonly after: number;
}

/** The factors of the chain ladder: sum at the later age over sum at the earlier, of the periods that have both. Mack 1993. */
export function developments({ ages, rows }: Triangle): readonly Development[] {
  const found = ages.slice(1).map((to, age) => {
    const from = ages[age] as string;
    const pairs = rows.flatMap(({ values }): readonly Pair[] => {
      const [before, after] = [values[age] ?? null, values[age + 1] ?? null];
      return before === null || after === null ? [] : [{ before, after }];
    });
    refuseUnlinked(pairs, from, to);
    const base = pairs.reduce((sum, { before }) => sum + before, 0);
    const factor = pairs.reduce((sum, { after }) => sum + after, 0) / base;
    const squares = pairs.reduce(
      (sum, { before, after }) =>
        before === 0 ? sum : sum + (after - factor * before) ** 2 / before,
      0,
    );
    const own = pairs.length > 1 ? squares / (pairs.length - 1) : null;
    return { from, to, factor, own, periods: pairs.length, base };
  });
  return found.map(({ own, ...rest }, age) => ({
    ...rest,
    sigma2:
      own ??
      carriedOver(
        found.map((one) => one.own),
        age,
      ),
    carried: own === null,
  }));
}

/** Mack's rule: the parameters go on falling as they did, and never rise; with one age before it, that of this age. */
function carriedOver(known: readonly (number | null)[], age: number): number | null {
  const [one, two] = known
    .slice(0, age)
    .filter((sigma2) => sigma2 !== null)
    .reverse();
  if (one === undefined) return known.find((sigma2) => sigma2 !== null) ?? null;
  if (two === undefined) return one;
  return two === 0 ? 0 : Math.min(one ** 2 / two, one, two);
}

function refuseUnlinked(pairs: readonly Pair[], from: string, to: string): void {
  if (pairs.length === 0)
    throw new RefusalError(
      inFour(
        'Geen periode heeft een cijfer op leeftijd {from} én op leeftijd {to}.',
        'Aucune période n’a de chiffre à la fois à l’âge {from} et à l’âge {to}.',
        'Kein Zeitraum hat eine Zahl sowohl im Alter {from} als auch im Alter {to}.',
        'No period has a figure both at age {from} and at age {to}.',
        { from, to },
      ),
      {
        dimension: 'age',
        remedy: inFour(
          'Laat een van deze leeftijden weg, of bewaar meer publicaties.',
          'Laissez un de ces âges de côté, ou gardez plus de publications.',
          'Lassen Sie eines dieser Alter weg, oder behalten Sie mehr Veröffentlichungen.',
          'Leave one of these ages out, or keep more publications.',
        ),
      },
    );
  const risen = pairs.find(({ before, after }) => before === 0 && after > 0);
  if (risen || pairs.every(({ before }) => before === 0))
    throw new RefusalError(
      `A figure stood at zero at age ${from}, and nothing can be said of how it grows by a factor.`,
      {
        dimension: 'age',
        remedy: inFour(
          'Begin bij de eerste leeftijd waarop elke periode een cijfer boven nul heeft, of gebruik langere perioden.',
          'Commencez au premier âge où chaque période a un chiffre au-dessus de zéro, ou prenez des périodes plus longues.',
          'Beginnen Sie beim ersten Alter, in dem jeder Zeitraum eine Zahl über null hat, oder nehmen Sie längere Zeiträume.',
          'Start at the first age at which every period has a figure above zero, or use longer periods.',
        ),
        says: {
          nl: 'Hoeveel er later nog bijkomt, is niet te zeggen: een cijfer stond eerst nog op nul, en geen factor laat nul groeien.',
          fr: 'Impossible de dire combien s’ajoutera encore\u00a0: un chiffre était d’abord à zéro, et aucun facteur ne fait croître zéro.',
          de: 'Wie viel später noch hinzukommt, lässt sich nicht sagen: Eine Zahl stand zunächst auf null, und kein Faktor lässt null wachsen.',
          en: 'How much is still to come cannot be said: a figure stood at zero at first, and no factor makes zero grow.',
        },
      },
    );
  if (pairs.every(({ after }) => after === 0))
    throw new RefusalError(
      inFour(
        'Alle cijfers zijn op leeftijd {to} tot nul verbeterd.',
        'Tous les chiffres ont été corrigés à zéro à l’âge {to}.',
        'Alle Zahlen wurden im Alter {to} auf null berichtigt.',
        'All figures were corrected to zero at age {to}.',
        { to },
      ),
      {
        dimension: 'age',
        remedy: inFour(
          'Zoek uit waarom: zo’n kolom is geen herziening.',
          'Cherchez pourquoi : une telle colonne n’est pas une révision.',
          'Klären Sie, warum: Eine solche Spalte ist keine Revision.',
          'Find out why: such a column is no revision.',
        ),
      },
    );
}
