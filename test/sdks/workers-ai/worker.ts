interface Env {
  AI: Ai;
  DB: { run(query: string): Promise<void> };
}

export default {
  async fetch(request: Request, env: Env) {
    const { text } = (await request.json()) as { text: string };
    await env.DB.run('@cf/select');
    await env.AI.run('@cf/black-forest-labs/flux-1-schnell', { prompt: text });
    return env.AI.run('@cf/meta/llama-3.1-8b-instruct', { messages: [{ role: 'user', content: text }], max_tokens: 50 });
    // ^ call AI.run model=@cf/meta/llama-3.1-8b-instruct cap=50 provider=cloudflare parts=user
  },
};
