import { paragraph, type Text } from '@samenbeeld/schema';

const likeWithLike: Text = {
  nl: 'Elk deel van het jaar is alleen met hetzelfde deel van andere jaren vergeleken.',
  fr: 'Chaque partie de l’année n’est comparée qu’à la même partie des autres années.',
  de: 'Jeder Teil des Jahres wird nur mit demselben Teil anderer Jahre verglichen.',
  en: 'Each part of the year is compared only with the same part of other years.',
};

const notAlike: Text = {
  nl: 'Niet alle delen van het jaar ontwikkelen zich gelijk.',
  fr: 'Toutes les parties de l’année n’évoluent pas de la même façon.',
  de: 'Nicht alle Teile des Jahres entwickeln sich gleich.',
  en: 'Not all parts of the year move alike.',
};

/** How the seasons were compared, and whether they differ. */
export function byPartOfYear(apart: boolean): Text {
  return paragraph(likeWithLike, apart ? notAlike : null);
}
