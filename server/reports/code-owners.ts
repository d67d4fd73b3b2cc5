import ignore from 'ignore';

/** Where a repository keeps its owners, the first one counts. Source: docs.github.com, "About code owners", read 2026-11-23. */
export const codeOwnersFiles = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'] as const;

/** The owners of a file as CODEOWNERS writes them: the last line that matches decides, and one without owners takes them away. */
export function codeOwners(text: string): (file: string) => string | null {
  const rules = text.split(/\r?\n/).flatMap((line) => {
    const [pattern, ...owners] = line
      .replace(/(^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    // A section of GitLab's is a heading.
    if (pattern === undefined || pattern === '' || /^\^?\[/.test(pattern)) return [];
    return [{ matches: ignore().add(pattern), owners: owners.join(' ') }];
  });
  return (file) => {
    const rule = rules.findLast(({ matches }) => matches.ignores(file));
    return rule === undefined || rule.owners === '' ? null : rule.owners;
  };
}
