import type { Text } from '@samenbeeld/schema';

/** What a matrix of evidence shows. */
export const matrixTitle: Text = {
  nl: 'Wat voor en tegen elke verklaring spreekt',
  fr: 'Ce qui parle pour et contre chaque explication',
  de: 'Was für und gegen jede Erklärung spricht',
  en: 'What speaks for and against each explanation',
};

/** Words of the matrix of evidence. */
export const matrixWords: Readonly<Record<'evidence' | 'grade' | 'inconsistency', Text>> = {
  evidence: { nl: 'Aanwijzing', fr: 'Indice', de: 'Hinweis', en: 'Evidence' },
  grade: { nl: 'Gradering', fr: 'Cotation', de: 'Bewertung', en: 'Grade' },
  inconsistency: {
    nl: 'Spreekt ertegen, gewogen',
    fr: 'Parle contre, pondéré',
    de: 'Spricht dagegen, gewichtet',
    en: 'Speaks against, weighted',
  },
};

/** Sentences below the matrix of evidence. */
export const matrixCaptions: Readonly<Record<'letters' | 'useless' | 'order', Text>> = {
  letters: {
    nl: 'CC: past zeer goed; C: past; N: geen van beide; I: past niet; II: past helemaal niet; NA: niet van toepassing.',
    fr: 'CC\u00a0: très cohérent\u00a0; C\u00a0: cohérent\u00a0; N\u00a0: ni l’un ni l’autre\u00a0; I\u00a0: incohérent\u00a0; II\u00a0: très incohérent\u00a0; NA\u00a0: sans objet.',
    de: 'CC: passt sehr gut; C: passt; N: weder noch; I: passt nicht; II: passt gar nicht; NA: nicht anwendbar.',
    en: 'CC: very consistent; C: consistent; N: neither; I: inconsistent; II: very inconsistent; NA: does not apply.',
  },
  useless: {
    nl: 'Grijs: past bij alle verklaringen even goed en zegt dus niets.',
    fr: 'En gris\u00a0: s’accorde également avec toutes les explications et ne dit donc rien.',
    de: 'Grau: passt zu allen Erklärungen gleich gut und sagt daher nichts.',
    en: 'Grey: agrees with all explanations alike and so tells nothing.',
  },
  order: {
    nl: 'De volgorde is die van de minste tegenspraak, geen oordeel.',
    fr: 'L’ordre est celui de la moindre incohérence, pas un verdict.',
    de: 'Die Reihenfolge ist die des geringsten Widerspruchs, kein Urteil.',
    en: 'The order is that of least inconsistency, not a verdict.',
  },
};
