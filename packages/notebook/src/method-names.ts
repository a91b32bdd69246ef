import {
  englishQuoted,
  formatNumber,
  inEach,
  type Language,
  languages,
  ownValue,
  type Text,
} from '@samenbeeld/schema';

// What findings call the parts of their methods, en | nl | fr | de; a `#` is a number.
const table = `
  Mann-Kendall | Mann-Kendall | Mann-Kendall | Mann-Kendall
  Mann-Kendall with Sen slope | Mann-Kendall met helling van Sen | Mann-Kendall, pente de Sen | Mann-Kendall mit Sen-Steigung
  with Sen slope | met helling van Sen | pente de Sen | mit Sen-Steigung
  with and without the # largest | met en zonder de grootste (#) | avec et sans les plus grands (#) | mit und ohne die größten (#)
  without the # | zonder de # | sans les # | ohne die #
  exact | exact | exact | exakt
  asymptotic | benaderd | approché | genähert
  exact conditional | exact, voorwaardelijk | exact conditionnel | exakt bedingt
  described | alleen beschreven | seulement décrit | nur beschrieben
  not tested | niet getoetst | non testé | nicht getestet
  Monte Carlo | Monte Carlo | Monte-Carlo | Monte Carlo
  # draws | # trekkingen | # tirages | # Ziehungen
  seed # | startgetal # | graine # | Startwert #
  at # assumed interception rates | bij # aangenomen onderschepte aandelen | pour # parts interceptées supposées | bei # angenommenen abgefangenen Anteilen
  Optimal segmentation | optimale indeling in niveaus | segmentation optimale | optimale Einteilung in Niveaus
  mean of the logarithm | gemiddelde van de logaritme | moyenne du logarithme | Mittel des Logarithmus
  Analysis of competing hypotheses | analyse van concurrerende hypothesen | analyse des hypothèses concurrentes | Analyse konkurrierender Hypothesen
  order of least inconsistency | minst tegengesproken eerst | la moins contredite d’abord | am wenigsten widersprochene zuerst
  Size bands | grootteklassen | classes de taille | Größenklassen
  Clopper-Pearson interval of the share in the largest band | Clopper-Pearson-interval van het aandeel in de hoogste klasse | intervalle de Clopper-Pearson de la part de la plus grande classe | Clopper-Pearson-Intervall des Anteils der obersten Klasse
  Shift between size classes | verschuiving tussen grootteklassen | déplacement entre classes de taille | Verschiebung zwischen Größenklassen
  Shares of a network | aandelen in een netwerk | parts d’un réseau | Anteile in einem Netz
  simultaneous Newcombe intervals | gelijktijdige Newcombe-intervallen | intervalles simultanés de Newcombe | simultane Newcombe-Intervalle
  Share of the largest seizure | aandeel van de grootste vangst | part de la plus grande saisie | Anteil des größten Funds
  Share of the # largest seizures | aandeel van de # grootste vangsten | part des # plus grandes saisies | Anteil der # größten Funde
  Share | aandeel | part | Anteil
  exact binomial interval | exact binomiaal interval | intervalle binomial exact | exaktes Binomialintervall
  Poisson rate | Poisson-verhouding | taux de Poisson | Poisson-Rate
  exact interval | exact interval | intervalle exact | exaktes Intervall
  Herfindahl-Hirschman index | Herfindahl-Hirschman-index | indice de Herfindahl-Hirschman | Herfindahl-Hirschman-Index
  interval by Simpson's variance | interval met de variantie van Simpson | intervalle par la variance de Simpson | Intervall aus Simpsons Varianz
  Forecast | prognose | prévision | Prognose
  Cochran-Armitage trend in proportions | Cochran-Armitage, trend in aandelen | Cochran-Armitage, tendance de parts | Cochran-Armitage, Trend in Anteilen
  Chain ladder | chain ladder | chain ladder | Chain Ladder
  standard errors of Mack | standaardfouten van Mack | erreurs types de Mack | Standardfehler nach Mack
  Farrington as improved by Noufaily | Farrington, verbeterd door Noufaily | Farrington, améliorée par Noufaily | Farrington, verbessert von Noufaily
  Farrington | Farrington | Farrington | Farrington
  quasi-Poisson regression on earlier years | quasi-Poissonregressie op eerdere jaren | régression quasi-Poisson sur les années antérieures | Quasi-Poisson-Regression auf frühere Jahre
  Simple index of one reporting regime | enkelvoudige index van één meldregel | indice simple d’un seul régime de déclaration | einfacher Index einer Melderegel
  Share within one source | aandeel binnen één bron | part au sein d’une source | Anteil innerhalb einer Quelle
  country and period | land en periode | pays et période | Land und Zeitraum
  Published yearly totals | gepubliceerde jaartotalen | totaux annuels publiés | veröffentlichte Jahressummen
  lowest to highest | laagste tot hoogste | du plus bas au plus haut | niedrigste bis höchste
`;
const names: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  table.split('\n').map((line) => {
    const [en = '', ...others] = line.trim().split(' | ');
    return [en, [...others, en]];
  }),
);

/** The name of a method; where a part of it has none in the list, as its code calls it, in quotes. */
export function methodName(method: string): Text {
  const parts = method.split(', ').map((part) => {
    const [number] = /\d+/.exec(part) ?? [];
    const told = ownValue(names, number === undefined ? part : part.replace(number, '#'));
    // A seed is no amount.
    const isAmount = number !== undefined && !part.startsWith('seed');
    const shown = (to: Language): string =>
      isAmount ? formatNumber(Number(number), to) : `${number}`;
    return told && inEach((to) => (told[languages.indexOf(to)] ?? part).replace('#', shown(to)));
  });
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return englishQuoted(method);
  return inEach((to) => known.map((part) => part[to]).join(', '));
}
