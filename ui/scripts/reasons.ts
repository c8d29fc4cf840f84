// Why no script sets something, whatever the tool: hardware, choices of the emulation, and what is installed by other means.

const reasons: readonly (readonly [RegExp, string])[] = [
  [/^(processors\.|memory$|chipset\.|nics\[\d+\]\.(mac|speed|dmaDelay|interrupts|capabilities\.\w+)$)/, 'a property of the hardware.'],
  [
    /^(name$|kind$|os$|costs\.|nics\[\d+\]\.name$|windows\.(elevated$|automaticChimney\.))/,
    'a choice of the emulation, not of a running system.',
  ],
  [/^windows\.(edition|platform)$/, 'decided when Windows is set up.'],
  [/^windows\.updates$/, 'service packs and updates are installed by themselves.'],
  [/^windows\.roles\./, 'roles and features are installed in Server Manager.'],
  [/^windows\.software\./, 'programs and policies have tools of their own.'],
  [/^nics\[\d+\]\.(driver$|team\.)/, 'drivers and teams are set up with the software of the vendor.'],
  [/^virtual(Networks|Machines)\b/, 'virtual networks and machines are set up in Hyper-V Manager.'],
];

/** @param path relative to the host */
export const commonReason = (path: string): string | null => reasons.find(([form]) => form.test(path))?.[1] ?? null;
