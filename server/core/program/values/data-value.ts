import { readYaml, type YamlValue } from '../../languages/prompt/yaml-tree.ts';
import { type CallArguments, hole, type RecordValue, type TextValue, type Value } from '../value.ts';
import { nameOfExternal, type Resolve } from '../workspace/file-paths.ts';
import { join, parents } from '../workspace/imports.ts';
import { entriesOf, plainData } from '../workspace/plain-data.ts';
import { type Handle, importedText, readWhole } from '../workspace/text-files.ts';
import type { World } from '../world.ts';
import { memberOf } from './members.ts';

/** What a file of settings holds: `yaml.safe_load(open("config.yaml"))`, `JSON.parse(readFileSync(…))`, each value with its place. */
export function readDataFile(
  world: World,
  callee: Value,
  given: CallArguments,
  place: Value['place'],
  resolve: Resolve = (value) => value,
): Value | null {
  if (callee.kind !== 'external') return null;
  const row = READERS.find((one) => one.names.has(nameOfExternal(callee)));
  const [first] = given.positional;
  if (!row || !first) return null;
  const text = readWhole(world, first, row.takes, place, resolve);
  return text && dataValue(text, row.format);
}

/** `import prompt from './system.md'`, `import { llm } from './config.json'` */
export function importedContent(world: World, from: string, source: string, name: string | null, place: Value['place']): Value | null {
  const isWhole = name === null || name === 'default';
  const text = isWhole || isDataFile(source) ? importedText(world, from, source, place) : null;
  const content = text?.kind === 'text' && isDataFile(source) ? dataValue(text, null) : text;
  return content && !isWhole ? memberOf(world, content, name, place) : content;
}

/** A file's content; what was put together by code names no file and is left alone. */
function dataValue(text: Value, format: Format | null): Value | null {
  if (text.kind !== 'text') return text.kind === 'hole' ? text : null;
  const { file } = text.place;
  if (text.place.unit !== '' || text.text.length > LONGEST) return null;
  const kind = format ?? FORMATS.find((row) => row.names.test(file))?.format ?? null;
  if (kind === 'toml') return fromPlain(plainData('x.toml', text.text), text);
  if (kind === 'env') return fromPairs(text);
  if (kind === 'ini') return fromSections(text);
  if (kind === null) return null;
  const { root } = readYaml(text.text, { start: 0, end: text.text.length });
  return root && fromTree(root, file);
}

type Format = 'json' | 'yaml' | 'toml' | 'env' | 'ini';

function fromTree(tree: YamlValue, file: string): Value {
  const place = { file, unit: '', span: tree.span };
  if (tree.kind === 'list')
    return { kind: 'list', items: tree.items.map((item) => ({ value: fromTree(item, file), count: 'one' })), place };
  if (tree.kind === 'map')
    return {
      kind: 'record',
      entries: tree.entries.map((entry) => ({ key: entry.key, value: fromTree(entry.value, file) })),
      unknowns: [],
      place,
    };
  return scalar(tree.value, place);
}

/** TOML's own reader tells no places: a text is looked for where it stands in quotes. */
function fromPlain(data: unknown, whole: TextValue): Value {
  const place = { ...whole.place, span: { start: 0, end: 0 } };
  if (Array.isArray(data))
    return { kind: 'list', items: data.map((item) => ({ value: fromPlain(item, whole), count: 'one' as const })), place };
  if (typeof data === 'object' && data !== null)
    return {
      kind: 'record',
      entries: entriesOf(data).map(([key, value]) => ({ key, value: fromPlain(value, whole) })),
      unknowns: [],
      place,
    };
  const at = typeof data === 'string' ? Math.max(whole.text.indexOf(`"${data}"`), whole.text.indexOf(`'${data}'`)) : -1;
  const span = at < 0 ? place.span : { start: at, end: at + String(data).length + 2 };
  return scalar(typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean' ? data : null, { ...place, span });
}

/** What is filled in when the file is read is not known from it. */
function scalar(value: string | number | boolean | null, place: Value['place']): Value {
  if (typeof value === 'number') return { kind: 'number', value, place };
  if (typeof value === 'boolean') return { kind: 'boolean', value, place };
  if (value === null) return { kind: 'null', place };
  const setting = /^\$\{(?:oc\.env:|env:)?\s*(\w+)\s*(?:[:,]-?\s*([^}]*))?\}$/.exec(value);
  if (setting) return hole(setting[1] ?? value, 'read from the environment', place, 'per-process');
  return { kind: 'text', text: value, place };
}

const PAIR = /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*[=:][ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\n#]*))/gm;

/** `MODEL="gpt-5" # comment` */
function fromPairs(whole: TextValue): RecordValue {
  const entries = [...whole.text.matchAll(PAIR)].map((match) => {
    const text = (match[2] ?? match[3] ?? match[4] ?? '').trim();
    const place = { ...whole.place, span: { start: match.index, end: match.index + match[0].trimEnd().length } };
    return { key: match[1] ?? '', value: scalar(text, place) };
  });
  return { kind: 'record', entries, unknowns: [], place: whole.place };
}

function fromSections(whole: TextValue): RecordValue {
  const sections = whole.text.split(/^(?=\[)/m);
  let start = 0;
  const entries = sections.flatMap((text) => {
    const name = /^\[([^\]]+)\]/.exec(text)?.[1];
    const body = fromPairs({ ...whole, text: text.replace(/^\[[^\]]*\]/, (head) => ' '.repeat(head.length)) });
    const base = start;
    start += text.length;
    const moved = body.entries.map(({ key, value }) => ({
      key,
      value: { ...value, place: { ...value.place, span: { start: base + value.place.span.start, end: base + value.place.span.end } } },
    }));
    return name ? [{ key: name, value: { ...body, entries: moved } }] : [];
  });
  return { kind: 'record', entries, unknowns: [], place: whole.place };
}

/** What the nearest example of an environment says of a setting: no value that runs, so only said and never counted with. */
export function exampleSetting(world: World, file: string, name: string): string | null {
  for (const folder of parents(file))
    for (const path of EXAMPLES.map((one) => join(folder, one))) {
      const text = world.exists(path) ? world.text(path) : null;
      if (text === null) continue;
      const place = { file: path, unit: '', span: { start: 0, end: text.length } };
      const value = fromPairs({ kind: 'text', text, place }).entries.findLast((entry) => entry.key === name)?.value;
      if (value?.kind === 'text' && /^[\w./:@-]+$/.test(value.text)) return `${value.text} in ${path}`;
    }
  return null;
}

const EXAMPLES = [
  '.env.example',
  '.env.sample',
  '.env.template',
  '.env.dist',
  '.env.defaults',
  'env.example',
  '.env.local.example',
  'example.env',
];

/** Whether a place lies in a file of settings. */
export const isDataFile = (file: string): boolean => FORMATS.some((row) => row.names.test(file));

/** A setting of a `.yaml` below keys that are taken literally. */
const FORMATS: readonly { readonly names: RegExp; readonly format: Format }[] = [
  { names: /\.json[c5]?$/i, format: 'json' },
  { names: /\.ya?ml$/i, format: 'yaml' },
  { names: /\.toml$/i, format: 'toml' },
  { names: /(?:^|\/)\.env[^/]*$/, format: 'env' },
  { names: /\.(?:ini|cfg)$/i, format: 'ini' },
];

/** Sources: the documentation of Python's own libraries, PyYAML, ruamel.yaml, OmegaConf, python-dotenv, js-yaml, yaml and smol-toml. */
const READERS: readonly { readonly names: ReadonlySet<string>; readonly takes: Handle; readonly format: Format | null }[] = [
  { names: new Set(['json.load', 'orjson.load', 'ujson.load']), takes: 'handle', format: 'json' },
  {
    names: new Set(['json.loads', 'orjson.loads', 'ujson.loads', 'JSON.parse', 'json5.parse', 'jsonc-parser.parse']),
    takes: 'text',
    format: 'json',
  },
  {
    names: new Set(['yaml.safe_load', 'yaml.load', 'yaml.full_load', 'yaml.unsafe_load', 'js-yaml.load', 'js-yaml.safeLoad', 'yaml.parse']),
    takes: 'either',
    format: 'yaml',
  },
  { names: new Set(['tomllib.load', 'tomli.load', 'toml.load', 'pytoml.load']), takes: 'either', format: 'toml' },
  {
    names: new Set(['tomllib.loads', 'tomli.loads', 'toml.loads', 'smol-toml.parse', 'toml.parse', '@iarna/toml.parse']),
    takes: 'text',
    format: 'toml',
  },
  { names: new Set(['omegaconf.OmegaConf.load']), takes: 'path', format: 'yaml' },
  { names: new Set(['dotenv.dotenv_values']), takes: 'path', format: 'env' },
  {
    names: new Set(['fs-extra.readJsonSync', 'fs-extra.readJson', 'fs-extra.readJSON', 'fs-extra.readJSONSync']),
    takes: 'path',
    format: 'json',
  },
];

/** Characters. */
const LONGEST = 256 * 1024;
