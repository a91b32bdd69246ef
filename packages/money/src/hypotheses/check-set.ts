import {
  expectedFound,
  InputError,
  inEach,
  inFour,
  inSigns,
  isDay,
  listed,
  quoted,
  type Text,
  takes,
  withRepair,
} from '@samenbeeld/schema';
import {
  type Chance,
  type Evidence,
  type EvidencePlace,
  type HypothesisSet,
  hypothesisSetShape,
  placesOf,
  type Rating,
} from './hypothesis.ts';

/** One thing that is wrong with a set, and how it is put right. */
export interface SetFault {
  /** The set as a whole, or one of its entries. */
  readonly about: 'set' | 'hypothesis' | 'evidence';
  readonly id: string;
  readonly problem: Text;
  readonly repair: Text;
}

const ratings: ReadonlySet<Rating> = new Set(['CC', 'C', 'N', 'I', 'II', 'NA']);

/**
 * Everything that keeps a set from being weighed: no rivals, a hypothesis that nothing could refute, evidence that cannot be
 * looked up or is not rated against each hypothesis.
 *
 * For a file that a person writes: all of it at once. `weighHypotheses` refuses a set that has any.
 *
 * @example
 * ```ts
 * import { setFaults } from '@samenbeeld/money';
 * const question = { nl: 'x', fr: 'x', de: 'x', en: 'x' };
 * setFaults({ id: 'H1', question, hypotheses: [], evidence: [] }).length // => 3
 * ```
 */
export function setFaults(set: HypothesisSet): readonly SetFault[] {
  takes('setFaults', ['set', set, hypothesisSetShape]);

  const { hypotheses, evidence } = set;
  const where = inFour(
    'hypothesenreeks {id}',
    'ensemble d’hypothèses {id}',
    'Hypothesenreihe {id}',
    'hypothesis set {id}',
    { id: set.id },
  );
  return [
    ...(['true', 'not', 'artefact'] as const)
      .filter((role) => !hypotheses.some((hypothesis) => hypothesis.role === role))
      .map((role) => ({
        about: 'set' as const,
        id: set.id,
        problem: inFour(
          '{where} heeft geen hypothese met de rol {role}',
          '{where} n’a pas d’hypothèse de rôle {role}',
          '{where} hat keine Hypothese mit der Rolle {role}',
          '{where} has no hypothesis of role {role}',
          { where, role: quoted(role) },
        ),
        repair: inFour(
          'een stelling heeft haar ontkenning en de verklaring uit de registratie als rivalen nodig',
          'une proposition demande comme rivales sa négation et l’explication par l’enregistrement',
          'eine Aussage braucht ihre Verneinung und die Erklärung aus der Erfassung als Rivalen',
          'a proposition needs its denial and the reporting artefact as rivals',
        ),
      })),
    ...twiceFaults(where, 'hypothesis', hypotheses),
    ...twiceFaults(where, 'evidence', evidence),
    ...hypotheses.flatMap(hypothesisFaults),
    ...evidence.flatMap((piece) => evidenceFaults(piece, set)),
  ];
}

/** Refuses a set that has faults, with all of them. */
export function checkSet(set: HypothesisSet): void {
  const [first, ...others] = setFaults(set);
  if (!first) return;
  if (others.length === 0) throw new InputError(first.problem, first.repair);
  const lines = [first, ...others].map(({ problem, repair }) =>
    inEach((language) => `- ${withRepair(problem, repair)[language]}`),
  );
  throw new InputError(
    inFour(
      'hypothesenreeks {id} zonder fouten verwacht, {n} gevonden:',
      'ensemble d’hypothèses {id} sans faute attendu, {n} trouvées :',
      'Hypothesenreihe {id} ohne Fehler erwartet, {n} gefunden:',
      'expected hypothesis set {id} to be whole, found {n} faults:',
      { id: set.id, n: lines.length },
    ),
    {
      repair: inFour('herstel ze alle', 'corrigez-les toutes', 'alle berichtigen', 'mend each'),
      faults: lines,
    },
  );
}

function twiceFaults(
  where: Text,
  about: SetFault['about'],
  entries: readonly { readonly id: string }[],
): readonly SetFault[] {
  const ids = entries.map(({ id }) => id);
  const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
  return [...twice].map((id) => ({
    about,
    id,
    problem: inFour(
      '{where} heeft twee onderdelen met de naam {id}',
      '{where} a deux entrées nommées {id}',
      '{where} hat zwei Einträge namens {id}',
      '{where} has two entries called {id}',
      { where, id },
    ),
    repair: inFour(
      'geef elke hypothese en elk bewijs een eigen id',
      'donnez son propre id à chaque hypothèse et à chaque élément de preuve',
      'jeder Hypothese und jedem Beleg eine eigene ID geben',
      'give each hypothesis and each piece of evidence its own id',
    ),
  }));
}

const hypothesisWord = inFour('hypothese', 'hypothèse', 'Hypothese', 'hypothesis');
const evidenceWord = inFour('bewijs', 'élément de preuve', 'Beleg', 'evidence');

const aboutOne = (what: Text, id: string, fault: Text): Text =>
  inSigns('{what} {id}: {fault}', {
    what,
    id,
    fault,
  });

function hypothesisFaults({
  id,
  refutedBy,
  reviewOn,
}: HypothesisSet['hypotheses'][number]): readonly SetFault[] {
  return [
    ...(refutedBy.en.trim()
      ? []
      : [
          {
            about: 'hypothesis' as const,
            id,
            problem: inFour(
              'hypothese {id} noemt niets dat haar zou weerleggen',
              'l’hypothèse {id} ne nomme rien qui la réfuterait',
              'Hypothese {id} nennt nichts, was sie widerlegen würde',
              'hypothesis {id} names nothing that would refute it',
              { id },
            ),
            repair: inFour(
              'schrijf wat te zien zou zijn als ze onjuist was',
              'écrivez ce qui se verrait si elle était fausse',
              'schreiben, was zu sehen wäre, wenn sie falsch wäre',
              'write what would be seen if it were wrong',
            ),
          },
        ]),
    ...(isDay(reviewOn)
      ? []
      : [
          {
            about: 'hypothesis' as const,
            id,
            problem: aboutOne(
              hypothesisWord,
              id,
              expectedFound(
                inFour(
                  'een dag zoals 2027-01-31 in reviewOn',
                  'un jour comme 2027-01-31 dans reviewOn',
                  'ein Tag wie 2027-01-31 in reviewOn',
                  'a review date such as 2027-01-31',
                ),
                quoted(reviewOn),
              ),
            ),
            repair: inFour(
              'geef de dag waarop de weerleggende voorspelling wordt bekeken',
              'donnez le jour où la prédiction réfutante sera examinée',
              'den Tag angeben, an dem die widerlegende Vorhersage geprüft wird',
              'give the date on which the refuting prediction is looked at',
            ),
          },
        ]),
  ];
}

function evidenceFaults(piece: Evidence, { hypotheses }: HypothesisSet): readonly SetFault[] {
  const { id } = piece;
  const known = new Set(hypotheses.map((hypothesis) => hypothesis.id));
  const faults: SetFault[] = [];
  const tell = (problem: Text, repair: Text): void => {
    faults.push({ about: 'evidence', id, problem, repair });
  };
  const places = placesOf(piece);
  if (places.length === 0 || !places.every(isPlace))
    tell(
      inFour(
        'bewijs {id} hoort niet bij een cijfer, een zoekvraag of een cel',
        'l’élément de preuve {id} n’est relié à aucun chiffre, aucune requête ni aucune cellule',
        'Beleg {id} gehört zu keiner Zahl, keiner Abfrage und keiner Zelle',
        'evidence {id} is not tied to a figure, a query or a cell',
        { id },
      ),
      inFour(
        'woorden zijn hier geen bewijs: zeg waar het cijfer na te zien is',
        'des mots ne sont pas une preuve ici : dites où le chiffre se vérifie',
        'Worte sind hier kein Beleg: angeben, wo die Zahl nachzusehen ist',
        'prose is no evidence here: say where the figure can be looked up',
      ),
    );
  for (const [name, rating] of Object.entries(piece.ratings)) {
    if (!known.has(name))
      tell(
        inFour(
          'bewijs {id} is beoordeeld tegen {name}, en dat staat niet in de reeks',
          'l’élément de preuve {id} est coté par rapport à {name}, qui n’est pas dans l’ensemble',
          'Beleg {id} ist gegen {name} bewertet, was nicht in der Reihe steht',
          'evidence {id} is rated against {name}, which is not in the set',
          { id, name },
        ),
        inFour(
          'beoordeel het tegen {list}',
          'cotez-le par rapport à {list}',
          'gegen {list} bewerten',
          'rate it against {list}',
          { list: inEach((language) => listed([...known], language)) },
        ),
      );
    if (!ratings.has(rating))
      tell(
        aboutOne(evidenceWord, id, expectedFound('CC, C, N, I, II, NA', quoted(rating))),
        inFour(
          'NA waar het bewijs niets over de hypothese zegt',
          'NA là où l’élément ne dit rien de l’hypothèse',
          'NA, wo der Beleg nichts über die Hypothese sagt',
          'NA where the evidence has no bearing on the hypothesis',
        ),
      );
  }
  const missing = [...known].filter((name) => !Object.hasOwn(piece.ratings, name));
  if (missing.length > 0)
    tell(
      inFour(
        'bewijs {id} is niet beoordeeld tegen {list}',
        'l’élément de preuve {id} n’est pas coté par rapport à {list}',
        'Beleg {id} ist nicht gegen {list} bewertet',
        'evidence {id} is not rated against {list}',
        { id, list: missing.join(', ') },
      ),
      inFour(
        'beoordeel elk bewijs tegen elke hypothese, NA waar het er niets over zegt',
        'cotez chaque élément par rapport à chaque hypothèse, NA là où il n’en dit rien',
        'jeden Beleg gegen jede Hypothese bewerten, NA, wo er nichts darüber sagt',
        'rate each piece against each hypothesis, NA where it has no bearing',
      ),
    );
  for (const [name, chance] of Object.entries(piece.chances ?? {}))
    if (!known.has(name) || !isChance(chance))
      tell(
        aboutOne(
          evidenceWord,
          id,
          expectedFound(
            `${name}: 0 < low ≤ likely ≤ high ≤ 1`,
            `${chance?.low}, ${chance?.likely}, ${chance?.high}`,
          ),
        ),
        inFour(
          'geef hoe waarschijnlijk het bewijs zou zijn als die hypothese waar was',
          'indiquez la probabilité de l’élément si cette hypothèse était vraie',
          'angeben, wie wahrscheinlich der Beleg wäre, wenn diese Hypothese zuträfe',
          'state how likely the evidence would be if that hypothesis were true',
        ),
      );
  return faults;
}

function isPlace(place: EvidencePlace): boolean {
  if (place?.kind === 'figure') return Boolean(place.picture && place.key);
  if (place?.kind === 'query') return Boolean(place.picture && place.sql);
  return place?.kind === 'cell' && Boolean(place.file && place.line > 0 && place.column);
}

function isChance(chance: Chance | null | undefined): boolean {
  if (!chance) return false;
  const { low, likely, high } = chance;
  return low > 0 && low <= likely && likely <= high && high <= 1;
}
