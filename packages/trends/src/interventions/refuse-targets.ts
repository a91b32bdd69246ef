import { inFour, RefusalError } from '@samenbeeld/schema';

/**
 * Refuses a control that is itself a place to which the traffic could plausibly have moved: a rise there would be
 * read as a fall here, and hide what is asked about.
 */
export function refuseTargetsAsControls(
  controls: readonly (string | undefined)[],
  targets: readonly string[],
): void {
  const found = controls.filter((name) => name !== undefined && targets.includes(name));
  if (found.length === 0) return;
  throw new RefusalError(
    inFour(
      '{found} kan geen controle zijn: verkeer kan daarheen verschoven zijn, zodat het deel is van wat gevraagd wordt.',
      '{found} ne peut servir de contrôle : le trafic a pu s’y déplacer, si bien qu’il fait partie de la question.',
      '{found} kann keine Kontrolle sein: Verkehr kann dorthin ausgewichen sein, sodass es Teil der Frage ist.',
      '{found} cannot be a control: traffic could plausibly have moved there, so that it is part of what is asked about.',
      { found: found.join(', ') },
    ),
    {
      dimension: 'control',
      remedy: inFour(
        'Vergelijk met plaatsen waarheen het niet verschoven kan zijn, of beschrijf de aandelen van het hele netwerk (`waterbed`).',
        'Comparez avec des sites où il n’a pu se déplacer, ou décrivez les parts de tout le réseau (`waterbed`).',
        'Vergleichen Sie mit Orten, wohin es nicht ausgewichen sein kann, oder beschreiben Sie die Anteile des ganzen Netzes (`waterbed`).',
        'Compare with sites to which it could not have moved, or describe the shares of the whole network (`waterbed`).',
      ),
    },
  );
}
