import type { Language } from '../module/module.ts';
import type { Lowering } from './lowering.ts';
import { python } from './python/python.ts';
import { typescript } from './typescript/typescript.ts';

/** The languages that are parsed; prompts and requests are read by their own readers. */
export const lowerings: Readonly<Partial<Record<Language, Lowering>>> = { python, typescript, tsx: typescript, javascript: typescript };
