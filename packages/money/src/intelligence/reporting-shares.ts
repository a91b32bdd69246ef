import {
  addIntervals,
  assetKind,
  colonAfter,
  type Finding,
  fromTo,
  groupBy,
  InputError,
  type Interval,
  inEach,
  inFour,
  type Language,
  listed,
  type Metric,
  metrics,
  type Observation,
  paragraph,
  percent,
  periodCode,
  RefusalError,
  shape,
  type Text,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import { intelligenceMetrics } from '../series/assert-one-axis.ts';
import { claimsTogether } from '../series/claims-together.ts';
import { figuresShape } from '../series/regimes.ts';
import { placeLabel } from '../series/series-label.ts';
import { classNames } from './class-names.ts';

interface ReportingShareWords {
  readonly country: Text;
  readonly metric: Metric;
  readonly period: string;
  readonly share: { readonly low: number; readonly high: number };
  readonly label: Text;
}

const labelOnly: Text = {
  nl: 'Een label zegt waarvoor een dossier werd geopend; hetzelfde geld kan ook onder andere labels staan.',
  fr: 'Une étiquette dit pourquoi un dossier a été ouvert\u00a0; le même argent peut aussi figurer sous d’autres étiquettes.',
  de: 'Eine Bezeichnung sagt, weshalb eine Akte angelegt wurde; dasselbe Geld kann auch unter anderen stehen.',
  en: 'A label says what a file was opened for; the same money may stand under others as well.',
};

const seizedOnly: Text = {
  nl: 'In beslag genomen is niet verbeurdverklaard: wat eruit volgt, beslist een rechter.',
  fr: 'Saisi ne veut pas dire confisqué : la suite appartient au juge.',
  de: 'Sichergestellt heißt nicht eingezogen: Was daraus folgt, entscheidet ein Gericht.',
  en: 'Seized is not confiscated: what follows from it a court decides.',
};

/** "1.1%", "0.74% to 0.75%", "at most 0.8%". */
function shareInWords({ low, high }: ReportingShareWords['share'], language: Language): string {
  if (low === 0 && high > 0) {
    const most = percent(Math.ceil(high * 1000) / 1000, language);
    return `${{ nl: 'hoogstens', fr: 'au plus', de: 'höchstens', en: 'at most' }[language]} ${most}`;
  }
  const [one, other] = [percent(low, language), percent(high, language)];
  return one === other ? one : fromTo(one, other, language);
}

function reportingShareSays(words: ReportingShareWords): Text {
  const { country, metric, period, share, label } = words;
  const main = inEach((language) => {
    const what = metrics.label(metric, language);
    const of = shareInWords(share, language);
    return `${country[language]}, ${period}, ${what}${colonAfter[language]} ${of} ${label[language]}.`;
  });
  return paragraph(main, assetKind(metric) !== null ? seizedOnly : labelOnly);
}

export interface ReportingSharesOptions {
  /** The source's own codes of the part ("DRUGS"); several are added. */
  readonly parts: readonly string[];
  /** Codes of the whole; a row without a code, and "TOTAL", are the whole where none is given. */
  readonly whole?: readonly (string | null)[];
  /**
   * What the part is, in words that follow a percentage ("with drug trafficking as the predicate offence"); what the codes
   * stand for where none are given.
   */
  readonly label?: Text;
}

/** A finding about a part of what one authority counts in one period. */
export interface ReportingShare extends Finding {
  readonly country: string;
  readonly metric: Observation['metric'];
  readonly period: string;
  readonly label: Text;
  readonly part: Interval;
  readonly whole: Interval;
  readonly claims: readonly Observation[];
}

/**
 * The share that a class has in what one authority publishes: drug files of all files, electronic commerce of all reports.
 *
 * For comparing within a country, one year with the next. Part and whole must come from one source, definition, country, metric,
 * unit and period, so that one rule counted both. `share = Σ part / whole`, each an interval by its wording; never above 1. A label
 * says what a file was opened for: money from drugs stands under other labels as well.
 *
 * @throws InputError for figures of another kind, or where no part is named
 * @throws RefusalError for a part that is larger than its whole
 * @example
 * ```ts
 * import { reportingShares } from '@samenbeeld/money';
 * reportingShares([], { parts: ['DRUGS'] }) // => []
 * ```
 */
export function reportingShares(
  observations: readonly Observation[],
  options: ReportingSharesOptions,
): readonly ReportingShare[] {
  takes(
    'reportingShares',
    ['observations', observations, figuresShape],
    ['options', options, shape.record<ReportingSharesOptions>({ parts: shape.list(shape.text) })],
  );

  const { parts, whole = [null, 'TOTAL'] } = options;
  if (parts.length === 0)
    throw wrongUse(
      '`parts` noemt ten minste één code, niet geen',
      '`parts` nomme au moins un code, et non aucun',
      '`parts` nennt mindestens einen Code, nicht keinen',
      '`parts` must name at least one code, got none',
    );
  const strange = observations.find(
    ({ metric }) => !intelligenceMetrics.has(metric) && assetKind(metric) === null,
  );
  if (strange)
    throw new InputError(
      inFour(
        'verwacht: cijfers van financiële inlichtingeneenheden of van in beslag genomen vermogen; gevonden: {metric} van {place}',
        'attendu : des chiffres de cellules de renseignement financier ou d’avoirs saisis ; trouvé : {metric} de {place}',
        'erwartet: Zahlen von Finanz-Ermittlungsstellen oder von sichergestelltem Vermögen; gefunden: {metric} von {place}',
        'expected figures of financial intelligence units or of seized assets, found {metric} of {place}',
        { metric: strange.metric, place: strange.place },
      ),
      inFour(
        'kies meldingen, transacties, dossiers en hun waarde, of in beslag genomen vermogen',
        'choisissez des déclarations, des transactions, des dossiers et leur valeur, ou des avoirs saisis',
        'Meldungen, Transaktionen, Akten und ihren Wert oder sichergestelltes Vermögen wählen',
        'choose reports, transactions, files and their value, or seized assets',
      ),
    );
  const groups = groupBy(
    observations.filter(({ value }) => value !== null),
    (one) =>
      JSON.stringify([
        ...[one.place, one.metric, one.source, one.definition, one.unit, one.stat, one.extent],
        periodCode({ start: one.periodStart, end: one.periodEnd }),
      ]),
  );
  return [...groups.values()]
    .flatMap((rows) => {
      const inPart = parts.map((code) => rows.filter(({ nationalCode }) => nationalCode === code));
      const all = rows.filter(({ nationalCode }) => whole.includes(nationalCode));
      return all.length === 0 || inPart.some((claims) => claims.length === 0)
        ? []
        : [shareOf(inPart, all, options)];
    })
    .toSorted((a, b) => (a.subject < b.subject ? -1 : 1));
}

function shareOf(
  inPart: readonly (readonly Observation[])[],
  all: readonly Observation[],
  { parts, label: given }: ReportingSharesOptions,
): ReportingShare {
  const [first] = all as [Observation];
  const label = given ?? classNames(first.place, parts);
  const period = periodCode({ start: first.periodStart, end: first.periodEnd });
  const together = inPart.map(claimsTogether);
  const part = addIntervals(together.map(({ interval }) => interval));
  const { interval: whole, contested } = claimsTogether(all);
  if (whole.high !== null && part.low > whole.high)
    throw new RefusalError(
      inFour(
        '{parts} zijn {low} van {high} in {place} {period}. Een deel kan niet groter zijn dan zijn geheel.',
        '{parts} sont {low} sur {high} à {place} {period}. Une partie ne peut dépasser son tout.',
        '{parts} sind {low} von {high} in {place} {period}. Ein Teil kann nicht größer sein als sein Ganzes.',
        '{parts} are {low} of {high} in {place} {period}. A part cannot exceed its whole.',
        {
          parts: inEach((language) => listed(parts, language)),
          low: String(part.low),
          high: String(whole.high),
          place: first.place,
          period: period,
        },
      ),
      {
        dimension: 'counting rule',
        remedy: inFour(
          'De twee rijen tellen niet hetzelfde; kies het geheel waar het deel bij hoort.',
          'Les deux lignes ne comptent pas la même chose ; choisissez le tout auquel appartient la partie.',
          'Die beiden Zeilen zählen nicht dasselbe; wählen Sie das Ganze, zu dem der Teil gehört.',
          'The two rows do not count the same; choose the whole that the part belongs to.',
        ),
      },
    );
  const low = whole.high === null || whole.high === 0 ? 0 : part.low / whole.high;
  const high = part.high === null || whole.low === 0 ? 1 : Math.min(1, part.high / whole.low);
  const exact = low === high;
  const unsure = contested || together.some((one) => one.contested);
  const country = first.place;
  return {
    kind: 'reporting_share',
    subject: [country, first.metric, parts.join('+'), first.source, period].join(' '),
    estimate: exact ? low : null,
    unit: 'share',
    interval: exact ? null : { low, high, level: 1 },
    n: 1,
    p: null,
    method: 'Share within one source, country and period',
    definition: 'sum of the parts over the whole, each an interval by its printed wording',
    assumptions: [
      inFour(
        'het geheel bevat de delen',
        'le tout contient les parties',
        'das Ganze enthält die Teile',
        'the whole contains the parts',
      ),
    ],
    warnings: [
      assetKind(first.metric) !== null
        ? inFour(
            'in beslag genomen is niet verbeurdverklaard',
            'saisi n’est pas confisqué',
            'sichergestellt ist nicht eingezogen',
            'seized is not confiscated',
          )
        : inFour(
            'een label zegt waarvoor een dossier is geopend, niet waar al het geld vandaan komt',
            'une étiquette dit pourquoi un dossier a été ouvert, non d’où vient tout son argent',
            'ein Etikett sagt, weshalb eine Akte angelegt wurde, nicht, woher all ihr Geld stammt',
            'a label says what a file was opened for, not where all its money comes from',
          ),
      ...(unsure
        ? [
            inFour(
              'cijfers over de periode spreken elkaar tegen; het aandeel omspant ze',
              'des chiffres de la période se contredisent\u00a0; la part les englobe',
              'Angaben zum Zeitraum widersprechen sich; der Anteil umspannt sie',
              'claims of the period contradict each other; the share spans them',
            ),
          ]
        : []),
    ],
    confidence: unsure || whole.high === null || part.high === null ? 'low' : 'medium',
    details: { country, period, partLow: part.low, wholeLow: whole.low },
    says: reportingShareSays({
      country: placeLabel(country),
      metric: first.metric,
      period,
      share: { low, high },
      label,
    }),
    country,
    metric: first.metric,
    period,
    label,
    part,
    whole,
    claims: [...inPart.flat(), ...all],
  };
}
