import { inFour, languages, UsageError, wrongUse } from '@samenbeeld/schema';
import type { Clearance } from '@samenbeeld/store';
import type { Document, Why } from './document.ts';

function isText(value: object): boolean {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => (languages as readonly string[]).includes(key));
}

/** Every text of a document with the path it stands at. */
function visit(value: unknown, path: string, found: (text: object, path: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (isText(value)) found(value, path);
  else for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`, found);
}

/** Every answer to "why?" in a document, once per key, in the order of appearance. */
export function answersOf(document: Document): readonly Why[] {
  const answers = new Map<string, Why>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const why = inner as Why;
      if (key === 'why' && why && !answers.has(why.key)) answers.set(why.key, why);
      else walk(inner);
    }
  };
  walk([document.front, document.sections]);
  return [...answers.values()];
}

/** Documents whose texts are whole: one is shown in several ways. */
const whole = new WeakSet<Document>();

/**
 * Refuses a document that cannot be shown: a text that lacks a language, two sections of one id, or an exercise
 * whose clearance does not say so.
 *
 * @throws UsageError
 */
export function checkDocument(document: Document, clearance: Clearance): void {
  const check = (text: object, path: string): void => {
    for (const language of languages) {
      const words = (text as Readonly<Record<string, unknown>>)[language];
      if (typeof words !== 'string' || words.trim() === '')
        throw wrongUse(
          '{path} heeft geen woorden in {language}; elke tekst vraagt nl, fr, de en en',
          '{path} n’a pas de mots en {language} ; chaque texte demande nl, fr, de et en',
          '{path} hat keine Wörter in {language}; jeder Text braucht nl, fr, de und en',
          '{path} has no words in {language}; every text needs nl, fr, de and en',
          { path, language },
        );
    }
  };
  if (!whole.has(document)) visit(document, 'document', check);
  whole.add(document);
  const ids = document.sections.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw wrongUse(
      'twee hoofdstukken hebben de id "{twice}"',
      'deux sections ont l’identifiant « {twice} »',
      'zwei Abschnitte haben die Kennung „{twice}“',
      'two sections have the id "{twice}"',
      { twice },
    );
  const wrong = ids.find((id) => !/^[a-z][a-z0-9-]*$/.test(id));
  if (wrong !== undefined)
    throw wrongUse(
      'de id "{wrong}" van een hoofdstuk bestaat uit kleine letters, cijfers en streepjes',
      'l’identifiant « {wrong} » d’une section se compose de minuscules, de chiffres et de tirets',
      'die Kennung „{wrong}“ eines Abschnitts besteht aus Kleinbuchstaben, Ziffern und Bindestrichen',
      'section id "{wrong}" must be lower-case letters, digits and hyphens',
      { wrong },
    );
  if (document.exercise !== clearance.synthetic)
    throw new UsageError(
      document.exercise
        ? inFour(
            'het document is een oefening en de vrijgave niet: roep clearance aan met `synthetic: true`',
            'le document est un exercice, mais son autorisation ne l’est pas : appelez clearance avec `synthetic: true`',
            'das Dokument ist eine Übung, die Freigabe nicht: clearance mit `synthetic: true` aufrufen',
            'the document is an exercise but its clearance is not: call clearance with `synthetic: true`',
          )
        : inFour(
            'de vrijgave is voor verzonnen gegevens: zet `exercise: true` op het document',
            'l’autorisation est pour des données inventées : mettez `exercise: true` sur le document',
            'die Freigabe gilt erfundenen Daten: am Dokument `exercise: true` setzen',
            'the clearance is for synthetic data: set `exercise: true` on the document',
          ),
    );
}
