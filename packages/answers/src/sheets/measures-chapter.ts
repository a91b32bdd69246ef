import type { Block, Figure } from '@samenbeeld/page';
import {
  type AdministrativeMeasure,
  measures as kinds,
  placeLabel,
  programmes,
  type Text,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import type { QuestionWords } from '../questions.ts';
import {
  capitalised,
  column,
  dated,
  joined,
  labelled,
  none,
  patterned,
  placeText,
  plain,
  text,
} from '../text.ts';
import {
  caseFigure,
  countText,
  documentFigure,
  nothingShown,
  ownerText,
  sheetRows,
} from './rows-of-sheet.ts';

const order = (one: AdministrativeMeasure): string =>
  `${placeLabel(one.place, 'en')} ${one.from} ${one.id}`;

/** "4 March 2024 – 3 September 2024", or from when on. */
function whenText({ from, until }: AdministrativeMeasure): Text {
  if (until === from) return dated(from);
  const words = { from: dated(from), until: dated(until ?? from) };
  return until === null
    ? text('vanaf {from}', 'à partir du {from}', 'ab {from}', 'from {from}', words)
    : patterned('{from} – {until}', words);
}

/** Who recorded it, and where. */
function standsIn(one: AdministrativeMeasure): Figure {
  const document = documentFigure(one.document);
  return { ...document, shown: joined([ownerText(one), document.shown], ', ') };
}

/**
 * Measures of administrative authorities, one a row: where, which, on what legal basis, when, by whom, and the effect as the
 * authority states it. What happened after a measure is no effect of it, and nothing is counted before and after.
 */
export function measuresBlocks(analysis: Analysis, words: QuestionWords): readonly Block[] {
  const rows = sheetRows(analysis, 'measures', words, {
    bounds: ({ place, from, until }) => ({ place, first: from, last: until ?? '9999' }),
    codes: { programme: { list: programmes, of: (row) => row.programmes } },
  }).toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  if (rows.length === 0) return [{ kind: 'paragraph', text: nothingShown }];
  const stated = rows.filter(({ effect }) => effect !== null).length;
  return [
    {
      kind: 'paragraph',
      text: joined(
        [
          text(
            '{n:# maatregel|# maatregelen} van {owners:# dienst|# diensten}: {kinds}.',
            '{n:Une mesure|# mesures} de {owners:# service|# services} : {kinds}.',
            '{n:Eine Maßnahme|# Maßnahmen} von {owners:# Behörde|# Behörden}: {kinds}.',
            '{n:# measure|# measures} of {owners:# service|# services}: {kinds}.',
            {
              n: rows.length,
              owners: new Set(rows.map(({ originator }) => originator)).size,
              kinds: countText(rows.map(({ measure }) => labelled(kinds, measure))),
            },
          ),
          stated === 0
            ? text(
                'Bij geen enkele maatregel is een effect gemeld.',
                'Aucun effet n’est indiqué.',
                'Zu keiner Maßnahme ist eine Wirkung gemeldet.',
                'No effect is stated for any of them.',
              )
            : text(
                'Bij {stated} is een effect gemeld; het staat er zoals het gezag het meldt, en niemand heeft hier nagegaan of het van de maatregel komt.',
                'Pour {stated}, un effet est indiqué ; il figure tel que l’autorité l’indique, et nul n’a vérifié ici s’il vient de la mesure.',
                'Zu {stated} ist eine Wirkung gemeldet; sie steht, wie die Stelle sie angibt, und niemand hat hier geprüft, ob sie von der Maßnahme kommt.',
                'For {stated} an effect is stated; it stands as the office states it, and nobody checked here whether it comes from the measure.',
                { stated },
              ),
        ],
        ' ',
      ),
    },
    {
      kind: 'table',
      caption: text(
        'Bestuurlijke maatregelen',
        'Mesures administratives',
        'Verwaltungsmaßnahmen',
        'Administrative measures',
      ),
      columns: [
        column('label', 'waar', 'où', 'wo', 'where'),
        column('words', 'maatregel', 'mesure', 'Maßnahme', 'measure'),
        column('words', 'rechtsgrond', 'base légale', 'Rechtsgrundlage', 'legal basis'),
        column('words', 'wanneer', 'quand', 'wann', 'when'),
        column('words', 'gezag', 'autorité', 'Stelle', 'authority'),
        column(
          'words',
          'effect, zoals gemeld',
          'effet, tel qu’indiqué',
          'Wirkung, wie angegeben',
          'effect, as stated',
        ),
        column('words', 'zaak', 'affaire', 'Fall', 'case'),
        column('words', 'markering', 'marquage', 'Kennzeichnung', 'marking'),
        column('words', 'staat in', 'figure dans', 'steht in', 'stands in'),
      ],
      rows: rows.map((one) => [
        { shown: placeText(one.place) },
        { shown: capitalised(labelled(kinds, one.measure)) },
        { shown: plain(one.legalBasis), language: one.language },
        { shown: whenText(one) },
        { shown: plain(one.authority), language: one.language },
        one.effect === null
          ? { shown: none }
          : { shown: plain(one.effect), language: one.language },
        caseFigure(one.caseKey),
        { shown: plain(one.marking) },
        standsIn(one),
      ]),
      notes: [
        text(
          'Een leeg effect is niet gemeld, en niet "geen". Wat er na een maatregel gebeurde, kan ook van iets anders komen.',
          'Un effet vide n’est pas indiqué, ce qui n’est pas « aucun ». Ce qui suit une mesure peut venir d’autre chose.',
          'Eine leere Wirkung ist nicht gemeldet, und nicht „keine“. Was auf eine Maßnahme folgte, kann auch von anderem kommen.',
          'An empty effect is not stated, which is not “none”. What came after a measure may come from something else.',
        ),
      ],
    },
  ];
}
