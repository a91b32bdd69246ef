import { notStated, type SourceDescription } from '@samenbeeld/ingest';
import { agencies, type Language, type Text } from '@samenbeeld/schema';
import type { Geometry } from '../geometry.ts';
import { asks, type DraftPart, type Mark } from './mark.ts';

/** What is known of who says it when nothing but the file is at hand. */
export interface ProvenanceInput {
  readonly id: string;
  readonly geometry: Geometry;
  readonly language: Language;
  readonly record: 'observation' | 'seizure';
  /** Country in which the places of the file lie, where there is one. */
  readonly country: string | null;
  /** A known source with the same headings. */
  readonly like: SourceDescription | null;
  /** What is taken from that source with its publisher. */
  readonly taken: readonly string[];
  /** Whether the file is one of that source, as it is. */
  readonly fits: boolean;
}

const mark =
  /^["\s]*(?:bron|source|quelle|copyright|©|herausgeber|producteur|publisher)\s*[:©]?\s*(?:\(c\)|©)?\s*(.+?)["\s;,.]*$/iu;

function saidPublisher(lines: readonly string[]): string | null {
  for (const line of lines) {
    const found = mark.exec(line.trim())?.[1];
    if (found) return found;
  }
  return null;
}

/** The agency a name means; where several bear it, the one of the country. */
function agencyOf(name: string | null, language: Language, country: string | null): string | null {
  if (name === null) return null;
  for (const part of [name, ...name.split(/[,;/|–-]/u)]) {
    const match = agencies.lookup(part.trim(), language);
    if (match.kind === 'exact') return match.entry.code;
    if (match.kind !== 'ambiguous' || country === null) continue;
    const [own, ...others] = match.entries.filter((entry) => entry.country === country);
    if (own && others.length === 0) return own.code;
  }
  return null;
}

const kinds: readonly (readonly [kind: string, words: RegExp])[] = [
  ['customs', /zoll|douan|customs|accijn|accises/iu],
  ['fiu', /\bfiu\b|financial intelligence|financi[eë]le inlichtingen/iu],
  ['police', /politie|polizei|police|gendarmerie/iu],
  ['statistics', /statist/iu],
];

/** The only service of a country that is of the kind which a name says ("Generalzolldirektion"). */
function likelyAgency(name: string | null, country: string | null): string | null {
  if (name === null || country === null) return null;
  const found = kinds.filter(([, words]) => words.test(name));
  const [kind] = found[0] ?? [];
  if (kind === undefined || found.length > 1) return null;
  const [own, ...others] = [...agencies].filter(
    (entry) => entry.country === country && entry.kind === kind && entry.counts,
  );
  return own && others.length === 0 ? own.code : null;
}

function titleText({ geometry }: ProvenanceInput): string {
  const line = geometry.titleLines
    .map((text) => text.replace(/^["\s;,]+|["\s;,]+$/gu, ''))
    .find((text) => /\p{L}{3}/u.test(text));
  return (line ?? geometry.file.replace(/\.[^.]+$/, '').replace(/[_-]+/g, ' ')).slice(0, 160);
}

function everyLanguage(text: string): Text {
  return { nl: text, fr: text, de: text, en: text };
}

/** The agency that the lines around a table name as its publisher; null where they name none that is known. */
export function statedPublisher(
  { footerLines, titleLines }: Pick<Geometry, 'footerLines' | 'titleLines'>,
  language: Language,
  country: string | null,
): string | null {
  return agencyOf(saidPublisher([...footerLines, ...titleLines]), language, country);
}

/** Title, publisher, licence, citation, grade and handling: what a file rarely says, and a person must. */
export function provenance(input: ProvenanceInput): DraftPart {
  const { id, geometry, language, record, like } = input;
  const said = saidPublisher([...geometry.footerLines, ...geometry.titleLines]);
  const agency = statedPublisher(geometry, language, input.country);
  const likely = agency === null && !like ? likelyAgency(said, input.country) : null;
  const publisher = agency ?? like?.source.publisher ?? likely ?? 'UNSPECIFIED';
  const country = input.country ?? like?.source.country ?? 'XX';
  const title = titleText(input);
  const from = like ? `as in ${like.id}, which has the same headings` : null;
  const found =
    agency !== null
      ? `the file says "${said}"`
      : likely !== null
        ? `0.60: the file names "${said}", and ${likely} is the one service of that kind in ${input.country}`
        : from;
  const whose = like
    ? `of ${like.id}, which has ${input.fits ? 'the same' : 'nearly the same'} headings`
    : `the file's own words, in all four languages`;
  const remarks: readonly Mark[] = [
    { path: ['title'], decide: [], remark: like ? `that ${whose}` : whose },
    ...(like ? [{ path: ['citation'], decide: [], remark: `that ${whose}` }] : []),
    {
      path: ['handling'],
      decide: [],
      remark: `stays within your organisation until a person says otherwise: public, or { tlp: AMBER, h: [H1], originators: [${publisher}] }`,
    },
  ];
  // Who publishes it decides title, licence, citation and handling: one thing to look up, and none where the file says it.
  const marks: readonly Mark[] = [
    agency !== null
      ? { path: ['publisher'], decide: [], remark: found }
      : asks(
          ['publisher'],
          'publisher',
          `whose figures are these? An agency code of schema, with its country, licence and citation, the title in each language, and who may see it${like ? `; they are now those ${whose}, which the file itself calls ${JSON.stringify(title)}${input.taken.length > 0 ? `; so are ${input.taken.join(', ')}` : ''}` : ''}`,
          {
            proposed: publisher,
            ...(said !== null && { alternatives: [`the file names "${said}"`] }),
            ...(found !== null && { remark: found }),
          },
        ),
    // A description without a licence stays a draft: what stands in the way of its use is asked.
    ...(agency !== null && like === null
      ? [
          asks(
            ['licence'],
            'licence',
            `under which licence or agreement may these figures of ${publisher} be used, and how are they cited?`,
          ),
        ]
      : []),
    ...remarks,
  ];
  return {
    written: {
      source: id,
      title: like?.source.title ?? everyLanguage(title),
      publisher,
      country,
      kind: like?.source.kind ?? (record === 'seizure' ? 'register' : 'statistical_db'),
      language,
      licence: like?.source.licence ?? notStated.licence,
      citation:
        like?.source.citation ?? `${said ?? notStated.publisher}, ${title} (${geometry.file})`,
      grade: 'X4',
      handling: { tlp: 'AMBER+STRICT' },
      record,
    },
    marks: [
      ...marks,
      {
        path: ['grade'],
        decide: [],
        remark: 'not judged; Europol 4×4, A1 for an official statistic',
      },
    ],
  };
}
