/** Every type that a check asks about is read of accounts, or it is said where else it stands and why. */
import { describe, expect, it } from 'vitest';
import { registry } from '../../src/checks/registry.js';
import { collectors } from '../../src/sources/aws/collectors/index.js';
import { elsewhere, never } from '../../src/sources/aws/elsewhere.js';

/** Of other sources than accounts. */
const OTHERS = /^Demarc::(?:Terraform|Container|Repository|Software|Vulnerability)::/;
const asked = new Set<string>(registry.flatMap(({ on }) => on).filter((type) => /^(?:AWS|Demarc)::/.test(type) && !OTHERS.test(type)));
const read = new Set(collectors.flatMap(({ type, makes = [] }) => [type, ...makes.map((one) => one.type)]));

describe('types that checks ask about', () => {
  it('are read of accounts, or stand elsewhere', () => {
    expect([...asked].filter((type) => !read.has(type) && !elsewhere.has(type) && !never.has(type))).toEqual([]);
  });

  it('are not said to stand elsewhere while they are read, nor when nobody asks', () => {
    expect([...elsewhere.keys(), ...never.keys()].filter((type) => read.has(type))).toEqual([]);
    expect([...elsewhere.keys(), ...never.keys()].filter((type) => !asked.has(type) && !type.startsWith('Demarc::WAF'))).toEqual([]);
  });

  it('name a type that is read where they say so', () => {
    const named = [...elsewhere].flatMap(([type, why]) => [...why.matchAll(/`([A-Za-z0-9]+::[A-Za-z0-9]+::[A-Za-z0-9]+)`/g)].map(([, one = '']) => [type, one] as const));
    expect(named.filter(([, one]) => !read.has(one))).toEqual([]);
    expect(named.length).toBeGreaterThan(5);
  });
});
