/** What the user can put right: said in one line, exit 2. */
export class UsageError extends Error {}
