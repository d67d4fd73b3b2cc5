/** What repeats a function when it fails, as data: where its limit stands and what its absence means. */
export interface RetryRow {
  /** A decorator, something to loop over, something that is given the function, or an object whose method is. */
  readonly names: RegExp;
  /** Names of the limit, as named arguments or in a record of options. */
  readonly limits: readonly string[];
  /** Position of the limit, where it may stand without a name. */
  readonly limitAt?: number;
  /** The limit counts the tries after the first. */
  readonly countsRetries?: true;
  /** Tries without a limit given. */
  readonly bare: 'unbounded' | number;
  /** Position and names of the errors that are tried again. */
  readonly errors?: { readonly at: number | null; readonly names: readonly string[] };
  readonly source: string;
  /** ISO date; null where it is general knowledge and still to be checked there. */
  readonly verified: string | null;
}

export const RETRIES: readonly RetryRow[] = [
  {
    names: /^tenacity\.(_asyncio\.|asyncio\.)?(retry|Retrying|AsyncRetrying)$/,
    limits: ['stop'],
    bare: 'unbounded',
    errors: { at: null, names: ['retry'] },
    source: 'jd/tenacity __init__.py: stop_never, no wait, every Exception',
    verified: '2026-11-23',
  },
  {
    names: /^backoff\.on_(exception|predicate)$/,
    limits: ['max_tries', 'max_time'],
    bare: 'unbounded',
    errors: { at: 1, names: ['exception'] },
    source: 'litl/backoff _decorator.py: max_tries = None, max_time = None',
    verified: '2026-11-23',
  },
  {
    names: /^retry\.(retry|api\.retry|retry_call|api\.retry_call)$/,
    limits: ['tries'],
    bare: 'unbounded',
    errors: { at: 0, names: ['exceptions'] },
    source: 'invl/retry api.py: tries = -1',
    verified: '2026-11-23',
  },
  {
    names: /^retrying\.(retry|Retrying)$/,
    limits: ['stop_max_attempt_number', 'stop_max_delay', 'stop'],
    bare: 'unbounded',
    source: 'rholder/retrying: endless by default',
    verified: '2026-11-23',
  },
  {
    names: /^stamina\.(retry|retry_context|RetryingCaller|AsyncRetryingCaller)$/,
    limits: ['attempts', 'timeout'],
    bare: 10,
    errors: { at: 0, names: ['on'] },
    source: 'hynek/stamina _core.py: attempts = 10, timeout = 45',
    verified: null,
  },
  {
    names: /^google\.api_core\.(retry|retry_async)\.(Retry|AsyncRetry)$/,
    limits: ['timeout', 'deadline'],
    bare: 120,
    source: 'googleapis/python-api-core retry: 120 seconds in all',
    verified: null,
  },
  { names: /^funcy\.retry$/, limits: ['tries'], limitAt: 0, bare: 1, source: 'Suor/funcy flow.py: tries is required', verified: null },
  {
    names: /^opnieuw\.(retry|retry_async)$/,
    limits: ['max_calls_total'],
    bare: 3,
    source: 'channable/opnieuw: max_calls_total = 3',
    verified: null,
  },
  {
    names: /^p-retry(\.default|\.pRetry)?$/,
    limits: ['retries', 'maxRetryTime'],
    countsRetries: true,
    bare: 11,
    source: 'p-retry 9.0.0: retries = 10',
    verified: '2026-11-23',
  },
  {
    names: /^(async-retry|promise-retry)(\.default)?$/,
    limits: ['retries'],
    countsRetries: true,
    bare: 11,
    source: 'async-retry 1.3.3: retries = 10; promise-retry: retries = 10',
    verified: '2026-11-23',
  },
  {
    names: /^exponential-backoff\.backOff$/,
    limits: ['numOfAttempts'],
    bare: 10,
    source: 'coveooss/exponential-backoff: numOfAttempts = 10',
    verified: null,
  },
  {
    names: /^@lifeomic\/attempt\.retry$/,
    limits: ['maxAttempts', 'timeout'],
    bare: 3,
    source: 'lifeomic/attempt: maxAttempts = 3',
    verified: null,
  },
  {
    names: /^ts-retry\.(retry|retryAsync|retryUntil\w*|retryAsyncUntil\w*)$/,
    limits: ['maxTry'],
    bare: 5,
    source: 'franckLdx/ts-retry: maxTry = 5',
    verified: null,
  },
  {
    names: /^cockatiel\.(retry|Policy\.retry)$/,
    limits: ['maxAttempts', 'attempts'],
    bare: 'unbounded',
    source: 'connor4312/cockatiel: maxAttempts = Infinity',
    verified: null,
  },
];

/** Options of decorators of task queues and platforms that run a failed task again. */
export const TASK_RETRIES: readonly string[] = ['retries', 'max_retries', 'retry_kwargs'];

/** Conditions of tenacity that stop: by tries where the first argument counts them, else by time or an event. */
export const STOPS = { byTries: /stop_after_attempt$/, never: /stop_never$/ } as const;
