import { b } from '../baml_client';
import type { Resume } from '../baml_client/types';

export async function asks(text: string): Promise<Resume> {
  await b.withOptions({ client: 'fast' }).ExtractResume(text);
  // ^ call ExtractResume
  return b.ExtractResume(text);
  // ^ call ExtractResume
}

// Nothing below asks a model.
export const decoys = (text: string) => b.parse.ExtractResume(text);
