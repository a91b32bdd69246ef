import { inFour, type Text } from '@samenbeeld/schema';

// What several methods take for granted.

export const independentEvents: Text = inFour(
  'gebeurtenissen zijn onafhankelijk van elkaar',
  'les événements sont indépendants les uns des autres',
  'die Ereignisse sind unabhängig voneinander',
  'events are independent of each other',
);

export const noMemory: Text = inFour(
  'waarden hangen niet van de vorige af',
  'les valeurs ne dépendent pas de la précédente',
  'die Werte hängen nicht vom vorigen ab',
  'values do not depend on the one before',
);

export const oneDirection: Text = inFour(
  'één richting over de hele reeks',
  'une seule direction sur toute la série',
  'eine einzige Richtung über die ganze Reihe',
  'one direction over the whole span',
);

export const oneDirectionInSeasons: Text = inFour(
  'één richting over de hele reeks en in elk seizoen',
  'une seule direction sur toute la série et en chaque saison',
  'eine einzige Richtung über die ganze Reihe und in jeder Jahreszeit',
  'one direction over the whole span and in every season',
);

export const eventIsSeizure: Text = inFour(
  'elke gebeurtenis is één vangst',
  'chaque événement est une saisie',
  'jedes Ereignis ist ein Fund',
  'each event is one seizure',
);

export const entryIsSeizure: Text = inFour(
  'elke regel is één vangst',
  'chaque entrée est une saisie',
  'jeder Eintrag ist ein Fund',
  'each entry is one seizure',
);

export const oneUnit: Text = inFour(
  'alle hoeveelheden staan in één eenheid',
  'toutes les quantités sont dans une même unité',
  'alle Mengen stehen in einer Einheit',
  'all quantities are in one unit',
);

export const oneCountingRule: Text = inFour(
  'beide aantallen volgen dezelfde telregel',
  'les deux nombres suivent la même règle de comptage',
  'beide Anzahlen folgen derselben Zählregel',
  'both counts use the same counting rule',
);
