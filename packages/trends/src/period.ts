import {
  formatPeriod,
  InputError,
  inFour,
  type Language,
  type PeriodRole,
  parsePeriod,
  periodPhrase,
  shape,
  shortPeriod,
  takes,
} from '@samenbeeld/schema';

/** A calendar period with its place in time. */
export interface Period {
  readonly code: string;
  readonly freq: 'A' | 'S' | 'Q' | 'M' | 'W' | 'D';
  /** First and last day, ISO. */
  readonly start: string;
  readonly end: string;
  /** Start in years, evenly spaced within a frequency. */
  readonly time: number;
}

/** Periods already read: series after series has the same ones, and the calendar costs more than most tests. */
const known = new Map<string, Period>();
const mostKnown = 20_000;

/** Reads a period of a series, which must be a whole year, half, quarter, month, week or day. */
export function readPeriod(code: string): Period {
  const found = known.get(code);
  if (found) return found;
  if (known.size >= mostKnown) known.clear();
  const period = periodOf(code);
  known.set(code, period);
  return period;
}

function periodOf(code: string): Period {
  const { start, end, freq } = parsePeriod(code);
  if (freq === 'O')
    throw new InputError(
      inFour(
        'verwacht: een heel jaar, halfjaar, kwartaal, een hele maand, week of dag; gevonden: "{code}"',
        'attendu : une année, un semestre, un trimestre, un mois, une semaine ou un jour entier ; trouvé : « {code} »',
        'erwartet: ein ganzes Jahr, Halbjahr, Quartal, ein ganzer Monat, eine ganze Woche oder ein Tag; gefunden: „{code}“',
        'expected a whole year, half, quarter, month, week or day, found "{code}"',
        { code },
      ),
      {
        repair: inFour(
          'geef elke waarde haar kalenderperiode',
          'donnez à chaque valeur sa période du calendrier',
          'jedem Wert seinen Kalenderzeitraum geben',
          'give each value its calendar period',
        ),
      },
    );
  const [year = 0, month = 1] = start.split('-').map(Number);
  const time =
    freq === 'W' || freq === 'D'
      ? 1970 + Date.parse(start) / 86_400_000 / 365.2425
      : year + (month - 1) / 12;
  return { code, freq, start, end, time };
}

const partOfYear = /^\d{4}-(?:\d\d(?:-\d\d)?|[SQ]\d|W\d\d)$/u;

/** A month by its name, any other part of a year in few letters. */
const lengthOf = ({ freq }: ReturnType<typeof parsePeriod>): 'full' | 'short' =>
  freq === 'M' ? 'full' : 'short';

/** What a sentence calls a period: "2024", "maart 2024", "K3 2024"; anything else, such as a position, as it is. */
export function periodText(code: string, language: Language): string {
  if (!partOfYear.test(code)) return code;
  const period = parsePeriod(code);
  return (lengthOf(period) === 'full' ? formatPeriod : shortPeriod)(period, language);
}

/** The same with what the language puts before it: "in 2024", "d’avril 2024", "au T3 2024"; what is no period, as a year has it. */
export function periodTextAfter(role: PeriodRole, code: string, language: Language): string {
  const isPart = partOfYear.test(code);
  const period = parsePeriod(isPart ? code : '2000');
  const phrase = periodPhrase(role, period, language, lengthOf(period));
  return isPart ? phrase : phrase.replace('2000', code);
}

/**
 * What a sentence calls the time from one period to another, as every sentence and title of a trend does.
 *
 * @example
 * ```ts
 * import { spanText } from '@samenbeeld/trends';
 * spanText('2018', '2024', 'nl') // => '2018–2024'
 * spanText('2023-Q1', '2024-Q4', 'nl') // => 'K1 2023 – K4 2024'
 * ```
 */
export function spanText(from: string, to: string, language: Language): string {
  takes(
    'spanText',
    ['from', from, shape.text],
    ['to', to, shape.text],
    ['language', language, shape.text],
  );
  const dash = partOfYear.test(from) || partOfYear.test(to) ? ' – ' : '–';
  return `${periodText(from, language)}${dash}${periodText(to, language)}`;
}
