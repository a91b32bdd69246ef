import type { Block } from '@samenbeeld/page';
import {
  countries,
  formatPeriod,
  inEach,
  isGrade,
  type LiaisonReport,
  phenomena,
  programmes,
  substances,
  type Text,
  wrongUse,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { type QuestionWords, wordsGiven } from '../questions.ts';
import {
  between,
  capitalised,
  column,
  grouped,
  joined,
  labelled,
  none,
  numeral,
  placeText,
  plain,
  text,
  unitText,
} from '../text.ts';
import { caseFigure, documentFigure, nothingShown, ownerText, sheetRows } from './rows-of-sheet.ts';

/** What a report must be graded at least, where nothing else is asked. */
const usual = 'B2';

const rank = (grade: string): readonly [source: number, information: number] => [
  'ABCX'.indexOf(grade[0] ?? 'X'),
  Number(grade[1]),
];

/** Whether a report is graded at least as well, in its source and in its information. */
function isGraded({ grade }: Pick<LiaisonReport, 'grade'>, least: string): boolean {
  const [[source, information], [worst, farthest]] = [rank(grade), rank(least)];
  return source <= worst && information <= farthest;
}

/** The grade that is asked, or the usual one. */
function gradeAsked(words: QuestionWords, written: string): string {
  const [named = usual] = wordsGiven(words['grade']);
  const grade = named.toUpperCase();
  if (isGrade(grade)) return grade;
  throw wrongUse(
    '{written} vraagt een graad van het 4×4-stelsel: de bron A, B, C of X, dan de informatie 1 tot 4, zoals B2; niet "{named}".',
    '{written} demande un degré du système 4×4 : la source A, B, C ou X, puis l’information 1 à 4, comme B2 ; et non « {named} ».',
    '{written} verlangt eine Stufe des 4×4-Systems: die Quelle A, B, C oder X, dann die Information 1 bis 4, etwa B2; nicht „{named}“.',
    '{written} takes a grade of the 4×4 system: the source A, B, C or X, then the information 1 to 4, such as B2; not "{named}".',
    { written, named },
  );
}

const amountText = ({ amount, unit }: Pick<LiaisonReport, 'amount' | 'unit'>): Text =>
  amount === null || unit === null ? none : joined([numeral(amount), unitText(unit)], ' ');

/** Amounts of one drug and unit among reports that count: how many state one, the least and the most; never their sum. */
function statedTable(rows: readonly LiaisonReport[], least: string): readonly Block[] {
  const stated = grouped(
    rows.filter(({ amount }) => amount !== null),
    ({ substance, unit }) => JSON.stringify([substance, unit]),
  );
  if (stated.size === 0) return [];
  return [
    {
      kind: 'table',
      caption: text(
        'Hoeveelheden die rapporten noemen, vanaf graad {least}',
        'Quantités citées par les rapports, à partir du degré {least}',
        'Mengen, die Berichte nennen, ab Stufe {least}',
        'Amounts that reports state, from grade {least}',
        { least },
      ),
      columns: [
        column('label', 'middel', 'substance', 'Substanz', 'drug'),
        column('number', 'rapporten', 'rapports', 'Berichte', 'reports'),
        column('words', 'van–tot', 'de–à', 'von–bis', 'from–to'),
      ],
      rows: [...stated].sort().map(([key, own]) => {
        const [substance, unit] = JSON.parse(key) as [string | null, string];
        const amounts = own.flatMap(({ amount }) => amount ?? []);
        const [low, high] = [Math.min(...amounts), Math.max(...amounts)];
        const span = low === high ? numeral(low) : between(numeral(low), numeral(high));
        return [
          { shown: substance === null ? none : capitalised(labelled(substances, substance)) },
          { shown: numeral(own.length), value: own.length },
          { shown: joined([span, unitText(unit)], ' ') },
        ];
      }),
      notes: [
        text(
          'Niet opgeteld: twee rapporten kunnen over dezelfde zending gaan. In geen totaal van dit beeld telt een rapport mee.',
          'Sans addition : deux rapports peuvent porter sur le même envoi. Aucun rapport n’entre dans un total de ce tableau.',
          'Nicht addiert: Zwei Berichte können dieselbe Sendung betreffen. In keine Summe dieses Lagebilds geht ein Bericht ein.',
          'Not added: two reports may be of the same consignment. In no total of this picture a report counts.',
        ),
      ],
    },
  ];
}

const order = (one: LiaisonReport): string => `${one.periodStart} ${one.postedIn} ${one.id}`;

/**
 * Reports of liaison officers, each with its 4×4 grade and its marking beside it. All that the readers may see are listed; what is
 * graded below the grade asked enters no figure, and is counted.
 */
export function reportsBlocks(analysis: Analysis, words: QuestionWords): readonly Block[] {
  const { picture } = analysis;
  const least = gradeAsked(words, (picture.written ?? ((name: string) => name))('grade'));
  const rows = sheetRows(analysis, 'reports', words, {
    bounds: ({ place, periodStart, periodEnd }) => ({ place, first: periodStart, last: periodEnd }),
    codes: {
      phenomenon: { list: phenomena, of: ({ phenomenon }) => [phenomenon] },
      programme: { list: programmes, of: (row) => row.programmes },
    },
  }).toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  if (rows.length === 0) return [{ kind: 'paragraph', text: nothingShown }];
  const good = rows.filter((one) => isGraded(one, least));
  const counts = {
    n: rows.length,
    posts: new Set(rows.map(({ postedIn }) => postedIn)).size,
    good: good.length,
    below: rows.length - good.length,
    least,
  };
  return [
    {
      kind: 'paragraph',
      text: text(
        '{n:# rapport|# rapporten} uit {posts:# land|# landen}. {good:Geen enkel rapport heeft|# heeft|# hebben} graad {least} of beter, in bron en in informatie; {below:geen rapport ligt daaronder|# ligt daaronder en gaat in geen cijfer|# liggen daaronder en gaan in geen cijfer}.',
        '{n:# rapport|# rapports} de {posts:# pays|# pays}. {good:Aucun n’a|# a|# ont} le degré {least} ou mieux, pour la source et l’information ; {below:aucun n’est en dessous|# est en dessous et n’entre dans aucun chiffre|# sont en dessous et n’entrent dans aucun chiffre}.',
        '{n:# Bericht|# Berichte} aus {posts:# Land|# Ländern}. {good:Keiner hat|# hat|# haben} Stufe {least} oder besser, bei Quelle und Information; {below:keiner liegt darunter|# liegt darunter und geht in keine Zahl ein|# liegen darunter und gehen in keine Zahl ein}.',
        '{n:# report|# reports} from {posts:# country|# countries}. {good:None is|# is|# are} graded {least} or better, in source and in information; {below:none is below|# is below and enters no figure|# are below and enter no figure}.',
        counts,
      ),
    },
    ...statedTable(good, least),
    {
      kind: 'table',
      caption: text(
        'Liaisonrapporten',
        'Rapports de liaison',
        'Verbindungsberichte',
        'Liaison reports',
      ),
      columns: [
        column('label', 'graad', 'degré', 'Stufe', 'grade'),
        column('words', 'uit', 'de', 'aus', 'from'),
        column('words', 'over', 'sur', 'über', 'about'),
        column('words', 'woordelijk', 'texte', 'Wortlaut', 'wording'),
        column('words', 'noemt', 'cite', 'nennt', 'states'),
        column('words', 'zaak', 'affaire', 'Fall', 'case'),
        column('words', 'markering', 'marquage', 'Kennzeichnung', 'marking'),
        column('words', 'staat in', 'figure dans', 'steht in', 'stands in'),
      ],
      rows: rows.map((one) => [
        { shown: plain(one.grade) },
        { shown: joined([labelled(countries, one.postedIn), ownerText(one)], ', ') },
        {
          shown: joined(
            [
              labelled(phenomena, one.phenomenon),
              placeText(one.place),
              inEach((language) =>
                formatPeriod({ start: one.periodStart, end: one.periodEnd }, language),
              ),
            ],
            ', ',
          ),
        },
        { shown: plain(one.text), language: one.language },
        { shown: amountText(one) },
        caseFigure(one.caseKey),
        { shown: plain(one.marking) },
        documentFigure(one.document),
      ]),
      notes: [gradeNote],
    },
  ];
}

const gradeNote: Text = text(
  'Graad (Europol, 4×4): de bron is A zonder twijfel betrouwbaar, B meestal, C meestal niet, X niet te beoordelen; de informatie is 1 zeker, 2 uit eigen waarneming van de bron, 3 van horen zeggen maar bevestigd, 4 van horen zeggen en niet te bevestigen. Hier staat alleen wat de eigenaar deze lezers laat zien; of er meer is, wordt niet gezegd.',
  'Degré (Europol, 4×4) : la source est A sans aucun doute, B le plus souvent fiable, C le plus souvent non fiable, X non évaluable ; l’information est 1 certaine, 2 connue de la source elle-même, 3 connue par ouï-dire mais corroborée, 4 connue par ouï-dire et impossible à corroborer. Ne figure ici que ce que l’auteur laisse voir à ces lecteurs ; s’il y a davantage n’est pas dit.',
  'Stufe (Europol, 4×4): Die Quelle ist A ohne Zweifel, B meist zuverlässig, C meist unzuverlässig, X nicht einzuschätzen; die Information ist 1 sicher, 2 der Quelle selbst bekannt, 3 vom Hörensagen, aber bestätigt, 4 vom Hörensagen und nicht zu bestätigen. Hier steht nur, was der Urheber diesen Lesern zeigt; ob es mehr gibt, wird nicht gesagt.',
  'Grade (Europol, 4×4): the source is A beyond doubt, B mostly reliable, C mostly unreliable, X not to be assessed; the information is 1 certain, 2 known to the source itself, 3 known by hearsay but corroborated, 4 known by hearsay and not to be corroborated. Only what its owner lets these readers see stands here; whether there is more is not said.',
);
