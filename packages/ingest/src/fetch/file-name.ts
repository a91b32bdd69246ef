import { quoted, wrongUse } from '@samenbeeld/schema';

const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/iu;

/** Whether a name is that of one file in its folder on every platform. */
export function isFileName(name: string): boolean {
  return (
    /^[\w][\w.-]*$/u.test(name) && name.length <= 120 && !name.endsWith('.') && !reserved.test(name)
  );
}

/** Refuses names that would leave their folder, that a platform reserves, or that are one where capitals do not count. */
export function checkFileNames(names: readonly string[], taken: readonly string[]): void {
  const seen = new Set(taken);
  for (const name of names) {
    if (!isFileName(name))
      throw wrongUse(
        '{name} kan geen opgehaald bestand heten: gebruik letters, cijfers, ".", "_" en "-", en geen naam die Windows zelf gebruikt.',
        '{name} ne peut nommer un fichier téléchargé : employez lettres, chiffres, « . », « _ » et « - », et aucun nom que Windows se réserve.',
        '{name} kann keine abgerufene Datei heißen: Buchstaben, Ziffern, „.“, „_“ und „-“ verwenden und keinen Namen, den Windows für sich behält.',
        '{name} cannot name a fetched file: use letters, digits, ".", "_" and "-", and no name that Windows keeps for itself.',
        { name: quoted(name) },
      );
    if (seen.has(name.toLowerCase()))
      throw wrongUse(
        '{name} kan geen opgehaald bestand heten: een ander heet zo, hoofdletters daargelaten.',
        '{name} ne peut nommer un fichier téléchargé : un autre s’appelle ainsi, majuscules mises à part.',
        '{name} kann keine abgerufene Datei heißen: eine andere heißt so, von Großbuchstaben abgesehen.',
        '{name} cannot name a fetched file: another one is called so, where capitals do not count.',
        { name: quoted(name) },
      );
    seen.add(name.toLowerCase());
  }
}
