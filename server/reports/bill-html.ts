import type { BillDocument } from './bill-document.ts';

/** What the page is made of beside the bill itself, as it ships. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
  /** Lets this script and this style in, and nothing else. */
  readonly nonce: string;
}

/** The bill as one file that needs nothing from anywhere, and lets nothing in. */
export function renderBillPage(bill: BillDocument, { script, style, nonce }: PageAssets): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src-elem 'nonce-${nonce}'`,
    // The charts place their texts by attributes.
    "style-src-attr 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${bill.head.tool.replace(/[^\w .-]/g, '')}">
<title>Bill</title>
<style nonce="${nonce}">${style.replaceAll('</', '<\\/')}</style>
</head>
<body>
<noscript>This page needs its own script to show the bill.</noscript>
<script type="application/json" id="data">${asData(bill)}</script>
<script nonce="${nonce}">${script.replaceAll('</script', '<\\/script')}</script>
</body>
</html>
`;
}

/** Inside of a script element only `<` could end it. */
const asData = (bill: BillDocument): string => JSON.stringify(bill).replaceAll('<', '\\u003c');
