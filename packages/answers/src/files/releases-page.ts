import { figureWords, type ReleaseDiff, rowScope } from '@samenbeeld/merge';
import { type Block, type Column, inLine, list, paragraph, table } from '@samenbeeld/page';
import {
  groupBy,
  inFour,
  inSigns,
  joinWith,
  type Observation,
  type Text,
  terms,
} from '@samenbeeld/schema';

/** Rows of a table that are shown; the others are counted. */
const most = 40;

const placeOf = ({ origin }: Observation): Text =>
  inFour(
    '{file}, regel {line}',
    '{file}, ligne {line}',
    '{file}, Zeile {line}',
    '{file}, line {line}',
    { file: origin.file, line: String(origin.line) },
  );

/** Figures of one fate: what each is a figure of, what is told of it, and the lines where it stands. */
function fate(
  caption: Text,
  told: readonly Text[],
  rows: readonly (readonly [of: readonly Observation[], ...told: readonly Text[]])[],
): readonly Block[] {
  const columns: readonly (readonly [Column['kind'], Text])[] = [
    ['label', inFour('waarvan', 'objet', 'wovon', 'of what')],
    ...told.map((heading) => ['number', heading] as const),
    ['words', inFour('waar', 'où', 'wo', 'where')],
  ];
  const cells = rows.map(([of, ...own]) =>
    [...of.slice(-1).map(rowScope), ...own, joinWith(of.map(placeOf), '; ')].map(inLine),
  );
  return rows.length === 0 ? [] : [table(caption, columns, cells, [], most)];
}

const figureHead = inFour('cijfer', 'chiffre', 'Zahl', 'figure');

/** Figures that one release states; what several rows say alike is told once, with each of their lines. */
function alone(caption: Text, rows: readonly Observation[]): readonly Block[] {
  const alike = groupBy(rows, (row) => `${rowScope(row).en}: ${figureWords(row).en}`);
  return fate(
    caption,
    [figureHead],
    [...alike.values()].map((of) => [of, ...of.slice(0, 1).map(figureWords)]),
  );
}

/** How many items of a release could not be read; its cells where these alone are known. */
const unread = (n: number, { atLeast }: ReleaseDiff['rejected']): Text =>
  inFour(
    '{least}{n} {n:gegeven|gegevens} niet {n:te lezen is|te lezen zijn}',
    '{least}{n} {n:donnée n’a pas pu être lue|données n’ont pas pu être lues}',
    '{least}{n} {n:Angabe nicht lesbar ist|Angaben nicht lesbar sind}',
    '{least}{n} {n:item|items} could not be read',
    { n, least: atLeast ? inSigns('{least} ', { least: terms.atLeast }) : '' },
  );

/**
 * What changed between two releases as it is shown to a reader, through any door: the decisions it rests on, what was
 * revised, vanished and came, what cannot be told, each with its lines, and how many figures were compared.
 *
 * @example
 * ```ts
 * import { releasesPage } from '@samenbeeld/answers';
 * import { renderTerminal } from '@samenbeeld/page';
 * const none = { earlier: 0, later: 0 };
 * const diff = {
 *   ...{ earlier: 'march', later: 'june', decisions: [], warnings: [], revisions: [], vanished: [], added: [] },
 *   ...{ untold: { vanished: [], added: [] }, otherUnit: [], contradicted: [], compared: 2, unchanged: 2 },
 *   ...{ outside: none, otherMeasures: none, rejected: { ...none, atLeast: false } },
 *   says: { nl: '2 vergeleken', fr: '2 comparés', de: '2 verglichen', en: '2 compared' },
 * };
 * renderTerminal(releasesPage(diff), { language: 'nl' }).slice(0, 2) // => ['march → june', '2 vergeleken']
 * ```
 */
export function releasesPage(diff: ReleaseDiff): readonly Block[] {
  const { untold, rejected, outside, otherMeasures } = diff;
  return [
    { kind: 'heading', text: inLine(`${diff.earlier} → ${diff.later}`) },
    paragraph(diff.says),
    ...list(
      [
        ...diff.decisions.map(({ id, role, reason }) =>
          inFour(
            'Dezelfde maat volgens beslissing {id} ({role}: {reason})',
            'La même mesure selon la décision {id} ({role} : {reason})',
            'Dasselbe Maß nach Entscheidung {id} ({role}: {reason})',
            'The same measure by decision {id} ({role}: {reason})',
            { id, role, reason },
          ),
        ),
        ...diff.warnings,
      ].map(inLine),
    ),
    ...fate(
      inFour('Veranderd', 'Modifiés', 'Geändert', 'Changed'),
      [
        inFour('eerder', 'avant', 'früher', 'earlier'),
        inFour('later', 'après', 'später', 'later'),
        inFour('verandering', 'changement', 'Änderung', 'change'),
      ],
      diff.revisions.map(({ earlier, later, change }) => [
        [earlier, later],
        ...[figureWords(earlier), figureWords(later), change],
      ]),
    ),
    ...alone(inFour('Verdwenen', 'Disparus', 'Verschwunden', 'Vanished'), diff.vanished),
    ...alone(inFour('Nieuw', 'Nouveaux', 'Neu', 'New'), diff.added),
    ...alone(
      inFour(
        'Niet in de latere uitgave, waarvan {unread}: er wordt niets uit besloten',
        'Absents de l’édition postérieure, dont {unread} : rien n’en est conclu',
        'Nicht in der späteren Ausgabe, von der {unread}: daraus wird nichts geschlossen',
        'Not in the later release, of which {unread}: nothing is concluded',
        { unread: unread(rejected.later, rejected) },
      ),
      untold.vanished,
    ),
    ...alone(
      inFour(
        'Niet in de eerdere uitgave, waarvan {unread}: er wordt niets uit besloten',
        'Absents de l’édition antérieure, dont {unread} : rien n’en est conclu',
        'Nicht in der früheren Ausgabe, von der {unread}: daraus wird nichts geschlossen',
        'Not in the earlier release, of which {unread}: nothing is concluded',
        { unread: unread(rejected.earlier, rejected) },
      ),
      untold.added,
    ),
    ...fate(
      inFour(
        'Dezelfde hoeveelheid in een andere eenheid, niet vergeleken',
        'La même quantité dans une autre unité, non comparée',
        'Dieselbe Menge in einer anderen Einheit, nicht verglichen',
        'The same amount in another unit, not compared',
      ),
      [figureHead],
      diff.otherUnit.map(({ earlier, later, says }) => [[earlier, later], says]),
    ),
    ...alone(
      inFour(
        'Tweemaal vermeld met verschillende waarden of bewoordingen, niet vergeleken',
        'Indiqués deux fois avec des valeurs ou des formulations différentes, non comparés',
        'Zweimal angegeben mit verschiedenen Werten oder Wortlauten, nicht verglichen',
        'Stated twice with different values or wordings, not compared',
      ),
      diff.contradicted,
    ),
    paragraph(
      inFour(
        '{n} {n:cijfer|cijfers} vergeleken, {unchanged} ongewijzigd. Van maar een van de twee is de periode: {earlier} eerder, {later} later. Van andere maten: {otherEarlier} eerder, {otherLater} later.',
        '{n} {n:chiffre comparé|chiffres comparés}, {unchanged} {unchanged:inchangé|inchangés}. Leur période ne figure que dans l’une des deux : {earlier} avant, {later} après. D’autres mesures : {otherEarlier} avant, {otherLater} après.',
        '{n} {n:Zahl|Zahlen} verglichen, {unchanged} unverändert. Ihren Zeitraum hat nur eine der beiden: {earlier} früher, {later} später. Von anderen Maßen: {otherEarlier} früher, {otherLater} später.',
        '{n} {n:figure|figures} compared, {unchanged} unchanged. Only one of the two has their period: {earlier} earlier, {later} later. Of other measures: {otherEarlier} earlier, {otherLater} later.',
        {
          n: diff.compared,
          unchanged: diff.unchanged,
          ...outside,
          otherEarlier: otherMeasures.earlier,
          otherLater: otherMeasures.later,
        },
      ),
    ),
  ];
}
