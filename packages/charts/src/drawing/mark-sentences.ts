/** Sentences that explain marks which several charts share. */
export const markSentences = {
  dashed: {
    nl: 'Streeplijn: breuk die de methode voorstelt, geen vastgesteld feit.',
    fr: 'Trait tireté\u00a0: rupture suggérée par la méthode, pas un fait établi.',
    de: 'Gestrichelt: Bruch, den das Verfahren vorschlägt, keine festgestellte Tatsache.',
    en: 'Dashed rule: break that the method suggests, not an established fact.',
  },
  band: {
    nl: 'Balk onder de as: waar die breuk kan liggen.',
    fr: 'Barre sous l’axe\u00a0: où cette rupture peut se situer.',
    de: 'Balken unter der Achse: wo dieser Bruch liegen kann.',
    en: 'Bar below the axis: where that break may lie.',
  },
  solid: {
    nl: 'Doorgetrokken lijn: breuk die de bron opgeeft.',
    fr: 'Trait plein\u00a0: rupture déclarée par la source.',
    de: 'Durchgezogen: Bruch, den die Quelle angibt.',
    en: 'Solid rule: break that the source declares.',
  },
  hollowDot: {
    nl: 'Open stip: voorlopig.',
    fr: 'Point vide\u00a0: provisoire.',
    de: 'Offener Punkt: vorläufig.',
    en: 'Hollow dot: provisional.',
  },
  rangeBar: {
    nl: 'Lichte balk: bereik.',
    fr: 'Barre claire\u00a0: fourchette.',
    de: 'Heller Balken: Spanne.',
    en: 'Pale bar: range.',
  },
  undecidedBar: {
    nl: 'Gestreepte rand: onbeslist.',
    fr: 'Contour tireté\u00a0: non tranché.',
    de: 'Gestrichelter Rand: unentschieden.',
    en: 'Dashed outline: undecided.',
  },
  questionMark: {
    nl: 'Vraagteken: niet beslist welk cijfer geldt.',
    fr: 'Point d’interrogation\u00a0: le chiffre retenu n’est pas tranché.',
    de: 'Fragezeichen: nicht entschieden, welche Zahl gilt.',
    en: 'Question mark: which figure holds is undecided.',
  },
  logScale: {
    nl: 'Logaritmische schaal: een vast percentage per jaar is een rechte lijn.',
    fr: 'Échelle logarithmique\u00a0: un pourcentage constant est une droite.',
    de: 'Logarithmische Skala: Ein fester Prozentsatz ist eine Gerade.',
    en: 'Logarithmic scale: a constant percentage is a straight line.',
  },
  zeroMark: {
    nl: 'Driehoek aan de onderrand: nul, die op deze schaal geen plaats heeft.',
    fr: 'Triangle au bord inférieur\u00a0: zéro, qui n’a pas de place sur cette échelle.',
    de: 'Dreieck am unteren Rand: null, die auf dieser Skala keinen Platz hat.',
    en: 'Triangle at the lower edge: zero, which has no place on this scale.',
  },
};
