import { codeLists } from '@samenbeeld/ingest';
import { ownValue } from '@samenbeeld/schema';
import { saysTotal } from '../totals/total-words.ts';
import { type CodeWriting, questions } from './write-codes.ts';

const nuts = /^([A-Z]{2})[0-9A-Z]{1,3}$/;
const otherwise: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };

/** A NUTS region that is in no list, under its country. */
export function nutsRegion(label: string): string | null {
  const [, prefix = ''] = nuts.exec(label) ?? [];
  const country = ownValue(otherwise, prefix) ?? prefix;
  return codeLists['countries']?.has(country) ? `${country}.NUTS.${label}` : null;
}

/**
 * Places that are in no list, as places of their own: NUTS regions under the country that their code names, others under
 * the country of the publisher, which a person must confirm. A label that says it is a total is none. Nothing that a list knows is touched.
 */
export function ownPlaces(writing: CodeWriting, country: string | null): CodeWriting {
  const [crosswalk] = writing.crosswalks;
  if (!crosswalk) return writing;
  const rows = crosswalk.rows.map((row) => {
    if (saysTotal(row.from) && (row.to === null || row.decide))
      return {
        ...row,
        to: null,
        match: 'none' as const,
        note: `says that it is a total, and is no place: left out by name, or the code of the whole${country === null ? '' : `, such as ${country}`}`,
        confidence: 0.9,
        decide: false,
      };
    if (row.to !== null) return row;
    const region = nutsRegion(row.from);
    if (region)
      return {
        ...row,
        to: region,
        match: 'exact' as const,
        note: null,
        confidence: 0.9,
        decide: false,
      };
    if (country === null || !/^\p{Lu}[\p{L}'’ .-]{2,}$/u.test(row.from)) return row;
    return {
      ...row,
      to: `${country}.PLACE.${row.from}`,
      match: 'exact' as const,
      note: 'in no list: kept as a place of its own',
      confidence: 0.5,
      decide: true,
    };
  });
  return {
    ...writing,
    crosswalks: [{ ...crosswalk, rows }],
    decide: questions(rows, crosswalk.list),
    found: rows.filter(({ to }) => to !== null).length,
  };
}
