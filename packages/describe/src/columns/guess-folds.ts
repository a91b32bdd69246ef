import { inFour, inSigns, quoted, type Text } from '@samenbeeld/schema';
import { type Column, columnOf, type Evidence, reading } from '../column.ts';
import { quotedAll } from '../quoted.ts';
import type { Relation } from '../relations/relation.ts';
import { isTotalHeading, type TableSums } from '../relations/table-sums.ts';
import { thresholds } from '../thresholds.ts';
import { breakdowns, partsByShare } from './breakdowns.ts';
import { type Cut, cutHeading, timeMark } from './cut-heading.ts';
import { foldGroups, type Group } from './fold-groups.ts';
import { isOffence, isPlace, isSubstance } from './heading-roles.ts';
import { headingTime, monthsAmong, partsAmong, saysPartOfYear } from './heading-time.ts';
import { listedKinds } from './listed-kinds.ts';
import { measureOf } from './measures.ts';
import { hoursBesideDays, otherPeriods } from './other-periods.ts';
import { samplesOf } from './personal.ts';
import { isKeyAndName } from './place-shapes.ts';
import { type ColumnProfile, labelsOf, shareOf } from './profile-column.ts';
import { restated } from './restated.ts';
import type { TableView } from './table-view.ts';
import { drugOfHeading } from './title-words.ts';
import { foldOf } from './write-fold.ts';

/** Whether a heading tells its place or substance, which its figures keep as a field. */
function isTold({ parts, profile }: Cut, view: TableView): boolean {
  return (
    parts.some((part) => part !== timeMark && (isPlace(part, view) || isSubstance(part, view))) ||
    Boolean(drugOfHeading(profile.heading, view)?.code)
  );
}

/** Whether a fold keeps columns, and tells them apart: by their times, or by what else a field holds. */
function areApart(parts: readonly Cut[], view: TableView, others = false): boolean {
  if (parts.some(({ profile }) => measureOf(profile.heading)?.ignore)) return false;
  const spans = new Set(parts.map(({ time }) => time?.text ?? ''));
  const told = (cut: Cut): boolean =>
    isTold(cut, view) || (others && cut.parts.some((part) => isOffence(part, view)));
  return (spans.size > 1 && !spans.has('')) || parts.every(told);
}

/** Whether a fold tells the parts of a sum apart by a field, and the total is none of its own kind. */
function isBeside(total: Cut | undefined, parts: readonly Cut[], view: TableView): boolean {
  if (!areApart(parts, view, total === undefined)) return false;
  if (!total) return true;
  const pattern = total.time?.pattern;
  if (parts.every(({ time }) => time !== null && time.pattern !== pattern)) return true;
  if (!isTotalHeading(total.profile.heading)) return false;
  return total.time === null || (!isTold(total, view) && parts.every((part) => isTold(part, view)));
}

function leftOut(
  column: Evidence,
  ignore: Text,
  confidence: number,
  reason: Text,
  decide: readonly Text[],
): Column {
  return columnOf(
    'column',
    [column],
    reading({
      written: { ignore, screen: false },
      confidence,
      reason,
      decide,
      samples: samplesOf(column.profile, false),
    }),
  );
}

const sumInRows = ({ formula, holds, rows }: Relation): Text =>
  inFour(
    'de som van {formula}, in {holds} van de {rows} rijen',
    'la somme de {formula}, dans {holds} {holds:ligne|lignes} sur {rows}',
    'die Summe von {formula}, in {holds} von {rows} Zeilen',
    'the sum of {formula}, in {holds} of {rows} rows',
    { formula, holds, rows },
  );

/** Whether a column is more than a sum: rows that do not hold, or too few of them, leave it open. */
const noMoreThanSum = (heading: string, { formula, holds, rows }: Relation): Text => {
  const asked = { heading: quoted(heading), formula, holds, rows };
  return holds < rows
    ? inFour(
        'Is {heading} niet meer dan de som van {formula}? Dat klopt in {holds} van de {rows} rijen; in de andere is een van de cijfers een vergissing, of het is een ander totaal.',
        '{heading} n’est-il que la somme de {formula} ? C’est vrai dans {holds} {holds:ligne|lignes} sur {rows} ; dans les autres, l’un des chiffres est une erreur, ou c’est un autre total.',
        'Ist {heading} nicht mehr als die Summe von {formula}? Das stimmt in {holds} von {rows} Zeilen; in den anderen ist eine der Zahlen ein Versehen, oder es ist eine andere Summe.',
        'Is {heading} no more than the sum of {formula}? It is in {holds} of {rows} rows; in the others one of the figures is a slip, or it is another total.',
        asked,
      )
    : inFour(
        'Is {heading} niet meer dan de som van {formula}? Dat klopt in {holds} van de {rows} rijen, te weinig om het te bewijzen.',
        '{heading} n’est-il que la somme de {formula} ? C’est vrai dans {holds} {holds:ligne|lignes} sur {rows}, trop peu pour le prouver.',
        'Ist {heading} nicht mehr als die Summe von {formula}? Das stimmt in {holds} von {rows} Zeilen, zu wenigen, um es zu beweisen.',
        'Is {heading} no more than the sum of {formula}? It is in {holds} of {rows} rows, which are too few to prove it.',
        asked,
      );
};

/**
 * Columns that are the sum of columns which a fold tells apart, with what they are the sum of: kept, each figure would
 * count twice. Where the rows verify it nothing is asked; a total that few or no rows prove is left out and asked about.
 */
function leftOutSums(
  cuts: readonly Cut[],
  figures: readonly Evidence[],
  sums: TableSums,
  view: TableView,
): readonly Column[] {
  const cutOf = new Map(cuts.map((cut) => [cut.profile.heading, cut]));
  const partsOf = ({ from }: Relation): readonly Cut[] =>
    from.flatMap((name) => cutOf.get(name) ?? []);
  const besideParts = (sum: Relation): boolean => {
    const parts = partsOf(sum);
    return parts.length === sum.from.length && isBeside(cutOf.get(sum.column), parts, view);
  };
  return figures.flatMap((column): readonly Column[] => {
    const { heading } = column.profile;
    const verified = sums.verified.find((sum) => sum.column === heading && besideParts(sum));
    if (verified) {
      const words = sumInRows(verified);
      return [leftOut(column, words, 0.99, words, [])];
    }
    const likely = sums.likely.find((sum) => sum.column === heading && besideParts(sum));
    if (likely)
      return [
        leftOut(
          column,
          sumInRows(likely),
          0.8,
          inFour(
            'de kop zegt totaal, en het is {formula} in {holds} van de {rows} rijen',
            'l’en-tête dit total, et c’est {formula} dans {holds} {holds:ligne|lignes} sur {rows}',
            'die Überschrift sagt Summe, und es ist {formula} in {holds} von {rows} Zeilen',
            'the heading says total, and it is {formula} in {holds} of {rows} rows',
            { formula: likely.formula, holds: likely.holds, rows: likely.rows },
          ),
          [noMoreThanSum(heading, likely)],
        ),
      ];
    if (cuts.length === 0 || cutOf.has(heading) || !isTotalHeading(heading)) return [];
    if (!areApart(cuts, view, true)) return [];
    if (measureOf(heading)?.ignore) return [];
    const what = cuts.some(({ time }) => time !== null)
      ? inFour(
          'jaren of perioden',
          'années ou périodes',
          'Jahren oder Zeiträumen',
          'years or periods',
        )
      : inFour(
          'plaatsen of middelen',
          'lieux ou substances',
          'Orten oder Stoffen',
          'places or substances',
        );
    return [
      leftOut(
        column,
        inFour(
          'het totaal van de kolommen ernaast',
          'le total des colonnes voisines',
          'die Summe der Spalten daneben',
          'the total of the columns beside it',
        ),
        0.8,
        inFour(
          'de kop zegt totaal, naast kolommen van {what}',
          'l’en-tête dit total, à côté de colonnes par {what}',
          'die Überschrift sagt Summe, neben Spalten nach {what}',
          'the heading says total, beside columns of {what}',
          { what },
        ),
        [
          inFour(
            'Is {heading} niet meer dan de som van de kolommen ernaast? Geen rij bewijst het; weggelaten, zodat niets dubbel telt.',
            '{heading} n’est-il que la somme des colonnes voisines ? Aucune ligne ne le prouve ; laissé de côté, pour que rien ne compte deux fois.',
            'Ist {heading} nicht mehr als die Summe der Spalten daneben? Keine Zeile beweist es; weggelassen, damit nichts doppelt zählt.',
            'Is {heading} no more than the sum of the columns beside it? No row proves it; left out, so that nothing counts twice.',
            { heading: quoted(heading) },
          ),
        ],
      ),
    ];
  });
}

const flagWords =
  /(?<![\p{L}])(?:flags?|status|statut|vlag|markering|symbool|symbole?|kennzeichen|kennzeichnung|fu[sß]{1,2}note|footnotes?|voetnoot|notes?|marks?|marker|remarks?|opmerking|bemerkung|remarque)(?![\p{L}])/iu;

const separators = /[\s_.:;,()[\]/-]+/gu;
const plain = (text: string): string => text.replace(separators, ' ').trim().toLowerCase();

/** Whether a heading says that it holds marks, beside a year or what else it names. */
function isFlagHeading(heading: string): boolean {
  return flagWords.test(heading.replaceAll('_', ' '));
}

const isMarks = (profile: ColumnProfile): boolean =>
  labelsOf(profile).every((text) => /^[a-z*†‡]{1,3}$/iu.test(text));

/** The folded heading that a column of marks stands beside: it has its name, or its year and another word. */
function folded(profile: ColumnProfile, cuts: readonly Cut[], view: TableView): Cut | undefined {
  const bare = profile.heading.replace(/ #\d+$/u, '');
  if (bare !== profile.heading && isMarks(profile))
    return cuts.find((cut) => cut.profile.heading.replace(/ #\d+$/u, '') === bare);
  const flagged = isFlagHeading(bare);
  const name = plain(bare.replaceAll('_', ' ').replace(flagWords, ' '));
  const named = cuts.find((cut) => plain(cut.profile.heading) === name);
  if (flagged && named) return named;
  const time = headingTime(
    bare,
    view.language,
    cuts.some(({ time: own }) => own?.as === 'yearmonth'),
  );
  if (time === null || (profile.numbers.cells > 0 && !flagged)) return undefined;
  return cuts.find((cut) => cut.time?.text === time.text);
}

/**
 * Marks and words that stand beside each folded heading in a column of their own: a fold cannot join them, and as columns of
 * the row they would be put on every heading. Where a row has one figure only, they are its own.
 */
function besides(cuts: readonly Cut[], view: TableView): readonly Column[] {
  if (cuts.length < 2) return [];
  return view.columns.flatMap((column): readonly Column[] => {
    const { profile } = column;
    if (cuts.some((cut) => cut.profile === profile)) return [];
    const beside = folded(profile, cuts, view)?.profile.heading;
    if (beside === undefined) return [];
    const labels = labelsOf(profile);
    const held = isMarks(profile)
      ? inFour('tekens', 'des signes', 'Zeichen', 'marks')
      : inFour('cellen', 'des cellules', 'Zellen', 'cells');
    const holds = isMarks(profile)
      ? inFour('{n} {n:teken|tekens}', '{n} {n:signe|signes}', '{n} Zeichen', '{n} marks', {
          n: profile.said,
        })
      : inFour(
          '{n} {n:cel|cellen}',
          '{n} {n:cellule|cellules}',
          '{n} {n:Zelle|Zellen}',
          '{n} cells',
          { n: profile.said },
        );
    return [
      columnOf(
        'column',
        [column],
        reading({
          written: {
            ignore: inFour(
              '{held} die alleen bij {beside} horen',
              '{held} qui ne vont qu’avec {beside}',
              '{held}, die nur zu {beside} gehören',
              '{held} that belong to {beside} alone',
              { held, beside: quoted(beside) },
            ),
          },
          confidence: 0.85,
          reason: inFour(
            'staat naast {beside} en bevat {holds}',
            'est à côté de {beside} et contient {holds}',
            'steht neben {beside} und enthält {holds}',
            'stands beside {beside} and holds {holds}',
            { beside: quoted(beside), holds },
          ),
          decide: [
            inFour(
              'Een beschrijving kan wat naast een gevouwen cijfer staat er niet aan verbinden{shown}: is het nodig (breuken, schattingen, cijfers die niet worden vrijgegeven)?',
              'Une description ne peut joindre ce qui est à côté d’un chiffre replié{shown} : en a-t-on besoin (ruptures, estimations, chiffres non diffusés) ?',
              'Eine Beschreibung kann nicht verbinden, was neben einer gefalteten Zahl steht{shown}: wird es gebraucht (Brüche, Schätzungen, zurückgehaltene Zahlen)?',
              'A description cannot join what stands beside a folded figure to it{shown}: is it needed (breaks, estimates, figures kept back)?',
              {
                shown:
                  labels.length > 0 ? inSigns(' ({labels})', { labels: quotedAll(labels, 6) }) : '',
              },
            ),
          ],
          samples: samplesOf(profile, false),
        }),
      ),
    ];
  });
}

/** Which headings say a quarter or another part of a year that nothing reads ("2024 kwartaal 1"); bare 1 to 4 below years say so too. */
function unreadParts(timed: readonly Cut[]): readonly Cut[] {
  const numberOf = ({ time }: Cut): string =>
    time?.as === 'year' ? `${time.before} ${time.after}`.trim() : '';
  const numbers = new Set(
    timed.map(numberOf).filter((text) => /^(?:[1-4]|I{1,3}|IV)$/u.test(text)),
  );
  return timed.filter(
    (cut) =>
      (cut.time !== null && saysPartOfYear(cut.time)) ||
      (numbers.size > 1 && numbers.has(numberOf(cut))),
  );
}

/** A column of a part of a year that nothing reads: by its year alone, its figures would be of the whole year. */
function askedPart(column: Evidence): Column {
  const { heading } = column.profile;
  return leftOut(
    column,
    inFour(
      'een deel van een jaar dat niet te lezen is',
      'une partie d’année que rien ne lit',
      'ein Teil eines Jahres, den nichts liest',
      'a part of a year that nothing reads',
    ),
    0.3,
    inFour(
      'de kop noemt een deel van een jaar',
      'l’en-tête dit une partie d’année',
      'die Überschrift nennt einen Teil eines Jahres',
      'the heading says a part of a year',
    ),
    [
      inFour(
        'Van welke maanden is {heading}? Het jaar is gelezen, het deel ervan niet: schrijf het in het bestand als 2024-Q1, 2024-S1 of 2024-01.',
        'De quels mois est {heading} ? L’année est lue, non sa partie : écrivez dans le fichier 2024-Q1, 2024-S1 ou 2024-01.',
        'Von welchen Monaten ist {heading}? Das Jahr ist gelesen, sein Teil nicht: in der Datei als 2024-Q1, 2024-S1 oder 2024-01 schreiben.',
        'Of which months is {heading}? Its year is read, and the part of it is not: write it in the file as 2024-Q1, 2024-S1 or 2024-01.',
        { heading: quoted(heading) },
      ),
    ],
  );
}

/** Headings that are figures by their cells, or empty; one that is a place itself ("Territoire de Belfort") heads no column of places. */
function isFigures({ profile, meanings }: Evidence, view: TableView): boolean {
  if (profile.said === 0)
    return profile.filled > 0 || profile.column.headers.some((text) => text !== '');
  // No key of an offence is a broken number.
  const areBroken = profile.numbers.whole * 2 < profile.numbers.cells;
  const other = meanings.find(
    ({ concept, heading, confidence }) =>
      confidence > 0.3 &&
      !(areBroken && (concept === 'offence' || concept === 'offenceKey')) &&
      concept !== 'value' &&
      concept !== 'period' &&
      concept !== 'arrests' &&
      (heading?.score ?? 0) > thresholds.headingTells,
  );
  const values = meanings.find(({ concept }) => concept === 'value');
  const dated = /^(?:19|20)\d\d\*?$/.test(profile.heading);
  const { cells } = profile.numbers;
  // A few figures with words among bare ones are figures, too.
  const figures = cells + (profile.worded <= cells ? profile.worded : 0);
  return (
    shareOf(profile, figures) >= (dated ? 0.4 : 0.9) &&
    (!other ||
      isKeyAndName(profile.heading) ||
      (other.concept === 'place' && isPlace(profile.heading, view)) ||
      (values?.heading?.score ?? 0) >= (other.heading?.score ?? 0))
  );
}

/**
 * Columns whose heading is data, as folds: headings that hold a year or a period, or that name places or substances.
 * Each fold has one pattern that finds its headings and none of the others. What is the sum of folded columns is left out.
 */
export function guessFolds(view: TableView): readonly Column[] {
  const headings = view.columns.map(({ profile }) => profile.heading);
  const foldIn = (group: Group): readonly Column[] => {
    const own = new Set(group.cuts.map(({ profile }) => profile.heading));
    return [
      foldOf(
        group,
        view,
        headings.filter((heading) => !own.has(heading)),
      ),
    ].flat();
  };
  const listed = listedKinds(view);
  if (listed.length > 0) return listed.flatMap(foldIn);
  const shared = partsByShare(view);
  const again = [
    ...shared,
    ...[
      ...restated(view),
      ...breakdowns(view),
      ...otherPeriods(view),
      ...hoursBesideDays(view),
    ].filter(({ column }) => !shared.some((each) => each.column === column)),
  ];
  const all = view.columns.filter(
    (column) => isFigures(column, view) && !again.some((each) => each.column === column),
  );
  const allHeadings = all.map(({ profile }) => profile.heading);
  const months = monthsAmong(allHeadings);
  // Single finds have their day in a cell of their own.
  const parts =
    view.record === 'observation'
      ? partsAmong(allHeadings, view.language)
      : new Map<string, never>();
  const dated = all.flatMap(({ profile }): Cut[] => {
    const bare = profile.heading.replace(/ #\d+$/, '');
    const time =
      parts.get(profile.heading) ?? headingTime(bare, view.language, months.has(profile.heading));
    if (
      !time ||
      isFlagHeading(bare) ||
      measureOf(`${time.before} ${time.after}`)?.name === 'reference year'
    )
      return [];
    const numbered =
      bare === profile.heading
        ? time
        : { ...time, after: `${time.after}${profile.heading.slice(bare.length)}` };
    return [cutHeading(profile, numbered)];
  });
  const unread = new Set(unreadParts(dated).map(({ profile }) => profile));
  const timed = dated.filter(({ profile }) => !unread.has(profile));
  const figures = all.filter(({ profile }) => !unread.has(profile));
  const asked = all.filter(({ profile }) => unread.has(profile)).map(askedPart);
  const several = timed.length > 1 || (timed.length === 1 && figures.length === 1);
  const rates = timed.length === 1 && measureOf(timed[0]?.profile.heading ?? '')?.ignore;
  const every = several && !rates ? timed : named(figures, view);
  // Where headings are no data, they may still tell of which drug each is.
  const drugs = figures.filter(({ profile }) => drugOfHeading(profile.heading, view)?.code);
  const apart =
    every.length === 0 && drugs.length > 1
      ? drugs.map(({ profile }) => cutHeading(profile, null))
      : every;
  const totals = leftOutSums(apart, figures, view.sums, view);
  const summed = new Set(totals.flatMap(({ headings: names }) => names));
  const cuts = every.filter(({ profile }) => !summed.has(profile.heading));
  const folds = foldGroups(cuts, view).flatMap(foldIn);
  const twice = again.map(({ column, ignore, confidence, decide }) =>
    leftOut(column, ignore, confidence, ignore, decide),
  );
  const beside = besides(cuts, view).filter(
    ({ evidence }) => !again.some(({ column }) => evidence.includes(column)),
  );
  const rest = leftOutRest(cuts, figures, view).filter(
    ({ headings: [name = ''] }) => !summed.has(name),
  );
  return [...folds, ...beside, ...totals, ...rest, ...asked, ...twice];
}

/** Headings of what is left of the places beside them. */
const remainder =
  /^(?:(?:all |the )?(?:others?|rest|remaining)|autres?|(?:les )?autres|reste|andere|overige|rest van|übrige|sonstige|restliche)(?:$|\s\p{L})/iu;
const ofPlaces =
  /countr|states?(?!\p{L})|regions?|places?|ports?|pays|états|régions?|lieux|landen|regio|plaatsen|havens|provinc|länder|staaten|regionen|orte|häfen/iu;

/** Columns of the rest of the places that a fold has: no place is its own, and without one nothing of the file could be read. */
function leftOutRest(
  cuts: readonly Cut[],
  figures: readonly Evidence[],
  view: TableView,
): readonly Column[] {
  const isOfPlaces =
    cuts.length > 0 &&
    cuts.every(({ parts }) => parts.some((part) => part !== timeMark && isPlace(part, view)));
  if (!isOfPlaces) return [];
  return figures.flatMap((column) => {
    const { heading } = column.profile;
    const isFolded = cuts.some(({ profile }) => profile === column.profile);
    const isRest =
      remainder.test(heading) && (ofPlaces.test(heading) || !/\s/u.test(heading.trim()));
    if (isFolded || !isRest || measureOf(heading)?.ignore) return [];
    const rest = inFour(
      'de rest van de plaatsen ernaast, die geen plaats op zich is',
      'le reste des lieux voisins, qui n’est pas un lieu à lui seul',
      'der Rest der Orte daneben, der für sich kein Ort ist',
      'the rest of the places beside it, which is no place of its own',
    );
    return [
      leftOut(column, rest, 0.8, rest, [
        inFour(
          'Van welke plaatsen samen is {heading}? Geen lijst heeft zo’n rest; weggelaten tot er een plaats voor is.',
          'De quels lieux ensemble est {heading} ? Aucune liste n’a un tel reste ; laissé de côté tant qu’il n’a pas de lieu.',
          'Von welchen Orten zusammen ist {heading}? Keine Liste hat einen solchen Rest; weggelassen, bis es einen Ort dafür gibt.',
          'Of which places together is {heading}? No list has such a rest; left out until there is a place for it.',
          { heading: quoted(heading) },
        ),
      ]),
    ];
  });
}

/** Whether a heading is a number or a short code, and no year: 1 … 95, 2A, 971, 730000. */
function isCodeHeading(heading: string): boolean {
  return /^(?=.*\d)[\dA-Z]{1,6}$/u.test(heading) && !/^(?:19|20)\d\d$/u.test(heading);
}

const whole = /total|totaal|insgesamt|ensemble/iu;
/** A name and, behind it, that it is the whole of that. */
const ofItsKind = /\p{L}{4,}\s?[-–,]\s?(?:total|totaal|insgesamt|gesamt|ensemble)$/iu;

function named(figures: readonly Evidence[], view: TableView): readonly Cut[] {
  const plain = figures.filter(({ profile }) => {
    const measure = measureOf(profile.heading);
    return !measure?.ignore || measure.name === 'share';
  });
  const alike = (
    test: (text: string, view: TableView) => boolean,
  ): readonly (readonly [column: Evidence, texts: readonly string[]])[] =>
    plain.flatMap((column) => {
      const texts = cutHeading(column.profile, null).parts.filter((part) => test(part, view));
      return texts.length > 0 ? [[column, texts] as const] : [];
    });
  const cutsOf = (found: ReturnType<typeof alike>): readonly Cut[] =>
    found.map(([{ profile }]) => cutHeading(profile, null));
  const substance = alike(isSubstance);
  if (substance.length >= thresholds.foldColumns) return cutsOf(substance);
  const coded = plain.filter(({ profile }) => isCodeHeading(profile.heading));
  if (
    coded.length >= thresholds.codeHeadings &&
    coded.length >= plain.length * thresholds.headingRole
  )
    return coded.map(({ profile }) => cutHeading(profile, null));
  const place = alike(isPlace);
  const labels = [...new Set(place.flatMap(([, texts]) => texts.map((text) => text.trim())))];
  // Two capitals at the head of a technical name (CD_SEX, MS_POPULATION) are no countries.
  const codes = labels.every((label) => /^[A-Z]{2}$/.test(label));
  const total = plain.filter(({ profile }) =>
    /^(?:france m[eé]tropolitaine|m[eé]tropole)$/iu.test(profile.heading),
  );
  if (place.length >= thresholds.foldColumns && (labels.length >= thresholds.foldColumns || !codes))
    return [...new Set([...place.map(([column]) => column), ...total])].map(({ profile }) =>
      cutHeading(profile, null),
    );
  const offence = alike(isOffence).filter(([{ profile }]) => measureOf(profile.heading) === null);
  const wholes = plain.filter(
    ({ profile }) => measureOf(profile.heading)?.name === 'offences' && whole.test(profile.heading),
  );
  if (offence.length < 2) return [];
  const kinds = new Set([...wholes, ...offence.map(([column]) => column)]);
  // "Branddelikte-insgesamt" beside "Diebstahl-insgesamt" is all of its own kind, and not of the columns beside it.
  const wholeKinds = [...kinds].filter(({ profile }) => ofItsKind.test(profile.heading));
  const others = plain.filter(
    ({ profile }) => ofItsKind.test(profile.heading) && measureOf(profile.heading) === null,
  );
  // Figures of which one question is asked are of one list: a heading that no word tells from an offence is of it, too.
  const isAll = view.broken !== null && kinds.size * 2 > plain.length;
  const all = isAll ? plain : wholeKinds.length > 1 ? new Set([...kinds, ...others]) : kinds;
  const cuts = [...all].map(({ profile }) => cutHeading(profile, null));
  // Where the kind stands in no one place of the headings, each as a whole is the label of one ("kfz_diebstahl", "wohnungseinbruch").
  const isInOnePlace = cuts.every(({ parts }) => parts.length === cuts[0]?.parts.length);
  const isApart = cuts.some(({ parts }) => parts.length > 1) && !isInOnePlace;
  return isApart ? cuts.map((cut) => ({ ...cut, parts: [cut.profile.heading] })) : cuts;
}
