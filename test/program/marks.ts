/** `# => bounded 5` behind a line: what a test expects of what stands there, by its 1-based line. */
export function marksOf(text: string): Map<number, string> {
  return new Map(
    text.split('\n').flatMap((line, at): [number, string][] => {
      const mark = /(?:#|\/\/) => (.+)$/.exec(line)?.[1];
      return mark ? [[at + 1, mark.trim()]] : [];
    }),
  );
}
