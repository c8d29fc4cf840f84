import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { define, emit } from '../element.ts';
import { formatPlural } from '../format.ts';
import { styleMap } from '../style-map.ts';
import { base } from '../theme.ts';
import { nodePathOf, type TreeNode } from './nodes.ts';

/** A branch with more entries than this is closed at first. */
const OPEN_MOST = 8;

interface Line {
  node: TreeNode;
  level: number;
  place: number;
  siblings: number;
  parent: string | null;
}

/** The branches that lead to a node, from the root on; none where there is no such node. */
function ancestorsOf(node: TreeNode, path: string): TreeNode[] {
  for (const child of node.children) {
    if (child.path === path) return [node];
    const below = ancestorsOf(child, path);
    if (below.length) return [node, ...below];
  }
  return [];
}

/**
 * The scenario as a tree. Keys as the WAI-ARIA tree pattern has them: up and down, right opens, left closes or goes up, Home and End.
 *
 * @tagname nic-lab-tree
 * @fires {CustomEvent<{path: string}>} nic-lab-node - A node was chosen.
 */
export class NicLabTree extends LitElement {
  static override styles = [
    base,
    css`
      [role='treeitem'] {
        display: flex;
        align-items: center;
        gap: 0.25rem;
        min-block-size: 1.5rem;
        padding-inline-end: var(--nic-s2);
        border-radius: calc(var(--nic-radius) / 2);
        cursor: default;
        white-space: nowrap;
      }
      [role='treeitem']:hover {
        background: var(--nic-sunken);
      }
      [role='treeitem'][aria-selected='true'] {
        background: var(--nic-accent-soft);
        color: var(--nic-accent);
      }
      [role='treeitem']:focus-visible {
        outline-offset: -2px;
      }
      .twist {
        flex: none;
        inline-size: 1rem;
        block-size: 1rem;
        fill: var(--nic-quiet);
      }
      [aria-expanded='true'] > .twist {
        transform: rotate(90deg);
      }
      .text {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .count {
        color: var(--nic-quiet);
      }
      .mark {
        margin-inline-start: auto;
        padding-inline-start: var(--nic-s2);
        color: var(--nic-warn);
        font-size: var(--nic-size-small);
      }
      .icon {
        flex: none;
        inline-size: 1rem;
        block-size: 1rem;
        fill: none;
        stroke: var(--nic-quiet);
        stroke-width: 1.3;
        stroke-linejoin: round;
        stroke-linecap: round;
      }
      [aria-selected='true'] > .icon {
        stroke: currentColor;
      }
      .fault {
        margin-inline-start: auto;
        padding-inline: 0.35rem;
        border-radius: 1rem;
        background: var(--nic-bad-soft);
        color: var(--nic-bad);
        font-size: var(--nic-size-small);
      }
    `,
  ];

  @property({ attribute: false }) root: TreeNode | null = null;
  @property() selected = '';
  /** What the tree is of, for its accessible name. */
  @property() label = 'Scenario';
  /** Pictures by name, of 16 by 16. */
  @property({ attribute: false }) icons: Readonly<Record<string, unknown>> = {};
  /** Paths of faults. */
  @property({ attribute: false }) faults: readonly string[] = [];

  /** Branches that the user opened or closed. */
  @state() private readonly toggled = new Map<string, boolean>();
  @state() private current = '';

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('selected')) {
      this.current = this.selected;
      this.reveal(this.selected);
    }
  }

  override render() {
    const { root } = this;
    if (!root) return nothing;
    const lines = this.lines(root);
    const current = lines.some(({ node }) => node.path === this.current) ? this.current : root.path;
    const counts = this.countFaults(lines);
    return html`<div role="tree" aria-label=${this.label} @keydown=${(event: KeyboardEvent) => this.keyed(event, lines, current)}>
      ${lines.map((line) => this.line(line, current, counts.get(line.node.path) ?? 0))}
    </div>`;
  }

  private line({ node, level, place, siblings }: Line, current: string, count: number) {
    const isBranch = node.children.length > 0 && level > 1;
    return html`<div
      role="treeitem"
      data-path=${node.path}
      aria-label=${[node.label, ...(node.isList ? [String(node.children.length)] : []), ...(node.mark ? [node.mark] : []), ...(count ? [formatPlural(count, 'fault')] : [])].join(', ')}
      aria-level=${level}
      aria-posinset=${place + 1}
      aria-setsize=${siblings}
      aria-selected=${node.path === this.selected ? 'true' : 'false'}
      aria-expanded=${isBranch ? (this.isOpen(node) ? 'true' : 'false') : nothing}
      tabindex=${node.path === current ? 0 : -1}
      style=${styleMap({ 'padding-inline-start': `${Math.max(0, level - 2) * 0.875}rem` })}
      @click=${() => this.choose(node)}
    >
      ${
        isBranch
          ? html`<svg
              class="twist"
              viewBox="0 0 16 16"
              aria-hidden="true"
              @click=${(event: Event) => {
                event.stopPropagation();
                this.open(node, !this.isOpen(node));
              }}
            >
              <path d="M6 4l5 4-5 4z" />
            </svg>`
          : html`<span class="twist"></span>`
      }
      ${node.icon === undefined ? nothing : html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${this.icons[node.icon]}</svg>`}
      <span class="text" title=${node.label}>${node.label}</span>
      ${node.isList ? html`<span class="count">${node.children.length}</span>` : nothing}
      ${node.mark ? html`<span class="mark">${node.mark}</span>` : nothing} ${count ? html`<span class="fault">${count}</span>` : nothing}
    </div>`;
  }

  private lines(node: TreeNode, level = 1, place = 0, siblings = 1, parent: string | null = null): Line[] {
    const own: Line = { node, level, place, siblings, parent };
    if (level > 1 && !this.isOpen(node)) return [own];
    return [own, ...node.children.flatMap((child, index) => this.lines(child, level + 1, index, node.children.length, node.path))];
  }

  private isOpen({ path, isList, children, isOpen }: TreeNode): boolean {
    return this.toggled.get(path) ?? isOpen ?? (isList && children.length <= OPEN_MOST && path.split('.').length === 1);
  }

  private open({ path }: TreeNode, wanted: boolean): void {
    this.toggled.set(path, wanted);
    this.requestUpdate();
  }

  /** Opens everything above a node. */
  private reveal(path: string): void {
    for (const node of this.root ? ancestorsOf(this.root, path) : []) if (!this.isOpen(node)) this.toggled.set(node.path, true);
  }

  /** Faults by the node that is shown nearest to them. */
  private countFaults(lines: readonly Line[]): Map<string, number> {
    const shown = lines.map(({ node }) => node.path);
    const counts = new Map<string, number>();
    for (const path of this.faults) {
      const owner = nodePathOf(shown, path);
      counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
    return counts;
  }

  private choose({ path }: TreeNode): void {
    this.current = path;
    emit(this, 'nic-lab-node', { path });
  }

  private keyed(event: KeyboardEvent, lines: Line[], current: string): void {
    const at = lines.findIndex(({ node }) => node.path === current);
    const { node, parent, level } = lines[at]!;
    const isBranch = node.children.length > 0 && level > 1;
    const goTo = (line: Line | undefined) => line && this.focusLine(line.node.path);
    switch (event.key) {
      case 'ArrowDown':
        goTo(lines[at + 1]);
        break;
      case 'ArrowUp':
        goTo(lines[at - 1]);
        break;
      case 'Home':
        goTo(lines[0]);
        break;
      case 'End':
        goTo(lines.at(-1));
        break;
      case 'ArrowRight':
        if (isBranch && !this.isOpen(node)) this.open(node, true);
        else if (node.children.length) goTo(lines[at + 1]);
        break;
      case 'ArrowLeft':
        if (isBranch && this.isOpen(node)) this.open(node, false);
        else goTo(lines.find((line) => line.node.path === parent));
        break;
      case 'Enter':
      case ' ':
        this.choose(node);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private focusLine(path: string): void {
    this.current = path;
    void this.updateComplete.then(() =>
      [...this.renderRoot.querySelectorAll<HTMLElement>('[role=treeitem]')].find(({ dataset }) => dataset['path'] === path)?.focus(),
    );
  }
}

define('nic-lab-tree', NicLabTree);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-tree': NicLabTree;
  }
}
