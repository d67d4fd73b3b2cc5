import { type Loose, listOf, recordOf, textOf } from './bodies/loose.ts';

/** What a function tool says of itself. */
export interface FunctionTool {
  readonly name: string;
  readonly description: string;
  readonly schema: unknown;
}

/**
 * OpenAI shows tools to its models as declarations of a TypeScript namespace. Descriptions of nested properties are left
 * out there, references are followed.
 */
export function namespaceOfTools(tools: readonly FunctionTool[]): string {
  const lines = ['namespace functions {', ''];
  for (const tool of tools) lines.push(declarationOf(tool), '');
  return [...lines, '} // namespace functions'].join('\n');
}

/** One of them by itself. */
export function declarationOf({ name, description, schema }: FunctionTool): string {
  const root = recordOf(schema);
  const comments = [description, textOf(root.title), textOf(root.description)].filter((line) => line !== '').map((line) => `// ${line}`);
  const members = membersOf(root, root, 0);
  return [...comments, ...(members === '' ? [`type ${name} = () => any;`] : [`type ${name} = (_: {`, members, '}) => any;'])].join('\n');
}

const deepest = 12;

function membersOf(schema: Loose, root: Loose, depth: number): string {
  const required = listOf(schema.required);
  const lines: string[] = [];
  for (const [name, value] of Object.entries(recordOf(schema.properties))) {
    const member = resolved(recordOf(value), root);
    const title = textOf(recordOf(value).title) || textOf(member.title);
    const description = textOf(recordOf(value).description) || textOf(member.description);
    if (title !== '') lines.push(`// ${title}`);
    if (description !== '' && depth === 0) lines.push(`// ${description}`);
    lines.push(`${name}${required.includes(name) ? '' : '?'}: ${typeOf(member, root, depth)},${defaultOf(member)}`);
  }
  return lines.join('\n');
}

function defaultOf({ default: value }: Loose): string {
  return value === undefined || value === null ? '' : ` // default: ${JSON.stringify(value)}`;
}

function typeOf(schema: Loose, root: Loose, depth: number): string {
  if (depth > deepest) return 'any';
  const choices = [...listOf(schema.anyOf), ...listOf(schema.oneOf)];
  if (choices.length > 0) return choices.map((one) => typeOf(resolved(recordOf(one), root), root, depth)).join(' | ');
  if (schema.enum !== undefined)
    return listOf(schema.enum)
      .map((one) => JSON.stringify(one))
      .join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type }, root, depth)).join(' | ');
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
    case 'number':
    case 'integer':
      return 'number';
    case 'array':
      return schema.items === undefined ? 'any[]' : `${typeOf(resolved(recordOf(schema.items), root), root, depth)}[]`;
    case 'object':
      return `{\n${membersOf(schema, root, depth + 1)}\n}`;
    default:
      return 'any';
  }
}

function resolved(schema: Loose, root: Loose): Loose {
  const path = /^#\/(\$defs|definitions)\/(.+)$/.exec(textOf(schema.$ref));
  return path ? recordOf(recordOf(root[path[1] ?? ''])[path[2] ?? '']) : schema;
}
