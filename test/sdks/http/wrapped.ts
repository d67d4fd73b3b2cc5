// A helper that sends any request: what its caller sends, and where, makes a call.
async function send(url: string, options: RequestInit, timeout: number) {
  return fetch(url, { ...options, signal: AbortSignal.timeout(timeout) });
}

export async function ask(text: string) {
  const options = { method: 'POST', body: JSON.stringify({ model: 'gpt-4o', max_tokens: 12, messages: [{ role: 'user', content: text }] }) };
  return send('https://api.openai.com/v1/chat/completions', options, 1000);
  // ^ call http:/v1/chat/completions model=gpt-4o cap=12 provider=openai via=0 parts=user
}

export const status = () => send('https://example.com/status', { method: 'GET' }, 1000);

export function createModel(url: string, extra: object) {
  return { complete };

  async function complete(prompt: string) {
    while (true) {
      const options = { method: 'POST', body: JSON.stringify({ ...extra, messages: [{ role: 'user', content: prompt }], temperature: 0, n: 1 }) };
      const response = await send(url, options, 1000);
      // ^ call http:/v1/chat/completions model=? cap=unknown
      if (response.ok) return response.json();
    }
  }
}

// The address is known where the model is made; it is asked later.
function modelAt(url: string, extra: object) {
  return { complete };

  async function complete(input: string) {
    return send(url, { method: 'POST', body: JSON.stringify({ ...extra, input }) }, 1000);
    // ^ call http:/v1/responses model=gpt-5-mini via=0 provider=openai
  }
}

export const made = modelAt('https://api.openai.com/v1/responses', { model: 'gpt-5-mini' });

// Retries of what is no model's request are nobody's business here.
export async function download(url: string) {
  while (true) {
    const response = await fetch(url, { method: 'POST', body: '{}' });
    if (response.ok) return response.text();
  }
}
