// The colour scale for load: perceptually even (equal steps of OKLCH lightness), blue to yellow, so that it also reads in
// grey and with any colour blindness. On light ground more load is darker, on dark ground lighter: zero is near the ground.
// Source: B. Ottosson, "A perceptual color space for image processing" (OKLab), 2020. The number is always shown as well.

type Rgb = [red: number, green: number, blue: number];

export const SCALE_STEPS = 64;

function linearToByte(value: number): number {
  const clipped = Math.min(1, Math.max(0, value));
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
}

function oklchToRgb(lightness: number, chroma: number, hueDegrees: number): Rgb {
  const hue = (hueDegrees * Math.PI) / 180;
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    linearToByte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    linearToByte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    linearToByte(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function stops(dark: boolean): Rgb[] {
  return Array.from({ length: SCALE_STEPS }, (_, step) => {
    const load = step / (SCALE_STEPS - 1);
    const lightness = dark ? 0.25 + 0.65 * load : 0.965 - 0.635 * load;
    const blueness = dark ? 1 - load : load;
    const hue = 100 + 165 * blueness;
    const chroma = 0.02 + 0.1 * Math.sin(Math.PI * (0.12 + 0.76 * load));
    return oklchToRgb(lightness, chroma, hue);
  });
}

const scales = { light: stops(false), dark: stops(true) };

/** Colour of a load, 0..1 of the scale's end. */
export function loadRgb(fraction: number, dark: boolean): Rgb {
  const step = Math.round(Math.min(1, Math.max(0, fraction)) * (SCALE_STEPS - 1));
  return scales[dark ? 'dark' : 'light'][step]!;
}

/** The same as CSS text that follows the colour scheme. */
export function loadColour(fraction: number): string {
  return `light-dark(rgb(${loadRgb(fraction, false).join(' ')}), rgb(${loadRgb(fraction, true).join(' ')}))`;
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((byte) => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Above this luminance black stands out more than white: where (L + 0.05) / 0.05 = 1.05 / (L + 0.05). */
const EVEN_CONTRAST = 0.179;

/** Colour of text that stands on a load colour; at least 4.5:1 on every stop. */
export function loadInk(fraction: number): string {
  const ink = (dark: boolean) => (luminance(loadRgb(fraction, dark)) > EVEN_CONTRAST ? '#000' : '#fff');
  return `light-dark(${ink(false)}, ${ink(true)})`;
}

/** True when an element is drawn in the dark scheme, whoever set it. */
export function isDark(element: Element): boolean {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(Number);
  return red + green + blue > 384;
}
