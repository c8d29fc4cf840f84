// Files of the command line as sources of bytes.

import { createReadStream, openAsBlob } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { UsageError } from './arguments.ts';

/** @param file name of a capture, or - for standard input  @throws UsageError */
export async function openFile(file: string): Promise<Blob | ReadableStream<Uint8Array>> {
  if (file === '-') return Readable.toWeb(process.stdin) as ReadableStream<Uint8Array>;
  try {
    await access(file, constants.R_OK);
    const about = await stat(file);
    if (about.isDirectory()) throw new UsageError(`${file} is a folder; name a capture in it.`);
    // A pipe has no size: it is read as a stream.
    return about.isFile() ? await openAsBlob(file) : (Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file.' : `cannot be read (${(error as Error).message}).`;
    throw new UsageError(`${file}: ${reason}`);
  }
}
