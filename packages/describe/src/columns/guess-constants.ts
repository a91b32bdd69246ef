import { massBasisIn } from '@samenbeeld/ingest';
import {
  inFour,
  type Language,
  listedTexts,
  ownValue,
  places,
  quoted,
  type Text,
  units,
} from '@samenbeeld/schema';
import type { ColumnGuess, ConstantGuess } from '../column.ts';
import { escaped } from '../escaped.ts';
import { type Guess, guessOf } from '../guess.ts';
import { codesOf } from '../mapped-codes.ts';
import { areTrades } from '../persons/trades.ts';
import { clauses, fileSays, quotedAll } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { saysTotal } from '../totals/total-words.ts';
import { cellsOf, fieldIn, groupsIn, isFigure, isFigureField, partsOf, setIn } from '../written.ts';
import { basis, onlyBasis, registered, splitsBySubstance } from './guess-basis.ts';
import { pksKeyIn } from './guess-country.ts';
import { amounts, measureOf, metricOfWords, priceUnit } from './measures.ts';
import { labelsOf } from './profile-column.ts';
import {
  dataSets,
  measureOfAll,
  personCodes,
  saidOfAll,
  type TableView,
  unnamedCount,
} from './table-view.ts';
import { isPeriod, narrowsYear, yearPattern, yearsIn } from './time-shape.ts';
import { titleScope } from './title-scope.ts';
import { titleUnit } from './title-unit.ts';
import { areDealings, goesOnPlainly, titleWords } from './title-words.ts';
import { isWeight, thingCounted, unitWithin } from './unit-words.ts';
import { perhapsTowns } from './write-place.ts';

/** Offences by which an FIU splits its reports and files, which are no offences themselves. */
const predicate =
  /predicate|gronddelict|onderliggend|sous-jacent|vortat|dossiers?|d[ée]claration|melding|disclosure|\bFIU\b|CTIF|\bCRF\b|tracfin/iu;

/** Words of what is reported to an FIU, and of who reports it. */
const toFiu =
  /transa[ck]|verdacht|soup[çc]on|suspicious|suspect|\bFIU\b|wwft|CTIF|\bCFI\b|\bCRF\b|tracfin|bank|banque|credit|crédit|kredit/iu;

/** Metrics of what is reported to an FIU, and words that name nothing else: offences beside them are those reported. */
const reported: ReadonlySet<string> = new Set([
  'unusual_transactions',
  'str_transactions',
  'str_reports',
]);
const onlyToFiu =
  /(?:verdachte|ongebruikelijke|unusual) transa[ck]|transactions? suspectes?|soup[çc]on|op[ée]rations? suspectes?|suspicious (?:transaction|activit)|verdachtsmeld|(?<!\p{L})(?:FIU|CTIF|CRF|tracfin)(?!\p{L})/iu;

/** Kinds of offences that only the police register, and codes of their schemes. */
const registeredKinds =
  /^ICCS\d|^CRI\d{4}|^T001161|^\d\.\d\.\d+(?:\s|$)|^[\d*]{6}$|diefstal|inbraak|mishandel|vernieling|(?<!\p{L})vols?(?!\p{L})|cambriolage|coups et blessures|homicide|diebstahl|körperverletzung|sachbesch|theft|burglary|assault|robbery/iu;

/** Kinds of the scheme in which the Dutch police register, as they and CBS write them. */
const dutchKinds = /^(?:CRI\d{4}|T001161|\d\.\d\.\d+(?: .+)?)\s*$/u;

/** Words of what is not what police registered, though it may be split by their kinds of offences; "OM" prosecutes, "om" is a word. */
const judged =
  /(?<!\p{L})(?:OM|[Rr]echter\p{L}*|[Rr]echtbank\p{L}*|[Ss]trafza\p{L}+|[Vv]eroorde\p{L}+|[Ss]lachtofferschap|[Oo]ndervonden|[Vv]ervolg\p{L}*|[Cc]ondamn\p{L}*|[Jj]ustice|[Vv]ictimation|[Vv]erurteil\p{L}*|[Aa]bgeurteil\p{L}*|[Ss]trafverfolgungsstatistik|[Ss]trafurteil\p{L}*|[Cc]onvict\p{L}*|[Ss]entenced|[Pp]risoners?|[Ii]nmates?|[Gg]edetineerde\p{L}*|[Gg]evangenen|[Dd]étenue?s?|[ÉéE]croué\p{L}*|[Ss]trafgefangene\p{L}*|[Gg]efangene\p{L}*|[Ii]nhaftierte\p{L}*|[Hh]äftlinge?)(?!\p{L})/u;

/** Words by which every row says that persons were asked, and nothing was registered; an "enquête judiciaire" is no such thing. */
const surveyed =
  /(?<!\p{L})(?:enquêtes?(?! (?:judiciaires?|pénales?|préliminaires?|policières?))|\p{L}*surveys?|\p{L}*befragung(?:en)?|viktimisierung\p{L}*|victimi[sz]ation|veiligheidsmonitor)(?!\p{L})/iu;

/** What every row says of who was asked, where the figures are those of a survey. */
function surveyOf(view: TableView): string | null {
  return saidOfAll(view).find((label) => surveyed.test(label)) ?? null;
}

/** What only the police of a country head so; in Belgium the same words are used. */
const registeredWords = /geregistreerde[ _]?(?:misdrijven|criminaliteit)/iu;

/** Who registered what is counted, where only one service writes such kinds or such a heading; `place` is that of all figures. */
function registeredBy(
  view: TableView,
  text: string,
  place: string | undefined,
): Guess<string> | null {
  const { columns, country } = view;
  if (judged.test(text) || surveyOf(view) !== null) return null;
  const words = registeredWords.exec(text)?.[0];
  if (words !== undefined && country?.country === 'NL')
    return guessOf(
      'NL_POL',
      0.88,
      inFour(
        '{words} zijn wat de politie registreerde',
        '{words} : ce que la police a enregistré',
        '{words}: was die Polizei erfasst hat',
        '{words} are those that the police registered',
        { words: quoted(words) },
      ),
    );
  for (const { profile, meanings } of columns) {
    const labels = labelsOf(profile);
    // Each Land writes these keys, and for all of Germany the BKA does.
    const key = place === 'DE' && meanings[0]?.concept === 'offenceKey' ? pksKeyIn(profile) : null;
    if (key !== null)
      return guessOf(
        'DE_BKA',
        0.88,
        inFour(
          '{key} is een sleutel van de PKS, die voor heel Duitsland van het BKA komt',
          '{key} est une clé de la PKS, que le BKA tient pour toute l’Allemagne',
          '{key} ist ein Schlüssel der PKS, die für ganz Deutschland vom BKA kommt',
          '{key} is a key of the PKS, which for all of Germany comes from the BKA',
          { key: quoted(key) },
        ),
      );
    const kinds = labels.filter((label) => dutchKinds.test(label)).length;
    const isOffence = ['offence', 'offenceKey'].includes(meanings[0]?.concept ?? '');
    if (isOffence && kinds >= 2 && kinds * 2 >= labels.length)
      return guessOf(
        'NL_POL',
        0.9,
        inFour(
          '{kinds} soorten van de indeling waarin de Nederlandse politie registreert',
          '{kinds} genres de la nomenclature de la police néerlandaise',
          '{kinds} Arten der Systematik, in der die niederländische Polizei erfasst',
          '{kinds} kinds of the scheme in which the Dutch police register',
          { kinds },
        ),
      );
    if (labels.some((label) => /unspecified\/undistinguished/iu.test(label)))
      return guessOf(
        'UNODC',
        0.88,
        inFour(
          'zo verwoordt de UNODC de middelen in haar jaarlijkse vragenlijst',
          'l’ONUDC nomme ainsi les drogues de son questionnaire annuel',
          'so benennt das UNODC die Drogen in seinem jährlichen Fragebogen',
          'UNODC words the drugs of its yearly questionnaire so',
        ),
      );
    if (/^unit[eé][._ ]de[._ ]compte$/iu.test(profile.heading))
      return guessOf(
        'FR_PN+FR_GN',
        0.9,
        inFour(
          '{heading} is hoe het SSMSI noemt wat politie en gendarmerie registreerden',
          '{heading} : ainsi le SSMSI intitule ce que police et gendarmerie ont enregistré',
          'mit {heading} überschreibt das SSMSI, was Polizei und Gendarmerie erfasst haben',
          '{heading} is how SSMSI heads what police and gendarmerie registered',
          { heading: quoted(profile.heading) },
        ),
      );
  }
  return null;
}

/** Whether the rows are kinds of offences as police register them: two of them at least or those of ICCS, and the column is surely one of offences. */
function splitByRegistered({ columns }: TableView): boolean {
  return columns.some(
    ({ profile, meanings: [first] }) =>
      first !== undefined &&
      ['offence', 'offenceKey'].includes(first.concept) &&
      first.confidence >= thresholds.offencesCounted &&
      (/(?<!\p{L})ICCS(?!\p{L})/iu.test(profile.heading) ||
        labelsOf(profile).filter((label) => registeredKinds.test(label)).length >= 2),
  );
}

/** Metrics that words in a title name so that nothing else is meant. */
const plainMetrics: ReadonlySet<string> = new Set([
  'seizures',
  'population',
  'wastewater_load',
  ...reported,
]);

/** A title of offences that police recorded, and of none that were cleared, had victims or are a rate. */
const recordedTitle =
  /police[- ]recorded (?:offences?|crimes?)|(?<!\p{L})(?:recorded (?:offences|crimes?)|(?:geregistreerde|door de politie geregistreerde) (?:\p{L}*(?:misdrijven|criminaliteit|delicten)|feiten)|(?:infractions|crimes et délits|faits|délits) (?:déclarée?s|enregistrée?s|constatée?s|recensée?s)|(?:polizeilich |polizeilich erfasste |registrierte |erfasste )\p{L}*(?:straftaten|delikte))/iu;
const otherThanRecorded =
  /%|thousand|duizend|millier|tausend|per ?cent|procent|prozent|pour ?cent|évolution|evolution|ver[aä]nder|variation|change|victim|slachtoffer|(?<!\p{L})opfer|opgehelder|aufgekl|élucid|clear|(?<!\p{L})(?:taux|rate|index|part|aandeel|anteil|share)(?!\p{L})|(?<!\p{L})(?:per|pour|par|je|sur|op|auf)\s*(?:\d|mille|cent|duizend|honderd|tausend|hundert|hundred|thousand|head|capita|inw|hab|einw)|préjudice|schade|condamn|jug[ée]/iu;

/** What may stand before recorded offences in a title that is of nothing else: a number, how many there were. */
const leading =
  /^\P{L}*(?:(?:table|tableau|tabelle|tabel)\P{L}+)?(?:(?:total|totaal|all|alle|tous|police|politie)\P{L}+)?(?:numbers? of |aantal |nombre (?:\p{Ll}+ )?(?:de |d['’]|des )|anzahl (?:der )?)?(?:police\P{L}+)?$/iu;

/** Whether a line of a title is of offences that police recorded, and says no more of them. */
function namesRecorded(titled: string): boolean {
  return titled.split('\n').some((line) => {
    const found = recordedTitle.exec(line);
    if (!found) return false;
    const { index, 0: words } = found;
    return leading.test(line.slice(0, index)) && goesOnPlainly(line.slice(index + words.length));
  });
}

/** Whether a title is of the number of what some words name ("Nombre mensuel de mis en cause"), and says no more of it. */
function countsFirst(titled: string, words: RegExp): boolean {
  const [, rest = ''] =
    /^\s*(?:aantal|nombre|anzahl|number)(?:\s+\p{Ll}+)?(?:\s+(?:de|d['’]|der|of|von)\s*|\s+)(.*)/iu.exec(
      titled,
    ) ?? [];
  return beginsPlainly(rest, words);
}

/** Whether a line of a title is what some words name, and behind a colon of where and by what ("Suspects: Germany, years"). */
function titlesFirst(titled: string, words: RegExp): boolean {
  return titled.split('\n').some((line) => {
    const found = words.exec(line.trim());
    return found?.index === 0 && /^\s*:\s/u.test(line.trim().slice(found[0].length));
  });
}

/** What a statistic of the police is called, whatever its table counts. */
const statisticName =
  /(?<!\p{L})(?:police crime statistics|polizeiliche kriminalstatistik|(?:politi[ëe]le )?criminaliteitsstatistiek(?:en)?|statistiques? polici[èe]res? de criminalité)(?!\p{L})/giu;

/** Whether a label begins with what some words name, and says no more of it than of what, where or by whom. */
function beginsPlainly(label: string, words: RegExp): boolean {
  const found = words.exec(label);
  return found?.index === 0 && goesOnPlainly(label.slice(found[0].length).replace(/^\p{L}+/u, ''));
}

/** Headings of figures of one sex each. */
const sexHeading =
  /^(?:mannen|vrouwen|hommes|femmes|männer|frauen|männlich|weiblich|men|women|males?|females?)$/iu;

/** Whether one of the columns surely has one of some meanings. */
function isSplitBy({ columns }: TableView, concepts: readonly string[]): boolean {
  return columns.some(
    ({ meanings: [first] }) =>
      first && concepts.includes(first.concept) && first.confidence > thresholds.meaningTells,
  );
}

/** What rates are of. */
const bases: ReadonlySet<string> = new Set(['population', 'dwellings']);

/** Headings that speak for all figures: those of several columns of figures do where all name the same. */
function sharedHeadings(columns: readonly ColumnGuess[]): readonly string[] {
  const figures = columns.flatMap(({ kind, to, headings: [name = ''] }) =>
    kind === 'column' && isFigureField(to) ? [name] : [],
  );
  const others = columns.flatMap(({ kind, to, headings }) =>
    // A rate per inhabitants says nothing of what it is a rate of, nor do inhabitants that are left out of what stands beside them.
    kind === 'fold' || to === null
      ? headings.filter((name) => {
          const measure = measureOf(name)?.name ?? '';
          return measure !== 'rate' && (kind === 'fold' || !bases.has(measure));
        })
      : [],
  );
  const named = metricOfWords.find(([words]) => words.test(figures[0] ?? ''))?.[0];
  const isShared = figures.length < 2 || (named && figures.every((name) => named.test(name)));
  return isShared ? [...figures, ...others] : others;
}

type MetricWords = (typeof metricOfWords)[number];

/**
 * Of persons or reports and the offences they are of, what a title names first is what it counts: "interpellations pour infraction",
 * "déclarations de soupçon par infraction".
 */
function nearestFirst(found: readonly MetricWords[], titled: string): readonly MetricWords[] {
  const at = ([words]: MetricWords): number => words.exec(titled)?.index ?? Infinity;
  const [first, ...others] = found;
  const counted = others.find(
    ([, name]) => name === 'suspects' || name === 'arrests' || reported.has(name),
  );
  return first?.[1] === 'offences' && counted && at(counted) < at(first)
    ? [counted, ...found.filter((each) => each !== counted)]
    : found;
}

/** Seizures as things of which there are so many; those of a drug may be amounts of it. */
const seizuresNamed =
  /(?<!\p{L})(?:\p{L}*seizures|inbeslagnames|inbeslagnemingen|saisies|\p{L}*sicherstellungen|beschlagnahmungen)(?!\p{L}|\s(?:of|van|von|de|du|des|d['’]))/iu;

/** Whether a title is of seizures, and all figures are whole and in no unit. */
function countsSeizures(
  view: TableView,
  columns: readonly ColumnGuess[],
  around: string,
  titled: string,
): boolean {
  const figures = columns.flatMap(({ written }) => partsOf(written).map(cellsOf).filter(isFigure));
  const areBare = figures.every(
    (cells) => (cells as { readonly as?: string }).as === 'integer' && !setIn(cells)['unit'],
  );
  const hasUnit =
    view.titled !== null ||
    unitWithin(around, view.language) !== null ||
    columns.some(({ to }) => to === 'unit') ||
    columns.some(({ headings: [name = ''] }) => measureOf(name)?.name === 'quantity');
  return figures.length > 0 && areBare && !hasUnit && seizuresNamed.test(titled);
}

/** Whether rows are split by drug, and a column of units gives some of them a weight. */
function weighsDrugs({ columns, language }: TableView): boolean {
  return (
    columns.some(splitsBySubstance) &&
    columns.some(
      ({ profile, meanings: [top] }) =>
        top?.concept === 'unit' &&
        labelsOf(profile).some((label) => {
          const match = units.lookup(label, language);
          return match.kind === 'exact' && isWeight(match.entry.code);
        }),
    )
  );
}

/** A note to a mark, which says nothing of all figures. */
const markNote = /^["\s]*(?:\(?(?:\d{1,2}|\p{Ll})\)|[*†‡¹²³]+)/u;

/** What is measured, by title, headings and file name (`titled` without headings), else by how the rows are split. */
function metric(
  view: TableView,
  around: string,
  titled: string,
  kindsInHeadings: boolean,
  columns: readonly ColumnGuess[],
): ConstantGuess | null {
  const everyRow = (name: string, label: string): ConstantGuess =>
    guessOf(
      name,
      0.88,
      inFour(
        'elke rij zegt {label}',
        'chaque ligne dit {label}',
        'jede Zeile sagt {label}',
        'every row says {label}',
        { label: quoted(label) },
      ),
    );
  const [label, ...labels] = measureOfAll(view);
  const stated = label === undefined ? null : measureOf(label);
  if (label !== undefined && labels.length === 0 && stated?.set['metric'])
    return everyRow(stated.set['metric'], label);
  const begun = metricOfWords.flatMap(([words, name]) =>
    ['arrests', 'suspects'].includes(name)
      ? saidOfAll(view).flatMap((each) =>
          beginsPlainly(each, words) ? [[name, each] as const] : [],
        )
      : [],
  );
  const [first] = begun;
  if (first && begun.every(([name]) => name === first[0])) return everyRow(...first);
  // Persons are no offences, though each row names the offence they are suspected of.
  const persons = personCodes(view);
  const areVictims = persons.every((code) => code.startsWith('PER_VIC'));
  if (persons.length > 0)
    return {
      ...guessOf(
        areVictims ? 'offences' : 'suspects',
        areVictims || persons.every((code) => code === 'PER_SUSP') ? 0.88 : 0.4,
        inFour(
          'de rijen tellen personen: {label}',
          'les lignes comptent des personnes : {label}',
          'die Zeilen zählen Personen: {label}',
          'the rows count persons: {label}',
          { label: quotedAll(persons) },
        ),
      ),
      ...(!areVictims && !persons.includes('PER_SUSP') && { standsIn: true }),
    };
  const unnamedText = around.replaceAll(statisticName, ' ');
  const isNamed = metricOfWords.some(([words]) => words.test(unnamedText));
  // What is weighed drug by drug is no number of offences, whatever a title speaks of.
  const weighed = weighsDrugs(view);
  const [found, ...others] = nearestFirst(
    metricOfWords.filter(
      ([words, name]) =>
        words.test(isNamed ? unnamedText : around) && !(weighed && registered.has(name)),
    ),
    titled,
  );
  // What police register by kinds of offences are no reports to an FIU, whatever a name calls them.
  const ofPolice = found?.[1] === 'str_reports' && splitByRegistered(view) && !toFiu.test(around);
  const court = judged.exec(around)?.[0] ?? surveyOf(view);
  const offence = kindsInHeadings || isSplitBy(view, ['offence', 'offenceKey']);
  if (court !== null && (found ? found[1] === 'offences' : offence))
    return {
      ...guessOf(
        'offences',
        0.3,
        inFour(
          '{court} wijst op wat rechters, aanklagers, gevangenissen of ondervraagden tellen, en niet op wat de politie registreerde: daarvoor bestaat geen metric',
          '{court} désigne ce que comptent tribunaux, parquets, prisons ou enquêtes, et non ce que la police a enregistré : aucune metric ne le contient',
          '{court} weist auf das hin, was Gerichte, Staatsanwälte, Gefängnisse oder Befragungen zählen, und nicht auf das, was die Polizei erfasst hat: dafür gibt es keine metric',
          '{court} points to what courts, prosecutors, prisons or surveys count, and not to what the police registered: no metric holds it',
          { court: quoted(court) },
        ),
      ),
      standsIn: true,
    };
  const unnamed = unnamedCount(view);
  if (unnamed !== null && (found ? found[1] === 'offences' : offence))
    return {
      ...guessOf(
        'offences',
        0.3,
        inFour(
          'de gegevensverzameling telt {unnamed}, en geen metric heet zo',
          'le jeu de données compte {unnamed}, et aucune metric ne porte ce nom',
          'der Datensatz zählt {unnamed}, und keine metric heißt so',
          'the data set counts {unnamed}, and no metric is called so',
          { unnamed: quoted(unnamed) },
        ),
      ),
      standsIn: true,
    };
  if (found && !ofPolice) {
    const [words, name] = found;
    const byPredicate = reported.has(name) && onlyToFiu.test(titled);
    const among = others.filter(
      ([, other]) =>
        other !== name &&
        !(name === 'seizures' && other === 'quantity') &&
        !(byPredicate && other === 'offences'),
    );
    if (name === 'quantity' && words !== amounts && countsSeizures(view, columns, around, titled))
      return guessOf(
        'seizures',
        0.6,
        inFour(
          '{said}: gehele getallen zonder eenheid, dus eerder hoe vaak dan hoeveel',
          '{said} : des nombres entiers sans unité, donc plutôt combien de fois que quelle quantité',
          '{said}: ganze Zahlen ohne Einheit, also eher wie oft als wie viel',
          '{said}: whole numbers without a unit, so rather how often than how much',
          { said: quoted(seizuresNamed.exec(titled)?.[0] ?? '') },
        ),
        [
          {
            value: 'quantity',
            confidence: 0.4,
            reason: inFour(
              'de cijfers kunnen hoeveelheden zijn',
              'les chiffres peuvent être des quantités',
              'die Zahlen können Mengen sein',
              'the figures may be amounts',
            ),
          },
        ],
      );
    const inTitle = words.test(titled) && (plainMetrics.has(name) || words === amounts);
    const only = among.length === 0 && !predicate.test(around);
    const byOffence = name === 'offences' && only && offence;
    // Offences beside persons that the title is of are those of the persons.
    const isTitled =
      name !== 'offences' &&
      titlesFirst(titled, words) &&
      among.every(([, other]) => other === 'offences') &&
      !predicate.test(around);
    const isRecorded =
      registered.has(name) &&
      (isTitled ||
        (only && (name === 'offences' ? namesRecorded(titled) : countsFirst(titled, words)))) &&
      !otherThanRecorded.test(titled) &&
      !judged.test(around);
    const plain = (inTitle && among.length === 0 && (byPredicate || !offence)) || isRecorded;
    return guessOf(
      name,
      byOffence || plain ? 0.88 : 0.75,
      inFour(
        `titel, koppen of bestandsnaam zeggen {said}${byOffence ? ', en de rijen zijn gesplitst naar misdrijf' : ''}`,
        `le titre, les en-têtes ou le nom du fichier disent {said}${byOffence ? ', et les lignes sont ventilées par infraction' : ''}`,
        `Titel, Überschriften oder Dateiname sagen {said}${byOffence ? ', und die Zeilen sind nach Straftat gegliedert' : ''}`,
        `title, headings or file name say {said}${byOffence ? ', and the rows are split by offence' : ''}`,
        { said: quoted(words.exec(around)?.[0] ?? '') },
      ),
    );
  }
  if (offence)
    return guessOf(
      'offences',
      ofPolice ? 0.6 : splitByRegistered(view) && !predicate.test(around) ? 0.86 : 0.8,
      inFour(
        'de rijen zijn gesplitst naar misdrijf',
        'les lignes sont ventilées par infraction',
        'die Zeilen sind nach Straftat gegliedert',
        'the rows are split by offence',
      ),
    );
  const substance = view.columns.find(splitsBySubstance);
  if (substance && /metaboli[et]|m[ée]tabolite/iu.test(substance.profile.heading))
    return guessOf(
      'wastewater_load',
      /(?<!\p{L})(?:mean|load|gemiddeld\p{L}*|vracht|moyenne|charge|mittel\p{L}*|fracht)(?!\p{L})/iu.test(
        around,
      )
        ? 0.88
        : 0.8,
      inFour(
        '{heading} wordt in afvalwater gevonden',
        '{heading} se trouve dans les eaux usées',
        '{heading} findet sich im Abwasser',
        '{heading} is found in wastewater',
        { heading: quoted(substance.profile.heading) },
      ),
    );
  if (substance)
    return guessOf(
      'quantity',
      0.5,
      inFour(
        'de rijen zijn gesplitst naar middel',
        'les lignes sont ventilées par substance',
        'die Zeilen sind nach Stoff gegliedert',
        'the rows are split by substance',
      ),
      [
        {
          value: 'seizures',
          confidence: 0.4,
          reason: inFour(
            'de cijfers kunnen aantallen inbeslagnames zijn',
            'les chiffres peuvent être des nombres de saisies',
            'die Zahlen können Anzahlen von Sicherstellungen sein',
            'the figures may be numbers of seizures',
          ),
        },
      ],
    );
  const sexes = view.columns.filter(({ profile }) => sexHeading.test(profile.heading.trim()));
  return sexes.length >= 2 || (isSplitBy(view, ['sex']) && isSplitBy(view, ['age']))
    ? guessOf(
        'population',
        0.7,
        inFour(
          'personen naar geslacht, van geen misdrijf en geen middel',
          'personnes par sexe, sans infraction ni substance',
          'Personen nach Geschlecht, zu keiner Straftat und keinem Stoff',
          'persons by sex, of no offence and no substance',
        ),
      )
    : null;
}

/** What a column tells that each row measures. */
function metricsOfRows(columns: readonly ColumnGuess[]): readonly unknown[] {
  return columns.flatMap(({ written, crosswalks }) =>
    partsOf(written).flatMap((part): readonly unknown[] => {
      if (fieldIn(part) !== 'metric') return [];
      const { codes, crosswalk } = part as { readonly codes?: object; readonly crosswalk?: string };
      const rows = crosswalks.find(({ file }) => file === crosswalk)?.rows ?? [];
      return [...Object.values(codes ?? {}), ...rows.flatMap(({ to }) => to ?? [])];
    }),
  );
}

/** Where a column tells what each row measures, one metric of those that are counted on one basis; null where they differ. */
function metricOfColumn(columns: readonly ColumnGuess[]): string | null {
  const metrics = metricsOfRows(columns);
  const bases = new Set(metrics.map((each) => onlyBasis(String(each))));
  return bases.size === 1 ? String(metrics[0]) : null;
}

/** What surrounds the table: file name, lines above and below it. */
interface Surroundings {
  readonly file: string;
  /** The name of the sheet, where the file has sheets. */
  readonly sheet: string | null;
  readonly titleLines: readonly string[];
  readonly footerLines: readonly string[];
}

/** Words of a name beside which a year says when the file was made, or begins or ends a longer time. */
const madeWords =
  /rapport|report|bericht|jaarverslag|yearbook|jahrbuch|annuaire|edition|uitgave|ausgabe|[ée]dition|publi|release|export|extract|download|update|stand(?!ard)|version|versie|fetched|geographie|sinds|depuis|seit|since|vanaf|until|draft|concept|entwurf|projet/iu;

/** The number of a table of the BKA in a file's name ("BU-F-05-T01-Faelle"), which is no month. */
const tableNumber = /(?:[A-Z]{2}-[A-Z]{1,3}-\d\d-)?(?<!\p{L})T\d{2,3}(?!\d)/gu;

/** Whether the one year in a file's name stands first or last in it, with no month or day beside it and no word that says it is something else. */
function isEditionYear(file: string, year: string): boolean {
  // A table that was taken out of a workbook keeps what it was ("Kreise-2020_xls.csv").
  const name = file.replace(/(?:[._](?:csv|tsv|txt|json|xlsx?))+$/iu, '');
  const isFirst = new RegExp(`^${year}[ _-]\\P{N}`, 'u').test(name);
  const isLast = new RegExp(`(?:^|[^\\p{L}\\p{N}])${year}$`, 'u').test(name);
  return (
    (isFirst || isLast) &&
    !/\d/u.test(name.replace(year, '').replace(tableNumber, '')) &&
    !madeWords.test(name)
  );
}

/** From the first to the last day of one year, which is that year. */
const wholeYear =
  /(?<!\d)0?1(?:[./-]0?1[./-]|\.? (?:januari|janvier|januar|january) )((?:19|20)\d\d)\s*(?:bis|tot(?: en met)?|t\/m|au|to|until|[-–])(?: zum| le)?\s*31(?:[./-]12[./-]|\.? (?:december|décembre|dezember) )\1(?!\d)/giu;

/** When a file was made, which is no period of its figures. */
const made =
  /(?:stand|erstellt|aangemaakt|généré|created|generated|stichtag|peildatum|situation (?:au|arr[êe]t[ée]e)|arr[êe]t[ée]e?s? au|(?:[ée]tat|donn[ée]es) au|as (?:of|at)|publi\p{L}*|mise? à jour|bijgewerkt|updated?|extract\p{L}*|©|copyright|édition|download\p{L}*|geraadpleegd|abgerufen|consult[ée]e?s?)\P{L}*[^\n]{0,20}(?:19|20)\d\d/giu;

/** A line around a table without what says when it was made. */
export function withoutMade(line: string): string {
  return line.replaceAll(made, ' ');
}

/** A month, quarter or other part of a year that a title names. */
const partWords =
  /(?<before>(?:\p{L}+ )?(?:\d{1,2} )?)(?<text>(?<name>\p{L}{3,12}\.?) (?<year>(?:19|20)\d\d))(?!\d)/gu;
const upTo =
  /^(?:à|au|tot|bis|to|through|en met|t\/m|until|sinds|vanaf|depuis|seit|ab|since|from|end(?:ing|ed)) (?:\d{1,2} )?$/iu;
/** Twelve months by the month in which they end, behind the words that open them: as a pattern with the whole as its group. */
const yearEnding = (opening: string): string =>
  `(?:^|\\P{L})(${opening} (?:\\d{1,2}(?:st|nd|rd|th)? )?\\p{L}{3,9}\\.? (?:19|20)\\d\\d)(?:\\D|$)`;
/** The words that open twelve months, in small letters or capitals. */
const opensYear = /(?:year|(?:12|twelve) months) (?:end(?:ing|ed)|to)/iu;
const anyYearEnding = new RegExp(yearEnding(opensYear.source), 'iu');

/** The twelve months of a title as a pattern, which each edition's title is asked again with: opened by the same words. */
function sameYearEnding(said: string): string {
  const [opening = ''] = opensYear.exec(said) ?? [];
  return yearEnding(
    opening.replace(/^\p{L}/u, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`),
  );
}

const parts =
  /trimestre|semestre|kwartaal|halfjaar|quartal|halbjahr|quarter|half|semester|(?<!\p{L})[QT][1-4](?!\d)/iu;

/** The part of a year that a title names ("juin 2012"), read again from the title of each edition; asked where it may be the end of a longer one. */
function partOfYear(titles: readonly string[], language: Language): ConstantGuess | null {
  for (const line of titles) {
    const [, said] = anyYearEnding.exec(line) ?? [];
    if (said === undefined || !isPeriod(said, language)) continue;
    const others = titles.some((each) => yearsIn(each.replace(said, ' ')).length > 0);
    return {
      ...guessOf(
        said,
        others ? 0.5 : 0.86,
        inFour(
          'de titel zegt {said}',
          'le titre dit {said}',
          'der Titel sagt {said}',
          'the title says {said}',
          { said: quoted(said) },
        ),
      ),
      written: { fromTitle: sameYearEnding(said), as: 'period' },
    };
  }
  for (const line of titles)
    for (const match of line.matchAll(partWords)) {
      const { before = '', text = '', name = '', year = '' } = match.groups ?? {};
      if (!isPeriod(text, language) || /^(?:jaar|ann[ée]e|jahr|year)$/iu.test(name)) continue;
      const rest = line.replace(text, ' ');
      const longer =
        upTo.test(before) ||
        line
          .split(/\P{L}+/u)
          .some(
            (word) =>
              word !== name &&
              isPeriod(`${word} ${year}`, language) &&
              !/^(?:jaar|ann[ée]e|jahr|year)?$/iu.test(word),
          );
      return {
        value: text,
        confidence: longer || parts.test(rest) ? 0.5 : 0.86,
        reason: inFour(
          'de titel noemt {text}',
          'le titre nomme {text}',
          'der Titel nennt {text}',
          'the title names {text}',
          {
            text,
          },
        ),
        alternatives: [
          {
            value: year,
            confidence: 0.3,
            reason: inFour('het hele jaar', 'l’année entière', 'das ganze Jahr', 'the whole year'),
          },
        ],
        written: {
          fromTitle: `${escaped(before)}(\\p{L}+\\.? (?:19|20)\\d\\d)`,
          as: 'period',
        },
      };
    }
  const vague = titles.find(
    (line) => (parts.test(line) || narrowsYear(line)) && yearsIn(line).length === 1,
  );
  const [year] = vague === undefined ? [] : yearsIn(vague);
  return year === undefined
    ? null
    : guessOf(
        year,
        0.4,
        inFour(
          'de titel spreekt van een deel van het jaar: welk, voluit?',
          'le titre parle d’une partie de l’année : laquelle, en toutes lettres ?',
          'der Titel spricht von einem Teil des Jahres: welchem, ausgeschrieben?',
          'the title speaks of a part of the year: which one, in full?',
        ),
      );
}

/**
 * The period of all figures. What stands in the table's own words — title, sheet, headings — comes before the name of the
 * file, which may hold the year in which it was made.
 */
function period(
  around: Surroundings,
  headings: readonly string[],
  { language, columns, record }: TableView,
): ConstantGuess {
  // A column headed as a time holds it, whether or not it was read: then what a title or name says is no more than likely.
  const unread = columns.find(
    ({ profile, meanings }) =>
      profile.said > 0 &&
      meanings[0]?.concept !== 'periodPart' &&
      meanings.some(
        ({ concept, heading }) =>
          (concept === 'period' || concept === 'date') &&
          (heading?.score ?? 0) >= thresholds.headingTells,
      ),
  );
  const unreadTime = (guess: ConstantGuess): ConstantGuess =>
    unread
      ? {
          ...guess,
          confidence: Math.min(guess.confidence, thresholds.untold),
          reason: clauses([
            guess.reason,
            inFour(
              '{heading} lijkt ook tijden te bevatten, en werd niet gelezen',
              '{heading} semble aussi contenir des dates, et n’a pas été lu',
              '{heading} scheint auch Zeiten zu enthalten und wurde nicht gelesen',
              '{heading} seems to hold times, too, and was not read',
              { heading: quoted(unread.profile.heading) },
            ),
          ]),
        }
      : guess;
  const file = yearsIn(around.file);
  // What says when the table was made says nothing of its figures.
  const titles = around.titleLines.map((line) => withoutMade(line.replaceAll(wholeYear, '$1')));
  const places: readonly (readonly [what: Text, years: readonly string[]])[] = [
    [
      inFour('de titel noemt', 'le titre nomme', 'der Titel nennt', 'the title names'),
      yearsIn(titles.join('\n')),
    ],
    [
      inFour('het blad heet', 'la feuille s’appelle', 'das Blatt heißt', 'the sheet is called'),
      yearsIn(around.sheet ?? ''),
    ],
    [
      inFour('koppen noemen', 'les en-têtes nomment', 'Überschriften nennen', 'headings name'),
      yearsIn(headings.join(' ')),
    ],
  ];
  const named = places.filter(([, years]) => years.length > 0);
  const own = [...new Set(named.flatMap(([, years]) => years))];
  const [only, ...others] = own;
  const part = partOfYear(titles, language);
  if (part && own.every((year) => part.value.includes(year))) return unreadTime(part);
  const sheet = around.sheet?.trim() ?? '';
  if (isPeriod(sheet, language) && !/^\d{4}$/u.test(sheet) && record === 'observation')
    return unreadTime({
      ...guessOf(
        sheet,
        own.length > 1 ? 0.5 : 0.9,
        inFour(
          'het blad heet {sheet}',
          'la feuille s’appelle {sheet}',
          'das Blatt heißt {sheet}',
          'the sheet is called {sheet}',
          { sheet: quoted(sheet) },
        ),
      ),
      written: { fromSheet: '^\\s*(.+?)\\s*$', as: 'period' },
    });
  const what = listedTexts(named.map(([words]) => words));
  if (only && others.length === 0) {
    const twice = named.length > 1 || file.includes(only);
    const bySheet = new RegExp(yearPattern, 'u').exec(sheet)?.[1] === only;
    const isPart = partOfYear([sheet], language) !== null;
    return unreadTime({
      // A workbook has a sheet a year: each says its own, and so does that of the next edition.
      ...(bySheet &&
        record === 'observation' && {
          written: { fromSheet: yearPattern, as: 'year' },
        }),
      ...guessOf(
        only,
        isPart ? 0.5 : twice ? 0.92 : 0.86,
        inFour(
          `{what} {only}${file.includes(only) ? ', en de naam van het bestand ook' : ''}`,
          `{what} {only}${file.includes(only) ? ', et le nom du fichier aussi' : ''}`,
          `{what} {only}${file.includes(only) ? ', und der Name der Datei ebenso' : ''}`,
          `{what} {only}${file.includes(only) ? ', and so does the name of the file' : ''}`,
          { what, only },
        ),
        file
          .filter((year) => year !== only)
          .map((value) => ({
            value,
            confidence: 0.2,
            reason: inFour(
              'de naam van het bestand bevat het',
              'le nom du fichier le contient',
              'der Name der Datei enthält es',
              "the file's name holds it",
            ),
          })),
      ),
    });
  }
  const [year] = file;
  if (year && file.length === 1 && own.length === 0)
    return unreadTime(
      guessOf(
        year,
        isEditionYear(around.file, year) ? 0.86 : 0.8,
        inFour(
          'de naam van het bestand bevat {year}',
          'le nom du fichier contient {year}',
          'der Name der Datei enthält {year}',
          "the file's name holds {year}",
          { year },
        ),
      ),
    );
  const years = [...new Set([...own, ...file])];
  return guessOf(
    years[0] ?? '',
    years.length > 0 ? 0.4 : 0,
    years.length > 0
      ? inFour(
          'titel, blad, koppen en bestandsnaam bevatten {years}',
          'titre, feuille, en-têtes et nom du fichier contiennent {years}',
          'Titel, Blatt, Überschriften und Dateiname enthalten {years}',
          'title, sheet, headings and file name hold {years}',
          { years: years.join(', ') },
        )
      : inFour(
          'geen kolom, titel of bestandsnaam zegt welke periode de cijfers beslaan',
          'ni colonne, ni titre, ni nom de fichier ne dit quelle période les chiffres couvrent',
          'keine Spalte, kein Titel und kein Dateiname sagt, welchen Zeitraum die Zahlen abdecken',
          'no column, title or file name says which period the figures cover',
        ),
    years.slice(1).map((value) => ({
      value,
      confidence: 0.3,
      reason: inFour('ook genoemd', 'nommé aussi', 'ebenfalls genannt', 'also named'),
    })),
  );
}

/** A place that a title leaves out ("France (hors Mayotte)"). */
const leftOutPlace =
  /(?<!\p{L})(?:hors|sauf|ohne|außer|exclu\p{L}*|excl\.|without|except|zonder|behalve)\s+(?:\p{Ll}{1,3}\s+)?\p{Lu}[\p{L}-]*/gu;

/** The only region of a country that a text names: figures of a part are none of the whole. Several say no more. */
function partOf(country: string, text: string): string | null {
  const words = ` ${text
    .replace(leftOutPlace, ' ')
    .replace(/[\s_.,;:()/-]+/gu, ' ')
    .toLowerCase()} `;
  const named = places.flatMap((place) =>
    place.kind === 'region' &&
    place.country === country &&
    Object.values(place.label).some(
      (label) =>
        label.length > 4 && words.includes(` ${label.replace(/[\s-]+/gu, ' ').toLowerCase()} `),
    )
      ? [place.code]
      : [],
  );
  // Of a region and its own parts with one name the wider is meant.
  const [widest, ...finer] = named.sort((a, b) => a.length - b.length);
  return widest !== undefined && finer.every((code) => code.startsWith(widest)) ? widest : null;
}

/** How fine the places are: ports, where each name is one; a bare name may still mean the town around it. */
function levelOfPlaces({ columns, language }: TableView): ConstantGuess {
  const column = columns.find(({ meanings: [top] }) => top?.concept === 'place');
  const labels = column ? labelsOf(column.profile).slice(0, 100) : [];
  const ports = labels.filter((label) => {
    const match = places.lookup(label, language);
    return match.kind === 'exact' && match.entry.kind === 'port';
  }).length;
  if (labels.length > 0 && ports === labels.length)
    return guessOf(
      'port',
      perhapsTowns(labels, column?.profile.heading ?? '', language).length === 0 ? 0.88 : 0.5,
      inFour(
        '{n} van de {of} {of:plaats|plaatsen} {n:is een haven|zijn havens}',
        '{n} {n:lieu|lieux} sur {of} {n:est un port|sont des ports}',
        '{n} von {of} {of:Ort|Orten} {n:ist ein Hafen|sind Häfen}',
        '{n} of {of} places are ports',
        { n: ports, of: labels.length },
      ),
      [
        {
          value: 'municipality',
          confidence: 0.3,
          reason: inFour(
            'misschien zijn de steden bedoeld',
            'peut-être les villes',
            'vielleicht sind die Städte gemeint',
            'the towns may be meant',
          ),
        },
      ],
    );
  const untold = guessOf(
    'municipality',
    0.4,
    inFour(
      'niets zegt hoe fijn de plaatsen zijn',
      'rien ne dit à quel niveau sont les lieux',
      'nichts sagt, wie fein die Orte sind',
      'nothing says how fine the places are',
    ),
    [
      {
        value: 'municipality',
        confidence: 0.4,
        reason: inFour(
          'steden en gemeenten',
          'villes et communes',
          'Städte und Gemeinden',
          'towns and municipalities',
        ),
      },
      {
        value: 'port',
        confidence: 0.35,
        reason: inFour(
          'de plaatsen kunnen havens zijn',
          'les lieux peuvent être des ports',
          'die Orte können Häfen sein',
          'the places may be ports',
        ),
      },
    ],
  );
  return { ...untold, standsIn: true };
}

/** Every field that the columns fill, through `to`, lists of mappings, folds and `set` of all value columns. */
function filled(columns: readonly ColumnGuess[]): {
  readonly fields: ReadonlySet<string>;
  readonly sets: readonly ReadonlySet<string>[];
} {
  const fields = new Set<string>();
  const sets: Set<string>[] = [];
  for (const { written } of columns)
    for (const part of partsOf(written)) {
      const cells = cellsOf(part);
      for (const each of [part, cells, ...Object.values(groupsIn(part))]) {
        const to = fieldIn(each);
        if (to !== null) fields.add(to);
      }
      if (isFigure(cells)) sets.push(new Set(Object.keys(setIn(cells))));
    }
  return { fields, sets };
}

/** What the figures of a column set. */
function setsIn(written: ColumnGuess['written']): Readonly<Record<string, unknown>> {
  const [part] = partsOf(written).map(cellsOf).filter(isFigure);
  return part ? setIn(part) : {};
}

/** Whether finds are weighed with their packing, as the lines around the table say; where they do not, that it is not said, and what follows. */
function massBasisOf(lines: readonly string[]): Guess<string> {
  const [line] = lines.filter((each) => massBasisIn(each) !== null);
  const basis = line === undefined ? null : massBasisIn(line);
  return line !== undefined && basis !== null
    ? guessOf(basis, 0.88, fileSays(line))
    : guessOf(
        'unknown',
        thresholds.constantTaken,
        inFour(
          'niets zegt of de gewichten netto of bruto zijn: het laagste totaal trekt er verpakking van af; schrijf net of gross waar de bron het zegt',
          'rien ne dit si les poids sont nets ou bruts : le total le plus bas en déduit l’emballage ; écrivez net ou gross là où la source le dit',
          'nichts sagt, ob die Gewichte netto oder brutto sind: die niedrigste Summe zieht davon Verpackung ab; net oder gross schreiben, wo die Quelle es sagt',
          'nothing says whether the weights are net or gross: the lowest total takes packing off them; write net or gross where the source says it',
        ),
      );
}

/** The metric of a value column that says no unit of its own. */
function metricWithoutUnit(columns: readonly ColumnGuess[]): string | null {
  const sets = columns.flatMap(({ written }) =>
    partsOf(written).map(cellsOf).filter(isFigure).map(setIn),
  );
  const metrics = sets.flatMap(({ unit, metric: own }) =>
    unit === undefined && typeof own === 'string' ? own : [],
  );
  return metrics[0] ?? null;
}

/** Units that the labels of a column give its rows. */
function unitsOfRows(view: TableView, columns: readonly ColumnGuess[]): readonly string[] {
  return columns.flatMap((column) => {
    const of = view.columns.find(({ profile }) => profile.heading === column.headings[0]);
    if (column.kind !== 'column' || column.to !== 'unit' || !of) return [];
    const labels = labelsOf(of.profile).slice(0, thresholds.labelsTried);
    return [...codesOf(labels, column, view.record, view.language).values()].flatMap(
      (code) => code ?? [],
    );
  });
}

/** What is seized by weight is an amount, and no number of seizures. */
function byWeight(
  found: Record<string, ConstantGuess>,
  codes: readonly string[],
  reason: Text,
): void {
  const metric = found['metric'];
  const weighs = codes.some(isWeight);
  if (metric?.value !== 'quantity' || !weighs) return;
  found['metric'] = {
    ...metric,
    confidence: Math.max(metric.confidence, 0.88),
    reason: inFour(
      '{before}, en {reason}',
      '{before}, et {reason}',
      '{before}, und {reason}',
      '{before}, and {reason}',
      { before: metric.reason, reason },
    ),
  };
}

/** A column of labels that nothing explains: it may hold the places, unless they are trades. */
function isUnexplained({ profile, meanings }: TableView['columns'][number]): boolean {
  const [top] = meanings;
  const kinds = labelsOf(profile)
    .slice(0, thresholds.labelsLooked)
    .filter((label) => !saysTotal(label));
  return (
    !areTrades(kinds) &&
    !meanings.some(({ heading }) => (heading?.score ?? 0) >= thresholds.headingTells) &&
    profile.words > 0 &&
    labelsOf(profile).length > 1 &&
    (top?.confidence ?? 0) < thresholds.written &&
    measureOf(profile.heading) === null
  );
}

const agencies: readonly (readonly [words: RegExp, agency: string, confidence: number])[] = [
  [/HARC/u, 'NL_HARC', 0.85],
  [/(?<!\p{L})Table (?:SZR|PPP)-\d+/u, 'EUDA', 0.86],
  [/Bron: Politie|politie\.nl|Nationale Politie/u, 'NL_POL', 0.85],
  [/police(?: nationale)? et (?:par )?(?:la )?gendarmerie/iu, 'FR_PN+FR_GN', 0.88],
  [/FIU-Nederland/iu, 'FIU_NL', 0.85],
  [/Police grand-ducale/iu, 'LU_POL', 0.85],
  [/douanes et accises \(?ADA|Administration des douanes et accises/iu, 'LU_CUST', 0.7],
];

/** What joins several things in a title, of which one unit is not that of all. */
const joined = /[,&+/]|(?<!\p{L})(?:and|or|en|et|ou|und|oder)(?= \p{L})/iu;

/** A text without the headings that are kinds as a whole ("132 Valsheid in zegels en merken"): no unit stands in them. */
function withoutKinds(text: string, columns: readonly ColumnGuess[]): string {
  const kinds = new Set(
    columns.flatMap(({ headings, written }) =>
      partsOf(written).some((part) => 'offence' in groupsIn(part)) ? headings : [],
    ),
  );
  const lines = text.split('\n');
  return kinds.size === 0 ? text : lines.filter((line) => !kinds.has(line)).join('\n');
}

/** The name of a file with blanks between its words: "number-of-seizures-heroin". */
const wordsOfName = (file: string): string =>
  file.replaceAll('_', ' ').replace(/(?<=\p{L})-(?=\p{L}{2})/gu, ' ');

/**
 * Fields that no column fills and that title, headings, file name and footer imply. A field that every record needs is
 * always in the result: where nothing says what it is, with a low confidence, as a question and never as a default.
 */
export function guessConstants(
  view: TableView,
  columns: readonly ColumnGuess[],
  around: Surroundings,
): Readonly<Record<string, ConstantGuess>> {
  const { fields, sets } = filled(columns);
  const lacks = (field: string): boolean =>
    !fields.has(field) && (sets.length === 0 || sets.some((set) => !set.has(field)));
  const headings = columns.flatMap(({ headings: names, to }) =>
    to === null || isFigureField(to) ? names : [],
  );
  const text = [
    ...around.titleLines,
    ...around.footerLines,
    around.file,
    ...headings,
    ...dataSets(view),
  ]
    .join('\n')
    .replaceAll('_', ' ');
  const found: Record<string, ConstantGuess> = {};
  const seizure = view.record === 'seizure';
  const titled = [
    ...around.titleLines,
    wordsOfName(around.file),
    ...dataSets(view),
    ...measureOfAll(view),
  ]
    .join('\n')
    .replaceAll('_', ' ');
  // What a title says it measures is changed by no note to one of its figures.
  const isSaid = metricOfWords.some(([words]) => words.test(titled));
  const below = around.footerLines.filter((line) => !(isSaid && markNote.test(line)));
  const measuring = [titled, ...below, ...sharedHeadings(columns)].join('\n').replaceAll('_', ' ');
  const foldsKinds =
    columns.some(({ written }) => partsOf(written).some((part) => 'offence' in groupsIn(part))) ||
    areDealings(columns.flatMap(({ to, headings: names }) => (to === 'value' ? names : [])));
  const measured = seizure ? null : metric(view, measuring, titled, foldsKinds, columns);
  const setMetrics = columns.flatMap(({ written }) => {
    const set = written as {
      readonly set?: { readonly metric?: string };
      readonly value?: { readonly set?: { readonly metric?: string } };
    } | null;
    return set?.set?.metric ?? set?.value?.set?.metric ?? [];
  });
  const [said] = setMetrics;
  if (!seizure && lacks('metric'))
    found['metric'] =
      measured ??
      guessOf(
        '',
        0,
        inFour(
          'niets in het bestand zegt wat er wordt gemeten',
          'rien dans le fichier ne dit ce qui est mesuré',
          'nichts in der Datei sagt, was gemessen wird',
          'nothing in the file says what is measured',
        ),
      );
  const metricValue = said ?? found['metric']?.value ?? null;
  if (
    lacks('unit') &&
    !columns.some(({ written }) => (written as { as?: string } | null)?.as === 'quantity')
  ) {
    // The unit is asked of the figures that have none: of their metric, and of no other's.
    const [ofRows, ...differing] = new Set(metricsOfRows(columns));
    const counted =
      metricWithoutUnit(columns) ??
      found['metric']?.value ??
      metricValue ??
      (typeof ofRows === 'string' && differing.length === 0 ? ofRows : null);
    const unit = metricOfWords.find(([, name]) => name === counted)?.[2] ?? null;
    // "Quantity of cannabis plants seized"
    const [things] =
      counted === 'quantity' && !joined.test(titled)
        ? titled.split('\n').flatMap((line) => {
            const thing = thingCounted(line);
            return thing === null ? [] : [{ said: line.trim(), unit: thing }];
          })
        : [];
    const inTitle = unitWithin(withoutKinds(text, columns), view.language) ?? things ?? null;
    const stated = titleUnit(around.titleLines, view.language, seizure ? null : counted);
    if (stated !== null && stated.confidence >= thresholds.constantTaken)
      byWeight(
        found,
        [stated.value],
        inFour(
          'de titel geeft een gewicht',
          'le titre donne un poids',
          'der Titel nennt ein Gewicht',
          'the title gives a weight',
        ),
      );
    const priced =
      counted === 'price' ? around.titleLines.flatMap((line) => priceUnit(line) ?? []) : [];
    const stoodIn = counted === 'quantity' || seizure ? 'kg' : (priced[0] ?? '');
    found['unit'] = stated
      ? stated
      : inTitle
        ? guessOf(
            inTitle.unit,
            0.8,
            inFour(
              'titel of koppen zeggen {said}',
              'le titre ou les en-têtes disent {said}',
              'Titel oder Überschriften sagen {said}',
              'title or headings say {said}',
              { said: quoted(inTitle.said) },
            ),
          )
        : unit
          ? {
              ...guessOf(
                unit,
                0.88,
                inFour(
                  '{metric} telt men daarin',
                  '{metric} se compte ainsi',
                  '{metric} wird darin gezählt',
                  '{metric} are counted in it',
                  { metric: counted ?? '' },
                ),
              ),
              ...(counted === found['metric']?.value && { askedWith: 'metric' as const }),
            }
          : {
              ...guessOf(
                stoodIn,
                stoodIn === '' ? 0 : 0.3,
                inFour(
                  'niets in het bestand zegt in welke eenheid',
                  'rien dans le fichier ne dit dans quelle unité',
                  'nichts in der Datei sagt, in welcher Einheit',
                  'nothing in the file says in which unit',
                ),
              ),
              standsIn: true,
            };
  }
  byWeight(
    found,
    unitsOfRows(view, columns),
    inFour(
      'rijen geven een gewicht',
      'des lignes donnent un poids',
      'Zeilen nennen ein Gewicht',
      'rows give a weight',
    ),
  );
  if (lacks('place')) {
    const { country } = view;
    const part = country
      ? partOf(country.country, [...around.titleLines, around.sheet ?? '', around.file].join('\n'))
      : null;
    found['place'] =
      part && country
        ? guessOf(
            part,
            0.8,
            inFour(
              'titel of bestandsnaam spreken van dit deel van het land',
              'le titre ou le nom du fichier parlent de cette partie du pays',
              'Titel oder Dateiname sprechen von diesem Teil des Landes',
              'title or file name speak of this part of the country',
            ),
            [{ value: country.country, confidence: 0.4, reason: quoted(country.word) }],
          )
        : country
          ? guessOf(
              country.country,
              Math.min(
                country.byCells ? 0.7 : view.columns.some(isUnexplained) ? 0.8 : 0.85,
                country.confidence,
              ),
              inFour(
                '{word} wijst op dit land; of de cijfers het hele land dekken, staat er niet',
                '{word} désigne ce pays ; rien ne dit que les chiffres le couvrent en entier',
                '{word} deutet auf dieses Land; ob die Zahlen das ganze Land abdecken, steht nicht da',
                '{word} points to this country; whether the figures cover all of it is not said',
                { word: quoted(country.word) },
              ),
            )
          : guessOf(
              '',
              0,
              inFour(
                'geen kolom, titel of bestandsnaam zegt waar',
                'ni colonne, ni titre, ni nom de fichier ne dit où',
                'keine Spalte, kein Titel und kein Dateiname sagt, wo',
                'no column, title or file name says where',
              ),
            );
  }
  if (seizure && lacks('seizingCountry'))
    found['seizingCountry'] = view.country
      ? guessOf(
          view.country.country,
          view.country.byCells ? 0.6 : 0.7,
          inFour(
            '{word} wijst op dit land',
            '{word} désigne ce pays',
            '{word} deutet auf dieses Land',
            '{word} points to this country',
            { word: quoted(view.country.word) },
          ),
        )
      : guessOf(
          '',
          0,
          inFour(
            'niets zegt welk land in beslag nam',
            'rien ne dit quel pays a saisi',
            'nichts sagt, welches Land sichergestellt hat',
            'nothing says which country seized',
          ),
        );
  if (seizure && lacks('placeLevel')) {
    const onlyCountry = columns.some(
      ({ written }) =>
        Array.isArray(written) &&
        written.some((each) => (each as { to?: string }).to === 'seizingCountry') &&
        written.some((each) => (each as { to?: string }).to === 'place'),
    );
    found['placeLevel'] = onlyCountry
      ? guessOf(
          'country',
          0.85,
          inFour(
            'de plaats is het land van inbeslagname',
            'le lieu est le pays de saisie',
            'der Ort ist das Land der Sicherstellung',
            'the place is the country of seizure',
          ),
        )
      : levelOfPlaces(view);
  }
  if (lacks('basis')) {
    const figures = columns.filter(({ to }) => isFigureField(to));
    const sure =
      said === undefined
        ? found['metric']?.confidence
        : Math.min(...figures.map(({ confidence }) => confidence));
    // Figures that are on one basis only have it by themselves: what is asked is that of the others.
    const [unsettled = metricValue] = figures.flatMap(({ written }) => {
      const set = setsIn(written);
      const own = set['metric'] ?? found['metric']?.value;
      return set['basis'] === undefined && typeof own === 'string' ? own : [];
    });
    const guess = basis(
      view,
      unsettled || metricOfColumn(columns),
      [text, ...columns.flatMap(({ headings: names, to }) => (to === 'place' ? names : []))].join(
        '\n',
      ),
      Math.min(thresholds.constantTaken, sure || 1),
    );
    // What only one basis fits has it by its metric, and is asked with that.
    const follows =
      !seizure && found['metric']?.value === unsettled && onlyBasis(unsettled ?? '') !== null;
    found['basis'] = follows && guess.value !== '' ? { ...guess, askedWith: 'metric' } : guess;
  }
  const weighs = columns.some(({ to, written }) => {
    const unit = isFigureField(to) ? (setsIn(written)['unit'] ?? found['unit']?.value) : null;
    return typeof unit === 'string' && isWeight(unit);
  });
  if (seizure && weighs && !fields.has('massBasis') && !sets.some((set) => set.has('massBasis')))
    found['massBasis'] = massBasisOf([...around.titleLines, ...around.footerLines]);
  const time = ['period', 'periodStart', 'date'].some((field) => fields.has(field));
  if (!time) found[seizure ? 'date' : 'period'] = period(around, headings, view);
  if (lacks('agencies')) {
    const agency = agencies.find(([words]) => words.test(text));
    const registered = seizure ? null : registeredBy(view, text, found['place']?.value);
    if (agency)
      found['agencies'] = guessOf(agency[1], agency[2], fileSays(agency[0].exec(text)?.[0] ?? ''));
    else if (registered) found['agencies'] = registered;
  }
  const scope = titleScope(
    view,
    around.titleLines,
    (field) =>
      lacks(field) && !(time && ['period', 'periodStart', 'periodEnd', 'date'].includes(field)),
  );
  const elsewhere = [around.sheet ?? '', wordsOfName(around.file.replace(/\.[^.]+$/u, ''))];
  const words = titleWords(
    around.titleLines,
    elsewhere,
    view,
    (field) => lacks(field) && !ownValue(scope, field),
    (field) => sets.some((set) => set.has(field)),
  );
  return { ...found, ...words, ...scope };
}
