/** Untrusted text, made harmless for where it is printed. */

/** For a terminal: control characters are shown, not obeyed. Line breaks become spaces. */
export const forTerminal = (text: string): string =>
  text.replace(/[\r\n\t]+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);

/** For a terminal, keeping the layout of source code. */
export const forFrame = (text: string): string => forTerminal(text.replace(/\t/g, '    '));

/** For XML, also dropping what XML 1.0 cannot hold, and what turns the direction of text. */
export const forXml = (text: string): string =>
  text
    .replace(/[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
    .replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[c] ?? c);

/** For Markdown that a forge renders: no HTML, no links, no table breaks, no mentions. */
export const forMarkdown = (text: string): string =>
  forTerminal(text)
    .replace(/[\\`*_{}[\]()#+!|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@/g, '@\u200b')
    .replace(/:\/\//g, ':&#47;&#47;')
    .replace(/\bwww\./gi, 'www&#46;');

/** Inside Markdown code: a fence that the text cannot close. */
export function codeSpan(text: string): string {
  const clean = forTerminal(text).replace(/\|/g, '\\|');
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${longest > 0 ? ' ' : ''}${clean}${longest > 0 ? ' ' : ''}${fence}`;
}

/** A sentence with names in backticks, which stay code. */
export const prose = (text: string): string =>
  text
    .split(/`([^`]+)`/)
    .map((part, i) => (i % 2 === 1 ? codeSpan(part) : forMarkdown(part)))
    .join('');
