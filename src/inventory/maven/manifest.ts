/**
 * Libraries whose builds write no `pom.properties` (Gradle's, Ant's, Bazel's): their manifest says title and version, and the file is named by both.
 * What it does not say is the group, unless in `Implementation-Vendor-Id`; of widely used ones it is known. https://docs.oracle.com/en/java/javase/21/docs/specs/jar/jar.html#per-entry-attributes
 */
import type { Found } from '../found.js';
import { mavenPackage } from './coordinates.js';

/** Artifacts by the beginning of their names, the longer before the shorter; the version decides where a library has moved. */
const GROUPS: readonly (readonly [artifact: RegExp, group: string | ((version: string) => string)])[] = [
  [/^spring-boot(-|$)/, 'org.springframework.boot'],
  [/^spring-security-/, 'org.springframework.security'],
  [/^spring-session-/, 'org.springframework.session'],
  [/^spring-integration-/, 'org.springframework.integration'],
  [/^spring-kafka$/, 'org.springframework.kafka'],
  [/^spring-batch-/, 'org.springframework.batch'],
  [/^spring-graphql$/, 'org.springframework.graphql'],
  [/^spring-(amqp|rabbit)$/, 'org.springframework.amqp'],
  [/^spring-(aop|aspects|beans|context|context-indexer|context-support|core|expression|instrument|jcl|jdbc|jms|messaging|orm|oxm|r2dbc|test|tx|web|webflux|webmvc|webmvc-portlet|websocket)$/, 'org.springframework'],
  [/^tomcat-embed-(core|el|jasper|websocket|programmatic)$/, 'org.apache.tomcat.embed'],
  [/^tomcat-(annotations-api|api|catalina|coyote|dbcp|jasper|jdbc|juli|servlet-api|util|util-scan|websocket)$/, 'org.apache.tomcat'],
  [/^hibernate-(core|envers|c3p0|hikaricp|jcache|spatial|micrometer)$/, (version) => (/^[0-5]\./.test(version) ? 'org.hibernate' : 'org.hibernate.orm')],
  [/^(kafka-clients|kafka-streams|connect-(api|json|runtime|transforms)|kafka_2\.1[0-3])$/, 'org.apache.kafka'],
  [/^lucene-/, 'org.apache.lucene'],
  [/^solr-(core|solrj)$/, 'org.apache.solr'],
  [/^elasticsearch(-|$)/, 'org.elasticsearch'],
  [/^groovy(-|$)/, (version) => (/^[0-3]\./.test(version) ? 'org.codehaus.groovy' : 'org.apache.groovy')],
  [/^kotlin-(stdlib|reflect)/, 'org.jetbrains.kotlin'],
  [/^kotlinx-coroutines-/, 'org.jetbrains.kotlinx'],
  [/^kotlinx-serialization-/, 'org.jetbrains.kotlinx'],
  [/^ktor-/, 'io.ktor'],
  [/^grpc-/, 'io.grpc'],
  [/^micrometer-/, 'io.micrometer'],
  [/^reactor-netty(-core|-http)$/, 'io.projectreactor.netty'],
  [/^reactor-core$/, 'io.projectreactor'],
  [/^rxjava$/, (version) => `io.reactivex${version.startsWith('1.') ? '' : `.rxjava${version.split('.')[0] ?? ''}`}`],
  [/^(okhttp|logging-interceptor)$/, (version) => (/^[12]\./.test(version) ? 'com.squareup.okhttp' : 'com.squareup.okhttp3')],
  [/^okio(-jvm)?$/, 'com.squareup.okio'],
  [/^(bcprov|bcpkix|bcutil|bcpg|bctls|bcmail)-/, 'org.bouncycastle'],
  [/^(bc-fips|bcpkix-fips|bctls-fips)$/, 'org.bouncycastle'],
  [/^postgresql$/, 'org.postgresql'],
  [/^checker-qual$/, 'org.checkerframework'],
  [/^resilience4j-/, 'io.github.resilience4j'],
  [/^ehcache$/, 'org.ehcache'],
  [/^(graphql-java)$/, 'com.graphql-java'],
  [/^json-smart$/, 'net.minidev'],
  [/^json-path$/, 'com.jayway.jsonpath'],
];

const VERSION = /^\d[\w.+-]*$/;

/** `stem`: the name of the file without its extension. Undefined when manifest and name do not agree on a library, or nobody says its group. */
export function fromManifest(manifest: string, stem: string): Found | undefined {
  const fields = mainSection(manifest);
  for (const said of ['Implementation-Version', 'Bundle-Version', 'Specification-Version']) {
    const version = fields.get(said);
    if (version === undefined || !VERSION.test(version)) continue;
    const title = fields.get('Implementation-Title');
    // What a manifest says must fit to the name of its file, or be the very name of an artifact that is known.
    const artifact = stem.endsWith(`-${version}`) ? stem.slice(0, -version.length - 1) : title !== undefined && groupOf(title, version) !== undefined ? title : undefined;
    if (artifact === undefined) continue;
    const vendor = fields.get('Implementation-Vendor-Id');
    const group = vendor !== undefined && /^[a-z][\w-]*(\.[\w-]+)+$/.test(vendor) ? vendor : groupOf(artifact, version);
    const found = mavenPackage(group, artifact, version);
    if (found !== undefined) return found;
  }
  return undefined;
}

function groupOf(artifact: string, version: string): string | undefined {
  const group = GROUPS.find(([form]) => form.test(artifact))?.[1];
  return typeof group === 'function' ? group(version) : group;
}

/** Lines of at most 72 bytes, which a space at the beginning goes on with; up to the first empty one. */
function mainSection(manifest: string): ReadonlyMap<string, string> {
  const [main = ''] = manifest.replace(/\r\n?/g, '\n').split(/\n\n/, 1);
  return new Map(main.replace(/\n /g, '').split('\n').flatMap((line) => {
    const [, name, value] = /^([A-Za-z0-9_-]+): (.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value.trim()] as const];
  }));
}
