import type { Prompt, PromptInclude, PromptMessage } from '../../module/prompt-file.ts';
import type { DocumentShape, FormatRow } from './formats.ts';
import { type Body, type BodyStyle, readBody } from './messages.ts';
import { readParameters } from './parameters.ts';
import type { Reading } from './reading.ts';
import { canonicalRole } from './roles.ts';
import { itemsOf, readYaml, textOf, valueAt, type YamlValue } from './yaml-tree.ts';

/** Prompts that stand at known places of a YAML or JSON file. */
export function readDocument(text: string, row: FormatRow, shape: DocumentShape): Reading {
  const { root, problem } = readYaml(text, { start: 0, end: text.length });
  const declared = shape.dialectField && textOf(valueAt(root, shape.dialectField.path));
  const style: BodyStyle = { ...shape, dialect: shape.dialectField?.dialects[declared ?? ''] ?? shape.dialect };
  const parameters = readParameters(root, row);
  const name = textOf(valueAt(root, 'name'));
  const prompts: Prompt[] = [];
  const includes: PromptInclude[] = [];
  const add = (named: string | null, body: Body): void => {
    if (body.messages.length > 0) prompts.push({ name: named, ...parameters, messages: body.messages });
    for (const include of body.includes) includes.push(include);
  };
  for (const path of shape.messageLists) add(name, readMessages(valueAt(root, path), style));
  add(name, join(shape.texts.map((path) => readText(valueAt(root, path), style))));
  for (const path of shape.promptLists) {
    const list = valueAt(root, path);
    for (const item of list?.kind === 'list' ? list.items : list ? [list] : []) add(labelOf(item), readPrompt(item, style));
  }
  return { prompts, includes, problems: problem ? [problem] : [] };
}

const nothing: Body = { messages: [], includes: [] };

function readMessages(list: YamlValue | null, style: BodyStyle): Body {
  return join(
    itemsOf(list).map((item) => {
      const role = canonicalRole(textOf(valueAt(item, 'role')) ?? style.role);
      return readText(valueAt(item, 'content'), { ...style, role });
    }),
  );
}

/** An entry of a list of prompts: a text, a path, a record around either, or messages. */
function readPrompt(item: YamlValue, style: BodyStyle): Body {
  if (item.kind === 'list') return readMessages(item, style);
  const value = item.kind === 'map' ? PROMPT_FIELDS.map((field) => valueAt(item, field)).find((one) => one !== null) : item;
  if (!value) return nothing;
  if (value.kind === 'list') return readMessages(value, style);
  const path = /^(?:file:\/\/)(.+)$/.exec(textOf(value)?.trim() ?? '')?.[1] ?? PROMPT_PATH.exec(textOf(value) ?? '')?.[0];
  if (path !== undefined) return { messages: [], includes: [{ path, span: value.span, kind: 'text' }] };
  return REMOTE.test(textOf(value) ?? '') ? nothing : readText(value, style);
}

const PROMPT_FIELDS = ['raw', 'prompt', 'content', 'id', 'template'];
const PROMPT_PATH = /^[\w./*-]+\.(?:txt|md|json|yaml|yml|j2|jinja|js|ts|mjs|cjs|py|csv)(?::\w+)?$/;
const REMOTE = /^(?:exec|langfuse|portkey|helicone|promptlayer):/;

const labelOf = (item: YamlValue): string | null => textOf(valueAt(item, 'label'));

function readText(value: YamlValue | null, style: BodyStyle): Body {
  return value?.kind === 'scalar' && typeof value.value === 'string' ? readBody(value.text(), style) : nothing;
}

function join(bodies: readonly Body[]): Body {
  const messages: PromptMessage[] = bodies.flatMap((body) => body.messages);
  return { messages, includes: bodies.flatMap((body) => body.includes) };
}
