import { figure, type Language, type Text } from '@samenbeeld/schema';
import type { ChartTable } from '../chart.ts';
import { fill, inEach, sentences } from '../drawing/sentences.ts';
import { printNumber } from '../numbers.ts';
import type { NamedPenalty, PenaltyStep } from './penalty-path-chart.ts';
import { trendWords } from './trend-words.ts';

type Word = 'breaks' | 'none' | 'penaltyScale' | 'penalty';

/** Words of the chart of a penalty path. */
export const pathWords: Readonly<Record<Word, Text>> = {
  breaks: { nl: 'breuken', fr: 'ruptures', de: 'Brüche', en: 'breaks' },
  none: { nl: 'geen breuk', fr: 'aucune rupture', de: 'kein Bruch', en: 'no break' },
  penaltyScale: {
    nl: 'strafterm per breuk, logaritmisch →',
    fr: 'pénalité par rupture, échelle logarithmique →',
    de: 'Strafterm je Bruch, logarithmisch →',
    en: 'penalty per break, logarithmic →',
  },
  penalty: { nl: 'Strafterm', fr: 'Pénalité', de: 'Strafterm', en: 'Penalty' },
};

const counted: Readonly<Record<Language, readonly [string, string]>> = {
  nl: ['breuk', 'breuken'],
  fr: ['rupture', 'ruptures'],
  de: ['Bruch', 'Brüche'],
  en: ['break', 'breaks'],
};

/** What the chosen penalty leaves. */
export function pathTitle(breaks: number | undefined): Text {
  if (breaks === undefined || breaks === 0)
    return {
      nl: 'Geen breuk bij de gekozen strafterm',
      fr: 'Aucune rupture à la pénalité choisie',
      de: 'Kein Bruch beim gewählten Strafterm',
      en: 'No break at the chosen penalty',
    };
  const said = (language: Language) => `${breaks} ${counted[language][breaks === 1 ? 0 : 1]}`;
  return fill(
    {
      nl: '{n} bij de gekozen strafterm',
      fr: '{n} à la pénalité choisie',
      de: '{n} beim gewählten Strafterm',
      en: '{n} at the chosen penalty',
    },
    { n: said },
  );
}

const marks: Text = {
  nl: 'Blauw: het aantal breuken dat bij elke strafterm het best past; hoe hoger de strafterm, hoe meer bewijs een breuk nodig heeft. Stip: de keuze, {name}. Grijs: geen breuk.',
  fr: 'Bleu\u00a0: nombre de ruptures le mieux adapté à chaque pénalité\u00a0; plus elle est élevée, plus une rupture demande de preuves. Point\u00a0: le choix, {name}. Gris\u00a0: aucune rupture.',
  de: 'Blau: die Zahl der Brüche, die beim jeweiligen Strafterm am besten passt; je höher der Strafterm, desto mehr Belege braucht ein Bruch. Punkt: die Wahl, {name}. Grau: kein Bruch.',
  en: 'Blue: the number of breaks that fits best at each penalty; the higher it is, the more evidence a break needs. Dot: the choice, {name}. Grey: no break.',
};

const gone: Text = {
  nl: 'Pas bij een strafterm van {edge}, {times} keer de gekozen, blijft geen breuk over.',
  fr: 'Il faut une pénalité de {edge}, soit {times} fois celle choisie, pour qu’il ne reste aucune rupture.',
  de: 'Erst bei einem Strafterm von {edge}, dem {times}-Fachen des gewählten, bleibt kein Bruch übrig.',
  en: 'Only at a penalty of {edge}, {times} times the chosen one, is no break left.',
};

const first: Text = {
  nl: 'De eerste breuk verschijnt pas onder {edge}, {times} keer de gekozen strafterm.',
  fr: 'La première rupture n’apparaît qu’en dessous de {edge}, soit {times} fois la pénalité choisie.',
  de: 'Der erste Bruch erscheint erst unter {edge}, dem {times}-Fachen des gewählten Strafterms.',
  en: 'The first break appears only below {edge}, {times} times the chosen penalty.',
};

/** Explains the marks, and how far the choice lies from having no break. */
export function pathCaption(
  path: readonly PenaltyStep[],
  chosen: NamedPenalty,
  at: PenaltyStep | undefined,
): Text {
  const none = path.find(({ breaks }) => breaks === 0);
  const edge = none && none.from > 0 && chosen.penalty > 0 ? none.from : null;
  const says = at && at.breaks > 0 ? gone : first;
  return sentences(
    fill(marks, { name: (language) => chosen.name[language] }),
    edge !== null &&
      fill(says, {
        edge: (language) => figure(edge, language),
        times: (language) =>
          printNumber(Number((edge / chosen.penalty).toPrecision(2)), language, 4),
      }),
  );
}

/** The steps as rows, the largest number of breaks first. */
export function pathTable(
  path: readonly PenaltyStep[],
  named: readonly NamedPenalty[],
  language: Language,
): ChartTable {
  const heading = inEach(
    (one) => `${pathWords.penalty[one]}: ${trendWords.from[one].toLowerCase()}`,
  );
  const until = inEach((one) => `${pathWords.penalty[one]}: ${trendWords.to[one].toLowerCase()}`);
  return {
    columns: [
      trendWords.breaks[language],
      heading[language],
      until[language],
      trendWords.note[language],
    ],
    rows: path.map(({ breaks, from, to }) => [
      breaks,
      from,
      to,
      named
        .filter(({ penalty }) => penalty >= from && (to === null || penalty < to))
        .map(({ name }) => name[language])
        .join(', '),
    ]),
  };
}
