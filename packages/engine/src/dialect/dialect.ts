import { hash } from './hash.ts';
import { identifier } from './identifier.ts';
import { literal } from './literal.ts';
import { readParquet } from './parquet.ts';
import { parseDate } from './parse-date.ts';
import { parseDecimal } from './parse-decimal.ts';
import { regexExtract, regexMatch, regexReplace } from './regex.ts';
import { jaroWinkler, levenshtein } from './similarity.ts';
import { split } from './split.ts';
import { tryCast } from './try-cast.ts';
import { unpivot } from './unpivot.ts';

/**
 * The closed list of SQL that differs between engines. Arguments called text, a, b or expression are SQL; the rest are
 * constants and are quoted. Any other SQL in the house is standard, and a test reads it.
 */
export const dialect: {
  readonly identifier: typeof identifier;
  readonly literal: typeof literal;
  readonly parseDecimal: typeof parseDecimal;
  readonly parseDate: typeof parseDate;
  readonly tryCast: typeof tryCast;
  readonly regexMatch: typeof regexMatch;
  readonly regexReplace: typeof regexReplace;
  readonly regexExtract: typeof regexExtract;
  readonly jaroWinkler: typeof jaroWinkler;
  readonly levenshtein: typeof levenshtein;
  readonly hash: typeof hash;
  readonly unpivot: typeof unpivot;
  readonly split: typeof split;
  readonly readParquet: typeof readParquet;
} = {
  identifier,
  literal,
  parseDecimal,
  parseDate,
  tryCast,
  regexMatch,
  regexReplace,
  regexExtract,
  jaroWinkler,
  levenshtein,
  hash,
  unpivot,
  split,
  readParquet,
};
