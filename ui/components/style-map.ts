// Lit's styleMap, without the style attribute that it writes at first: a Content-Security-Policy without 'unsafe-inline' refuses
// that attribute, in the site and in strict pages around the widget. This one sets the properties of `element.style` only.

import { noChange } from 'lit';
import { Directive, directive, type AttributePart } from 'lit/directive.js';

/** CSS properties as they are written in CSS ("--part", "background-color") or in camel case; null or undefined removes. */
export type Styles = Readonly<Record<string, string | number | null | undefined>>;

const cssName = (name: string) => (name.startsWith('--') ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));

class StyleMap extends Directive {
  private applied: Styles = {};

  override render(_styles: Styles) {
    return noChange;
  }

  override update({ element }: AttributePart, [styles]: [Styles]) {
    const { style } = element;
    for (const name of Object.keys(this.applied)) if (styles[name] == null) style.removeProperty(cssName(name));
    for (const [name, value] of Object.entries(styles))
      if (value != null && value !== this.applied[name]) style.setProperty(cssName(name), String(value));
    this.applied = styles;
    return noChange;
  }
}

/** `style=${styleMap({ width: '40%' })}` */
export const styleMap = directive(StyleMap);
