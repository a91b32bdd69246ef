import type { Text } from '@samenbeeld/schema';

export type ScreenKind =
  | 'structuring'
  | 'fan_in'
  | 'fan_out'
  | 'cycle'
  | 'round_trip'
  | 'pass_through'
  | 'scatter_gather'
  | 'dormant';

/** What a screen looks for: its name, its limit ({count} and {days} stand for numbers), and innocent doings that fit it. */
export interface ScreenTerm {
  readonly name: Text;
  readonly limit: Text;
  readonly innocent: Text;
}

export const screenTerms: Readonly<Record<ScreenKind, ScreenTerm>> = {
  structuring: {
    name: {
      nl: 'opsplitsing onder een drempel',
      fr: 'fractionnement sous un seuil',
      de: 'Stückelung unter einer Schwelle',
      en: 'splitting below a threshold',
    },
    limit: {
      nl: 'minstens {count} bedragen onder de drempel binnen {days} die hem samen bereiken',
      fr: 'au moins {count} montants inférieurs au seuil en {days}, qui l’atteignent ensemble',
      de: 'mindestens {count} Beträge unter der Schwelle innerhalb von {days}, die sie zusammen erreichen',
      en: 'at least {count} amounts below the threshold within {days} that together reach it',
    },
    innocent: {
      nl: 'Winkels die hun kasgeld storten en betalingen in termijnen zien er net zo uit',
      fr: 'Les commerces qui versent leur recette et les paiements échelonnés se présentent de la même façon',
      de: 'Läden, die ihre Einnahmen einzahlen, und Ratenzahlungen sehen genauso aus',
      en: 'Shops that bank their takings and payments by instalments look the same',
    },
  },
  fan_in: {
    name: {
      nl: 'samenvloeiing (fan-in)',
      fr: 'convergence (fan-in)',
      de: 'Zusammenfluss (Fan-in)',
      en: 'fan-in',
    },
    limit: {
      nl: 'minstens {count} verschillende rekeningen betalen er één binnen {days}',
      fr: 'au moins {count} comptes différents en paient un seul en {days}',
      de: 'mindestens {count} verschiedene Konten zahlen an eines innerhalb von {days}',
      en: 'at least {count} different accounts pay one within {days}',
    },
    innocent: {
      nl: 'Een gezamenlijke reis of een inzameling, en wie eigen spullen verkoopt, ziet er net zo uit',
      fr: 'Un voyage de groupe, une collecte ou la vente d’objets personnels se présentent de la même façon',
      de: 'Eine Gruppenreise, eine Sammlung oder der Verkauf eigener Sachen sehen genauso aus',
      en: 'A journey paid together, a collection, or selling one’s own things looks the same',
    },
  },
  fan_out: {
    name: {
      nl: 'verspreiding (fan-out)',
      fr: 'dispersion (fan-out)',
      de: 'Verteilung (Fan-out)',
      en: 'fan-out',
    },
    limit: {
      nl: 'één rekening betaalt minstens {count} verschillende binnen {days}',
      fr: 'un seul compte en paie au moins {count} différents en {days}',
      de: 'ein Konto zahlt an mindestens {count} verschiedene innerhalb von {days}',
      en: 'one account pays at least {count} different ones within {days}',
    },
    innocent: {
      nl: 'Een verbouwing, een bruiloft of een firma die eenmalige rekeningen betaalt, ziet er net zo uit',
      fr: 'Des travaux, un mariage ou une entreprise qui règle des factures ponctuelles se présentent de la même façon',
      de: 'Ein Umbau, eine Hochzeit oder eine Firma, die einmalige Rechnungen bezahlt, sehen genauso aus',
      en: 'Building work, a wedding, or a firm that pays single invoices looks the same',
    },
  },
  cycle: {
    name: {
      nl: 'betalingen in een kring',
      fr: 'paiements en boucle',
      de: 'Zahlungen im Kreis',
      en: 'payments in a circle',
    },
    limit: {
      nl: 'hoogstens {count} betalingen binnen {days} die terugkomen waar ze begonnen',
      fr: 'au plus {count} paiements en {days} qui reviennent à leur point de départ',
      de: 'höchstens {count} Zahlungen innerhalb von {days}, die dorthin zurückkehren, wo sie begannen',
      en: 'at most {count} payments within {days} that return to where they began',
    },
    innocent: {
      nl: 'Een lening die wordt terugbetaald en verrekening tussen vrienden of binnen een concern zien er net zo uit',
      fr: 'Un prêt remboursé et des comptes réglés entre amis ou au sein d’un groupe se présentent de la même façon',
      de: 'Ein zurückgezahltes Darlehen und Verrechnungen unter Freunden oder im Konzern sehen genauso aus',
      en: 'A loan that is paid back, and settling between friends or within a group of firms, look the same',
    },
  },
  round_trip: {
    name: {
      nl: 'heen en terug over de grens',
      fr: 'aller-retour par l’étranger',
      de: 'Umweg über das Ausland',
      en: 'round trips abroad',
    },
    limit: {
      nl: 'geld dat het land verlaat en binnen {days} terugkomt op dezelfde rekening',
      fr: 'argent qui quitte le pays et revient sur le même compte en {days}',
      de: 'Geld, das das Land verlässt und innerhalb von {days} auf dasselbe Konto zurückkehrt',
      en: 'money that leaves the country and returns to the same account within {days}',
    },
    innocent: {
      nl: 'Grensarbeid, retourzendingen en leningen binnen een familie of een concern zien er net zo uit',
      fr: 'Le travail frontalier, les retours de marchandises et les prêts au sein d’une famille ou d’un groupe se présentent de la même façon',
      de: 'Grenzgänger, Rücksendungen und Darlehen in der Familie oder im Konzern sehen genauso aus',
      en: 'Cross-border work, returned goods, and loans within a family or a group of firms look the same',
    },
  },
  pass_through: {
    name: { nl: 'doorbetaling', fr: 'transit', de: 'Durchleitung', en: 'pass-through' },
    limit: {
      nl: 'minstens {count} van wat binnenkomt, gaat binnen {days} weer uit',
      fr: 'au moins {count} de ce qui entre ressort en {days}',
      de: 'mindestens {count} dessen, was eingeht, geht innerhalb von {days} wieder aus',
      en: 'at least {count} of what comes in goes out within {days}',
    },
    innocent: {
      nl: 'Spaargeld dat wordt opgenomen en uitgegeven, en wie voor een ander betaalt, ziet er net zo uit',
      fr: 'De l’épargne retirée puis dépensée et des paiements faits pour autrui se présentent de la même façon',
      de: 'Abgehobenes und ausgegebenes Erspartes und Zahlungen für andere sehen genauso aus',
      en: 'Savings that are taken out and spent, and paying on behalf of others, look the same',
    },
  },
  scatter_gather: {
    name: {
      nl: 'verspreiden en samenkomen',
      fr: 'dispersion puis regroupement',
      de: 'Verteilen und Zusammenführen',
      en: 'scatter-gather',
    },
    limit: {
      nl: 'minstens {count} rekeningen betalen binnen {days} aan één rekening door wat een andere hun betaalde',
      fr: 'au moins {count} comptes reversent à un seul, en {days}, ce qu’un autre leur a payé',
      de: 'mindestens {count} Konten geben innerhalb von {days} an ein Konto weiter, was ein anderes ihnen zahlte',
      en: 'at least {count} accounts pass on to one account, within {days}, what another one paid them',
    },
    innocent: {
      nl: 'Medewerkers of leden met eenzelfde uitgave en firma’s met dezelfde leveranciers zien er net zo uit',
      fr: 'Des employés ou des membres ayant une même dépense et des entreprises aux mêmes fournisseurs se présentent de la même façon',
      de: 'Beschäftigte oder Mitglieder mit derselben Ausgabe und Firmen mit denselben Lieferanten sehen genauso aus',
      en: 'Staff or members with one expense in common, and firms with the same suppliers, look the same',
    },
  },
  dormant: {
    name: {
      nl: 'drukte na een lange pauze',
      fr: 'activité après une longue pause',
      de: 'Betrieb nach langer Pause',
      en: 'activity after a long pause',
    },
    limit: {
      nl: 'minstens {count} transacties binnen {days} na een pauze van maanden',
      fr: 'au moins {count} transactions en {days} après une pause de plusieurs mois',
      de: 'mindestens {count} Transaktionen innerhalb von {days} nach einer Pause von Monaten',
      en: 'at least {count} transactions within {days} after a pause of months',
    },
    innocent: {
      nl: 'Een rekening voor de vakantie, seizoenswerk of de verkoop van een huis ziet er net zo uit',
      fr: 'Un compte pour les vacances, un travail saisonnier ou la vente d’une maison se présentent de la même façon',
      de: 'Ein Urlaubskonto, Saisonarbeit oder ein Hausverkauf sehen genauso aus',
      en: 'An account for holidays, seasonal work, or the sale of a house looks the same',
    },
  },
};
