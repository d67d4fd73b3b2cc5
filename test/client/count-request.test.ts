import { describe, expect, it } from 'vitest';
import { countWithVendor } from '../../client/count-request.ts';

/** A vendor that answers what it is told to, and remembers what it was asked. */
function vendor(status: number, body: unknown) {
  const asked: { readonly address: string; readonly init: RequestInit | undefined }[] = [];
  const ask: typeof fetch = async (address, init) => {
    asked.push({ address: String(address), init });
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
  };
  return { ask, asked };
}
const request = { vendor: 'anthropic', model: 'claude-sonnet-5-5', body: { messages: [] }, key: 'secret' } as const;

describe('a count by the vendor', () => {
  it('is asked for once, at the address of the vendor, with the key in a header', async () => {
    const { ask, asked } = vendor(200, { input_tokens: 1774 });
    expect(await countWithVendor(request, ask)).toEqual({ kind: 'counted', tokens: 1774 });
    expect(asked.map(({ address }) => address)).toEqual(['https://api.anthropic.com/v1/messages/count_tokens']);
    expect(asked[0]?.init).toMatchObject({ method: 'POST', redirect: 'error', headers: { 'x-api-key': 'secret' } });
    expect(JSON.stringify(asked[0]?.init?.body)).not.toContain('secret');
  });

  it('names the model in the address where the vendor wants it there', async () => {
    const { ask, asked } = vendor(200, { totalTokens: 5 });
    expect(await countWithVendor({ ...request, vendor: 'google', model: '../x' }, ask)).toEqual({ kind: 'counted', tokens: 5 });
    expect(asked[0]?.address).toBe('https://generativelanguage.googleapis.com/v1beta/models/..%2Fx:countTokens');
  });

  it('tells a wrong key from other failures', async () => {
    expect(await countWithVendor(request, vendor(401, {}).ask)).toEqual({ kind: 'wrong key' });
    expect(await countWithVendor(request, vendor(500, 'no JSON').ask)).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/^500/),
    });
    expect(await countWithVendor(request, vendor(200, { other: 1 }).ask)).toMatchObject({ kind: 'failed' });
    const unreachable: typeof fetch = () => Promise.reject(new Error('no network'));
    expect(await countWithVendor(request, unreachable)).toEqual({ kind: 'failed', why: 'no network' });
  });
});
