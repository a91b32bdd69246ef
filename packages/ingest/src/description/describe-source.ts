import type { FileShape } from '@samenbeeld/read';
import type {
  Break,
  Coverage,
  Definition,
  DoubleCount,
  Handling,
  Source,
} from '@samenbeeld/schema';
import type { Written, WrittenShape } from './written.ts';

const open: Handling = {
  h: [],
  h3Text: [],
  tlp: 'CLEAR',
  classification: 'none',
  purposes: [],
  audiences: [],
  originators: [],
};

/** Who says it, as a record. */
export function sourceOf(written: Written): Source {
  return {
    id: written.source,
    title: written.title,
    publisher: written.publisher,
    country: written.country,
    kind: written.kind,
    language: written.language,
    url: written.url ?? null,
    licence: written.licence,
    citation: written.citation,
    gradeSource: written.grade[0] as Source['gradeSource'],
    gradeInfo: written.grade[1] as Source['gradeInfo'],
    handling: written.handling === 'public' ? open : { ...open, ...written.handling },
    synthetic: written.synthetic ?? false,
  };
}

/** What is counted, as records. */
export function definitionsOf({ source, definitions }: Written): readonly Definition[] {
  return definitions.map(({ rule, ...definition }) => ({
    massBasis: 'unknown',
    minThreshold: null,
    validFrom: null,
    validTo: null,
    ...definition,
    source,
    countingRule: rule,
  }));
}

/** Declared breaks, as records; an id follows from the series and the day where none is given. */
export function breaksOf({ source, breaks = [] }: Written): readonly Break[] {
  return breaks.map((item) => {
    const series = item.series ?? {};
    const name = Object.values(series).join('/');
    return { id: `${source}:${name && `${name}:`}${item.on}`, ...item, series, source };
  });
}

/** What it says about counting finds of other files, as records. */
export function doubleCountsOf({ source, doubleCounts = [] }: Written): readonly DoubleCount[] {
  return doubleCounts.map((item) => ({
    place: null,
    basis: null,
    evidence: null,
    ...item,
    source,
  }));
}

/** What the source covers, as records. */
export function coverageOf({ source, coverage = [] }: Written): readonly Coverage[] {
  return coverage.map((item) => ({ substance: null, evidence: null, ...item, source }));
}

/** The geometry of its files, in the reader's words. */
export function shapesOf({ file }: Written): readonly FileShape[] {
  return Array.isArray(file)
    ? (file as readonly WrittenShape[]).map(shapeOf)
    : [shapeOf(file as WrittenShape)];
}

function shapeOf({ quoteChar, sheetName, property, ...shape }: WrittenShape): FileShape {
  return {
    ...shape,
    ...(quoteChar !== undefined && { quote: quoteChar }),
    ...(sheetName !== undefined && { sheet: sheetName }),
    ...(property !== undefined && { path: property }),
  };
}
