import type { Dispatcher, RequestInit, Response } from 'undici';

/** Gets one address. */
export type WebClient = (url: string, init: RequestInit) => Promise<Response>;

/**
 * The client that obeys HTTP_PROXY, HTTPS_PROXY and NO_PROXY, as offices set them; Node's own does not. It is loaded on
 * use.
 */
export async function webClient(): Promise<WebClient> {
  const { EnvHttpProxyAgent, fetch } = await import('undici');
  const dispatcher: Dispatcher = new EnvHttpProxyAgent();
  return (url, init) => fetch(url, { ...init, dispatcher });
}
