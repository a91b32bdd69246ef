import { describe, expect, it } from 'vitest';
import { describedLines } from '../table-of.ts';

describe('a service with its country in a title', () => {
  it.each([
    ['Bilan annuel 2031 de la douane française', 'FR_DOUANE'],
    ['Deutscher Zoll: Jahresstatistik 2031', 'DE_ZOLL'],
    ['Inbeslagnames 2031 door de Nederlandse douane', 'NL_CUST'],
  ])('is proposed, and asked: %s', async (title, code) => {
    const { constants, decisions } = await describedLines('drogues.csv', [
      title,
      'Substance;Number of seizures;Quantity (kg)',
      'Cocaine;410;41200.5',
      'Heroin;31;910',
    ]);
    expect(constants['agencies']?.value).toBe(code);
    expect(decisions.map(({ about }) => about.en)).toContain('agencies');
  });

  it.each(['Zoll - Jahresstatistik 2031', 'Bilan 2031 des douanes espagnoles'])(
    'is none where it says none of ours: %s',
    async (title) => {
      const { constants } = await describedLines('drogues.csv', [
        title,
        'Substance;Number of seizures;Quantity (kg)',
        'Cocaine;410;41200.5',
        'Heroin;31;910',
      ]);
      expect(constants['agencies']).toBeUndefined();
    },
  );
});
