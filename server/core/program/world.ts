import type { Language, Place, Unit } from '../module/module.ts';
import type { DeclaredSdk } from '../sdks/declared.ts';
import type { PackageVersion } from './call-site.ts';
import type { Summary } from './summary.ts';
import type { ClassValue, FunctionValue, InstanceValue, Value } from './value.ts';

/** What reading one file may ask about the rest of the program. Every question is remembered by the answer it serves. */
export interface World {
  readonly language: (file: string) => Language;
  readonly unit: (file: string, id: string) => Unit | null;
  /** A name at the top level of a file, imports included; null where the file does not bind it. */
  readonly binding: (file: string, name: string) => Value | null;
  /** The same without running the file's top-level statements: functions, classes, imports and plain constants. */
  readonly definition: (file: string, name: string) => Value | null;
  readonly imported: (file: string, source: string, name: string | null, place: Place) => Value;
  /** A member of a class's object; null where the class has none. */
  readonly attribute: (of: ClassValue, name: string) => Value | null;
  readonly instanceMember: (instance: InstanceValue, name: string, place: Place) => Value | null;
  readonly summary: (of: FunctionValue) => Summary;
  /** Whether a unit may lead to a model, told by names alone: a cheap question before its summary. */
  readonly leadsToModel: (file: string, unit: string) => boolean;
  /** Whether the workspace has a file of this path. */
  readonly exists: (file: string) => boolean;
  /** The version of an SDK's package that the workspace asks for, seen from a file; a row may name another package. */
  readonly version: (file: string, sdk: string, name: string | null) => PackageVersion | null;
  /** What a file's options of the command line fall back to, by the name that code reads them under. */
  readonly options: (file: string) => ReadonlyMap<string, Value>;
  /** Names of a class's fields in the order in which a constructor made for them takes them; those of its bases first. */
  readonly fields: (of: ClassValue) => readonly string[];
  /** What classes of the workspace make of a method that this one leaves open. */
  readonly implemented: (of: ClassValue, name: string) => Value | null;
  /** What a file keeps in a framework's store under a name; null where it keeps nothing there. */
  readonly kept: (file: string, key: string) => Value | null;
  /** Classes of the workspace that name this one as a base, theirs included. */
  readonly subclasses: (of: ClassValue) => readonly ClassValue[];
  /** Things of the workspace that are said to be of a type, without a class of their own. */
  readonly things: (of: ClassValue) => readonly Value[];
  /** Wrappers and clients that the user declared. */
  readonly declared: () => readonly DeclaredSdk[];
  /** The model that the program sets for all calls of an SDK that name none. */
  readonly globalModel: (file: string, sdk: string) => Value | null;
  /** A text file of the workspace by its path; null where nobody has brought it yet, or nobody can. */
  readonly text: (file: string) => string | null;
}

export const functionKey = (of: {
  readonly file: string;
  readonly unit: string;
  readonly node: { readonly span: { readonly start: number } };
}): string => `${of.file}#${of.unit}@${of.node.span.start}`;
