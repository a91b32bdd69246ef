import { figure, type Text } from '@samenbeeld/schema';
import { fill, sentences } from '../drawing/sentences.ts';

/** What a chart of rates shows. */
export function rateTitle(reference: number | null, name: Text | undefined): Text {
  if (reference === null)
    return {
      nl: 'Elk cijfer met zijn bereik',
      fr: 'Chaque chiffre et sa fourchette',
      de: 'Jede Zahl mit ihrer Spanne',
      en: 'Each figure with its range',
    };
  const compared: Text = {
    nl: 'Vergeleken met {name}',
    fr: 'Par rapport à {name}',
    de: 'Verglichen mit {name}',
    en: 'Compared with {name}',
  };
  return fill(compared, {
    name: (language) => (name ? name[language] : figure(reference, language)),
  });
}

/** Words of the chart of rates. */
export const rateWords: Readonly<Record<'row', Text>> = {
  row: { nl: 'Rij', fr: 'Ligne', de: 'Zeile', en: 'Row' },
};

const line: Text = {
  nl: 'Stip: het cijfer; lijn: het bereik.',
  fr: 'Point\u00a0: le chiffre\u00a0; trait\u00a0: la fourchette.',
  de: 'Punkt: die Zahl; Linie: die Spanne.',
  en: 'Dot: the figure; line: its range.',
};

const clear: Text = {
  nl: 'Volle stip: het bereik blijft vrij van {ref}; open stip: niet, een verschil is dan niet te tonen.',
  fr: 'Point plein\u00a0: la fourchette n’atteint pas {ref}\u00a0; point vide\u00a0: elle l’atteint, une différence ne peut alors être démontrée.',
  de: 'Voller Punkt: Die Spanne reicht nicht an {ref}; offener Punkt: doch, ein Unterschied lässt sich dann nicht zeigen.',
  en: 'Full dot: the range keeps clear of {ref}; hollow dot: it does not, and no difference can be shown.',
};

const hollow: Text = {
  nl: 'Open stip: voorlopig.',
  fr: 'Point vide\u00a0: provisoire.',
  de: 'Offener Punkt: vorläufig.',
  en: 'Hollow dot: provisional.',
};

const logarithmic: Text = {
  nl: 'Logaritmische schaal: twee keer zoveel en half zoveel liggen even ver.',
  fr: 'Échelle logarithmique\u00a0: le double et la moitié sont à égale distance.',
  de: 'Logarithmische Skala: doppelt und halb so viel liegen gleich weit entfernt.',
  en: 'Logarithmic scale: twice and half lie equally far.',
};

const arrow: Text = {
  nl: 'Pijl: het bereik gaat verder.',
  fr: 'Flèche\u00a0: la fourchette continue.',
  de: 'Pfeil: Die Spanne geht weiter.',
  en: 'Arrow: the range goes on.',
};

const atZero: Text = {
  nl: 'Links van de as: nul, die op deze schaal geen plaats heeft.',
  fr: 'À gauche de l’axe\u00a0: zéro, qui n’a pas de place sur cette échelle.',
  de: 'Links der Achse: null, die auf dieser Skala keinen Platz hat.',
  en: 'Left of the axis: zero, which has no place on this scale.',
};

/** Explains the marks that are there. */
export function rateCaption(there: {
  readonly reference: number | null;
  readonly log: boolean;
  readonly zero: boolean;
  readonly open: boolean;
  readonly provisional: boolean;
}): Text {
  const { reference } = there;
  return sentences(
    line,
    reference !== null && fill(clear, { ref: (language) => figure(reference, language) }),
    reference === null && there.provisional && hollow,
    there.log && logarithmic,
    there.open && arrow,
    there.zero && atZero,
  );
}
