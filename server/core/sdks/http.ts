import type { MethodRow, Posting, Sdk } from './sdk.ts';

/** Requests that the code itself sends over HTTP: the address says what they are (`endpoints.ts`). */
const python: Posting = { url: ['0', 'url'], body: ['json', 'data', '1', '2', 'content'], base: ['base_url', '0'] };
const pythonAny: Posting = { ...python, url: ['1', 'url'], body: ['json', 'data', 'content', '2', '3'] };
const script: Posting = { url: ['0'], body: ['1.body', '1.json', '1.data', '1.payload'] };
const record: Posting = { url: ['0.url'], body: ['0.data', '0.body', '0.json'], base: ['0.baseURL', '0.prefixUrl'] };
const nodeRequest: Posting = { url: ['0.path', '0'], host: ['0.hostname', '0.host'], body: [] };
const axiosPost: Posting = { url: ['0'], body: ['1'], base: ['0.baseURL'] };

const axiosMethods = (on: string): readonly MethodRow[] => [
  { on, paths: ['post'], posts: axiosPost },
  { on, paths: ['', 'request'], posts: record },
];
const common = { provider: null, wire: 'openai.chat', isEverywhere: true, verified: null } as const;
/** Parts of addresses that only requests to models have. */
const mentions = [
  '/chat/completions',
  '/v1/messages',
  '/v1/complete',
  ':generateContent',
  ':streamGenerateContent',
  ':rawPredict',
  ':streamRawPredict',
  '/v1/responses',
  '/api/generate',
  ':11434',
  'api.cohere.',
  'api.openai.com',
  'api.anthropic.com',
  'openrouter.ai',
];

export const httpClients: readonly Sdk[] = [
  {
    ...common,
    name: 'http',
    title: 'HTTP request',
    mentions,
    packages: {
      python: ['requests', 'httpx', 'aiohttp', 'curl_cffi.requests', 'niquests'],
      javascript: [
        'node-fetch',
        'cross-fetch',
        'undici',
        'isomorphic-fetch',
        'ofetch',
        'builtins',
        '@tauri-apps/plugin-http',
        'expo/fetch',
        '@microsoft/fetch-event-source',
        'got',
        'ky',
        'needle',
        'obsidian',
        'electron-fetch',
        'make-fetch-happen',
      ],
    },
    exports: [
      { names: ['post', 'put'], posts: python },
      { names: ['request', 'stream'], posts: pythonAny },
      { names: ['Session', 'session', 'Client', 'AsyncClient', 'ClientSession', 'AsyncSession', 'sessions.Session'], makes: 'session' },
      {
        names: [
          'fetch',
          'default',
          '$fetch',
          'ofetch',
          'window.fetch',
          'globalThis.fetch',
          'self.fetch',
          'fetchEventSource',
          'UrlFetchApp.fetch',
          'fetchWithTimeout',
        ],
        posts: script,
      },
      { names: ['default.post', 'got.post', 'ky.post'], posts: script },
      { names: ['requestUrl', 'GM_xmlhttpRequest', 'GM.xmlHttpRequest'], posts: record },
    ],
    methods: [
      { on: 'session', paths: ['post', 'put'], posts: python },
      { on: 'session', paths: ['request', 'stream'], posts: pythonAny },
      { on: 'session', paths: ['build_request'], makes: 'request' },
      { on: 'session', paths: ['send'], posts: { url: ['0.1', '0.url'], body: ['0.json', '0.data', '0.content'] } },
    ],
    source: 'psf/requests, encode/httpx, aio-libs/aiohttp; the fetch standard; got, ky, ofetch (npm)',
  },
  {
    ...common,
    name: 'http-axios',
    title: 'HTTP request (axios)',
    packages: { python: [], javascript: ['axios'] },
    exports: [
      { names: ['post', 'default.post'], posts: axiosPost },
      { names: ['default', 'request', 'default.request', 'axios'], posts: record },
      { names: ['create', 'default.create'], makes: 'axios' },
      { names: ['AxiosInstance', 'default.AxiosInstance'], makes: 'axios' },
    ],
    methods: axiosMethods('axios'),
    source: 'axios/axios 1',
  },
  {
    ...common,
    name: 'http-node',
    title: 'HTTP request (node:https)',
    packages: { python: [], javascript: ['https', 'http', 'node:https', 'node:http', 'follow-redirects'] },
    exports: [{ names: ['request', 'default.request', 'https.request', 'http.request'], posts: nodeRequest }],
    methods: [],
    source: 'nodejs.org API reference, node:https',
  },
  {
    ...common,
    name: 'http-standard-library',
    title: 'HTTP request (urllib)',
    packages: { python: ['urllib', 'http.client', 'urllib3'], javascript: [] },
    exports: [
      { names: ['request.Request', 'Request'], makes: 'request', positional: ['url', 'data'] },
      { names: ['request.urlopen', 'urlopen'], posts: { url: ['0.url', '0'], body: ['0.data', 'data', '1'] } },
      { names: ['HTTPSConnection', 'HTTPConnection', 'client.HTTPSConnection', 'client.HTTPConnection'], makes: 'connection' },
      { names: ['PoolManager'], makes: 'pool' },
    ],
    methods: [
      { on: 'connection', paths: ['request'], posts: { url: ['1', 'url'], body: ['2', 'body'], base: ['0', 'host'] } },
      { on: 'pool', paths: ['request'], posts: pythonAny },
    ],
    source: 'python.org standard library 3.14; urllib3 2',
  },
];
