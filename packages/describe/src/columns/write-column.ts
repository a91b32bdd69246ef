import { inFour, quoted, type Text } from '@samenbeeld/schema';
import { quotedAll } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { saysTotal } from '../totals/total-words.ts';
import { partsOf } from '../written.ts';
import { namesBeside } from './companions.ts';
import { flagColumnOf } from './flags.ts';
import { areStandsApart, writeStands } from './legal-status.ts';
import { nationality, saysMeasure } from './measures.ts';
import { type ColumnProfile, labelsOf } from './profile-column.ts';
import { measureOfAll, personCodes, type TableView } from './table-view.ts';
import type { Concept } from './vocabulary.ts';
import { writeAgencies } from './write-agencies.ts';
import { coded, country } from './write-coded.ts';
import { type CodeWriting, countsOthers, unitBehind, writeCodes } from './write-codes.ts';
import { isOffenceLabel, listedFields, offencesCounted, writeListed } from './write-listed.ts';
import { writeOffence } from './write-offence.ts';
import { writePlace } from './write-place.ts';
import { writeTime } from './write-time.ts';
import { countsOnly, writeUnit } from './write-unit.ts';
import { writeValue } from './write-value.ts';
import { ignored, mapped, type WrittenGuess } from './written-guess.ts';

/** Meanings that are one field as it stands. */
const simple: Readonly<Partial<Record<Concept, string>>> = {
  note: 'note',
  wordingPrinted: 'wordingPrinted',
  publication: 'publication',
  placeNote: 'placeNote',
  coverLoadHs: 'coverLoadHs',
};

/** What tells finds apart that figures are split by: whence, whither and how. */
const flows: ReadonlySet<Concept> = new Set([
  'departureCountry',
  'originCountry',
  'destinationCountry',
  'creditedTo',
  'transportMode',
  'concealment',
  'carrier',
]);

/** What only a seizure has. */
const events: ReadonlySet<Concept> = new Set([...flows, 'massBasis', 'placeLevel', 'coverLoadHs']);

/** What is asked of figures by origin, destination or way: that they are of all of them is nobody's choice until it is made. */
export function splitByFlow(heading: string): Text {
  return inFour(
    '{heading} is weggelaten, omdat geen veld van een observatie het bevat: mogen de cijfers van alle bij elkaar? Is er maar één nodig, sluit de andere rijen dan uit.',
    '{heading} est laissé de côté, aucun champ d’une observation ne le contenant : les chiffres de tous peuvent-ils être réunis ? S’il n’en faut qu’un, excluez les autres lignes.',
    '{heading} ist weggelassen, da kein Feld einer Beobachtung es enthält: Dürfen die Zahlen aller zusammenkommen? Werden nur die von einem gebraucht, die anderen Zeilen ausschließen.',
    '{heading} is left out, since no field of an observation holds it: may the figures of all of them come together? Where only one is wanted, exclude the other rows.',
    { heading: quoted(heading) },
  );
}

/** Places by what goods do there on their way: "haven van vertrek", "port d’embarquement", "Zielhafen". */
const onTheWay =
  /(?<!\p{L})(?:van|de|d['’]|of)\s?(?:vertrek|herkomst|oorsprong|bestemming|lading|lossing|départ|provenance|origine|destination|chargement|déchargement|embarquement|departure|origin|loading|discharge)(?!\p{L})|(?<!\p{L})(?:(?:vertrek|herkomst|bestemmings|laad|los)(?:lucht)?havens?|(?:abgangs|abfahrts|herkunfts|ziel|bestimmungs|verlade|lösch)(?:flug)?h[aä]fen|(?:departure|loading|destination|origin|discharge) (?:sea|air)?ports?)(?!\p{L})/iu;

/** What is asked of places on the way of goods: figures are of where they were counted. */
const countedThere = (heading: string): Text =>
  inFour(
    '{heading} zegt waarvandaan of waarheen het ging: zijn de cijfers ook daar geteld? Zo niet, laat de kolom weg en geef place onder constants.',
    '{heading} dit d’où cela venait ou où cela allait : les chiffres y ont-ils aussi été comptés ? Sinon, laissez la colonne de côté et donnez place sous constants.',
    '{heading} sagt, woher es kam oder wohin es ging: Sind die Zahlen auch dort gezählt worden? Wenn nicht, die Spalte weglassen und place unter constants angeben.',
    '{heading} says whence it came or where it went: were the figures counted there, too? Where not, leave the column out and give the place under constants.',
    { heading: quoted(heading) },
  );

/** What only an observation has. */
const claims: ReadonlySet<Concept> = new Set([
  'metric',
  'stat',
  'level',
  'wording',
  'wordingPrinted',
  'confidence',
  'extent',
  'placeNote',
  'publication',
]);

/** What labels that no list knows stand for. */
const whatMean = (labels: readonly string[]): Text =>
  inFour(
    'Wat {n:betekent|betekenen} {labels}?',
    'Que {n:signifie|signifient} {labels} ?',
    'Was {n:bedeutet|bedeuten} {labels}?',
    'What do {labels} mean?',
    { labels: quotedAll(labels, 6), n: labels.length },
  );

/** What makes containers of several files comparable, and hard to guess. */
const saltTold = inFour(
  'bewaard als hash onder de `salt` hierboven; met dezelfde `salt` in elke beschrijving van een beeld zijn containers te vergelijken',
  'conservé sous forme de hachage avec le `salt` ci-dessus ; le même `salt` dans chaque description d’un tableau rend les conteneurs comparables',
  'als Hash unter dem `salt` oben bewahrt; mit demselben `salt` in jeder Beschreibung eines Lagebilds sind Container vergleichbar',
  'kept as a hash under the `salt` above; the same `salt` in each description of a picture makes containers comparable',
);

/** A column of flags beside the figures: a status, and reasons for missing values. */
function flag(labels: readonly string[], view: TableView, heading: string): WrittenGuess {
  if (view.record === 'seizure')
    return {
      ...ignored(
        inFour(
          'een teken naast het cijfer',
          'un signe à côté du chiffre',
          'ein Zeichen neben der Zahl',
          'a mark beside the figure',
        ),
        [
          inFour(
            'Wat betekenen de tekens?',
            'Que signifient les signes ?',
            'Was bedeuten die Zeichen?',
            'What do the marks mean?',
          ),
        ],
      ),
      factor: 0.7,
    };
  if (labels.length === 0) {
    const codes = flagColumnOf(['b', 'd', 'e', 'f', 'n', 'p', 'r', 's', 'u']).status;
    return mapped({ to: 'status', codes } as { readonly to: string });
  }
  const { status, missing, unknown } = flagColumnOf(labels, view.legend);
  if (Object.keys(status).length + Object.keys(missing).length === 0)
    return {
      ...ignored(
        inFour(
          'tekens waarvan de betekenis niet bekend is',
          'signes dont le sens n’est pas connu',
          'Zeichen, deren Bedeutung nicht bekannt ist',
          'marks whose meaning is not known',
        ),
        [whatMean(labels)],
      ),
      factor: 0.6,
    };
  const otherwise = {
    to: null,
    reason: inFour(
      'de andere tekens zeggen iets anders',
      'les autres signes disent autre chose',
      'die anderen Zeichen sagen etwas anderes',
      'the other marks say something else',
    ),
  };
  const mappings = [
    ...(Object.keys(status).length > 0
      ? [
          {
            to: 'status',
            codes: status,
            ...(Object.keys(missing).length + unknown.length > 0 && { otherwise }),
          },
        ]
      : []),
    ...(Object.keys(missing).length > 0 ? [{ to: 'missing', codes: missing, otherwise }] : []),
  ];
  const [first] = mappings;
  return {
    to: first?.to ?? null,
    written: mappings.length === 1 && first ? first : mappings,
    crosswalks: [],
    decide: unknown.length > 0 ? [whatMean(unknown)] : [],
    factor: unknown.length > 0 ? 0.85 : 1,
    // Names that SDMX and CBS give to nothing else.
    proven: unknown.length === 0 && /^(?:OBS_(?:STATUS|FLAG)|ValueAttribute)$/u.test(heading),
    why: inFour(
      '{n} van de {of} {of:teken|tekens} {n:is|zijn} bekend',
      '{n} {n:signe|signes} sur {of} {n:est connu|sont connus}',
      '{n} von {of} Zeichen {n:ist|sind} bekannt',
      '{n} of {of} marks are known',
      { n: labels.length - unknown.length, of: labels.length },
    ),
  };
}

/** Words that say how figures are given, not what they count. */
const rate =
  /taux|rate|per \d|pour \d|je \d|relatief|aandeel|part|share|%|pourcentage|percentage/iu;
const statistic = new RegExp(
  `^(?:nombre|aantal|anzahl|number|counts?|total|totaal)$|${rate.source}`,
  'iu',
);

/** Numbers beside rates of the same: left out, and a person excludes the rates by name; null for other labels. */
function numberOrRate(labels: readonly string[]): WrittenGuess | null {
  if (labels.length === 0 || !labels.every((label) => statistic.test(label))) return null;
  const rates = labels.filter((label) => rate.test(label));
  const reason = inFour(
    'zegt of een rij een aantal of een verhouding is, niet wat er is geteld',
    'dit si une ligne est un nombre ou un taux, non ce qui a été compté',
    'sagt, ob eine Zeile eine Anzahl oder ein Verhältnis ist, nicht, was gezählt wurde',
    'says whether a row is a number or a rate, not what was counted',
  );
  if (rates.length === 0) return ignored(reason);
  return {
    ...ignored(reason, [
      inFour(
        'Rijen met {labels} zijn verhoudingen van de andere: sluit ze bij naam uit.',
        'Les lignes avec {labels} sont des taux des autres : excluez-les par leur nom.',
        'Zeilen mit {labels} sind Verhältnisse der anderen: namentlich ausschließen.',
        'Rows with {labels} are rates of the others: exclude them by name.',
        { labels: quotedAll(rates) },
      ),
    ]),
    factor: 0.95,
  };
}

function time(profile: ColumnProfile, field: string, view: TableView): WrittenGuess | null {
  const writing = writeTime(profile, field, view);
  if (!writing) return null;
  const [main] = [writing.written].flat();
  return {
    to: String(main?.['to'] ?? field),
    written: writing.written,
    crosswalks: [],
    decide: writing.decide,
    factor: writing.decide.length > 0 ? 0.92 : 1,
    why: writing.reason,
  };
}

/** What offices write where a column of persons narrows nothing. */
const allOfThem =
  /^(?:_?T|_Z|both sexes|all ages|all persons|les deux sexes|ensemble|tous âges|mannen en vrouwen|beide geslachten|alle leeftijden|alle altersgruppen|not applicable|unknown|onbekend|inconnue?|unbekannt)$/iu;

/** Whether another column before this one says the same of all rows, as a code beside its label. */
function isSaidBefore(profile: ColumnProfile, { columns }: TableView): boolean {
  const concept = columns.find((each) => each.profile === profile)?.meanings[0]?.concept;
  const [first] = columns.filter(
    ({ profile: each, meanings: [top] }) => top?.concept === concept && labelsOf(each).length === 1,
  );
  return first !== undefined && first.profile !== profile;
}

/** The column of words beside codes that say the same: the rows are split by it, and it is asked of. */
function inWords(profile: ColumnProfile, { columns }: TableView): ColumnProfile | null {
  const concept = columns.find((each) => each.profile === profile)?.meanings[0]?.concept;
  const beside = profile.words > 0 ? null : namesBeside(profile, columns);
  return beside?.column.meanings[0]?.concept === concept ? (beside?.column.profile ?? null) : null;
}

function split(profile: ColumnProfile, what: Text, reason: Text, view: TableView): WrittenGuess {
  const labels = labelsOf(profile);
  const worded = inWords(profile, view);
  if (worded !== null)
    return ignored(
      inFour(
        'zegt hetzelfde als {heading}; {reason}',
        'dit la même chose que {heading} ; {reason}',
        'sagt dasselbe wie {heading}; {reason}',
        'says the same as {heading}; {reason}',
        { heading: quoted(worded.heading), reason },
      ),
    );
  const [only] = labels;
  if (
    only === undefined ||
    (labels.length < 2 &&
      (saysTotal(only) ||
        allOfThem.test(only) ||
        isSaidBefore(profile, view) ||
        personCodes(view).includes(only)))
  )
    return ignored(
      inFour(
        'hetzelfde op elke rij; {reason}',
        'le même sur chaque ligne ; {reason}',
        'in jeder Zeile gleich; {reason}',
        'the same in every row; {reason}',
        { reason },
      ),
    );
  // Figures of one part alone are not those of the whole.
  if (labels.length < 2)
    return {
      ...ignored(reason, [
        inFour(
          'Elke rij is van {only} alleen ({what}), en niet van het geheel: weet wie ze leest dat? Zeg het in de definitie, of neem de cijfers van allen.',
          'Chaque ligne ne porte que sur {only} ({what}), et non sur l’ensemble : le lecteur le saura-t-il ? Dites-le dans la définition, ou prenez les chiffres de tous.',
          'Jede Zeile gilt nur für {only} ({what}), nicht für das Ganze: Erfährt das, wer sie liest? In der Definition sagen oder die Zahlen aller nehmen.',
          'Each row is of {only} alone ({what}), and not of the whole: will a reader know? Say so in the definition, or take the figures of all.',
          { only: quoted(only), what },
        ),
      ]),
      factor: 0.88,
    };
  return {
    ...ignored(reason, [
      inFour(
        'De rijen zijn gesplitst naar {what} ({labels}): houd met een regel onder exclude alleen het totaal over, anders tellen cijfers meer dan eens.',
        'Les lignes sont ventilées par {what} ({labels}) : ne gardez que le total par une règle sous exclude, sinon des chiffres comptent plus d’une fois.',
        'Die Zeilen sind nach {what} gegliedert ({labels}): mit einer Regel unter exclude nur die Summe behalten, sonst zählen Zahlen mehrfach.',
        'The rows are split by {what} ({labels}): keep only the total by an exclude rule, or figures count more than once.',
        { what, labels: quotedAll(labels, 6) },
      ),
    ]),
    factor: 0.88,
  };
}

/** A column of powers of ten by which the figures of SDMX are to be multiplied; null where it holds none but those of whole figures. */
function writePowers(profile: ColumnProfile): WrittenGuess | null {
  const { heading } = profile;
  const powers = labelsOf(profile).filter((label) => !/^(?:0|1|units?|0: units?)$/iu.test(label));
  if (!/^unit[ _]?mult/iu.test(heading) || powers.length === 0) return null;
  const said = { heading: quoted(heading), powers: quotedAll(powers, 4) };
  return {
    ...ignored(
      inFour(
        'waarmee de cijfers te vermenigvuldigen zijn, als macht van tien',
        'par quoi multiplier les chiffres, en puissance de dix',
        'womit die Zahlen zu multiplizieren sind, als Zehnerpotenz',
        'what the figures are to be multiplied by, as a power of ten',
      ),
      [
        inFour(
          '{heading} geeft {powers}, een macht van tien (3: duizenden, 6: miljoenen), en geldt niet voor elke uitgave hetzelfde. Schrijf het als times bij de cijfers, of vraag de bron om hele.',
          '{heading} donne {powers}, une puissance de dix (3 : milliers, 6 : millions), qui peut changer d’une édition à l’autre. Écrivez-le comme times aux chiffres, ou demandez à la source des nombres entiers.',
          '{heading} nennt {powers}, eine Zehnerpotenz (3: Tausend, 6: Millionen), die von Ausgabe zu Ausgabe anders sein kann. Als times bei den Zahlen angeben oder die Quelle um ganze bitten.',
          '{heading} says {powers}, a power of ten (3: thousands, 6: millions), which may differ from edition to edition. Write it as times at the figures, or ask the source for whole ones.',
          said,
        ),
      ],
    ),
    factor: 0.7,
  };
}

/** The units that stand behind the drugs of each row, where no column holds it and all have one, or the title says that of the others. */
function unitsBehind(
  labels: readonly string[],
  { columns, titled }: TableView,
): readonly Readonly<Record<string, unknown>>[] {
  const found = labels.map((label) => [label, unitBehind(label)?.unit] as const);
  const held = columns.some(
    ({ meanings: [top] }) =>
      top !== undefined &&
      ['unit', 'countUnit'].includes(top.concept) &&
      top.confidence >= thresholds.meaningLikely,
  );
  if (held || found.length === 0) return [];
  const codes = Object.fromEntries(found.flatMap(([label, unit]) => (unit ? [[label, unit]] : [])));
  if (Object.keys(codes).length === labels.length) return [{ to: 'unit', codes }];
  const others = Object.values(codes).filter((code) => code !== titled?.unit);
  return titled && others.length > 0
    ? [{ to: 'unit', codes, otherwise: { to: titled.unit, reason: titled.reason } }]
    : [];
}

/** What is asked where some drugs have a unit behind them and the title gives that of the others, since the next title may say another. */
function titleUnitAsked(
  behind: readonly Readonly<Record<string, unknown>>[],
  { titled }: TableView,
): readonly Text[] {
  const codes = behind.flatMap(({ otherwise, codes: own }) =>
    otherwise && own ? Object.keys(own) : [],
  );
  return codes.length === 0 || !titled
    ? []
    : [
        inFour(
          '{labels} {n:noemt|noemen} een eigen eenheid; de andere rijen staan in {unit}, zoals de titel zegt: geldt dat ook voor een volgende uitgave?',
          '{labels} {n:dit|disent} une unité à part ; les autres lignes sont en {unit}, comme le dit le titre : est-ce vrai aussi de l’édition suivante ?',
          '{labels} {n:nennt|nennen} eine eigene Einheit; die anderen Zeilen stehen in {unit}, wie der Titel sagt: gilt das auch für die nächste Ausgabe?',
          '{labels} {n:says|say} a unit of {n:its|their} own; the other rows are in {unit}, as the title says: does that hold for the next edition, too?',
          { labels: quotedAll(codes, 4), n: codes.length, unit: titled.unit },
        ),
      ];
}

/** Meanings of columns that give the place of a figure. */
const isOfPlace: ReadonlySet<Concept> = new Set(['place', 'country']);

/** A column of places; offences are counted in a town, and its port is meant where something speaks of ports or finds. */
function placesOf(labels: readonly string[], profile: ColumnProfile, view: TableView): CodeWriting {
  return writePlace(labels, profile.heading, view.language, view.country, {
    names: namesBeside(profile, view.columns)?.names ?? null,
    townsMeant: view.record === 'observation' && view.counts && !view.ofFinds,
  });
}

/** One meaning of a column in the words of a description, for the kind of record; null where its cells do not allow it. */
export function writeColumn(
  concept: Concept,
  profile: ColumnProfile,
  view: TableView,
): WrittenGuess | null {
  const labels = labelsOf(profile).slice(0, thresholds.crosswalkLabels);
  const seizure = view.record === 'seizure';
  if (seizure ? claims.has(concept) || concept === 'carrier' : events.has(concept))
    return {
      ...ignored(
        inFour(
          `geen veld van een ${seizure ? 'inbeslagname' : 'observatie'} bevat het`,
          `aucun champ d’une ${seizure ? 'saisie' : 'observation'} ne le contient`,
          `kein Feld einer ${seizure ? 'Sicherstellung' : 'Beobachtung'} enthält es`,
          `no field of ${seizure ? 'a seizure' : 'an observation'} holds it`,
        ),
        flows.has(concept) && !seizure && labels.filter((label) => !saysTotal(label)).length > 1
          ? [splitByFlow(profile.heading)]
          : [],
      ),
      factor: 0.85,
    };
  const given = concept === 'metric' ? numberOrRate(labels) : null;
  if (given) return given;
  const stands =
    concept === 'metric' && !seizure && areStandsApart(labels) && countsOnly(view)
      ? writeStands(labels)
      : null;
  // What the stand is of ("Victims of robbery") is kept in its own words.
  if (stands)
    return {
      ...stands,
      written: [
        ...partsOf(stands.written),
        { to: 'nationalCode' },
        ...offencesCounted(labels, view),
      ],
    };
  // "Intentional Homicide" under "Indicator": which offence is counted.
  if (concept === 'metric' && !seizure && labels.length === 1 && labels.every(isOffenceLabel))
    return writeColumn('offence', profile, view);
  if (concept === 'metric' && labels.length === 1) {
    const writing = writeCodes('metric', 'metrics', labels, view.language, 'metrics.csv');
    const isSaid = saysMeasure(labels[0] ?? '');
    const isKey = labels.every((label) => /^[A-Z\d]*\d[A-Z\d]*$/u.test(label));
    if (writing.found === 0 && (isSaid || (isKey && measureOfAll(view).some(saysMeasure))))
      return ignored(
        inFour(
          'de maat van alle rijen, die onder constants staat',
          'la mesure de toutes les lignes, qui figure sous constants',
          'die Größe aller Zeilen, die unter constants steht',
          'the measure of all rows, which stands under constants',
        ),
      );
    if (writing.found === 0)
      return {
        ...ignored(
          inFour(
            'dezelfde maat op elke rij',
            'la même mesure sur chaque ligne',
            'dieselbe Größe in jeder Zeile',
            'the same measure in every row',
          ),
          [
            inFour(
              'Wat meet {label}? De metric van alle rijen staat onder constants.',
              'Que mesure {label} ? La metric de toutes les lignes figure sous constants.',
              'Was misst {label}? Die metric aller Zeilen steht unter constants.',
              'What does {label} measure? The metric of all rows stands under constants.',
              { label: quoted(labels[0] ?? '') },
            ),
          ],
        ),
        factor: 0.95,
      };
  }
  const list = listedFields[concept];
  if (list) return writeListed(concept, list, labels, profile.heading, view);
  const plain = simple[concept];
  if (plain) return mapped({ to: plain });
  switch (concept) {
    case 'value':
      return writeValue(profile, view);
    case 'period':
      return time(profile, seizure ? 'date' : 'period', view);
    case 'date':
      return time(profile, seizure ? 'date' : 'period', view);
    case 'registeredOn':
      return seizure
        ? time(profile, 'registeredOn', view)
        : ignored(
            inFour(
              'wanneer de rij is opgeschreven',
              'quand la ligne a été écrite',
              'wann die Zeile aufgeschrieben wurde',
              'when the row was written down',
            ),
          );
    case 'periodPart':
      return seizure ? null : time(profile, 'period', view);
    case 'periodStart':
    case 'periodEnd':
      return seizure ? null : time(profile, concept, view);
    case 'publishedOn':
      return seizure
        ? ignored(
            inFour(
              'wanneer het is gepubliceerd',
              'quand cela a été publié',
              'wann es veröffentlicht wurde',
              'when it was published',
            ),
          )
        : mapped({ to: 'publishedOn' });
    case 'place': {
      const guess = coded(placesOf(labels, profile, view));
      return seizure || !onTheWay.test(profile.heading)
        ? guess
        : { ...guess, decide: [...guess.decide, countedThere(profile.heading)] };
    }
    case 'country':
      return country(profile, labels, view);
    case 'worldRegion':
      return ignored(
        inFour(
          'volgt uit het land',
          'résulte du pays',
          'folgt aus dem Land',
          'follows from the country',
        ),
      );
    case 'adminArea':
      return seizure
        ? {
            ...mapped({ to: 'note' }, [
              inFour(
                'De plaats binnen het land blijft een opmerking: is ze fijn genoeg om de plaats te zijn?',
                'Le lieu dans le pays est gardé comme note : est-il assez précis pour être le lieu ?',
                'Der Ort im Land bleibt ein Vermerk: ist er genau genug, um der Ort zu sein?',
                'The place within the country is kept as a note: is it fine enough to be the place?',
              ),
            ]),
            factor: 0.85,
          }
        : view.columns.some(({ meanings: [top] }) => top && isOfPlace.has(top.concept))
          ? mapped({ to: 'placeNote' })
          : coded(placesOf(labels, profile, view));
    case 'physicalSite':
      return {
        ...mapped({ to: seizure ? 'note' : 'placeNote' }, [
          inFour(
            'De soort plek blijft een opmerking; zegt ze op welke grondslag de rij telt (in beslag genomen in een haven)?',
            'Le genre de lieu est gardé comme note ; dit-il sur quelle base compte la ligne (saisi dans un port) ?',
            'Die Art des Ortes bleibt ein Vermerk; sagt sie, auf welcher Grundlage die Zeile zählt (in einem Hafen sichergestellt)?',
            'The kind of site is kept as a note; does it say on what basis the row counts (seized in a port)?',
          ),
        ]),
        factor: 0.85,
      };
    case 'transitCountry':
      return {
        ...ignored(
          inFour(
            'geen veld bevat een land van doorvoer',
            'aucun champ ne contient un pays de transit',
            'kein Feld enthält ein Durchfuhrland',
            'no field holds a country of transit',
          ),
        ),
        factor: 0.9,
      };
    case 'substance': {
      const writing = writeCodes(
        'substance',
        'substances',
        seizure ? labels : labels.filter((label) => !countsOthers(label)),
        view.language,
        'substances.csv',
      );
      const codes = Object.keys(writing.written).length === 1 || labels.length === 0;
      // A seizure is of something: what is narrower than its code is kept, and asked, rather than refused.
      const isNarrower = writing.crosswalks.some(({ rows }) =>
        rows.some(({ match }) => match === 'narrower'),
      );
      const written = {
        ...writing.written,
        ...(seizure && isNarrower && { accept: ['exact', 'narrower'] }),
      };
      const behind = unitsBehind(labels, view);
      const decide = [...writing.decide, ...titleUnitAsked(behind, view)];
      return coded({ ...writing, written, decide }, [
        ...(codes ? [] : [{ to: seizure ? 'substancePrinted' : 'nationalCode' }]),
        ...behind,
      ]);
    }
    case 'substanceGroup':
      return ignored(
        inFour(
          'volgt uit het middel',
          'résulte de la drogue',
          'folgt aus dem Stoff',
          'follows from the drug',
        ),
      );
    case 'offence':
    case 'offenceKey':
      return seizure ? null : writeOffence(concept, profile, labels, view);
    case 'unit':
    case 'countUnit':
      return writeUnit(concept, labels, view);
    case 'agencies':
      return writeAgencies(labels, profile.heading, view);
    case 'flag':
      return flag(labels, view, profile.heading);
    case 'confidentiality':
      return {
        ...ignored(
          inFour(
            'of het cijfer mag worden gepubliceerd; een cijfer dat niet wordt vrijgegeven, is leeg',
            'si le chiffre peut être publié ; un chiffre non diffusé est vide',
            'ob die Zahl veröffentlicht werden darf; eine zurückgehaltene Zahl ist leer',
            'whether the figure may be published; a figure that is kept back is empty',
          ),
        ),
        factor: 0.95,
      };
    case 'reference':
      return mapped(seizure ? { to: 'reference', as: 'hash' } : { to: 'reference' });
    case 'containerKey':
      return seizure
        ? { ...mapped({ to: 'containerKey', as: 'hash' }), why: saltTold }
        : ignored(
            inFour(
              'een containernummer',
              'un numéro de conteneur',
              'eine Containernummer',
              'a container number',
            ),
          );
    case 'arrests':
      return seizure
        ? mapped({ to: 'arrests', as: 'integer' })
        : mapped({ to: 'value', as: 'integer', set: { metric: 'arrests', unit: 'arrest' } } as {
            readonly to: string;
          });
    case 'definition':
      return {
        ...ignored(
          inFour(
            'welke telregel geldt',
            'quelle règle de comptage vaut',
            'welche Zählregel gilt',
            'which rule of counting holds',
          ),
          [
            inFour(
              'Voor welke definitie staat elk label? Schrijf ze onder definitions en wijs de kolom toe aan definition.',
              'Quelle définition désigne chaque libellé ? Écrivez-les sous definitions et attribuez la colonne à definition.',
              'Für welche Definition steht jede Bezeichnung? Unter definitions schreiben und die Spalte definition zuordnen.',
              'Which definition does each label stand for? Write them under definitions and map the column to definition.',
            ),
          ],
        ),
        factor: 0.8,
      };
    case 'containsOwn':
      return mapped({
        to: 'containsOwn',
        as: 'boolean',
        trueValues: ['true'],
        falseValues: ['false'],
      } as { readonly to: string });
    case 'channel':
      return {
        ...mapped({ to: 'note' }, [
          inFour(
            'Bepaalt het kanaal de grondslag van de rij (in beslag genomen in de post)?',
            'Le canal décide-t-il de la base de la ligne (saisi dans le courrier) ?',
            'Entscheidet der Weg über die Grundlage der Zeile (in der Post sichergestellt)?',
            'Does the channel decide the basis of the row (seized in post)?',
          ),
        ]),
        factor: 0.8,
      };
    case 'frequency':
      return ignored(
        inFour(
          'de periode zegt hoe vaak',
          'la période dit à quelle fréquence',
          'der Zeitraum sagt, wie oft',
          'the period says how often',
        ),
      );
    case 'administrative':
      return (
        writePowers(profile) ??
        ignored(
          inFour(
            'zegt hoe het bestand is gemaakt, niet wat er is geteld',
            'dit comment le fichier a été fait, non ce qui a été compté',
            'sagt, wie die Datei entstand, nicht, was gezählt wurde',
            'says how the file was made, not what was counted',
          ),
        )
      );
    case 'hour':
      return ignored(
        inFour(
          'het uur, dat geen veld bevat',
          'l’heure, qu’aucun champ ne contient',
          'die Stunde, die kein Feld enthält',
          'the hour, which no field holds',
        ),
      );
    case 'correction':
      return ignored(
        inFour(
          'zegt hoe de cijfers zijn gecorrigeerd, niet wat er is geteld',
          'dit comment les chiffres ont été corrigés, non ce qui a été compté',
          'sagt, wie die Zahlen berichtigt wurden, nicht, was gezählt wurde',
          'says how the figures were corrected, not what was counted',
        ),
      );
    case 'areaKind':
      return ignored(
        inFour(
          'het gebied, of de soort ervan, volgt uit de plaats',
          'le territoire, ou son genre, résulte du lieu',
          'das Gebiet oder seine Art folgt aus dem Ort',
          'the area, or its kind, follows from the place',
        ),
      );
    case 'sex':
      return split(
        profile,
        inFour('geslacht', 'sexe', 'Geschlecht', 'sex'),
        inFour(
          'geslacht is geen dimensie van een criminaliteitsbeeld',
          'le sexe n’est pas une dimension du tableau de la criminalité',
          'Geschlecht ist keine Dimension eines Lagebilds',
          'sex is no dimension of a crime picture',
        ),
        view,
      );
    case 'age':
      return split(
        profile,
        inFour('leeftijd', 'âge', 'Alter', 'age'),
        inFour(
          'leeftijd is geen dimensie van een criminaliteitsbeeld',
          'l’âge n’est pas une dimension du tableau de la criminalité',
          'Alter ist keine Dimension eines Lagebilds',
          'age is no dimension of a crime picture',
        ),
        view,
      );
    case 'nationality':
      return split(
        profile,
        inFour('nationaliteit', 'nationalité', 'Staatsangehörigkeit', 'nationality'),
        nationality,
        view,
      );
    case 'background':
      return split(
        profile,
        inFour(
          'migratieachtergrond',
          'origine migratoire',
          'Migrationshintergrund',
          'migration background',
        ),
        inFour(
          'migratieachtergrond is geen dimensie van een criminaliteitsbeeld',
          'l’origine migratoire n’est pas une dimension du tableau de la criminalité',
          'Migrationshintergrund ist keine Dimension eines Lagebilds',
          'migration background is no dimension of a crime picture',
        ),
        view,
      );
    case 'legalStatus':
      return (
        (countsOnly(view) ? writeStands(labelsOf(profile)) : null) ??
        split(
          profile,
          inFour('rechtsstatus', 'statut juridique', 'Rechtsstellung', 'legal status'),
          inFour(
            'rechtsstatus is geen dimensie van een criminaliteitsbeeld',
            'le statut juridique n’est pas une dimension du tableau de la criminalité',
            'Rechtsstellung ist keine Dimension eines Lagebilds',
            'legal status is no dimension of a crime picture',
          ),
          view,
        )
      );
    case 'person':
      return ignored(
        inFour(
          'persoonsgegevens: een criminaliteitsbeeld heeft geen veld voor een persoon',
          'données personnelles : un tableau de la criminalité n’a pas de champ pour une personne',
          'personenbezogene Daten: ein Lagebild hat kein Feld für eine Person',
          'personal data: a crime picture has no field for a person',
        ),
        [
          inFour(
            'De kop noemt personen: haal de kolom bij de bron weg.',
            'L’en-tête nomme des personnes : retirez la colonne à la source.',
            'Die Überschrift nennt Personen: die Spalte an der Quelle entfernen.',
            'The heading names persons: take the column out at the source.',
          ),
        ],
      );
    default:
      return null;
  }
}
