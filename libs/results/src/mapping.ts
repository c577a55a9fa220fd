import { readFile } from 'node:fs/promises';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { Problem, type Fault } from '#contract';

/**
 * Reads and checks a mapping file.
 * @throws Problem `import.mappingMissing` when there is none, `import.mappingInvalid` with every fault by its path
 */
export async function readMapping<T extends object>(shape: new () => T, file: string): Promise<T> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Problem('import.mappingMissing', { params: { file } }, { cause });
  });
  const plain = parse(text, file);
  const mapping = plainToInstance(shape, plain);
  const errors = validateSync(mapping, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  if (errors.length > 0)
    throw new Problem('import.mappingInvalid', {
      params: { file },
      faults: errors.flatMap((error) => faultsOf(error)),
    });
  return mapping;
}

function parse(text: string, file: string): unknown {
  try {
    const plain: unknown = JSON.parse(text.replace(/^\uFEFF/, ''), withoutNull);
    if (typeof plain === 'object' && plain !== null && !Array.isArray(plain)) return plain;
  } catch {
    // said below
  }
  const faults: Fault[] = [{ where: '', reason: 'invalid', params: { expected: 'a JSON object' } }];
  throw new Problem('import.mappingInvalid', { params: { file }, faults });
}

/** A field that is null is as good as left out. */
function withoutNull(this: unknown, _key: string, value: unknown): unknown {
  return value === null && !Array.isArray(this) ? undefined : value;
}

function faultsOf(error: ValidationError, path = ''): Fault[] {
  const where = path ? `${path}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]): Fault => {
    if (rule === 'whitelistValidation') return { where, reason: 'unknown' };
    if (error.value === undefined) return { where, reason: 'missing' };
    return {
      where,
      value: String(JSON.stringify(error.value)).slice(0, 200),
      reason: 'invalid',
      params: { expected: message },
    };
  });
  return [...own.slice(0, 1), ...(error.children ?? []).flatMap((child) => faultsOf(child, where))];
}

/** Where a mapping lies unless said: beside the file, results.csv → results.mapping.json. */
export function mappingBeside(file: string): string {
  return `${file.replace(/\.[^./\\]*$/, '')}.mapping.json`;
}
