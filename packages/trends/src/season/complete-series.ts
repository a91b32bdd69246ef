import { InputError, inFour, RefusalError } from '@samenbeeld/schema';
import { cleanSeries } from '../clean-series.ts';

/** Values of which none is missing, as methods that count on even spacing need them. */
export function completeSeries(values: ArrayLike<number | null>): Float64Array {
  const known = cleanSeries(values).values;
  if (known.length < values.length) {
    const gap = Array.from(values).indexOf(null);
    throw new InputError(
      inFour(
        'verwacht: een waarde in elke periode; gevonden: geen op plaats {a}',
        'attendu : une valeur à chaque période ; trouvé : aucune à la position {a}',
        'erwartet: ein Wert in jedem Zeitraum; gefunden: keiner an Stelle {a}',
        'expected a value in every period, found none at position {a}',
        { a: String(gap + 1) },
      ),
      inFour(
        'zeg nul waar nul gemeld is; gebruik anders het stuk zonder gaten, of een grovere periode',
        'dites zéro là où zéro a été déclaré ; sinon prenez la partie sans trous, ou une période plus large',
        'null angeben, wo null gemeldet wurde; sonst den Abschnitt ohne Lücken oder einen gröberen Zeitraum nehmen',
        'say zero where zero was reported; otherwise use the stretch without gaps, or a coarser period',
      ),
    );
  }
  const largest = known.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest !== 0 && !(Math.abs(Math.log10(largest)) < 100))
    throw new InputError(
      inFour(
        'verwacht: getallen waarvan het kwadraat te berekenen is; gevonden: hoogstens {largest}',
        'attendu : des nombres dont le carré se calcule ; trouvé : au plus {largest}',
        'erwartet: Zahlen, deren Quadrat sich berechnen lässt; gefunden: höchstens {largest}',
        'expected numbers whose squares can be told, found at most {largest}',
        { largest: String(largest) },
      ),
      inFour(
        'ga de eenheid na, of geef de waarden in een andere',
        'vérifiez l’unité, ou donnez les valeurs dans une autre',
        'die Einheit prüfen oder die Werte in einer anderen angeben',
        'check the unit, or give the values in another one',
      ),
    );
  return Float64Array.from(known);
}

/** Refuses values that are all equal: nothing varies that could be described. */
export function refuseConstant(values: Float64Array): void {
  const [first = 0] = values;
  if (values.length === 1)
    throw new RefusalError(
      inFour(
        'Eén waarde laat niet zien wat verandert.',
        'Une seule valeur ne montre pas ce qui varie.',
        'Ein einziger Wert zeigt nicht, was schwankt.',
        'One value does not show what varies.',
      ),
      {
        dimension: 'length',
        remedy: inFour(
          'Geef de waarden van meer perioden.',
          'Donnez les valeurs de plusieurs périodes.',
          'Geben Sie die Werte mehrerer Zeiträume.',
          'Give the values of several periods.',
        ),
      },
    );
  if (values.some((value) => value !== first)) return;
  throw new RefusalError(
    first === 0
      ? inFour(
          'Alle waarden zijn nul.',
          'Toutes les valeurs sont nulles.',
          'Alle Werte sind null.',
          'All values are zero.',
        )
      : inFour(
          'Alle waarden zijn {first}.',
          'Toutes les valeurs sont {first}.',
          'Alle Werte sind {first}.',
          'All values are {first}.',
          { first: String(first) },
        ),
    first === 0
      ? {
          dimension: 'variation',
          remedy: inFour(
            'Gebruik poissonRate, dat zegt welk niveau een aantal van nul niet uitsluit, of een langere reeks.',
            'Prenez poissonRate, qui dit quel niveau un nombre de zéro n’exclut pas, ou une série plus longue.',
            'Nehmen Sie poissonRate, das sagt, welches Niveau eine Anzahl von null nicht ausschließt, oder eine längere Reihe.',
            'Use poissonRate, which says what level a count of zero does not rule out, or a longer series.',
          ),
        }
      : {
          dimension: 'variation',
          remedy: inFour(
            'Ga na of het cijfer in elke periode opnieuw geteld wordt, of gebruik een langere of fijnere reeks.',
            'Vérifiez que le chiffre est recompté à chaque période, ou prenez une série plus longue ou plus fine.',
            'Prüfen Sie, ob die Zahl in jedem Zeitraum neu gezählt wird, oder nehmen Sie eine längere oder feinere Reihe.',
            'Check that the figure is counted anew in each period, or use a longer or finer series.',
          ),
        },
  );
}
