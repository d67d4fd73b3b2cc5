import type { ReadData } from './script-layout.ts';

/** A lock file or manifest, and what it says of a package: an exact version, a range, or nothing. */
export interface VersionSource {
  readonly file: string;
  readonly says: (read: ReadVersions, path: string, name: string) => Said | null;
}
export interface Said {
  readonly version: string;
  readonly isExact: boolean;
}
export interface ReadVersions {
  readonly data: ReadData;
  readonly text: (file: string) => string | null;
  readonly exists: (file: string) => boolean;
}
