import { ValidationPipe } from '@nestjs/common';
import { Problem } from '#contract';
import { faultsOf } from './faults.js';

/** Checks every body, query and parameter that has a class: fields it does not name are refused, never dropped. */
export function validation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: true, value: true },
    exceptionFactory: (errors) => new Problem('request.invalid', { faults: faultsOf(errors) }),
  });
}
