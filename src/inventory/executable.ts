/** As much of ELF, PE and Mach-O as finding a section, or an address, takes. https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html */

export type Executable = 'elf' | 'pe' | 'mach-o';

/** By the first bytes. */
export function executableKind(head: Uint8Array): Executable | undefined {
  if (head[0] === 0x7f && head[1] === 0x45 && head[2] === 0x4c && head[3] === 0x46) return 'elf';
  if (head[0] === 0x4d && head[1] === 0x5a) return 'pe';
  const magic = ((head[0] ?? 0) << 24) | ((head[1] ?? 0) << 16) | ((head[2] ?? 0) << 8) | (head[3] ?? 0);
  return [0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe].includes(magic >>> 0) ? 'mach-o' : undefined;
}

/** The bytes of a section by its name; undefined when there is none, or the file is damaged. */
export function sectionOf(bytes: Buffer, name: string): Buffer | undefined {
  try {
    const kind = executableKind(bytes);
    return kind === 'elf' ? elfSection(bytes, name) : kind === 'pe' ? peSection(bytes, name) : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // an offset outside the file
    throw error;
  }
}

function layoutOf(bytes: Buffer) {
  const wide = bytes[4] === 2;
  const little = bytes[5] === 1;
  const u16 = (at: number): number => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const u32 = (at: number): number => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const word = (at: number): number => (wide ? Number(little ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at)) : u32(at));
  return { wide, u16, u32, word };
}

function elfSection(bytes: Buffer, name: string): Buffer | undefined {
  const { wide, u16, u32, word } = layoutOf(bytes);
  const start = word(wide ? 40 : 32);
  const [size, count, names] = [u16(wide ? 58 : 46), u16(wide ? 60 : 48), u16(wide ? 62 : 50)];
  const place = (index: number): { readonly name: number; readonly offset: number; readonly size: number } => {
    const at = start + index * size;
    return { name: u32(at), offset: word(at + (wide ? 24 : 16)), size: word(at + (wide ? 32 : 20)) };
  };
  if (count === 0 || names >= count) return undefined;
  const texts = place(names);
  for (let i = 0; i < count; i++) {
    const section = place(i);
    const at = texts.offset + section.name;
    if (bytes.toString('latin1', at, at + name.length + 1) === `${name}\0`) return section.offset + section.size <= bytes.length ? bytes.subarray(section.offset, section.offset + section.size) : undefined;
  }
  return undefined;
}

function peSection(bytes: Buffer, name: string): Buffer | undefined {
  const header = bytes.readUInt32LE(60);
  if (bytes.toString('latin1', header, header + 4) !== 'PE\0\0') return undefined;
  const first = header + 24 + bytes.readUInt16LE(header + 20);
  for (let i = 0; i < bytes.readUInt16LE(header + 6); i++) {
    const at = first + i * 40;
    if (bytes.toString('latin1', at, at + 8).replace(/\0+$/, '') !== name) continue;
    const offset = bytes.readUInt32LE(at + 20);
    // What is stored is rounded up; the true size stands before it.
    return bytes.subarray(offset, offset + Math.min(bytes.readUInt32LE(at + 8), bytes.readUInt32LE(at + 16)));
  }
  return undefined;
}

/** Where in an ELF file what is loaded at an address stands. */
export function loadedAt(bytes: Buffer, address: number): number | undefined {
  if (executableKind(bytes) !== 'elf') return undefined;
  try {
    const { wide, u16, u32, word } = layoutOf(bytes);
    const start = word(wide ? 32 : 28);
    const [size, count] = [u16(wide ? 54 : 42), u16(wide ? 56 : 44)];
    for (let i = 0; i < count; i++) {
      const at = start + i * size;
      if (u32(at) !== 1) continue;
      const [offset, from, length] = [word(at + (wide ? 8 : 4)), word(at + (wide ? 16 : 8)), word(at + (wide ? 32 : 16))];
      if (address >= from && address < from + length) return offset + address - from;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}
