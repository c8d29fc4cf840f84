// Loads and stores of wire data, which is big-endian. Wasm memory is little-endian.

export class Wire {
  @inline static u16(at: u32): u32 {
    return <u32>bswap<u16>(load<u16>(at));
  }
  @inline static u32(at: u32): u32 {
    return bswap<u32>(load<u32>(at));
  }
}

export class Put {
  @inline static u16(at: u32, value: u32): void {
    store<u16>(at, bswap<u16>(<u16>value));
  }
  @inline static u32(at: u32, value: u32): void {
    store<u32>(at, bswap<u32>(value));
  }
}
