/**
 * The bill of a log, as SQL that DuckDB and PostgreSQL both read: the same tables and views, whatever holds the rows. A user's
 * log is one table or view `usage_rows`; Lineitem fills `call_sites` and `model_prices`. Tokens are whole numbers in exclusive
 * classes (fresh + write + write_hour + read = all input); money is whole picodollars (10⁻¹² USD).
 */

/** What a log gives; every column but `requested_at` and `model` may be missing, and then takes its usual value. */
export const usageColumns: readonly Column[] = [
  { name: 'requested_at', type: 'TIMESTAMP', usual: null, says: 'when the request was made (UTC)' },
  { name: 'model', type: 'VARCHAR', usual: null, says: 'as the log spells it' },
  { name: 'provider', type: 'VARCHAR', usual: "''", says: 'the vendor, where the log names it' },
  { name: 'service', type: 'VARCHAR', usual: "'standard'", says: 'standard, batch, flex, priority or fast' },
  { name: 'label', type: 'VARCHAR', usual: "''", says: 'the id of the call site, where requests carry it' },
  { name: 'prompt_key', type: 'VARCHAR', usual: "''", says: 'the beginning of the first message, its white space made single' },
  { name: 'fresh', type: 'BIGINT', usual: '0', says: 'input tokens neither written to a cache nor read from one' },
  { name: 'write', type: 'BIGINT', usual: '0', says: 'input tokens written to a cache' },
  { name: 'write_hour', type: 'BIGINT', usual: '0', says: 'input tokens written to a cache for an hour or longer' },
  { name: 'read', type: 'BIGINT', usual: '0', says: 'input tokens read from a cache' },
  { name: 'output', type: 'BIGINT', usual: '0', says: 'output tokens, thinking included' },
  { name: 'requests', type: 'BIGINT', usual: '1', says: 'how many requests the row stands for' },
  { name: 'judged', type: 'BIGINT', usual: '0', says: 'how many of them the log judges' },
  { name: 'useful', type: 'BIGINT', usual: '0', says: 'how many of those were of use' },
];

export interface Column {
  readonly name: string;
  readonly type: 'TIMESTAMP' | 'VARCHAR' | 'BIGINT';
  /** As SQL; null where a log must say it. */
  readonly usual: string | null;
  readonly says: string;
}

export interface View {
  readonly name: string;
  readonly says: string;
  readonly query: string;
}

/** Tables that Lineitem fills; prices are null where they aren't known. `integer` is a type for integers of any size. */
export const tablesFor = (integer: string): string => `CREATE TABLE call_sites (
  id VARCHAR NOT NULL, file VARCHAR NOT NULL, line INTEGER NOT NULL, symbol VARCHAR NOT NULL, api VARCHAR NOT NULL,
  model VARCHAR, prompt_key VARCHAR, owner VARCHAR
);
CREATE TABLE model_prices (
  provider VARCHAR NOT NULL, model VARCHAR NOT NULL, service VARCHAR NOT NULL, above_input BIGINT NOT NULL,
  catalogue_model VARCHAR, fresh ${integer}, write ${integer}, write_hour ${integer}, read ${integer}, output ${integer}
);`;

/** Views over the three tables. `thresholds` are the input lengths at which any model's price changes. */
export function usageViews(thresholds: readonly number[]): readonly View[] {
  return [
    {
      name: 'usage_daily',
      says: 'The log, added up by day and by everything that a price or a call site hangs on.',
      query: `SELECT CAST(requested_at AS DATE) AS day, provider, model, service, label, prompt_key,
  ${tierOf(thresholds)} AS above_input,
  ${sums(['requests', 'judged', 'useful', ...tokenClasses])}
FROM usage_rows
GROUP BY 1, 2, 3, 4, 5, 6, 7`,
    },
    {
      name: 'site_by_prompt',
      says: 'Call sites that their model and the beginning of their prompt tell from all others.',
      query: `SELECT model, prompt_key, MIN(id) AS id
FROM call_sites
WHERE model IS NOT NULL AND prompt_key IS NOT NULL
GROUP BY model, prompt_key
HAVING COUNT(*) = 1`,
    },
    {
      name: 'site_by_model',
      says: 'Call sites that are the only one of their model.',
      query: `SELECT model, MIN(id) AS id
FROM call_sites
WHERE model IS NOT NULL
GROUP BY model
HAVING COUNT(*) = 1`,
    },
    {
      name: 'usage_by_site',
      says: 'Each day of the log with its call site, found by label, else by prompt, else by model; site is null where none fits.',
      query: `SELECT u.*, p.catalogue_model, COALESCE(labelled.id, prompted.id, modelled.id) AS site,
  CASE WHEN labelled.id IS NOT NULL THEN 'label' WHEN prompted.id IS NOT NULL THEN 'prompt'
    WHEN modelled.id IS NOT NULL THEN 'model' END AS joined_by,
  u.fresh * p.fresh + u.write * p.write + u.write_hour * p.write_hour + u.read * p.read + u.output * p.output AS picodollars
FROM usage_daily u
LEFT JOIN model_prices p
  ON p.provider = u.provider AND p.model = u.model AND p.service = u.service AND p.above_input = u.above_input
LEFT JOIN call_sites labelled ON labelled.id = u.label
LEFT JOIN site_by_prompt prompted
  ON u.label = '' AND prompted.model = p.catalogue_model AND prompted.prompt_key = u.prompt_key
LEFT JOIN site_by_model modelled
  ON u.label = '' AND u.prompt_key = '' AND modelled.model = p.catalogue_model`,
    },
    {
      name: 'usage_bill',
      says: 'The bill by call site, model and day. picodollars is the sum of what has a price; unpriced counts the requests that have none.',
      query: `SELECT site, CASE WHEN site IS NULL THEN label END AS unknown_label, joined_by, COALESCE(catalogue_model, model) AS model, day,
  ${sums(['requests', 'judged', 'useful', ...tokenClasses])},
  SUM(picodollars) AS picodollars,
  SUM(CASE WHEN picodollars IS NULL THEN requests ELSE 0 END) AS unpriced
FROM usage_by_site
GROUP BY 1, 2, 3, 4, 5`,
    },
  ];
}

const tokenClasses = ['fresh', 'write', 'write_hour', 'read', 'output'];

const sums = (columns: readonly string[]): string => columns.map((name) => `SUM(${name}) AS ${name}`).join(', ');

function tierOf(thresholds: readonly number[]): string {
  if (thresholds.length === 0) return 'CAST(0 AS BIGINT)';
  const cases = [...thresholds]
    .sort((a, b) => b - a)
    .map((above) => `WHEN fresh + write + write_hour + read > ${above} * requests THEN ${above}`);
  return `CAST(CASE ${cases.join(' ')} ELSE 0 END AS BIGINT)`;
}

export const createView = ({ name, says, query }: View): string => `-- ${says}\nCREATE VIEW ${name} AS\n${query};`;
