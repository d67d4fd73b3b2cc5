import type { AnyCheck, AnyRule, Check, Finding, Report, RuleContext, Severity, SubjectKind, Subjects } from './rule.ts';

export type RuleSubjects = { readonly [Kind in SubjectKind]?: readonly Subjects[Kind][] };

export interface CheckResult {
  readonly findings: readonly Finding[];
  /** Rules that failed on a subject: to be logged by name; everything else stands. */
  readonly crashes: readonly Crash[];
}

export interface Crash {
  readonly rule: string;
  readonly subject: string;
  readonly error: unknown;
}

/** What the rules said before, kept by subject. An answer holds as long as every question that it asked has the same answer. */
export interface RuleMemory {
  readonly recall: (check: object, subject: object) => Remembered | undefined;
  readonly remember: (check: object, subject: object, answer: Remembered) => void;
}

interface Remembered {
  readonly reports: readonly Report[];
  readonly questions: readonly Question[];
  readonly day: number;
  readonly prices: RuleContext['prices'];
}

/** A question to the context, and what answered it. */
interface Question {
  readonly ask: (context: RuleContext) => unknown;
  readonly answer: unknown;
}

export function createRuleMemory(): RuleMemory {
  const byCheck = new WeakMap<object, WeakMap<object, Remembered>>();
  return {
    recall: (check, subject) => byCheck.get(check)?.get(subject),
    remember: (check, subject, answer) => {
      const bySubject = byCheck.get(check) ?? new WeakMap<object, Remembered>();
      byCheck.set(check, bySubject.set(subject, answer));
    },
  };
}

/** Runs every rule over its subjects, in the order of the rules and then of the subjects. */
export function checkRules(rules: readonly AnyRule[], subjects: RuleSubjects, context: RuleContext, memory: RuleMemory): CheckResult {
  const findings: Finding[] = [];
  const crashes: Crash[] = [];
  for (const rule of rules) {
    for (const task of [rule, ...(rule.also ?? [])].flatMap((check) => tasksOf(check, subjects))) {
      if (task.inTest) continue;
      try {
        findings.push(
          ...reportsOf(task, context, memory).map((report, index) => findingOf(rule, report, `${task.id}~${index + 1}`, context)),
        );
      } catch (error) {
        crashes.push({ rule: rule.name, subject: task.id, error });
      }
    }
  }
  return { findings: joinSamePlace(findings), crashes };
}

/** A wrapper's own call and the calls that go through it may meet in one place: said once, with everything related. */
function joinSamePlace(findings: readonly Finding[]): readonly Finding[] {
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const { file, unit, span } = finding.at;
    const key = `${finding.code} ${file}#${unit}@${span.start}`;
    const first = byPlace.get(key);
    byPlace.set(
      key,
      first === undefined ? finding : { ...first, severity: moreSevere(first, finding), related: joinRelated(first, finding) },
    );
  }
  return [...byPlace.values()];
}

const bySeverity: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

const moreSevere = (a: Finding, b: Finding): Severity => bySeverity.find((one) => one === a.severity || one === b.severity) ?? a.severity;

function joinRelated(first: Finding, second: Finding): Finding['related'] {
  const isKnown = (one: Finding['related'][number]): boolean =>
    first.related.some(({ at }) => at.file === one.at.file && at.unit === one.at.unit && at.span.start === one.at.span.start);
  return [...first.related, ...second.related.filter((one) => !isKnown(one))];
}

function reportsOf(task: Task, context: RuleContext, memory: RuleMemory): readonly Report[] {
  const day = Math.floor(context.now / millisecondsOfDay);
  const known = memory.recall(task.by, task.subject);
  const holds =
    known?.day === day && known.prices === context.prices && known.questions.every((question) => isSameAnswer(question, context));
  if (known !== undefined && holds) return known.reports;
  const { listening, questions } = listen(context);
  const reports = [...task.check(listening)];
  memory.remember(task.by, task.subject, { reports, questions, day, prices: context.prices });
  return reports;
}

/** The same context, taking down what is asked. A count needs no note once it is there: text and model give the same again. */
function listen(context: RuleContext): { readonly listening: RuleContext; readonly questions: readonly Question[] } {
  const questions: Question[] = [];
  const note = <Answer>(ask: (context: RuleContext) => Answer): Answer => {
    const answer = ask(context);
    questions.push({ ask, answer });
    return answer;
  };
  const noteMissing = <Answer>(ask: (context: RuleContext) => Answer | null): Answer | null => {
    const answer = ask(context);
    if (answer === null) questions.push({ ask, answer });
    return answer;
  };
  const listening: RuleContext = {
    ...context,
    textTokens: (text, model) => noteMissing((asked) => asked.textTokens(text, model)),
    asModel: (item, model) => noteMissing((asked) => asked.asModel(item, model)),
    item: (call) => note((asked) => asked.item(call)),
    loop: (id) => note((asked) => asked.loop(id)),
    runOf: (call) => note((asked) => asked.runOf(call)),
    entryPoints: (call) => note((asked) => asked.entryPoints(call)),
    runCost: (entryPoint) => note((asked) => asked.runCost(entryPoint)),
    budgets: (id) => note((asked) => asked.budgets(id)),
    option: (option) => note((asked) => asked.option(option)),
  };
  return { listening, questions };
}

function isSameAnswer({ ask, answer }: Question, context: RuleContext): boolean {
  const now = ask(context);
  if (!Array.isArray(now) || !Array.isArray(answer)) return now === answer;
  return now.length === answer.length && now.every((one, index) => one === answer[index]);
}

function findingOf(rule: AnyRule, report: Report, subject: string, context: RuleContext): Finding {
  return {
    ...report,
    fixes: report.fixes.filter(context.applies),
    id: `${rule.code}:${subject}`,
    key: `${rule.code}:${report.call ?? subject.replace(/@\d+/, '')}`,
    code: rule.code,
    rule: rule.name,
    severity: report.severity ?? rule.severity,
    message: [report.what, report.costs, report.instead].filter((part) => part !== null).join(' '),
  };
}

/** One check to run on one subject. */
interface Task {
  readonly by: object;
  readonly subject: object;
  readonly id: string;
  readonly inTest: boolean;
  readonly check: (context: RuleContext) => Iterable<Report>;
}

function tasksOf(by: AnyCheck, subjects: RuleSubjects): readonly Task[] {
  switch (by.on) {
    case 'call':
      return (subjects.call ?? []).map((one) => taskOf(by, one, one.call.id, one.call.inTest));
    case 'loop':
      return (subjects.loop ?? []).map((one) => taskOf(by, one, one.id, one.inTest));
    case 'prompt':
      return (subjects.prompt ?? []).map((one) => taskOf(by, one, one.id, false));
    case 'entry-point':
      return (subjects['entry-point'] ?? []).map((one) => taskOf(by, one, one.id, false));
    case 'usage-sum':
      return (subjects['usage-sum'] ?? []).map((one) => taskOf(by, one, one.sum.id, one.sum.inTest));
    case 'suppression':
      return (subjects.suppression ?? []).map((one) => taskOf(by, one, one.id, false));
    case 'config':
      return (subjects.config ?? []).map((one) => taskOf(by, one, one.id, false));
    case 'budget':
      return (subjects.budget ?? []).map((one) => taskOf(by, one, one.id, false));
    default:
      return by satisfies never;
  }
}

function taskOf<Kind extends SubjectKind>(by: Check<Kind>, subject: Subjects[Kind], id: string, inTest: boolean): Task {
  return { by, subject, id, inTest, check: (context) => by.check(subject, context) };
}

const millisecondsOfDay = 86_400_000;
