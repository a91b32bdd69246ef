import type { Text } from '@samenbeeld/schema';

/** What is added to a sentence about change when nothing is known about how much was checked. */
export const effortUnknown: Text = {
  nl: 'Er zijn geen gegevens over controles: meer of minder controleren kan een verandering verklaren of verbergen.',
  fr: 'Il n’y a pas de données sur les contrôles\u00a0: des contrôles plus ou moins nombreux peuvent expliquer ou masquer une évolution.',
  de: 'Angaben zu Kontrollen fehlen: Mehr oder weniger Kontrollen können eine Veränderung erklären oder verdecken.',
  en: 'There are no data on controls: more or fewer checks may explain or hide a change.',
};
