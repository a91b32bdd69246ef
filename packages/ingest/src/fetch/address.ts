import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { InputError, inFour, quoted, type Text, UsageError, wrongUse } from '@samenbeeld/schema';

const secret =
  /(?:token|key|secret|sig|signature|passw|pwd|auth|credential|session|sas|jwt|ticket|code)/iu;

/** An address as it may be told and kept: without names, passwords, and values of its query that open something. */
export function told(address: string): string {
  if (!URL.canParse(address)) return address.replace(/\/\/[^/@\s]*@/gu, '//…@');
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') {
    url.username = '';
    url.password = '';
  }
  url.hash = '';
  for (const key of new Set(url.searchParams.keys()))
    if (secret.test(key)) url.searchParams.set(key, 'withheld');
  return url.href;
}

/** Addresses of this machine, this office and this link, which no publisher is at. */
const own = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  own.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  own.addSubnet(net, bits, 'ipv6');

function isOwn(ip: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(ip)?.[1];
  const address = mapped ?? ip;
  return own.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

async function leadsInside(hostname: string): Promise<boolean> {
  const host = hostname
    .replace(/^\[|\]$/gu, '')
    .replace(/\.$/u, '')
    .toLowerCase();
  if (isIP(host)) return isOwn(host);
  if (!host.includes('.') || /\.(?:localhost|local|internal|lan|home|corp|intranet)$/u.test(host))
    return true;
  // Behind a proxy an office may not resolve names itself; the proxy then decides where it leads.
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.some(({ address }) => isOwn(address));
}

const noAddress = (address: string): Text =>
  inFour(
    '{address} is geen webadres; dat begint met https://.',
    '{address} n’est pas une adresse du web ; elle commence par https://.',
    '{address} ist keine Webadresse; sie beginnt mit https://.',
    '{address} is no address of the web; one starts with https://.',
    { address: quoted(told(address)) },
  );

/** An address that may be asked for; one with a name and a password is not. */
export function checkAddress(address: string): URL {
  if (!URL.canParse(address)) throw new UsageError(noAddress(address));
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new UsageError(noAddress(address));
  if (url.username !== '' || url.password !== '')
    throw wrongUse(
      '{address} is met een naam of wachtwoord gegeven, die bij het bewijs bewaard zou blijven. Geef het zonder.',
      '{address} a été donné avec un nom ou un mot de passe, qui serait gardé avec la preuve. Donnez-le sans.',
      '{address} wurde mit Namen oder Passwort angegeben, die im Nachweis aufbewahrt würden. Geben Sie sie ohne an.',
      '{address} was given with a name or a password, which would be kept in the evidence. Give it without.',
      { address: told(address) },
    );
  return url;
}

/** Where a redirect leads, if it may be followed: the same or another public address, and never from https to http. */
export async function followed(from: string, location: string): Promise<string> {
  const refused = (found: Text): InputError =>
    new InputError(
      inFour(
        'een bestand van {from} verwacht, gevonden: een doorverwijzing {found}',
        'un fichier de {from} était attendu, trouvé : une redirection {found}',
        'eine Datei von {from} erwartet, gefunden: eine Weiterleitung {found}',
        'expected a file from {from}, found a redirect {found}',
        { from: told(from), found },
      ),
      {
        repair: inFour(
          'open het adres in een browser en kijk waar de uitgever het bestand nu heeft; verbeter `fetch` in de bronbeschrijving',
          'ouvrez l’adresse dans un navigateur et voyez où l’éditeur a mis le fichier ; corrigez `fetch` dans la description de la source',
          'die Adresse in einem Browser öffnen und nachsehen, wo der Herausgeber die Datei jetzt hat; `fetch` in der Quellenbeschreibung berichtigen',
          'open the address in a browser and see where the publisher has the file now; correct `fetch` in the source description',
        ),
      },
    );
  if (!URL.canParse(location, from))
    throw refused(
      inFour(
        'die geen adres noemt',
        'qui ne nomme aucune adresse',
        'die keine Adresse nennt',
        'that names no address',
      ),
    );
  const to = new URL(location, from);
  const at = new URL(from);
  if (to.protocol !== 'https:' && to.protocol !== 'http:')
    throw refused(
      inFour('naar {to}', 'vers {to}', 'zu {to}', 'to {to}', { to: quoted(to.protocol) }),
    );
  if (at.protocol === 'https:' && to.protocol === 'http:')
    throw refused(
      inFour(
        'naar {to}, dat niet versleuteld is',
        'vers {to}, qui n’est pas chiffrée',
        'zu {to}, die nicht verschlüsselt ist',
        'to {to}, which is not encrypted',
        { to: told(to.href) },
      ),
    );
  if (to.username !== '' || to.password !== '')
    throw refused(
      inFour(
        'met een naam of een wachtwoord',
        'avec un nom ou un mot de passe',
        'mit einem Namen oder einem Kennwort',
        'with a name or a password',
      ),
    );
  if (to.host !== at.host && (await leadsInside(to.hostname)))
    throw refused(
      inFour(
        'naar {to}, dat op deze machine of in haar netwerk staat',
        'vers {to}, qui est sur cette machine ou son réseau',
        'zu {to}, die auf diesem Rechner oder in seinem Netz liegt',
        'to {to}, which is on this machine or its network',
        { to: told(to.href) },
      ),
    );
  return to.href;
}
