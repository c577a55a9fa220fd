import '#documents'; // zod without eval, before the first schema here

export * from './document/campaign.js';
export * from './response/sent-response.js';
export * from './code/sealed-code.js';
export * from './code/form-stamp.js';
