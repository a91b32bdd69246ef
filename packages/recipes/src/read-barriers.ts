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
import {
  agencies,
  countries,
  expectedFound,
  foundNone,
  InputError,
  inFour,
  languages,
  quoted,
  type Text,
} from '@samenbeeld/schema';
import { barrierSchemaFile } from './own-files.ts';
import {
  anotherId,
  besidePicture,
  correctPath,
  oneOfNames,
  type PictureFileDescription,
  type Refuse,
  readBySchema,
  refusing,
  twice,
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

export const codesOfCountries: Text = inFour(
  'codes van landen',
  'des codes de pays',
  'Codes von Ländern',
  'codes of countries',
);

export const writeCountries: Text = inFour(
  'schrijf ISO-codes zoals BE, NL, LU',
  'écrivez des codes ISO comme BE, NL, LU',
  'ISO-Codes wie BE, NL, LU schreiben',
  'write ISO codes such as BE, NL, LU',
);

/** Statuses that say something of the world, so that somebody must have published it. */
const stated: ReadonlySet<BarrierStatus> = new Set(['pilot', 'partial', 'in_force', 'abandoned']);

/** What each list of a file has: an id for each of its parts. */
const eachOnce = (list: string): Text =>
  inFour(
    'elk id van {list} één keer',
    'chaque id de {list} une seule fois',
    'jede ID von {list} einmal',
    'each id of {list} once',
    { list },
  );

/** Names of a list of parts, each once. */
export function idsOf(
  parts: readonly { readonly id: string }[],
  list: string,
  refuse: Refuse,
): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const [at, { id }] of parts.entries()) {
    if (seen.has(id)) refuse([list, at, 'id'], expectedFound(eachOnce(list), twice(id)), anotherId);
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
        expectedFound(
          inFour(
            '{key} met namen uit {list} van dit bestand',
            '{key} avec des noms de {list} de ce fichier',
            '{key} mit Namen aus {list} dieser Datei',
            '{key} to name {list} of this file',
            { key: String(keys.at(-1)), list },
          ),
          quoted(strange),
        ),
        inFour(
          '{name}, of voeg het toe aan {list}',
          '{name}, ou ajoutez-le à {list}',
          '{name} oder es zu {list} hinzufügen',
          '{name}, or add it to {list}',
          { name: oneOfNames(strange, [...known[list]]), list },
        ),
      );
  };
  const countriesAt = (keys: readonly (string | number)[], codes: readonly string[]): void => {
    const strange = codes.find((code) => !countries.has(code));
    if (strange !== undefined)
      refuse(keys, expectedFound(codesOfCountries, quoted(strange)), writeCountries);
  };
  countriesAt(['countries'], written.countries);
  for (const [at, { id, text }] of partners.entries())
    if (text === undefined && !agencies.has(id))
      refuse(
        ['partners', at],
        expectedFound(
          inFour(
            'een code van een dienst, of een tekst',
            'un code de service, ou un texte',
            'der Code einer Stelle oder ein Text',
            'a code of an agency or a text',
          ),
          inFour('{id} zonder tekst', '{id} sans texte', '{id} ohne Text', '{id} without one', {
            id: quoted(id),
          }),
        ),
        inFour(
          'schrijf `text: { en: … }`, of een code uit `samenbeeld codes agencies`',
          'écrivez `text: { en: … }`, ou un code de `samenbeeld codes agencies`',
          '`text: { en: … }` schreiben oder einen Code aus `samenbeeld codes agencies`',
          'write `text: { en: … }`, or a code of `samenbeeld codes agencies`',
        ),
      );
  for (const [at, { id, published, cites = [] }] of steps.entries()) {
    among(['steps', at, 'cites'], cites, 'sources');
    if (published === true && cites.length === 0)
      refuse(
        ['steps', at],
        expectedFound(
          inFour(
            'een bron voor de gepubliceerde naam van de stap {id}',
            'une source pour le nom publié de l’étape {id}',
            'eine Quelle für den veröffentlichten Namen des Schritts {id}',
            'a source for the published name of the step {id}',
            { id },
          ),
          foundNone,
        ),
        citeOr('published: false'),
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
        expectedFound(
          inFour(
            'een bron die zegt dat {id} {status} is',
            'une source qui dit que {id} est {status}',
            'eine Quelle, die sagt, dass {id} {status} ist',
            'a source that says that {id} is {status}',
            { id: barrier.id, status: `${barrier.status}` },
          ),
          foundNone,
        ),
        citeOr('status: idea'),
      );
  }
  checkCircle(barriers, refuse);
}

const citeOr = (line: string): Text =>
  inFour(
    'noem haar onder cites, of schrijf `{line}`: dan staat het er als voorstel',
    'nommez-la sous cites, ou écrivez `{line}` : cela figure alors comme proposition',
    'sie unter cites nennen oder `{line}` schreiben: dann steht es als Vorschlag da',
    'name it under cites, or write `{line}`: then it stands as a proposal',
    { line },
  );

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
      expectedFound(
        inFour(
          'barrières die na elkaar kunnen komen',
          'des barrières qui peuvent se suivre',
          'Barrieren, die aufeinander folgen können',
          'barriers that can come one after another',
        ),
        inFour(
          'dat {id} uiteindelijk zichzelf nodig heeft',
          'que {id} se suppose finalement elle-même',
          'dass {id} am Ende sich selbst braucht',
          'that {id} needs itself in the end',
          { id: barriers[at]?.id ?? '' },
        ),
      ),
      inFour(
        'haal een van de regels onder `needs` weg',
        'supprimez l’une des entrées de `needs`',
        'einen der Einträge unter `needs` streichen',
        'take one of the needs away',
      ),
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
  const read = readBySchema(path, barrierSchemaFile, {
    what: inFour(
      'een barrièremodel',
      'un modèle de barrières',
      'ein Barrieremodell',
      'a barrier model',
    ),
    see: 'fixtures/published/barriers/post.yaml',
    repair: correctPath,
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
  const { placeOf } = read;
  const written = read.data as WrittenModel;
  checkModel(written, refusing(read));
  const lineAt = (list: string, at: number): number =>
    placeOf([list, String(at)]).line ?? placeOf([list]).line ?? 1;
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
  const second = models.find(({ id }, at) => models.findIndex((one) => one.id === id) !== at);
  if (second)
    throw new InputError(
      expectedFound(
        inFour(
          'barrièremodellen met elk een eigen naam',
          'des modèles de barrières ayant chacun son nom',
          'Barrieremodelle mit je eigenem Namen',
          'barrier models of different names',
        ),
        twice(second.id),
      ),
      {
        place: { file: second.file },
        repair: inFour(
          'schrijf in een van beide een andere naam achter `model:`',
          'écrivez un autre nom derrière `model:` dans l’un des deux',
          'in einem von beiden einen anderen Namen hinter `model:` schreiben',
          'write another name behind `model:` in one of them',
        ),
      },
    );
  return models.length === 0 ? undefined : models;
}
