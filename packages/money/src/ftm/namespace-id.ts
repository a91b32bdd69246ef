import { createHash, createHmac } from 'node:crypto';
import { shape, takes } from '@samenbeeld/schema';

/**
 * An id that belongs to a dataset: the id, a point, and the HMAC-SHA1 of the id under the dataset's name, in hexadecimal, as
 * FollowTheMoney signs ids (`Namespace.sign`). The same id in two files never clashes.
 *
 * @param id without a point: FollowTheMoney takes what follows the last one for a signature
 * @example
 * ```ts
 * import { namespaceId } from '@samenbeeld/money';
 * namespaceId('nl-exercise', 'firm-1') === namespaceId('be-exercise', 'firm-1') // => false
 * ```
 */
export function namespaceId(dataset: string, id: string): string {
  takes('namespaceId', ['dataset', dataset, shape.text], ['id', id, shape.text]);

  return `${id}.${createHmac('sha1', dataset).update(id, 'utf8').digest('hex')}`;
}

/** SHA-1 of a text in hexadecimal. */
export function sha1(text: string): string {
  return createHash('sha1').update(text, 'utf8').digest('hex');
}
