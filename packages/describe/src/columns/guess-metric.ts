import { inFour, offences, quoted, units } from '@samenbeeld/schema';
import type { ColumnGuess, ConstantGuess } from '../column.ts';
import { type Guess, guessOf } from '../guess.ts';
import { quotedAll } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { cellsOf, fieldIn, isFigure, isFigureField, partsOf, setIn } from '../written.ts';
import { onlyBasis, prosecution, registered, splitsBySubstance } from './guess-basis.ts';
import { pksKeyIn } from './guess-country.ts';
import { measureOf, moneyPer } from './measures.ts';
import { amounts, casesNamed, metricOfWords } from './metric-words.ts';
import { labelsOf } from './profile-column.ts';
import {
  measureOfAll,
  personCodes,
  saidOfAll,
  type TableView,
  unnamedCount,
} from './table-view.ts';
import { goesOnPlainly } from './title-words.ts';
import { namesNuisance, namesOtherSubject } from './uncounted.ts';
import { isWeight, unitWithin } from './unit-words.ts';

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

/** Whether a text says that what it tells of was judged, asked or not counted as an offence at all. */
export const saysNotRegistered = (text: string): boolean =>
  judged.test(text) || surveyed.test(text) || namesOtherSubject(text) !== null;

/** What every row says of who was asked, where the figures are those of a survey. */
function surveyOf(view: TableView): string | null {
  return saidOfAll(view).find((label) => surveyed.test(label)) ?? null;
}

/** What only the police of a country head so; in Belgium the same words are used. */
const registeredWords = /geregistreerde[ _]?(?:misdrijven|criminaliteit)/iu;

/** Who registered what is counted, where only one service writes such kinds or such a heading; `place` is that of all figures. */
export function registeredBy(
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

/** The same of kinds in the headings of a fold. */
function areRegistered(columns: readonly ColumnGuess[]): boolean {
  return columns.some(
    ({ kind, headings }) =>
      kind === 'fold' && headings.filter((heading) => registeredKinds.test(heading)).length >= 2,
  );
}

/** Those who record cases, and neither prosecute nor judge them. */
const byPolice =
  /(?<!\p{L})(?:police(?! court)|gendarmerie|polizei\p{L}*|kriminal(?:amt|polizei)|bundeskriminalamt|politie)(?!\p{L})/iu;

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
export const otherThanRecorded: RegExp =
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
export function sharedHeadings(columns: readonly ColumnGuess[]): readonly string[] {
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

/** The words by which a title, or each label of a column of kinds, is of nuisance. */
function nuisanceOf({ columns }: TableView, titled: string): string | null {
  const kinds = columns
    .filter(({ meanings: [top] }) => top?.concept === 'offence')
    .map(({ profile }) => labelsOf(profile).map(namesNuisance));
  const [ofAll] = kinds.flatMap((said) => (said.length > 1 && !said.includes(null) ? said : []));
  return namesNuisance(titled) ?? ofAll ?? null;
}

/** A note to a mark, which says nothing of all figures. */
export const markNote: RegExp = /^["\s]*(?:\(?(?:\d{1,2}|\p{Ll})\)|[*†‡¹²³]+)/u;

/** What is measured, by title, headings and file name (`titled` without headings), else by how the rows are split. */
export function metric(
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
  const offence =
    kindsInHeadings ||
    isSplitBy(view, ['offence', 'offenceKey']) ||
    measureOfAll(view).some((each) => offences.lookup(each.trim()).kind === 'exact');
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
  const subject =
    namesOtherSubject(titled) ?? (found === undefined ? nuisanceOf(view, titled) : null);
  if (
    subject !== null &&
    (found === undefined || registered.has(found[1])) &&
    !namesRecorded(titled) &&
    casesNamed(titled) === null
  )
    return {
      ...guessOf(
        'offences',
        0.3,
        inFour(
          '{subject} zijn geen misdrijven, verdachten of inbeslagnames: geen metric bevat ze',
          '{subject} : ni infractions, ni suspects, ni saisies ; aucune metric ne le contient',
          '{subject} sind keine Straftaten, Tatverdächtigen oder Sicherstellungen: keine metric enthält sie',
          '{subject} is neither offences nor suspects nor seizures: no metric holds it',
          { subject: quoted(subject) },
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
  const cases = casesNamed(titled);
  if (
    cases !== null &&
    (found === undefined || found[1] === 'offences') &&
    others.length === 0 &&
    !otherThanRecorded.test(titled) &&
    !judged.test(around) &&
    !prosecution.test(around)
  )
    return guessOf(
      'offences',
      offence || byPolice.test(around) ? 0.88 : 0.75,
      inFour(
        'de titel zegt {said}',
        'le titre dit {said}',
        'der Titel sagt {said}',
        'the title says {said}',
        { said: quoted(cases) },
      ),
    );
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
      // What contradicts it in the headings, or in the name, is an answer too.
      byOffence || plain
        ? []
        : among
            .filter(([, other], at, all) => all.findIndex(([, each]) => each === other) === at)
            .flatMap(([others, other]) =>
              registered.has(name) && registered.has(other)
                ? [
                    {
                      value: other,
                      confidence: 0.5,
                      reason: inFour(
                        'er staat ook {said}',
                        'on y lit aussi {said}',
                        'dort steht auch {said}',
                        'they say {said} too',
                        { said: quoted(others.exec(around)?.[0] ?? '') },
                      ),
                    },
                  ]
                : [],
            ),
    );
  }
  const cleared = view.columns.find(
    ({ profile }) => measureOf(profile.heading)?.name === 'cleared',
  );
  if (cleared && !offence)
    return guessOf(
      'offences',
      0.88,
      inFour(
        '{heading} staat ernaast: wat wordt opgehelderd, zijn misdrijven',
        '{heading} figure à côté : ce qui est élucidé, ce sont des infractions',
        '{heading} steht daneben: aufgeklärt werden Straftaten',
        '{heading} stands beside it: what is cleared are offences',
        { heading: quoted(cleared.profile.heading) },
      ),
    );
  const perUnit = columns.flatMap(({ to, headings: [heading = ''] }) =>
    to === 'value' ? [moneyPer(heading)] : [],
  );
  const [unitOfMoney, ...otherUnits] = new Set(perUnit);
  if (typeof unitOfMoney === 'string' && otherUnits.length === 0)
    return {
      ...guessOf(
        'price',
        0.4,
        inFour(
          'de koppen geven {unit}, en niets noemt het een prijs',
          'les en-têtes donnent {unit}, et rien ne l’appelle un prix',
          'die Überschriften geben {unit} an, und nichts nennt es einen Preis',
          'the headings give {unit}, and nothing calls it a price',
          { unit: unitOfMoney },
        ),
      ),
      standsIn: true,
    };
  if (offence)
    return guessOf(
      'offences',
      ofPolice
        ? 0.6
        : (splitByRegistered(view) || (kindsInHeadings && areRegistered(columns))) &&
            !predicate.test(around)
          ? 0.86
          : 0.8,
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
  // What a rate of the inhabitants is made of are not the inhabitants.
  if (view.columns.some(({ profile }) => measureOf(profile.heading)?.name === 'rate')) return null;
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
export function metricsOfRows(columns: readonly ColumnGuess[]): readonly unknown[] {
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
export function metricOfColumn(columns: readonly ColumnGuess[]): string | null {
  const metrics = metricsOfRows(columns);
  const bases = new Set(metrics.map((each) => onlyBasis(String(each))));
  return bases.size === 1 ? String(metrics[0]) : null;
}
