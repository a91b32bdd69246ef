import {
  inEach,
  inFour,
  inSigns,
  joinWith,
  quoted,
  semicolon,
  type Text,
  withheldNames,
  withheldText,
} from '@samenbeeld/schema';

/** Words that all four languages have alike: a code, a formula, a number of a line. */
export const alike = (words: string): Text => inEach(() => words);

/** A text as it is quoted in a reason, cut where it is long. */
export function shortened(text: string, longest = 40): Text {
  // Cut first, what is left of an address or a number would be nothing that a detector knows.
  const flat = withheldNames(withheldText(text)).replace(/\s+/g, ' ').trim();
  return quoted(flat.length > longest ? `${flat.slice(0, longest - 1)}…` : flat);
}

/** What is listed, and how many more there are. */
export function andMore(shown: Text, n: number): Text {
  return n > 0
    ? inFour(
        '{shown} en nog {n}',
        '{shown} et {n} de plus',
        '{shown} und {n} weitere',
        '{shown} and {n} more',
        { shown, n },
      )
    : shown;
}

/** Labels in their quotation marks; of more than `most` the first, and how many more there are. */
export function quotedAll(labels: readonly string[], most: number = labels.length): Text {
  return andMore(joinWith(labels.slice(0, most).map(quoted), ', '), labels.length - most);
}

/** "3, 53, 103 and 12 more", of numbers. */
export function numbersListed(numbers: readonly number[], most = 5): Text {
  return andMore(alike(numbers.slice(0, most).join(', ')), numbers.length - most);
}

/** What is said of something, behind its name and a colon: "0.80: the title says kg". */
export function saidOf(name: Text | string, said: Text | string): Text {
  return inSigns('{name}: {said}', { name, said });
}

/** Why, where the file itself says it. */
export function fileSays(said: string): Text {
  return inFour(
    'het bestand zegt {said}',
    'le fichier dit {said}',
    'die Datei sagt {said}',
    'the file says {said}',
    { said: quoted(said) },
  );
}

/** Reasons one after another, each as far as it is given. */
export function clauses(reasons: readonly (Text | null | undefined | false)[]): Text {
  return joinWith(
    reasons.filter((reason) => !!reason),
    semicolon,
  );
}
