import { agencies } from '@samenbeeld/schema';
import { roleProblem } from '@samenbeeld/store';
import { expect, test } from 'vitest';

const roles = [
  'analyst',
  'analyst, port desk',
  'analyst, Benelux secretariat',
  'magistrat',
  'Sachbearbeiter',
  'Sachbearbeiterin, Zollfahndung',
  'police analyst',
  'customs analyst',
  'Customs  Analyst',
  'police',
  'customs',
  'another office',
  'a third desk',
  'analyst, national police',
  'second reader',
  'tweede lezer',
  'hoofd recherche',
  'officier van justitie',
  'Staatsanwalt',
  'procureur du Roi',
  'analist, Zeehavenpolitie',
  'analyste stratégique, douane belge',
  'chef d’équipe',
  'intelligence analyst, Europol',
  'FIU-Nederland',
  'analyst, HARC team',
  'Dutch Customs',
  'NL_CUST',
  'analist Douane Rotterdam',
  'coördinator Benelux',
  'Referatsleiter BKA',
  'Leiterin der Auswertung',
  'analyst 2',
  'informatiecoördinator',
  'criminaliteitsanalist',
  'analyste criminel',
  'Zollinspektor',
  'douaneambtenaar',
  'magistrat de référence',
  'operational analyst, Port of Antwerp',
  'Kriminalkommissar',
  'team leader, joint investigation team',
  'Recherchekundige',
  'beleidsmedewerker',
  'Statistics officer',
  'Secrétariat général Benelux',
  'gegevensanalist',
  'data analyst',
  'desk officer',
  'coordinating magistrate',
  'substitut du procureur',
  'Ermittlungsrichter',
  'juge d’instruction',
  'onderzoeksrechter',
  'analyste, cellule portuaire Anvers',
  'ANALYST, PORT OF ROTTERDAM',
  'test',
  'originator',
  'analyst, FIU',
  'hoofdinspecteur',
  'politieanalist',
  'douaneanalist',
  'analyst at the port desk',
  'Koninklijke Marechaussee',
  'Openbaar Ministerie',
  'prosecutor, Zeeland-West-Brabant',
  'analyst CTIF-CFI',
  'Koordinierungsstelle Benelux',
  'prosecutor’s office',
  'liaison officer',
];
const persons = [
  'J. de Vries',
  'Jan',
  'Mme Dupont',
  'insp. Peeters',
  'analyst Jan Peeters',
  'analyst J.P.',
  'analyst IM',
  'Pierre Martin, analyst',
  'officer 4411',
  'j.jansen@politie.example',
  '0475 12 34 56',
  'analyst 04 75 12',
  'analyst@port.desk',
  'мария иванова',
  'аналитик',
  '李雷',
  'Dr. Schmidt',
  'Herr Müller',
  'jan peeters',
  'analyst (jp)',
  'A.B.',
  'badge 123',
  'Marie',
  'team Jan',
  'van den Berg',
  'El Amrani, douane',
  'analyst/peeters',
  'Peeters (analyst)',
  'analist van Dijk',
  'JDV',
  'unit 12-34',
  'Lucia',
  'Frank',
  'inspecteur Maes',
  'M. Dubois',
  'Jan-Willem',
  'Müller, Zoll',
  'officer no. 77 88',
];

test.each(roles)('%s is a role', (role) => {
  expect(roleProblem(role)).toBeNull();
});

test.each(persons)('%s is refused, and nothing of it is repeated', (role) => {
  const problem = roleProblem(role)?.en;
  expect(problem).toContain('"role"');
  const words = role.split(/[^\p{L}\p{N}]+/u).filter((word) => /^\p{Lu}\p{Ll}{3,}$/u.test(word));
  for (const word of words) expect(problem).not.toContain(word);
});

test('the names and codes of all services are roles, in each language', () => {
  const names = agencies
    .filter(({ code }) => !['UNSPECIFIED', 'PRESS', 'MIXED'].includes(code))
    .flatMap(({ code, label }) => [code, ...Object.values(label)]);
  expect(names.filter((name) => roleProblem(name) !== null)).toEqual([]);
});
