import type { Connection } from 'vscode-languageserver';
import type { Host } from '../host/host.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Documents } from './documents.ts';
import type { Guard } from './guard.ts';
import type { Layouts } from './layouts.ts';
import type { Projects } from './projects.ts';
import type { SettingsSource } from './settings.ts';

/** What every feature is given. */
export interface ServerContext {
  readonly connection: Connection;
  readonly host: Host;
  readonly version: string;
  readonly guard: Guard;
  readonly projects: Projects;
  readonly documents: Documents;
  readonly layouts: Layouts;
  readonly settings: SettingsSource;
  /** Known from `initialize` on. */
  features(): ClientFeatures;
}
