// Composable builders of byte-exact frames: frame(ethernet(), ipv4({dst}), tcp({sport}), filler(100)).
// Lengths, next-layer numbers and checksums follow from the nesting, unless a test overrides them.

export * from './bytes.ts';
export { frame, trailer, type Layer } from './layer.ts';
export * from './link.ts';
export * from './ip.ts';
export * from './transport.ts';
