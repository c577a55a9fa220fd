import { el } from './element.js';
import { styleSheet } from './style.js';
import { Survey } from './survey.js';

/** `<nujoom-survey code="…" language="ar">`: a survey in the page of a service. It hands nothing to the page and takes nothing from it. */
class NujoomSurvey extends HTMLElement {
  connectedCallback(): void {
    if (this.shadowRoot) return;
    const shadow = this.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [styleSheet()];
    const box = el('div', { className: 'box' });
    shadow.append(box);
    const language = this.getAttribute('language') ?? document.documentElement.lang;
    void new Survey(box, this.getAttribute('code') ?? '', language).load();
  }
}

if (!customElements.get('nujoom-survey')) customElements.define('nujoom-survey', NujoomSurvey);
