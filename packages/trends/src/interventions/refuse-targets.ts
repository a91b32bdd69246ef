import { RefusalError } from '@samenbeeld/schema';

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
    `${found.join(', ')} cannot be a control: traffic could plausibly have moved there, so that it is part of what is asked about.`,
    {
      dimension: 'control',
      remedy:
        'Compare with sites to which it could not have moved, or describe the shares of the whole network (`waterbed`).',
    },
  );
}
