// The text of a log file in pieces. Logs are UTF-8; output of a console that was sent to a file is UTF-16 with a mark, or in the Western
// code page where it is no UTF-8.

const PIECE_BYTES = 1 << 20;

const bytesAt = async (file: Blob, at: number): Promise<Uint8Array> => new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer());

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252'; // any bytes are a text in it
  }
}

export async function* filePieces(file: Blob): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    const bytes = await bytesAt(file, at);
    decoder ??= new TextDecoder(encodingOf(bytes));
    yield decoder.decode(bytes, { stream: at + PIECE_BYTES < file.size });
  }
}
