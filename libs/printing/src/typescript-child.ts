import { spawn, type ChildProcess } from 'node:child_process';

/** `./x.js` is `./x.ts` when node itself reads our TypeScript. */
const hooks = `import { registerHooks } from 'node:module';
registerHooks({ resolve: (name, from, next) =>
  next(name.startsWith('.') && from.parentURL?.endsWith('.ts') ? name.replace(/\\.js$/, '.ts') : name, from) });`;

/** For specs: runs a program in a node of its own, in which `room` is this room's front door. It can be killed. */
export function typescriptChild(program: string): ChildProcess {
  const door = JSON.stringify(new URL('./', import.meta.url).href);
  const flags = ['--no-warnings', '--experimental-transform-types', '--conditions=source', '--input-type=module'];
  const imports = ['--import', `data:text/javascript,${encodeURIComponent(hooks)}`];
  const code = `const room = (file) => import(${door} + file);\n${program}`;
  return spawn(process.execPath, [...flags, ...imports, '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
}
