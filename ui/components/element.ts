// What every element does once: take its name, and speak to its parents.

/** Defines an element unless its name is taken: the widget may be loaded twice into one page, from two addresses. */
export function define(name: string, constructor: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, constructor);
}

/** Sends a custom event that also leaves the shadow roots around the element. */
export function emit(element: EventTarget, type: string, detail: unknown): void {
  element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}
