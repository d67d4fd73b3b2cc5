// Node's own client: the body is written later, the server stands beside the path.
import https from 'node:https';

const post = (hostname: string, path: string, json: unknown) =>
  new Promise<string>((resolve, reject) => {
    const request = https.request({ hostname, path, method: 'POST' }, (response) => {
      // ^ call http:/v1/chat/completions provider=openai model=? cap=unknown
      response.on('data', resolve);
    });
    request.on('error', reject);
    request.write(JSON.stringify(json));
    request.end();
  });

const complete = (json: object) => post('api.openai.com', '/v1/chat/completions', json);

export const ask = (text: string) => complete({ model: 'gpt-5-mini', messages: [{ role: 'user', content: text }] });

export function stream(body: string) {
  const request = https.request('https://api.anthropic.com/v1/messages', { method: 'POST' });
  // ^ call http:/v1/messages provider=anthropic
  request.end(body);
}

// Another server, and a place that only reads.
export const status = () => https.request({ hostname: 'example.com', path: '/status' });
export const page = () => https.get('https://api.openai.com/v1/models');
