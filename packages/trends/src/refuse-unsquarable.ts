import { InputError, inFour, type Text } from '@samenbeeld/schema';

/** The largest size whose squares still add up. */
const largest = 1e150;

/** Refuses figures whose squares are beyond every number, so that no variance becomes NaN. */
export function refuseUnsquarable(values: readonly number[]): void {
  const found = values.find((value) => Math.abs(value) > largest);
  if (found !== undefined)
    throw new InputError(
      inFour(
        'verwacht: waarden van hoogstens {largest}; gevonden: {found}',
        'attendu : des valeurs d’au plus {largest} ; trouvé : {found}',
        'erwartet: Werte bis {largest}; gefunden: {found}',
        'expected values up to {largest} in size, found {found}',
        { largest: String(largest), found: String(found) },
      ),
      inFour(
        'ga het cijfer na; geen aantal of hoeveelheid is zo groot',
        'vérifiez le chiffre ; aucun nombre ni aucune quantité n’a cette taille',
        'die Zahl prüfen; keine Anzahl oder Menge ist so groß',
        'check the figure; no count or quantity is of that size',
      ),
    );
}

/** Refuses what is no number, with what to do about it. */
export function refuseNotFinite(values: readonly number[], repair: Text): void {
  const odd = values.find((value) => !Number.isFinite(value));
  if (odd !== undefined)
    throw new InputError(
      inFour(
        'verwacht: eindige getallen; gevonden: {odd}',
        'attendu : des nombres finis ; trouvé : {odd}',
        'erwartet: endliche Zahlen; gefunden: {odd}',
        'expected finite numbers, found {odd}',
        { odd: String(odd) },
      ),
      { repair },
    );
}
