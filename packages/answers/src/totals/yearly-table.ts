import { countOfFinds, modelledSaying } from '@samenbeeld/merge';
import type { Figure, TableBlock, Why } from '@samenbeeld/page';
import { type JointTotal, statuses, type Text, terms, toldReported } from '@samenbeeld/schema';
import {
  column,
  dated,
  isPort,
  isRunning,
  isYear,
  joined,
  labelled,
  likelyShown,
  none,
  numeral,
  openOf,
  text,
} from '../text.ts';

/** Makes the panel behind a row of totals. */
export type WhyOf = (total: JointTotal) => Why;

function number(value: number | null, why: Why | undefined): Figure {
  return { shown: value === null ? none : numeral(value), value, why };
}

const causes = (total: JointTotal): readonly Text[] => total.causes.map((cause) => cause.text);

const runningStatus: Text = text('loopt nog', 'en cours', 'läuft noch', 'still running');

function runningCause(asOf: string): Text {
  return text(
    'op de peildatum ({day}) nog niet voorbij: het cijfer kan nog stijgen',
    'pas encore terminé à la date de référence ({day}) : le chiffre peut encore augmenter',
    'am Stichtag ({day}) noch nicht vorbei: Die Zahl kann noch steigen',
    'not over on the date of the picture ({day}): the figure may still grow',
    { day: dated(asOf) },
  );
}

export const middleHeading: Text = text(
  'middelste 90 %',
  '90 % du milieu',
  'mittlere 90 %',
  'middle 90 %',
);

/** The middle 90 % of what a total may be. */
export function middleText(total: JointTotal): Text {
  const { interval90 } = toldReported(total);
  if (interval90 === undefined) return none;
  if (interval90.low === interval90.high) return numeral(interval90.low);
  return joined(
    [numeral(interval90.low), interval90.high === null ? terms.open : numeral(interval90.high)],
    ' – ',
  );
}

/** Whether a wider figure contradicts a total, so that not even its lower limit is beyond dispute. */
export function isOpposed({ causes: some }: Pick<JointTotal, 'causes'>): boolean {
  return some.some(({ kind }) => kind === 'opposed');
}

/** What holds at least: contested where a wider figure says otherwise. */
function floorOf(total: JointTotal, why: Why | undefined): Figure {
  const { atLeast } = total.total;
  const figure = number(total.method ? null : atLeast, why);
  return isOpposed(total) ? { ...figure, mark: 'undecided' } : figure;
}

/** A year as a row: reported range, total at least and at most, status and causes. */
function row(
  total: JointTotal,
  whyOf: WhyOf | null,
  {
    isModelled,
    isSpread,
    asOf,
  }: { readonly isModelled: boolean; readonly isSpread: boolean; readonly asOf: string | null },
): readonly Figure[] {
  const still = asOf !== null && total.status !== 'none' && isRunning(total, asOf);
  const why = whyOf?.(total);
  const { lowest, likely, highest } = toldReported(total);
  const open = openOf(total);
  return [
    { shown: dated(total.period) },
    number(lowest, why),
    ...(isSpread ? [{ shown: middleText(total), why }] : []),
    {
      shown: likelyShown(total),
      value: typeof likely === 'number' ? likely : null,
      why,
      ...(open ? { mark: open } : {}),
    },
    number(highest, why),
    // Of what a model weighs nothing holds by itself.
    ...(isModelled
      ? []
      : [floorOf(total, why), number(total.method ? null : total.total.atMost, why)]),
    still && total.status === 'complete'
      ? { shown: runningStatus, mark: 'partial' }
      : { shown: labelled(statuses, total.status), mark: total.status },
    { shown: joined([...(still ? [runningCause(asOf)] : []), ...causes(total)], ' · ') },
  ];
}

/** What the ends of a row mean; of one place, by services, there is nothing to be missing but that place. */
function reportedNote([first]: readonly JointTotal[]): Text {
  const places = first?.members.every(({ place }) => isPort(place))
    ? text('havens', 'ports', 'Häfen', 'ports')
    : text('plaatsen', 'lieux', 'Orte', 'places');
  const every = first?.members.every(({ place }) => isPort(place))
    ? text('elke haven heeft', 'chaque port a', 'jeder Hafen gemeldet hat', 'every port has')
    : text('elke plaats heeft', 'chaque lieu a', 'jeder Ort gemeldet hat', 'every place has');
  return text(
    'Gemeld: het bereik van wat de {places} met een cijfer samen geven. Totaal: wat altijd geldt; "ten hoogste" alleen als {every} gemeld of een plafond is vastgelegd.',
    'Déclaré : fourchette de ce que donnent ensemble les {places} qui ont déclaré. Total : ce qui vaut toujours ; « au plus » seulement si {every} déclaré ou si un plafond est enregistré.',
    'Gemeldet: Spanne dessen, was die meldenden {places} zusammen ergeben. Insgesamt: was immer gilt; „höchstens“ nur, wenn {every} oder eine Obergrenze festgehalten ist.',
    'Reported: the range of what the reporting {places} give together. Total: what always holds; "at most" only where {every} reported or a ceiling is recorded.',
    { places, every },
  );
}

/** Of a total of events: what no source has said, and what no range of it can know. */
export const modelledNote: Text = joined(
  [
    modelledSaying,
    text(
      'Wat het bereik niet kan weten: een verkeerd opgegeven stof, een fout die alle bestanden delen, en een vangst die in geen enkel bestand staat.',
      'Ce que la fourchette ne peut savoir : une substance mal indiquée, une erreur commune à tous les fichiers, une saisie qui ne figure dans aucun fichier.',
      'Was die Spanne nicht wissen kann: einen falsch angegebenen Stoff, einen Fehler aller Dateien, einen Fund, der in keiner Datei steht.',
      'What the range cannot know: a substance stated wrongly, an error that all files share, a find that no file holds.',
    ),
  ],
  ' ',
);

/** What a column of periods is headed by. */
export function periodHeading(totals: readonly JointTotal[]): Text {
  return totals.every(isYear) ? terms.year : terms.period;
}

/**
 * The table analysts are quoted on: one row a period; of events what a model weighs. A period that was not over on the date of the
 * picture is not called complete.
 */
export function yearlyTable(
  totals: readonly JointTotal[],
  whyOf: WhyOf | null,
  caption: Text,
  asOf: string | null,
  notes: readonly Text[] = [],
): TableBlock {
  const isModelled = totals.length > 0 && totals.every(({ method }) => method);
  const isMixed = !isModelled && totals.some(({ method }) => method);
  const isSpread = totals.some(({ reported }) => reported.interval90 !== undefined);
  const group = isModelled ? terms.modelled : terms.reported;
  return {
    kind: 'table',
    caption,
    columns: [
      { label: periodHeading(totals), kind: 'label' },
      {
        label: terms.lowest,
        group,
        kind: 'number',
      },
      ...(isSpread ? [{ label: middleHeading, group, kind: 'number' as const }] : []),
      {
        label: terms.likely,
        group,
        kind: 'number',
      },
      {
        label: terms.highest,
        group,
        kind: 'number',
      },
      ...(isModelled
        ? []
        : [
            {
              label: terms.atLeast,
              group: terms.total,
              kind: 'number' as const,
            },
            {
              label: terms.atMost,
              group: terms.total,
              kind: 'number' as const,
            },
          ]),
      { label: terms.status, kind: 'words', underLabel: true },
      column('words', 'waarom', 'pourquoi', 'warum', 'why'),
    ],
    rows: totals.map((total) => row(total, whyOf, { isModelled, isSpread, asOf })),
    notes: [
      ...notes,
      ...(isModelled ? [] : [reportedNote(totals)]),
      ...(isModelled || isMixed ? [modelledNote] : []),
      ...(isModelled && totals[0]?.metric === 'seizures' ? [countOfFinds] : []),
    ],
  };
}

/** An item (a figure of a row) that could not be read, or was put aside, is in no total: said under the table, and in the row it may be of. */
export function unreadNote(rejected: number): readonly Text[] {
  if (rejected === 0) return [];
  return [
    text(
      '{n:# gegeven is|# gegevens zijn} niet gelezen of apart gezet (onbekende code, onleesbaar getal, mogelijke persoonsgegevens); {n:het zit|zij zitten} in geen enkel totaal. Waar {n:het|er een} bij kan horen, is alleen een ondergrens bekend.',
      '{n:Aucune donnée n’a été mise à part|Une donnée n’a pas été lue ou a été mise à part|# données n’ont pas été lues ou ont été mises à part} (code inconnu, nombre illisible, données personnelles possibles) ; {n:elle ne figure|elle ne figure|elles ne figurent} dans aucun total. Là où {n:elle|elle|l’une d’elles} peut en relever, seul un minimum est connu.',
      '{n:Keine Angabe wurde|Eine Angabe wurde|# Angaben wurden} nicht gelesen oder beiseitegelegt (unbekannter Code, unlesbare Zahl, mögliche Personendaten); {n:sie ist|sie sind} in keiner Summe enthalten. Wo {n:sie|eine davon} dazugehören kann, ist nur eine Untergrenze bekannt.',
      '{n:# item was not read or was|# items were not read or were} put aside (unknown code, unreadable number, possible personal data); {n:it is|they are} in no total. Where {n:it|one of them} may belong, only a lower limit is known.',
      { n: rejected },
    ),
  ];
}
