import { formatNumber, inEach, type Text } from '@samenbeeld/schema';

/** What must be read before a gravity model. */
export function gravityCritique(): Text {
  return {
    nl: 'De gewichten en scores zijn gekozen, niet gemeten; het oorspronkelijke model volgt alleen de eerste overmaking; er is geen bedrag waaraan het getoetst kan worden.',
    fr: 'Les poids et les scores sont choisis, non mesurés\u00a0; le modèle d’origine ne suit que le premier transfert\u00a0; aucun montant ne permet de le vérifier.',
    de: 'Gewichte und Werte sind gewählt, nicht gemessen; das ursprüngliche Modell folgt nur der ersten Überweisung; es gibt keinen Betrag, an dem es geprüft werden könnte.',
    en: 'Weights and scores are chosen, not measured; the original model follows the first transfer only; there is no amount to test it against.',
  };
}

/** How far the order depends on the weights; no country, no place, no amount. */
export function gravitySays({
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
