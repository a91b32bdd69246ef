import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readText } from '@samenbeeld/engine';
import { type FileShape, unreadableFile } from '@samenbeeld/read';
import {
  type Break,
  type Coverage,
  type Definition,
  type DoubleCount,
  InputError,
  inFour,
  type Place,
  publicHandling,
  quoted,
  type Source,
  unknownPlace,
  wherePersonal,
  wrongUse,
} from '@samenbeeld/schema';
import { fields } from '../fields.ts';
import { undecided, unsaid } from '../undecided.ts';
import {
  type Building,
  columnOf,
  conditionOf,
  mappingOf,
  textOf,
  whereOf,
} from './build-mapping.ts';
import { checkDescription } from './check-description.ts';
import type { Check, Constant, Crosswalk, SourceDescription } from './description.ts';
import { readCrosswalk } from './read-crosswalk.ts';
import { validateDescription } from './validate-description.ts';
import type { Written, WrittenShape } from './written.ts';

/** Who says it, as a record. */
function sourceOf(written: Written): Source {
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
    handling:
      written.handling === 'public' ? publicHandling : { ...publicHandling, ...written.handling },
    synthetic: written.synthetic ?? false,
    ...(written.programme && { programmes: written.programme }),
  };
}

/** What is counted, as records. */
function definitionsOf({ source, definitions }: Written): readonly Definition[] {
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
function breaksOf({ source, breaks = [] }: Written): readonly Break[] {
  return breaks.map((item) => {
    const series = item.series ?? {};
    const name = Object.values(series).join('/');
    return { id: `${source}:${name && `${name}:`}${item.on}`, ...item, series, source };
  });
}

/** What it says about counting finds of other files, as records. */
function doubleCountsOf({ source, doubleCounts = [] }: Written): readonly DoubleCount[] {
  return doubleCounts.map((item) => ({
    place: null,
    basis: null,
    evidence: null,
    ...item,
    source,
  }));
}

/** What hashed columns are hashed under, with four digits that stand for it where it may not be told: too few to find a word by. */
function saltOf({ salt, source }: Written): { readonly salt: string; readonly saltMark: string } {
  const own = salt ?? source;
  const saltMark = createHash('sha256').update(`salt|${own}`).digest('hex').slice(0, 4);
  return { salt: own, saltMark };
}

/** What the source covers, as records. */
function coverageOf({ source, coverage = [] }: Written): readonly Coverage[] {
  return coverage.map((item) => ({ substance: null, evidence: null, ...item, source }));
}

/** The geometry of its files, in the reader's words. */
function shapesOf({ file }: Written): readonly FileShape[] {
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

function descriptionFile(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found)
    throw wrongUse(
      'Er is geen bronbeschrijving op {path}.',
      'Il n’y a pas de description de source à {path}.',
      'Unter {path} gibt es keine Quellenbeschreibung.',
      'There is no source description at {path}.',
      { path },
    );
  return found.isDirectory() ? join(path, 'source.yaml') : path;
}

/** What is published with the figures it describes names offices, never persons. */
export function refusePersonal(where: string, place: Place): never {
  throw new InputError(
    inFour(
      'wat bij {where} staat, lijkt op persoonsgegevens',
      'ce qui figure à {where} ressemble à des données personnelles',
      'was bei {where} steht, sieht nach personenbezogenen Daten aus',
      'what stands at {where} looks like data of a person',
      { where },
    ),
    {
      place,
      repair: inFour(
        'schrijf in de plaats een rol of een dienst; bij een kop: de kop zoals `describe` hem toont',
        'écrivez à la place une fonction ou un service ; pour un en-tête, l’en-tête tel que `describe` le montre',
        'stattdessen eine Rolle oder eine Dienststelle schreiben; bei einer Überschrift: die, die `describe` zeigt',
        'write a role or an office in its stead; for a heading, the heading as `describe` shows it',
      ),
    },
  );
}

function constantOf(
  name: string,
  written: NonNullable<Written['constants']>[string],
  building: Building,
): Constant {
  const where = inFour(
    'de constante {name}',
    'la constante {name}',
    'die Konstante {name}',
    'constant {name}',
    { name: quoted(name) },
  );
  if (written === null || typeof written !== 'object')
    return { value: textOf(written), mapping: mappingOf({ to: name }, where, building) };
  const { fromFile, fromSheet, fromTitle, ...options } = written;
  const mapping = mappingOf({ to: name, ...options }, where, building);
  if (fromFile !== undefined) return { fromFile, mapping };
  if (fromSheet !== undefined) return { fromSheet, mapping };
  return { fromTitle: fromTitle ?? '', mapping };
}

/** What a draft writes for a place that is yet to be answered, and the question that says so. */
const unanswered = { place: 'XX', asked: /^\d+ place$/u } as const;

/** Constants with the place not known where the question which it is stands open: what is written for it is no answer. */
function placed(
  constants: NonNullable<Written['constants']>,
  open: readonly string[],
): NonNullable<Written['constants']> {
  const isOpen =
    constants['place'] === unanswered.place && open.some((one) => unanswered.asked.test(one));
  return isOpen ? { ...constants, place: unknownPlace } : constants;
}

function checkOf(written: NonNullable<Written['checks']>[number]): Check {
  const where = whereOf(written.where);
  if (written.check === 'total')
    return { tolerance: 0, ...written, parts: conditionOf(written.parts), where };
  if (written.check === 'unique') return { ...written, where };
  return { check: 'range', min: written.min ?? null, max: written.max ?? null, where };
}

/** A description that was read, with the paths of its crosswalks in the order in which they count in its hash. */
interface Known {
  readonly description: SourceDescription;
  readonly crosswalks: readonly string[];
}

/** By its path: who asks again before its bytes change gets the same one. Those that were asked for last are kept. */
const known = new Map<string, Known>();
const mostKnown = 200;

function keep(path: string, found: Known): void {
  known.delete(path);
  known.set(path, found);
  for (const first of known.keys()) if (known.size > mostKnown) known.delete(first);
}

function unchanged(yaml: string, text: string, file: string): SourceDescription | null {
  const path = resolve(yaml);
  const found = known.get(path);
  if (found?.description.file !== file || !found.crosswalks.every((each) => existsSync(each)))
    return null;
  const hash = createHash('sha256').update(text);
  for (const each of found.crosswalks) hash.update(readFileSync(each));
  if (hash.digest('hex') !== found.description.sha256) return null;
  keep(path, found);
  return found.description;
}

/** What a description says, after the JSON Schema has accepted it and no detector of personal data fires on it. InputError otherwise. */
export function checkedDescription(text: string, file: string): Written {
  const written = validateDescription(text, file);
  const where = wherePersonal(written);
  if (where !== null) refusePersonal(where, { file });
  return written;
}

/** What `checkedDescription` gave of descriptions, by the hash (SHA-256) of their text. */
export type CheckedDescriptions = ReadonlyMap<string, Written>;

/**
 * Reads a source description: a folder with `source.yaml`, or the YAML file itself. Crosswalks are read beside it.
 * Throws an InputError with file, line and repair where the description contradicts its JSON Schema, a code list or
 * itself, and a UsageError where there is none. Of a text that is among `checked` the JSON Schema and the detectors are not asked again.
 */
export function loadSource(path: string, checked?: CheckedDescriptions): SourceDescription {
  const yaml = descriptionFile(path);
  const file = yaml.split(/[\\/]/).slice(-2).join('/');
  const read = readText(yaml);
  if ('problem' in read) throw unreadableFile(yaml, read.problem);
  const { text } = read;
  const standing = unchanged(yaml, text, file);
  if (standing) return standing;
  const hash = createHash('sha256').update(text);
  const written = checked?.get(hash.copy().digest('hex')) ?? checkedDescription(text, file);
  const crosswalks = new Map<string, Crosswalk>();
  const building: Building = {
    fields: fields[written.record],
    file,
    crosswalk: (name) => {
      const known = crosswalks.get(name);
      if (known) return known;
      const beside = join(dirname(yaml), name);
      if (!existsSync(beside))
        throw new InputError(
          inFour(
            'de omzettabel {name} bestaat niet',
            'la table de correspondance {name} n’existe pas',
            'die Umschlüsselung {name} gibt es nicht',
            'the crosswalk {name} does not exist',
            { name },
          ),
          {
            place: { file },
            repair: inFour(
              'schrijf {name} naast de beschrijving, met de kop `from,to,match,note`',
              'écrivez {name} à côté de la description, avec l’en-tête `from,to,match,note`',
              '{name} neben die Beschreibung schreiben, mit der Kopfzeile `from,to,match,note`',
              'write {name} beside the description, with the heading from,to,match,note',
              { name },
            ),
          },
        );
      const crosswalk = readCrosswalk(beside);
      crosswalks.set(name, crosswalk);
      hash.update(readFileSync(beside));
      return crosswalk;
    },
  };
  const shapes = shapesOf(written);
  const loaded: Omit<SourceDescription, 'open' | 'sha256'> = {
    id: written.source,
    source: sourceOf(written),
    definitions: definitionsOf(written),
    breaks: breaksOf(written),
    coverage: coverageOf(written),
    doubleCounts: doubleCountsOf(written),
    record: written.record,
    language: written.language,
    downloads: (written.fetch ?? []).map((download) => ({ pages: null, ...download })),
    shape: shapes[0] ?? { format: 'csv' },
    shapes,
    missingValues: written.missingValues ?? {},
    legend: written.legend ?? {},
    zeroValues: (written.zeroValues ?? []).map((text) => text.trim()),
    constants: Object.fromEntries(
      Object.entries(placed(written.constants ?? {}, written.open ?? [])).map(([name, value]) => [
        name,
        constantOf(name, value, building),
      ]),
    ),
    columns: Object.entries(written.columns).map(([header, rule]) =>
      columnOf(header, rule, building),
    ),
    folds: (written.fold ?? []).map(({ headers, groups, value }) => ({
      headers,
      groups: Object.fromEntries(
        Object.entries(groups).map(([name, group]) => [
          name,
          mappingOf(
            group,
            inFour(
              'de groep {name} van `fold`',
              'le groupe {name} de `fold`',
              'die Gruppe {name} von `fold`',
              'fold group {name}',
              { name: quoted(name) },
            ),
            building,
          ),
        ]),
      ),
      value: mappingOf(value, inFour('`fold`', '`fold`', '`fold`', 'fold'), building),
    })),
    exclusions: (written.exclude ?? []).map(
      ({ where, columns = [], leavesOut = true, ...rest }) => ({
        ...rest,
        columns,
        leavesOut,
        where: whereOf(where),
      }),
    ),
    totals: (written.totals ?? []).map(({ total, parts, ...rest }) => ({
      ...rest,
      total: conditionOf(total),
      parts: conditionOf(parts),
    })),
    corrections: (written.corrections ?? []).map(({ where, evidence, ...rest }) => ({
      ...rest,
      where: whereOf(where),
      evidence: evidence ?? null,
    })),
    checks: (written.checks ?? []).map(checkOf),
    key: written.key ?? [],
    ...saltOf(written),
    file,
  };
  const description = {
    ...loaded,
    open: undecided(loaded, written.open ?? []),
    unsaid: unsaid(loaded),
  };
  checkDescription(description);
  const complete = { ...description, sha256: hash.digest('hex') };
  keep(resolve(yaml), {
    description: complete,
    crosswalks: [...crosswalks.keys()].map((name) => resolve(dirname(yaml), name)),
  });
  return complete;
}
