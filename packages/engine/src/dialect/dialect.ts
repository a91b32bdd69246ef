import { changeType } from './change-type.ts';
import { damerauLevenshtein } from './damerau-levenshtein.ts';
import { fingerprint } from './fingerprint.ts';
import { hash } from './hash.ts';
import { hashNumber } from './hash-number.ts';
import { identifier } from './identifier.ts';
import { literal } from './literal.ts';
import { lookUp } from './look-up.ts';
import { numberSet } from './number-set.ts';
import { numbers } from './numbers.ts';
import { oneOfPlace } from './one-of-place.ts';
import { oneOfType } from './one-of-type.ts';
import { readParquet } from './parquet.ts';
import { parseDate } from './parse-date.ts';
import { parseDecimal } from './parse-decimal.ts';
import { readCsv } from './read-csv.ts';
import { regexExtract, regexFind, regexMatch, regexReplace } from './regex.ts';
import { rowPlace } from './row-place.ts';
import { differentItems, sharedItems } from './shared-items.ts';
import { jaroWinkler, levenshtein } from './similarity.ts';
import { split } from './split.ts';
import { toDecimal } from './to-decimal.ts';
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
  readonly toDecimal: typeof toDecimal;
  readonly regexMatch: typeof regexMatch;
  readonly regexReplace: typeof regexReplace;
  readonly regexExtract: typeof regexExtract;
  readonly regexFind: typeof regexFind;
  readonly jaroWinkler: typeof jaroWinkler;
  readonly levenshtein: typeof levenshtein;
  readonly damerauLevenshtein: typeof damerauLevenshtein;
  readonly sharedItems: typeof sharedItems;
  readonly differentItems: typeof differentItems;
  readonly hashNumber: typeof hashNumber;
  readonly numbers: typeof numbers;
  readonly hash: typeof hash;
  readonly fingerprint: typeof fingerprint;
  readonly rowPlace: typeof rowPlace;
  readonly numberSet: typeof numberSet;
  readonly oneOfType: typeof oneOfType;
  readonly oneOfPlace: typeof oneOfPlace;
  readonly lookUp: typeof lookUp;
  readonly changeType: typeof changeType;
  readonly unpivot: typeof unpivot;
  readonly split: typeof split;
  readonly readParquet: typeof readParquet;
  readonly readCsv: typeof readCsv;
} = {
  identifier,
  literal,
  parseDecimal,
  parseDate,
  tryCast,
  toDecimal,
  regexMatch,
  regexReplace,
  regexExtract,
  regexFind,
  jaroWinkler,
  levenshtein,
  damerauLevenshtein,
  sharedItems,
  differentItems,
  hashNumber,
  numbers,
  hash,
  fingerprint,
  rowPlace,
  numberSet,
  oneOfType,
  oneOfPlace,
  lookUp,
  changeType,
  unpivot,
  split,
  readParquet,
  readCsv,
};
