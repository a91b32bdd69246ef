import {
  agencies,
  agenciesNamed,
  InputError,
  type Language,
  type Period,
  parsePeriod,
  places,
  type Text,
} from '@samenbeeld/schema';
import {
  type CellName,
  cellNameIn,
  cellWords,
  isFiller,
  severalPlaces,
  usualBasis,
  withPlacesJoined,
} from '../cell-name.ts';
import { type AskedFigure, figureIn } from './asked-figure.ts';
import { isOfLargestFind, notUnderstood } from './not-understood.ts';

/** Whose figure a sentence says it is: codes of the agencies that may be meant, and when they published it. */
interface Attribution {
  readonly source: readonly string[];
  readonly published: Period | null;
  /** The sentence without it. */
  readonly rest: string;
  /** The same with the date behind the name, which may be the period of the figure. */
  readonly dated: string;
}

/** "contested by …", "apart from the count of …", as `check` itself ends a sentence: what others say is not what is asked. */
const contested =
  /[;,]\s*(?:contested|betwist|contesté[es]*|bestritten|umstritten|apart from the count|los van de telling|sans compter ce qui relève|ohne die eigene Zählung)(?=[\s(:]|$).*$/isu;
const by =
  /(?:^|[\s,;(])(?:volgens|aldus|according to|says|selon|d['’]après|laut|gemäß|zufolge|nach Angaben (?:der|des|von)|[–—-]\s)\s*(?:(?:het|de|the|le|la|les|der|die|das|dem|den)\s+|l['’])?/iu;

/** Codes by a name; several where countries share it. */
function codesOf(name: string): readonly string[] {
  const each = name.split(' + ').map(agenciesNamed);
  return each.some((codes) => codes.length === 0) ? [] : each.flat();
}

function periodOf(words: string): Period | null {
  try {
    return parsePeriod(words.replace(/[,.;:]+$/u, ''));
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** The day, month or year right behind a name: when it was published, unless the sentence names no other period. */
function publishedIn(
  tokens: readonly string[],
  isDated: boolean,
): { readonly published: Period | null; readonly rest: readonly string[] } {
  for (let length = isDated ? 3 : 0; length > 0; length -= 1) {
    const published = periodOf(tokens.slice(0, length).join(' '));
    if (published) return { published, rest: tokens.slice(length) };
  }
  return { published: null, rest: tokens };
}

/** A sentence that names a service by more than a word, with it behind a dash: "de Luxemburgse douane"; null where none is named. */
export function withService(text: string): string | null {
  const tokens = text.split(/\s+/u).filter(Boolean);
  for (let length = Math.min(5, tokens.length); length > 1; length -= 1)
    for (let start = 0; start + length <= tokens.length; start += 1) {
      const run = tokens.slice(start, start + length).join(' ');
      const source = /\d/u.test(run) ? [] : codesOf(run.replace(/[,.;:]+$/u, ''));
      if (source.length !== 1) continue;
      const rest = [...tokens.slice(0, start), ...tokens.slice(start + length)];
      return [...rest, '–', ...source].join(' ').replace(/,(?= –)/u, '');
    }
  return null;
}

/** Reads "– HARC team, January 2023", "volgens HARC", "selon l’équipe HARC"; null where nobody is named. */
export function attributionIn(text: string): Attribution | null {
  const said = text.replace(contested, '');
  const match = by.exec(said);
  if (!match)
    return said === text ? null : { source: [], published: null, rest: said, dated: said };
  const isDash = /[–—-]/u.test(match[0]);
  const before = said.slice(0, match.index);
  const tokens = said
    .slice(match.index + match[0].length)
    .split(/\s+/u)
    .filter(Boolean);
  for (let length = Math.min(9, tokens.length); length > 0; length -= 1) {
    const name = tokens
      .slice(0, length)
      .join(' ')
      .replace(/[,.;:]+$/u, '');
    const source = codesOf(name);
    if (source.length === 0) continue;
    const behind = tokens.slice(length);
    const years = `${before} ${behind.join(' ')}`.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? [];
    const { published, rest } = publishedIn(behind, isDash || years.length > 1);
    return {
      source,
      published,
      rest: `${before} ${rest.join(' ')}`,
      dated: `${before} ${behind.join(' ')}`,
    };
  }
  // A dash may stand anywhere; "according to" names somebody.
  if (isDash)
    return said === text ? null : { source: [], published: null, rest: said, dated: said };
  throw notUnderstood(text, 'source', tokens.slice(0, 3).join(' '));
}

/** The place of a sentence that names none but says who counted: an office's figures are of its country. */
export function countryOf(source: readonly string[] | null): readonly string[] {
  const countries = new Set(
    (source ?? []).flatMap((code) =>
      agencies.has(code) ? (agencies.get(code).country ?? []) : [],
    ),
  );
  return countries.size === 1 ? [...countries].filter((code) => places.has(code)) : [];
}

/** A sentence someone wants to say, read as a claim about a cell. */
export interface Question extends CellName, AskedFigure {
  readonly substance: string;
  readonly metric: string;
  readonly basis: string;
  readonly period: Period;
  /** What sets a count apart, as the name of its cell has it. */
  readonly kinds?: readonly string[];
  /** What is counted, in words, where the unit does not say it. */
  readonly what?: Text;
  /** Codes of the agencies whose figure the sentence says it is; null where it names nobody. */
  readonly source: readonly string[] | null;
}

const counted: ReadonlySet<string> = new Set(
  'seizure batch investigation action consignment parcel letter case'.split(' '),
);

/** Units that say by themselves that something came by post. */
const postal: ReadonlySet<string> = new Set(['parcel', 'letter']);

/** Words of a sentence that tell nothing of its place, drug or period. */
const passed: ReadonlySet<string> = new Set(
  `is zijn was waren werd werden wordt worden er onderschept onderschepte onderschepten aangetroffen gevonden ontdekt
inbeslaggenomen heeft hebben had beslag genomen nam namen jaar een uitsluitend over als voor
hat haben hatte a ont été est sont était étaient saisi saisis saisie saisies intercepté interceptés interceptée interceptées découvert découverts
trouvé trouvés on il y l' l’ année uniquement pour comme une un
wurde wurden ist sind worden sichergestellt beschlagnahmt abgefangen gefunden entdeckt es jahr jahre nur für als eine ein
losse vangst voorlopig cijfer telling deze dienst alleen saisie isolée chiffre provisoire décompte ce seul service einzelner fund vorläufige
zahl zählung dieser stelle allein single find provisional figure count this agency alone a the
geregistreerd geteld ontvangen gemeld enregistré enregistrés enregistrée enregistrées compté comptés comptée comptées
reçu reçus reçue reçues registriert erfasst gezählt verzeichnet eingegangen recorded registered counted received filed reported
door autoriteiten zegt totaal autorités par total totale behörden insgesamt sagt authorities total altogether says said by
were has have been are seized intercepted found confiscated discovered there year only as kilos per bij avec met mit with – — -`.split(
    /\s+/u,
  ),
);

const halves: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})half[ -](?:jaar|year)(?!\p{L})/giu, 'halfjaar'],
  [/(?<!\p{L})halbjahre?s(?!\p{L})/giu, 'Halbjahr'],
  [
    /(?<!\p{L})(?:eerste|ersten?|first) (?:zes|6|sechs|six) (?:maanden|monaten?|months)(?!\p{L})/giu,
    'eerste halfjaar',
  ],
  [
    /(?<!\p{L})(?:laatste|tweede|letzten?|last) (?:zes|6|sechs|six) (?:maanden|monaten?|months)(?!\p{L})/giu,
    'tweede halfjaar',
  ],
  [/(?<!\p{L})(?:six|6) premiers mois(?!\p{L})/giu, 'premier semestre'],
  [/(?<!\p{L})(?:six|6) derniers mois(?!\p{L})/giu, 'second semestre'],
  [/(?<!\p{L})première moitié(?!\p{L})/giu, 'premier semestre'],
  [/(?<!\p{L})(?:seconde|deuxième) moitié(?!\p{L})/giu, 'second semestre'],
  [/(?<!\p{L})(semestre|halfjaar|halbjahr|half) ([12])(?=[\s,]+(?:19|20)\d\d)/giu, '$2e $1'],
  [
    /(semestre|halfjaar|helft|halbjahr|hälfte|half)\s+(?:van het jaar|de l['’]année|des jahres|of the year)/giu,
    '$1',
  ],
  [/(?<=\d)\s*(?:er|ère|re)(?=\s+semestre)/giu, 'er'],
];

/** Months joined by a hyphen ("januari-juni 2023") as a range, and half-years in the words that periods are read in. */
function spaced(text: string): string {
  const months = text.replace(/(\p{L}{3,})\s*-\s*(\p{L}{3,}\s+(?:19|20)\d\d)/gu, '$1 – $2');
  return halves.reduce((words, [pattern, by]) => words.replace(pattern, by), months);
}

/** Whether a word of a sentence tells nothing of what it is about. */
export function isPassed(word: string): boolean {
  return passed.has(word.toLowerCase()) || isFiller(word);
}

/** The words of what is left of a sentence without its figure. */
export function wordsIn(rest: string): readonly string[] {
  const plainly = withPlacesJoined(rest)
    .replace(/\((\d[^()]*)\)/gu, ' $1 ')
    .replace(/(^|\s)[dl]['’](?=\p{L})/giu, '$1');
  return spaced(plainly)
    .split(/[\s,]+/u)
    .filter(Boolean)
    .map((word) => word.replace(/[:;!?]+$|(?<=\p{L}{5,}|\d{4})\.$/u, ''))
    .filter((word) => /[\p{L}\d–—]/u.test(word));
}

/** The place, drug and period that words name, or what they lack. */
function scopeIn(rest: string): {
  readonly name: ReturnType<typeof cellNameIn>;
  readonly period: Period | null;
  readonly words: readonly string[];
} {
  const { named, period } = cellWords(wordsIn(rest));
  return { name: cellNameIn(named, passed), period, words: named };
}

/** A figure as a sentence gives it without saying of what: whose it is, and when they published it. */
export type Unplaced = Pick<Question, 'value' | 'unit' | 'wording' | 'metric' | 'source'> & {
  readonly published: Period | null;
  /** The place and the period, where the sentence names them. */
  readonly place: string | null;
  readonly period: Period | null;
};

/** The drug of what a sentence gives without saying of which. */
type Drug = (of: CellName & Pick<Question, 'metric' | 'unit'>) => string;

/** What a picture tells of what a sentence leaves out. */
interface Usual {
  readonly drug: Drug;
  /** Of which places and on which bases the picture has records. */
  readonly held: Parameters<typeof usualBasis>[1];
}

type Scope = Pick<Question, 'place' | 'substance' | 'basis' | 'period'>;

/**
 * Reads "4100 kg cocaine Vlissingen 2022", "ruim 4 ton in de haven van Vlissingen, eerste halfjaar 2022", "In Vlissingen werd in
 * 2022 4157 kilo cocaïne onderschept", "… volgens HARC". Without a language, words of all four are known and a figure with two
 * readings (4.100) is not understood. Throws a UsageError for whatever is not understood, with the words for a reader.
 *
 * @param options `placed` gives the scope of a figure that is named by its source and publication alone, as `check` offers it;
 *   `drug` that of a cell whose figure a sentence gives without saying of which
 */
export function readQuestion(
  text: string,
  {
    language,
    placed = () => null,
    ...usual
  }: Usual & {
    readonly language?: Language | undefined;
    readonly placed?: (figure: Unplaced) => Scope | null;
  },
): Question {
  if (isOfLargestFind(text)) throw notUnderstood(text, 'oneFind');
  const bare = text.replace(/["“”„«»]/gu, ' ').replace(/\+\/[-−]/gu, '±');
  const named = attributionIn(bare);
  const { rest, ...figure } = figureIn(named?.rest ?? bare, language);
  const metric = counted.has(figure.unit) ? 'seizures' : 'quantity';
  const source = named && named.source.length > 0 ? named.source : null;
  const { name, period, words } = scopeIn(rest);
  if ('lacks' in name) {
    // A line that `check` itself offers names its period by nothing but its source and publication.
    const inAYear = name.lacks === 'year' ? cellNameIn([...words, '2000'], passed) : name;
    const isPlaced = !('lacks' in inAYear);
    const isBare = !isPlaced && inAYear.lacks === 'place' && inAYear.left === '';
    const published = named?.published ?? null;
    const scope =
      source && (isPlaced || isBare)
        ? placed({
            ...figure,
            metric,
            source,
            published,
            period,
            place: isPlaced ? inAYear.place : null,
          })
        : null;
    if (scope) {
      const year = Number(scope.period.start.slice(0, 4));
      return { ...figure, ...scope, metric, source, agencies: null, year };
    }
    if (named && source && named.dated !== named.rest) {
      const again = figureIn(named.dated, language);
      const dated = scopeIn(again.rest);
      if (!('lacks' in dated.name))
        return asked(dated.name, dated.period, figure, { metric, source, ...usual });
    }
    const home = [...words, ...countryOf(source)];
    const atHome = name.lacks === 'place' ? cellNameIn(home, passed) : name;
    if (!('lacks' in atHome)) return asked(atHome, period, figure, { metric, source, ...usual });
    const several = name.isPlaceless ? severalPlaces(name.left) : null;
    if (name.lacks === 'place' && several !== null) throw notUnderstood(text, 'several', several);
    throw notUnderstood(
      text,
      name.lacks === 'place' && name.left !== '' ? 'notPlaced' : name.lacks,
      name.left,
    );
  }
  return asked(name, period, figure, { metric, source, ...usual });
}

function asked(
  name: CellName,
  period: Period | null,
  figure: AskedFigure,
  { metric, source, drug, held }: Pick<Question, 'metric' | 'source'> & Usual,
): Question {
  return {
    ...name,
    substance: name.substance ?? drug({ ...name, metric, unit: figure.unit }),
    ...figure,
    basis:
      name.basis ?? (postal.has(figure.unit) ? 'seized_in_post' : usualBasis(name.place, held)),
    metric,
    source,
    period: period ?? {
      start: `${name.year}-01-01`,
      end: `${name.year}-12-31`,
      freq: 'A',
    },
  };
}
