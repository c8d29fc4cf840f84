// Defines an element once. The widget may be loaded twice into one page, from two addresses: Lit's own decorator throws then.

/** Class decorator: `@element('nic-thing')`. The first class that takes a name keeps it. */
export function element(name: string) {
  return (constructor: CustomElementConstructor): void => {
    if (!customElements.get(name)) customElements.define(name, constructor);
  };
}
