// Address text is shared with the scenario and the consoles, so it lives with the features; the analysis passes it on.

export * from '../features/addresses.ts';
