import { expression } from '@samenbeeld/read';
import { foldText, type Language, nameDistance, ownValue, unlike } from '@samenbeeld/schema';
import { canonicalCode, codeLists, isCode } from '../code-lists.ts';
import { meets } from '../compile/conditions.ts';
import type { CrosswalkRow, Mapping } from '../description/description.ts';
import type { Field } from '../fields.ts';
import { codeAdvice, ownCodeAdvice } from '../find-codes.ts';
import { means, type Resolved } from './resolved.ts';

/** Those of some names that are like a text, hold it or stand in it, nearest first. */
function alike(text: string, names: readonly string[]): readonly string[] {
  const wanted = foldText(text);
  return names
    .map((name) => {
      const other = foldText(name);
      return { name, apart: Math.min(nameDistance(wanted, other), nameDistance(other, wanted)) };
    })
    .filter(({ apart }) => apart < unlike)
    .sort((a, b) => a.apart - b.apart || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}

type Found = { readonly code: string | null; readonly note?: string } | Resolved;

function crosswalkFound(row: CrosswalkRow, mapping: Mapping, field: Field): Found {
  if (row.to !== null && mapping.accept.includes(row.match)) return { code: row.to };
  const relation = {
    exact: 'is the same as',
    narrower: 'is narrower than',
    broader: 'is broader than',
    overlap: 'overlaps with',
    none: 'has no counterpart',
  }[row.match];
  const words = `"${row.from}" ${relation}${row.to ? ` ${row.to}` : ''}`;
  if (field.required)
    return {
      rule: 'crosswalk.not-exact',
      message: `${words}, and ${mapping.to} may not be empty`,
      repair:
        row.match === 'none' || row.to === null
          ? `give it a code in ${mapping.crosswalk?.file ?? 'a crosswalk'}, or exclude its rows by name`
          : `exclude its rows by name, or take ${row.to} as it is: \`accept: [exact, ${row.match}]\` in the column's mapping`,
    };
  return { code: null, note: `${words}: ${mapping.to} is left empty` };
}

function listFound(text: string, list: string, language: Language): Found | null {
  const match = ownValue(codeLists, list)?.lookup(text, language);
  if (match?.kind === 'exact') return { code: match.entry.code };
  if (match?.kind !== 'ambiguous') return null;
  return {
    rule: 'code.ambiguous',
    message: `"${text}" means ${match.entries.map(({ code }) => code).join(' or ')}`,
    repair: 'say which in the codes or the crosswalk of the column',
  };
}

function nearestOf(text: string, mapping: Mapping, field: Field, language: Language): string {
  const own = [
    ...Object.keys(mapping.codes),
    ...(mapping.crosswalk?.rows ?? []).map(({ from }) => from),
    ...mapping.rules.flatMap(({ is }) => is ?? []),
  ];
  const list = mapping.list ?? (own.length === 0 ? field.list : null);
  const match = list ? ownValue(codeLists, list)?.lookup(text, language) : undefined;
  const listed = match?.kind === 'none' ? match.nearest.map(({ code }) => code) : [];
  const near = alike(text, own)
    .slice(0, 3)
    .map((name) => `"${name}"`);
  return [...near, ...listed].slice(0, 3).join(', ');
}

function find(text: string, mapping: Mapping, field: Field, language: Language): Found | null {
  const inline = ownValue(mapping.codes, text);
  if (inline !== undefined) return { code: inline };
  const row = mapping.crosswalk?.rows.find(({ from }) => from === text);
  if (row) return crosswalkFound(row, mapping, field);
  for (const { is, match, not, to } of mapping.rules) {
    if (is === text) return { code: to };
    if (match !== undefined && expression(match).test(text) && !(not && meets(text, not)))
      return { code: expression(match).replaced(text, to) };
  }
  if (mapping.list !== null) {
    const found = listFound(text, mapping.list, language);
    if (found) return found;
  }
  if (mapping.pattern !== null && expression(mapping.pattern).test(text)) return { code: text };
  const { otherwise } = mapping;
  if (otherwise === null) return null;
  if ('to' in otherwise) return { code: otherwise.to };
  return {
    rule: 'code.refused',
    message: `"${text}" may not stand here: ${otherwise.refuse}`,
    repair: 'correct the cell, or leave the row out of the file',
  };
}

/** No way to map codes is given: the cell must be a code itself. */
export function isPlain(mapping: Mapping): boolean {
  return (
    Object.keys(mapping.codes).length === 0 &&
    !mapping.crosswalk &&
    mapping.rules.length === 0 &&
    mapping.list === null &&
    mapping.pattern === null &&
    !mapping.otherwise
  );
}

/** What a person decided of a label. */
function decidedRow(text: string, { decided = [] }: Mapping): CrosswalkRow | undefined {
  return decided.find(({ from }) => from === text);
}

function codeOf(
  cell: string,
  mapping: Mapping,
  field: Field,
  language: Language,
  advised: boolean,
): Found {
  const text = mapping.pad === null ? cell : cell.padStart(mapping.pad, '0');
  const decided = decidedRow(cell, mapping) ?? decidedRow(text, mapping);
  if (decided) return crosswalkFound(decided, mapping, field);
  if (isPlain(mapping)) {
    if (!field.list) return { code: text };
    if (isCode(field.list, text)) return { code: canonicalCode(field.list, text) };
  } else {
    const found = find(text, mapping, field, language);
    if (found && !('code' in found)) return found;
    if (found?.code && field.list && !isCode(field.list, found.code))
      return {
        rule: 'code.unknown',
        message: `"${text}" becomes "${found.code}", which is no code of ${field.list}`,
        repair: `correct the column's mapping: ${advised ? codeAdvice(field.list, found.code).en : 'use a code of the list'}`,
      };
    if (found) return found;
  }
  const nearest = advised ? nearestOf(text, mapping, field, language) : '';
  const source = mapping.crosswalk ? ` of ${mapping.crosswalk.file}` : '';
  return {
    rule: 'crosswalk.unknown-code',
    message: `"${text}" is no known code${source} for ${mapping.to}${nearest && `; nearest: ${nearest}`}`,
    repair: `correct the cell, add the code to the crosswalk, or exclude it by name${nearest ? '' : ownCodeAdvice(field.list).en}`,
  };
}

/**
 * The code (or, where the cell holds several, codes joined by `+`) that a cell means. What is like a wrong one is looked
 * for where that is `advised`: it takes some milliseconds.
 */
export function resolveCode(
  cell: string,
  mapping: Mapping,
  field: Field,
  language: Language,
  advised = true,
): Resolved {
  const parts =
    mapping.split === null || decidedRow(cell, mapping)
      ? [cell]
      : cell.split(mapping.split).map((part) => part.trim());
  const found = parts.map((part) => codeOf(part, mapping, field, language, advised));
  const failed = found.find((part) => !('code' in part));
  if (failed) return failed as Resolved;
  const codes = found.flatMap((part) => ('code' in part ? (part.code ?? []) : []));
  const notes = found.flatMap((part) => ('note' in part ? (part.note ?? []) : []));
  const resolved = means(codes.length > 0 ? codes.join('+') : null);
  return notes.length > 0 ? { ...resolved, note: notes.join('; ') } : resolved;
}
