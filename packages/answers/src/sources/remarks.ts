import type { Claim } from '@samenbeeld/merge';
import type { Figure } from '@samenbeeld/page';
import {
  inEach,
  joinWith,
  type Language,
  languages,
  ownValue,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import type { Held, Remarks } from '../held.ts';
import { plain, text } from '../text.ts';

/** Whatever holds the remarks of a picture. */
export interface Remarked {
  readonly gathered: Pick<Held, 'remarks'>;
}

const slot = /\\?\{(\w+)\\?\}/gu;

/** Remarks with slots, as expressions; made once for each picture. */
const patterns = new WeakMap<Remarks, readonly (readonly [string, RegExp])[]>();

function patternsOf(remarks: Remarks): readonly (readonly [string, RegExp])[] {
  const known = patterns.get(remarks);
  if (known) return known;
  const made = Object.keys(remarks).flatMap((remark) => {
    if (!remark.includes('{')) return [];
    const escaped = remark.replaceAll(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
    const source = escaped.replaceAll(slot, (_, name: string) =>
      name === 'number' ? `(?<${name}>\\d+)` : `(?<${name}>[^;]+)`,
    );
    return [[remark, new RegExp(`^${source}$`, 'u')] as const];
  });
  patterns.set(remarks, made);
  return made;
}

/** How the sheet of remarks writes a remark that is there whole; null where it is not. */
function entryOf(
  remark: string,
  remarks: Remarks,
): { readonly entry: string; readonly slots: Readonly<Record<string, string>> } | null {
  if (Object.hasOwn(remarks, remark)) return { entry: remark, slots: {} };
  for (const [entry, pattern] of patternsOf(remarks)) {
    const found = pattern.exec(remark);
    if (found) return { entry, slots: { ...found.groups } };
  }
  return null;
}

const partsOf = (remark: string): readonly string[] => remark.split('; ');

/** Of the remarks that somebody put into four languages, those that stand in some cells, whole or as a part. */
export function remarksIn(written: readonly string[], remarks: Remarks): Remarks {
  const found = new Set(
    written
      .flatMap((remark) => [remark, ...partsOf(remark)])
      .flatMap((remark) => entryOf(remark, remarks)?.entry ?? []),
  );
  return Object.fromEntries(Object.entries(remarks).filter(([remark]) => found.has(remark)));
}

/** A remark in four languages, or each of its parts; null where only the sheet's own words are known. */
export function knownRemark(remark: string, analysis: Remarked): Text | null {
  const { remarks = {} } = analysis.gathered;
  const found = entryOf(remark, remarks);
  const whole = found && ownValue(remarks, found.entry);
  if (whole)
    return text(
      whole.nl,
      whole.fr,
      whole.de,
      whole.en,
      Object.fromEntries(Object.entries(found.slots).map(([name, one]) => [name, plain(one)])),
    );
  const parts = partsOf(remark);
  const known = parts.length > 1 ? parts.map((part) => knownRemark(part, analysis)) : [null];
  return known.every((part) => part !== null) ? joinWith(known, semicolon) : null;
}

/** What the rows of some claims remark, each once, as far as it is known in four languages. */
export function knownRemarks(
  claims: readonly Pick<Claim, 'rows'>[],
  analysis: Remarked,
): readonly Text[] {
  const notes = new Set(claims.flatMap(({ rows }) => rows.flatMap(({ note }) => note ?? [])));
  return [...notes].flatMap((note) => knownRemark(note, analysis) ?? []);
}

/** Little words of one language that the other three have not. */
const littleWords: Readonly<Record<Language, RegExp>> = {
  nl: /(?<![\p{L}-])(?:het|een|van|niet|voor|bij|door|zijn|ook|uit|naar|volgens|werd|zonder|alleen|deze|dit|dat|wordt|nog)(?![\p{L}-])/giu,
  fr: /(?<![\p{L}-])(?:le|la|les|une|dans|par|pour|avec|est|sont|aux|selon|cette|ce|qui|que|sans|seulement|entre|été|lors|moins|leur)(?![\p{L}-])/giu,
  de: /(?<![\p{L}-])(?:der|das|und|nicht|mit|von|für|auf|im|ist|dem|aus|nach|wird|ohne|nur|eine|einer|bei|auch)(?![\p{L}-])/giu,
  en: /(?<![\p{L}-])(?:the|and|to|not|with|for|from|are|same|this|which|by|only|without|its|each|on)(?![\p{L}-])/giu,
};

/**
 * The language in which a remark is written, by its little words: that of most of them; undefined where it has fewer than two
 * or as many of another language. A column of the sheet says in which language the publication was read, not this.
 */
function languageOfRemark(remark: string): Language | undefined {
  const scores = languages
    .map((language) => ({ language, words: remark.match(littleWords[language])?.length ?? 0 }))
    .sort((a, b) => b.words - a.words);
  const [first, second] = scores;
  return first && first.words >= 2 && first.words > (second?.words ?? 0)
    ? first.language
    : undefined;
}

/** A remark of a sheet as a cell shows it, else in the language it is written in, English where that cannot be told. */
export function remarkFigure(remark: string | null, analysis: Remarked): Figure {
  if (remark === null) return { shown: plain('–') };
  const known = knownRemark(remark, analysis);
  return known
    ? { shown: known }
    : { shown: plain(remark), language: languageOfRemark(remark) ?? 'en' };
}

/**
 * The language in which a remark of a sheet is written: as its words show, else that of the sheet; of a quotation, which is in
 * whatever language the publication is, undefined where its words do not show it.
 */
export function writtenIn(remark: string, sheet: Language | undefined): Language | undefined {
  return languageOfRemark(remark) ?? (/^["“„«].*["”“»]$/su.test(remark.trim()) ? undefined : sheet);
}

/**
 * What the sheet of figures remarks about one: in the reader's language where it is known in all four, else quoted as whoever
 * entered it wrote it, with its language.
 */
export function remarkOf(note: string, sheet: Language | undefined, analysis: Remarked): Text {
  const known = knownRemark(note, analysis);
  const written = writtenIn(note, sheet);
  const quoted = inEach((language) => {
    const isOwn = written === undefined || written === language;
    return `${isOwn ? '' : `(${written}) `}${quotes[language].replace('{note}', note)}`;
  });
  return text(
    'Opmerking in het cijferblad: {note}',
    'Remarque dans la feuille de chiffres : {note}',
    'Anmerkung im Zahlenblatt: {note}',
    'Remark in the sheet of figures: {note}',
    { note: known ?? quoted },
  );
}

const quotes: Text = { nl: '“{note}”', fr: '« {note} »', de: '„{note}“', en: '“{note}”' };
