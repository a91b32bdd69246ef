import type { Language } from '@samenbeeld/schema';
import type { Mapping } from '../description/description.ts';
import type { Field } from '../fields.ts';
import { resolveCode } from './resolve-code.ts';
import { resolveTime } from './resolve-time.ts';
import { means, type Resolved } from './resolved.ts';

function resolveBoolean(cell: string, { trueValues, falseValues }: Mapping): Resolved {
  if (trueValues.includes(cell)) return means('true');
  if (falseValues.includes(cell)) return means('false');
  return {
    rule: 'boolean.invalid',
    message: `"${cell}" is none of ${[...trueValues, ...falseValues].map((text) => `"${text}"`).join(', ')}`,
    repair: 'correct the cell, or list it under trueValues or falseValues',
  };
}

/** What a trimmed, non-empty cell of a column means in the field it is mapped to; a wrong one with advice where that is `advised`. */
export function resolveCell(
  cell: string,
  mapping: Mapping,
  field: Field,
  language: Language,
  advised = true,
): Resolved {
  switch (mapping.as) {
    case 'code':
      return resolveCode(cell, mapping, field, language, advised);
    case 'boolean':
      return resolveBoolean(cell, mapping);
    case 'integer':
      return /^0*\d{1,9}$/.test(cell)
        ? means(String(Number(cell)))
        : {
            rule: 'number.invalid',
            message: `"${cell}" is not a whole number`,
            repair: 'write digits only, at most nine',
          };
    case 'year':
    case 'year2':
    case 'yearmonth':
    case 'date':
    case 'period':
      return resolveTime(cell, mapping, language);
    default:
      return means(cell);
  }
}
