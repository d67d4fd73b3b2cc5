/** Records as each format's own documentation shows them, small enough to be added up by hand. */

export const label = 'examples/support-agent/agent.py#answer/messages.create~1';

const attribute = (key: string, value: Readonly<Record<string, unknown>>) => ({ key, value });

/** 1,000 input tokens, 600 of them read from the cache and 100 written to it. */
export const otlpLine = {
  resourceSpans: [
    {
      resource: { attributes: [attribute('service.name', { stringValue: 'support' })] },
      scopeSpans: [
        {
          spans: [
            {
              traceId: '5b8efff798038103d269b633813fc60c',
              spanId: 'eee19b7ec3c1b174',
              name: 'chat claude-opus-5',
              startTimeUnixNano: '1761955200000000000',
              attributes: [
                attribute('gen_ai.operation.name', { stringValue: 'chat' }),
                attribute('gen_ai.provider.name', { stringValue: 'anthropic' }),
                attribute('gen_ai.request.model', { stringValue: 'claude-opus-5' }),
                attribute('gen_ai.usage.input_tokens', { intValue: '1000' }),
                attribute('gen_ai.usage.cache_read.input_tokens', { intValue: '600' }),
                attribute('gen_ai.usage.cache_creation.input_tokens', { intValue: 100 }),
                attribute('gen_ai.usage.output_tokens', { intValue: '50' }),
                attribute('lineitem.call_site', { stringValue: label }),
                attribute('feedback.accepted', { boolValue: true }),
              ],
            },
            {
              traceId: '5b8efff798038103d269b633813fc60c',
              spanId: 'eee19b7ec3c1b175',
              name: 'invoke_agent support',
              attributes: [
                attribute('gen_ai.operation.name', { stringValue: 'invoke_agent' }),
                attribute('gen_ai.usage.input_tokens', { intValue: '1000' }),
              ],
            },
          ],
        },
      ],
    },
  ],
};

export const langfuseRow = {
  id: 'obs-1',
  type: 'GENERATION',
  traceId: 'trace-1',
  startTime: '2025-11-01T00:00:00.000Z',
  model: 'claude-opus-5',
  input: [{ role: 'user', content: 'Where is my order?' }],
  usageDetails: { input: 300, cache_read_input_tokens: 600, cache_creation_input_tokens: 100, output: 50, total: 1050 },
  metadata: { call_site: label },
  scores: [{ name: 'helpful', value: 1 }],
};

export const heliconeRow = {
  request_id: 'r1',
  request_created_at: '2025-11-01T00:00:00.000Z',
  provider: 'ANTHROPIC',
  request_model: 'claude-opus-5',
  request_properties: { CallSite: label },
  prompt_tokens: 300,
  prompt_cache_read_tokens: 600,
  prompt_cache_write_tokens: 100,
  completion_tokens: 50,
  scores: { helpful: 1 },
};

export const litellmRow = {
  request_id: 'r1',
  call_type: 'acompletion',
  spend: 0.0042,
  prompt_tokens: 1000,
  completion_tokens: 50,
  total_tokens: 1050,
  startTime: '2025-11-01 00:00:00.000',
  model: 'anthropic/claude-opus-5',
  custom_llm_provider: 'anthropic',
  cache_hit: 'False',
  request_tags: JSON.stringify([`call_site:${label}`, 'team:care']),
  metadata: JSON.stringify({
    usage_object: { prompt_tokens: 1000, cache_read_input_tokens: 600, cache_creation_input_tokens: 100 },
    accepted: true,
  }),
};

export const openaiBucket = {
  object: 'bucket',
  start_time: 1761955200,
  end_time: 1762041600,
  results: [
    {
      object: 'organization.usage.completions.result',
      input_tokens: 1000,
      input_cached_tokens: 600,
      input_cache_write_tokens: 100,
      output_tokens: 50,
      num_model_requests: 4,
      model: 'gpt-5.4',
      batch: false,
    },
  ],
};

export const anthropicBucket = {
  starting_at: '2025-11-01T00:00:00Z',
  ending_at: '2025-11-02T00:00:00Z',
  results: [
    {
      uncached_input_tokens: 300,
      cache_creation: { ephemeral_1h_input_tokens: 40, ephemeral_5m_input_tokens: 60 },
      cache_read_input_tokens: 600,
      output_tokens: 50,
      model: 'claude-opus-5',
      service_tier: 'standard',
    },
  ],
};
