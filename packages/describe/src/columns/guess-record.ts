import { inFour, joinWith, type Text } from '@samenbeeld/schema';
import type { Evidence } from '../column.ts';
import type { Guess } from '../guess.ts';
import { thresholds } from '../thresholds.ts';
import { measureOf } from './measures.ts';
import type { Concept } from './vocabulary.ts';

const eventSigns: readonly (readonly [concept: Concept, weight: number, what: Text])[] = [
  [
    'date',
    0.4,
    inFour(
      'een dag op elke rij',
      'un jour sur chaque ligne',
      'ein Tag in jeder Zeile',
      'a day in each row',
    ),
  ],
  ['substance', 0.15, inFour('een middel', 'une substance', 'ein Stoff', 'a substance')],
  [
    'reference',
    0.15,
    inFour(
      'een kenmerk op elke rij',
      'une référence sur chaque ligne',
      'ein Aktenzeichen in jeder Zeile',
      'a reference in each row',
    ),
  ],
  [
    'containerKey',
    0.2,
    inFour('containernummers', 'des numéros de conteneur', 'Containernummern', 'container numbers'),
  ],
  [
    'transportMode',
    0.2,
    inFour('vervoermiddelen', 'des moyens de transport', 'Verkehrsmittel', 'means of transport'),
  ],
  [
    'concealment',
    0.2,
    inFour(
      'manieren van verbergen',
      'des modes de dissimulation',
      'Arten des Versteckens',
      'ways of concealment',
    ),
  ],
  [
    'departureCountry',
    0.15,
    inFour(
      'een land van vertrek',
      'un pays de départ',
      'ein Abgangsland',
      'a country of departure',
    ),
  ],
  [
    'destinationCountry',
    0.1,
    inFour(
      'een land van bestemming',
      'un pays de destination',
      'ein Bestimmungsland',
      'a country of destination',
    ),
  ],
  [
    'coverLoadHs',
    0.2,
    inFour('een deklading', 'un chargement de couverture', 'eine Tarnladung', 'a cover load'),
  ],
  [
    'physicalSite',
    0.15,
    inFour(
      'een plek van inbeslagname',
      'un lieu de saisie',
      'ein Ort der Sicherstellung',
      'a site of seizure',
    ),
  ],
  [
    'unit',
    0.05,
    inFour(
      'een eenheid op elke rij',
      'une unité sur chaque ligne',
      'eine Einheit in jeder Zeile',
      'a unit in each row',
    ),
  ],
];

const aggregateSigns: typeof eventSigns = [
  [
    'period',
    0.4,
    inFour(
      'jaren of perioden',
      'des années ou périodes',
      'Jahre oder Zeiträume',
      'years or periods',
    ),
  ],
  [
    'periodPart',
    0.3,
    inFour(
      'delen van een jaar',
      'des parties d’une année',
      'Teile eines Jahres',
      'parts of a year',
    ),
  ],
  ['offence', 0.3, inFour('misdrijven', 'des infractions', 'Straftaten', 'offences')],
  [
    'offenceKey',
    0.3,
    inFour(
      'sleutels van misdrijven',
      'des clés d’infractions',
      'Schlüssel von Straftaten',
      'keys of offences',
    ),
  ],
  [
    'metric',
    0.2,
    inFour(
      'een maat op elke rij',
      'une mesure sur chaque ligne',
      'eine Größe in jeder Zeile',
      'a measure in each row',
    ),
  ],
  [
    'periodStart',
    0.4,
    inFour(
      'een eerste dag van de periode',
      'un premier jour de la période',
      'ein erster Tag des Zeitraums',
      'a first day of the period',
    ),
  ],
  [
    'periodEnd',
    0.3,
    inFour(
      'een laatste dag van de periode',
      'un dernier jour de la période',
      'ein letzter Tag des Zeitraums',
      'a last day of the period',
    ),
  ],
  [
    'publishedOn',
    0.2,
    inFour(
      'een dag van publicatie',
      'un jour de publication',
      'ein Tag der Veröffentlichung',
      'a day of publication',
    ),
  ],
  ['flag', 0.1, inFour('tekens', 'des signes', 'Zeichen', 'flags')],
];

const countedFinds: readonly [number, Text] = [
  0.8,
  inFour(
    'een aantal inbeslagnames',
    'un nombre de saisies',
    'eine Anzahl von Sicherstellungen',
    'a number of seizures',
  ),
];

/** What is counted at a control action, whatever was seized at it. */
const ofControls: ReadonlySet<string> = new Set([
  'vehicles_checked',
  'persons_checked',
  'persons_with_drugs',
  'scans',
]);
const countedAtControl: typeof countedFinds = [
  0.8,
  inFour(
    'wat bij een controle is geteld',
    'ce qui a été compté lors d’un contrôle',
    'was bei einer Kontrolle gezählt wurde',
    'what was counted at a control',
  ),
];

const wastewater =
  /wastewater|afvalwater|rioolwater|eaux us[ée]es|abwasser|kläranlage|rwzi|station d['’]épuration|metaboli[et]|m[ée]tabolite/iu;

/** What was seized, in Spanish, Portuguese and Italian; "sequestro di persona" is a kidnapping. */
const seizedSouth =
  'incautaci|decomis|aprehensi|apreens|sequestr(?!\\p{L}*\\s+(?:d[ie]\\s+)?person)';
const titleOfFinds = new RegExp(
  `inbeslagnames?|saisies?(?!\\p{L})|sicherstellung|seizures?|${seizedSouth}`,
  'iu',
);
const headingOfFinds = new RegExp(
  `inbeslag|saisie|sicherstell|seiz|drugs?|stup[eé]f|${seizedSouth}`,
  'iu',
);

const listedSigns = (signs: readonly (readonly [number, Text])[]): Text =>
  joinWith(
    signs.map(([, what]) => what),
    ', ',
  );

/** Whether the rows are single seizures or figures about a scope, by the columns that only one of them has. */
export function guessRecord(
  columns: readonly Evidence[],
  titles: readonly string[],
): Guess<'observation' | 'seizure'> {
  const present = (concept: Concept): boolean =>
    columns.some(
      ({ meanings: [first] }) =>
        first !== undefined &&
        first.concept === concept &&
        first.confidence >= thresholds.meaningTells,
    );
  const weigh = (signs: typeof eventSigns): readonly (readonly [number, Text])[] =>
    signs.flatMap(([concept, weight, what]) => (present(concept) ? [[weight, what] as const] : []));
  const event = weigh(eventSigns);
  const counts = (metrics: ReadonlySet<string>): boolean =>
    columns.some(
      ({ profile, meanings: [first] }) =>
        first?.concept === 'value' &&
        profile.most > 1 &&
        metrics.has(measureOf(profile.heading)?.set['metric'] ?? ''),
    );
  const aggregate = [
    ...weigh(aggregateSigns),
    // A row that says how many finds it counts is none of them; nor is one of a control.
    ...(counts(new Set(['seizures'])) ? [countedFinds] : []),
    ...(counts(ofControls) ? [countedAtControl] : []),
  ];
  const sum = (found: readonly (readonly [number, Text])[]): number =>
    found.reduce((all, [weight]) => all + weight, 0);
  const title = titleOfFinds.test(titles.join(' ')) ? 0.1 : 0;
  const dated = present('date');
  // A day and an amount alone are as well a transfer of money, or a birth.
  const seized =
    title > 0 ||
    columns.some(({ profile }) => headingOfFinds.test(profile.heading)) ||
    (
      [
        'substance',
        'containerKey',
        'transportMode',
        'concealment',
        'coverLoadHs',
        'physicalSite',
      ] as const
    ).some(present);
  // Residues in wastewater have a day and a substance, too.
  const sampled = columns.some(
    ({ profile }) =>
      measureOf(profile.heading)?.name === 'load' || wastewater.test(profile.heading),
  );
  const forSeizure = dated && seized && !sampled ? sum(event) + title : 0;
  const against = sum(aggregate) + 0.2;
  const value = forSeizure > against ? 'seizure' : 'observation';
  const [high, low] = value === 'seizure' ? [forSeizure, against] : [against, forSeizure];
  const confidence =
    Math.round(
      Math.min(0.97, 0.6 + 0.4 * ((high - low) / (high + low)) + (high > 0.6 ? 0.1 : 0)) * 100,
    ) / 100;
  if (dated && !seized && aggregate.length === 0)
    return {
      value: 'observation',
      confidence: 0.5,
      reason: inFour(
        'elke rij heeft een dag, maar niets zegt dat er die dag iets in beslag is genomen of geregistreerd',
        'chaque ligne a un jour, mais rien ne dit qu’on y ait saisi ou enregistré quelque chose',
        'jede Zeile hat einen Tag, aber nichts sagt, dass an ihm etwas sichergestellt oder erfasst wurde',
        'each row has a day, but nothing says that something was seized or recorded on it',
      ),
      alternatives: [{ value: 'seizure', confidence: 0.3, reason: listedSigns(event) }],
    };
  const seen = value === 'seizure' ? event : aggregate;
  const unseen = value === 'seizure' ? aggregate : event;
  return {
    value,
    confidence,
    reason:
      value === 'seizure'
        ? inFour(
            'elke rij is een gebeurtenis: {seen}',
            'chaque ligne est un événement : {seen}',
            'jede Zeile ist ein Ereignis: {seen}',
            'each row is an event: {seen}',
            { seen: listedSigns(seen) },
          )
        : seen.length > 0
          ? inFour(
              'de rijen zijn cijfers over een geheel: {seen}',
              'les lignes sont des chiffres sur un ensemble : {seen}',
              'die Zeilen sind Zahlen über eine Gesamtheit: {seen}',
              'rows are figures about a scope: {seen}',
              { seen: listedSigns(seen) },
            )
          : inFour(
              'geen kolom bevat een dag waarop iets in beslag is genomen',
              'aucune colonne ne contient un jour où l’on ait saisi quelque chose',
              'keine Spalte enthält einen Tag, an dem etwas sichergestellt wurde',
              'no column holds a day on which something was seized',
            ),
    alternatives: [
      {
        value: value === 'seizure' ? 'observation' : 'seizure',
        confidence: Math.round((1 - confidence) * 100) / 100,
        reason:
          unseen.length > 0
            ? listedSigns(unseen)
            : inFour(
                'niets spreekt ervoor',
                'rien ne le suggère',
                'nichts spricht dafür',
                'nothing speaks for it',
              ),
      },
    ],
  };
}
