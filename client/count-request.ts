import type { CountBodyReply } from '../server/lsp/protocol.ts';

export type Vendor = NonNullable<CountBodyReply['count']>['vendor'];

interface Endpoint {
  readonly title: string;
  readonly address: (model: string) => string;
  readonly headers: (key: string) => Readonly<Record<string, string>>;
  /** The field of the answer that holds the count. */
  readonly field: string;
}

/** A key is sent to these addresses and to no others. */
export const endpoints: Readonly<Record<Vendor, Endpoint>> = {
  anthropic: {
    title: 'Anthropic',
    address: () => 'https://api.anthropic.com/v1/messages/count_tokens',
    headers: (key) => ({ 'x-api-key': key, 'anthropic-version': '2023-06-01' }),
    field: 'input_tokens',
  },
  google: {
    title: 'Google',
    address: (model) => `https://generativelanguage.googleapis.com/v1beta/models/${encodeURIComponent(model)}:countTokens`,
    headers: (key) => ({ 'x-goog-api-key': key }),
    field: 'totalTokens',
  },
  openai: {
    title: 'OpenAI',
    address: () => 'https://api.openai.com/v1/responses/input_tokens',
    headers: (key) => ({ authorization: `Bearer ${key}` }),
    field: 'input_tokens',
  },
};

export type Counted =
  | { readonly kind: 'counted'; readonly tokens: number }
  | { readonly kind: 'wrong key' }
  | { readonly kind: 'failed'; readonly why: string };

export interface CountRequest {
  readonly vendor: Vendor;
  readonly model: string;
  readonly body: unknown;
  readonly key: string;
}

const mostPatience = 20_000;

/** Asks the vendor once. What it answers is anything, until it is seen to hold a count. */
export async function countWithVendor({ vendor, model, body, key }: CountRequest, ask: typeof fetch = fetch): Promise<Counted> {
  const { address, headers, field } = endpoints[vendor];
  try {
    const answer = await ask(address(model), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers(key) },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(mostPatience),
    });
    if (answer.status === 401 || answer.status === 403) return { kind: 'wrong key' };
    const said: unknown = await answer.json().catch(() => null);
    const count = typeof said === 'object' && said !== null && field in said ? Object.getOwnPropertyDescriptor(said, field)?.value : null;
    if (answer.ok && typeof count === 'number') return { kind: 'counted', tokens: count };
    return { kind: 'failed', why: `${answer.status} ${JSON.stringify(said).slice(0, 200)}` };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}
