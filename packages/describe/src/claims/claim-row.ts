import { isDay, offences, parsePeriod, type Span, units } from '@samenbeeld/schema';
import type { ProposedClaim } from './claim.ts';
import { type ClaimFieldName, fieldText } from './claim-words.ts';

const fieldNames = Object.keys(fieldText) as ClaimFieldName[];

/** What a person says of fields of a claim: codes, or for `period` days, a year, or any period that is read. */
export type ClaimAnswers = Readonly<Partial<Record<ClaimFieldName | 'extent' | 'status', string>>>;

/** Where the rows of a text come from. */
export interface ClaimOrigin {
  /** Address or number of the document. */
  readonly url: string;
  readonly publishedOn?: string;
  readonly source?: string;
}

/**
 * A proposal as a row of the claim sheet, with what a person said of its fields. Cells that nobody has answered stay empty,
 * and a row that nobody has confirmed has no address and a note that says so and which fields are not sure, so that `ingest`
 * refuses it.
 *
 * @example
 * ```ts
 * import { claimRow, proposeClaims } from '@samenbeeld/describe';
 * const [claim] = proposeClaims('Rund 40 Kilogramm Kokain wurden 2031 sichergestellt.').claims;
 * const row = claim && claimRow(claim, 'X001', null);
 * [row?.value, row?.wording, row?.wording_printed, row?.place, row?.url] // => ['40', 'rounded', 'Rund', '', '']
 * ```
 */
export function claimRow(
  claim: ProposedClaim,
  id: string,
  origin: ClaimOrigin | null,
  answers: ClaimAnswers = {},
): Readonly<Record<string, string>> {
  const of = (name: ClaimFieldName): string => answers[name] ?? claim.fields[name].value ?? '';
  const period = of('period');
  const days = period === '' ? { start: '', end: '' } : daysOf(period);
  const [metric, unit, wording] = [of('metric'), of('unit'), of('wording')];
  const isCount = !units.has(unit) || units.get(unit).dimension === 'count';
  const unsure = fieldNames.filter(
    (name) =>
      answers[name] === undefined &&
      (claim.fields[name].value ?? '') !== '' &&
      !claim.fields[name].sure,
  );
  const toConfirm = unsure.length > 0 ? ` (not sure: ${unsure.join(', ')})` : '';
  const quote = claim.sentence.replace(/\s+/gu, ' ');
  return {
    claim: id,
    place: of('place'),
    place_note: '',
    basis: of('basis'),
    contains_own: '',
    agency: of('agency'),
    substance: of('substance'),
    offence: metric === 'offences' || metric === 'suspects' ? offenceIn(claim.figure) : '',
    metric,
    stat: metric === '' ? '' : isCount ? 'count' : 'sum',
    value: of('value'),
    unit,
    wording,
    wording_printed: wording === claim.fields.wording.value ? claim.fields.wording.rests : '',
    extent: answers.extent ?? (claim.toDate ? 'some_finds' : 'whole'),
    status: answers.status ?? (claim.toDate ? 'P' : 'A'),
    period_from: days.start,
    period_to: days.end,
    published_on: origin?.publishedOn ?? '',
    source: origin?.source ?? '',
    url: origin?.url ?? '',
    language: claim.language,
    confidence: '',
    level: '',
    national_code: '',
    count_unit: of('count_unit'),
    missing: '',
    note: origin ? `"${quote}"` : `PROPOSED, to be confirmed${toConfirm}: "${quote}"`,
  };
}

/** The code of the offence that the words of a figure name ("61.498 Rauschgiftdelikte"), as `describe` reads it; '' where they name none. */
function offenceIn(figure: string): string {
  const words = figure.split(/\s+/u);
  for (let length = words.length; length > 0; length -= 1)
    for (let start = 0; start + length <= words.length; start += 1) {
      const match = offences.lookup(words.slice(start, start + length).join(' '));
      if (match.kind === 'exact') return match.entry.code;
    }
  return '';
}

function daysOf(period: string): Span {
  const [from = '', to = ''] = period.split('/');
  if (isDay(from) && isDay(to)) return { start: from, end: to };
  const { start, end } = parsePeriod(period);
  return { start, end };
}
