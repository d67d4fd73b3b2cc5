import type { Origin } from '../call-site.ts';

/** A call that brings text of unknown size, by the end of its dotted name. */
export interface OriginRow {
  readonly kind: Origin['kind'];
  readonly names: RegExp;
  /** Its own default already limits how much it brings. */
  readonly isLimited?: true;
  /** Named arguments that limit it; a number at one of these positions does too. */
  readonly limits?: readonly string[];
  readonly limitAt?: number;
  readonly source: string;
}

/** The first row that fits counts, so that a narrower one stands before a wider one. */
export const ORIGINS: readonly OriginRow[] = [
  {
    kind: 'retrieval',
    names:
      /(^|\.)(similarity_search|asimilarity_search|similarity_search_with_\w+|similaritySearch\w*|max_marginal_relevance_search|maxMarginalRelevanceSearch|hybrid_search)$/,
    isLimited: true,
    limits: ['k'],
    source: 'langchain-core vectorstores/base.py: k = 4; @langchain/core vectorstores: k = 4',
  },
  {
    kind: 'retrieval',
    names:
      /(^|[._])(collection|chroma\w*|get_collection|create_collection|get_or_create_collection|(get|create|getOrCreate)Collection)\.query$/i,
    isLimited: true,
    limits: ['n_results', 'nResults'],
    source: 'chromadb Collection.query: n_results = 10',
  },
  {
    kind: 'retrieval',
    names:
      /(^|[._])(collection|chroma\w*|get_collection|create_collection|get_or_create_collection|(get|create|getOrCreate)Collection)\.get$/i,
    limits: ['limit', 'ids'],
    source: 'chromadb Collection.get: limit = None',
  },
  {
    kind: 'retrieval',
    names:
      /(^|[._])(retriever|retrievers|vectorstore|vector_store|vectorStore)\.(invoke|ainvoke|get_relevant_documents|aget_relevant_documents|getRelevantDocuments|retrieve|aretrieve|search|asearch|query|run)$/i,
    isLimited: true,
    limits: ['k', 'top_k', 'topK', 'limit'],
    source: 'langchain-core as_retriever: k = 4; llama-index similarity_top_k = 2; haystack top_k = 10',
  },
  {
    kind: 'retrieval',
    names: /(^|[._])(index|pinecone\w*|pc|qdrant\w*|milvus\w*|weaviate\w*|faiss\w*)\.(query|search|query_points|similarity_search)$/i,
    isLimited: true,
    limits: ['top_k', 'topK', 'k', 'limit'],
    source: 'Pinecone top_k required; qdrant-client limit = 10; pymilvus limit = 10; faiss k required',
  },
  {
    kind: 'retrieval',
    names: /(^|\.)(get_relevant_documents|getRelevantDocuments)$/,
    isLimited: true,
    limits: ['k'],
    source: 'langchain-core retrievers.py',
  },
  {
    kind: 'table',
    names: /(^|\.)(pandas|pd|polars|pl|duckdb|dask\.dataframe)\.(read_\w+|scan_\w+|DataFrame|from_dict|from_records)$/,
    limits: ['nrows', 'n_rows'],
    source: 'pandas, Polars documentation',
  },
  {
    kind: 'table',
    names:
      /(^|[._])(df|dataframe|data_frame)\.(to_string|to_csv|to_markdown|to_json|to_dict|to_html|to_records|to_numpy|values|write_csv)$/i,
    source: 'pandas, Polars documentation',
  },
  {
    kind: 'table',
    names:
      /(^|\.)(fetchall|fetch_all|fetchrow\w*|scalars\.all|to_pandas|to_dataframe|fetchdf|fetch_arrow_table|get_all_records|get_all_values)$/,
    source: 'PEP 249, asyncpg, gspread, duckdb, google-cloud-bigquery documentation',
  },
  {
    kind: 'table',
    names: /^csv\.(reader|DictReader)$|^(papaparse|papaparse\.default|Papa)\.parse$|(^|\.)sheet_to_(csv|json|txt)$/,
    source: 'Python csv; papaparse, xlsx documentation',
  },
  {
    kind: 'command',
    names:
      /^(subprocess\.(run|check_output|getoutput|getstatusoutput)(\.stdout|\.stderr|\.decode)*|subprocess\.Popen\.communicate|os\.popen\.read|child_process\.(execSync|execFileSync|spawnSync|exec|execFile)(\.stdout|\.stderr|\.toString)*|execa\.\w+|execa|zx\.\$)$/,
    source: 'Python subprocess; Node child_process; execa documentation',
  },
  { kind: 'command', names: /(^|\.)exec_run(\.output)?$/, source: 'docker (Python) containers.exec_run' },
  {
    kind: 'log',
    names: /(^|[._])(container|pod|task|job|logs_client|logs)\.(logs|read_namespaced_pod_log|get_log_events|filter_log_events)$/i,
    limits: ['tail', 'tail_lines', 'limit', 'since'],
    source: 'docker, kubernetes, boto3 logs documentation',
  },
  {
    kind: 'web',
    names:
      /^(requests|httpx|urllib3|cloudscraper|curl_cffi\.requests)\.(get|post|request|Session\.get)\.(text|content|json)$|^urllib\.request\.urlopen\.read$|^aiohttp\.ClientSession\.(get|post)\.(text|read|json)$|^(builtins\.)?fetch\.(text|json)$|^axios(\.get|\.post|\.request)?\.data$|(^|\.)page\.(content|inner_text|innerText|text_content|inner_html|evaluate)$|^trafilatura\.(extract|fetch_url)$|(^|\.)(scrape_url|scrapeUrl|crawl_url|crawlUrl)$|^newspaper\.Article\.text$/,
    source: 'requests, httpx, aiohttp, axios, Playwright, trafilatura, Firecrawl documentation',
  },
  {
    kind: 'web',
    names: /^bs4\.BeautifulSoup(\.\w+)*\.(get_text|text|prettify)$|^bs4\.BeautifulSoup$|^cheerio\.load(\.\w+)*\.text$/,
    source: 'Beautiful Soup, cheerio documentation',
  },
  {
    kind: 'folder',
    names:
      /^(os\.(listdir|walk|scandir)|glob\.(glob|iglob)|(.*\.)?(rglob|iterdir)|pathlib\.Path\.glob|fs(\.promises|\/promises)?\.(readdir|readdirSync)|fast-glob(\.\w+)?|globby(\.\w+)?|glob\.(globSync|glob))$/,
    source: 'Python os, glob, pathlib; Node fs; fast-glob, globby documentation',
  },
  {
    kind: 'file',
    names:
      /^((builtins\.|io\.|codecs\.|aiofiles\.|gzip\.)?open\.(read|readlines)|anyio\.open_file\.read|(.*\.)?(read_text|read_bytes)|(.*\.)?open\.(read|readlines)|fs(\.promises|\/promises)?\.(readFile|readFileSync)|fs-extra\.(readFile|readFileSync)|Deno\.readTextFile(Sync)?|Bun\.file\.text)$/,
    source: 'Python builtins, pathlib, aiofiles, anyio; Node fs; Deno; Bun documentation',
  },
  {
    kind: 'file',
    names:
      /(^|\.)(extract_text|extractRawText|getDocumentText|convert\.text_content|get_text|export_to_markdown|export_to_text)$|^(textract|docx2txt)\.process$|^pdfminer\.high_level\.extract_text$|^pymupdf4llm\.to_markdown$|^pdf-parse(\.text)?$|^unstructured\.partition\.\w+\.partition\w*$/,
    source: 'pypdf, pdfplumber, PyMuPDF, mammoth, markitdown, docling, textract documentation',
  },
  {
    kind: 'file',
    names: /(^|\.)\w*Loader\.(load|aload|load_and_split|lazy_load)$|(^|\.)SimpleDirectoryReader\.load_data$/,
    source: 'langchain document loaders; llama-index readers',
  },
  { kind: 'base64', names: /^base64\.(b64encode|standard_b64encode|urlsafe_b64encode)(\.decode)?$/, source: 'Python base64' },
  {
    kind: 'history',
    names: /(^|\.)session_state\.(messages|history|chat_history|conversation\w*|msgs)$/,
    source: 'Streamlit documentation: kept as long as the session of a user',
  },
  {
    kind: 'history',
    names:
      /(^|\.)(chat_memory|chat_history|message_history|memory)\.(messages|buffer|load_memory_variables|get_messages|getMessages|aget_messages)$/i,
    limits: ['k', 'limit'],
    source: 'langchain chat_history; @langchain/core chat_history',
  },
  {
    kind: 'user',
    names:
      /^(builtins\.)?(input|raw_input)$|^(streamlit|gradio)\.(chat_input|text_input|text_area)$|(^|\.)(request|req)\.(json|body|form|args|query)(\.\w+)*$/,
    source: 'Python builtins; streamlit, Flask, FastAPI, Express documentation',
  },
];

/** Methods and functions that cut what they are given. Sources: Python, JavaScript, pandas, langchain-core documentation. */
export const CUTS =
  /^(slice|substring|substr|head|tail|sample|limit|take|nlargest|nsmallest|iloc|first|truncate\w*|shorten|clip|trim_messages|trimMessages|islice|at|describe|info|summari[sz]e\w*|compress\w*|chunk\w*|split_text|splitText|split_documents|splitDocuments)$|(^|_)(trunc(ate)?|shorten|clip|limit|trim_to|cap)(_|$)|^(trunc|shorten|clip|limit|cap)[A-Z]/;

/** Methods that give back what they are called on, or most of it. */
export const PASSES =
  /^(strip|lstrip|rstrip|trim|trimEnd|trimStart|decode|encode|toString|replace|replaceAll|lower|upper|toLowerCase|toUpperCase|expandtabs|normalize|join|concat|to_string|to_csv|to_markdown|to_json|to_dict|to_html|write_csv|dropna|fillna|reset_index|sort_values|copy|read|readlines|splitlines|split|text|content|stdout|stderr|data|body|values|page_content|pageContent|text_content|output|documents|results|matches|items|map|filter|reverse|toReversed|flat|json|get_text|getText|communicate|all|load|T)$/;
