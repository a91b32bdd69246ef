import type { Decision, Handling, Source } from '@samenbeeld/schema';

/** Open on every axis, except as given. */
export function handling(given: Partial<Handling> = {}): Handling {
  return {
    h: [],
    h3Text: [],
    tlp: 'CLEAR',
    classification: 'none',
    purposes: [],
    audiences: [],
    originators: ['NL_HARC'],
    ...given,
  };
}

/** A published source, except as given. */
export function source(given: Partial<Source> = {}): Source {
  return {
    id: 'published-claims',
    title: { nl: 'Claims', fr: 'Affirmations', de: 'Angaben', en: 'Claims' },
    publisher: 'press',
    country: 'NL',
    kind: 'claim_sheet',
    language: 'nl',
    url: 'https://example.org/claims',
    licence: 'CC-BY-4.0',
    citation: 'Claims (2026)',
    gradeSource: 'B',
    gradeInfo: '2',
    handling: handling({ originators: [] }),
    synthetic: false,
    ...given,
  };
}

/** A recorded decision, except as given. */
export function decision(given: Partial<Decision> = {}): Decision {
  return {
    id: 'd1',
    kind: 'conflict',
    subject: 'COC NLVLI 2021',
    verdict: 'keep c1',
    role: 'analyst, Benelux secretariat',
    time: '2026-01-01T09:00:00Z',
    reason: 'counting authority',
    evidence: null,
    supersedes: null,
    ...given,
  };
}

/** What an error says, or "no error". */
export async function failure(call: () => unknown): Promise<string> {
  try {
    await call();
    return 'no error';
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}
