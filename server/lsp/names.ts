/** A folder of the editor as files are named in it: paths below it, with `/`, decoded. */
export interface Naming {
  /** Leads from the root that names count from to the folder; ends in `/` or is empty. */
  readonly prefix: string;
  /** Null for what is not below the folder. */
  fileOf(uri: string): string | null;
  uriOf(file: string): string;
}

export function namingBelow(folder: string, prefix = ''): Naming {
  const base = folder.replace(/\/+$/, '');
  const start = `${normal(base)}/`;
  return {
    prefix,
    fileOf(uri) {
      const plain = normal(uri);
      return plain.startsWith(start) && plain.length > start.length ? prefix + plain.slice(start.length) : null;
    },
    uriOf: (file) => `${base}/${file.slice(prefix.length).split('/').map(encodeURIComponent).join('/')}`,
  };
}

/** For documents outside of every folder: named by their whole path, which keeps what a folder's name says about a prompt. */
export function looseNaming(): Naming {
  const uris = new Map<string, string>();
  return {
    prefix: '',
    fileOf(uri) {
      const file = normal(uri).replace(/^[\w+.-]+:\/*/, '');
      uris.set(file, uri);
      return file;
    },
    uriOf: (file) => uris.get(file) ?? `file:///${file}`,
  };
}

/** Editors differ in what they encode and in the case of a drive's letter. */
function normal(uri: string): string {
  const plain = decoded(uri.replace(/[?#].*$/, ''));
  return plain.replace(/^(file:\/\/\/)([A-Za-z]):/, (_, scheme: string, drive: string) => `${scheme}${drive.toLowerCase()}:`);
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
