import { notStated, type SourceDescription } from '@samenbeeld/ingest';
import { agencies, foldText, inEach, inFour, type Language, quoted } from '@samenbeeld/schema';
import type { NotedPublisher } from '../columns/publisher-notation.ts';
import type { Geometry } from '../geometry.ts';
import { alike, fileSays } from '../quoted.ts';
import { asIn } from './like-constants.ts';
import { asks, type DraftPart, leavesUnsaid, type Mark, weighed } from './mark.ts';

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
  /** Publishers whose own notation the file is written in. */
  readonly noted: readonly NotedPublisher[];
  /** Whether each figure says who counted it, so that nothing rests on who publishes it. */
  readonly isCounterSaid: boolean;
}

const mark =
  /^["\s]*(?:bron|source|quelle|copyright|©|herausgeber|herausgegeben von|producteur|éditeur|publié par|uitgever|uitgegeven door|publisher|published by)\s*[:©]?\s*(?:\(c\)|©)?\s*(.+?)["\s;,.]*(?:\s(?:[a-z]{1,3}|[^\p{L}\p{N}\s=]{1,3})\s?=\s.*)?$/iu;

function saidPublisher(lines: readonly string[]): string | null {
  for (const line of lines.flatMap((each) => each.split('\n'))) {
    const found = mark.exec(line.trim())?.[1];
    if (found) return found;
  }
  return null;
}

/** The agency that bears a name; where several do, the one of the country. */
function agencyNamed(name: string, language: Language, country: string | null): string | null {
  const match = agencies.lookup(name.trim(), language);
  if (match.kind === 'exact') return match.entry.code;
  // "Federal Criminal Police Office", which the list has with its letters behind it.
  const folded = foldText(name.trim());
  const [bare, ...more] = [...agencies].filter(({ label }) =>
    Object.values(label).some((each) => foldText(each.replace(/\s*\([^()]*\)$/u, '')) === folded),
  );
  if (bare && more.length === 0) return bare.code;
  if (match.kind !== 'ambiguous' || country === null) return null;
  const [own, ...others] = match.entries.filter((entry) => entry.country === country);
  return own && others.length === 0 ? own.code : null;
}

/** The agency whose one name a line begins with ("CBS StatLine"), where the rest of it names no other. */
function agencyBefore(name: string, language: Language): string | null {
  const [first, ...others] = name
    .trim()
    .split(/[\s,;/]+/u)
    .map((word) => (/^\p{Lu}/u.test(word) ? agencies.lookup(word, language) : null));
  return first?.kind === 'exact' && others.every((word) => (word?.kind ?? 'none') === 'none')
    ? first.entry.code
    : null;
}

/** The agency that a line means, by the whole of it or a part. */
function agencyOf(name: string | null, language: Language, country: string | null): string | null {
  if (name === null) return null;
  const parts = [name, ...name.split(/[,;/|(]|\s[–-]\s/u), ...name.split(/[–-]/u)];
  for (const part of parts) {
    const code = agencyNamed(part, language, country);
    if (code !== null) return code;
  }
  return agencyBefore(name, language);
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

/** A year at the end of a title: "…, 2023", "… (2023)". */
const yearBehind = /[\s,–—-]*(?:\((?:19|20)\d\d\)|(?<!\d)(?:19|20)\d\d)$/u;

/** The title of a file; of a workbook with a sheet a year that of the first sheet, without its year. */
function titleText({ geometry: { titleLines, file, shape } }: ProvenanceInput): string {
  const line = titleLines
    .map((text) => text.replace(/^["\s;,]+|["\s;,]+$/gu, ''))
    .find((text) => /\p{L}{3}/u.test(text));
  const name = file.replace(/\.[^.]+$/, '').replace(/[_-]+/g, ' ');
  const isOfSeveral = 'sheet' in shape && shape.sheet?.startsWith('/') === true;
  const title = line && isOfSeveral ? line.replace(yearBehind, '') : line;
  return (title || line || name).slice(0, 160);
}

/** The agency that the lines around a table name as its publisher; null where they name none that is known. */
export function statedPublisher(
  { footerLines, titleLines }: Pick<Geometry, 'footerLines' | 'titleLines'>,
  language: Language,
  country: string | null,
): string | null {
  return agencyOf(saidPublisher([...footerLines, ...titleLines]), language, country);
}

/**
 * The publisher that the notation of a file settles; null where several may be meant, or where the file itself names a source.
 */
export function publisherNoted({
  noted: [only, ...others],
  geometry: { footerLines, titleLines },
}: Pick<ProvenanceInput, 'noted' | 'geometry'>): NotedPublisher | null {
  if (saidPublisher([...footerLines, ...titleLines]) !== null) return null;
  return only && others.length === 0 ? only : null;
}

/** The agency that a line above a table is, or begins with: whose title it is, and mostly whose figures; null where there is none. */
function titledAgency(
  { titleLines }: Pick<Geometry, 'titleLines'>,
  language: Language,
  country: string | null,
): { readonly line: string; readonly code: string } | null {
  for (const text of titleLines) {
    const line = text.replace(/^["\s;,]+|["\s;,]+$/gu, '');
    const [begins = ''] = line.split(/[,;:/|]|\s[–-]\s/u);
    const code = agencyNamed(line, language, country) ?? agencyNamed(begins, language, country);
    if (code !== null) return { line, code };
  }
  return null;
}

/** Title, publisher, licence, citation, grade and handling: what a file rarely says, and a person must. */
export function provenance(input: ProvenanceInput): DraftPart {
  const { id, geometry, language, record, like } = input;
  const said = saidPublisher([...geometry.footerLines, ...geometry.titleLines]);
  const stated = statedPublisher(geometry, language, input.country);
  const [noted] = input.noted;
  const byNotation = publisherNoted(input);
  const agency = byNotation?.publisher ?? stated;
  const isOpen = agency === null && !like;
  const titled = isOpen ? titledAgency(geometry, language, input.country) : null;
  const either = isOpen && titled === null ? noted : undefined;
  const likely =
    titled?.code ?? either?.publisher ?? (isOpen ? likelyAgency(said, input.country) : null);
  const isUnsaid = isOpen && input.isCounterSaid;
  const publisher = agency ?? like?.source.publisher ?? (isUnsaid ? null : likely) ?? 'UNSPECIFIED';
  const country = input.country ?? like?.source.country ?? 'XX';
  const title = titleText(input);
  const from = like ? asIn(like.id) : null;
  const found =
    agency !== null
      ? (byNotation?.reason ?? fileSays(said ?? ''))
      : titled !== null
        ? weighed(
            0.75,
            inFour(
              '{line} staat boven de tabel',
              '{line} figure au-dessus du tableau',
              '{line} steht über der Tabelle',
              '{line} stands above the table',
              { line: quoted(titled.line) },
            ),
          )
        : either !== undefined
          ? weighed(0.6, either.reason)
          : likely !== null
            ? weighed(
                0.6,
                inFour(
                  'het bestand noemt {said}, en {likely} is de enige dienst van die soort in {country}',
                  'le fichier nomme {said}, et {likely} est le seul service de ce genre en {country}',
                  'die Datei nennt {said}, und {likely} ist die einzige Dienststelle dieser Art in {country}',
                  'the file names {said}, and {likely} is the one service of that kind in {country}',
                  { said: quoted(said ?? ''), likely, country: input.country ?? '' },
                ),
              )
            : from;
  const whose = like
    ? inFour(
        `die van {id}, dat dezelfde koppen heeft`,
        `comme {id}, qui a les mêmes en-têtes`,
        `wie bei {id}, das dieselben Überschriften hat`,
        `that of {id}, which has the same headings`,
        { id: like.id },
      )
    : inFour(
        'de eigen woorden van het bestand, in alle vier talen',
        'les mots mêmes du fichier, dans les quatre langues',
        'der Wortlaut der Datei, in allen vier Sprachen',
        "the file's own words, in all four languages",
      );
  const remarks: readonly Mark[] = [
    { path: ['title'], decide: [], remark: whose },
    ...(like ? [{ path: ['citation'], decide: [], remark: whose }] : []),
    {
      path: ['handling'],
      decide: [],
      remark: inFour(
        'blijft binnen uw organisatie tot iemand anders beslist: public, of {shared}',
        'reste dans votre organisation jusqu’à décision contraire : public, ou {shared}',
        'bleibt in Ihrer Organisation, bis jemand anders entscheidet: public oder {shared}',
        'stays within your organisation until a person says otherwise: public, or {shared}',
        { shared: `{ tlp: AMBER, h: [H1], originators: [${publisher}] }` },
      ),
    },
  ];
  const taken =
    input.taken.length > 0
      ? inFour('; {taken} ook', ' ; {taken} aussi', '; {taken} ebenso', '; so are {taken}', {
          taken: input.taken.join(', '),
        })
      : '';
  const asked = like
    ? inFour(
        `; uitgever, licentie, bronvermelding, titel en telregel zijn nu die van {id}, dat dezelfde koppen heeft, en het bestand zelf noemt het {title}{taken}`,
        ` ; éditeur, licence, citation, titre et règle de comptage sont pour l’instant ceux de {id}, qui a les mêmes en-têtes, et le fichier lui-même dit {title}{taken}`,
        `; Herausgeber, Lizenz, Quellenangabe, Titel und Zählregel sind jetzt die von {id}, das dieselben Überschriften hat, und die Datei selbst nennt es {title}{taken}`,
        `; publisher, licence, citation, title and counting rule are now those of {id}, which has the same headings, and the file itself calls it {title}{taken}`,
        {
          id: like.id,
          title: inEach((each) => (each === 'en' ? JSON.stringify(title) : quoted(title)[each])),
          taken,
        },
      )
    : '';
  const whoPublishes = inFour('uitgever', 'éditeur', 'Herausgeber', 'publisher');
  // Who publishes it may be who counted: one thing to look up, and none where the file says it, or each figure says who counted.
  const marks: readonly Mark[] = [
    agency !== null
      ? { path: ['publisher'], decide: [], remark: found }
      : isUnsaid
        ? leavesUnsaid(['publisher'], whoPublishes)
        : asks(
            ['publisher'],
            whoPublishes,
            inFour(
              'van wie zijn deze cijfers? De code van een dienst in schema, met het land; telde die dienst zelf, dan staat hij ook als agencies onder constants{asked}',
              'de qui sont ces chiffres ? Le code d’un service de schema, avec son pays ; s’il les a comptés lui-même, il figure aussi comme agencies sous constants{asked}',
              'von wem sind diese Zahlen? Der Code einer Dienststelle aus schema, mit dem Land; hat sie selbst gezählt, steht sie auch als agencies unter constants{asked}',
              'whose figures are these? An agency code of schema, with its country; a service that counted them itself stands as agencies under constants too{asked}',
              { asked },
            ),
            {
              proposed: alike(publisher),
              alternatives: [
                ...(said !== null
                  ? [
                      inFour(
                        'het bestand noemt {said}',
                        'le fichier nomme {said}',
                        'die Datei nennt {said}',
                        'the file names {said}',
                        { said: quoted(said) },
                      ),
                    ]
                  : []),
                ...(agency === null ? input.noted : []).flatMap((other) =>
                  other.publisher === publisher
                    ? []
                    : [weighed(0.4, other.reason, other.publisher)],
                ),
              ],
              ...(found !== null && { remark: found }),
            },
          ),
    ...(like === null
      ? [leavesUnsaid(['licence'], inFour('licentie', 'licence', 'Lizenz', 'licence'))]
      : []),
    ...remarks,
  ];
  return {
    written: {
      source: id,
      title: like?.source.title ?? alike(title),
      publisher,
      country,
      kind: like?.source.kind ?? (record === 'seizure' ? 'register' : 'statistical_db'),
      language,
      licence: like?.source.licence ?? notStated.licence,
      citation:
        like?.source.citation ??
        `${said ?? (byNotation ? agencies.get(publisher).label[language] : notStated.publisher)}, ${title} (${geometry.file})`,
      grade: 'X4',
      handling: { tlp: 'AMBER+STRICT' },
      record,
    },
    marks: [
      ...marks,
      {
        path: ['grade'],
        decide: [],
        remark: inFour(
          'niet beoordeeld; Europol 4×4, A1 voor een officiële statistiek',
          'non évalué ; 4×4 d’Europol, A1 pour une statistique officielle',
          'nicht bewertet; 4×4 von Europol, A1 für eine amtliche Statistik',
          'not judged; Europol 4×4, A1 for an official statistic',
        ),
      },
    ],
  };
}
