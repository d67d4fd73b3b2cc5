import { type Loose, listOf, recordOf } from './bodies/loose.ts';

/** A JSON Schema apart from its descriptions, which are prose, with those. */
export function withoutDescriptions(schema: unknown): { readonly schema: unknown; readonly descriptions: readonly string[] } {
  const descriptions: string[] = [];
  const strip = (value: unknown, isPropertyList: boolean): unknown => {
    if (Array.isArray(value)) return value.map((one) => strip(one, false));
    if (typeof value !== 'object' || value === null) return value;
    const kept: [string, unknown][] = [];
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'description' && typeof inner === 'string' && !isPropertyList) descriptions.push(inner);
      else kept.push([name, strip(inner, propertyLists.has(name) && !isPropertyList)]);
    }
    return Object.fromEntries(kept);
  };
  return { schema: strip(schema, false), descriptions };
}

/** Below these, keys are names that the user chose. */
const propertyLists: ReadonlySet<string> = new Set(['properties', '$defs', 'definitions']);

export interface SchemaShape {
  readonly properties: readonly string[];
  /** Names again, where they are required. */
  readonly required: readonly string[];
  /** The values of enumerations. */
  readonly choices: readonly string[];
  readonly propertyDescriptions: readonly string[];
  /** Lists and records inside, apart from shared definitions. */
  readonly nested: number;
}

/** The parameters a schema names, at any depth. */
export function shapeOfSchema(schema: unknown): SchemaShape {
  const properties: string[] = [];
  const required: string[] = [];
  const choices: string[] = [];
  let nested = 0;
  const visit = (value: unknown, depth: number, isShared = false): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, depth + 1, isShared);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const record: Loose = recordOf(value);
    if (depth > 0 && !isShared && (record.properties !== undefined || record.items !== undefined)) nested++;
    properties.push(...Object.keys(recordOf(record.properties)));
    required.push(...listOf(record.required).map(String));
    choices.push(...listOf(record.enum).map(String));
    for (const one of Object.values(recordOf(record.properties))) visit(one, depth + 1, isShared);
    for (const list of ['$defs', 'definitions']) for (const one of Object.values(recordOf(record[list]))) visit(one, depth + 1, true);
    for (const name of ['items', 'anyOf', 'oneOf', 'allOf', 'additionalProperties']) visit(record[name], depth + 1, isShared);
  };
  visit(schema, 0);
  return { properties, required, choices, propertyDescriptions: withoutDescriptions(schema).descriptions, nested };
}
