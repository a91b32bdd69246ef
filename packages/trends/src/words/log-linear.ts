import type { Text } from '@samenbeeld/schema';

/** That counts were set against an exposure. */
export const againstBase: Text = {
  nl: 'De aantallen zijn afgezet tegen hun basis (zoals inwoners of controles).',
  fr: 'Les nombres sont rapportés à leur base (habitants ou contrôles, par exemple).',
  de: 'Die Anzahlen sind auf ihre Bezugsgröße bezogen (etwa Einwohner oder Kontrollen).',
  en: 'The counts are set against their base (such as inhabitants or checks).',
};
