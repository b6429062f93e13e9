/** Which files describe containers, by their names. */

/** `Dockerfile`, `Dockerfile.prod`, `api.Dockerfile`, `Containerfile`. */
const BUILD_FILE = /^(?:(?:docker|container)file(?:[.-].+)?|.+\.(?:docker|container)file)$/i;
/** What is named after a Dockerfile and is none: its list of ignored files, a text about it, a program that writes it, a template of it. */
const OTHERS = /\.(?:dockerignore|containerignore|md|rst|adoc|txt|html?|json|ya?ml|toml|xml|sh|bash|ps1|py|rb|js|ts|go|rs|java|swp|bak|orig|lock|j2|jinja2?|tmpl|tpl|template|erb|ejs|mustache|hbs|m4|in)$|~$/i;
const COMPOSE = /^(?:docker-|podman-)?compose(?:[._-][^/]*)?\.ya?ml$/i;

/** What a file of this name is; undefined: nothing of containers. */
export function containerKind(name: string): 'dockerfile' | 'compose' | undefined {
  if (COMPOSE.test(name)) return 'compose';
  return BUILD_FILE.test(name) && !OTHERS.test(name) ? 'dockerfile' : undefined;
}
