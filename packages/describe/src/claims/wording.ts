import {
  claimInterval,
  decimalText,
  InputError,
  type Interval,
  type Language,
  type Marker,
  markerOf,
  units,
  type Wording,
} from '@samenbeeld/schema';
import { asked, because, type ProposedField, proposed } from './claim-fields.ts';
import type { Counted } from './counted.ts';
import type { Candidate, Figure, FigureIn, Marked } from './figure.ts';

/** Words for some of what follows, however many: "several thousand", "mehrere 1000", "enkele honderden". */
export const severalBefore: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(?:enkele|verscheidene|verschillende|meerdere|een paar|vele|tal van|ettelijke)\s+$/iu,
  fr: /(?<!\p{L})(?:plusieurs|quelques|de nombreu(?:x|ses))\s+$/iu,
  de: /(?<!\p{L})(?:mehrere[nr]?|einige[nr]?|etliche[nr]?|viele[nr]?|ein paar|zig)\s+$/iu,
  en: /(?<!\p{L})(?:several|a few|many|multiple|a couple of|a couple)\s+$/iu,
};

/** The longest words right before a number that mark it. */
export function markedBefore(
  lead: string,
  language: Language,
): { readonly marker: Marker; readonly words: string; readonly start: number } | null {
  const end = lead.trimEnd().length;
  const text = lead.slice(0, end);
  const starts = [...text.matchAll(/(?<=^|[\s(«"“„'’])(?=[\p{L}~≈±>≥<≤+])/gu)]
    .map(({ index }) => index)
    .slice(-5);
  for (const start of starts) {
    const words = text.slice(start).replace(/^l['’]/iu, '');
    const marker = markerOf(words, [language]);
    if (marker && !/^(?:de|van|von|from|totaal|minimum|maximum)$/iu.test(words))
      return { marker, words, start };
  }
  return null;
}

/** "an estimated street value of", "valeur estimée à", "geraamd op": the word that marks the sum stands before its noun. */
function estimatedBefore(lead: string): ReturnType<typeof markedBefore> {
  const found =
    /(?<!\p{L})(?:geschat(?:te)?|geraamd|estimée?s?|évaluée?s?|geschätzte[nrs]?|estimated)\s+(?:\p{L}+\s+){0,3}?(?:van|op|de|d['’]|à|von|of|at)\s*$/iu.exec(
      lead,
    );
  return found ? { marker: 'rounded', words: found[0].trim(), start: found.index } : null;
}

const totals = /totaal|total|insgesamt/iu;
const behindMarks: readonly (readonly [RegExp, Marker])[] = [
  [
    /^\s+(?:environ|ongeveer|ungefähr|or so|geschat|geraamd|geschätzt|taxiert)(?!\p{L})/iu,
    'rounded',
  ],
  [/^\s*(?:\+|(?:of|ou|oder|or) (?:meer|plus|mehr|more)(?!\p{L}))/iu, 'floor'],
  [/^\s+(?:of minder|ou moins|oder weniger|or (?:less|fewer))(?!\p{L})/iu, 'ceiling'],
];
const broughtUpOver =
  /(?<!\p{L})(?:jailed|sentenced|imprisoned|convicted|charged|arrested|held|detained|remanded|accused|wanted|extradited|prosecuted|tried|trial|court|guilty|fined|sacked|suspended|questioned|investigated|investigation|probe|inquiry|row|dispute|outcry)(?: (?!and |who |with )[\p{L}\d]+){0,6} $/iu;

const noLess =
  /^(?:(?:niet|geen) minder dan|pas moins d|nicht weniger als|(?:no|not) (?:fewer|less) than)/iu;

export function wordingOf({ marker, markerWords, negation }: Figure): ProposedField {
  if (negation !== null) return asked(because('several', negation));
  if (marker === null || marker === 'range' || marker === 'ceiling')
    return proposed('unmarked', true, because('unmarked'));
  // "Pas moins de 17": a lower limit, or so many and no fewer.
  return noLess.test(markerWords ?? '')
    ? proposed(marker, false, because('printed', markerWords ?? ''), ['unmarked'])
    : proposed(marker, true, because('printed', markerWords ?? ''));
}

/** What the wording allows. */
export function intervalOf(
  { value, printed }: Figure,
  unit: string | null,
  wording: string | null,
): Interval | null {
  if (unit === null || wording === null) return null;
  try {
    return claimInterval({ value, printed, wording: wording as Wording, unit });
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** The number itself, and whether it may be read in another way. */
export function valueField({ text, figure }: FigureIn, unit: string | null): ProposedField {
  const { at, numberEnd, value, printed: digits } = figure;
  const printed = text.slice(at, numberEnd);
  // "4 957 kilos": the fourth item of a list, or so many thousands.
  const [, behindItem] =
    at === 0 ? (/^[1-9]\d?[ \u00a0\u202f\u2009]([1-9]\d\d)$/u.exec(printed) ?? []) : [];
  const other = behindItem ?? figure.other;
  const isUncertain =
    behindItem !== undefined ||
    (figure.other !== null &&
      (/\d\p{L}{1,2}$/u.test(printed) ||
        (!/\.000$/u.test(figure.other) &&
          (unit === null || !['count', 'currency'].includes(units.get(unit).dimension)))));
  return proposed(
    value === Number(digits) ? digits : decimalText(value),
    !isUncertain,
    because(isUncertain ? 'habit' : 'printed', printed),
    other ? [other] : [],
  );
}

/** The words that mark a number, before it, in it or behind. */
export function markedAround(
  text: string,
  language: Language,
  {
    candidate,
    start,
    numberEnd,
    end,
    counted,
  }: {
    readonly candidate: Candidate;
    readonly start: number;
    readonly numberEnd: number;
    readonly end: number;
    readonly counted: Counted | null;
  },
): Marked {
  const lead = text.slice(0, start);
  const own = candidate.value === 1 ? markedBefore(candidate.text, language) : null;
  const before = own
    ? { ...own, start: candidate.at }
    : (markedBefore(lead, language) ?? estimatedBefore(lead));
  const [late, lateMarker] = behindMarks.flatMap(([pattern, marker]) => {
    const [words] = pattern.exec(text.slice(end)) ?? pattern.exec(text.slice(numberEnd)) ?? [];
    return words === undefined ? [] : ([[words.trim(), marker]] as const);
  })[0] ?? [null, null];
  const isTotal = before !== null && before.marker === 'exact' && totals.test(before.words);
  const said = isTotal ? null : (before?.marker ?? lateMarker ?? null);
  const isNoMark = before !== null && marksNothing(before, said, lead, language, counted);
  const marker = isNoMark ? null : said;
  return {
    marker: candidate.about && (marker === null || marker === 'exact') ? 'rounded' : marker,
    isRange: before?.marker === 'range',
    words: candidate.about && !before ? candidate.text : (before?.words ?? late ?? candidate.text),
    start: before?.start ?? null,
  };
}

/** Whether "tot" or "over" before a number is no bound of it. */
function marksNothing(
  { words, start }: { readonly words: string; readonly start: number },
  marker: Marker | null,
  lead: string,
  language: Language,
  counted: Counted | null,
): boolean {
  return (
    (marker === 'ceiling' &&
      // "gestegen tot 47": where a change arrives, and no upper end.
      ((/^(?:tot|bis)$/iu.test(words) &&
        /(?:van|von|leidde|leiden|leidt|geleid|stijg|gesteg|daal|liep(?:en)? op|loopt op|oplop|opliep|steeg|verdubbel|verdrie|toegenomen|groeide|gedaald|stieg|gestiegen|sank|gesunken|opgelopen)/iu.test(
          lead,
        )) ||
        // "liep dat vorig jaar op tot 50 ton"
        (/^tot$/iu.test(words) && /(?<!\p{L})op\s*$/iu.test(lead.slice(0, start))))) ||
    // "jailed for 15 years over 1,050 kg": about them, and not more than so many.
    (language === 'en' &&
      /^over$/iu.test(words) &&
      (counted?.kind === 'mass' || counted?.kind === 'money') &&
      broughtUpOver.test(lead.slice(0, start)))
  );
}
