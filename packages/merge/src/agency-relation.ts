import { agencyContains, agencies as agencyList, places } from '@samenbeeld/schema';

/** How one scope lies to another. */
export type Relation = 'same' | 'within' | 'around' | 'apart';

/** The kinds of agencies; none named is an agency that is not named. */
function kinds(codes: readonly string[]): ReadonlySet<string> {
  const found = codes.map((code) =>
    agencyList.has(code) ? agencyList.get(code).kind : 'unspecified',
  );
  return new Set(found.length > 0 ? found : ['unspecified']);
}

/** Whether figures stand for services that seize: police, customs, or a team of theirs. */
export function isService(codes: readonly string[]): boolean {
  return [...kinds(codes)].every(
    (kind) => kind === 'police' || kind === 'customs' || kind === 'team',
  );
}

/** A claim over the whole of a country's services: police and customs together, or an international office. */
function isNational(codes: readonly string[]): boolean {
  const found = kinds(codes);
  return found.has('international') || (found.has('police') && found.has('customs'));
}

/** An agency with all that it contains. */
function reach(code: string): readonly string[] {
  return agencyList.has(code) ? [code, ...agencyList.get(code).contains.flatMap(reach)] : [code];
}

function shareMembers(x: string, y: string): boolean {
  const inner = new Set(reach(x));
  return agencyContains(x, y) || agencyContains(y, x) || reach(y).some((code) => inner.has(code));
}

/**
 * How the agencies of two claims lie to each other (joint total, rules 4, 5 and 7): `same` counts the same work or a rival
 * count of it (an agency and a team with a member in common, a prosecution service, a newspaper), `within`/`around` a part
 * or a whole, `apart` different services whose finds may or may not overlap.
 *
 * Only of countries (`national`) does an international office speak for all services together; its figure of a port is a
 * rival count of the port.
 */
export function agencyRelation(
  a: readonly string[],
  b: readonly string[],
  national = true,
): Relation {
  if (a.length === b.length && a.every((code) => b.includes(code))) return 'same';
  if (!isService(a) || !isService(b)) {
    if (!national) return 'same';
    if (isNational(a) && isService(b) && !isNational(b)) return 'around';
    if (isNational(b) && isService(a) && !isNational(a)) return 'within';
    return 'same';
  }
  if (a.every((code) => b.includes(code))) return 'within';
  if (b.every((code) => a.includes(code))) return 'around';
  return a.some((x) => b.some((y) => x === y || shareMembers(x, y))) ? 'same' : 'apart';
}

/**
 * Whether services tell a figure of places in a land where none of them serves: customs of one country that publish the
 * total of a port in two tell what all services found, and no count of their own.
 */
export function reachesAbroad(codes: readonly string[], at: readonly string[]): boolean {
  const lands = codes.map((code) => (agencyList.has(code) ? agencyList.get(code).country : null));
  return (
    lands.every((land) => land !== null) &&
    at.some((place) => {
      const land = places.has(place) ? places.get(place).country : null;
      return land !== null && !lands.includes(land);
    })
  );
}

/** Whether some of the agencies count what they publish, so that they outrank a newspaper's own count. */
export function isAuthority(codes: readonly string[]): boolean {
  return codes.some((code) => agencyList.has(code) && agencyList.get(code).counts);
}

const nameless: ReadonlySet<string> = new Set(['UNSPECIFIED', 'PRESS', 'MIXED']);

/** Whether the agencies name somebody: several newspapers are no one publisher. */
export function isNamed(codes: readonly string[]): boolean {
  return codes.length > 0 && !codes.every((code) => nameless.has(code));
}
