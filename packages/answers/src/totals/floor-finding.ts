import { totalChart } from '@samenbeeld/charts';
import { countedBehindNumber, isAuthority, type TotalQuestion } from '@samenbeeld/merge';
import type { FindingBlock } from '@samenbeeld/page';
import {
  inEach,
  isRoundedOnly,
  type JointTotal,
  listed,
  listedTexts,
  placeLabel,
  type Text,
  unknownPlace,
  wholeEnds,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { perStep } from '../questions.ts';
import {
  capitalised,
  coloned,
  dated,
  fromTo,
  isPort,
  isRunning,
  isYear,
  joined,
  likelyShown,
  numeral,
  ofDrug,
  patterned,
  phrased,
  placeText,
  plain,
  scopeText,
  text,
  unitText,
} from '../text.ts';
import { isOpposed, modelledNote, type WhyOf } from './yearly-table.ts';

function placeList(codes: readonly string[]): Text {
  return inEach((language) =>
    listed(
      codes.map((code) => placeLabel(code, language)),
      language,
    ),
  );
}

function reportedCount(total: JointTotal): number {
  return total.members.filter((member) => member.state === 'reported').length;
}

/** The years that have a figure of their own, which nothing contests. */
const settledOf = (totals: readonly JointTotal[]): readonly JointTotal[] =>
  totals.filter((total) => typeof total.reported.likely === 'number' && !isOpposed(total));

/** The latest year of which both ends are known, else the latest lower limit: an older one of more places is no better known. */
export function bestKnown(totals: readonly JointTotal[]): JointTotal | undefined {
  const settled = settledOf(totals);
  return (
    settled.findLast(
      ({ missing, reported }) => missing.length === 0 && reported.highest !== null,
    ) ?? settled.at(-1)
  );
}

/** An earlier year of which more places have a figure than of the one that is told. */
function fullerKnown(totals: readonly JointTotal[], shown: JointTotal): readonly Text[] {
  const fuller = settledOf(totals.slice(0, totals.indexOf(shown))).findLast(
    (total) => reportedCount(total) > reportedCount(shown),
  );
  const atLeast = fuller?.total.atLeast ?? null;
  if (!fuller || fuller.method || atLeast === null) return [];
  return [
    text(
      'Over {period} hebben meer plaatsen een cijfer: samen ten minste {v} {unit}.',
      'Pour {period}, davantage de lieux ont un chiffre : ensemble au moins {v} {unit}.',
      'Für {period} haben mehr Orte eine Zahl: zusammen mindestens {v} {unit}.',
      'More places have a figure for {period}: together at least {v} {unit}.',
      { period: dated(fuller.period), v: atLeast, unit: unitText(fuller.unit) },
    ),
  ];
}

/** Where and how something was counted, as a sentence about an amount has it; a port's seizures in the words of the port. */
interface Told {
  readonly seized: (amount: Text, year: string) => Text;
  readonly allReported: Text;
}

const allReportedBut = (all: Text): Text =>
  text(
    '{all}, maar een bovengrens is er niet',
    '{all}, mais il n’y a pas de limite supérieure',
    '{all}, eine Obergrenze gibt es aber nicht',
    '{all}, but there is no upper end',
    { all },
  );

function toldOf({ question, totals }: Pick<Analysis, 'question' | 'totals'>): Told {
  const members = totals[0]?.members ?? [];
  const arePorts = members.every((member) => isPort(member.place));
  const { place, substance, basis, metric, by = 'year' } = question;
  const allReported =
    arePorts && members.length > 1
      ? text(
          'alle havens hebben gemeld',
          'tous les ports ont déclaré',
          'alle Häfen haben gemeldet',
          'every port has reported',
        )
      : members.length > 1
        ? text(
            'elke plaats van de vraag heeft een cijfer',
            'chaque lieu de la question a un chiffre',
            'jeder Ort der Frage hat eine Zahl',
            'every place of the question has a figure',
          )
        : by === 'year'
          ? text(
              'er is een cijfer over het hele jaar',
              'il y a un chiffre pour toute l’année',
              'es gibt eine Zahl für das ganze Jahr',
              'there is a figure for the whole year',
            )
          : text(
              'er is een cijfer over de hele periode',
              'il y a un chiffre pour toute la période',
              'es gibt eine Zahl für den ganzen Zeitraum',
              'there is a figure for the whole period',
            );
  if (
    arePorts &&
    // Several ports that were named one by one are no port of that name.
    !place.includes('+') &&
    by === 'year' &&
    substance !== null &&
    metric === 'quantity' &&
    basis === 'seized_in_port'
  )
    return {
      allReported,
      seized: (amount, year) =>
        text(
          'In {year} is in de haven {amount} {drug} in beslag genomen',
          'En {year}, {amount} {drug} ont été saisis dans le port',
          'Im Jahr {year} wurden im Hafen {amount} {drug} sichergestellt',
          'In {year} {amount} {drug} was seized in the port',
          { year, amount, drug: ofDrug(substance) },
        ),
    };
  return {
    allReported,
    seized: (amount, year) =>
      patterned('{year}: {amount} ({scope})', {
        year: dated(year),
        amount,
        scope: scopeText(question),
      }),
  };
}

/** An amount between its ends: one figure, or a range; the low one stands in `{floor}`. */
function amountOf(total: JointTotal): Text {
  const { lowest, highest } = total.reported;
  const unit = unitText(total.unit);
  const words = { floor: '{floor}', unit };
  return isRounded(total) || (lowest !== null && lowest === highest)
    ? patterned('{floor} {unit}', words)
    : highest === null
      ? atLeast(unit)
      : text(
          'ten minste {floor} en ten hoogste {high} {unit}',
          'au moins {floor} et au plus {high} {unit}',
          'mindestens {floor} und höchstens {high} {unit}',
          'at least {floor} and at most {high} {unit}',
          { ...words, high: highest },
        );
}

/** What every place has reported, as the headline has it. */
function reportedByAll(
  { reported: { highest } }: JointTotal,
  { allReported }: Told,
  told: Text,
): Text {
  return patterned('{told}; {all}.', {
    told,
    all: highest === null ? allReportedBut(allReported) : allReported,
  });
}

function atLeast(unit: Text): Text {
  return text(
    'ten minste {floor} {unit}',
    'au moins {floor} {unit}',
    'mindestens {floor} {unit}',
    'at least {floor} {unit}',
    { floor: '{floor}', unit },
  );
}

/** What a model weighs, from a lower end that stands as it is given: its ends are rounded away from each other, since it does not weigh to the gram. */
function modelledAmount(total: JointTotal, v: number | string): Text {
  const { lowest, highest } = wholeEnds(total.reported);
  const words = { v, unit: unitText(total.unit) };
  if (lowest === highest) return patterned('{v} {unit}', words);
  return highest === null
    ? text(
        '{v} {unit} of meer',
        '{v} {unit} ou plus',
        '{v} {unit} oder mehr',
        '{v} {unit} or more',
        words,
      )
    : text(
        '{v} tot {high} {unit}',
        '{v} à {high} {unit}',
        '{v} bis {high} {unit}',
        '{v} to {high} {unit}',
        { ...words, high: highest },
      );
}

/** The same of events, whose range a model weighs: no end of it holds by itself. */
function modelledRange(total: JointTotal, told: Told): Pick<FindingBlock, 'title' | 'text'> {
  const weighed = text(
    '{told}, naar de gewogen meldingen',
    '{told}, d’après les mentions pesées',
    '{told}, nach den gewogenen Meldungen',
    '{told}, weighing the reports',
    { told: told.seized(modelledAmount(total, '{floor}'), total.period) },
  );
  return {
    title: text(
      '{range} in {year}, gemodelleerd',
      '{range} en {year}, chiffre modélisé',
      '{range} im Jahr {year}, modelliert',
      '{range} in {year}, modelled',
      { year: total.period, range: modelledAmount(total, wholeEnds(total.reported).lowest ?? 0) },
    ),
    text:
      total.missing.length > 0 ? withoutAll(total, weighed) : reportedByAll(total, told, weighed),
  };
}

/** Whether the figures behind a total are of services that count, by who is said to have counted or else publishes; and whether anybody has judged those sources. */
function standingOf(
  { members, together }: JointTotal,
  { result, gathered }: Pick<Analysis, 'result' | 'gathered'>,
): { readonly isCounted: boolean; readonly isJudged: boolean } {
  const ids = new Set(
    [...members, ...together].flatMap(({ governing, combined, finds, rivals }) => [
      ...(governing === null ? [] : [governing]),
      ...combined,
      ...finds,
      ...rivals,
    ]),
  );
  const sources = new Map(gathered.sources.map(({ source }) => [source.id, source]));
  const told = [
    ...result.claims.filter(({ id }) => ids.has(id)).flatMap(({ rows }) => rows),
    ...gathered.seizures.filter(({ id }) => ids.has(id)),
  ];
  const publisherOf = (id: string): readonly string[] => [sources.get(id)?.publisher ?? ''];
  return {
    isCounted: told.some(({ agencies, source }) =>
      isAuthority(agencies.length > 0 ? agencies : publisherOf(source)),
    ),
    isJudged: told.every(({ source }) => sources.get(source)?.gradeSource !== 'X'),
  };
}

/** A title, with the place in front where the picture asks about several. */
function ofSeveral({ answers, question }: Analysis, title: Text): Text {
  const asked = new Set(answers.map((one) => one.question.place));
  const small = inEach(
    (language) => title[language].charAt(0).toLowerCase() + title[language].slice(1),
  );
  return asked.size > 1 ? coloned(placeText(question.place), small) : title;
}

const isFloor = ({ reported, total }: JointTotal): boolean =>
  reported.likely === null && total.atLeast !== null;

/** The lower end as it is told: of what a model weighs, in whole kilograms. */
function leastOf(total: JointTotal): number | null {
  const { atLeast } = total.total;
  return total.method ? (wholeEnds(total.reported).lowest ?? atLeast) : atLeast;
}

/** The newest period, where less is known of it than of the one that is told: what kind of figure it is, and whether that is less. */
function newestKnown(totals: readonly JointTotal[], shown: JointTotal): readonly Text[] {
  const newest = totals
    .slice(totals.indexOf(shown) + 1)
    .findLast(({ total }) => total.atLeast !== null);
  if (!newest) return [];
  if (newest.method)
    return [
      text(
        'Van het nieuwste, {period}, is minder bekend: {amount}, naar de gewogen meldingen.',
        'On en sait moins sur le plus récent, {period} : {amount}, d’après les mentions pesées.',
        'Über das Neueste, {period}, ist weniger bekannt: {amount}, nach den gewogenen Meldungen.',
        'Less is known of the newest, {period}: {amount}, weighing the reports.',
        { period: dated(newest.period), amount: modelledAmount(newest, leastOf(newest) ?? 0) },
      ),
    ];
  const { lowest, highest } = newest.reported;
  const absent = newest.members.filter(({ state }) => state === 'not_reported');
  const words = {
    period: dated(newest.period),
    v: isRounded(newest) ? likelyShown(newest) : (newest.total.atLeast ?? 0),
    high: highest ?? 0,
    unit: unitText(newest.unit),
    without:
      absent.length === 0
        ? ''
        : text(', zonder {places}', ', sans {places}', ', ohne {places}', ', without {places}', {
            places: placeList(absent.map(({ place }) => place)),
          }),
    year: phrased('the', [shown.period]),
  };
  if (newest.missing.length === 0 && lowest !== null && highest !== null)
    return [
      lowest === highest || isRounded(newest)
        ? text(
            'Het nieuwste: {period}, {v} {unit}.',
            'Le plus récent : {period}, {v} {unit}.',
            'Das Neueste: {period}, {v} {unit}.',
            'The newest: {period}, {v} {unit}.',
            words,
          )
        : text(
            'Het nieuwste is niet beslist: {period} ten minste {v} en ten hoogste {high} {unit}.',
            'Le plus récent n’est pas tranché : {period}, au moins {v} et au plus {high} {unit}.',
            'Das Neueste ist nicht entschieden: {period} mindestens {v} und höchstens {high} {unit}.',
            'The newest is undecided: {period} at least {v} and at most {high} {unit}.',
            words,
          ),
    ];
  const isFloorToo = shown.reported.highest === null || shown.missing.length > 0;
  return [
    isFloorToo
      ? text(
          'Het nieuwste, {period}, is ook een ondergrens: ten minste {v} {unit}{without}. Van {year} is meer bekend.',
          'Le plus récent, {period}, est aussi un minimum : au moins {v} {unit}{without}. On en sait plus sur {year}.',
          'Das Neueste, {period}, ist auch eine Untergrenze: mindestens {v} {unit}{without}. Über {year} ist mehr bekannt.',
          'The newest, {period}, is a lower limit too: at least {v} {unit}{without}. More is known of {year}.',
          words,
        )
      : text(
          'Het nieuwste, {period}, is alleen een ondergrens: ten minste {v} {unit}{without}. Van {year} is meer bekend.',
          'Le plus récent, {period}, n’est qu’un minimum : au moins {v} {unit}{without}. On en sait plus sur {year}.',
          'Das Neueste, {period}, ist nur eine Untergrenze: mindestens {v} {unit}{without}. Über {year} ist mehr bekannt.',
          'The newest, {period}, is only a lower limit: at least {v} {unit}{without}. More is known of {year}.',
          words,
        ),
  ];
}

/** At most so many periods are named one by one. */
const mostNamed = 6;

/** The months, quarters or halves between the first and the last figure that have none; of years the table says it. */
function gapsAmong(totals: readonly JointTotal[]): readonly Text[] {
  if (totals.every(isYear)) return [];
  const gaps = totals.filter(({ status }) => status === 'none');
  if (gaps.length === 0) return [];
  const named = gaps.slice(0, mostNamed).map(({ period }) => dated(period));
  return [
    text(
      'Van de {all} perioden {span} {n:heeft # geen cijfer|hebben er # geen cijfer}: {gaps}. Wat ontbreekt is onbekend, niet nul.',
      'Sur les {all} périodes {span}, {n:# n’a aucun chiffre|# n’a aucun chiffre|# n’ont aucun chiffre} : {gaps}. Ce qui manque est inconnu, et non pas zéro.',
      'Von den {all} Zeiträumen {span} {n:hat # keine Zahl|haben # keine Zahl}: {gaps}. Was fehlt, ist unbekannt, nicht null.',
      'Of the {all} periods {span}, {n:# has no figure|# have no figure}: {gaps}. What is missing is unknown, not zero.',
      {
        all: totals.length,
        span: fromTo(totals[0]?.period ?? '', totals.at(-1)?.period ?? ''),
        n: gaps.length,
        gaps: gaps.length > mostNamed ? joined([...named, plain('…')], ', ') : listedTexts(named),
      },
    ),
  ];
}

/** That a period was not over on the date of the picture. */
function stillRunning(total: JointTotal, asOf: string): readonly Text[] {
  if (total.total.atLeast === null || !isRunning(total, asOf)) return [];
  return [
    text(
      '{period} was op de peildatum ({day}) nog niet voorbij: het cijfer ervan ({v} {unit}) kan nog stijgen.',
      '{period} : pas encore terminé à la date de référence ({day}) ; son chiffre ({v} {unit}) peut encore augmenter.',
      '{period} war am Stichtag ({day}) noch nicht vorbei: Die Zahl dazu ({v} {unit}) kann noch steigen.',
      '{period} was not over on the date of the picture ({day}): its figure ({v} {unit}) may still grow.',
      {
        period: capitalised(dated(total.period)),
        day: dated(asOf),
        v: total.total.atLeast,
        unit: unitText(total.unit),
      },
    ),
  ];
}

/** Whether a total is known in full but for the rounding of its figures. */
const isRounded = (total: JointTotal): boolean =>
  total.missing.length === 0 && isRoundedOnly(total);

/** What a figure that is told as published may be. */
function roundingOf(total: JointTotal): readonly Text[] {
  if (!isRounded(total)) return [];
  const { lowest, highest } = total.reported;
  const words = { lowest: lowest ?? 0, highest: highest ?? 0, unit: unitText(total.unit) };
  // "Almost 1,700" is not rounded, but not exact either.
  return total.members.some(({ wording }) => wording === 'just_under')
    ? [
        text(
          'Dit cijfer is niet precies gegeven: het kan {lowest} tot {highest} {unit} zijn.',
          'Ce chiffre n’est pas donné exactement : il peut s’agir de {lowest} à {highest} {unit}.',
          'Diese Zahl ist nicht genau angegeben: Es können {lowest} bis {highest} {unit} sein.',
          'This figure is not given exactly: it may be {lowest} to {highest} {unit}.',
          words,
        ),
      ]
    : [
        text(
          'Dit cijfer is afgerond: het kan {lowest} tot {highest} {unit} zijn.',
          'Ce chiffre est arrondi : il peut s’agir de {lowest} à {highest} {unit}.',
          'Diese Zahl ist gerundet: Es können {lowest} bis {highest} {unit} sein.',
          'This figure is rounded: it may be {lowest} to {highest} {unit}.',
          words,
        ),
      ];
}

/** "1.7 kg in 2019" of what is known exactly or but for rounding, else "at least 1.7 kg in 2019". */
function floorTitle(total: JointTotal, least: number, question: TotalQuestion): Text {
  const unit = countedBehindNumber({ ...question, unit: total.unit });
  const { lowest, highest } = total.reported;
  const isExact = total.missing.length === 0 && lowest !== null && lowest === highest;
  const v = isRounded(total)
    ? patterned('{v} {unit}', { v: likelyShown(total), unit })
    : isExact
      ? patterned('{v} {unit}', { v: least, unit })
      : text(
          'ten minste {v} {unit}',
          'au moins {v} {unit}',
          'mindestens {v} {unit}',
          'at least {v} {unit}',
          { v: least, unit },
        );
  return isYear(total)
    ? capitalised(
        text('{v} in {year}', '{v} en {year}', '{v} im Jahr {year}', '{v} in {year}', {
          v,
          year: total.period,
        }),
      )
    : coloned(capitalised(dated(total.period)), v);
}

/** Why a lower limit is no total: who is missing, and of whom a part is known. */
function withoutAll({ missing, members }: JointTotal, told: Text): Text {
  const states = new Map(members.map(({ place, state }) => [place, state]));
  const inPart = missing.filter(
    (place) => (states.get(place) ?? 'not_reported') !== 'not_reported' && place !== unknownPlace,
  );
  const absent = missing.filter((place) => !inPart.includes(place) && place !== unknownPlace);
  return joined(
    [
      joined([told, plain('.')], ''),
      ...(missing.includes(unknownPlace)
        ? [
            text(
              'Van welke plaats dit is, is niet gezegd, dus een totaal van een plaats is het niet.',
              'Le lieu n’est pas indiqué : ce n’est donc le total d’aucun lieu.',
              'Welcher Ort gemeint ist, ist nicht gesagt; die Summe eines Ortes ist es daher nicht.',
              'Of which place this is, is not said, so it is the total of no place.',
            ),
          ]
        : []),
      ...(absent.length > 0
        ? [
            text(
              '{missing} {n:ontbreekt|ontbreken}, dus een hoogste totaal is niet te geven.',
              '{missing} {n:fait|font} défaut : aucun total maximal ne peut être donné.',
              '{missing} {n:fehlt|fehlen}, daher lässt sich keine Höchstsumme nennen.',
              '{missing} {n:is|are} missing, so no highest total can be given.',
              { missing: placeList(absent), n: absent.length },
            ),
          ]
        : []),
      ...(inPart.length > 0
        ? [
            text(
              'Van {places} is alleen een deel bekend{so}.',
              'Seule une partie est connue ({places}){so}.',
              'Von {places} ist nur ein Teil bekannt{so}.',
              'Only a part is known of {places}{so}.',
              {
                places: placeList(inPart),
                so:
                  absent.length > 0
                    ? ''
                    : text(
                        ', dus een hoogste totaal is niet te geven',
                        ' : aucun total maximal ne peut être donné',
                        ', daher lässt sich keine Höchstsumme nennen',
                        ', so no highest total can be given',
                      ),
              },
            ),
          ]
        : []),
    ],
    ' ',
  );
}

const counted: Text = text(
  'Cijfers van diensten die zelf tellen, tot op de cel te herleiden.',
  'Chiffres de services qui font leur propre décompte, traçables jusqu’à la cellule.',
  'Zahlen zählender Stellen, bis zur Zelle rückverfolgbar.',
  'Figures of counting authorities, traceable to the cell.',
);

const uncounted: Text = text(
  'Van geen dienst is bekend dat die dit telde; tot op de cel te herleiden.',
  'On ne sait d’aucun service qu’il ait fait ce décompte ; traçable jusqu’à la cellule.',
  'Von keiner Stelle ist bekannt, dass sie dies gezählt hat; bis zur Zelle rückverfolgbar.',
  'No service is known to have counted this; traceable to the cell.',
);

const unjudged: Text = text(
  'De betrouwbaarheid van de bron is niet beoordeeld.',
  'La fiabilité de la source n’a pas été évaluée.',
  'Die Verlässlichkeit der Quelle ist nicht beurteilt.',
  'The reliability of the source has not been judged.',
);

/** The newest year that is known from end to end, else the newest floor: at least so much; of events so much by a model. */
export function floorFinding(analysis: Analysis, whyOf: WhyOf): FindingBlock | null {
  const { asOf } = analysis.picture;
  const over = analysis.totals.filter((one) => !isRunning(one, asOf));
  const total = [over, analysis.totals]
    .map((some) => bestKnown(some) ?? some.findLast(isFloor))
    .find((one) => one !== undefined);
  const least = total?.total.atLeast ?? null;
  if (!total || least === null) return null;
  const isStill = isRunning(total, asOf);
  const unit = unitText(total.unit);
  const told = toldOf(analysis);
  const { isCounted, isJudged } = standingOf(total, analysis);
  const modelled = total.method ? modelledRange(total, told) : null;
  const figure = {
    ...(isRounded(total) && typeof total.reported.likely === 'number'
      ? { shown: likelyShown(total), value: total.reported.likely }
      : { shown: numeral(leastOf(total) ?? least), value: least }),
    why: whyOf(total),
  };
  return {
    kind: 'finding',
    title: ofSeveral(analysis, modelled?.title ?? floorTitle(total, least, analysis.question)),
    text: joined(
      [
        ...newestKnown(over, total),
        modelled?.text ??
          (total.missing.length > 0
            ? withoutAll(total, told.seized(atLeast(unit), total.period))
            : reportedByAll(total, told, told.seized(amountOf(total), total.period))),
        ...roundingOf(total),
        ...fullerKnown(over, total),
        ...total.causes
          .filter(({ kind }) => kind === 'opposed')
          .map((cause) =>
            text(
              'Betwist: {why}.',
              'Contesté : {why}.',
              'Umstritten: {why}.',
              'Contested: {why}.',
              {
                why: cause.text,
              },
            ),
          ),
        ...gapsAmong(analysis.totals),
        ...analysis.totals.flatMap((one) => stillRunning(one, asOf)),
      ],
      ' ',
    ),
    figures: { floor: figure },
    confidence: !isCounted
      ? 'low'
      : isJudged &&
          !isStill &&
          !isOpposed(total) &&
          total.reported.lowest === total.reported.highest
        ? 'high'
        : 'medium',
    basis: joined(
      [
        ...(total.method ? [modelledNote] : []),
        ...(isCounted ? [] : [uncounted]),
        ...(isCounted && !total.method ? [counted] : []),
        ...(isJudged ? [] : [unjudged]),
      ],
      ' ',
    ),
    draw: (options) => totalChart(analysis.totals, { ...options, ...chartTitle(analysis) }),
  };
}

/** The title of a chart of totals that are not of years: of years it is the chart's own. */
function chartTitle({ question, totals }: Analysis): { readonly title?: Text } {
  if (totals.every(isYear)) return {};
  const isModelled = totals.some(({ method }) => method);
  const per = perStep(question);
  const step = question.by === 'to-date' ? 'part of the year' : (question.by ?? 'period');
  return {
    title: isModelled
      ? text(
          'Wat {per} is geteld, gemodelleerd',
          'Ce qui est compté {per}, modélisé',
          'Was {per} gezählt ist, modelliert',
          'What is counted by {step}, modelled',
          { per, step },
        )
      : text(
          'Wat {per} is gemeld',
          'Ce qui a été déclaré {per}',
          'Was {per} gemeldet wurde',
          'What was reported, by {step}',
          { per, step },
        ),
  };
}
