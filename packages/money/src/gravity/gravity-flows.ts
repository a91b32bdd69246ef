import {
  argumentKinds,
  type Finding,
  formatNumber,
  foundNone,
  InputError,
  inEach,
  inFour,
  ownValue,
  RefusalError,
  shape,
  type Text,
  takes,
  UsageError,
  wrongArgument,
  wrongUse,
} from '@samenbeeld/schema';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import {
  attractiveness,
  type GravityCountry,
  type GravityWeights,
  gravityShares,
  walkerWeights,
} from './attractiveness.ts';

/** How the order of countries by attractiveness moves when every weight is drawn from half to one and a half of itself. */
export interface RankStability {
  readonly draws: number;
  /** Countries that change place in at least one draw of ten. */
  readonly moved: number;
  /** Best and worst place of each country over all draws, in the order given. */
  readonly places: readonly { readonly best: number; readonly worst: number }[];
}

/** Place of each value, 1 for the largest; the earlier first where they are equal. */
function placesOf(values: readonly number[]): readonly number[] {
  const order = values
    .map((_, at) => at)
    .sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
  const places = new Array<number>(values.length).fill(0);
  order.forEach((at, place) => {
    places[at] = place + 1;
  });
  return places;
}

/** Draws the weights anew and orders the countries each time. */
function rankStability(
  countries: readonly GravityCountry[],
  weights: GravityWeights,
  { seed, draws }: { readonly seed: number; readonly draws: number },
): RankStability {
  const generator = xoroshiro128plus(seed);
  const order = (used: GravityWeights): readonly number[] =>
    placesOf(countries.map((country) => attractiveness(country, used)));
  const drawn = (weight: number): number => weight * (0.5 + uniformFloat64(generator));
  const usual = order(weights);
  const samples = Array.from({ length: draws }, () =>
    order({
      bankSecrecy: drawn(weights.bankSecrecy),
      governmentAttitude: drawn(weights.governmentAttitude),
      swift: drawn(weights.swift),
      conflict: drawn(weights.conflict),
      corruption: drawn(weights.corruption),
    }),
  );
  const places = countries.map((_, at) => {
    const seen = samples.map((sample) => sample[at] as number);
    return { best: Math.min(...seen), worst: Math.max(...seen) };
  });
  const moved = countries.filter(
    (_, at) => samples.filter((sample) => sample[at] !== usual[at]).length * 10 >= draws,
  ).length;
  return { draws, moved, places };
}

/** Where money that begins in countries ends, as shares of all of it. */
export interface FlowParts {
  /** Stayed where it began. */
  readonly domestic: readonly number[];
  /** Came from abroad and stayed. */
  readonly inbound: readonly number[];
  /** Came from abroad and went on; counted each time it passes. */
  readonly through: readonly number[];
}

/**
 * Iterates flows until all has settled: of what begins in a country a share stays, the rest leaves by the gravity shares; of what
 * arrives a share settles, the rest leaves again. After Ferwerda, van Saase, Unger and Getzner 2020, *Sci Rep* 10:18552.
 */
function decomposeFlows(
  origins: readonly number[],
  shares: readonly (readonly number[])[],
  { stays, settles }: { readonly stays: number; readonly settles: number },
): FlowParts {
  const size = origins.length;
  const domestic = origins.map((share) => share * stays);
  const inbound = new Array<number>(size).fill(0);
  const through = new Array<number>(size).fill(0);
  let moving = origins.map((share) => share * (1 - stays));
  while (moving.reduce((sum, share) => sum + share, 0) > 1e-12) {
    const arrived = moving.map((_, to) =>
      moving.reduce((sum, share, from) => sum + share * (shares[from]?.[to] as number), 0),
    );
    moving = arrived.map((share, at) => {
      inbound[at] = (inbound[at] as number) + share * settles;
      const onward = share * (1 - settles);
      through[at] = (through[at] as number) + onward;
      return onward;
    });
  }
  return { domestic, inbound, through };
}

/** What must be read before a gravity model. */
function gravityCritique(): Text {
  return {
    nl: 'De gewichten en scores zijn gekozen, niet gemeten; het oorspronkelijke model volgt alleen de eerste overmaking; er is geen bedrag waaraan het getoetst kan worden.',
    fr: 'Les poids et les scores sont choisis, non mesurés\u00a0; le modèle d’origine ne suit que le premier transfert\u00a0; aucun montant ne permet de le vérifier.',
    de: 'Gewichte und Werte sind gewählt, nicht gemessen; das ursprüngliche Modell folgt nur der ersten Überweisung; es gibt keinen Betrag, an dem es geprüft werden könnte.',
    en: 'Weights and scores are chosen, not measured; the original model follows the first transfer only; there is no amount to test it against.',
  };
}

/** How far the order depends on the weights; no country, no place, no amount. */
function gravitySays({
  countries,
  moved,
}: {
  readonly countries: number;
  readonly moved: number;
}): Text {
  return inEach((language) => {
    const [some, all] = [moved, countries].map((count) => formatNumber(count, language)) as [
      string,
      string,
    ];
    return {
      nl: `Een oefening, geen meting. Met elk gewicht tot de helft hoger of lager verandert de volgorde voor ${some} van ${all} landen; over werkelijke geldstromen zegt dit niets.`,
      fr: `Un exercice, pas une mesure. Si chaque poids varie jusqu’à la moitié, l’ordre change pour ${some} pays sur ${all}\u00a0; cela ne dit rien des flux réels.`,
      de: `Eine Übung, keine Messung. Ist jedes Gewicht um bis zur Hälfte höher oder niedriger, ändert sich die Reihenfolge für ${some} von ${all} Ländern; über wirkliche Geldströme sagt das nichts.`,
      en: `An exercise, not a measurement. With each weight up to half higher or lower, the order changes for ${some} of ${all} countries; this says nothing about real flows.`,
    }[language];
  });
}

export interface GravityOptions {
  /** Says that this is for teaching; anything else is refused. */
  readonly teaching?: boolean;
  /** Share of the proceeds that begins in each country, by code; alike where not given. They add up to 1. */
  readonly origins?: Readonly<Record<string, number>>;
  readonly weights?: GravityWeights;
  /** Power of the distance; 2 as in the original, 1 for the general formula. */
  readonly power?: number;
  /** Share that stays where it begins; 0.5. Assumed. */
  readonly stays?: number;
  /** Share of what arrives that settles; 0.5. Assumed. */
  readonly settles?: number;
  readonly seed?: number;
  /** Draws of the weights; 999. */
  readonly draws?: number;
}

/** An exercise in a model. It has no estimate: shares are of assumed proceeds, and no amount is behind them. */
export interface GravityFlows extends Finding {
  /** How far the order of countries depends on weights that nobody measured. Read this first. */
  readonly stability: RankStability;
  readonly critique: ReturnType<typeof gravityCritique>;
  readonly codes: readonly string[];
  /** Share of what leaves each country (row) that goes to each other (column). */
  readonly shares: readonly (readonly number[])[];
  readonly parts: FlowParts;
}

function checkCountries(countries: readonly GravityCountry[]): void {
  const codes = countries.map(({ code }) => code);
  if (new Set(codes).size < 2 || new Set(codes).size !== codes.length)
    throw new InputError(
      inFour(
        'verwacht: twee of meer verschillende landen; gevonden: {codes}',
        'attendu : deux pays différents ou plus ; trouvé : {codes}',
        'erwartet: zwei oder mehr verschiedene Länder; gefunden: {codes}',
        'expected two or more different countries, found {codes}',
        { codes: codes.join(', ') || foundNone },
      ),
      inFour(
        'geef elk land één keer',
        'donnez chaque pays une fois',
        'jedes Land einmal angeben',
        'give each country once',
      ),
    );
  for (const country of countries) {
    const { code, gnpPerHead, bankSecrecy, governmentAttitude, conflict, corruption } = country;
    const scores = { gnpPerHead, bankSecrecy, governmentAttitude, conflict, corruption };
    for (const [name, value] of Object.entries(scores))
      if (!(Number.isFinite(value) && value >= 0))
        throw new InputError(
          inFour(
            '{code}: verwacht: {name} van nul of meer; gevonden: {value}',
            '{code} : attendu : {name} de zéro ou plus ; trouvé : {value}',
            '{code}: erwartet: {name} von null oder mehr; gefunden: {value}',
            '{code}: expected {name} at or above zero, found {value}',
            { code, name, value: String(value) },
          ),
          inFour(
            'geef elke score van het model',
            'donnez chaque score du modèle',
            'jeden Wert des Modells angeben',
            'give every score of the model',
          ),
        );
    for (const other of codes)
      if (other !== code && !((ownValue(country.distance, other) ?? 0) > 0))
        throw new InputError(
          inFour(
            '{code}: verwacht: een afstand boven nul tot {other}; gevonden: {found}',
            '{code} : attendu : une distance supérieure à zéro vers {other} ; trouvé : {found}',
            '{code}: erwartet: eine Entfernung über null nach {other}; gefunden: {found}',
            '{code}: expected a distance above zero to {other}, found {found}',
            {
              code: code,
              other: other,
              found: inEach((language) =>
                String(ownValue(country.distance, other) ?? foundNone[language]),
              ),
            },
          ),
          inFour(
            'geef de afstand tot elk ander land, in één eenheid',
            'donnez la distance à chaque autre pays, dans une même unité',
            'die Entfernung zu jedem anderen Land in einer Einheit angeben',
            'give the distance to every other country, in one unit',
          ),
        );
  }
}

/**
 * The gravity model of money laundering, for teaching only: which share of what leaves a country goes to each other one, and how
 * much depends on the weights that were chosen.
 *
 * P(X, y) = (A(y) / d(X, y)) / Σ A / d (Unger 2007; Walker and Unger 2009, *Rev Law Econ* 5(2), 821–853), d the distance to a
 * power, A = GNP per head × (3·secrecy + attitude + SWIFT − 3·conflict − corruption + 15). Then domestic laundering, inbound
 * investment and through-flow by iteration, after Ferwerda et al. 2020 (*Sci Rep* 10:18552). Order under weights changed by
 * ±50 % comes first. There are no amounts. Weights and scores are judgements; the later paper criticises the model for its lack
 * of empirical foundation. Luxembourg and Belgium stand high in its order by construction (GNP per head): a warning, not news.
 *
 * @throws RefusalError unless `teaching` is true
 * @throws InputError for countries without scores or distances, origins that do not add up to 1
 * @example
 * ```ts
 * import { gravityFlows } from '@samenbeeld/money';
 * const like = { gnpPerHead: 1, bankSecrecy: 1, governmentAttitude: 1, isSwiftMember: true, conflict: 0, corruption: 1 };
 * const a = { ...like, code: 'A', distance: { B: 1, C: 2 } };
 * const b = { ...like, code: 'B', distance: { A: 1, C: 1 } };
 * const c = { ...like, code: 'C', distance: { A: 2, B: 1 } };
 * gravityFlows([a, b, c], { teaching: true }).shares[0] // => [0, 0.8, 0.2]
 * ```
 */
export function gravityFlows(
  countries: readonly GravityCountry[],
  options: GravityOptions = {},
): GravityFlows {
  takes(
    'gravityFlows',
    [
      'countries',
      countries,
      shape.list(
        shape.record<GravityCountry>({
          code: shape.text,
          gnpPerHead: shape.number,
          conflict: shape.number,
          corruption: shape.number,
          distance: shape.options,
        }),
      ),
    ],
    ['options', options, shape.options],
  );

  if (options.teaching !== true)
    throw new RefusalError(
      inFour(
        'Het zwaartekrachtmodel berust op gewichten en scores die niemand gemeten heeft; het geeft geen bevinding over landen.',
        'Le modèle de gravité repose sur des poids et des scores que personne n’a mesurés ; il ne donne aucun résultat sur des pays.',
        'Das Gravitationsmodell beruht auf Gewichten und Werten, die niemand gemessen hat; es gibt keinen Befund über Länder.',
        'The gravity model rests on weights and scores that nobody measured; it gives no finding about countries.',
      ),
      {
        dimension: 'method',
        remedy: inFour(
          'Om te laten zien hoe zo’n model werkt: zeg het met `teaching: true`; niets ervan gaat in een rapport.',
          'Pour montrer comment marche un tel modèle, dites-le avec `teaching: true` ; rien n’en va dans un rapport.',
          'Um zu zeigen, wie ein solches Modell arbeitet: mit `teaching: true` sagen; nichts davon geht in einen Bericht.',
          'To teach how such a model works, say so with `teaching: true`; nothing of it goes into a report.',
        ),
      },
    );
  checkCountries(countries);
  const { stays = 0.5, settles = 0.5, power = 2, weights = walkerWeights } = options;
  for (const [name, share] of Object.entries({ stays, settles }))
    if (!(share >= 0.01 && share <= 1))
      throw wrongUse(
        '`{name}` ligt van 0.01 tot 1, niet {share}',
        '`{name}` est de 0.01 à 1, et non {share}',
        '`{name}` liegt von 0.01 bis 1, nicht {share}',
        '`{name}` must be from 0.01 to 1, got {share}',
        { name, share: String(share) },
      );
  if (!(power > 0)) throw new UsageError(wrongArgument('power', argumentKinds.aboveZero, power));
  const given = options.origins;
  const origins = countries.map(({ code }) =>
    given ? (ownValue(given, code) ?? 0) : 1 / countries.length,
  );
  const all = origins.reduce((sum, share) => sum + share, 0);
  if (!(Math.abs(all - 1) < 1e-9 && origins.every((share) => share >= 0)))
    throw new InputError(
      inFour(
        'verwacht: herkomsten die samen 1 zijn; gevonden: {all}',
        'attendu : des origines dont la somme est 1 ; trouvé : {all}',
        'erwartet: Herkünfte, die zusammen 1 ergeben; gefunden: {all}',
        'expected origins that add up to 1, found {all}',
        { all: String(all) },
      ),
      inFour(
        'geef aandelen in de opbrengst, per landcode; hier staan geen bedragen',
        'donnez des parts du produit, par code de pays ; il n’y a pas de montants ici',
        'Anteile am Erlös nach Ländercode angeben; hier gibt es keine Beträge',
        'give shares of the proceeds, by code of the country; there are no amounts here',
      ),
    );
  if (countries.filter((country) => attractiveness(country, weights) > 0).length < 2)
    throw new InputError(
      inFour(
        'verwacht: twee of meer landen die geld aantrekken; gevonden: minder',
        'attendu : deux pays ou plus qui attirent de l’argent ; trouvé : moins',
        'erwartet: zwei oder mehr Länder, die Geld anziehen; gefunden: weniger',
        'expected two or more countries that attract money, found fewer',
      ),
      inFour(
        'ga scores en gewichten na: aantrekkelijkheid ligt boven nul',
        'vérifiez scores et poids : l’attractivité est supérieure à zéro',
        'Werte und Gewichte prüfen: die Attraktivität liegt über null',
        'check scores and weights: attractiveness must be above zero',
      ),
    );
  const shares = gravityShares(countries, weights, power);
  const parts = decomposeFlows(origins, shares, { stays, settles });
  const settled = [...parts.domestic, ...parts.inbound].reduce((sum, share) => sum + share, 0);
  if (Math.abs(settled - 1) > 1e-9) throw new Error(`flows do not add up to 1: ${settled}`);
  const stability = rankStability(countries, weights, {
    seed: options.seed ?? 1,
    draws: options.draws ?? 999,
  });
  return {
    kind: 'gravity_exercise',
    subject: '',
    estimate: null,
    unit: null,
    interval: null,
    n: countries.length,
    p: null,
    method: `Gravity model for teaching, ${stability.draws} draws of the weights, seed ${options.seed ?? 1}`,
    definition:
      'P(X, y) = (A(y) / d(X, y)) / Σ A / d (Walker and Unger 2009); domestic, inbound and through-flow by iteration (Ferwerda et al. 2020)',
    assumptions: [
      inFour(
        'scores, gewichten en de aandelen die blijven en neerslaan, zijn aangenomen',
        'les scores, les poids et les parts qui restent et se fixent sont supposés',
        'Punkte, Gewichte und die Anteile, die bleiben und sich niederlassen, sind angenommen',
        'scores, weights, and the shares that stay and settle are assumed',
      ),
      inFour(
        'geld volgt aantrekkelijkheid en afstand, en niets anders',
        'l’argent suit l’attractivité et la distance, et rien d’autre',
        'Geld folgt Anziehungskraft und Entfernung, und nichts anderem',
        'money follows attractiveness and distance, and nothing else',
      ),
    ],
    warnings: [
      inFour(
        'een oefening: niet voor rapporten, niet om landen te rangschikken',
        'un exercice\u00a0: ni pour des rapports, ni pour classer des pays',
        'eine Übung: nicht für Berichte, nicht zum Einordnen von Ländern',
        'an exercise: not for reports, not for ranking countries',
      ),
    ],
    confidence: 'low',
    details: { countries: countries.length, moved: stability.moved, draws: stability.draws },
    says: gravitySays({ countries: countries.length, moved: stability.moved }),
    stability,
    critique: gravityCritique(),
    codes: countries.map(({ code }) => code),
    shares,
    parts,
  };
}
