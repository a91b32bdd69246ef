/**
 * A part of a blocking key, over one record: the name of a column; SQL (`{ sql: 'substr(surname, 1, 3)' }`); or a bucket
 * of a number or date (a moment counts as its day), `width` units or days wide, where `neighbours` also brings together records of adjoining buckets,
 * so that no pair closer than `width` is lost.
 */
export type BlockingKey =
  | string
  | { readonly sql: string }
  | { readonly bucket: string; readonly width: number; readonly neighbours?: boolean };

/**
 * Which pairs are worth comparing.
 *
 * - SQL over two records: `l.surname = r.surname and abs(l.year - r.year) <= 1`. Its equalities make the key, the rest
 *   is checked on what the key brings together. A rule without an equality compares everything with everything.
 * - A list of key parts: records that agree on all of them.
 * - The same with a name and with `where`, SQL over two records that is checked on top.
 *
 * A record of which a part of the key is NULL, an empty text, NaN or infinite, is brought together with none by that rule. Within one
 * table a rule that is not the same from left to right and from right to left is tried both ways.
 */
export type BlockingRule =
  | string
  | readonly BlockingKey[]
  | {
      readonly name?: string;
      readonly keys: readonly BlockingKey[];
      readonly where?: string;
    };
