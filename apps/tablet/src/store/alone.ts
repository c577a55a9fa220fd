/** Does something while no other tab does anything else under this name. */
export function alone<Result>(name: string, task: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(`notes-${name}`, task);
}
