import { describe, it, expect } from '#test';
import { readRegFile, writeRegFile, type RegFile } from '../../ui/registry/reg-file.ts';
import type { RegistryChange } from '../../ui/registry/registry.ts';
import { registryDword, registryText } from '../../ui/registry/values.ts';
import { crlf, hex, latin1, utf16, utf8, V5 } from './reg-bytes.ts';

function read(bytes: Uint8Array): RegFile {
  const file = readRegFile(bytes);
  if ('fault' in file) throw new Error(file.fault);
  return file;
}

function written(...args: Parameters<typeof writeRegFile>): Uint8Array {
  const result = writeRegFile(...args);
  if ('fault' in result) throw new Error(result.fault);
  return result.bytes;
}

const set = (name: string, value: (RegistryChange & { kind: 'set' })['value'], path = 'HKEY_LOCAL_MACHINE\\A'): RegistryChange => ({
  kind: 'set',
  path,
  name,
  value,
});
const key = (path = 'HKEY_LOCAL_MACHINE\\A'): RegistryChange => ({ kind: 'key', path });

describe('a .reg file, version 5.00', () => {
  it('is read from the bytes that Registry Editor writes', () => {
    // BOM, the header, a blank line, [HKEY_USERS\A], "N"=dword:0000000a, a blank line
    const bytes = hex(`ff fe
      57 00 69 00 6e 00 64 00 6f 00 77 00 73 00 20 00 52 00 65 00 67 00 69 00 73 00 74 00 72 00 79 00 20 00
      45 00 64 00 69 00 74 00 6f 00 72 00 20 00 56 00 65 00 72 00 73 00 69 00 6f 00 6e 00 20 00 35 00 2e 00 30 00 30 00 0d 00 0a 00
      0d 00 0a 00
      5b 00 48 00 4b 00 45 00 59 00 5f 00 55 00 53 00 45 00 52 00 53 00 5c 00 41 00 5d 00 0d 00 0a 00
      22 00 4e 00 22 00 3d 00 64 00 77 00 6f 00 72 00 64 00 3a 00 30 00 30 00 30 00 30 00 30 00 30 00 30 00 61 00 0d 00 0a 00
      0d 00 0a 00`);
    const changes = [key('HKEY_USERS\\A'), set('N', registryDword(10), 'HKEY_USERS\\A')];
    expect(read(bytes)).to.deep.equal({ form: 'version 5', encoding: 'utf-16le', changes, messages: [], notUnderstood: 0 });
    expect(written(changes, 'version 5')).to.deep.equal(bytes);
  });

  // The long values are lines of a real export of Services\Tcpip.
  const exported = crlf(
    V5,
    '',
    '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip]',
    '@="default"',
    '"DisplayName"="@%SystemRoot%\\\\system32\\\\drivers\\\\tcpip.sys,-10001"',
    '"ImagePath"=hex(2):53,00,79,00,73,00,74,00,65,00,6d,00,33,00,32,00,5c,00,64,00,\\',
    '  72,00,69,00,76,00,65,00,72,00,73,00,5c,00,74,00,63,00,70,00,69,00,70,00,2e,\\',
    '  00,73,00,79,00,73,00,00,00',
    '"Start"=dword:00000000',
    '"Say \\"hi\\""="€ Ω"',
    '',
    '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Linkage]',
    '"Export"=hex(7):61,00,00,00,62,00,63,00,00,00,00,00',
    '"None"=hex(7):00,00',
    '"Count"=hex(b):01,02,00,00,00,00,00,80',
    '"Bytes"=hex:00,ff',
    '"No bytes"=hex:',
    '"Two lines"=hex(1):61,00,0d,00,0a,00,62,00,00,00',
    '',
    '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Empty]',
    '',
    '[-HKEY_LOCAL_MACHINE\\SOFTWARE\\Gone]',
    '',
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\a;b]c]',
    '"Old"=-',
    '@=-',
    '',
  );

  it('gives all types and deletions', () => {
    const { changes, messages } = read(utf16(exported));
    expect(messages).to.deep.equal([]);
    const tcpip = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip';
    expect(changes).to.deep.equal([
      key(tcpip),
      set('', registryText('default'), tcpip),
      set('DisplayName', registryText('@%SystemRoot%\\system32\\drivers\\tcpip.sys,-10001'), tcpip),
      set('ImagePath', { type: 'REG_EXPAND_SZ', data: 'System32\\drivers\\tcpip.sys' }, tcpip),
      set('Start', registryDword(0), tcpip),
      set('Say "hi"', registryText('€ Ω'), tcpip),
      key(`${tcpip}\\Linkage`),
      set('Export', { type: 'REG_MULTI_SZ', data: ['a', 'bc'] }, `${tcpip}\\Linkage`),
      set('None', { type: 'REG_MULTI_SZ', data: [] }, `${tcpip}\\Linkage`),
      set('Count', { type: 'REG_QWORD', data: 0x8000_0000_0000_0201n }, `${tcpip}\\Linkage`),
      set('Bytes', { type: 'REG_BINARY', data: [0, 255] }, `${tcpip}\\Linkage`),
      set('No bytes', { type: 'REG_BINARY', data: [] }, `${tcpip}\\Linkage`),
      set('Two lines', registryText('a\r\nb'), `${tcpip}\\Linkage`),
      key(`${tcpip}\\Empty`),
      { kind: 'delete key', path: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Gone' },
      key('HKEY_LOCAL_MACHINE\\SOFTWARE\\a;b]c'),
      { kind: 'delete value', path: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\a;b]c', name: 'Old' },
      { kind: 'delete value', path: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\a;b]c', name: '' },
    ]);
  });

  for (const [encoding, bytes] of [
    ['utf-16le', utf16(exported)],
    ['utf-8', utf8(exported)],
    ['utf-8 with mark', utf8(`\uFEFF${exported}`)],
  ] as const)
    it(`is the same after reading and writing, ${encoding}`, () => {
      const file = read(bytes);
      expect(file.encoding).to.equal(encoding);
      expect(written(file.changes, file.form, file.encoding)).to.deep.equal(bytes);
    });

  it('of an encoding without mark that is not UTF-8 is ANSI', () => {
    const file = read(latin1(crlf(V5, '[HKEY_USERS\\A]', '"\x80\xe4"="\x93\xfc\x94"')));
    expect(file.encoding).to.equal('ansi');
    expect(file.changes[1]).to.deep.equal(set('€ä', registryText('“ü”'), 'HKEY_USERS\\A'));
  });

  it('may be written by hand: comments, blanks, other line ends, other case', () => {
    const text = `${V5}\n; a comment\n  [HKEY_LOCAL_MACHINE\\A] ; after a key\r"a" = dword:F ; after a value\n"b;c"="d;e";f\n"x"=HEX:1,2,\\ ; why\n\n`;
    const more = '"y"=hex:01,\\\r\n; between\\\r\n  02\r\n"z"=hex(4):04,03,02,01';
    const { changes, messages } = read(utf8(text + more));
    expect(messages).to.deep.equal([]);
    expect(changes).to.deep.equal([
      key(),
      set('a', registryDword(15)),
      set('b;c', registryText('d;e')),
      set('x', { type: 'REG_BINARY', data: [1, 2] }),
      set('y', { type: 'REG_BINARY', data: [1, 2] }),
      set('z', registryDword(0x01020304)),
    ]);
  });
});

describe('a .reg file, REGEDIT4', () => {
  const text = crlf(
    'REGEDIT4',
    '',
    '[HKEY_LOCAL_MACHINE\\A]',
    '"Euro"="\x80 \x81 \xe4"',
    '"Path"=hex(2):25,61,25,00',
    '"List"=hex(7):61,00,80,00,00',
    '"Bytes"=hex:00',
    '',
  );

  it('has ANSI text, in lines and in bytes', () => {
    const file = read(latin1(text));
    expect(file).to.deep.include({ form: 'regedit4', encoding: 'ansi', messages: [] });
    expect(file.changes).to.deep.equal([
      key(),
      set('Euro', registryText('€ \x81 ä')),
      set('Path', { type: 'REG_EXPAND_SZ', data: '%a%' }),
      set('List', { type: 'REG_MULTI_SZ', data: ['a', '€'] }),
      set('Bytes', { type: 'REG_BINARY', data: [0] }),
    ]);
    expect(written(file.changes, 'regedit4')).to.deep.equal(latin1(text));
  });

  it('holds every byte', () => {
    const all = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte)).filter((character) => !'\0\r\n"\\'.includes(character));
    const bytes = latin1(crlf('REGEDIT4', '', '[HKEY_USERS\\A]', `"x"="${all.join('')}"`, ''));
    expect(written(read(bytes).changes, 'regedit4')).to.deep.equal(bytes);
  });

  it('has the characters of code page 1252', () => {
    // index-windows-1252 of the WHATWG Encoding Standard, 0x80 to 0x9f
    const points =
      '20ac 81 201a 192 201e 2026 2020 2021 2c6 2030 160 2039 152 8d 17d 8f 90 2018 2019 201c 201d 2022 2013 2014 2dc 2122 161 203a 153 9d 17e 178';
    const name = points.split(' ').map((point) => String.fromCharCode(parseInt(point, 16)));
    const bytes = Array.from({ length: 32 }, (_, index) => String.fromCharCode(0x80 + index));
    expect(read(latin1(crlf('REGEDIT4', '[HKEY_USERS\\A]', `"${bytes.join('')}"=-`))).changes[1]).to.have.property('name', name.join(''));
  });

  it('is ANSI even where its bytes would be UTF-8', () => {
    const file = read(latin1(crlf('REGEDIT4', '[HKEY_USERS\\A]', '"\xc3\xa4"=-')));
    expect(file.encoding).to.equal('ansi');
    expect(file.changes[1]).to.have.property('name', 'Ã¤');
  });

  it('cannot hold what code page 1252 lacks', () => {
    expect(writeRegFile([set('Ω', registryText(''))], 'regedit4')).to.deep.equal({
      fault: 'The character “Ω” is not in code page 1252; version 5.00 can hold it.',
    });
    expect(writeRegFile([set('', { type: 'REG_MULTI_SZ', data: ['😀'] })], 'regedit4')).to.have.property('fault');
  });
});

describe('a line of a .reg file that is not understood', () => {
  const table: [line: string, message: RegExp][] = [
    ['Name=dword:1', /is no key in brackets/],
    ['[HKLM\\A]', /full name of a root key/],
    ['[A', /closing bracket/],
    ['[HKEY_USERS\\A] x', /“x” follows the closing bracket/],
    ['[HKEY_USERS\\\\A]', /empty key name/],
    ['[-HKEY_USERS]', /cannot be deleted/],
    ['"a', /closing quote/],
    ['"a"', /equals sign/],
    ['"a" dword:1', /equals sign/],
    ['@ dword:1', /After the name @ an equals sign/],
    ['"a"="C:\\Windows"', /A backslash within quotes is written twice/],
    ['"a"="b" c', /“c” follows the closing quote/],
    ['"a"="b', /closing quote/],
    ['"a"=1', /none of "text", dword:/],
    ['"a"=', /none of/],
    ['"a"=dword:', /one to eight hexadecimal digits/],
    ['"a"=dword:123456789', /one to eight/],
    ['"a"=hex:1,2,xy', /“xy” is not a byte/],
    ['"a"=hex:100', /“100” is not a byte/],
    ['"a"=hex:1,,2', /“” is not a byte/],
    ['"a"=hex:01,\\', /“\\” is not a byte/],
    ['"a"=hex(2):61', /1 bytes: UTF-16/],
    ['"a"=hex(2):61,00', /does not end with a zero/],
    ['"a"=hex(1):61,00,00,00,62,00,00,00', /zero character before its end/],
    ['"a"=hex(7):61,00,00,00', /two zero characters/],
    ['"a"=hex(4):01,02', /4 bytes; here are 2/],
    ['"a"=hex(b):01', /8 bytes; here are 1/],
    ['"a"=hex(0):', /hex\(0\) is a type that is not emulated/],
    ['"a"=hex(5):00,00,00,01', /not emulated/],
  ];
  for (const [line, message] of table)
    it(`gives a message with its number: ${line}`, () => {
      const file = read(utf8(crlf(V5, '', '[HKEY_USERS\\A]', line, '; -', '[HKEY_USERS\\B]', '"ok"=dword:1')));
      expect(file.messages).to.have.length(1);
      expect(file.messages[0]).to.have.property('line', 4);
      expect(file.messages[0]!.message)
        .to.match(message)
        .and.match(/[.:]$|\.$/);
      expect(file.changes.at(-1)).to.deep.equal(set('ok', registryDword(1), 'HKEY_USERS\\B'));
    });

  it('above which no key could be read belongs to none', () => {
    const { changes, messages } = read(utf8(crlf(V5, '"a"=dword:1', '[bad]', '"b"=dword:1', '[-HKEY_USERS\\A]', '"c"=dword:1')));
    expect(messages.map(({ line }) => line)).to.deep.equal([2, 3, 4, 6]);
    expect(messages[3]!.message).to.match(/belongs to no key/);
    expect(changes).to.deep.equal([{ kind: 'delete key', path: 'HKEY_USERS\\A' }]);
  });

  it('is counted beyond the hundredth', () => {
    const { messages, notUnderstood } = read(utf8(crlf(V5, ...Array.from({ length: 250 }, () => '?'))));
    expect([messages.length, notUnderstood]).to.deep.equal([100, 250]);
  });
});

describe('a file that is no .reg file', () => {
  const table: [name: string, bytes: Uint8Array, fault: RegExp][] = [
    ['empty', new Uint8Array(), /first line is “”/],
    ['another header', utf8('REGEDIT5\r\n'), /“REGEDIT5”; it has to be/],
    ['UTF-16 without a mark', utf16(V5, false), /first line/],
    ['UTF-16, half a character', hex('ff fe 57'), /half a character/],
    ['UTF-16, high byte first', hex('fe ff 00 57'), /high byte first/],
    ['a mark of UTF-8, no UTF-8', hex('ef bb bf ff'), /is not UTF-8/],
    ['too long', new Uint8Array((8 << 20) + 1), /at most 8388608/],
  ];
  for (const [name, bytes, fault] of table)
    it(`is at fault as a whole: ${name}`, () => {
      const result = readRegFile(bytes);
      expect('fault' in result ? result.fault : 'no fault').to.match(fault);
    });

  it('is not what a change after a deletion makes: its key is opened again', () => {
    const changes: RegistryChange[] = [{ kind: 'delete key', path: 'HKEY_USERS\\A' }, set('a', registryDword(1), 'HKEY_USERS\\A')];
    expect(written(changes, 'regedit4')).to.deep.equal(
      latin1(crlf('REGEDIT4', '', '[-HKEY_USERS\\A]', '', '[HKEY_USERS\\A]', '"a"=dword:00000001', '')),
    );
  });

  it('is not written from names with line breaks, nor half a character in UTF-8', () => {
    expect(writeRegFile([set('a\nb', registryDword(1))], 'version 5')).to.have.property('fault');
    expect(writeRegFile([key('HKEY_USERS\\a\rb')], 'version 5')).to.have.property('fault');
    expect(writeRegFile([set('\ud800', registryDword(1))], 'version 5', 'utf-8')).to.have.property('fault');
    expect(read(written([key(), set('\ud800', registryDword(1))], 'version 5')).changes[1]).to.deep.equal(set('\ud800', registryDword(1)));
  });
});
