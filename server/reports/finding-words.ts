import type { ReportedFinding, Where } from './report.ts';

/** Findings that somebody has seen and left for later are not told again. */
export const isNew = ({ finding }: ReportedFinding): boolean => finding.isKnown !== true;

/** Lines of a notebook's cells are not those of its file, so that the text has to say where. */
export const messageAt = ({ finding, where }: ReportedFinding): string =>
  where.cell === null ? finding.message : `Cell ${where.cell}, line ${where.line}: ${finding.message}`;

/** A path as a reference in a document: relative, with everything encoded that a URI does not take. */
export const uriOf = ({ file }: Pick<Where, 'file'>): string => file.split('/').map(encodeURIComponent).join('/');
