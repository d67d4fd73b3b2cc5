import type { Tool } from '../request.ts';
import { fieldOf, type Loose, recordOf, textOf } from './loose.ts';

/** A tool as code writes it, in whichever vendor's shape; `name` where it stands as the key of a record. */
export function readTool(value: unknown, name: string): Tool {
  const tool = recordOf(value);
  const inner = fieldOf(tool, 'function', 'toolSpec');
  const source = inner === undefined ? tool : recordOf(inner);
  const schema = schemaOf(source);
  const type = textOf(tool.type);
  if (schema === undefined && inner === undefined && isServerTool(tool, type)) return { kind: 'server', type: type || soleField(tool) };
  return {
    kind: 'function',
    name: textOf(source.name) || name,
    description: textOf(source.description),
    schema,
    isStrict: fieldOf(source, 'strict') === true,
    isDeferred: fieldOf(tool, 'defer_loading', 'deferLoading') === true,
  };
}

function schemaOf(source: Loose): unknown {
  const schema = fieldOf(
    source,
    'parameters',
    'input_schema',
    'inputSchema',
    'parametersJsonSchema',
    'parameters_json_schema',
    'args_schema',
  );
  const { json, jsonSchema } = recordOf(schema);
  return json ?? jsonSchema ?? schema;
}

/** Named by its type, or by the one field it has: `{ googleSearch: {} }`. */
function isServerTool(tool: Loose, type: string): boolean {
  return type === '' ? soleField(tool) !== '' : type !== 'function' && type !== 'custom';
}

function soleField(tool: Loose): string {
  const [first, ...others] = Object.keys(tool);
  return first !== undefined && others.length === 0 && !['name', 'description'].includes(first) ? first : '';
}
