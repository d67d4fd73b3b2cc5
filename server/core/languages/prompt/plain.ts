/**
 * Whether a file that no format claims is a prompt: Markdown, text or a template, told by where it lies and by what it
 * says. Precision first: a page about prompts, a README in a folder of prompts and a template of a configuration file
 * are none.
 */
export function isPlainPrompt(path: string, text: string): boolean {
  const name = nameOf(path);
  if (!name || !isReadable(name) || text.trim() === '' || hasPageSigns(text)) return false;
  const isTemplate = TEMPLATE_EXTENSION.test(name.extension);
  const place = placeOf(path, name.base);
  const words = EVIDENCE.filter((pattern) => pattern.test(text.slice(0, LOOKED_AT))).length;
  if (DOCUMENTATION_FOLDER.test(path)) return place === 'strong' && STARTS_AS_PERSONA.test(text) && words >= 2;
  if (place === 'strong') return true;
  if (place === 'weak') return words >= 1;
  return isTemplate && STARTS_AS_PERSONA.test(text) && words >= 2;
}

/** The part of that question that the path answers. */
export function mayBePlainPrompt(path: string): boolean {
  const name = nameOf(path);
  if (!name || !isReadable(name)) return false;
  return TEMPLATE_EXTENSION.test(name.extension) || placeOf(path, name.base) !== 'none';
}

/** Who speaks in it, as far as its name and first words say. */
export function plainRole(path: string, text: string): 'system' | 'user' {
  const base = nameOf(path)?.base ?? '';
  if (/(?:^|[_\-. ])(?:user|human)(?:$|[_\-. ])/i.test(base)) return 'user';
  return /system|instruction/i.test(base) || PERSONA.test(text.slice(0, LOOKED_AT)) ? 'system' : 'user';
}

const TEXT_EXTENSION = /^(?:md|markdown|txt|prompt|text)$/i;
const TEMPLATE_EXTENSION = /^(?:j2|jinja|jinja2|hbs|handlebars|mustache)$/i;
const LOOKED_AT = 6000;

interface FileName {
  readonly base: string;
  readonly inner: string;
  readonly extension: string;
}

/** `nginx.conf.j2` is a template of something else. */
const isReadable = ({ base, inner }: FileName): boolean => !NEVER_NAMED.test(base) && (inner === '' || TEXT_EXTENSION.test(inner));

/** `system.md.j2` → base `system`, inner `md`, extension `j2`. */
function nameOf(path: string): FileName | null {
  const [, stem = '', extension = ''] = /([^/]+)\.(\w+)$/.exec(path) ?? [];
  if (TEXT_EXTENSION.test(extension)) return { base: stem, inner: '', extension };
  if (!TEMPLATE_EXTENSION.test(extension)) return null;
  const [, base = stem, inner = ''] = /^(.+)\.(\w+)$/.exec(stem) ?? [];
  return inner === '' || !/^(?:system|user|assistant)$/i.test(inner) ? { base, inner, extension } : { base: stem, inner: '', extension };
}

/** A folder of prompts, or a file that is called one, is strong; a word among others is weak. */
function placeOf(path: string, base: string): 'strong' | 'weak' | 'none' {
  const folders = path.split('/').slice(0, -1);
  if (folders.some((folder) => PROMPT_FOLDER.test(folder)) || PROMPT_NAME.test(base)) return 'strong';
  return WEAK_WORD.test(base) || folders.some((folder) => WEAK_FOLDER.test(folder)) ? 'weak' : 'none';
}

const PROMPT_FOLDER = /^(?:[a-z]+[_-])?prompts?(?:[_-]templates?)?$|^system[_-]?(?:messages?|instructions?)$/i;
const PROMPT_NAME =
  /^(?:(?:[\w-]+[_.-])?(?:system|user|developer|assistant)?[_-]?prompt(?:[_-]template)?|system[_-]?(?:message|instructions?))(?:[_.-]?v?\d+)?$/i;
const WEAK_WORD = /(?:^|[_\-. ])(?:prompts?|system|instructions?)(?:$|[_\-. ])/i;
const WEAK_FOLDER = /(?:^|[_-])(?:prompts?|instructions?)(?:$|[_-])/i;
const DOCUMENTATION_FOLDER =
  /(?:^|\/)(?:docs?|documentation|website|site|blog|_?posts|articles?|content|pages|wiki|guides?|tutorials?|course|book|lessons?|node_modules|vendor)\//i;
const NEVER_NAMED =
  /^(?:readme|changelog|changes|history|contributing|license|licence|notice|security|code[_-]of[_-]conduct|authors|todo|roadmap|index|requirements|robots|install(?:ation)?|release[_-]?notes|llms(?:-full)?|cmakelists)(?:[_.-].*)?$/i;

const PERSONA =
  /(?:^|[\n>"*#.:!] ?)[ \t]*(?:You are|You're|You will (?:be|act)|Act as|Imagine you are|I want you to|As an? (?:AI|expert|assistant|experienced|senior|helpful))\b/i;

/** A page about prompts quotes such a sentence; a prompt begins with it. */
const STARTS_AS_PERSONA =
  /^(?:---\r?\n[\s\S]{0,2000}?\n---[ \t]*\r?\n)?\s*(?:#[^\n]*\n\s*)?(?:You are|You're|You will (?:be|act)|Act as|Imagine you are|I want you to|As an? )\b/i;

/** Words with which people speak to a model, and marks of a text that a program completes. */
const EVIDENCE: readonly RegExp[] = [
  PERSONA,
  /\b(?:Your (?:task|job|role|goal|objective|output|response|answer|mission)|You (?:must|should|will|can|have access)|you(?:'ll| will) be given)\b/,
  /\b(?:Respond|Reply|Answer|Return|Output) (?:only|with|in|using|the|a|strictly|ONLY|exactly)\b|\b(?:Do not|Don't|Never) (?:include|add|output|explain|mention|use|respond|make up|invent)\b/,
  /^(?:Given|Based on|Using|Considering) (?:the|a|an|this|these)\b/m,
  /^(?:Summari[sz]e|Classify|Extract|Translate|Rewrite|Generate|Write|Analy[sz]e|Evaluate|Answer|Review|Identify|Determine) (?:the|a|an|this|these|all|each|in|following)\b/m,
  /\{\{[~-]?\s*[#$>]?[A-Za-z_][^{}\n]{0,100}\}\}|\{%-?\s*\w+|(?<![{$\w])\{[a-z_][a-z0-9_.]*\}(?!\})|\$\{[A-Za-z_]\w*\}/,
  /^[ \t]*(?:#+[ \t]*)?(?:system|user|assistant|human)[ \t]*:[ \t]*$/im,
  /^<(?:instructions?|task|role|context|examples?|rules|output_format|guidelines|system|document|question|input)>[ \t]*$/im,
];

/** What only a page for readers has: the front matter of a site generator, badges, how to install, a release list. */
function hasPageSigns(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  const matter = /^---[ \t]*\r?\n([\s\S]*?)^---/m.exec(start);
  if (matter?.index === 0 && SITE_FIELDS.filter((field) => field.test(matter[1] ?? '')).length >= 1) return true;
  return PAGE_SIGNS.some((sign) => sign.test(start));
}

const SITE_FIELDS: readonly RegExp[] = [
  /^(?:date|layout|slug|permalink|sidebar_(?:position|label)|authors?|published|draft|categories|pubDate|publishDate|lastUpdated|hero|og_image|cover|nav_order|parent|toc)\s*:/m,
];
const PAGE_SIGNS: readonly RegExp[] = [
  /\[!\[[^\]]*\]\(https?:/,
  /^#+[ \t]*(?:Installation|Install|Getting Started|Table of Contents|Contributing|License|Quick ?start|Changelog|Unreleased|FAQ)[ \t]*$/im,
  /^#+[ \t]*\[?v?\d+\.\d+\.\d+/m,
  /^[ \t]*(?:\$ )?(?:npm install|npm i|pip install|yarn add|brew install|cargo install|docker run|git clone)\b/m,
];
