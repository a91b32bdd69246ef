import {
  type Crosswalk,
  codeLists,
  isCode,
  type MatchQuality,
  noCodeList,
} from '@samenbeeld/ingest';
import {
  type CodeEntry,
  type CodeList,
  foldText,
  type Language,
  ownValue,
} from '@samenbeeld/schema';
import { splitRemark } from './evidence/split-remark.ts';
import { labelParts } from './label-parts.ts';
import { digitsOf, stemOf, wordsOf } from './word-parts.ts';

/** A crosswalk, and whose it is. */
export type KnownCrosswalk = Crosswalk & { readonly source?: string };

/** A word that is known to mean something: from the list itself, or from an earlier crosswalk. */
export interface KnownName {
  readonly code: string | null;
  readonly match: MatchQuality;
  readonly text: string;
  readonly folded: string;
  readonly words: readonly string[];
  /** The stems of its words, and its digits. */
  readonly stem: string;
  readonly digits: string;
  /** `core` is a label without what stands in brackets behind it. */
  readonly origin: 'label' | 'synonym' | 'code' | 'core' | 'crosswalk';
  readonly language: Language | null;
  /** The crosswalk's source or file. */
  readonly source: string | null;
}

/** Every name of a code list, with those of earlier crosswalks to it. */
export interface NameIndex {
  readonly list: string;
  readonly codes: CodeList<CodeEntry>;
  readonly names: readonly KnownName[];
  readonly byFolded: ReadonlyMap<string, readonly KnownName[]>;
}

function nameOf(
  text: string,
  name: Omit<KnownName, 'text' | 'folded' | 'words' | 'stem' | 'digits'>,
): KnownName {
  const words = wordsOf(text);
  const folded = foldText(text);
  const stem = words.map(stemOf).join(' ');
  return { ...name, text, folded, words, stem, digits: digitsOf(folded) };
}

function listed(entry: CodeEntry): readonly KnownName[] {
  const { code } = entry;
  const plain = { code, match: 'exact', language: null, source: null } as const;
  const labels = Object.entries(entry.label) as [Language, string][];
  return [
    ...[code, ...(entry.aliases ?? [])].map((text) => nameOf(text, { ...plain, origin: 'code' })),
    ...labels.map(([language, text]) => nameOf(text, { ...plain, origin: 'label', language })),
    ...entry.synonyms.map((text) => nameOf(text, { ...plain, origin: 'synonym' })),
    ...labels.flatMap(([language, text]) => {
      const { core } = labelParts(text, { numbers: false });
      const { main, remark } = splitRemark(core);
      const name = main.replace(/[\s,;–-]+$/u, '');
      // What the list excludes, the bare word does not.
      const match = remark === '' ? 'exact' : 'broader';
      return name === text ? [] : [nameOf(name, { ...plain, match, origin: 'core', language })];
    }),
  ];
}

/** Whether a crosswalk leads to a list: all its targets are codes of it. */
function leadsTo(list: string, { rows }: Crosswalk): boolean {
  const targets = rows.flatMap(({ to }) => to ?? []);
  return targets.length > 0 && targets.every((code) => isCode(list, code));
}

function mapped(crosswalk: KnownCrosswalk): readonly KnownName[] {
  const source = crosswalk.source ?? crosswalk.file;
  return crosswalk.rows.map(({ from, to, match }) =>
    nameOf(from, { code: to, match, language: null, source, origin: 'crosswalk' }),
  );
}

const plurals: Readonly<Record<string, string>> = {
  agency: 'agencies',
  country: 'countries',
  basis: 'bases',
  massBasis: 'massBases',
  missing: 'missingReasons',
  level: 'marketLevels',
  seizingCountry: 'countries',
  creditedTo: 'countries',
  originCountry: 'countries',
  departureCountry: 'countries',
  destinationCountry: 'countries',
};

/** The name of a code list in `codeLists`: it is taken as it stands, or as the field it fills ("substance"). */
export function listName(list: string): string {
  const name = [list, ownValue(plurals, list) ?? `${list}s`].find((known) =>
    ownValue(codeLists, known),
  );
  if (name) return name;
  throw noCodeList(list);
}

const plain = new Map<string, NameIndex>();

function indexOf(list: string, names: readonly KnownName[]): NameIndex {
  const byFolded = new Map<string, KnownName[]>();
  for (const entry of names) {
    const others = byFolded.get(entry.folded);
    if (others) others.push(entry);
    else byFolded.set(entry.folded, [entry]);
  }
  return { list, codes: ownValue(codeLists, list) as CodeList<CodeEntry>, names, byFolded };
}

/** Gathers the names of a list and of the crosswalks that lead to it. Throws UsageError for an unknown list. */
export function nameIndex(list: string, crosswalks: readonly KnownCrosswalk[]): NameIndex {
  const name = listName(list);
  // The names of the list itself never change.
  const own = plain.get(name) ?? indexOf(name, ownValue(codeLists, name)?.flatMap(listed) ?? []);
  plain.set(name, own);
  const more = crosswalks.filter((crosswalk) => leadsTo(name, crosswalk)).flatMap(mapped);
  return more.length === 0 ? own : indexOf(name, [...own.names, ...more]);
}
