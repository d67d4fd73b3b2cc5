import type { Prompt } from '../../module/prompt-file.ts';
import type { FormatRow } from './formats.ts';
import { textOf, valueAt, type YamlValue } from './yaml-tree.ts';

/** The model and the output cap, from the first of a format's places that names one. */
export function readParameters(
  fields: YamlValue | null,
  row: Pick<FormatRow, 'model' | 'maxOutputTokens'>,
): Pick<Prompt, 'model' | 'maxOutputTokens'> {
  return {
    model: row.model.map((path) => readModel(valueAt(fields, path))).find((model) => model !== null) ?? null,
    maxOutputTokens: row.maxOutputTokens.map((path) => readCap(valueAt(fields, path))).find((cap) => cap !== null) ?? null,
  };
}

/** A model that comes from a variable is not known, and `inherit` names none. */
function readModel(value: YamlValue | null): Prompt['model'] {
  const id = textOf(value)?.trim() ?? '';
  return value === null || id === '' || id === 'inherit' || /[${}]/.test(id) ? null : { id, span: value.span };
}

function readCap(value: YamlValue | null): Prompt['maxOutputTokens'] {
  const cap = value?.kind === 'scalar' ? value.value : null;
  return value && typeof cap === 'number' && Number.isSafeInteger(cap) && cap > 0 ? { value: cap, span: value.span } : null;
}
