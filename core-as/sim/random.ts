// Random streams: xoshiro256** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021), seeded by splitmix64.
// Each use has a stream of its own, so what one link draws does not depend on what another does. Integers, and of floating point
// only + - * / and conversion, which Wasm defines to the bit: the same numbers on every machine.

import { RANDOM_STREAM_S0, RANDOM_STREAM_S1, RANDOM_STREAM_S2, RANDOM_STREAM_S3, RANDOM_STREAM_SIZE } from '../abi.gen';
import { arenaTake } from '../memory';

const GOLDEN: u64 = 0x9e3779b97f4a7c15;

const HEAD = <u32>memory.data(4, 4);

export function randomBegin(streams: u32): void {
  store<u32>(HEAD, arenaTake(streams * RANDOM_STREAM_SIZE));
}

/** Address of a RandomStream record. */
export function randomAt(stream: u32): u32 {
  return load<u32>(HEAD) + stream * RANDOM_STREAM_SIZE;
}

/** The output function of splitmix64. */
function mix(value: u64): u64 {
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
  return value ^ (value >> 31);
}

/**
 * Sets a stream to its beginning.
 * @param seed  of the world
 * @param name  number of what the stream is for; different names give unrelated streams
 */
export function randomSeed(stream: u32, seed: u64, name: u32): void {
  const from = mix(mix(seed + GOLDEN) ^ name);
  const at = randomAt(stream);
  for (let word: u32 = 0; word < 4; word++) store<u64>(at + (word << 3), mix(from + GOLDEN * (word + 1)));
}

/** 64 random bits. */
export function randomNext(stream: u32): u64 {
  const at = randomAt(stream);
  let s0 = load<u64>(at, RANDOM_STREAM_S0);
  let s1 = load<u64>(at, RANDOM_STREAM_S1);
  let s2 = load<u64>(at, RANDOM_STREAM_S2);
  let s3 = load<u64>(at, RANDOM_STREAM_S3);
  const result = rotl<u64>(s1 * 5, 7) * 9;
  const shifted = s1 << 17;
  s2 ^= s0;
  s3 ^= s1;
  s1 ^= s2;
  s0 ^= s3;
  s2 ^= shifted;
  s3 = rotl<u64>(s3, 45);
  store<u64>(at, s0, RANDOM_STREAM_S0);
  store<u64>(at, s1, RANDOM_STREAM_S1);
  store<u64>(at, s2, RANDOM_STREAM_S2);
  store<u64>(at, s3, RANDOM_STREAM_S3);
  return result;
}

export function randomU32(stream: u32): u32 {
  return <u32>(randomNext(stream) >> 32);
}

/** Uniform in 0..limit-1, every number as likely as any other; 0 for a limit of 0. Source: Lemire, "Fast random integer generation in an interval", 2019. */
export function randomBelow(stream: u32, limit: u32): u32 {
  if (limit == 0) return 0;
  let product = <u64>randomU32(stream) * limit;
  if (<u32>product < limit) {
    const least = (<u32>0 - limit) % limit;
    while (<u32>product < least) product = <u64>randomU32(stream) * limit;
  }
  return <u32>(product >> 32);
}

/** True with probability `threshold` / 2^64. */
export function randomChance(stream: u32, threshold: u64): bool {
  return randomNext(stream) < threshold;
}

/** Natural logarithm of a number in 1..2^53, less 53 ln 2: of that number over 2^53. */
function logOfPart(part: u64): f64 {
  let exponent = 63 - <i32>clz<u64>(part);
  let mantissa = <f64>part / <f64>((<u64>1) << exponent); // exact: 1..2
  if (mantissa > 1.4142135623730951) {
    mantissa *= 0.5;
    exponent += 1;
  }
  // ln m = 2 atanh((m - 1) / (m + 1)); the argument is at most 0.172, so the next term is below 2^-56 of the sum.
  const ratio = (mantissa - 1.0) / (mantissa + 1.0);
  const square = ratio * ratio;
  let series: f64 = 1.0 / 21.0;
  for (let odd: f64 = 19.0; odd >= 1.0; odd -= 2.0) series = series * square + 1.0 / odd;
  return <f64>(exponent - 53) * 0.6931471805599453 + 2.0 * ratio * series;
}

/** Waiting time of a Poisson process, exponentially distributed, rounded down; at most 37 times the mean. `mean` below 2^58. */
export function randomExponential(stream: u32, mean: u64): u64 {
  return <u64>(-logOfPart((randomNext(stream) >> 11) + 1) * <f64>mean);
}
