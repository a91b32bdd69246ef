import {
  type Finding,
  InputError,
  ownValue,
  RefusalError,
  shape,
  takes,
  UsageError,
} from '@samenbeeld/schema';
import { gravityCritique, gravitySays } from '../words/gravity.ts';
import {
  attractiveness,
  type GravityCountry,
  type GravityWeights,
  gravityShares,
  walkerWeights,
} from './attractiveness.ts';
import { decomposeFlows, type FlowParts } from './decompose-flows.ts';
import { type RankStability, rankStability } from './rank-stability.ts';

/** Options of `gravityFlows`. */
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
      `expected two or more different countries, found ${codes.join(', ') || 'none'}`,
      {
        repair: 'give each country once',
      },
    );
  for (const country of countries) {
    const { code, gnpPerHead, bankSecrecy, governmentAttitude, conflict, corruption } = country;
    const scores = { gnpPerHead, bankSecrecy, governmentAttitude, conflict, corruption };
    for (const [name, value] of Object.entries(scores))
      if (!(Number.isFinite(value) && value >= 0))
        throw new InputError(`${code}: expected ${name} at or above zero, found ${value}`, {
          repair: 'give every score of the model',
        });
    for (const other of codes)
      if (other !== code && !((ownValue(country.distance, other) ?? 0) > 0))
        throw new InputError(
          `${code}: expected a distance above zero to ${other}, found ${ownValue(country.distance, other) ?? 'none'}`,
          {
            repair: 'give the distance to every other country, in one unit',
          },
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
      'The gravity model rests on weights and scores that nobody measured; it gives no finding about countries.',
      {
        dimension: 'method',
        remedy:
          'To teach how such a model works, say so with { teaching: true }; nothing of it goes into a report.',
      },
    );
  checkCountries(countries);
  const { stays = 0.5, settles = 0.5, power = 2, weights = walkerWeights } = options;
  for (const [name, share] of Object.entries({ stays, settles }))
    if (!(share >= 0.01 && share <= 1))
      throw new UsageError(`\`${name}\` must be from 0.01 to 1, got ${share}`);
  if (!(power > 0)) throw new UsageError(`\`power\` must be above 0, got ${power}`);
  const given = options.origins;
  const origins = countries.map(({ code }) =>
    given ? (ownValue(given, code) ?? 0) : 1 / countries.length,
  );
  const all = origins.reduce((sum, share) => sum + share, 0);
  if (!(Math.abs(all - 1) < 1e-9 && origins.every((share) => share >= 0)))
    throw new InputError(`expected origins that add up to 1, found ${all}`, {
      repair: 'give shares of the proceeds, by code of the country; there are no amounts here',
    });
  if (countries.filter((country) => attractiveness(country, weights) > 0).length < 2)
    throw new InputError('expected two or more countries that attract money, found fewer', {
      repair: 'check scores and weights: attractiveness must be above zero',
    });
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
      'scores, weights, and the shares that stay and settle are assumed',
      'money follows attractiveness and distance, and nothing else',
    ],
    warnings: ['an exercise: not for reports, not for ranking countries'],
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
