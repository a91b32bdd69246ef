import {
  assertComparable,
  assetKind,
  type Break,
  type Comparability,
  type Decision,
  type Definition,
  groupBy,
  InputError,
  inEach,
  inFour,
  joinWith,
  type Metric,
  metrics,
  type Observation,
  RefusalError,
  semicolon,
  shape,
  takes,
} from '@samenbeeld/schema';
import { placeLabel } from './series-label.ts';

/** What financial intelligence units publish. */
export const intelligenceMetrics: ReadonlySet<Metric> = new Set([
  'str_reports',
  'str_transactions',
  'unusual_transactions',
  'fiu_files',
  'fiu_value',
]);

/** What is known of the sources whose figures are to share an axis. */
export interface AxisOptions {
  readonly breaks?: readonly Break[];
  readonly definitions?: readonly Definition[];
  readonly overrides?: readonly Decision[];
}

/**
 * Lets figures of financial intelligence units, or of seized and collected assets, share one axis only where one authority
 * counted them by one rule.
 *
 * For whoever draws or lists levels side by side. A Dutch transaction, a Belgian report and a Luxembourg report class are
 * three units, so two countries are always refused, and no decision can allow it. Within a country figures of one class pass,
 * if the guard of `schema` lets them: metric, unit, counting rule, declared breaks. The refusal says what is legal: an index
 * of each country by itself, or shares within one. What was seized, is held, was ordered and was collected share no axis either.
 *
 * @throws RefusalError that names the dimension and what may be drawn instead
 * @throws InputError for figures that are none of the two kinds
 * @example
 * ```ts
 * import { assertOneAxis } from '@samenbeeld/money';
 * const figure = (place, metric) => ({ place, metric, nationalCode: null });
 * const asked = () => assertOneAxis([figure('BE', 'str_reports'), figure('NL', 'unusual_transactions')]);
 * const told = (() => { try { return asked(); } catch (refusal) { return refusal.dimension; } })();
 * told.toString() // => 'counting rule'
 * ```
 */
export function assertOneAxis(
  observations: readonly Observation[],
  options: AxisOptions = {},
): Comparability {
  takes(
    'assertOneAxis',
    [
      'observations',
      observations,
      shape.list(shape.record<Observation>({ place: shape.text, metric: shape.text })),
    ],
    ['options', options, shape.options],
  );

  const kinds = [...new Set(observations.map(({ metric }) => metric))];
  const strange = kinds.find((one) => !intelligenceMetrics.has(one) && assetKind(one) === null);
  if (strange)
    throw new InputError(
      inFour(
        'verwacht: cijfers van financiële inlichtingeneenheden of van in beslag genomen vermogen; gevonden: {strange}',
        'attendu : des chiffres de cellules de renseignement financier ou d’avoirs saisis ; trouvé : {strange}',
        'erwartet: Zahlen von Finanz-Ermittlungsstellen oder von sichergestelltem Vermögen; gefunden: {strange}',
        'expected figures of financial intelligence units or of seized assets, found {strange}',
        { strange },
      ),
      inFour(
        'vraag over andere cijfers de wachter van schema, `assertComparable`',
        'pour d’autres chiffres, demandez au garde de schema, `assertComparable`',
        'bei anderen Zahlen den Wächter von schema fragen, `assertComparable`',
        'ask the guard of schema, `assertComparable`, about other figures',
      ),
    );
  refuseCountries(observations);
  const compared = () => assertComparable(observations, { for: 'trend', ...options });
  // Two kinds of figures of assets are told as that, whatever their classes.
  if (new Set(kinds.map(assetKind)).size > 1) return compared();
  refuseClasses(observations);
  return compared();
}

function refuseCountries(observations: readonly Observation[]): void {
  const countries = [...groupBy(observations, ({ place }) => place)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  if (countries.length < 2) return;
  const counted = countries.map(([place, rows]) => {
    const what = [...new Set(rows.map(({ metric }) => metric))].map((metric) =>
      inEach((language) => metrics.label(metric, language)),
    );
    return inFour(
      '{where} telt {what}',
      '{where} : {what}',
      '{where}: {what}',
      '{where} counts {what}',
      {
        where: placeLabel(place),
        what: joinWith(what, ', '),
      },
    );
  });
  throw new RefusalError(
    inFour(
      '{counted}. Elk land telt volgens een eigen regel: op één as zou een verschil van regel op een verschil in criminaliteit lijken.',
      '{counted}. Chaque pays compte selon sa propre règle : sur un même axe, une différence de règle aurait l’air d’une différence de criminalité.',
      '{counted}. Jedes Land zählt nach einer eigenen Regel: Auf einer Achse sähe ein Unterschied der Regel wie ein Unterschied der Kriminalität aus.',
      '{counted}. Each country counts by a rule of its own: on one axis a difference of rule would look like a difference in crime.',
      { counted: joinWith(counted, semicolon) },
    ),
    {
      dimension: 'counting rule',
      remedy: inFour(
        'Teken een index van elk land apart (`reportingIndices`, in een notebook `indices`) of aandelen binnen één land (`reportingShares`, `shares`).',
        'Dessinez un indice de chaque pays à part (`reportingIndices`, dans un notebook `indices`) ou des parts dans un seul pays (`reportingShares`, `shares`).',
        'Zeichnen Sie einen Index je Land (`reportingIndices`, im Notebook `indices`) oder Anteile innerhalb eines Landes (`reportingShares`, `shares`).',
        'Draw an index of each country by itself (`reportingIndices`, in a notebook `indices`) or shares within one country (`reportingShares`, `shares`).',
      ),
    },
  );
}

/** Classes that a source names by codes of its own: new reports are a part of all reports, and no more of the same. */
function refuseClasses(observations: readonly Observation[]): void {
  const codes = [...new Set(observations.map(({ nationalCode }) => nationalCode ?? 'no code'))];
  const [first] = codes.filter((code) => code !== 'no code').toSorted();
  if (codes.length < 2 || first === undefined) return;
  throw new RefusalError(
    inFour(
      '{a} zijn klassen die de bron apart telt; de ene kan deel zijn van de andere.',
      '{a} sont des classes que la source compte à part ; l’une peut faire partie d’une autre.',
      '{a} sind Klassen, die die Quelle getrennt zählt; eine kann Teil einer anderen sein.',
      '{a} are classes that the source counts apart; one may be a part of another.',
      { a: codes.toSorted().join(', ') },
    ),
    {
      dimension: 'class',
      remedy: inFour(
        'Kies er een: {call}.',
        'Choisissez-en une : {call}.',
        'Wählen Sie eine: {call}.',
        'Choose one: {call}.',
        { call: `\`.where({ nationalCode: '${first}' })\`` },
      ),
    },
  );
}
