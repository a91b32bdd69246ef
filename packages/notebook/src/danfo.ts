// biome-ignore lint/suspicious/noTsIgnore: where danfo is there, there is nothing to expect.
/** @ts-ignore: danfo is optional; where it is not installed, a frame is of any type. */
export type { DataFrame } from 'danfojs-node';
