import type { Held, PriorityJudgements } from '@samenbeeld/answers';
import { codeAdvice } from '@samenbeeld/ingest';
import { agencies, countries, expectedFound, foundNone, inFour, quoted } from '@samenbeeld/schema';
import { roleProblem } from '@samenbeeld/store';
import { prioritiesSchemaFile } from './own-files.ts';
import {
  besidePicture,
  checkInvented,
  correctPath,
  oneOfNames,
  type PictureFileDescription,
  type Refuse,
  readBySchema,
  refusing,
} from './picture-file.ts';
import { codesOfCountries, idsOf, type Said, saidIn, writeCountries } from './read-barriers.ts';

interface WrittenJudgement {
  readonly country: string;
  readonly agency?: string;
  readonly role: string;
  readonly scores: Readonly<Record<string, readonly (number | null)[]>>;
}

/** Judgements as they are written. */
interface WrittenPriorities {
  readonly text: Said;
  readonly exercise?: boolean;
  readonly concentration?: number;
  readonly scale: { readonly low: number; readonly high: number; readonly text: Said };
  readonly criteria: readonly {
    readonly id: string;
    readonly text: Said;
    readonly weight: number;
  }[];
  readonly phenomena: readonly { readonly id: string; readonly text: Said }[];
  readonly rounds: readonly {
    readonly on: string;
    readonly judgements: readonly WrittenJudgement[];
  }[];
}

function checkJudgement(
  { country, agency, role, scores }: WrittenJudgement,
  keys: readonly (string | number)[],
  { criteria, phenomena, scale }: WrittenPriorities,
  refuse: Refuse,
): void {
  if (!countries.has(country))
    refuse([...keys, 'country'], expectedFound(codesOfCountries, quoted(country)), writeCountries);
  if (agency !== undefined && !agencies.has(agency))
    refuse(
      [...keys, 'agency'],
      expectedFound(
        inFour(
          'de code van een dienst',
          'le code d’un service',
          'der Code einer Stelle',
          'the code of a service',
        ),
        quoted(agency),
      ),
      codeAdvice('agencies', agency),
    );
  const problem = roleProblem(role);
  if (problem !== null)
    refuse(
      [...keys, 'role'],
      problem,
      inFour(
        'schrijf een functie, zoals `role: strategisch analist`, nooit een persoon',
        'écrivez une fonction, comme `role: analyste stratégique`, jamais une personne',
        'eine Funktion schreiben, etwa `role: strategische Analyse`, nie eine Person',
        'write a function, such as `role: strategic analyst`, never a person',
      ),
    );
  const known = new Set(phenomena.map(({ id }) => id));
  for (const [phenomenon, row] of Object.entries(scores)) {
    if (!known.has(phenomenon))
      refuse(
        [...keys, 'scores', phenomenon],
        expectedFound(
          inFour(
            'scores van de fenomenen van dit bestand',
            'des notes pour les phénomènes de ce fichier',
            'Werte für die Phänomene dieser Datei',
            'scores of the phenomena of this file',
          ),
          quoted(phenomenon),
        ),
        oneOfNames(phenomenon, [...known]),
      );
    if (row.length !== criteria.length)
      refuse(
        [...keys, 'scores', phenomenon],
        expectedFound(
          inFour(
            '{n} scores voor {phenomenon}',
            '{n} notes pour {phenomenon}',
            '{n} Werte für {phenomenon}',
            '{n} scores for {phenomenon}',
            { n: criteria.length, phenomenon },
          ),
          String(row.length),
        ),
        inFour(
          'schrijf er een per criterium, null waar het niet is beoordeeld',
          'écrivez-en une par critère, null là où il n’a pas été jugé',
          'einen je Kriterium schreiben, null wo nicht geurteilt wurde',
          'write one for each criterion, null where it was not judged',
        ),
      );
    const out = row.find((one) => one !== null && (one < scale.low || one > scale.high));
    if (out !== undefined)
      refuse(
        [...keys, 'scores', phenomenon],
        expectedFound(
          inFour(
            'scores van {low} tot {high}',
            'des notes de {low} à {high}',
            'Werte von {low} bis {high}',
            'scores from {low} to {high}',
            { low: String(scale.low), high: String(scale.high) },
          ),
          String(out),
        ),
        inFour(
          'verbeter de score of de schaal',
          'corrigez la note ou l’échelle',
          'den Wert oder die Skala berichtigen',
          'correct the score or the scale',
        ),
      );
  }
}

function checkPriorities(written: WrittenPriorities, refuse: Refuse): void {
  for (const list of ['criteria', 'phenomena'] as const) idsOf(written[list], list, refuse);
  if (written.criteria.every(({ weight }) => weight === 0))
    refuse(
      ['criteria'],
      expectedFound(
        inFour(
          'één gewicht boven nul',
          'un poids supérieur à zéro',
          'ein Gewicht über null',
          'one weight above zero',
        ),
        foundNone,
      ),
      inFour(
        'geef een criterium `weight: 1`',
        'donnez `weight: 1` à un critère',
        'einem Kriterium `weight: 1` geben',
        'give a criterion `weight: 1`',
      ),
    );
  for (const [at, { judgements }] of written.rounds.entries())
    for (const [i, judgement] of judgements.entries())
      checkJudgement(judgement, ['rounds', at, 'judgements', i], written, refuse);
}

/**
 * Reads a file that `priorities.schema.json` describes.
 *
 * @param file as faults and the picture name it
 * @throws InputError with the line of what is wrong
 */
export function readPriorities(path: string, file: string): PriorityJudgements {
  const read = readBySchema(path, prioritiesSchemaFile, {
    what: inFour(
      'oordelen over fenomenen',
      'des appréciations de phénomènes',
      'Urteile über Phänomene',
      'judgements on phenomena',
    ),
    see: 'fixtures/exercise/priorities.yaml',
    repair: correctPath,
    textsOf: (content) => content,
    file,
  });
  const written = read.data as WrittenPriorities;
  checkPriorities(written, refusing(read));
  return {
    file,
    text: saidIn(written.text),
    exercise: written.exercise === true,
    concentration: written.concentration ?? 20,
    scale: { ...written.scale, text: saidIn(written.scale.text) },
    criteria: written.criteria.map(({ text, ...one }) => ({ ...one, text: saidIn(text) })),
    phenomena: written.phenomena.map(({ id, text }) => ({ id, text: saidIn(text) })),
    rounds: written.rounds.map(({ on, judgements }) => ({
      on,
      judgements: judgements.map(({ country, agency = null, role, scores }) => ({
        ...{ country, agency, role },
        scores: written.phenomena.map(({ id }) => scores[id] ?? written.criteria.map(() => null)),
      })),
    })),
  };
}

/** The judgements of a picture; left out where it has none. */
export function prioritiesOf(
  picture: PictureFileDescription,
  { synthetic }: { readonly synthetic: boolean },
): Held['priorities'] {
  const { priorities } = picture;
  if (priorities === null) return undefined;
  const held = readPriorities(besidePicture(picture, priorities), priorities);
  const what = inFour(
    'oordelen van {file}',
    'appréciations de {file}',
    'Urteile von {file}',
    'judgements of {file}',
    { file: priorities },
  );
  checkInvented(what, held.exercise, synthetic);
  return held;
}
