import type {
  Barrier,
  BarrierModel,
  BarrierPartner,
  BarrierSource,
  BarrierStatus,
  BarrierStep,
  Enabler,
  Held,
  Signal,
} from '@samenbeeld/answers';
import { agencies, countries, InputError, languages, type Text } from '@samenbeeld/schema';
import { barrierSchemaFile } from './own-files.ts';
import {
  besidePicture,
  type PictureFileDescription,
  type ReadBySchema,
  readBySchema,
} from './picture-file.ts';

/** Words in one language or more, as a file has them. */
export type Said = Partial<Text>;

/** Words for every reader: in a language that the file lacks stand those of one that it has. */
export function saidIn(said: Said): Text {
  const some = said.en ?? said.nl ?? said.fr ?? said.de ?? '';
  return Object.fromEntries(languages.map((one) => [one, said[one] ?? some])) as unknown as Text;
}

type Written<Part, Words extends keyof Part = never> = Partial<
  Omit<Part, 'line' | 'text' | Words>
> & {
  readonly id: string;
  readonly text: Said;
} & { readonly [Key in Words]?: Said };

/** A barrier model as it is written. */
interface WrittenModel {
  readonly model: string;
  readonly text: Said;
  readonly note?: Said;
  readonly countries: readonly string[];
  readonly sources?: readonly (Pick<BarrierSource, 'id' | 'title'> & {
    readonly published?: string | number;
    readonly url?: string;
    readonly wording?: string;
  })[];
  readonly partners?: readonly {
    readonly id: string;
    readonly kind: string;
    readonly text?: Said;
  }[];
  readonly steps: readonly Written<BarrierStep>[];
  readonly enablers?: readonly Written<Enabler>[];
  readonly signals?: readonly Written<Signal>[];
  readonly barriers?: readonly (Written<Omit<Barrier, 'start' | 'effects'>, 'rights'> & {
    readonly start?: string | number;
    readonly effects?: readonly {
      readonly indicator: Said;
      readonly expected: 'rises' | 'falls';
      readonly method: Said;
      readonly result?: Said;
    }[];
  })[];
}

/** Statuses that say something of the world, so that somebody must have published it. */
const stated: ReadonlySet<BarrierStatus> = new Set(['pilot', 'partial', 'in_force', 'abandoned']);

type Refuse = (keys: readonly (string | number)[], problem: string, repair: string) => never;

/** Names of a list of parts, each once. */
function idsOf(
  parts: readonly { readonly id: string }[],
  list: string,
  refuse: Refuse,
): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const [at, { id }] of parts.entries()) {
    if (seen.has(id))
      refuse(
        [list, at, 'id'],
        `expected each id of ${list} once, found "${id}" twice`,
        'give one of them another id',
      );
    seen.add(id);
  }
  return seen;
}

/** Refuses what refers to something that the file does not have, and a state of things that nobody published. */
function checkModel(written: WrittenModel, refuse: Refuse): void {
  const {
    steps,
    sources = [],
    partners = [],
    barriers = [],
    signals = [],
    enablers = [],
  } = written;
  const known = {
    sources: idsOf(sources, 'sources', refuse),
    partners: idsOf(partners, 'partners', refuse),
    steps: idsOf(steps, 'steps', refuse),
    barriers: idsOf(barriers, 'barriers', refuse),
  };
  idsOf(signals, 'signals', refuse);
  idsOf(enablers, 'enablers', refuse);
  const among = (
    keys: readonly (string | number)[],
    names: readonly string[] | undefined,
    list: keyof typeof known,
  ): void => {
    const strange = names?.find((name) => !known[list].has(name));
    if (strange !== undefined)
      refuse(
        keys,
        `expected ${keys.at(-1)} to name ${list} of this file, found "${strange}"`,
        `name one of ${[...known[list]].join(', ') || 'them'}, or add it to ${list}`,
      );
  };
  const countriesAt = (keys: readonly (string | number)[], codes: readonly string[]): void => {
    const strange = codes.find((code) => !countries.has(code));
    if (strange !== undefined)
      refuse(
        keys,
        `expected codes of countries, found "${strange}"`,
        'write ISO codes such as BE, NL, LU',
      );
  };
  countriesAt(['countries'], written.countries);
  for (const [at, { id, text }] of partners.entries())
    if (text === undefined && !agencies.has(id))
      refuse(
        ['partners', at],
        `expected a code of an agency or a text, found "${id}" without one`,
        'write text: { en: … }, or a code that samenbeeld codes agencies lists',
      );
  for (const [at, { id, published, cites = [] }] of steps.entries()) {
    among(['steps', at, 'cites'], cites, 'sources');
    if (published === true && cites.length === 0)
      refuse(
        ['steps', at],
        `expected a source for the published name of the step ${id}, found none`,
        'name it under cites, or write published: false: then it stands as a proposal',
      );
  }
  for (const [list, parts] of Object.entries({ enablers, signals, barriers }))
    for (const [at, part] of parts.entries()) {
      among([list, at, 'step'], part.step === undefined ? [] : [part.step], 'steps');
      among([list, at, 'cites'], part.cites, 'sources');
    }
  for (const [at, { observableBy }] of signals.entries())
    among(['signals', at, 'observableBy'], observableBy, 'partners');
  for (const [at, barrier] of barriers.entries()) {
    among(['barriers', at, 'owners'], barrier.owners, 'partners');
    among(['barriers', at, 'supporting'], barrier.supporting, 'partners');
    among(['barriers', at, 'needs'], barrier.needs, 'barriers');
    countriesAt(['barriers', at, 'countries'], barrier.countries ?? []);
    if (stated.has(barrier.status as BarrierStatus) && (barrier.cites ?? []).length === 0)
      refuse(
        ['barriers', at],
        `expected a source that says that ${barrier.id} is ${barrier.status}, found none`,
        'name it under cites, or write status: idea: then it stands as a proposal',
      );
  }
  checkCircle(barriers, refuse);
}

/** Refuses barriers that need each other in a circle: none of them could come first. */
function checkCircle(barriers: NonNullable<WrittenModel['barriers']>, refuse: Refuse): void {
  const needs = new Map(barriers.map(({ id, needs: own = [] }) => [id, own]));
  const reaches = (from: string, target: string, seen: Set<string>): boolean =>
    (needs.get(from) ?? []).some((next) => {
      if (next === target) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, target, seen);
    });
  const at = barriers.findIndex(({ id }) => reaches(id, id, new Set()));
  if (at >= 0)
    refuse(
      ['barriers', at, 'needs'],
      `expected barriers that can come one after another, found that ${barriers[at]?.id} needs itself in the end`,
      'take one of the needs away',
    );
}

const day = (value: string | number | undefined): string | null =>
  value === undefined ? null : String(value);

/**
 * Reads a file that `barrier-model.schema.json` describes.
 *
 * @param file as faults and the picture name it
 * @throws InputError with the line of what is wrong
 */
export function readBarrierModel(path: string, file: string): BarrierModel {
  const { data, placeOf }: ReadBySchema = readBySchema(path, barrierSchemaFile, {
    what: 'a barrier model',
    see: 'fixtures/published/barriers/post.yaml',
    repair: 'correct its path in the picture file; paths start at the folder of the picture file',
    // Addresses and days are no texts.
    textsOf: (content) => {
      const { sources } = content as { readonly sources?: unknown };
      const texts = Array.isArray(sources)
        ? sources.map((one) => ({ ...one, url: null, published: null }))
        : sources;
      return { ...content, sources: texts };
    },
    file,
  });
  const written = data as WrittenModel;
  const keysOf = (keys: readonly (string | number)[]) => keys.map(String);
  checkModel(written, (keys, problem, repair) => {
    throw new InputError(problem, { place: placeOf(keysOf(keys)), repair });
  });
  const lineAt = (list: string, at: number): number =>
    placeOf(keysOf([list, at])).line ?? placeOf([list]).line ?? 1;
  const part = (list: string, at: number, { id, text, cites = [] }: Written<BarrierStep>) => ({
    ...{ id, cites, text: saidIn(text) },
    line: lineAt(list, at),
  });
  return {
    id: written.model,
    file,
    text: saidIn(written.text),
    note: written.note ? saidIn(written.note) : null,
    countries: written.countries,
    sources: (written.sources ?? []).map(
      ({ id, title, published, url = null, wording = null }) => ({
        ...{ id, title, url, wording },
        publishedOn: day(published),
      }),
    ),
    partners: (written.partners ?? []).map(
      ({ id, kind, text }): BarrierPartner => ({
        ...{ id, kind },
        text: text ? saidIn(text) : agencies.get(id).label,
      }),
    ),
    steps: written.steps.map((one, at) => ({
      ...part('steps', at, one),
      published: one.published === true,
    })),
    enablers: (written.enablers ?? []).map((one, at) => ({
      ...part('enablers', at, one),
      ...{ step: one.step ?? '', type: one.type ?? '', knowing: one.knowing ?? 'unknown' },
    })),
    signals: (written.signals ?? []).map((one, at) => ({
      ...part('signals', at, one),
      step: one.step ?? '',
      ...{ observableBy: one.observableBy ?? [], seizures: one.seizures ?? [] },
    })),
    barriers: (written.barriers ?? []).map((one, at) => ({
      ...part('barriers', at, one),
      ...{ step: one.step ?? '', type: one.type ?? '', mechanism: one.mechanism ?? '' },
      status: one.status ?? 'none',
      ...{ owners: one.owners ?? [], supporting: one.supporting ?? [] },
      ...{ countries: one.countries ?? [], needs: one.needs ?? [] },
      ...{ start: day(one.start), grade: one.grade ?? null },
      rights: one.rights ? saidIn(one.rights) : null,
      effects: (one.effects ?? []).map(({ indicator, expected, method, result }) => ({
        ...{ indicator: saidIn(indicator), expected, method: saidIn(method) },
        result: result ? saidIn(result) : null,
      })),
    })),
  };
}

/** The barrier models of a picture; left out where it has none. */
export function barriersOf(picture: PictureFileDescription): Held['barriers'] {
  const models = picture.barriers.map((file) =>
    readBarrierModel(besidePicture(picture, file), file),
  );
  const twice = models.find(({ id }, at) => models.findIndex((one) => one.id === id) !== at);
  if (twice)
    throw new InputError(`expected barrier models of different names, found "${twice.id}" twice`, {
      place: { file: twice.file },
      repair: 'write another name behind model: in one of them',
    });
  return models.length === 0 ? undefined : models;
}
