import type { SiteRow } from '../../server/warehouse/fill.ts';

const site = (id: string, model: string | null, prompt_key: string | null): SiteRow => ({
  id,
  file: id.slice(0, id.indexOf('#')),
  line: 3,
  symbol: 'answer',
  api: 'messages.create',
  model,
  prompt_key,
  owner: null,
});

/** Two call sites that only their prompts tell apart, one alone with its model, and one whose model the source doesn't say. */
export const sites: readonly SiteRow[] = [
  site('a.py#answer/messages.create~1', 'anthropic/claude-sonnet-4-5', 'You answer questions.'),
  site("b.py#it's/messages.create~1", 'anthropic/claude-sonnet-4-5', 'You sum up.'),
  site('c.py#triage/chat.completions.create~1', 'openai/gpt-4o-mini', 'You sort tickets.'),
  site('d.py#any/chat.completions.create~1', null, null),
];

export interface LogRow {
  readonly requested_at: string;
  readonly provider: string;
  readonly model: string;
  readonly service?: string;
  readonly label?: string;
  readonly prompt_key?: string;
  readonly fresh: number;
  readonly write?: number;
  readonly write_hour?: number;
  readonly read?: number;
  readonly output: number;
  readonly requests?: number;
  readonly judged?: number;
  readonly useful?: number;
}

const sonnet = { provider: 'anthropic', model: 'claude-sonnet-4-5-20250929' };
const mini = { provider: 'openai', model: 'gpt-4o-mini' };

export const log: readonly LogRow[] = [
  {
    requested_at: '2026-03-01 10:00:00',
    ...sonnet,
    label: 'a.py#answer/messages.create~1',
    fresh: 1000,
    read: 2000,
    output: 300,
    judged: 1,
    useful: 1,
  },
  {
    requested_at: '2026-03-01 23:59:59',
    ...sonnet,
    label: 'a.py#answer/messages.create~1',
    fresh: 500,
    write: 2000,
    output: 100,
    judged: 1,
  },
  { requested_at: '2026-03-02 00:00:00', ...sonnet, label: "b.py#it's/messages.create~1", fresh: 70, write_hour: 100, output: 5 },
  // No label: the prompt tells which.
  { requested_at: '2026-03-02 08:00:00', ...sonnet, prompt_key: 'You sum up.', fresh: 10, output: 1 },
  // Neither: two call sites use this model.
  { requested_at: '2026-03-02 09:00:00', ...sonnet, fresh: 11, output: 1 },
  // Neither, but the only call site of its model.
  { requested_at: '2026-03-02 09:00:00', ...mini, fresh: 12, output: 2, requests: 3 },
  {
    requested_at: '2026-03-02 09:30:00',
    ...mini,
    service: 'batch',
    label: 'c.py#triage/chat.completions.create~1',
    fresh: 100_000,
    output: 20,
  },
  // A prompt that no call site has is not given to the only one of its model.
  { requested_at: '2026-03-03 09:00:00', ...mini, prompt_key: 'Something else.', fresh: 13, output: 2 },
  // Gone from the code, or never in it.
  { requested_at: '2026-03-03 10:00:00', ...mini, label: 'gone.py#old/chat.completions.create~1', fresh: 14, output: 2 },
  { requested_at: '2026-03-03 11:00:00', provider: '', model: 'my-own-model', fresh: 1_000_000, output: 9 },
  // One long request, and two that are as long together.
  { requested_at: '2026-03-04 10:00:00', ...sonnet, label: 'a.py#answer/messages.create~1', fresh: 250_000, output: 10 },
  { requested_at: '2026-03-05 10:00:00', ...sonnet, label: 'a.py#answer/messages.create~1', fresh: 250_000, output: 10, requests: 2 },
];
