import { InputError, inFour, type Shape, shape, takes, wrongUse } from '@samenbeeld/schema';
import { Matrix, QrDecomposition } from 'ml-matrix';
import { refuseNotFinite } from '../refuse-unsquarable.ts';

/** Rows of a design, one an observation, one number a column. */
export type Design = readonly (readonly number[])[];

export interface LinearFit {
  readonly coefficients: readonly number[];
  /** (X'WX)⁻¹: times the residual variance it is the covariance of the coefficients. */
  readonly unscaled: readonly (readonly number[])[];
  readonly fitted: readonly number[];
  readonly residuals: readonly number[];
  /** How much each observation pulls its own fitted value, 0 to 1; their sum is the number of columns. */
  readonly leverages: readonly number[];
  /** Weighted sum of squared residuals. */
  readonly rss: number;
  /** Observations of weight above zero, less the columns. */
  readonly degreesOfFreedom: number;
}

/** Refuses a design that cannot be fitted: other lengths, what is not finite, more columns than rows. */
export function checkDesign(design: Design, values: readonly number[]): void {
  const width = design[0]?.length ?? 0;
  if (design.length !== values.length || design.some((row) => row.length !== width))
    throw wrongUse(
      'een ontwerp heeft één rij van {width} kolommen voor elk van {nValues} waarden, niet {nDesign} rijen',
      'un plan a une ligne de {width} colonnes pour chacune des {nValues} valeurs, et non {nDesign} lignes',
      'ein Versuchsplan hat eine Zeile von {width} Spalten für jeden von {nValues} Werten, nicht {nDesign} Zeilen',
      'a design must have one row of {width} columns for each of {nValues} values, got {nDesign} rows',
      { width: String(width), nValues: String(values.length), nDesign: String(design.length) },
    );
  if (values.length < width)
    throw new InputError(
      inFour(
        'verwacht: ten minste {width} waarden voor {width2} coëfficiënten; gevonden: {nValues}',
        'attendu : au moins {width} valeurs pour {width2} coefficients ; trouvé : {nValues}',
        'erwartet: mindestens {width} Werte für {width2} Koeffizienten; gefunden: {nValues}',
        'expected at least {width} values for {width2} coefficients, found {nValues}',
        { width: String(width), width2: String(width), nValues: String(values.length) },
      ),
      inFour(
        'gebruik een langere reeks, of een model met minder termen',
        'utilisez une série plus longue, ou un modèle avec moins de termes',
        'eine längere Reihe oder ein Modell mit weniger Termen verwenden',
        'use a longer series, or a model with fewer terms',
      ),
    );
  refuseNotFinite(
    [...values, ...design.flat()],
    inFour(
      'laat ontbrekende perioden weg voor het aanpassen; nul is een waarde, ontbrekend niet',
      'laissez de côté les périodes manquantes avant l’ajustement ; zéro est une valeur, manquant non',
      'fehlende Zeiträume vor der Anpassung weglassen; null ist ein Wert, fehlend nicht',
      'leave out missing periods before fitting; zero is a value, missing is not',
    ),
  );
}

/**
 * Weighted least squares by the QR decomposition of the scaled design (Golub and Van Loan 2013, 5.3).
 *
 * @param design one row of columns per observation, the constant included where there is one
 * @param weights at or above zero; an observation of weight zero is fitted but teaches nothing
 * @throws InputError where columns depend on each other, or too few values are given
 * @example
 * ```ts
 * import { leastSquares } from '@samenbeeld/trends';
 * const { coefficients } = leastSquares([[1, 0], [1, 1], [1, 2]], [1, 3, 5]);
 * coefficients.map((c) => c.toFixed(6)) // => ['1.000000', '2.000000']
 * ```
 */
export function leastSquares(
  design: Design,
  values: readonly number[],
  given?: readonly number[],
): LinearFit {
  takes(
    'leastSquares',
    ['design', design, designShape],
    ['values', values, shape.numbers],
    ['weights', given, shape.maybe(shape.numbers)],
  );
  const weights = given ?? values.map(() => 1);

  checkDesign(design, values);
  // Scaled to the largest, so that tiny weights leave no squares below what a number can hold.
  const heaviest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  const roots = weights.map((weight) => Math.sqrt(heaviest > 0 ? weight / heaviest : weight));
  const scaled = new Matrix(design.map((row, i) => row.map((x) => x * (roots[i] as number))));
  const qr = new QrDecomposition(scaled);
  refuseDependent(qr);
  const response = Matrix.columnVector(values.map((value, i) => value * (roots[i] as number)));
  const coefficients = qr.solve(response).to1DArray();
  const inverse = new QrDecomposition(qr.upperTriangularMatrix).solve(
    Matrix.eye(coefficients.length),
  );
  const orthogonal = qr.orthogonalMatrix;
  const fitted = design.map((row) => dot(row, coefficients));
  const residuals = values.map((value, i) => value - (fitted[i] as number));
  return {
    coefficients,
    unscaled: inverse.mmul(inverse.transpose()).div(heaviest).to2DArray(),
    fitted,
    residuals,
    leverages: design.map((_, i) =>
      orthogonal.getRow(i).reduce((sum, value) => sum + value * value, 0),
    ),
    rss: residuals.reduce((sum, r, i) => sum + (weights[i] as number) * r * r, 0),
    degreesOfFreedom: weights.filter((weight) => weight > 0).length - coefficients.length,
  };
}

/** The sum of products of two lists. */
export function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, i) => sum + value * (right[i] as number), 0);
}

/** x' C x: the variance of the linear combination `x` of coefficients with covariance `C`. */
export function quadraticForm(
  x: readonly number[],
  covariance: readonly (readonly number[])[],
): number {
  return x.reduce((sum, xi, i) => sum + xi * dot(covariance[i] as readonly number[], x), 0);
}

function refuseDependent(qr: QrDecomposition): void {
  const upper = qr.upperTriangularMatrix;
  const dependent = upper
    .diagonal()
    .some((own, j) => !(Math.abs(own) > 1e-10 * Math.hypot(...upper.getColumn(j))));
  if (dependent)
    throw new InputError(
      inFour(
        'de termen van het model zijn in deze gegevens niet uit elkaar te houden',
        'les termes du modèle ne se distinguent pas dans ces données',
        'die Terme des Modells lassen sich in diesen Daten nicht trennen',
        'the terms of the model cannot be told apart in these data',
      ),
      inFour(
        'laat een term weg: een verandering vraagt waarnemingen ervoor en erna',
        'laissez un terme de côté : un changement demande des observations avant et après',
        'einen Term weglassen: eine Änderung braucht Beobachtungen davor und danach',
        'leave out a term: a change needs observations before and after it',
      ),
    );
}

export const designShape: Shape = shape.list(shape.numbers);
