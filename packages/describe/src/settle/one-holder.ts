import { codeLists } from '@samenbeeld/ingest';
import { inFour, quoted, type Text } from '@samenbeeld/schema';
import { type ColumnGuess, type Evidence, type GivesWay, type Look, reading } from '../column.ts';
import { cellsIn, type Dependence, dependence } from '../columns/companions.ts';
import { figuresBeside } from '../columns/flags.ts';
import { headsKeys } from '../columns/heading-words.ts';
import { alpha3Codes } from '../columns/iso3.ts';
import { measureOf } from '../columns/measures.ts';
import { levelOf } from '../columns/place-by-level.ts';
import { labelsOf, shareOf } from '../columns/profile-column.ts';
import type { TableView } from '../columns/table-view.ts';
import type { Concept } from '../columns/vocabulary.ts';
import type { Weighed } from '../columns/weigh.ts';
import { writePlace } from '../columns/write-place.ts';
import { saysUnit } from '../columns/write-unit.ts';
import { quotedAll } from '../quoted.ts';
import type { Relation } from '../relations/relation.ts';
import { thresholds } from '../thresholds.ts';
import { fieldIn, fieldsOf, isFigureField, isOne, keptWords } from '../written.ts';

/** Columns that hold nothing where another of the same meaning does, or an earlier one that is empty, too: SDMX gives labels a column of their own. */
function emptyBeside(
  columns: readonly Evidence[],
): readonly (readonly [empty: Evidence, beside: Evidence])[] {
  return columns.flatMap((column) => {
    const top = column.meanings[0];
    if (!top || column.profile.filled > 0 || measureOf(column.profile.heading)) return [];
    const beside = columns.find(
      (other) =>
        other !== column &&
        (other.profile.said > 0 ||
          (other.profile.filled === 0 &&
            other.profile.column.index < column.profile.column.index)) &&
        other.meanings[0]?.concept === top.concept &&
        (other.meanings[0]?.heading?.score ?? 0) >= thresholds.headingTells,
    );
    return beside ? [[column, beside] as const] : [];
  });
}

/** Meanings that a table has once: of several columns with it, one is taken. */
const once: readonly (readonly Concept[])[] = [
  ['period', 'date'],
  ['place', 'country'],
  ['substance'],
  ['offence', 'offenceKey'],
  ['unit'],
  ['flag'],
  ['note'],
  ['reference'],
];

/** Figures whose heading names a measure: no code, whatever their digits look like. */
function isMeasure({ profile }: Evidence): boolean {
  return (
    !headsKeys(profile.heading) &&
    shareOf(profile, profile.numbers.cells) > thresholds.mostlyFigures &&
    measureOf(profile.heading) !== null
  );
}

function first(view: Evidence): Weighed | undefined {
  return view.meanings[0];
}

/** Part of the rows in which the column says something. */
function fullness({ profile }: Evidence): number {
  return profile.rows > 0 ? profile.said / profile.rows : 0;
}

function resolvable(column: Evidence): number {
  return first(column)?.content?.score ?? 0;
}

function isKey(column: Evidence): boolean {
  const labels = labelsOf(column.profile).slice(0, 100);
  return (
    labels.filter((label) => /\d/.test(label) || label.length <= 3).length >
    labels.length * thresholds.mostlyKeys
  );
}

const daysOf = ({ profile }: Evidence): string | undefined =>
  [...profile.times.keys()].find((reading) => reading.includes('%d'));

/** How two columns depend on each other; days that differ do not follow from each other, though each stands beside one other only. */
function relationOf(one: Evidence, other: Evidence): Dependence {
  const days = daysOf(one);
  const differ =
    days !== undefined &&
    days === daysOf(other) &&
    cellsIn(one.profile).some((cell, row) => cell !== cellsIn(other.profile)[row]);
  return differ ? 'none' : dependence(one.profile, other.profile);
}

const leftOut = (reason: Text, decide: readonly Text[] = []): GivesWay => ({
  entry: 'gives way',
  reason,
  field: null,
  decide,
});

function givesWay(
  loser: Evidence,
  winner: Evidence,
  group: readonly Concept[],
  view: TableView,
): GivesWay {
  const relation = relationOf(winner, loser);
  const name = quoted(winner.profile.heading);
  const own = quoted(loser.profile.heading);
  const keyed =
    first(winner)?.concept === 'offenceKey' &&
    loser.profile.words > 0 &&
    loser.profile.values.size < winner.profile.values.size * 8;
  if (group.includes('offence') && (keyed || relation === 'same' || relation === 'finer'))
    return leftOut(
      inFour(
        'de woorden bij de sleutel in {name}, of een groep ervan',
        'les mots de la clé de {name}, ou un groupe d’entre eux',
        'die Bezeichnungen zum Schlüssel in {name} oder eine Gruppe davon',
        'the words of the key in {name}, or a group of them',
        { name },
      ),
    );
  if (group.includes('place') && relation === 'same') {
    const inWords = inFour(
      'de plaats van {name} in woorden',
      'le lieu de {name} en mots',
      'der Name des Ortes von {name}',
      'the place of {name} in words',
      { name },
    );
    if (labelsOf(winner.profile).every((label) => codeLists['places']?.has(label)) && !isKey(loser))
      return leftOut(inWords);
    const text = !isKey(loser) && view.record === 'observation';
    return text && isKey(winner)
      ? { ...leftOut(inWords), field: 'placeNote' }
      : leftOut(
          inFour(
            'dezelfde plaats als in {name}',
            'le même lieu que dans {name}',
            'derselbe Ort wie in {name}',
            'the same place as in {name}',
            { name },
          ),
        );
  }
  if (relation === 'same')
    return leftOut(
      inFour(
        'zegt hetzelfde als {name}',
        'dit la même chose que {name}',
        'sagt dasselbe wie {name}',
        'says the same as {name}',
        {
          name,
        },
      ),
    );
  if (relation === 'finer')
    return leftOut(
      inFour('volgt uit {name}', 'résulte de {name}', 'folgt aus {name}', 'follows from {name}', {
        name,
      }),
    );
  if (group.includes('place'))
    return leftOut(
      inFour(
        'een tweede kolom met plaatsen naast {name}',
        'une deuxième colonne de lieux à côté de {name}',
        'eine zweite Spalte mit Orten neben {name}',
        'a second column of places beside {name}',
        { name },
      ),
      [
        inFour(
          '{name} en {own} bevatten allebei plaatsen: welke telt?',
          '{name} et {own} contiennent tous deux des lieux : lequel compte ?',
          '{name} und {own} enthalten beide Orte: welche Spalte zählt?',
          'Both {name} and {own} hold places: which counts?',
          { name, own },
        ),
      ],
    );
  const field = group[0] ?? '';
  return leftOut(
    inFour(
      'een tweede kolom voor {field} naast {name}',
      'une deuxième colonne pour {field} à côté de {name}',
      'eine zweite Spalte für {field} neben {name}',
      'a second column of {field} beside {name}',
      { field, name },
    ),
    group.includes('note') || group.includes('reference')
      ? []
      : [
          inFour(
            '{name} en {own} lijken allebei {field} te bevatten: welke telt?',
            '{name} et {own} semblent tous deux contenir {field} : lequel compte ?',
            '{name} und {own} scheinen beide {field} zu enthalten: welche Spalte zählt?',
            'Both {name} and {own} seem to hold the {field}: which counts?',
            { name, own, field },
          ),
        ],
  );
}

/** One question for all columns that seem to hold a field beside the one that is taken. */
function whichCounts(columns: readonly Evidence[], field: string): Text {
  const [taken = '', ...others] = columns.map(({ profile }) => profile.heading);
  return inFour(
    '{taken}, {others} lijken allemaal {field} te bevatten: welke telt? De eerste is genomen.',
    '{taken}, {others} semblent tous contenir {field} : lequel compte ? Le premier est pris.',
    '{taken}, {others} scheinen alle {field} zu enthalten: welche Spalte zählt? Die erste ist genommen.',
    '{taken}, {others} all seem to hold the {field}: which counts? The first is taken.',
    { taken: quoted(taken), others: quotedAll(others), field },
  );
}

const belowAnother =
  /^(?:sous|sub|onder|unter)[-_ ]?(?:indicat|[ck]at[eé]g|gr(?:oe|ou|u)p|type|deli[ck]t|misdri|kla[sz]se|classe?|infraction|offen[cs]e|crime|soort|art(?!\p{L}))/iu;

/** Part of the places that find a code: codes of the office as well as names. */
function solved({ profile }: Evidence, { language, country }: TableView): number {
  const labels = labelsOf(profile).slice(0, 40);
  // Where names are all known, they are the better place: a person can read them.
  if (alpha3Codes(labels)) return 0.97;
  const { all, found, crosswalks } = writePlace(labels, profile.heading, language, country);
  // A place of one's own, in the words of the file, is none that a list knows.
  const own = crosswalks.flatMap(({ rows }) => rows.filter(({ standsIn }) => standsIn)).length;
  return all > 0 ? Math.min(found, all - own) / all : 0;
}

/** Of rivals, the one that the cells support best: the finer, the one whose labels are known, the key of offences. */
function better(
  one: Evidence,
  other: Evidence,
  group: readonly Concept[],
  view: TableView,
): number {
  const key = (view: Evidence): number => (first(view)?.concept === 'offenceKey' ? 1 : 0);
  if (group.includes('offence') && key(one) !== key(other)) return key(other) - key(one);
  // A kind below another narrows it, with one label or with several, where its words are kinds by themselves.
  const below = (each: Evidence, over: Evidence): number =>
    Number(
      belowAnother.test(each.profile.heading) &&
        resolvable(each) > 0 &&
        resolvable(each) >= resolvable(over),
    );
  const lower = below(other, one) - below(one, other);
  if (group.includes('offence') && lower !== 0) return lower;
  const relation = relationOf(one, other);
  if (relation === 'same' && group.includes('place'))
    return solved(other, view) - solved(one, view) || Number(isKey(other)) - Number(isKey(one));
  const isNamed = (each: Evidence): number =>
    Number((first(each)?.heading?.score ?? 0) >= thresholds.headingTells);
  if (group.includes('offence') && relation === 'none' && isNamed(one) !== isNamed(other))
    return isNamed(other) - isNamed(one);
  // Of codes and their words, those that say the unit.
  const told = (each: Evidence): number =>
    Number(labelsOf(each.profile).every((label) => saysUnit(label, view.language)));
  if (group.includes('unit') && told(one) !== told(other)) return told(other) - told(one);
  const full = fullness(one) - fullness(other);
  if (Math.abs(full) > thresholds.fuller) return full > 0 ? -1 : 1;
  if (relation === 'finer' && resolvable(one) > thresholds.resolvable) return -1;
  if (relation === 'coarser' && resolvable(other) > thresholds.resolvable) return 1;
  const known = resolvable(other) - resolvable(one);
  if (Math.abs(known) > thresholds.fuller) return known;
  return (first(other)?.confidence ?? 0) - (first(one)?.confidence ?? 0);
}

/** Columns of SDMX that say how a figure was made or marked, and of which the codes are read. */
const technical =
  /^(?:ACTION|CONF_STATUS|DECIMALS|FREQ|OBS_FLAG|OBS_STATUS|OBS_VALUE|STRUCTURE|STRUCTURE_ID|TIME_FORMAT|UNIT_MULT)$/u;

/** Columns of SDMX that hold, behind one of codes, what those are called in a language, or nothing. */
function labelTwins(
  columns: readonly Evidence[],
): readonly (readonly [label: Evidence, code: Evidence])[] {
  if (!columns.some(({ profile: { heading } }) => /^STRUCTURE(?:_ID)?$|^DATAFLOW$/u.test(heading)))
    return [];
  return columns.flatMap((code) => {
    const label = columns.find(
      ({ profile: { column } }) => column.index === code.profile.column.index + 1,
    );
    const isTwin =
      label !== undefined &&
      technical.test(code.profile.heading) &&
      !/^[A-Z_]+$/u.test(label.profile.heading) &&
      (label.profile.filled === 0 ||
        (label.profile.words > 0 && relationOf(code, label) !== 'none'));
    return isTwin ? [[label, code] as const] : [];
  });
}

/** Which columns give way to another of the same meaning, before any is written. */
export function oneOfAMeaning(
  columns: readonly Evidence[],
  view: TableView,
): ReadonlyMap<Evidence, GivesWay> {
  const gives = new Map<Evidence, GivesWay>();
  // A key beside its words is no rival of what those words are of.
  for (const column of columns.filter(isBareKey)) {
    const follows = followsFrom(column, columns);
    if (follows?.proven) gives.set(column, follows);
  }
  for (const [label, code] of labelTwins(columns))
    gives.set(label, {
      ...leftOut(
        inFour(
          'de woorden van {code}',
          'les mots de {code}',
          'die Worte zu {code}',
          'the words of {code}',
          { code: quoted(code.profile.heading) },
        ),
      ),
      proven: true,
    });
  for (const group of once) {
    const concepts = view.record === 'seizure' && group.includes('place') ? ['country'] : group;
    const rivals = columns.filter((column) => {
      const top = first(column);
      return (
        top !== undefined &&
        concepts.includes(top.concept) &&
        top.confidence >=
          (group.includes('offence') ? thresholds.written : thresholds.meaningLikely) &&
        column.profile.said > 0 &&
        !gives.has(column) &&
        !isMeasure(column)
      );
    });
    const [winner, ...losers] = [...rivals].sort((one, other) => better(one, other, group, view));
    // Whether figures of a country are those of its cities is asked of those, and of no third column of places.
    const isAsked =
      group.includes('place') &&
      winner !== undefined &&
      first(winner)?.concept === 'country' &&
      columns.some(
        (column) => first(column)?.concept === 'adminArea' && column.profile.values.size > 1,
      );
    if (!winner) continue;
    const ways = losers.map((loser) => [loser, givesWay(loser, winner, group, view)] as const);
    const asked = ways.flatMap(([loser, { decide }]) => (decide.length > 0 ? [loser] : []));
    for (const [loser, way] of ways) {
      const decide =
        asked.length < 2
          ? way.decide
          : loser === asked[0]
            ? [whichCounts([winner, ...asked], group[0] ?? '')]
            : [];
      gives.set(loser, { ...way, decide: isAsked ? [] : decide });
    }
    // Names of a wider area that each of the places lies in, though little else says that they are places.
    for (const column of group.includes('place') ? columns : [])
      if (
        column !== winner &&
        !gives.has(column) &&
        first(column)?.concept === 'place' &&
        levelOf(column.profile.heading) !== null &&
        relationOf(winner, column) === 'finer'
      )
        gives.set(column, givesWay(column, winner, group, view));
  }
  for (const column of columns) {
    const follows = gives.has(column) ? null : followsFrom(column, columns);
    if (follows) gives.set(column, follows);
  }
  for (const [column, way] of qualitiesOf(columns, view)) gives.set(column, way);
  for (const [column, beside] of emptyBeside(columns))
    gives.set(column, {
      ...leftOut(
        inFour(
          'leeg, naast {beside}',
          'vide, à côté de {beside}',
          'leer, neben {beside}',
          'empty, beside {beside}',
          {
            beside: quoted(beside.profile.heading),
          },
        ),
      ),
      proven: true,
    });
  return gives;
}

/** Marks of quality beside figures: the same beside all of them tell none apart, and are asked once unless the office is known to mean "final". */
function qualitiesOf(
  columns: readonly Evidence[],
  { finals, legend }: TableView,
): readonly (readonly [Evidence, GivesWay])[] {
  const found = columns.flatMap((column) => {
    const figures = figuresBeside(column, columns);
    return figures ? [{ column, figures, marks: labelsOf(column.profile) }] : [];
  });
  const unknown = new Set(found.flatMap(({ marks }) => marks).filter((mark) => !finals.has(mark)));
  const [asking] = found.filter(({ marks }) => marks.some((mark) => unknown.has(mark)));
  return found.map(({ column, figures }) => {
    const reason = inFour(
      'de tekens bij de cijfers in {figures}',
      'les signes des chiffres de {figures}',
      'die Zeichen zu den Zahlen in {figures}',
      'the marks of the figures in {figures}',
      { figures: quoted(figures.profile.heading) },
    );
    const said = [...unknown].map((mark) => {
      const text = legend.get(mark)?.text;
      return text === undefined ? mark : `${mark} (${text})`;
    });
    return [
      column,
      {
        ...leftOut(
          reason,
          column === asking?.column
            ? [
                inFour(
                  'Wat zeggen de tekens {marks} van de cijfers ernaast (voorlopig, geschat, herzien)? Ze zijn weggelaten; staat er iets anders dan een gewoon cijfer, zet dat dan als status.',
                  'Que disent les signes {marks} des chiffres voisins (provisoire, estimé, révisé) ? Ils sont laissés de côté ; s’il ne s’agit pas de chiffres ordinaires, mettez-le comme status.',
                  'Was sagen die Zeichen {marks} über die Zahlen daneben (vorläufig, geschätzt, berichtigt)? Sie sind weggelassen; sind es keine gewöhnlichen Zahlen, das als status setzen.',
                  'What do the marks {marks} say of the figures beside them (provisional, estimated, revised)? They are left out; where the figures are no plain ones, set that as the status.',
                  { marks: quotedAll(said, 6) },
                ),
              ]
            : [],
        ),
        proven: column !== asking?.column,
      },
    ] as const;
  });
}

const bareKey = /^[\p{L}\d]{1,12}$/u;

/** Whether a column is headed and filled as keys are, and nothing known says what they are keys of. */
function isBareKey({ profile, meanings: [top] }: Evidence): boolean {
  return (
    headsKeys(profile.heading) &&
    (top?.heading?.score ?? 0) < thresholds.headingTells &&
    measureOf(profile.heading) === null &&
    labelsOf(profile).every((label) => bareKey.test(label))
  );
}

const keyOf = ({ profile }: Evidence): GivesWay => ({
  ...leftOut(
    inFour(
      'de sleutel van {beside}',
      'la clé de {beside}',
      'der Schlüssel von {beside}',
      'the key of {beside}',
      { beside: quoted(profile.heading) },
    ),
  ),
  proven: true,
});

/** A heading without what says that it is of codes or of their words, and in which language ("CD_ZONE", "TX_ZONE_FR"). */
const stemOf = (heading: string): string =>
  heading
    .replace(/ #\d+$/u, '')
    .toLowerCase()
    .replace(/^(?:cd|tx|code|lib(?:ell[ée])?|label)[_ ]|[_ ](?:nl|fr|de|en)$/gu, '')
    .replace(/[_ ](?:code|label|libell[ée]|name|nom|naam)$/u, '');

/**
 * Columns that say no more than another: keys beside the words that they stand for, and words that nothing explains and that follow
 * from what a row is of. Only where labels return, since in few rows anything follows from anything.
 */
function followsFrom(column: Evidence, columns: readonly Evidence[]): GivesWay | null {
  const { profile, meanings } = column;
  const returns = (other: Evidence): boolean =>
    other.profile.values.size > 1 && other.profile.values.size * 2 <= profile.said;
  const beside = columns.find(
    (other) =>
      other !== column &&
      Math.abs(other.profile.column.index - profile.column.index) === 1 &&
      !isBareKey(other) &&
      other.profile.values.size >= profile.values.size &&
      returns(other) &&
      dependence(profile, other.profile) === 'same',
  );
  if (isBareKey(column) && beside) return keyOf(beside);
  const isUnknown = (meanings[0]?.confidence ?? 0) < thresholds.written;
  // A code and its words under one name: not by chance, in however few rows.
  const words = columns.find(
    (other) =>
      other !== column &&
      other.profile.words > 0 &&
      stemOf(other.profile.heading) === stemOf(profile.heading) &&
      dependence(profile, other.profile) === 'same',
  );
  if (words && isUnknown && labelsOf(profile).every((label) => bareKey.test(label)))
    return keyOf(words);
  if (!isUnknown || profile.values.size < 2) return null;
  if (profile.words === 0 && !headsKeys(profile.heading)) return null;
  const from = columns.find((other) => {
    const top = first(other);
    return (
      other !== column &&
      top !== undefined &&
      ['offence', 'offenceKey', 'substance'].includes(top.concept) &&
      top.confidence >= thresholds.meaningTells &&
      returns(other) &&
      ['finer', 'same'].includes(dependence(other.profile, profile))
    );
  });
  return from
    ? {
        ...leftOut(
          inFour(
            'volgt uit {from}',
            'découle de {from}',
            'folgt aus {from}',
            'follows from {from}',
            { from: quoted(from.profile.heading) },
          ),
        ),
        proven: true,
      }
    : null;
}

function relationWords({ formula, holds, rows }: Relation): Text {
  return inFour(
    '{formula}, in {holds} van de {rows} rijen',
    '{formula}, dans {holds} {holds:ligne|lignes} sur {rows}',
    '{formula}, in {holds} von {rows} Zeilen',
    '{formula}, in {holds} of {rows} rows',
    { formula, holds, rows },
  );
}

const unread = inFour(
  'niet begrepen: niets erin is bekend',
  'non compris : rien n’y est connu',
  'nicht verstanden: nichts darin ist bekannt',
  'not understood: nothing in it is known',
);

/**
 * What becomes of each column once its figures are verified. A column that follows from others is left out with the
 * formula; parts beside their total are left out too, since the same record would stand twice. No two columns fill one
 * field: the surer one does; a second place stays as words, which finds keep in their note.
 */
export function oneOfAField(
  relations: readonly Relation[],
  record: 'observation' | 'seizure',
): Look {
  const placeWords = record === 'seizure' ? 'note' : 'placeNote';
  const quotient = new Map(
    relations.filter(({ kind }) => kind !== 'sum').map((relation) => [relation.column, relation]),
  );
  return (columns) => {
    const values = new Set(
      columns.flatMap(({ kind, to, headings }) =>
        kind === 'column' && isFigureField(to) ? headings : [],
      ),
    );
    // Parts of which a heading says so (attempts) are left out already; with them the others are parts, too.
    const leftOutParts = new Set(
      columns.flatMap(({ kind, to, headings: [name = ''] }) =>
        kind === 'column' && to === null && measureOf(name)?.ignore ? [name] : [],
      ),
    );
    const sums = relations.filter(
      ({ kind, column, from }) =>
        kind === 'sum' &&
        values.has(column) &&
        from.every((name) => values.has(name) || leftOutParts.has(name)),
    );
    const partOf = new Map(sums.flatMap((sum) => sum.from.map((name) => [name, sum] as const)));
    const taken = new Map<string, ColumnGuess>();
    // Several columns may hold figures: each makes items of its own.
    for (const guess of [...columns].sort((a, b) => b.confidence - a.confidence))
      for (const field of fieldsOf(guess.written))
        if (!isFigureField(field) && !taken.has(field)) taken.set(field, guess);
    return (guess) => {
      const heading = guess.headings[0] ?? '';
      const without = (ignore: Text, decide: readonly Text[], confidence = guess.confidence) =>
        reading({ ...guess, to: null, written: { ignore }, reason: ignore, decide, confidence });
      const relation = quotient.get(heading);
      const sum = partOf.get(heading);
      if (guess.kind === 'column' && relation && (guess.to === null || isFigureField(guess.to)))
        return without(
          inFour(
            'afgeleid: {words}',
            'dérivé : {words}',
            'abgeleitet: {words}',
            'derived: {words}',
            {
              words: relationWords(relation),
            },
          ),
          [],
          0.99,
        );
      if (guess.kind === 'column' && sum)
        return without(
          inFour(
            'deel van {total} ({words})',
            'partie de {total} ({words})',
            'Teil von {total} ({words})',
            'part of {total} ({words})',
            { total: quoted(sum.column), words: relationWords(sum) },
          ),
          sum.from.some((name) => leftOutParts.has(name)) || sum.from[0] !== heading
            ? []
            : [
                inFour(
                  'zijn de delen van {total} nodig? Ze zijn weggelaten, omdat geen veld ze onderscheidt',
                  'faut-il les parties de {total} ? Elles sont laissées de côté, aucun champ ne les distinguant',
                  'werden die Teile von {total} gebraucht? Sie sind weggelassen, da kein Feld sie unterscheidet',
                  'are the parts of {total} wanted? They are left out, since no field tells them apart',
                  { total: quoted(sum.column) },
                ),
              ],
          0.99,
        );
      if (guess.written === null)
        return without(
          unread,
          guess.decide.length > 0
            ? guess.decide
            : [
                inFour(
                  'wat staat er in {heading}?',
                  'que contient {heading} ?',
                  'was steht in {heading}?',
                  'what is in {heading}?',
                  { heading: quoted(heading) },
                ),
              ],
        );
      const rival = fieldsOf(guess.written).find(
        (field) => !isFigureField(field) && taken.get(field) !== guess,
      );
      if (guess.kind === 'fold' || rival === undefined) return null;
      const winner = taken.get(rival)?.headings[0] ?? '';
      const held = inFour(
        '{winner} bevat {rival}',
        '{winner} contient {rival}',
        '{winner} enthält {rival}',
        '{winner} holds the {rival}',
        { winner: quoted(winner), rival },
      );
      const rest = isOne(guess.written)
        ? []
        : guess.written.filter((part) => taken.get(fieldIn(part) ?? '') === guess);
      if (rest.length > 0)
        return {
          entry: 'finding',
          reason: held,
          written: rest.length === 1 && rest[0] ? rest[0] : rest,
        };
      // Of words that are kept, one column is enough: no figure changes by them.
      if (keptWords.has(rival)) return without(held, guess.decide);
      const asked = [
        inFour(
          'welke kolom bevat {rival}, {winner} of {heading}? De eerste is genomen',
          'quelle colonne contient {rival}, {winner} ou {heading} ? La première est prise',
          'welche Spalte enthält {rival}, {winner} oder {heading}? Die erste ist genommen',
          'which column holds the {rival}, {winner} or {heading}? The first is taken',
          { rival, winner: quoted(winner), heading: quoted(heading) },
        ),
      ];
      if (rival !== 'place' || taken.has(placeWords)) return without(held, asked);
      taken.set(placeWords, guess);
      return reading({ ...guess, to: placeWords, written: { to: placeWords }, decide: asked });
    };
  };
}
