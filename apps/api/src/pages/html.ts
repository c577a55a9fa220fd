/** Pages are written with the same markup as reports: one place escapes what people wrote. */
export { html, Html } from '#reports';
