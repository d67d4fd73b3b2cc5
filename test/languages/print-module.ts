import type { Argument, Expression, RecordEntry } from '../../server/core/module/expression.ts';
import type { FunctionNode, Parameter } from '../../server/core/module/function.ts';
import type { Module, Unit } from '../../server/core/module/module.ts';
import type { ClassStatement, ImportBinding, LoopStatement, Statement, TryStatement } from '../../server/core/module/statement.ts';

/** A Module in a shape that a person can read in a test: a line a unit, what is inside of it indented below. */
export function printModule(module: Module): string {
  return module.units.map(printUnit).join('\n');
}

export function printUnit(unit: Unit): string {
  const marks = [unit.name === unit.id ? '' : ` = ${unit.name ?? 'unnamed'}`, unit.owner === null ? '' : ` of ${unit.owner}`];
  const comments = unit.comments.map((comment) => `  # ${comment.isAlone ? 'alone' : 'behind'}: ${comment.text}`);
  const broken = unit.hasErrors ? ' !' : '';
  const statement = unit.statement === null ? ['  nothing'] : indent(statementLines(unit.statement));
  return [`${unit.id}${marks.join('')}${broken}`, ...statement, ...comments].join('\n');
}

export function printStatements(statements: readonly Statement[]): string {
  return statements.flatMap(statementLines).join('\n');
}

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
const bodyLines = (body: readonly Statement[]): string[] => indent(body.flatMap(statementLines));
const clause = (head: string, body: readonly Statement[]): string[] => (body.length === 0 ? [] : [head, ...bodyLines(body)]);

function statementLines(statement: Statement): string[] {
  switch (statement.kind) {
    case 'expression':
      return [print(statement.value)];
    case 'assign': {
      const marks = `${statement.isExported ? 'export ' : ''}${statement.declares === null ? '' : `${statement.declares} `}`;
      const annotation = statement.annotation === null ? '' : `: ${print(statement.annotation)}`;
      const value = statement.value === null ? '' : ` = ${print(statement.value)}`;
      return [`${marks}${statement.targets.map(print).join(' = ')}${annotation}${value}`];
    }
    case 'augment':
      return [`${print(statement.target)} ${statement.operator}= ${print(statement.value)}`];
    case 'return':
    case 'throw':
      return [statement.value === null ? statement.kind : `${statement.kind} ${print(statement.value)}`];
    case 'break':
    case 'continue':
      return [statement.label === null ? statement.kind : `${statement.kind} ${statement.label}`];
    case 'if':
      return [`if ${print(statement.test)}`, ...bodyLines(statement.then), ...clause('else', statement.otherwise)];
    case 'switch':
      return [
        `switch ${print(statement.subject)}`,
        ...indent(statement.cases.flatMap(({ test, body }) => [test === null ? 'default' : `case ${print(test)}`, ...bodyLines(body)])),
      ];
    case 'loop':
      return loopLines(statement);
    case 'try':
      return tryLines(statement);
    case 'with': {
      const items = statement.items.map(({ value, target }) => (target === null ? print(value) : `${print(value)} as ${print(target)}`));
      return [`${statement.isAsync ? 'async ' : ''}with ${items.join(', ')}`, ...bodyLines(statement.body)];
    }
    case 'function': {
      const marks = [statement.isExported ? 'export ' : '', statement.isDefault ? 'default ' : ''];
      const role = statement.role === 'function' ? '' : `${statement.role} `;
      return functionLines(`${marks.join('')}${role}`, statement.function);
    }
    case 'class':
      return classLines(statement);
    case 'import':
      return [`import ${JSON.stringify(statement.source)} ${statement.bindings.map(printBinding).join(', ')}`.trimEnd()];
    case 'export': {
      const names = statement.names?.map(({ local, exported }) => (local === exported ? local : `${local} as ${exported}`)) ?? ['*'];
      const source = statement.source === null ? '' : ` from ${JSON.stringify(statement.source)}`;
      return [`export {${names.join(', ')}}${source}${statement.value === null ? '' : ` = ${print(statement.value)}`}`];
    }
    case 'block':
      return ['block', ...bodyLines(statement.body)];
  }
}

function loopLines(loop: LoopStatement): string[] {
  const marks = `${loop.label === null ? '' : `${loop.label}: `}${loop.isAsync ? 'async ' : ''}`;
  const each = loop.target === null || loop.iterable === null ? '' : ` ${print(loop.target)} in ${print(loop.iterable)}`;
  const test = loop.test === null ? '' : ` ${print(loop.test)}`;
  return [
    `${marks}${loop.form}${each}${test}`,
    ...clause('before', loop.before),
    ...clause('update', loop.update),
    ...bodyLines(loop.body),
    ...clause('otherwise', loop.otherwise),
  ];
}

function tryLines(statement: TryStatement): string[] {
  const handlers = statement.handlers.flatMap(({ types, name, body }) => [
    `catch${types === null ? '' : ` ${print(types)}`}${name === null ? '' : ` as ${name}`}`,
    ...bodyLines(body),
  ]);
  return [
    'try',
    ...bodyLines(statement.body),
    ...handlers,
    ...clause('otherwise', statement.otherwise),
    ...clause('finally', statement.finally),
  ];
}

function functionLines(marks: string, node: FunctionNode): string[] {
  const documentation = node.documentation === null ? [] : [`  ${JSON.stringify(node.documentation)}`];
  return [
    ...node.decorators.map((decorator) => `@${print(decorator)}`),
    `${marks}${head(node)}`,
    ...documentation,
    ...bodyLines(node.body),
  ];
}

function head(node: FunctionNode): string {
  const marks = `${node.isAsync ? 'async ' : ''}${node.isGenerator ? 'generator ' : ''}`;
  const returns = node.returns === null ? '' : `: ${print(node.returns)}`;
  return `${marks}${node.name ?? ''}(${node.parameters.map(printParameter).join(', ')})${returns}`;
}

function classLines(node: ClassStatement): string[] {
  const marks = `${node.isExported ? 'export ' : ''}${node.isDefault ? 'default ' : ''}`;
  const bases = node.bases.length === 0 ? '' : ` of ${node.bases.map(print).join(', ')}`;
  const documentation = node.documentation === null ? [] : [`  ${JSON.stringify(node.documentation)}`];
  return [
    ...node.decorators.map((decorator) => `@${print(decorator)}`),
    `${marks}class ${node.name ?? ''}${bases}`.trimEnd(),
    ...documentation,
    ...bodyLines(node.members),
  ];
}

function printParameter(parameter: Parameter): string {
  const stars = { positional: '', 'named-only': 'named ', rest: '*', 'named-rest': '**' }[parameter.kind];
  const annotation = parameter.annotation === null ? '' : `: ${print(parameter.annotation)}`;
  const value = parameter.default === null ? '' : ` = ${print(parameter.default)}`;
  return `${stars}${print(parameter.target)}${annotation}${value}`;
}

function printBinding(binding: ImportBinding): string {
  switch (binding.kind) {
    case 'named':
      return binding.imported === binding.local ? binding.local : `${binding.imported} as ${binding.local}`;
    case 'module':
      return `module ${JSON.stringify(binding.source)} as ${binding.local}`;
    case 'everything':
      return '*';
  }
}

/** An expression in one line, except for the bodies of functions and classes, which follow in braces. */
export function print(expression: Expression): string {
  switch (expression.kind) {
    case 'text':
      return JSON.stringify(expression.text);
    case 'number':
    case 'boolean':
      return String(expression.value);
    case 'null':
      return 'null';
    case 'template': {
      const parts = expression.parts.map((part) => (part.kind === 'text' ? JSON.stringify(part.text).slice(1, -1) : `\${${print(part)}}`));
      return `${expression.tag === undefined ? '' : print(expression.tag)}\`${parts.join('')}\``;
    }
    case 'name':
      return expression.name;
    case 'member':
      return `${print(expression.object)}.${expression.name}`;
    case 'index':
      return `${print(expression.object)}[${print(expression.index)}]`;
    case 'slice':
      return `${print(expression.object)}[${expression.start === null ? '' : print(expression.start)}:${expression.end === null ? '' : print(expression.end)}]`;
    case 'record':
      return `{${expression.entries.map(printEntry).join(', ')}}`;
    case 'list': {
      const [open, close] = { list: ['[', ']'], tuple: ['(', ')'], set: ['set(', ')'] }[expression.form];
      return `${open}${expression.items.map(print).join(', ')}${close}`;
    }
    case 'call':
      return `${expression.isNew ? 'new ' : ''}${print(expression.callee)}(${expression.arguments.map(printArgument).join(', ')})`;
    case 'choice': {
      const test = expression.test === null ? '' : `${print(expression.test)} `;
      return `(${test}${expression.options.map(print).join(` ${expression.operator} `)})`;
    }
    case 'operation':
      return `(${[expression.operator, ...expression.operands.map(print)].join(' ')})`;
    case 'function':
      return `${head(expression.function)} => {${printStatements(expression.function.body)}}`;
    case 'class':
      return classLines(expression.class).join(' ');
    case 'comprehension': {
      const clauses = expression.clauses.map(({ target, iterable, conditions }) =>
        [` for ${print(target)} in ${print(iterable)}`, ...conditions.map((condition) => ` if ${print(condition)}`)].join(''),
      );
      return `${expression.form}(${print(expression.element)}${clauses.join('')})`;
    }
    case 'await':
      return `await ${print(expression.value)}`;
    case 'yield':
      return `yield${expression.isDelegated ? '*' : ''}${expression.value === null ? '' : ` ${print(expression.value)}`}`;
    case 'assignment':
      return `(${print(expression.target)} ${expression.operator === '=' ? '' : expression.operator}= ${print(expression.value)})`;
    case 'spread':
      return `...${print(expression.value)}`;
    case 'unknown':
      return `<${expression.why}>`;
  }
}

function printEntry(entry: RecordEntry): string {
  switch (entry.kind) {
    case 'entry':
      return `${entry.key}: ${print(entry.value)}`;
    case 'computed':
      return `[${print(entry.key)}]: ${print(entry.value)}`;
    case 'spread':
      return `...${print(entry.value)}`;
  }
}

function printArgument(argument: Argument): string {
  const value = print(argument.value);
  switch (argument.kind) {
    case 'positional':
      return value;
    case 'named':
      return `${argument.name}=${value}`;
    case 'spread':
      return `*${value}`;
    case 'named-spread':
      return `**${value}`;
  }
}
