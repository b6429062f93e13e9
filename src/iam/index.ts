export * from './expand.js';
export * from './match.js';
export * from './parse.js';
export * from './policy.js';
export * from './questions.js';
