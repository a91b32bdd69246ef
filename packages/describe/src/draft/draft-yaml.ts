import { createRequire } from 'node:module';
import { inFour, type Language, shownText, type Text } from '@samenbeeld/schema';
import type { Document, Node, Pair, Scalar } from 'yaml';
import type { Mark } from './mark.ts';

const require = createRequire(import.meta.url);
let loaded: typeof import('yaml') | undefined;
/** Loaded with the first draft. */
function yaml(): typeof import('yaml') {
  loaded ??= require('yaml') as typeof import('yaml');
  return loaded;
}

/** Keys of a description that stand on lines of their own, each entry on one. */
const blocks: ReadonlySet<string> = new Set([
  'missingValues',
  'zeroValues',
  'legend',
  'columns',
  'constants',
  'fold',
  'exclude',
  'totals',
  'checks',
  'definitions',
  'breaks',
  'open',
]);
const spaced: ReadonlySet<string> = new Set([
  'file',
  'missingValues',
  'legend',
  'definitions',
  'breaks',
  'constants',
  'columns',
  'fold',
  'exclude',
  'totals',
  'checks',
  'open',
]);

/** What still fits on a line as one mapping. */
const wide = 150;

function lengthOf(node: unknown): number {
  return JSON.stringify(node)?.length ?? 0;
}

/** Small mappings and lists on one line; large ones, and what holds remarks, on several. */
function layOut(node: unknown, depth: number): void {
  if (!yaml().isMap(node) && !yaml().isSeq(node)) return;
  const small = lengthOf(node.toJSON()) <= wide;
  if (small && depth > 1) {
    node.flow = true;
    return;
  }
  for (const item of node.items) layOut(yaml().isPair(item) ? item.value : item, depth + 1);
  if (yaml().isSeq(node) && depth > 1 && node.items.every((item) => yaml().isScalar(item)))
    node.flow = true;
}

/** Words stand bare; expressions, codes with dots and lone signs stand in quotes, so that no one misreads them. */
function quoteSigns(document: Document): void {
  yaml().visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value !== 'string') return;
      const text = node.value;
      if (
        /^[\p{L}_](?:[\p{L}\p{N} _'’()/,.;-]|:(?! ))*$/u.test(text) ||
        /^\d{4}-\d\d-\d\d$/.test(text)
      )
        return;
      if (shownText(text) !== text) {
        node.type = 'QUOTE_DOUBLE';
        return;
      }
      node.type = text.includes('\\') && !text.includes("'") ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE';
    },
  });
}

const or = inFour('of', 'ou', 'oder', 'or');

/** Comments hold one line; what comes from a file may not break out of it, and each of its signs is seen. */
function oneLine(text: string): string {
  return shownText(text.replace(/\s+/gu, ' ').trim());
}

/** What a reader does not see in a written text stands as an escape, which YAML reads as the text it was. */
function seen(yaml: string): string {
  return yaml.replace(/[^\n]+/gu, (line) => shownText(line));
}

function pairAt(document: Document, path: readonly string[]): Pair<Scalar, Node> | Node | null {
  let node: unknown = document.contents;
  let found: Pair<Scalar, Node> | Node | null = null;
  for (const key of path) {
    if (yaml().isMap(node)) {
      const pair = node.items.find(
        (item) => yaml().isScalar(item.key) && String(item.key.value) === key,
      );
      if (!pair) return null;
      found = pair as unknown as Pair<Scalar, Node>;
      node = pair.value;
    } else if (yaml().isSeq(node)) {
      found = node.items[Number(key)] as Node;
      node = found;
    } else return null;
  }
  return found;
}

function annotate(document: Document, mark: Mark, from: number, language: Language): void {
  const found = pairAt(document, mark.path);
  if (found === null) return;
  const key = yaml().isPair(found) ? (found.key as Scalar) : found;
  const value = yaml().isPair(found) ? (found.value as Node | null) : found;
  const before = mark.decide.flatMap(({ question, alternatives }, index) => [
    ` decide ${from + index}: ${oneLine(question[language])}`,
    ...alternatives.map((text) => `   ${or[language]} ${oneLine(text[language])}`),
  ]);
  if (before.length > 0)
    key.commentBefore = [key.commentBefore, ...before].filter(Boolean).join('\n');
  if (mark.remark === null || !value) return;
  const remark = ` ${oneLine(mark.remark[language])}`;
  const flat =
    yaml().isScalar(value) || ((yaml().isMap(value) || yaml().isSeq(value)) && value.flow === true);
  if (flat) value.comment = remark;
  else key.commentBefore = [key.commentBefore, remark].filter(Boolean).join('\n');
}

/** A description as a person reads it: short lines, questions above the lines they are about, reasons behind them. */
export function draftYaml(
  written: Readonly<Record<string, unknown>>,
  marks: readonly Mark[],
  heading: readonly Text[],
  language: Language,
): string {
  const document = new (yaml().Document)(written, { aliasDuplicateObjects: false });
  if (!yaml().isMap(document.contents)) return '';
  for (const pair of document.contents.items) {
    const key = pair.key as Scalar;
    const name = String(key.value);
    if (spaced.has(name)) key.spaceBefore = true;
    const { value } = pair;
    if (!blocks.has(name)) {
      if ((yaml().isMap(value) || yaml().isSeq(value)) && lengthOf(value.toJSON()) <= wide)
        value.flow = true;
      else layOut(value, 1);
    } else if (yaml().isMap(value) || yaml().isSeq(value))
      for (const item of value.items)
        layOut(yaml().isPair(item) ? item.value : item, name === 'definitions' ? 1 : 2);
  }
  let number = 1;
  for (const mark of marks) {
    annotate(document, mark, number, language);
    number += mark.decide.length;
  }
  quoteSigns(document);
  document.commentBefore = heading.map((line) => ` ${oneLine(line[language])}`).join('\n');
  return seen(document.toString({ lineWidth: 0, flowCollectionPadding: true }));
}
