import type { FileDescription } from '@samenbeeld/describe';
import { describe, expect, it } from 'vitest';
import { measureOf } from '../../src/columns/measures.ts';
import { describedLines } from '../table-of.ts';

/** Invented finds and figures below headings in Spanish, Portuguese and Italian. */
const fields = ({ columns }: FileDescription): readonly (string | null)[] =>
  columns.map(({ to }) => to);
const about = ({ decisions }: FileDescription): string =>
  decisions.map(({ about: what, question }) => `${what.en}: ${question.en}`).join('\n');

describe('a list of finds', () => {
  it('is read in Spanish', async () => {
    const found = await describedLines('decomisos.csv', [
      'Fecha;Puerto;Sustancia;Cantidad (kg);Organismo;Método de ocultación',
      '12/01/2031;Algeciras;Cocaína;1.250,5;Guardia Civil;Contenedor',
      '03/02/2031;Valencia;Hachís;320,75;Policía Nacional;Camión',
      '15/03/2031;Barcelona;Heroína;12,3;Vigilancia Aduanera;Contenedor',
      '28/03/2031;Algeciras;Marihuana;88;Guardia Civil;Vehículo',
    ]);
    expect(found.record.value).toBe('seizure');
    expect(fields(found)).toEqual([
      'date',
      'place',
      'substance',
      'quantity',
      'agencies',
      'concealment',
    ]);
    expect(about(found)).not.toMatch(/Sustancia|Cantidad|Fecha:/u);
  });

  it('is read in Portuguese, and whom it arrested are no numbers of rows', async () => {
    const found = await describedLines('apreensoes.csv', [
      'Apreensões de droga 2031',
      'Data;Porto;Substância;Quantidade (kg);N.º de detidos',
      '12-01-2031;Leixões;Cocaína;250,5;3',
      '03-02-2031;Sines;Haxixe;1320,75;2',
      '15-03-2031;Lisboa;Heroína;12,3;1',
      '28-03-2031;Setúbal;Liamba;88;0',
    ]);
    expect(fields(found)).toEqual(['date', 'place', 'substance', 'quantity', 'arrests']);
  });

  it('is read in Italian', async () => {
    const found = await describedLines('sequestri.csv', [
      'Data sequestro;Luogo;Sostanza;Quantità (kg);Forza di polizia',
      '12/01/2031;Gioia Tauro;Cocaina;1.250,5;Guardia di Finanza',
      '03/02/2031;Genova;Hashish;320,75;Polizia di Stato',
      '15/03/2031;Livorno;Eroina;12,3;Carabinieri',
    ]);
    expect(fields(found)).toEqual(['date', 'place', 'substance', 'quantity', 'agencies']);
  });
});

describe('figures', () => {
  it('are of the drugs of their headings, and the line of their source is a footer', async () => {
    const found = await describedLines('citco.csv', [
      'Incautaciones de droga por provincia, 2031',
      'Provincia;Cocaína (kg);Hachís (kg);Heroína (kg);Número de incautaciones',
      'Cádiz;12.500,5;89.000;12;3.401',
      'Málaga;3.400,2;45.000,5;7;2.211',
      'Barcelona;8.900;7.000;88;4.120',
      'Total;24.800,7;141.000,5;107;9.732',
      'Fuente: CITCO. Secretaría de Estado de Seguridad',
    ]);
    expect(found.footerLines).toHaveLength(1);
    expect(found.folds.map(({ headings }) => headings.length)).toEqual([3]);
    expect(JSON.stringify(found.columns.at(-1)?.written)).toContain('"metric":"seizures"');
    expect(about(found)).not.toContain('Fuente');
  });

  it.each([
    ['Detenidos', 'arrests'],
    ['Persone arrestate', 'arrests'],
    ['Persone denunciate', 'suspects'],
    ['Víctimas', 'offences'],
    ['Hechos conocidos', 'offences'],
    ['Numero delitti', 'offences'],
    ['Popolazione residente', 'population'],
    ['Número de apreensões', 'seizures'],
  ])('count what their heading says: %s', (heading, metric) => {
    expect(measureOf(heading)?.set['metric']).toBe(metric);
  });

  it('are no finds where persons were abducted', () => {
    expect(measureOf('Sequestri di persona')?.set['metric']).not.toBe('seizures');
  });
});
