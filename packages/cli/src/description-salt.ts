import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFour, type Language } from '@samenbeeld/schema';

const saltLine = /^salt: *["']?([^"'\s#]+)/mu;

/**
 * The salt for descriptions in a folder: the one that the descriptions there share, so that what they hash can be compared, or
 * else 128 random bits, so that what has few values (numbers of cases and of containers) cannot be found again by trying.
 */
export function saltFor(folder: string): string {
  const salts = new Set(
    descriptionsIn(folder).flatMap((path) => saltLine.exec(readFileSync(path, 'utf8'))?.[1] ?? []),
  );
  const [shared] = salts;
  return shared !== undefined && salts.size === 1 ? shared : randomBytes(16).toString('hex');
}

function descriptionsIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => /\.source\.ya?ml$/u.test(name));
    return names.sort().map((name) => join(folder, name));
  } catch {
    return [];
  }
}

const why = inFour(
  'houd deze beschrijving even geheim als de nummers: met de salt zijn ze door proberen terug te vinden. Geef elke beschrijving van een beeld dezelfde',
  'gardez cette description aussi secrète que les numéros : avec le salt, des essais les retrouvent. Donnez le même à chaque description d’un tableau',
  'diese Beschreibung so geheim halten wie die Nummern: mit dem Salt lassen sie sich durch Probieren wiederfinden. Jeder Beschreibung eines Lagebilds denselben geben',
  'keep this description as closed as the numbers: with the salt they can be found again by trying. Give each description of a picture the same',
);

/** A description with a salt where it hashes a column and has none. */
export function withSalt(yaml: string, salt: string, language: Language): string {
  const isHashing = /\bas: hash\b/u.test(yaml);
  if (!isHashing || saltLine.test(yaml)) return yaml;
  return yaml.replace(/^record: .*$/mu, (line) => `${line}\nsalt: "${salt}" # ${why[language]}`);
}
